"""What the words of names tell: given names and nicknames, titles and roles, the words that firms and places end in.

Names are matched as written, words in lower case. All tables are of our own writing and shipped beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from briefing.model import Kind


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name that needs no introduction. ``ambiguous``: its surface is as often something else, a person or a word."""

    name: str
    kind: Kind
    ambiguous: bool


@cache
def known_names() -> Mapping[str, KnownName]:
    """Surface as written to the place or organisation it stands for."""
    known: dict[str, KnownName] = {}
    kinds: tuple[tuple[str, Kind], ...] = (("names_organisations.tsv", "organisation"), ("places.tsv", "place"))
    for file, kind in kinds:
        for name, surfaces, _ in _rows(file):
            for surface in (name, *surfaces):
                known[surface.rstrip("~")] = KnownName(name.rstrip("~"), kind, surface.endswith("~"))
    return known


_FIRM = re.compile(
    r"[,\s]+(?:Inc|Incorporated|Ltd|Limited|LLC|LLP|PLC|plc|AG|GmbH|Kft|Zrt|Srl|Oy|AS|SA|S\.A|NV|N\.V|SE|SpA|AB|ASA|Oyj|Pty"
    r"|KK|BV|B\.V)\.?$"
)
_COMPANY = re.compile(r"(?:,|\s|&)+(?:Corp|Corporation|Co|Company)\.?$")


def without_firm(surface: str) -> str:
    """A firm's name without its legal form: 'Apple Inc.' is 'Apple'."""
    return _FIRM.sub("", surface) or surface


def known_key(surface: str) -> str:
    """What surfaces of one place or organisation share, in lower case: 'U.S. Army', 'United States Army'."""
    surface = re.sub(r"^[Tt]he\s+", "", surface.replace("’", "'"))
    known = known_names().get(surface)
    if known:
        return known.name.lower()
    bare = without_firm(surface)
    first, _, rest = (_COMPANY.sub("", bare) or bare).partition(" ")
    opening = known_names().get(first)
    if rest and opening and not opening.ambiguous:
        first = opening.name
    return re.sub(r"\.(?=\w\.|$)", "", re.sub(r"\s+(?:&|and)\s+", " and ", f"{first} {rest}".strip())).lower()


@cache
def demonyms() -> frozenset[str]:
    """Words for the people and things of a place, and their plurals: Israeli, Israelis, Finn, Finns."""
    words = [word for _, _, row in _rows("places.tsv") for word in row]
    return frozenset(words) | frozenset(word + "s" for word in words)


@cache
def given_names() -> frozenset[str]:
    return frozenset(_words("names_given.txt"))


@cache
def nicknames() -> Mapping[str, frozenset[str]]:
    """Given name in lower case to the others that may stand for it, either way round."""
    pairs: dict[str, set[str]] = {}
    for name, others, _ in _rows("names_nicknames.tsv"):
        group = [name.lower(), *(other.lower() for other in others)]
        for other in group[1:]:
            pairs.setdefault(group[0], set()).add(other)
            pairs.setdefault(other, set()).add(group[0])
    return {name: frozenset(others) for name, others in pairs.items()}


@cache
def title_pattern() -> re.Pattern[str]:
    """One title at the beginning of a text, with the white space behind it."""
    titles = sorted(_lines("titles.txt"), key=lambda title: (-len(title), title))
    return re.compile(rf"(?:{'|'.join(map(re.escape, titles))})\s+", re.IGNORECASE)


@cache
def role_nouns() -> frozenset[str]:
    """Nouns in lower case that head a description of a person: spokesman, minister, analyst."""
    return frozenset(_words("titles_roles.txt"))


@cache
def kind_words() -> Mapping[str, Kind]:
    """Words that end a name of a kind, or head it before "of": Ministry, River."""
    kinds: dict[str, Kind] = {"organisation": "organisation", "place": "place"}
    return {word: kinds[kind] for kind, words, _ in _rows("names_words.tsv", " ") if kind in kinds for word in words}


@cache
def other_words() -> frozenset[str]:
    """Words that end or head the names of events, laws and works: Day, Treaty, Prize."""
    return frozenset(word for kind, words, _ in _rows("names_words.tsv", " ") if kind == "other" for word in words)


@cache
def never_names() -> frozenset[str]:
    """Capitalised words and phrases that name nobody and nothing of our kinds."""
    return frozenset(_lines("names_never.txt"))


def _lines(file: str) -> list[str]:
    text = resources.files(__package__).joinpath(file).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(file: str) -> list[str]:
    return [word for line in _lines(file) for word in line.split()]


def _rows(file: str, separator: str = "|") -> list[tuple[str, list[str], list[str]]]:
    rows = []
    for line in _lines(file):
        first, second, third = (*line.split("\t"), "", "")[:3]
        rows.append((first, [cell for cell in second.split(separator) if cell], third.split("|") if third else []))
    return rows
