"""Which mentions of an article name the same person.

Full names are one person's where given name and surname agree, a shorter one where its words stand in a longer. A
surname alone is somebody who bears it: the one whom it has meant before, sooner than a relative named in passing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from briefing.annotate.name_groups import Group, Place, place
from briefing.annotate.name_kinds import surname, without_accents, without_letters
from briefing.annotate.name_spans import Candidate
from briefing.annotate.name_trimming import PARTICLES
from briefing.lexicon.names import gender_of, given_names, nicknames

_JOINTS = PARTICLES | {"e", "y", "i", "arap"}
_GENERATION = re.compile(r"(?<=\w),? (?:Jr|Sr)\.?(?=$|\s)| [IVX]+$")
_FAMILY_FIRST = re.compile(r"^[A-Z]\w+ [A-Z]\w+-[a-z]\w+$")  # 'Kim Dae-jung'
_NICKNAME = re.compile(r" [\"“‘'(](\w[\w' -]*)[\"”’')](?= )")

Standing = list[tuple[Place, Group]]  # where full names stand that a shorter one may mean, in the order of the text


def merge_people(candidates: Sequence[Candidate]) -> list[Group]:
    """Groups of the mentions, each group's in the order of the text; a mention that may mean several is left out."""
    groups = _merge_full_names([candidate for candidate in candidates if is_full(candidate.text)])
    standing, beginning = _by_surname(groups), _by_first_name(groups)
    alone: dict[str, Group] = {}
    alone_before: dict[str, list[int]] = {}  # surname to whom it has meant by itself, each time
    for candidate in (c for c in candidates if not is_full(c.text)):
        named = surname(candidate.text)
        bearers = [(at, group) for at, group in standing.get(named, []) if _may_be(group, candidate.gender)]
        another = _is_another(candidate, bearers, alone.get(named))
        bearers = [] if another else bearers
        full = _bearer(candidate, bearers, alone_before.get(named, ())) or beginning.get(folded(candidate.text))
        partner = _partner(candidate, groups)
        if full is not None and not candidate.gender:
            alone_before.setdefault(named, []).append(id(full))
        if (full is not None or another or named not in standing) and _of_one_surname(full, partner):
            (full or alone.setdefault(named, Group("person"))).members.append(candidate)
    groups += alone.values()
    for group in groups:
        group.members.sort(key=place)
    return groups


def is_full(text: str) -> bool:
    if re.fullmatch(r"M\.? [A-Z][\w'’-]+", text):
        return False  # 'Monsieur'
    return len([word for word in text.split() if word.lower() not in _JOINTS or word in given_names()]) > 1


@cache
def _given_folded() -> frozenset[str]:
    return frozenset(folded(name) for name in given_names())


def folded(word: str) -> str:
    return without_accents(re.sub(r"[.'’]", "", word.lower()))


# ----------------------------------------------------------------------------------------------------------- full names


def same_person(one: str, other: str) -> bool:
    """Whether two full names, given name first, may be one person's."""
    if _generation(one) != _generation(other) and _generation(one) and _generation(other):
        return False
    first, second = _given(one), _given(other)
    if surname(one) != surname(other):
        return first == second and _misspells(surname(one), surname(other), 5)
    if not _agree(_middle(one), _middle(other)):
        return False
    if first == second or not first or not second:
        return first == second
    if second in nicknames().get(first, ()):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return _spelt_alike(first, second) and not _of_two_sexes(one, other)


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


def _consonants(name: str) -> str:
    return re.sub(r"(.)\1", r"\1", name[0] + re.sub(r"[aeiouy]", "", name[1:]))


def _of_two_sexes(one: str, other: str) -> bool:
    """'Paul' and 'Paula' are two people."""
    return {gender_of(one.split()[0]), gender_of(other.split()[0])} == {"f", "m"}


def _merge_full_names(candidates: Sequence[Candidate]) -> list[Group]:
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


def _words(name: str) -> tuple[str, ...]:
    """The words of a name that tell: neither initials nor particles; a nickname is one."""
    plain = without_letters(_GENERATION.sub("", name)).split()
    return tuple(folded(w.strip("\"“”‘’'()")) for w in plain if w.lower() not in _JOINTS and not re.match(r"\w\.", w))


