"""What the text of one seed holds, before its sidecar has a say."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.errors import Mistake
from briefing.model import Doubt, Line, Stated


@dataclass(frozen=True, slots=True)
class Content:
    """The outcome of reading a file: lines, or ``unreadable`` with the reason, or the author's mistakes in it."""

    lines: tuple[Line, ...] = ()
    stated: Stated = field(default_factory=Stated)
    doubts: tuple[Doubt, ...] = ()
    mistakes: tuple[Mistake, ...] = ()
    unreadable: str = ""
