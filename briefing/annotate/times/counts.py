"""What is counted from another time: 'two years ago', 'a year earlier', 'the year-ago quarter', 'a week from Monday'.

A resolver gives None where the expression stands for no certain days; then it is shown as it is.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.annotate.times import values
from briefing.annotate.times.context import Context, month_of_words, number_of, span_of
from briefing.annotate.times.words import COUNT

DAY = re.compile(r"\d{4}-\d\d-\d\d")
BEYOND = re.compile(r"\b(?:(?:more|longer)\sthan|at\sleast|over)\s$", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:less\sthan|under|nearly|almost|up\sto)\s$", re.IGNORECASE)
EITHER = re.compile(rf"\b{COUNT}(?:\s(?:or|to|and)\s|[-–—])$", re.IGNORECASE)  # two or three years ago
SAME_PERIOD = re.compile(
    r"\b(?:same|corresponding|comparable|like|similar|year-ago)\s(?:[\w-]+\s)?"
    r"(?:day|half|months?|night|period|point|quarter|season|stage|time|week|weekend)\s(?:of\s)?$"
)
LEVEL = re.compile(  # from 19, compared with 20 cents a share, traded at $37
    r"\b(?:above|against|below|compared\swith|compared\sto|down\son|from|than|up\son|versus)\s(?:[^;:]*\d[^;:]*)?$|"
    r"\d%?\s(?:(?:percent|per\scent|cents|pence|[mb]illion)\s)?(?:a\sshare,?\s)?(?:of\s|[-–—]\s)?$",
    re.IGNORECASE,
)


def a_year_before(context: Context) -> str | None:
    """Of the month, the quarter or the half that was told last; of one of long ago it is not said."""
    told = context.told.compared()
    is_old = told is not None and context.reference is not None and int(told[:4]) < context.reference.year - 1
    return values.shift_value(told, -1, "year") if told and not is_old else None


def _quarter_before(context: Context) -> str | None:
    """A year before the period of the sentence or the quarter of the report."""
    told = context.told.period or context.told.reported
    is_clear = told is not None and (told == context.told.period or values.is_quarter(told))
    return a_year_before(context) if is_clear else None


def ago(match: re.Match[str], context: Context) -> str | None:
    """'almost two years ago' is in that year as a rule, 'almost two weeks ago' not in that week.

    Where levels are compared 'a year ago' is of the same month or quarter.
    """
    (count, unit), before, is_year = span_of(match), context.before, match.group().lower() == "a year ago"
    if SAME_PERIOD.search(before):
        return a_year_before(context) if is_year else None
    if (
        context.reference is None
        or BEYOND.search(before)
        or EITHER.search(before)
        or (unit != "year" and WITHIN.search(before))
    ):
        return None
    of_quarter = _quarter_before(context) if is_year and LEVEL.search(before) else None
    return of_quarter or values.shift(context.reference, -count, unit)


def to_the_day(match: re.Match[str], context: Context) -> str | None:
    """'two years ago to the day'; 'on Monday, two years to the day after it' is that Monday."""
    if match["ago"] or match.group().lower().endswith("ago to the day"):
        count, unit = span_of(match)
        return values.same_day_of(context.reference, -count, unit) if context.reference else None
    return context.told.day() if re.fullmatch(r",?\s", context.gap) else None


def ago_in(match: re.Match[str], context: Context) -> str | None:
    """'two years ago February', 'a year ago this week'."""
    if context.reference is None:
        return None
    year = context.reference.year - number_of(match["count"])
    if match["month"]:
        return values.month_of(year, month_of_words(match["month"]))
    if match["this"].lower() == "month":
        return values.month_of(year, context.reference.month)
    week = f"{year}{values.week_of(context.reference)[4:]}"
    return None if week.endswith("53") else week


def from_day(match: re.Match[str], context: Context) -> str | None:
    """'two weeks from tomorrow', 'a week ago Monday', '20 years ago today', 'a week on Friday'."""
    if context.reference is None or (not match["side"] and context.tense == "past"):
        return None  # it was a week today
    sign = -1 if match["side"].lower() == "ago" else 1
    if match["weekday"]:
        told = values.weekday(context.reference, match["weekday"].lower(), "", "past" if sign < 0 else "future")
        base = date.fromisoformat(told) if told else context.reference
    else:
        base = context.reference + timedelta(values.NEAR_DAYS.get(match["near"].lower(), 0))
    count, unit = span_of(match)
    value = values.same_day_of(base, sign * count, unit)
    if value is None or not match["weekday"]:
        return value
    away = base.weekday() - date.fromisoformat(value).weekday()  # a year ago Tuesday it was a Tuesday
    return (date.fromisoformat(value) + timedelta((away + 3) % 7 - 3)).isoformat()


def from_now(match: re.Match[str], context: Context) -> str | None:
    return (
        values.shift(context.reference, number_of(match["count"]), match["unit"].lower()) if context.reference else None
    )


def from_anchor(match: re.Match[str], context: Context) -> str | None:
    """'two days earlier', 'the following day': from what the paragraph told last, otherwise unresolved.

    The first sentence of a paragraph may count from the day with which the one before ended.
    """
    count, unit = span_of(match) if "count" in match.groupdict() else (1, match["unit"].lower())
    unit = unit if unit in {"week", "month", "year", "quarter", "decade"} else "day"  # the next morning
    sign = -1 if match["side"].lower() in {"earlier", "before", "previous"} else 1
    anchor = context.told.anchor if unit != "day" else _day_told(match.group(), context, sign)
    is_day, is_level = anchor is None or bool(DAY.fullmatch(anchor)), bool(LEVEL.search(context.before))
    is_of_period = is_day or (context.told.period is not None and anchor != (anchor or "")[:4])
    if is_level and is_of_period and (unit, sign * count) == ("year", -1) and (of_quarter := _quarter_before(context)):
        return of_quarter
    if anchor is None:
        return None
    if unit == "year" and sign > 0 and re.fullmatch(r"\d{4}-\d\d", anchor):
        anchor = anchor[:4]  # freed in May 1990, elected four years later
    if is_day and is_level and unit in {"week", "month"} and match.groupdict().get("count", "the").lower() != "the":
        return values.same_day_of(date.fromisoformat(anchor), sign * count, unit)
    return values.shift_value(anchor, sign * count, unit)


def _day_told(words: str, context: Context, sign: int) -> str | None:
    """'A day earlier' at the head of a sentence counts from the paragraph before, where its own has told nothing."""
    if words[0].isupper() and words.endswith("earlier") and context.told.is_fresh:
        return context.told.carried if DAY.fullmatch(context.told.carried or "") else None
    return context.day_told() or _end_of_span(context.told.anchor, sign)


def _end_of_span(value: str | None, sign: int) -> str | None:
    """The day before or after 'June 3-5' counts from its first day or from its last."""
    days = (value or "").split("/")
    return days[sign > 0] if len(days) == 2 and all(DAY.fullmatch(day) for day in days) else None


def year_ago(match: re.Match[str], context: Context) -> str | None:
    """'the year-ago period' is that of which the text has told, a year before; 'the 1988 quarter' is of that year."""
    told = context.told.compared()
    if told is None or (match["unit"] == "quarter" and not values.is_quarter(told)):
        return None
    year = match.groupdict().get("year")
    return values.shift_value(told, int(year) - int(told[:4]) if year else -1, "year")


def same_period(match: re.Match[str], context: Context) -> str | None:
    """'the same month of 2016' is that of which the text has told, in that year."""
    unit, year, told = match["unit"].lower(), int(match["year"]), context.told.compared()
    if unit == "week" and re.fullmatch(r"\d{4}-W\d\d", context.told.anchor or ""):
        return f"{year}{(context.told.anchor or '')[4:]}"
    if told and context.reference and told[:7] > context.reference.isoformat()[:7]:
        return None  # has a plan until next May, earned less than in the same period of 1995
    fits = told is not None and ("/" not in told if unit == "month" else unit != "quarter" or values.is_quarter(told))
    return values.shift_value(told, year - int(told[:4]), "year") if told and fits and unit != "week" else None


def told_quarter(_: re.Match[str], context: Context) -> str | None:
    """'the quarter' is the one of which the text has told."""
    told = context.told.compared()
    return told if told and values.is_quarter(told) else None


def hours_later(match: re.Match[str], context: Context) -> str | None:
    """'24 hours later' is the next day."""
    day = context.day_told()
    sign = 1 if match["side"].lower() == "later" else -1
    return values.shift_value(day, sign * int(match["hours"]) // 24, "day") if day else None
