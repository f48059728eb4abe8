"""Whether somebody is what a text calls them. What is over, not yet or not so stays said: 'former mayor', 'was a
candidate', 'elected mayor in 2004', never 'mayor' alone."""

from __future__ import annotations

import re

# Words before an office without which it would be claimed of somebody who does not hold it
NOT_HELD = frozenset(
    (
        "previous past erstwhile onetime sometime longtime then former late outgoing departing incoming ousted deposed "
        "dismissed sacked fired suspended impeached disgraced exiled jailed imprisoned slain murdered assassinated "
        "aspiring prospective potential hopeful presumptive designated failed defeated unsuccessful alleged suspected "
        "accused self-proclaimed self-declared self-styled so-called would-be honorary titular nominal fake fictional"
    ).split()
)
APPOINTS = (
    "(?:re-?)?(?:named|appointed|elected|nominated|promoted|announced|confirmed|designated|installed|hired|chose|picked"
    "|chosen|sworn in)"
)
_ARTICLE = r"(?:(?:the|an?|his|her|its)\s)?"
_ONCE = re.compile(rf"\b(served as|then|formerly|previously|once)\s{_ARTICLE}$")
_WAS = re.compile(rf"\b(?:was|had\sbeen)\s{_ARTICLE}$")
_WILL = re.compile(rf"\bwill\sbe\s(?:\w+ly\s|later\s|first\s|also\s|then\s)?{APPOINTS}\b")
_ENTERED = re.compile(rf"\b(?:{APPOINTS}|became)\b")
_DATED = re.compile(
    r"\s(?:in|from|between|until|till)\s(?:(?:early|mid|late|[A-Z][a-z]+)[\s-])?(?:1[5-9]|20)\d\d"
    r"(?:\s(?:to|and|until)\s(?:1[5-9]|20)\d\d)?\b"
)
_OVER = re.compile(
    rf"(?:(?:{'|'.join(sorted(NOT_HELD - {'incoming', 'longtime'}))}|formerly|previously|once|retired|ex|one-time)\b"
    rf"|was\s|had\sbeen\s|will\sbe\s|served\s|(?:{APPOINTS}|became)\s.*\d{{4}})",
    re.IGNORECASE,
)


def is_over(role: str) -> bool:
    """Whether somebody is it no more, or not yet: what they are comes first."""
    return _OVER.match(role) is not None


def as_told(role: str, told: str, behind: str) -> str:
    """A role with what says when it is theirs: the last words of ``told``, before it, and the years ``behind`` it."""
    years = _DATED.match(behind)
    dated = years[0] if years else ""
    if once := _ONCE.search(told):
        return f"{once[1]} {role}{dated}"
    if was := _WAS.search(told):
        return f"{was[0]}{role}{dated}"
    if will := _WILL.search(told):
        return f"{will[0]} {role}{dated}"
    entered = [*_ENTERED.finditer(told)]
    return f"{entered[-1][0]} {role}{dated}" if entered and dated else role
