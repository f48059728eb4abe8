"""Mentions of one name in an article, gathered while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.annotate.names.candidate import Candidate
from briefing.model import Kind

Place = tuple[int, int]  # paragraph and offset


def place(candidate: Candidate) -> Place:
    return candidate.paragraph, candidate.start


@dataclass(slots=True)
class Group:
    """Mentions of one name, in the order of the text; grows while an article is read."""

    kind: Kind
    members: list[Candidate] = field(default_factory=list)

    def surfaces(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for member in self.members:
            counts[member.text] = counts.get(member.text, 0) + 1
        return counts
