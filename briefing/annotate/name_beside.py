"""What stands beside a person's name and tells who of that surname is meant: forms of address, relations."""

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
_WINDOW = 70


def with_clues(text: str, candidate: Candidate) -> Candidate:
    """The candidate with what the words beside it say: 'Mrs. Keller', 'his wife, Ada Keller'.

    Who is named with somebody is no less than he: 'Tom Keller and his brother Jan Keller'.
    """
    relative = " " in candidate.text and bool(
        _RELATIVE_BEFORE.search(text, max(0, candidate.start - _WINDOW), candidate.start)
        or _RELATIVE_BEHIND.match(text, candidate.end)
    )
    return replace(candidate, gender=_gender(text, candidate), relative=relative)


def _gender(text: str, candidate: Candidate) -> str:
    before = _ADDRESS.search(text, max(0, candidate.start - 15), candidate.start)
    return "" if before is None else "f" if (before[1] or before[2]).capitalize() in _WOMEN else "m"
