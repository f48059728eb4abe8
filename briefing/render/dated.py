"""The days that texts speak of and the days on which they appeared: of the front page, the timeline and a story."""

from __future__ import annotations

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from briefing.model import Article, Event
from briefing.render.cards import source_text
from briefing.render.excerpts import opening_words
from briefing.render.links import Atlas, Link, language_attributes
from briefing.render.pictured import Picture, far_off, table_of
from briefing.render.pictures.axis import axis_of, beyond, counted
from briefing.render.pictures.dates import (
    ACROSS,
    Report,
    chosen,
    draw_reports,
    draw_strip,
    draw_told,
    first_day,
    strokes_said,
)
from briefing.texts import date_text, list_text, number_text, say

_BEFORE, _AFTER = datetime.timedelta(days=366), datetime.timedelta(days=92)  # of the newest article
_LIST_WORDS = 20
_MOST_DATES = 90  # on the strip: more would be one bar
_LEAST_TOLD = 8  # dated sentences of which bars say more than their list
_REPORTS = 12


@dataclass(frozen=True, slots=True)
class DatedSentence:
    when: str
    html_time: str
    words: str
    href: str
    language: Markup
    ahead: str  # said of what had not come yet


@dataclass(frozen=True, slots=True)
class Strip:
    drawings: Markup
    caption: str
    events: tuple[DatedSentence, ...]  # one for each date that the picture names


def timeline_strip(atlas: Atlas) -> Strip | None:
    """The dates of the year up to the newest article and what is to come soon; None for fewer than two dates.

    The days with the most sentences are labelled first, as far as there is room, and listed with the first sentence
    that sums up its article, else the first.
    """
    reported = {when: known[:10] for article in atlas.listed if (known := article.day) and (when := first_day(known))}
    newest = max(reported, default=None)
    if newest is None:
        return None
    dated: defaultdict[str, list[Event]] = defaultdict(list)
    for event in atlas.briefing.timeline:
        day = first_day(event.value)
        if day and newest - _BEFORE <= day <= newest + _AFTER:
            dated[event.value].append(event)
    if len(dated) < 2:
        return None
    most = sorted(dated, key=lambda value: (-len(dated[value]), value))[:_MOST_DATES]
    spoken = {value: len(dated[value]) for value in sorted(most)}
    appeared = {_appeared(article) for article in atlas.listed}
    recent = {value for when, value in reported.items() if when >= newest - _BEFORE and value in appeared}
    language = atlas.language
    return Strip(
        drawings=draw_strip(spoken, recent, table_of("dates"), language),
        caption=f"{say(language, 'pictures.strip_caption')} {strokes_said(recent, language)}".rstrip(),
        events=tuple(_sentence(atlas, _told_first(atlas, dated[value])) for value in chosen(spoken, ACROSS)),
    )


def _told_first(atlas: Atlas, events: Sequence[Event]) -> Event:
    def sums_up(event: Event) -> bool:
        return any(sentence.text == event.text for sentence in atlas.articles[event.article].summary)

    return next(filter(sums_up, events), events[0])


def told_over_time(atlas: Atlas) -> Picture | None:
    """On the page of the timeline: when things are said to happen, and when that was reported."""
    values = [event.value for event in atlas.briefing.timeline]
    spoken = [day.isoformat() if len(v) != 7 else v for v in values if (day := first_day(v))]
    appeared = [known for article in atlas.listed if (known := _appeared(article))]
    axis = axis_of([*spoken, *appeared]) if len(spoken) >= _LEAST_TOLD else None
    if axis is None or not appeared:
        return None
    language = atlas.language
    drawn = draw_told(axis, counted(spoken, axis), counted(appeared, axis), table_of("timeline"), language)
    caption = say(language, "pictures.told_caption", unit=say(language, f"pictures.each_{axis.unit}"))
    left = far_off(sum(beyond([*spoken, *appeared], axis)), language)
    return Picture("timeline", say(language, "pictures.told"), f"{caption} {left}".rstrip(), drawn)


def reports(atlas: Atlas, articles: Sequence[str]) -> Picture | None:
    """On the page of a story: of each article when it appeared, and which days it speaks of."""
    shown = [article for article in articles if article in atlas.spots][:_REPORTS]
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for event in atlas.briefing.timeline:
        if event.article in shown:
            told[event.article][event.value] += 1
    rows = [(article, _report(atlas, article, told[article])) for article in shown]
    rows = [(article, report) for article, report in rows if report.day or report.spoken]
    rows.sort(key=lambda row: (row[1].day or "9999", row[0]))
    dates = {value for _, report in rows for value in (report.day, *report.spoken) if value}
    if len(rows) < 2 or len(dates) < 2:
        return None
    language = atlas.language
    drawn = draw_reports([report for _, report in rows], table_of("dates"), language)
    columns = ("index.article", "pictures.appeared", "pictures.speaks_of")
    return Picture(
        "dates",
        say(language, "pictures.reports"),
        say(language, "pictures.reports_caption"),
        drawn,
        tuple(say(language, column) for column in columns),
        tuple(_row(atlas, article, report) for article, report in rows),
    )


def ahead_text(atlas: Atlas, event: Event) -> str:
    """``expected``: what its article, of an earlier day, can only have expected; else empty."""
    reported = first_day((atlas.articles[event.article].day or "")[:10])
    day = first_day(event.value)
    return say(atlas.language, "index.ahead") if reported and day and day > reported else ""


def _appeared(article: Article) -> str:
    """The day of publication, where it is known; that from which 'Sunday' counts is none."""
    day = article.date.value[:10] if article.date else ""
    return day if first_day(day) else ""


def _report(atlas: Atlas, article_id: str, told: Counter[str]) -> Report:
    """Without what lies far before and after it, which would press the rest together."""
    article = atlas.articles[article_id]
    day = _appeared(article)
    around = first_day(article.day or "")
    spoken = {
        value: count
        for value, count in sorted(told.items())
        if (when := first_day(value)) and (not around or around - _BEFORE <= when <= around + _AFTER)
    }
    label = source_text(article, atlas.language)
    return Report(f"{label}, {date_text(day, atlas.language)}" if day else label, day, spoken)


def _row(atlas: Atlas, article_id: str, report: Report) -> tuple[Link, Link, Link]:
    language = atlas.language
    days = sorted(report.spoken, key=lambda value: (first_day(value) or datetime.date.min, value))
    return (
        Link(atlas.articles[article_id].title.value, atlas.article_href(article_id)),
        Link(date_text(report.day, language) if report.day else ""),
        Link(list_text([_times(value, report.spoken[value], language) for value in days], language)),
    )


def _times(value: str, sentences: int, language: str) -> str:
    """``3 May 2024 (2)``: so many sentences speak of it."""
    return date_text(value, language) + (f" ({number_text(sentences, language)})" if sentences > 1 else "")


def _sentence(atlas: Atlas, event: Event) -> DatedSentence:
    is_html = re.fullmatch(r"\d{4}(-W?\d{2}(-\d{2})?)?", event.value)
    return DatedSentence(
        when=date_text(event.value, atlas.language),
        html_time=event.value if is_html else "",
        words=opening_words(event.text, _LIST_WORDS),
        href=atlas.article_href(event.article, event.paragraph),
        language=Markup(language_attributes(atlas.articles[event.article], atlas.language)),
        ahead=ahead_text(atlas, event),
    )
