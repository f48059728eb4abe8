"""What the measurements share: two halves of a set, and precision, recall and F1 with their intervals."""

from __future__ import annotations

import random
import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

D = TypeVar("D")

HALVES = ("tuned", "held")  # errors of the first are read and mended, of the second only counted
_DRAWS = 1000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Count:
    """Of one document: what is right, what is shown, and what there is to find."""

    right: int
    shown: int
    gold: int


def half_of(name: str) -> str:
    """The half to which a document belongs, by its name: by the letters alone, which its copies share."""
    letters = "".join(letter for letter in name.lower() if letter.isalpha())
    return HALVES[zlib.crc32(letters.encode()) % 2]


def scores(name: str, counts: Sequence[Count], intervals: bool = True) -> dict[str, float]:
    """Precision, recall and F1 over all documents; ``low`` and ``high`` hold 95 of 100 draws of documents."""
    found = {f"{name} {label}": rate(counts) for label, rate in RATES.items()}
    if not intervals:
        return found
    for label in ("P", "F1"):
        if counts:
            found[f"{name} {label} low"], found[f"{name} {label} high"] = interval(counts, RATES[label])
    return found


def interval(documents: Sequence[D], rate: Callable[[Sequence[D]], float]) -> tuple[float, float]:
    """Between which 95 of 100 draws of documents lie."""
    draw = random.Random(17)
    ordered = sorted(rate(draw.choices(documents, k=len(documents))) for _ in range(_DRAWS))
    return ordered[round(0.025 * _DRAWS)], ordered[round(0.975 * _DRAWS) - 1]


def _precision(counts: Iterable[Count]) -> float:
    right, shown, _ = _sums(counts)
    return right / max(1, shown)


def _recall(counts: Iterable[Count]) -> float:
    right, _, gold = _sums(counts)
    return right / max(1, gold)


def _f1(counts: Iterable[Count]) -> float:
    right, shown, gold = _sums(counts)
    return 2 * right / max(1, shown + gold)


RATES: dict[str, Callable[[Iterable[Count]], float]] = {"P": _precision, "R": _recall, "F1": _f1}


def _sums(counts: Iterable[Count]) -> tuple[int, int, int]:
    right = shown = gold = 0
    for count in counts:
        right, shown, gold = right + count.right, shown + count.shown, gold + count.gold
    return right, shown, gold


def rouge(said: Sequence[str], right: str) -> float:
    """ROUGE-1 (Lin 2004) without stemming: F1 of the words that both have, each as often as in both."""
    mine, theirs = Counter(_WORD.findall(" ".join(said).lower())), Counter(_WORD.findall(right.lower()))
    return 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())
