"""How expressions of time are written: one rule a form, with the resolver that says what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.annotate import time_counts as counts
from briefing.annotate import time_holidays as holidays
from briefing.annotate import time_periods as periods
from briefing.annotate import time_resolvers as means
from briefing.annotate import time_weekdays as weekdays
from briefing.annotate.time_context import Resolver
from briefing.annotate.time_periods import DECADES
from briefing.annotate.time_words import (
    AT,
    CLOCK,
    CLOCK_ON,
    COUNT,
    DAY,
    DAYS,
    DAYS_IN_WORDS,
    EDGE,
    MID,
    MODIFIED,
    MONTH,
    NEAR_DAY,
    OF_ANY_YEAR,
    OF_YEAR,
    ON,
    ORDINAL,
    PART,
    PARTS,
    SEASON,
    SPAN,
    SUFFIX,
    WEEKDAY,
    WHICH_YEAR,
    YEAR,
    YEAR_IN_WORDS,
)


@dataclass(frozen=True, slots=True)
class Rule:
    pattern: re.Pattern[str]
    resolve: Resolver
    is_vague: bool = False  # no expression of time where it has no value
    cues: tuple[str, ...] = ()  # one of which is in every text in lower case that matches: to look for them is quicker


def _rule(pattern: str, resolve: Resolver, flags: int = 0, is_vague: bool = False, cues: str = "") -> Rule:
    edged = rf"(?<![\w$£€.,:-])(?:{pattern})(?![\w])(?!-[A-Za-z]|[.,:]\d)"
    return Rule(re.compile(edged, flags), resolve, is_vague, tuple(cues.split()))


RULES: tuple[Rule, ...] = (  # the longest first, where two begin alike
    _rule(rf"(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)", means.iso, cues="-"),
    _rule(
        rf"(?:[A-Z]{{2,}}-)*(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)"
        rf"(?:,?\s{CLOCK})?",
        means.numeric,
        cues="- / .",
    ),
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
    _rule(
        rf"the\s(?P<day>(?i:{'|'.join(DAYS_IN_WORDS)}))\sof\s(?P<month>{MONTH})(?!['’]s){WHICH_YEAR}",
        means.day_of_month,
        cues="st nd rd th",
    ),
    _rule(
        rf"(?:the\s|(?<=\bon\s))(?P<day>{DAY})(?:st|nd|rd|th)(?:\sof\s(?P<which>last|this|next)\smonth)?",
        means.day_alone,
        re.I,
        is_vague=True,
    ),
    _rule(
        rf"(?:(?i:(?P<count>the|{COUNT})\s(?P<unit>day|week)s?\s(?P<side>before|after))\s)?(?:{MODIFIED}|the\s(?=Fourth))?"
        rf"(?P<holiday>{holidays.HOLIDAY})(?:\s(?:morning|afternoon|evening|night)\b)?{OF_YEAR}?",
        holidays.holiday,
        cues=holidays.CUES,
    ),
    _rule(
        rf"the\sweek\s(?:of|beginning|starting)\s(?P<month>{MONTH})\s(?P<day>{DAY})\b{WHICH_YEAR}",
        means.week_of_day,
        cues="week",
    ),
    _rule(rf"{EDGE}(?P<month>{MONTH}){OF_YEAR}", means.month_and_year),
    _rule(
        rf"(?P<month>{MONTH})\s(?:of\s)?(?:that(?:\ssame)?|the\ssame)\syear|"
        rf"that\s(?:(?P<that>{MONTH})|(?P<season>spring|summer|autumn|fall))(?!\s[a-z]*(?:ing|ed)\b)",
        periods.same_year,
        cues="that same",
    ),
    _rule(
        rf"(?:the\s)?(?P<nth>first|second|third|fourth|last)\s(?P<weekday>(?i:{WEEKDAY}))\s(?:in|of)\s"
        rf"(?:(?P<month>{MONTH}){OF_YEAR}?|(?P<near>last|this|next)\smonth)",
        weekdays.weekday_of_month,
        cues="day",
    ),
    _rule(
        rf"the\s(?:(?P<weekday>{WEEKDAY})|(?P<unit>weekend|week|month|year))\s(?P<side>before\slast|after\snext)|"
        rf"(?P<british>{WEEKDAY})\sweek(?=[.,;:)…]|\s(?:at|in|on|and|but|for|to)\b|$)",
        weekdays.before_last,
        re.I,
        cues="last next week",
    ),
    _rule(
        rf"{CLOCK_ON}(?:(?:[Ee]arly|[Ll]ate)\s)?(?:{MODIFIED})?(?P<weekday>{WEEKDAY}){PART}(?!s\b)"
        rf"(?:,?\s(?:of\s)?(?P<week>last|this|next)\sweek)?{AT}",
        weekdays.weekday,
        cues="day",
    ),
    _rule(
        rf"(?:(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?)\s|{EDGE})(?P<month>{MONTH})",
        means.month_alone,
    ),
    _rule(
        rf"{CLOCK_ON}(?P<near>the\sday\s(?:before\syesterday|after\stomorrow)|"
        rf"{NEAR_DAY}(?:\s(?:morning|afternoon|evening|night))?|(?<!the\s)last\snight|tonight|"
        rf"this\s(?:morning|afternoon|evening)){AT}",
        means.near_day,
        re.I,
        cues="today yesterday tomorrow night morning afternoon evening",
    ),
    _rule(
        rf"(?P<which>last|this|next)\syear['’]s\s(?P<number>{ORDINAL})[\s-]quarter",
        periods.quarter,
        re.I,
        cues="quarter",
    ),
    _rule(
        rf"(?:(?P<year_before>{YEAR})|(?P<which_before>last|this|next)\syear)['’]s\s(?P<number_after>first|second)\shalf|"
        rf"the\s(?P<number>first|second)\shalf(?:\sof\s(?:the\syear|(?P<year>{YEAR})|(?P<which>last|this|next)\syear))",
        periods.half,
        re.I,
        cues="half",
    ),
    _rule(
        r"(?:(?P<edge>earlier|later|early|late)\s)?(?:the\s)?"
        r"(?P<modifier>this\spast|this\scoming|this|last|next|past|coming|current)\s"
        r"(?P<unit>weekend|week|month|quarter|year)",
        periods.period,
        re.I,
        cues="week month quarter year",
    ),
    _rule(r"the\sweekend", periods.weekend, re.I, cues="weekend"),
    _rule(
        rf"(?:that(?:\ssame)?|the\ssame)\s(?:{PARTS}|(?P<unit>month|year))\b",
        means.same_day,
        re.I,
        is_vague=True,
        cues="that same",
    ),
    _rule(
        r"(?:late|later|early|earlier)\sin\sthe\s(?:trading\s)?day|(?:start|beginning|close)\sof\sthe\s(?:trading\s)?day|"
        r"(?:end(?:ed|ing)?|finish(?:ed|ing)?|clos(?:ed|ing))\sthe\s(?:trading\s)?day",
        means.the_day,
        re.I,
        is_vague=True,
        cues="day",
    ),
    _rule(
        rf"{SPAN}\s(?P<side>ago|from|(?<=\ba\sweek\s)on)\s(?:(?P<near>{NEAR_DAY})|(?P<weekday>{WEEKDAY}))(?!['’]s)",
        counts.from_day,
        re.I,
        cues="ago from week",
    ),
    _rule(
        rf"(?P<count>{COUNT})\s(?P<unit>year)s?\sago\s(?:in\s|last\s)?(?:(?P<month>{MONTH})(?!\s\d)|this\s(?P<this>week|month))",
        counts.ago_in,
        re.I,
        cues="ago",
    ),
    _rule(rf"{SPAN}\sago", counts.ago, re.I, cues="ago"),
    _rule(rf"{SPAN}\sfrom\snow", counts.from_now, re.I, cues="now"),
    _rule(rf"{SPAN}\s(?P<side>earlier|later)(?!\sthan\b)", counts.from_anchor, re.I, cues="earlier later"),
    _rule(rf"{SPAN}\s(?P<side>before|after)(?=$|[.,;)])", counts.from_anchor, re.I, cues="before after"),
    _rule(
        rf"(?P<count>the)\s(?P<unit>{PARTS}|week|month|year)\s(?P<side>before|after)(?:\sthat\b)?(?=$|[.,;)]|\s(?:were|was|had|by|at|in|and|but|when)\b)",
        counts.from_anchor,
        re.I,
        cues="before after",
    ),
    _rule(
        rf"{CLOCK_ON}the\s(?P<side>previous|following|next)\s(?P<unit>{PARTS})",
        counts.from_anchor,
        re.I,
        cues="previous following next",
    ),
    _rule(
        r"the\s(?P<side>previous|following)\s(?P<unit>week|month|year|quarter)",
        counts.from_anchor,
        re.I,
        cues="previous following",
    ),
    _rule(
        rf"(?:the\s)?(?:(?P<year>{YEAR})\s|(?:same\s)?(?:prior[\s-]year|year[\s-](?:ago|earlier))\s)"
        r"(?P<unit>quarter|period|half|month)(?!\s(?:last|of\slast|a\syear|the\syear|the\sprevious|in|this)\b)",
        counts.year_ago,
        re.I,
        is_vague=True,
        cues="quarter period half month",
    ),
    _rule(
        rf"the\s(?:fiscal\s|financial\s)?(?P<unit>year|quarter|week)(?=\s(?:that\s)?(?:ended|ending|to)\s(?:on\s)?"
        rf"(?:(?P<day_before>{DAY})\s)?(?P<month>{MONTH})(?:\s(?P<day>{DAY})\b)?(?:,?\s(?P<year>{YEAR})\b)?)",
        periods.ended,
        re.I,
        is_vague=True,
        cues="ended ending to",
    ),
    _rule(
        r"the\s(?:latest\s|most\srecent\s)?quarter(?!-|\s(?:of|century|final|back|mile|point)\b)",
        counts.told_quarter,
        re.I,
        is_vague=True,
        cues="quarter",
    ),
    _rule(
        r"(?:the\s(?:end|rest|remainder)\sof\sthe\s|(?:at|by)\s(?=year(?:['’]s\s|\s|-)end))"
        r"(?P<unit>year|month|week)(?:(?:['’]s)?[\s-]end)?",
        periods.end_of_period,
        re.I,
        is_vague=True,
        cues="year month week",
    ),
    _rule(
        r"the\s(?:start|beginning|turn)\sof\sthe\s(?P<unit>year|month|week)",
        periods.start_of_period,
        re.I,
        is_vague=True,
        cues="start beginning turn",
    ),
    _rule(
        rf"(?:the\s)?(?P<year>{YEAR})(?:['’]s)?\s(?P<number>{ORDINAL})[\s-]quarter",
        periods.quarter,
        re.I,
        cues="quarter",
    ),
    _rule(
        rf"(?:the\s)?(?:(?P<number>{ORDINAL}(?=[\s-]quarter)|(?:opening|final|last)(?=\squarter{OF_ANY_YEAR})|Q[1-4])|(?P<month>(?:March|June|September|December)(?=\squarter)))"
        rf"(?:[\s-]quarter)?{OF_YEAR}?",
        periods.quarter,
        re.I,
        cues="quarter q1 q2 q3 q4",
    ),
    _rule(
        r"(?:(?<=\bbegan\s)|(?<=\bbegun\s)|(?<=\bstarted\s)|(?<=[a-z]est\sof\s))the\s(?P<unit>year|month|week)(?:\sso\sfar)?|"
        r"the\s(?P<running>year|month|week)\sso\sfar",
        periods.running,
        re.I,
        cues="year month week",
    ),
    _rule(
        r"(?:the\s(?:start|beginning)\sof\s)(?:the|this)\sdecade|this\sdecade", periods.this_decade, re.I, cues="decade"
    ),
    _rule(r"the\sfirst\sof\sthe\syear", periods.first_of_year, re.I, cues="year"),
    _rule(rf"(?:the\s)?{MID}(?P<year>(?:1[1-9]|20)\d0)s", periods.decade, re.I, cues="0s"),
    _rule(rf"the\s{MID}(?P<year>(?:1[1-9]|20)\d0)['’]s", periods.decade, re.I, cues="0's 0’s"),
    _rule(rf"the\s{MID}(?:['’]?(?P<year>[2-9]0)['’]?s)", periods.decade, re.I, cues="0s 0's 0’s"),
    _rule(r"(?<=0s\sand\s)['’]?(?P<year>[2-9]0)['’]?s", periods.decade, cues="0s 0's 0’s"),
    _rule(rf"the\s{MID}(?P<year>{'|'.join(DECADES)})", periods.decade, re.I, cues="ties"),
    _rule(
        rf"(?:the\s)?{MID}(?P<number>1[1-9]|2[01])(?:th|st)[\s-]century(?!\sB)", periods.century, re.I, cues="century"
    ),
    _rule(rf"(?P<year>{YEAR})(?:\s[-–]\s(?=\d{{4}})|[-–])(?P<last>(?:19|20)\d\d|\d\d)", periods.years),
    _rule(rf"{EDGE}(?P<year>{YEAR})", periods.year),
    _rule(
        r"(?:(?<=\b[Ii]n\s)|(?<=\b(?:of|by)\s)|(?<=\b(?:from|till)\s)|(?<=\b[Ss]ince\s)|(?<=\b(?:until|after)\s)|(?<=\b(?:before|during)\s)|"
        r"(?<=\d\d,\s)|(?<=\d\d\sand\s)|(?<=\d\d\sor\s))['’](?P<year>\d\d)",
        periods.short_year,
        cues="' ’",
    ),
    _rule(YEAR_IN_WORDS, periods.year_in_words, re.I, cues="nineteen twenty"),
    _rule(CLOCK, means.clock),
    _rule(
        r"(?:the\s)?(?:recent|coming|(?:past|last|next)\sfew|past|previous\sfew)\s"
        r"(?:days|weeks|months|years|decades)",
        periods.unresolved,
        re.I,
        cues="days weeks months years decades",
    ),
    _rule(
        rf"(?:(?:early|earlier|late|later)\s)?(?:the\s)?(?:(?P<modifier>this(?:\s(?:past|coming))?|last|next)\s)?{SEASON}"
        rf"{OF_YEAR}?(?!\s(?:after|before)\s(?:last|next|that|this)\b)",
        periods.season,
        re.I,
        is_vague=True,
        cues="spring summer autumn fall winter",
    ),
)
