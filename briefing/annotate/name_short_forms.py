"""Which organisations and buildings of an article are short for a longer name in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.name_groups import Group, place
from briefing.annotate.name_kinds import is_forename, without_letters
from briefing.annotate.name_spans import Candidate
from briefing.lexicon.names import demonyms, given_names, kind_words, known_names, never_names, without_form
from briefing.lexicon.word_weights import is_noun, share
from briefing.model import Kind

_TRADES = frozenset(
    "Airlines Airways Group Computer Computers Holdings Holding Motors Motor Corporation Corp. Corp Company Co. Foods"
    " Industries Technologies Pharmaceuticals Entertainment International Aircraft Software Electronics Stores"
    " Communications Telecommunications Securities Systems Oil Steel Energy Electric Insurance Brands".split()
)
_PLAIN = 0.002  # share of documents that hold a word which is no name by itself
_MONEY = frozenset("Capital Management Partners Financial Asset Investment Investments Advisors Ventures".split())
_BODIES = frozenset("Party Bank Magazine Network Movement Front Foundation Trust Club Coalition Brigade".split())


def short_forms(candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> list[Candidate]:
    """What people and firms are called by afterwards, where that is no word: 'Lind' of Ada Lind, 'Veldra' of Veldra
    Holdings."""
    found = []
    for candidate in candidates:
        words, kind = without_letters(candidate.text).split(), kinds[candidate.text]
        firm = kind == "organisation" and words[-1] in _TRADES | _MONEY
        short = words[-1] if kind == "person" else words[0] if firm else ""
        named = short in known_names() or short in never_names() or short in kind_words() or short in given_names()
        plain = is_noun(short.lower()) or share(short.lower()) > _PLAIN
        if len(words) > 1 and len(short) > 3 and short[0].isupper() and not (plain or named):
            found.append(replace(candidate, text=short, kind=kind))
    return found


def join_short_forms(groups: dict[str, Group], kind: Kind) -> None:
    """'Northrop' joins 'Northrop Grumman', 'Air Force' 'U.S. Air Force'; 'White House' no 'White House … Council'."""
    for key in sorted(groups, key=lambda key: (len(key), key)):
        fits = _is_short_for if kind == "organisation" else _is_short_place
        longer = [other for other in sorted(groups) if fits(groups[key], groups[other], key, other)]
        if len(longer) == 1:
            into = groups[longer[0]]
            into.members = sorted(into.members + groups.pop(key).members, key=place)


def _is_short_for(short: Group, longer: Group, key: str, other: str) -> bool:
    """Whether the longer name is the shorter one with its nation before it, or goes on with what is no name by itself.

    A word of trade may follow ('Fiat Group'), or, where the longer name came first, any other single word.
    """
    longer_first = place(_opening(longer)) < place(_opening(short))
    if key == "house" and re.match(r"(?:u\.?s\.? |united states )?house of ", other):
        return True
    if other.endswith(f" {key}"):
        ends = [text for text in map(without_form, longer.surfaces()) if text.lower().endswith(f" {key}")]
        firm = any(without_form(text) != text for text in longer.surfaces())
        if firm and all(is_forename(text[: -len(key)].strip()) for text in ends):
            return True
        told = longer_first or (" " in key and not any(word.title() in kind_words() for word in key.split()))
        nation = bool(ends) and all(_is_nation(text[: -len(key)].strip()) for text in ends)
        return (told and nation) or (longer_first and _is_tail(short))
    if longer_first and _goes_on(short, longer):
        return True
    if not other.startswith(f"{key} "):
        return _misspells(key, other, short, longer)
    tails = [without_form(text).split()[len(key.split()) :] for text in longer.surfaces()]
    if all(len(tail) == 1 and tail[0] in _TRADES for tail in tails):
        return True
    if longer_first and any(without_form(text) != text for text in longer.surfaces()):
        return all(len(tail) < 3 for tail in tails)
    known = any(text in known_names() for text in short.surfaces())
    return longer_first and not known and all(_plain_tail(tail) or {*tail} <= _MONEY | _TRADES for tail in tails)


def _is_short_place(short: Group, longer: Group, key: str, other: str) -> bool:
    """'Lind Center' after 'Ada M. Lind Center'."""
    longer_first = place(_opening(longer)) < place(_opening(short))
    return longer_first and other.endswith(f" {key}") and _is_tail(short)


def _is_tail(short: Group) -> bool:
    """Whether the end of a longer name may stand for it: 'Rescue Agency', but neither 'Agency' nor a known name."""
    words = [text.split() for text in short.surfaces()]
    return all(len(w) > 1 and w[-1] in kind_words() and " ".join(w) not in known_names() for w in words)


def _goes_on(short: Group, longer: Group) -> bool:
    """Whether the longer name says of the same body whose it is ('Parliament of Norland') or what ('Harbour Party')."""
    bodies = [text for text in short.surfaces() if text.split()[-1] in kind_words()]
    known = any(text in known_names() for text in short.surfaces())
    for text in longer.surfaces():
        before = next((text.partition(f"{body} of ")[0] for body in bodies if f"{body} of " in text), None)
        before = next((text.partition(f"{body} for ")[0] for body in bodies if f"{body} for " in text), before)
        if before == "" or (before is not None and _is_nation(before.strip())):
            return True
        if known or text.split()[-1] not in _BODIES or text.rpartition(" ")[0] not in short.surfaces():
            return False
    return True


def _opening(group: Group) -> Candidate:
    """The first mention outside headings, which shorten names that the text gives in full."""
    return next((member for member in group.members if not member.weak), group.members[0])


def _is_nation(words: str) -> bool:
    words = words.removesuffix(" National")
    known = known_names().get(words)
    return words in demonyms() or (known is not None and known.kind == "place")


def _misspells(key: str, other: str, short: Group, longer: Group) -> bool:
    """Whether two letters of a name have changed places: 'Chrylser', beside at least as many of 'Chrysler'."""
    if len(key) < 7 or len(key) != len(other) or len(short.members) > len(longer.members) or not key.isascii():
        return False
    swapped = [index for index, (one, two) in enumerate(zip(key, other, strict=True)) if one != two]
    ends = len(swapped) == 2 and swapped[1] == swapped[0] + 1
    return ends and key[swapped[0]] == other[swapped[1]] and key[swapped[1]] == other[swapped[0]]


def _plain_tail(tail: Sequence[str]) -> bool:
    capitals = sum(word[:1].isupper() for word in tail)
    return capitals < 2 and not any(word in kind_words() or word in known_names() for word in tail)
