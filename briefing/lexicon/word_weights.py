"""Words, and how much each says about a text: inverse document frequency from a shipped table.

The table (``word_weights.tsv``) holds document frequencies counted once over a fixed collection of news and posts,
never over the articles at hand: so two articles compare sensibly, and adding one changes no other's scores.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

# Runs of letters; accents and the vowel signs of South Asian scripts and Thai are marks, and must not cut their words.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0955-\u0963\u0981-\u0dff\u0e31-\u0e4e"
_WORD = re.compile(rf"[^\W\d_]+(?:['’ʼ{_MARKS}]+[^\W\d_]+|[{_MARKS}]+)*")
_APOSTROPHES = frozenset("'’ʼ")
_UNSEEN = 0.5  # document frequency of a word that the table lacks: it was in fewer than two documents
_NO_PLURALS = frozenset(
    ("always", "besides", "customs", "goods", "means", "news", "perhaps", "series", "species", "thanks", "whereas")
)


@dataclass(frozen=True, slots=True)
class _Table:
    documents: int
    counts: dict[str, int]
    nouns: frozenset[str]


@cache
def _table() -> _Table:
    text = resources.files("briefing.lexicon").joinpath("word_weights.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    documents = int(rows[0][1])
    return _Table(
        documents, {row[0]: int(row[1]) for row in rows[1:]}, frozenset(row[0] for row in rows[1:] if len(row) > 2)
    )


def words(text: str) -> list[str]:
    """The words of a text in order: runs of letters of any script, lower-cased, without a possessive ``'s``."""
    found: list[str] = _WORD.findall(text.lower())
    return [word[:-2] if word[-2:-1] in _APOSTROPHES and word[-1] == "s" else word for word in found]


@lru_cache(maxsize=200_000)
def singular(word: str) -> str:
    """The key of a lower-case word in the table: its English plural ending taken off (``hostages`` to ``hostage``).

    A key, not always a word: applied to both sides of a comparison it makes the two forms equal.
    """
    if len(word) < 4 or word[-1] != "s" or word in _NO_PLURALS or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def weight(word: str) -> float:
    """Inverse document frequency of a lower-case word, natural logarithm: 0 for one in every document."""
    table = _table()
    return math.log(table.documents / max(table.counts.get(singular(word), _UNSEEN), _UNSEEN))


def most() -> float:
    """The weight of a word that the table lacks: none has more."""
    return math.log(_table().documents / _UNSEEN)


def share(word: str) -> float:
    """The part of documents, 0 to 1, that hold a lower-case word."""
    table = _table()
    return table.counts.get(singular(word), 0) / table.documents


def is_noun(word: str) -> bool:
    """Whether a lower-case word is mostly a common noun, by the table; False for words that it lacks."""
    return singular(word) in _table().nouns
