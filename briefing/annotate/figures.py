"""Figures of an article: numbers that say something, with what they count, their unit and their qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefing.annotate.counted import HYPHENS, casualty_word, find_casualty, find_complement, find_noun
from briefing.annotate.numbers import Number, find_numbers
from briefing.annotate.parsed import Parsed
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
RATES = re.compile(
    r"\s?(?:(?:an?|per|each|every)\s(?:second|minute|hour|day|week|month|year|person|head|capita|barrel|share|gallon|"
    r"night|tonne|ton)|annually|yearly|monthly|weekly|daily|/(?:day|month|year|week))\b(?!\s(?:earlier|before|ago|later|after|old)\b)"
)


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """Figures in text order. Years, dates, ages, scores, times, telephone and model numbers are none, nor small counts
    of plain things; casualties, money, percentages and measures count however small.

    ``value`` of a range is its lower end; ``text`` begins with the qualifier and ends with what is counted.
    """
    found: list[Figure] = []
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        if paragraph.kind != "code":
            found.extend(_figures_of(paragraph, doc))
    return tuple(found)


def _figures_of(paragraph: Paragraph, doc: Doc) -> Iterator[Figure]:
    numbers = list(find_numbers(doc))
    timed = frozenset(word.i for ent in doc.ents if ent.label_ in {"DATE", "TIME", "ORDINAL"} for word in ent)
    place = 0
    while place < len(numbers):
        first = last = numbers[place]
        if place + 1 < len(numbers) and _is_range(doc, first, numbers[place + 1]):
            place += 1
            last = numbers[place]
        figure = _figure(paragraph, doc, first, last, timed)
        if figure is not None:
            yield figure
        place += 1


def _is_range(doc: Doc, first: Number, second: Number) -> bool:
    """'10 to 15', 'between $5 and $7 billion'; 'from 10 to 15' is a change."""
    if second.start - first.end > 3:
        return False
    between = [word.lower_ for word in doc[first.end : second.start] if word.text not in "$£€¥"]
    start = money_start(doc, first)
    before = doc[start - 1].lower_ if start else ""
    if between in (["to"], ["-"], ["–"], ["or"]):
        return first.value < second.value and before != "from"
    return between == ["and"] and before == "between"


def _figure(paragraph: Paragraph, doc: Doc, first: Number, last: Number, timed: frozenset[int]) -> Figure | None:
    unit = find_unit(doc, first, last)
    if _is_no_figure(doc, first, last, unit):
        return None
    noun = None if unit is not None else find_noun(doc, last, timed)
    casualty = None if unit is not None else find_casualty(doc, last, noun)
    if unit is None and not _says_something(first, noun, casualty):
        return None
    text = paragraph.text
    counts, end = _counts(doc, last, unit, noun, casualty)
    start = unit.start if unit is not None else first.start
    if noun is None and casualty is not None and casualty.i == start - 1:
        start -= 1  # killed twelve
    qualifier, begin = _qualifier(text, doc[start].idx, is_range=last is not first)
    stop = doc[end - 1].idx + len(doc[end - 1].text)
    if unit is not None and (rate := RATES.match(text, stop)):
        stop = rate.end()
    scale = last.scale if first.scale == 1.0 and last is not first else 1.0  # $3 to $5 million
    value = round(first.value * scale, 6)
    symbol = unit.symbol if unit is not None else None
    return Figure(text[begin:stop], value, symbol, counts, qualifier, paragraph.number, begin, stop)


def _is_no_figure(doc: Doc, first: Number, last: Number, unit: Unit | None) -> bool:
    after = doc[last.end] if last.end < len(doc) else None
    if after is not None and (after.lower_ in CLOCK | ORDERS or after.tag_ == "POS"):
        return True
    if unit is not None:
        return False
    before = doc[first.start - 1] if first.start else None
    if (
        after is not None
        and not doc[last.end - 1].whitespace_
        and (after.text in HYPHENS or after.text[0] in ":/+=*_@#")
    ):
        return True  # a 300-page report, 2-1, 555-1234, 10:30
    if before is not None and (
        before.lower_ in NUMBERED or (not before.whitespace_ and before.text[-1] in "-–—/.:,#+=_@*°")
    ):
        return True
    if after is not None and doc[first.start].text in EMERGENCY and after.lemma_.lower() in CALLED:
        return True
    return _is_year(doc, first) or _belongs_to_a_name(doc, first)


def _is_year(doc: Doc, number: Number) -> bool:
    text = doc[number.start].text
    return number.end - number.start == 1 and len(text) == 4 and text.isdigit() and 1100 <= number.value <= 2100


def _belongs_to_a_name(doc: Doc, number: Number) -> bool:
    """'Boeing 737 jets', 'Article 5', 'Trent 900 engines'."""
    if not number.start or number.words or "," in doc[number.start].text:
        return False
    before = doc[number.start - 1]
    return before.pos_ == "PROPN" and (doc[number.start].head.i <= before.i or before.dep_ in {"compound", "nmod"})


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
        return find_complement(doc, unit.end, frozenset({"of", "in"} if unit.is_money else {"of"}))
    if noun is not None:
        phrase = doc[number.end : noun.i + 1].text
        if casualty is None or casualty is noun:
            return phrase, noun.i + 1
        return f"{phrase} {casualty_word(casualty)}", noun.i + (2 if casualty.i == noun.i + 1 else 1)
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
