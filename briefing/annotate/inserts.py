"""What a site sets between the paragraphs and shows only by its neighbours: newsletter boxes, links in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

_BOX_END = "after newsletter promotion"
_BOX = 8  # blocks, at most, from a box's first line to its last
_BOX_START = re.compile(r"(?:sign up (?:to|for)|subscribe to|get) ", re.IGNORECASE)
_CALL = re.compile(r"CLICK HERE (?:TO|FOR) [A-Z ]+[.!]?")
_FEWEST_WORDS = 4
_QUOTED = re.compile(r"[\"“„«].{10,300}[\"”“»]")
_FEWEST_QUOTED, _NEAR = 8, 4  # words; paragraphs on either side
_CONTACT = re.compile(r"(?:media|press|news) contacts?\W*", re.IGNORECASE)
_LONGEST_ADDRESS = 8  # words


def find_inserts(texts: Sequence[str], reasons: Mapping[int, str]) -> dict[int, str]:
    """Index of each text that is part of such an insert, to its reason; ``reasons`` are those known already."""
    repeated = (i for i in _pull_quotes(texts) if i not in reasons)
    return {
        **dict.fromkeys(repeated, "repeated"),
        **dict.fromkeys(_boxes(texts), "newsletter"),
        **dict.fromkeys(_links(texts, reasons), "navigation"),
    }


def _boxes(texts: Sequence[str]) -> Iterator[int]:
    """From 'Sign up to Morning Briefing' to 'after newsletter promotion'."""
    for end, text in enumerate(texts):
        if text.casefold() == _BOX_END:
            first = max(0, end - _BOX)
            starts = [i for i in range(first, end) if _BOX_START.match(texts[i])]
            yield from range(starts[-1], end) if starts else ()


def _links(texts: Sequence[str], reasons: Mapping[int, str]) -> Iterator[int]:
    """Other stories' headlines in capitals, in a text whose site also says 'CLICK HERE TO GET THE APP' in them."""
    if not any(_CALL.fullmatch(text) for text in texts):
        return
    for i, text in enumerate(texts):
        if i and i not in reasons and text.isupper() and len(text.split()) >= _FEWEST_WORDS:
            yield i


def _pull_quotes(texts: Sequence[str]) -> Iterator[int]:
    """A quotation on a line of its own whose sentences all stand in one of the paragraphs beside it."""
    for i, text in enumerate(texts):
        if not _QUOTED.fullmatch(text) or len(text.split()) < _FEWEST_QUOTED:
            continue
        pieces = [piece.strip(" .,!?…") for piece in re.split(r"[.!?]\s", text[1:-1])]
        near = (texts[j] for j in range(max(0, i - _NEAR), min(len(texts), i + _NEAR + 1)) if j != i)
        if any(len(other) > len(text) and all(piece in other for piece in pieces) for other in near):
            yield i


def addresses_after_contact(texts: Sequence[str], after: int) -> Iterator[int]:
    """The short lines under 'Media Contact:' beyond index ``after``: a name, an office, a number."""
    opened = False
    for i in range(after + 1, len(texts)):
        if _CONTACT.fullmatch(texts[i]):
            opened = True
        elif opened and len(texts[i].split()) <= _LONGEST_ADDRESS and texts[i][-1] not in ".!?":
            yield i
        else:
            opened = False
