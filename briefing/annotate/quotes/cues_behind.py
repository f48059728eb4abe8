"""The cue behind the marks: “…,” said Lind; “…,” Lind shot back; “…,” was her answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import (
    CITING,
    NAMING,
    NEAR,
    NOUN_TAGS,
    PHRASE_TAGS,
    UTTERANCES,
    is_introduction,
    is_particle,
    is_passive,
    own_subject,
    says_as,
    utterer,
)
from briefing.annotate.quotes.statements import DASHES, POINTING, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

PAST_OR_PRESENT = frozenset({"VBD", "VBN", "VBZ"})  # 'texted' is often taken for a participle
HEARERS = frozenset({"me", "us", "him", "her", "them"})


def closing_cue(words: Sequence[Token]) -> Token | None:
    """Sailors and “at least one ghost” will go if it shuts, the chairman, Ada Lind, joked; …, according to her."""
    source = next((word for word in words if word.lower_ == "according"), None)
    if source is not None and source.i > words[0].i and source.nbor(-1).text == ",":
        said = (word for word in words if word.i < source.i and is_speech(word) and not is_passive(word))
        return source if not any(said) else None
    verb = next((word for word in words if is_speech(word) and word.dep_ == "ROOT" and word.tag_ == "VBD"), None)
    subject = own_subject(verb) if verb is not None else None
    first = subject.left_edge if subject is not None and verb is not None and subject.i < verb.i else None
    return verb if first is not None and first.i > words[0].i and first.nbor(-1).text == "," else None


def noun_behind(words: Sequence[Token]) -> Token | None:
    """“…,” was Lind's response; “…,” was the advice of one of them."""
    if len(words) < NEAR or words[0].lemma_ != "be":
        return None
    nouns = (word for word in words[1:] if word.lemma_.lower() in UTTERANCES and word.head == words[0])
    return next((noun for noun in nouns if utterer(noun) is not None), None)


def verdict_behind(words: Sequence[Token]) -> Token | None:
    """“…” — that was Lind's verdict; “….” That was Lind's verdict."""
    rest = list(dropwhile(lambda word: word.text in DASHES, words))
    return noun_behind(rest[1:]) if rest and rest[0].lower_ in POINTING else None


def cue_behind(words: Sequence[Token], last: str) -> Token | None:
    """“…,” Kirby told reporters; “…,” said Kirby; “…” is over, the White House said; “…” is how Lind sums it up."""
    if len(words) > 1 and words[0].lemma_ == "be" and words[1].lower_ == "how":
        return next((word for word in words[2:] if word.tag_ in {"VBD", "VBZ"}), None)
    if [word.tag_ for word in words[:2] if word.text != ","][:1] in (["WDT"], ["WP"], ["WP$"]):
        return None  # said it “may be so,” which is how you say no; “the big guy,” whom Lind called her father
    for place, word in enumerate(words):
        if is_relative(word, words) and any(is_speech(w) and not is_relative(w, words) for w in words[place + 1 :]):
            continue  # a woman who asked not to be named said
        inverted = place == 0 and words[1:2] != [] and words[1].pos_ in NOUN_TAGS | {"DET"}  # “…” tweeted Ada Lind
        apart = place != 1 and not inverted
        reported = word.tag_ == "VBN" and word.dep_ in {"acl", "amod", "relcl"} and apart  # a comment reported
        if is_introduction(word) or (
            is_speech(word) and not is_passive(word) and not reported and not _is_absolute(word)
        ):
            plain = words[0].text == "," and all(w.pos_ in PHRASE_TAGS | {"ADP", "PUNCT", "ADV"} for w in words[:place])
            if last in ",?!" or place <= NEAR or plain:
                return word
            subject = own_subject(word)
            rest = len(words) - place
            return word if subject is not None and subject.idx >= words[0].idx and rest <= 2 + NEAR else None
        if word.pos_ == "VERB" and last in ",?!" and word.dep_ not in {"relcl", "acl", "amod"}:
            if _is_cited(word):
                return word
            if any(child.dep_ == "xcomp" and is_speech(child) for child in word.children):
                continue  # as Lind liked to say
            if word.tag_ != "VBN":  # a visibly shaken Lind said
                return None
    return None


def _is_absolute(word: Token) -> bool:
    """It “must be in English”, the ministry recommending a translator."""
    bare = word.tag_ == "VBG" and all(child.dep_ != "aux" for child in word.children)
    return bare and own_subject(word) is not None


def is_relative(word: Token, words: Sequence[Token]) -> bool:
    """Within a relative clause of somebody named behind the marks."""
    clause = next((one for one in (word, *word.ancestors) if one.dep_ == "relcl"), None)
    return clause is not None and clause.head.i >= words[0].i


def verb_of_manner(words: Sequence[Token]) -> Token | None:
    """“…,” Lind shot back; “…,” he sighed, leaning on a shovel; “…,” Lind, who leads it, texted me; “…,” the letter
    begins: no object but a hearer, nothing but who; or “…,” laughed Lind."""
    named = [word for word in words[1:3] if not is_particle(word)][:1]  # shot back Lind
    if named and words[0].tag_ in {"VBD", "VBZ"} and words[0].pos_ != "AUX" and named[0].pos_ in NAMING:
        return words[0]
    verb = _behind_phrase(words)
    if verb is None or verb.tag_ not in PAST_OR_PRESENT or any(map(_is_object, verb.rights)):
        return None
    return verb if words[0].pos_ in PHRASE_TAGS else None


def _behind_phrase(words: Sequence[Token]) -> Token | None:
    """The verb right behind the phrase that ``words`` begin with: its subject, or what commas set off there."""
    for place, verb in enumerate(words):
        subject = own_subject(verb) if _is_verb(verb) and verb.dep_ != "relcl" else None
        if subject is not None and subject.left_edge == words[0] and words[place - 1] in subject.subtree:
            return verb  # a sailor who left in March texted
    rest = list(dropwhile(lambda word: word.pos_ in PHRASE_TAGS or word.text in {"e", "-", "."}, words))
    if rest and rest[0].text == ",":
        closing = (place for place, word in enumerate(rest) if place > 1 and word.text == ",")
        behind = (rest[place + 1 :] for place in closing)
        rest = next((words for words in behind if words and _is_verb(words[0])), [])
    return rest[0] if rest and len(rest) < len(words) and _is_verb(rest[0]) else None


def _is_verb(word: Token) -> bool:
    return word.pos_ == "VERB" and word.text != "-"


def _is_object(child: Token) -> bool:
    return child.dep_ in {"dobj", "acomp", "ccomp"} and child.lower_ not in HEARERS


def _is_cited(word: Token) -> bool:
    return word.lemma_ in CITING and is_passive(word) and says_as(word)
