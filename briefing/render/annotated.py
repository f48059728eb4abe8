"""A paragraph's text with its names, quotes, times and figures marked, as Markdown.

    annotated("Joe met Ann.", [Span(0, 3, "name", "[", "](../people/joe.md)")])  ->  "[Joe](../people/joe.md) met Ann."

What a reader sees is the text, unchanged: everything between the marks is escaped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from briefing.escape import markdown_text

Mark = Literal["quote", "figure", "time", "name", "acronym"]
_OUTERMOST_FIRST: tuple[Mark, ...] = ("quote", "figure", "time", "name", "acronym")


@dataclass(frozen=True, slots=True)
class Span:
    """``start`` and ``end`` are offsets into the text, end exclusive; ``opening`` and ``closing`` are Markdown."""

    start: int
    end: int
    mark: Mark
    opening: str
    closing: str


def annotated(text: str, spans: Iterable[Span]) -> str:
    """Escaped Markdown of ``text`` with its spans marked, properly nested.

    Of two spans that cross, the one that begins later is left out; so is one outside the text, one inside another of
    its own sort, and anything inside a name (a link holds plain words).
    """
    parts: list[str] = []
    opened: list[Span] = []
    at = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end, _OUTERMOST_FIRST.index(s.mark))):
        at = _close(text, at, span.start, opened, parts)
        if _fits(span, opened, len(text)):
            parts += (_escaped(text[at : span.start]), span.opening)
            opened.append(span)
            at = span.start
    at = _close(text, at, len(text), opened, parts)
    parts.append(_escaped(text[at:]))
    return "".join(parts)


def _close(text: str, at: int, before: int, opened: list[Span], parts: list[str]) -> int:
    """Close what ends at or before ``before``; where the text is written up to."""
    while opened and opened[-1].end <= before:
        span = opened.pop()
        parts += (_escaped(text[at : span.end]), span.closing)
        at = span.end
    return at


def _escaped(part: str) -> str:
    """A part of a line, with the space at its ends; an exclamation mark before a link would make it a picture."""
    if not part:
        return ""
    text = markdown_text(part)
    if text.endswith("!"):
        text = f"{text[:-1]}&#33;"
    before, after = part[0].isspace(), part[-1].isspace()
    return f"{' ' if before else ''}{text}{' ' if after and (text or not before) else ''}"


def _fits(span: Span, opened: list[Span], length: int) -> bool:
    if not 0 <= span.start < span.end <= length:
        return False
    if not opened:
        return True
    inside = span.end <= opened[-1].end and opened[-1].mark != "name"
    return inside and all(outer.mark != span.mark for outer in opened)
