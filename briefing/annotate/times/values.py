"""Calendar arithmetic for expressions of time: from a reference day to ISO 8601 values.

Weeks are ISO weeks. Values are a day (2024-04-28), week (2024-W18), month (2024-04), season (2024-SU), year (2024), or
a range of two days, months or years with a slash.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Literal

Tense = Literal["past", "present", "possible", "habit", "future", "unclear", "either", "unknown"]
# present: of what is planned or going on; possible: of what may or would be; habit: in the simple present, of what is
# always or about to be; unclear: past or future, as of what was planned; either: of the vote or of what was voted for;
# unknown: no verb tells

WEEKDAYS = tuple(day.lower() for day in calendar.day_name)
MONTHS = tuple(month.lower() for month in calendar.month_name)[1:]
MONTH_NUMBERS = (
    {month: number for number, month in enumerate(MONTHS, 1)}
    | {month[:3]: number for number, month in enumerate(MONTHS, 1)}
    | {"sept": 9}
)
SUNDAY = 6
NEAR_DAYS = {"yesterday": -1, "last night": -1, "tomorrow": 1}
AHEAD = frozenset({"present", "possible", "habit", "future"})
SOON = 3  # days: what was planned for a day so near lies ahead
GONE = 2  # the same of a month gone, where the verb speaks of the present or of what was planned
MONTH = 31  # days at most
HALF_YEAR = timedelta(180)
AHEAD_OF_NOW = 20  # years: so far on a year of two digits may lie
NEAR = 4  # months up to which the nearest 'March' is the one meant where no tense tells


def day(year: int, month: int, number: int) -> str | None:
    """A day that exists, else None."""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return None


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date | None:
    """The first to fifth of a weekday in a month, the last by -1."""
    days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
    place = number if number < 0 else number - 1
    return date(year, month, days[place]) if place < len(days) else None


def week_of(moment: date) -> str:
    year, week, _ = moment.isocalendar()
    return f"{year}-W{week:02}"


def month_of(year: int, month: int) -> str:
    """A month, counted on over the ends of years: month 0 is last December."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}"


def months(year: int, first: int, last: int) -> str:
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def weekday(reference: date, name: str, modifier: str, tense: Tense) -> str | None:
    """'Sunday' in the past is the latest one up to the reference day, in the future the next from it on.

    'last Friday' is never the reference day, and said on a Saturday it is unclear; 'next Friday' is that of the coming
    ISO week. What was planned for Friday lies ahead where Friday is near, else nothing tells.
    """
    back = (reference.weekday() - WEEKDAYS.index(name)) % 7
    if modifier == "last":
        return None if back == 1 else (reference - timedelta(back or 7)).isoformat()
    if modifier == "next" and name == "sunday" and reference.weekday() <= 2:
        return (reference + timedelta(-back % 7)).isoformat()  # of the week that begins with it
    if modifier == "next":
        return (reference + timedelta(7 - reference.weekday() + WEEKDAYS.index(name))).isoformat()
    if tense == "either" and back and not modifier:
        return None
    if tense == "unclear" and back and not modifier:
        return (reference + timedelta(7 - back)).isoformat() if 7 - back <= SOON else None
    if tense in AHEAD or modifier in {"coming", "this coming"}:
        return (reference + timedelta(-back % 7)).isoformat()
    return (reference - timedelta(back)).isoformat()


def coming(reference: date, name: str) -> date:
    """The next day of a name, the day itself excluded."""
    return reference + timedelta((WEEKDAYS.index(name.lower()) - reference.weekday() - 1) % 7 + 1)


def weekday_of_week(reference: date, name: str, away: int) -> str | None:
    """'Friday of last week'; said on a Sunday it is unclear which week is the last."""
    if reference.weekday() == SUNDAY:
        return None
    return (reference + timedelta(7 * away - reference.weekday() + WEEKDAYS.index(name))).isoformat()


def week(reference: date, modifier: str, tense: Tense) -> str | None:
    """'this week' said on a Sunday of the days ahead is the week that begins; 'last week' said then is unclear."""
    sunday = reference.weekday() == SUNDAY
    if modifier == "last":
        return None if sunday else week_of(reference - timedelta(7))
    is_late = modifier == "coming" and reference.weekday() > 2
    if modifier == "next" or is_late or (sunday and tense in AHEAD):
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


