"""How days are written: dates, weekdays, holidays, 'yesterday'; a month stands beside its days."""

from __future__ import annotations

import re

from briefing.annotate.times import counted_weekdays, holidays, months, periods, quarters, weekdays
from briefing.annotate.times import resolvers as means
from briefing.annotate.times.rules import Rule, make_rule
from briefing.annotate.times.words import (
    AT,
    CLOCK,
    CLOCK_ON,
    COUNT,
    DAY,
    DAYS,
    DAYS_IN_WORDS,
    EDGE,
    MODIFIED,
    MONTH,
    NEAR_DAY,
    OF_YEAR,
    ON,
    PART,
    PARTS,
    SUFFIX,
    WEEKDAY,
    WHICH_YEAR,
    YEAR,
    YEAR_IN_WORDS,
)

DAY_RULES: tuple[Rule, ...] = (  # the longest first, where two begin alike
    make_rule(rf"(?P<year>{YEAR})-(?P<month>[01]\d)-(?P<day>[0-3]\d)", means.iso, cues="<numbers>"),
    make_rule(
        rf"(?:[A-Z]{{2,}}-)*(?P<first>[0-3]?\d)(?P<mark>[/.-])(?P<second>[0-3]?\d)(?P=mark)(?P<year>(?:19|20)\d\d|\d\d)"
        rf"(?:,?\s{CLOCK})?(?!-\d)",  # no figures of a bowler
        means.numeric,
        cues="<numbers>",
    ),
    make_rule(rf"{ON}(?P<month>{MONTH})\s{DAYS}{OF_YEAR}?", means.days, cues="<month-day>"),
    make_rule(rf"{DAYS}\s(?P<month>{MONTH}){OF_YEAR}?", means.days, cues="<day-month>"),
    make_rule(
        rf"{ON}(?P<month>{MONTH})\s(?P<day>{DAY}){SUFFIX},?\s(?P<year>{YEAR}){AT}", means.absolute, cues="<month-day>"
    ),
    make_rule(
        rf"{ON}(?P<day>{DAY}){SUFFIX}\s(?:of\s)?(?P<month>{MONTH}),?\s(?P<year>{YEAR}){AT}",
        means.absolute,
        cues="<day-month>",
    ),
    make_rule(
        rf"{ON}(?:(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his|the\sfollowing)\s)?(?P<month>{MONTH})\s(?:the\s)?(?P<day>{DAY}){SUFFIX}"
        rf"(?!\s(?:percent|million|people))(?:(?P<that>\s(?:of\s)?(?:that(?:\ssame)?|the\ssame)\syear)|{WHICH_YEAR}{AT})",
        means.day_of_month,
        cues="<month-day>",
    ),
    make_rule(
        rf"{ON}(?:the\s)?(?P<day>{DAY}){SUFFIX}\s(?:of\s)?(?P<month>{MONTH})(?!\s\d){WHICH_YEAR}{AT}",
        means.day_of_month,
        cues="<day-month>",
    ),
    make_rule(
        rf"the\s(?P<day>(?i:{'|'.join(DAYS_IN_WORDS)}))\sof\s(?P<month>{MONTH})(?!['’]s|\s(?:\w+\s)?weekend){WHICH_YEAR}",
        means.day_of_month,
        cues="<month>",
    ),
    make_rule(
        rf"(?P<month>{MONTH})\s(?:the\s)?(?P<day>(?i:{'|'.join(DAYS_IN_WORDS)}))(?:,?\s(?i:{YEAR_IN_WORDS})|{WHICH_YEAR})",
        means.day_of_month,
        cues="<month>",
    ),
    make_rule(
        rf"(?:(?:(?!Friday\sthe\s13)(?P<weekday_on>{WEEKDAY}),?\s)?the\s|(?<=\bon\s))(?:(?P<day>{DAY})(?:st|nd|rd|th)|(?P<word>{'|'.join(DAYS_IN_WORDS)})(?=\sof\s\w+\smonth))"
        r"(?:\sof\s(?P<which>last|this|next)\smonth)?",
        means.day_alone,
        re.I,
        is_vague=True,
        cues="<nth> last_month this_month next_month",
    ),
    make_rule(
        rf"(?:(?i:(?P<count>the|{COUNT})\s(?:(?P<unit>{PARTS}|week)s?|(?P<weekday>{WEEKDAY}))\s(?P<side>before|after))\s)?"
        rf"(?:{MODIFIED}|the\s(?=Fourth))?"
        rf"(?P<holiday>{holidays.HOLIDAY})(?:(?P<weekend>\s(?:bank\sholiday\s|holiday\s|long\s)?weekend\b)|\s(?:morning|afternoon|evening|night)\b)?{OF_YEAR}?",
        holidays.holiday,
        cues=holidays.CUES,
    ),
    make_rule(
        rf"the\sweek\s(?:of|beginning|starting)\s(?P<month>{MONTH})\s(?P<day>{DAY})\b{WHICH_YEAR}",
        means.week_of_day,
        cues="the_week",
    ),
    make_rule(
        rf"(?:the\s)?(?P<month>{MONTH})(?:\s?[-–—]\s?|[\s-](?:to|through)[\s-](?=\w+\s(?:quarter|period)))(?P<last>{MONTH})"
        rf"(?!\s\d{{1,2}}\b)(?:\s(?:quarter|period))?{OF_YEAR}?",
        quarters.month_span,
        cues="<month>",
    ),
    make_rule(rf"{EDGE}(?P<month>{MONTH}){OF_YEAR}", months.month_and_year, cues="<month>"),
    make_rule(
        rf"(?P<month>{MONTH})\s(?:of\s)?(?:that(?:\ssame)?|the\ssame)\syear|"
        rf"(?:[Tt]hat|[Tt]he\s(?P<next>following))\s(?:(?P<that>{MONTH})|(?P<season>spring|summer|autumn|fall))"
        r"(?!\.?\s\d|\s[a-z]*(?:ing|ed)\b)",
        periods.same_year,
        cues="that same following",
    ),
    make_rule(
        rf"(?:the\s)?(?P<nth>first|second|third|fourth|last)\s(?P<weekday>(?i:{WEEKDAY}|day|weekend|week))\s(?:in|of)\s"
        rf"(?:(?P<month>{MONTH}){OF_YEAR}?|(?P<near>last|this|next|the|each|every)\smonth)",
        counted_weekdays.weekday_of_month,
        cues="day_in day_of weekend_in weekend_of week_in week_of",
    ),
    make_rule(
        rf"the\s(?:(?P<weekday>{WEEKDAY})|(?P<unit>weekend|week|month|year))\s(?P<side>before\slast|after\snext)|"
        rf"(?P<british>{WEEKDAY})\sweek(?=[.,;:)…]|['’]s\s|\s(?:at|in|on|and|but|for|to)\b|$)",
        counted_weekdays.before_last,
        re.I,
        cues="before_last after_next day_week",
    ),
    make_rule(
        rf"{CLOCK_ON}(?:(?:[Ee]arly|[Ll]ate)\s)?(?:{MODIFIED})?(?P<weekday>{WEEKDAY}){PART}(?!s\b)"
        rf"(?:,?\s(?:of\s)?(?P<week>last|this|next)\sweek)?{AT}",
        weekdays.weekday,
        cues="day",
    ),
    make_rule(
        rf"(?:(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?)\s|{EDGE})(?P<month>{MONTH})",
        months.month_alone,
        cues="<month>",
    ),
    make_rule(
        rf"{CLOCK_ON}(?P<near>the\sday\s(?:before\syesterday|after\stomorrow)|"
        rf"{NEAR_DAY}(?:\s(?:morning|afternoon|evening|night))?|(?<!the\s)last\snight|tonight|"
        rf"this\s(?:morning|lunchtime|afternoon|evening)|"
        rf"(?:(?:half\s)?an|two|three)\shours?\sago|{COUNT}\sminutes\sago){AT}",
        means.near_day,
        re.I,
        cues="today yesterday tomorrow night morning lunchtime afternoon evening ago",
    ),
)
