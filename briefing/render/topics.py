"""The tree of topics, and a page of each topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefing.model import Entity, Topic
from briefing.render.links import Atlas, Link, entity_link, topic_link, topic_name, topic_path
from briefing.render.members import Cards, Group, Member, member_pages, summaries
from briefing.render.pictured import common_axis, of_members, sparkline
from briefing.render.pictures.coverage import Axis
from briefing.render.templates import page
from briefing.texts import date_text, number_text, say, say_count

_MOST_NAMED = 12

Children = defaultdict[str | None, list[Topic]]


@dataclass(frozen=True, slots=True)
class Branch:
    link: Link
    bars: Markup  # its articles over time
    below: tuple[Branch, ...]


def topic_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    children: Children = defaultdict(list)
    for topic in sorted(atlas.briefing.topics, key=lambda t: (t.name.casefold(), t.id)):
        children[topic.parent if topic.parent in atlas.of.topics else None].append(topic)
    yield _index_page(atlas, children)
    for topic in atlas.briefing.topics:
        items = summaries(cards, topic.articles, topic_link(topic).href)
        yield from member_pages(_member(atlas, topic, children), items, atlas.language)


def _index_page(atlas: Atlas, children: Children) -> tuple[str, str]:
    language, axis = atlas.language, common_axis(atlas)
    number = len(atlas.briefing.topics)
    title = say(language, "site.topics")
    dek = say_count(language, "index.topics_dek", number) if number else say(language, "index.topics_empty")
    head: dict[str, object] = {"title": title, "description": dek, "kind": "index"}
    tree = tuple(_branch(atlas, topic, children, axis) for topic in children[None])
    bars = _bars_said(axis, language) if any(branch.bars for branch in tree) else ""
    return page("topics/index.md", "topics", language, head, title=title, dek=dek, bars=bars, tree=tree)


def _bars_said(axis: Axis | None, language: str) -> str:
    """What the bars beside the names show; empty where there are none."""
    if axis is None:
        return ""
    first, last = date_text(axis.values[0], language), date_text(axis.values[-1], language)
    return say(language, "pictures.sparks", first=first, last=last)


def _branch(atlas: Atlas, topic: Topic, children: Children, axis: Axis | None) -> Branch:
    below = tuple(_branch(atlas, child, children, axis) for child in children[topic.id])
    return Branch(_counted(topic, atlas.language), sparkline(atlas, topic.articles, axis), below)


def _member(atlas: Atlas, topic: Topic, children: Children) -> Member:
    language = atlas.language
    above = [Link(say(language, "site.topics"), "topics/index.html")]
    above += [topic_link(step) for step in topic_path(atlas, topic)[:-1]]
    below = tuple(_counted(child, language) for child in children[topic.id])
    groups = (
        Group(say(language, "member.subtopics"), below),
        Group(say(language, "member.most_named"), _most_named(atlas, topic)),
    )
    return Member(
        path=f"topics/{topic.slug}",
        title=topic_name(topic),
        dek=say_count(language, "site.articles", len(topic.articles)),
        kicker=tuple(above),
        notes=(topic.description,) if topic.description else (),
        groups=tuple(group for group in groups if group.links),
        pictures=of_members(atlas, topic.articles),
        empty=say(language, "member.empty_topic"),
        feed=f"topics/{topic.slug}.xml",
    )


def _counted(topic: Topic, language: str) -> Link:
    return topic_link(topic, number_text(len(topic.articles), language))


def _most_named(atlas: Atlas, topic: Topic) -> tuple[Link, ...]:
    """People and places with a page that most articles of the topic name."""
    found: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for article in topic.articles:
        for entity in atlas.of.entities.get(article, ()):
            if entity.page and entity.kind in ("person", "place"):
                found[entity.id] += 1
                entities[entity.id] = entity
    most = sorted(found, key=lambda key: (-found[key], key))[:_MOST_NAMED]
    return tuple(entity_link(entities[key], number_text(found[key], atlas.language)) for key in most)
