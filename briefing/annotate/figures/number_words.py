"""Words of numbers, and what text means that holds them."""

from __future__ import annotations

from dataclasses import dataclass

UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * v for v, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "crore": 1e7, "lakh": 1e5,
}  # fmt: skip
SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}


@dataclass(frozen=True, slots=True)
class Said:
    """What the text up to ``stop`` says."""

    stop: int
    value: float
    words: bool = False
    fraction: bool = False
    scale: float = 1.0


def small(word: str) -> int:
    folded = word.lower()
    return int(folded) if folded.isdigit() else UNITS.get(folded, TENS.get(folded, 1))
