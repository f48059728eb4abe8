"""What an expression of time means: a resolver for each kind, from its match and context to an ISO 8601 value.

A resolver gives None where the expression stands for no certain days; then it is shown as it is.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.annotate.times import values
from briefing.annotate.times.context import (
    ATTRIBUTE,
    AWAY,
    HAPPENS,
    LAST,
    Context,
    month_of_words,
    old_year,
    tense_of_deadline,
    told_year,
    year_of_words,
)
from briefing.annotate.times.months import after_label, unless_retold, year_told_after
from briefing.annotate.times.values import Tense
from briefing.annotate.times.words import DAY, DAYS_IN_WORDS, MONTH, SUFFIX, WEEKDAY, YEAR

ATTACK = re.compile(r"\s(?:terror|attack|bombing)")
AMERICAN = re.compile(r"\b[ECMP][SD]?T\b")
NEAR, WRITTEN = 62, 7  # days; between the writing of a text and its day
OF_ITS_TIME = re.compile(r"(?<!\bas)\sof\s$", re.IGNORECASE)  # the cars of tomorrow
EVENT = re.compile(  # today's vote, but not today's world
    r"['’]s\s(?:[\w-]+\s)?(?:action|announcement|attack|blast|crash|cut|debate|decision|election|fall|filing|final|funeral|"
    r"game|hearing|increase|judgment|match|meeting|move|news|protest|race|rally|report|result|rise|ruling|session|speech|"
    r"statement|strike|summit|trading|verdict|vote)s?\b"
)
IS_IN = re.compile(
    r"\b(?:is|are)\s(?:here\s|back\s)?(?:in|at|off)\s(?:the\s)?[A-Z][\w.’'-]*\s(?:[A-Z][\w.’'-]*\s)?$"
)  # is in Rome today
FROM = re.compile(r"(?<!different )(?<!far )(?<!away )\b(?:from|until|till|starting|effective)\s$", re.IGNORECASE)
AFTER_MIDNIGHT = re.compile(r"(?:12|[1-6])(?:[:.]\d\d)?\s?a\.?m\b", re.IGNORECASE)
BEFORE_EVENT = re.compile(
    r"\b(?:before|ahead\sof|prior\sto|in\sadvance\sof|leading\sup\sto)\s(?:an?|the|its|his|her|their)\s[^.,;:]*$",
    re.IGNORECASE,
)
OVERNIGHT = re.compile(  # between 11:45 p.m. Wednesday and 2 a.m.
    r"(?:\b(?:evening|night)|\dp\.?m\b|\sp\.?m\b)[^;:!?]*\s(?:and|to|until|till|through)\s(?:about\s|around\s|after\s)?$",
    re.IGNORECASE,
)
LATE = re.compile(r"\b(?:late|early)(?:er|r)?\s$", re.IGNORECASE)
PRINTED = re.compile(  # today, June 1; today (Monday, 1 June)
    rf"(?:,\s|\s\()(?:{WEEKDAY},?\s)?(?:the\s)?(?:(?P<month>{MONTH})\s(?P<day>{DAY})|"
    rf"(?P<day_before>{DAY}){SUFFIX}\s(?:of\s)?(?P<month_after>{MONTH}))\b(?:,?\s(?P<year>{YEAR})\b)?"
)
_MODIFIED: dict[str, Tense] = {"last": "past", "next": "future", "this": "unknown"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def absolute(match: re.Match[str], _: Context) -> str | None:
    return values.day(int(match["year"]), month_of_words(match["month"]), int(match["day"]))


def days(match: re.Match[str], context: Context) -> str | None:
    """'28-30 April 2024'; the year may be missing."""
    month, first = month_of_words(match["month"]), int(match["day"])
    year = told_year(match, context)
    if year is None:
        if context.reference is None or match["which"]:
            return None
        start = values.month_without_year(context.reference, month, first, context.tense)
        year = int(start[:4]) if start else 0
    begin, end = values.day(year, month, first), values.day(year, month, int(match["last"]))
    return f"{begin}/{end}" if begin and end and begin < end else None


def iso(match: re.Match[str], _: Context) -> str | None:
    return values.day(int(match["year"]), int(match["month"]), int(match["day"]))


def numeric(match: re.Match[str], context: Context) -> str | None:
    """'28/04/2024' and '4/28/2024': only one of the two numbers may be a month, or both are the same.

    Else that reading counts that is the day of the article, or the American one before an American time of day.
    """
    first, second = int(match["first"]), int(match["second"])
    year = (
        int(match["year"]) if len(match["year"]) == 4 else values.year_of_two_digits(match["year"], context.reference)
    )
    if first == second or max(first, second) > 12:
        return values.day(year, min(first, second), max(first, second))
    american, other = values.day(year, first, second), values.day(year, second, first)
    today = context.reference.isoformat() if context.reference else None
    if today in {american, other}:
        return today
    return american if AMERICAN.match(context.after) or AMERICAN.search(match.group()) else None


def day_of_month(match: re.Match[str], context: Context) -> str | None:
    month, day, groups = month_of_words(match["month"]), match["day"].lower(), match.groupdict()
    number = _number_of_day(day)
    year = year_of_words(match) if groups.get("century") else told_year(match, context)
    if groups.get("that"):
        year = int(told[0]) if (told := re.match(r"\d{4}", context.told.anchor or "")) else None
    if year is not None:
        return values.day(year, month, number)
    if groups.get("that") or match["which"]:
        return None
    if groups.get("modifier") == "the following":
        return _day_after(month, number, context)
    modifier = LAST.get((groups.get("modifier") or "").lower())
    if not modifier:
        return _day_without_year(month, number, (groups.get("weekday_on") or "")[:3].lower(), context)
    if context.reference is None:
        return None
    return values.month_without_year(context.reference, month, number, _MODIFIED[modifier])


def _number_of_day(words: str) -> int:
    """'3', 'third'."""
    return int(words) if words.isdigit() else DAYS_IN_WORDS.index(words.lower()) + 1


def _day_after(month: int, number: int, context: Context) -> str | None:
    """'the following Jan. 20' is the first after the day told last."""
    told = context.told.day()
    near = [values.day(int(told[:4]) + away, month, number) for away in (0, 1)] if told else []
    return next((day for day in near if day and told and day > told), None)


def _day_without_year(month: int, number: int, weekday_told: str, context: Context) -> str | None:
    """'Oct. 19': of the year told beside it, of the nearest in the direction of the tense, or as the text writes it."""
    year = _year_beside(month, context) or year_told_after(context)
    beside = values.day(year, month, number) if year else None
    here = context.reference.isoformat() if context.reference else beside
    against = beside and here and {"future": beside < here, "past": beside > here}.get(context.tense, False)
    if beside and not against:
        return beside
    if in_order := after_label(month, number, context):
        return in_order
    value = _next_in_list(month, number, context) or _day_by_tense(month, number, weekday_told, context)
    is_near = value is not None and context.reference is not None and _is_within(value, context.reference, NEAR)
    written = _year_written(month, number, context) or _year_of_sentence(context)
    if written is not None and not is_near:
        return values.day(written, month, number)
    if ATTACK.match(context.after) and not is_near:
        return None  # of any year
    return unless_retold(value or context.told.by_day.get((month, number)), context)


def _next_in_list(month: int, number: int, context: Context) -> str | None:
    """'Ohio votes on Jan. 15, Utah and Iowa on Feb. 5': of days to come each follows the last."""
    told, listed = context.told.day(), re.search(r"(?:,|\band)\s[^.;:]*\s(?:on\s)?$", context.gap)
    if not told or not listed or not context.goes_on or context.reference is None or told <= str(context.reference):
        return None
    value = _day_after(month, number, context)
    return value if value and _is_within(value, date.fromisoformat(told), NEAR) else None


def _day_by_tense(month: int, number: int, weekday_told: str, context: Context) -> str | None:
    if context.reference is None:
        return None
    tense = tense_of_deadline(context)
    if (context.is_label and tense == "habit") or (tense == "past" and BEFORE_EVENT.search(context.before)):
        tense = "unknown"  # a chronology is in the present; left before the vote of June 2
    value = values.month_without_year(context.reference, month, number, tense, weekday_told)
    if value is None and tense == "habit" and HAPPENS.search(context.before):  # expires on Dec. 31
        value = values.month_without_year(context.reference, month, number, "future", weekday_told)
    if ATTRIBUTE.match(context.after) and re.search(r"\b[Tt]he\s$", context.before):  # the March 3 deadline
        nearest = values.month_without_year(context.reference, month, number, "unknown", weekday_told)
        is_near = nearest is not None and _is_within(nearest, context.reference, NEAR)
        is_clear = nearest is None or nearest == value or tense != "past" or is_near
        value = nearest or value if is_clear else None  # of the July 1 handover nothing tells the year
    return value


def week_of_day(match: re.Match[str], context: Context) -> str | None:
    """'the week of Nov. 13'."""
    day = day_of_month(match, context)
    return values.week_of(date.fromisoformat(day)) if day else None


def day_alone(match: re.Match[str], context: Context) -> str | None:
    """'on the 15th': of the month told before it in the paragraph, else the nearest in the direction of the tense."""
    reference, number = context.reference, _number_of_day(match["day"] or match["word"])
    if reference is None:
        return None
    if match["weekday_on"]:
        return _day_of_week(match["weekday_on"].lower(), number, reference)
    if match["which"]:
        month = values.month_of(reference.year, reference.month + AWAY[match["which"].lower()])
    elif context.tense != "future" and context.told.anchor and re.match(r"\d{4}-\d\d", context.told.anchor):
        month = context.told.anchor[:7]
    elif context.tense == "past" or tense_of_deadline(context) == "future":
        is_beyond = number > reference.day if context.tense == "past" else number < reference.day
        month = values.month_of(reference.year, reference.month + is_beyond * (-1 if context.tense == "past" else 1))
    else:
        return None
    return values.day(int(month[:4]), int(month[5:]), number)


def _day_of_week(name: str, number: int, reference: date) -> str | None:
    """'Tuesday the 8th' is in this month or in one beside it."""
    months = (values.month_of(reference.year, reference.month + away) for away in (0, -1, 1))
    near = [day for month in months if (day := values.day(int(month[:4]), int(month[5:]), number))]
    return next((day for day in near if date.fromisoformat(day).weekday() == values.WEEKDAYS.index(name)), None)


def _is_within(day: str, reference: date, most: int) -> bool:
    return abs((date.fromisoformat(day) - reference).days) <= most


def _year_beside(month: int, context: Context) -> int | None:
    """Of 'a year later, on August 10', where the first expression has a year for its value; of 'in October 1987 ... on
    Oct. 19', where it is of the month."""
    anchor = context.told.anchor or ""
    if (year := old_year(context)) is not None:
        return year
    is_beside = re.fullmatch(r"\d{4}", anchor) and re.fullmatch(r",?\s(?:on\s)?", context.gap)
    return int(anchor[:4]) if is_beside or re.match(rf"\d{{4}}-{month:02}(?!\d|/)", anchor) else None


