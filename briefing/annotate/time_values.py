"""Calendar arithmetic for expressions of time: from a reference day to ISO 8601 values.

Weeks are ISO weeks. Values are a day (2024-04-28), week (2024-W18), month (2024-04), year (2024), or a range of two
days or months with a slash.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "present", "future", "unknown"]  # present: of what is planned, possible or going on

WEEKDAYS = tuple(day.lower() for day in calendar.day_name)
MONTHS = tuple(month.lower() for month in calendar.month_name)[1:]
MONTH_NUMBERS = (
    {month: number for number, month in enumerate(MONTHS, 1)}
    | {month[:3]: number for number, month in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
SUNDAY = 6
AHEAD = frozenset({"present", "future"})


def day(year: int, month: int, number: int) -> str | None:
    """A day that exists, else None."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def week_of(moment: date) -> str:
    year, week, _ = moment.isocalendar()
    return f"{year}-W{week:02}"


def month_of(year: int, month: int) -> str:
    """A month, counted on over the ends of years: month 0 is last December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}"


def months(year: int, first: int, last: int) -> str:
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def weekday(reference: date, name: str, modifier: str, tense: Tense) -> str:
    """'Sunday' in the past is the latest one up to the reference day, in the future the next from it on.

    'last Friday' is never the reference day; 'next Friday' is that of the coming ISO week.
    """
    back = (reference.weekday() - WEEKDAYS.index(name)) % 7
    if modifier == "last":
        return (reference - timedelta(back or 7)).isoformat()
    if modifier == "next":
        return (reference + timedelta(7 - reference.weekday() + WEEKDAYS.index(name))).isoformat()
    if tense in AHEAD or modifier in {"coming", "this coming"}:
        return (reference + timedelta(-back % 7)).isoformat()
    return (reference - timedelta(back)).isoformat()


def week(reference: date, modifier: str, tense: Tense) -> str | None:
    """'this week' said on a Sunday of the days ahead is the week that begins; 'last week' said then is unclear."""
    sunday = reference.weekday() == SUNDAY
    if modifier == "last":
        return None if sunday else week_of(reference - timedelta(7))
    if modifier == "next" or (sunday and tense in AHEAD):
        return week_of(reference + timedelta(7))
    return week_of(reference)


def weekend(reference: date, modifier: str, tense: Tense) -> str:
    """Saturday and Sunday; on one of these days 'this weekend' is the one it is, 'last' the one before."""
    saturday = reference - timedelta((reference.weekday() - 5) % 7)  # the latest, today included
    is_on = reference.weekday() >= 5
    if modifier == "last":
        saturday -= timedelta(7 if is_on else 0)
    elif modifier == "next":
        saturday += timedelta(7 if is_on else 14)
    elif not is_on and tense != "past":
        saturday += timedelta(7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def month_without_year(reference: date, month: int, number: int | None, tense: Tense) -> str | None:
    """'March 11' or 'March': the nearest in the direction of the tense; without one, the nearest of all."""
    if number is None:
        if tense == "past":
            year = reference.year - (month > reference.month)
        elif tense == "future":
            year = reference.year + (month < reference.month)
        else:
            year = reference.year + round((reference.month - month) / 12)
        return month_of(year, month)
    near = [day(year, month, number) for year in range(reference.year - 4, reference.year + 5)]
    days = [date.fromisoformat(value) for value in near if value]
    if tense == "past":
        days = [other for other in days if other <= reference]
    elif tense == "future":
        days = [other for other in days if other >= reference]
    return min(days, key=lambda other: abs((other - reference).days)).isoformat() if days else None


def shift(reference: date, count: int, unit: str) -> str | None:
    """``count`` units from the reference, as precise as the unit: 'two months ago' is a month."""
    try:
        if unit == "day":
            return (reference + timedelta(count)).isoformat()
        if unit == "week":
            return week_of(reference + timedelta(7 * count))
    except OverflowError:
        return None
    if unit == "month":
        return month_of(reference.year, reference.month + count) if abs(count) < 12_000 else None
    year = reference.year + count * (10 if unit == "decade" else 1)
    return f"{year:04}" if unit == "year" and 1 <= year <= 9999 else None


def quarter(reference: date | None, number: int, year: int | None, tense: Tense) -> str | None:
    """The months of a quarter; without its year, the latest that has begun, or in the future the next to end."""
    first = 3 * number - 2
    if year is None:
        if reference is None:
            return None
        year = reference.year
        if tense == "future":
            year += reference.month > first + 2
        else:
            year -= reference.month < first
    return months(year, first, first + 2)
