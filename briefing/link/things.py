"""What a figure counts, in a form that is the same for other words: '12 were hurt', 'injuring 12 people'."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from typing import NamedTuple

from briefing.lexicon.comparable import ANYONE, ELSEWHERE, MEMBER, NEVER, SAME, SOMEONE, comparable
from briefing.lexicon.word_weights import singular, words
from briefing.model import Figure

PLANNED = frozenset({"cost", "deal", "created", "lost"})  # told of before it is so

_OF_UNKNOWN = frozenset({"%", "percentage points", "basis points", "days", "weeks", "months", "years"})
_SUMS = {"cost": "cost", "deal": "deal", "takeover": "deal", "acquisition": "deal", "merger": "deal"}
_OF_ANY_SUM = frozenset({"of", "the", "project", "construction", "building", "total"})
_NO_FATES = frozenset({"", ANYONE, SOMEONE, MEMBER, ELSEWHERE})
_HARM = frozenset({"dead", "hurt"})

_NEAR = 60  # characters before a figure that may tell what it counts
_NUMBER = r"(?: (?:about|around|some|nearly|almost|roughly|up to|at least|more than|over|an estimated))?[ $€£]*$"
_COSTS = re.compile(rf"\b(?:will|would|could|(?:is|are) (?:expected|set|estimated|likely) to) cost{_NUMBER}")
_BEFORE = (  # what counted, in which words before the figure, meets what fate
    ("live", re.compile(rf"\b(?:claim(?:s|ed|ing)?|cost(?:s|ing)?|tak(?:es|en|ing)|took){_NUMBER}"), "dead"),
    ("", re.compile(rf"\b(?:count(?:s|ed)?|estimated?|put the (?:crowd|turnout) at){_NUMBER}"), "crowd"),
    ("home", re.compile(rf"\b(?:destroy(?:s|ed|ing)?|flatten(?:s|ed|ing)?){_NUMBER}"), "destroyed"),
    ("home", re.compile(rf"\bdamag(?:es?|ed|ing){_NUMBER}"), "damaged"),
    ("job", re.compile(rf"\bcreat(?:es?|ed|ing){_NUMBER}"), "created"),
    ("job", re.compile(rf"\b(?:cut(?:s|ting)?|cost(?:s|ing)?|shed(?:s|ding)?|ax(?:es?|ed|ing)){_NUMBER}"), "lost"),
)
_BEHIND = (
    ("", re.compile(r" (?:turned out|took to the streets)\b"), "crowd"),
    (
        "job",
        re.compile(r" (?:(?:will|would|could|are (?:set |likely )?to) )?(?:go|(?:be )?(?:lost|cut|shed|axed))\b"),
        "lost",
    ),
    ("", re.compile(r" (?:(?:were|was|had been) )?(?:on board|aboard)\b"), "carried"),  # the crew too
    ("", re.compile(r" were (?:taken|rushed|brought|sent) to (?:(?:a|the) )?(?:\w+ )?hospitals?\b"), "hospital"),
    ("", re.compile(r" (?:had|were forced) to (?:leave|flee|abandon) their homes\b"), "evacuated"),
)


class Thing(NamedTuple):
    unit: str
    fate: str  # what befell those counted: 'dead'; of a sum, what it is for: 'cost'
    plain: tuple[str, ...]  # what they are, where that says something: 'civilian'


def find_thing(figure: Figure, text: str) -> Thing | None:
    """What a figure of a paragraph counts; None where that says too little, or that others are counted elsewhere."""
    counted, before = figure.counts or "", text[max(0, figure.start - _NEAR) : figure.start]
    said = [singular(word) for word in words(counted if figure.unit else counted.partition(" of ")[0])]
    said = [_same(word) for word in said]
    if NEVER in map(comparable().get, said) or counted.startswith("of "):  # a share, of a whole that may be another
        return None
    if figure.unit and (one := _one_of_an_event(figure.unit, said, before)):
        return one
    if not said or figure.unit in _OF_UNKNOWN or (figure.unit and counted not in figure.text):
        return None  # the sales of 'sales rose to $3 million' may be of any year or firm
    fates, plain = _fates(said)
    if not fates and (told := _told_around(plain, before, text[figure.end :])):
        fates, plain = {told}, {word for word in plain if _tells(word, {told})}
    return Thing(figure.unit or "", " ".join(sorted(fates)), tuple(sorted(plain))) if fates or plain else None


def _same(word: str) -> str:
    meant = comparable().get(word, "")
    return meant.removeprefix(SAME) if meant.startswith(SAME) else word


def _fates(said: Sequence[str]) -> tuple[set[str], set[str]]:
    """What befell those counted, and the words that tell who they are."""
    fates = {meant for word in said if (meant := comparable().get(word, "")) not in _NO_FATES}
    if {"lost", "live"} <= set(said):
        fates.add("dead")
    if len(fates) > 1:
        fates.discard("aboard")  # passengers rescued are people rescued
    return fates, {word for word in said if _tells(word, fates)}


def _tells(word: str, fates: Set[str]) -> bool:
    """Whether a word tells who those are whom this befell."""
    meant = comparable().get(word, "")
    if meant == MEMBER:
        return not fates or bool(fates & _HARM)
    is_vague = meant == SOMEONE or word == "live"  # of 'lives lost'
    return not fates if is_vague else meant in ("", ELSEWHERE)


def _told_around(plain: Set[str], before: str, behind: str) -> str:
    """The fate that the words before or behind a figure tell: 'claimed 23 lives', 'there were 140 people on board'."""
    who = "".join(word for word in plain if comparable().get(word) not in (SOMEONE, MEMBER))
    for word, words_before, fate in _BEFORE:
        if who == word and words_before.search(before):
            return fate
    for word, words_behind, fate in _BEHIND:
        if who == word and words_behind.match(behind):
            return fate
    return ""


def _one_of_an_event(unit: str, said: Sequence[str], before: str) -> Thing | None:
    """A share or an amount of which an event has one: who voted, what is paid in a deal, what something is to cost."""
    if unit == "%":
        return Thing(unit, "turnout", ()) if said == ["turnout"] else None
    kind = next((_SUMS[word] for word in said if word in _SUMS), "cost" if _COSTS.search(before) else "")
    of_what = tuple(sorted(word for word in said if word not in _SUMS and word not in _OF_ANY_SUM))
    return Thing(unit, kind, of_what) if kind and unit not in _OF_UNKNOWN else None
