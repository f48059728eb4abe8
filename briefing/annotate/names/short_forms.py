"""Which organisations and buildings of an article are short for a longer name in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rapidfuzz.distance import DamerauLevenshtein

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.firms import MONEY, TRADES
from briefing.annotate.names.full_names import is_full
from briefing.annotate.names.groups import Group, place
from briefing.annotate.names.kinds import is_forename
from briefing.annotate.names.plausible import PARTICLES
from briefing.annotate.names.surnames import without_letters
from briefing.annotate.names.teams import CLUB_LETTERS, known_clubs, plays_for
from briefing.lexicon.names import (
    demonyms,
    given_names,
    kind_words,
    known_names,
    names_alone,
    nations,
    without_form,
)
from briefing.lexicon.word_weights import is_noun, share
from briefing.model import Kind

_PLAIN = 0.002  # share of documents that hold a forename which is a word too
_SELDOM = 0.004  # share of documents that hold a surname of somebody in the news
_MOUNTED = re.compile(
    r"(?:mount|mt\.?|lake|river|cape|col|monte|rio) (?:de |di |do )?"
)  # before a name: 'Mount Norham'
_LISTED = 30  # characters from one name of a list to the next
_RARE = 0.04  # share of documents that hold a word which tells one body from another
_BOARDS = frozenset("council committee subcommittee commission board agency panel inquiry airport".split())
PLACES_TOO = frozenset("City House Center Centre Hospital".split())  # by themselves they are no body
_BODIES = frozenset("Party Bank Magazine Network Movement Front Foundation Trust Club Coalition Brigade".split())


def short_forms(candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> list[Candidate]:
    """What people and firms are called by afterwards, where that is no word: 'Lind' of Ada Lind, 'Veldra' of Veldra
    Holdings."""
    found = []
    for candidate in candidates:
        words, kind = without_letters(candidate.text).split(), kinds[candidate.text]
        forms = _of_person(words) if kind == "person" else _of_firm(candidate.text) if kind == "organisation" else ()
        found += [replace(candidate, text=short, kind=kind) for short in forms if len(words) > 1 and len(short) > 3]
    return found


def _of_person(words: Sequence[str]) -> Iterator[str]:
    """Surnames and nicknames, the last with its particle as it opens a sentence too, and the given name: 'Von Lind' of
    'Ada von Lind'."""
    particle = next((n for n, word in enumerate(words) if n and word.lower() in PARTICLES), 0)
    if particle:
        rest = " ".join(words[particle:])
        yield from {rest, rest[0].upper() + rest[1:]}
    if particle > 1 and words[0] in given_names():
        yield " ".join(words[particle - 1 :])
    inner = (word for word in words[1:] if word.lower() not in PARTICLES)
    yield from (word for word in inner if names_alone(word) or (word == words[-1] and _is_rare(word)))
    nicknames = (word.strip('"“”') for word in words[1:-1] if word[0] in '"“')
    yield from (name for name in nicknames if name[:1].isupper() and share(name.lower()) < _PLAIN)
    given = words[0]
    plain = given in known_names() or is_noun(given.lower()) or share(given.lower()) > _PLAIN
    if is_full(" ".join(words)) and not plain and len(given) > 3:
        yield given


def _is_rare(word: str) -> bool:
    """Whether a word is hardly ever met: a surname that a few texts have, which is no word."""
    other = word in known_names() or word in kind_words() or word in demonyms() or is_noun(word.lower())
    return len(word) > 4 and share(word.lower()) < _SELDOM and not other


def _of_firm(text: str) -> Iterator[str]:
    """The name without its legal form, and its first word where a word of trade, a club's letters or a form follow."""
    words, bare = text.split(), without_form(text)
    if bare != text and " " in bare:
        yield bare
    told = bare != text or words[-1] in TRADES | MONEY | CLUB_LETTERS
    yield from (word for word in words[:1] if told and names_alone(word))


def join_short_forms(groups: dict[str, Group], kind: Kind) -> None:
    """'Northrop' joins 'Northrop Grumman', 'Air Force' 'U.S. Air Force'; 'White House' no 'White House … Council'.

    Of several longer names it is the one that the others are short for, or that is no unit of another's ('its unit
    Northrop Marine'), or that was there first.
    """
    for key in sorted(groups, key=lambda key: (len(key), key)):
        fits = _is_short_for if kind == "organisation" else _is_short_place
        longer = [other for other in sorted(groups) if fits(groups[key], groups[other], key, other)]
        whole = [o for o in longer if not any(fits(groups[o], groups[p], o, p) for p in longer if p != o)]
        free = [other for other in whole if not any(member.relative for member in groups[other].members)]
        found = free if len(whole) > 1 else whole
        if len(found) == 1 or (found and kind == "organisation" and " " not in key and _all_trade(found, key)):
            into = groups[min(found, key=lambda other: place(_opening(groups[other])))]
            into.members = sorted(into.members + groups.pop(key).members, key=place)


