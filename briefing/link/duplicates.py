"""Near-duplicates: one text under two headlines, cut short or touched up, as agencies' reports are."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.lexicon.word_weights import words
from briefing.model import Article

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_NUMBER = re.compile(r"\d+")
_CONTAINED = 0.6  # part of the shorter text's shingles that the longer holds
_SHORTEST = 20  # words of a text that can be a copy
_HEADS = 20  # texts with a common shingle that all others with it are compared with: keeps the cost linear
_BLOCK = 512
_STEP = math.log(1.25)  # texts within such a step of length count as about as long


def find_duplicates(articles: Sequence[Article]) -> dict[str, str]:
    """Copy's id to original's id, in the order of ``articles``; an original is never a copy itself.

    A text is a copy when 0.6 of the three-word shingles of the shorter of two are in the longer, unless their headlines
    differ by numbers alone: reports of a series, one a day, share their formulas. The original is the
    fullest text; of texts about as long the earliest, then the longest, then the first by id. ``duplicate_of`` of a
    sidecar (the id of a seed, or false for no copy) overrules.
    """
    edited = _edited(articles)
    denied = {article.id for article in articles if article.edited.no_copy}
    order = sorted((article for article in articles if article.id not in edited), key=_preference)
    originals = {article.id for article in order} | denied
    found: dict[str, str] = {}
    for copy, original in _copies(order):
        if copy not in denied and copy not in found and original in originals:
            found[copy] = original
            originals.discard(copy)
    for copy in edited:
        original = _follow(copy, edited)
        if copy != original:
            found[copy] = found.get(original, original)
    return {article.id: found[article.id] for article in articles if article.id in found}


def _preference(article: Article) -> tuple[int, str, int, str]:
    length = sum(len(paragraph.text) for paragraph in article.paragraphs) + 1
    return -int(math.log(length) / _STEP), article.day or "9999", -length, article.id


def _edited(articles: Sequence[Article]) -> dict[str, str]:
    """What sidecars say, without what names no article of the briefing: that is told as a doubt."""
    ids = {article.id for article in articles}
    return {a.id: a.edited.duplicate_of for a in articles if a.edited.duplicate_of in ids}


def _is_series(one: Article, other: Article) -> bool:
    mine, theirs = one.title.value.casefold(), other.title.value.casefold()
    return mine != theirs and _NUMBER.sub("", mine) == _NUMBER.sub("", theirs)


def _follow(copy: str, edited: Mapping[str, str]) -> str:
    """The end of a chain of copies; of a ring the first by id."""
    seen: list[str] = []
    while copy in edited and copy not in seen:
        seen.append(copy)
        copy = edited[copy]
    return min(seen[seen.index(copy) :]) if copy in seen else copy


def _copies(order: Sequence[Article]) -> list[tuple[str, str]]:
    """(copy, original) by containment, originals before their copies in ``order``, the closest original first.

    Each article is compared with those before it that share one of its shingles, of which there are at most _HEADS.
    """
    import numpy
    from scipy.sparse import csr_matrix

    shingles = _shingle(order)
    owners = numpy.repeat(numpy.arange(len(order)), [len(s) for s in shingles])
    if not len(owners):
        return []
    keys, columns = numpy.unique(numpy.concatenate(shingles), return_inverse=True)
    shape = (len(order), len(keys))
    ones = numpy.ones(len(owners), "int32")
    by_column = numpy.lexsort((owners, columns))
    counts = numpy.bincount(columns, minlength=len(keys))
    places = numpy.arange(len(owners)) - numpy.repeat(numpy.cumsum(counts) - counts, counts)
    heads = by_column[(places < _HEADS) & (numpy.repeat(counts, counts) > 1)]
    texts = csr_matrix((ones, (owners, columns)), shape=shape)
    originals = csr_matrix((ones[heads], (owners[heads], columns[heads])), shape=shape)
    return _contained(order, texts, originals, numpy.array([len(s) for s in shingles]))


def _shingle(order: Sequence[Article]) -> list[NDArray[int64]]:
    """The distinct shingles of each article as numbers; none of a text too short."""
    import numpy

    vocabulary: dict[str, int] = {}
    shingles: list[NDArray[int64]] = []
    for article in order:
        text = [vocabulary.setdefault(word, len(vocabulary)) for p in article.paragraphs for word in words(p.text)]
        read = numpy.array(text if len(text) >= _SHORTEST else [], "int64")
        packed = (read[:-2] << 42) | (read[1:-1] << 21) | read[2:]  # 21 bits a word: two million different ones
        shingles.append(numpy.unique(packed))
    return shingles


def _contained(
    order: Sequence[Article], texts: csr_matrix, originals: csr_matrix, lengths: NDArray[int64]
) -> list[tuple[str, str]]:
    import numpy

    turned = originals.T.tocsr()
    pairs: list[tuple[str, str]] = []
    for start in range(0, len(order), _BLOCK):
        shared = (texts[start : start + _BLOCK] @ turned).tocoo()
        rows, columns = shared.row + start, shared.col
        part = shared.data / numpy.minimum(lengths[rows], lengths[columns])
        good = (part >= _CONTAINED) & (columns < rows)
        found = sorted(zip(rows[good].tolist(), (-part[good]).tolist(), columns[good].tolist(), strict=True))
        pairs += [(order[r].id, order[c].id) for r, _, c in found if not _is_series(order[r], order[c])]
    return pairs
