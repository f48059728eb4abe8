"""The days that a value of ISO 8601 or of TimeML's TIMEX3 covers."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

Days = tuple[date, date]  # the first and the last day that a value covers

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9}


def days_of(value: str | None) -> Days | None:
    """The days that a value of ISO 8601 or TIMEX3 covers; None where it stands for no certain days."""
    try:
        return _days_of(value) if value else None
    except ValueError:
        return None


def _days_of(value: str) -> Days | None:
    first, slash, last = value.partition("/")
    if slash:
        begin, end = days_of(first), days_of(last)
        return (begin[0], end[1]) if begin and end else None
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T|$)", value)
    if day:
        moment = date(int(day[1]), int(day[2]), int(day[3]))
        return moment, moment
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday + timedelta(5 if week[3] else 0), monday + timedelta(6)
    if part := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = 3 if part[2] == "Q" else 6
        return _months(int(part[1]), (int(part[3]) - 1) * length + 1, length)
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU)", value):
        return _months(int(season[1]), _SEASONS[season[2]], 3)
    if month := re.fullmatch(r"(\d{4})-(\d\d)(?:-XX)?", value):
        return _months(int(month[1]), int(month[2]), 1)
    if year := re.fullmatch(r"([1-9]\d{1,3})(?:-XX-XX|X+)?", value):
        digits = year[1]
        return date(int(digits.ljust(4, "0")), 1, 1), date(int(digits.ljust(4, "9")), 12, 31)
    return None


def _months(year: int, first: int, count: int) -> Days:
    last = first + count - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
