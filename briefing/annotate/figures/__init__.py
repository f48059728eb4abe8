"""Figures of an article: numbers that say something, with what they count, their unit and their qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.annotate.figures.casualties import casualty_word, find_casualty
from briefing.annotate.figures.changes import find_change, is_passing
from briefing.annotate.figures.counted import Counted, count_of, find_noun, object_of, token_at
from briefing.annotate.figures.counted_by_context import INDEX, POINTS, count_by_context
from briefing.annotate.figures.currencies import Currencies
from briefing.annotate.figures.ellipsis import Before, with_likeliest
from briefing.annotate.figures.givers import find_giver, is_denied
from briefing.annotate.figures.holders import is_share, tell_share
from briefing.annotate.figures.lengths import DISTANCES, of_length
from briefing.annotate.figures.measured import count_measured, measured
from briefing.annotate.figures.not_figures import is_date, is_no_figure
from briefing.annotate.figures.numbers import Number, find_numbers
from briefing.annotate.figures.qualifiers import bounds, find_qualifier, is_depth
from briefing.annotate.figures.ranges import YEAR, pair_numbers, shared_scale
from briefing.annotate.figures.spans import count_time, is_timed
from briefing.annotate.figures.units import DURATIONS, LENGTHS, Unit, find_unit
from briefing.annotate.parsed import Parsed
from briefing.lexicon.headline_numbers import says_count
from briefing.model import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SMALL = 10  # a bare cardinal up to this, with a plain noun, is no figure: 'two leaders'
MORE = frozenset({"at least", "more than", "no fewer than", "over", "upwards of", "in excess of"})
OTHERS = frozenset({"others", "more others"})  # of what the sentence before tells
RATES = re.compile(
    r"[\s-]?(?:(?:an?|per|each|every)[\s-](?:second|minute|hour|day|week|month|year|quarter|person|head|capita|barrel|"
    r"share|gallon|litre|liter|ounce|pound|kilo|kilogram|night|tonne|ton|bushel|household|employee)|"
    r"annually|yearly|monthly|weekly|daily|/(?:day|month|year|week|barrel|share|ounce|tonne))\b"
    r"(?!\s(?:earlier|before|ago|later|after|old)\b)"
)
PER = re.compile(
    r"\sper\s(?:square\s)?(?:inch|foot|mile|kilomet(?:re|er)|acre|hectare)\b|"
    r"\s(?:per|for\severy)\s(?:\d{1,3}(?:,\d{3})+|1000|a?\s?(?:thousand|million))"
    r"(?:\s(?:live\s)?(?!(?:has|his|its|this|was)\b)(?:children|men|people|population|women|[a-z]{2,}s))?"
    r"(?:\s(?:an?|per|each|every)\syear)?\b"
)
SHARED = re.compile(  # 1,600 and 400 jobs, 908 of the 2240 guests
    r"\s(?:and|or|(?P<of>of)(?:\sall)?(?:\s(?:the|its|their|his|her|our|those|these)(?:\s[a-z]+(?:\s[a-z]+)?['’]s?|\s[a-z]+)?|(?:\s[A-Z]\w+){1,3}['’]s(?:\s[a-z]+er)?)?)\s"
    r"(?:(?:about|nearly|over|roughly|some|more\sthan)\s)?"
)
PAIR = re.compile(r"\s(?:to|and|or)\s")
FROM = re.compile(r"\bfrom\s\d{2}[\d,]*\sto\s$")  # 180 to 5
AREA = re.compile(r"\d\S*(?:\s\w+)?\s(?:by|x)\s$")  # 300 by 400 metres
RACE = re.compile(r"(?:\bthe|['’]s)\s$")  # the 200m
FEET_AND_INCHES = re.compile(r"(?:,?\s(?:and\s)?)?\d+(?:\.\d+)?[\s-]?in(?:\b|ch)")

_Read = tuple[Figure, str | None, bool | None]  # the label; whether it says something by itself, None of a small count


def find_figures(parsed: Parsed, headline: str = "") -> tuple[Figure, ...]:
    """Figures in text order. Years, dates, ages, scores, times, telephone and model numbers are none, nor small counts
    of plain things and spans of time, unless the headline says them with what they count or their paragraph has a
    greater count of the same;
    casualties, votes, prison terms, times of a race,
    money, percentages and measures count however small.

    ``value`` of a range is its lower end, ``last`` its upper; ``text`` begins with the qualifier and ends with what is
    counted.
    """
    read = list(_read(parsed))
    shown = {_thing(figure) for figure, _, says_something in read if says_something and not figure.unit}
    return tuple(
        replace(figure, counts=label)
        for figure, label, says_something in read
        if says_something
        or (
            figure.value > 1
            and (figure.counts or figure.unit not in DURATIONS)
            and (says_count(headline, figure) or (says_something is None and _thing(figure) in shown))
        )
    )


def _thing(figure: Figure) -> tuple[int, str]:
    """What is counted in a paragraph, in which a small count of it stands beside the great one."""
    return figure.paragraph, (figure.counts or "").partition(" of ")[0].split(" ")[-1].lower()


def find_quantities(parsed: Parsed) -> tuple[Figure, ...]:
    """The figures, and what is none for a reader: counts however small, ages and spans of time, and bare numbers, with
    what they likeliest count."""
    return tuple(with_likeliest(figure for figure, _, _ in _read(parsed)))


def _read(parsed: Parsed) -> Iterator[_Read]:
    """Quantities in text order."""
    currencies = Currencies(parsed.texts)
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        if paragraph.kind != "code":
            yield from _quantities_of(paragraph.number, doc, currencies)


def _quantities_of(paragraph: int, doc: Doc, currencies: Currencies) -> Iterator[_Read]:
    timed = frozenset(word.i for ent in doc.ents if ent.label_ in {"DATE", "TIME", "ORDINAL"} for word in ent)
    before = Before()
    pairs = list(pair_numbers(list(find_numbers(doc))))
    for place, (first, last) in enumerate(pairs):
        unit = find_unit(first.text, first.begin, last.stop, last.scale)
        by_context = count_by_context(first, last) if unit is None else None
        if by_context is None and is_no_figure(doc, first, last, unit):
            continue
        following = pairs[place + 1][1] if place + 1 < len(pairs) else None
        unit = unit or (_shared_percent(first, last, following) if following and not by_context else None)
        counted = by_context or _with_rate(
            _count(doc, first, last, unit, timed, following), first.text, last.stop, unit
        )
        unit = currencies.of(first.text, unit) if unit is not None else None
        figure = _figure(paragraph, doc, first, last, unit, counted)
        says_something = _says_something(doc, first, last, unit, counted)
        verb = object_of(doc[last.end - 1])
        shares = figure.counts is not None and is_share(last, unit, following) and not counted.befell
        if not (says_something and figure.counts and not figure.counts.startswith("for ")):
            own, figure = figure, before.go_on(first.text, figure, verb)
            tells = own.counts or figure.unit or first.value > SMALL or first.fraction
            says_something = True if figure is not own and tells else says_something
        if not (figure.counts or figure.unit):
            told = count_measured(doc, last)
            figure, says_something = replace(figure, counts=told), True if told is not None else says_something
        if figure.change and is_passing(first.text, figure.end):
            says_something = False
        bare = not (says_something or figure.unit)
        if bare and (_is_one(first, counted) or is_date(doc, first, last, timed)):
            continue
        label = tell_share(doc, last, unit, counted.stop, figure.counts) if shares else figure.counts
        yield figure, label, says_something
        before.keep(replace(figure, counts=label) if unit is not None else figure, counted.part, verb)


def _shared_percent(first: Number, last: Number, following: Number) -> Unit | None:
    """Of '50.1 to 42.9 percent' the first."""
    unit = find_unit(following.text, following.begin, following.stop, following.scale)
    is_pair = (
        PAIR.fullmatch(first.text, last.stop, following.begin)
        and last is first
        and not first.fraction
        and abs(first.value) <= 100
    )
    return Unit("%", first.begin, first.stop) if is_pair and unit is not None and unit.symbol == "%" else None


def _count(
    doc: Doc, first: Number, last: Number, unit: Unit | None, timed: frozenset[int], following: Number | None
) -> Counted:
    """What is counted, in the text's words."""
    if unit is not None:
        return _count_with_unit(doc, last, unit, timed, following)
    noun = find_noun(doc, last, timed)
    casualty = find_casualty(doc, last, noun)
    befell = casualty is not None or any(map(casualty_word, doc[max(0, first.start - 1) : first.start]))
    shared = _shared_noun(doc, last.stop, following, timed, only_of=befell) if noun is None else None
    if following and shared:
        told = count_of(doc, following, following, shared, casualty or find_casualty(doc, following, shared))
        return replace(told, begin=None, stop=last.stop)
    told = count_of(doc, first, last, noun, casualty)
    if told.words == POINTS and (index := measured(doc, last, Unit("", last.begin, told.stop))) and index.words:
        return replace(told, words=f"{index.words} {POINTS}") if INDEX.search(index.words) else told
    if told.words is None and last.fraction and not first.text.startswith(" of ", last.stop):
        return measured(doc, last, Unit("", last.begin, last.stop)) or told  # sales fell by a third
    return told


