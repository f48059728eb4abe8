"""Rows of tables among paragraphs: which are one table, and what stands in their cells."""

import pytest

from briefing.model import Paragraph
from briefing.render.tabular import cells, runs


@pytest.mark.parametrize(
    ("row", "texts"),
    [
        ("Boat | Places", ["Boat", "Places"]),
        ("| 2026 | 2025", ["", "2026", "2025"]),
        ("Sales | $10 |", ["Sales", "$10", ""]),
        ("All | | $12", ["All", "", "$12"]),
        ("| | $12", ["", "", "$12"]),
        ("either|or", ["either|or"]),
    ],
)
def test_an_empty_cell_is_a_cell(row: str, texts: list[str]) -> None:
    assert [row[start:end] for start, end in cells(row)] == texts


@pytest.mark.parametrize(
    ("widths", "tables"),
    [((3, 3, 2, 2), [2, 2]), ((3, 3, 3), [3]), ((2, 3, 2), [3]), ((3, 3, 2), [3])],
)
def test_rows_of_another_width_are_another_table(widths: tuple[int, ...], tables: list[int]) -> None:
    rows = [Paragraph(n, n, " | ".join("x" * width)) for n, width in enumerate(widths, 1)]
    assert [len(run) for is_table, run in runs(rows) if is_table] == tables
