"""What the review says, the same in all its forms."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.compare.review import Change, Page, Review

NOTHING = "Nothing that a reader sees changes."
LOOK_ALONE = "Only the look changes, not a word of the briefing"


def counted(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def summary(review: Review) -> str:
    """What happened to the articles, in a line."""
    told = (
        (len(review.added), "added"),
        (len(review.removed), "removed"),
        (len(review.renamed), "renamed"),
        (len(review.changed), "changed"),
    )
    happened = ", ".join(f"{number} {what}" for number, what in told if number) or "none changed"
    return f"Articles: {review.articles_before} before, {review.articles_after} after; {happened}."


def page_facts(page: Page) -> str:
    source, date = page.source or "source not stated", page.date or "date not stated"
    return f"{source}, {date}, {counted(page.words, 'word')} shown ({page.rights})"


def change_facts(change: Change) -> str:
    """What of an article changes, shortly: the line under which the rest folds."""
    return ", ".join(_facts(change)) or "nothing"


def _facts(change: Change) -> Iterator[str]:
    if change.rights:
        yield f"rights {change.rights.before} to {change.rights.after}"
    yield from dict.fromkeys(value.what for value in change.metadata)
    if change.prose:
        yield counted(len(change.prose), "paragraph")
    if change.speakers:
        yield f"{counted(len(change.speakers), 'speaker')} of quotations"
    for what, lists in (("quotation", change.quotes), ("figure", change.figures), ("name", change.names)):
        yield from _signed(what, len(lists.gained), len(lists.lost))
    if change.dates:
        yield f"{counted(len(change.dates), 'date')} moved"
    yield from _signed("topic", len(change.topics.gained), len(change.topics.lost))
    if change.story:
        yield "story"
    if change.copy_of:
        yield "copy of another"
    yield from _signed("related link", len(change.related.gained), len(change.related.lost))


def _signed(what: str, gained: int, lost: int) -> Iterator[str]:
    if gained:
        yield f"{counted(gained, what)} gained"
    if lost:
        yield f"{counted(lost, what)} lost"
