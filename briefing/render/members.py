"""Pages that list articles: of a name, a topic, a story, a source, and of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from briefing.render.cards import Card, under_topic
from briefing.render.front import FigureView, QuoteView
from briefing.render.links import Link
from briefing.render.pagination import Leaf, paginate
from briefing.render.templates import page
from briefing.texts import say

Cards = Mapping[str, Card]  # by the article's id


PLAIN = Markup("")  # attributes of a title in the language of the interface


class Item(NamedTuple):
    """An article of a list, with the sentence that tells why it is there and where that stands."""

    card: Card
    sentence: str
    mark: Link = Link("")


class Group(NamedTuple):
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """Everything of a member page but its articles; what comes before them stands on its first page only."""

    path: str  # without extension
    title: str
    dek: str
    kicker: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    outside: Link | None = None  # a link that leaves the site
    groups: tuple[Group, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    quotes_title: str = ""
    more_quotes: str = ""
    differences: tuple[tuple[str, tuple[FigureView, ...]], ...] = ()  # what is counted, and each count of it
    empty: str = ""
    feed: str = ""
    linked_data: Mapping[str, object] = field(default_factory=dict)
    attributes: Markup = PLAIN


def summaries(cards: Cards, articles: Sequence[str], here: str = "") -> list[Item]:
    """Articles with their first summary sentence; the withdrawn have no card and are left out.

    On the page of a topic, whose address is ``here``, the kicker does not repeat it.
    """
    found = [cards[article] for article in articles if article in cards]
    return [Item(under_topic(card, here), card.summary) for card in found]


def member_pages(member: Member, items: Sequence[Item], language: str) -> Iterator[tuple[str, str]]:
    for leaf in paginate(member.path, items):
        yield _member_page(member, leaf, language)


def _member_page(member: Member, leaf: Leaf[Item], language: str) -> tuple[str, str]:
    first = leaf.number == 1
    head: dict[str, object] = {
        "title": member.title if first else say(language, "site.page_of", title=member.title, n=leaf.number),
        "description": member.dek,
        "kind": "member",
        "feed": member.feed,
        "linked_data": member.linked_data if first else None,
    }
    return page(
        leaf.path,
        "member",
        language,
        head,
        kicker=member.kicker,
        title=member.title,
        attributes=member.attributes,
        dek=member.dek,
        notes=member.notes if first else (),
        outside=member.outside,
        groups=member.groups if first else (),
        quotes=member.quotes if first else (),
        quotes_title=member.quotes_title,
        more_quotes=member.more_quotes,
        differences=member.differences if first else (),
        leaf=leaf,
        empty=member.empty or say(language, "index.articles_empty"),
    )
