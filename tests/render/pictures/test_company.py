"""Who appears with whom."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest

from briefing.render.pictures.company import Pair, draw_company, in_order, strongest


def made(names: int) -> list[Pair]:
    """Each with its two neighbours in a circle, and some further away."""
    called = [f"Person Number {n:02}" for n in range(names)]
    near = [Pair(called[n], called[(n + 1) % names], 3 + n % 4) for n in range(names)]
    return [*near, *(Pair(called[n], called[n + 5], 2) for n in range(0, names - 5, 3))]


def test_the_strongest_pairs_of_so_many_names_are_kept() -> None:
    pairs = [Pair("a", "b", 9), Pair("c", "d", 8), Pair("a", "c", 2), Pair("e", "f", 7)]
    assert strongest(pairs, 4) == (pairs[0], pairs[1], pairs[2])


def test_no_more_arcs_than_can_be_told_apart() -> None:
    everybody = [Pair(one, other, 2) for one, other in combinations("abcdefgh", 2)]
    assert len(strongest(everybody, 8)) == 12


def test_who_belongs_together_stands_together() -> None:
    pairs = [Pair("a", "x", 5), Pair("b", "y", 5), Pair("c", "z", 5), Pair("x", "c", 1)]
    order = in_order(pairs)
    assert sorted(order) == list("abcxyz")
    assert all(abs(order.index(one) - order.index(other)) == 1 for one, other, shared in pairs if shared == 5)


@pytest.mark.parametrize("names", [12, 40])
def test_names_and_numbers_do_not_cover_each_other(names: int) -> None:
    pairs = strongest(made(names), names)
    drawn = draw_company(pairs, "t", "en")
    assert drawn == draw_company(strongest(made(names)[::-1], names), "t", "en")
    for svg, width in zip(re.findall(r"<svg.*?</svg>", drawn), (560, 320), strict=True):
        assert svg.count("<circle") == names and svg.count("<path") == len(pairs)
        rows = sorted(float(y) for y in re.findall(r'<text x="[\d.]+" y="([\d.]+)" text-anchor="end">', svg))
        assert len(rows) == names and all(b - a >= 20 for a, b in pairwise(rows))
        labels = [(float(x), float(y)) for x, y in re.findall(r'class="halo" x="([\d.]+)" y="([\d.]+)"', svg)]
        assert len(labels) >= names // 2
        assert all(abs(a[0] - b[0]) >= 7 or abs(a[1] - b[1]) >= 16 for a, b in combinations(labels, 2))
        assert all(0 <= x <= width - 7 for x, _ in labels)


def test_a_name_is_text() -> None:
    hostile = "<script>{{ x }}</script>"
    drawn = draw_company([Pair(hostile, "b", 2)], "t", "en")
    assert "<script" not in drawn and "{{" not in drawn and "&lt;script&gt;" in drawn
