"""Long lists in pages of a hundred rows: ``people/joe-biden.md``, then ``people/joe-biden/2.md`` and so on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.render.links import Link

ROWS = 100
_AROUND = 2  # pages named on each side of this one

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Row]):
    """One page of a list. ``turns`` names the pages near it: a link, this page without address, or a gap."""

    path: str
    number: int
    rows: Sequence[Row]
    previous: str  # addresses from the site's root, empty at the ends
    following: str
    turns: tuple[Link, ...]


def paginate(page: str, rows: Sequence[Row], size: int = ROWS) -> Iterator[Leaf[Row]]:
    """The pages of a list; ``page`` is the path of the first without extension. An empty list has one page."""
    last = max(1, -(-len(rows) // size))
    for number in range(1, last + 1):
        yield Leaf(
            path=f"{_path(page, number)}.md",
            number=number,
            rows=rows[(number - 1) * size : number * size],
            previous=f"{_path(page, number - 1)}.html" if number > 1 else "",
            following=f"{_path(page, number + 1)}.html" if number < last else "",
            turns=_turns(page, number, last) if last > 1 else (),
        )


def leaf_path(page: str, row: int) -> str:
    """The page that has a row of the list of a hundred a page, rows counted from 0."""
    return _path(page, row // ROWS + 1)


def _path(page: str, number: int) -> str:
    return page if number == 1 else f"{page}/{number}"


def _turns(page: str, here: int, last: int) -> tuple[Link, ...]:
    shown = sorted({1, last, *range(max(1, here - _AROUND), min(last, here + _AROUND) + 1)})
    turns: list[Link] = []
    for before, number in zip([0, *shown], shown, strict=False):
        if number - before > 1:
            turns.append(Link("…"))
        turns.append(Link(str(number), "" if number == here else f"{_path(page, number)}.html"))
    return tuple(turns)
