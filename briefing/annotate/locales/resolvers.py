"""What an expression of time means on the day of its article."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.annotate.locales.tense import tense_around
from briefing.annotate.locales.time_forms import NOT_COUNTED, YEAR
from briefing.annotate.locales.words import words
from briefing.annotate.times import values
from briefing.annotate.times.values import Tense

FAR = 200  # characters before an expression in which another year may be told
PAST_YEAR = re.compile(  # not 'since 2010', which goes on
    r"(?<!seit\s)(?<!depuis\s)(?<!desde\s)(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)", re.IGNORECASE
)
FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9}
AWAY = {"last": -1, "this": 0, "end": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Expression:
    """A form that was found, and what it is resolved by; ``way`` is what the form says: last, next, this."""

    match: re.Match[str]
    way: str
    code: str
    reference: date | None
    is_quoted: bool

    def part(self, kind: str) -> str:
        """The characters of a part of the expression; empty where it has none."""
        return self.match.groupdict().get(kind) or ""

    def number(self, kind: str, of: str = "") -> int:
        """A part as a number, by the words of its kind."""
        read = self.part(kind).lower()
        return int(read if read.isdigit() else words(self.code, of or kind)[read])

    def tense(self) -> Tense:
        if self.way in {"last", "next", "coming"}:
            return "past" if self.way == "last" else "future"
        return tense_around(self.match.string, *self.match.span("it"), self.code)

    def lies_elsewhere(self) -> bool:
        """Whether a year before the article's is told right before: what follows may lie in it."""
        start = self.match.start()
        years = PAST_YEAR.findall(self.match.string[max(0, start - FAR) : start])
        return any(self.reference is None or int(year) < self.reference.year for year in years)


def _full(one: Expression) -> str | None:
    return values.day(one.number("year"), one.number("number_of_month"), one.number("day"))


def _day(one: Expression) -> str | None:
    month, number = one.number("month"), one.number("day")
    if one.part("year"):
        return values.day(one.number("year"), month, number)
    if one.reference is None:
        return None
    told = values.WEEKDAYS[one.number("weekday")][:3] if one.part("weekday") else ""
    tense = one.tense()
    if not told and tense != "future" and one.lies_elsewhere():
        return None
    tense = "unclear" if tense == "unknown" else tense
    return values.month_without_year(one.reference, month, number, tense, told)


def _days(one: Expression) -> str | None:
    """'3. bis 5. Mai'."""
    last = _day(one)
    first = values.day(int(last[:4]), int(last[5:7]), one.number("first")) if last else None
    return f"{first}/{last}" if first and last and first < last else None


def _near(one: Expression) -> str | None:
    """'today' is these days too: nothing where no verb tells of the day, or in a quotation, which may be older."""
    away = one.number("near") if one.part("near") else 0
    if one.reference is None or one.is_quoted or (away == 0 and one.way != "part" and one.tense() == "unknown"):
        return None
    return (one.reference + timedelta(away)).isoformat()


def _weekday(one: Expression) -> str | None:
    if one.reference is None or one.way == "habit":
        return None
    number = one.number("weekday")
    name, ahead = values.WEEKDAYS[number], (number - one.reference.weekday()) % 7
    if one.way.startswith("of_"):
        return values.weekday_of_week(one.reference, name, AWAY[one.way.removeprefix("of_")])
    if one.way == "next" and number > one.reference.weekday():
        return None  # said on Monday, 'nächsten Freitag' is of this week or of the next
    if one.way in {"next", "coming"}:
        return (one.reference + timedelta(ahead or 7)).isoformat()
    if one.way == "this" and not ahead:
        return one.reference.isoformat()
    tense = one.tense()
    if tense == "unknown" or (one.is_quoted and one.way == "-"):
        return None
    return values.weekday(one.reference, name, "last" if one.way == "last" else "", tense)


def _weekend(one: Expression) -> str | None:
    tense = one.tense()
    if one.reference is None or (one.way in {"this", "-"} and tense == "unknown"):
        return None
    if one.way == "next" and one.reference.weekday() < values.SUNDAY - 1:
        return values.weekend(one.reference, "this", "future")  # the coming one
    return values.weekend(one.reference, one.way, tense)


