"""What 'Sunday' means: by the tense of its verb, by the words beside it, and by the days of which the text has told."""

from __future__ import annotations

import re
from datetime import date, timedelta

from briefing.annotate.times import values
from briefing.annotate.times.context import (
    ATTRIBUTE,
    AWAY,
    DEADLINE,
    HAPPENS,
    LAST,
    LASTED,
    Context,
    is_generic,
    is_until_past,
)
from briefing.annotate.times.values import Tense
from briefing.annotate.times.words import WEEKDAY

BESIDE_ANOTHER = re.compile(
    r"\b(?:the\s(?:following|previous)|that(?:\ssame)?|average|normal|ordinary|regular|typical|usual)\s\||\b(?:an?|the)\s\|\s(?:after|an?|before|he|her|his|it|of|she|the|their|they)\b",
    re.IGNORECASE,
)
LISTED = re.compile(r"\s\d\d?(?:st|nd|rd|th)?\s?(?:[-–—]|and\b|to\b|(?:un)?till?\b)")  # Friday 4 to Sunday 6 June
THROUGH = re.compile(
    r"\s?(?:[-–—]|through(?:\sto)?|to|into|(?:un)?till?)\s?(?:early\s|late\s)?", re.IGNORECASE
)  # Friday to Sunday
RUN = re.compile(rf"\s?(?:[-–—]|through|to)\s?({WEEKDAY})")
FIXTURE = re.compile(
    r":\s(?:[A-Z][\w.’'&-]*\s){1,4}(?:v|vs\.?|at)\s[A-Z][^.;\d]*(?:[.;,]|$)"
)  # Sunday: Ayr v Stranraer
FROM = re.compile(r"\bfrom\s$")
MOVED = re.compile(r"\b(?:delay|extend|mov|postpon|push|put|reschedul|shift)\w*\b[^.;\d]*$")
BY = re.compile(r"\b(?:by|before)\s$", re.IGNORECASE)
SINCE = re.compile(r"\b(?:as of|since)\s$", re.IGNORECASE)
AFTER = re.compile(r"\b(?:after|following|despite|in the wake of)\s$", re.IGNORECASE)
AHEAD_OF = re.compile(
    r"\b(?:ahead of|on the eve of|(?<!hours )before|prior to|(?:run-?up|leading up) to)\s$", re.IGNORECASE
)
READY = re.compile(  # getting ready for Sunday's game
    r"\b(?:available|brac\w+|doubtful|favou?rites?|fit|odds|practic\w+|prepar\w+|questionable|ready|seats|tickets?|train\w*|"
    r"warm\w*\sup)\sfor\s(?:the\s)?$",
    re.IGNORECASE,
)
STARTING = re.compile(r"\b(?:beginning|effective|starting)\s(?:on\s)?$", re.IGNORECASE)
WEATHER = re.compile(  # mostly sunny Wednesday
    r"\b(?:breezy|clear(?:ing)?|clouds?|cloudy|flurries|highs?|lows?|rain|showers?|snow|sunny|sunshine|thunderstorms?|windy)"
    r"\s(?:and\s\w+\s)?(?:on\s)?$",
    re.IGNORECASE,
)
FOR = re.compile(r"\bfor\s$")
UNTIL_AN = re.compile(  # until a hearing Monday
    r"\b(?:un)?till?\s(?:(?:an?|the|his|her|their|its)\s\w+\s)?$", re.IGNORECASE
)
OWNED = re.compile(r"['’]s\s[a-z]")  # Tuesday's vote
CALLED_OFF = re.compile(
    r"[^.;:,]*\b(?:has\sbeen|have\sbeen|was|were)\s(?:abandoned|called\soff|cancell?ed|postponed|put\soff|rescheduled|scrapped|suspended)"
)
CLOSE = re.compile(r"['’]s\s(?:\w+\s)?clos(?:e|ing)\b")
CLOSED = re.compile(  # a premium to its rival's close on Tuesday
    r"\b(?:above|against|below|from|over|than|to)\s(?:[^.,;:]*(?:['’]s|\bthe)|its|their)\s(?:\w+\s)?clos(?:e|ing(?:\s\w+){1,2})\son\s$"
)
BASE = re.compile(
    r"\b(?:above|against|below|from|on|over|since|than|to|with)\s$"
)  # will pay a premium to Friday's close
WOULD = re.compile(r"(?:\bwould|['’]d)\s[^.;:!?]*$")
FORETOLD = re.compile(r"\s(?:that\b|(?:he|she|it|they|the\s\w+)\s(?:would\b|['’]d\b))[^.;:!?]*$")
TIME = re.compile(r"day\b.*\d")  # Sunday, 1.30pm
WEEK = timedelta(7)


