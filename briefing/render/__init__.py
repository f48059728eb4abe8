"""A published briefing as the files of site_src/: pages, feeds and exports."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Briefing
from briefing.render.about import about_page
from briefing.render.article import article_page
from briefing.render.cards import card
from briefing.render.data_page import data_page
from briefing.render.edition import edition_page
from briefing.render.exports import exports
from briefing.render.feeds import feeds
from briefing.render.front import front_page
from briefing.render.interface import interface
from briefing.render.ledgers import ledger_pages
from briefing.render.links import Atlas, map_briefing
from briefing.render.llms import llms
from briefing.render.members import Cards, Member, member_pages, summaries
from briefing.render.names import name_pages
from briefing.render.neighbours import neighbours
from briefing.render.picture import preview_picture as preview_picture
from briefing.render.redirects import redirect_pages
from briefing.render.sources import source_pages
from briefing.render.stories import story_pages
from briefing.render.tables import tables
from briefing.render.topics import topic_pages
from briefing.texts import say, say_count


def render(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Path in site_src/ and text of every file but the search index, one by one."""
    yield from render_pages(briefing)
    yield from feeds(briefing)
    yield from exports(briefing)
    yield from tables(briefing)
    yield from interface(briefing)
    yield from llms(briefing)


def source_paths(briefing: Briefing) -> dict[str, str]:
    """The path in build/ of the page of every source that is named, by its name: what search leads to."""
    return {name: f"sources/{slug}.html" for name, slug in map_briefing(briefing).source_slugs.items() if name}


def render_pages(briefing: Briefing) -> Iterator[tuple[str, str]]:
    atlas = map_briefing(briefing)
    cards = {article.id: card(atlas, article) for article in atlas.listed}
    yield front_page(atlas)
    if atlas.listed:
        yield edition_page(atlas)
    beside = neighbours(atlas)
    for article in briefing.articles:
        yield article_page(atlas, article, beside.get(article.id))
    yield from _all_articles(atlas, cards)
    yield from topic_pages(atlas, cards)
    yield from name_pages(atlas, cards)
    yield from story_pages(atlas, cards)
    yield from source_pages(atlas, cards)
    yield from ledger_pages(atlas)
    yield about_page(atlas)
    yield data_page(atlas)
    yield from redirect_pages(atlas)


def _all_articles(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    language = atlas.language
    dek = say_count(language, "site.articles", len(cards))
    member = Member(path="articles/index", title=say(language, "site.all_articles"), dek=dek)
    yield from member_pages(member, summaries(cards, tuple(cards)), language)
