"""What the theme says in the language of the interface: the words around every page, read by ``overrides/hooks.py``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from briefing.model import Briefing
from briefing.render.picture import has_picture
from briefing.texts import say, section, speaks

_SECTIONS = (
    *("topics", "people", "places", "organisations", "stories"),
    *("timeline", "quotes", "figures", "sources", "corrections"),
)
_BEFORE_THE_INDEX = ("title", "close", "loading", "failed")  # what the search says while its index loads


def interface(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Once for the whole site: in the head of each page it would be read ten thousand times."""
    language = briefing.settings.language
    words: dict[str, object] = {
        "language": speaks(language),
        "direction": say(language, "site.direction"),
        "locale": say(language, "site.locale"),
        **section(language, "theme"),
        **{name: say(language, f"site.{name}") for name in _SECTIONS},
        "waiting": {name: section(language, "search")[name] for name in _BEFORE_THE_INDEX},
    }
    name = briefing.settings.site_name
    words |= {key: say(language, f"theme.{key}", name=name) for key in ("front_page_of", "picture")}
    if not has_picture(briefing.settings):
        del words["picture"]
    yield "words.json", json.dumps(words, indent=1, ensure_ascii=False) + "\n"
