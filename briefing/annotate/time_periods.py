"""What the name of a period means: week, month, quarter, season, year, decade; and what is counted from another.

A resolver gives None where the expression stands for no certain days; then it is shown as it is.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.annotate import time_values as values
from briefing.annotate.time_context import AWAY, LAST, Context, month_of_words, told_year
from briefing.annotate.time_values import Tense
from briefing.annotate.time_words import MONTH, NUMBERS

COUNTS = {word: number for number, word in enumerate(NUMBERS, 1)} | {"a": 1, "an": 1, "the": 1}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
DECADES = {word: 1900 + 10 * number for number, word in enumerate(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}  # fmt: skip
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9}
QUARTER = len("2024-01/2024-03")
BEYOND = re.compile(r"\b(?:(?:more|longer)\sthan|at\sleast|over)\s$", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:less\sthan|under|nearly|almost|up\sto)\s$", re.IGNORECASE)
STARTING = re.compile(r"\b(?:starting|beginning)\s$", re.IGNORECASE)
SAME_PERIOD = re.compile(r"\b(?:same|corresponding|comparable|year-ago)\s(?:\w+\s){1,2}(?:of\s)?$")


def period(match: re.Match[str], context: Context) -> str | None:
    """'this week', 'earlier this month', 'last year'; 'the past week' and 'the next year' begin or end on the day."""
    modifier, unit = match["modifier"].lower(), match["unit"].lower()
    rolling = match.group().lower().startswith("the ") and modifier in {"last", "next"}
    if rolling and modifier == "next" and context.tense == "past" and context.told.anchor:
        return values.shift_value(context.told.anchor, 1, unit)  # fell in 1989 and rose the next year
    if context.reference is None or rolling or modifier in {"past", "coming"}:
        return None
    modifier = LAST[modifier]
    if SAME_PERIOD.search(context.before):
        return _a_year_before(context) if unit == "year" and modifier == "last" else None
    if match["edge"] and modifier == "this":
        tense: Tense = "past" if match["edge"].lower().startswith("earl") else "future"
    elif STARTING.search(context.before):  # crossings that open starting this week are told of before
        tense = "future"
    else:
        tense = context.tense
    away = AWAY.get(modifier, 0)
    if unit == "week":
        return values.week(context.reference, modifier, tense)
    if unit == "weekend":
        return values.weekend(context.reference, modifier, tense)
    if unit == "quarter":
        number = (context.reference.month - 1) // 3 + away
        return _quarter_of(context.reference.year + number // 4, number % 4 + 1)
    return values.shift(context.reference, away, unit)


def _a_year_before(context: Context) -> str | None:
    """Of the month, the quarter or the half that was told last."""
    return values.shift_value(context.told.period, -1, "year") if context.told.period else None


def weekend(_: re.Match[str], context: Context) -> str | None:
    return values.weekend(context.reference, "this", context.tense) if context.reference else None


def ago(match: re.Match[str], context: Context) -> str | None:
    """'almost two years ago' is in that year as a rule, 'almost two weeks ago' not in that week."""
    unit, before = match["unit"].lower(), context.before
    if SAME_PERIOD.search(before):
        return _a_year_before(context) if match.group().lower() == "a year ago" else None
    if context.reference is None or BEYOND.search(before) or (unit != "year" and WITHIN.search(before)):
        return None
    return values.shift(context.reference, -_count(match), unit)


def _count(match: re.Match[str]) -> int:
    count = match["count"].lower()
    return int(count) if count.isdigit() else COUNTS[count]


def from_day(match: re.Match[str], context: Context) -> str | None:
    """'two weeks from tomorrow', 'a week ago Monday', '20 years ago today'."""
    if context.reference is None:
        return None
    sign = -1 if match["side"].lower() == "ago" else 1
    if match["weekday"]:
        told = values.weekday(context.reference, match["weekday"].lower(), "", "past" if sign < 0 else "future")
        base = date.fromisoformat(told) if told else context.reference
    else:
        base = context.reference + timedelta(values.NEAR_DAYS.get(match["near"].lower(), 0))
    return values.same_day_of(base, sign * _count(match), match["unit"].lower())


def from_now(match: re.Match[str], context: Context) -> str | None:
    return values.shift(context.reference, _count(match), match["unit"].lower()) if context.reference else None


def from_anchor(match: re.Match[str], context: Context) -> str | None:
    """'two days earlier', 'the following day': from what the paragraph told last, otherwise unresolved.

    The first sentence of a paragraph may count from the day with which the one before ended.
    """
    unit = match["unit"].lower()
    unit = unit if unit in {"week", "month", "year", "quarter", "decade"} else "day"  # the next morning
    anchor = context.day_told() if unit == "day" else context.told.anchor
    if anchor is None:
        return None
    count = _count(match) if "count" in match.groupdict() else 1
    sign = -1 if match["side"].lower() in {"earlier", "before", "previous"} else 1
    return values.shift_value(anchor, sign * count, unit)


def year_ago(match: re.Match[str], context: Context) -> str | None:
    """'the year-ago period' is that of which the text has told, a year before; 'the 1988 quarter' is of that year."""
    told = context.told.period
    if told is None or (match["unit"] == "quarter" and len(told) != QUARTER):
        return None
    year = match.groupdict().get("year")
    return values.shift_value(told, int(year) - int(told[:4]) if year else -1, "year")


def told_quarter(_: re.Match[str], context: Context) -> str | None:
    """'the quarter' is the one of which the text has told."""
    told = context.told.period
    return told if told and len(told) == QUARTER else None


def end_of_period(match: re.Match[str], context: Context) -> str | None:
    """'by year-end', 'the rest of the month': of what lies ahead, the year or month that it is."""
    if context.reference is None or context.tense not in {"future", "present", "possible"}:
        return None
    return values.shift(context.reference, 0, match["unit"].lower())


def year(match: re.Match[str], _: Context) -> str:
    return match["year"]


def short_year(match: re.Match[str], context: Context) -> str | None:
    """'in '68'."""
    digits = match["year"] or match["of_year"]
    return str(values.year_of_two_digits(digits, context.reference))


