"""The map: a window that holds its places, shores cut at its edges, names that do not collide."""

from __future__ import annotations

import re
from itertools import combinations
from pathlib import Path

import pytest

from briefing.render.pictures import world
from briefing.render.pictures.drawing import box_of
from briefing.render.pictures.locator import Place, _window_around, draw_map, near, window_of
from briefing.render.pictures.whereabouts import Spot, gazetteer

EUROPE = ("Paris", "Berlin", "Rome", "Madrid", "Vienna", "Bratislava", "Budapest", "Prague", "Warsaw", "France")
WORLD = ("Tokyo", "Sydney", "New York", "Cairo", "Lima", "Moscow", "Nairobi", "Honolulu", "Suva")


def places(names: tuple[str, ...]) -> list[Place]:
    return [Place(name, gazetteer()[name][0], 9) for name in names]


@pytest.mark.parametrize("names", [("Gaza",), ("Suva",), ("Reykjavik", "Tromsø"), EUROPE, WORLD])
@pytest.mark.parametrize("width", [560, 320])
def test_every_place_is_in_the_window(names: tuple[str, ...], width: int) -> None:
    spots = [place.spot for place in places(names)]
    window = window_of(spots, width)
    for spot in spots:
        x, y = window.place(spot.longitude, spot.latitude)
        assert 0 <= x <= window.width and 0 <= y <= window.height
    assert window.east - window.west <= 360


@pytest.mark.parametrize("names", [EUROPE, WORLD])
def test_names_do_not_collide_and_the_lesser_go_without(names: tuple[str, ...]) -> None:
    drawn = draw_map(places(names), "t", "en")
    for svg in re.findall(r"<svg.*?</svg>", drawn):
        found = re.findall(
            r'<text class="halo" x="([\d.-]+)" y="([\d.-]+)"(?: text-anchor="(\w+)")? paint-order="stroke">([^<]*)', svg
        )
        boxes = [box_of(float(x), float(y), text, anchor or "start") for x, y, anchor, text in found]
        assert len(boxes) >= 5 and not any(one.touches(other) for one, other in combinations(boxes, 2))
        assert found[0][3] == names[0]
        assert len(boxes) <= svg.count("<circle") <= len(names)


def named(*found: tuple[str, int]) -> list[Place]:
    return [Place(name, gazetteer()[name][0], weight) for name, weight in found]


def test_one_far_country_does_not_make_a_map_the_globe() -> None:
    close = named(("Vienna", 9), ("Budapest", 5), ("Prague", 3))
    assert near([*close, *named(("Japan", 4), ("Lima", 2))]) == close


@pytest.mark.parametrize(
    "found",
    [
        (("Japan", 9), ("Vienna", 9), ("Prague", 9)),  # never without the first
        (("Vienna", 5), ("Budapest", 5), ("Japan", 5), ("Lima", 5)),  # half of all is not far off
        (("Vienna", 9), ("Budapest", 5), ("Rome", 1)),  # near enough
    ],
)
def test_what_many_name_or_lies_near_stays_on_the_map(found: tuple[tuple[str, int], ...]) -> None:
    assert near(named(*found)) == named(*found)


def test_a_place_close_by_hides_under_no_name() -> None:
    both = [
        Place("Gaza", Spot("region", "PS.GZ", 31.4, 34.4), 9),
        Place("Israel", Spot("country", "IL", 30.9, 34.8), 9),
    ]
    assert (
        draw_map(
            [
                *both,
                *named(
                    ("Iran", 2),
                ),
            ],
            "t",
            "en",
        )
        .partition("</svg>")[0]
        .count("<circle")
        == 3
    )


def test_what_lies_just_beyond_the_closest_window_stays_on_the_map() -> None:
    close = named(("Gaza", 9), ("Israel", 9), ("Qatar", 3), ("Egypt", 2))
    assert near([*close, *named(("United States", 6))]) == close


@pytest.mark.parametrize(
    ("name", "least", "most"), [("United States", 20, 50), ("Israel", 10, 24), ("California", 8, 24)]
)
def test_the_map_of_an_area_shows_most_of_it(name: str, least: int, most: int) -> None:
    of = named((name, 1))[0]._replace(is_subject=True)
    window = _window_around(of, [of])
    assert least <= window.north - window.south <= most


def test_a_phone_shows_the_part_of_the_map_that_has_places() -> None:
    drawn = draw_map(places(("Gaza", "Rafah", "Jerusalem")), "t", "en")
    wide, narrow = (float(high) for high in re.findall(r'viewBox="0 0 \d+ (\d+)"', drawn))
    assert narrow > wide * 320 / 560 * 1.3
    world_map = re.findall(r'viewBox="0 0 \d+ (\d+)"', draw_map(places(WORLD), "t", "en"))
    assert world_map == ["263", "150"]


def test_a_country_is_an_open_circle() -> None:
    assert draw_map(places(("France",)), "t", "en").count('class="open"') == 2
    assert 'class="open"' not in draw_map(places(("Paris",)), "t", "en")


def test_two_places_of_one_name_are_two() -> None:
    both = [Place("Georgia", spot, 2) for spot in gazetteer()["Georgia"]]
    assert draw_map(both, "t", "en").partition("</svg>")[0].count("<circle") == 2


def test_shores_are_cut_and_no_line_crosses_the_world() -> None:
    for window in (window_of([Spot("city", "GB.ENG", 51.5, 0)], 560), world.Window(-170, -57, 190, 81, 560, 263)):
        land, borders = world.outlines(window)
        assert land and borders and len(land) + len(borders) < 18_000
        for steps in re.findall(r"l([^zM]*)", land):
            numbers = list(map(int, re.findall(r"-?\d+", steps)))
            far = [dx for dx, dy in zip(numbers[::2], numbers[1::2], strict=True) if dy == 0 and abs(dx) > 300]
            assert not far or window.east - window.west < 300
    assert world.clip_ring([(-5, -5), (5, -5), (5, 5), (-5, 5)], (0, 0, 9, 9)) == [(0, 0), (5, 0), (5, 5), (0, 5)]
    assert [list(part) for part in world.clip_line([(-2, 1), (1, 1), (2, 1), (99, 1)], (0, 0, 9, 9))] == [
        [(-2, 1), (1, 1), (2, 1), (99, 1)]
    ]


def test_the_data_is_small_and_says_where_it_is_from() -> None:
    for name, owner in (("world.txt", "Natural Earth"), ("whereabouts.tsv", "GeoNames")):
        path = Path(world.__file__).with_name(name)
        assert path.stat().st_size < 100_000
        assert owner in path.read_text("utf-8")[:600]
