"""Numbers as text writes them: '33,000', '3.2 million', '12 1/2', 'two-thirds', 'twenty-five', 'half a million'."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.annotate.qualifiers import bounds
from briefing.annotate.units import closes_unit, names_currency, opens_money

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
SHORT_SCALES = {"k": 1e3, "m": 1e6, "b": 1e9, "mn": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9, "tn": 1e12, "trn": 1e12}
PARTS = {
    "half": 2, "halve": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8}
TRACK = frozenset("hurdle runner sprinter swimmer race final champion title event sprint medal".split())
TIME = frozenset("second minute hour day week month year decade".split())

_ANY = "|".join([*UNITS, *TENS, *SCALES])
_SMALL = "|".join([*UNITS, *TENS])
_PART = "|".join(PARTS)
_WHOLE = "|".join(scale for scale in SCALES if len(scale) > 3)
_VULGAR = r"(?:1/2|[13]/4|[1357]/8|[12]/3|(?:\d|1[0-5])/16|[1-3]?\d/32)(?![\d/])"
_START = re.compile(rf"[\d½¼¾⅓⅔⅛⅜⅝⅞]|(?<![\w])\.(?=\d)|(?<![\w-])(?:an?|half|quarter|{_SMALL})\b", re.IGNORECASE)
_DIGITS = re.compile(
    rf"(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?![\d])|\d+(?:\.\d+)?|\.\d+)"
    rf"(?:[ -]?(?P<sign>[½¼¾⅓⅔⅛⅜⅝⅞])|[ -](?P<vulgar>{_VULGAR}))?"
    rf"(?P<half>(?:\sand\sa\s|-and-a-)half)?"
    rf"(?P<scales>(?:[ \u00a0-]?(?:{_WHOLE})\b)*)"
    rf"(?:(?P<space>[ \u00a0])?(?P<short>k|mn|mln|m|bn|bln|b|trn|tn)(?![^\W_]))?",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?P<vulgar>{_VULGAR})(?=[\s-](?:of|an?|point|percent|percentage|inch|mile|hour|pound|cent)\b)")
_RUN = re.compile(rf"(?:an?(?=\s(?:{_WHOLE})\b)|(?:{_ANY})\b)(?:(?:[\s-]|\sand\s|-and-)(?:{_ANY})\b)*", re.IGNORECASE)
_AND_PART = re.compile(
    rf"(?:\sand\s|-and-)(?P<top>an?|one|two|three)[\s-](?P<part>{_PART})s?(?:[\s-](?P<scale>{_WHOLE}))?\b",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    rf"(?:an?\s)?(?:(?P<top>{_SMALL})[\s-])?(?P<part>half|quarter|third)s?(?:\sof)?[\s-](?:an?\s)?(?P<scale>{_WHOLE})\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(rf"(?P<top>an?|{'|'.join(UNITS)})(?P<joint>\s|-|‑)(?P<part>{_PART})(?P<s>s?)\b", re.IGNORECASE)
_HALF = re.compile(
    r"half(?=\s(?:of|the|its|their|his|her|our|all|those|these|a)\b)|half\b(?![\s-][a-z])", re.IGNORECASE
)
_POINTS = re.compile(r"(half|quarter)(?=[ -](?:percentage[ -])?point\b)", re.IGNORECASE)
_ONE_IN = re.compile(
    rf"(?P<top>{'|'.join(UNITS)}|\d)\s(?:in|out\sof)\s(?:every\s)?(?P<whole>{_SMALL}|\d+)\b", re.IGNORECASE
)
_MEASURING = re.compile(
    r"(?:\bby|than|nearly|almost|about|around|roughly|approximately|over|under|least|most|another|up|down)\s$",
    re.IGNORECASE,
)
_NO_PART = re.compile(r"(?:first|second|other|latter|former|top|bottom|final|opening|this|that|last|and|the)\s$", re.I)


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


@dataclass(frozen=True, slots=True)
class _Said:
    """What the text up to ``stop`` says."""

    stop: int
    value: float
    words: bool = False
    fraction: bool = False
    scale: float = 1.0


def find_numbers(doc: Doc) -> Iterator[Number]:
    """Numbers in text order, without overlap."""
    text = doc.text
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


def _read(doc: Doc, text: str, begin: int) -> _Said | None:
    if text[begin].isalpha():
        return (
            _read_part_of(text, begin)
            or _read_one_in(doc, text, begin)
            or _read_fraction(text, begin)
            or _read_half(text, begin)
            or _read_words(text, begin)
        )
    return _read_one_in(doc, text, begin) or _read_digits(doc, text, begin)


def _read_part_of(text: str, begin: int) -> _Said | None:
    """'half a million', 'a quarter of a million', 'three-quarters of a million'."""
    match = _PART_OF.match(text, begin)
    if match is None:
        return None
    scale = SCALES[match["scale"].lower()]
    value = _small(match["top"] or "one") / PARTS[match["part"].lower()]
    return _Said(match.end(), value * scale, words=True, scale=scale) if value < 1 else None


def _read_one_in(doc: Doc, text: str, begin: int) -> _Said | None:
    """'one in five adults', 'two out of three voters'."""
    match = _ONE_IN.match(text, begin)
    if match is None or text[max(0, begin - 1) : begin] not in ("", " ", "(", "“", '"'):
        return None
    top, whole = _small(match["top"]), _small(match["whole"])
    after = doc.char_span(match.end(), min(len(text), match.end() + 40), alignment_mode="contract") if text else None
    plural = after is not None and any(
        token.tag_ in {"NNS", "NNPS"} and token.lemma_.lower() not in TIME for token in after[:2]
    )
    return _Said(match.end(), top / whole, words=True, fraction=True) if 0 < top < whole <= 1000 and plural else None


def _read_fraction(text: str, begin: int) -> _Said | None:
    """'two-thirds', 'three quarters', 'a third of'; not 'a third party', 'one second'."""
    match = _FRACTION.match(text, begin)
    if match is None:
        return None
    top, part = _small(match["top"]), PARTS[match["part"].lower()]
    plural = bool(match["s"])
    measured = re.match(r"\sof\s", text[match.end() :]) or _MEASURING.search(text[max(0, begin - 14) : begin])
    if not 0 < top < part or (top > 1) != plural or (top == 1 and match["joint"] == " " and not measured):
        return None
    if re.match(r"-|\s(?:of\s(?:19|20)\d\d|place\b|party\b)", text[match.end() :]) or _NO_PART.search(
        text[max(0, begin - 10) : begin]
    ):
        return None
    of_unit = re.compile(r"\sof\san?(?=\s)").match(text, match.end())
    stop = of_unit.end() if of_unit and closes_unit(text, of_unit.end()) else match.end()  # of a percentage point
    return _Said(stop, top / part, words=True, fraction=True)


def _read_half(text: str, begin: int) -> _Said | None:
    """'half of', 'half the', 'more than half'; not 'the first half of the year'."""
    if points := _POINTS.match(text, begin):
        return _Said(points.end(), 1 / PARTS[points[1].lower()], words=True, fraction=True)
    match = _HALF.match(text, begin)
    if match is None or _NO_PART.search(text[max(0, begin - 10) : begin]):
        return None
    if re.match(r"\sa\b", text[match.end() :]):
        return _Said(match.end() + 2, 0.5, words=True, fraction=True)  # half a percentage point
    alone = not re.match(r"\s(?:of|the|all|its|their|those|these)\b", text[match.end() :])
    if alone and not _MEASURING.search(text[max(0, begin - 14) : begin]):
        return None
    return _Said(match.end(), 0.5, words=True, fraction=True)


def _small(word: str) -> int:
    folded = word.lower()
    return int(folded) if folded.isdigit() else UNITS.get(folded, TENS.get(folded, 1))


def _read_digits(doc: Doc, text: str, begin: int) -> _Said | None:
    if not _opens(text, begin):
        return None
    if alone := _ALONE.match(text, begin):
        return _Said(alone.end(), _vulgar(alone["vulgar"]), fraction=True)
    if text[begin] in SIGNS:
        return _Said(begin + 1, SIGNS[text[begin]], fraction=True)
    match = _DIGITS.match(text, begin)
    if match is None:
        return None
    value = float(match["digits"].replace(",", "")) + SIGNS.get(match["sign"] or "", 0.0) + 0.5 * bool(match["half"])
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
    return None if glued else _Said(stop, value * scale, scale=scale)  # the 1990s, 3G, 20th


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
    plural = word is not None and (word.tag_ in {"NNS", "NNPS", "VBZ"} or word.lower_ == "people")
    return plural and word is not None and word.lemma_.lower() not in TRACK and not match["space"]


def _read_words(text: str, begin: int) -> _Said | None:
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
            current, scale = current + _small(word), 1.0
        elif word == "hundred":
            current, scale = (current or 1.0) * 100, 1e2
        elif word in SCALES:
            total, current, scale = total + (current or 1.0) * SCALES[word], 0.0, SCALES[word]
        elif word == "and":
            continue
        stop = begin + match.end()
    value = total + current
    if part := _AND_PART.match(text, stop):
        more = _small(part["top"]) / PARTS[part["part"].lower()]
        times = SCALES[part["scale"].lower()] if part["scale"] else scale if scale > 1 else 1.0
        value, scale, stop = value * (times if part["scale"] else 1.0) + more * times, times, part.end()
    return _Said(stop, value, words=True, scale=scale) if stop > begin else None


def _adds(current: float, word: str, between: str) -> bool:
    """Whether a word below a hundred goes on with the number: 'twenty-five', 'three hundred and five'."""
    if "and" in between and current % 100:
        return False
    return not current % 100 or (current % 10 == 0 and current % 100 >= 20 and 0 < UNITS.get(word, 0) < 10)
