"""Ranges of numbers: '10 to 15', 'between $5 and $7 billion', '60–80 mph'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.annotate.figures.numbers import Number
from briefing.annotate.figures.units import Unit, find_unit

FAR = 4
THOUSAND = 1000.0
LAST_DAY = 31
YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
CENTS = re.compile(r"\.\d\d$")
DATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s$")
LONGEST_JOINT = 12  # characters between two numbers, with a unit and a currency
JOINT = re.compile(r"\s?(?:(?P<hyphen>[-–—‑])|-?(?P<word>to|or|and)-?(?![a-z]))\s?", re.IGNORECASE)
CHANGES = re.compile(
    r"\b(?:up|down|(?:ris|fall|gain|los|dropp?|climb|jump|slipp?|slid|plung|add|shed|increas|decreas|declin|cutt?|"
    r"rais|lower|grow|eas|edg|improv|mov|soar|surg|tumbl|defeat|beat)(?:e|es|s|ing|ed)?|rose|fell|lost|slid|grew|risen|"
    r"fallen|grown|cut|go(?:es|ing|ne)?|went)(?:\s(?:[a-z]+\s)?(?:by|an?|about|another|some|around|nearly))?\s$",
    re.IGNORECASE,
)
SPAN = re.compile(r"(?:anywhere|anything|rang(?:e|es|ed|ing)|estimates|var(?:y|ied|ies|ying))\sfrom\s$", re.IGNORECASE)


def pair_numbers(numbers: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Numbers in text order, each with itself or, in a range, with its upper end."""
    place = 0
    while place < len(numbers):
        first, following = numbers[place], numbers[min(place + 1, len(numbers) - 1)]
        if following is not first and _is_range(first, following):
            yield first, following
            place += 1
        elif not _has_scale_of(first, following):
            yield first, first
        place += 1


def shared_scale(first: Number, last: Number) -> float:
    """What '$3' is multiplied by in '$3 to $5 million', '3-5,000'; '$900,000 to $2 million' stand for themselves."""
    if last.thousands and last.value <= FAR * THOUSAND * first.value and THOUSAND * first.value < last.value:
        return THOUSAND
    shares = first.scale == 1.0 < last.scale and 0 < first.value * last.scale < last.value
    return last.scale if shares else 1.0


def _is_range(first: Number, second: Number) -> bool:
    """Not 'from 10 to 15' and 'down $2 to $77', which are changes, nor '3 to 2'."""
    unit, end = (find_unit(number.text, number.begin, number.stop, number.scale) for number in (first, second))
    joint = _joint(first, second, unit, end)
    if joint is None or not first.value < second.value or (first.fraction and not second.fraction):
        return False
    start = unit.begin if unit is not None else first.begin
    before = first.text[max(0, start - 24) : start]
    if second.value > LAST_DAY and DATED.search(before):
        return False  # since Dec. 5 to 922
    if YEAR.fullmatch(first.text, first.begin, first.stop) and second.scale > 1 and unit is None:
        return False  # from 7.2 million in 1990 to 8.8 million
    if (joint["word"] or "").lower() == "and":
        return bool(re.search(r"\bbetween\s(?:(?:about|roughly|around)\s)?$", before, re.IGNORECASE))
    if joint["word"] and (unit is not None or end is None) and CHANGES.search(before):
        return False
    if end is None and re.search(r"\bby\s$", before) and second.value > FAR * first.value * shared_scale(first, second):
        return False  # by 23,000 to 1.4 million
    return SPAN.search(before) is not None or not re.search(r"\bfrom\s(?:about\s)?$", before, re.IGNORECASE)


def _joint(first: Number, second: Number, unit: Unit | None, end: Unit | None) -> re.Match[str] | None:
    """What joins two numbers of one unit; None where something else stands between, or the units differ."""
    begin, stop = first.stop, second.begin
    if unit is not None:
        if (end.symbol if end is not None else unit.is_money and unit.symbol) != unit.symbol:
            return None
        begin = unit.stop
    if end is not None:
        stop = end.begin
    return JOINT.fullmatch(first.text, begin, stop) if 0 < stop - begin <= LONGEST_JOINT else None


def _has_scale_of(first: Number, second: Number) -> bool:
    """'from $3 to $5 billion': three dollars or three billion."""
    unit = find_unit(second.text, second.begin, second.stop, second.scale)
    between = first.text[first.stop : unit.begin if unit is not None else second.begin]
    if between == " and " and CENTS.search(first.text, first.begin, first.stop):
        return False  # the $1.05 and $14.9 billion expected
    return re.fullmatch(r"\s(?:to|and|or)\s", between) is not None and shared_scale(first, second) > 1
