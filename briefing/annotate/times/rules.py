"""A form in which an expression of time is written, with the resolver that says what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.annotate.times.context import Resolver
from briefing.annotate.times.words import MONTH


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    resolve: Resolver
    is_vague: bool  # no expression of time where it has no value
    cues: frozenset[str]  # one of which is in every text in lower case that matches, or among its ``SIGNS``


def make_rule(pattern: str, resolve: Resolver, flags: int = 0, is_vague: bool = False, cues: str = "") -> Rule:
    """In ``cues`` '_' is a space."""
    edged = rf"(?<![\w$£€.,:-])(?:{pattern})(?![\w])(?!-[A-Za-z]|[.,:]\d)"
    return Rule(re.compile(edged, flags), resolve, is_vague, frozenset(cue.replace("_", " ") for cue in cues.split()))


SIGNS = {  # looked for once in a text, as it is quicker
    "<month>": re.compile(MONTH),
    "<month-day>": re.compile(rf"{MONTH}\s(?:the\s)?\d"),
    "<day-month>": re.compile(rf"\d(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}"),
    "<numbers>": re.compile(r"\d([/.-])\d\d?\1\d"),
    "<nth>": re.compile(r"\d(?:st|nd|rd|th)\b"),
    "<year>": re.compile(r"(?:1[1-9]|2[01])\d\d"),
    "<short-year>": re.compile(r"['’]\d\d"),
    "<hour>": re.compile(r"\d(?::\d|\s?[aApP]\.?[mM]\b|\d\s?(?:[(A-Z]|local))"),
}
