"""Tables in a text: neighbouring paragraphs whose cells are parted by ``|``, as ``read`` writes the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.model import Paragraph

_BETWEEN = re.compile(r"(?:^| |(?<=\| ))\|(?: |$)")  # an empty cell leaves nothing between two, or before the first


def runs(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[bool, list[Paragraph]]]:
    """The paragraphs in order, in runs that are a table or not; of neighbours each width is its own."""
    for is_row, found in groupby(paragraphs, key=is_table_row):
        run = list(found)
        tables = [list(rows) for _, rows in groupby(run, key=lambda row: len(cells(row.text)))] if is_row else [run]
        for part in tables if all(len(rows) > 1 for rows in tables) else [run]:
            yield is_row and len(part) > 1, part


def is_table_row(paragraph: Paragraph) -> bool:
    return paragraph.kind == "text" and _BETWEEN.search(paragraph.text) is not None


def cells(text: str) -> list[tuple[int, int]]:
    """Where each cell of a row begins and ends."""
    parts = list(_BETWEEN.finditer(text))
    return list(zip([0, *(p.end() for p in parts)], [*(p.start() for p in parts), len(text)], strict=True))
