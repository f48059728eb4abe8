"""What the name of a period means: week, month, quarter, season, year, decade.

A resolver gives None where the expression stands for no certain days; then it is shown as it is.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.annotate.times import values
from briefing.annotate.times.context import (
    AWAY,
    HAPPENS,
    LAST,
    Context,
    month_of_words,
    number_of,
    tense_of_deadline,
    year_of_words,
)
from briefing.annotate.times.counts import SAME_PERIOD, a_year_before
from briefing.annotate.times.quarters import MONTHS_OF, quarter_of
from briefing.annotate.times.seasons import FIRST_MONTHS, SEASONS, SINCE
from briefing.annotate.times.values import Tense
from briefing.annotate.times.words import YEAR

DECADES = {word: 1900 + 10 * number for number, word in enumerate(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}  # fmt: skip
SEASONS_OF = re.compile(
    rf"\b(spring|summer|autumn|fall|winter)s\sof\s(?:{YEAR}(?:,\s(?:and\s)?|\s(?:and|or)\s))*$", re.IGNORECASE
)
STARTING = re.compile(r"\b(?:starting|beginning)\s$", re.IGNORECASE)


def period(match: re.Match[str], context: Context) -> str | None:
    """'this week', 'earlier this month', 'last year'; 'the past week' and 'the next year' begin or end on the day."""
    modifier, unit = match["modifier"].lower(), match["unit"].lower()
    rolling = match.group().lower().startswith("the ") and modifier in {"last", "next"}
    if rolling and modifier == "next" and context.tense == "past" and context.told.anchor:
        return values.shift_value(context.told.anchor, 1, unit)  # fell in 1989 and rose the next year
    if context.reference is None or rolling or modifier in {"past", "coming"}:
        return None
    modifier = LAST[modifier]
    if context.before.endswith("this time ") and (modifier, unit) == ("last", "year"):
        return values.shift(context.reference, -12, "month")
    if SAME_PERIOD.search(context.before):
        return a_year_before(context) if unit == "year" and modifier == "last" else None
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
        if modifier == "this" and tense == "past" and context.reference.weekday() in {3, 4}:
            return None  # was going home this weekend
        return values.weekend(context.reference, modifier, tense)
    if unit == "quarter":
        if context.told.is_fiscal:
            return None
        number = (context.reference.month - 1) // 3 + away
        return quarter_of(context.reference.year + number // 4, number % 4 + 1)
    return values.shift(context.reference, away, unit)


def weekend(_: re.Match[str], context: Context) -> str | None:
    return values.weekend(context.reference, "this", context.tense) if context.reference else None


def ended(match: re.Match[str], context: Context) -> str | None:
    """'the quarter' of 'the quarter ended Sept. 30', 'the year' of 'the year to 31 January', 'the six months'."""
    unit, count = match["unit"].lower(), number_of(match["count"]) if match["count"] else 1
    if match["weekday"]:
        tense: Tense = "future" if "ending" in context.after[:8] else "past"
        end = values.weekday(context.reference, match["weekday"].lower(), "", tense) if context.reference else None
        return _weeks_to(end, count) if unit == "week" else None
    month, number = month_of_words(match["month"]), match["day"] or match["day_before"]
    if match["year"]:
        year = int(match["year"])
    elif context.reference is not None:
        told = values.month_without_year(context.reference, month, int(number) if number else None, "past")
        year = int(told[:4]) if told else 0
    else:
        return None
    if unit == "week":
        return _weeks_to(values.day(year, month, int(number)) if number and year else None, count)
    if not year or (number and values.day(year, month, int(number) + 1)):
        return None  # not the end of the month
    first = month + 1 - count * MONTHS_OF[unit]
    return f"{values.month_of(year, first)}/{values.month_of(year, month)}" if first < month else None


def _weeks_to(end: str | None, count: int) -> str | None:
    return f"{(date.fromisoformat(end) - timedelta(7 * count - 1)).isoformat()}/{end}" if end else None


def end_of_period(match: re.Match[str], context: Context) -> str | None:
    """'by year-end', 'the rest of the month': of what lies ahead, the year or month that it is."""
    tense = tense_of_deadline(context)
    is_ahead = tense in {"future", "present", "possible"} or HAPPENS.search(context.before)
    return values.shift(context.reference, 0, match["unit"].lower()) if context.reference and is_ahead else None


def start_of_period(match: re.Match[str], context: Context) -> str | None:
    """'since the start of the year', 'at the beginning of the week' of what is past."""
    is_gone = context.tense == "past" or SINCE.search(context.before)
    return values.shift(context.reference, 0, match["unit"].lower()) if context.reference and is_gone else None


def within(match: re.Match[str], context: Context) -> str | None:
    """'earlier in the week' is of the week of the day told last, and of that of the article where none was told."""
    unit, last = match["unit"].lower(), context.told_last()
    if last is None:
        way: Tense = "past" if match["edge"].lower().startswith("earl") else "future"
        is_clear = context.told.is_fresh and context.reference is not None and context.tense == way
        return values.shift(context.reference, 0, unit) if is_clear and context.reference else None
    if unit == "week":
        return values.week_of(date.fromisoformat(last)) if re.fullmatch(r"\d{4}-\d\d-\d\d", last) else None
    return values.period_of(last, unit)


def new_year(_: re.Match[str], context: Context) -> str | None:
    """'early in the new year'; in spring nothing tells which is the new one."""
    if context.reference is None or 3 <= context.reference.month <= 7:
        return None
    return str(context.reference.year + (context.reference.month > 7))


def running(match: re.Match[str], context: Context) -> str | None:
    """'began the year', 'the highest of the year', 'the week so far'."""
    unit = (match["unit"] or match["running"]).lower()
    told = context.told_last() or ""
    if unit != "week" and re.fullmatch(r"\d{4}-\d\d" if unit == "month" else r"\d{4}", told):
        return told  # of which the text tells
    return values.shift(context.reference, 0, unit) if context.reference else None


def this_decade(_: re.Match[str], context: Context) -> str | None:
    first = context.reference.year // 10 * 10 if context.reference else None
    return f"{first}/{first + 9}" if first else None


def first_of_year(_: re.Match[str], context: Context) -> str | None:
    """The first of January."""
    if context.reference is None or context.tense in {"either", "unknown"}:
        return None
    return values.day(context.reference.year + (context.tense in {*values.AHEAD, "unclear"}), 1, 1)


def year(match: re.Match[str], context: Context) -> str | None:
    """'in the summers of 1997 and 1998' are of these summers; a winter of one year lies in two."""
    of_seasons = SEASONS_OF.search(context.before)
    if of_seasons is None:
        return match["year"]
    code = SEASONS[of_seasons[1].lower()]
    return f"{match['year']}-{code}" if code != "WI" else None


def short_year(match: re.Match[str], context: Context) -> str | None:
    """'in '68'."""
    return str(values.year_of_two_digits(match["year"], context.reference))


