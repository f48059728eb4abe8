"""A text, or part of one, that was pasted twice."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.headline import is_body

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
