"""Expressions of time in an article, and the dates they mean on the day from which they count.

An expression is found by its words and resolved by the calendar and by the tense of the verb that governs it: 'on
Sunday' is past where the verb is. Durations, ages and bare 'now' or 'later' are no dates; vague ones ('recent weeks')
and those that may mean two days are found and have no value. A time of day belongs to its day ('9 p.m. on Sunday').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from briefing.annotate import time_resolvers as means
from briefing.annotate.parsed import Parsed
from briefing.annotate.tense import tense_at
from briefing.annotate.time_exclusions import is_no_date
from briefing.annotate.time_resolvers import Context
from briefing.annotate.time_rules import MONTH, RULES, WEEKDAY, Rule
from briefing.model import TimeExpression

ANY_CUE = re.compile(
    rf"\d|{MONTH}|{WEEKDAY}|day|night|week|month|year|quarter|half|morning|afternoon|evening|spring|summer|autumn|winter|"
    r"decade|ago|ties\b",
    re.IGNORECASE,
)
NEAR = 40  # characters of context


def find_times(parsed: Parsed, reference_date: str | None) -> tuple[TimeExpression, ...]:
    """Expressions of time in text order; without ``reference_date`` (ISO day) only absolute ones have values.

    A ``reference_date`` that is no ISO day counts as none.
    """
    try:
        reference = date.fromisoformat(reference_date) if reference_date else None
    except ValueError:
        reference = None
    found: list[TimeExpression] = []
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        text = paragraph.text
        if paragraph.kind == "code":
            continue
        anchor: str | None = None
        told = 0
        for rule, match in _matches(text):
            start, end = match.span()
            before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
            context = Context(reference, tense_at(doc, start), anchor, before, after, text[told:start])
            value = rule.resolve(match, context)
            if rule.resolve is not means.clock:
                anchor = value  # after what is unclear, 'two days earlier' is unclear too
            told = end if value or rule.resolve is not means.clock else told
            found.append(TimeExpression(match.group(), value, paragraph.number, start, end))
    return tuple(found)


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Matches of all rules without overlap, in text order; of two that begin together that of the earlier rule."""
    if not ANY_CUE.search(text):
        return
    found = [
        (match.start(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(text)
        if not is_no_date(text, match, rule)
    ]
    position = 0
    for start, order, match in sorted(found, key=lambda item: item[:2]):
        if start >= position:
            yield RULES[order], match
            position = match.end()
