"""Candidates of the language model's entities: each trimmed, completed, and as a person where its words say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clue_patterns import FIRM
from briefing.annotate.names.clues import is_called
from briefing.annotate.names.plausible import PARTICLES
from briefing.annotate.names.trimming import trim
from briefing.lexicon.names import (
    demonyms,
    given_names,
    kind_words,
    known_names,
    names_alone,
    never_names,
    role_nouns,
    without_capitals,
)
from briefing.lexicon.word_weights import is_noun, share
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Entity(NamedTuple):
    """What the language model labels: characters of a paragraph."""

    start: int
    end: int
    label: str


def entities_of(doc: Doc) -> list[Entity]:
    return [Entity(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]


_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_SURNAME_AFTER = re.compile(r"\s+([A-Z][\w'’-]+)\b")
_PARTICLE_AFTER = re.compile(
    r"\s+((?:(?:de|da|di|du|del|dos|van|von|bin|ibn|al|el|der|den|la|arap)\s+)+[A-Z][\w'’-]+|d['’][A-Z]\w+)\b"
)
_PARTICLES_AFTER = re.compile(r"(?:\s(?:de|da|di|du|del|van|von|den|der|la|al|el))*\s[A-Z][\w'’-]+\b(?<!['’]s)")
# Words that say what a body is for, and end its name, but head no other
SUBJECTS = frozenset("Research Transport Resources Sciences Management Engineering Economics Mining".split())
PLAIN = 0.005  # share of documents that hold a common word
_FOREIGN_AFTER = re.compile(r"\s+(?:et|und|y)\s+(?:d['’]|de\s+(?:la\s+)?)?[A-Z][\w-]+")
_PLAIN_END = re.compile(rf" (?:{FIRM}|party|club)$")  # what a body is, which its name does not say
_ONE_OF_MANY = re.compile(r"\b[Aa]n? $")
_THE = re.compile(r"\b[Tt]he $")
_DESCRIBED = re.compile(r"[,.;:)]|$| (?:who|whose|by|from|aged)\b")
_OWNED = re.compile(r"[A-Z][\w ]+['’]s? (([A-Z][\w-]+) [A-Z])")  # 'Norland's Ada Lind'
_GIVEN_BEFORE = re.compile(r"([A-Z][\w'’-]+|[A-Z]\.)(?:\s(?:van|von|de|der|den|di|da|el|al|bin|ibn|la|du))*\s+$")


def of_entity(index: int, doc: Doc, text: str, entity: Entity, entities: Sequence[Entity]) -> Iterator[Candidate]:
    kind = _KINDS.get(entity.label)
    if kind is None:
        return
    start, end = entity.start, entity.end
    if kind != "person" and (_is_surname(text, start, end, entities) or _is_given_name(text, start, end, entities)):
        kind = "person"
    if kind == "person":
        start = _behind_owner(text, start, end)
        start, end = _whole_person(text, start, end, entities)
    if kind == "organisation" and (plain := _PLAIN_END.search(text, start, end)):
        end = plain.start()
    if kind == "organisation" and (more := _FOREIGN_AFTER.match(text, end)):
        end = more.end()
    for part in _parts(text, start, end, kind):
        found = trim(text, *part, kind)
        if not found:
            continue
        surface = text[found.start : found.end]
        candidate = Candidate(index, found.start, found.end, surface, found.kind, titled=found.titled)
        office = surface.lower() in role_nouns() and text.startswith(" of ", found.end)  # 'Dean of the School of Law'
        other = office or _is_one(text, candidate) or _labels_speech(text, candidate)
        if _has_proper_noun(doc, candidate) and not other:
            yield candidate


def _behind_owner(text: str, start: int, end: int) -> int:
    """Behind whose somebody is: 'Labour's [Ada Lind]'."""
    owner = text.rfind("s ", start, end) + 2
    owned = text[owner - 3 : owner - 1] in ("'s", "’s") and owner - 3 > start
    return owner if owned and is_called(text[owner:end].split()) else start


def _is_one(text: str, candidate: Candidate) -> bool:
    """Whether a word says what somebody is: 'a Norlander, who'."""
    before, behind = (
        _ONE_OF_MANY.search(text, max(0, candidate.start - 3), candidate.start),
        _DESCRIBED.match(text, candidate.end),
    )
    one = before is not None and behind is not None
    thing = candidate.text in given_names() and _THE.search(text, 0, candidate.start) is not None  # 'won the Oscar for'
    prize = thing and candidate.kind == "person" and re.match(r"[,.;:)]|$| (?:for|in)\b", text[candidate.end :])
    return " " not in candidate.text and (one or bool(prize))


def _is_surname(text: str, start: int, end: int, entities: Sequence[Entity]) -> bool:
    """Whether a word that the model takes for a place or firm stands behind somebody's given name: 'Dennis Mulen'."""
    before = _GIVEN_BEFORE.search(text, max(0, start - 30), start)
    given = before is not None and before[1] in given_names() and before[1] not in known_names()
    inside = any(e.start <= start - 2 < e.end and e.label != "NORP" for e in entities)
    word = text[start:end]
    plain = (
        word in known_names()
        or word in kind_words()
        or is_noun(word.lower())
        or re.match(r" [A-Z]", text[end : end + 2])
    )
    return given and not inside and not plain and " " not in word and word[:1].isupper()


