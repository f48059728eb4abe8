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
    edged = rf"(?<![\w$£€.,:-])(?:{pattern})(?![\w])(?!-[A-Za-z]|[.,:]\d)"
    return Rule(re.compile(edged, flags), resolve, is_vague, frozenset(cues.split()))


SIGNS = {"<digit>": re.compile(r"\d"), "<month>": re.compile(MONTH)}  # looked for once in a text, as it is quicker
