"""Front matter of generated pages: the contract of its keys, and YAML that reads back as what was written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import yaml

# What the theme reads of any page.
TITLE = "title"
DESCRIPTION = "description"
AUTHORS = "authors"
TAGS = "tags"
KIND = "kind"
EDITION = "edition"
FEED = "feed"
REDIRECT = "redirect"
NOINDEX = "noindex"
# What an article is and how it is known.
DATE = "date"
UPDATED = "updated"
REFERENCE_DATE = "reference_date"
SOURCE = "source"
URL = "url"
LANGUAGE = "language"
TOPICS = "topics"
PEOPLE = "people"
PLACES = "places"
ORGANISATIONS = "organisations"
SUMMARY = "summary"
KEYPHRASES = "keyphrases"
QUOTES = "quotes"
FIGURES = "figures"
DATES = "dates"
RELATED = "related"
STORY = "story"
DUPLICATE_OF = "duplicate_of"
REMOVED = "removed"
PROVENANCE = "provenance"
SEED = "seed"

KEYS = (
    TITLE,
    DESCRIPTION,
    DATE,
    UPDATED,
    REFERENCE_DATE,
    SOURCE,
    URL,
    AUTHORS,
    LANGUAGE,
    TOPICS,
    TAGS,
    PEOPLE,
    PLACES,
    ORGANISATIONS,
    SUMMARY,
    KEYPHRASES,
    QUOTES,
    FIGURES,
    DATES,
    RELATED,
    STORY,
    DUPLICATE_OF,
    REMOVED,
    PROVENANCE,
    SEED,
    KIND,
    EDITION,
    FEED,
    REDIRECT,
    NOINDEX,
)

_WIDE = 1_000_000  # columns: texts stay on one line
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def dump(values: Mapping[str, object]) -> str:
    """``---`` lines around quoted YAML, keys in the order of KEYS; None, empty texts, lists and mappings are absent.

    Texts are quoted, keys and numbers are not. Raises ValueError for a key that is not in KEYS, and for a value that
    would not read back equal.
    """
    if unknown := [key for key in values if key not in KEYS]:
        raise ValueError(f"front matter has no key {', '.join(map(repr, unknown))}")
    present = {_Key(key): plain for key in KEYS if (plain := _plain(values.get(key))) is not None}
    if not present:
        return "---\n---\n"
    try:
        text: str = yaml.dump(present, Dumper=_dumper(), allow_unicode=True, width=_WIDE, sort_keys=False)
        same = yaml.load(text, Loader=_LOADER) == present
    except (UnicodeEncodeError, yaml.YAMLError) as error:
        raise ValueError(f"front matter cannot hold {present!r:.200}") from error
    if not same or "\n---" in text:
        raise ValueError(f"front matter does not read back: {present!r:.200}")
    return f"---\n{text}---\n"


def load(text: str) -> tuple[dict[str, object], str]:
    """The front matter of a page that ``dump`` began, and the rest of the page."""
    if not text.startswith("---\n"):
        return {}, text
    header, separator, rest = text[3:].partition("\n---\n")
    if not separator:
        return {}, text
    values = yaml.load(header, Loader=_LOADER)
    return (values if isinstance(values, dict) else {}), rest


class _Key(str):
    """A key, which needs no quotes."""

    __slots__ = ()


def _plain(value: object) -> object:
    """``value`` as YAML's own types, without what is absent; None when nothing is left."""
    if isinstance(value, Mapping):
        entries = ((key, _plain(entry)) for key, entry in value.items())
        return {_Key(key): entry for key, entry in entries if entry is not None} or None
    if isinstance(value, (list, tuple)):
        return [entry for entry in map(_plain, value) if entry is not None] or None
    return None if value == "" else value


@cache
def _dumper() -> type:
    """A safe dumper that quotes every text."""
    base: type = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

    class Quoting(base):  # type: ignore[misc]
        def ignore_aliases(self, _: object) -> bool:
            return True

    Quoting.add_representer(str, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
    Quoting.add_representer(_Key, lambda dumper, key: dumper.represent_scalar("tag:yaml.org,2002:str", str(key)))
    return Quoting
