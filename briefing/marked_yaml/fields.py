"""The fields of a mapping: which keys it may have, and each read with its converter."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from typing import TypeVar

from briefing.errors import Place
from briefing.marked_yaml.tree import Entries, Node, Report, Scalar

T = TypeVar("T")

Convert = Callable[[Node, str, Report], T | None]


class Fields:
    """The entries of a mapping, each to be read with the converter for what it should be.

    A key with nothing after it counts as not given. ``name`` is how mistakes call the mapping itself.
    """

    def __init__(self, node: Entries | None, report: Report, known: tuple[str, ...], name: str = "") -> None:
        self._entries = {key.value: (key, value) for key, value in node.entries} if node else {}
        self._report = report
        self._known = known
        self._name = f"{name}." if name else ""

    @property
    def unknown(self) -> tuple[Scalar, ...]:
        return tuple(key for key, _ in self._entries.values() if key.value not in self._known)

    def refuse_unknown(self) -> None:
        for key in self.unknown:
            self._report.add(key.place, f"unknown key '{self._name}{key.value}', {nearest(key.value, self._known)}")

    def get(self, key: str, convert: Convert[T]) -> T | None:
        assert key in self._known, key
        _, node = self._entries.get(key, (None, None))
        if node is None or is_blank(node):
            return None
        return convert(node, self._name + key, self._report)

    def has(self, key: str) -> bool:
        return key in self._entries and not is_blank(self._entries[key][1])

    def place(self, key: str) -> Place:
        """Where ``key`` is written, or the first line of the file without it."""
        return self._entries[key][0].place if key in self._entries else Place(self._report.first_line, 1)


def is_blank(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and not node.value


def nearest(word: str, known: tuple[str, ...]) -> str:
    """What was expected, and what to do: the nearest known word when one is near, else all of them if they are few."""
    if near := nearest_word(word, known):
        return f"expected a known one; did you mean '{near}'?"
    few = 0 < len(known) <= 30
    return f"expected one of: {', '.join(known)}; rename or remove it" if few else "expected a known one; remove it"


def nearest_word(word: str, known: tuple[str, ...]) -> str | None:
    near = difflib.get_close_matches(word.strip().lower(), known, n=1, cutoff=0.6)
    return near[0] if near else None
