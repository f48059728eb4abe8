"""Front matter of generated pages: the contract of its keys, and YAML that reads back as what was written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

import yaml

KEYS = (  # in the order in which they are written
    *("title", "description", "date", "reference_date", "source", "url", "authors", "language", "topics", "tags"),
    *("people", "places", "organisations", "summary", "keyphrases", "quotes", "figures", "dates"),
    *("related", "story", "duplicate_of", "removed", "editor", "provenance", "seed"),
    *("kind", "edition", "feed", "redirect", "noindex", "linked_data"),  # what the theme reads of any page
)

_TEXT = "tag:yaml.org,2002:str"
_WIDE = 1 << 30  # columns: texts stay on one line
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEY = re.compile(r"(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9_]*")  # what needs no quotes
_TERM = re.compile(r"@[a-z]+|[a-z]+(?:[A-Z][a-z]*)+")  # of linked data: quoted
# What stands between double quotes as it is: no quote, backslash, control, line break or byte order mark.
_PLAIN_TEXT = re.compile("[ !#-\\[\\]-~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]{1,10000}")


def dump(values: Mapping[str, object]) -> str:
    """``---`` lines around quoted YAML, keys in the order of KEYS; None, empty texts, lists and mappings are absent.

    Texts are quoted, keys and numbers are not. The bytes are those of libyaml's dumper: it writes, and its loader reads
    back, every value with anything unusual in it; plain texts and whole numbers, nearly all there is, are written here,
    which is ten times as fast. Raises ValueError for a key that is not in KEYS, and for a value that would not read
    back equal.
    """
    if unknown := [key for key in values if key not in KEYS]:
        raise ValueError(f"front matter has no key {', '.join(map(repr, unknown))}")
    present = {key: plain for key in KEYS if (plain := _present(values.get(key))) is not None}
    return "".join(["---\n", *_mapping(present, ""), "---\n"])


def load(text: str) -> tuple[dict[str, object], str]:
    """The front matter of a page that ``dump`` began, and the rest of the page."""
    if not text.startswith("---\n"):
        return {}, text
    header, separator, rest = text[3:].partition("\n---\n")
    if not separator:
        return {}, text
    values = yaml.load(header, Loader=_LOADER)
    return (values if isinstance(values, dict) else {}), rest


def _present(value: object) -> object:
    """``value`` without what is absent; None when nothing is left."""
    if isinstance(value, Mapping):
        entries = ((key, _present(entry)) for key, entry in value.items())
        return {key: entry for key, entry in entries if entry is not None} or None
    if isinstance(value, (list, tuple)):
        return [entry for entry in map(_present, value) if entry is not None] or None
    return None if value == "" else value


def _mapping(values: Mapping[str, object], margin: str) -> list[str]:
    """The lines of a block mapping, each with its end."""
    lines: list[str] = []
    for key, value in values.items():
        label = key if _KEY.fullmatch(key) else f'"{key}"'
        if label != key and not _TERM.fullmatch(key):
            raise ValueError(f"front matter has no key {key!r}")
        if isinstance(value, dict):
            lines += (f"{margin}{label}:\n", *_mapping(value, margin + "  "))
        elif isinstance(value, list):
            lines += (f"{margin}{label}:\n", *_sequence(value, margin))
        else:
            lines.append(f"{margin}{label}: {_scalar(value)}\n")
    return lines


def _sequence(values: Sequence[object], margin: str) -> list[str]:
    lines: list[str] = []
    for value in values:
        if isinstance(value, (dict, list)):
            inner = margin + "  "
            first, *others = _mapping(value, inner) if isinstance(value, dict) else _sequence(value, inner)
            lines += (f"{margin}- {first[len(inner) :]}", *others)
        else:
            lines.append(f"{margin}- {_scalar(value)}\n")
    return lines


def _scalar(value: object) -> str:
    if isinstance(value, str) and _PLAIN_TEXT.fullmatch(value):
        return f'"{value}"'
    return str(value) if type(value) is int else _unusual(value)


def _unusual(value: object) -> str:
    """A text or number as libyaml writes it, once it has read it back."""
    try:
        written: str = yaml.dump([value], Dumper=_dumper(), allow_unicode=True, width=_WIDE)
        same = yaml.load(written, Loader=_LOADER) == [value]
    except (UnicodeEncodeError, yaml.YAMLError) as error:
        raise ValueError(f"front matter cannot hold {value!r:.200}") from error
    if not same or "\n" in written[2:-1]:
        raise ValueError(f"front matter does not read back: {value!r:.200}")
    return written[2:-1]


@cache
def _dumper() -> type:
    """A safe dumper that quotes every text."""
    quoting = type("Quoting", (getattr(yaml, "CSafeDumper", yaml.SafeDumper),), {})
    yaml.add_representer(str, lambda dumper, text: dumper.represent_scalar(_TEXT, text, style='"'), Dumper=quoting)
    return quoting
