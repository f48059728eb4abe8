"""Which words make figures comparable: what befell those counted, and what tells that another count is meant."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

ANYONE, NEVER, ELSEWHERE = "anyone", "never", "elsewhere"


# What a number may be preceded by: the true one is more than it, less, or near.
MORE = frozenset({"more than", "at least", "over", "no fewer than", "no less than", "in excess of", "above"})
LESS = frozenset({"up to", "less than", "fewer than", "under", "below", "at most", "no more than", "as many as"})
ABOUT = frozenset({"about", "almost", "approximately", "around", "close to", "nearly", "roughly", "some", "estimated"})


@cache
def comparable() -> Mapping[str, str]:
    """Word, in lower case and singular, to what it says of a count."""
    text = resources.files("briefing.lexicon").joinpath("comparable.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
