"""What a review is made of; every list is in the order in which it is shown, and empty where nothing changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

Json = Mapping[str, Any]  # a published briefing, or a part of it
Op = Literal["same", "gone", "new"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: the published briefing, what wants an eye in it, and the files that only its look is made of.

    ``doubts`` and ``look`` (path to digest) are None where nobody knows them: for a mere ``briefing.json``.
    """

    label: str
    briefing: Json
    doubts: tuple[str, ...] | None = None
    look: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """An article as one side knows it."""

    id: str
    slug: str
    title: str
    source: str | None
    date: str | None
    rights: str
    words: int  # that are shown


@dataclass(frozen=True, slots=True)
class Value:
    """A value before and after; None where there is none."""

    what: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph word by word; ``number`` is that of the paragraph after the change, before it where it is gone."""

    number: int
    parts: tuple[tuple[Op, str], ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """Members gained and lost."""

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.gained or self.lost)


@dataclass(frozen=True, slots=True)
class Change:
    """An article that both sides have."""

    before: Page
    after: Page
    metadata: tuple[Value, ...] = ()
    rights: Value | None = None
    prose: tuple[Words, ...] = ()
    speakers: tuple[Value, ...] = ()  # what: the quotation
    quotes: Lists = Lists()
    figures: Lists = Lists()
    dates: tuple[Value, ...] = ()  # what: the expression
    names: Lists = Lists()
    topics: Lists = Lists()
    related: Lists = Lists()  # slugs
    story: Value | None = None
    copy_of: Value | None = None

    def __bool__(self) -> bool:
        return any(bool(getattr(self, one.name)) for one in fields(self)[2:])


@dataclass(frozen=True, slots=True)
class StoryChange:
    """Articles of a story, by title, before and after; empty where it did not exist, or does no more."""

    title: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Permalink:
    """An address that leads nowhere any more; ``cure`` keeps it, in the sidecar ``file`` (None: all is gone)."""

    slug: str
    title: str
    file: str | None
    cure: str


@dataclass(frozen=True, slots=True)
class Review:
    """All that a change does; ``more_text`` are the articles of which more would be published than before."""

    base: str
    head: str
    articles_before: int
    articles_after: int
    added: tuple[Page, ...] = ()
    removed: tuple[Page, ...] = ()
    renamed: tuple[Value, ...] = ()  # what: the headline; ids
    changed: tuple[Change, ...] = ()
    site: tuple[Value, ...] = ()
    names: Lists = Lists()
    topics: Lists = Lists()
    stories: tuple[StoryChange, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    more_text: tuple[Value, ...] = ()  # what: the headline; rights
    doubts: Lists = field(default_factory=Lists)
    look: tuple[str, ...] = ()  # files

    @property
    def editorial(self) -> bool:
        """Whether anything changes but the look."""
        return any(bool(getattr(self, one.name)) for one in fields(self)[4:-1])
