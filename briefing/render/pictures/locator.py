"""Where places are: a piece of the world large enough to know it by, the places on it, and their names where there is
room: of two that collide the one with fewer articles goes without. An open circle is a country or region at its middle.

One far country does not make a map the globe: what lies apart from most is not on it (``near``).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from markupsafe import Markup

from briefing.render.pictures.drawing import NARROW, WIDE, Box, box_of, dot, drawings, path, short, words
from briefing.render.pictures.whereabouts import Spot, gazetteer, lies_in
from briefing.render.pictures.world import Window, outlines
from briefing.texts import list_text, say, say_count

PLACES = 40
_HEIGHTS = (16.0, 24.0, 32.0, 48.0, 64.0, 100.0)  # degrees from south to north that a window may have
_SHAPE = 0.58  # height of the picture to its width
_ROOM = 0.7  # of a window that the places may take
_GRID = 8  # windows stand on a grid of an eighth of their height, so that many articles share one
_WORLD = (-170.0, -57.0, 190.0, 81.0)
_WORLD_SHAPE = 0.47
_RADIUS = 4
_CLEAR = 10  # of a circle, where a name would seem to be its own
_COUNTRY = 24.0  # degrees around the middle of a country, by which it is known
_ISLANDS = 0.04  # of what lies in a country is left out at each side
_AROUND = 12  # others on the map of one place
_EDGE = 12  # units within which a circle would be cut
_MOST = 2 / 3  # of all mentions are on every map
_CLOSER = 2  # times: so much closer a map must be for leaving the others out
_TALL = 0.9  # height of a phone's map to its width, where its places leave it so narrow


class Place(NamedTuple):
    name: str
    spot: Spot
    weight: int  # articles, or mentions in one
    is_subject: bool = False  # the one that the map is about


def near(places: Sequence[Place]) -> Sequence[Place]:
    """Without what lies far from the first and from most: at most a third, by weight, and only where the map of the
    others is twice as close.
    """
    high = _high(window_of([place.spot for place in places], WIDE))
    total = sum(place.weight for place in places)
    for closer in (step for step in _HEIGHTS if step * _CLOSER <= high):
        for middle in places:
            found = [place for place in places if _fit([middle.spot, place.spot], closer)]
            if (
                places[0] in found
                and sum(place.weight for place in found) >= _MOST * total
                and _fit([place.spot for place in found], closer)
            ):
                return _with_neighbours(found, places, min(2 * closer, high / _CLOSER))
    return places


def _with_neighbours(found: Sequence[Place], places: Sequence[Place], high: float) -> Sequence[Place]:
    """And those that a window so high still holds beside them, in the order of all."""
    kept = list(found)
    for place in places:
        if place not in kept and _fit([other.spot for other in (*kept, place)], high):
            kept.append(place)
    return [place for place in places if place in kept]


def around(of: Place, others: Sequence[Place]) -> list[Place]:
    """A place with those that lie in it, or for a city in the same region, and what else a map of these shows."""
    kin = [
        place
        for place in others
        if lies_in(place.spot, of.spot) or (_is_city(of) and place.spot.within == of.spot.within)
    ]
    window = _window_around(of, near([of, *kin]))
    return [of, *(place for place in others if _is_on(place.spot, window))][: _AROUND + 1]


def draw_map(places: Sequence[Place], table: str, language: str) -> Markup:
    """``places`` in order of weight; the first are drawn, and labelled first. What a map is about is its first."""
    shown = places[:PLACES]
    of = shown[0] if shown[0].is_subject else None
    names = list_text([place.name for place in shown[:6]], language)
    whole = _window_around(of, shown) if of else window_of([place.spot for place in shown], WIDE)
    title = say(language, "pictures.map_of", name=of.name) if of else say(language, "pictures.map")

    held = [*(_extent(of.spot) if of else ()), *(place.spot for place in shown)]

    def draw(width: int) -> tuple[float, Iterator[str]]:
        window = _for_phones(whole, held) if width == NARROW else whole
        return window.height, _parts(shown, window, whole)

    said = say_count(language, "pictures.map_said", len(shown), names=names)
    return drawings(draw, title, said, table)


def _is_city(place: Place) -> bool:
    return not place.spot.is_area


def _window_around(of: Place, places: Sequence[Place]) -> Window:
    least = _COUNTRY if of.spot.kind == "country" else 0
    return window_of([*_extent(of.spot), *(place.spot for place in places)], WIDE, least)


@cache
def _extent(area: Spot) -> tuple[Spot, ...]:
    """Two corners that hold most of what lies in a country or region, so that its shape is on the map."""
    inside = [spot for spots in gazetteer().values() for spot in spots if lies_in(spot, area)]
    if not inside:
        return ()
    longitudes, latitudes = _middle([s.longitude for s in inside]), _middle([s.latitude for s in inside])
    return tuple(area._replace(longitude=x, latitude=y) for x, y in zip(longitudes, latitudes, strict=True))


def _middle(values: Sequence[float]) -> tuple[float, float]:
    """The ends of values without the outermost, which may be islands far away."""
    ordered, left = sorted(values), int(len(values) * _ISLANDS)
    return ordered[left], ordered[-1 - left]


def _is_on(spot: Spot, window: Window) -> bool:
    x, y = _place(spot, window)
    return _EDGE < x < window.width - _EDGE and _EDGE < y < window.height - _EDGE


def window_of(spots: Sequence[Spot], width: float, least: float = 0) -> Window:
    """The smallest window, of no less than so many degrees, that holds all with room around them; else the world."""
    fitting = filter(None, (_fit(spots, high) for high in _HEIGHTS if high >= least))
    if bounds := next(fitting, None):
        return Window(*bounds, width, round(width * _SHAPE))
    return Window(*_WORLD, width, round(width * _WORLD_SHAPE))


def _fit(spots: Sequence[Spot], high: float) -> tuple[float, float, float, float] | None:
    """West, south, east and north of a window so high, where it holds all."""
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    step = high / _GRID
    latitude = _on_grid((north + south) / 2, step, -57 + high / 2, 81 - high / 2)
    wide = high / _SHAPE / max(0.35, math.cos(math.radians(latitude)))
    longitude = _on_grid((west + east) / 2, step, -180 + wide / 2, 180 - wide / 2)
    if north - south > _ROOM * high or east - west > _ROOM * wide or wide >= 300:
        return None
    low = latitude - high / 2
    return longitude - wide / 2, low, longitude + wide / 2, low + high


def _high(window: Window) -> float:
    return window.north - window.south


def _for_phones(whole: Window, spots: Sequence[Spot]) -> Window:
    """The part of a window, as high as it is, that leaves out what is empty at its sides."""
    if whole.east > 180:
        return Window(*whole[:4], NARROW, round(NARROW * _WORLD_SHAPE))
    wide = whole.east - whole.west
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    part = min(wide, max(wide * whole.height / whole.width / _TALL, (east - west) / _ROOM))
    begin = min(max((west + east - part) / 2, whole.west), whole.east - part)
    height = round(whole.height * NARROW / whole.width * wide / part)
    return Window(begin, whole.south, begin + part, whole.north, NARROW, height)


def _on_grid(value: float, step: float, least: float, most: float) -> float:
    """The point of the grid nearest to a value, within bounds; the middle of these where they cross."""
    if least > most:
        return (least + most) / 2
    return min(max(round(value / step) * step, least), most)


def _parts(places: Sequence[Place], window: Window, whole: Window) -> Iterator[str]:
    if window.width == NARROW:  # the same shores, which are most of a map
        scale = window.height / whole.height
        left = (whole.west - window.west) / (window.east - window.west) * window.width
        size = f'transform="translate({short(left)}) scale({scale:.4f})"'
        yield f'<use class="land" href="#map-land" {size}/><use class="border" href="#map-borders" {size}/>'
    else:
        land, borders = outlines(window)
        yield path(land, "land", "map-land") + path(borders, "border", "map-borders")
    at = [_place(place.spot, window) for place in places]
    shown, labels = _labels(places, at, window)
    for number in reversed(shown):
        yield dot(*at[number], _RADIUS, "open" if places[number].spot.is_area else "")
    yield from (label for _, label in labels)


def _place(spot: Spot, window: Window) -> tuple[float, float]:
    """The world's window begins in the Pacific: what lies west of it is seen at its eastern end."""
    longitude = spot.longitude + 360 if spot.longitude < window.west and window.east > 180 else spot.longitude
    return window.place(longitude, spot.latitude)


