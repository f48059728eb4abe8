"""The tree of topics, and a page of each topic."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from briefing.model import FOLDERS, KINDS, Entity, Kind, Topic
from briefing.render.facts import Facts, counted, span_text, trail
from briefing.render.front import figure_view, placed_quote_view, whence
from briefing.render.links import Atlas, Link, entity_link, topic_link, topic_name, topic_path
from briefing.render.mapped import of_members
from briefing.render.members import Cards, Member, member_pages, summaries
from briefing.render.pictured import common_axis, sparkline
from briefing.render.pictures.axis import Axis
from briefing.render.selection import front_figures, front_quotes
from briefing.render.templates import page
from briefing.texts import date_text, number_text, say, say_count

_MOST_NAMED = 6  # of each kind
_READ = 60  # articles, of whose figures and quotes some are shown
_ROWS = 50  # articles a page, which the pictures make long already

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
    said = {"trail": trail(language), "title": title, "dek": dek, "bars": bars}
    return page("topics/index.md", "topics", language, head, tree=tree, **said)


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
    articles = [atlas.articles[article] for article in topic.articles if article in atlas.articles]
    originals = [article for article in articles if article.id not in atlas.briefing.duplicates]
    figures, quotes = front_figures(originals[:_READ], language), front_quotes(atlas, originals[:_READ])
    return Member(
        path=f"topics/{topic.slug}",
        title=topic_name(topic),
        dek="\u00a0· ".join(
            part
            for part in (say_count(language, "site.articles", len(articles)), span_text(articles, language))
            if part
        ),
        above=tuple(above),
        notes=(topic.description,) if topic.description else (),
        facts=_facts(atlas, topic, children),
        pictures=of_members(atlas, topic.articles),
        figures=tuple(figure_view(atlas, a, figure, whence(atlas, a)) for a, figure in figures),
        quotes=tuple(placed_quote_view(atlas, *found) for found in quotes),
        quotes_title=say(language, "front.who_said_what"),
        rows=_ROWS,
        empty=say(language, "member.empty_topic"),
        feed=f"topics/{topic.slug}.xml",
    )


def _facts(atlas: Atlas, topic: Topic, children: Children) -> tuple[Facts, ...]:
    language = atlas.language
    narrower = sorted(children[topic.id], key=lambda child: -len(child.articles))
    below = [_counted(child, language) for child in narrower]
    named = _most_named(atlas, topic)
    tables = (
        counted(say(language, "member.subtopics"), say(language, "known.topic"), below, language),
        *(
            counted(say(language, f"site.{FOLDERS[kind]}"), say(language, "known.name"), named[kind], language)
            for kind in KINDS
        ),
    )
    return tuple(table for table in tables if table.rows)


def _counted(topic: Topic, language: str) -> Link:
    return topic_link(topic, number_text(len(topic.articles), language))


def _most_named(atlas: Atlas, topic: Topic) -> dict[Kind, list[Link]]:
    """Of each kind those with a page that most articles of the topic name."""
    found: Counter[str] = Counter()
    entities: dict[str, Entity] = {}
    for article in topic.articles:
        for entity in atlas.of.entities.get(article, ()):
            if entity.page:
                found[entity.id] += 1
                entities[entity.id] = entity
    most = sorted(found, key=lambda key: (-found[key], key))
    of_kind: dict[Kind, list[Link]] = {kind: [] for kind in KINDS}
    for key in most:
        links = of_kind[entities[key].kind]
        if len(links) < _MOST_NAMED:
            links.append(entity_link(entities[key], number_text(found[key], atlas.language)))
    return of_kind
