"""Articles over time: the unit fits the range, and what has no day is in no place."""

from __future__ import annotations

import re

import pytest

from briefing.render.pictures.coverage import axis_of, counted, draw_coverage, spark


@pytest.mark.parametrize(
    ("days", "unit", "first", "last", "places"),
    [
        (["2024-03-01", "2024-03-05"], "day", "2024-03-01", "2024-03-05", 5),
        (["2024-01-01", "2024-03-05T09:00:00Z"], "week", "2024-W01", "2024-W10", 10),
        (["2020-12-28", "2021-02-20"], "week", "2020-W53", "2021-W07", 8),
        (["2022-11-30", "2024-02-01"], "month", "2022-11", "2024-02", 16),
        (["2001-01-01", "2024-03-05"], "year", "2001", "2024", 24),
        (["2020", "2024", "2024-01-01"], "year", "2020", "2024", 5),
    ],
)
def test_the_unit_fits_the_range(days: list[str], unit: str, first: str, last: str, places: int) -> None:
    axis = axis_of(days)
    assert axis is not None
    assert (axis.unit, axis.values[0], axis.values[-1], len(axis.values)) == (unit, first, last, places)


def test_one_day_is_no_time_and_nonsense_no_day() -> None:
    assert axis_of(["2024-03-01", "2024-03-01"]) is None
    assert axis_of(["soon", "2024-13-01", "2024-03-01"]) is None
    assert axis_of([]) is None


def test_what_is_too_vague_for_the_axis_is_not_counted() -> None:
    axis = axis_of(["2024-03-01", "2024-03-03"])
    assert axis is not None
    assert counted(["2024-03-01", "2024-03", "2024", "2024-03-03", "2024-03-03"], axis) == (1, 0, 2)


def test_the_bars_say_their_ends_and_their_highest_and_stay_in_the_picture() -> None:
    axis = axis_of(["2024-03-01", "2024-03-30"])
    assert axis is not None
    counts = [1, *[0] * 28, 7]
    drawn = draw_coverage(axis, counts, "t", "en")
    for svg, width in zip(re.findall(r"<svg.*?</svg>", drawn), (560, 320), strict=True):
        assert re.findall(r"<text[^>]*>([^<]*)", svg) == ["7 articles, 30 March 2024", "1 March 2024", "30 March 2024"]
        assert 'role="img"' in svg and 'aria-details="t"' in svg and "<title>Articles by day</title>" in svg
        starts = [float(x) for x in re.findall(r"M([\d.]+) ", svg)]
        assert len(starts) == 2 and all(0 <= x < width for x in starts)
    assert "7 articles, 30 March 2024" in drawn.partition("<desc>")[2].partition("</desc>")[0]


def test_beside_a_name_the_bars_are_decoration() -> None:
    assert 'aria-hidden="true"' in spark((1, 2)) and "<text" not in spark((1, 2))
