"""Which outlet a text comes from, from what the text says of itself and from nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.annotate.layout.datelines import lone_agency
from briefing.lexicon.outlets import PHOTO_AGENCIES, PLATFORMS, RELEASE_WIRES, SECTIONS, fold, known_outlet
from briefing.model import Evidence, Known

RULES = (  # from the strongest evidence to the weakest
    "source-reprint",
    "source-copyright",
    "source-release",
    "source-byline",
    "source-headline",
    "source-staff",
    "source-standards",
    "source-dateline",
    "source-more-from",
)
_WORD = r"[A-Z0-9][\w.'’&!+-]*"
_NAME = rf"(?:[Tt]he\s)?{_WORD}(?:\s(?:(?:of|for|to|and|&|the|de|la|für|del)\s(?:the\s)?)?{_WORD}){{0,5}}"
_REPRINT = re.compile(
    rf"(?:originally|first)\s(?:published|appeared|posted)\s(?:on|in|at|by)\s(?:the\s)?(?P<name>{_NAME}(?:\s(?:blog|website|magazine))?)|"
    rf"re-?(?:published|printed)\s(?:with\spermission\s)?from\s(?:the\s)?(?P<other>{_NAME})"
)
_COPYRIGHT = re.compile(
    rf"(?:(?i:copyright)\s?)?(?:©|\([cC]\)|(?i:copyright))\s?(?:by\s)?(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?,?\s)?(?:by\s)?(?P<name>{_NAME})(?P<rest>.*)"
)
_RIGHTS = re.compile(r"\b\d{4}\b|rights reserved", re.IGNORECASE)
_LEGAL = re.compile(
    r",?\s(?:All\s[Rr]ights?\b.*|Inc\b.*|LLC\b.*|L\.?L\.?P\b.*|L\.P\b.*|Ltd\b.*|Limited\b.*|GmbH\b.*|Corp\b.*|Corporation\b.*|PLC\b.*|plc\b.*|S\.?A\.?$|AG$|This\b.*|\d{4}.*)$"
)
_SENTENCE = re.compile(r"(?<=[A-Za-z]{3})\.\s|\.?\sAll$")
_STAFF = re.compile(
    rf"(?P<name>{_NAME}?)(?:['’]s?|\s(?:staff(?=\s)|(?:staff\s)?(?:writers?|reporters?|journalists?|correspondents?|producers?)))\s.*\bcontributed\b"
)
_WRITES_FOR = re.compile(
    rf"{_NAME}\sis\s(?:an?|the)\s[^.]{{0,80}}\b(?:writer|reporter|correspondent|editor|columnist|journalist|producer)\s(?:for|at|with)\s(?P<name>{_NAME})"
)
_RELEASE = re.compile(rf"SOURCE:?\s(?P<name>{_NAME})")
_MORE = re.compile(
    rf"(?:(?P<only>[Bb]est\sof|[Pp]opular\s(?:on|in|at)|[Mm]ost\s(?:[Rr]ead|[Pp]opular|[Vv]iewed)\s(?:on|in|at)|[Tt]rending\s(?:on|in|at)|[Ss]ubscribe\sto|"
    rf"[Ss]ign\sup\sfor|[Dd]ownload\sthe|[Gg]et\sthe|[Tt]op\s[Ss]tories\s(?:from|on))|[Mm]ore\s(?:\w+\s)?(?:from|on|at)|[Ll]atest\s(?:\w+\s)?from|"
    rf"[Rr]ead\s(?:more|the\sfull\sstory)\s(?:from|at|on)|[Ff]ollow)\s(?P<name>{_NAME})"
)
_TAIL = re.compile(r"(?:['’]s)?\s(?:[Nn]ewsletters?|[Aa]pp|[Oo]n|[Dd]aily|[Mm]obile)\b.*$")


@dataclass(frozen=True, slots=True)
class Claim:
    """What one line says of the source."""

    name: str
    rule: str  # one of RULES
    line: int
    text: str
    sure: bool = True  # False: another line of another kind must agree


def claims_of(text: str, line: int, reason: str) -> list[Claim]:
    """The claims of a line that was set aside for ``reason``; credits of pictures claim nothing."""
    found: list[tuple[str, str, bool]] = []
    if reason == "reprint" and (match := _REPRINT.search(text)):
        found.append((match["name"] or match["other"], "source-reprint", True))
    elif reason == "copyright" and (match := _COPYRIGHT.match(text)) and _RIGHTS.search(text):
        found.append((match["name"], "source-copyright", True))
    elif reason == "dateline" and (agency := lone_agency(text)):
        found.append((agency, "source-dateline", True))
    elif reason == "end-note" and "thomson reuters trust principles" in text.lower():
        found.append(("Reuters", "source-standards", True))
    elif reason == "end-note" and (match := _STAFF.match(text)) and known_outlet(match["name"]):
        found.append((match["name"], "source-staff", True))
    elif reason == "end-note" and (match := _WRITES_FOR.match(text)) and (outlet := _outlet_at_start(match["name"])):
        found.append((outlet, "source-staff", True))
    elif reason == "press-release" and (match := _RELEASE.fullmatch(text)):
        found.append((match["name"], "source-release", True))
    elif reason in {"navigation", "newsletter", "subscription", "follow"} and (match := _MORE.match(text)):
        found.append((_TAIL.sub("", match["name"]), "source-more-from", False))
    return [
        Claim(name, rule, line, text, sure or known_outlet(raw) is not None)
        for raw, rule, sure in found
        if (name := _clean(raw))
    ]


def find_source(claims: Iterable[Claim], authors: Sequence[str]) -> Known[str] | None:
    """The name that the strongest evidence gives; None if there is none, or two names of one strength.

    'More from X' alone counts for a known outlet only; of others two lines must agree, and one of them must be of a
    kind that is not written of authors.
    """
    by_rule: dict[str, list[Claim]] = {rule: [] for rule in RULES}
    people = {fold(author) for author in authors}
    for claim in claims:
        if fold(claim.name) not in people:
            by_rule[claim.rule].append(claim)
    for rule in RULES:
        candidates = [c for c in by_rule[rule] if c.sure or _agreed(c, by_rule[rule])]
        names = {fold(claim.name) for claim in candidates}
        if len(names) == 1:
            first = min(candidates, key=lambda claim: claim.line)
            return Known(first.name, "inferred", Evidence(rule, first.line, first.text))
        if names:
            return None
    return None


def _agreed(claim: Claim, claims: Sequence[Claim]) -> bool:
    same = [c for c in claims if fold(c.name) == fold(claim.name)]
    outlets_only = any((match := _MORE.match(c.text)) and match["only"] for c in same)
    return len({c.text for c in same}) > 1 and outlets_only


def _outlet_at_start(name: str) -> str | None:
    """'Fox News' of 'Fox News Digital'."""
    words = name.split()
    return next(filter(None, (known_outlet(" ".join(words[:count])) for count in range(len(words), 0, -1))), None)


def _clean(raw: str) -> str | None:
    """The outlet's own name; None for sections of a site, photo agencies and carriers of releases."""
    name = _LEGAL.sub("", _SENTENCE.split(raw.strip())[0]).strip(" ,;:|-–—")
    name = name.rstrip(".") if not re.search(r"\b[A-Z]\.$", name) else name
    known = known_outlet(name) or known_outlet(raw)
    folded = fold(name).removeprefix("the ")
    if known:
        return known
    unfit = folded in SECTIONS | PLATFORMS or folded in PHOTO_AGENCIES or folded in RELEASE_WIRES
    return name if len(name) > 1 and not unfit else None
