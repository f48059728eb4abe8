"""Plain text: every line of the file is a line of the seed, so that numbers fit what an editor sees."""

from __future__ import annotations

import re

from briefing.marked_yaml import clean as clean
from briefing.model import Line

_LINE_END = re.compile(r"\r\n|\n|\r")


def split_lines(text: str) -> list[str]:
    """The lines as an editor numbers them: only LF, CR LF and CR end a line."""
    lines = _LINE_END.split(text)
    return lines[:-1] if not lines[-1] else lines


def read_text(text: str) -> tuple[Line, ...]:
    """Every line of ``text``, blank ones with the text ``""``."""
    return tuple(Line(number, clean(line)) for number, line in enumerate(split_lines(text), start=1))