def _year_of_sentence(context: Context) -> int | None:
    """'In 2019 it was seen in Fiji on November 7'."""
    anchor = context.told.anchor or ""
    is_one = re.fullmatch(r"\d{4}", anchor) and context.goes_on
    return int(anchor) if is_one and context.tense == "past" else None


def _year_written(month: int, number: int, context: Context) -> int | None:
    """The year that the text writes beside the same day in another place, if it is no anniversary."""
    years = context.told.written.get((month, number), set())
    year = min(years) if len(years) == 1 else None
    is_far = year is not None and context.reference is not None and abs(year - context.reference.year) > 1
    return None if is_far else year


def near_day(match: re.Match[str], context: Context) -> str | None:
    """'yesterday', 'tonight'; 'today' in the simple present, or of what may be, is as likely to mean these days."""
    word = match["near"].lower()
    if word == "tomorrow" and OF_ITS_TIME.search(context.before) and not EVENT.match(context.after):
        return None
    if (
        match.group().lower() == "today"
        and not LATE.search(context.before)
        and context.tense in {"habit", "possible"}
        and not FROM.search(context.before)
        and not (HAPPENS.search(context.before) or HAPPENS.search(" ".join(context.after.split()[:1])))
        and not (EVENT.match(context.after) or IS_IN.search(context.before))
    ):
        return None
    away = 0 if "tonight" in word else next((away for near, away in values.NEAR_DAYS.items() if near in word), 0)
    away *= 2 if word.startswith("the day") else 1
    printed = _day_printed(context) if word == "today" else None
    return printed or ((context.reference + timedelta(away)).isoformat() if context.reference else None)


