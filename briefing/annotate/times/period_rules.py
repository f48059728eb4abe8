"""How periods are written, and what is counted from another time: weeks to centuries, 'two days later', hours."""

from __future__ import annotations

import re

from briefing.annotate.times import counts, periods, quarters, seasons
from briefing.annotate.times import resolvers as means
from briefing.annotate.times.periods import DECADES
from briefing.annotate.times.rules import Rule, make_rule
from briefing.annotate.times.words import (
    CLOCK,
    CLOCK_ON,
    COUNT,
    DAY,
    EDGE,
    ENDING,
    MID,
    MONTH,
    NEAR_DAY,
    OF_ANY_YEAR,
    OF_YEAR,
    ORDINAL,
    PARTS,
    SEASON,
    SPAN,
    WEEKDAY,
    YEAR,
    YEAR_IN_WORDS,
)

PERIOD_RULES: tuple[Rule, ...] = (  # the longest first, where two begin alike
    make_rule(
        rf"the\s(?:first|(?P<from_end>last|final)(?=[\s\w]+s{OF_ANY_YEAR}))\s(?P<count>{COUNT})\s(?P<unit>month|quarter)s"
        rf"(?:\sof\sthe\syear|{OF_YEAR})?",
        quarters.part_of_year,
        re.I,
        is_vague=True,
        cues="months quarters",
    ),
    make_rule(
        r"(?P<hours>24|48)\shours\s(?P<side>earlier|later)", counts.hours_later, re.I, is_vague=True, cues="hours"
    ),
    make_rule(
        rf"(?P<which>last|this|next)\syear['’]s\s(?P<number>{ORDINAL})[\s-]quarter",
        quarters.quarter,
        re.I,
        cues="quarter",
    ),
    make_rule(
        rf"(?:(?P<year_before>{YEAR})|(?P<which_before>last|this|next)\syear)['’]s\s(?P<number_after>first|second)\shalf|"
        rf"the\s(?P<number>first|second)\shalf(?:\sof\s(?:the\syear|(?P<year>{YEAR})|(?P<which>last|this|next)\syear))",
        quarters.half,
        re.I,
        cues="half",
    ),
    make_rule(r"(?P<number_of_report>first|second)-half", quarters.half_of_report, re.I, is_vague=True, cues="-half"),
    make_rule(
        r"(?<=\b(?:in|of)\s)the\s(?P<number>first|second)\shalf(?=[.,;:)]|$|\s(?:after|and|as|because|but|from|on|to|while)\b)",
        quarters.half_alone,
        re.I,
        is_vague=True,
        cues="_half",
    ),
    make_rule(
        r"(?:(?P<edge>earlier|later|early|late)\s)?(?:the\s)?"
        r"(?P<modifier>this\spast|this\scoming|this|last|next|past|coming|current)\s"
        rf"(?P<unit>weekend|week|month|quarter(?!{OF_ANY_YEAR})|year)",
        periods.period,
        re.I,
        cues="week month quarter year",
    ),
    make_rule(r"the\s(?:whole\s|entire\s)?weekend(?!\s(?:after|before)\b)", periods.weekend, re.I, cues="weekend"),
    make_rule(
        rf"(?:that(?:\ssame)?|the\ssame)\s(?:{PARTS}|(?P<unit>month|year))\b(?!\s(?:of|last|this|that|when|a\syear|in\s\d|(?-i:[A-Z][a-z])))",
        means.same_day,
        re.I,
        is_vague=True,
        cues="that_day that_mor that_aft that_eve that_nig that_mon that_year same_",
    ),
    make_rule(
        r"(?:late|later|early|earlier)\sin\sthe\s(?:trading\s)?day|(?:start|beginning|close)\sof\sthe\s(?:trading\s)?day|"
        r"(?:end(?:ed|ing)?|finish(?:ed|ing)?|clos(?:ed|ing))\sthe\s(?:trading\s)?day",
        means.the_day,
        re.I,
        is_vague=True,
        cues="the_day the_trading",
    ),
    make_rule(
        rf"{SPAN}\s(?P<side>ago|from|(?<=\ba\sweek\s)on)\s(?:(?P<near>{NEAR_DAY}|tonight|this\s(?:morning|afternoon|evening))|(?:this\s(?:coming\s)?)?(?P<weekday>{WEEKDAY}))(?!['’]s)",
        counts.from_day,
        re.I,
        cues="ago_ day_from week_from fortnight_from month_from year_from decade_from s_from week_on",
    ),
    make_rule(
        r"(?P<count>a|two)\s(?P<unit>week)s?\s(?P<side>)(?P<weekday>)(?P<near>today|tomorrow)",
        counts.from_day,
        re.I,
        cues="today tomorrow",
    ),
    make_rule(
        rf"(?P<count>{COUNT})\s(?P<unit>year)s?\sago\s(?:in\s|last\s)?(?:(?P<month>{MONTH})(?!\s\d)|this\s(?P<this>week|month))",
        counts.ago_in,
        re.I,
        cues="ago",
    ),
    make_rule(
        rf"(?P<count>{COUNT})\s(?P<unit>month|year)s?\s(?:to\sthe\sday(?P<ago>\sago)?|ago\sto\sthe\sday)",
        counts.to_the_day,
        re.I,
        is_vague=True,
        cues="to_the_day",
    ),
    make_rule(rf"{SPAN}\sago", counts.ago, re.I, cues="ago"),
    make_rule(rf"{SPAN}\sfrom\snow", counts.from_now, re.I, cues="from_now"),
    make_rule(rf"{SPAN}\s(?P<side>earlier|later)(?!\sthan\b)", counts.from_anchor, re.I, cues="earlier later"),
    make_rule(rf"{SPAN}\s(?P<side>before|after)(?:\sthat)?(?=$|[.,;)])", counts.from_anchor, re.I, cues="before after"),
    make_rule(
        rf"(?P<count>the)\s(?P<unit>{PARTS}|week|month|year)\s(?P<side>before|after)(?:\sthat\b)?"
        r"(?=$|[.,;)]|\s(?:were|was|had|by|at|in|and|but|when|to|for|from|with|[a-z]+ed)\b)",
        counts.from_anchor,
        re.I,
        cues="before after",
    ),
    make_rule(
        r"(?P<edge>earlier|later|early|late)\sin\sthe\s(?P<unit>week|month|year)",
        periods.within,
        re.I,
        is_vague=True,
        cues="in_the_week in_the_month in_the_year",
    ),
    make_rule(
        rf"{CLOCK_ON}the\s(?P<side>previous|following|next)\s(?P<unit>{PARTS})",
        counts.from_anchor,
        re.I,
        cues="previous following next",
    ),
    make_rule(
        r"the\s(?P<side>previous|following)\s(?P<unit>week|month|year|quarter|decade)",
        counts.from_anchor,
        re.I,
        cues="previous following",
    ),
    make_rule(
        r"(?:the\s)?(?:same|corresponding|comparable|similar)\s(?:[\w-]+\s)?(?P<unit>quarter|period|half|months?|week)\s"
        rf"(?:of|in)\s(?P<year>{YEAR})",
        counts.same_period,
        re.I,
        cues="same corresponding comparable similar",
    ),
    make_rule(
        rf"(?:the\s)?(?:(?P<year>{YEAR})\s|(?:same\s)?(?:prior[\s-]year|year[\s-](?:ago|earlier))\s)"
        r"(?P<unit>quarter|period|half|month)(?!\s(?:last|of\slast|a\syear|the\syear|the\sprevious|in|this)\b)",
        counts.year_ago,
        re.I,
        is_vague=True,
        cues="quarter period half month",
    ),
    make_rule(
        rf"the\s(?:(?P<count>{COUNT})\s|fiscal\s|financial\s)?(?P<unit>year|half|quarter|month|week)s?(?={ENDING}"
        rf"(?:(?:(?P<day_before>{DAY})\s)?(?P<month>{MONTH})(?:\s(?P<day>{DAY})\b)?(?:,?\s(?P<year>{YEAR})\b)?|"
        rf"(?P<weekday>{WEEKDAY})))",
        periods.ended,
        re.I,
        is_vague=True,
        cues="ended ending year_to half_to quarter_to month_to months_to week_to weeks_to",
    ),
    make_rule(r"the\s(?P<unit>quarter|month|year)\sjust\s(?:ended|over|past)", quarters.just_ended, re.I, cues="just"),
    make_rule(
        r"the\s(?:latest\s|most\srecent\s)?quarter(?!-|\s(?:of|century|final|back|mile|point)\b)",
        counts.told_quarter,
        re.I,
        is_vague=True,
        cues="quarter",
    ),
    make_rule(
        r"(?:the\s(?:end|rest|remainder)\sof\sthe\s|(?:at|before|by)\s(?=year(?:['’]s\s|\s|-)end))"
        r"(?P<unit>year|month|week)(?:(?:['’]s)?[\s-]end)?",
        periods.end_of_period,
        re.I,
        is_vague=True,
        cues="of_the_year of_the_month of_the_week at_year before_year by_year",
    ),
    make_rule(
        r"the\s(?:start|beginning|turn)\sof\sthe\s(?P<unit>year|month|week)",
        periods.start_of_period,
        re.I,
        is_vague=True,
        cues="of_the_year of_the_month of_the_week",
    ),
    make_rule(
        rf"(?:the\s)?(?P<year>{YEAR})(?:['’]s)?\s(?P<number>{ORDINAL})[\s-]quarter",
        quarters.quarter,
        re.I,
        cues="quarter",
    ),
    make_rule(
        rf"(?:the\s)?(?:(?P<number>{ORDINAL}(?=[\s-]quarter)|(?:opening|final|last)(?=\s(?:quarter|period){OF_ANY_YEAR})|Q[1-4])|(?P<month>(?:March|June|September|December)(?=\squarter)))"
        rf"(?:[\s-]quarter|\speriod)?{OF_YEAR}?",
        quarters.quarter,
        re.I,
        cues="quarter period q1 q2 q3 q4",
    ),
    make_rule(
        r"(?:(?<=\bbegan\s)|(?<=\bbegun\s)|(?<=\bstarted\s)|(?<=[a-z]est\sof\s))the\s(?P<unit>year|month|week)(?:\sso\sfar)?|"
        r"the\s(?P<running>year|month|week)\sso\sfar",
        periods.running,
        re.I,
        cues="the_year the_month the_week",
    ),
    make_rule(
        r"(?:the\s(?:start|beginning)\sof\s)(?:the|this)\sdecade|this\sdecade", periods.this_decade, re.I, cues="decade"
    ),
    make_rule(r"(?<=\bin\s)the\snew\syear", periods.new_year, cues="new_year"),
    make_rule(r"the\sfirst\sof\sthe\syear", periods.first_of_year, re.I, cues="first_of_the_year"),
    make_rule(rf"(?:the\s)?{MID}(?P<year>(?:1[1-9]|20)\d0)s", periods.decade, re.I, cues="0s"),
    make_rule(rf"the\s{MID}(?P<year>(?:1[1-9]|20)\d0)['’]s", periods.decade, re.I, cues="0's 0’s"),
    make_rule(rf"the\s{MID}(?:['’]?(?P<year>[2-9]0)['’]?s)", periods.decade, re.I, cues="0s 0's 0’s"),
    make_rule(rf"(?<=0s\sand\s){MID}['’]?(?P<year>[2-9]0)['’]?s", periods.decade, cues="0s 0's 0’s"),
    make_rule(rf"the\s{MID}(?P<year>{'|'.join(DECADES)})", periods.decade, re.I, cues="ties"),
    make_rule(
        rf"(?:the\s)?{MID}(?P<number>1[1-9]|2[01])(?:th|st)[\s-]century(?!\sB)", periods.century, re.I, cues="century"
    ),
    make_rule(
        rf"(?P<year>{YEAR})(?:\s[-–]\s(?=\d{{4}})|[-–])(?P<last>(?:19|20)\d\d|\d\d)", periods.years, cues="<year>"
    ),
    make_rule(rf"{EDGE}(?P<year>{YEAR})", periods.year, cues="<year>"),
    make_rule(
        r"(?:(?<=\b[Ii]n\s)|(?<=\b(?:of|by)\s)|(?<=\b(?:from|till)\s)|(?<=\b[Ss]ince\s)|(?<=\b(?:until|after)\s)|(?<=\b(?:before|during)\s)|"
        r"(?<=\d\d,\s)|(?<=\d\d\sand\s)|(?<=\d\d\sor\s))['’](?P<year>\d\d)",
        periods.short_year,
        cues="<short-year>",
    ),
    make_rule(YEAR_IN_WORDS, periods.year_in_words, re.I, cues="nineteen twenty"),
    make_rule(CLOCK, means.clock, cues="<hour>"),
    make_rule(
        r"(?:the\s)?(?:recent|coming|(?:past|last|next)\sfew|past|previous\sfew)\s"
        r"(?:days|weeks|months|years|decades)",
        periods.unresolved,
        re.I,
        cues="days weeks months years decades",
    ),
    make_rule(
        rf"(?:(?:early|earlier|late|later)\s)?(?:the\s)?(?:(?P<modifier>this(?:\s(?:past|coming))?|last|next)\s)?{SEASON}"
        rf"(?:{OF_YEAR}(?:[-–/](?P<last>(?:19|20)?\d\d)\b)?|\sof\s['’](?P<short>\d\d))?(?!\s(?:after|before)\s(?:last|next|that|this)\b)",
        seasons.season,
        re.I,
        is_vague=True,
        cues="spring summer autumn fall winter",
    ),
)