def month_without_year(
    reference: date, month: int, number: int | None, tense: Tense, weekday_told: str = ""
) -> str | None:
    """'March 11' or 'March': the nearest in the direction of the tense; without one the nearest of all, if near.

    ``weekday_told``, three letters, is that of the day, which only some years have.
    """
    if number is None:
        return _month_near(reference, month, tense)
    near = [day(year, month, number) for year in range(reference.year - 4, reference.year + 5)]
    days = [date.fromisoformat(value) for value in near if value]
    if weekday_told:
        fitting = [other for other in days if WEEKDAYS[other.weekday()].startswith(weekday_told)]
        nearest = min(fitting, key=lambda other: abs((other - reference).days), default=reference)
        is_misprint = not fitting or (tense == "past" and (nearest - reference).days > MONTH)
        return None if is_misprint else nearest.isoformat()
    return day_near(reference, days, tense)


def _month_near(reference: date, month: int, tense: Tense) -> str | None:
    if tense == "past":
        return month_of(reference.year - (month > reference.month), month)
    if tense == "future":
        return month_of(reference.year + (month < reference.month), month)
    away = (month - reference.month + 5) % 12 - 5
    is_near = -(NEAR if tense == "unknown" else GONE) <= away <= (GONE if tense == "unclear" else NEAR)
    return month_of(reference.year, reference.month + away) if is_near else None


def day_near(reference: date, days: Sequence[date], tense: Tense) -> str | None:
    """Of some days, a year apart, the nearest in the direction of the tense, if it is likely to be meant."""
    before = max((other for other in days if other <= reference), default=None)
    ahead = min((other for other in days if other >= reference), default=None)
    if before is None or ahead is None:
        return None
    if (tense == "past" and (ahead - reference).days <= MONTH and reference - before > HALF_YEAR) or (
        tense == "future" and (reference - before).days <= MONTH and ahead - reference > HALF_YEAR
    ):
        return None  # a few days the other way, and the verb may not be that of the date
    if tense in AHEAD:
        is_gone = tense != "future" and (reference - before).days <= MONTH and before - reference > reference - ahead
        is_far = tense != "future" and (ahead - reference).days > 8 * MONTH
        return before.isoformat() if is_gone else None if is_far else ahead.isoformat()
    nearest = before if tense == "past" else min(before, ahead, key=lambda other: abs((other - reference).days))
    is_near = abs((nearest - reference).days) <= NEAR * MONTH
    return nearest.isoformat() if is_near or tense == "past" else None


def year_of_two_digits(digits: str, reference: date | None) -> int:
    """'98' is the latest such year that has begun or is soon to come, without a reference one from 1970 to 2069."""
    latest = reference.year + AHEAD_OF_NOW if reference else 2069
    return latest - (latest - int(digits)) % 100


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


def same_day_of(reference: date, count: int, unit: str) -> str | None:
    """The day itself ``count`` units from the reference: 'two years ago today'."""
    if unit in {"day", "week"}:
        return shift(reference, count * (7 if unit == "week" else 1), "day")
    value = shift(reference, count * (10 if unit == "decade" else 1), "year" if unit == "decade" else unit)
    year, _, month = (value or "").partition("-")
    return day(int(year), int(month or reference.month), reference.day) if year else None


def is_quarter(value: str) -> bool:
    """Three months: '2024-01/2024-03'."""
    first, _, last = value.partition("/")
    return len(first) == len("2024-01") and last == month_of(int(first[:4]), int(first[5:]) + 2)


def period_of(value: str, unit: str) -> str | None:
    """The month or year of a value that lies in one."""
    if unit == "year":
        return None if "/" in value else value[:4]
    return value[:7] if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value) else None


def shift_value(value: str, count: int, unit: str) -> str | None:
    """``count`` units from a value, if it is as exact as the unit: a day from a day, a year from a quarter."""
    first, slash, _ = value.partition("/")
    parts = [int(part) for part in re.findall(r"\d+", first)]
    try:
        if "W" in value:
            return shift(date.fromisocalendar(parts[0], parts[1], 1), count, unit) if unit != "day" else None
        if len(parts) == 3 and not slash:
            moment = date(*parts)
            return shift(moment, count, unit) if unit != "quarter" else None
    except ValueError:
        return None
    months_away = count * {"month": 1, "quarter": 3, "year": 12}.get(unit, 0)
    if slash and len(parts) == 2 and (unit == "year" or (unit == "quarter" and is_quarter(value))):
        last = [int(part) for part in value.partition("/")[2].split("-")]
        return f"{month_of(parts[0], parts[1] + months_away)}/{month_of(last[0], last[1] + months_away)}"
    if not slash and len(parts) == 2 and unit in {"month", "year"}:
        return month_of(parts[0], parts[1] + months_away)
    if slash and len(parts) == 1 and unit == "decade":
        return f"{parts[0] + 10 * count}/{int(value[5:]) + 10 * count}"  # the sixties
    return f"{parts[0] + count:04}" if not slash and len(parts) == 1 and unit == "year" else None
