"""``data/``: the articles, and each quote, figure, date and correction with its place in the seed, as tables.

Each table is CSV for spreadsheets and JSON lines for programs; docs/data.md is the codebook.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from briefing.model import FOLDERS, KINDS, Article, Briefing, Figure, Known, Quote, TimeExpression
from briefing.render.article_data import (
    ByArticle,
    article_entities,
    by_article,
    editor_words,
    plain_number,
    speaker_name,
)
from briefing.render.exports import json_line
from briefing.texts import has_words, say

Row = dict[str, object]

_PLACE = (
    *("article", "id", "seed", "line", "start", "end", "paragraph", "paragraph_start", "paragraph_end"),
    "text",
)
_ABOUT = (
    *("article", "id", "seed", "sha256", "title", "title_known", "date", "date_known", "reference_date", "source"),
    *("source_known", "url", "authors", "authors_known", "language", "topics", "people", "places", "organisations"),
    *("words", "rights", "licence", "story", "duplicate_of", "editor_summary"),
    *("editor_bottom_line", "editor_note", "editor_reason"),
)
TABLES: Mapping[str, tuple[str, ...]] = {  # the columns of each, in their order
    "articles": _ABOUT,
    "quotes": (*_PLACE, "speaker", "speaker_known", "cue"),
    "figures": (*_PLACE, "value", "last", "unit", "counts", "qualifier", "giver", "change"),
    "dates": (*_PLACE, "value"),
    "corrections": ("article", "id", "seed", "date", "text"),
}

# What a spreadsheet takes for the beginning of a formula, in full width too, at the start of a text or where a
# spreadsheet that parts cells at semicolons or tabs sees one start; quotation marks of ours before it count as well.
_FORMULA = r"(?='*[=+\-@\t\r\n＝＋－＠])"
_UNSAFE = re.compile(rf"(^|[;\t\r\n])(\s*?){_FORMULA}")
_SUSPECT = re.compile(r"\A\W|[;\t\r\n]")  # all that is unsafe, found faster
_DISARMED = re.compile(rf"(^|[;\t\r\n])(\s*?)'{_FORMULA}")


def tables(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Path and text of the files of ``data/``, one table after the other."""
    of = by_article(briefing)
    for name, columns in TABLES.items():
        rows = [_csv(columns)]
        lines = []
        for row in table_rows(briefing, name, of):
            rows.append(_csv(row[column] for column in columns))
            lines.append(json_line(row) + "\n")
        yield f"data/{name}.csv", "\ufeff" + "".join(rows)  # the mark by which Excel knows UTF-8
        yield f"data/{name}.jsonl", "".join(lines)


def table_rows(briefing: Briefing, name: str, of: ByArticle) -> Iterator[Row]:
    """The rows of a table in the order of the briefing and of the text, each with every column; None where unknown.

    ``briefing`` is the published one: nothing is withheld here.
    """
    find = _FIND[name]
    for article in briefing.articles:
        yield from find(briefing, article, of)


def column_text(table: str, column: str, language: str) -> str:
    """What a column holds, in words."""
    own = f"data.columns_of.{table}.{column}"
    return say(language, own if has_words(language, own) else f"data.columns.{column}")


def safe_cell(text: str) -> str:
    """``text`` with a ``'`` wherever a spreadsheet would see a formula begin; ``plain_cell`` takes it away again."""
    return _UNSAFE.sub(r"\1\2'", text) if _SUSPECT.search(text) else text


def plain_cell(cell: str) -> str:
    """The text that ``safe_cell`` made ``cell`` of."""
    return _DISARMED.sub(r"\1\2", cell)


def _csv(values: Iterable[object]) -> str:
    """A line of CSV (RFC 4180): texts in quotes, numbers without, lists parted by semicolons, nothing for None."""
    return ",".join(map(_cell, values)) + "\r\n"


def _cell(value: object) -> str:
    if type(value) is str:
        return _text_cell(value)
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        return _text_cell("; ".join(map(str, value)))
    return str(value)


