"""How expressions of time are written: one rule a form, with the resolver that says what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.annotate import time_resolvers as means
from briefing.annotate.time_resolvers import DECADES, Resolver
from briefing.annotate.time_values import MONTHS, WEEKDAYS

MONTH = rf"(?:{'|'.join(month.title() for month in MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[1-9]\d\d|20\d\d)"
WEEKDAY = rf"(?:{'|'.join(name.title() for name in WEEKDAYS)})"
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
PART = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night)\b)?"
COUNT = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
OF_YEAR = rf"(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})|(?P<which>last|this|next)\syear))"
WHICH_YEAR = r"(?:,?\s(?:of\s)?(?P<which>last|this|next)\syear)?"
EDGE = r"(?:(?:[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id)[\s-])?"
MID = r"(?:(?:early|late|mid)[\s-])?(?:the\s)?"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
ZONES = r"(?:UTC|GMT|BST|CES?T|E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|local\stime)\b(?:\s?[+-]\d\d?)?"
ZONE = rf"\s?(?:\({ZONES}\)|{ZONES})"
MINUTES = r"[0-5]\d"
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3])(?:[:.]{MINUTES})?\s?(?:[aApP]\.?[mM]\b\.?)(?:{ZONE})?|"
    rf"(?:[01]?\d|2[0-3]):{MINUTES}(?:{ZONE})?|[0-2]\d{MINUTES}{ZONE})"
)
AT = rf"(?:,?\s(?:at\s)?(?:about\s|around\s)?{CLOCK})?"  # Sunday at 9 p.m.
CLOCK_ON = rf"(?:{CLOCK}(?:\s\({CLOCK}\))?,?\s(?:on\s)?)?"  # 9 p.m. on Sunday
SUFFIX = r"(?:st|nd|rd|th)?"
ON = rf"{CLOCK_ON}(?:{SHORT_WEEKDAY},?\s(?:the\s)?)?"
SPAN = rf"(?P<count>{COUNT})\s(?P<unit>day|week|month|year|decade)s?"
DAYS = rf"(?P<day>{DAY}){SUFFIX}\s?(?:[-–—]|to\s)\s?(?P<last>{DAY}){SUFFIX}"
MODIFIED = r"(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|[Tt]he\scoming|[Cc]oming)\s"
ORDINAL = r"(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))"


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    resolve: Resolver


def _rule(pattern: str, resolve: Resolver, flags: int = 0) -> Rule:
    return Rule(re.compile(rf"(?<![\w$£€.,:-])(?:{pattern})(?![\w])(?!-[A-Za-z]|[.,:]\d)", flags), resolve)


RULES: tuple[Rule, ...] = (  # the longest first, where two begin alike
    _rule(rf"(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)", means.iso),
    _rule(r"(?P<first>[0-3]?\d)[/.](?P<second>[0-3]?\d)[/.](?P<year>(?:19|20)\d\d)", means.numeric),
    _rule(rf"{ON}(?P<month>{MONTH})\s{DAYS}{OF_YEAR}?", means.days),
    _rule(rf"{DAYS}\s(?P<month>{MONTH}){OF_YEAR}?", means.days),
    _rule(rf"{ON}(?P<month>{MONTH})\s(?P<day>{DAY}){SUFFIX},?\s(?P<year>{YEAR}){AT}", means.absolute),
    _rule(rf"{ON}(?P<day>{DAY}){SUFFIX}\s(?:of\s)?(?P<month>{MONTH}),?\s(?P<year>{YEAR}){AT}", means.absolute),
    _rule(
        rf"{ON}(?P<month>{MONTH})\s(?P<day>{DAY}){SUFFIX}(?!\s(?:percent|million|people)){WHICH_YEAR}{AT}",
        means.day_of_month,
    ),
    _rule(
        rf"{ON}(?:the\s)?(?P<day>{DAY}){SUFFIX}\s(?:of\s)?(?P<month>{MONTH})(?!\s\d){WHICH_YEAR}{AT}",
        means.day_of_month,
    ),
    _rule(rf"{EDGE}(?P<month>{MONTH}){OF_YEAR}", means.month_and_year),
    _rule(
        rf"{CLOCK_ON}(?:(?:[Ee]arly|[Ll]ate)\s)?(?:{MODIFIED})?(?P<weekday>{WEEKDAY}){PART}(?!s\b)"
        rf"(?:,?\s(?:of\s)?(?P<week>last|this|next)\sweek)?{AT}",
        means.weekday,
    ),
    _rule(
        rf"(?:(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?)\s|{EDGE})(?P<month>{MONTH})",
        means.month_alone,
    ),
    _rule(
        rf"{CLOCK_ON}(?P<near>(?:yesterday|today|tomorrow)(?:\s(?:morning|afternoon|evening|night))?|(?<!the\s)last\snight|tonight|"
        rf"this\s(?:morning|afternoon|evening)){AT}",
        means.near_day,
        re.I,
    ),
    _rule(
        r"(?:(?P<edge>earlier|later|early|late)\s)?(?:the\s)?"
        r"(?P<modifier>this\spast|this\scoming|this|last|next|past|coming|current)\s"
        r"(?P<unit>weekend|week|month|quarter|year)(?!['’]s\b)",
        means.period,
        re.I,
    ),
    _rule(r"the\sweekend", means.weekend, re.I),
    _rule(rf"{SPAN}\sago", means.ago, re.I),
    _rule(rf"{SPAN}\s(?P<side>earlier|later)(?!\sthan\b)", means.from_anchor, re.I),
    _rule(rf"{SPAN}\s(?P<side>before|after)(?=$|[.,;)])", means.from_anchor, re.I),
    _rule(r"(?P<count>the)\s(?P<unit>day)\s(?P<side>before|after)(?=$|[.,;)])", means.from_anchor, re.I),
    _rule(r"the\s(?P<side>previous|following|next)\s(?P<unit>day)", means.from_anchor, re.I),
    _rule(r"the\s(?P<side>previous|following)\s(?P<unit>week|month|year|quarter)", means.from_anchor, re.I),
    _rule(rf"(?:the\s)?(?P<number>{ORDINAL}(?=[\s-]quarter)|Q[1-4])(?:[\s-]quarter)?{OF_YEAR}?", means.quarter, re.I),
    _rule(
        rf"the\s(?P<number>first|second)\shalf(?:\sof\s(?:the\syear|(?P<year>{YEAR})|(?P<which>last|this|next)\syear))",
        means.half,
        re.I,
    ),
    _rule(rf"(?:the\s)?{MID}(?P<year>(?:1[1-9]|20)\d0)s", means.decade, re.I),
    _rule(rf"the\s{MID}(?P<year>(?:1[1-9]|20)\d0)['’]s", means.decade, re.I),
    _rule(rf"the\s{MID}(?:['’]?(?P<year>[2-9]0)['’]?s)", means.decade, re.I),
    _rule(r"(?<=0s\sand\s)['’]?(?P<year>[2-9]0)['’]?s", means.decade),
    _rule(rf"the\s{MID}(?P<year>{'|'.join(DECADES)})", means.decade, re.I),
    _rule(rf"(?P<year>{YEAR})(?:\s[-–]\s(?=\d{{4}})|[-–])(?P<last>(?:19|20)\d\d|\d\d)", means.years),
    _rule(rf"{EDGE}(?P<year>{YEAR})", means.year),
    _rule(CLOCK, means.clock),
    _rule(
        r"(?:the\s)?(?:recent|coming|(?:past|last|next)\sfew|past|previous\sfew)\s"
        r"(?:days|weeks|months|years|decades)",
        means.unresolved,
        re.I,
    ),
    _rule(rf"(?:the\s)?(?:(?:this|last|next)\s{SEASON}|{SEASON}\s(?:of\s)?{YEAR})", means.unresolved),
)
