"""What an expression of time is resolved against: the day of the article, the tense, and what the text told before."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from briefing.annotate.times.values import AHEAD, MONTH_NUMBERS, Tense, is_quarter
from briefing.annotate.times.words import DAY, MONTH, NUMBERS, SUFFIX, TENS, YEAR

LAST = {"last": "last", "past": "last", "next": "next", "coming": "next", "this": "this",
        "this past": "last", "this coming": "coming", "the coming": "coming", "current": "this"}  # fmt: skip
AWAY = {"last": -1, "this": 0, "next": 1}
EDGE_OF = r"(?:the\s(?:start|beginning|middle|end|close)\sof\s)?"  # by the end of June
UNTIL = re.compile(rf"\b(?:un)?till?\s{EDGE_OF}$", re.IGNORECASE)
HAPPENS = re.compile(
    r"\b(?:addresses|appears?|arrives?|becomes?|begins?|celebrates?|closes|comes?|convenes?|delivers?|ends|expires?|faces|"
    r"go(?:es)?|hears?|holds|hosts|launches|leaves?|marks|meets?|opens?|peaks|plays|reopens?|resumes?|returns|speaks?|"
    r"starts|takes?\seffect|travels|turns|unveils?|visits|votes)(?:\s[\w’'-]+)*\s?$"
)
GENERIC = re.compile(
    r"\b(?:always|every\w*|never|(?<!if\s)(?:no\sone|nobody)|often|usually|(?:they|we)\sall|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)days)\b[^.,;:!?]*$",
    re.IGNORECASE,
)
WOULD_YOU = re.compile(r"\byou(?:['’]d|\swould)\s[^.;:!?]*$", re.IGNORECASE)
LASTED = re.compile(  # talks that went on until Friday have ended then
    r"\b(?:argued|burned|continued|dragged\son|fell|fought|lasted|met|negotiated|raged|rained|ran|snowed|talked|waited|went\son|worked)\b[^.;:,]*$"
)
NOT_UNTIL = re.compile(  # what they did not know until Friday they knew then
    r"\b(?:\w+n['’]t|never|nobody|nothing|not|no\sone|unaware|unclear|unknown|unnoticed|unseen)\s"
    r"(?!(?:\w+\s){0,2}(?:due|expected|meant|planned|scheduled|set|supposed|to)\b)[^.;:]*$"
)
DEADLINE = re.compile(  # by June 1, due April 15, payable Dec. 15 to holders of record Nov. 30
    r"\b(?:(?:un)?till?|by|before|(?:due|effective|payable|of\srecord)(?:\s(?:on|by|as\sof))?)\s(?:the\s)?$",
    re.IGNORECASE,
)
AS_OF = re.compile(r"\bas\sof\s$", re.IGNORECASE)
THROUGH = re.compile(r"\bthrough\s$", re.IGNORECASE)
IN_ITS_YEAR = re.compile(  # in 1979, when one storm came on Aug. 31 and another on Sept. 17
    r",\swhen\s[^.;:]*|,?\s(?:and|or|then)\s(?:again|another|others?|one|an?\s\w+)\s(?:in|on)\s"
)
ATTRIBUTE = re.compile(  # Friday trading, but Friday is, Friday when
    r"\s(?!(?:about|across|after|again|against|along|also|although|amid|and|around|as|at|because|before|but|by|could|despite|"
    r"during|for|from|had|has|have|here|if|in|inside|into|is|its|may|might|near|not|now|off|on|or|out|outside|over|since|so|"
    r"than|that|the|then|there|through|to|toward|towards|under|unless|until|up|was|were|when|where|which|while|who|will|with|"
    r"without|would)\b)[a-z]"
)
COUNTS = {word: number for number, word in enumerate(NUMBERS, 1)} | {"a": 1, "an": 1, "the": 1}
COUNTS |= {word: 10 * number for number, word in enumerate(TENS, 2)}
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bGen)(?<!\bCol)(?<!\bLt)(?<!\bRev)"
    r"(?<![A-Z])[.!?][”\"’')]*\s"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPAN = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")
_PERIOD = re.compile(r"\d{4}-\d\d(?:/\d{4}-\d\d)?")
_YEAR_BEFORE = re.compile(r"\b(last|this|next)\syear,?\s(?:(?:on|in)\s)?$", re.IGNORECASE)
_WRITTEN = re.compile(
    rf"\b(?P<month>{MONTH})\s(?:(?P<day>{DAY}){SUFFIX},?\s)?(?:of\s)?(?P<year>{YEAR})\b|"
    rf"\b(?P<day_before>{DAY}){SUFFIX}\s(?:of\s)?(?P<month_after>{MONTH}),?\s(?P<year_after>{YEAR})\b"
)

_QUARTER_TO = re.compile(
    r"\b(?:quarter|1[234]\sweeks|(?:thir|four)teen\sweeks|twelve\sweeks),?\s(?:(?:that|which)\s)?(?:closes|ended|ending|ends|to)\s(?:on\s)?"
    rf"(?P<month>{MONTH})(?:\s(?P<day>{DAY})\b)?"
)
WEEK = 7  # days

Years = Mapping[tuple[int, int | None], set[int]]  # written beside a month (with None) or a day of it


@dataclass(slots=True)
class Told:
    """What a text has told of times up to an expression."""

    written: Years = field(default_factory=dict)  # in the whole text
    names: frozenset[str] = frozenset()  # months that are names in the text
    anchor: str | None = None  # the last value of the paragraph, None after what is unclear
    is_fresh: bool = True  # no expression yet in the paragraph
    carried: str | None = None  # the value told last in the paragraph before
    here: list[str] = field(default_factory=list)  # the days of the paragraph
    days: list[str] = field(default_factory=list)  # the days of the text, in words of the text
    period: str | None = None  # the last month, quarter or half of the sentence
    reported: str | None = None  # the latest quarter or half of the text which had ended
    is_of_today: bool = False  # what is past was told of the day of the article
    spans: list[tuple[str, str]] = field(default_factory=list)  # the first and last days of 'March 15 to 17'
    by_day: dict[tuple[int, int], str] = field(default_factory=dict)  # the days resolved, by month and day
    is_fiscal: bool = False  # its quarters are not the calendar's
    label: str | None = None  # of a chronology: the value with which its last paragraph began
    is_of_old: bool = False  # it tells what happened in another year than that of the article
    is_monthly: bool = False  # the first period of which it tells is a month
    is_labelled: bool = False  # the paragraph is of a chronology

    def begin_paragraph(self) -> None:
        self.carried = self.anchor
        self.anchor, self.is_fresh, self.here, self.period = None, True, [], None
        self.is_labelled = False

    def note(self, value: str | None, reference: date | None, is_base: bool = False, is_aside: bool = False) -> None:
        """Remember a value; the base of a comparison is not the period of which the sentence speaks, and what is said
        ``is_aside`` not that from which it counts."""
        if not is_aside:
            self.anchor, self.is_fresh = value, False
        if value and _DAY.fullmatch(value):
            self.here.append(value)
            self.days.append(value)
            self.by_day[int(value[5:7]), int(value[8:])] = value
        elif value and _SPAN.fullmatch(value):
            self.spans.append((value[:10], value[11:]))
        elif value and _PERIOD.fullmatch(value) and "-12/" not in value:  # no winter
            self.is_fiscal = self.is_fiscal or (is_quarter(value) and int(value[5:7]) % 3 != 1)
            self.is_monthly = self.is_monthly or (self.reported is None and "/" not in value)
            self.period = self.period if is_base and self.period else value
            has_ended = reference is None or value[-7:] < reference.isoformat()[:7]
            if has_ended and "/" in value and (self.reported is None or value > self.reported):
                self.reported = value

    def compared(self) -> str | None:
        """The month, quarter or half of which a comparison speaks: that of the sentence, else that of the report."""
        return self.period or (None if self.is_monthly else self.reported)

    def day(self) -> str | None:
        """The day told last in the paragraph."""
        return self.anchor if self.anchor and _DAY.fullmatch(self.anchor) else None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against."""

    reference: date | None
    tense: Tense
    told: Told
    before: str  # the text up to the expression
    after: str  # the text that follows it
    gap: str  # the text between it and the expression before it
    is_quoted: bool = False  # within quotation marks
    is_label: bool = False  # a chronology's paragraph begins with it

    @property
    def goes_on(self) -> bool:
        """Whether the sentence is that of the expression before it; a full stop after 'Mr' or 'U.S' ends none."""
        return not _SENTENCE_END.search(self.gap)

    def told_last(self) -> str | None:
        """What the paragraph told last; in its first sentence that with which the one before ended."""
        if self.told.is_fresh and self.goes_on:
            return self.told.carried
        return self.told.anchor

    def day_told(self) -> str | None:
        """The same, if it is a day."""
        last = self.told_last()
        return last if last and _DAY.fullmatch(last) else None


