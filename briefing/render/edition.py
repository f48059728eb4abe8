"""The whole edition on one page made for paper: what the front page has, then its articles in full, up to a bound."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from briefing.escape import html_text
from briefing.model import Article, Paragraph
from briefing.render.article import Notice, notices, original_of, rights_text
from briefing.render.cards import Card, briefs
from briefing.render.front import edition_line, front_card, front_figure_views, front_quote_views
from briefing.render.links import Atlas, Link, language_attributes, source_of
from briefing.render.selection import STORIES, event_by_event, front_articles
from briefing.render.templates import page
from briefing.tabular import cells, runs
from briefing.texts import say, say_count

ARTICLES = 60
_LETTERS = 80_000  # bytes of text in all, so that the page stays below what any page may weigh
_LONGEST = 20_000  # bytes of one text
_TAGS = {"heading": "h3", "code": "pre"}
_AROUND = {"item": "ul", "quote": "blockquote"}


class Printed(NamedTuple):
    """An article on paper; without a text it stands in brief."""

    id: str
    card: Card
    source: str
    note: str
    notices: list[Notice]
    text: Markup
    rights: str
    original: Link | None
    read_original: str


def edition_page(atlas: Atlas) -> tuple[str, str]:
    briefing, language = atlas.briefing, atlas.language
    chosen = event_by_event(atlas)[:ARTICLES]
    first = front_articles(atlas)[:STORIES]
    whole = _in_full(chosen)
    said = briefs(chosen)
    cards = [front_card(atlas, article, said[article.id]) for article in chosen]
    printed = [
        _printed(atlas, a, c, f"a{n}", a.id in whole) for n, (a, c) in enumerate(zip(chosen, cards, strict=True), 1)
    ]
    title, all_of_them = say(language, "edition.title"), say_count(language, "site.articles", len(atlas.listed))
    key = "whole" if len(chosen) == len(atlas.listed) else "part"
    dek = say(language, f"edition.{key}", n=len(chosen), articles=all_of_them)
    in_full = sum(bool(one.text) for one in printed)
    if in_full < len(printed):
        dek += " " + say(language, "edition.in_full", n=in_full, brief=len(printed) - in_full)
    head: dict[str, object] = {
        "title": title,
        "kind": "edition",
        "edition": edition_line(atlas),
        "noindex": True,  # every word of it stands on a page of its own
    }
    return page(
        "edition.md",
        "edition",
        language,
        head,
        title=title,
        dek=dek,
        intro=briefing.settings.front_page.intro or "",
        figures=front_figure_views(atlas, first),
        quotes=front_quote_views(atlas, first),
        printed=[one for one in printed if one.text],
        brief=[one for one in printed if not one.text],
    )


def _in_full(articles: Iterable[Article]) -> set[str]:
    """Those whose text has room: none too long, and no more than fit together."""
    room = _LETTERS
    whole: set[str] = set()
    for article in articles:
        size = sum(len(paragraph.text.encode(errors="replace")) for paragraph in article.paragraphs)
        if size <= min(room, _LONGEST):
            room -= size
            whole.add(article.id)
    return whole


def _printed(atlas: Atlas, article: Article, card: Card, anchor: str, is_whole: bool) -> Printed:
    original = original_of(article)
    return Printed(
        id=anchor,
        card=card,
        source=source_of(article) or "",
        note=article.edited.note or "",
        notices=notices(atlas, article),
        text=Markup(_text(article, language_attributes(article, atlas.language)) if is_whole else ""),
        rights=rights_text(atlas, article),
        original=original,
        read_original=say(atlas.language, "article.read_original", host=original.text) if original else "",
    )


def _text(article: Article, attributes: str) -> str:
    """The paragraphs as HTML without a line break, which Markdown leaves alone."""
    shown = (paragraph for paragraph in article.paragraphs if paragraph.text)
    parts: list[str] = []
    for is_table, run in runs(shown):
        if is_table:
            parts.append(f"<table>{''.join(map(_row, run))}</table>")
            continue
        for kind, paragraphs in groupby(run, key=lambda paragraph: paragraph.kind):
            inner = "".join(_block(paragraph) for paragraph in paragraphs)
            around = _AROUND.get(kind)
            parts.append(f"<{around}>{inner}</{around}>" if around else inner)
    return f"<div{attributes}>{''.join(parts)}</div>" if parts else ""


def _row(paragraph: Paragraph) -> str:
    texts = (html_text(paragraph.text[start:end]) for start, end in cells(paragraph.text))
    return f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>"


def _block(paragraph: Paragraph) -> str:
    tag = "li" if paragraph.kind == "item" else _TAGS.get(paragraph.kind, "p")
    text = html_text(paragraph.text).replace("\n", "&#10;")
    return f"<{tag}>{text}</{tag}>"
