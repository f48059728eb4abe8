"""Where names may stand: the language model's entities, and known names that it missed or took for something else.

Offsets are characters in the paragraph's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.names.trimming import PARTICLES, opens_title, trim
from briefing.annotate.parsed import Parsed
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
    from spacy.tokens import Doc, Span

_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
_OTHER_NAMES = frozenset({"EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][\w.'’-]*")
_SURNAME_AFTER = re.compile(r"\s+([A-Z][\w'’-]+)\b")
_PARTICLE_AFTER = re.compile(
    r"\s+((?:(?:de|da|di|du|del|dos|van|von|bin|ibn|al|el|der|den|la|arap)\s+)+[A-Z][\w'’-]+|d['’][A-Z]\w+)\b"
)
_PARTICLES_AFTER = re.compile(r"(?:\s(?:de|da|di|du|del|van|von|den|der|la|al|el))*\s[A-Z][\w'’-]+\b(?<!['’]s)")
# Words that say what a body is for, and end its name, but head no other
SUBJECTS = frozenset("Research Transport Resources Sciences Management Engineering Economics Mining".split())
_LEGEND = re.compile(r"[\u2580-\u25ff]")  # of a map: what stands behind its colours
_PLAIN = 0.005  # share of documents that hold a common word
_PREFIXED = re.compile(r"\b(?:pro|anti|non)-$")  # 'pro-Beijing' is no name
_TWO_THINGS = re.compile(r"(?:[A-Z][\w'’-]+ ){1,5}and (?:[A-Z][\w'’-]+ ){0,3}[A-Z]\w+\b")
_OF_FOREIGN = re.compile(r"\b[A-Z]\w+ d[eu] $")  # 'Tour de France'
_WORD_BEFORE = re.compile(r"\b([A-Z][\w'’-]+) $")
_FOREIGN_AFTER = re.compile(r"\s+(?:et|und|y)\s+(?:d['’]|de\s+(?:la\s+)?)?[A-Z][\w-]+")
_SCORE = re.compile(r"\b\d{1,2}-\d{1,2}\b")
_ONE_OF_MANY = re.compile(r"\b[Aa]n? $")
_DESCRIBED = re.compile(r"[,.;:)]|$| (?:who|whose|by|from|aged)\b")
_GIVEN_BEFORE = re.compile(r"([A-Z][\w'’-]+|[A-Z]\.)(?:\s(?:van|von|de|der|den|di|da|el|al|bin|ibn|la|du))*\s+$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name. ``paragraph`` is an index into the parse."""

    paragraph: int
    start: int
    end: int
    text: str
    kind: Kind
    titled: bool = False  # a person's title stood before it
    labelled: bool = True  # by the model or the lexicon, not only by the words around it
    weak: bool = False  # in a heading, where every word is written like a name
    gender: str = ""  # "f" or "m", by the form of address before it
    relative: bool = False  # named as another's: 'his wife', 'its unit'
    born: bool = False  # a name of birth: 'born Ada Lind'
    state: bool = False  # not the city of its name: 'Everett, Washington'
    sure: bool = False  # where nothing but a name of its kind stands: a dateline, a result


def find_candidates(parsed: Parsed) -> list[Candidate]:
    """In the order of the text, none overlapping another."""
    found = []
    for index, (paragraph, doc) in enumerate(zip(parsed.paragraphs, parsed.docs, strict=True)):
        text = parsed.texts[index]
        weak = paragraph.kind == "heading" or written_like_heading(text)
        if paragraph.kind != "code":
            here = (replace(candidate, weak=weak) for candidate in _of_paragraph(index, doc, text))
            found += [c for c in here if c.text in known_names() or not _LEGEND.match(text)]
    return _with_tails(parsed, found)


def _with_tails(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Places that end a longer name, which the model knows elsewhere, as that name: 'Environment Canada'."""
    longer = {c.text for c in candidates if c.kind == "organisation" and " " in c.text}
    tails: dict[str, list[str]] = {}
    for text in sorted(longer):
        tails.setdefault(text.split()[-1], []).append(text)
    found = []
    for c in candidates:
        behind = parsed.paragraphs[c.paragraph].text[: c.end]
        whole = next((t for t in tails.get(c.text, ()) if c.kind == "place" and behind.endswith(t)), c.text)
        kind: Kind = c.kind if whole == c.text else "organisation"
        found.append(replace(c, start=c.end - len(whole), text=whole, kind=kind))
    return found


def written_like_heading(text: str) -> bool:
    """Whether capitals say nothing in a text, because nearly every word has one."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    closed = text.rstrip("\"”’' ").endswith((".", "?", "!", ":"))
    if (closed or _SCORE.search(text)) and not text.isupper():
        return False
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _of_paragraph(index: int, doc: Doc, text: str) -> list[Candidate]:
    entities = list(doc.ents)
    from_model = list[Candidate]()
    for entity in entities:
        found = _of_entity(index, doc, text, entity, entities)
        from_model += [c for c in found if not from_model or from_model[-1].end <= c.start]
    others = [(e.start_char, e.end_char) for e in entities if e.label_ in _OTHER_NAMES]
    known = list(_known_spans(index, text, from_model, others))
    joined = list(_joined_by_and(index, text, [*from_model, *known]))
    kept = [c for c in from_model if not any(_overlap(c, k.start, k.end) for k in [*known, *joined])]
    kept += [c for c in known if not any(_overlap(c, j.start, j.end) for j in joined)]
    kept = [c for c in kept if not (c.kind == "place" and _ends_name(text, c, kept))]
    return sorted([*kept, *joined], key=lambda candidate: candidate.start)


