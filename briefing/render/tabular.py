"""Tables in a text: neighbouring paragraphs whose cells are parted by ``|``, as ``read`` writes the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.model import Paragraph

_BETWEEN = re.compile(r" \| ")


def runs(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[bool, list[Paragraph]]]:
    """The paragraphs in order, in runs that are a table or not."""
    for is_row, found in groupby(paragraphs, key=is_table_row):
        run = list(found)
        yield is_row and len(run) > 1, run


def is_table_row(paragraph: Paragraph) -> bool:
    return paragraph.kind == "text" and _BETWEEN.search(paragraph.text) is not None


def cells(text: str) -> list[tuple[int, int]]:
    """Where each cell of a row begins and ends."""
    begins = [0, *(found.end() for found in _BETWEEN.finditer(text))]
    return list(zip(begins, [*(found.start() for found in _BETWEEN.finditer(text)), len(text)], strict=True))
