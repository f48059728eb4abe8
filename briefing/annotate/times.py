"""Expressions of time in an article, and the dates they mean on the day from which they count.

An expression is found by its words and resolved by the calendar and by the tense of the verb that governs it: 'on
Sunday' is past where the verb is. Durations, ages and bare 'now' or 'later' are no dates; vague ones ('recent weeks')
are found and have no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from briefing.annotate.parsed import Parsed
from briefing.annotate.tense import tense_at
from briefing.annotate.time_rules import MONTH, RULES, WEEKDAY, Context, Rule
from briefing.model import TimeExpression

NAMED_DAYS = re.compile(
    r"(?:Black|Bloody|Good|Ash|Super|Cyber|Easter|Palm|Holy|Maundy|Fat|Giving|Sheffield|Ruby|Throwback|Manic)\s$"
)

NO_YEAR = re.compile(
    r"\s(?:people|men|women|votes|miles|km|meters|metres|feet|tons|tonnes|of\b|dollars|euros|UTC|GMT|hours|percent|per\b|"
    rf"local\stime|{WEEKDAY})"
)
BUSINESS = re.compile(
    r"earning|profit|revenue|sales|result|econom|GDP|growth|shares|loss|output|inflation|forecast", re.IGNORECASE
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|for|through|to|and|the|fiscal|spring|summer|"
    r"autumn|fall|winter|year|around|about|its|his|their|than|was|a|back|between)\s|\()$",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|for|through|to|and|last|next|this|between|"
    r"every|each|a|the)[\s-]$",
    re.IGNORECASE,
)


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
        if paragraph.kind == "code":
            continue
        anchor: date | None = None
        for rule, match in _matches(paragraph.text):
            context = Context(reference, tense_at(doc, match.start()), anchor, paragraph.text[: match.start()][-40:])
            value = rule.resolve(match, context)
            if value is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                anchor = date.fromisoformat(value)
            span = (paragraph.number, match.start(), match.end())
            found.append(TimeExpression(match.group(), value, *span))
    return tuple(found)


ANY_CUE = re.compile(
    rf"\d|{MONTH}|{WEEKDAY}|day|night|week|month|year|quarter|half|morning|evening|spring|summer|autumn|winter|decade|ago",
)


def _matches(text: str) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Matches of all rules without overlap, in text order; of two that begin together that of the earlier rule."""
    if not ANY_CUE.search(text):
        return
    found = [
        (match.start(), order, match)
        for order, rule in enumerate(RULES)
        for match in rule.pattern.finditer(text)
        if not _is_no_date(text, match)
    ]
    position = 0
    for start, order, match in sorted(found, key=lambda item: item[:2]):
        if start >= position:
            yield RULES[order], match
            position = match.end()


def _is_no_date(text: str, match: re.Match[str]) -> bool:
    """'Bloody Sunday', 'the Sunday Times', 'in 2000 people', 'Sundays', 'a March for Life'."""
    groups = match.groupdict()
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 24]
    if groups.get("weekday"):
        titled = re.match(r"\s(?:Morning|Night|Evening)|\s[A-Z][a-z]+", after)
        in_title = titled and (titled.group()[1:] in {"Morning", "Night", "Evening"} or before.lower().endswith("the "))
        return bool(NAMED_DAYS.search(before) or in_title)
    if groups.get("month") and re.match(r"\s(?:terror|attack)", after):
        return True  # the September 11 attacks are of another year
    if match.group() == "Today" and re.search(r"[A-Z]\w*\s$", before):
        return True
    if groups.get("side") and before.lower().endswith(("within ", "not ", "than ")):
        return True
    if match.lastgroup == "year" and match.group().isdigit():
        return bool(NO_YEAR.match(after)) or not YEAR_BEFORE.search(before)
    if (
        groups.get("month")
        and "day" not in groups
        and not {"year", "which"} & groups.keys()
        and match.group()[:3] == groups["month"][:3]
    ):
        return not MONTH_BEFORE.search(before) or bool(
            re.match(r"(?:\s(?:(?:on|for)\s)?[A-Z]|['’]s\s[A-Z]|-|\s\d)", after)
        )
    if "which" in groups and groups.get("number") and not (groups["year"] or groups["which"]):
        return not BUSINESS.search(text)
    return False
