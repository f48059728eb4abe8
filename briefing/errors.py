"""Mistakes an author made, told all at once; anything else that goes wrong is our bug and shows its traceback."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Place(NamedTuple):
    """Where something is written in a file; both count from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: prints as ``path:line:column: what is wrong, what was expected, what to do``."""

    path: str
    place: Place | None  # None where it is the file as a whole
    message: str

    @property
    def line(self) -> int | None:
        return self.place.line if self.place else None

    def __str__(self) -> str:
        return ":".join(map(str, (self.path, *(self.place or ())))) + f": {self.message}"


class AuthorError(Exception):
    """One or more mistakes in what an author wrote; the run ends with exit status 1 and changes nothing on disk."""

    def __init__(self, mistakes: list[Mistake] | tuple[Mistake, ...]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda m: (m.path, m.place or (), m.message)))
        super().__init__("\n".join(map(str, self.mistakes)))


class EnvironmentFault(Exception):
    """The machine lacks something (the language model, disk space, a lock in use); one message with its cure."""


class Busy(EnvironmentFault):
    """Another run holds the briefing's lock."""
