"""Stories: articles about one event, found by likeness and nearness in time, or joined by the editor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

from briefing.lexicon.word_weights import share, singular, words
from briefing.link.differences import find_differences
from briefing.link.similarity import Vectors, day_of
from briefing.model import Article, Origin, Reason, Story
from briefing.slug import slugify

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

_DAYS = 7  # reports of one event are less far apart; each day between two takes its part off their likeness
_ALIKE = 0.25  # mean likeness, so lessened, of the reports of two groups from which they are one
_ONE_OUTLET = 0.6  # what is left of the likeness of two reports of one outlet, which seldom tells one event twice
_LARGEST = 1_500  # articles that hang together by pairs; beyond, the threshold rises until they fall apart
_BLOCK = 256
_DISTINCTIVE = 0.05  # part of documents that a word may be in and still tell what a story is of
_MOST_SHARED = 3


def find_stories(
    articles: Sequence[Article], duplicates: Mapping[str, str], slugs: Mapping[str, str], vectors: Vectors
) -> tuple[Story, ...]:
    """Stories of two articles or more, copies counting as reports; in the order of their first articles.

    The editor's ``story`` joins articles whatever their texts, its value being the title; ``story: false`` keeps an
    article and its copies out of every story. The others are grouped by
    average linkage over their likeness, which fades with the days between them and is nothing where either has no
    date. Copies follow their original. A story of ours has the slug of its first article.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    edited: defaultdict[str, list[int]] = defaultdict(list)
    apart: set[int] = set()
    for number, article in enumerate(articles):
        original = articles[place[duplicates.get(article.id, article.id)]]
        told = article.edited.story or (None if article.edited.no_story else original.edited.story)
        if told:
            edited[told].append(number)
        elif article.edited.no_story or original.edited.no_story:
            apart.add(number)
    taken = apart.union(*edited.values())
    free = [n for n, article in enumerate(articles) if n not in taken and article.id not in duplicates]
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for number, article in enumerate(articles):
        if article.id in duplicates and number not in taken:
            copies[place[duplicates[article.id]]].append(number)
    groups: list[tuple[str | None, list[int]]] = [(title, numbers) for title, numbers in edited.items()]
    groups += (
        (None, sorted([*group, *(copy for original in group for copy in copies[original])]))
        for group in _group(articles, free, vectors)
    )
    stories = _name(articles, slugs, [(title, numbers) for title, numbers in groups if len(numbers) > 1])
    return tuple(
        _explain(story, [place[a] for a in story.articles if a not in duplicates], articles, vectors)
        for story in stories
    )


def _explain(story: Story, rows: Sequence[int], articles: Sequence[Article], vectors: Vectors) -> Story:
    """The story with what its articles share and where they differ, copies apart."""
    differences = find_differences([articles[row] for row in rows])
    if story.origin == "edited" or len(rows) < 2:
        return replace(story, differences=differences)
    days = sorted(day for row in rows if (day := day_of(articles[row])))
    span = (Reason("days-apart", (str((days[-1] - days[0]).days),)),) if days else ()
    return replace(story, reasons=(*_shared(rows, articles, vectors), *span), differences=differences)


def _shared(rows: Sequence[int], articles: Sequence[Article], vectors: Vectors) -> Iterator[Reason]:
    """The names, and the nouns that few texts use, of most of the articles: the most telling first."""
    spelt = {name.name.casefold(): name.name for row in rows for name in articles[row].names}
    named = {singular(word) for name in spelt for word in words(name)}
    matrix = vectors.matrix[rows].tocsc()
    held = matrix.getnnz(axis=0)
    weights = matrix.sum(axis=0).A1
    most = [column for column in held.nonzero()[0].tolist() if 2 * held[column] > len(rows) and held[column] > 1]
    most.sort(key=lambda column: (-weights[column], vectors.features[column]))
    names = [spelt[vectors.features[column]] for column in most if column >= vectors.words]
    said = {key: form for row in rows for key, form in vectors.nouns[row].items()}
    nouns = [vectors.features[column] for column in most if column < vectors.words]
    nouns = [said[key] for key in nouns if key in said and key not in named and share(key) <= _DISTINCTIVE]
    yield from (Reason("names", tuple(names[:_MOST_SHARED])),) if names else ()
    yield from (Reason("words", tuple(nouns[:_MOST_SHARED])),) if nouns else ()


