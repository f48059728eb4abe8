"""Counts that go on: '54 percent by noon', 'preliminary results'. The final one does not contradict them."""

from __future__ import annotations

import re

from briefing.lexicon.comparable import befalls

_FIRST_COUNT = re.compile(
    r"\b(?:(?:early|first|incomplete|initial|partial|preliminary|provisional|unofficial)\s(?:[a-z]+\s)?"
    r"(?:counts?|figures?|numbers?|results?|returns?|tall(?:y|ies)|turnout|votes?)|"
    r"(?:ballots|districts|precincts|votes|stations)(?:\s(?:had|have|were))?(?:\sbeen)?\s(?:counted|reporting|tallied)|"
    r"exit\spolls?|still\s(?:being\s)?count(?:ed|ing))\b",
    re.IGNORECASE,
)
_SO_FAR = re.compile(
    r"\b(?:so\sfar|up\sto\snow|as\sof\s(?:noon|mid-?day|\d)|(?:by|at|until)\s(?:noon|mid-?day|(?:early|late|mid)[\s-]?"
    r"(?:morning|afternoon)|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|hours|o['’]clock)|\d\d[:.]\d\d))",
    re.IGNORECASE,
)


def is_interim(sentence: str, fate: str) -> bool:
    """Whether a count goes on: 'Turnout was 54 percent by noon'. A toll so far is one as it stood, which the next one
    corrects, and stands beside it."""
    return bool(_FIRST_COUNT.search(sentence) or (not befalls(fate) and _SO_FAR.search(sentence)))
