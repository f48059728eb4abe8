"""The unit or currency of a number: '$60 billion', '45 percent', '25 basis points', '120 miles per hour'."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.annotate.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

LONGEST_UNIT = 3  # words


@dataclass(frozen=True, slots=True)
class Unit:
    """``doc[start:end]`` is the number with its unit; ``symbol`` is an ISO 4217 code, '%' or the usual sign."""

    symbol: str
    start: int
    end: int

    @property
    def is_money(self) -> bool:
        return len(self.symbol) == 3 and self.symbol.isupper()


def find_unit(doc: Doc, first: Number, last: Number) -> Unit | None:
    """The unit of a number, or of a range from ``first`` to ``last``; None for a plain count."""
    start = money_start(doc, first)
    if start < first.start:
        symbol = _table()[_sign(doc, start, first)][0]
        coded = doc[last.end].text if last.end < len(doc) else ""
        end = last.end + (_table().get(coded.lower(), ("", ""))[0] == symbol and coded.isupper())
        return Unit(symbol, start, end)  # $249 USD
    if last.suffix in _table():
        return Unit(_table()[last.suffix][0], first.start, last.end)
    after = last.end + (last.end < len(doc) and doc[last.end].text == "-")
    for length in range(LONGEST_UNIT, 0, -1):
        words = doc[after : after + length]
        for surface in (words.text.lower(), _singular(words)) if len(words) == length else ():
            symbol, side = _table().get(surface, ("", "before"))
            if side != "before":
                return Unit(symbol, first.start, after + length)
    return None


def money_start(doc: Doc, number: Number) -> int:
    """The first token of the currency before the number ('$', 'US$', 'USD'), or of the number."""
    for length in (2, 1):
        start = number.start - length
        if start < 0 or (length == 2 and doc[start].whitespace_ and doc[start].text != "US"):
            continue
        if _table().get(_sign(doc, start, number), ("", "after"))[1] != "after":
            return start
    return number.start


def _sign(doc: Doc, start: int, number: Number) -> str:
    return doc[start : number.start].text.lower().replace(" ", "")


def _singular(words: Span) -> str:
    return " ".join([token.lower_ for token in words[:-1]] + [words[-1].lemma_.lower()])


@cache
def _table() -> Mapping[str, tuple[str, str]]:
    """How a unit is written, to its symbol and the side of the number on which it stands."""
    lines = files("briefing.lexicon").joinpath("units.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {surface: (symbol, side) for surface, symbol, side in rows}
