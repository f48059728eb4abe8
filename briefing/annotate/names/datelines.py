"""Places and agencies of datelines, which stand in capitals where no model looks: 'BERLIN/PARIS, Aug 2 (Reuters) -'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.annotate.layout.datelines import read_dateline
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import known_name, names_alone
from briefing.lexicon.outlets import known_outlet

_LONE = re.compile(r"([^\W\d_a-z][^a-z\d]{2,40}?),? (?:\d{4}-\d\d-\d\d|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)")
_BARE = re.compile(
    r"([A-Z][A-Z'’-]{3,}(?: [A-Z][A-Z'’-]+){0,2})(?: (?:\([A-Z]\w+\) )?(?:—|–|--?) |--)(?=[A-Z“\"][\w.’']* )"
)
_SPACED = re.compile(r"\s(?=,)")  # 'CHICAGO , Nov 12', as text that was cut into words has it
_SIGNED = re.compile(r"[(/](?P<agencies>[^()/]*[^\W\d_])[)/]")
_AGENCY = re.compile(r"[^-]+")
_PART = re.compile(r"[^/,]+")
_FURTHEST = 5  # paragraphs from the beginning


def with_datelines(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates with the places and agencies of datelines, and nothing else of them."""
    ends: dict[int, int] = {}
    names: list[Candidate] = []
    for index, text in enumerate(parsed.texts[:_FURTHEST]):
        end, place = _dateline(text)
        if end and place:
            ends[index] = end
            names += [*_places(index, text, place), *_agencies(index, text[:end])]
    behind = (_behind(c, ends.get(c.paragraph, 0)) for c in candidates if c.end > ends.get(c.paragraph, 0))
    return [*behind, *names]


def _behind(candidate: Candidate, end: int) -> Candidate:
    """The candidate, or what of it stands behind a dateline without a space: 'SEOUL--[Torvik Group] said'."""
    cut = end - candidate.start
    return replace(candidate, start=end, text=candidate.text[cut:]) if cut > 0 else candidate


def _dateline(text: str) -> tuple[int, str]:
    """Where a dateline ends, and its place in capitals."""
    lone = _LONE.fullmatch(text)
    if lone:
        return len(text), lone[1]
    bare = _BARE.match(text)
    if bare and (known_name(bare[1]) or all(names_alone(word.capitalize()) for word in bare[1].split())):
        return bare.end(), bare[1]
    dateline = read_dateline(text) or read_dateline(_SPACED.sub("", text))
    if not dateline or not dateline.place or not text.startswith(dateline.place.split(",")[0]):
        return 0, ""
    return dateline.end, dateline.place


def _places(index: int, text: str, place: str) -> Iterator[Candidate]:
    offset = 0
    for part in _PART.finditer(place):
        surface = part[0].strip()
        start = text.find(surface, offset)
        known = known_name(surface)
        if start >= 0 and (known is None or known.kind == "place"):
            yield Candidate(index, start, start + len(surface), surface, "place", sure=True)
            offset = start + len(surface)


def _agencies(index: int, dateline: str) -> Iterator[Candidate]:
    """The agencies that are known or an abbreviation, two where two report: '(Xinhua-AFP)'."""
    signed = _SIGNED.search(dateline)
    for part in _AGENCY.finditer(dateline, *signed.span("agencies")) if signed else ():
        if known_outlet(part[0]) or part[0].isupper() or names_alone(part[0]):
            yield Candidate(index, *part.span(), part[0], "organisation", sure=True)
