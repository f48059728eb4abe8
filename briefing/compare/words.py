"""Prose before and after, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from briefing.compare.review import Op, Words

_TOKEN = re.compile(r"\s+|\d+(?:[.,]\d+)*|\w+|[^\w\s]")
_MOST = 2000  # words of a paragraph that is compared word by word; matching takes their square
_ALIKE = 0.4  # below this two paragraphs are two, not one that was rewritten

Numbered = tuple[int, str]


def compare_prose(before: Sequence[Numbered], after: Sequence[Numbered]) -> tuple[Words, ...]:
    """The paragraphs that differ, in the order of the text; each is its number and its words."""
    texts = [text for _, text in before], [text for _, text in after]
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    found: list[Words] = []
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        if tag != "equal":
            found += _block(before[a1:a2], after[b1:b2])
    return tuple(found)


def _block(before: Sequence[Numbered], after: Sequence[Numbered]) -> Iterator[Words]:
    """Paragraphs that were rewritten are paired in their order; those without a like one are gone, or new."""
    left = list(before)
    for number, text in after:
        near = next((place for place, (_, old) in enumerate(left) if _alike(old, text)), None)
        if near is None:
            yield Words(number, (("new", text),))
            continue
        yield from (Words(place, (("gone", old),)) for place, old in left[:near])
        yield Words(number, compare_words(left[near][1], text))
        del left[: near + 1]
    yield from (Words(place, (("gone", old),)) for place, old in left)


def _alike(before: str, after: str) -> bool:
    words = _TOKEN.findall(before), _TOKEN.findall(after)
    if max(map(len, words)) > _MOST:
        return False
    matcher = SequenceMatcher(None, *words, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def compare_words(before: str, after: str) -> tuple[tuple[Op, str], ...]:
    """The words of both, in order; joined, those not ``new`` are ``before``, those not ``gone`` are ``after``."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    parts: list[tuple[Op, str]] = []
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(("same", "".join(old[a1:a2])))
            continue
        if a1 < a2:
            parts.append(("gone", "".join(old[a1:a2])))
        if b1 < b2:
            parts.append(("new", "".join(new[b1:b2])))
    return tuple(parts)