def _count_with_unit(doc: Doc, last: Number, unit: Unit, timed: frozenset[int], following: Number | None) -> Counted:
    text = last.text
    if unit.is_time:
        return count_time(doc, last, unit)
    if unit.symbol in DISTANCES:
        return of_length(doc, last, unit)
    told = Counted.of(doc, unit)
    if told.words:
        return told
    shared = _shared_noun(doc, unit.stop, following, timed, only_of=True)
    if following and shared:
        return replace(count_of(doc, following, following, shared, None), begin=None, stop=unit.stop)
    return told if text.startswith(" of ", unit.stop) else measured(doc, last, unit) or told


def _shared_noun(doc: Doc, stop: int, following: Number | None, timed: frozenset[int], only_of: bool) -> Token | None:
    """The noun of the next number that this one counts too."""
    joint = SHARED.fullmatch(following.text, stop, following.begin) if following else None
    if following is None or joint is None or (only_of and not joint["of"]):
        return None
    is_year = joint["of"] and YEAR.fullmatch(following.text, following.begin, following.stop)
    return None if is_year else find_noun(doc, following, timed)


def _with_rate(counted: Counted, text: str, stop: int, unit: Unit | None) -> Counted:
    """'18.9 deaths per 100,000 people a year'."""
    rate = PER.match(text, max(counted.stop, stop)) if unit is None else None
    if rate is None:
        return counted
    return Counted(f"{counted.words or ''}{rate[0]}".strip(), rate.end(), befell=counted.befell, certain=True)


