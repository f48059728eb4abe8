"""People's full names: which are one person's, and what somebody may be called by for short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.groups import Group
from briefing.annotate.names.plausible import PARTICLES
from briefing.annotate.names.surnames import surname, without_accents, without_letters
from briefing.lexicon.names import family_names, gender_of, given_names, nicknames

_JOINTS = PARTICLES | {"e", "y", "i"}
_TRANSLITERATED = frozenset(["bin", "ibn", "bint", "al", "el", "abu"])  # of names whose every letter is a spelling
_GENERATION = re.compile(r"(?<=\w),? (?:Jr|Sr)\.?(?=$|\s)| [IVX]+$")
_FAMILY_FIRST = re.compile(r"^[A-Z]\w+ [A-Z]\w+-[a-z]\w+$")  # 'Kim Dae-jung'
_NICKNAME = re.compile(r" [\"“‘'(](\w[\w' -]*)[\"”’')](?= )")


@lru_cache(maxsize=1 << 14)
def is_full(text: str) -> bool:
    if re.fullmatch(r"M\.? [A-Z][\w'’-]+", text):
        return False  # 'Monsieur'
    return len([word for word in text.split() if not _is_joint(word)]) > 1


def _is_joint(word: str) -> bool:
    return word.lower() in _JOINTS and word not in given_names()  # 'Abu Lind'


@cache
def _given_folded() -> frozenset[str]:
    return frozenset(folded(name) for name in given_names() - family_names())


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    return without_accents(re.sub(r"[.'’]", "", word.lower()))


def same_person(one: str, other: str) -> bool:
    """Whether two full names, given name first, may be one person's."""
    if _generation(one) != _generation(other) and _generation(one) and _generation(other):
        return False
    first, second = _given(one), _given(other)
    if surname(one) != surname(other):
        if {*one.split()[1:-1]} & {*other.split()[1:-1]} & _TRANSLITERATED and _misspells(
            surname(one), surname(other), 5
        ):
            return first == second or (_given_folded() >= {first, second} and _misspells(first, second, 5))
        return first == second and _misspells(surname(one), surname(other), 5)
    if not _agree(_middle(one), _middle(other)):
        return False
    if first == second or not first or not second:
        return first == second
    if second in nicknames().get(first, ()):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    short, long = sorted((first, second), key=len)
    cut = len(short) > 3 and long.startswith(short)  # 'Stan' for Stanislav
    return (cut or _spelt_alike(first, second)) and not _of_two_sexes(one, other)


def _generation(name: str) -> str:
    found = _GENERATION.search(name)
    return found[0].strip(" .,") if found else ""


def _given(name: str) -> str:
    return folded(name.split()[0])


def _middle(name: str) -> str:
    """The initials between given name and surname: 'HW' of 'George H.W. Bush'."""
    words = [word for word in without_letters(_GENERATION.sub("", name)).split()[1:-1] if word.lower() not in _JOINTS]
    return "".join(letter for word in words for letter in re.findall(r"[A-Z](?=\.)|^[A-Z]", word))


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _misspells(one: str, other: str, least: int) -> bool:
    return min(len(one), len(other)) >= least and DamerauLevenshtein.distance(one, other, score_cutoff=1) == 1


def _spelt_alike(one: str, other: str) -> bool:
    """Whether given names are one, within a letter or in its vowels: 'Antony', 'Yasir'; 'Wang' and 'Yang' are none."""
    if one[0] != other[0] and not {one, other} & _given_folded():
        return False
    sounds = _consonants(one)
    return _misspells(one, other, 4) or (one[0] == other[0] and len(sounds) > 2 and sounds == _consonants(other))


def vowels_differ(one: str, other: str) -> bool:
    """Whether surnames are one but for a vowel: 'saree' and 'sarea'."""
    return _misspells(one, other, 5) and _consonants(one) == _consonants(other)


def _consonants(name: str) -> str:
    return re.sub(r"(.)\1", r"\1", name[0] + re.sub(r"[aeiouy]", "", name[1:]))


def _of_two_sexes(one: str, other: str) -> bool:
    """'Paul' and 'Paula' are two people."""
    return {gender_of(one.split()[0]), gender_of(other.split()[0])} == {"f", "m"}


def merge_full_names(candidates: Sequence[Candidate]) -> list[Group]:
    groups: dict[str, Group] = {}  # by the first surface met
    by_surface: dict[str, Group] = {}
    by_surname: dict[str, list[str]] = {}
    for candidate in candidates:
        if candidate.text not in by_surface:
            near = by_surname.setdefault(surname(candidate.text)[:1], [])
            same = next((other for other in near if same_person(candidate.text, other)), candidate.text)
            near.append(candidate.text)
            by_surface[candidate.text] = by_surface.get(same) or groups.setdefault(same, Group("person"))
        by_surface[candidate.text].members.append(candidate)
    return _with_shorter(list(groups.values()))


def _with_shorter(groups: Sequence[Group]) -> list[Group]:
    """The groups, those of a shorter name joined with the one longer name that it is of: 'Rivera Lind' of 'Tomás Rivera
    Lind', 'Pedro Lindqui' of 'Pedro R. Lindqui Urrera'."""
    words = {id(group): [_words(text) for text in group.surfaces()] for group in groups}
    kept: list[Group] = []
    for group in groups:
        shorter = words[id(group)]
        longer = [o for o in groups if o is not group and any(_within(s, w) for s in shorter for w in words[id(o)])]
        if len(longer) == 1 and len(group.members) > 0:
            longer[0].members += group.members
        else:
            kept.append(group)
    return kept


@lru_cache(maxsize=1 << 14)
def _words(name: str) -> tuple[str, ...]:
    """The words of a name that tell: neither initials nor particles; a nickname is one."""
    plain = without_letters(_GENERATION.sub("", name)).split()
    return tuple(folded(w.strip("\"“”‘’'()")) for w in plain if not _is_joint(w) and not re.match(r"\w\.", w))


def _within(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name's words stand in a longer name side by side, or as its first and others."""
    if not 1 < len(one) < len(other):
        return False
    runs = (tuple(other[index : index + len(one)]) for index in range(len(other) - len(one) + 1))
    rest = iter(other)
    return tuple(one) in runs or (one[0] == other[0] and all(word in rest for word in one))


def called_by(name: str) -> Iterator[str]:
    """The surname, the first of two surnames, and a family name that goes first: 'Lind' of 'Tomás Lind Orva'."""
    yield surname(name)
    words, telling = name.split(), _words(name)
    if len(telling) > 2 and telling[-2] not in _given_folded():
        yield telling[-2]
    if words[0] not in given_names() or words[0] in family_names() or _FAMILY_FIRST.search(name):
        yield folded(words[0])


def first_names(name: str) -> Iterator[str]:
    yield _given(name)
    if found := _NICKNAME.search(name):
        yield folded(found[1])


def second_names(name: str) -> Iterator[str]:
    yield from nicknames().get(_given(name), ())
    yield from _words(name)[1:-1]
