"""What an expression of time means on the day of its article."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from briefing.annotate.locales.tense import tense_around
from briefing.annotate.locales.words import words
from briefing.annotate.times import holidays, seasons, values
from briefing.annotate.times.values import Tense

FAR = 200  # characters before an expression in which another year may be told
PAST_YEAR = re.compile(  # not 'since 2010', which goes on
    r"(?<!seit\s)(?<!depuis\s)(?<!desde\s)(?<![\d.,])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)", re.IGNORECASE
)
FIRST_MONTHS = {"SP": 3, "SU": 6, "FA": 9}
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MONTHS = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
ROMAN = "XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
AWAY = {"last": -1, "this": 0, "end": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Expression:
    """A form that was found, and what it is resolved by; ``way`` is what the form says: last, next, this."""

    match: re.Match[str]
    way: str
    code: str
    reference: date | None
    is_quoted: bool
    told: str | None = None  # the value before it in its paragraph

    def part(self, kind: str) -> str:
        """The characters of a part of the expression; empty where it has none."""
        return self.match.groupdict().get(kind) or ""

    def number(self, kind: str, of: str = "") -> int:
        """A part as a number, by the words of its kind."""
        read = self.part(kind).lower()
        return int(read if read.isdigit() else words(self.code, of or kind)[read])

    def unit(self) -> str:
        """Of 'zwei Monate zuvor'; a day where none is named."""
        return words(self.code, "period")[self.part("period").lower()] if self.part("period") else "day"

    def year(self) -> int | None:
        """The year that the expression names: 'im Mai 2019', 'im Mai vergangenen Jahres'."""
        if self.part("year"):
            return self.number("year")
        of = self.way.removeprefix("of_")
        return self.reference.year + AWAY[of] if self.reference and of != self.way else None

    def tense(self) -> Tense:
        if self.way in {"last", "gone", "next", "coming"}:
            return "past" if self.way in {"last", "gone"} else "future"
        return tense_around(self.match.string, *self.match.span("it"), self.code)

    def lies_elsewhere(self) -> bool:
        """Whether a year before the article's is told right before: what follows may lie in it."""
        start = self.match.start()
        years = PAST_YEAR.findall(self.match.string[max(0, start - FAR) : start])
        return any(self.reference is None or int(year) < self.reference.year for year in years)


def _full(one: Expression) -> str | None:
    return values.day(one.number("year"), one.number("number_of_month"), one.number("day"))


def _day(one: Expression) -> str | None:
    month = one.number("month" if one.part("month") else "number_of_month")
    number = one.number("day")
    if (year := one.year()) is not None:
        return values.day(year, month, number)
    if one.reference is None:
        return None
    told = values.WEEKDAYS[one.number("weekday")][:3] if one.part("weekday") else ""
    tense = one.tense()
    if not told and one.way == "-" and tense != "future" and one.lies_elsewhere():
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
    away = one.number("near") if one.part("near") else AWAY.get(one.way, 0)
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
    if tense == "unknown":
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
    if (year := one.year()) is not None:
        return values.month_of(year, month)
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
    code, tense = words(one.code, "season")[one.part("season").lower()], one.tense()
    if one.part("year"):
        year = one.number("year")
        return f"{year}-{code}" if code != "WI" else f"{year}-12/{year + 1}-02" if one.part("last") else None
    if one.reference is None or (one.way == "-" and (tense == "unknown" or one.lies_elsewhere())):
        return None
    if code == "WI":
        which = one.way if one.way != "-" else "before" if tense == "past" else "ahead"
        return seasons.winter(which, one.reference, tense)
    year, month, first = one.reference.year, one.reference.month, FIRST_MONTHS[code]
    if one.way == "this":
        return f"{year}-{code}"
    if first <= month <= first + 3:
        return None  # it is on or has just been: this one, or the last or next?
    return f"{year + (tense == 'future' and month > first) - (tense == 'past' and month < first)}-{code}"


def _holiday(one: Expression) -> str | None:
    day_of = holidays.DATES[words(one.code, "holiday")[one.part("holiday").lower()]]
    if one.part("year"):
        return day_of(one.number("year")).isoformat()
    if one.reference is None or one.lies_elsewhere():
        return None
    near = [day_of(year) for year in range(one.reference.year - 1, one.reference.year + 2)]
    return values.day_near(one.reference, near, one.tense())


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


def _from_told(one: Expression) -> str | None:
    """'En 2017 …, un an plus tôt', 'am Tag darauf': from what was told last."""
    count = one.number("number") if one.part("number") else 1
    return values.shift_value(one.told, AWAY[one.way] * count, one.unit()) if one.told else None


def _year_before(one: Expression) -> str | None:
    """'als im Vorjahresquartal': the months that were told last, a year before."""
    return values.shift_value(one.told, -1, "year") if one.told and MONTHS.fullmatch(one.told) else None


def _day_alone(one: Expression) -> str | None:
    """'el día 5': of this month, or of the next or last by the tense."""
    tense, number = one.tense(), one.number("day")
    if one.reference is None or tense == "unknown" or one.lies_elsewhere():
        return None
    beyond = number > one.reference.day if tense == "past" else -(number < one.reference.day)
    month = values.month_of(one.reference.year, one.reference.month - beyond)
    return values.day(int(month[:4]), int(month[5:]), number)


def _same(one: Expression) -> str | None:
    """'am selben Tag', 'cette année-là', 'ese mes'."""
    if one.told is None or one.unit() == "week":
        return None
    if one.unit() == "day":
        return one.told if DAY.fullmatch(one.told) else None
    return values.period_of(one.told, one.unit())


def _first_months(one: Expression) -> str | None:
    """'In den ersten neun Monaten' of the year told, or of this one once they are over."""
    count, year = one.number("number"), one.year()
    if year is None and one.reference and not one.lies_elsewhere():
        year = one.reference.year if count < one.reference.month else None
    return values.months(year, 1, count) if year and 1 < count < 12 else None


def _century(one: Expression) -> str | None:
    written = one.part("century").upper()
    number = int(written) if written.isdigit() else ROMAN.index(written) + 11
    return f"{number - 1}00/{number - 1}99"


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
    "told": _from_told, "same": _same, "year_before": _year_before, "day_alone": _day_alone,
    "first_months": _first_months, "year": _year, "years": _years, "decade": _decade, "century": _century,
    "holiday": _holiday,
}  # fmt: skip
