"""Where names may stand: the language model's entities and known names, joined where they are parts of a longer one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.annotate.names.candidate import Candidate, overlaps
from briefing.annotate.names.entities import PLAIN, SUBJECTS, entities_of, of_entity
from briefing.annotate.names.known import known_spans, opens_sentence
from briefing.annotate.names.plausible import opens_title
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import (
    demonyms,
    kind_words,
    known_names,
    never_names,
)
from briefing.lexicon.word_weights import is_noun, share

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OTHER_NAMES = frozenset({"EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_LEGEND = re.compile(r"[\u2580-\u25ff]")  # of a map: what stands behind its colours
_TWO_THINGS = re.compile(r"(?:[A-Z][\w'’-]+ ){1,5}and (?:[A-Z][\w'’-]+ ){0,3}[A-Z]\w+\b")
_OF_FOREIGN = re.compile(r"\b[A-Z]\w+ d[eu] $")  # 'Tour de France'
_WORD_BEFORE = re.compile(r"\b([A-Z][\w'’-]+) $")
_SCORE = re.compile(r"\b\d{1,2}-\d{1,2}\b")


def find_candidates(parsed: Parsed) -> list[Candidate]:
    """In the order of the text, none overlapping another."""
    found = []
    for index, (paragraph, doc) in enumerate(zip(parsed.paragraphs, parsed.docs, strict=True)):
        text = parsed.texts[index]
        weak = paragraph.kind == "heading" or written_like_heading(text)
        if paragraph.kind != "code":
            here = _of_paragraph(index, doc, text)
            here = [c if c.sure else replace(c, weak=True) for c in here] if weak else here
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
        tail = whole != c.text
        found.append(replace(c, start=c.end - len(whole), text=whole, kind="organisation") if tail else c)
    return found


def written_like_heading(text: str) -> bool:
    """Whether capitals say nothing in a text, because nearly every word has one."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", text)
    closed = text.rstrip("\"”’' ").endswith((".", "?", "!", ":"))
    if (closed or _SCORE.search(text)) and not text.isupper():
        return False
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _of_paragraph(index: int, doc: Doc, text: str) -> list[Candidate]:
    entities = entities_of(doc)
    from_model = list[Candidate]()
    for entity in entities:
        found = of_entity(index, doc, text, entity, entities)
        from_model += [c for c in found if not from_model or from_model[-1].end <= c.start]
    others = [(e.start, e.end) for e in entities if e.label in _OTHER_NAMES]
    known = list(known_spans(index, text, from_model, others))
    joined = list(_joined_by_and(index, text, [*from_model, *known]))
    kept = [c for c in from_model if not any(overlaps(c, k.start, k.end) for k in [*known, *joined])]
    kept += [c for c in known if not any(overlaps(c, j.start, j.end) for j in joined)]
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
        common = any(is_noun(word.lower()) for word in beside) and all(share(word.lower()) > PLAIN for word in beside)
        if len(words) < 4 or not bodies or not common or any(word in known_names() for word in beside):
            continue
        start = _start_of_run(match)
        inside = [c for c in candidates if overlaps(c, start, end)]
        told = inside or text[:start].endswith(("the ", "The ")) or (len(words) > 4 and opens_sentence(text, start))
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
    noun = is_noun(word.lower()) and not opens_sentence(text, before.start(1))
    plain = word in demonyms() or word in never_names() or word in kind_words() or opens_title(word)
    return (firm or noun) and not plain
