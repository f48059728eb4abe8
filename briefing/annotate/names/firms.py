"""Firms by the words of their trade, and by the first words of their name: 'Lind Cable' of 'Lind Cable & Wire'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import is_given
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import kind_words, known_names, names_alone, without_form

TRADES = frozenset(
    "Airlines Airways Group Computer Computers Holdings Holding Motors Motor Corporation Corp. Corp Company Co. Foods"
    " Industries Technologies Pharmaceuticals Entertainment International Aircraft Software Electronics Stores"
    " Communications Telecommunications Securities Systems Oil Steel Energy Electric Insurance Brands Resources Mining"
    " Minerals Petroleum Chemicals Telecom Bancorp Healthcare Logistics Shipping Breweries Properties Publishing"
    " Supermarkets Beverages Realty Commodities".split()
)
MONEY = frozenset("Capital Management Partners Financial Asset Investment Investments Advisors Ventures".split())


def is_trade(word: str) -> bool:
    return word in TRADES | MONEY


def with_short_firms(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, firms by the first words of their name in place of what the model found there."""
    named = {c.text for c in candidates if c.kind == "organisation"}
    short = {begins for name in sorted(named) for begins in _beginnings(name)}
    short -= {c.text for c in candidates if c.kind == "place" or c.titled}
    firms = list(_standing(parsed, sorted(short))) if short else []
    firms = [f for f in firms if not any(_overlap(c, f) and (c.start < f.start or f.end < c.end) for c in candidates)]
    return [*firms, *(c for c in candidates if not any(_overlap(c, firm) for firm in firms))]


def _beginnings(name: str) -> Iterator[str]:
    """Two words or more that a firm may go by, and nothing else may."""
    words, bare = name.split(), without_form(name)
    if (not is_trade(words[-1]) and bare == name) or is_given(words[0]):
        return
    for end in range(2, len(bare.split())):
        begins, last = " ".join(words[:end]), words[end - 1]
        if last[0].isupper() and last not in kind_words() and begins not in known_names() and names_alone(words[0]):
            yield begins


def _standing(parsed: Parsed, names: Sequence[str]) -> Iterator[Candidate]:
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b(?!-\w| (?:& )?[A-Z])")
    for index, text in enumerate(parsed.texts):
        for found in pattern.finditer(text):
            yield Candidate(index, *found.span(), found[0], "organisation", sure=True)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
