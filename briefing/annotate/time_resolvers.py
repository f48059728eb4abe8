"""What an expression of time means: a resolver for each kind, from its match and context to an ISO 8601 value.

A resolver gives None where the expression stands for no certain days; then it is shown as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.annotate import time_values as values
from briefing.annotate.time_values import MONTH_NUMBERS, Tense

COUNTS = {
    word: number
    for number, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"a": 1, "an": 1, "the": 1}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
ORDINALS |= {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
DECADES = {word: 1900 + 10 * number for number, word in enumerate(
    "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)}  # fmt: skip
LAST = {"last": "last", "past": "last", "next": "next", "coming": "next", "this": "this",
        "this past": "last", "this coming": "coming", "the coming": "coming", "current": "this"}  # fmt: skip
AWAY = {"last": -1, "this": 0, "next": 1}
UNTIL = re.compile(r"\b(?:un)?till?\s$", re.IGNORECASE)
ATTRIBUTE = re.compile(r"\s(?!(?:after|and|as|at|before|by|for|from|in|on|over|to|when|with)\b)[a-z]")
YEAR_BEFORE = re.compile(r"\b(last|this|next)\syear,?\s(?:(?:on|in)\s)?$", re.IGNORECASE)
BEYOND = re.compile(r"\b(?:(?:more|longer)\sthan|at\sleast|over)\s$", re.IGNORECASE)
WITHIN = re.compile(r"\b(?:less\sthan|under|nearly|almost|up\sto)\s$", re.IGNORECASE)
SAME_PERIOD = re.compile(r"\b(?:same|corresponding|comparable|year-ago)\s(?:\w+\s){1,2}$")


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against; ``anchor`` is the last value told in the same paragraph."""

    reference: date | None
    tense: Tense
    anchor: str | None
    before: str  # the text up to the expression
    after: str  # the text that follows it
    gap: str  # the text between it and the expression before it


Resolver = Callable[[re.Match[str], Context], str | None]


# ------------------------------------------------------------------------------------------------- days and months


def absolute(match: re.Match[str], _: Context) -> str | None:
    return values.day(int(match["year"]), _month(match), int(match["day"]))


def _month(match: re.Match[str]) -> int:
    return MONTH_NUMBERS[match["month"].rstrip(".").lower()]


def days(match: re.Match[str], context: Context) -> str | None:
    """'28-30 April 2024'; the year may be missing."""
    first, last = int(match["day"]), int(match["last"])
    told = _told_year(match, context)
    year = str(told) if told else None
    if year is None and (context.reference is None or match["which"]):
        return None
    if year is None:
        assert context.reference is not None
        start = values.month_without_year(context.reference, _month(match), first, context.tense)
        year = start[:4] if start else "0"
    begin, end = values.day(int(year), _month(match), first), values.day(int(year), _month(match), last)
    return f"{begin}/{end}" if begin and end and begin < end else None


def iso(match: re.Match[str], _: Context) -> str | None:
    return values.day(int(match["year"]), int(match["month"]), int(match["day"]))


