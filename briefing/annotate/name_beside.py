"""What stands beside a name and tells who of that name is meant: forms of address, relations."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.annotate.name_spans import Candidate

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
_UNIT = r"(?:unit|subsidiary|arm|division|affiliate|offshoot)"
_UNIT_BEFORE = re.compile(rf"\b{_UNIT},? (?:called |named |the )?$")
_UNIT_BEHIND = re.compile(rf", (?:its|the|an?|whose)(?: [\w-]+){{0,3}} {_UNIT}\b")
_WINDOW = 70


def with_clues(text: str, candidate: Candidate) -> Candidate:
    """The candidate with what the words beside it say: 'Mrs. Keller', 'his wife, Ada Keller', 'its unit Keller Steel'.

    Who is named with somebody is no less than he: 'Tom Keller and his brother Jan Keller'.
    """
    before, behind = (_UNIT_BEFORE, _UNIT_BEHIND)
    if candidate.kind == "person":
        before, behind = (_RELATIVE_BEFORE, _RELATIVE_BEHIND)
    relative = " " in candidate.text and bool(
        before.search(text, max(0, candidate.start - _WINDOW), candidate.start) or behind.match(text, candidate.end)
    )
    return replace(candidate, gender=_gender(text, candidate), relative=relative)


def _gender(text: str, candidate: Candidate) -> str:
    before = _ADDRESS.search(text, max(0, candidate.start - 15), candidate.start)
    return "" if before is None else "f" if (before[1] or before[2]).capitalize() in _WOMEN else "m"
