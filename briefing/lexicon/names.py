"""What the words of names tell: given names and nicknames, titles and roles, the words that firms and places end in.

Names are matched as written, words in lower case. All tables are of our own writing and shipped beside this module.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from briefing.lexicon.word_weights import is_noun, share
from briefing.model import Kind

_COMMON = 0.002  # share of documents that hold a word which is no name by itself


class KnownName(NamedTuple):
    """A name that needs no introduction. ``ambiguous``: its surface is as often something else, a person or a word."""

    name: str
    kind: Kind
    ambiguous: bool


@cache
def known_names() -> Mapping[str, KnownName]:
    """Surface as written to the place or organisation it stands for."""
    return _listed("names_organisations.tsv", "organisation") | _listed("places.tsv", "place")


@cache
def places_or_firms() -> frozenset[str]:
    """Known places after which a firm is called: 'the Amazon' is the one, 'Amazon' the other."""
    firms, places = _listed("names_organisations.tsv", "organisation"), _listed("places.tsv", "place")
    return frozenset(firms.keys() & places.keys())


@cache
def _listed(file: str, kind: Kind) -> dict[str, KnownName]:
    return {
        surface.rstrip("~"): KnownName(name.rstrip("~"), kind, surface.endswith("~"))
        for name, surfaces, _ in _rows(file)
        for surface in (name, *surfaces)
    }


_FIRM = re.compile(
    r"[,\s]+(?:Inc|INC|Incorporated|Ltd|LTD|Limited|LLC|LLP|PLC|Plc|plc|AG|KGaA|GmbH|Kft|Zrt|Srl|Oy|AS|SA|S\.A|NV|N\.V|SE|SpA|AB|ASA|Oyj|Pty"
    r"|KK|BV|B\.V|hf|ehf|A/S|a\.s\.?|ApS|Ltda|Lda|SL|SGPS|SGPS SA|Bhd|Sdn Bhd|Tbk|Pte|Pte Ltd|SAS|SARL|Sarl|Sp\. z o\.o"
    r"|JSC|PJSC|OAO|OOO|SA de CV|SAB de CV|S\.A\. de C\.V|Pvt|Pvt Ltd|LP|L\.P|Hldgs|DAC)\.?$"
)
_FIRM_BEFORE = re.compile(r"^(?:OAO|OOO|ZAO|PAO|OJSC|PJSC|JSC|NAK|PT|VEB)\s(?=[A-Z])")
_COMPANY = re.compile(r"(?:,|\s|&)+(?:Corp|CORP|Corporation|Co|CO|Company)\.?$")


@lru_cache(maxsize=1 << 16)
def without_firm(surface: str) -> str:
    """A firm's name without its legal form: 'Apple Inc.' is 'Apple'."""
    bare = _FIRM_BEFORE.sub("", _FIRM.sub("", surface))
    plain = " " not in bare and (
        is_noun(bare.lower()) or bare.endswith("ing")
    )  # 'Wrestling Inc' without 'Inc' is the sport
    return surface if not bare or (plain and bare not in known_names()) else bare


@lru_cache(maxsize=1 << 16)
def without_form(surface: str) -> str:
    """A firm's name without its legal form and without 'Company': 'Tarlow' of 'Tarlow Co., Ltd.'."""
    bare = without_firm(surface)
    return _COMPANY.sub("", bare) or bare


def known_name(surface: str) -> KnownName | None:
    """The known name that a surface stands for, also in capitals: 'JAPAN'."""
    found = known_names().get(surface) or known_names().get(re.sub(r"^(?:City|State) of ", "", surface))
    return found or known_names().get(without_capitals(surface))


def without_capitals(surface: str) -> str:
    """A surface of capitals as it is written elsewhere: 'JAPAN' is 'Japan', 'NATO' may be."""
    return surface.title() if surface.isupper() and len(surface) > 3 else surface


