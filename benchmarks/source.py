"""How often a source is found, and how often one is claimed wrongly, beside reading the copyright line alone.

The articles of ``corpus_open`` hardly say where they were published, so each is tried twice: as it is, where any claim
must be true, and with its true source stated in one of the forms that real pages use: ``python -m benchmarks.source
DATA``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.headline import read_texts, seed_of
from briefing.annotate.layout import lay_out

Lines = tuple[str, ...]
_COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright)\W*(?:\d{4}\W+)?((?:[A-Z]\w*\s?)+)")
_FORMS: tuple[Callable[[str], Lines], ...] = (
    lambda source: (f"© 2024 {source}. All rights reserved.",),
    lambda source: (f"Copyright 2020-2024 {source}",),
    lambda source: (f"More from {source}", f"Best of {source}"),
    lambda source: (f"This article originally appeared on {source}.",),
    lambda source: (f"Sign up for {source} newsletters", f"More stories from {source}"),
)


def measure(data: Path) -> dict[str, float | int]:
    """Counts, and precision and recall between 0 and 1; ``peer`` takes the capitals of the first copyright line."""
    plain = [(text.lines, text.source) for text in read_texts(data)]
    stated = [
        ((*lines, "", *_FORMS[number % len(_FORMS)](source)), source) for number, (lines, source) in enumerate(plain)
    ]
    return {
        "texts": len(plain),
        **_score("as they are", plain, _ours),
        **_score("peer: as they are", plain, _peer),
        **_score("stated", stated, _ours),
        **_score("peer: stated", stated, _peer),
    }


def _score(name: str, texts: list[tuple[Lines, str]], find: Callable[[Lines], str | None]) -> dict[str, float | int]:
    found = [(find(lines), source) for lines, source in texts]
    claims = [(claim, source) for claim, source in found if claim]
    right = sum(claim == source for claim, source in claims)
    return {
        f"{name}: claims": len(claims),
        f"{name}: precision": right / len(claims) if claims else 1.0,
        f"{name}: recall": right / len(texts),
    }


def _ours(lines: Lines) -> str | None:
    source = lay_out(seed_of(lines)).source
    return source.value if source else None


def _peer(lines: Lines) -> str | None:
    found = next(filter(None, map(_COPYRIGHT.search, lines)), None)
    return found[1].strip(" .") if found else None


if __name__ == "__main__":
    for score, value in measure(Path(sys.argv[1])).items():
        print(f"{score:32} {value:.3f}" if isinstance(value, float) else f"{score:32} {value}")