def is_generic(context: Context) -> bool:
    """'nobody buys a coat in July', 'on Friday you get paid', 'you'd pay him Monday', 'on Sundays, and by Monday'."""
    if context.tense == "habit":
        return bool(GENERIC.search(context.before) or re.match(r",?\syou\b", context.after))
    return context.tense == "possible" and bool(WOULD_YOU.search(context.before))


Resolver = Callable[[re.Match[str], Context], str | None]


def is_until_past(context: Context) -> bool:
    """'stayed closed until Friday' may have ended or not."""
    is_until = UNTIL.search(context.before) and context.tense == "past"
    is_over = LASTED.search(context.before) or (context.tense == "past" and NOT_UNTIL.search(context.before))
    return bool(is_until) and not is_over


def tense_of_deadline(context: Context) -> Tense:
    """What was promised by June 1 may lie ahead; what does not open until June 1 does."""
    if context.tense == "past" and THROUGH.search(context.before) and not LASTED.search(context.before):
        return "unknown"  # was committed through Jan. 31
    if context.tense == "habit" and AS_OF.search(context.before):
        return "unknown"  # as of Jan. 1, there are two
    if not DEADLINE.search(context.before) or (UNTIL.search(context.before) and LASTED.search(context.before)):
        return context.tense
    if context.tense == "unknown" and UNTIL.search(context.before):
        return "future"  # is suspended until June 30
    return "future" if context.tense in AHEAD else "unclear" if context.tense == "past" else context.tense


