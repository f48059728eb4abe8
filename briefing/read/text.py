"""Plain text: every line of the file is a line of the seed, so that numbers fit what an editor sees."""

from __future__ import annotations

import html
import re

from briefing.marked_yaml import clean as clean
from briefing.model import Line

_LINE_END = re.compile(r"\r\n|\n|\r")
# What a web page's source writes for a mark or a space, left standing by who copied the text: "&apos;".
_ENTITY = re.compile(r"&(?:[a-z]{3,6}|#\d{2,4}|#x[\da-f]{2,4});(?![a-z]{2,6};|#\w+;)", re.IGNORECASE)
_PUNCTUATION = frozenset("&'\"‘’‚“”„«»‹›–—…\u00a0")


def split_lines(text: str) -> list[str]:
    """The lines as an editor numbers them: only LF, CR LF and CR end a line."""
    lines = _LINE_END.split(text)
    return lines[:-1] if not lines[-1] else lines


def read_text(text: str) -> tuple[Line, ...]:
    """Every line of ``text``, blank ones with the text ``""``, and entities of punctuation as the mark they mean."""
    lines = enumerate(split_lines(text), start=1)
    return tuple(Line(number, clean(_ENTITY.sub(_mark, line) if "&" in line else line)) for number, line in lines)


def _mark(entity: re.Match[str]) -> str:
    mark = html.unescape(entity[0])
    return mark if mark in _PUNCTUATION else entity[0]