def _is_given_name(text: str, start: int, end: int, entities: Sequence[Entity]) -> bool:
    """Whether a surname that the model overlooks follows a given name: 'Martin Dahl', of which it takes 'Martin'."""
    after = _SURNAME_AFTER.match(text, end)
    if text[start:end] not in given_names() or text[start:end] in known_names() or not after:
        return False
    plain = after[1] in known_names() or after[1] in kind_words() or after[1].isupper() or is_noun(after[1].lower())
    return not plain and not _inside_any(entities, after.start(1))


def _whole_person(text: str, start: int, end: int, entities: Sequence[Entity]) -> tuple[int, int]:
    """A person's span with the given name or surname that the model left outside."""
    surface = text[start:end]
    people = [entity for entity in entities if entity.label != "NORP"]
    while before := _GIVEN_BEFORE.search(text, max(0, start - 40), start):
        if not _is_forename(before[1], text[start:end]) or _inside_any(people, before.start(1)):
            break
        start = before.start()
    first = surface.split()[0]
    named = first in given_names() or first in PARTICLES or names_alone(first)
    if named and surface.split()[-1] in PARTICLES and (cut := _PARTICLES_AFTER.match(text, end)):
        return start, cut.end()  # 'Bram van', and 'Lind' for somebody else
    after = _SURNAME_AFTER.match(text[end : end + 30])
    if not (after and (_goes_on(surface, after[1]) or _third(surface, after[1]))):
        after = _PARTICLE_AFTER.match(text[end : end + 40])
    while after and not _inside_any(entities, end + after.end(1) - 1):
        end += after.end(1)
        after = _SURNAME_AFTER.match(text[end : end + 30])
        after = after if after and _third(text[start:end], after[1]) else None
    return start, end


def _is_forename(word: str, surface: str) -> bool:
    """Whether a word before a person is a given name: one that is known, or before a single word any plain name."""
    return word in given_names() or (" " not in surface and len(word) > 2 and names_alone(word))


def _goes_on(surface: str, word: str) -> bool:
    """Whether a word behind a given name, known or not, or behind an initial is the surname."""
    unknown = " " not in surface and names_alone(surface) and names_alone(word) and not word.endswith("s")
    return surface in given_names() or unknown or re.search(r"\s[A-Z]\.$", surface) is not None


def _third(surface: str, word: str) -> bool:
    """Whether a word that says nothing else goes on a full name: 'Arroyo' after 'Gloria Macapagal'."""
    words = surface.split()
    known = known_names().get(word)
    known = None if known and known.ambiguous else known  # 'Jackson', a town and a surname
    plain = known or word in kind_words() or word in never_names() or word in demonyms()
    named = len(words) in (2, 3) and words[0] in given_names() and words[1] not in known_names()
    return named and not (plain or word.isupper() or is_noun(word.lower()) or share(word.lower()) > PLAIN)


def label_at(doc: Doc, start: int, end: int) -> Kind:
    """The kind that the model gives what stands in a span; of a nation's people the place."""
    found = [e for e in doc.ents if e.label_ in _KINDS and e.start_char < end and start < e.end_char]
    if without_capitals(doc.text[start:end]) in demonyms():
        return "place"
    return _KINDS[found[0].label_] if found else "organisation"


def _inside_any(entities: Sequence[Entity], offset: int) -> bool:
    return any(entity.start <= offset < entity.end for entity in entities)


def _parts(text: str, start: int, end: int, kind: Kind) -> list[tuple[int, int]]:
    """A span may hold several: 'Biden and Netanyahu', 'Tesla, Uber and Toyota'."""
    owned = _OWNED.match(text, start, end) if kind == "person" else None
    if owned and (owned[2] in given_names() or owned[0].split()[0] in known_names()):
        return [(owned.start(1), end)]
    pattern = r"\s+(?:and|&)\s+" if kind == "person" else r",\s+(?:and\s+)?|\s+and\s+"
    pattern += r"|\s+to\s+" if kind == "place" else ""  # 'from Kalunga to Smolvik'
    joints = [(start + joint.start(), start + joint.end()) for joint in re.finditer(pattern, text[start:end])]
    edges = [start, *(offset for joint in joints for offset in joint), end]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    route = kind == "place" and " to " in text[start:end]
    if kind == "person" or route or all(text[first:last] in known_names() for first, last in parts[1:-1] or parts):
        return parts
    words = [text[first:last].split() for first, last in parts]
    bare = [those[those[0] in ("The", "the") :] for those in words]
    if len(parts) == 2 and all(kind_words().get(w[0]) == "organisation" and w[1:2] in (["of"], ["for"]) for w in bare):
        return parts  # 'Center for Biology and Office of Health'
    firms = len(parts) == 2 and kind_words().get(words[0][-1]) == "organisation" and words[0][-1] not in SUBJECTS
    apart = firms and len(words[0]) > 1 < len(words[1]) and not {*words[0], *words[1]} & {"of", "for"}
    return parts if apart and not any(word in kind_words() for word in words[1]) else [(start, end)]


def _labels_speech(text: str, candidate: Candidate) -> bool:
    """Whether the span is the label before a turn of an interview: 'WN: What …', '((WN)) What …'."""
    alone = candidate.start == 0 and text[candidate.end : candidate.end + 1] == ":"
    return candidate.kind != "person" and (alone or text[: candidate.start] == "((")


def _has_proper_noun(doc: Doc, candidate: Candidate) -> bool:
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    return span is not None and any(token.pos_ == "PROPN" or not share(token.lower_) for token in span)
