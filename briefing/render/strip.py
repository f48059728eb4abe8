"""The strip under the front page: on which days the sentences of the texts are dated, as a picture and as a list."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from briefing.model import Event
from briefing.render.cards import day_of
from briefing.render.excerpts import opening_lines, opening_words
from briefing.render.links import Atlas, language_attributes
from briefing.texts import date_text, say

_BEFORE, _AFTER = datetime.timedelta(days=366), datetime.timedelta(days=92)  # of the newest article
_LEFT, _RIGHT, _EDGE = 20, 1080, 10  # in units of the picture; labels may begin and end nearer to its sides
_HEIGHT, _AXIS, _DATE, _WORDS, _LINE = 108, 46, 24, 76, 18
_COLUMNS, _LINES = 26, 2  # letters and lines of the words below a date
_LETTER, _GAP = 7, 8  # width of a letter, room between labels
_LABELS = 6
_LIST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Dot:
    x: int
    radius: int
    is_open: bool  # a week or a month: the text does not say the day


@dataclass(frozen=True, slots=True)
class Label:
    x: int
    y: int
    anchor: str
    words: str
    is_soft: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the label of a date stands: from ``begin`` to ``end``, one of its sides or its middle at the date."""

    value: str
    anchor: str
    begin: int
    end: int
    has_words: bool


@dataclass(frozen=True, slots=True)
class DatedSentence:
    when: str
    html_time: str
    words: str
    href: str
    language: Markup


@dataclass(frozen=True, slots=True)
class Strip:
    height: int
    axis: int
    label: str
    dots: tuple[Dot, ...]
    texts: tuple[Label, ...]
    events: tuple[DatedSentence, ...]


def timeline_strip(atlas: Atlas) -> Strip | None:
    """The dates of the year up to the newest article and what is to come soon; None for fewer than two dates.

    The dates with the most sentences are labelled first, as far as there is room: with the day, and below it with the
    beginning of the first of its sentences.
    """
    days = [_first_day(known) for article in atlas.listed if (known := day_of(article))]
    newest = max((day for day in days if day), default=None)
    if newest is None:
        return None
    dated: defaultdict[str, list[Event]] = defaultdict(list)
    for event in atlas.briefing.timeline:
        day = _first_day(event.value)
        if day and newest - _BEFORE <= day <= newest + _AFTER:
            dated[event.value].append(event)
    if len(dated) < 2:
        return None
    language, places = atlas.language, _places(dated)
    values = sorted(dated, key=lambda value: (places[value], value))
    labelled = _labelled(dated, places, language)
    first, last = date_text(values[0], language), date_text(values[-1], language)
    return Strip(
        height=_HEIGHT,
        axis=_AXIS,
        label=say(language, "front.strip", first=first, last=last),
        dots=tuple(Dot(places[v], min(5 + len(dated[v]), 10), len(v) != 10) for v in values),
        texts=tuple(label for placed in labelled for label in _labels(placed, dated[placed.value][0], language)),
        events=tuple(_sentence(atlas, dated[placed.value][0]) for placed in labelled),
    )


def _first_day(value: str) -> datetime.date | None:
    """The first day of a day, week or month; None for years and anything vaguer."""
    try:
        if match := re.fullmatch(r"(\d{4})-W(\d{2})", value):
            return datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if re.fullmatch(r"\d{4}-\d{2}(-\d{2}(T.*)?)?", value):
            return datetime.date.fromisoformat(value[:10] if len(value) > 7 else f"{value}-01")
    except ValueError:  # not a day that exists
        pass
    return None


def _places(values: Iterable[str]) -> dict[str, int]:
    """Where each date stands between the first and the last."""
    days = {value: day.toordinal() for value in values if (day := _first_day(value))}
    first, last = min(days.values()), max(days.values())
    width = (_RIGHT - _LEFT) / max(1, last - first)
    return {value: round(_LEFT + (day - first) * width) for value, day in days.items()}


def _labelled(dated: Mapping[str, Sequence[Event]], places: Mapping[str, int], language: str) -> list[Placed]:
    """The dates with most sentences, in the order of the strip, as far as there is room for the date or more."""
    chosen: list[Placed] = []
    for value in sorted(dated, key=lambda v: (-len(dated[v]), places[v], v)):
        if len(chosen) < _LABELS and (placed := _place(value, places[value], chosen, language)):
            chosen.append(placed)
    return sorted(chosen, key=lambda placed: (places[placed.value], placed.value))


def _place(value: str, x: int, others: Sequence[Placed], language: str) -> Placed | None:
    """A label that touches no other and stays within the picture: with words below the line, else without."""
    date = len(date_text(value, language)) * _LETTER + _GAP
    for words in (_COLUMNS * _LETTER + _GAP, 0):
        width = max(date, words)
        for anchor, begin in (("middle", x - width // 2), ("end", x + _EDGE - width), ("start", x - _EDGE)):
            placed = Placed(value, anchor, begin, begin + width, bool(words))
            inside = placed.begin >= _LEFT - _EDGE and placed.end <= _RIGHT + _EDGE
            if inside and all(begin >= other.end or placed.end <= other.begin for other in others):
                return placed
    return None


def _labels(placed: Placed, event: Event, language: str) -> list[Label]:
    """The date above the line; below it how its sentence begins."""
    x = {"start": placed.begin, "middle": (placed.begin + placed.end) // 2, "end": placed.end}[placed.anchor]
    words = opening_lines(event.text, _COLUMNS, _LINES) if placed.has_words else ()
    said = [Label(x, _WORDS + _LINE * n, placed.anchor, line, is_soft=True) for n, line in enumerate(words)]
    return [Label(x, _DATE, placed.anchor, date_text(placed.value, language)), *said]


def _sentence(atlas: Atlas, event: Event) -> DatedSentence:
    is_html = re.fullmatch(r"\d{4}(-W?\d{2}(-\d{2})?)?", event.value)
    return DatedSentence(
        when=date_text(event.value, atlas.language),
        html_time=event.value if is_html else "",
        words=opening_words(event.text, _LIST_WORDS),
        href=atlas.article_href(event.article, event.paragraph),
        language=language_attributes(atlas.articles[event.article], atlas.language),
    )
