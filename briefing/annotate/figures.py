"""Figures of an article: numbers that say something, with what they count, their unit and their qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.annotate.counted import DURATIONS, HYPHENS, casualty_word, find_casualty, find_complement, find_noun
from briefing.annotate.givers import find_giver
from briefing.annotate.numbers import Number, find_numbers
from briefing.annotate.parsed import Parsed
from briefing.annotate.time_values import MONTHS
from briefing.annotate.units import Unit, find_unit, money_start
from briefing.model import Figure, Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUALIFIERS = (
    "no fewer than", "no less than", "no more than", "as many as", "as much as", "as few as", "as little as",
    "in excess of", "an estimated", "a record", "a total of", "more than", "less than", "fewer than", "greater than",
    "at least", "at most", "close to", "up to", "about", "above", "almost", "approximately", "around", "below",
    "estimated", "nearly", "over", "roughly", "some", "under",
)  # fmt: skip
LONGEST_QUALIFIER = 20  # characters, with a space to spare
SMALL = 10  # a bare cardinal up to this, with a plain noun, is no figure: 'two leaders'
ORDERS = frozenset({"th", "st", "nd", "rd"})
CLOCK = frozenset("a.m. p.m. am pm o'clock bc ad bce ce gmt utc est edt pst pdt v vs".split())
NUMBERED = frozenset(
    "aged age no no. nos. number # article box channel chapter class day figure flight gate grade group highway item "
    "level line lot page paragraph part phase platform resolution room route section sector table title type unit "
    "version".split()
)
EMERGENCY = frozenset({"911", "999", "112"})
CALLED = frozenset({"call", "caller", "dispatcher", "operator", "emergency", "attack"})
LENGTHS = frozenset({"km", "m", "cm", "mm", "mi", "nmi", "ft", "in", "yd"})
ELLIPSIS = re.compile(r"\s(in|at|from|for)\s(?:the\s)?[A-Z][\w\s]{1,30},?(?:\sand)?\s")
OF = frozenset({"of"})
CHANGES = frozenset(
    "up down by rise fall gain lose drop climb jump slip slide plunge add shed increase decrease decline cut".split()
)
RATES = re.compile(
    r"\s?(?:(?:an?|per|each|every)\s(?:second|minute|hour|day|week|month|year|person|head|capita|barrel|share|gallon|"
    r"night|tonne|ton)|annually|yearly|monthly|weekly|daily|/(?:day|month|year|week))\b(?!\s(?:earlier|before|ago|later|after|old)\b)"
)


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """Figures in text order. Years, dates, ages, scores, times, telephone and model numbers are none, nor small counts
    of plain things; casualties, money, percentages and measures count however small.

    ``value`` of a range is its lower end, ``last`` its upper; ``text`` begins with the qualifier and ends with what is
    counted.
    """
    return tuple(figure for figure, says_something in _read(parsed) if says_something)


def find_quantities(parsed: Parsed) -> tuple[Figure, ...]:
    """The figures, and what is none for a reader: counts however small, ages and spans of time."""
    return tuple(figure for figure, _ in _read(parsed))


def _read(parsed: Parsed) -> Iterator[tuple[Figure, bool]]:
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        if paragraph.kind != "code":
            yield from _quantities_of(paragraph, doc)


def _quantities_of(paragraph: Paragraph, doc: Doc) -> Iterator[tuple[Figure, bool]]:
    """Quantities in text order, and of each whether it says something by itself."""
    timed = frozenset(word.i for ent in doc.ents if ent.label_ in {"DATE", "TIME", "ORDINAL"} for word in ent)
    before: Figure | None = None
    for first, last in _pairs(doc):
        unit = find_unit(doc, first, last)
        if _is_no_figure(doc, first, last, unit):
            continue
        noun = None if unit is not None else find_noun(doc, last, timed)
        casualty = None if unit is not None else find_casualty(doc, last, noun)
        parts = first.fraction and noun is None and find_complement(doc, first.end, OF)[0] is not None
        says_something = unit is not None or parts or _says_something(last, noun, casualty)
        if not says_something and _is_date(doc, first, last, timed):
            continue
        figure = _figure(paragraph, doc, first, last, unit, noun, casualty)
        if not says_something and before is not None and _goes_on(paragraph.text, before, figure):
            figure, says_something = replace(figure, counts=before.counts), True
        yield figure, says_something
        before = figure if says_something and figure.counts else None


def _pairs(doc: Doc) -> Iterator[tuple[Number, Number]]:
    """Numbers in text order, each with itself or, in a range, with its upper end."""
    numbers = list(find_numbers(doc))
    place = 0
    while place < len(numbers):
        first, following = numbers[place], numbers[min(place + 1, len(numbers) - 1)]
        if following is not first and _is_range(doc, first, following):
            yield first, following
            place += 1
        elif not _has_scale_of(doc, first, following):
            yield first, first
        place += 1


def _is_range(doc: Doc, first: Number, second: Number) -> bool:
    """'10 to 15', 'between $5 and $7 billion'; 'from 10 to 15' and 'down $2 to $77' are changes."""
    if second.start - first.end > 3:
        return False
    between = [word.lower_ for word in doc[first.end : second.start] if word.text not in "$£€¥"]
    start = money_start(doc, first)
    before = doc[start - 1].lower_ if start else ""
    if money_start(doc, second) < second.start and start < first.start and _is_changed(doc, start):
        return False
    if between in (["to"], ["-"], ["–"], ["or"]):
        return first.value < second.value and before != "from"
    return between == ["and"] and before == "between"


def _goes_on(text: str, before: Figure, figure: Figure) -> bool:
    """'4,300 jobs in France, 3,700 in Germany and 400 in Spain'."""
    between = ELLIPSIS.fullmatch(text, before.end, figure.start)
    return between is not None and bool(re.match(rf"\s{between[1]}\s[A-Z]", text[figure.end :]))


def _has_scale_of(doc: Doc, first: Number, second: Number) -> bool:
    """'from $3 to $5 billion': three dollars or three billion."""
    joined = [word.lower_ for word in doc[first.end : second.start]][:1] in (["to"], ["and"], ["or"])
    return second.start - first.end <= 3 and joined and _shared_scale(first, second) > 1


def _shared_scale(first: Number, last: Number) -> float:
    """What '$3' is multiplied by in '$3 to $5 million'; '$900,000 to $2 million' stand for themselves."""
    shares = first.scale == 1.0 < last.scale and first.value * last.scale < last.value
    return last.scale if shares else 1.0


def _is_changed(doc: Doc, start: int) -> bool:
    return any(word.lemma_.lower() in CHANGES for word in doc[max(0, start - 2) : start])


def _figure(
    paragraph: Paragraph,
    doc: Doc,
    first: Number,
    last: Number,
    unit: Unit | None,
    noun: Token | None,
    casualty: Token | None,
) -> Figure:
    text = paragraph.text
    counts, end = _counts(doc, last, unit, noun, casualty)
    start = unit.start if unit is not None else first.start
    if noun is None and casualty is not None and casualty.i == start - 1:
        start -= 1  # killed twelve
    qualifier, begin = _qualifier(text, doc[start].idx, is_range=last is not first)
    stop = doc[end - 1].idx + len(doc[end - 1].text)
    if unit is not None and (rate := RATES.match(text, stop)):
        stop = rate.end()
    value = round(first.value * _shared_scale(first, last), 6)
    symbol = unit.symbol if unit is not None else None
    upper = round(last.value, 6) if last is not first else None
    giver = find_giver(doc, first.start)
    return Figure(text[begin:stop], value, symbol, counts, qualifier, paragraph.number, begin, stop, upper, giver)


def _is_no_figure(doc: Doc, first: Number, last: Number, unit: Unit | None) -> bool:
    after = doc[last.end] if last.end < len(doc) else None
    if after is not None and (after.lower_ in CLOCK | ORDERS or after.tag_ == "POS"):
        return True
    if first.fraction and doc[first.start - 1].lower_ == "and" and doc[first.start - 2].pos_ == "NUM":
        return True  # one and two thirds
    if unit is not None:
        return False
    if after is not None and after.text.lower() in MONTHS:
        return True  # the 13 November attacks
    before = doc[first.start - 1] if first.start else None
    if (
        after is not None
        and not doc[last.end - 1].whitespace_
        and (after.text in HYPHENS or after.text[0] in ":/+=*_@#")
    ):
        return True  # a 300-page report, 2-1, 555-1234, 10:30
    if before is not None and before.lower_ in {"per", "every"}:
        return True  # of a rate: three per 100,000 people
    if before is not None and (
        before.lower_ in NUMBERED or (not before.whitespace_ and before.text[-1] in "-–—/.:,#+=_@*°")
    ):
        return True
    if after is not None and doc[first.start].text in EMERGENCY and after.lemma_.lower() in CALLED:
        return True
    return _is_year(doc, first) or _belongs_to_a_name(doc, first) or _is_second_number(doc, first)


def _is_year(doc: Doc, number: Number) -> bool:
    text = doc[number.start].text
    return number.end - number.start == 1 and len(text) == 4 and text.isdigit() and 1100 <= number.value <= 2100


def _is_date(doc: Doc, first: Number, last: Number, timed: frozenset[int]) -> bool:
    """'28' of '28 April'; not the number of a span of time."""
    following = doc[last.end : last.end + 2]
    return first.start in timed and not any(word.lemma_.lower() in DURATIONS for word in following)


def _belongs_to_a_name(doc: Doc, number: Number) -> bool:
    """'Boeing 737 jets', 'Article 5', 'Trent 900 engines'."""
    if not number.start or number.words or "," in doc[number.start].text:
        return False
    before = doc[number.start - 1]
    return before.pos_ == "PROPN" and (doc[number.start].head.i <= before.i or before.dep_ in {"compound", "nmod"})


def _is_second_number(doc: Doc, number: Number) -> bool:
    """'five new 737 aircraft'."""
    others = (child for child in doc[number.end - 1].head.children if child.pos_ == "NUM" and child.i < number.start)
    joined = any(
        word.lower_ in {"and", "or", "to", ",", "-", "–"} for word in doc[max(0, number.start - 2) : number.start]
    )
    return not joined and any(doc[number.start - 1].pos_ in {"ADJ", "NOUN", "PROPN"} for _ in others)


def _says_something(number: Number, noun: Token | None, casualty: Token | None) -> bool:
    if casualty is not None or number.fraction:
        return noun is not None or (casualty is not None and number.value > 1)
    return noun is not None and (number.value > SMALL or number.scale > 1)


def _counts(
    doc: Doc, number: Number, unit: Unit | None, noun: Token | None, casualty: Token | None
) -> tuple[str | None, int]:
    """What is counted, in the text's words, and the token where the figure's text ends."""
    if unit is not None:
        if unit.symbol in LENGTHS:
            return None, unit.end  # within 100 miles of the islands
        return find_complement(doc, unit.end, OF | {"in"} if unit.is_money else OF)
    if noun is not None:
        phrase = doc[number.end : noun.i + 1].text
        if casualty is None or casualty is noun:
            return phrase, noun.i + 1
        return f"{phrase} {casualty_word(casualty)}", noun.i + (2 if casualty.i == noun.i + 1 else 1)
    if number.fraction:
        return find_complement(doc, number.end, OF)  # two-thirds of voters
    if casualty is None:
        return None, number.end
    near = number.end <= casualty.i <= number.end + 2  # 12 were killed
    return casualty_word(casualty).removeprefix("who "), casualty.i + 1 if near else number.end


def _qualifier(text: str, begin: int, is_range: bool) -> tuple[str | None, int]:
    """The qualifier right before the figure, and the character where figure and qualifier begin."""
    before = text[max(0, begin - LONGEST_QUALIFIER) : begin].lower()
    for qualifier in ("between", *QUALIFIERS) if is_range else QUALIFIERS:
        if before.endswith(f"{qualifier} ") and not before[: -len(qualifier) - 1][-1:].isalpha():
            return qualifier, begin - len(qualifier) - 1
    return None, begin
