"""Lines that stand together without an empty one between them: what stands with furniture of the page is furniture.

Only a text that sets its paragraphs apart by empty lines says anything by leaving them out.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.ending import find_end
from briefing.annotate.layout.headline import is_body
from briefing.annotate.layout.stamps import read_stamp

_OF_THE_ARTICLE = frozenset({"caption", "credit", "separator"})
_FEWEST_PARAGRAPHS, _MOST_PARAGRAPHS = 3, 8  # that show how they are set apart
_MOST_UNDER = 3  # one of so many may stand under a line
_MOST_UNKNOWN = 8  # lines of a group below the text to each that is known; more are a table of the article
_LONGEST_STAMP = 80  # characters
_HEAD = 2  # paragraphs: a standfirst may stand above who wrote it and when
_SPONSOR = re.compile(
    r"sponsor|brought to you|promoted|paid|partner|presented|message|gesponsert|patrocinad", re.IGNORECASE
)
_LONGEST_AD = 4  # lines
_PLAYED = frozenset({"player"})
_FEWEST_LINES, _FEWEST_KNOWN = 3, 2  # of a group between paragraphs


def find_groups(blocks: Sequence[Block], reasons: Container[int]) -> list[range]:
    """The indices of blocks that follow each other without an empty line; each its own where that says nothing."""
    parted = is_parted(blocks, reasons)
    starts = [i for i in range(len(blocks)) if not (parted and stands_right_under(blocks, i))]
    return [range(start, end) for start, end in pairwise([*starts, len(blocks)])]


def stands_right_under(blocks: Sequence[Block], i: int) -> bool:
    return 0 < i < len(blocks) and blocks[i].number == blocks[i - 1].lines[-1].number + 1


def is_parted(blocks: Sequence[Block], reasons: Container[int]) -> bool:
    """Whether paragraphs are set apart by empty lines, as far as no furniture (``reasons``) stands between them."""
    found = [i for i in range(1, len(blocks)) if is_body(blocks[i].text) and i not in reasons and i - 1 not in reasons]
    found = found[:_MOST_PARAGRAPHS]
    under = sum(stands_right_under(blocks, i) for i in found)
    return len(found) >= _FEWEST_PARAGRAPHS and _MOST_UNDER * under <= len(found)


def in_furniture_groups(blocks: Sequence[Block], reasons: Mapping[int, str]) -> Iterator[int]:
    """Blocks that belong to the page because they stand with lines that are known to (``reasons``).

    Between paragraphs what stands under the first known line of several, or of a list, but a paragraph below all of
    them; after the last paragraph the whole group.
    """
    groups = find_groups(blocks, reasons)
    known = {i for i, reason in reasons.items() if reason not in _OF_THE_ARTICLE}
    short = [i for i, block in enumerate(blocks) if i not in reasons and len(block.text) <= _LONGEST_STAMP]
    known |= {i for i in short if read_stamp(blocks[i].text, day_first=False)}
    end = find_end(blocks, reasons, known)
    yield from (i for i in range(end + 1, len(blocks)) if is_body(blocks[i].text))
    clean = [group for group in groups if group.start <= end and _opens_with_text(blocks, group, known)]
    for group in groups:
        found = sorted(known & set(group))
        if _is_sponsors(blocks, group, reasons) or _is_bounded(group, found, reasons):
            yield from group
        if len(clean) < _HEAD or reasons.keys().isdisjoint(found) or group.start <= clean[_HEAD - 1].start:
            continue
        if group.start > clean[-1].start:
            yield from group if _MOST_UNKNOWN * len(found) >= len(group) else ()
        elif len(group) >= _FEWEST_LINES and (len(found) >= _FEWEST_KNOWN or found[0] == group.start):
            end = next((i for i in range(found[-1] + 1, group.stop) if is_body(blocks[i].text)), group.stop)
            yield from range(found[0], end) if end == group.stop or len(found) >= _FEWEST_KNOWN else ()


def _is_sponsors(blocks: Sequence[Block], group: range, reasons: Mapping[int, str]) -> bool:
    """'A message from our sponsor' and what the sponsor says."""
    labelled = reasons.get(group.start) == "advertisement" and _SPONSOR.search(blocks[group.start].text) is not None
    return labelled and 1 < len(group) <= _LONGEST_AD


def _is_bounded(group: range, found: Sequence[int], reasons: Mapping[int, str]) -> bool:
    """Lines of which the first and the last are the page's: a player, a bar of links."""
    ends = {reasons.get(group.start), reasons.get(group.stop - 1)}
    return len(group) >= _FEWEST_LINES and len(found) >= _FEWEST_KNOWN and ends <= _PLAYED


def _opens_with_text(blocks: Sequence[Block], group: range, known: set[int]) -> bool:
    """A paragraph with no line of the page above it."""
    first = next((i for i in group if i in known or is_body(blocks[i].text)), None)
    return first is not None and first not in known