def weekday(match: re.Match[str], context: Context) -> str | None:
    if context.reference is None:
        return None
    name, modifier = match["weekday"].lower(), LAST.get((match["modifier"] or "").lower(), "")
    if LISTED.match(context.after):
        return None
    if BESIDE_ANOTHER.search(f"{context.before}|{context.after[:8]}"):
        return _weekday_beside(name, context)
    if match["week"]:
        return values.weekday_of_week(context.reference, name, AWAY[match["week"].lower()])
    if FIXTURE.match(context.after):
        return values.weekday(context.reference, name, "", "future")
    if context.is_label and context.after.startswith(":"):
        return _weekday_labelled(name, context)
    if is_generic(context) or (context.tense == "habit" and _says_nothing(context)):
        return None
    if modifier == "next" and context.tense == "past" and re.search(r"\bthe\s$", context.before):
        return None  # went back the next Tuesday
    if THROUGH.fullmatch(context.gap) and not context.told.is_fresh:
        return _end_of_span(name, context)
    run = RUN.match(context.after)
    if run and context.tense == "past" and FROM.search(context.before) and not MOVED.search(context.before):
        return _start_of_span(name, run[1].lower(), context.reference)
    return _by_tense(name, modifier, _tense(modifier, bool(TIME.search(match.group())), context), context)


def _by_tense(name: str, modifier: str, tense: Tense, context: Context) -> str | None:
    is_foretold = tense == "unclear" or (tense == "possible" and FORETOLD.match(context.gap))
    if is_foretold and not modifier and (told := context.told.day()) and WOULD.search(context.gap):
        return values.coming(
            date.fromisoformat(told), name
        ).isoformat()  # had been told last Friday he would leave on Sunday
    if tense == "unknown" and (following := _day_after(name, context)):
        return following
    value = values.weekday(context.reference, name, modifier, tense) if context.reference else None
    if modifier or value is None:
        return value or (None if modifier or DEADLINE.search(context.before) else _told_before(name, context))
    if tense in {"past", "unknown"} and (of_span := _in_span(date.fromisoformat(value), context)):
        return of_span
    return None if _is_doubtful(date.fromisoformat(value), tense, context) else value


def _told_before(name: str, context: Context) -> str | None:
    """'Games scheduled for Wednesday were held' are of the Wednesday of which the text has told, if it is near."""
    told = {date.fromisoformat(day) for day in context.told.days}
    near = [day for day in told if context.reference and abs(context.reference - day) < WEEK]
    return next((day.isoformat() for day in near if day.weekday() == values.WEEKDAYS.index(name)), None)


def _in_span(value: date, context: Context) -> str | None:
    """Saturday, in a text of March 15 to 17 that tells of nothing later, is the one of these days."""
    latest = max((told for told in context.told.days if told < str(context.reference)), default="")
    for first, last in ((date.fromisoformat(first), date.fromisoformat(last)) for first, last in context.told.spans):
        within = last - (last - value) % WEEK
        if first <= within and last < value and latest <= last.isoformat():
            return within.isoformat()
    return None


def _weekday_labelled(name: str, context: Context) -> str | None:
    """'Thursday:' goes on from the paragraph of the chronology before it; in a programme nothing tells its week."""
    told = (context.told.label or "").rpartition("/")[2]
    if context.reference is None or not re.fullmatch(r"\d{4}-\d\d-\d\d", told):
        return None
    value = values.coming(date.fromisoformat(told), name)
    return value.isoformat() if value <= context.reference else None


