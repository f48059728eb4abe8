"""The editor's desk: what wants an eye, and the line that mends it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.last_run import Options
from briefing.model import Doubt, Unread
from briefing.pipeline import Progress, find_doubts, make_briefing


def check(options: Options, progress: Progress) -> tuple[tuple[Unread, ...], tuple[Doubt, ...]]:
    """Files that could not be read, and every doubt, both by file. Raises AuthorError for mistakes."""
    folder, briefing = make_briefing(options, progress)
    return folder.unread, find_doubts(briefing, folder.seeds)


def report(unread: Sequence[Unread], doubts: Sequence[Doubt]) -> list[str]:
    """One line each: ``path:line: what is uncertain; what to write, and where``."""
    lines = [f"{entry.file}: left out: {entry.reason}" for entry in unread]
    for doubt in doubts:
        place = f"{doubt.file}:{doubt.line}" if doubt.line else doubt.file
        lines.append(f"{place}: {doubt.message}; {doubt.cure}")
    return lines