def _joined_by_and(index: int, text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Bodies for two things: 'Oversight and Reform Committee', which the model cuts in two."""
    for match in _TWO_THINGS.finditer(text):
        words, end = match[0].split(" "), match.end()
        while words[-1].isupper() and words[-2] != "and":  # 'Space Company EADS'
            end -= len(words.pop()) + 1
        middle = words.index("and")
        beside = (words[middle - 1], words[middle + 1])
        plain = words[middle - 1] not in kind_words() or words[middle - 1] in SUBJECTS
        bodies = kind_words().get(words[-1]) == "organisation" and plain
        common = any(is_noun(word.lower()) for word in beside) and all(share(word.lower()) > _PLAIN for word in beside)
        if len(words) < 4 or not bodies or not common or any(word in known_names() for word in beside):
            continue
        start = _start_of_run(match)
        inside = [c for c in candidates if _overlap(c, start, end)]
        told = inside or text[:start].endswith(("the ", "The "))
        if told and not any(c.start < start or c.end > end or c.kind == "person" for c in inside):
            yield Candidate(index, start, end, text[start:end], "organisation")


def _start_of_run(match: re.Match[str]) -> int:
    """Behind the article and behind somebody's name: 'the Army's Research and …' begins with 'Research'."""
    opening = re.match(r"(?:(?:The|In|At|By|For|From|Of|With)\s|.*['’]s?\s)", match[0])
    return match.start() + (opening.end() if opening else 0)


def _ends_name(text: str, candidate: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a place is the tail of a longer name: 'Environment Canada', 'Netflix Japan'."""
    if _OF_FOREIGN.search(text, max(0, candidate.start - 40), candidate.start):
        return True
    before = _WORD_BEFORE.search(text, max(0, candidate.start - 40), candidate.start)
    if not before or (" " in candidate.text and candidate.text not in known_names()):
        return False
    word = before[1]
    firm = any(c.end == candidate.start - 1 and c.kind == "organisation" for c in candidates) and not word.isupper()
    noun = is_noun(word.lower()) and not _opens_sentence(text, before.start(1))
    plain = word in demonyms() or word in never_names() or word in kind_words() or opens_title(word)
    return (firm or noun) and not plain


def _overlap(candidate: Candidate, start: int, end: int) -> bool:
    return candidate.start < end and start < candidate.end


def _of_entity(index: int, doc: Doc, text: str, entity: Span, entities: Sequence[Span]) -> Iterator[Candidate]:
    kind = _KINDS.get(entity.label_)
    if kind is None:
        return
    start, end = entity.start_char, entity.end_char
    if kind != "person" and (_is_surname(text, start, end, entities) or _is_given_name(text, start, end, entities)):
        kind = "person"
    if kind == "person":
        start, end = _whole_person(text, start, end, entities)
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


def _is_one(text: str, candidate: Candidate) -> bool:
    """Whether a word says what somebody is: 'a Norlander, who'."""
    before, behind = _ONE_OF_MANY.search(text, 0, candidate.start), _DESCRIBED.match(text, candidate.end)
    return " " not in candidate.text and before is not None and behind is not None


def _is_surname(text: str, start: int, end: int, entities: Sequence[Span]) -> bool:
    """Whether a word that the model takes for a place or firm stands behind somebody's given name: 'Dennis Mulen'."""
    before = _GIVEN_BEFORE.search(text, max(0, start - 30), start)
    given = before is not None and before[1] in given_names() and before[1] not in known_names()
    inside = any(e.start_char <= start - 2 < e.end_char and e.label_ != "NORP" for e in entities)
    word = text[start:end]
    plain = (
        word in known_names()
        or word in kind_words()
        or is_noun(word.lower())
        or re.match(r" [A-Z]", text[end : end + 2])
    )
    return given and not inside and not plain and " " not in word and word[:1].isupper()


def _is_given_name(text: str, start: int, end: int, entities: Sequence[Span]) -> bool:
    """Whether a surname that the model overlooks follows a given name: 'Martin Dahl', of which it takes 'Martin'."""
    after = _SURNAME_AFTER.match(text, end)
    if text[start:end] not in given_names() or text[start:end] in known_names() or not after:
        return False
    plain = after[1] in known_names() or after[1] in kind_words() or after[1].isupper() or is_noun(after[1].lower())
    return not plain and not _inside_any(entities, after.start(1))


def _whole_person(text: str, start: int, end: int, entities: Sequence[Span]) -> tuple[int, int]:
    """A person's span with the given name or surname that the model left outside."""
    surface = text[start:end]
    people = [entity for entity in entities if entity.label_ != "NORP"]
    while before := _GIVEN_BEFORE.search(text, max(0, start - 40), start):
        if not _is_forename(before[1], text[start:end]) or _inside_any(people, before.start(1)):
            break
        start = before.start()
    first = surface.split()[0]
    if surface.split()[-1] in PARTICLES and (first in given_names() | PARTICLES or names_alone(first)) and (cut := _PARTICLES_AFTER.match(text, end)):
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
    plain = word in known_names() or word in kind_words() or word in never_names() or word in demonyms()
    named = len(words) in (2, 3) and words[0] in given_names() and words[1] not in known_names()
    return named and not (plain or word.isupper() or is_noun(word.lower()) or share(word.lower()) > _PLAIN)


def label_at(doc: Doc, start: int, end: int) -> Kind:
    """The kind that the model gives what stands in a span; of a nation's people the place."""
    found = [e for e in doc.ents if e.label_ in _KINDS and e.start_char < end and start < e.end_char]
    if without_capitals(doc.text[start:end]) in demonyms():
        return "place"
    return _KINDS[found[0].label_] if found else "organisation"


def _inside_any(entities: Sequence[Span], offset: int) -> bool:
    return any(entity.start_char <= offset < entity.end_char for entity in entities)


def _parts(text: str, start: int, end: int, kind: Kind) -> list[tuple[int, int]]:
    """A span may hold several: 'Biden and Netanyahu', 'Tesla, Uber and Toyota'."""
    pattern = r"\s+(?:and|&)\s+" if kind == "person" else r",\s+(?:and\s+)?|\s+and\s+"
    pattern += r"|\s+to\s+" if kind == "place" else ""  # 'from Kalunga to Smolvik'
    joints = [(start + joint.start(), start + joint.end()) for joint in re.finditer(pattern, text[start:end])]
    edges = [start, *(offset for joint in joints for offset in joint), end]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    route = kind == "place" and " to " in text[start:end]
    if kind == "person" or route or all(text[first:last] in known_names() for first, last in parts[1:-1] or parts):
        return parts
    words = [text[first:last].split() for first, last in parts]
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


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """First word of a known name to the names that begin with it, longest first."""
    index: dict[str, list[str]] = {}
    for surface in known_names():
        first = _CAPITALISED.match(surface)
        if first:
            index.setdefault(re.split(r"[\s,]", surface)[0], []).append(surface)
    return {word: tuple(sorted(found, key=lambda name: (-len(name), name))) for word, found in index.items()}


def _known_spans(
    index: int, text: str, from_model: Sequence[Candidate], others: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """Known names in the text that are no part of a longer name; ambiguous ones are left to the model.

    ``others`` are spans of events, laws and works.
    """
    end = 0
    for match in _CAPITALISED.finditer(text):
        surface = _longest_known(text, match.start(), match[0]) if match.start() >= end else None
        if not surface or known_names()[surface].ambiguous or _PREFIXED.search(text, 0, match.start()):
            continue
        start, stop = match.start(), match.start() + len(surface)
        around = [(c.start, c.end) for c in from_model if _overlap(c, start, stop)]
        around += [(first, last) for first, last in others if first < stop and start < last]
        if any(last - first > len(surface) for first, last in around):
            continue
        if not around and _in_longer_name(text, start, stop):
            continue
        end = stop
        yield Candidate(index, start, stop, surface, known_names()[surface].kind)


def _longest_known(text: str, start: int, word: str) -> str | None:
    stems = (word, re.split(r"['’-]", word)[0], word.rstrip(".!?"), re.sub(r"['’]s?$", "", word))
    for stem in dict.fromkeys(stems):
        for surface in _by_first_word().get(stem, ()):
            if text.startswith(surface, start) and not re.match(r"[\w$]", text[start + len(surface) :][:1]):
                return surface
    return None


def _in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word beside the span makes it part of a name that the model missed."""
    before = re.search(r"([\w'’.-]+)\s$", text[max(0, start - 40) : start])
    after = re.match(r"[\s-]([\w'’.-]+)", text[end : end + 40])
    beside = [after[1]] if after else []
    if before and not _opens_sentence(text, start - len(before[0])):
        beside.append(before[1])
    return any(word[0].isupper() and word not in demonyms() and not opens_title(word) for word in beside)


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?:“"'