def _all_trade(longer: Sequence[str], key: str) -> bool:
    """Whether names differ in a word of trade alone: 'Chrysler Group' and 'Chrysler Holding'."""
    return all(other.removeprefix(f"{key} ").title() in TRADES for other in longer)


def _is_short_for(short: Group, longer: Group, key: str, other: str) -> bool:
    """Whether the longer name is the shorter one with its nation before it, or goes on with what is no name by itself.

    A word of trade may follow ('Fiat Group'), or, where the longer name came first, any other single word.
    """
    longer_first = place(_opening(longer)) < place(_opening(short))
    if key != other and (longer_first or other in known_clubs(longer)) and plays_for(short, longer):
        return True
    if key == "house" and re.match(r"(?:u\.?s\.? |united states )?house of ", other):
        return True
    if other == f"{key.removesuffix('s')} party":
        return True  # 'Socialists'
    if other.startswith(f"{key}-") and all(map(names_alone, short.surfaces())):
        return True
    if f" {key} " in f" {other} " and _stands_in(short, longer, key, other, longer_first):
        return True
    if _is_abridged(short, key, other):
        return True
    if longer_first and (_goes_on(short, longer) or _is_body(short, longer)):
        return True
    if other.endswith(f" {key}"):
        return _ends(short, longer, key, longer_first)
    if not other.startswith(f"{key} "):
        return _misspells(key, other, short, longer) or _abbreviates(short, key, other)
    tails = [without_form(text).split()[len(key.split()) :] for text in longer.surfaces()]
    if all(any(word in nations() for word in tail) for tail in tails):
        return False
    if all(len(tail) == 1 and (tail[0] in TRADES or (tail[0] == "News" and len(key) < 5)) for tail in tails):
        return True
    if longer_first and any(without_form(text) != text for text in longer.surfaces()):
        return all(len(tail) < 3 for tail in tails)
    known = _is_known(short)
    return longer_first and not known and all(_plain_tail(tail) or {*tail} <= MONEY | TRADES for tail in tails)


def _ends(short: Group, longer: Group, key: str, longer_first: bool) -> bool:
    """Whether what stands before a short name in the longer one is a founder's given name, or whose the body is."""
    ends = [text for text in map(without_form, longer.surfaces()) if text.lower().endswith(f" {key}")]
    firm = any(without_form(text) != text for text in longer.surfaces())
    if firm and all(is_forename(text[: -len(key)].strip()) for text in ends):
        return True
    plain = key.endswith(" party") or not any(word.title() in kind_words() for word in key.split())
    told = longer_first or (" " in key and plain)
    nation = bool(ends) and all(_is_nation(text[: -len(key)].strip()) for text in ends)
    return (told and nation) or (longer_first and _is_tail(short))


def _is_abridged(short: Group, key: str, other: str) -> bool:
    """Whether a body's name is the longer one without words in its midst or before it, or without whose it is:
    'Export Council' of 'Norland Export Licence Council', 'Lindby Division' of 'Lindby Division of the NR'."""
    one, two = key.split(), other.split()
    if not 1 < len(one) < len(two) or any(text in known_names() for text in short.surfaces()):
        return False
    if other.startswith(f"{key} of "):
        return all(any(names_alone(word) or _is_town(word) for word in text.split()) for text in short.surfaces())
    rest = iter(two)
    own = any(share(word) < _RARE and word.title() not in kind_words() for word in one)
    return own and one[-1] == two[-1] and one[-1] in _BOARDS and all(word in rest for word in one)


def _is_town(word: str) -> bool:
    known = known_names().get(word)
    return known is not None and known.kind == "place"


