"""Numbers as text writes them: '33,000', '3.2 million', '12 1/2', 'two-thirds', 'twenty-five', 'half a million'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.annotate.figures.number_words import PARTS, SCALES, SHORT_SCALES, SIGNS, TENS, UNITS, Said, small
from briefing.annotate.figures.qualifiers import bounds
from briefing.annotate.figures.shares import read_one_in, read_share
from briefing.annotate.figures.units import closes_unit, names_currency, opens_money

if TYPE_CHECKING:
    from spacy.tokens import Doc

TRACK = frozenset("hurdle runner sprinter swimmer race final champion title event sprint medal".split())

_ANY = "|".join([*UNITS, *TENS, *SCALES])
_SMALL = "|".join([*UNITS, *TENS])
_PART = "|".join(PARTS)
_WHOLE = "|".join(scale for scale in SCALES if len(scale) > 3)
_VULGAR = r"(?:1/2|[13]/4|[1357]/8|[12]/3|(?:\d|1[0-5])/16|[1-3]?\d/32)(?![\d/])"
_START = re.compile(rf"[\d½¼¾⅓⅔⅛⅜⅝⅞]|(?<![\w])\.(?=\d)|(?<![\w-])(?:an?|half|quarter|{_SMALL})\b", re.IGNORECASE)
_SPACED = (  # 42 375 200, 12 000, R3 400
    r"(?:\d{1,3}(?:\u00a0\d{3})+|\d{1,3}(?: \d{3}){2,}|\d{1,3} 000|(?<=[^\W\d]|[$£€¥₹])\d{1,3} \d{3})"
)
_DIGITS = re.compile(
    rf"(?P<digits>\d{{1,3}}(?P<comma>,\d{{1,2}})(?=\s?(?:%|per\s?cent\b))|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?![\d])|\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d])|{_SPACED}(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|\.\d+)"
    rf"(?:[ -]?(?P<sign>[½¼¾⅓⅔⅛⅜⅝⅞])|[ -](?P<vulgar>{_VULGAR}))?"
    rf"(?P<half>(?:\sand\sa\s|-and-a-)half)?"
    rf"(?P<scales>(?:[ \u00a0-]?(?:{_WHOLE})\b)*)"
    rf"(?:(?P<space>[ \u00a0])?(?P<short>k|mn|mln|m|bn|bln|b|trn|tn)(?![^\W_]))?",
    re.IGNORECASE,
)
_MISPLACED = re.compile(r",\d{4}")
_ALONE = re.compile(rf"(?P<vulgar>{_VULGAR})(?=[\s-](?:of|an?|point|percent|percentage|inch|mile|hour|pound|cent)\b)")
_RUN = re.compile(rf"(?:an?(?=\s(?:{_WHOLE})\b)|(?:{_ANY})\b)(?:(?:[\s-]|\sand\s|-and-)(?:{_ANY})\b)*", re.IGNORECASE)
_AND_PART = re.compile(
    rf"(?:\sand\s|-and-)(?P<top>an?|one|two|three)[\s-](?P<part>{_PART})s?(?:[\s-](?P<scale>{_WHOLE}))?\b",
    re.IGNORECASE,
)
_IN_MILLIONS = re.compile(  # 'smartphones, at 9.6m' beside '€5.8bn' or '2.9m people'
    r"[$£€]\d[\d.,]*(?:m|bn)\b|\d(?:m|bn)\s(?:children|customers|homes|households|jobs|patients|people|users|viewers|voters|workers)\b"
)


@dataclass(frozen=True, slots=True)
class Number:
    """``text[begin:stop]`` means ``value``; it touches the tokens ``doc[start:end]``. ``text`` is that of ``doc``."""

    text: str
    start: int
    end: int
    begin: int
    stop: int
    value: float
    words: bool = False
    fraction: bool = False
    scale: float = 1.0  # of the word it ends in: a million
    bound: str | None = None  # what 'or more' behind it says
    thousands: bool = False  # it ends in ',000'


@lru_cache(maxsize=1)
def text_of(doc: Doc) -> str:
    """The text of a paragraph, which the parse puts together anew each time; asked for at each of its numbers."""
    return doc.text


def find_numbers(doc: Doc) -> Iterator[Number]:
    """Numbers in text order, without overlap."""
    text = text_of(doc)
    starts = [token.idx for token in doc]
    position = 0
    for match in _START.finditer(text):
        begin = match.start()
        if begin < position:
            continue
        said = _read(doc, text, begin)
        if said is None:
            position = max(position, _end_of_digits(text, begin))
            continue
        sign = _sign(text, begin)
        value = -said.value if sign else said.value
        bound, stop = bounds(text, said.stop)
        thousands = text.endswith(",000", begin, said.stop)
        first, end = bisect_right(starts, begin - sign) - 1, bisect_left(starts, stop)
        yield Number(
            text, first, end, begin - sign, stop, value, said.words, said.fraction, said.scale, bound, thousands
        )
        position = stop


def _end_of_digits(text: str, begin: int) -> int:
    """No number begins within the digits of another."""
    match = re.compile(r"[\d.,/:]*\d").match(text, begin)
    return match.end() if match else begin


def _sign(text: str, begin: int) -> int:
    """The length of the sign of '-5°C' and 'minus 5 degrees'; 0 for a dash after a number or at the head of a line."""
    before = text[max(0, begin - 14) : begin]
    if text[begin].isdigit() and re.search(r"[^\d\s]\s[-−]$", before):
        return 1
    return len("minus ") if re.search(r"(?<!or)\sminus\s$|^minus\s$", before, re.IGNORECASE) else 0


def _read(doc: Doc, text: str, begin: int) -> Said | None:
    if text[begin].isalpha():
        return read_share(doc, text, begin) or _read_words(text, begin)
    return read_one_in(doc, text, begin) or _read_digits(doc, text, begin)


def _read_digits(doc: Doc, text: str, begin: int) -> Said | None:
    if not _opens(text, begin):
        return None
    if alone := _ALONE.match(text, begin):
        return Said(alone.end(), _vulgar(alone["vulgar"]), fraction=True)
    if text[begin] in SIGNS:
        return Said(begin + 1, SIGNS[text[begin]], fraction=True)
    match = _DIGITS.match(text, begin)
    if match is None:
        return None
    if _MISPLACED.match(text, match.end()):
        return None  # 200,0000
    value = (
        float(match["digits"].replace(",", ".") if match["comma"] else re.sub(r"[, \u00a0]", "", match["digits"]))
        + SIGNS.get(match["sign"] or "", 0.0)
        + 0.5 * bool(match["half"])
    )
    value += _vulgar(match["vulgar"]) if match["vulgar"] else 0.0
    scale = 1.0
    for word in re.findall(r"[a-z]+", match["scales"].lower()):
        scale *= SCALES[word]
    stop = match.end()
    if match["short"]:
        if _is_scale(doc, text, begin, match):
            scale *= SHORT_SCALES[match["short"].lower()]
        else:
            stop = match.start("space") if match["space"] else match.start("short")
    glued = text[stop : stop + 1].isalpha() and not closes_unit(text, stop)
    return None if glued else Said(stop, value * scale, scale=scale)  # the 1990s, 3G, 20th


def _vulgar(text: str) -> float:
    top, _, bottom = text.partition("/")
    return int(top) / int(bottom)


def _opens(text: str, begin: int) -> bool:
    """Whether a number begins there: not within a word or another number, unless the word is a currency."""
    before = text[max(0, begin - 6) : begin]
    if re.search(r"\d[.,:/]?$", before) or (before[-1:] == "0" and text[begin].isdigit()):
        return False
    return not before[-1:].isalpha() or opens_money(text, begin)


def _is_scale(doc: Doc, text: str, begin: int, match: re.Match[str]) -> bool:
    """'£3.2m', '3.2m people', '500m euros'; 100m is a length."""
    short = match["short"].lower()
    if opens_money(text, begin) or names_currency(text, match.end()):
        return True
    if short not in ("m", "b"):
        return True
    following = doc.char_span(match.end(), min(len(text), match.end() + 30), alignment_mode="contract")
    word = next((token for token in following or () if not token.is_space), None)
    plural = word is not None and (word.tag_ in {"NNS", "NNPS", "VBZ"} or word.lower_ in {"fewer", "more", "people"})
    in_millions = "." in match["digits"] and _IN_MILLIONS.search(text) is not None
    races = word is not None and word.lemma_.lower() in TRACK
    return (plural or in_millions) and not races and not match["space"]


def _read_words(text: str, begin: int) -> Said | None:
    """Number words by the usual grammar: tens and units add, scales multiply what stands before them."""
    run = _RUN.match(text, begin)
    if run is None or text[run.end() : run.end() + 1].isalpha():
        return None
    total, current, scale, stop = 0.0, 0.0, 1.0, begin
    for match in re.finditer(r"[a-z]+", run[0].lower()):
        word = match[0]
        if word in UNITS or word in TENS:
            if not _adds(current, word, run[0][stop - begin : match.start()]):
                break
            current, scale = current + small(word), 1.0
        elif word == "hundred":
            current, scale = (current or 1.0) * 100, 1e2
        elif word in SCALES:
            total, current, scale = total + (current or 1.0) * SCALES[word], 0.0, SCALES[word]
        elif word == "and":
            continue
        stop = begin + match.end()
    value = total + current
    if part := _AND_PART.match(text, stop):
        more = small(part["top"]) / PARTS[part["part"].lower()]
        times = SCALES[part["scale"].lower()] if part["scale"] else scale if scale > 1 else 1.0
        value, scale, stop = value * (times if part["scale"] else 1.0) + more * times, times, part.end()
    return Said(stop, value, words=True, scale=scale) if stop > begin else None


def _adds(current: float, word: str, between: str) -> bool:
    """Whether a word below a hundred goes on with the number: 'twenty-five', 'three hundred and five'."""
    if "and" in between and current % 100:
        return False
    return not current % 100 or (current % 10 == 0 and current % 100 >= 20 and 0 < UNITS.get(word, 0) < 10)
