"""Rows of tables among paragraphs: which are one table, and what stands in their cells."""

import pytest

from briefing.model import Paragraph
from briefing.tabular import cells, lines_of_figures, runs, with_cells


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


def test_lines_that_share_their_width_and_hold_figures_are_of_a_table() -> None:
    menu, other = "Home | Roads | Boats", "Markets | Letters | Weather"
    head, row = "District | Homes lost | Boats", "Upper Wend | 412 | 3"
    assert lines_of_figures([menu, other, "A line.", head, row, row]) == {3, 4, 5}
    assert lines_of_figures([head, "A line.", row]) == frozenset()


@pytest.mark.parametrize(
    ("lines", "parted"),
    [
        (["Party\tSeats", "Reed League\t72"], ["Party | Seats", "Reed League | 72"]),
        (["\t2026\t2025", "Sales\t$10\t$9\t"], [" | 2026 | 2025", "Sales | $10 | $9"]),
        (["2024\t11", "2025\t12"], ["2024 | 11", "2025 | 12"]),
        (["•\tSales rose", "•\tCosts fell"], ["•\tSales rose", "•\tCosts fell"]),
        (["1.\tDig once", "2.\tPay first"], ["1.\tDig once", "2.\tPay first"]),
        (["One\tcell", "no tab"], ["One\tcell", "no tab"]),
    ],
)
def test_tabs_of_neighbouring_lines_part_cells(lines: list[str], parted: list[str]) -> None:
    assert with_cells(lines) == parted
