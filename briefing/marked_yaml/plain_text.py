"""What is kept of a text, whether a seed, a web page or an editor's YAML holds it."""

from __future__ import annotations

import re
import unicodedata

# What shows as nothing and yet spoils names, quotations or the page around it: byte order marks, soft hyphens,
# zero-width spaces and word joiners, bidirectional embeddings, overrides and isolates, interlinear marks, and what
# XML forbids. Marks that shape letters (ZWJ, ZWNJ) or order them (LRM, RLM, ALM) stay, but are no text by themselves.
_INVISIBLE = [0xAD, 0x200B, 0x2060, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x2070), *range(0xFFF9, 0xFFFC)]
_FORBIDDEN = [*range(0xD800, 0xE000), *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF]
_CONTROLS = [code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc" and not chr(code).isspace()]
_MARKS = "\u200c\u200d\u200e\u200f\u061c "
_DROPPED = re.compile("[" + "".join(map(re.escape, map(chr, [*_CONTROLS, *_INVISIBLE, *_FORBIDDEN]))) + "]")


def clean(text: str) -> str:
    """``text`` on one line: runs of white space (no-break spaces too) folded to one space, controls dropped.

    Empty where nothing is left that can be seen.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    seen = " ".join(_DROPPED.sub("", text).split())
    return seen if seen.strip(_MARKS) else ""