def _tense(modifier: str, is_timed: bool, context: Context) -> Tense:
    tense, before = context.tense, context.before
    if modifier == "this" and (tense == "unknown" or BY.search(before)):
        return "future"  # had promised it by this Friday; a talk on maps this Friday
    if SINCE.search(before):
        return "past"
    if tense == "unknown" and (FOR.search(before) or is_timed):
        return "unclear"  # fixtures for Saturday, Harwell v Marsh (Sunday, 1.30pm)
    if before.endswith("through ") and not LASTED.search(before):
        return "unclear" if tense == "past" else "future"  # is closed through Wednesday
    if tense == "unknown" and (WEATHER.search(before) or STARTING.search(before)):
        return "future"
    if is_until_past(context) or (tense == "unknown" and UNTIL_AN.search(before)):
        return "unclear"
    if CLOSED.search(before) or (CLOSE.match(context.after) and BASE.search(before)):
        return "past"
    if OWNED.match(context.after) and (AHEAD_OF.search(before) or READY.search(before)):
        return "unclear" if tense == "past" else "future"
    if OWNED.match(context.after) and tense == "past" and CALLED_OFF.match(context.after):
        return "unclear"
    if OWNED.match(context.after) and AFTER.search(before):
        return tense if tense == "future" else "past"
    return tense


def _says_nothing(context: Context) -> bool:
    """'opens for Sunday shoppers', 'Monday's arrests bring the number to six', 'is open Monday to Friday'."""
    if RUN.match(context.after):
        return True
    if OWNED.match(context.after):
        return not any(words.search(context.before) for words in (AFTER, AHEAD_OF, FOR))
    return bool(ATTRIBUTE.match(context.after)) and not re.search(r"\b[Oo]n\s$", context.before)


def _is_doubtful(value: date, tense: Tense, context: Context) -> bool:
    """Whether the days of which the text has told speak for another week."""
    if tense in {"past", "unknown"}:
        return _is_next_day(value, context) or _is_of_another_week(context)
    is_said = tense == "habit" and (re.search(r"\b[Oo]n\s$", context.before) or HAPPENS.search(context.before))
    is_ahead = tense in {"future", "present"} or is_said or BY.search(context.before)
    retold = not is_ahead and (value - WEEK).isoformat() in context.told.days  # would pass it Wednesday night
    return retold or _is_of_another_week(context)


def _is_next_day(value: date, context: Context) -> bool:
    """'met on Thursday, meet again on Friday': after the day told last, where that is the latest."""
    here, reference = context.told.here, context.reference
    if not here or reference is None or not context.goes_on or re.search(r"\b(?:since|the)\s$", context.before):
        return False
    told = date.fromisoformat(here[-1])
    return value + WEEK > reference >= told and (value + WEEK - told).days <= 1


def _day_after(name: str, context: Context) -> str | None:
    """'rain this afternoon, cold Wednesday, windy Thursday': each the day after the one told, from this day on."""
    told = context.told.day()
    is_other = not context.goes_on or re.search(r"\b(?:since|the)\s$", context.gap)
    if not told or told < str(context.reference) or is_other:
        return None
    following = date.fromisoformat(told) + timedelta(1)
    return following.isoformat() if following.weekday() == values.WEEKDAYS.index(name) else None


def _end_of_span(name: str, context: Context) -> str | None:
    """'Wednesday through Friday' ends on the Friday after that Wednesday; 'it runs Monday to Friday' tells none."""
    told = context.told.day()
    if told is None:
        return None
    first = date.fromisoformat(told)
    return (first + timedelta((values.WEEKDAYS.index(name) - first.weekday()) % 7 or 7)).isoformat()


def _start_of_span(first: str, last: str, reference: date) -> str:
    """'sold from Monday to Saturday' begins on the Monday before the Saturday gone."""
    length = (values.WEEKDAYS.index(last) - values.WEEKDAYS.index(first)) % 7 or 7
    gone = (reference.weekday() - values.WEEKDAYS.index(last)) % 7
    return (reference - timedelta(gone + length)).isoformat()


def _weekday_beside(name: str, context: Context) -> str | None:
    """'the following Monday' is the one after the day told last; of 'that Monday' nothing tells which it is."""
    anchor, before = context.told.day(), context.before.lower()
    if anchor is None or not before.endswith(("following ", "previous ")):
        return None
    from_day = date.fromisoformat(anchor)
    sign = 1 if before.endswith("following ") else -1
    away = sign * (values.WEEKDAYS.index(name) - from_day.weekday()) % 7 or 7
    return (from_day + timedelta(sign * away)).isoformat()


def _is_of_another_week(context: Context) -> bool:
    """'after the Friday plunge' in a sentence of 'October 16'."""
    anchor, reference = context.told.day(), context.reference
    if not (reference and anchor and ATTRIBUTE.match(context.after)):
        return False
    is_away = abs(reference - date.fromisoformat(anchor)) > WEEK
    return is_away and bool(re.search(r"\bthe\s$", context.before)) and context.goes_on
