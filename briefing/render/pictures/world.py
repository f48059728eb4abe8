"""The land and borders of the world as far as a window shows them: Natural Earth, 1:110m, public domain."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from briefing.render.pictures.drawing import short

_MARGIN = 0.06  # of a window, drawn beyond its edges, where lines that close a cut shore are not seen
_FINEST = 1.8  # units: points nearer to the last one are left out

Points = Sequence[tuple[float, float]]


class Window(NamedTuple):
    """A part of the world, in degrees, and how large it is drawn."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        x = (longitude - self.west) / (self.east - self.west) * self.width
        return x, (self.north - latitude) / (self.north - self.south) * self.height


class Shape(NamedTuple):
    is_land: bool
    points: Points
    bounds: tuple[float, float, float, float]  # west, south, east, north


@cache
def shapes() -> tuple[Shape, ...]:
    text = resources.files(__package__).joinpath("world.txt").read_text("utf-8")
    return tuple(_read(row) for row in text.splitlines() if not row.startswith("#"))


def _read(row: str) -> Shape:
    kind, *steps = row.split(" ")
    numbers = list(map(int, steps))
    points, x, y = [], 0, 0
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / 10, y / 10))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Shape(kind == "land", points, (min(xs), min(ys), max(xs), max(ys)))


@lru_cache(maxsize=512)
def outlines(window: Window) -> tuple[str, str]:
    """Land and borders of a window, each as the steps of a path."""
    wide, high = _MARGIN * (window.east - window.west), _MARGIN * (window.north - window.south)
    box = (window.west - wide, window.south - high, window.east + wide, window.north + high)
    land: list[str] = []
    borders: list[str] = []
    for shape in shapes():
        west, south, east, north = shape.bounds
        if west > box[2] or east < box[0] or south > box[3] or north < box[1]:
            continue
        if shape.is_land:
            land.append(_steps(clip_ring(shape.points, box), window, 3, "z"))
        else:
            borders += [_steps(part, window, 2, "") for part in clip_line(shape.points, box)]
    return "".join(land), "".join(borders)


def clip_ring(points: Points, box: tuple[float, float, float, float]) -> Points:
    """What of a ring lies within a box, edge by edge."""
    for axis, limit, sign in ((0, box[0], 1), (0, box[2], -1), (1, box[1], 1), (1, box[3], -1)):
        kept: list[tuple[float, float]] = []
        for before, point in zip((points[-1], *points[:-1]) if points else (), points, strict=True):
            was, is_in = sign * (before[axis] - limit) >= 0, sign * (point[axis] - limit) >= 0
            if was != is_in:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                kept.append((before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1])))
            if is_in:
                kept.append(point)
        points = kept
    return points


def clip_line(points: Points, box: tuple[float, float, float, float]) -> Iterator[Points]:
    """The parts of a line that a box shows, each with the point before and after it."""
    part: list[tuple[float, float]] = []
    for before, point in zip((points[0], *points[:-1]), points, strict=True):
        if box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]:
            part += [before, point] if not part else [point]
        elif part:
            yield [*part, point]
            part = []
    if part:
        yield part


def _steps(points: Points, window: Window, least: int, end: str) -> str:
    """A path in whole units without what is too fine to be seen; nothing where too little is left."""
    kept: list[tuple[int, int]] = []
    for point in points:
        x, y = window.place(*point)
        if not kept or math.dist((x, y), kept[-1]) >= _FINEST:
            kept.append((round(x), round(y)))
    if len(kept) < least:
        return ""
    moves = [str(step) for a, b in pairwise(kept) for step in (b[0] - a[0], b[1] - a[1])]
    return f"M{short(kept[0][0])} {short(kept[0][1])}l{' '.join(moves).replace(' -', '-')}{end}" if moves else ""