def _labels(
    places: Sequence[Place], at: Sequence[tuple[float, float]], window: Window
) -> tuple[list[int], list[tuple[Box, str]]]:
    """The places that are not below the name of one before them, and the names that have room: beside every circle,
    else beside those of the places before it.
    """
    shown: list[int] = []
    labels: list[tuple[Box, str]] = []
    for number, place in enumerate(places):
        if any(box.touches(_around(*at[number])) for box, _ in labels):
            continue
        shown.append(number)
        ahead = [at[other] for other in shown]
        for others, room in ((at, _CLEAR), (at, _RADIUS), (ahead, _CLEAR), (ahead, _RADIUS)):
            circles = [_around(x, y, room) for x, y in others if (x, y) != at[number]]
            taken = [*circles, *(box for box, _ in labels)]
            if label := _label(place, at[number], taken, window):
                labels.append(label)
                break
    return shown, labels


def _label(place: Place, at: tuple[float, float], taken: Sequence[Box], window: Window) -> tuple[Box, str] | None:
    x, y = at
    for left, base, anchor in (
        (x + 8, y + 4.5, "start"), (x - 8, y + 4.5, "end"), (x, y - 9, "middle"), (x, y + 19, "middle"),
    ):  # fmt: skip
        box = box_of(left, base, place.name, anchor)
        fits = box.left >= 2 and box.right <= window.width - 2 and box.top >= 0 and box.bottom <= window.height
        if fits and not any(box.touches(other) for other in taken):
            return box, words(left, base, place.name, anchor, "halo subject" if place.is_subject else "halo")
    return None


def _around(x: float, y: float, room: float = _RADIUS) -> Box:
    return Box(x - room, y - room, x + room, y + room)
