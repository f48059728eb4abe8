"""One kind for all forms of a name: words alone, acronyms and capitals have that of the name they are short for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import clues_of, is_given
from briefing.annotate.names.entities import label_at
from briefing.annotate.names.firms import is_trade
from briefing.annotate.names.full_names import called_by, first_names, folded, is_full
from briefing.annotate.names.groups import place
from briefing.annotate.names.plausible import PARTICLES
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import known_name, known_names, names_alone, nations, role_nouns, surnames, without_form
from briefing.model import Kind

_TRADED = re.compile(
    r" (?:rose|fell|gained|lost|dropped|jumped|climbed|slipped|shed|added|dipped|eased|surged|tumbled|slid|ended|closed"
    r"|was (?:up|down|off))(?: (?:by|to|at|up|down|nearly|about|almost|more than|as much as))? (?:[$€£]|\d)"
)
_REPORTS = re.compile(
    r" (?:reported (?:that|on|earlier|last|this|in|at|its|a)\b|(?:data|surveys?|polls?|terminals?|estimates)\b)"
)
_ASKED_BY = re.compile(r"\b(?:surveyed|polled|compiled|tracked|seen|reviewed|reported|owned) by $")
_OWN_ARTICLE = re.compile(  # of a paper: 'told The Atlantic', but not 'to The Bronx'
    r"(?:\b(?!(?:in|to|from|near|at|across|around|through) )[a-z]+"
    r"|\b(?:published|wrote|written|writing|articles?|essays?|column|reports?|piece|interview) in) The $"
)
_ACTS = re.compile(
    r" (?:has|had|have|will|would|also|said|says|ordered|plans?|expects?|operates?|flies|became|is|was)\b"
)
_GOVERNED = re.compile(r"\b(?:in|at|from|to|near|of|for|with|by) $")
_WORD_BEFORE = re.compile(r"([a-z]+) $")
_TOLD = 5  # weight of a word that says what a name is
_IN = re.compile(r"\b[Ii]n $")
_CLOSED = re.compile(r"[,.;:)]|$| (?:on|last|this|after|when|where|before|and)\b")


def agreed(candidates: Sequence[Candidate], kinds: Mapping[str, Kind], acronyms: Mapping[str, str]) -> dict[str, Kind]:
    """The kinds of the surfaces, those of short forms as the names have them that stand before."""
    told = {c.text for c in candidates if c.titled or c.gender or c.sure}
    standing = {c.text for c in candidates if not c.weak}
    written = {text.upper(): kind for text, kind in kinds.items() if not text.isupper()}
    before = _Before()
    found = dict(kinds)
    for text in dict.fromkeys(candidate.text for candidate in candidates):
        if text not in told and text not in known_names():
            kind = _kind(text, kinds[text], before, written, text in standing)
            found[text] = kind if text not in acronyms else "organisation"
        before.add(text, found[text])
    return found


def as_meant(parsed: Parsed, candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> list[Candidate]:
    """The candidates as those are meant that share a surface with another: the nation 'Jordan' beside Ada Jordan, the
    firm whose shares are traded beside its founder, a town beside its team, a paper beside the place of its name.

    A nation it is up to where somebody of that surname is named, and behind that where the model says so.
    """
    first: dict[str, tuple[int, int]] = {}
    for c in candidates:
        if kinds[c.text] == "person" and is_full(c.text):
            first.setdefault(c.text.split()[-1], place(c))
    carriers = _carriers(parsed, candidates, kinds)
    firms = {text.split()[0] for text, kind in kinds.items() if kind == "organisation" and without_form(text) != text}
    meant = (_meant(parsed, c, kinds[c.text], first, firms) for c in candidates)
    return [replace(c, kind="organisation", sure=True) if c.text in carriers else c for c in meant]


def _carriers(parsed: Parsed, candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> set[str]:
    """Places after which a firm of the article is called, where it means the firm alone: 'Qatar has ordered ten', after
    Qatar Airways."""
    firms = [text.split() for text, kind in kinds.items() if kind == "organisation" and is_trade(text.split()[-1])]
    short = {words[0] for words in firms if len(words) == 2 and kinds.get(words[0]) == "place"}
    there = [c for c in candidates if c.text in short] if short else ()
    return short - {
        c.text for c in there if not _ACTS.match(parsed.texts[c.paragraph], c.end) or _is_somewhere(parsed, c)
    }


def _is_somewhere(parsed: Parsed, candidate: Candidate) -> bool:
    return (
        _GOVERNED.search(parsed.texts[candidate.paragraph], max(0, candidate.start - 12), candidate.start) is not None
    )


def _meant(
    parsed: Parsed, candidate: Candidate, kind: Kind, first: Mapping[str, tuple[int, int]], firms: Collection[str]
) -> Candidate:
    text, surface = parsed.texts[candidate.paragraph], candidate.text
    if surface in first and _is_nation(parsed, candidate, place(candidate) < first[surface]):
        return replace(candidate, kind="place", sure=True)
    told = _firm_or_founder(text, candidate, kind, first, firms)
    if told:
        return replace(candidate, kind=told, sure=True)
    own = kind == "place" and text.endswith("The ", 0, candidate.start)
    if own and _OWN_ARTICLE.search(text, 0, candidate.start):
        return replace(candidate, start=candidate.start - 4, text=f"The {surface}", kind="organisation", sure=True)
    known = known_names().get(surface)
    if kind == "person" and known and known.kind == "place" and text.startswith("-based ", candidate.end):
        return replace(candidate, kind="place", sure=True)
    stands = (
        candidate.labelled
        and known is not None
        and known.kind == "place"
        and _IN.search(text, max(0, candidate.start - 3), candidate.start)
    )
    if kind == "organisation" and stands and _CLOSED.match(text, candidate.end):
        return replace(candidate, kind="place", sure=True)
    return candidate


def _firm_or_founder(
    text: str, candidate: Candidate, kind: Kind, first: Mapping[str, tuple[int, int]], firms: Collection[str]
) -> Kind | None:
    """Which of the two that bear one name a mention is of, where what stands beside it tells the one it seems not."""
    known = known_names().get(candidate.text)
    if kind == "person":
        traded = candidate.text in firms and _TRADED.match(text, candidate.end)
        asked = _ASKED_BY.search(text, max(0, candidate.start - 12), candidate.start)
        reports = known and known.kind == "organisation" and (asked or _REPORTS.match(text, candidate.end))
        band = known is None and candidate.text.split()[-1] in first and _is_said_to_be_firm(text, candidate)
        return "organisation" if traded or reports or band else None
    if kind != "organisation" or place(candidate) < first.get(candidate.text, place(candidate)):
        return None
    clues = clues_of(text, candidate) if candidate.text in first else Counter[Kind]()
    return "person" if clues["person"] > 1 + clues["organisation"] else None  # 'Lind, 70,' where Lind is his firm too


def _is_said_to_be_firm(text: str, candidate: Candidate) -> bool:
    """Whether a word for firms stands right before somebody's surname, which is their band's or firm's too."""
    before = _WORD_BEFORE.search(text, max(0, candidate.start - 20), candidate.start)
    role = before is not None and before[1] in role_nouns()  # 'the developer Lind'
    return not (role or is_given(candidate.text.split()[0])) and clues_of(text, candidate)["organisation"] >= _TOLD


