"""Articles over time: the unit fits the range, and what has no day is in no place."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from briefing.render.pictures.axis import axis_of, beyond, counted, marks
from briefing.render.pictures.coverage import draw_coverage, spark
from briefing.render.pictures.drawing import box_of


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


@pytest.mark.parametrize(
    ("near", "far", "first", "last"),
    [
        ([f"2024-03-{n:02}" for n in range(1, 21)], ["1914-06-28", "2031-01-01"], "2024-03-01", "2024-03-20"),
        ([f"2024-03-{n:02}" for n in range(1, 21)], ["2024-04-06"], "2024-03-01", "2024-04-06"),  # not that far
        ([f"20{n:02}-03-01" for n in range(1, 25)], [], "2001", "2024"),
        ([str(n) for n in range(1990, 2024)], ["0044", "1492"], "1990", "2023"),
    ],
)
def test_one_far_off_date_does_not_press_the_others_together(
    near: list[str], far: list[str], first: str, last: str
) -> None:
    axis = axis_of([*near, *far])
    assert axis is not None and (axis.values[0], axis.values[-1]) == (first, last)
    left = sum(beyond([*near, *far], axis))
    assert sum(counted([*near, *far], axis)) + left == len(near) + len(far)


def test_no_more_than_a_fifth_is_left_out() -> None:
    days = [f"2024-03-{n:02}" for n in range(1, 9)]
    assert axis_of([*days, "1900-01-01", "1901-01-01"]) == axis_of(days)
    axis = axis_of([*days, "1900-01-01", "1901-01-01", "1902-01-01"])
    assert axis is not None and axis.values[0] == "1900"


@pytest.mark.parametrize("width", [320, 560, 1100])
@pytest.mark.parametrize(
    "ends", [("2024-03-07", "2024-04-16"), ("2023-03-01", "2024-02-05"), ("2019-06-01", "2023-02-05")]
)
def test_the_months_and_years_below_an_axis_do_not_collide(width: int, ends: tuple[str, str]) -> None:
    axis = axis_of(ends)
    assert axis is not None
    found = marks(axis, width, "en")
    boxes = [box_of(x, 0, said, anchor) for x, said, anchor in found]
    assert len(found) > 2 or width == 320
    assert all(one.right < other.left for one, other in pairwise(boxes))


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
