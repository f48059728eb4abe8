"""Plain text: every line of the file is a line of the seed, so that numbers fit what an editor sees."""

from __future__ import annotations

import re
import unicodedata

from briefing.model import Line

# What shows as nothing and yet spoils names, quotations or the page around it: byte order marks, soft hyphens,
# zero-width spaces and word joiners, bidirectional embeddings, overrides and isolates, interlinear marks, and what
# XML forbids. Marks that shape letters (ZWJ, ZWNJ) or order them (LRM, RLM, ALM) stay.
_INVISIBLE = [0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC)]
_FORBIDDEN = [*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]
_CONTROLS = [code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and not chr(code).isspace()]
_DROPPED = re.compile("[" + "".join(map(re.escape, map(chr, [*_CONTROLS, *_INVISIBLE, *_FORBIDDEN]))) + "]")
_LINE_END = re.compile(r"\r\n|\n|\r")


def clean(text: str) -> str:
    """``text`` on one line: runs of white space (no-break spaces too) folded to one space, controls dropped."""
    if not (text.isascii() and text.isprintable()):
        text = _DROPPED.sub("", text)
    return " ".join(text.split())


def split_lines(text: str) -> list[str]:
    """The lines as an editor numbers them: only LF, CR LF and CR end a line."""
    lines = _LINE_END.split(text)
    return lines[:-1] if not lines[-1] else lines


def read_text(text: str) -> tuple[Line, ...]:
    """Every line of ``text``, blank ones with the text ``""``."""
    return tuple(Line(number, clean(line)) for number, line in enumerate(split_lines(text), start=1))