def _is_nation(parsed: Parsed, candidate: Candidate, before: bool) -> bool:
    if candidate.text not in nations() or candidate.titled or candidate.weak:
        return False
    labelled = label_at(parsed.docs[candidate.paragraph], candidate.start, candidate.end) == "place"
    clues = clues_of(parsed.texts[candidate.paragraph], candidate)
    return (before or labelled) and clues["person"] <= clues["place"]


@dataclass(slots=True)
class _Before:
    """Words of the names that an article has given so far."""

    people: set[str] = field(default_factory=set)  # folded words that somebody may be called by
    surnames: set[str] = field(default_factory=set)  # of several words: 'Ruiz de Lind'
    bodies: set[str] = field(default_factory=set)
    firms: set[str] = field(default_factory=set)
    wholes: list[str] = field(default_factory=list)  # of bodies, between spaces

    def add(self, text: str, kind: Kind) -> None:
        if kind == "person" and is_full(text):
            self.people.update([*called_by(text), *first_names(text)])
            words = text.split()
            starts = range(1, len(words) - 2) if not PARTICLES.isdisjoint(words[2:-1]) else ()
            self.surnames.update(" ".join(words[start:]) for start in starts)
        elif kind == "organisation" and " " in text:
            words = without_form(text).split()
            self.bodies.update(words)
            self.wholes.append(f" {text} ")
            self.firms.update(words if without_form(text) != text or is_trade(words[-1]) else ())


def _kind(text: str, kind: Kind, before: _Before, written: Mapping[str, Kind], standing: bool) -> Kind:
    """``standing`` is what stands outside headlines too: a dateline."""
    if text.isupper() and len(text) > 3:
        known = known_name(text) if standing else None
        return known.kind if known else written.get(text, kind)
    if " " in text:
        part = not is_given(text.split()[0]) and any(f" {text} " in whole for whole in before.wholes)
        return "person" if text in before.surnames else "organisation" if part else kind  # 'Marlow Azul', after its SA
    if kind != "person" and folded(text) in before.people and text not in before.bodies:
        return "person"  # 'Kjartan', after Kjartan Hallgrimsson
    firm = text in before.firms and folded(text) not in before.people and names_alone(text)
    return "organisation" if firm and text not in surnames() else kind  # 'Kukulcan', after 'Seguros Kukulcan SA'
