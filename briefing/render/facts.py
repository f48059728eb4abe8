"""Small tables on the pages of names, topics and sources, and where a page stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.model import Article
from briefing.render.links import Link
from briefing.texts import date_text, say

Cell = tuple[Link, ...]  # what stands in a cell, with commas between


class Column(NamedTuple):
    label: str
    is_number: bool = False


class Facts(NamedTuple):
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    said: str = ""  # below the title


def trail(language: str, *above: Link) -> tuple[Link, ...]:
    """The way from the front page to the page above this one."""
    return (Link(say(language, "site.front_page"), "index.html"), *above)


def counted(title: str, column: str, links: Iterable[Link], language: str) -> Facts:
    """Links and the number of articles that each has."""
    columns = (Column(column), Column(say(language, "member.articles"), is_number=True))
    return Facts(title, columns, tuple(((link._replace(number=""),), (Link(link.number),)) for link in links))


def span_text(articles: Iterable[Article], language: str) -> str:
    """``2 December 2023 to 28 April 2024``, and whether that is only what some say; empty where no day is known."""
    known = [(article.day or "")[:10] for article in articles]
    days = sorted(filter(None, known))
    span = date_text("/".join(dict.fromkeys([*days[:1], *days[-1:]])), language) if days else ""
    return say(language, "member.where_stated", span=span) if span and len(days) < len(known) else span
