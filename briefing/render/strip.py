"""The strip under the front page: on which days the sentences of the texts are dated, as a picture and as a list."""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from briefing.model import Event
from briefing.render.body import language_attributes
from briefing.render.cards import day_of
from briefing.render.links import Atlas
from briefing.texts import date_text, say, say_count

_BEFORE, _AFTER = datetime.timedelta(days=366), datetime.timedelta(days=92)  # of the newest article
_LEFT, _RIGHT, _LABEL = 20, 1080, 180  # in units of the picture
_HEIGHT, _AXIS = 92, 46
_LABELS = 6
_NAME = 24  # characters of a source's name that fit under a date


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
    is_soft: bool


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

    The dates with the most sentences are labelled first, as far as there is room.
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
    labelled = _labelled(dated, places)
    first, last = date_text(values[0], language), date_text(values[-1], language)
    return Strip(
        height=_HEIGHT,
        axis=_AXIS,
        label=say(language, "front.strip", first=first, last=last),
        dots=tuple(Dot(places[v], min(5 + len(dated[v]), 10), len(v) != 10) for v in values),
        texts=tuple(label for value in labelled for label in _label(atlas, value, dated[value], places[value])),
        events=tuple(_sentence(atlas, dated[value][0]) for value in labelled),
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


def _labelled(dated: Mapping[str, Sequence[Event]], places: Mapping[str, int]) -> list[str]:
    chosen: list[str] = []
    for value in sorted(dated, key=lambda v: (-len(dated[v]), places[v], v)):
        if len(chosen) < _LABELS and all(abs(places[value] - places[other]) >= _LABEL for other in chosen):
            chosen.append(value)
    return sorted(chosen, key=lambda v: places[v])


def _label(atlas: Atlas, value: str, events: Sequence[Event], x: int) -> tuple[Label, Label]:
    """The date above the line; below it who speaks of it, or how many sentences do."""
    language = atlas.language
    anchor = "start" if x < _LEFT + _LABEL // 2 else "end" if x > _RIGHT - _LABEL // 2 else "middle"
    x = x - 10 if anchor == "start" else x + 10 if anchor == "end" else x
    source = atlas.articles[events[0].article].source
    one = source.value if source and len(source.value) <= _NAME else ""
    said = one if one and len(events) == 1 else say_count(language, "front.sentences", len(events))
    return Label(x, 24, anchor, date_text(value, language), False), Label(x, 78, anchor, said, True)


def _sentence(atlas: Atlas, event: Event) -> DatedSentence:
    is_html = re.fullmatch(r"\d{4}(-W?\d{2}(-\d{2})?)?", event.value)
    return DatedSentence(
        when=date_text(event.value, atlas.language),
        html_time=event.value if is_html else "",
        words=event.text,
        href=atlas.article_href(event.article, event.paragraph),
        language=Markup(language_attributes(atlas.articles[event.article], atlas.language)),
    )