def _day_printed(context: Context) -> str | None:
    """'today, June 1' is that day, if it is one of the last: the text was written then and printed later."""
    told = PRINTED.match(context.after)
    if told is None or context.reference is None:
        return None
    month, number = month_of_words(told["month"] or told["month_after"]), int(told["day"] or told["day_before"])
    value = values.month_without_year(context.reference, month, number, "unknown")
    value = values.day(int(told["year"]), month, number) if told["year"] else value
    is_gone = value is not None and value <= context.reference.isoformat()
    return value if value and is_gone and _is_within(value, context.reference, WRITTEN) else None


def same_day(match: re.Match[str], context: Context) -> str | None:
    """'that day' is the day told last in the paragraph, 'that year' the year; of what is past no day to come."""
    told = context.told_last() if match["unit"] else context.day_told()
    if match["unit"]:
        told = values.period_of(told, match["unit"].lower()) if told else None
    is_ahead = context.reference is not None and told is not None and told > context.reference.isoformat()
    return None if is_ahead and context.tense == "past" else told


def the_day(_: re.Match[str], context: Context) -> str | None:
    """'late in the day' is of the day told last, and of the day of the article where it has told none."""
    if context.told.days or not context.told.is_fresh:
        days = set(context.told.days)
        return context.day_told() or (days.pop() if len(days) == 1 else None)
    return context.reference.isoformat() if context.reference and context.tense == "past" else None


def clock(match: re.Match[str], context: Context) -> str | None:
    """'14:48 UTC' is of the day told before it in its sentence, 'as of 14:48 UTC' or before 'today' of this day.

    Else it is of the one day that the text has told of.
    """
    anchor = context.told.anchor
    if anchor and _DAY.fullmatch(anchor) and context.goes_on:
        is_past_midnight = AFTER_MIDNIGHT.match(match.group()) and OVERNIGHT.search(context.before)
        return values.shift_value(anchor, 1, "day") if is_past_midnight else anchor
    if re.search(r"\bas of\s$", context.before, re.IGNORECASE) or re.match(r"[^.!?]*\btoday\b", context.after):
        return context.reference.isoformat() if context.reference else None
    days = set(context.told.days)
    is_elsewhere = context.is_quoted or context.told.is_of_old or context.tense not in {"past", "unknown"}
    return days.pop() if len(days) == 1 and not is_elsewhere and context.reference else None
