"""Quotations without marks: what follows 'Ada Lind said:' in the same paragraph or in those after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes.cue_words import own_subject
from briefing.annotate.quotes.descriptions import somebody
from briefing.annotate.quotes.marks import PAIRED_MARK, Quotation
from briefing.annotate.quotes.statements import is_speech
from briefing.model import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|me|us|ours|mine)\b")
THIRD = frozenset({"he", "she", "they"})
SPOKEN_KINDS = frozenset({"text", "quote"})
LONGEST_INTRODUCTION = 40  # words up to the colon
NEAR = 10  # words between the verb and the colon
MOST_PARAGRAPHS = 8


def find_block_quotes(parsed: Parsed, marked: Set[int]) -> Iterator[Quotation]:
    """Paragraphs behind a verb of speech and a colon, none of which holds a mark or, by its place, is one of the
    ``marked``: those in the first person, and the one behind a colon that ends its paragraph."""
    plain = [_is_plain(paragraph) and index not in marked for index, paragraph in enumerate(parsed.paragraphs)]
    taken = -1
    for index, doc in enumerate(parsed.docs):
        introduced = _introduced(doc) if plain[index] and index > taken else None
        if introduced is None:
            continue
        plain = [
            one and (place <= index or not _is_told(parsed.docs[place], introduced[1]))
            for place, one in enumerate(plain)
        ]
        for quotation in _spoken(parsed.paragraphs, plain, index, introduced):
            taken = quotation.index
            yield quotation


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind in SPOKEN_KINDS and PAIRED_MARK.search(paragraph.text) is None


def _introduced(doc: Doc) -> tuple[int, Token] | None:
    """Where the words begin that the first sentence announces, behind the colon of 'Ada Lind said:', and its verb."""
    colon = next((word for word in doc[:LONGEST_INTRODUCTION] if word.text == ":"), None)
    if colon is None:
        return None
    verbs = (word for word in doc[max(0, colon.i - NEAR) : colon.i] if is_speech(word))
    told = (verb for verb in verbs if verb.tag_ in {"VBD", "VBZ", "VBP"} and _is_told_by(own_subject(verb)))
    verb = next(told, None)
    return (colon.idx + 1, verb) if verb is not None else None


def _is_told_by(subject: Token | None) -> bool:
    return subject is not None and (subject.pos_ != "PRON" or _is_third(subject))


def _is_third(subject: Token) -> bool:
    return subject.lower_ in THIRD


def _is_told(doc: Doc, cue: Token) -> bool:
    """'He further stressed the need', 'Ms Lind will return', 'The mayor left': the article speaks again."""
    verb = next((word for word in doc[:NEAR] if word.dep_ == "ROOT"), None)
    subject = own_subject(verb) if verb is not None else None
    speaker = own_subject(cue)
    if speaker is not None and speaker.tag_ == "NNP" and any(word.text == speaker.text for word in doc):
        return True
    if subject is None or verb is None or not is_speech(verb):
        return subject is not None and _is_somebody(subject)
    return _is_third(subject) or subject.tag_ == "NNP"


def _is_own(paragraph: Paragraph, start: int) -> bool:
    """In the first person, or set as a quotation."""
    return paragraph.kind == "quote" or FIRST_PERSON.search(paragraph.text, start) is not None


def _spoken(
    paragraphs: Sequence[Paragraph], plain: Sequence[bool], index: int, introduced: tuple[int, Token]
) -> Iterator[Quotation]:
    """Up to the last paragraph that is their own; all up to the end of the text, or at least the first, behind a colon
    that ends its paragraph."""
    run = [index]
    while run[-1] + 1 < len(plain) and plain[run[-1] + 1] and len(run) <= MOST_PARAGRAPHS:
        run.append(run[-1] + 1)
    colon, cue = introduced
    starts = {index: colon}
    own = [place for place in run if _is_own(paragraphs[place], starts.get(place, 0))]
    if colon == len(paragraphs[index].text) and _is_bare(cue):
        behind = [place for place in run[1:] if paragraphs[place].text[-1] in ".!?"]
        own = behind if run[-1] == len(plain) - 1 else own or behind[:1]
    for place in (place for place in run if own and place <= own[-1]):
        text = paragraphs[place].text
        start = starts.get(place, 0)
        start += len(text[start:]) - len(text[start:].lstrip())
        if start < len(text):
            yield Quotation(place, start, len(text), start, len(text), continues=place < own[-1])


def _is_bare(cue: Token) -> bool:
    """Ada Lind said on Monday; not 'said that two things were wrong', 'explained the plan'."""
    speaker, rest = own_subject(cue), cue.doc[cue.i + 1 :]
    more = any(word.pos_ in {"VERB", "AUX"} or word.dep_ == "dobj" for word in rest)
    return not more and speaker is not None and (speaker.tag_ == "NNP" or _is_third(speaker) or _is_somebody(speaker))


def _is_somebody(noun: Token) -> bool:
    return noun.tag_ == "NN" and noun.lemma_.lower() in somebody()
