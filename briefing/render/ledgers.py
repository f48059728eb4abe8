"""The ledgers: every dated sentence, every quote and every figure, each with the paragraph it comes from.

Sentences stand in the order of their dates; quotes and figures stand under the articles that have them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from briefing.model import Article
from briefing.render.excerpts import Piece
from briefing.render.front import figure_piece, quote_view, source_and_month
from briefing.render.links import Atlas, language_attributes
from briefing.render.pagination import paginate
from briefing.render.selection import is_short
from briefing.render.templates import page
from briefing.texts import date_text, figure_text, quoted, say, say_count


class Cell(NamedTuple):
    text: str
    href: str = ""
    language: Markup = Markup("")
    beside: str = ""  # in small, after it
    beside_language: Markup = Markup("")
    piece: Piece | None = None  # instead of the text: words of an article and what stands around them
    kind: str = ""  # how it is set: a class of the style sheet


NOTHING = Cell("")


class Row(NamedTuple):
    cells: tuple[Cell, ...]
    under: Cell = NOTHING  # the heading that it shares with its neighbours


def ledger_pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    originals = [article for article in atlas.listed if atlas.briefing.duplicates.get(article.id) not in atlas.articles]
    yield from _ledger(atlas, "timeline", ("date", "sentence", "article"), _events(atlas))
    yield from _ledger(atlas, "quotes", ("quote", "speaker", "where"), _quotes(atlas, originals))
    yield from _ledger(atlas, "figures", ("figure", "counts", "words", "where"), _figures(atlas, originals))


def _ledger(atlas: Atlas, name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    language = atlas.language
    title = say(language, f"site.{name}")
    dek = say_count(language, f"index.{name}_dek", len(rows)) if rows else say(language, f"index.{name}_empty")
    labels = [say(language, f"index.{column}") for column in columns]
    for leaf in paginate(name, rows):
        named = title if leaf.number == 1 else say(language, "site.page_of", title=title, n=leaf.number)
        head: dict[str, object] = {"title": named, "description": dek, "kind": "ledger"}
        groups = [(under, list(rows)) for under, rows in groupby(leaf.rows, key=lambda row: row.under)]
        said = {"name": name, "title": title, "dek": dek, "labels": labels, "leaf": leaf, "groups": groups}
        yield page(leaf.path, "ledger", language, head, **said)


def _events(atlas: Atlas) -> list[Row]:
    """In the order of their dates, as the briefing has them."""
    rows: list[Row] = []
    for event in atlas.briefing.timeline:
        article = atlas.articles[event.article]
        when = Cell(date_text(event.value, atlas.language), kind="when")
        sentence = Cell(event.text, language=_attributes(atlas, article), kind="what")
        rows.append(Row((when, sentence, _heading(atlas, article, event.paragraph))))
    return rows


def _quotes(atlas: Atlas, articles: Sequence[Article]) -> list[Row]:
    rows: list[Row] = []
    for article in articles:
        for quote in article.quotes:
            view = quote_view(atlas, article, quote)
            said = Cell(quoted(view.text, atlas.language), language=view.language, kind="what")
            kind = "" if quote.speaker else "soft"
            speaker = Cell(
                view.speaker.text, view.speaker.href, beside=view.role, beside_language=view.language, kind=kind
            )
            where = Cell(view.where.text, view.where.href, kind="where")
            rows.append(Row((said, speaker, where), _heading(atlas, article)))
    return rows


def _figures(atlas: Atlas, articles: Sequence[Article]) -> list[Row]:
    rows: list[Row] = []
    for article in articles:
        attributes = _attributes(atlas, article)
        for figure in article.figures:
            kind = "num" if is_short(figure, atlas.language) else "long num"
            number = Cell(figure_text(figure, atlas.language), kind=kind)
            giver = say(atlas.language, "notes.according_to", name=figure.giver) if figure.giver else ""
            counted = Cell(figure.counts or "", language=attributes, beside=giver)
            words = Cell("", language=attributes, piece=figure_piece(article, figure), kind="what")
            mark = say(atlas.language, "article.paragraph", n=figure.paragraph)
            where = Cell(mark, atlas.article_href(article.id, figure.paragraph), kind="where")
            rows.append(Row((number, counted, words, where), _heading(atlas, article)))
    return rows


def _attributes(atlas: Atlas, article: Article) -> Markup:
    return language_attributes(article, atlas.language)


def _heading(atlas: Atlas, article: Article, paragraph: int | None = None) -> Cell:
    href = atlas.article_href(article.id, paragraph)
    return Cell(article.title.value, href, _attributes(atlas, article), source_and_month(article, atlas.language))
