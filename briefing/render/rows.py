"""Rows of long tables (quotes, figures, dated sentences, sources): what stands in a cell, where it leads."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from briefing.model import Article, Event
from briefing.render.cards import source_text
from briefing.render.dated import ahead_text
from briefing.render.excerpts import Piece
from briefing.render.front import source_and_month
from briefing.render.links import Atlas, language_attributes
from briefing.texts import date_text, say


class Cell(NamedTuple):
    text: str
    href: str = ""
    language: Markup = Markup("")
    beside: str = ""  # in small, after it
    beside_language: Markup = Markup("")
    piece: Piece | None = None  # instead of the text: words of an article and what stands around them
    kind: str = ""  # how it is set: a class of the style sheet
    value: str = ""  # what it is sorted by, where that is not its text


NOTHING = Cell("")


class Row(NamedTuple):
    cells: tuple[Cell, ...]
    under: Cell = NOTHING  # the heading that it shares with its neighbours
    id: str = ""  # where a bar of letters or years leads to it


class Heading(NamedTuple):
    label: str
    sort: str = ""  # ``text`` or ``number`` where a reader may sort by it


class Table(NamedTuple):
    name: str  # a class of the style sheet
    headings: list[Heading]
    groups: list[tuple[Cell, list[Row]]]
    id: str = ""  # where a picture refers to it

    @property
    def sorted_by(self) -> list[tuple[int, str]]:
        """The columns that a reader may sort by."""
        return [(place, heading.label) for place, heading in enumerate(self.headings) if heading.sort]


def grouped(rows: Iterable[Row]) -> list[tuple[Cell, list[Row]]]:
    return [(under, list(found)) for under, found in groupby(rows, key=lambda row: row.under)]


def attributes(atlas: Atlas, article: Article) -> Markup:
    return language_attributes(article, atlas.language)


def article_cell(atlas: Atlas, article: Article, paragraph: int | None = None) -> Cell:
    href = atlas.article_href(article.id, paragraph)
    is_withdrawn = atlas.briefing.rights[article.id] == "withdrawn"
    beside = "" if is_withdrawn else source_and_month(article, atlas.language)
    return Cell(article.title.value, href, attributes(atlas, article), beside)


def paragraph_cell(atlas: Atlas, article: Article, paragraph: int) -> Cell:
    mark = say(atlas.language, "article.paragraph", n=paragraph)
    return Cell(mark, atlas.article_href(article.id, paragraph), kind="where")


def outlet_cell(atlas: Atlas, article: Article, paragraph: int | None = None) -> Cell:
    """The source, leading to the paragraph, or without one to the source's own page."""
    href = atlas.article_href(article.id, paragraph) if paragraph else atlas.source_href(article)
    return Cell(source_text(article, atlas.language), href, kind="where")


def event_cells(atlas: Atlas, event: Event) -> tuple[Cell, Cell]:
    """When, and the sentence that says so."""
    first = event.value  # a week is sorted by its first day
    if "W" in first:
        first = datetime.date.fromisoformat(first).isoformat()
    when = Cell(date_text(event.value, atlas.language), beside=ahead_text(atlas, event), kind="when", value=first)
    return when, Cell(event.text, language=attributes(atlas, atlas.articles[event.article]), kind="what")
