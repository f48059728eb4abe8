"""The rows of the timeline: when something happened against when it was reported, and what could not be resolved."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from briefing.model import Article, Event
from briefing.render.excerpts import sentence_piece
from briefing.render.links import Atlas
from briefing.render.related import FEW_DAYS
from briefing.render.rows import (
    Cell,
    Heading,
    Row,
    Table,
    article_cell,
    attributes,
    event_cells,
    grouped,
    outlet_cell,
    paragraph_cell,
)
from briefing.texts import date_text, say, say_count

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def events_by_day(atlas: Atlas) -> list[Row]:
    """In the order of their dates, as the briefing has them."""
    rows: list[Row] = []
    for event in atlas.briefing.timeline:
        article = atlas.articles[event.article]
        reported = _reported(article, event, atlas.language)
        rows.append(Row((*event_cells(atlas, event), reported, article_cell(atlas, article, event.paragraph))))
    return rows


def events_by_report(atlas: Atlas) -> list[Row]:
    """Under the days of the reports, the newest first; those whose day is not known come last."""
    rows = []
    for event in atlas.briefing.timeline:
        article = atlas.articles[event.article]
        day = (article.day or "")[:10]
        when = date_text(day, atlas.language) if day else say(atlas.language, "index.day_unknown")
        under = Cell(when, value=day)
        rows.append((day, Row((*event_cells(atlas, event), article_cell(atlas, article, event.paragraph)), under)))
    return [row for _, row in sorted(rows, key=lambda entry: entry[0], reverse=True)]


def unresolved(atlas: Atlas) -> list[Row]:
    """Expressions of time for which no date could be told, in their sentences, under their articles."""
    rows: list[Row] = []
    for article in atlas.originals:
        texts = article.texts
        under = article_cell(atlas, article)
        for date in article.dates:
            if date.value is None and (text := texts.get(date.paragraph)):
                words = Cell(date.text, language=attributes(atlas, article), kind="when")
                piece = sentence_piece(text, date.start, date.end)
                sentence = Cell("", language=attributes(atlas, article), piece=piece, kind="what")
                rows.append(Row((words, sentence, paragraph_cell(atlas, article, date.paragraph)), under))
    return rows


def event_table(atlas: Atlas, told: Sequence[Event]) -> Table | None:
    """On the page of a story or a name: when, the sentence, and whose it is."""
    headings = [Heading(say(atlas.language, f"index.{name}")) for name in ("date", "sentence", "outlet")]
    rows = [
        Row((*event_cells(atlas, event), outlet_cell(atlas, atlas.articles[event.article], event.paragraph)))
        for event in told
    ]
    return Table("timeline", headings, grouped(rows)) if rows else None


def _reported(article: Article, event: Event, language: str) -> Cell:
    """The day of the report, and how far it is from that of the event where both are days."""
    day = (article.day or "")[:10]
    if not day:
        return Cell(say(language, "index.day_unknown"), kind="soft")
    by_editor = say(language, "article.date_edited") if not article.date else ""
    beside = " · ".join(part for part in (_apart(event.value, day, language), by_editor) if part)
    return Cell(date_text(day, language), beside=beside, value=day)


def _apart(event: str, report: str, language: str) -> str:
    """``3 days after``: the report, after the event; empty where one of them is not a day, or a year lies between."""
    if not _DAY.fullmatch(event) or not _DAY.fullmatch(report):
        return ""
    days = (datetime.date.fromisoformat(report) - datetime.date.fromisoformat(event)).days
    if abs(days) > FEW_DAYS:
        return ""
    if not days:
        return say(language, "index.same_day")
    return say_count(language, "index.days_after" if days > 0 else "index.days_before", abs(days))