def _name(
    articles: Sequence[Article], slugs: Mapping[str, str], groups: Sequence[tuple[str | None, Sequence[int]]]
) -> tuple[Story, ...]:
    stories: list[Story] = []
    taken = {"index"}
    for edited, numbers in sorted(groups, key=lambda group: (group[1][0], group[0] or "")):
        title = edited or articles[numbers[0]].title.value
        base = (slugify(edited) if edited else "") or slugs[articles[numbers[0]].id]
        tries = (base if n == 1 else f"{base[:76]}-{n}" for n in count(1))
        slug = next(slug for slug in tries if slug not in taken)
        taken.add(slug)
        origin: Origin = "edited" if edited else "inferred"
        stories.append(Story(f"story/{slug}", slug, title, tuple(articles[n].id for n in numbers), origin))
    return tuple(stories)


def _group(articles: Sequence[Article], free: Sequence[int], vectors: Vectors) -> Iterator[list[int]]:
    """Every article that is no copy once, alone or with the others of its event."""
    days = {number: day for number in free if (day := day_of(articles[number]))}
    yield from ([number] for number in free if number not in days)
    if len(days) < 2:
        yield from ([number] for number in days)
        return
    ordered = sorted(days, key=lambda number: (days[number], articles[number].id))
    pairs = dict(_near_pairs(articles, ordered, days, vectors))
    for part in _connected(ordered, pairs, _ALIKE):
        yield from _split(part, pairs) if len(part) > 1 else [part]


def _near_pairs(
    articles: Sequence[Article], ordered: Sequence[int], days: Mapping[int, date], vectors: Vectors
) -> Iterator[tuple[tuple[int, int], float]]:
    """The lessened likeness of the pairs that are near in time and at least half as alike as a story asks for."""
    import numpy

    matrix = vectors.matrix[numpy.array(ordered)]
    when = numpy.array([days[number].toordinal() for number in ordered])
    outlet = numpy.array(_outlets([articles[number] for number in ordered]))
    for start in range(0, len(ordered), _BLOCK):
        stop = min(start + _BLOCK, len(ordered))
        last = int(numpy.searchsorted(when, when[stop - 1] + _DAYS, side="left"))
        likeness = (matrix[start:stop] @ matrix[start:last].T).tocoo()
        rows, columns = likeness.row + start, likeness.col + start
        lessened = likeness.data * (1 - (when[columns] - when[rows]) / _DAYS)
        lessened = lessened * numpy.where(outlet[columns] == outlet[rows], _ONE_OUTLET, 1)
        good = (columns > rows) & (lessened >= _ALIKE / 2)
        found = zip(rows[good].tolist(), columns[good].tolist(), lessened[good].tolist(), strict=True)
        for row, column, value in sorted(found):
            yield (ordered[row], ordered[column]), value


def _outlets(articles: Sequence[Article]) -> list[int]:
    """A number for each outlet; those that are not known are different ones."""
    numbers: dict[str, int] = {}
    return [
        numbers.setdefault(article.source.value.casefold(), len(numbers)) if article.source else -1 - place
        for place, article in enumerate(articles)
    ]


def _connected(numbers: Sequence[int], pairs: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """The parts that hang together by pairs at least so alike; a part too large to group is parted by more."""
    leader = {number: number for number in numbers}

    def find(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for (one, other), value in pairs.items():
        if value >= least and one in leader and other in leader:
            leader[find(other)] = find(one)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for number in numbers:
        parts[find(number)].append(number)
    small = [part for part in parts.values() if len(part) <= _LARGEST or least >= 1]
    large = [part for part in parts.values() if len(part) > _LARGEST and least < 1]
    return small + [piece for part in large for piece in _connected(part, pairs, least + 0.1)]


def _split(part: Sequence[int], pairs: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage of one part, cut where groups are less alike than a story asks for."""
    import numpy
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(part) > _LARGEST:
        return [[number] for number in part]
    place = {number: index for index, number in enumerate(part)}
    size = len(part)
    distances: NDArray[float64] = numpy.ones(size * (size - 1) // 2)
    for (one, other), value in pairs.items():
        if one in place and other in place:
            low, high = sorted((place[one], place[other]))
            distances[size * low - low * (low + 1) // 2 + high - low - 1] = 1 - min(value, 1.0)
    labels = fcluster(linkage(distances, "average"), 1 - _ALIKE, "distance")
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for number, label in zip(part, labels.tolist(), strict=True):
        groups[label].append(number)
    return list(groups.values())
