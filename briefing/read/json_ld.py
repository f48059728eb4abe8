"""The article that a web page describes in JSON-LD (schema.org)."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_POSTINGS = ("BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Report", "Review")
_NAMES = ("name", "@id", "url", "@value")  # of an object that stands where a text is expected


@dataclass(frozen=True, slots=True)
class Article:
    """The properties of the described article; empty when the page describes none. ``line`` is the script's."""

    properties: Mapping[str, object] = field(default_factory=dict)
    described: Mapping[str, Mapping[str, object]] = field(default_factory=dict)  # every object that has an @id
    line: int | None = None

    def texts(self, key: str) -> Iterator[str]:
        """The texts of a property: of an object its name, of a reference the name of what it refers to."""
        value = self.properties.get(key)
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, str):
                yield item
            elif isinstance(item, dict):
                yield from self._name(item)

    def _name(self, item: Mapping[str, object]) -> Iterator[str]:
        whole = {**self.described.get(str(item.get("@id")), {}), **item}
        for key in _NAMES:
            name = whole.get(key)
            if isinstance(name, str) and name:
                yield name
                return


def read_article(tree: Element) -> Article:
    """The first article described in the page's JSON-LD; broken scripts are passed over."""
    found: Article | None = None
    described: dict[str, Mapping[str, object]] = {}
    for script in tree.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().lower() != "application/ld+json":
            continue
        for thing in _things(script.text or ""):
            if isinstance(identifier := thing.get("@id"), str):
                described.setdefault(identifier, thing)
            if found is None and _is_article(thing):
                found = Article(thing, described, script.sourceline)
    return found or Article()


def _things(text: str) -> Iterator[Mapping[str, object]]:
    """The objects of a script: the top ones and those of ``@graph``."""
    try:
        whole: object = json.loads(text.strip().removeprefix("<!--").removesuffix("-->"), strict=False)
    except (ValueError, RecursionError):
        return
    waiting = deque([whole])
    while waiting:
        thing = waiting.popleft()
        if isinstance(thing, list):
            waiting.extendleft(reversed(thing))
        elif isinstance(thing, dict):
            waiting.extendleft((thing.get("mainEntity"), thing.get("@graph")))
            yield thing


def _is_article(thing: Mapping[str, object]) -> bool:
    types = thing.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and (name.endswith("Article") or name in _POSTINGS) for name in names)
