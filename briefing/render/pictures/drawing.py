"""What all pictures are made of: a frame with its name and description, lines, dots, and words that do not collide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple
from unicodedata import combining, east_asian_width

from markupsafe import Markup

from briefing.escape import html_attribute

WIDE, NARROW = 560, 320  # units across: pixels in a column, and on a phone
LINE = 17  # from one line of words to the next
_LETTER, _WIDE_LETTER = 7.1, 13.5
_HALF = 0.5


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def touches(self, other: Box) -> bool:
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


Draw = Callable[[int], tuple[float, Iterable[str]]]  # units across to the height and the elements


def drawings(draw: Draw, title: str, said: str, table: str, widths: Sequence[int] = (WIDE, NARROW)) -> Markup:
    """One SVG for a column and one for a phone, and for pictures across the page one for what is between; ``said``
    tells who cannot see it what it shows.
    """
    kinds = ("wide", "middle", "narrow") if len(widths) > 2 else ("wide", "narrow")
    drawn = (_drawing(draw, width, kind, title, said, table) for width, kind in zip(widths, kinds, strict=True))
    return Markup("").join(drawn)


def _drawing(draw: Draw, width: int, kind: str, title: str, said: str, table: str) -> Markup:
    height, parts = draw(width)
    head = f"<title>{html_attribute(title)}</title><desc>{html_attribute(said)}</desc>"
    box = f'viewBox="0 0 {width} {short(height)}" role="img" aria-details="{table}"'
    return Markup(f'<svg class="{kind}" {box}>{head}{"".join(parts)}</svg>')


def line(x1: float, y1: float, x2: float, y2: float, kind: str = "") -> str:
    return f'<line{_class(kind)} x1="{short(x1)}" y1="{short(y1)}" x2="{short(x2)}" y2="{short(y2)}"/>'


def dot(x: float, y: float, radius: float, kind: str = "") -> str:
    return f'<circle{_class(kind)} cx="{short(x)}" cy="{short(y)}" r="{short(radius)}"/>'


def path(steps: str, kind: str = "", name: str = "") -> str:
    named = f' id="{name}" vector-effect="non-scaling-stroke"' if name else ""
    return f'<path{_class(kind)}{named} d="{steps}"/>'


def words(x: float, y: float, text: str, anchor: str = "start", kind: str = "") -> str:
    side = "" if anchor == "start" else f' text-anchor="{anchor}"'
    side += ' paint-order="stroke"' if "halo" in kind else ""  # the style sheet's checker does not know it
    return f'<text{_class(kind)} x="{short(x)}" y="{short(y)}"{side}>{html_attribute(text)}</text>'


def width_of(text: str) -> float:
    """How wide a text is, roughly, and rather too wide than too narrow."""
    return sum(0 if combining(c) else _WIDE_LETTER if east_asian_width(c) in "WF" else _LETTER for c in text)


def cut(text: str, room: float) -> str:
    """The beginning of a text that fits, with ``…`` where it goes on."""
    if width_of(text) <= room:
        return text
    kept = text
    while kept and width_of(kept) + _LETTER > room:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def box_of(x: float, y: float, text: str, anchor: str = "start") -> Box:
    """Where words stand whose baseline begins, has its middle or ends at ``x``, ``y``."""
    width = width_of(text)
    left = x - {"start": 0.0, "middle": _HALF, "end": 1.0}[anchor] * width
    return Box(left, y - 12, left + width, y + 4)


def inside(x: float, text: str, width: float) -> tuple[float, str]:
    """Words in the middle over ``x``, or pushed in from the edge of the picture: (x, anchor)."""
    room = width_of(text) / 2
    if x - room < 0:
        return 0, "start"
    return (width, "end") if x + room > width else (x, "middle")


def short(number: float) -> str:
    """One decimal at most."""
    said = f"{number:.1f}".removesuffix(".0")
    return "0" if said == "-0" else said


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""
