"""Articles over time: a bar for every day, week, month or year from the first to the last."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from briefing.render.pictures.drawing import drawings, inside, line, path, short, words
from briefing.texts import date_text, say, say_count

Unit = Literal["day", "week", "month", "year"]
_LONGEST: tuple[tuple[Unit, int], ...] = (("day", 42), ("week", 366), ("month", 60 * 31))  # days that fit each unit
_LENGTH = {"day": 10, "week": 10, "month": 7, "year": 4}  # letters that a date must have to be in its place
_TOP, _BARS, _BELOW = 20, 72, 20
_SPARK = (72, 14)


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
    unit: Unit = "year"
    if exact and len(exact) * 2 >= len(known):
        span = (exact[-1] - exact[0]).days
        unit = next((name for name, longest in _LONGEST if span < longest), "year")
    places = sorted({place for day in known if (place := place_of(day, unit))})
    return Axis(unit, tuple(_from_to(places[0], places[-1], unit))) if len(places) > 1 else None


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


def draw_coverage(axis: Axis, counts: Sequence[int], table: str, language: str) -> Markup:
    first, last = date_text(axis.values[0], language), date_text(axis.values[-1], language)
    peak = max(range(len(counts)), key=lambda n: counts[n])
    most = say_count(language, "site.articles", counts[peak])
    most = say(language, "pictures.most", articles=most, when=date_text(axis.values[peak], language))

    def draw(width: int) -> tuple[float, Iterator[str]]:
        return _TOP + _BARS + _BELOW, _parts(counts, width, (most, first, last), peak)

    said = say(language, "pictures.coverage_said", first=first, last=last, most=most)
    return drawings(draw, say(language, f"pictures.coverage_{axis.unit}"), said, table)


def spark(counts: Sequence[int]) -> Markup:
    """The bars alone, beside a name whose page has the picture."""
    width, height = _SPARK
    bars = line(0, height - 0.5, width, height - 0.5) + path(_bars(counts, width, 0, height - 1), "bars")
    return Markup(f'<svg class="spark" viewBox="0 0 {width} {height}" aria-hidden="true">{bars}</svg>')


def _parts(counts: Sequence[int], width: int, said: tuple[str, str, str], peak: int) -> Iterator[str]:
    most, first, last = said
    bottom = _TOP + _BARS
    yield path(_bars(counts, width, _TOP, bottom), "bars")
    yield line(0, bottom, width, bottom)
    x, anchor = inside((peak + 0.5) * width / len(counts), most, width)
    yield words(x, 13, most, anchor)
    yield words(0, bottom + 16, first, kind="soft")
    yield words(width, bottom + 16, last, "end", "soft")


def _bars(counts: Sequence[int], width: float, top: float, bottom: float) -> str:
    step, most = width / len(counts), max(1, *counts)
    gap = min(2, step / 4)
    steps = []
    for place, count in enumerate(counts):
        if count:
            height = max(1.5, (bottom - top) * count / most)
            wide = short(step - gap)
            steps.append(f"M{short(place * step + gap / 2)} {short(bottom)}v-{short(height)}h{wide}v{short(height)}z")
    return "".join(steps)


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
        begin, end = _first_day(first), _first_day(last)
        step = 7 if unit == "week" else 1
        for days in range(0, (end - begin).days + 1, step):
            yield place_of((begin + datetime.timedelta(days)).isoformat(), unit)


def _first_day(value: str) -> datetime.date:
    if "W" in value:
        return datetime.date.fromisocalendar(int(value[:4]), int(value[6:]), 1)
    return datetime.date.fromisoformat(value)
