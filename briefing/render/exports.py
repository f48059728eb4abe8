"""``briefing.json``: the published briefing for programs, and the JSON Schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files

from briefing import __version__
from briefing.model import Article, Briefing, Difference, Entity, Event, Story, Topic
from briefing.render.article_data import ByArticle, article_front_matter, by_article

SCHEMA = 1
_encode = json.JSONEncoder(ensure_ascii=False).encode


def exports(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Path and text of the machine-readable files."""
    yield "briefing.json", briefing_json(briefing)
    yield "briefing.schema.json", schema_text()


def schema_text() -> str:
    return files("briefing.render").joinpath("briefing.schema.json").read_text("utf-8")


def briefing_json(briefing: Briefing) -> str:
    """The published briefing, one article, name, topic, story and event a line, so that a diff can be read.

    ``today`` is left out: the same briefing on another day is the same file.
    """
    of = by_article(briefing)
    settings = briefing.settings
    head: dict[str, object] = {
        "schema": SCHEMA,
        "generator": f"briefing {__version__}",
        "name": settings.site_name,
        "description": settings.site_description,
        **({"intro": settings.front_page.intro} if settings.front_page.intro else {}),
        "url": settings.site_url,
        "language": settings.language,
        "audience": briefing.audience,
    }
    lists: dict[str, Iterable[object]] = {
        "articles": (_article(briefing, article, of) for article in briefing.articles),
        "names": (_name(briefing, entity) for entity in briefing.entities),
        "topics": (_topic(briefing, topic, of) for topic in briefing.topics),
        "stories": (_story(briefing, story) for story in briefing.stories),
        "redirects": (_redirect(slug, targets) for slug, targets in briefing.redirects.items()),
        "timeline": (_event(briefing, event) for event in briefing.timeline),
    }
    members = [f"{json_line(key)}: {json_line(value)}" for key, value in head.items()]
    members += [f"{json_line(key)}: {_lines(values)}" for key, values in lists.items()]
    return "{\n" + ",\n".join(members) + "\n}\n"


def _article(briefing: Briefing, article: Article, of: ByArticle) -> dict[str, object]:
    return {
        "id": article.id,
        "slug": briefing.slugs[article.id],
        "rights": briefing.rights[article.id],
        **article_front_matter(briefing, article, of),
        "paragraphs": [
            {"number": paragraph.number, "line": paragraph.line, "kind": paragraph.kind, "text": paragraph.text}
            for paragraph in article.paragraphs
        ],
    }


def _name(briefing: Briefing, entity: Entity) -> dict[str, object]:
    return {
        "id": entity.id,
        "slug": entity.slug,
        "name": entity.name,
        "kind": entity.kind,
        "also": list(entity.also),
        "roles": list(entity.roles),
        "origin": entity.origin,
        "page": entity.page,
        "articles": _slugs(briefing, entity.articles),
    }


def _topic(briefing: Briefing, topic: Topic, of: ByArticle) -> dict[str, object]:
    parent = of.topics.get(topic.parent or "")
    return {
        "id": topic.id,
        "slug": topic.slug,
        "name": topic.name,
        "parent": parent.slug if parent else None,
        "description": topic.description,
        "articles": _slugs(briefing, topic.articles),
    }


def _story(briefing: Briefing, story: Story) -> dict[str, object]:
    return {
        "id": story.id,
        "slug": story.slug,
        "title": story.title,
        "origin": story.origin,
        "articles": _slugs(briefing, story.articles),
        **({"differences": [_difference(briefing, one) for one in story.differences]} if story.differences else {}),
    }


def _difference(briefing: Briefing, difference: Difference) -> dict[str, object]:
    told = [
        {
            "article": briefing.slugs[t.article],
            "paragraph": t.figure.paragraph,
            "text": t.figure.text,
            "value": t.figure.value,
        }
        for t in difference.told
    ]
    return {"counts": difference.counts, "told": told}


def _redirect(slug: str, targets: tuple[str, ...]) -> dict[str, object]:
    return {"slug": slug, "to": list(targets)}


def _event(briefing: Briefing, event: Event) -> dict[str, object]:
    return {
        "value": event.value,
        "text": event.text,
        "expression": event.expression,
        "article": briefing.slugs[event.article],
        "paragraph": event.paragraph,
    }


def _slugs(briefing: Briefing, articles: Iterable[str]) -> list[str]:
    return [briefing.slugs[article] for article in articles]


def _lines(values: Iterable[object]) -> str:
    rows = ",\n".join(json_line(value) for value in values)
    return f"[\n{rows}\n]" if rows else "[]"


def json_line(value: object) -> str:
    """As JSON that any encoder of UTF-8 accepts: text stays readable, and a half of a surrogate pair is escaped."""
    text = _encode(value)
    return text if text.isprintable() else _escape_unprintable(text)


def _escape_unprintable(text: str) -> str:
    return "".join(c if c.isprintable() or ord(c) > 0xFFFF else f"\\u{ord(c):04x}" for c in text)
