"""Where names may stand: the language model's entities and known names, trimmed to the name itself.

``Secretary of State Anthony Blinken`` becomes ``Anthony Blinken``, ``the White House's`` becomes ``White House``.
Offsets are characters in the paragraph's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import (
    demonyms,
    given_names,
    kind_words,
    known_names,
    never_names,
    other_words,
    title_pattern,
)
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
PARTICLES = frozenset(
    "al el bin ibn bint ben abu von van der den de del della di da do dos das du la le ter ten zu af av".split()
)
_LOWER_IN_NAMES = PARTICLES | frozenset("of the and for on in to at with und et des y e".split())
_EDGES = " \t\n\"“”„«»'‘’()[]{}<>,;:.!?*—–-_/|•…&"
_ABBREVIATED = re.compile(r"(?:\b(?:[A-Z]\.){2,}|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|Bros)\.)$")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_CUT = re.compile(r"\s*[(\[\n|;:]|\s[-–—]\s|, ")
_FOREIGN_MATTER = re.compile(r"[@#$%^=<>{}\\~_*€£/]|https?:|www\.|\.(?:com|org|net|gov)\b")
_WORD = re.compile(r"[^\s]+")
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-öø-ÿ][\w.'’-]*")
_SURNAME_AFTER = re.compile(r"\s+([A-Z][\w'’-]+)\b")
_PARTICLE_AFTER = re.compile(
    r"\s+((?:(?:de|da|di|du|del|dos|van|von|bin|ibn|al|el|der|den|la)\s+)+[A-Z][\w'’-]+|d['’][A-Z]\w+)\b"
)
_GIVEN_BEFORE = re.compile(r"([A-Z][\w'’-]+|[A-Z]\.)\s+$")
_PARTY = re.compile(r"^(?:I|D|R|Ind|Dem|Rep|Lab|Con)-")
_ADDRESS = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s")
_ROYAL = frozenset(["king", "queen", "prince", "princess", "pope", "emperor", "empress", "saint"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name. ``paragraph`` is an index into the parse."""

    paragraph: int
    start: int
    end: int
    text: str
    kind: Kind
    known: bool = False  # in the lexicon, and nothing else under that surface
    titled: bool = False  # a person's title stood before it
    weak: bool = False  # in a heading, where every word is written like a name


def find_candidates(parsed: Parsed) -> list[Candidate]:
    """In the order of the text, none overlapping another."""
    found = []
    for index, (paragraph, doc) in enumerate(zip(parsed.paragraphs, parsed.docs, strict=True)):
        weak = paragraph.kind == "heading" or written_like_heading(doc.text)
        if paragraph.kind != "code":
            found += [replace(candidate, weak=weak) for candidate in _of_paragraph(index, doc)]
    return found


def written_like_heading(text: str) -> bool:
    """Whether capitals say nothing in a text, because nearly every word has one."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    if text.rstrip("\"”’' ").endswith((".", "?", "!", ":")) and not text.isupper():
        return False
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _of_paragraph(index: int, doc: Doc) -> list[Candidate]:
    from_model = [candidate for entity in doc.ents for candidate in _of_entity(index, doc, entity)]
    known = list(_known_spans(index, doc, from_model))
    kept = [c for c in from_model if not any(_overlap(c, k.start, k.end) for k in known)]
    return sorted([*kept, *known], key=lambda candidate: candidate.start)


def _overlap(candidate: Candidate, start: int, end: int) -> bool:
    return candidate.start < end and start < candidate.end


def _of_entity(index: int, doc: Doc, entity: Span) -> Iterator[Candidate]:
    kind = _KINDS.get(entity.label_)
    if kind is None:
        return
    start, end = entity.start_char, entity.end_char
    if kind == "person":
        start, end = _whole_person(doc, entity)
    for part in _parts(doc.text, start, end, kind):
        candidate = _trimmed(index, doc.text, *part, kind)
        if candidate and _has_proper_noun(doc, candidate) and not _labels_speech(doc.text, candidate):
            yield candidate


def _whole_person(doc: Doc, entity: Span) -> tuple[int, int]:
    """A person's span with the given name or surname that the model left outside."""
    text, start, end = doc.text, entity.start_char, entity.end_char
    before = _GIVEN_BEFORE.search(text[max(0, start - 30) : start])
    if before and before[1] in given_names() and not _inside_entity(doc, start - 2):
        start -= len(before[0])
    after = _SURNAME_AFTER.match(text[end : end + 30])
    begun = entity.text in given_names() or re.search(r"\s[A-Z]\.$", entity.text)
    if not (after and begun):
        after = _PARTICLE_AFTER.match(text[end : end + 40])
    if after and not _inside_entity(doc, end + after.end(1) - 1):
        end += after.end(1)
    return start, end


