"""Which words make figures comparable: what befell those counted, and what tells that another count is meant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

ANYONE, SOMEONE, MEMBER, NEVER, ELSEWHERE = "anyone", "someone", "member", "never", "elsewhere"
SAME = "="  # before the word that another one stands for


# What a number may be preceded by: the true one is more than it, less, or near.
LEAST = frozenset({"at least", "no fewer than", "no less than"})  # as many as are known
MORE = LEAST | {"more than", "over", "in excess of", "above"}
LESS = frozenset({"up to", "less than", "fewer than", "under", "below", "at most", "no more than", "as many as"})
ABOUT = frozenset({"about", "almost", "approximately", "around", "close to", "nearly", "roughly", "some", "estimated"})


@cache
def comparable() -> Mapping[str, str]:
    """Word, in lower case and singular, to what it says of a count."""
    text = resources.files("briefing.lexicon").joinpath("comparable.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def befalls(word: str) -> bool:
    """Whether a word tells of counts alone, and not of what an event is of."""
    meant = comparable().get(word, SOMEONE)
    return meant not in (SOMEONE, MEMBER) and not meant.startswith(SAME)
