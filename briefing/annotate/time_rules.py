"""How expressions of time are written, and what each means: one rule a form, with its resolver."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.annotate import time_values as values
from briefing.annotate.time_values import MONTH_NUMBERS, MONTHS, WEEKDAYS, Tense

COUNTS = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
LAST = {"last": "last", "past": "last", "previous": "last", "next": "next", "coming": "next", "this": "this",
        "this past": "last", "this coming": "coming", "the coming": "coming", "current": "this"}  # fmt: skip
MONTH = rf"(?:{'|'.join(month.title() for month in MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[1-9]\d\d|20\d\d)"
WEEKDAY = rf"(?:{'|'.join(name.title() for name in WEEKDAYS)})"
PART = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night)\b)?"
COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
OF_YEAR = rf"(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})|(?P<which>last|this|next)\syear))"
EDGE = r"(?:(?:[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id)[\s-])?"


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against; ``anchor`` is the last day told in the same paragraph."""

    reference: date | None
    tense: Tense
    anchor: date | None
    before: str  # the text up to the expression


Resolver = Callable[[re.Match[str], Context], str | None]


def _absolute(match: re.Match[str], _: Context) -> str | None:
    return values.day(int(match["year"]), _month(match), int(match["day"]))


def _month(match: re.Match[str]) -> int:
    return MONTH_NUMBERS[match["month"].rstrip(".").lower()]


def _days(match: re.Match[str], context: Context) -> str | None:
    """'28-30 April 2024'; the year may be missing."""
    first, last = int(match["day"]), int(match["last"])
    year = match["year"]
    if year is None and context.reference is None:
        return None
    if year is None:
        assert context.reference is not None
        start = values.month_without_year(context.reference, _month(match), first, context.tense)
        year = start[:4] if start else "0"
    begin, end = values.day(int(year), _month(match), first), values.day(int(year), _month(match), last)
    return f"{begin}/{end}" if begin and end and begin < end else None


def _iso(match: re.Match[str], _: Context) -> str | None:
    return values.day(int(match["year"]), int(match["month"]), int(match["day"]))


def _day_of_month(match: re.Match[str], context: Context) -> str | None:
    if context.reference is None:
        return None
    return values.month_without_year(context.reference, _month(match), int(match["day"]), context.tense)


def _month_and_year(match: re.Match[str], context: Context) -> str | None:
    year = _told_year(match, context)
    return values.month_of(year, _month(match)) if year else None


def _told_year(match: re.Match[str], context: Context) -> int | None:
    """The year of 'October 2019' or 'October of last year'."""
    if match["year"]:
        return int(match["year"])
    if match["which"] is None or context.reference is None:
        return None
    return context.reference.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]


def _month_alone(match: re.Match[str], context: Context) -> str | None:
    if context.reference is None:
        return None
    tense = context.tense
    modifier = (match["modifier"] or "").lower()
    if modifier in {"last", "this past"} or re.search(r"\bsince\s$", context.before, re.IGNORECASE):
        tense = "past"
    elif modifier in {"next", "coming", "this coming"} or re.search(
        r"\b(?:un)?till?\s$", context.before, re.IGNORECASE
    ):
        tense = "future"
    elif not modifier and re.search(r"\b(?:an?|the)\s$", context.before, re.IGNORECASE):
        tense = "unknown"  # the verb of 'said a June rate cut was likely' says nothing of June
    return values.month_without_year(context.reference, _month(match), None, tense)


def _weekday(match: re.Match[str], context: Context) -> str | None:
    if context.reference is None:
        return None
    modifier = LAST.get((match["modifier"] or "").lower(), "")
    tense = "past" if re.search(r"\b(?:as of|since)\s$", context.before, re.IGNORECASE) else context.tense
    return values.weekday(context.reference, match["weekday"].lower(), modifier, tense)


def _near_day(match: re.Match[str], context: Context) -> str | None:
    word = match.group().lower()
    away = -1 if word.startswith(("yesterday", "last night")) else 1 if word.startswith("tomorrow") else 0
    return (context.reference + timedelta(away)).isoformat() if context.reference else None


