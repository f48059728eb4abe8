"""Small tables on the pages of names, topics and sources, and where a page stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.model import Article
from briefing.render.cards import day_of
from briefing.render.links import Link
from briefing.texts import date_text, number_text, say, say_count

_MONTHS = 24  # a longer time is told by years
_OPEN = 6  # rows of a table of times that stand open

Cell = tuple[Link, ...]  # what stands in a cell, with commas between


class Column(NamedTuple):
    label: str
    is_number: bool = False


class Facts(NamedTuple):
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    said: str = ""  # below the title
    kind: str = ""  # "time": a picture of it may stand above it
    is_folded: bool = False


class Period(NamedTuple):
    value: str  # ``2024-04`` or ``2024``
    number: int


def trail(language: str, *above: Link) -> tuple[Link, ...]:
    """The way from the front page to the page above this one."""
    return (Link(say(language, "site.front_page"), "index.html"), *above)


def counted(title: str, column: str, links: Iterable[Link], language: str) -> Facts:
    """Links and the number of articles that each has."""
    columns = (Column(column), Column(say(language, "member.articles"), is_number=True))
    return Facts(title, columns, tuple(((link._replace(number=""),), (Link(link.number),)) for link in links))


def periods(articles: Iterable[Article]) -> tuple[Period, ...]:
    """Articles by month, or by year where they span more than two; those without a day are left out."""
    days = sorted(day for article in articles if (day := day_of(article)))
    by_year = bool(days) and (_month(days[-1]) - _month(days[0]) >= _MONTHS or any(len(day) < 7 for day in days))
    found = Counter(day[: 4 if by_year else 7] for day in days)
    return tuple(Period(value, found[value]) for value in sorted(found))


def over_time(articles: Sequence[Article], language: str) -> tuple[Facts, ...]:
    """When the articles appeared; nothing where that is one month or none."""
    told = periods(articles)
    if len(told) < 2:
        return ()
    most = max(told, key=lambda period: (period.number, period.value))
    unit = say(language, "member.month" if len(most.value) > 4 else "member.year")
    said = say_count(language, "member.most_in", most.number, period=date_text(most.value, language))
    undated = len(articles) - sum(period.number for period in told)
    missing = say_count(language, "member.undated", undated) if undated else ""
    rows = [Link(date_text(period.value, language), number=number_text(period.number, language)) for period in told]
    facts = counted(say(language, "member.over_time"), unit, rows, language)
    above = " ".join(part for part in (said if most.number > 1 else "", missing) if part)
    return (facts._replace(said=above, kind="time", is_folded=len(told) > _OPEN),)


def span_text(articles: Iterable[Article], language: str) -> str:
    """``2 December 2023 to 28 April 2024``, and whether that is only what some say; empty where no day is known."""
    known = [(day_of(article) or "")[:10] for article in articles]
    days = sorted(filter(None, known))
    span = date_text("/".join(dict.fromkeys([*days[:1], *days[-1:]])), language) if days else ""
    return say(language, "member.where_stated", span=span) if span and len(days) < len(known) else span


def _month(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7] or 1)