def numeric(match: re.Match[str], _: Context) -> str | None:
    """'28/04/2024' and '4/28/2024': only one of the two numbers may be a month, or both are the same."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    if first != second and first <= 12 and second <= 12:
        return None
    return values.day(year, min(first, second), max(first, second))


def day_of_month(match: re.Match[str], context: Context) -> str | None:
    year = _told_year(match, context) or _year_told_after(context)
    if year is not None:
        return values.day(year, _month(match), int(match["day"]))
    if context.reference is None or match["which"]:
        return None
    tense: Tense = "unclear" if UNTIL.search(context.before) else context.tense
    return _unless_retold(
        values.month_without_year(context.reference, _month(match), int(match["day"]), tense), context
    )


def _unless_retold(value: str | None, context: Context) -> str | None:
    """After 'November 15, 2017' a 'November 21' is of that year or of a later one."""
    anchor = context.anchor or ""
    if value is None or not re.match(r"\d{4}-\d\d", anchor):
        return value
    return None if anchor <= f"{int(value[:4]) - 1}{value[4:]}" else value


def _is_until_past(context: Context) -> bool:
    """'stayed closed until Friday' may have ended or not."""
    return bool(UNTIL.search(context.before)) and context.tense not in values.AHEAD


def _year_told_after(context: Context) -> int | None:
    """Of 'from April 28 to May 3, 2019' and 'March and April 2019' the first half has the year of the second."""
    month = "|".join(values.MONTHS)
    told = re.match(
        rf"(?:\s?[-–—/]\s?|\s(?:to|and|or|through|until|till)\s)(?:\d\d?\s)?(?:{month})(?:\s\d\d?(?:st|nd|rd|th)?)?,?\s"
        rf"((?:19|20)\d\d)\b",
        context.after,
        re.IGNORECASE,
    )
    return int(told[1]) if told else None


def month_and_year(match: re.Match[str], context: Context) -> str | None:
    year = _told_year(match, context)
    return values.month_of(year, _month(match)) if year else None


def _told_year(match: re.Match[str], context: Context) -> int | None:
    """The year of 'October 2019', 'October of last year' or 'last year in October'."""
    if match.groupdict().get("year"):
        return int(match["year"])
    which = match["which"] or next(iter(YEAR_BEFORE.findall(context.before)), None)
    if which is None or context.reference is None:
        return None
    return context.reference.year + AWAY[which.lower()]


def month_alone(match: re.Match[str], context: Context) -> str | None:
    year = _year_told_after(context)
    if year is not None:
        return values.month_of(year, _month(match))
    if context.reference is None or _is_until_past(context):
        return None
    tense = context.tense
    modifier = (match["modifier"] or "").lower()
    if modifier in {"last", "this past"} or re.search(r"\b(?:since|back in)\s$", context.before, re.IGNORECASE):
        tense = "past"
    elif modifier in {"next", "coming", "this coming"} or UNTIL.search(context.before):
        tense = "future"
    elif not modifier and re.search(r"\b(?:an?|the)\s$", context.before, re.IGNORECASE):
        tense = "unknown"  # the verb of 'said a June rate cut was likely' says nothing of June
    return _unless_retold(values.month_without_year(context.reference, _month(match), None, tense), context)


def weekday(match: re.Match[str], context: Context) -> str | None:
    if context.reference is None:
        return None
    name = match["weekday"].lower()
    if match["week"]:
        return values.weekday_of_week(context.reference, name, AWAY[match["week"].lower()])
    if context.tense == "habit" and not re.search(r"\bon\s$", context.before) and ATTRIBUTE.match(context.after):
        return None  # opens for Sunday shoppers
    modifier = LAST.get((match["modifier"] or "").lower(), "")
    tense: Tense = "unclear" if _is_until_past(context) else context.tense
    if re.search(r"\b(?:as of|since)\s$", context.before, re.IGNORECASE):
        tense = "past"
    return values.weekday(context.reference, name, modifier, tense)


def near_day(match: re.Match[str], context: Context) -> str | None:
    """'yesterday', 'tonight'; 'today' in the simple present, or of what may be, is as likely to mean these days."""
    word = match["near"].lower()
    if match.group().lower() == "today" and context.tense in {"habit", "possible", "unknown"}:
        return None
    away = -1 if word.startswith(("yesterday", "last night")) else 1 if word.startswith("tomorrow") else 0
    return (context.reference + timedelta(away)).isoformat() if context.reference else None


def clock(_: re.Match[str], context: Context) -> str | None:
    """'14:48 UTC' is of the day told before it in its sentence, 'as of 14:48 UTC' or before 'today' of this day."""
    if context.anchor and re.fullmatch(r"\d{4}-\d\d-\d\d", context.anchor) and not re.search(r"[.!?]\s", context.gap):
        return context.anchor
    as_of = re.search(r"\bas of\s$", context.before, re.IGNORECASE) or re.match(r"[^.!?]*\btoday\b", context.after)
    return context.reference.isoformat() if as_of and context.reference else None


# --------------------------------------------------------------------------------------------------------- periods


def period(match: re.Match[str], context: Context) -> str | None:
    """'this week', 'earlier this month', 'last year'; 'the past week' and 'the next year' begin or end on the day."""
    modifier, unit = match["modifier"].lower(), match["unit"].lower()
    rolling = match.group().lower().startswith("the ") and modifier in {"last", "next"}
    if context.reference is None or rolling or modifier in {"past", "coming"} or SAME_PERIOD.search(context.before):
        return None
    modifier = LAST[modifier]
    if match["edge"] and modifier == "this":
        tense: Tense = "past" if match["edge"].lower().startswith("earl") else "future"
    else:
        tense = context.tense
    away = AWAY.get(modifier, 0)
    if unit == "week":
        return values.week(context.reference, modifier, tense)
    if unit == "weekend":
        return values.weekend(context.reference, modifier, tense)
    if unit == "quarter":
        number = (context.reference.month - 1) // 3 + away
        return values.quarter(None, number % 4 + 1, context.reference.year + number // 4, "unknown")
    return values.shift(context.reference, away, unit)


def weekend(_: re.Match[str], context: Context) -> str | None:
    return values.weekend(context.reference, "this", context.tense) if context.reference else None


def ago(match: re.Match[str], context: Context) -> str | None:
    """'almost two years ago' is in that year as a rule, 'almost two weeks ago' not in that week."""
    unit, before = match["unit"].lower(), context.before
    if context.reference is None or BEYOND.search(before) or (unit != "year" and WITHIN.search(before)):
        return None
    return values.shift(context.reference, -_count(match), unit)


def _count(match: re.Match[str]) -> int:
    count = match["count"].lower()
    return int(count) if count.isdigit() else COUNTS[count]


def from_anchor(match: re.Match[str], context: Context) -> str | None:
    """'two days earlier', 'the following day': from what the paragraph told last, otherwise unresolved."""
    if context.anchor is None:
        return None
    count = _count(match) if "count" in match.groupdict() else 1
    sign = -1 if match["side"].lower() in {"earlier", "before", "previous"} else 1
    return values.shift_value(context.anchor, sign * count, match["unit"].lower())


def year(match: re.Match[str], _: Context) -> str:
    return match["year"]


def years(match: re.Match[str], _: Context) -> str | None:
    first, last = match["year"], match["last"]
    last = first[: 4 - len(last)] + last
    return f"{first}/{last}" if first < last else None


def decade(match: re.Match[str], _: Context) -> str:
    told = match["year"].lower()
    first = DECADES[told] if told in DECADES else int(told) if len(told) == 4 else 1900 + int(told)
    return f"{first}/{first + 9}"


def quarter(match: re.Match[str], context: Context) -> str | None:
    financial = re.match(r"\sof\s(?:\w+\s)?(?:financial|fiscal)\b", context.after)
    if financial or "fiscal" in context.before[-12:].lower() or SAME_PERIOD.search(f"{context.before}{match.group()} "):
        return None
    return values.quarter(
        context.reference, ORDINALS[match["number"].lower()], _told_year(match, context), context.tense
    )


def half(match: re.Match[str], context: Context) -> str | None:
    told = _told_year(match, context) or (context.reference.year if context.reference else None)
    if told is None:
        return None
    return values.months(told, 1, 6) if match["number"].lower() == "first" else values.months(told, 7, 12)


def unresolved(_: re.Match[str], __: Context) -> None:
    return None