def _period(match: re.Match[str], context: Context) -> str | None:
    """'this week', 'earlier this month', 'last year'; 'the past week' and 'the last year' end on the day itself."""
    the = match.group().lower().startswith("the ") and match["modifier"].lower() == "last"
    if context.reference is None or the or match["modifier"].lower() == "past":
        return None
    modifier, unit = LAST[match["modifier"].lower()], match["unit"].lower()
    if match["edge"] and modifier == "this":
        tense: Tense = "past" if match["edge"].lower().startswith("earl") else "future"
    else:
        tense = context.tense
    away = {"last": -1, "next": 1}.get(modifier, 0)
    if unit == "week":
        return values.week(context.reference, modifier, tense)
    if unit == "weekend":
        return values.weekend(context.reference, modifier, tense)
    if unit == "quarter":
        number = (context.reference.month - 1) // 3 + away
        return values.quarter(None, number % 4 + 1, context.reference.year + number // 4, "unknown")
    return values.shift(context.reference, away, unit)


def _weekend(_: re.Match[str], context: Context) -> str | None:
    return values.weekend(context.reference, "this", context.tense) if context.reference else None


def _ago(match: re.Match[str], context: Context) -> str | None:
    if context.reference is None:
        return None
    return values.shift(context.reference, -_count(match), match["unit"].lower())


def _count(match: re.Match[str]) -> int:
    count = match["count"].lower()
    return int(count) if count.isdigit() else COUNTS[count]


def _from_anchor(match: re.Match[str], context: Context) -> str | None:
    """'two days earlier': from the last day the paragraph told, otherwise unresolved."""
    if context.anchor is None:
        return None
    sign = -1 if match["side"].lower() in {"earlier", "before"} else 1
    return values.shift(context.anchor, sign * _count(match), match["unit"].lower())


def _year(match: re.Match[str], _: Context) -> str:
    return match["year"]


def _years(match: re.Match[str], _: Context) -> str | None:
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else None


def _decade(match: re.Match[str], _: Context) -> str:
    first = int(match["year"])
    return f"{first}/{first + 9}"


def _quarter(match: re.Match[str], context: Context) -> str | None:
    if "fiscal" in context.before[-12:].lower():
        return None
    year = _told_year(match, context)
    return values.quarter(context.reference, ORDINALS[match["number"].lower()], year, context.tense)


def _half(match: re.Match[str], context: Context) -> str | None:
    if match["year"] is None and context.reference is None:
        return None
    year = int(match["year"]) if match["year"] else context.reference.year if context.reference else 0
    return values.months(year, 1, 6) if match["number"].lower() == "first" else values.months(year, 7, 12)


def _unresolved(_: re.Match[str], __: Context) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    resolve: Resolver


def _rule(pattern: str, resolve: Resolver, flags: int = 0) -> Rule:
    return Rule(re.compile(rf"(?<![\w$£€.,-])(?:{pattern})(?![\w])(?!-[A-Za-z]|[.,:]\d)", flags), resolve)


ON = rf"(?:{WEEKDAY},?\s(?:the\s)?)?"
SUFFIX = r"(?:st|nd|rd|th)?"
SPAN = rf"(?P<count>{COUNT})\s(?P<unit>day|week|month|year|decade)s?"
DAYS = rf"(?P<day>{DAY}){SUFFIX}\s?[-–—]\s?(?P<last>{DAY}){SUFFIX}"
RULES: tuple[Rule, ...] = (  # the longest first, where two begin alike
    _rule(rf"(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)", _iso),
    _rule(rf"{ON}(?P<month>{MONTH})\s{DAYS}(?:,?\s(?P<year>{YEAR}))?", _days),
    _rule(rf"{DAYS}\s(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?", _days),
    _rule(rf"{ON}(?P<month>{MONTH})\s(?P<day>{DAY}){SUFFIX},?\s(?P<year>{YEAR})", _absolute),
    _rule(rf"{ON}(?P<day>{DAY}){SUFFIX}\s(?:of\s)?(?P<month>{MONTH}),?\s(?P<year>{YEAR})", _absolute),
    _rule(rf"{ON}(?P<month>{MONTH})\s(?P<day>{DAY}){SUFFIX}(?!\s(?:percent|million|people))", _day_of_month),
    _rule(rf"{ON}(?:the\s)?(?P<day>{DAY}){SUFFIX}\s(?:of\s)?(?P<month>{MONTH})(?!\s\d)", _day_of_month),
    _rule(rf"{EDGE}(?P<month>{MONTH}){OF_YEAR}", _month_and_year),
    _rule(
        rf"(?:(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|[Tt]he\scoming|[Cc]oming)\s)?"
        rf"(?P<weekday>{WEEKDAY}){PART}(?!s\b)",
        _weekday,
    ),
    _rule(
        rf"(?:(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?)\s|{EDGE})(?P<month>{MONTH})",
        _month_alone,
    ),
    _rule(r"(?:yesterday|today|tomorrow)(?:\s(?:morning|afternoon|evening|night))?", _near_day, re.I),
    _rule(r"last\snight|tonight|this\s(?:morning|afternoon|evening)", _near_day, re.I),
    _rule(
        r"(?:(?P<edge>earlier|later|early|late)\s)?(?:the\s)?"
        r"(?P<modifier>this\spast|this\scoming|this|last|next|past|previous|coming|current)\s(?P<unit>weekend|week|month|quarter|year)(?!['’]s\b)",
        _period,
        re.I,
    ),
    _rule(r"the\sweekend", _weekend, re.I),
    _rule(rf"{SPAN}\sago", _ago, re.I),
    _rule(rf"{SPAN}\s(?P<side>earlier|before|later|after)(?=$|[.,;]|\s(?!the\b|than\b))", _from_anchor, re.I),
    _rule(rf"(?:the\s)?(?P<number>(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))(?=\squarter)|Q[1-4])(?:\squarter)?"
          rf"{OF_YEAR}?", _quarter, re.I),
    _rule(rf"the\s(?P<number>first|second)\shalf\sof\s(?:the\syear|(?P<year>{YEAR}))", _half, re.I),
    _rule(r"(?:the\s)?(?:early\s|late\s|mid[\s-])?(?P<year>(?:1[1-9]|20)\d0)s", _decade, re.I),
    _rule(rf"(?P<year>{YEAR})[-–](?P<last>20\d\d|19\d\d|\d\d)", _years),
    _rule(rf"{EDGE}(?P<year>{YEAR})", _year),
    _rule(
        r"(?:the\s)?(?:recent|coming|(?:past|last|next)\sfew|past|previous\sfew)\s"
        r"(?:days|weeks|months|years|decades)",
        _unresolved,
        re.I,
    ),
    _rule(r"(?:the\s)?(?:this|last|next)\s(?:spring|summer|autumn|winter)", _unresolved, re.I),
)  # fmt: skip
