"""Mistakes an author made, told all at once; anything else that goes wrong is our bug and shows its traceback."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One mistake: prints as ``path:line: what is wrong, what was expected, what to do``."""

    path: str
    line: int | None
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class AuthorError(Exception):
    """One or more mistakes in what an author wrote; the run ends with exit status 1 and changes nothing on disk."""

    def __init__(self, mistakes: list[Mistake] | tuple[Mistake, ...]) -> None:
        self.mistakes = tuple(sorted(mistakes, key=lambda m: (m.path, m.line or 0, m.message)))
        super().__init__("\n".join(map(str, self.mistakes)))


class EnvironmentFault(Exception):
    """The machine lacks something (the language model, disk space, a lock in use); one message with its cure."""
