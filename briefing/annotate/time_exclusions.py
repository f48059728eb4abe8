"""Words that look like an expression of time and are none: 'Bloody Sunday', 'the Sunday Times', 'in 2000 people'."""

from __future__ import annotations

import re

from briefing.annotate import time_resolvers as means
from briefing.annotate.time_rules import MONTH, WEEKDAY, Rule

NAMED_DAYS = re.compile(
    r"(?:Black|Bloody|Good|Ash|Super|Cyber|Easter|Palm|Holy|Maundy|Fat|Giving|Sheffield|Ruby|Throwback|Manic)\s$"
)
NO_YEAR = re.compile(
    r"\s(?:people|men|women|votes|miles|km|meters|metres|feet|tons|tonnes|of\b|dollars|euros|UTC|GMT|hours|percent|per\b|"
    rf"local\stime|{WEEKDAY})"
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|for|through|to|and|the|fiscal|spring|summer|"
    rf"autumn|fall|winter|year|around|about|its|his|their|than|was|a|back|between|{MONTH})\s|\(|\b(?:19|20)\d\d,\s)$",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:election|elections|campaign|season|census|referendum|budget|presidential|edition|report|study|film|"
    r"Olympics|Paralympics|World\sCup|Games|Championships?)\b"
)
ALONE = re.compile(r"[a-z][,;]\s$")  # from file, 2015.
BUSINESS = re.compile(
    r"earning|profit|revenue|sales|result|econom|GDP|growth|shares|loss|output|inflation|forecast", re.IGNORECASE
)
MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|for|through|to|and|last|next|this|between|"
    r"every|each|a|the)[\s-]$",
    re.IGNORECASE,
)
NO_DECADE = re.compile(r"degree|temperature|highs|lows|weather|fahrenheit|percentile|aged|score", re.IGNORECASE)


def is_no_date(text: str, match: re.Match[str], rule: Rule) -> bool:
    groups = match.groupdict()
    before, after = text[max(0, match.start() - 12) : match.start()], text[match.end() : match.end() + 24]
    if rule.resolve is means.weekday:
        return bool(NAMED_DAYS.search(before)) or _is_title(before, after)
    if groups.get("month") and re.match(r"\s(?:terror|attack)", after):
        return True  # the September 11 attacks are of another year
    if rule.resolve is means.near_day:
        return match.group() == "Today" and bool(re.search(r"[A-Z]\w*\s$", before))
    if rule.resolve is means.from_anchor:
        return before.lower().endswith(("within ", "not ", "than "))
    if rule.resolve is means.year and match.group().isdigit():
        return _is_no_year(before, after)
    if rule.resolve is means.month_alone and match.group()[:3] == groups["month"][:3]:
        return not MONTH_BEFORE.search(before) or bool(
            re.match(r"(?:\s(?:(?:on|for)\s)?[A-Z]|['’]s\s[A-Z]|-|\s\d)", after)
        )
    if rule.resolve is means.quarter and not (groups["year"] or groups["which"]):
        return not BUSINESS.search(text)
    return rule.resolve is means.decade and len(groups["year"]) == 2 and bool(NO_DECADE.search(text))


def _is_title(before: str, after: str) -> bool:
    """'Sunday Night Live', 'the Sunday Times'."""
    titled = re.match(r"\s(?:Morning|Night|Evening)|\s[A-Z][a-z]+", after)
    return bool(titled) and (after.startswith((" Morning", " Night", " Evening")) or before.lower().endswith("the "))


def _is_no_year(before: str, after: str) -> bool:
    if NO_YEAR.match(after):
        return True
    ends = ALONE.search(before) and (not after or re.match(r"[.;)]", after))
    return not (YEAR_BEFORE.search(before) or YEAR_AFTER.match(after) or ends)
