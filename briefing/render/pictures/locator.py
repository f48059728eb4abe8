"""Where places are: a piece of the world large enough to know it by, the places on it, and their names where there is
room: of two that collide the one with fewer articles goes without. An open circle is a country or region at its middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefing.render.pictures.drawing import NARROW, WIDE, Box, box_of, dot, drawings, path, words
from briefing.render.pictures.whereabouts import Spot
from briefing.render.pictures.world import Window, outlines
from briefing.texts import list_text, say, say_count

PLACES = 40
_HEIGHTS = (16.0, 32.0, 64.0, 100.0)  # degrees from south to north that a window may have
_SHAPE = 0.58  # height of the picture to its width
_ROOM = 0.7  # of a window that the places may take
_GRID = 8  # windows stand on a grid of an eighth of their height, so that many articles share one
_WORLD = (-170.0, -57.0, 190.0, 81.0)
_WORLD_SHAPE = 0.47
_RADIUS = 4
_CLEAR = 10  # of a circle, where a name would seem to be its own


class Place(NamedTuple):
    name: str
    spot: Spot
    weight: int  # articles, or mentions in one


def draw_map(places: Sequence[Place], table: str, language: str) -> Markup:
    """``places`` in order of weight; the first are drawn, and labelled first."""
    shown = places[:PLACES]
    names = list_text([place.name for place in shown[:6]], language)

    def draw(width: int) -> tuple[float, Iterator[str]]:
        window = window_of([place.spot for place in shown], width)
        return window.height, _parts(shown, window)

    said = say_count(language, "pictures.map_said", len(shown), names=names)
    return drawings(draw, say(language, "pictures.map"), said, table)


def window_of(spots: Sequence[Spot], width: float) -> Window:
    """The smallest window that holds all, with room around them; else the world."""
    west, east = min(s.longitude for s in spots), max(s.longitude for s in spots)
    south, north = min(s.latitude for s in spots), max(s.latitude for s in spots)
    middle = (north + south) / 2
    for high in _HEIGHTS:
        step = high / _GRID
        latitude = _on_grid(middle, step, -57 + high / 2, 81 - high / 2)
        wide = high / _SHAPE / max(0.35, math.cos(math.radians(latitude)))
        longitude = _on_grid((west + east) / 2, step, -180 + wide / 2, 180 - wide / 2)
        if north - south <= _ROOM * high and east - west <= _ROOM * wide and wide < 300:
            low = latitude - high / 2
            return Window(longitude - wide / 2, low, longitude + wide / 2, low + high, width, round(width * _SHAPE))
    return Window(*_WORLD, width, round(width * _WORLD_SHAPE))


def _on_grid(value: float, step: float, least: float, most: float) -> float:
    """The point of the grid nearest to a value, within bounds; the middle of these where they cross."""
    if least > most:
        return (least + most) / 2
    return min(max(round(value / step) * step, least), most)


def _parts(places: Sequence[Place], window: Window) -> Iterator[str]:
    if window.width == NARROW:  # the same shores, which are most of a map
        size = f'transform="scale({NARROW / WIDE:.4f})"'
        yield f'<use class="land" href="#map-land" {size}/><use class="border" href="#map-borders" {size}/>'
    else:
        land, borders = outlines(window)
        yield path(land, "land", "map-land") + path(borders, "border", "map-borders")
    at = [_place(place.spot, window) for place in places]
    shown, labels = _labels([place.name for place in places], at, window)
    for number in reversed(shown):
        yield dot(*at[number], _RADIUS, "open" if places[number].spot.is_area else "")
    yield from (label for _, label in labels)


def _place(spot: Spot, window: Window) -> tuple[float, float]:
    """The world's window begins in the Pacific: what lies west of it is seen at its eastern end."""
    longitude = spot.longitude + 360 if spot.longitude < window.west and window.east > 180 else spot.longitude
    return window.place(longitude, spot.latitude)


def _labels(
    names: Sequence[str], at: Sequence[tuple[float, float]], window: Window
) -> tuple[list[int], list[tuple[Box, str]]]:
    """The places that are not below the name of one before them, and the names that have room: beside every circle,
    else beside those of the places before it.
    """
    shown: list[int] = []
    labels: list[tuple[Box, str]] = []
    for number, name in enumerate(names):
        if any(box.touches(_around(*at[number])) for box, _ in labels):
            continue
        shown.append(number)
        ahead = [at[other] for other in shown]
        for others, room in ((at, _CLEAR), (ahead, _CLEAR), (ahead, _RADIUS)):
            circles = [_around(x, y, room) for x, y in others if (x, y) != at[number]]
            taken = [*circles, *(box for box, _ in labels)]
            if label := _label(name, at[number], taken, window):
                labels.append(label)
                break
    return shown, labels


def _label(name: str, at: tuple[float, float], taken: Sequence[Box], window: Window) -> tuple[Box, str] | None:
    x, y = at
    for left, base, anchor in (
        (x + 8, y + 4.5, "start"), (x - 8, y + 4.5, "end"), (x, y - 9, "middle"), (x, y + 19, "middle"),
    ):  # fmt: skip
        box = box_of(left, base, name, anchor)
        fits = box.left >= 2 and box.right <= window.width - 2 and box.top >= 0 and box.bottom <= window.height
        if fits and not any(box.touches(other) for other in taken):
            return box, words(left, base, name, anchor, "halo")
    return None


def _around(x: float, y: float, room: float = _RADIUS) -> Box:
    return Box(x - room, y - room, x + room, y + room)
