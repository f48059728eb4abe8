"""Noun phrases of a parsed text: adjectives and nouns that end in a common noun, with their shorter forms.

A noun or a participle that belongs to what follows is never left off ('assisted living facility' is no 'living
facility'); what only describes it may be ('Israeli hostages', 'hostages').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

LONGEST = 4  # words of a phrase
# Of one of these a second object may stand where a noun's first part would: 'send the capsule commands'.
TWO_OBJECTS = frozenset(
    "give send disclose grant offer hand deny tell show bring lend pay award allow cost promise teach sell".split()
)
UNITS = frozenset(
    "per cent percent km kms mi mph kmh kg lb lbs cm mm ft gb mb tb kb ghz mhz hz kw mw gw kwh nm bn mn tn rs crore "
    "lakh bpd bps pts".split()
)
HYPHENS = frozenset({"-", "–", "/"})
NOUNS = frozenset({"NOUN", "PROPN"})
TIMES = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})
EMPTY = frozenset(
    "other such more most many several few own same certain various different new old first last next recent current "
    "additional further least great good bad big small large little high low early late long short major main key "
    "full much enough total whole entire able unable possible likely future past present former ongoing upcoming "
    "important significant real true right wrong best better worst only similar particular lot top ultimate lasting "
    "overall eventual numerous extensive massive subsequent previous following ensuing remaining existing "
    "rich terrific horrific horrible terrible tragic heinous brutal unrelenting tremendous fantastic amazing wonderful "
    "excellent outstanding remarkable outrageous lackluster lacklustre huge enormous considerable extraordinary "
    "barbaric dramatic surprising official unofficial alleged initial mere sheer undergone".split()
)
SPANS = frozenset("year day week month hour minute".split())  # 'day operations' is cut from 'day-to-day operations'
PARTS = frozenset({"compound", "nmod", "amod", "npadvmod"})  # of what a noun before another is to it
AFTER_VERB = frozenset({"DET", "PRON", "ADP", "SCONJ", "ADV", "ADJ"})


def find_phrases(doc: Doc) -> Iterator[range]:
    """The places of the words of each phrase; a run is cut at a word that says nothing ('such', 'recent')."""
    start = 0
    for place, token in enumerate(doc):
        if not _says(token):
            start = place + 1
            continue
        if token.pos_ != "NOUN":
            continue
        if not _goes_on(token):
            yield from _endings(doc, place if _has_two_objects(token) else start, place)
            if _is_of_a_kind(token):
                yield range(place, place + 3)
        elif token.dep_ == "compound" and token.left_edge.i < place and token.left_edge.i >= start:
            yield range(token.left_edge.i, place + 1)


def _goes_on(word: Token) -> bool:
    """Whether a word after it belongs to the phrase: 'aid' of 'aid supplies', not 'supplies' before 'open'."""
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    if after is None:
        return False
    return after.pos_ == "NOUN" or after.text in HYPHENS or (word.dep_ in PARTS and word.head.i > word.i)


def _is_of_a_kind(word: Token) -> bool:
    """Whether it goes on with 'of' and a bare noun, which make one term: 'state of emergency', 'abuse of power'."""
    after = word.doc[word.i + 1 : word.i + 3]
    return (
        len(after) == 2
        and after[0].lower_ == "of"
        and after[1].pos_ == "NOUN"
        and _says(after[1])
        and not _goes_on(after[1])
    )


def _endings(doc: Doc, start: int, last: int) -> Iterator[range]:
    """The phrases of a run that end with its last word; none begins within a hyphenated word or a name."""
    if last > start and _is_verb_at_end(doc[last]):
        last -= 1
    for begin in range(max(start, last + 1 - LONGEST), last + 1):
        if doc[begin].text in HYPHENS or (begin > start and _is_bound(doc[begin - 1], begin, last)):
            continue
        if not _is_verb_there(doc[begin]) and doc[begin].lower_ not in SPANS:
            yield range(begin, last + 1)


def _is_bound(before: Token, begin: int, last: int) -> bool:
    """Whether the word before is part of the phrase, which would say something else without it."""
    if before.text in HYPHENS or len(before.text.strip(".")) == 1 or before.head.i == begin < last:
        return True  # 'human rights abuses' are no 'rights abuses'
    if before.pos_ == "PROPN":
        return before.nbor().pos_ == "PROPN"
    if _is_participle(before) and before.nbor().lower_.endswith("ing"):
        return True
    return begin == last and (before.pos_ == "NOUN" or _is_participle(before))


def _is_verb_at_end(word: Token) -> bool:
    """'issued a ruling finding in favour', 'a veil covering the face'."""
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    return (
        word.lower_.endswith("ing")
        and after is not None
        and after.pos_ in AFTER_VERB
        and (word.nbor(-1).pos_ == "NOUN" or word.nbor(-1).tag_ == "VBG")
        and word.nbor(-1).head.i == word.i
    )


def _has_two_objects(word: Token) -> bool:
    verb = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "to" else word.head
    return word.dep_ in {"dobj", "pobj"} and verb.lemma_ in TWO_OBJECTS and verb.i < word.i


def _is_verb_there(word: Token) -> bool:
    """Whether a word before which only a verb can stand was misread: 'will transfer fuel'."""
    before = word.nbor(-1) if word.i else None
    return before is not None and (before.tag_ in {"MD", "TO", "WP", "PRP"} or before.lower_ in {"that", "which"})


def _is_participle(word: Token) -> bool:
    """Whether a form of a verb stands before a noun as an adjective does: 'running mate', 'displaced people'."""
    if word.tag_ not in {"VBG", "VBN"} or word.is_sent_start or _has_subject(word.nbor(-1)):
        return False
    if word.dep_ in {"amod", "compound"} and word.head.i > word.i:
        return True
    after = word.nbor() if word.i + 1 < len(word.doc) else None
    return after is not None and after.pos_ in {"ADJ", *NOUNS} and word.nbor(-1).tag_ in {"DT", "PRP$", "POS", "JJ"}


def _has_subject(before: Token) -> bool:
    """Whether it rather goes on with a verb's sentence: 'the sexton rang bells and rescued animals'."""
    goes_on = before.tag_ in {"CC", ",", "PRP", "WDT", "WP", "RB"} or before.pos_ in NOUNS
    return goes_on or before.lemma_ in {"have", "be"}


def _says(word: Token) -> bool:
    """Whether the word may stand in a phrase."""
    if word.text == "-":
        return not word.whitespace_
    if word.pos_ not in {"ADJ", "NOUN", "PROPN"} and not _is_participle(word):
        return False
    if word.ent_type_ in TIMES or (word.lower_ in EMPTY and not _is_hyphenated(word)):
        return False
    if word.lower_ in UNITS or not re.fullmatch(r"[A-Za-z0-9À-ɏ.'’&+-]+", word.text):
        return False
    return len(word.text) > 1 and word.tag_ not in {"JJR", "JJS"} and not word.like_num


def _is_hyphenated(word: Token) -> bool:
    return "-" in {word.nbor(step).text for step in (-1, 1) if 0 <= word.i + step < len(word.doc)}
