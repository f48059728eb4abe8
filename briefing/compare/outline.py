"""A review as an outline of sections, rows and differences, which Markdown and HTML only set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.compare.review import Change, Lists, Page, Review, Value, Words
from briefing.compare.wording import change_facts, counted, page_facts


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what it is of, what was and is (``lists``: what was lost and gained); of a mere fact only ``what``."""

    what: str
    before: str | None = None
    after: str | None = None
    differs: bool = False
    lists: bool = False
    slug: str = ""  # of the article after the change, where the row is of one
    code: str = ""  # what to write


@dataclass(frozen=True, slots=True)
class Folded:
    """All that changes of an article, under one line."""

    title: str
    facts: str
    before: Page
    after: Page
    rows: tuple[Row, ...]
    prose: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    rows: tuple[Row, ...] = ()
    folded: tuple[Folded, ...] = ()


def outline(review: Review) -> tuple[Section, ...]:
    """The sections that say something, what wants an eye first."""
    sections = (
        Section("Wants your eye", tuple(_wants_an_eye(review))),
        Section("Added", tuple(Row(f"{page.title}: {page_facts(page)}", slug=page.slug) for page in review.added)),
        Section("Removed", tuple(Row(f"{page.title}: {page_facts(page)}") for page in review.removed)),
        Section("Renamed", tuple(_differing(value) for value in review.renamed)),
        Section("Changed", folded=tuple(_folded(change) for change in review.changed)),
        Section("Stories", tuple(_stories(review))),
        Section("The whole briefing", (*_listed(review.names, "names"), *_listed(review.topics, "topics"))),
        Section("The site", tuple(_differing(value) for value in review.site)),
        Section("The look", tuple(_look(review))),
    )
    return tuple(section for section in sections if section.rows or section.folded)


def _wants_an_eye(review: Review) -> Iterator[Row]:
    for value in review.more_text:
        yield Row(f"More text would be published of {value.what}", value.before, value.after, differs=True)
    for link in review.permalinks:
        where = link.file or "the sidecar of an article that stands for it"
        yield Row(
            f"The address articles/{link.slug}.html would break ({link.title}); to keep it, in {where}", code=link.cure
        )
    yield from (Row(f"New doubt: {doubt}") for doubt in review.doubts.gained)
    if review.doubts.lost:
        yield Row(f"{counted(len(review.doubts.lost), 'doubt')} settled")


def _stories(review: Review) -> Iterator[Row]:
    for story in review.stories:
        before, after = " · ".join(story.before) or None, " · ".join(story.after) or None
        yield Row(story.title, before, after, differs=True)


def _look(review: Review) -> Iterator[Row]:
    if review.look:
        yield Row(f"{counted(len(review.look), 'file')} of the look changed: {', '.join(review.look)}")


def _listed(lists: Lists, what: str) -> Iterator[Row]:
    if lists:
        yield Row(what, " · ".join(lists.lost) or None, " · ".join(lists.gained) or None, differs=True, lists=True)


def _differing(value: Value) -> Row:
    return Row(value.what, value.before, value.after, differs=True)


def _folded(change: Change) -> Folded:
    rows = [_differing(value) for value in (change.rights, *change.metadata) if value]
    rows += [
        Row(f"“{one.what}”", one.before or "speaker unclear", one.after or "speaker unclear", True)
        for one in change.speakers
    ]
    rows += [*_listed(change.quotes, "quotations"), *_listed(change.figures, "figures")]
    rows += [Row(f"“{one.what}”", one.before or "unresolved", one.after or "unresolved", True) for one in change.dates]
    rows += [*_listed(change.names, "names"), *_listed(change.topics, "topics")]
    rows += [_differing(value) for value in (change.story, change.copy_of) if value]
    rows += _listed(change.related, "related links")
    return Folded(change.after.title, change_facts(change), change.before, change.after, tuple(rows), change.prose)
