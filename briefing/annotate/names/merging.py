"""Which mentions of an article name the same person, place or organisation.

Acronyms join what they were introduced for; a short form joins the longer one where the tail is a single plain word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from briefing.annotate.names.agreement import agreed
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.full_names import is_full
from briefing.annotate.names.groups import Group, place
from briefing.annotate.names.people import merge_people
from briefing.annotate.names.short_forms import join_short_forms
from briefing.annotate.names.surnames import without_accents, without_letters
from briefing.lexicon.names import (
    demonyms,
    known_key,
    known_name,
    without_capitals,
    without_firm,
)
from briefing.model import KINDS, Kind

_AT_HOME = frozenset(["United States", "United Kingdom"])  # whose bodies are known without it


def merge(candidates: Sequence[Candidate], kinds: Mapping[str, Kind], acronyms: Mapping[str, str]) -> list[Group]:
    """Groups by first mention. ``kinds`` gives each surface its kind; ``acronyms`` each acronym the name it is for."""
    named = [candidate for candidate in candidates if candidate.text in kinds]
    kinds = agreed(named, kinds, acronyms)
    of_kind = {kind: [c for c in named if (c.kind if c.sure else kinds[c.text]) == kind] for kind in KINDS}
    people = merge_people(of_kind["person"])
    organisations = _merge_by_key(of_kind["organisation"], "organisation", acronyms)
    places = _merge_by_key(of_kind["place"], "place", acronyms)
    groups = [*people, *organisations, *places]
    return sorted(groups, key=lambda group: place(group.members[0]))


def _merge_by_key(candidates: Sequence[Candidate], kind: Kind, acronyms: Mapping[str, str]) -> list[Group]:
    groups: dict[str, Group] = {}
    for candidate in candidates:
        key = known_key(acronyms.get(candidate.text) or acronyms.get(without_firm(candidate.text), candidate.text))
        key += " state" if candidate.state else ""
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
    if known is None or any(f"{text} {joint} " in other for other in counts for joint in ("of", "for")):
        return False
    before = [other[: -len(text)].strip() for other in counts if other.endswith(f" {text}")]
    owners = (known_name(words) for words in before)
    others = any(owner and owner.kind == "place" and owner.name not in _AT_HOME for owner in owners)
    return not others and not any(words in demonyms() or words.endswith(" National") for words in before)


def _ends_another(text: str, others: Iterable[str]) -> bool:
    """Whether a name is another's without what stands before: 'Rivera Lind' of 'Tomás Rivera Lind'."""
    return any(other.endswith(f" {text}") and is_full(text) for other in others)


def fullest(group: Group) -> str:
    """The name to call a group by: a known one, of people the most frequent full name, of organisations the longest."""
    counts = group.surfaces()
    if group.members[0].state and (state := known_name(group.members[0].text)):
        return f"{state.name} State"
    shouted = all(text.isupper() and " " in text for text in counts)
    if group.kind == "place" or len(counts) > 1 or shouted:
        known = next((known_name(text) for text in counts if _names_all(text, counts)), None)
        if known and known.kind == group.kind and (known.kind == "place" or known.name in counts or shouted):
            own = [text for text in counts if _spells(text, known.name)]
            return known.name if known.name in counts or not own else own[0]
    if group.kind == "place":
        called = min(counts, key=lambda text: (text.isupper(), -counts[text], text))
        return without_capitals(called) if any(member.sure for member in group.members) else called
    if group.kind == "person":
        return without_letters(
            min(
                counts,
                key=lambda text: (
                    not is_full(text),
                    _ends_another(text, counts),
                    text.isupper(),
                    -counts[text],
                    -len(text),
                    text.isascii(),
                    text,
                ),
            )
        )
    bare = {without_firm(text): count for text, count in counts.items()}
    capitals = {text.upper() for text in bare if not text.isupper()} | {text for text in bare if _is_capital_town(text)}
    return min(bare, key=lambda text: (-len(text.split()), text in capitals, -bare[text], text))


def _is_capital_town(text: str) -> bool:
    """'BALTIMORE', of the club that plays there."""
    known = known_name(text) if text.isupper() else None
    return known is not None and known.kind == "place"
