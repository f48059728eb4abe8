"""What wants an eye, most important first, and the line that mends it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from briefing.doubts import find_doubts
from briefing.errors import AuthorError, Mistake
from briefing.last_run import Options
from briefing.model import Doubt, DoubtKind, Unread
from briefing.pipeline import Progress, make_briefing

_RANKS = {kind: rank for rank, kind in enumerate(get_args(DoubtKind))}


@dataclass(frozen=True, slots=True)
class Checked:
    """Files that could not be read, then all doubts: the file with the most important one first, and so within it."""

    unread: tuple[Unread, ...]
    doubts: tuple[Doubt, ...]

    def __bool__(self) -> bool:
        return bool(self.unread or self.doubts)

    def lines(self) -> list[str]:
        """One line each: ``path:line: what is uncertain; what to write, and where``."""
        lines = [f"{entry.file}: left out: {entry.reason}" for entry in self.unread]
        for doubt in self.doubts:
            place = f"{doubt.file}:{doubt.line}" if doubt.line else doubt.file
            lines.append(f"{place}: {doubt.message}; {doubt.cure}")
        return lines

    def json(self) -> str:
        doubts = [
            {"file": doubt.file, "line": doubt.line, "kind": doubt.kind, "message": doubt.message, "cure": doubt.cure}
            for doubt in self.doubts
        ]
        unread = [{"file": entry.file, "reason": entry.reason} for entry in self.unread]
        return _json(left_out=unread, doubts=doubts)


def check(options: Options, progress: Progress) -> Checked:
    """Raises AuthorError for mistakes."""
    folder, briefing = make_briefing(options, progress)
    return Checked(folder.unread, by_importance(find_doubts(briefing, folder.seeds)))


def mistakes_json(error: AuthorError) -> str:
    """What ``Checked.json`` is where there are mistakes, and so no briefing to have doubts of."""
    return _json(mistakes=[_mistake(mistake) for mistake in error.mistakes])


def _mistake(mistake: Mistake) -> dict[str, object]:
    line, column = mistake.place or (None, None)
    return {"file": mistake.path, "line": line, "column": column, "message": mistake.message}


def _json(**lists: Sequence[object]) -> str:
    names = ("mistakes", "left_out", "doubts")
    return json.dumps({name: lists.get(name, []) for name in names}, ensure_ascii=False, indent=2)


def by_importance(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    def place(doubt: Doubt) -> tuple[int, int, str]:
        return _RANKS[doubt.kind], doubt.line or 0, doubt.message

    files = [sorted(found, key=place) for _, found in groupby(sorted(doubts, key=lambda d: d.file), lambda d: d.file)]
    files.sort(key=lambda found: (_RANKS[found[0].kind], found[0].file))
    return tuple(doubt for found in files for doubt in found)
