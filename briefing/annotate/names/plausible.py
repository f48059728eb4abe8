"""Whether a surface can be a name of its kind at all, by its words alone: not a title, a demonym, a law, an office."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.lexicon.names import (
    demonyms,
    given_names,
    kind_words,
    known_names,
    never_names,
    other_words,
    role_nouns,
    title_pattern,
)
from briefing.model import Kind

PARTICLES = frozenset(
    "al el bin ibn bint ben abu von van der den de del della di da do dos das du la le ter ten zu af av arap".split()
)
_LOWER_IN_NAMES = PARTICLES | frozenset("of the and for on in to at with und et des y e".split())
_FOREIGN_MATTER = re.compile(r"[@#$%^=<>{}\[\]\\~_*€£]|(?<!A)/(?!S$)|https?:|www\.|\.(?:com|org|net|gov)\b")
_ARTICLE = re.compile(r"(?:al|el|ad|an|ar|as|at|az|ash)-(?=[A-Z])")  # of Arabic names: 'al-Lind'
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_SURNAMES_TOO = frozenset(["Day", "Law", "Battle"])  # of what else ends an event or a law
_NAMED_EVENTS = frozenset(["Typhoon", "Hurricane", "Cyclone", "Operation", "Exercise"])


def is_plausible(surface: str, kind: Kind) -> bool:
    """Whether the lexicon and the letters of a surface allow it to be a name."""
    words = surface.split()
    if (
        not words
        or not _LATIN.search(surface)
        or len(surface) < 2
        or len(words) > 9
        or len(surface) > 80
        or _FOREIGN_MATTER.search(surface)
    ):
        return False
    if surface not in given_names() and (
        title_pattern().fullmatch(f"{surface} ") or (len(words) == 1 and opens_title(surface))
    ):
        return False
    if (
        surface in never_names()
        or surface in demonyms()
        or not any(_ARTICLE.sub("", word)[:1].isupper() for word in words)
    ):
        return False
    if words[-1].rpartition("-")[2] in demonyms() or words[-1].partition("-")[2] in never_names():
        return False
    if not _of_nation(words) and all(map(_says_no_name, words)):
        return False
    if (
        (_is_other(words) and not (kind == "person" and _is_surnamed(words)))
        or ((kind != "person" or len(words) > 1) and _is_inhabitant_or_letter(words))
        or (kind == "organisation" and _is_office(words))
        or (words[0] == "Project" and kind != "organisation")
    ) and surface not in known_names():
        return False
    if not all(word[:1].isupper() or word.lower() in _LOWER_IN_NAMES or _has_capital(word) for word in words):
        return kind == "organisation" and words[0][:1].isupper() and words[-1][:1].isupper() and len(words) > 2
    opens_low = words[0].islower() and words[0] not in PARTICLES and "-" not in words[0]
    if opens_low or words[-1].lower() in _LOWER_IN_NAMES:
        return False
    if any(char.isdigit() for char in surface):
        return kind == "organisation" and (len(words) > 1 or bool(re.fullmatch(r"[A-Z]+-?\d+", surface)))
    return kind != "person" or sum(word not in PARTICLES for word in words) <= 5


def _says_no_name(word: str) -> bool:
    """'Norlander', 'Democrats', and what several are: 'Representatives'."""
    return word in never_names() or word in demonyms() or (word.endswith("s") and word.lower()[:-1] in role_nouns())


def _of_nation(words: list[str]) -> bool:
    """Whether the words are a nation's body, or a party: 'Canadian Government', which 'Government' alone is not."""
    return len(words) == 2 and (
        words[1] == "Party" or (words[0] in demonyms() and kind_words().get(words[1]) == "organisation")
    )


def _is_other(words: list[str]) -> bool:
    """Whether the words name an event, a law or a work: 'Bastille Day', 'Treaty of Versailles', 'Typhoon Hagibis'."""
    joint = next((i for i, word in enumerate(words) if i and word in ("of", "for", "on")), len(words))
    if len(words) < 2 or (joint < len(words) and words[joint - 1] in kind_words()):
        return False  # 'School of Law'
    return words[0] in _NAMED_EVENTS or words[joint - 1] in other_words() or words[-1] in other_words()


def _is_surnamed(words: list[str]) -> bool:
    """Whether the words are a given name and a surname: 'Doris Day', which is no holiday."""
    return len(words) == 2 and words[0] in given_names() and words[1] in _SURNAMES_TOO


def _is_inhabitant_or_letter(words: list[str]) -> bool:
    """Whether the words are somebody of a place, or one of several that a letter tells apart: 'Oslo[er]', 'Group G'."""
    surface = " ".join(words)
    one = surface.removesuffix("s") if len(words) > 1 else surface  # 'Berliners', but 'Hong Kong[ers]'
    home = known_names().get(one.removesuffix("er")) or known_names().get(one.removesuffix("r"))
    inhabitant = one.endswith("er") and home is not None and home.kind == "place"
    return inhabitant or (len(words) == 2 and words[0] in kind_words() and len(words[1]) == 1)


def _is_office(words: list[str]) -> bool:
    """Whether the words are somebody's office: 'Chair in Norse Studies', 'Norland Institute Research Fellow'."""
    head, last = words[0].lower(), words[-1].lower()
    if len(words) < 3 or words[0] in kind_words():
        return False
    named = opens_title(words[0]) if words[1] == "of" else head in role_nouns() and not head.endswith("s")
    return (named and words[1].lower() in ("of", "in", "for")) or last == "fellow"


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word)


@lru_cache(maxsize=1 << 14)
def opens_title(word: str) -> bool:
    """Whether a title begins with a word, which may have lost its full stop: 'Capt' of 'Capt.'."""
    return bool(title_pattern().match(f"{word} ") or title_pattern().match(f"{word}. "))
