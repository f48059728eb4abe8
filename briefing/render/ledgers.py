"""The ledgers: every quote, every figure and every dated sentence, each with the paragraph it comes from, and every
correction with its article.

Each is laid out in two orders or more, every one with pages of its own, so that it can be read without scripts:

quotes.md, quotes/2.md …     by article
quotes/by-speaker.md …       by speaker
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from briefing.model import Article, Figure, Quote
from briefing.render.alphabet import letter_of, letter_slug, plain
from briefing.render.article_data import plain_number
from briefing.render.dated import told_over_time
from briefing.render.facts import trail
from briefing.render.front import figure_piece, quote_view
from briefing.render.links import Atlas, Link
from briefing.render.pagination import ROWS, leaf_path, paginate
from briefing.render.pictured import table_of
from briefing.render.rows import Cell, Heading, Row, Table, article_cell, attributes, grouped, paragraph_cell
from briefing.render.selection import is_short
from briefing.render.templates import page
from briefing.render.timeline import events_by_day, events_by_report, unresolved
from briefing.texts import date_text, isolated, number_text, quoted, say, say_count
from briefing.texts.figures import figure_text

_NUMBERS = ("figure", "date", "reported")  # columns sorted by a value
_SORTED = ("speaker", "counts", "article", *_NUMBERS)


class Order(NamedTuple):
    """One order of a ledger. The first of them counts its rows in its heading, another that has its own says so."""

    name: str  # a key of the interface texts
    path: str
    columns: tuple[str, ...]
    rows: Callable[[Atlas], list[Row]]
    dek: str = ""  # key of the sentence below the heading, where it is not the ledger's
    parts: str = ""  # of a list of several pages: ``letters`` or ``years``, by what ``part`` gives
    part: Callable[[Row], str] = lambda _: ""


def ledger_pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    for name, orders in _LEDGERS.items():
        made = [(order, order.rows(atlas)) for order in orders]
        views = [_view(order, len(rows), atlas.language) for order, rows in made if rows]
        for order, rows in made:
            if rows or order is orders[0]:
                yield from _ledger(atlas, name, order, rows, views)


def _view(order: Order, rows: int, language: str) -> Link:
    return Link(say(language, f"index.{order.name}"), f"{order.path}.html", number_text(rows, language))


def _ledger(
    atlas: Atlas, name: str, order: Order, rows: Sequence[Row], views: Sequence[Link]
) -> Iterator[tuple[str, str]]:
    language = atlas.language
    title = say(language, f"site.{name}")
    dek = order.dek or f"index.{name}_dek"
    said = say_count(language, dek, len(rows)) if rows else say(language, f"index.{name}_empty")
    headings = [Heading(say(language, f"index.{column}"), _sort(column)) for column in order.columns]
    shown = [view._replace(href="" if view.href == f"{order.path}.html" else view.href) for view in views]
    named, bar = _parts(order, rows)
    for leaf in paginate(order.path, named):
        first = leaf.number == 1 and order.path == name
        head: dict[str, object] = {
            "title": title if leaf.number == 1 else say(language, "site.page_of", title=title, n=leaf.number),
            "description": said,
            "kind": "ledger",
        }
        above = trail(language, *(() if first else (Link(title, f"{name}.html"),)))
        told = told_over_time(atlas) if first and name == "timeline" else None
        table = Table(f"{name} {order.name}", headings, grouped(leaf.rows), table_of(name) if told else "")
        values = {"trail": above, "title": title, "dek": said, "views": shown, "table": table, "leaf": leaf}
        values |= {"data": _TABLES.get(name, name), "bar": bar, "parts": order.parts}
        values["pictures"] = [told] if told else []
        yield page(leaf.path, "ledger", language, head, **values)


def _parts(order: Order, rows: Sequence[Row]) -> tuple[Sequence[Row], tuple[Link, ...]]:
    """The rows, the first of each part under a name, and the ways to these; none in a list of one page."""
    parts = [order.part(row) for row in rows]
    if len(rows) <= ROWS or len(set(parts)) < 2:
        return rows, ()
    found = {part: parts.index(part) for part in dict.fromkeys(parts) if part}
    names = {row: f"at-{letter_slug(part)}" for part, row in found.items()}
    named = [row._replace(id=names.get(number, "")) for number, row in enumerate(rows)]
    return named, tuple(Link(part, f"{leaf_path(order.path, row)}.html#{names[row]}") for part, row in found.items())


def _sort(column: str) -> str:
    if column not in _SORTED:
        return ""
    return "number" if column == "figure" else "text"


# ------------------------------------------------------------------------------------------------------------- quotes


def _quotes_by_article(atlas: Atlas) -> list[Row]:
    rows: list[Row] = []
    for article in atlas.originals:
        under = article_cell(atlas, article)
        for quote in article.quotes:
            where = paragraph_cell(atlas, article, quote.paragraph)
            rows.append(Row((_said(atlas, article, quote), _speaker(atlas, article, quote), where), under))
    return rows


def _quotes_by_speaker(atlas: Atlas) -> list[Row]:
    """Under the names of the speakers from A to Z; those whose speaker is not clear come last."""
    keyed = []
    for article in atlas.originals:
        for quote in article.quotes:
            speaker = _speaker(atlas, article, quote)
            under = Cell(speaker.text, speaker.href, kind="" if quote.speaker else "soft")
            row = Row((_said(atlas, article, quote), article_cell(atlas, article, quote.paragraph)), under)
            keyed.append(((not quote.speaker, plain(under.text), under.text, under.href), row))
    return [row for _, row in sorted(keyed, key=lambda entry: entry[0])]


def _said(atlas: Atlas, article: Article, quote: Quote) -> Cell:
    return Cell(
        quoted(quote_view(atlas, article, quote).text, atlas.language), language=attributes(atlas, article), kind="what"
    )


def _speaker(atlas: Atlas, article: Article, quote: Quote) -> Cell:
    view = quote_view(atlas, article, quote)
    kind = "" if quote.speaker else "soft"
    return Cell(view.speaker.text, view.speaker.href, beside=view.role, beside_language=view.language, kind=kind)


# ------------------------------------------------------------------------------------------------------------ figures


def _figures_by_article(atlas: Atlas) -> list[Row]:
    rows: list[Row] = []
    for article in atlas.originals:
        under = article_cell(atlas, article)
        for figure in article.figures:
            where = paragraph_cell(atlas, article, figure.paragraph)
            words = _words(atlas, article, figure)
            rows.append(Row((_number(figure, atlas.language), _counted(atlas, article, figure), words, where), under))
    return rows


def _figures_by_count(atlas: Atlas) -> list[Row]:
    """By what they count, from A to Z, the largest first; then those that only have a unit, then the others."""
    keyed = []
    for article in atlas.originals:
        for figure in article.figures:
            counts = _counted(atlas, article, figure)
            if not figure.counts:
                counts = counts._replace(text=figure.unit or say(atlas.language, "index.plain_numbers"), kind="soft")
            where = article_cell(atlas, article, figure.paragraph)
            cells = (counts, _number(figure, atlas.language), _words(atlas, article, figure), where)
            order = (
                not figure.counts,
                not (figure.counts or figure.unit),
                plain(counts.text.removeprefix("of ").removeprefix("the ")),
                -figure.value,
            )
            keyed.append((order, Row(cells)))
    return [row for _, row in sorted(keyed, key=lambda entry: entry[0])]


def _number(figure: Figure, language: str) -> Cell:
    kind = "num" if is_short(figure, language) else "long num"
    return Cell(figure_text(figure, language), kind=kind, value=str(plain_number(figure.value)))


def _counted(atlas: Atlas, article: Article, figure: Figure) -> Cell:
    giver = say(atlas.language, "notes.according_to", name=figure.giver) if figure.giver else ""
    return Cell(figure.counts or "", language=attributes(atlas, article), beside=giver)


def _words(atlas: Atlas, article: Article, figure: Figure) -> Cell:
    return Cell("", language=attributes(atlas, article), piece=figure_piece(article, figure), kind="what")


def _corrections(atlas: Atlas) -> list[Row]:
    """Newest first, then in the order of the briefing and of the sidecar; those of withdrawn articles too."""
    found = [(c, article) for article in atlas.briefing.articles for c in article.edited.corrections]
    rows: list[Row] = []
    for correction, article in sorted(found, key=lambda pair: pair[0].date, reverse=True):
        when = Cell(date_text(correction.date, atlas.language), kind="when", value=correction.date)
        said = Cell(isolated(correction.text), kind="editor")
        rows.append(Row((when, said, article_cell(atlas, article))))
    return rows


def _year(cell: Cell) -> str:
    return cell.value[:4]


def _letter(cell: Cell) -> str:
    """Nothing for what has no name of its own: it comes after all that have."""
    return "" if cell.kind == "soft" else letter_of(cell.text)


_TABLES = {"timeline": "dates"}  # of data/, where it has another name
_LEDGERS = {
    "timeline": (
        Order(
            *("by_event", "timeline", ("date", "sentence", "reported", "article"), events_by_day),
            parts="years",
            part=lambda row: _year(row.cells[0]),
        ),
        Order(
            *("by_report", "timeline/by-report", ("date", "sentence", "article"), events_by_report),
            parts="years",
            part=lambda row: _year(row.under),
        ),
        Order(
            "unresolved", "timeline/unresolved", ("expression", "sentence", "where"), unresolved, "index.unresolved_dek"
        ),
    ),
    "quotes": (
        Order("by_article", "quotes", ("quote", "speaker", "where"), _quotes_by_article),
        Order(
            *("by_speaker", "quotes/by-speaker", ("quote", "article"), _quotes_by_speaker),
            parts="letters",
            part=lambda row: _letter(row.under),
        ),
    ),
    "figures": (
        Order("by_article", "figures", ("figure", "counts", "words", "where"), _figures_by_article),
        Order(
            *("by_count", "figures/by-count", ("counts", "figure", "words", "article"), _figures_by_count),
            parts="letters",
            part=lambda row: _letter(row.cells[0]),
        ),
    ),
    "corrections": (Order("by_day", "corrections", ("date", "correction", "article"), _corrections),),
}
