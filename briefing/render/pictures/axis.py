"""The axis of pictures over time: days, weeks, months or years, without what lies far off."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.render.pictures.drawing import box_of, inside
from briefing.texts import date_text

Unit = Literal["day", "week", "month", "year"]
_LONGEST: tuple[tuple[Unit, int], ...] = (("day", 42), ("week", 366), ("month", 60 * 31))  # days that fit each unit
_LENGTH = {"day": 10, "week": 10, "month": 7, "year": 4}  # letters that a date must have to be in its place
_MOST = 4 / 5  # of the dates are on every axis
_SHORTER = 2  # times: so much shorter it must be for leaving the others out
_APART = 14  # between the words of two marks


@dataclass(frozen=True, slots=True)
class Axis:
    unit: Unit
    values: tuple[str, ...]  # ISO 8601, each day, week, month or year from the first to the last


def axis_of(days: Iterable[str]) -> Axis | None:
    """The finest axis on which the dates are not too many; None where fewer than two places would be on it."""
    known = sorted(day for day in days if _is_date(day))
    exact = [datetime.date.fromisoformat(day[:10]) for day in known if len(day) >= 10]
    if not known:
        return None
    is_exact = len(exact) * 2 >= len(known)
    near = _near(exact if is_exact else [_begins(day) for day in known])
    fitting = (name for name, longest in _LONGEST if is_exact and (near[-1] - near[0]).days < longest)
    unit: Unit = next(fitting, "year")
    values = tuple(_from_to(place_of(near[0].isoformat(), unit), place_of(near[-1].isoformat(), unit), unit))
    return Axis(unit, values) if len(values) > 1 else None


def place_of(day: str, unit: Unit) -> str:
    """The day, week, month or year of a date; empty where it is vaguer than that."""
    if len(day) < _LENGTH[unit] or not _is_date(day):
        return ""
    if unit == "week":
        year, week, _ = datetime.date.fromisoformat(day[:10]).isocalendar()
        return f"{year:04}-W{week:02}"
    return day[: _LENGTH[unit]]


def counted(days: Iterable[str], axis: Axis) -> tuple[int, ...]:
    found = Counter(place_of(day, axis.unit) for day in days)
    return tuple(found[value] for value in axis.values)


def beyond(days: Iterable[str], axis: Axis) -> tuple[int, int]:
    """How many dates lie before the axis, and how many after it."""
    places = [place for day in days if (place := place_of(day, axis.unit))]
    return sum(place < axis.values[0] for place in places), sum(place > axis.values[-1] for place in places)


def marks(axis: Axis, width: float, language: str) -> list[tuple[float, str, str]]:
    """The words below the axis: its first and its last date, and between them as many beginnings of a month, a year or
    five years as there is room for. Each with its place and its anchor.
    """
    ends = axis.values[0], axis.values[-1]
    first, last = (date_text(_begins(end).isoformat() if axis.unit == "week" else end, language) for end in ends)
    found = [(0.0, first, "start"), (width, last, "end")]
    taken = [box_of(x, 0, words, anchor) for x, words, anchor in found]
    step = width / len(axis.values)
    for place, words in _beginnings(axis, language):
        x, anchor = inside(step * place, words, width)
        box = box_of(x, 0, words, anchor)
        wide = box._replace(left=box.left - _APART, right=box.right + _APART)
        if anchor == "middle" and not any(wide.touches(other) for other in taken):
            found.append((x, words, anchor))
            taken.append(box)
    return sorted(found)


def _beginnings(axis: Axis, language: str) -> Iterator[tuple[int, str]]:
    """The places at which a longer time begins, and its name."""
    for place, value in enumerate(axis.values[1:], 1):
        before = _longer(axis.values[place - 1], axis.unit)
        if (longer := _longer(value, axis.unit)) != before:
            yield place, date_text(longer, language)


def _longer(value: str, unit: Unit) -> str:
    if unit == "year":
        return f"{int(value) // 5 * 5:04}"
    return value[:4] if unit == "month" else _begins(value).isoformat()[:7]


def _near(days: Sequence[datetime.date]) -> Sequence[datetime.date]:
    """Without those that lie far from all others: at most a fifth of them, and only where what is left takes less than
    half of the time. One date of long ago would make a line of bars that stand side by side one bar.
    """
    least = math.ceil(len(days) * _MOST)
    begin, end = min(zip(days, days[least - 1 :], strict=False), key=lambda ends: ends[1] - ends[0])
    reach = max(end - begin, datetime.timedelta(days=7))
    near = [day for day in days if begin - reach <= day <= end + reach]
    return near if (near[-1] - near[0]) * _SHORTER < days[-1] - days[0] else days


def _is_date(day: str) -> bool:
    try:
        datetime.date.fromisoformat(f"{day[:10]}-01-01"[:10])
    except ValueError:
        return False
    return True


def _from_to(first: str, last: str, unit: Unit) -> Iterator[str]:
    if unit == "year":
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
    elif unit == "month":
        months = range(int(first[:4]) * 12 + int(first[5:]) - 1, int(last[:4]) * 12 + int(last[5:]))
        yield from (f"{month // 12:04}-{month % 12 + 1:02}" for month in months)
    else:
        begin, end = _begins(first), _begins(last)
        step = 7 if unit == "week" else 1
        for days in range(0, (end - begin).days + 1, step):
            yield place_of((begin + datetime.timedelta(days)).isoformat(), unit)


def _begins(value: str) -> datetime.date:
    if "W" in value:
        return datetime.date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
    return datetime.date.fromisoformat(f"{value}-01-01"[:10])
