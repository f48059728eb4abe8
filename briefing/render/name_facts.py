"""The small tables on the page of a name: who describes it how, beside whom it is named, by whom, in which stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from briefing.model import Entity
from briefing.render.cards import source_text
from briefing.render.facts import Column, Facts, counted
from briefing.render.links import Atlas, Link, entity_link, language_attributes, story_link
from briefing.render.traces import Trace, Traces
from briefing.texts import number_text, say, say_count

ROLE = 6  # words of a role that is still one
_DESCRIBED, _OUTLETS = 8, 3  # roles in the table, outlets named of each
_BESIDE = 10
_SOURCES, _STORIES = 8, 6
_LEAST_ARTICLES = 3  # whose sources say more in a table than in the list of them


def described(atlas: Atlas, trace: Trace) -> tuple[Facts, ...]:
    table = _described(atlas, trace)
    return (table,) if table.rows else ()


def company_of(atlas: Atlas, traces: Traces, entity: Entity) -> tuple[Facts, ...]:
    """Beside whom a name is named, by whom, and in which stories."""
    tables = (_beside(traces, entity, atlas.language), _named_by(atlas, entity), _stories(atlas, entity))
    return tuple(table for table in tables if table.rows)


def telling(roles: Sequence[str]) -> list[str]:
    """Short ones, each once whatever its case, without those that a longer one has in it: ``President`` beside ``US
    President``."""
    words = {role: f" {role.casefold()} " for role in roles}
    short = once(role for role in roles if len(role.split()) <= ROLE)
    return [role for role in short if not any(words[role] in words[other] != words[role] for other in short)]


def once(roles: Iterable[str]) -> list[str]:
    """The first of those that differ in case alone."""
    first: dict[str, str] = {}
    for role in roles:
        first.setdefault(role.casefold(), role)
    return list(first.values())


def _described(atlas: Atlas, trace: Trace) -> Facts:
    """Every short role with the outlets that use it, the most used first."""
    language = atlas.language
    roles: dict[str, str] = {}
    articles: defaultdict[str, list[str]] = defaultdict(list)
    for role, found in trace.roles.items():
        if len(role.split()) <= ROLE:
            articles[roles.setdefault(role.casefold(), role)] += found
    most = sorted(articles, key=lambda role: (-len(set(articles[role])), role))[:_DESCRIBED]
    languages = {role: language_attributes(atlas.articles[articles[role][0]], language) for role in most}
    rows = tuple(((Link(role, language=languages[role]),), _outlets(atlas, trace, articles[role])) for role in most)
    columns = (Column(say(language, "index.words")), Column(say(language, "known.source")))
    return Facts(say(language, "member.described_as"), columns, rows)


def _outlets(atlas: Atlas, trace: Trace, articles: Sequence[str]) -> tuple[Link, ...]:
    """Each outlet with the way to the first of its articles that says so, and the number of these."""
    of: dict[str, list[str]] = {}
    for article in dict.fromkeys(articles):
        of.setdefault(source_text(atlas.articles[article], atlas.language), []).append(article)
    links = []
    for outlet, own in sorted(of.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:_OUTLETS]:
        mention = next(iter(trace.mentions.get(own[0], ())), None)
        href = atlas.article_href(own[0], mention.paragraph if mention else None)
        links.append(Link(outlet, href, number_text(len(own), atlas.language) if len(own) > 1 else ""))
    more = len(of) - len(links)
    return (*links, *([Link(say_count(atlas.language, "member.more_outlets", more))] if more else []))


def _beside(traces: Traces, entity: Entity, language: str) -> Facts:
    rows = tuple(
        (
            (entity_link(other.entity),),
            (Link(number_text(other.articles, language)),),
            (Link(number_text(other.paragraphs, language)),),
        )
        for other in traces.beside(entity)[:_BESIDE]
    )
    labels = ("known.name", "member.articles", "member.paragraphs")
    columns = tuple(Column(say(language, label), is_number=label != "known.name") for label in labels)
    return Facts(say(language, "member.beside"), columns, rows)


def _named_by(atlas: Atlas, entity: Entity) -> Facts:
    """The outlets whose articles name it, those with most first, the unstated last; nothing where they are few."""
    language = atlas.language
    found: Counter[Link] = Counter()
    unknown = say(language, "article.source_not_stated")
    for article in (atlas.articles[a] for a in entity.articles if a in atlas.spots):
        found[Link(source_text(article, language), atlas.source_href(article))] += 1
    order = sorted(found, key=lambda link: (link.text == unknown, -found[link], link.text))
    most = order[:_SOURCES] if len(order) > 1 and found.total() >= _LEAST_ARTICLES else []
    links = [link._replace(number=number_text(found[link], language)) for link in most]
    return counted(say(language, "member.named_by"), say(language, "known.source"), links, language)


def _stories(atlas: Atlas, entity: Entity) -> Facts:
    """The events that articles which name it report, each with the number of these."""
    language = atlas.language
    stories = {story.id: story for article in entity.articles if (story := atlas.of.stories.get(article))}
    found = Counter(story.id for article in entity.articles if (story := atlas.of.stories.get(article)))
    most = sorted(found, key=lambda key: -found[key])[:_STORIES]
    links = [story_link(atlas, stories[key], number_text(found[key], language)) for key in most]
    return counted(say(language, "site.stories"), say(language, "index.headline"), links, language)