@lru_cache(maxsize=1024)
def _text_cell(text: str) -> str:
    """Most cells of an article's rows are its names again."""
    encodable = text if text.isascii() else text.encode("utf-8", "replace").decode()
    return '"' + safe_cell(encodable).replace('"', '""') + '"'


# ------------------------------------------------------------------------------------------------------------- rows


def _article(briefing: Briefing, article: Article, of: ByArticle) -> Iterator[Row]:
    names = article_entities(article, of)
    story = of.stories.get(article.id)
    original = briefing.duplicates.get(article.id)
    yield {
        **_whose(briefing, article),
        "sha256": article.sha256,
        **_known("title", article.title),
        **_known("date", article.date),
        "reference_date": article.reference_date.value if article.reference_date else None,
        **_known("source", article.source),
        "url": article.url.value if article.url else None,
        "authors": list(article.authors.value) if article.authors else [],
        "authors_known": article.authors.origin if article.authors else None,
        "language": article.language.value if article.language.value != "und" else None,
        "topics": [of.topics[topic.id].name for topic in article.topics if topic.id in of.topics],
        **{FOLDERS[kind]: [name.name for name in names if name.kind == kind] for kind in KINDS},
        "words": article.words or None,
        "rights": briefing.rights[article.id],
        "licence": briefing.licences.get(article.id),
        "story": story.slug if story else None,
        "duplicate_of": briefing.slugs[original] if original else None,
        "editor_summary": [sentence.text for sentence in article.summary if article.summary_edited],
        **{f"editor_{key}": editor_words(article).get(key) for key in ("bottom_line", "note", "reason")},
    }


def _quotes(briefing: Briefing, article: Article, of: ByArticle) -> Iterator[Row]:
    for quote in article.quotes:
        speaker = speaker_name(article, quote, of)
        said = {"speaker": speaker, "speaker_known": quote.known, "cue": quote.cue}
        yield {**_place(briefing, article, quote), **said}


def _figures(briefing: Briefing, article: Article, _: ByArticle) -> Iterator[Row]:
    for figure in article.figures:
        yield {
            **_place(briefing, article, figure),
            "value": plain_number(figure.value),
            "last": None if figure.last is None else plain_number(figure.last),
            "unit": figure.unit,
            "counts": figure.counts,
            "qualifier": figure.qualifier,
            "giver": figure.giver,
            "change": figure.change,
        }


def _dates(briefing: Briefing, article: Article, _: ByArticle) -> Iterator[Row]:
    for date in article.dates:
        yield {**_place(briefing, article, date), "value": date.value}


def _corrections(briefing: Briefing, article: Article, _: ByArticle) -> Iterator[Row]:
    for correction in article.edited.corrections:
        yield {**_whose(briefing, article), "date": correction.date, "text": correction.text}


_FIND: Mapping[str, Callable[[Briefing, Article, ByArticle], Iterator[Row]]] = {
    "articles": _article,
    "quotes": _quotes,
    "figures": _figures,
    "dates": _dates,
    "corrections": _corrections,
}


def _whose(briefing: Briefing, article: Article) -> Row:
    return {"article": briefing.slugs[article.id], "id": article.id, "seed": article.file}


def _known(key: str, known: Known[str] | None) -> Row:
    return {key: known.value if known else None, f"{key}_known": known.origin if known else None}


def _place(briefing: Briefing, article: Article, found: Quote | Figure | TimeExpression) -> Row:
    """Where the words are: in the seed from a line on, and in a paragraph of the page."""
    paragraph = article.paragraphs[found.paragraph - 1]
    assert paragraph.number == found.paragraph
    line, start = paragraph.place(found.start)
    return {
        **_whose(briefing, article),
        "line": line,
        "start": start,
        "end": start + found.end - found.start,
        "paragraph": found.paragraph,
        "paragraph_start": found.start,
        "paragraph_end": found.end,
        "text": found.text,
    }
