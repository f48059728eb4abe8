"""What the name of a month means, with a year or without: 'March 2019', 'since May', 'last June'."""

from __future__ import annotations

import re

from briefing.annotate.times import values
from briefing.annotate.times.context import (
    ATTRIBUTE,
    DEADLINE,
    EDGE_OF,
    HAPPENS,
    LASTED,
    THROUGH,
    UNTIL,
    Context,
    is_generic,
    is_until_past,
    month_of_words,
    number_of,
    old_year,
    told_year,
    year_of_words,
)
from briefing.annotate.times.sureness import is_sure
from briefing.annotate.times.values import Tense
from briefing.annotate.times.words import COUNT, YEAR_IN_WORDS

OF_FIGURES = re.compile(
    r"\b(?:data|deficit|earnings|figures?|gap|index|numbers?|rate|reports?|results|sales|statistics|surplus|total)\sfor\s$",
    re.IGNORECASE,
)
TRADED = re.compile(  # crude for April delivery, December wheat
    r"\s(?:delivery|settlement|futures|contracts?|crude|wheat|corn|soybeans?|gold|silver|copper|cotton|sugar|coffee|cocoa)\b"
)
WORTH = re.compile(r"[$£€\d][\d.,]*(?:%|\s(?:cents|pence|percent))?\sin\s$")  # the stock, $8 in May, rose
YEARS_AGO = re.compile(rf"\s({COUNT})\syears?\sago\b", re.IGNORECASE)
FOR = re.compile(r"\bfor\s$")
SINCE = re.compile(r"\b(?:since|back in)\s(?:the\s)?$", re.IGNORECASE)
OF_ONE = re.compile(r"(?:\b(?:an?|her|his|its|the|their)|['’]s)\s$", re.IGNORECASE)
PAST = re.compile(r"\b(?:in|last|since|this\spast)\s(?:the\s)?$", re.IGNORECASE)
BY = re.compile(rf"\bby\s{EDGE_OF}$", re.IGNORECASE)
HALF_YEAR = 6  # months
OLD = 10  # years: a month that the text writes only with years so far off is not the one just gone
MIDDLE = 15  # of a month: what is to come in it is no more told of by its name
SOON = 2  # months: so near a month to come may be meant where no tense tells


def unless_retold(value: str | None, context: Context) -> str | None:
    """After 'November 15, 2017' a 'November 21' is of that year or of a later one."""
    anchor = context.told.anchor or ""
    is_since = re.search(r"\bsince\s$", context.before)
    if value is None or is_since or context.tense in values.AHEAD or not re.match(r"\d{4}-\d\d", anchor):
        return value
    return None if anchor <= f"{int(value[:4]) - 1}{value[4:]}" else value


def year_told_after(context: Context) -> int | None:
    """Of 'from April 28 to May 3, 2019' and 'March and April 2019' the first half has the year of the second; 'in March
    three years ago' tells it too."""
    month = "|".join(values.MONTHS)
    told = re.match(
        rf"(?:\s?[-–—/]\s?|\s(?:to|and|or|through|until|till)\s)(?:\d\d?\s)?(?:{month})(?:\s\d\d?(?:st|nd|rd|th)?)?,?\s"
        rf"((?:19|20)\d\d)\b",
        context.after,
        re.IGNORECASE,
    )
    if told:
        return int(told[1])
    if told := re.match(r",?\s(?:in|of)\s((?:19|20)\d\d)\b", context.after):
        return int(told[1])  # on Feb. 2 in 2005
    back = YEARS_AGO.match(context.after)
    return context.reference.year - number_of(back[1]) if back and context.reference else None


def after_label(month: int, number: int | None, context: Context) -> str | None:
    """The first such day or month of the past from the one on with which a paragraph of the chronology began."""
    told = context.told
    if context.reference is None or not (context.is_label or told.is_labelled):
        return None
    if context.tense == "future" or not (first := re.match(r"\d{4}(?:-\d\d){0,2}(?=/|$)", told.label or "")):
        return None
    year = int(first[0][:4])
    near = [values.day(one, month, number) if number else values.month_of(one, month) for one in (year, year + 1)]
    reached = (one for one in near if one and one >= first[0][: len(one)] and one <= context.reference.isoformat())
    return next(reached, None)


def month_and_year(match: re.Match[str], context: Context) -> str | None:
    year = told_year(match, context)
    return values.month_of(year, month_of_words(match["month"])) if year else None