def _month(one: Expression) -> str | None:
    month = one.number("month")
    if one.part("year"):
        return values.month_of(one.number("year"), month)
    tense = one.tense()
    if one.reference is None or (one.way in {"last", "next"} and month == one.reference.month):
        return None
    if tense == "unknown" or (one.way == "-" and tense != "future" and one.lies_elsewhere()):
        return None  # in May lilacs bloom
    return values.month_without_year(one.reference, month, None, tense)


def _months(one: Expression) -> str | None:
    """'entre avril et octobre', of one year."""
    first, last = one.number("month_before", "month"), _month(one)
    return f"{last[:4]}-{first:02}/{last}" if last and first < int(last[5:7]) else None


def _part(one: Expression) -> str | None:
    """A quarter or half of a year; where no year is told, the one that the tense tells."""
    length = one.number("part")
    last = one.number("ordinal") * length
    first = last - length + 1
    if last > 12 or one.part("year"):
        return values.months(one.number("year"), first, last) if last <= 12 else None
    tense = one.tense()
    if one.reference is None or tense == "unknown" or one.lies_elsewhere():
        return None
    year, month = one.reference.year, one.reference.month
    return values.months(year + (tense == "future" and last < month) - (tense == "past" and first > month), first, last)


def _season(one: Expression) -> str | None:
    code = words(one.code, "season")[one.part("season").lower()]
    if one.part("year"):
        return f"{one.part('year')}-{code}"
    tense, first = one.tense(), FIRST_MONTHS[code]
    if one.reference is None or tense == "unknown" or one.lies_elsewhere():
        return None
    year, month = one.reference.year, one.reference.month
    if first <= month <= first + 3:
        return None  # it is on or has just been: this one, or the last or next?
    return f"{year + (tense == 'future' and month > first) - (tense == 'past' and month < first)}-{code}"


def _period(one: Expression) -> str | None:
    unit = words(one.code, "period")[one.part("period").lower()]
    if one.reference is None or unit == "day":
        return None
    if unit == "week":
        return values.week(one.reference, one.way, "unknown")
    return values.shift(one.reference, AWAY[one.way], unit)


def _ago(one: Expression) -> str | None:
    unit, away = words(one.code, "period")[one.part("period").lower()], AWAY[one.way]
    is_near = unit in {"day", "week"}
    if one.reference is None or (not is_near and one.lies_elsewhere()):
        return None
    return values.shift(one.reference, away * one.number("number"), unit)


def _before(one: Expression) -> str | None:
    """'En 2017 …, un an plus tôt': from the year that was told last."""
    year = rf"(?<![\d.,]){YEAR}{NOT_COUNTED[one.code]}"
    told = re.findall(year, one.match.string[: one.match.start()])
    is_year = words(one.code, "period")[one.part("period").lower()] == "year"
    return f"{int(told[-1]) - one.number('number'):04}" if told and is_year else None


def _year(one: Expression) -> str | None:
    if one.part("year"):
        return one.part("year")
    if one.way == "end" and one.tense() != "future":
        return None
    return None if one.reference is None or one.lies_elsewhere() else f"{one.reference.year + AWAY[one.way]:04}"


def _years(one: Expression) -> str | None:
    first, last = one.part("year_before"), one.part("year")
    return f"{first}/{last}" if first < last else None


def _decade(one: Expression) -> str | None:
    """From its first year to its last."""
    first = one.number("decade_of") if one.part("decade_of") else 1900 + one.number("decade")
    return f"{first}/{first + 9}"


RESOLVERS: Mapping[str, Callable[[Expression], str | None]] = {
    "full": _full, "day": _day, "days": _days, "near": _near, "weekday": _weekday, "weekend": _weekend,
    "month": _month, "months": _months, "part": _part, "season": _season, "period": _period, "ago": _ago,
    "before": _before, "year": _year, "years": _years, "decade": _decade,
}  # fmt: skip
