"""Articles as vectors: how alike two are is 0.7 of their words' and 0.3 of their names' cosine, from 0 to 1.

Words weigh by the shipped document frequencies and names by those of their words, never by the set at hand: adding an
article changes no other pair's likeness.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.lexicon.topics import is_term
from briefing.lexicon.word_weights import is_noun, most, share, singular, weight, words
from briefing.model import Article

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

WORDS_PART, NAMES_PART = 0.7, 0.3
_COMMON = 0.12  # words in more than this part of the counted documents say nothing of a subject
_MOST_WORDS = 160  # features of an article; the faintest are dropped
_TITLE = 2  # how often a word of the headline counts
_SHORTEST_ELSEWHERE, _LONG = 5, 12  # letters; where no table tells the small words of a language, their length does


@dataclass(frozen=True, slots=True)
class Vectors:
    """``matrix[i]`` is article i: the dot product of two rows is their likeness. Features are words, then names."""

    matrix: csr_matrix
    features: tuple[str, ...]  # of words, their key; of names, the name in lower case
    words: int  # how many of the features are words
    nouns: tuple[Mapping[str, str], ...]  # of each article: key of a noun that it repeats to the form that it uses


def build_vectors(articles: Sequence[Article]) -> Vectors:
    """The vectors of articles, row by row in their order."""
    from scipy.sparse import csr_matrix, hstack

    counts = [count_words(article) for article in articles]
    by_word = [weigh_words(article, counted) for article, counted in zip(articles, counts, strict=True)]
    by_name = [_weigh_names(article) for article in articles]
    word_matrix, word_features = matrix_of(by_word, WORDS_PART)
    name_matrix, name_features = matrix_of(by_name, NAMES_PART)
    return Vectors(
        csr_matrix(hstack([word_matrix, name_matrix], format="csr")),
        word_features + name_features,
        len(word_features),
        tuple(_nouns(counted, weights) for counted, weights in zip(counts, by_word, strict=True)),
    )


def count_words(article: Article) -> Counter[str]:
    """How often an article uses each word form; those of the headline count twice."""
    counted = Counter(words(article.title.value) * _TITLE)
    for paragraph in article.paragraphs:
        if paragraph.kind != "code":
            counted.update(words(paragraph.text))
    return counted


def day_of(article: Article) -> date | None:
    """None where no day is known, or a year or a month alone."""
    try:
        return date.fromisoformat(article.day[:10]) if article.day else None
    except ValueError:
        return None


def weigh_words(article: Article, counted: Mapping[str, int]) -> dict[str, float]:
    """The features of words of an article, counted, each with its weight there: the heaviest of them."""
    language = article.language.value.partition("-")[0].lower()
    bases: dict[str, float] = {}
    counts: dict[str, int] = {}
    for word, count in counted.items():
        key, base = feature(language, word)
        if base:
            bases[key] = base
            counts[key] = counts.get(key, 0) + count
    weights = [(-base * (1 + math.log(counts[key])), key) for key, base in bases.items()]
    if len(weights) > _MOST_WORDS:
        weights = sorted(weights)[:_MOST_WORDS]
    return {key: -value for value, key in weights}


@lru_cache(maxsize=200_000)
def feature(language: str, word: str) -> tuple[str, float]:
    """The feature that a word stands for and its weight, 0 for one that says nothing of a subject.

    Where no table tells how rare a word is, its length does: one of twelve letters weighs as one that nobody has seen.
    """
    if language == "en":
        key = singular(word)
        return key, weight(key) if len(key) > 2 and share(key) <= _COMMON else 0.0
    telling = len(word) >= _SHORTEST_ELSEWHERE or not word.isascii()
    return f"{language}:{word}", most() * min(len(word), _LONG) / _LONG if telling else 0.0


def _weigh_names(article: Article) -> dict[str, float]:
    weights: dict[str, float] = {}
    for name in article.names:
        parts = words(name.name)
        if parts:
            mean = sum(map(weight, parts)) / len(parts)
            key = name.name.casefold()
            weights[key] = max(weights.get(key, 0.0), mean * (1 + math.log(len(name.mentions) or 1)))
    return weights


def _nouns(counted: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, str]:
    """The commonest form of each noun said twice, or in the headline; of equals the shorter, then by the alphabet."""
    nouns: dict[str, str] = {}
    repeated = [word for word, count in counted.items() if count > 1]
    for word in sorted(repeated, key=lambda w: (-counted[w], len(w), w)):
        key = singular(word)
        if key in weights and key not in nouns and (is_noun(key) or is_term(key)):
            nouns[key] = word
    return nouns


def matrix_of(rows: Sequence[Mapping[str, float]], part: float = 1) -> tuple[csr_matrix, tuple[str, ...]]:
    """Rows of length sqrt(part), so that dot products are ``part`` of the cosine; and the columns' features."""
    import numpy
    from scipy.sparse import csr_matrix

    columns: dict[str, int] = {}
    indices: list[int] = []
    values: list[float] = []
    starts = [0]
    for row in rows:
        length = math.sqrt(sum(value * value for value in row.values()) / part) or 1.0
        for key in sorted(row):
            indices.append(columns.setdefault(key, len(columns)))
            values.append(row[key] / length)
        starts.append(len(indices))
    matrix = csr_matrix(
        (numpy.array(values, "float32"), numpy.array(indices, "int32"), numpy.array(starts, "int32")),
        shape=(len(rows), len(columns)),
    )
    return matrix, tuple(columns)
