"""Stories: articles about one event, found by likeness and nearness in time, or joined by the editor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.word_weights import share, singular, words
from briefing.link.differences import find_differences
from briefing.link.one_event import FLOOR, compare
from briefing.link.similarity import Vectors, day_of
from briefing.model import Article, Origin, Reason, Story
from briefing.slug import free_slug, slugify

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_TWO_LIKELY = -0.25  # log odds of one event from which two articles are a story
_MORE_LIKELY = -1.0  # mean log odds from which more join it: a story tells of its event from many sides
_LESS_LIKELY = 2.5  # than its own what joins a story may be at most: the next event stays apart
_LARGEST = 3_000  # articles that hang together by pairs; beyond, the threshold rises until they fall apart
_DISTINCTIVE = 0.05  # part of documents that a word may be in and still tell what a story is of
_MOST_SHARED = 3


def find_stories(
    articles: Sequence[Article], duplicates: Mapping[str, str], slugs: Mapping[str, str], vectors: Vectors
) -> tuple[Story, ...]:
    """Stories of two articles or more, copies counting as reports; in the order of their first articles.

    The editor's ``story`` joins articles whatever their texts, its value being the title; ``story: false`` keeps an
    article and its copies out of every story. The others are grouped by average linkage over the odds that they tell of
    one event, which are none where either has no date. Copies follow their original. A story of ours has the slug of
    its first article.
    """
    place = {article.id: number for number, article in enumerate(articles)}
    originals = [place[duplicates.get(article.id, article.id)] for article in articles]
    edited, apart = _placed_by_editor(articles, originals)
    taken = apart.union(*edited.values())
    copies: defaultdict[int, list[int]] = defaultdict(list)
    for number, original in enumerate(originals):
        if number not in taken and original != number:
            copies[original].append(number)
    free = [number for number, original in enumerate(originals) if number not in taken and original == number]
    groups: list[tuple[str | None, list[int]]] = [*edited.items()]
    groups += [(None, sorted(sum((copies[one] for one in group), group))) for group in _group(articles, free, vectors)]
    stories = _name(articles, slugs, [(title, numbers) for title, numbers in groups if len(numbers) > 1])
    return tuple(
        _explain(story, [place[a] for a in story.articles if a not in duplicates], articles, vectors)
        for story in stories
    )


def _placed_by_editor(
    articles: Sequence[Article], originals: Sequence[int]
) -> tuple[Mapping[str, list[int]], set[int]]:
    """Those of each story with a title of the editor's, and those kept out of all; copies go with their originals."""
    titled: defaultdict[str, list[int]] = defaultdict(list)
    apart: set[int] = set()
    for number, (article, original) in enumerate(zip(articles, originals, strict=True)):
        said, of_original = article.edited, articles[original].edited
        title = said.story or (None if said.no_story else of_original.story)
        if title:
            titled[title].append(number)
        elif said.no_story or of_original.no_story:
            apart.add(number)
    return titled, apart


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
        slug = free_slug((slugify(edited) if edited else "") or slugs[articles[numbers[0]].id], taken)
        taken.add(slug)
        origin: Origin = "edited" if edited else "inferred"
        stories.append(Story(f"story/{slug}", slug, title, tuple(articles[n].id for n in numbers), origin))
    return tuple(stories)


def _group(articles: Sequence[Article], free: Sequence[int], vectors: Vectors) -> Iterator[list[int]]:
    """Every article that is no copy once, alone or with the others of its event."""
    import numpy

    days = {number: day for number in free if (day := day_of(articles[number]))}
    yield from ([number] for number in free if number not in days)
    if not days:
        return
    ordered = sorted(days, key=lambda number: (days[number], articles[number].id))
    likely = compare([articles[n] for n in ordered], [days[n] for n in ordered], vectors, ordered)
    for part in _connected(likely, numpy.arange(len(ordered)), _MORE_LIKELY - FLOOR):
        yield from ([ordered[place] for place in group] for group in _split(part, likely))


def _connected(likely: csr_matrix, places: NDArray[int64], least: float) -> Iterator[NDArray[int64]]:
    """The parts that hang together by pairs at least so alike; a part too large to group is parted by more."""
    import numpy
    from scipy.sparse.csgraph import connected_components

    linked = likely[places][:, places]
    _, labels = connected_components(linked.multiply(linked >= least), directed=False)
    sizes = numpy.bincount(labels)
    for part in numpy.split(places[numpy.argsort(labels, kind="stable")], numpy.cumsum(sizes)[:-1]):
        if len(part) > _LARGEST:
            yield from _connected(likely, part, least + 0.5)
        else:
            yield part


class _Group(NamedTuple):
    places: list[int]
    odds: float  # mean of its pairs; of one alone nothing

    def joins(self, other: _Group, odds: float) -> bool:
        """Whether the two are of one event, by the mean odds of their pairs."""
        known = [group.odds for group in (self, other) if len(group.places) > 1]
        return odds >= (max(_MORE_LIKELY, min(known) - _LESS_LIKELY) if known else _TWO_LIKELY)

    def join(self, other: _Group, odds: float) -> _Group:
        here, there = len(self.places), len(other.places)
        pairs = (here * (here - 1) // 2, there * (there - 1) // 2, here * there)
        total = self.odds * pairs[0] + other.odds * pairs[1] + odds * pairs[2]
        return _Group(self.places + other.places, total / sum(pairs))


def _split(part: NDArray[int64], likely: csr_matrix) -> list[list[int]]:
    """Average linkage of one part, up to where what would join is of another event."""
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    groups: dict[int, _Group] = {index: _Group([place], 0) for index, place in enumerate(part.tolist())}
    if len(part) > 1:
        above = likely[part][:, part].toarray()
        distances = squareform(-2 * FLOOR - above - above.T, checks=False)
        for number, (one, other, distance, _) in enumerate(linkage(distances, "average").tolist(), len(part)):
            here, there = groups.get(int(one)), groups.get(int(other))
            if here and there and here.joins(there, -FLOOR - distance):
                del groups[int(one)], groups[int(other)]
                groups[number] = here.join(there, -FLOOR - distance)
    return [sorted(group.places) for group in groups.values()]
