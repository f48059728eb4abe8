"""How likely two reports tell of one event, by what they share: from other outlets, on other days, from another angle.

A logistic regression over pairs of reports whose events are known (``benchmarks.one_event``), its weights rounded. Two
reports of one event may share few words, but then rare ones: the ship, the mine, the accused.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.word_weights import most, words
from briefing.link.similarity import (
    NAMES_PART,
    WORDS_PART,
    Vectors,
    count_words,
    feature,
    matrix_of,
    weigh_words,
)
from briefing.model import Article

if TYPE_CHECKING:
    from numpy import float64, int64
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

WEIGHTS = {
    "words": 1.1,  # cosine of all words
    "names": 1.3,  # and of the names
    "leads": 2.0,  # and of the words of headlines and first paragraphs
    "headline": 0.9,  # part of the headline's words, by weight, that the other uses; mean of both ways
    "rare": 4.1,  # mean weight of the five rarest words that both use, beside that of a word nobody has seen
    "numbers": 0.5,  # numbers that both give, of three
    "days": -2.8,  # between them, of eight
    "one outlet": -1.4,  # an outlet seldom tells one event twice
}
ALONE = -3.6  # logarithm of the odds of two that share nothing
DAYS = 8  # reports of one event are less far apart
FLOOR = -4.0  # what counts for two that are surely of two events
_FAINT = 0.05  # likeness of words and names from which two are looked at
_LEAD = 2  # paragraphs
_RARE, _NUMBERS = 5, 3
_PAIRWISE = ("headline", "rare", "numbers", "one outlet")
_BLOCK = 256
_NUMBER = re.compile(r"(?<![\w.,])\d[\d.,]*\d(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Report(NamedTuple):
    """What of an article is compared with another's, beside its vectors."""

    outlet: str  # "" where unknown
    words: Mapping[str, float]  # each with its weight beside that of one nobody has seen, the rarest first
    headline: Mapping[str, float]  # its words, each with its part of their weight
    numbers: frozenset[str]


class Pairs(NamedTuple):
    """Pairs of reports by their places, and of each pair what ``WEIGHTS`` weighs."""

    rows: NDArray[int64]
    columns: NDArray[int64]
    told: Mapping[str, NDArray[float64]]


def compare(articles: Sequence[Article], days: Sequence[date], vectors: Vectors, rows: Sequence[int]) -> csr_matrix:
    """Of each article, by its place, and those after it: how far the log odds of one event lie above ``FLOOR``.

    ``days`` are in order; ``rows`` are the articles' in ``vectors``. No pair is likelier than the floor is unlikely.
    """
    import numpy
    from scipy.sparse import csr_matrix

    pairs = list(find_pairs(articles, days, vectors, rows))
    odds = [weigh(some.told).clip(FLOOR, -FLOOR) - FLOOR for some in pairs]
    places = [numpy.concatenate([some[axis] for some in pairs]) for axis in (0, 1)]
    return csr_matrix((numpy.concatenate(odds), tuple(places)), shape=(len(articles), len(articles)))


def weigh(told: Mapping[str, NDArray[float64]]) -> NDArray[float64]:
    """The log odds of each pair."""
    return sum((weight * told[key] for key, weight in WEIGHTS.items()), start=told["days"] * 0 + ALONE)


def find_pairs(
    articles: Sequence[Article], days: Sequence[date], vectors: Vectors, rows: Sequence[int], least: float = _FAINT
) -> Iterator[Pairs]:
    """The pairs less than ``DAYS`` apart and ``least`` alike, in blocks of their first; articles as in ``compare``."""
    import numpy

    matrix = vectors.matrix[numpy.array(rows)]
    parts = {
        "words": matrix[:, : vectors.words] / math.sqrt(WORDS_PART),
        "names": matrix[:, vectors.words :] / math.sqrt(NAMES_PART),
        "leads": matrix_of([weigh_words(article, _count_lead(article)) for article in articles])[0],
    }
    reports = [_report(article) for article in articles]
    when = numpy.array([day.toordinal() for day in days])
    for start in range(0, len(reports), _BLOCK):
        stop = min(start + _BLOCK, len(reports))
        last = int(numpy.searchsorted(when, when[stop - 1] + DAYS, side="left"))
        told = {key: (part[start:stop] @ part[start:last].T).toarray() for key, part in parts.items()}
        told["days"] = (when[None, start:last] - when[start:stop, None]) / DAYS
        alike = WORDS_PART * told["words"] + NAMES_PART * told["names"] >= least
        ones, others = numpy.triu(alike & (told["days"] < 1), 1).nonzero()
        shared = [_share(reports[start + one], reports[start + other]) for one, other in zip(ones, others, strict=True)]
        told = {key: value[ones, others] for key, value in told.items()}
        told |= dict(zip(_PAIRWISE, numpy.array(shared).reshape(-1, len(_PAIRWISE)).T, strict=True))
        yield Pairs(ones + start, others + start, told)


def _count_lead(article: Article) -> Counter[str]:
    counted = Counter(words(article.title.value))
    for paragraph in article.paragraphs[:_LEAD]:
        counted.update(words(paragraph.text))
    return counted


def _report(article: Article) -> Report:
    language = article.language.value.partition("-")[0].lower()
    features = {key: base for key, base in (feature(language, word) for word in count_words(article)) if base}
    headline = {key: base for key, base in (feature(language, word) for word in words(article.title.value)) if base}
    whole = sum(headline.values())
    numbers = (number.strip(".,") for p in article.paragraphs if p.kind != "code" for number in _NUMBER.findall(p.text))
    return Report(
        article.source.value.casefold() if article.source else "",
        {key: base / most() for key, base in sorted(features.items(), key=lambda item: -item[1])},
        {key: base / whole for key, base in headline.items()},
        frozenset(number for number in numbers if not _YEAR.fullmatch(number)),
    )


def _share(one: Report, other: Report) -> tuple[float, float, float, float]:
    """What ``_PAIRWISE`` names."""
    rarest = islice(filter(other.words.__contains__, one.words), _RARE)
    told = (
        sum(map(one.headline.__getitem__, filter(other.words.__contains__, one.headline))),
        sum(map(other.headline.__getitem__, filter(one.words.__contains__, other.headline))),
    )
    return (
        sum(told) / 2,
        sum(map(one.words.__getitem__, rarest)) / _RARE,
        min(_NUMBERS, len(one.numbers & other.numbers)) / _NUMBERS,
        float(bool(one.outlet) and one.outlet == other.outlet),
    )
