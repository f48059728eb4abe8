"""Stories: articles about one event, found by likeness and nearness in time, or joined by the editor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from briefing.lexicon.word_weights import share, singular, words
from briefing.link.differences import find_differences
from briefing.link.similarity import Vectors, day_of
from briefing.model import Article, Origin, Reason, Story
from briefing.slug import free_slug, slugify

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

_DAYS = 8  # reports of one event are less far apart; each day between two takes its part off their likeness
_ONE_OUTLET = 0.6  # what is left of the likeness of two reports of one outlet, which seldom tells one event twice
_TWO_ALIKE = 0.22  # likeness, so lessened, from which two articles are a story
_MORE_ALIKE = 0.15  # mean likeness from which more join it: a story tells of its event from many sides
_AS_ALIKE = 0.44  # part of the likeness within a story that what joins must have to it: the next event stays apart
_FAINT = 0.05  # likeness that counts as none
_LARGEST = 3_000  # articles that hang together by pairs; beyond, the threshold rises until they fall apart
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
    near = _compare(articles, ordered, days, vectors)
    for part in _connected(near, numpy.arange(len(ordered)), _MORE_ALIKE):
        yield from ([ordered[place] for place in group] for group in _split(part, near))


def _compare(
    articles: Sequence[Article], ordered: Sequence[int], days: Mapping[int, date], vectors: Vectors
) -> csr_matrix:
    """The lessened likeness of each article, by its place in ``ordered``, to those after it that are near in time."""
    import numpy
    from scipy.sparse import csr_matrix, vstack

    matrix = vectors.matrix[numpy.array(ordered)]
    when = numpy.array([days[number].toordinal() for number in ordered])
    outlet = numpy.array(_outlets([articles[number] for number in ordered]))
    blocks: list[csr_matrix] = []
    for start in range(0, len(ordered), _BLOCK):
        stop = min(start + _BLOCK, len(ordered))
        last = int(numpy.searchsorted(when, when[stop - 1] + _DAYS, side="left"))
        likeness = (matrix[start:stop] @ matrix[start:last].T).tocoo()
        rows, columns = likeness.row + start, likeness.col + start
        lessened = likeness.data * (1 - (when[columns] - when[rows]) / _DAYS)
        lessened = lessened * numpy.where(outlet[columns] == outlet[rows], _ONE_OUTLET, 1)
        good = (columns > rows) & (lessened >= _FAINT)
        found = (lessened[good].clip(max=1), (likeness.row[good], columns[good]))
        blocks.append(csr_matrix(found, shape=(stop - start, len(ordered))))
    return csr_matrix(vstack(blocks, format="csr"))


def _outlets(articles: Sequence[Article]) -> list[int]:
    """A number for each outlet; those that are not known are different ones."""
    numbers: dict[str, int] = {}
    return [
        numbers.setdefault(article.source.value.casefold(), len(numbers)) if article.source else -1 - place
        for place, article in enumerate(articles)
    ]


def _connected(near: csr_matrix, places: NDArray[int64], least: float) -> Iterator[NDArray[int64]]:
    """The parts that hang together by pairs at least so alike; a part too large to group is parted by more."""
    import numpy
    from scipy.sparse.csgraph import connected_components

    linked = near[places][:, places]
    _, labels = connected_components(linked.multiply(linked >= least), directed=False)
    sizes = numpy.bincount(labels)
    for part in numpy.split(places[numpy.argsort(labels, kind="stable")], numpy.cumsum(sizes)[:-1]):
        if len(part) > _LARGEST:
            yield from _connected(near, part, least + 0.1)
        else:
            yield part


class _Group(NamedTuple):
    places: list[int]
    likeness: float  # mean of its pairs; of one alone nothing

    def joins(self, other: _Group, likeness: float) -> bool:
        """Whether the two are of one event, being so alike on average."""
        known = [group.likeness for group in (self, other) if len(group.places) > 1]
        return likeness >= (max(_MORE_ALIKE, _AS_ALIKE * min(known)) if known else _TWO_ALIKE)

    def join(self, other: _Group, likeness: float) -> _Group:
        here, there = len(self.places), len(other.places)
        pairs = (here * (here - 1) // 2, there * (there - 1) // 2, here * there)
        total = self.likeness * pairs[0] + other.likeness * pairs[1] + likeness * pairs[2]
        return _Group(self.places + other.places, total / sum(pairs))


def _split(part: NDArray[int64], near: csr_matrix) -> list[list[int]]:
    """Average linkage of one part, up to where what would join is of another event."""
    from scipy.cluster.hierarchy import linkage
    from scipy.spatial.distance import squareform

    groups: dict[int, _Group] = {index: _Group([place], 0) for index, place in enumerate(part.tolist())}
    if len(part) > 1:
        likeness = near[part][:, part].toarray()
        distances = squareform(1 - likeness - likeness.T, checks=False)
        for number, (one, other, distance, _) in enumerate(linkage(distances, "average").tolist(), len(part)):
            here, there = groups.get(int(one)), groups.get(int(other))
            if here and there and here.joins(there, 1 - distance):
                del groups[int(one)], groups[int(other)]
                groups[number] = here.join(there, 1 - distance)
    return [sorted(group.places) for group in groups.values()]