def years(match: re.Match[str], _: Context) -> str | None:
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else None


def decade(match: re.Match[str], _: Context) -> str:
    told = match["year"].lower()
    first = DECADES[told] if told in DECADES else int(told) if len(told) == 4 else 1900 + int(told)
    return f"{first}/{first + 9}"


def century(match: re.Match[str], _: Context) -> str | None:
    """By its name: the 20th century are the years that begin with 19."""
    first = 100 * (int(match["number"]) - 1)
    return f"{first:04}/{first + 99:04}" if first >= 1000 else None


def season(match: re.Match[str], context: Context) -> str | None:
    """'the summer of 1996', 'this fall', 'last spring'; winters lie in two years."""
    code = SEASONS[match["season"].lower()]
    if match["year"] or code == "WI":
        return f"{match['year']}-{code}" if match["year"] and code != "WI" else None
    if context.reference is None:
        return None
    first, month, year = FIRST_MONTHS[code], context.reference.month, context.reference.year
    which = LAST[match["modifier"].lower()]
    if which == "this":
        return f"{year}-{code}"
    if which == "last":
        return None if first <= month <= first + 3 else f"{year - (month < first)}-{code}"
    return f"{year + 1}-{code}" if month >= first else None


def quarter(match: re.Match[str], context: Context) -> str | None:
    number = ORDINALS[match["number"].lower()]
    financial = re.match(r"\sof\s(?:\w+\s)?(?:financial|fiscal)\b", context.after) or _ends_elsewhere(number, context)
    if financial or "fiscal" in context.before[-12:].lower() or SAME_PERIOD.search(f"{context.before}{match.group()} "):
        return None
    year = told_year(match, context)
    if year is None and context.reference is not None:
        year = _year_of_quarter(context.reference.year, context.reference.month, number, context.tense)
    return _quarter_of(year, number) if year else None


def _ends_elsewhere(number: int, context: Context) -> bool:
    """'the third quarter ended Dec. 31' is of a year that is not the calendar's."""
    ended = re.match(rf",?\s(?:that\s)?end(?:ed|ing|s)\s({MONTH})", context.after)
    return ended is not None and month_of_words(ended[1]) != 3 * number


def _year_of_quarter(year: int, month: int, number: int, tense: Tense) -> int | None:
    """In the past that of the latest quarter that has begun, in the future of the next to end, and otherwise of the
    latest that has begun if it is this year."""
    first = 3 * number - 2
    if tense == "future":
        return year + (month > first + 2)
    if month >= first:
        return year
    return year - 1 if tense == "past" and month + 12 <= first + 8 else None  # else nearer to come than gone


def _quarter_of(year: int, number: int) -> str:
    return values.months(year, 3 * number - 2, 3 * number)


def half(match: re.Match[str], context: Context) -> str | None:
    told = told_year(match, context) or (context.reference.year if context.reference else None)
    if told is None:
        return None
    return values.months(told, 1, 6) if match["number"].lower() == "first" else values.months(told, 7, 12)


def unresolved(_: re.Match[str], __: Context) -> None:
    return None
