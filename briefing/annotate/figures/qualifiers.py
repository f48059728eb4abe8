"""What qualifies a figure: 'more than', 'at least', 'nearly', 'or so'."""

from __future__ import annotations

import re

from briefing.annotate.figures.units import LENGTHS, Unit

QUALIFIERS = (
    "not more than", "not less than",
    "no fewer than", "no less than", "no more than", "as many as", "as much as", "as few as", "as little as",
    "as high as", "as low as", "in excess of", "upwards of", "an average of", "an estimated", "a maximum of",
    "a minimum of", "a record", "a total of", "more than", "less than", "fewer than", "greater than", "at least",
    "at most", "close to", "shy of", "up to", "about", "above", "almost", "approximately", "around", "below",
    "estimated", "nearly", "over", "roughly", "some", "under",
)  # fmt: skip
LONGEST = 20  # characters, with a space to spare
_EXCEEDS = re.compile(r"(?P<not>\bnot\s|n['’]t\s)?\b(?:exceed|surpass)(?:s|ed|es|ing)?\s$")
_BOUNDS = re.compile(
    r"\+(?![\w])|-(?P<odd>odd)(?=\s[a-z])|[ -](?:or[ -](?:(?P<most>fewer|less|under|below)|(?P<about>so)|"
    r"(?:more|above|over|greater|better)(?! than))|(?<=\d[ -])plus|plus(?!\s\w))\b"  # not 290 passengers plus cargo
)
_SPREAD = re.compile(
    r"\b(?:spread|stretch|extend|scatter|fl[ye]w?|cross|rang|distribut|burn|took place)\w*(?:\s\w+)?\s"
    r"(?:over|above|under|about|around)\s$",
    re.IGNORECASE,
)
_PLACES = frozenset({"below", "under", "above", "around"})


def bounds(text: str, stop: int) -> tuple[str | None, int]:
    """The qualifier that 'or more', 'or so' or '+' behind a number says, and where it ends."""
    match = _BOUNDS.match(text, stop)
    if match is None:
        return None, stop
    return "at most" if match["most"] else "about" if match["about"] or match["odd"] else "at least", match.end()


def find_qualifier(text: str, begin: int, is_range: bool) -> tuple[str | None, int]:
    """The qualifier right before the figure, and the character where figure and qualifier begin."""
    before = text[max(0, begin - LONGEST) : begin].lower()
    if exceeds := _EXCEEDS.search(before):
        return ("no more than" if exceeds["not"] else "more than"), begin
    for qualifier in ("between", *QUALIFIERS) if is_range else QUALIFIERS:
        if before.endswith(f"{qualifier} ") and not before[: -len(qualifier) - 1][-1:].isalpha():
            if _SPREAD.search(text[max(0, begin - 40) : begin]):
                return None, begin
            return qualifier, begin - len(qualifier) - 1
    return None, begin


def is_depth(qualifier: str | None, unit: Unit | None) -> bool:
    """'below 1,400 feet' says where, not how much."""
    return qualifier in _PLACES and unit is not None and unit.symbol in LENGTHS
