"""Which way an amount goes: 'fell 8 percent', 'a rise of $3 million', '12% lower'; not a level, as in 'fell to 8'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.differences import is_of_time, joint_of
from briefing.annotate.figures.numbers import Number
from briefing.annotate.figures.units import LENGTHS, Unit
from briefing.model import Change

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

RISING = frozenset(
    "advance climb expand grow improve increase jump rally rebound rise skyrocket soar surge swell".split()
)
FALLING = frozenset(
    "contract decline decrease dip drop ease fall plummet plunge retreat shrink sink slide slip slump tumble".split()
)
_RAISING = RISING | frozenset({"boost", "hike", "lift", "widen"})
_LOWERING = FALLING | frozenset({"cut", "narrow", "reduce", "slash", "trim"})
_OF_RATES: dict[str, Change] = {  # of money these tell what is earned, paid or lost
    "add": "up", "gain": "up", "lose": "down", "lower": "down", "raise": "up", "shed": "down",
}  # fmt: skip
_UPWARDS = "advance climb expansion gain growth hike improvement increase jump rally rebound rise surge"
_DOWNWARDS = "contraction cut decline decrease dip drop fall plunge reduction slide slump"
_NOUNS: dict[str, Change] = {**dict.fromkeys(_UPWARDS.split(), "up"), **dict.fromkeys(_DOWNWARDS.split(), "down")}
MOVES = frozenset(_NOUNS)
_BEFORE: dict[str, Change] = {"down": "down", "up": "up"}  # the amount: up 3 percent
_BEHIND: dict[str, Change] = {"fewer": "down", "higher": "up", "less": "down", "lower": "down", "more": "up"}
_OFTEN = frozenset({"fewer", "less", "more"})  # than another thing, and not than before
_GOING = frozenset("be close come creep edge end finish go inch move tick".split())
_LEVEL = re.compile(r"(?:\b(?:at|from|(?<!up\s)to)\s(?:(?!least|most)[a-z]+\s)?|[-–—]\s)$")
_SHORT = re.compile(r"\s(?:short|shy|ahead)\sof\b")
_PASSED = re.compile(  # fell ten percent before closing two percent lower
    r"(?:(?!%|per\s?cent)[^.;])*?\b(?:before\s(?:[a-z]+ly\s)?[a-z]+ing|earl(?:y|ier)\sin\s(?:the\s(?:day|session)|trading)|"
    r"at\sone\s(?:point|stage))\b"
)
_SUMS = frozenset({"average", "sum", "total"})
_ATTRIBUTES = frozenset({"amod", "compound", "nmod", "nummod"})
_ALIKE = frozenset({"appos", "conj"})


def head_of(doc: Doc, last: Number, unit: Unit) -> Token:
    """The word of an amount on which its other words hang."""
    word = doc[last.end - 1]
    while word.head.i != word.i and unit.begin <= word.head.idx < unit.stop:
        word = word.head
    return word


def first_of(word: Token) -> Token:
    """The first of amounts that stand together: '41 points, or 2.6 percent'."""
    while word.dep_ in _ALIKE and _is_amount(word.head):
        word = word.head
    return word


def find_change(doc: Doc, last: Number, unit: Unit) -> Change | None:
    """None where the sentence tells a level, or nothing."""
    if _LEVEL.search(last.text, max(0, unit.begin - 20), unit.begin):
        return None
    word = first_of(head_of(doc, last, unit))
    above = word.head
    if _SHORT.match(last.text, unit.stop) or not _is_of_time(above):
        return None
    if word.dep_ == "pobj" and above.lower_ == "of" and above.head.lemma_ in _SUMS:
        word = above.head  # down by a total of 14 percent
        above = word.head
    if word.dep_ in _ATTRIBUTES and above.i > word.i:
        return _by_noun(above, unit)
    if word.dep_ == "pobj" and above.lower_ == "of":
        return _by_noun(above.head, unit)
    if word.dep_ == "npadvmod" and above.pos_ != "VERB":
        return (_BEHIND if above.i > word.i else _BEFORE).get(above.lower_)
    is_by = word.dep_ == "pobj" and above.lower_ in {"between", "by"}
    if is_by and above.head.lower_ in _BEFORE:
        return _BEFORE[above.head.lower_]
    return _by_verb(above.head if is_by else above, word, unit) if is_by or word.dep_ in {"dobj", "npadvmod"} else None


def _is_of_time(word: Token) -> bool:
    """'25% higher than last year'; not '10% more', which is as often more than another costs, nor '10% higher in the
    north than in the south'."""
    beside = word.doc[word.i + 1 : word.i + 2]
    if word.lower_ in _BEHIND and (than := joint_of(word.doc, word.i)) is not None:
        return is_of_time(word.doc, than)
    return word.lower_ not in _OFTEN or (word.dep_ == "amod" and beside.text == word.head.text)  # 12 percent fewer jobs


def is_passing(text: str, stop: int) -> bool:
    """Whether an amount that goes some way went another thereafter, so that it is not the outcome."""
    return _PASSED.match(text, stop) is not None


def _by_noun(noun: Token, unit: Unit) -> Change | None:
    """Not 'a storm surge of 11 feet', nor 'a gain of $3 million from the sale'."""
    tells_else = unit.symbol in LENGTHS or (unit.is_money and noun.lemma_ == "gain")
    return None if tells_else else _NOUNS.get(noun.lemma_)


def _by_verb(verb: Token, word: Token, unit: Unit) -> Change | None:
    ways = (child for child in verb.children if child.i < word.i and child.dep_ in {"advmod", "prt"})
    goes = word.dep_ == "pobj" or verb.lemma_ in _GOING  # not 'makes up 5 percent'
    said = next((_BEFORE[way.lower_] for way in ways if way.lower_ in _BEFORE), None) if goes else None
    if said or verb.lemma_ in _RAISING | _LOWERING:
        return said or ("up" if verb.lemma_ in _RAISING else "down")
    return None if is_result(word, unit) else _OF_RATES.get(verb.lemma_)


def is_result(word: Token, unit: Unit) -> bool:
    """Whether 'gained' and 'lost' tell of an amount what was earned or lost: of money, or of cents a share."""
    return unit.is_money or any(part.lower_ == "share" for part in word.subtree)


def _is_amount(word: Token) -> bool:
    return word.like_num or any(child.like_num for child in word.children)
