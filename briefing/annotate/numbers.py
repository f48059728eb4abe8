"""Numbers as text writes them: '33,000', '3.2 million', 'two-thirds', 'twenty-five', 'half a million'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
GLUED = re.compile(rf"({DIGITS.pattern})(k|m|mn|bn|tn|b|km|kg|cm|mm|ft|mph|kph|gb|mb|mw|gw|pc)?", re.IGNORECASE)
UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {w: 10 * v for v, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "mn": 1e6, "bn": 1e9, "tn": 1e12, "crore": 1e7, "lakh": 1e5,
}  # fmt: skip
SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "mn": 1e6, "bn": 1e9, "tn": 1e12}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
STARTS = frozenset({*UNITS, *TENS, *SCALES, "a", "half", "quarter"})
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


@dataclass(frozen=True, slots=True)
class Number:
    """The tokens ``doc[start:end]`` mean ``value``; ``suffix`` is a unit glued to the digits ('5km'), lower case."""

    start: int
    end: int
    value: float
    words: bool = False
    fraction: bool = False
    scale: float = 1.0  # of the word it ends in: a million
    suffix: str = ""


def find_numbers(doc: Doc) -> Iterator[Number]:
    """Numbers in text order, without overlap."""
    position = 0
    for token in doc:
        place = token.i
        if place < position or not (token.lower_ in STARTS or token.text[0].isdigit()):
            continue
        number = _read_fraction(doc, place) or _read_digits(doc, place) or _read_words(doc, place)
        if number is not None:
            yield number
            position = number.end


def _read_fraction(doc: Doc, place: int) -> Number | None:
    """'two-thirds', 'three quarters', 'half a million'; a lone 'half' is no figure."""
    words = [token.lower_ for token in doc[place : place + 3]]
    if words[0] in {"half", "quarter"} and words[1:2] == ["a"] and len(words) == 3 and words[2] in SCALES:
        return Number(place, place + 3, SCALES[words[2]] / PARTS[words[0]], words=True, scale=SCALES[words[2]])
    if words[0] == "half" and words[1:2] == ["a"]:
        return Number(place, place + 2, 0.5, words=True, fraction=True)  # half a percentage point
    if words[0] in {"one", "1"} and words[1:2] == ["in"] and len(words) == 3:
        return _read_one_in(doc, place)
    middle = 2 if words[1:2] in (["-"], ["‑"]) else 1
    if (words[0] not in UNITS and words[0] != "a") or len(words) <= middle:
        return None
    part = PARTS.get(words[middle].removesuffix("s")) if words[middle] != "halves" else 2
    top = UNITS.get(words[0], 1)
    if part is None or not 0 < top < part or (middle == 1 and (top == 1 or words[middle][-1] != "s")):
        return None
    return Number(place, place + middle + 1, top / part, words=True, fraction=True)


def _read_one_in(doc: Doc, place: int) -> Number | None:
    """'one in five adults'."""
    word = doc[place + 2].lower_
    whole = UNITS.get(word, TENS.get(word, int(word) if word.isdigit() else 0))
    plural = place + 3 < len(doc) and any(token.tag_ in {"NNS", "NNPS"} for token in doc[place + 3 : place + 5])
    return Number(place, place + 3, 1 / whole, words=True, fraction=True) if 1 < whole <= 1000 and plural else None


def _read_digits(doc: Doc, place: int) -> Number | None:
    match = GLUED.fullmatch(doc[place].text)
    if match is None:
        return None
    value = float(match[1].replace(",", ""))
    suffix = (match[2] or "").lower()
    end = place + 1
    if end < len(doc) and doc[end].text in FRACTIONS:
        value, end = value + FRACTIONS[doc[end].text], end + 1
    scale = 1.0
    if not suffix:
        while end < len(doc) and doc[end].lower_ in SCALES and doc[end].lower_ != "dozen":
            scale, end = scale * SCALES[doc[end].lower_], end + 1
        if (
            end < len(doc)
            and not doc[end - 1].whitespace_
            and (_after_money(doc, place) or _is_before_plural(doc, end + 1))
        ):
            split = SHORT_SCALES.get(doc[end].lower_)  # £3.2m, which the tokeniser cuts before a stop: '3.2', 'm'
            scale, end = (split, end + 1) if split else (scale, end)
        joined = end + 1 < len(doc) and doc[end].text == "-" and doc[end + 1].lower_ in SCALES
        if joined and not doc[end].whitespace_:
            scale, end = SCALES[doc[end + 1].lower_], end + 2
    elif suffix in SHORT_SCALES and (suffix not in "mb" or _after_money(doc, place) or _is_before_plural(doc, end)):
        scale, suffix = SHORT_SCALES[suffix], ""  # £3.2m, 3.2m people; 100m is a length
    return Number(place, end, value * scale, scale=scale, suffix=suffix)


def _after_money(doc: Doc, place: int) -> bool:
    return place > 0 and doc[place - 1].text[-1] in "$£€¥₹"


def _is_before_plural(doc: Doc, place: int) -> bool:
    return place < len(doc) and (doc[place].tag_ in {"NNS", "NNPS"} or doc[place].lower_ == "people")


def _read_words(doc: Doc, place: int) -> Number | None:
    """Number words by the usual grammar: tens and units add, scales multiply what stands before them."""
    total, current, end, scale = 0.0, 0.0, place, 1.0
    for token in doc[place : place + 12]:
        word = token.lower_
        if word in UNITS or word in TENS:
            if current % 100 and not (word in UNITS and current % 10 == 0 and current % 100 >= 20 and UNITS[word] < 10):
                break
            current += UNITS.get(word, TENS.get(word, 0))
            scale = 1.0
        elif word in SCALES and (current or _is_article(doc, place)):
            scale = SCALES[word]
            if word == "hundred":
                current *= 100
            else:
                total, current = total + (current or 1.0) * SCALES[word], 0.0
        elif word in {"-", "and"} and end == token.i and token.i > place and _goes_on(doc, token.i, current):
            end = token.i + 1
            continue
        else:
            break
        end = token.i + 1
    if end > place and doc[end - 1].lower_ in {"-", "and"}:
        end -= 1
    value = total + current
    place -= place > 0 and doc[place].lower_ in SCALES and doc[place - 1].lower_ == "a"  # a dozen
    return Number(place, end, value, words=True, scale=scale) if end > place and value else None


def _is_article(doc: Doc, place: int) -> bool:
    return place > 0 and doc[place - 1].lower_ in {"a", "per"}


def _goes_on(doc: Doc, place: int, current: float) -> bool:
    """Whether the hyphen or 'and' at ``place`` joins two parts of one number: twenty-five, three hundred and five."""
    following = doc[place + 1].lower_ if place + 1 < len(doc) else ""
    if doc[place].lower_ == "and":
        return doc[place - 1].lower_ in {"hundred", "thousand"} and (following in UNITS or following in TENS)
    return (following in UNITS and current % 100 >= 20 and current % 10 == 0) or following in SCALES