def _inside_entity(doc: Doc, offset: int) -> bool:
    return any(entity.start_char <= offset < entity.end_char for entity in doc.ents)


def _parts(text: str, start: int, end: int, kind: Kind) -> list[tuple[int, int]]:
    """A person's span may hold two: 'Biden and Netanyahu'."""
    joint = re.search(r"\s+(?:and|&)\s+", text[start:end]) if kind == "person" else None
    if not joint:
        return [(start, end)]
    return [(start, start + joint.start()), (start + joint.end(), end)]


def _trimmed(index: int, text: str, start: int, end: int, kind: Kind) -> Candidate | None:
    end = _first_cut(text, start, end, kind)
    start, end = _within_edges(text, start, end)
    titled = False
    if kind != "place" or _ADDRESS.match(text, start, end):
        start, kind, titled = _behind_titles(text, start, end, kind)
        start, end = _within_edges(text, start, end)
    if kind == "organisation":
        end = _before_office(text, start, end)
    surface = text[start:end]
    if not _plausible(surface, kind) or _PARTY.match(surface):
        return None
    return Candidate(index, start, end, surface, kind, titled=titled)


def _first_cut(text: str, start: int, end: int, kind: Kind) -> int:
    """Where a span ends that runs on: at a bracket, a comma (but 'Rail, Maritime and Transport'), a possessive."""
    for cut in _CUT.finditer(text, start + 1, end):
        listed = cut[0] == ", " and re.match(
            r"(?:[\w'’-]+(?:, | ))*?(?:and|&) [A-Z]|(?:Inc|Ltd|LLC|Corp)\b", text[cut.end() : end]
        )
        if not (kind == "organisation" and listed):
            return cut.start()
    owner = re.search(r"\w['’]s\s", text[start:end]) if kind == "person" else None
    return start + owner.start() + 1 if owner else end


def _within_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """Without quotation marks, punctuation, the article before and the possessive behind."""
    while True:
        before = start, end
        while start < end and text[start] in _EDGES:
            start += 1
        while start < end and text[end - 1] in _EDGES and not _ABBREVIATED.search(text[start:end]):
            end -= 1
        surface = text[start:end]
        possessive = _POSSESSIVE.search(surface)
        if possessive:
            end -= len(possessive[0])
        article = _ARTICLE.match(surface)
        if article and surface not in known_names():
            start += article.end()
        if (start, end) == before:
            return start, end


def _behind_titles(text: str, start: int, end: int, kind: Kind) -> tuple[int, Kind, bool]:
    """Where the name itself begins, its kind, and whether a title stood before it."""
    start = _behind_office(text, start, end)
    before = _title_before(text, start) if kind == "person" else ""
    if before.lower() in _ROYAL and _one_name(text[start:end]):
        return start - len(before) - 1, kind, True
    titled, begin = bool(before), start
    while True:
        word = re.match(r"[\w'’.-]+\s+", text[begin:end])
        title = title_pattern().match(text, begin, end)
        if title and not (title[0].strip().lower() in _ROYAL and _one_name(text[title.end() : end])):
            begin, titled = title.end(), True
        elif word and kind == "person" and word[0].strip() in demonyms():
            begin += word.end()
        else:
            break
    if kind == "person":
        return begin, kind, titled
    rest = text[begin:end].split()
    if begin > start and titled and len(rest) <= 3 and rest and not _is_body(text[start:end]):
        return begin, "person", True
    return start, kind, False


def _before_office(text: str, start: int, end: int) -> int:
    """Where an organisation's name ends that a title runs on from: '[Boeing] Executive', '[State Department] Spokesman'."""
    while True:
        last = re.search(r"\s+([A-Z][\w-]+)$", text[start:end])
        if not last or not _opens_title(last[1]) or re.search(r"\b(?:of|the|for)$", text[start : start + last.start()]):
            return end
        end = start + last.start()


def _behind_office(text: str, start: int, end: int) -> int:
    """Behind the rest of an office whose head stands before the span: 'Secretary of [State Anthony Blinken]'."""
    head = re.search(r"\b(?:secretary|minister|secretaries|ministers)\s+(?:of|for)\s+$", text[:start][-40:], re.I)
    words = list(_WORD.finditer(text, start, end))
    if not head or len(words) < 2:
        return start
    for word in words[1:]:
        if word[0] in given_names():
            return word.start()
    return words[1].start() if len(words) == 3 else start


def _one_name(text: str) -> bool:
    """Whether a title is part of the name, for want of a surname: 'Pope Francis', 'Queen Elizabeth II'."""
    return bool(re.fullmatch(r"[^\W\d_][\w'’-]+(?:\s+[IVX]+)?", text))


