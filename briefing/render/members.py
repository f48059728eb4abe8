"""Pages that list articles: of a name, a topic, a story, a source, and of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from briefing.render.cards import Card, under_topic
from briefing.render.excerpts import Piece
from briefing.render.facts import Facts, trail
from briefing.render.front import FigureView, QuoteView
from briefing.render.links import Link
from briefing.render.pagination import ROWS, Leaf, paginate
from briefing.render.pictured import Picture
from briefing.render.rows import Table
from briefing.render.templates import page
from briefing.texts import say

Cards = Mapping[str, Card]  # by the article's id


PLAIN = Markup("")  # attributes of a title in the language of the interface


class Said(NamedTuple):
    """A sentence of an article, with the words in it that are looked for, and where it stands."""

    piece: Piece
    mark: Link


class Item(NamedTuple):
    """An article of a list: with a sentence of its summary, or with those that mention somebody."""

    card: Card
    sentence: str = ""
    mentions: tuple[Said, ...] = ()
    more: str = ""
    marks: tuple[Link, ...] = ()  # to the paragraphs of the mentions whose sentences are not shown


class Compared(NamedTuple):
    """What articles count with different results, each count of it, and these side by side."""

    counts: str
    rows: tuple[FigureView, ...]
    drawings: Markup


@dataclass(frozen=True, slots=True)
class Member:
    """Everything of a member page but its articles; what comes before them stands on its first page only."""

    path: str  # without extension
    title: str
    dek: str
    who: Markup = PLAIN  # in the words of the articles
    above: tuple[Link, ...] = ()  # the pages between the front page and this one
    notes: tuple[str, ...] = ()
    outside: Link | None = None  # a link that leaves the site
    facts: tuple[Facts, ...] = ()
    pictures: tuple[Picture, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    quotes_title: str = ""
    more_quotes: str = ""
    events: Table | None = None  # dated sentences
    more_events: str = ""
    company: tuple[Facts, ...] = ()  # of a name
    figures: tuple[FigureView, ...] = ()
    list_title: str = ""
    rows: int = ROWS
    empty: str = ""
    feed: str = ""
    linked_data: Mapping[str, object] = field(default_factory=dict)
    attributes: Markup = PLAIN

    @property
    def is_list_alone(self) -> bool:
        """Whether the title of the page is heading enough for its list."""
        return not (self.facts or self.quotes or self.figures or self.pictures or self.events or self.company)


def summaries(cards: Cards, articles: Sequence[str], here: str = "") -> list[Item]:
    """Articles with their first summary sentence; the withdrawn have no card and are left out.

    On the page of a topic, whose address is ``here``, the kicker does not repeat it.
    """
    found = [cards[article] for article in articles if article in cards]
    return [Item(under_topic(card, here), card.summary) for card in found]


def member_pages(member: Member, items: Sequence[Item], language: str) -> Iterator[tuple[str, str]]:
    for leaf in paginate(member.path, items, member.rows):
        yield _member_page(member if leaf.number == 1 else _continued(member, leaf.number, language), leaf, language)


def _continued(member: Member, number: int, language: str) -> Member:
    """What a page after the first has of it: the way back, and nothing but the list."""
    return Member(
        path=member.path,
        title=say(language, "site.page_of", title=member.title, n=number),
        dek=member.dek,
        who=member.who,
        above=(*member.above, Link(member.title, f"{member.path}.html", language=member.attributes)),
        list_title=member.list_title,
        empty=member.empty,
        feed=member.feed,
        attributes=member.attributes,
    )


def _member_page(member: Member, leaf: Leaf[Item], language: str) -> tuple[str, str]:
    head: dict[str, object] = {
        "title": member.title,
        "description": " · ".join(filter(None, [member.who.striptags(), member.dek])),
        "kind": "member",
        "feed": member.feed,
        "linked_data": member.linked_data,
    }
    return page(
        leaf.path,
        "member",
        language,
        head,
        trail=trail(language, *member.above),
        member=member,
        list_title=member.list_title or say(language, "member.articles"),
        leaf=leaf,
        empty=member.empty or say(language, "index.articles_empty"),
    )
