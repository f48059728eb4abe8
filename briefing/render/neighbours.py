"""The articles before and after each one in the order of its first topic."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from briefing.model import Article
from briefing.render.cards import source_text
from briefing.render.links import Atlas, Link, headline_link, narrowest_topics, topic_link
from briefing.texts import date_text


class Neighbour(NamedTuple):
    rel: str  # prev or next
    headline: Link
    meta: str


class Neighbours(NamedTuple):
    topic: Link
    articles: tuple[Neighbour, ...]


def neighbours(atlas: Atlas) -> Mapping[str, Neighbours]:
    """By the article's id; absent where its topic has no other. Copies and withdrawn articles are passed over."""
    order = _order(atlas)
    found: dict[str, Neighbours] = {}
    for article in atlas.listed:
        for topic in narrowest_topics(atlas, article)[:1]:
            beside = zip(("prev", "next"), order.get((topic.id, article.id), ()), strict=False)
            articles = tuple(_neighbour(atlas, rel, atlas.articles[other]) for rel, other in beside if other)
            if articles:
                found[article.id] = Neighbours(topic_link(topic), articles)
    return found


def _order(atlas: Atlas) -> dict[tuple[str, str], tuple[str, str]]:
    """The ids before and after, by topic and article; empty at either end."""
    shown = {a.id for a in atlas.listed if atlas.briefing.duplicates.get(a.id) not in atlas.articles}
    beside: dict[tuple[str, str], tuple[str, str]] = {}
    for topic in atlas.briefing.topics:
        row = ["", *(article for article in topic.articles if article in shown), ""]
        for (before, article), (_, after) in pairwise(pairwise(row)):
            beside[topic.id, article] = (before, after)
    return beside


def _neighbour(atlas: Atlas, rel: str, article: Article) -> Neighbour:
    day = article.day
    meta = [source_text(article, atlas.language), date_text(day, atlas.language) if day else ""]
    return Neighbour(rel, headline_link(atlas, article), "\u00a0· ".join(filter(None, meta)))
