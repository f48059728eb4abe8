"""Parts of a whole: 'two-thirds', 'half of', 'one in five', and of a scale: 'half a million'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.number_words import PARTS, SCALES, TENS, UNITS, Said, small
from briefing.annotate.figures.units import closes_unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

TIME = frozenset("second minute hour day week month year decade".split())
_SMALL = "|".join([*UNITS, *TENS])
_WHOLE = "|".join(scale for scale in SCALES if len(scale) > 3)
_PART_OF = re.compile(
    rf"(?:an?\s)?(?:(?P<top>{_SMALL})[\s-])?(?P<part>half|quarter|third)s?(?:\sof)?[\s-](?:an?\s)?(?P<scale>{_WHOLE})\b",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    rf"(?P<top>an?|{'|'.join(UNITS)})(?P<joint>\s|-|‑)(?P<part>{'|'.join(PARTS)})(?P<s>s?)\b", re.IGNORECASE
)
_HALF = re.compile(
    r"half(?=\s(?:of|the|its|their|his|her|our|all|those|these|a|in|on|since|over)\b)|half\b(?![\s-][a-z])",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(half|quarter)(?=[ -](?:percentage[ -])?point\b)", re.IGNORECASE)
_ONE_IN = re.compile(
    rf"(?P<top>{'|'.join(UNITS)}|\d{{1,3}}(?!\sin\s\d)|\d)\s(?:(?:in|out\sof)\s(?:(?:every|an?)\s)?|of\severy\s)"
    rf"(?P<whole>{_SMALL}|(?:a\s)?(?:hundred|thousand)|\d{{1,3}}(?:,\d{{3}})*)(?![\w,.]*\d)\b",
    re.IGNORECASE,
)
_TOP = 10  # of a share
_WHOLES = frozenset({100, 1000, 10_000, 100_000})
_AFTER_SHARE = frozenset({"ADP", "ADV", "AUX", "PUNCT", "VERB"})  # one in eight slept
_MEASURING = re.compile(
    r"(?:\bby|than|nearly|almost|about|around|roughly|approximately|over|under|least|most|another|up|down)\s$",
    re.IGNORECASE,
)
_NO_PART = re.compile(
    r"(?:first|second|other|latter|former|top|bottom|final|opening|this|last|the|"
    rf"\d\sand|(?:{_SMALL})\sand)\s$",
    re.IGNORECASE,
)


def read_share(doc: Doc, text: str, begin: int) -> Said | None:
    """A part that begins with a word."""
    return (
        _read_part_of(text, begin)
        or read_one_in(doc, text, begin)
        or _read_fraction(text, begin)
        or _read_half(text, begin)
    )


def _read_part_of(text: str, begin: int) -> Said | None:
    """'half a million', 'a quarter of a million', 'three-quarters of a million'."""
    match = _PART_OF.match(text, begin)
    if match is None:
        return None
    scale = SCALES[match["scale"].lower()]
    value = small(match["top"] or "one") / PARTS[match["part"].lower()]
    return Said(match.end(), value * scale, words=True, scale=scale) if value < 1 else None


def read_one_in(doc: Doc, text: str, begin: int) -> Said | None:
    """'one in five adults', 'two out of three voters'."""
    match = _ONE_IN.match(text, begin)
    if match is None or text[max(0, begin - 1) : begin] not in ("", " ", "(", "“", '"'):
        return None
    top, whole = small(match["top"]), SCALES.get(match["whole"].lower(), small(match["whole"].replace(",", "")))
    after = doc.char_span(match.end(), min(len(text), match.end() + 40), alignment_mode="contract")
    counts = (
        after is None
        or (after[0].pos_ in _AFTER_SHARE and after[0].lower_ != "to")
        or (after[0].pos_ == "NUM" and any(token.lemma_.lower() in TIME for token in after[1:2]))  # two years ago
        or any(token.tag_ in {"NNS", "NNPS"} and token.lemma_.lower() not in TIME for token in after[:2])
    )
    is_share = 0 < top < whole and (top <= _TOP or whole in _WHOLES)  # 17 out of 18, 499 out of 500 are counts
    return Said(match.end(), top / whole, words=True, fraction=True) if is_share and counts else None


def _read_fraction(text: str, begin: int) -> Said | None:
    """'two-thirds', 'three quarters', 'a third of'; not 'a third party', 'one second'."""
    match = _FRACTION.match(text, begin)
    if match is None:
        return None
    top, part = small(match["top"]), PARTS[match["part"].lower()]
    plural = bool(match["s"])
    measured = re.match(r"\soff?\s", text[match.end() :]) or _MEASURING.search(text[max(0, begin - 14) : begin])
    if not 0 < top < part or (top > 1) != plural or (top == 1 and match["joint"] == " " and not measured):
        return None
    is_other = top == 1 and _NO_PART.search(text[max(0, begin - 14) : begin])  # not of 'the two-thirds'
    if is_other or re.match(r"-|\s(?:of\s(?:19|20)\d\d|place\b|party\b)", text[match.end() :]):
        return None
    of_unit = re.compile(r"\sof\san?(?=\s)").match(text, match.end())
    stop = of_unit.end() if of_unit and closes_unit(text, of_unit.end()) else match.end()  # of a percentage point
    return Said(stop, top / part, words=True, fraction=True)


def _read_half(text: str, begin: int) -> Said | None:
    """'half of', 'half the', 'more than half'; not 'the first half of the year'."""
    if points := _POINTS.match(text, begin):
        return Said(points.end(), 1 / PARTS[points[1].lower()], words=True, fraction=True)
    match = _HALF.match(text, begin)
    if match is None or _NO_PART.search(text[max(0, begin - 14) : begin]):
        return None
    if re.match(r"\sa\b", text[match.end() :]):
        return Said(match.end() + 2, 0.5, words=True, fraction=True)  # half a percentage point
    alone = not re.match(r"\s(?:of|the|all|its|their|those|these)\b", text[match.end() :])
    if alone and not _MEASURING.search(text[max(0, begin - 14) : begin]):
        return None
    return Said(match.end(), 0.5, words=True, fraction=True)
