"""What stands in a text more than once: a part that was pasted twice, the head or foot of each page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.headline import is_body

_PAGES = 3  # that have the same words beside their number
_NUMBERED = re.compile(r"(?P<before>\d{1,3}\W+)?(?P<words>[^\W\d].{0,100}?)(?P<after>\W+\d{1,3})?")
_FEWEST = 2  # paragraphs in the same order; one alone may be a refrain


def find_repeats(blocks: Sequence[Block]) -> set[int]:
    """The indices of blocks that say again, in the same order, what blocks above them say."""
    firsts: dict[str, int] = {}
    for i, block in enumerate(blocks):
        firsts.setdefault(block.text, i)
    found: set[int] = set()
    for i, block in enumerate(blocks):
        apart = i - firsts[block.text]
        if apart and i not in found and is_body(block.text):
            above, below = range(i - 1, apart - 1, -1), range(i, len(blocks))
            same = [*_same(blocks, above, apart), *_same(blocks, below, apart)]
            if sum(is_body(blocks[j].text) for j in same) >= _FEWEST:
                found.update(same)
    return found


def _same(blocks: Sequence[Block], way: range, apart: int) -> list[int]:
    return list(takewhile(lambda j: blocks[j].text == blocks[j - apart].text, way))


def find_page_heads(blocks: Sequence[Block]) -> set[int]:
    """Indices of lines with the number of a page beside words that stand alone once: 'The Tides 4', '5 The Tides'."""
    alone = {block.text for block in blocks}
    found: dict[str, list[tuple[int, int]]] = {}
    for i, block in enumerate(blocks):
        parts = _NUMBERED.fullmatch(block.text)
        numbers = [number for number in (parts["before"], parts["after"]) if number] if parts else []
        if parts and len(numbers) == 1 and parts["words"] in alone:
            found.setdefault(parts["words"], []).append((i, int(re.sub(r"\D", "", numbers[0]))))
    pages = [heads for heads in found.values() if len(heads) >= _PAGES and _rises([number for _, number in heads])]
    return {i for heads in pages for i, _ in heads}


def _rises(numbers: Sequence[int]) -> bool:
    return all(a < b for a, b in pairwise(numbers))
