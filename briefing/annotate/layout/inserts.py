"""What a site sets between the paragraphs and shows only by its neighbours: newsletter boxes, links in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.annotate.layout.headline import is_sentence_end

_BOX_END = "after newsletter promotion"
_BOX = 8  # blocks, at most, from a box's first line to its last
_BOX_START = re.compile(r"(?:sign up (?:to|for)|subscribe to|get) ", re.IGNORECASE)
_CALL = re.compile(r"CLICK HERE (?:TO|FOR) [A-Z ]+[.!]?")
_FEWEST_WORDS = 4
_QUOTED = re.compile(r"[\"“„«].{10,300}[\"”“»]")
_FEWEST_QUOTED, _NEAR = 8, 4  # words; paragraphs on either side
_CONTACT = re.compile(
    r"(?:media|press|news) contacts?\W*|(?:for|pour|für|para) .{2,80}\b(?:contact|kontakt)\w* ?:", re.IGNORECASE
)
_LONGEST_ADDRESS = 8  # words
_PAGE_NUMBER = re.compile(
    r"(?:.*\W)?(?:page|seite|página|pág\.|p\.|s\.) \d{1,3}(?: ?(?:of|von|sur|de|/) ?\d{1,3})?", re.IGNORECASE
)
_LONE_NUMBER = re.compile(r"\d{1,3}")
_LONGEST_RUNNING, _SAME = 12, 12  # words of a page's header; characters that it has in common with another
_ABOUT = re.compile(
    r"(?:about|über|à propos (?:de |du |d['’]|des )|acerca de|sobre) ?(?P<name>[^\W\d_].{1,60}?)\W*", re.IGNORECASE
)
_ARTICLES = re.compile(r"^(?:(?:the|la|le|les|el|los|die|der|das|den) |l['’])", re.IGNORECASE)


def find_inserts(texts: Sequence[str], reasons: Mapping[int, str]) -> dict[int, str]:
    """Index of each text that is part of such an insert, to its reason; ``reasons`` are those known already."""
    repeated = (i for i in _pull_quotes(texts) if i not in reasons)
    return {
        **dict.fromkeys(repeated, "repeated"),
        **dict.fromkeys((*_running_heads(texts), *_lone_numbers(texts)), "page"),
        **dict.fromkeys(_about_boxes(texts), "end-note"),
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


def _is_numbered(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text) or _LONE_NUMBER.fullmatch(text))


def _running_heads(texts: Sequence[str]) -> Iterator[int]:
    """What the pages of a print or a scan have in common, above or below their numbers."""
    numbers = [i for i, text in enumerate(texts) if len(text.split()) <= _LONGEST_RUNNING and _is_numbered(text)]
    beside = {j for i in numbers for j in (i - 1, i + 1) if 0 <= j < len(texts) and j not in numbers}
    short = {j: texts[j] for j in beside if len(texts[j].split()) <= _LONGEST_RUNNING and not is_sentence_end(texts[j])}
    for j, text in short.items():
        if any(len(other) >= _SAME and other[:_SAME] == text[:_SAME] for k, other in short.items() if k != j):
            yield j


def _lone_numbers(texts: Sequence[str]) -> Iterator[int]:
    """Numbers of pages, which rise one by one; where they begin with 1 and break no sentence they are chapters."""
    found = [i for i, text in enumerate(texts) if _LONE_NUMBER.fullmatch(text)]
    values = [int(texts[i]) for i in found]
    if not found or any(later != earlier + 1 for earlier, later in pairwise(values)):
        return
    broken = any(0 < i < len(texts) - 1 and texts[i - 1][-1].isalpha() and texts[i + 1][0].islower() for i in found)
    if broken or (len(found) > 1 and values[0] > 1):
        yield from found


def _about_boxes(texts: Sequence[str]) -> Iterator[int]:
    """'About Open Wells' and the paragraph that begins with that name, near the end."""
    for i in range(len(texts) // 2, len(texts) - 1):
        about = _ABOUT.fullmatch(texts[i]) if len(texts[i].split()) <= _LONGEST_ADDRESS else None
        name = _ARTICLES.sub("", about["name"], count=1).casefold() if about else ""
        if name and _ARTICLES.sub("", texts[i + 1], count=1).casefold().startswith(name):
            yield from (i, i + 1)


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
