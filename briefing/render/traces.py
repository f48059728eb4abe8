"""What articles say of each name that has a page: where, in which roles, in its own words, beside whom, and when.

traces = trace_names(atlas)
traces["person/ada-okoye"].mentions["bridge"]  ->  (Mention(1, 6, 15, "Ada Okoye"), …)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from briefing.model import Article, Entity, Event, Mention, Quote
from briefing.render.article_data import speaker_entity
from briefing.render.links import Atlas, Named, named_in


class Beside(NamedTuple):
    """A name that stands in the same articles, and how often in the same paragraph."""

    entity: Entity
    articles: int
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Trace:
    """Roles, quotes and events are those of originals: a copy says nothing of its own."""

    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)  # by the article's id
    roles: dict[str, list[str]] = field(default_factory=dict)  # articles by role
    quotes: list[tuple[Article, Quote]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)  # dated sentences that name it, in the order of their dates


@dataclass(frozen=True, slots=True)
class Traces:
    """Made in one walk over all articles: asking each name for its articles would read every article many times."""

    of: Mapping[str, Trace]  # by the entity's id
    entities: Mapping[str, Entity]  # those with a page
    only: Mapping[str, tuple[str, int | None]]  # of the others: article and paragraph that name them
    _in_article: Mapping[str, tuple[str, ...]]  # ids of entities by the original's id
    _in_paragraph: Mapping[tuple[str, int], tuple[str, ...]]

    def beside(self, entity: Entity) -> list[Beside]:
        """Those named together with a name: first those of most paragraphs, then those of most articles."""
        articles: Counter[str] = Counter()
        paragraphs: Counter[str] = Counter()
        for article, mentions in self.of[entity.id].mentions.items():
            articles.update(self._in_article.get(article, ()))
            for paragraph in {mention.paragraph for mention in mentions}:
                paragraphs.update(self._in_paragraph.get((article, paragraph), ()))
        del articles[entity.id]
        most = sorted(articles, key=lambda other: (-paragraphs[other], -articles[other], other))
        return [Beside(self.entities[other], articles[other], paragraphs[other]) for other in most]


def trace_names(atlas: Atlas) -> Traces:
    entities = {entity.id: entity for entity in atlas.briefing.entities if entity.page}
    of = {key: Trace() for key in entities}
    in_article: dict[str, tuple[str, ...]] = {}
    in_paragraph: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    originals = {article.id for article in atlas.originals}
    only: dict[str, tuple[str, int | None]] = {}
    for article in atlas.listed:
        everybody = named_in(atlas, article)
        only.update((n.entity.id, (article.id, _first(n))) for n in everybody if not n.entity.page)
        found = [named for named in everybody if named.entity.page]
        for named in found:
            of[named.entity.id].mentions[article.id] = named.mentions
        if article.id not in originals:
            continue
        in_article[article.id] = tuple(named.entity.id for named in found)
        for entity, paragraph in _places(found):
            in_paragraph[article.id, paragraph].append(entity)
        _trace_words(atlas, article, found, of)
    _trace_events(atlas, of)
    return Traces(of, entities, only, in_article, {place: tuple(ids) for place, ids in in_paragraph.items()})


def _first(named: Named) -> int | None:
    return named.mentions[0].paragraph if named.mentions else None


def _places(found: list[Named]) -> Iterator[tuple[str, int]]:
    for named in found:
        for paragraph in sorted({mention.paragraph for mention in named.mentions}):
            yield named.entity.id, paragraph


def _trace_words(atlas: Atlas, article: Article, found: list[Named], of: Mapping[str, Trace]) -> None:
    for named in found:
        for role in named.roles:
            of[named.entity.id].roles.setdefault(role, []).append(article.id)
    for quote in article.quotes:
        entity = speaker_entity(article, quote.speaker, atlas.of) if quote.speaker else None
        if entity and entity.page:
            of[entity.id].quotes.append((article, quote))


def _trace_events(atlas: Atlas, of: Mapping[str, Trace]) -> None:
    """Each dated sentence of the timeline for the names that stand in it."""
    named: defaultdict[tuple[str, int], list[tuple[int, str]]] = defaultdict(list)
    for key, trace in of.items():
        for article, mentions in trace.mentions.items():
            for mention in mentions:
                named[article, mention.paragraph].append((mention.start, key))
    for event in atlas.briefing.timeline:
        if found := named.get((event.article, event.paragraph)):
            begin = _begins(atlas.articles[event.article], event)
            for key in dict.fromkeys(key for start, key in found if 0 <= start - begin < len(event.text)):
                of[key].events.append(event)


def _begins(article: Article, event: Event) -> int:
    """Where in its paragraph a dated sentence begins."""
    texts = (paragraph.text for paragraph in article.paragraphs if paragraph.number == event.paragraph)
    return next(texts, "").find(event.text)
