"""A figure in words: its number with its unit and what qualifies it."""

from __future__ import annotations

import re

from briefing.model import Figure
from briefing.texts import FRACTIONS, has_words, number_text, qualifiers, say, speaks

# Two numbers that are one figure, each with its currency, scale or sign of percent: "US$300 to 400 billion", "15-20%".
_RANGE = re.compile(
    r"(?P<first>(?:[A-Z]{2,3})?\W?\s?\d[\d.,]*(?:\s(?:thousand|[mb]illion|trillion))?)\s?(?P<joint>to|and|or|[-–—])"
    r"\s?(?P<last>(?:[A-Z]{2,3})?[^\w\s]?\s?\d[\d.,]*(?:\s(?:thousand|[mb]illion|trillion))?(?:\s?(?:%|percent\b))?)(?!\w)"
)
_PART_OF = re.compile(
    r"([^\d]*\b(?:half|third|quarter|fourth|(?:fif|six|seven|eigh|nin|ten)th)s?(?=\s|$)|"
    r"(?:[^\d]*\s)?\w+ (?:in|out of)(?: every| an?)? [\w,]+(?=\s|$))",
    re.I,
)
_IN_WORDS = re.compile(r"[a-z][a-z ]{2,}")  # a unit that has a plural: cents, percentage points
_RATE = re.compile(
    r"(?<!half)(?<!quarter)(?<!\bof)[\s-]((?:an?|per|each|every)[\s-](?!cent)[a-z]+|annually)$"
)  # not half a mile


def figure_text(figure: Figure, language: str) -> str:
    """The number with its unit and what qualifies it, short: ``33,000+``, ``~100``, ``£14.3 billion``, ``↓ 8%``.

    A range stands in the words of the text, or with both its numbers: one would say less. A part of a whole stands in
    words too: a third. Where these words would be foreign, it stands as a fraction: ``⅓``.
    """
    told = figure.unit and figure.counts and figure.counts in figure.text  # a 3% drop in prices
    way = {"up": "↑ ", "down": "↓ "}[figure.change] if figure.change and not told else ""
    return way + _amount_text(figure, language)


def _amount_text(figure: Figure, language: str) -> str:
    is_english = speaks(language) == "en"
    if (span := _RANGE.search(figure.text)) and (is_english or figure.last is None):
        return _range_text(figure, span, language)
    part = _PART_OF.match(figure.text) if abs(figure.value) < 1 else None
    if part and is_english:
        return part[1]
    number = FRACTIONS.get(round(figure.value, 2), "") if part else ""
    number = number or _range_number(figure.value, figure.last, language)
    qualifier = None if figure.qualifier == "between" else figure.qualifier
    told = _measured(number, figure, language) + (_rate(figure) if is_english else "")
    return _qualified(told, qualifier, language)


def _rate(figure: Figure) -> str:
    """' a share'; nothing where the unit says it, as mph."""
    is_speed = figure.unit == "mph" or "/" in (figure.unit or "/")
    found = None if is_speed else _RATE.search(figure.text)
    return f" {found[1]}".replace("-", " ") if found else ""


def _range_number(value: float, last: float | None, language: str) -> str:
    """``3–5 million``: what both numbers end with is said once."""
    first, final = number_text(value, language), number_text(last, language) if last is not None else ""
    if not final:
        return first
    (amount, _, scale), final_scale = first.partition(" "), final.partition(" ")[2]
    return f"{amount if scale and scale == final_scale else first}–{final}"


def _measured(number: str, figure: Figure, language: str) -> str:
    """The number with its unit."""
    if figure.unit == "%":
        number = say(language, "numbers.percent", n=number)
    elif figure.unit and has_words(language, f"numbers.currencies.{figure.unit}"):
        number = say(language, "numbers.currency", n=number, sign=say(language, f"numbers.currencies.{figure.unit}"))
    elif figure.unit:
        order = "before" if re.fullmatch(r"[A-Z]{3}", figure.unit) else "after"
        is_one = figure.last is None and abs(figure.value) == 1 and _IN_WORDS.fullmatch(figure.unit)
        unit = re.sub(r"ies$", "ys", figure.unit).removesuffix("s") if is_one else figure.unit
        number = say(language, f"numbers.{order}", unit=unit, n=number)
    return number


def _range_text(figure: Figure, span: re.Match[str], language: str) -> str:
    """Without what is counted, which stands beside it, but with a unit that stands after both numbers."""
    joint = "–" if span["joint"] in "-–—" else f" {span['joint']} "
    both = re.sub(r"(?<=[$£€¥₹₪₩]) ", "", f"{span['first'].strip()}{joint}{span['last'].strip()}")
    tail = figure.text[span.end() :]
    if figure.counts:  # 'percent' of ' percent of the crop'
        tail = re.split(r"\s(?:in|of|worth)\s", tail.partition(figure.counts)[0])[0].rstrip() if figure.unit else ""
    return _qualified(re.sub(r"\s?percent", "%", both + tail), figure.qualifier, language)


def _qualified(number: str, qualifier: str | None, language: str) -> str:
    if not qualifier:
        return number
    form = qualifiers(language).get(qualifier.lower(), qualifier.replace("{", "").replace("}", "") + " {n}")
    return form.format(n=number)
