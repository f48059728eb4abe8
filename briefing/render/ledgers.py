"""The ledgers: every dated sentence, every quote and every figure, each with the paragraph it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefing.model import Article
from briefing.render.body import language_attributes
from briefing.render.front import quote_view, source_and_month
from briefing.render.links import Atlas
from briefing.render.pagination import paginate
from briefing.render.templates import page
from briefing.texts import date_text, figure_text, say, say_count


class Cell(NamedTuple):
    text: str
    href: str = ""
    language: Markup = Markup("")
    beside: str = ""  # in small, after it


Row = tuple[Cell, ...]


def ledger_pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    originals = [article for article in atlas.listed if atlas.briefing.duplicates.get(article.id) not in atlas.articles]
    yield from _ledger(atlas, "timeline", ("date", "sentence", "article"), _events(atlas))
    yield from _ledger(atlas, "quotes", ("quote", "speaker", "article"), _quotes(atlas, originals))
    yield from _ledger(atlas, "figures", ("figure", "counts", "said_by"), _figures(atlas, originals))


def _ledger(atlas: Atlas, name: str, columns: tuple[str, ...], rows: Sequence[Row]) -> Iterator[tuple[str, str]]:
    language = atlas.language
    title = say(language, f"site.{name}")
    dek = say_count(language, f"index.{name}_dek", len(rows)) if rows else say(language, f"index.{name}_empty")
    labels = [say(language, f"index.{column}") for column in columns]
    for leaf in paginate(name, rows):
        named = title if leaf.number == 1 else say(language, "site.page_of", title=title, n=leaf.number)
        head: dict[str, object] = {"title": named, "description": dek, "kind": "ledger"}
        yield page(leaf.path, "ledger", language, head, name=name, title=title, dek=dek, labels=labels, leaf=leaf)


def _events(atlas: Atlas) -> list[Row]:
    """In the order of their dates, as the briefing has them."""
    rows: list[Row] = []
    for event in atlas.briefing.timeline:
        article = atlas.articles[event.article]
        sentence = Cell(event.text, language=_attributes(atlas, article))
        rows.append((Cell(date_text(event.value, atlas.language)), sentence, _where(atlas, article, event.paragraph)))
    return rows


def _quotes(atlas: Atlas, articles: Sequence[Article]) -> list[Row]:
    rows: list[Row] = []
    for article in articles:
        for quote in article.quotes:
            view = quote_view(atlas, article, quote)
            said = Cell(f"“{view.text}”", language=view.language)
            speaker = Cell(view.speaker.text, view.speaker.href, beside=view.role)
            rows.append((said, speaker, _where(atlas, article, quote.paragraph)))
    return rows


def _figures(atlas: Atlas, articles: Sequence[Article]) -> list[Row]:
    rows: list[Row] = []
    for article in articles:
        for figure in article.figures:
            attributes = _attributes(atlas, article)
            counted = Cell(figure.counts or "", language=attributes, beside=f"“{figure.text}”")
            number = Cell(figure_text(figure, atlas.language))
            said_by = Cell(source_and_month(article, atlas.language), atlas.article_href(article.id, figure.paragraph))
            rows.append((number, counted, said_by))
    return rows


def _attributes(atlas: Atlas, article: Article) -> Markup:
    return Markup(language_attributes(article, atlas.language))


def _where(atlas: Atlas, article: Article, paragraph: int) -> Cell:
    href = atlas.article_href(article.id, paragraph)
    return Cell(article.title.value, href, _attributes(atlas, article), source_and_month(article, atlas.language))
