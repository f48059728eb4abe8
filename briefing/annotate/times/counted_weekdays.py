"""What a weekday means that is counted: 'the first Monday in March', 'the Saturday before last', 'Monday week'."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.annotate.times import values
from briefing.annotate.times.context import AWAY, Context, month_of_words, old_year, told_year
from briefing.annotate.times.weekdays import SINCE, WEEK

USUALLY = re.compile(r"\b(?:always|customarily|normally|traditionally|typically|usually)\s(?:\w+\s){0,2}$")
FRIDAY = 4
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


def weekday_of_month(match: re.Match[str], context: Context) -> str | None:
    """'the first Monday in March', 'the last Friday of June 1996', 'the second Tuesday of next month'.

    Which days are the last week of March, it is not said.
    """
    if match["weekday"].lower() == "week" or USUALLY.search(context.before):
        return None
    if match["month"]:
        number, year = month_of_words(match["month"]), told_year(match, context) or old_year(context)
        if year is None and context.reference is not None and not match["which"]:
            value = values.month_without_year(context.reference, number, None, context.tense)
            year = int(value[:4]) if value else None
        month = values.month_of(year, number) if year else None
    elif match["near"].lower() in {"each", "every"}:
        return None
    elif match["near"].lower() == "the" and not SINCE.search(context.before):
        return None  # of every month
    else:
        away = AWAY.get(match["near"].lower(), 0)
        month = values.shift(context.reference, away, "month") if context.reference else None
    if month is None:
        return None
    name, nth = match["weekday"].lower(), ORDINALS[match["nth"].lower()]
    if name == "day":
        first = date.fromisoformat(f"{month if nth > 0 else values.shift_value(month, 1, 'month')}-01")
        return (first + timedelta(nth - (nth > 0))).isoformat()
    day = values.nth_weekday(
        int(month[:4]), int(month[5:]), values.WEEKDAYS.index(name.replace("weekend", "saturday")), nth
    )
    if day and name == "weekend":
        return f"{day.isoformat()}/{(day + timedelta(1)).isoformat()}"
    return day.isoformat() if day else None


def before_last(match: re.Match[str], context: Context) -> str | None:
    """'the Saturday before last', 'the week after next', and the British 'Monday week'."""
    reference = context.reference
    if reference is None:
        return None
    if match["british"]:
        return (values.coming(reference, match["british"]) + WEEK).isoformat()
    is_past = match["side"].lower().startswith("before")
    if match["weekday"]:
        last = values.coming(reference, match["weekday"]) - WEEK
        return (last - WEEK).isoformat() if is_past and last < reference else None
    unit, sign = match["unit"].lower(), -1 if is_past else 1
    if reference.weekday() >= FRIDAY and unit in {"week", "weekend"}:
        return None  # which is the last, and which the next?
    if unit == "weekend":
        saturday = values.coming(reference, "saturday") + (-2 * WEEK if is_past else WEEK)
        return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"
    return values.shift(reference, 2 * sign, unit)
