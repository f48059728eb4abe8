"""The days that texts speak of against the days on which they appeared.

A filled circle is a day; an open one is a week or a month, of which the text does not say the day.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefing.render.pictures.axis import Axis
from briefing.render.pictures.coverage import draw_marks
from briefing.render.pictures.drawing import (
    LINE,
    NARROW,
    WIDE,
    Box,
    box_of,
    cut,
    dot,
    drawings,
    inside,
    line,
    path,
    short,
    words,
)
from briefing.texts import date_text, say, say_count

ACROSS = 1100  # units of the strip under the front page
LABELS = 6
_DAY = 10  # letters of the date of a day
_EDGE = 12
_AXIS, _STRIP = 40, 58
_ROW, _TOP = 46, 4
_UP, _DOWN = 64, 40  # of bars


class Report(NamedTuple):
    """An article: whose, on which day it appeared (empty where that is not known), and the days it speaks of."""

    label: str
    day: str
    spoken: Mapping[str, int]  # ISO 8601 day, week or month to the number of sentences


def first_day(value: str) -> datetime.date | None:
    """The first day of a day, week or month; None for years and anything vaguer."""
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d{2})", value):
            return datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if re.fullmatch(r"\d{4}-\d{2}(-\d{2}(T.*)?)?", value):
            return datetime.date.fromisoformat(value[:10] if len(value) > 7 else f"{value}-01")
    except ValueError:  # not a day that exists
        pass
    return None


def chosen(spoken: Mapping[str, int], width: int) -> list[str]:
    """The dates that are labelled on the strip: days before weeks and months, those with most sentences first, as far
    as there is room."""
    places = _places(spoken, width)
    taken: list[Box] = []
    values: list[str] = []
    for value in sorted(spoken, key=lambda v: (len(v) < _DAY, -spoken[v], places[v], v)):
        x, anchor = inside(places[value], date_text(value, "en"), width)
        box = box_of(x, 20, date_text(value, "en") + " ", anchor)
        if len(values) < LABELS and not any(box.touches(other) for other in taken):
            taken.append(box)
            values.append(value)
    return sorted(values, key=lambda value: (places[value], value))


def draw_strip(spoken: Mapping[str, int], reports: Collection[str], table: str, language: str) -> Markup:
    """Above the line the dates spoken of, below it the days of the reports."""
    values = sorted(spoken, key=lambda value: (first_day(value) or datetime.date.min, value))
    ends = {"first": date_text(values[0], language), "last": date_text(values[-1], language)}

    def draw(width: int) -> tuple[float, Iterator[str]]:
        return _STRIP, _strip(spoken, reports, width, language)

    title = say(language, "front.strip", **ends)
    said = f"{say_count(language, 'pictures.strip_said', len(values))} {strokes_said(reports, language)}".rstrip()
    return drawings(draw, title, said, table, (ACROSS, WIDE, NARROW))


def strokes_said(reports: Collection[str], language: str) -> str:
    """What the strokes below the strip are, where there are some."""
    return say(language, "pictures.strip_strokes") if reports else ""


def draw_reports(reports: Sequence[Report], table: str, language: str) -> Markup:
    """A row for each article: a stroke for the day it appeared, circles for the days it speaks of."""
    days = [value for report in reports for value in (*report.spoken, report.day) if first_day(value)]
    values = sorted(days, key=lambda value: (first_day(value) or datetime.date.min, value))
    ends = date_text(values[0], language), date_text(values[-1], language)

    def draw(width: int) -> tuple[float, Iterator[str]]:
        return _TOP + _ROW * len(reports) + LINE, _reports(reports, dict.fromkeys(values, 1), ends, width)

    said = say(language, "pictures.reports_said", first=ends[0], last=ends[1])
    return drawings(draw, say(language, "pictures.reports"), said, table)


def draw_told(axis: Axis, spoken: Sequence[int], appeared: Sequence[int], table: str, language: str) -> Markup:
    """Bars upwards for the sentences with a date, downwards for the articles of that time."""
    ends = date_text(axis.values[0], language), date_text(axis.values[-1], language)

    def draw(width: int) -> tuple[float, Iterator[str]]:
        return _UP + _DOWN + 3 * LINE, _told(axis, spoken, appeared, width, language)

    said = say(language, "pictures.told_said", first=ends[0], last=ends[1])
    return drawings(draw, say(language, "pictures.told"), said, table, (ACROSS, WIDE, NARROW))


def _places(values: Collection[str], width: float) -> dict[str, float]:
    """Where each date stands between the first and the last."""
    days = {value: day.toordinal() for value in values if (day := first_day(value))}
    first, last = min(days.values()), max(days.values())
    step = (width - 2 * _EDGE) / max(1, last - first)
    return {value: _EDGE + (day - first) * step for value, day in days.items()}


def _strip(spoken: Mapping[str, int], reports: Collection[str], width: int, language: str) -> Iterator[str]:
    places = _places(spoken, width)
    every = _places({*spoken, *reports}, width) if reports else places
    yield line(0, _AXIS, width, _AXIS)
    for day in sorted(set(reports)):
        yield line(every[day], _AXIS + 6, every[day], _AXIS + 16, "strong")
    for value in sorted(spoken, key=lambda v: (-len(v), every[v], v)):
        yield dot(every[value], _AXIS, _size(spoken[value]), "" if len(value) == _DAY else "open")
    for value in chosen(spoken, width):
        x, anchor = inside(every[value], date_text(value, language), width)
        yield words(x, 20, date_text(value, language), anchor)


def _size(sentences: int) -> int:
    return min(4 + sentences, 9)


def _reports(reports: Sequence[Report], values: Mapping[str, int], ends: tuple[str, str], width: int) -> Iterator[str]:
    places = _places(values, width)
    for number, report in enumerate(reports):
        top = _TOP + _ROW * number
        y = top + 30
        yield words(0, top + 12, cut(report.label, width), kind="soft")
        yield line(0, y, width, y)
        if report.day in places:
            yield line(places[report.day], y - 8, places[report.day], y + 8, "strong")
        for value in sorted(report.spoken, key=lambda v: (-len(v), places[v], v)):
            yield dot(places[value], y, _size(report.spoken[value]), "" if len(value) == _DAY else "open")
    bottom = _TOP + _ROW * len(reports) + 12
    yield words(0, bottom, ends[0])
    if ends[0] != ends[1]:
        yield words(width, bottom, ends[1], "end")


def _told(axis: Axis, spoken: Sequence[int], appeared: Sequence[int], width: int, language: str) -> Iterator[str]:
    bottom = LINE + _UP
    yield path(_bars(spoken, width, bottom, -_UP), "bars")
    yield path(_bars(appeared, width, bottom + LINE + 4, _DOWN - 8), "bars hollow")
    yield line(0, bottom, width, bottom)
    for counts, y, key in ((spoken, 13, "sentences"), (appeared, bottom + 2 * LINE + _DOWN - 2, "articles")):
        peak = max(range(len(counts)), key=lambda n: counts[n])
        label = say_count(language, f"pictures.{key}", counts[peak])
        x, anchor = inside((peak + 0.5) * width / len(counts), label, width)
        yield words(x, y, label, anchor, "halo")
    yield from draw_marks(axis, width, bottom, bottom + LINE - 2, language)


def _bars(counts: Sequence[int], width: float, base: float, height: float) -> str:
    step, most = width / len(counts), max(1, *counts)
    wide = max(1, step - min(2, step / 4))
    sign = -1 if height < 0 else 1
    return "".join(
        f"M{short(place * step)} {short(base)}v{short(sign * max(1.5, abs(height) * count / most))}h{short(wide)}"
        f"V{short(base)}z"
        for place, count in enumerate(counts)
        if count
    )
