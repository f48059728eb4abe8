"""Tables in a text: neighbouring lines whose cells are parted by ``|``, as ``read`` writes the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.model import Paragraph

_MARKER = re.compile(r"\W?|\(?\w{1,3}[.)]")  # of an item of a list
_LABEL = re.compile(r"[^\W\d][^:]{0,60}:")  # 'LIND:', whose colon parts it from what is said
_FIGURE = re.compile(r"[-+−–~<>]?\s?[$€£¥]?\s?\d")
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


def lines_of_figures(texts: Sequence[str]) -> frozenset[int]:
    """Indices of neighbouring lines of as many cells, some of them figures: of a table, its head included."""
    found: set[int] = set()
    widths = [len(cells(text)) if "|" in text else 1 for text in texts]
    for width, run in groupby(range(len(texts)), key=widths.__getitem__):
        rows = list(run)
        values = (texts[i][start:end] for i in rows for start, end in cells(texts[i])) if width > 1 else iter(())
        if len(rows) > 1 and any(map(_FIGURE.match, values)):
            found.update(rows)
    return frozenset(found)


def with_cells(lines: Sequence[str]) -> list[str]:
    """The lines, cells that tabs part in neighbouring ones parted by ``|``; not the text behind the marks of a
    list, nor behind who speaks."""
    rows = [line.rstrip().split("\t") for line in lines]
    parted = list(lines)
    for width, run in groupby(range(len(rows)), key=lambda i: len(rows[i])):
        table = list(run)
        firsts = [rows[i][0].strip() for i in table]
        is_list = any(all(map(mark.fullmatch, firsts)) for mark in ((_MARKER, _LABEL) if width == 2 else (_MARKER,)))
        if width > 1 and len(table) > 1 and not is_list:
            for i in table:
                parted[i] = " | ".join(cell.strip() for cell in rows[i])
    return parted