def _is_one(number: Number, counted: Counted) -> bool:
    """'one of the largest', 'the last one', 'one-off'."""
    nothing = counted.words is None or number.text.startswith((" of ", "-"), number.stop)
    return number.words and number.value == 1 and nothing


def _says_something(doc: Doc, first: Number, last: Number, unit: Unit | None, counted: Counted) -> bool | None:
    if is_denied(doc, first.start):
        return False
    if unit is None:
        return _tells(last, counted)
    if is_depth(find_qualifier(first.text, unit.begin, is_range=False)[0], unit):
        return False
    if unit.is_time:
        return ((counted.words is not None and not counted.part) or is_timed(last, unit)) and last.value > 1
    if unit.symbol == "ft" and FEET_AND_INCHES.match(first.text, unit.stop):
        return False
    if unit.symbol in LENGTHS and AREA.search(first.text[max(0, unit.begin - 20) : unit.begin]):
        return False
    text = first.text
    if (
        unit.symbol == "m"
        and RACE.search(text[max(0, unit.begin - 5) : unit.begin])
        and text[unit.stop : unit.stop + 2] != " ("
    ):
        return False
    return unit.symbol != "in" or not re.search(
        r"(?:ft|feet|foot),?\s?(?:and\s)?$", first.text[max(0, unit.begin - 12) : unit.begin]
    )


def _tells(number: Number, counted: Counted) -> bool | None:
    """Whether a plain count does; None of a small one."""
    if counted.part or counted.words is None:
        return False
    if counted.certain or FROM.search(number.text[max(0, number.begin - 30) : number.begin]):
        return True
    if counted.befell:
        return number.value > 1 or number.fraction
    if counted.words.lower() in OTHERS:
        return False
    beyond = number.value == SMALL and find_qualifier(number.text, number.begin, is_range=False)[0] in MORE
    return number.fraction or number.value > SMALL or number.scale > 1 or beyond or None


def _figure(paragraph: int, doc: Doc, first: Number, last: Number, unit: Unit | None, counted: Counted) -> Figure:
    text = first.text
    begin = min(counted.begin or first.begin, unit.begin if unit is not None else first.begin)
    if doc[max(0, token_at(doc, begin) - 1)].dep_ == "prt":
        qualifier = None  # handed over 12 prisoners
    else:
        qualifier, begin = find_qualifier(text, begin, is_range=last is not first)
    stop = max(counted.stop, last.stop)
    if unit is not None and (rate := RATES.match(text, stop)):
        stop = rate.end()
    bound, stop = bounds(text, stop)
    qualifier = qualifier or last.bound or bound
    value = round(first.value * shared_scale(first, last), 6)
    symbol = unit.symbol if unit is not None else None
    upper = round(last.value, 6) if last is not first else None
    giver = find_giver(doc, first.start)
    goes = unit if unit is not None else Unit("", last.begin, counted.stop) if _is_rate(last, counted) else None
    change = find_change(doc, last, goes) if goes is not None else None
    return Figure(
        text[begin:stop], value, symbol, counted.words, qualifier, paragraph, begin, stop, upper, giver, change
    )


def _is_rate(last: Number, counted: Counted) -> bool:
    """'a third', '41 points'."""
    return last.fraction or (counted.words or "").endswith(POINTS)
