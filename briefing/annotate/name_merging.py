"""Which mentions of an article name the same person, place or organisation.

A surname joins the nearest full name; given names may differ by a letter or be a nickname when the surnames agree;
acronyms join what they were introduced for; a short form joins the longer one where the tail is a single plain word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from briefing.annotate.name_groups import Group, Place, place
from briefing.annotate.name_kinds import surname, without_accents, without_letters
from briefing.annotate.name_short_forms import join_short_forms
from briefing.annotate.name_spans import Candidate
from briefing.annotate.name_trimming import PARTICLES
from briefing.lexicon.names import (
    demonyms,
    gender_of,
    given_names,
    known_key,
    known_name,
    nicknames,
    without_capitals,
    without_firm,
)
from briefing.model import Kind


def merge(candidates: Sequence[Candidate], kinds: Mapping[str, Kind], acronyms: Mapping[str, str]) -> list[Group]:
    """Groups by first mention. ``kinds`` gives each surface its kind; ``acronyms`` each acronym the name it is for."""
    named = [candidate for candidate in candidates if candidate.text in kinds]
    people = _merge_people([c for c in named if kinds[c.text] == "person"])
    rest = [c for c in named if kinds[c.text] != "person"]
    organisations = _merge_by_key([c for c in rest if kinds[c.text] == "organisation"], "organisation", acronyms)
    places = _merge_by_key([c for c in rest if kinds[c.text] == "place"], "place", acronyms)
    groups = [*people, *organisations, *places]
    return sorted(groups, key=lambda group: place(group.members[0]))


def same_person(one: str, other: str) -> bool:
    """Whether two full names, given name first, may be one person's."""
    if surname(one) != surname(other):
        return False
    if not _agree(_middle(one), _middle(other)):
        return False
    first, second = _given(one), _given(other)
    if first == second or not first or not second:
        return first == second
    if second in nicknames().get(first, ()):
        return True
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return min(len(first), len(second)) > 3 and DamerauLevenshtein.distance(first, second) == 1


def _given(name: str) -> str:
    return without_accents(re.sub(r"[.'’]", "", name.split()[0].lower()))


def _middle(name: str) -> str:
    """The initials between given name and surname: 'HW' of 'George H.W. Bush'."""
    words = [word for word in without_letters(name).split()[1:-1] if word.lower() not in PARTICLES]
    return "".join(letter for word in words for letter in re.findall(r"[A-Z](?=\.)|^[A-Z]", word))


def _agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _is_full(text: str) -> bool:
    if re.fullmatch(r"M\.? [A-Z][\w'’-]+", text):
        return False  # 'Monsieur'
    return len([word for word in text.split() if word.lower() not in PARTICLES or word in given_names()]) > 1


def _merge_people(candidates: Sequence[Candidate]) -> list[Group]:
    groups = _merge_full_names([candidate for candidate in candidates if _is_full(candidate.text)])
    standing: dict[str, list[tuple[Place, Group]]] = {}  # surname to where the full names with it stand
    for group in groups:
        for member in group.members:
            standing.setdefault(surname(member.text), []).append((place(member), group))
    for places in standing.values():
        places.sort(key=lambda pair: pair[0])
    beginning = _by_first_word(groups)
    alone: dict[str, Group] = {}
    alone_before: dict[str, set[int]] = {}  # surname to whom it has meant by itself
    for candidate in (c for c in candidates if not _is_full(c.text) and not _shares_surname(c, groups)):
        named = surname(candidate.text)
        bearers = [(at, group) for at, group in standing.get(named, []) if _may_be(group, candidate.gender)]
        full = _bearer(candidate, bearers, alone_before.get(named, ())) or beginning.get(candidate.text)
        if full is not None or named not in standing:
            if full is not None:
                alone_before.setdefault(named, set()).add(id(full))
            (full or alone.setdefault(named, Group("person"))).members.append(candidate)
    groups += alone.values()
    for group in groups:
        group.members.sort(key=place)
    return groups


def _shares_surname(first: Candidate, groups: Sequence[Group]) -> bool:
    """'Mark' in 'Mark and Patricia Lind', who is nobody named Mark elsewhere."""
    beside = first.paragraph, first.end + len(" and ")
    return first.text in given_names() and any(place(member) == beside for group in groups for member in group.members)