def year_in_words(match: re.Match[str], _: Context) -> str:
    """'nineteen ninety-four', 'twenty-eighteen'."""
    return str(year_of_words(match))


def years(match: re.Match[str], _: Context) -> str | None:
    first, last = match["year"], match["last"]
    is_season = len(last) == 2 and (int(first) + 1) % 100 == int(last)  # 2018-19 is a fiscal year or of a sport
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last and not is_season else None


def decade(match: re.Match[str], _: Context) -> str:
    told = match["year"].lower()
    first = DECADES[told] if told in DECADES else int(told) if len(told) == 4 else 1900 + int(told)
    return f"{first}/{first + 9}"


def century(match: re.Match[str], _: Context) -> str | None:
    """By its name: the 20th century are the years that begin with 19."""
    first = 100 * (int(match["number"]) - 1)
    return f"{first:04}/{first + 99:04}" if first >= 1000 else None


def same_year(match: re.Match[str], context: Context) -> str | None:
    """'May of that year', 'that spring': in the year told last in the paragraph; 'the following May' is the next."""
    anchor = context.told_last() or ""
    if not re.match(r"\d{4}\b", anchor):
        return None
    year, told = int(anchor[:4]), int(anchor[5:7]) if re.match(r"\d{4}-\d\d", anchor) else 1
    if match["month"]:
        return values.month_of(year, month_of_words(match["month"]))
    code = SEASONS[match["season"].lower()] if match["season"] else ""
    month = FIRST_MONTHS[code] + 2 if code else month_of_words(match["that"])
    if match["next"]:
        year += "-" not in anchor or month <= told
    elif month < told:
        return None
    return f"{year}-{code}" if code else values.month_of(year, month)


def unresolved(_: re.Match[str], __: Context) -> None:
    return None
