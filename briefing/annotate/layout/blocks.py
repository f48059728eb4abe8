"""The lines of a seed as blocks: a paragraph of hard-wrapped text is one block, any other line is its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from briefing.model import Line, LineKind, Seed

_WIDEST, _NARROWEST = 100, 40  # columns at which people wrap text
_WIDER = 8  # one line of so many may be wider than the column
_FEWEST_WRAPS = 3  # lines that must look wrapped before any is joined
_SLACK = 8  # columns: folded double spaces and break rules make a wrapped line shorter than it could be
_FINAL = '.!?…:;"”’»)]。！？'


@dataclass(frozen=True, slots=True)
class Block:
    lines: tuple[Line, ...]  # at least one, none blank
    text: str  # of the lines, joined by one space
    kind: LineKind = "text"

    @property
    def number(self) -> int:
        """Of the line where it begins."""
        return self.lines[0].number

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each of its lines, which follow each other in the seed, begins in its text."""
        return tuple(accumulate((len(line.text) + 1 for line in self.lines[:-1]), initial=0))


def join_lines(seed: Seed) -> list[Block]:
    """The lines of ``seed`` that are not blank, in order, those of hard-wrapped paragraphs joined."""
    runs = list(_runs(seed.lines))
    width = _wrap_width(runs)
    blocks: list[Block] = []
    for run in runs:
        start = 0
        for i in range(1, len(run) + 1):
            if i == len(run) or not _goes_on(run[i - 1], run[i], width):
                lines = tuple(run[start:i])
                blocks.append(Block(lines, " ".join(line.text for line in lines), lines[0].kind))
                start = i
    return blocks


def _runs(lines: tuple[Line, ...]) -> Iterator[list[Line]]:
    """Lines that follow each other without a blank one between them."""
    run: list[Line] = []
    for line in lines:
        if line.text.strip():
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _wrap_width(runs: list[list[Line]]) -> int:
    """The column at which the text is wrapped; 0 if it is not.

    Wrapped text shows in lines that end in mid-sentence and as near to a common width as their next word allows.
    """
    pairs = [(a, b) for run in runs for a, b in pairwise(run) if a.kind == b.kind == "text"]
    lengths = sorted((len(a.text) for a, _ in pairs), reverse=True)
    wider = len(lengths) // _WIDER  # a table, a line of the page's foot
    widths = dict.fromkeys(width for width in lengths[: wider + 1] if _NARROWEST <= width <= _WIDEST)
    wraps, width = max(((_wraps(pairs, width), width) for width in widths), default=(0, 0))
    return width if wraps else 0


def _wraps(pairs: Sequence[tuple[Line, Line]], width: int) -> int:
    """How many lines are wrapped at ``width``; 0 if the text is not."""
    full = sum(_continues(a, b, width) for a, b in pairs)
    # Few lines of wrapped prose begin with a capital; a list of short lines that end anywhere does in each.
    lowered = sum(_continues(a, b, width) and not b.text[0].isupper() for a, b in pairs)
    unfinished = sum(a.text[-1] not in _FINAL for a, _ in pairs)
    most = 10 * full >= 7 * len(pairs) and 2 * unfinished >= len(pairs)
    return full if full >= _FEWEST_WRAPS and most and 2 * lowered >= full else 0


def _goes_on(line: Line, following: Line, width: int) -> bool:
    """Whether they are of one paragraph; in wrapped text a line may be shorter than it could be."""
    ragged = 2 * len(line.text) > width and line.text[-1] not in _FINAL and following.text[0].islower()
    both = line.kind == following.kind == "text"
    return _continues(line, following, width) or (width > 0 and both and ragged)


def _continues(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of ``following`` did not fit on ``line``, which is why it was wrapped."""
    if not width or line.kind != "text" or following.kind != "text":
        return False
    return len(line.text) <= width < len(line.text) + 1 + len(following.text.split(" ", 1)[0]) + _SLACK
