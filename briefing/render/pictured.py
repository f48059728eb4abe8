"""The data of the pictures: what of a briefing, or of some of its articles, is drawn, and the table beside it.

Maps are in ``mapped``, dates in ``dated``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from markupsafe import Markup

from briefing.model import Article, Entity, Kind
from briefing.render.links import Atlas, Link, entity_link
from briefing.render.pictures.axis import Axis, axis_of, beyond, counted
from briefing.render.pictures.company import NAMES, Pair, draw_company, strongest
from briefing.render.pictures.coverage import draw_coverage, spark
from briefing.texts import date_text, number_text, say, say_count

_LEAST_ARTICLES = 4  # of which bars say more than a list does
_LEAST_TOGETHER = 2  # articles that name both of a pair
_LEAST_PAIRS = 3
_NAMES_AN_ARTICLE = 15  # in pairs: a list of a hundred guests says little of any two

Row = tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with what is said below it and its table; without ``rows`` its table stands on the page anyway."""

    name: str  # in ids and classes
    title: str
    caption: str
    drawings: Markup
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def table(self) -> str:
        return table_of(self.name)


def table_of(name: str) -> str:
    """The id of the table of a picture."""
    return f"{name}-table"


def coverage(atlas: Atlas, articles: Iterable[str], least: int = _LEAST_ARTICLES) -> Picture | None:
    """Articles over time; None for so few that their list says it."""
    shown = listed(atlas, articles)
    days = [day for article in shown if (day := article.day)]
    axis = axis_of(days) if len(days) >= least else None
    if axis is None:
        return None
    language, counts = atlas.language, counted(days, axis)
    earlier, later = beyond(days, axis)
    missing = len(shown) - sum(counts) - earlier - later
    caption = [far_off(earlier + later, language), say_count(language, "pictures.undated", missing) if missing else ""]
    dates = [date_text(value, language) for value in axis.values]
    told = (
        (say(language, "pictures.before", date=dates[0]), earlier),
        *zip(dates, counts, strict=True),
        (say(language, "pictures.after", date=dates[-1]), later),
    )
    rows = tuple((Link(when), Link(number_text(count, language))) for when, count in told if count)
    title = say(language, f"pictures.coverage_{axis.unit}")
    columns = (say(language, f"pictures.{axis.unit}"), say(language, "member.articles"))
    drawn = draw_coverage(axis, counts, table_of("coverage"), language)
    return Picture("coverage", title, " ".join(filter(None, caption)), drawn, columns, rows)


def far_off(number: int, language: str) -> str:
    """That dates are not on an axis, where some are not."""
    return say_count(language, "pictures.beyond", number) if number else ""


def common_axis(atlas: Atlas) -> Axis | None:
    """On which the bars beside the names of topics stand, so that they can be compared."""
    return axis_of(day for article in atlas.listed if (day := article.day))


def sparkline(atlas: Atlas, articles: Iterable[str], axis: Axis | None) -> Markup:
    days = [day for article in listed(atlas, articles) if (day := article.day)]
    counts = counted(days, axis) if axis else ()
    return spark(counts) if sum(counts) >= _LEAST_ARTICLES and len(counts) - counts.count(0) > 1 else Markup("")


def company(
    atlas: Atlas, articles: Iterable[str], kinds: Collection[Kind] = ("person", "organisation")
) -> Picture | None:
    """Who appears with whom; None where hardly anybody does twice."""
    found: Counter[tuple[str, str]] = Counter()
    entities: dict[str, Entity] = {}
    for article in originals(atlas, articles):
        named = [e for e in atlas.of.entities.get(article.id, ()) if e.page and e.kind in kinds]
        named = sorted(named, key=lambda e: (-len(e.articles), e.id))[:_NAMES_AN_ARTICLE]
        entities |= {entity.id: entity for entity in named}
        found.update(combinations(sorted(entity.id for entity in named), 2))
    ids = {(entities[a].name, entities[b].name): (a, b) for a, b in found if found[a, b] >= _LEAST_TOGETHER}
    pairs = strongest([Pair(*names, found[both]) for names, both in ids.items()])
    if len(pairs) < _LEAST_PAIRS:
        return None
    language = atlas.language
    rows = (
        (*(entity_link(entities[key]) for key in ids[pair.one, pair.other]), Link(number_text(pair.shared, language)))
        for pair in pairs
    )
    columns = (say(language, "known.name"), say(language, "pictures.with"), say(language, "member.articles"))
    caption = say(language, "pictures.company_caption", n=NAMES)
    drawn = draw_company(pairs, table_of("company"), language)
    return Picture("company", say(language, "pictures.company"), caption, drawn, columns, tuple(rows))


def listed(atlas: Atlas, articles: Iterable[str]) -> list[Article]:
    return [atlas.articles[article] for article in articles if article in atlas.spots]  # not what was withdrawn


def originals(atlas: Atlas, articles: Iterable[str]) -> list[Article]:
    """Without copies: what one says twice is said once."""
    return [article for article in listed(atlas, articles) if article.id not in atlas.briefing.duplicates]