def years_written(texts: Iterable[str]) -> Years:
    """The years that a text writes beside its months and days."""
    found: defaultdict[tuple[int, int | None], set[int]] = defaultdict(set)
    for text in texts:
        for match in _WRITTEN.finditer(text):
            month = month_of_words(match["month"] or match["month_after"])
            day, year = match["day"] or match["day_before"], int(match["year"] or match["year_after"])
            found[month, None].add(year)
            if day:
                found[month, int(day)].add(year)
    return found


def has_fiscal_quarters(texts: Iterable[str]) -> bool:
    """Whether a text tells of a quarter that does not end with one of the calendar's, a week more or less."""
    return any(not _is_end_of_quarter(match) for text in texts for match in _QUARTER_TO.finditer(text))


def _is_end_of_quarter(match: re.Match[str]) -> bool:
    month, day = month_of_words(match["month"]), int(match["day"] or 30)
    return month % 3 == (1 if day <= WEEK else 0) and not WEEK < day < 31 - WEEK


def month_of_words(words: str) -> int:
    return MONTH_NUMBERS[words.rstrip(".").lower()]


def number_of(words: str) -> int:
    """'3', 'three', 'a'."""
    return int(words) if words.isdigit() else COUNTS[words.lower()]


def span_of(match: re.Match[str]) -> tuple[int, str]:
    """Count and unit of 'three weeks'; a fortnight is two weeks."""
    count, unit = number_of(match["count"]), match["unit"].lower()
    return (2 * count, "week") if unit == "fortnight" else (count, unit)


def year_of_words(match: re.Match[str]) -> int:
    """Of a match of ``YEAR_IN_WORDS``."""
    century = 1900 if match["century"].lower() == "nineteen" else 2000
    if match["teen"]:
        return century + number_of(match["teen"])
    return century + 10 * (2 + TENS.index(match["tens"].lower())) + (number_of(match["ones"]) if match["ones"] else 0)


def old_year(context: Context) -> int | None:
    """The year of long ago that goes on to what is told beside it."""
    told = re.match(r"\d{4}", context.told.anchor or "")
    is_old = told is not None and context.reference is not None and int(told[0]) < context.reference.year - 1
    return int(told[0]) if told and is_old and IN_ITS_YEAR.fullmatch(context.gap) else None


def told_year(match: re.Match[str], context: Context) -> int | None:
    """The year of 'October 2019', 'October of last year' or 'last year in October'."""
    if match.groupdict().get("year"):
        return int(match["year"])
    which = match["which"] or next(iter(_YEAR_BEFORE.findall(context.before)), None)
    if which is None or context.reference is None:
        return None
    return context.reference.year + AWAY[which.lower()]
