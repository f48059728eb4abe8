"""Plain text: every line of the file is a line of the seed, so that numbers fit what an editor sees."""

from __future__ import annotations

import html
import re

from briefing.lexicon.word_weights import share
from briefing.marked_yaml import clean as clean
from briefing.model import Line
from briefing.tabular import with_cells

_LINE_END = re.compile(r"\r\n|\n|\r")
# What a web page's source writes for a mark or a space, left standing by who copied the text: "&apos;".
_ENTITY = re.compile(r"&(?:[a-z]{3,6}|#\d{2,4}|#x[\da-f]{2,4});(?![a-z]{2,6};|#\w+;)", re.IGNORECASE)
_DIVIDED = re.compile(r"(?<!\w)(\w+)-\n(?!(?:and|or|to|und|oder|bis|et|ou|y|o)\b)([^\W\d_]+(?:-[^\W\d_]+)*)")
_PUNCTUATION = frozenset("&'\"‘’‚“”„«»‹›–—…\u00a0")


def split_lines(text: str) -> list[str]:
    """The lines as an editor numbers them: only LF, CR LF and CR end a line."""
    lines = _LINE_END.split(text)
    return lines[:-1] if not lines[-1] else lines


def read_text(text: str) -> tuple[Line, ...]:
    """Every line of ``text``, blank ones with the text ``""``, entities of punctuation as the mark they mean, a word
    that was divided at a line's end whole on the line that had more of it, and ``|`` for the tabs of a table.
    """
    lines = [clean(_ENTITY.sub(_mark, line) if "&" in line else line) for line in _lines(text)]
    known = frozenset(re.findall(r"\w+", text.lower())) if "-\n" in text else frozenset[str]()
    whole = _DIVIDED.sub(lambda word: _whole(word, known), "\n".join(lines))
    return tuple(Line(number, line.strip()) for number, line in enumerate(whole.split("\n"), start=1)) if lines else ()


def _lines(text: str) -> list[str]:
    lines = split_lines(text)
    return with_cells(lines) if "\t" in text else lines


def _whole(divided: re.Match[str], known: frozenset[str]) -> str:
    """The word, on the line that has more of it; with its hyphen where nothing says that it has none."""
    first, rest = divided.groups()
    if not rest[0].islower():
        return divided[0]
    head, *_ = rest.split("-")
    together = (first + head).lower()
    word = f"{first}{rest}" if together in known or share(together) else f"{first}-{rest}"
    return f"{word}\n" if len(first) >= len(rest) else f"\n{word}"


def _mark(entity: re.Match[str]) -> str:
    mark = html.unescape(entity[0])
    return mark if mark in _PUNCTUATION else entity[0]
