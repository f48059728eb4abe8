"""Names that go on where the language model stops: buildings called after people, courts, and learned journals.

``John F. Kennedy airport`` is no person, ``General Ada Lind Base`` neither; a court's name says for which district,
and ``Proceedings of the Norland Academy`` is not the academy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.annotate.name_spans import Candidate
from briefing.annotate.name_trimming import opens_title
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import kind_words, known_names
from briefing.model import Kind

_PLAIN = re.compile(
    r" (?:(?:international|regional|county|state|federal|memorial|railway|train|bus|power|sports|cricket|football) )?"
    r"(?:airport|stadium|arena|prison|jail|mosque|cemetery|bridge|highway|expressway|tunnel|dam|hotel|museum|library"
    r"|theat(?:er|re)|cathedral|hospital|station|park|square|street|avenue|boulevard|(?:high )?school|university)\b"
)
_WRITTEN_GREAT = re.compile(r"(?: [A-Z][\w'’.-]+){0,2} ([A-Z][\w-]+)\b")
_TITLE = re.compile(r"[A-Z][\w.]+ $")
_COURT = re.compile(
    r"\b(?:(?:U\.?S\.?|United States|Federal|State) )?(?:(?:District|Circuit|Bankruptcy|Superior) )?"
    r"Court(?: of Appeals?)?"
    r" (?:for|of) the (?:[A-Z][\w-]+ ){1,3}(?:District|Circuit)(?: of (?:New |West |South |North )?[A-Z]\w+)?"
)
_NOT_OF_BUILDINGS = frozenset("Administration Government Campaign Cabinet Party Team House Group Foundation".split())


_JOURNAL = re.compile(r"\b(?:Proceedings|Journal|Annals|Transactions) of (?:the )?$")
_SURELY = frozenset("Base Airbase Airfield Airport Prison Stadium Mosque Cemetery Facility Barracks".split())


def whole_names(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each that goes on as the whole name, and courts with their district."""
    courts = [court for index, doc in enumerate(parsed.docs) for court in _courts(index, doc.text)]
    longer = [_longer(parsed.paragraphs[c.paragraph].text, c) for c in candidates]
    whole = [*courts, *(c for c in longer if c not in candidates)]
    return [*whole, *(c for c in candidates if not any(_overlap(c, other) for other in whole))]


def _courts(index: int, text: str) -> Iterator[Candidate]:
    for found in _COURT.finditer(text) if "Court" in text else ():
        yield Candidate(index, found.start(), found.end(), found[0], "organisation", sure=True)


def _longer(text: str, candidate: Candidate) -> Candidate:
    if text.endswith(("Don't ", "Don’t "), 0, candidate.start):
        start = candidate.start - len("Don't ")
        return replace(candidate, start=start, text=text[start : candidate.end], kind="organisation", sure=True)
    if candidate.kind == "person":
        return _building(text, candidate) if " " in candidate.text else candidate
    journal = _JOURNAL.search(text, max(0, candidate.start - 25), candidate.start)
    if not journal:
        return candidate
    whole = text[journal.start() : candidate.end]
    return replace(candidate, start=journal.start(), text=whole, kind="organisation", sure=True)


def _building(text: str, person: Candidate) -> Candidate:
    plain, great = _PLAIN.match(text, person.end), _WRITTEN_GREAT.match(text, person.end)
    kind: Kind | None = "place" if plain else _kind_of(great) if great else None
    end = plain.end() if plain else great.end() if great and kind else person.end
    kind = "place" if person.text.split()[-1] in _SURELY else kind
    if kind is None:
        return person
    title = _TITLE.search(text, max(0, person.start - 20), person.start) if person.titled else None
    start = title.start() if title and opens_title(title[0].strip()) else person.start
    return Candidate(person.paragraph, start, end, text[start:end], kind, sure=kind == "place")


def _kind_of(behind: re.Match[str]) -> Kind | None:
    words = behind[0].split()
    other = any(" ".join(words[index:]) in known_names() for index in range(len(words)))
    return None if other or {*words} & _NOT_OF_BUILDINGS else kind_words().get(behind[1])


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