def _stands_in(short: Group, longer: Group, key: str, other: str, longer_first: bool) -> bool:
    """Whether words of which one is a name by itself stand in a longer one: 'Kukulcan' of 'Seguros Kukulcan SA'.

    It stands before them only where a firm's full name follows soon; and what begins with them and goes on with a
    country is a unit: 'Albex Australia'.
    """
    before, _, after = (part.split() for part in f" {other} ".partition(f" {key} "))
    unit = any(word.title() in nations() for word in after) and not before
    firm = any(without_form(text) != text for text in longer.surfaces()) and not before and len(after) == 1
    whole = any(without_form(text) != text for text in short.surfaces())  # a firm's full name is no short form
    follows = firm and not whole and _opening(longer).paragraph < _opening(short).paragraph + 3
    own = any(names_alone(word) for text in short.surfaces() for word in text.split())
    own = own or (all(map(_is_plural, short.surfaces())) and longer_first)
    return own and not unit and (longer_first or follows)


def _is_plural(text: str) -> bool:
    """Whether a body's members go by one word of its name: 'Tigers' of 'Liberation Tigers of Norland'."""
    return " " not in text and text.endswith("s") and text not in kind_words() and text not in known_names()


def _is_body(short: Group, longer: Group) -> bool:
    """Whether a body goes by what it is: 'Court' of 'Constitutional Court', 'University' of 'University of Norland'."""
    ends = {end for words in map(str.split, longer.surfaces()) for end in (words[-1], head(words))}
    plain = {text for text in short.surfaces() if kind_words().get(text) == "organisation" and text not in PLACES_TOO}
    return plain == short.surfaces().keys() and plain <= ends


def head(words: Sequence[str]) -> str:
    return words[0] if words[1:2] in (["of"], ["for"]) else ""


def _abbreviates(short: Group, key: str, other: str) -> bool:
    """Whether a headline cuts the words of a name short: 'Penska Auto' of 'Penska Automotive Group'."""
    one, two = key.split(), other.split()
    cut = len(one) > 1 and one[0] == two[0] and len(one) <= len(two) and all(len(word) > 3 for word in one)
    return cut and all(m.weak for m in short.members) and all(w.startswith(o) for o, w in zip(one, two, strict=False))


def _is_short_place(short: Group, longer: Group, key: str, other: str) -> bool:
    """'Lind Center' after 'Ada M. Lind Center', 'Washington' for 'Washington, D.C.' but not right beside it."""
    longer_first = place(_opening(longer)) < place(_opening(short))
    if _is_abridged(short, key, other):
        return True
    if other.startswith(f"{key}, "):
        return not any(_beside(one, two) for one in short.members for two in longer.members)
    if not longer_first or not other.endswith(f" {key}"):
        return re.match(rf"{re.escape(key)} d(?:e|el|o|a)s? ", other) is not None and not _is_known(short)
    return _is_tail(short) or (_MOUNTED.fullmatch(other.removesuffix(key)) is not None and names_alone(_own(short)))


def _is_known(group: Group) -> bool:
    return any(text in known_names() for text in group.surfaces())


def _own(group: Group) -> str:
    return group.members[0].text


def _beside(one: Candidate, other: Candidate) -> bool:
    return one.paragraph == other.paragraph and abs(one.start - other.start) < _LISTED


def _is_tail(short: Group) -> bool:
    """Whether the end of a longer name may stand for it: 'Rescue Agency', but neither 'Agency' nor a known name."""
    words = [text.split() for text in short.surfaces()]
    return all(len(w) > 1 and w[-1] in kind_words() and " ".join(w) not in known_names() for w in words)


def _goes_on(short: Group, longer: Group) -> bool:
    """Whether the longer name says of the same body whose it is ('Parliament of Norland') or what ('Harbour Party')."""
    bodies = [text for text in short.surfaces() if text.split()[-1] in kind_words()]
    known = _is_known(short)
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
    """Whether two letters of a name have changed places or a letter of a long word is wrong, beside at least as many
    mentions of the other: 'Chrylser', 'Ministry of Defense'."""
    if len(key) < 7 or len(short.members) > len(longer.members) or not key.isascii():
        return False
    one, two = key.split(), other.split()
    unlike = [(word, twin) for word, twin in zip(one, two, strict=False) if word != twin]
    if len(one) != len(two) or len(unlike) != 1:
        return False
    same = sorted(unlike[0][0]) == sorted(unlike[0][1])
    near = DamerauLevenshtein.distance(*unlike[0], score_cutoff=1) == 1
    return near and (same or (len(one) > 1 and min(map(len, unlike[0])) > 5))


def _plain_tail(tail: Sequence[str]) -> bool:
    capitals = sum(word[:1].isupper() for word in tail)
    named = any(word in kind_words() or word in known_names() or (word.isupper() and len(word) > 2) for word in tail)
    return capitals < 2 and not named