def _merge_full_names(candidates: Sequence[Candidate]) -> list[Group]:
    groups: dict[str, Group] = {}  # by the first surface met
    by_surface: dict[str, Group] = {}
    by_surname: dict[str, list[str]] = {}
    for candidate in candidates:
        if candidate.text not in by_surface:
            near = by_surname.setdefault(surname(candidate.text), [])
            same = next((other for other in near if same_person(candidate.text, other)), candidate.text)
            near.append(candidate.text)
            by_surface[candidate.text] = by_surface.get(same) or groups.setdefault(same, Group("person"))
        by_surface[candidate.text].members.append(candidate)
    return list(groups.values())


def _bearer(candidate: Candidate, standing: Sequence[tuple[Place, Group]], meant: Collection[int]) -> Group | None:
    """Whom a surname alone means: the one whose full name stands nearest before it, else the first after it.

    Of several bearers nobody, where the article gives another's full name more often than the nearest, or where two
    that it gives as often stand in the nearest's paragraph; but whom alone the surname has ``meant`` before, it still
    means if the article gives no full name more often.
    """
    if not standing:
        return None
    before = bisect_left(standing, place(candidate), key=lambda pair: pair[0])
    (paragraph, _), nearest = standing[max(0, before - 1)]
    times = Counter(id(group) for _, group in standing)
    beside = {id(group) for at, group in standing[:before] if at[0] == paragraph}
    most = max(times.values())
    alone = sum(times[one] == most for one in beside | {id(nearest)}) == 1
    if alone and times[id(nearest)] == most:
        return nearest
    main = [group for group in {id(group): group for _, group in standing}.values() if times[id(group)] == most]
    still = [group for group in main if id(group) in meant]
    return still[0] if len(still) == 1 else None


def _may_be(group: Group, gender: str) -> bool:
    """Whether a form of address fits somebody's given name: 'Mr. Clinton' is not Hillary Clinton."""
    known = {
        gender_of(text.split()[0]) for text in group.surfaces() if _is_full(text) and text.split()[0] in given_names()
    }
    return not gender or not known or bool(known & {gender, None})


def _by_first_word(groups: Sequence[Group]) -> dict[str, Group]:
    """First words that begin one person's name alone: 'Xi' of 'Xi Jinping', a child called by the given name."""
    found: dict[str, list[Group]] = {}
    for group in groups:
        for word in sorted({text.split()[0] for text in group.surfaces()}):
            found.setdefault(word, []).append(group)
    return {word: those[0] for word, those in found.items() if len(those) == 1}


def _merge_by_key(candidates: Sequence[Candidate], kind: Kind, acronyms: Mapping[str, str]) -> list[Group]:
    groups: dict[str, Group] = {}
    for candidate in candidates:
        key = known_key(acronyms.get(candidate.text) or acronyms.get(without_firm(candidate.text), candidate.text))
        groups.setdefault(key, Group(kind)).members.append(candidate)
    join_short_forms(groups, kind)
    return list(groups.values())


def _spells(surface: str, name: str) -> bool:
    """Whether a place's surface is its name in another spelling, which is then called as its text does: 'San Jose'."""
    one, other = without_accents(surface.lower()), without_accents(name.lower())
    near = one[0] == other[0] and DamerauLevenshtein.distance(one, other) < 3
    return not surface.isupper() and len(one.split()) == len(other.split()) and len(one) > 4 and near


def _names_all(text: str, counts: Mapping[str, int]) -> bool:
    """Whether a known name is that of the whole group: not 'Congress' beside 'Indian National Congress'."""
    known = known_name(text)
    if known is None or any(f"{text} of " in other for other in counts):
        return False
    before = [other[: -len(text)].strip() for other in counts if other.endswith(f" {text}")]
    return not any(words in demonyms() or words.endswith(" National") for words in before)


def fullest(group: Group) -> str:
    """The name to call a group by: a known one, of people the most frequent full name, of organisations the longest."""
    counts = group.surfaces()
    if group.kind == "place" or len(counts) > 1:
        known = next((known_name(text) for text in counts if _names_all(text, counts)), None)
        if known and known.kind == group.kind and (known.kind == "place" or known.name in counts):
            own = [text for text in counts if _spells(text, known.name)]
            return known.name if known.name in counts or not own else own[0]
    if group.kind == "place":
        called = min(counts, key=lambda text: (text.isupper(), -counts[text], text))
        return without_capitals(called) if any(member.sure for member in group.members) else called
    if group.kind == "person":
        return without_letters(
            min(
                counts,
                key=lambda text: (not _is_full(text), text.isupper(), -counts[text], -len(text), text.isascii(), text),
            )
        )
    bare = {without_firm(text): count for text, count in counts.items()}
    capitals = {text.upper() for text in bare if not text.isupper()}
    return min(bare, key=lambda text: (-len(text.split()), text in capitals, -bare[text], text))
