"""Words that look like an expression of time and are none: 'Bloody Sunday', 'the Sunday Times', 'in 2000 people'."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.annotate.times import counts, holidays, months, periods, quarters, seasons, weekdays
from briefing.annotate.times import resolvers as means
from briefing.annotate.times.context import ATTRIBUTE
from briefing.annotate.times.rules import Rule
from briefing.annotate.times.words import MONTH, NUMBERS, WEEKDAY

NAMED_DAYS = re.compile(
    r"(?:Black|Bloody|Good|Ash|Super|Super\sBowl|Cyber|Easter|Palm|Holy|Maundy|Mothering|Fat|Giving|Sheffield|Ruby|Throwback|Manic)\s$"
)
NO_YEAR = re.compile(
    r"\s(?:people|men|women|votes|(?:\w+\s)?(?:miles|km|kilomet(?:er|re)s|met(?:er|re)s|feet|tons|tonnes|pounds|acres|hectares|"
    r"barrels|workers|employees|troops|soldiers|jobs|homes|units|points|shares)\b|of\b|dollars|euros|UTC|GMT|hours|percent|"
    rf"per\b|local\stime|{WEEKDAY}|years?\b(?![\s-]end)|(?:[A-Z]\w+\s)+(?:Avenue|Ave|Boulevard|Drive|Lane|Road|Street)\b)"
)
YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|for|through|to|and|the|fiscal|due|spring|summer|"
    rf"autumn|fall|winter|year|around|about|its|her|his|my|our|their|than|was|a|back|began|ended|entered|(?:up|down)\son|between|(?:early|late|recently)\sas|(?:by|since|through|till|to|until)\sat\sleast|{MONTH})\s|\(|\b(?:19|20)\d\d,\s)$",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(
    r"\s(?:\w+\s)?(?:election|elections|campaign|season|census|referendum|budget|presidential|edition|report|study|film|"
    r"Olympics|Paralympics|World\sCup|Games|Championships?)\b"
)
TITLED = re.compile(r"[A-Z]\w*[a-z](?:\s[A-Z]\w*)*")  # Harville This Week, USA Today
WEEKLY = re.compile(  # of every Sunday
    r"\s(?:trade|trading|shopping|schools?|(?:news)?papers?|roasts?|leagues?|drivers?|opening\s(?:hours|times))\b"
)
OFTEN = re.compile(
    r"(?:\b(?:(?:every|each|any)(?:\s(?:other|second|third))?|on\san?(?:\s(?!late\b|mid\b)[a-z]+)?)|(?:^|[.,;:(“\"]\s?|\b(?:and|but|by|for|on|until)\s)one)\s$",
    re.IGNORECASE,
)
GAME = re.compile(
    r"touchdown|\bgoals?\b|\bscor(?:e|ed|ing)\b|yards?\b|rebound|\bteam\b|\bcoach|quarterback|half-?time|possession|\bmatch\b|"
    r"season|league|kick|\bmoon\b|\bgame",
    re.IGNORECASE,
)
SAID_AT = re.compile(
    r"\b(?:at|by|around|about|before|after|until|till|from|to|since|approximately|between|and|or)\s$|[(]$"
)
NOT_SO_LONG = re.compile(  # within a day after, two or three days later
    rf"\b(?:within|not|than|(?:\d+|{'|'.join(NUMBERS)})\s(?:and|or|to))\s$", re.IGNORECASE
)
BARE_CLOCK = re.compile(r"\d{1,2}:\d\d")
NOT_ONLY_MONTHS = frozenset({"march", "may", "april", "june", "august", "mar", "apr", "jun", "aug", "jan"})
NEWS_YEAR = re.compile(r"(?:19\d|20[0-4])\d")
NEWS_YEAR_BEFORE = re.compile(
    r"\b(?:estimated|projected|reported|expected|expects|foresees|forecasts|lifted|lowered|raised|said|says|sees|that|this|into|over|under|on|with|versus|calendar|full-year)\s$|"
    r"^$|[.!?]\s$|['’]s\s$",
    re.IGNORECASE,
)
NEWS_YEAR_AFTER = re.compile(
    r"\s(?:was|is|has|had|will|saw|brought|would|(?:\w+\s)?(?:earnings|profits?|sales|results|revenues?|figures?|levels?|"
    r"budget|law|agreement|treaty|crash))\b"
)
OWNER_BEFORE, ONE_AFTER = re.compile(r"['’]s\s$"), re.compile(r"\s[a-z-]*[a-rt-z]\b")  # Iraq's 1990 invasion
WORD_BEFORE = re.compile(  # I have seen 2009.
    r"(?:^|\s)(?!(?:about|almost|approximately|at|channel|flight|gate|just|least|most|nearly|number|only|over|page|room|route|"
    r"some|under|up)\b)[a-z]{2,}\s$"
)
LISTED = re.compile(r",\s(?:19\d|20[0-4])\d\b")  # 2009, 2010 World Cup
WORD_AFTER = re.compile(r"$|[.;:)!?]|\s(?:as|and|was|is|when|while)\b")
HOLIDAY_AFTER = re.compile(
    r"\s(?:bank|public)\sholiday|\s(?:long|holiday)\sweekend|\shalf-term"
)  # the May long weekend
ALONE = re.compile(r"[a-z][,;]\s$")  # from file, 2015.
BUSINESS = re.compile(
    r"earning|profit|revenue|sales|result|econom|GDP|growth|shares|loss|output|inflation|forecast|[$£€]\s?\d|\bcents\b",
    re.IGNORECASE,
)
MONTH_BEFORE = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|for|through|to|and|last|next|this|between|as|"
    r"every|each|an?|the)[\s-]$",
    re.IGNORECASE,
)
NAMED_MONTH = re.compile(
    r"\b(?!(?:After|And|An?|As|At|Before|Between|But|By|During|Earlier|Early|Every|For|From|In|Last|Late|Next|Of|On|Or|"
    r"Since|That|The|This|Through|To|Until|With)\b)(?:[A-Z]\.|[A-Z][\w’'-]*)\s(?P<month>April|May|June|August)\b(?!\s\d)"
)
DATED = re.compile(r"\b(?:in|since|until|till|last|next|this|late|early|mid|during|through)[\s-]$", re.IGNORECASE)
ORDINAL_BEFORE = re.compile(r"\b(?:on|by|until|since|from|before|after)\s$", re.IGNORECASE)
ORDINAL_AFTER = re.compile(r"$|[.,;)]|\s(?:and|but|when|at|in|after|before|as|to|we|they|he|she|it|I)\b")
NO_DAY = re.compile(  # on the 15th, he missed a putt
    r"\b(?:amendments?|birdie\w*|bogey\w*|centur\w+|districts?|eagle\w*|floors?|greens?|holes?|innings?|laps?|minutes?|par|"
    r"putt\w*|rounds?|shots?|tees?)\b",
    re.IGNORECASE,
)
DURING = re.compile(
    r"\b(?:about|before|by|during|for|in|over|since|spen(?:t|ds?|ding)|through|until)\sthe\s$", re.IGNORECASE
)
BY_SEASON = re.compile(r"\b(?:by|since|until)\s$", re.IGNORECASE)
SOME = re.compile(r"\ban?\s(?!late\b|mid\b)[a-z]+\s$", re.IGNORECASE)  # in a good February
NO_DECADE = re.compile(r"degree|temperature|highs|lows|weather|fahrenheit|percentile|aged|score", re.IGNORECASE)


def months_as_names(texts: Iterable[str]) -> frozenset[str]:
    """Months that a text also has as a name: 'May' beside 'Theresa May'."""
    return frozenset(match["month"].lower() for text in texts for match in NAMED_MONTH.finditer(text))


def is_no_date(text: str, match: re.Match[str], rule: Rule, names: frozenset[str]) -> bool:
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 24]
    if rule.resolve is weekdays.weekday and re.match(r"\sthe\s\d", after):
        return True
    if rule.resolve is weekdays.weekday:
        weekly = OFTEN.search(before) or (match["weekday"] == "Sunday" and WEEKLY.match(after))
        any_one = before.endswith(" a ") and re.match(r"[,.;)]|$", after)  # Oct. 13, a Friday
        return bool(NAMED_DAYS.search(before) or weekly or any_one) or _is_title(before, after)
    if rule.resolve is holidays.holiday:
        return holidays.is_no_holiday(match, before, after)
    if rule.resolve in {means.near_day, periods.period}:
        named = re.search(r"\b(?:[A-Z]\w*|the)\s$", before) or re.match(r"\s(?:programme|program|show)\b", after)
        return bool(TITLED.fullmatch(match.group())) and bool(named)
    if rule.resolve is means.clock:
        return bool(BARE_CLOCK.fullmatch(match.group())) and not SAID_AT.search(before)
    if rule.resolve is months.month_alone:
        return _is_no_month(match, before, after) or (match["month"].lower() in names and not DATED.search(before))
    if rule.resolve is means.day_alone:
        said = match["which"] or match["weekday_on"] or (ORDINAL_BEFORE.search(before) and ORDINAL_AFTER.match(after))
        return not said or bool(NO_DAY.search(text[max(0, match.start() - 60) : match.end() + 60]))
    if rule.resolve is counts.from_day:
        return bool(match["side"] == "on" and re.search(r"\b(?:for|in|over|than)\s$", before))
    if rule.resolve is counts.from_anchor:
        return bool(NOT_SO_LONG.search(before))
    if rule.resolve is periods.year_in_words:
        return bool(re.match(r"\s(?:hindsight|vision)\b", after))
    if rule.resolve is periods.year and match.group().isdigit():
        return _is_no_year(match.group(), before, after)
    return _is_no_period(text, match, rule)


def _is_no_period(text: str, match: re.Match[str], rule: Rule) -> bool:
    groups = match.groupdict()
    if rule.resolve is quarters.half_of_report:
        return not BUSINESS.search(text)
    if rule.resolve is quarters.half_alone:
        return bool(GAME.search(text)) or not BUSINESS.search(text)
    if rule.resolve is quarters.quarter and not (groups.get("year") or groups.get("which")):
        return bool(GAME.search(text)) and not BUSINESS.search(text)
    if rule.resolve is seasons.season:
        told = groups["modifier"] or groups["year"] or groups["which"] or groups["short"]
        if groups["season"][0].isupper() and not groups["year"] and re.match(r"\s[A-Z]", text[match.end() :]):
            return True  # the Autumn Statement
        is_by = BY_SEASON.search(text[: match.start()]) or DURING.search(text[: match.start() + len("the ")])
        is_during = is_by and (is_by[0].startswith("spen") or not ATTRIBUTE.match(text[match.end() :]))
        return not (told or is_during) or bool(NO_YEAR.match(text[match.end() : match.end() + 24]))
    return rule.resolve is periods.decade and len(groups["year"]) == 2 and bool(NO_DECADE.search(text))


def _is_no_month(match: re.Match[str], before: str, after: str) -> bool:
    """'march on the capital', 'April Smith'; with a word such as 'late' before it is one."""
    month = match["month"]
    if match.group()[:3] != month[:3]:
        return False
    if not before and re.match(r":|$", after):
        return False  # heads a part of a chronology
    if HOLIDAY_AFTER.match(after):
        return True
    if OFTEN.search(before) or re.search(r"\b[Ff]ourth\sof\s$", before):
        return True
    if SOME.search(before) and not ATTRIBUTE.match(after):
        return True
    doubtful = month.rstrip(".").lower() in NOT_ONLY_MONTHS and not MONTH_BEFORE.search(before)
    named = None if DATED.search(before) else re.match(r"\s[A-Z](?!\s)", after)
    return doubtful or bool(named or re.match(r"\s(?:on|for)\s[A-Z](?!\s)|['’]s\s[A-Z]|-|\s\d", after))


def _is_title(before: str, after: str) -> bool:
    """'Sunday Night Live', 'the Sunday Times'."""
    titled = re.match(r"\s(?:Morning|Night|Evening)|\s[A-Z][a-z]+", after)
    return bool(titled) and (after.startswith((" Morning", " Night", " Evening")) or before.lower().endswith("the "))


def _is_no_year(number: str, before: str, after: str) -> bool:
    if NO_YEAR.match(after):
        return True
    if NEWS_YEAR.fullmatch(number) and not before and re.match(r":|\s[-–—]\s|$", after):
        return False  # heads a part of a chronology
    if NEWS_YEAR.fullmatch(number) and LISTED.match(after):
        return False
    ends = ALONE.search(before) and (not after or re.match(r"[.;)]", after))
    if NEWS_YEAR.fullmatch(number) and NEWS_YEAR_BEFORE.search(before) and NEWS_YEAR_AFTER.match(after):
        return False
    if NEWS_YEAR.fullmatch(number) and OWNER_BEFORE.search(before) and ONE_AFTER.match(after):
        return False
    if NEWS_YEAR.fullmatch(number) and WORD_BEFORE.search(before) and WORD_AFTER.match(after):
        return False
    return not (YEAR_BEFORE.search(before) or YEAR_AFTER.match(after) or ends)