def _title_before(text: str, start: int) -> str:
    """The title that ends where a span begins, or nothing."""
    before = text[max(0, start - 40) : start]
    words = before.split()
    for count in (3, 2, 1):
        title = " ".join(words[-count:])
        if len(words) >= count and before.endswith(title + " ") and title_pattern().fullmatch(title + " "):
            return title
    return ""


def _is_body(surface: str) -> bool:
    """Whether the last word says that this is an organisation or a place: 'Prime Minister Office'."""
    return surface.split()[-1] in kind_words()


def _plausible(surface: str, kind: Kind) -> bool:
    words = surface.split()
    if not words or len(surface) < 2 or len(words) > 9 or len(surface) > 80 or _FOREIGN_MATTER.search(surface):
        return False
    if surface in never_names() or surface in demonyms() or not any(word[:1].isupper() for word in words):
        return False
    if words[-1] in demonyms() or all(word in never_names() or word in demonyms() for word in words):
        return False
    if _is_other(words) and surface not in known_names():
        return False
    if not all(word[:1].isupper() or word.lower() in _LOWER_IN_NAMES or _has_capital(word) for word in words):
        return kind == "organisation" and words[0][:1].isupper() and words[-1][:1].isupper() and len(words) > 2
    opens_low = words[0].islower() and words[0] not in PARTICLES and "-" not in words[0]
    if opens_low or words[-1].lower() in _LOWER_IN_NAMES:
        return False
    if any(char.isdigit() for char in surface):
        return kind == "organisation" and (len(words) > 1 or bool(re.fullmatch(r"[A-Z]+-?\d+", surface)))
    return kind != "person" or len(words) <= 5


def _is_other(words: list[str]) -> bool:
    """Whether the words name an event, a law or a work: 'Bastille Day', 'Treaty of Versailles'."""
    joint = next((i for i, word in enumerate(words) if i and word in ("of", "for", "on")), len(words))
    return len(words) > 1 and (words[joint - 1] in other_words() or words[-1] in other_words())


def _has_capital(word: str) -> bool:
    return any(char.isupper() for char in word)


def _labels_speech(text: str, candidate: Candidate) -> bool:
    """Whether the span is the label before a turn of an interview: 'WN: What …'."""
    return candidate.kind != "person" and candidate.start == 0 and text[candidate.end : candidate.end + 1] == ":"


def _has_proper_noun(doc: Doc, candidate: Candidate) -> bool:
    span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
    return span is not None and any(token.pos_ == "PROPN" for token in span)


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """First word of a known name to the names that begin with it, longest first."""
    index: dict[str, list[str]] = {}
    for surface in known_names():
        first = _CAPITALISED.match(surface)
        if first:
            index.setdefault(re.split(r"[\s,]", surface)[0], []).append(surface)
    return {word: tuple(sorted(found, key=lambda name: (-len(name), name))) for word, found in index.items()}


def _known_spans(index: int, doc: Doc, from_model: list[Candidate]) -> Iterator[Candidate]:
    """Known names in the text that are no part of a longer name; ambiguous ones are left to the model."""
    text, end = doc.text, 0
    others = [(e.start_char, e.end_char) for e in doc.ents if e.label_ in _OTHER_NAMES]
    for match in _CAPITALISED.finditer(text):
        surface = _longest_known(text, match.start(), match[0]) if match.start() >= end else None
        if not surface or known_names()[surface].ambiguous:
            continue
        start, stop = match.start(), match.start() + len(surface)
        around = [(c.start, c.end) for c in from_model if _overlap(c, start, stop)]
        around += [(first, last) for first, last in others if first < stop and start < last]
        if any(last - first > len(surface) for first, last in around):
            continue
        if not around and _in_longer_name(text, start, stop):
            continue
        end = stop
        yield Candidate(index, start, stop, surface, known_names()[surface].kind, known=True)


def _longest_known(text: str, start: int, word: str) -> str | None:
    stems = (word, re.split(r"['’-]", word)[0], word.rstrip(".!?"), re.sub(r"['’]s?$", "", word))
    for stem in dict.fromkeys(stems):
        for surface in _by_first_word().get(stem, ()):
            if text.startswith(surface, start) and not text[start + len(surface) :][:1].isalnum():
                return surface
    return None


def _in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word beside the span makes it part of a name that the model missed."""
    before = re.search(r"([\w'’.-]+)\s$", text[max(0, start - 40) : start])
    after = re.match(r"[\s-]([\w'’.-]+)", text[end : end + 40])
    beside = [after[1]] if after else []
    if before and not _opens_sentence(text, start - len(before[0])):
        beside.append(before[1])
    return any(word[0].isupper() and word not in demonyms() and not _opens_title(word) for word in beside)


def _opens_title(word: str) -> bool:
    return bool(title_pattern().match(word + " "))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?:“"'
