"""The words of expressions of time, as patterns: months, weekdays, times of day, numbers."""

from __future__ import annotations

import re

from briefing.annotate.times.values import MONTHS, WEEKDAYS

_MONTHS = "|".join((*(month.title() for month in MONTHS), *(month.upper() for month in MONTHS)))
MONTH = rf"(?:{_MONTHS}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
YEAR = r"(?:1[1-9]\d\d|20\d\d|2100)"
WEEKDAY = rf"(?:{'|'.join(name for day in WEEKDAYS for name in (day.title(), day.upper()))})"
SHORT_WEEKDAY = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
NEAR_DAY = r"(?:yesterday|today|tomorrow)"
PARTS = "day|morning|afternoon|evening|night"
PART = r"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night)\b)?"
NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
YEAR_IN_WORDS = (
    rf"(?P<century>nineteen|twenty)[\s-](?:(?P<tens>{'|'.join(TENS)})(?:[\s-](?P<ones>{'|'.join(NUMBERS[:9])})\b)?|"
    rf"(?P<teen>{'|'.join(NUMBERS[9:19])}))\b"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
DAYS_IN_WORDS = (*_ORDINALS, *(f"twenty-{word}" for word in _ORDINALS[:9]), "thirtieth", "thirty-first")
COUNT = rf"(?:\d{{1,3}}|an?|{'|'.join(sorted((*NUMBERS, *TENS[1:]), key=len, reverse=True))})"
OF_YEAR = rf"(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})|(?P<which>last|this|next)\syear))"
OF_ANY_YEAR = re.sub(r"\?P<\w+>", "?:", OF_YEAR)
WHICH_YEAR = r"(?:,?\s(?:of\s)?(?P<which>last|this|next)\syear)?"
EDGE = r"(?:(?:[Ee]arl(?:y|ier)|[Ll]ater?|[Mm]id)[\s-])?"
MID = r"(?:(?:early|late|mid)[\s-])?(?:the\s)?"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
ZONES = (
    r"(?:UTC|GMT|BST|CES?T|E[SD]?T|[CM][SD]T|P[SD]?T|A[EK]?[SD]T|[HIJ]ST|NZ[SD]T|MSK|local\stime)\b(?:\s?[+-]\d\d?)?"
)
ZONE = rf"\s?(?:\({ZONES}\)|{ZONES})"
MINUTES = r"[0-5]\d"
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3])(?:[:.]{MINUTES})?\s?(?:[aApP]\.?[mM]\b\.?)(?:{ZONE})?|"
    rf"(?:[01]?\d|2[0-3]):{MINUTES}(?:{ZONE})?|[0-2]\d{MINUTES}{ZONE})"
)
AT = rf"(?:,?\s(?:at\s)?(?:about\s|around\s)?{CLOCK})?"  # Sunday at 9 p.m.
CLOCK_ON = rf"(?:(?:{CLOCK}(?:\s\({CLOCK}\))?|noon|midnight),?\s(?:on\s)?)?"  # 9 p.m. on Sunday
SUFFIX = r"(?:st|nd|rd|th)?"
ENDING = r"\s(?:that\s)?(?:ended|ending|to)\s(?:on\s)?(?:the\s(?:end|close)\sof\s)?"  # the year to the end of April
ON = rf"{CLOCK_ON}(?:(?:(?:[Ee]arly|[Ll]ate)\s)?(?P<weekday_on>{SHORT_WEEKDAY}){PART},?\s(?:the\s)?)?"
SPAN = rf"(?P<count>{COUNT})\s(?P<unit>day|week|fortnight|month|year|decade)s?"
DAYS = rf"(?P<day>{DAY}){SUFFIX}\s?(?:[-–—]|to\s)\s?(?P<last>{DAY}){SUFFIX}"
MODIFIED = r"(?P<modifier>[Ll]ast|[Nn]ext|[Tt]his(?:\s(?:past|coming))?|[Tt]he\scoming|[Cc]oming)\s"
ORDINAL = r"(?:first|second|third|fourth|[1-4](?:st|nd|rd|th))"