def known_firm(surface: str) -> KnownName | None:
    """The known organisation that a surface with a legal form stands for: 'Boeing Co.'."""
    bare = without_form(surface)
    known = known_names().get(bare) if bare != surface else None
    return known if known and known.kind == "organisation" else None


_OFFICE = re.compile(r"^(Department|Ministry) of (?:the )?(\w+)$")  # 'Ministry of Defence' is the 'Defence Ministry'


@lru_cache(maxsize=1 << 16)
def known_key(surface: str) -> str:
    """What surfaces of one place or organisation share, in lower case: 'U.S. Army', 'United States Army', 'Finns'."""
    surface = re.sub(r"^[Tt]he\s+", "", surface.replace("’", "'"))
    known = known_name(surface) or known_firm(surface)
    name = known.name if known else nation_of().get(without_capitals(surface))
    if name:
        return name.lower()
    first, _, rest = _OFFICE.sub(r"\2 \1", without_form(surface)).partition(" ")
    opening = known_names().get(first)
    if rest and opening and not opening.ambiguous:
        first = opening.name
    return re.sub(r"\.(?=\w\.|\s|$)", "", re.sub(r"\s+(?:&|and)\s+", " and ", f"{first} {rest}".strip())).lower()


@cache
def demonyms() -> frozenset[str]:
    """Words for the people and things of a place, and their plurals: Israeli, Israelis, Irishman, Irishmen."""
    return frozenset(nation_of())


@cache
def nation_of() -> Mapping[str, str]:
    """Word for the people and things of a place, or its plural, to the place."""
    rows = [(name.rstrip("~"), word) for name, _, row in _rows("places.tsv") for word in row]
    return {form: name for name, word in reversed(rows) for form in (word, word + "s", re.sub("man$", "men", word))}


@cache
def nations() -> frozenset[str]:
    """Places whose people have a word of their own: Finland."""
    return frozenset(name.rstrip("~") for name, _, words in _rows("places.tsv") if words)


@cache
def given_names() -> frozenset[str]:
    """What a person's name begins with: given names, and family names where these stand first."""
    return frozenset(_words("names_given.txt")) | family_names()


@cache
def family_names() -> frozenset[str]:
    """Family names that stand before the given name."""
    return frozenset(_words("names_family.txt"))


@cache
def gender_of(given_name: str) -> str | None:
    """ "f" or "m" for a known given name that only women or only men bear."""
    found = next((gender for gender in ("e", "f", "m") if given_name in _genders()[gender]), "e")
    return None if found == "e" else found


@cache
def _genders() -> Mapping[str, frozenset[str]]:
    return {gender: frozenset(names) for gender, names, _ in _rows("names_gender.tsv", " ")}


@cache
def surnames() -> frozenset[str]:
    """Surnames that name hardly anything but people."""
    return frozenset(_words("names_surnames.txt"))


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
def speaker_words() -> Mapping[str, frozenset[str]]:
    """Words in lower case for who speaks without a name: by kind, see ``speakers.tsv``."""
    return {kind: frozenset(words) for kind, words, _ in _rows("speakers.tsv", " ")}


@cache
def speech_forms(language: str) -> Mapping[str, tuple[str, ...]]:
    """How a language that is not parsed introduces speech: forms by kind (verb, by, article …); empty if unknown."""
    rows = (line.split("\t") for line in _lines("speech_verbs_other.tsv"))
    return {kind: tuple(forms.split("|")) for code, kind, forms in rows if code == language}


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


@lru_cache(maxsize=1 << 16)
def names_alone(word: str) -> bool:
    """Whether a word says nothing but a name: neither a word of the language nor a place, a forename or a kind's."""
    taken = word in known_names() or word in never_names() or word in kind_words() or word in given_names()
    plain = is_noun(word.lower()) or share(word.lower()) > _COMMON or word in demonyms()
    return len(word) > 2 and word[0].isupper() and not (taken or plain)


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
