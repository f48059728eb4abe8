"""What the parts of a year mean: quarters, halves, 'the first nine months', 'the April-June quarter'.

A resolver gives None where the expression stands for no certain days; then it is shown as it is.
"""

from __future__ import annotations

import re
from datetime import date

from briefing.annotate.times import values
from briefing.annotate.times.context import ATTRIBUTE, AWAY, Context, month_of_words, number_of, told_year
from briefing.annotate.times.counts import SAME_PERIOD
from briefing.annotate.times.values import Tense
from briefing.annotate.times.words import DAY, MONTH, YEAR

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"opening": 1, "final": 4, "last": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}
MONTHS_OF = {"month": 1, "quarter": 3, "half": 6, "year": 12}
REPORTED = re.compile(
    r"\s(?:(?!and\b|but\b)[\w-]+\s)?(?:deficit|earnings|figures|growth|income|loss(?:es)?|net|output|profits?|results|revenues?|sales|"
    r"surplus|turnover)\b"
)
LATE = 6  # months
MIDDLE = 7  # a month: July
SOON = 4  # months in which a company reports on the half year before


def quarter(match: re.Match[str], context: Context) -> str | None:
    number = ORDINALS.get((match["number"] or "").lower(), 0)
    if match.groupdict().get("month"):
        number = month_of_words(match["month"]) // 3
    if of_fiscal := _quarter_to(number, context):
        return of_fiscal
    financial = context.told.is_fiscal or re.match(r"\sof\s(?:\w+\s)?(?:financial|fiscal)\b", context.after)
    if financial or "fiscal" in context.before[-12:].lower() or SAME_PERIOD.search(f"{context.before}{match.group()} "):
        return None
    year = told_year(match, context)
    if year is None and context.reference is not None:
        is_of_report = "-" in match.group() or bool(ATTRIBUTE.match(context.after))  # will report third-quarter results
        year = _year_of_quarter(context.reference, number, context.tense, is_of_report)
    return quarter_of(year, number) if year else None


def month_span(match: re.Match[str], context: Context) -> str | None:
    """'the April-June quarter', 'January-March 2019'."""
    first, last = month_of_words(match["month"]), month_of_words(match["last"])
    year = told_year(match, context)
    if year is None and context.reference is not None:
        end = values.month_without_year(context.reference, last, None, context.tense)
        year = int(end[:4]) if end else None
    return f"{values.month_of(year - (first > last), first)}/{values.month_of(year, last)}" if year else None


def _quarter_to(number: int, context: Context) -> str | None:
    """'the third quarter ended Dec. 31' is of a year that is not the calendar's."""
    ends = re.match(
        rf",?\s(?:that\s)?end(?P<form>ed|ing|s)\s(?P<month>{MONTH})(?:\s{DAY}\b)?(?:,?\s(?P<year>{YEAR})\b)?",
        context.after,
    )
    month = month_of_words(ends["month"]) if ends else 3 * number
    if ends is None or month == 3 * number or context.reference is None:
        return None
    if ends["year"]:
        last: str | None = values.month_of(int(ends["year"]), month)
    else:
        tense: Tense = "future" if ends["form"] == "ing" and context.tense != "past" else "past"
        last = values.month_without_year(context.reference, month, None, tense)
    return f"{values.month_of(int(last[:4]), month - 2)}/{last}" if last else None


def _year_of_quarter(reference: date, number: int, tense: Tense, is_of_report: bool) -> int | None:
    """In the past that of the latest quarter that has begun, in the future of the next to end, and otherwise of the
    latest that has begun if it is this year. What is reported of a quarter is so soon after its end."""
    year, month, first = reference.year, reference.month, 3 * number - 2
    since_end = (month - first - 3) % 12
    if tense == "future" and not (is_of_report and since_end < 3):
        return year + (month > first + 2)
    if month >= first or (tense in values.AHEAD and first - month <= 3):
        return year
    is_near = month + 12 <= first + 8
    return year - 1 if (tense == "past" or is_of_report) and is_near else None  # else nearer to come than gone


def quarter_of(year: int, number: int) -> str:
    return values.months(year, 3 * number - 2, 3 * number)


def part_of_year(match: re.Match[str], context: Context) -> str | None:
    """'the first nine months', 'the last two quarters of 1989'; without a year those of this year, if they have ended,
    or of the last, if they ended of late."""
    count, year = number_of(match["count"]) * MONTHS_OF[match["unit"].lower()], told_year(match, context)
    if year is None and context.reference is not None:
        is_this_year = count < context.reference.month
        is_late = is_this_year or context.reference.month + 12 - count <= LATE
        year = context.reference.year - (not is_this_year) if is_late else None
    if year is None or not 1 < count < 12:
        return None
    return values.months(year, 13 - count, 12) if match["from_end"] else values.months(year, 1, count)


def just_ended(match: re.Match[str], context: Context) -> str | None:
    """'the quarter just ended'."""
    if context.reference is None:
        return None
    unit, number = match["unit"].lower(), (context.reference.month - 1) // 3
    if unit == "quarter":
        return quarter_of(context.reference.year - (number == 0), number or 4)
    return values.shift(context.reference, -1, unit)


def half(match: re.Match[str], context: Context) -> str | None:
    if match["number_after"]:
        number, told = match["number_after"], _year_before(match, context)
    else:
        number = match["number"]
        told = told_year(match, context) or (context.reference.year if context.reference else None)
    if told is None:
        return None
    return values.months(told, 1, 6) if number.lower() == "first" else values.months(told, 7, 12)


def half_of_report(match: re.Match[str], context: Context) -> str | None:
    """'first-half profit' is of the half that has just ended, or that runs."""
    if context.reference is None or context.told.is_fiscal or not REPORTED.match(context.after):
        return None
    year, month, is_first = context.reference.year, context.reference.month, match[0].lower().startswith("first")
    if is_first:
        return values.months(year, 1, 6) if month >= MIDDLE else None
    if month >= MIDDLE:
        return values.months(year, 7, 12)
    return values.months(year - 1, 7, 12) if month <= SOON and context.tense != "future" else None


def half_alone(match: re.Match[str], context: Context) -> str | None:
    """'fell in the first half', 'will grow in the second half': of this year, if the first has ended."""
    reference, is_first = context.reference, match["number"].lower() == "first"
    if reference is None or context.told.is_fiscal or context.is_quoted:
        return None
    has_ended = is_first and reference.month >= MIDDLE
    if context.tense == "past" and has_ended:
        return values.months(reference.year, 1, 6)
    return values.months(reference.year, 7, 12) if context.tense == "future" and not is_first else None


def _year_before(match: re.Match[str], context: Context) -> int | None:
    """The year of '1990's first half'."""
    if match["year_before"]:
        return int(match["year_before"])
    return context.reference.year + AWAY[match["which_before"].lower()] if context.reference else None
