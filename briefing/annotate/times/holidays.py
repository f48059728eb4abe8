"""What a holiday means: 'Christmas Eve', 'Labor Day 1997', 'last Easter', 'the day after Thanksgiving'."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from briefing.annotate.times import values
from briefing.annotate.times.context import LAST, Context, number_of, tense_of_deadline, told_year
from briefing.annotate.times.values import Tense

Date = Callable[[int], date]


def _fixed(month: int, day: int) -> Date:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, number: int) -> Date:
    return lambda year: values.nth_weekday(year, month, weekday, number) or date(year, month, 1)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the rule of Butcher."""
    golden, century = year % 19, year // 100
    epact = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    full = epact - (epact // 28) * (1 - (29 // (epact + 1)) * ((21 - golden) // 11))
    sunday = full - (year + year // 4 + full + 2 - century + century // 4) % 7
    month = 3 + (sunday + 40) // 44
    return date(year, month, sunday + 28 - 31 * (month // 4))


def _from_easter(days: int) -> Date:
    return lambda year: easter(year) + timedelta(days)


DATES: dict[str, Date] = {
    "martin luther king jr. day": _nth(1, 0, 3),
    "martin luther king day": _nth(1, 0, 3),
    "australia day": _fixed(1, 26),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "st. patrick's day": _fixed(3, 17),
    "st patrick's day": _fixed(3, 17),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "good friday": _from_easter(-2),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "easter": _from_easter(0),
    "shrove tuesday": _from_easter(-47),
    "maundy thursday": _from_easter(-3),
    "ascension day": _from_easter(39),
    "pentecost sunday": _from_easter(49),
    "pentecost": _from_easter(49),
    "whit monday": _from_easter(50),
    "anzac day": _fixed(4, 25),
    "may day": _fixed(5, 1),
    "memorial day": _nth(5, 0, -1),
    "father's day": _nth(6, 6, 3),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "july fourth": _fixed(7, 4),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "armistice day": _fixed(11, 11),
    "remembrance sunday": _nth(11, 6, 2),
    "veterans day": _fixed(11, 11),
    "thanksgiving day": _nth(11, 3, 4),
    "thanksgiving": _nth(11, 3, 4),
    "election day": lambda year: _nth(11, 0, 1)(year) + timedelta(1),
    "inauguration day": _fixed(1, 20),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "new year's eve": _fixed(12, 31),
    "new year's day": _fixed(1, 1),
    "new year's": _fixed(1, 1),
}
LONG_WEEKENDS = {  # days from the holiday to the first and the last of its weekend
    "thanksgiving": (0, 3),
    **dict.fromkeys(["labor day", "memorial day", "columbus day", "presidents' day", "presidents day"], (-2, 0)),
}
EVERY = {"election day": (2, 0), "inauguration day": (4, 1)}  # the years, modulo
HOLIDAY = "|".join(
    re.escape(" ".join(word if word == "of" else word.capitalize() for word in name.split()))
    .replace("'", "['’]")
    .replace(r"\ ", r"\s")
    for name in sorted(DATES, key=len, reverse=True)
)
CUES = (
    "_day easter christmas halloween thanksgiving new_year good_friday fourth palm_sunday ash_wednesday "
    "pentecost shrove maundy whit_monday juneteenth remembrance"
)
NO_DATE_BEFORE = re.compile(
    r"\b(?:an?(?:\s[\w-]+)?|every|each|any|which|of|first|merry|happy|white|after-|pre-|post-|"
    r"(?:campaign\w*|f[io]ught|fighting|loves?|passion|push\w*)\s(?:for|of))\s?$",
    re.IGNORECASE,
)
NAMED = re.compile(  # Johnnie Christmas
    r"\b(?!(?:After|And|As|At|Before|But|By|During|For|From|In|Last|Next|On|Over|Since|This|Until|When|With)\b)"
    r"[A-Z][a-z]+\s$"
)
OF_SOMETHING = re.compile(  # Christmas shopping, Easter Island; but Christmas is, Easter Sunday Mass
    r"['’]s?\s|-|\sand\s(?:[\w’']+\s){1,3}(?:holidays?|period|sales|season)|\s(?:[A-Z]|(?!(?:after|although|and|as|at|because|before|but|by|are|is|has|had|have|can|could|may|were|came|comes|fall\w*|fell|for|from|he|in|it|last|now|"
    r"next|on|or|over|she|than|that|the|they|this|through|to|until|was|we|were|when|where|which|while|will|with|would)\b)[a-z])"
)


def is_no_holiday(match: re.Match[str], before: str, after: str) -> bool:
    ends = match["holiday"].endswith(("Day", "Eve", "Sunday", "Monday", "Friday", "Wednesday"))
    is_apart = ends and not before.endswith("the ")  # not the Good Friday Agreement
    other = OF_SOMETHING.match(after) and not (is_apart and re.match(r"\s[A-Z]", after))
    if (other and not match["side"]) or (match["side"] is None and not match["weekend"] and NAMED.search(before)):
        return True
    return match["modifier"] is None and bool(NO_DATE_BEFORE.search(before))


def holiday(match: re.Match[str], context: Context) -> str | None:
    day = _day_of(match, context)
    if day is not None and match["weekend"]:
        first, last = LONG_WEEKENDS.get(_name_of(match), (0, 0))
        return f"{day + timedelta(first)}/{day + timedelta(last)}" if first < last else None
    if day is None or not match["side"]:
        return day.isoformat() if day else None
    sign = 1 if match["side"].lower() == "after" else -1
    if match["weekday"]:
        away = sign * (values.WEEKDAYS.index(match["weekday"].lower()) - day.weekday()) % 7 or 7
        return (day + timedelta(sign * away)).isoformat()
    unit = match["unit"].lower()
    if unit == "week" and match["count"].lower() != "the":
        return None
    return values.shift(day, sign * number_of(match["count"]), unit if unit == "week" else "day")


def _name_of(match: re.Match[str]) -> str:
    return " ".join(match["holiday"].replace("’", "'").lower().split())


def _day_of(match: re.Match[str], context: Context) -> date | None:
    name = _name_of(match)
    year = told_year(match, context)
    if year is not None:
        return DATES[name](year)
    if context.reference is None:
        return None
    told = context.told.anchor or ""
    is_old = re.match(r"\d{4}(?!/)", told) is not None and int(told[:4]) < context.reference.year - 1
    is_old = is_old and not context.before.endswith("since ")
    if is_old and not match["modifier"] and context.goes_on:
        return (
            DATES[name](int(told[:4])) if context.tense not in values.AHEAD else None
        )  # began in May 1971, over by Christmas
    every = EVERY.get(name)
    years = range(context.reference.year - 4, context.reference.year + 5)
    near = [DATES[name](year) for year in years if every is None or year % every[0] == every[1]]
    value = values.day_near(context.reference, near, _tense(match, context))
    return date.fromisoformat(value) if value else None


def _tense(match: re.Match[str], context: Context) -> Tense:
    modifier = LAST.get((match["modifier"] or "").lower())
    if modifier in {"last", "next", "coming"}:
        return "past" if modifier == "last" else "future"
    return tense_of_deadline(context)
