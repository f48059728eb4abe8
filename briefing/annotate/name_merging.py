"""Which mentions of an article name the same person, place or organisation.

A surname joins the nearest full name; given names may differ by a letter or be a nickname when the surnames agree;
acronyms join what they were introduced for; a short form joins the longer one where the tail is a single plain word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import DamerauLevenshtein

from briefing.annotate.name_kinds import surname, without_letters
from briefing.annotate.name_spans import Candidate
from briefing.annotate.name_trimming import PARTICLES
from briefing.lexicon.names import kind_words, known_key, known_names, nicknames, without_firm
from briefing.model import Kind

Place = tuple[int, int]  # paragraph and offset


def place(candidate: Candidate) -> Place:
    return candidate.paragraph, candidate.start


@dataclass(slots=True)
class Group:
    """Mentions of one name, in the order of the text; grows while an article is read."""

    kind: Kind
    members: list[Candidate] = field(default_factory=list)

    def surfaces(self) -> dict[str, int]:
        counts: dict[str, int] = {}
        for member in self.members:
            counts[member.text] = counts.get(member.text, 0) + 1
        return counts


def merge(candidates: Sequence[Candidate], kinds: Mapping[str, Kind], acronyms: Mapping[str, str]) -> list[Group]:
    """Groups by first mention. ``kinds`` gives each surface its kind; ``acronyms`` each acronym the name it is for."""
    named = [candidate for candidate in candidates if candidate.text in kinds]
    people = _merge_people([c for c in named if kinds[c.text] == "person"])
    rest = [c for c in named if kinds[c.text] != "person"]
    organisations = _merge_by_key([c for c in rest if kinds[c.text] == "organisation"], "organisation", acronyms)
    places = _merge_by_key([c for c in rest if kinds[c.text] == "place"], "place", {})
    groups = [*people, *organisations, *places]
    return sorted(groups, key=lambda group: place(group.members[0]))


def same_person(one: str, other: str) -> bool:
    """Whether two full names, given name first, may be one person's."""
    if surname(one) != surname(other):
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
    return re.sub(r"[.'’]", "", name.split()[0].lower())


def _is_full(text: str) -> bool:
    return len([word for word in text.split() if word.lower() not in PARTICLES]) > 1


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
    for candidate in (c for c in candidates if not _is_full(c.text)):
        named = surname(candidate.text)
        full = _nearest(candidate, standing.get(named, [])) or beginning.get(candidate.text)
        (full or alone.setdefault(named, Group("person"))).members.append(candidate)
    groups += alone.values()
    for group in groups:
        group.members.sort(key=place)
    return groups


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


def _nearest(candidate: Candidate, standing: Sequence[tuple[Place, Group]]) -> Group | None:
    """The group whose full name stands nearest before the candidate, else the one that comes first after it."""
    if not standing:
        return None
    before = bisect_left(standing, place(candidate), key=lambda pair: pair[0])
    return standing[max(0, before - 1)][1]


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
        key = known_key(acronyms.get(candidate.text, candidate.text))
        groups.setdefault(key, Group(kind)).members.append(candidate)
    if kind == "organisation":
        _join_short_forms(groups)
    return list(groups.values())


def _join_short_forms(groups: dict[str, Group]) -> None:
    """'Northrop' joins 'Northrop Grumman', 'White House' never 'White House National Security Council'."""
    keys = sorted(groups)
    for index in range(len(keys) - 1, -1, -1):
        key = keys[index]
        longer = [other for other in keys[index + 1 : index + 3] if other.startswith(key + " ") and other in groups]
        if len(longer) == 1 and _is_short_for(groups[key], groups[longer[0]], len(key.split())):
            into = groups[longer[0]]
            into.members = sorted(into.members + groups.pop(key).members, key=place)


def _is_short_for(short: Group, longer: Group, words: int) -> bool:
    """Whether the longer name came first and goes on with one word that means nothing by itself."""
    if place(longer.members[0]) > place(short.members[0]) or any(text in known_names() for text in short.surfaces()):
        return False
    return all(_plain_tail(text.split()[words:]) for text in longer.surfaces())


def _plain_tail(tail: Sequence[str]) -> bool:
    capitals = sum(word[:1].isupper() for word in tail)
    return capitals < 2 and not any(word in kind_words() or word in known_names() for word in tail)


def fullest(group: Group) -> str:
    """The name to call a group by: of people the most frequent full name, of organisations the longest surface."""
    counts = group.surfaces()
    if group.kind == "place":
        known = next((known_names()[text] for text in counts if text in known_names()), None)
        return known.name if known else min(counts, key=lambda text: (-counts[text], text))
    if group.kind == "person":
        return without_letters(min(counts, key=lambda text: (not _is_full(text), -counts[text], -len(text), text)))
    bare = {without_firm(text): count for text, count in counts.items()}
    return min(bare, key=lambda text: (-len(text.split()), -bare[text], text))
