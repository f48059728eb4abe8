"""What the name of a season means: 'this fall', 'by spring', 'last winter'."""

from __future__ import annotations

import re
from datetime import date

from briefing.annotate.times import values
from briefing.annotate.times.context import HAPPENS, LAST, Context, tense_of_deadline, told_year
from briefing.annotate.times.values import AHEAD, Tense

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SINCE = re.compile(r"\bsince\s$", re.IGNORECASE)
FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9}
AHEAD_OF = re.compile(r"\b(?:about|ahead\sof|before|by)\s$", re.IGNORECASE)
MARCH, AUTUMN = 3, 9


def season(match: re.Match[str], context: Context) -> str | None:
    """'the summer of 1996', 'this fall', 'last spring', 'since the summer'; winters lie in two years."""
    code, year = SEASONS[match["season"].lower()], told_year(match, context)
    if match["short"]:
        year = values.year_of_two_digits(match["short"], context.reference)
    if year is not None:
        if code != "WI":
            return f"{year}-{code}"
        follows = match["last"] and (year + 1) % 100 == int(match["last"][-2:])
        return f"{year}-12/{year + 1}-02" if follows else None  # the winter of 1981-82
    if context.reference is None or match["which"]:
        return None
    which = LAST[match["modifier"].lower()] if match["modifier"] else _way_to_season(context)
    if code == "WI":
        return winter(which or "", context.reference, context.tense)
    first, month, year = FIRST_MONTHS[code], context.reference.month, context.reference.year
    if which == "before":
        if month == first:
            return None  # this spring, which has begun, or the last?
        return f"{year - (month < first)}-{code}"
    if which == "ahead":
        told = context.told.anchor or ""  # in June, with another to follow in the autumn
        is_told = re.fullmatch(r"\d{4}-\d\d", told) and told > f"{year}-{month:02}" and context.goes_on
        year, month = (int(told[:4]), int(told[5:])) if is_told else (year, month)
        if month == first + 2 and not is_told:
            return None  # what is left of this one, or the next?
        return f"{year + (month > first + 2)}-{code}"
    if which == "this":
        return f"{year}-{code}"
    if which == "last":
        return None if month == first + 3 else f"{year - (month <= first + 2)}-{code}"
    return f"{year + 1}-{code}" if which == "next" and month >= first else None


def winter(which: str, reference: date, tense: Tense) -> str | None:
    """From December to February; on its first and last days 'last winter' and 'the winter' may be two."""
    month = reference.month
    begun = reference.year - (month <= 2)  # the year in which the winter begins that is or comes next
    is_on = month in {12, 1, 2}
    away = {
        "this": 0 if is_on or month >= AUTUMN else -1 if month <= AUTUMN // 2 and tense == "past" else None,
        "last": None if month == MARCH else -1,
        "next": 1 if is_on else 0 if month < AUTUMN else None,
        "before": (0 if month <= 2 else None) if is_on else -1,
        "ahead": None if is_on else 0,
    }.get(which)
    return f"{begun + away}-12/{begun + away + 1}-02" if away is not None else None


def _way_to_season(context: Context) -> str | None:
    """Of 'since the summer', 'by the spring', 'in the fall'."""
    tense = "past" if SINCE.search(context.before) else tense_of_deadline(context)
    if tense in AHEAD and (AHEAD_OF.search(context.before) or HAPPENS.search(context.before.removesuffix("in "))):
        return "ahead"
    return {"past": "before", "future": "ahead"}.get(tense)
