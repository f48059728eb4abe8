"""What stands beside a name and tells which of that name is meant: forms of address, relations, towns of a state."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.annotate.names.candidate import Candidate
from briefing.lexicon.names import nations
from briefing.model import Kind

_WOMEN = frozenset("Mrs Ms Miss Mme Mlle Madame Mademoiselle Frau Señora Signora Dame Lady Queen Princess".split())
_ADDRESS = re.compile(
    rf"\b(?:(Mrs?|Ms)\.?|({'|'.join(sorted(_WOMEN))}|Monsieur|Herr|Señor|Signor|Sir|Lord|King|Prince)) $",
    re.IGNORECASE,
)
_KIN = (
    r"(?:wife|husband|widow|widower|brother|sister|son|daughter|father|mother|cousin|uncle|aunt|nephew|niece|grandson"
    r"|granddaughter|grandfather|grandmother|stepson|stepdaughter|half-brother|half-sister|fiancee?|twin)"
)
_RELATIVE_BEFORE = re.compile(
    rf"(?:(?:['’]s?|(?<!\band )\b(?:his|her|their))(?: [\w-]+){{0,2}} {_KIN},?|\b{_KIN} of)"
    r"(?: (?!and |said |who |is |was |met )[\w.,'’-]+){0,5} $",
    re.IGNORECASE,
)
_RELATIVE_BEHIND = re.compile(rf",? (?:his|her|their)(?: [\w-]+){{0,2}} {_KIN}\b")
_SISTERS = frozenset("wife widow sister daughter mother aunt niece granddaughter grandmother half-sister".split())
_OF_SEX = re.compile(
    r"(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir)|\b[Tt]he (?:elder|eldest|younger|youngest|only)) (?:[\w-]+ ){0,2}"
    rf"({'|'.join(sorted(_SISTERS))}|husband|brother|son|father|uncle|nephew|grandson|grandfather|half-brother),? $"
)
_BORN = re.compile(r"(?:^|[.!?] |\()(?:[Bb]orn|née?)(?: as)? $")
_UNIT = r"(?:unit|subsidiary|arm|division|affiliate|offshoot)"
_UNIT_BEFORE = re.compile(rf"\b{_UNIT},? (?:called |named |the )?$")
_UNIT_BEHIND = re.compile(rf", (?:its|the|an?|whose)(?: [\w-]+){{0,3}} {_UNIT}\b")
_WINDOW = 70
_STATES_TOO = frozenset(["New York", "N.Y.", "NY", "Washington", "Wash."])  # states, and cities of that name
_TOWN = re.compile(r"(?:^|\b(?:in|at|of|from|near|outside|to|around) )([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}), $")
_LISTED = re.compile(r",? (?:and|or) [A-Z]|, [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?(?:,| and| or)")
_STATE = re.compile(r" [Ss]tate\b(?! (?:Department|University))")


def with_clues(text: str, candidate: Candidate, kind: Kind) -> Candidate:
    """The candidate with what the words beside it say: 'Mrs. Keller', 'his wife, Ada Keller', 'its unit Keller Steel'.

    Who is named with somebody is no less than he: 'Tom Keller and his brother Jan Keller'.
    """
    if kind == "place":
        state = candidate.text in _STATES_TOO and _is_state(text, candidate)
        return replace(candidate, state=True) if state else candidate
    before, behind = (_RELATIVE_BEFORE, _RELATIVE_BEHIND) if kind == "person" else (_UNIT_BEFORE, _UNIT_BEHIND)
    relative = " " in candidate.text and bool(
        before.search(text, max(0, candidate.start - _WINDOW), candidate.start) or behind.match(text, candidate.end)
    )
    born = kind == "person" and bool(_BORN.search(text[max(0, candidate.start - _WINDOW) : candidate.start]))
    gender = _gender(text, candidate)
    return replace(candidate, gender=gender, relative=relative, born=born) if gender or relative or born else candidate


def _is_state(text: str, candidate: Candidate) -> bool:
    """Whether a town stands before a name outside lists: 'Everett, Washington', not 'Oslo, Washington and Rome'."""
    if _STATE.match(text, candidate.end):
        return True
    town = _TOWN.search(text[max(0, candidate.start - _WINDOW) : candidate.start])
    return bool(town and town[1] not in nations() and not _LISTED.match(text, candidate.end))


def _gender(text: str, candidate: Candidate) -> str:
    before = _ADDRESS.search(text, max(0, candidate.start - 15), candidate.start)
    kin = _OF_SEX.search(text, max(0, candidate.start - 40), candidate.start) if " " in candidate.text else None
    if kin and before is None:
        return "f" if kin[1].lower() in _SISTERS else "m"
    return "" if before is None else "f" if (before[1] or before[2]).capitalize() in _WOMEN else "m"
