"""Topics of the set: the editor's own, those that files and sidecars state, and the tree that all of them form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.lexicon.topics import (
    PREFIX,
    Node,
    Speaks,
    add_term,
    concepts,
    find_concept,
    lineage,
    match_terms,
    tokens,
    with_plural,
)
from briefing.model import Article, ArticleTopic, Settings, Topic, TopicSettings
from briefing.slug import free_slug, slugify

_OWN = "own:"
_STATED_SCORE = 1.0
_MOST_TERMS = 8


def link_topics(articles: Sequence[Article], settings: Settings) -> tuple[tuple[Article, ...], tuple[Topic, ...]]:
    """The articles with all their topics, and the tree of those that have articles, by name.

    To the inferred topics come the editor's (``settings.topics``) whose terms occur in headline or paragraphs. Topics
    that a sidecar names overrule all others of its article. A name that is an IPTC label is that topic, any other an
    own one, in the editor's spelling, whatever the case. What is broader than a topic is implied by it: an article
    lists only its most specific topics, those of its main subject first; the tree has it under the broader ones too.
    """
    spelling = _spell(articles, settings)
    matcher = _compile(settings, spelling)
    linked = tuple(_with_topics(article, spelling, matcher, settings) for article in articles)
    return linked, _build_tree(linked, settings, spelling)


def _spell(articles: Sequence[Article], settings: Settings) -> dict[str, str]:
    """Case-folded name of an own topic to its id: the editor's spelling, else the first of the alphabet."""
    stated = {name for article in articles for name in _named(article)}
    spelling: dict[str, str] = {}
    for name in [*settings.topics, *sorted(stated)]:
        key = name.strip().casefold()
        spelling.setdefault(key, find_concept(name) or _OWN + name.strip())
    return spelling


def _named(article: Article) -> Iterator[str]:
    yield from article.edited.topics.value if article.edited.topics else ()
    yield from (topic.id.removeprefix(_OWN) for topic in article.topics if topic.id.startswith(_OWN))


def _compile(settings: Settings, spelling: Mapping[str, str]) -> Node | None:
    """The trie of the editor's terms, or None where there are none."""
    root = Node()
    for name, topic in settings.topics.items():
        own = spelling[name.strip().casefold()]
        for term in topic.terms:
            for form in with_plural(term):
                add_term(root, form, (Speaks(own, term, 1.0, False),))
    return root if root else None


def _with_topics(article: Article, spelling: Mapping[str, str], matcher: Node | None, settings: Settings) -> Article:
    if article.edited.topics:
        given = [ArticleTopic(spelling[n.strip().casefold()], _STATED_SCORE) for n in article.edited.topics.value]
    else:
        given = [_respelt(topic, spelling) for topic in article.topics]
        given += _own_topics(article, matcher) if matcher else []
    above = _parents(settings, spelling)
    topics: dict[str, ArticleTopic] = {}
    for topic in given:
        known = topics.get(topic.id, topic)
        terms = tuple(dict.fromkeys((*known.terms, *topic.terms)))[:_MOST_TERMS]
        score = max(known.score, topic.score)
        topics[topic.id] = ArticleTopic(topic.id, score, terms, known.stated or topic.stated)
    implied = {broader for topic in topics for broader in _ancestors(topic, above)}
    return replace(article, topics=tuple(topic for topic in topics.values() if topic.id not in implied))


def _respelt(topic: ArticleTopic, spelling: Mapping[str, str]) -> ArticleTopic:
    if not topic.id.startswith(_OWN):
        return topic
    return replace(topic, id=spelling[topic.id.removeprefix(_OWN).strip().casefold()])


def _own_topics(article: Article, matcher: Node) -> list[ArticleTopic]:
    """The editor's topics by their terms, score 1: the editor chose the terms, one is enough. Strongest first."""
    counts: dict[str, dict[str, int]] = {}
    for text in (article.title.value, *(p.text for p in article.paragraphs if p.kind != "code")):
        for _, _, says in match_terms(matcher, tokens(text)):
            for speaks in says:
                terms = counts.setdefault(speaks.topic, {})
                terms[speaks.term] = terms.get(speaks.term, 0) + 1
    found = sorted(counts.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    return [
        ArticleTopic(own, _STATED_SCORE, tuple(sorted(terms, key=lambda t: (-terms[t], t))[:_MOST_TERMS]))
        for own, terms in found
    ]


def _parents(settings: Settings, spelling: Mapping[str, str]) -> dict[str, str]:
    """Own topic to the IPTC topic that the editor puts it under."""
    above: dict[str, str] = {}
    for name, topic in settings.topics.items():
        own, code = spelling[name.strip().casefold()], _concept_of(topic)
        if code and own != code and own.startswith(_OWN):
            above[own] = code
    return above


def _concept_of(topic: TopicSettings) -> str | None:
    """The editor's ``iptc``, a code with or without its prefix or a label; None where the vocabulary lacks it."""
    if not topic.iptc:
        return None
    code = PREFIX + topic.iptc.strip().removeprefix(PREFIX)
    return code if code in concepts() else find_concept(topic.iptc)


def _ancestors(topic: str, above: Mapping[str, str]) -> tuple[str, ...]:
    """What is broader than a topic, upwards."""
    return lineage(above[topic]) if topic in above else lineage(topic)[1:]


def _build_tree(articles: Sequence[Article], settings: Settings, spelling: Mapping[str, str]) -> tuple[Topic, ...]:
    members: dict[str, list[str]] = {}
    above = _parents(settings, spelling)
    for article in articles:
        reached = dict.fromkeys(t for topic in article.topics for t in (topic.id, *_ancestors(topic.id, above)))
        for topic_id in reached:
            members.setdefault(topic_id, []).append(article.id)
    described = {spelling[n.strip().casefold()]: topic.description for n, topic in settings.topics.items()}
    named = sorted((_name_of(topic), topic) for topic in members)
    named.sort(key=lambda pair: (pair[0].casefold(), pair))
    slugs = _slugs(named)
    return tuple(
        Topic(
            id=topic,
            slug=slugs[topic],
            name=name,
            parent=next(iter(_ancestors(topic, above)), None),
            description=described.get(topic),
            articles=tuple(members[topic]),
        )
        for name, topic in named
    )


def _name_of(topic: str) -> str:
    concept = concepts().get(topic)
    return concept.label if concept else topic.removeprefix(_OWN)


def _slugs(named: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Topic id to slug: vocabulary first, so that a new own topic never changes the address of a page."""
    slugs: dict[str, str] = {}
    taken = {"index"}
    for name, topic in sorted(named, key=lambda pair: (pair[1].startswith(_OWN), pair[1])):
        slugs[topic] = free_slug(slugify(name) or "topic", taken)
        taken.add(slugs[topic])
    return slugs
