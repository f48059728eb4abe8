"""One thing counted with different results: a row for every report, its number on a scale that begins at nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from markupsafe import Markup

from briefing.render.pictures.drawing import LINE, cut, dot, drawings, line, width_of, words
from briefing.texts import say

Bound = Literal["", "about", "more", "less"]  # what the text leaves open
_ROW = 44
_TOP = 4
_STUB = 22  # of a line that says "or more", "or less"


class Value(NamedTuple):
    value: float
    last: float | None  # the upper end of a range
    bound: Bound
    number: str  # as it is written
    source: str


def draw_values(counts: str, values: Sequence[Value], table: str, language: str) -> Markup:
    said = "; ".join(f"{value.source}: {value.number}" for value in values)

    def draw(width: int) -> tuple[float, Iterator[str]]:
        return _TOP + _ROW * len(values) + LINE, _parts(values, width)

    return drawings(draw, say(language, "pictures.values", counts=counts), said, table)


def _parts(values: Sequence[Value], width: int) -> Iterator[str]:
    room = max(width_of(value.number) for value in values) + _STUB + 18
    most = max(value.last or value.value for value in values)
    scale = (width - room) / most if most else 0
    bottom = _TOP + _ROW * len(values)
    yield line(4, _TOP, 4, bottom)
    for number, value in enumerate(values):
        yield from _row(value, _TOP + _ROW * number, scale, width)
    yield words(0, bottom + LINE - 3, "0", kind="soft")


def _row(value: Value, top: float, scale: float, width: int) -> Iterator[str]:
    y = top + 30
    x, end = 4 + scale * value.value, 4 + scale * (value.last or value.value)
    yield words(12, top + 14, cut(value.source, width - 12), kind="soft")
    yield line(4, y, x, y)
    if value.last:
        yield line(x, y, end, y, "strong")
        yield dot(end, y, 5)
    elif value.bound == "more":
        yield line(x, y, x + _STUB, y, "strong dashed")
    elif value.bound == "less":
        yield line(max(4, x - _STUB), y, x, y, "strong dashed")
    yield dot(x, y, 5, "open" if value.bound == "about" else "")
    beyond = _STUB if value.bound == "more" else 0
    yield words(end + beyond + 10, y + 4.5, value.number)