def month_alone(match: re.Match[str], context: Context) -> str | None:
    month, year = month_of_words(match["month"]), year_told_after(context) or year_in_words_after(context.after)
    if year is not None:
        return values.month_of(year, month)
    if not match["modifier"] and (in_order := _month_in_list(month, context) or after_label(month, None, context)):
        return in_order
    modifier = (match["modifier"] or "").lower()
    if context.reference is None or (not modifier and (is_until_past(context) or is_generic(context))):
        return None
    tense = _tense_of_month(modifier, context)
    is_next = not modifier and 0 < (month - context.reference.month) % 12 <= SOON
    if tense == "past" and is_next and not PAST.search(context.before):
        # said in August: oil for September fell, they spoke of September
        tense = "future" if FOR.search(context.before) else "unknown"
    is_late = context.reference.day > MIDDLE and context.reference.month == month
    if is_late and tense == "future" and context.before.endswith(" in "):
        return None  # voters in November will decide: of this year or of the next?
    if modifier == "next" and context.reference.month == month:
        return values.month_of(context.reference.year + 1, month)
    if modifier == "last" and (context.reference.month - month) % 12 <= 1:
        return None if context.reference.month != month else values.month_of(context.reference.year - 1, month)
    if modifier == "this":  # this January may be told of in December
        is_gone = context.reference.month - month > HALF_YEAR and tense != "past"
        return values.month_of(context.reference.year + is_gone, month)
    value = values.month_without_year(context.reference, month, None, tense)
    if value is None or _is_of_old(int(value[:4]), context.told.written.get((month, None), set())):
        return None
    ahead = (int(value[:4]) - context.reference.year) * 12 + month - context.reference.month
    if tense == "unknown" and ahead > SOON:
        return None
    if not modifier and not _is_told(context) and not is_sure(value, tense, context, context.reference):
        return None
    return value if modifier else unless_retold(value, context)


def _is_told(context: Context) -> bool:
    """Which year is meant, by other words than the verb: 'since March', 'March wheat'."""
    return bool(SINCE.search(context.before) or TRADED.match(context.after))


def _month_in_list(month: int, context: Context) -> str | None:
    """'in 2008, in October and November'."""
    anchor, old = context.told.anchor or "", old_year(context)
    if old is not None:
        return values.month_of(old, month)
    if re.fullmatch(r"\d{4}", anchor) and re.fullmatch(r",\s(?:first\s)?in\s", context.gap):
        return values.month_of(int(anchor), month)
    if context.reference is not None and _is_next_in_list(anchor, month, context):
        return values.month_of(int(anchor[:4]) + (month < int(anchor[5:])), month)
    if re.fullmatch(r"\d{4}-\d\d", anchor) and re.fullmatch(r",?\s(?:(?:and|or)\s)?(?:in\s)?", context.gap):
        is_old = context.reference is not None and int(anchor[:4]) < context.reference.year - 1
        return values.month_of(int(anchor[:4]) + (month < int(anchor[5:])), month) if is_old else None
    return None


def _is_next_in_list(anchor: str, month: int, context: Context) -> bool:
    """'plays Rome in November, Lima in December, Oslo in January': of months to come each follows the last."""
    is_ahead = re.fullmatch(r"\d{4}-\d\d", anchor) and context.reference and anchor > context.reference.isoformat()
    is_listed = re.fullmatch(
        r",(?:\s(?!while|but|when|who|which|after|since)[\w’'&-]+){1,10}\s(?:in|and)\s", context.gap
    )
    return bool(is_ahead and is_listed) and (month - int(anchor[5:])) % 12 <= SOON and context.tense != "past"


def year_in_words_after(after: str) -> int | None:
    """'November nineteen ninety-six'."""
    told = re.match(rf",?\s{YEAR_IN_WORDS}", after, re.IGNORECASE)
    return year_of_words(told) if told else None


def _tense_of_month(modifier: str, context: Context) -> Tense:
    if modifier in {"last", "this past"} or SINCE.search(context.before):
        return "past"
    if modifier in {"next", "coming", "this coming"}:
        return "future"
    if UNTIL.search(context.before):
        return "unclear" if context.tense in {"past", "unclear", "either"} else "future"
    if BY.search(context.before) and context.tense in values.AHEAD:
        return "future"  # may be gone by March
    if THROUGH.search(context.before) and not (context.tense == "past" and LASTED.search(context.before)):
        is_first = context.before.endswith("Through ")  # through July, sales are up
        return "future" if context.tense in values.AHEAD and not is_first else "unknown"
    if context.tense == "unknown" and WORTH.search(context.before):
        return "past"
    if context.tense == "habit" and HAPPENS.search(context.before):
        return "future"  # fieldwork resumes in May
    if OF_FIGURES.search(context.before):
        return "unknown"  # the gap for January will be reported in March
    if TRADED.match(context.after) and not re.search(r"\b[Ii]n\s$", context.before):
        return "future"
    if context.tense == "future" and DEADLINE.search(context.before):
        return "future"  # won't vote before the November elections
    is_attribute = ATTRIBUTE.match(context.after) and re.search(r"\bset\sfor\s$", context.before)
    if not modifier and (is_attribute or OF_ONE.search(context.before)):
        return "unknown"  # the verb of 'said a June rate cut was likely' says nothing of June
    return context.tense


def _is_of_old(year: int, written: set[int]) -> bool:
    return bool(written) and all(abs(year - other) > OLD for other in written)