def _within(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name's words stand in a longer name side by side, or as its first and others."""
    if not 1 < len(one) < len(other):
        return False
    runs = (tuple(other[index : index + len(one)]) for index in range(len(other) - len(one) + 1))
    rest = iter(other)
    return tuple(one) in runs or (one[0] == other[0] and all(word in rest for word in one))


# ------------------------------------------------------------------------------------------------------ one word alone


def _by_surname(groups: Sequence[Group]) -> dict[str, Standing]:
    standing: dict[str, Standing] = {}
    for group in groups:
        for member in group.members:
            for word in called_by(member.text):
                standing.setdefault(word, []).append((place(member), group))
    for places in standing.values():
        places.sort(key=lambda pair: pair[0])
    return standing


def called_by(name: str) -> Iterator[str]:
    """The surname, the first of two surnames, and a family name that goes first: 'Lind' of 'Tomás Lind Orva'."""
    yield surname(name)
    words, telling = name.split(), _words(name)
    if len(telling) > 2 and telling[-2] not in _given_folded():
        yield telling[-2]
    if words[0] not in given_names() or _FAMILY_FIRST.search(name):
        yield folded(words[0])


def _by_first_name(groups: Sequence[Group]) -> dict[str, Group]:
    """What one person alone may be called by: 'Xi' of 'Xi Jinping', a child's given name, 'Bob' of Robert Lind."""
    first: dict[str, list[Group]] = {}
    for group in groups:
        for word in sorted({word for text in group.surfaces() for word in first_names(text)}):
            first.setdefault(word, []).append(group)
    other: dict[str, list[Group]] = {}
    for group in groups:
        for word in sorted({word for text in group.surfaces() for word in _second_names(text)}):
            other.setdefault(word, []).append(group)
    return {word: those[0] for word, those in {**other, **first}.items() if len(those) == 1}


def first_names(name: str) -> Iterator[str]:
    yield _given(name)
    if found := _NICKNAME.search(name):
        yield folded(found[1])


def _second_names(name: str) -> Iterator[str]:
    yield from nicknames().get(_given(name), ())
    yield from _words(name)[1:-1]


def _partner(first: Candidate, groups: Sequence[Group]) -> Group | None:
    """Who shares a surname with a given name: Patricia Lind of 'Mark and Patricia Lind'."""
    beside = first.paragraph, first.end + len(" and ")
    of_person = (group for group in groups if any(place(member) == beside for member in group.members))
    return next(of_person, None) if first.text in given_names() else None


def _of_one_surname(person: Group | None, partner: Group | None) -> bool:
    """Whether the partner of a given name lets it be this person: Mark Lind, but not Mark Torv."""
    if partner is None:
        return True
    return person is not None and surname(person.members[0].text) == surname(partner.members[0].text)


def _may_be(group: Group, gender: str) -> bool:
    """Whether a form of address fits somebody's given name: 'Mr. Clinton' is not Hillary Clinton."""
    known = {gender_of(text.split()[0]) for text in group.surfaces() if text.split()[0] in given_names()}
    known |= {member.gender for member in group.members if member.gender and is_full(member.text)}
    return not gender or not known or bool(known & {gender, None})


def _bearer(candidate: Candidate, standing: Standing, meant: Collection[int]) -> Group | None:
    """Whom a surname alone means of those whose full names stand before it, else of all who bear it.

    Relatives are passed over, but where a paragraph names them and nobody else it is not certain. Of others it is whom
    alone the surname has ``meant`` up to a paragraph that names another; else whoever is named nearest.
    """
    before = bisect_left(standing, place(candidate), key=lambda pair: pair[0])
    bearers = _without_relatives(standing[:before] or standing)
    groups = list({id(group): group for _, group in bearers}.values())
    if len(groups) > 1:
        nearest = bearers[-1 if before else 0]
        told = [group for group in groups if id(group) in meant]
        settled = nearest[0][0] < candidate.paragraph and id(nearest[1]) not in meant
        return told[0] if len(told) == 1 and settled else _nearest(candidate, standing, bearers, told)
    beside = {id(group) for at, group in standing[:before] if at[0] == candidate.paragraph}
    certain = groups and (not beside or any(m.paragraph == candidate.paragraph for m in groups[0].members))
    return groups[0] if certain else None


def _is_another(candidate: Candidate, bearers: Standing, alone: Group | None) -> bool:
    """Whether a surname is of somebody without a full name in the text but a relative's: 'his son Jan Lind'."""
    early = bool(bearers) and place(candidate) < bearers[0][0]
    return (early or alone is not None) and bool(bearers) and all(group.members[0].relative for _, group in bearers)


def _without_relatives(standing: Standing) -> Standing:
    """Where others are named than 'his wife, Ada Lind', if there are others."""
    relatives = {id(group) for _, group in standing if group.members[0].relative}
    return [pair for pair in standing if id(pair[1]) not in relatives] or standing


def _nearest(candidate: Candidate, standing: Standing, bearers: Standing, told: Sequence[Group]) -> Group | None:
    """The bearer named nearest, if the article gives no other's full name more often, nor another's as often in the
    nearest's paragraph; else whom alone the surname has meant, if it is one of those that are named most."""
    before = bisect_left(bearers, place(candidate), key=lambda pair: pair[0])
    (paragraph, _), nearest = bearers[max(0, before - 1)]
    times = Counter(id(group) for _, group in standing)
    beside = {id(group) for at, group in bearers[:before] if at[0] == paragraph}
    most = max(times[id(group)] for _, group in bearers)
    if times[id(nearest)] == most and sum(times[one] == most for one in beside | {id(nearest)}) == 1:
        return nearest
    still = [group for group in told if times[id(group)] == most]
    return still[0] if len(still) == 1 else None
