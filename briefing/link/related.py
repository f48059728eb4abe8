"""Related articles, each with the reasons that a reader can check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from briefing.lexicon.topics import PREFIX, lineage
from briefing.lexicon.word_weights import share, singular, words
from briefing.link.similarity import Vectors, day_of
from briefing.model import Article, Reason, Related

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

_LEAST = 0.12  # likeness below which articles have nothing to say to each other
_CLOSE = 0.2  # likeness from which any two things in common are enough; below, it takes two telling words
_BLOCK = 256  # articles compared with all others at a time
_MOST_NAMES, _MOST_WORDS = 5, 3
_DISTINCTIVE = 0.05  # part of documents that a word may be in and still tell why two articles belong together


def find_related(
    articles: Sequence[Article], duplicates: Mapping[str, str], count: int, vectors: Vectors
) -> dict[str, tuple[Related, ...]]:
    """Up to ``count`` related articles of every article that is no copy: the most alike first, then by id.

    Copies (the keys of ``duplicates``) are neither given nor found. A pair without reasons enough is left out.
    ``vectors`` are those of ``articles``, where they are made already.
    """
    if not articles:
        return {}
    originals = [row for row, article in enumerate(articles) if article.id not in duplicates]
    explain = _Explainer(articles, vectors)
    related: dict[str, tuple[Related, ...]] = {}
    for row, candidates in _rank(articles, vectors.matrix, originals, count):
        found: list[Related] = []
        for other, score in candidates:
            reasons = explain(row, other)
            if _is_enough(score, reasons):
                found.append(Related(articles[other].id, score, reasons))
            if len(found) == count:
                break
        related[articles[row].id] = tuple(found)
    return related


def _rank(
    articles: Sequence[Article], matrix: csr_matrix, originals: Sequence[int], count: int
) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """(row, (other row, score), best first) for each original; twice as many as asked for, should some be dropped."""
    import numpy

    kept = matrix[numpy.array(originals)]
    turned = kept.T.tocsr()
    for start in range(0, len(originals), _BLOCK):
        likeness = kept[start : start + _BLOCK] @ turned
        for offset in range(likeness.shape[0]):
            first, last = likeness.indptr[offset], likeness.indptr[offset + 1]
            scores = likeness.data[first:last].astype("float64").round(2).clip(0, 1)
            others = likeness.indices[first:last]
            good = (scores >= _LEAST) & (others != start + offset)
            scores, others = scores[good], others[good]
            if len(scores) > 2 * count:  # cut, but never between equals
                cut = numpy.partition(scores, len(scores) - 2 * count)[len(scores) - 2 * count]
                scores, others = scores[scores >= cut], others[scores >= cut]
            pairs = [(originals[other], float(score)) for other, score in zip(others, scores, strict=True)]
            yield originals[start + offset], sorted(pairs, key=lambda p: (-p[1], articles[p[0]].id))


def _is_enough(score: float, reasons: Sequence[Reason]) -> bool:
    """Whether the reasons bring a reader from one to the other: that both are of Paris, or of a court, does not.

    A topic of the editor's own does by itself: it says that they belong together.
    """
    shared = {reason.kind: [value for value in reason.values if not _is_top(value)] for reason in reasons}
    if any(not topic.startswith(PREFIX) for topic in shared.get("topics", ())):
        return True
    things = [value for kind in ("names", "topics", "words") for value in shared.get(kind, ())]
    return len(things if score >= _CLOSE else shared.get("words", ())) > 1


def _is_top(topic: str) -> bool:
    """Whether it is one of the vocabulary's broadest; an editor's own topic never is."""
    return topic.startswith(PREFIX) and len(lineage(topic)) == 1


class _Explainer:
    """Tells why two articles belong together."""

    def __init__(self, articles: Sequence[Article], vectors: Vectors) -> None:
        self._articles = articles
        self._vectors = vectors
        self._named: dict[int, frozenset[str]] = {}
        self._spelt = [{name.name.casefold(): name.name for name in article.names} for article in articles]

    def __call__(self, row: int, other: int) -> tuple[Reason, ...]:
        shared = self._shared(row, other)
        names = [key for column, key in shared if column >= self._vectors.words][:_MOST_NAMES]
        said = (
            Reason("names", tuple(self._spelt[row][key] for key in names)),
            Reason("topics", self._topics(row, other)),
            Reason("words", self._words(row, other, [key for column, key in shared if column < self._vectors.words])),
        )
        reasons = tuple(reason for reason in said if reason.values)
        return (*reasons, *self._days(row, other))

    def _shared(self, row: int, other: int) -> list[tuple[int, str]]:
        """(column, feature) of what both have, the most telling first."""
        mine, theirs = self._row(row), self._row(other)
        features = self._vectors.features
        both = sorted(
            (-mine[column] * theirs[column], features[column], column) for column in mine.keys() & theirs.keys()
        )
        return [(column, key) for _, key, column in both]

    def _row(self, row: int) -> dict[int, float]:
        matrix = self._vectors.matrix
        first, last = matrix.indptr[row], matrix.indptr[row + 1]
        return dict(zip(matrix.indices[first:last].tolist(), matrix.data[first:last].tolist(), strict=True))

    def _topics(self, row: int, other: int) -> tuple[str, ...]:
        """The most specific topics that both have, themselves or in something narrower."""
        theirs = {above for topic in self._articles[other].topics for above in lineage(topic.id)}
        mine = dict.fromkeys(above for topic in self._articles[row].topics for above in lineage(topic.id))
        shared = [topic for topic in mine if topic in theirs]
        implied = {above for topic in shared for above in lineage(topic)[1:]}
        specific = [topic for topic in shared if topic not in implied]
        return tuple(sorted(specific, key=lambda topic: -len(lineage(topic))))  # stable: else the article's own order

    def _words(self, row: int, other: int, shared: Sequence[str]) -> tuple[str, ...]:
        """Nouns that few texts use and one of the two repeats, apart from the parts of names."""
        mine, theirs = self._vectors.nouns[row], self._vectors.nouns[other]
        told = [key for key in shared if (key in mine or key in theirs) and share(key) <= _DISTINCTIVE]
        named, also_named = self._name_words(row), self._name_words(other)
        told = [key for key in told if key not in named and key not in also_named][:_MOST_WORDS]
        return tuple(mine.get(key) or theirs[key] for key in told)

    def _name_words(self, row: int) -> frozenset[str]:
        if row not in self._named:
            self._named[row] = frozenset(singular(word) for name in self._spelt[row] for word in words(name))
        return self._named[row]

    def _days(self, row: int, other: int) -> tuple[Reason, ...]:
        """Days from the article to the related one, negative when that is the earlier."""
        mine, theirs = day_of(self._articles[row]), day_of(self._articles[other])
        return (Reason("days-apart", (str((theirs - mine).days),)),) if mine and theirs else ()
