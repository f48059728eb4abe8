"""Dates and figures in German, French and Spanish: what words and number formats alone tell, without a model.

Days and months with a year, days without one that are near, and 'gestern', 'hier', 'ayer'; numbers with a currency, a
percentage or a measure. Weekdays are left out: without a tense they would be guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from briefing.annotate.times import values
from briefing.model import Figure, Paragraph, TimeExpression

LANGUAGES = frozenset({"de", "fr", "es"})
SPACES = "\u00a0\u202f\u2009 "
DAY = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:\.|er|º)?"
YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
NUMBER = rf"\d{{1,3}}(?:[.{SPACES}]\d{{3}})+(?:,\d+)?|\d+(?:,\d+)?"


@dataclass(frozen=True, slots=True)
class _Locale:
    months: Mapping[str, int]
    near: Mapping[str, int]
    scales: Mapping[str, float]
    units: Mapping[str, str]
    qualifiers: Mapping[str, str]  # in English, as in every figure
    dates: re.Pattern[str]
    figures: re.Pattern[str]


def find_times_by_locale(
    paragraphs: Sequence[Paragraph], language: str, reference_date: str | None
) -> tuple[TimeExpression, ...]:
    """Expressions of time of a language of ``LANGUAGES``, of any other none."""
    try:
        reference = date.fromisoformat(reference_date) if reference_date else None
    except ValueError:
        reference = None
    return tuple(
        TimeExpression(match.group(), _value(match, locale, reference), paragraph.number, match.start(), match.end())
        for paragraph, match, locale in _matches(paragraphs, language, "dates")
        if match["day"] or match["year"] or not match["month"]
    )


def find_figures_by_locale(paragraphs: Sequence[Paragraph], language: str) -> tuple[Figure, ...]:
    """Figures with a currency, a percentage or a measure; none of any other language."""
    return tuple(_figure(*found) for found in _matches(paragraphs, language, "figures"))


def _figure(paragraph: Paragraph, match: re.Match[str], locale: _Locale) -> Figure:
    scale = locale.scales.get(match["scale"] or "", 1.0)
    low, high = match["number"], match["last"]
    start = match.start()
    if high and re.search(r"\b(?:de|von)\s$", paragraph.text[max(0, start - 5) : start], re.IGNORECASE):
        low, high, start = high, None, match.start("last")  # 'de 10 à 15 %' is a change
    last = round(_number(high) * scale, 6) if high else None
    text, value = paragraph.text[start : match.end()], round(_number(low) * scale, 6)
    unit = locale.units[match["unit"]]
    qualifier = locale.qualifiers.get((match["qualifier"] or "").lower()) if start == match.start() else None
    return Figure(text, value, unit, None, qualifier, paragraph.number, start, match.end(), last=last)


def _matches(
    paragraphs: Sequence[Paragraph], language: str, kind: str
) -> Iterator[tuple[Paragraph, re.Match[str], _Locale]]:
    code = language.split("-")[0]
    if code not in LANGUAGES:
        return
    locale = _locale(code)
    pattern = locale.dates if kind == "dates" else locale.figures
    for paragraph in paragraphs:
        if paragraph.kind != "code":
            yield from ((paragraph, match, locale) for match in pattern.finditer(paragraph.text))


def _number(text: str) -> float:
    """'1.234,5' and '1 234,5'."""
    return float(re.sub(rf"[.{SPACES}]", "", text).replace(",", "."))


def _value(match: re.Match[str], locale: _Locale, reference: date | None) -> str | None:
    if match["near"]:
        away = timedelta(locale.near[match["near"].lower()])
        return (reference + away).isoformat() if reference else None
    if match["month_number"]:
        return values.day(int(match["full_year"]), int(match["month_number"]), int(match["day_number"]))
    month = locale.months[match["month"].lower()]
    if match["day"] and match["year"]:
        return values.day(int(match["year"]), month, int(match["day"]))
    if match["year"]:
        return values.month_of(int(match["year"]), month)
    return values.month_without_year(reference, month, int(match["day"]), "unclear") if reference else None


@cache
def _locale(code: str) -> _Locale:
    lines = files("briefing.lexicon").joinpath("locale_words.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith(f"{code}\t")]
    words: dict[str, dict[str, str]] = {"month": {}, "near": {}, "scale": {}, "unit": {}, "qualifier": {}}
    for _, kind, value, written in rows:
        words[kind] |= dict.fromkeys(written.split(", "), value)
    months = _either(words["month"])
    near, qualifiers = (
        _either(words[kind] | {word[:1].upper() + word[1:]: value for word, value in words[kind].items()})
        for kind in ("near", "qualifier")
    )
    joint = r"\s(?:de\s|del\s)?"
    dates = re.compile(
        rf"(?<![\w.,/-])(?:(?P<day_number>\d\d?)[./](?P<month_number>\d\d?)[./](?P<full_year>(?:19|20)\d\d)|"
        rf"(?:{DAY}{joint})?(?P<month>{months})(?:{joint}{YEAR})?|(?P<near>{near}))(?![\w-])"
    )
    figures = re.compile(
        rf"(?<![\w.,/:-])(?:(?P<qualifier>{qualifiers})[{SPACES}])?(?P<number>{NUMBER})(?:\s(?:bis|à|a)\s(?P<last>{NUMBER}))?"
        rf"(?:[{SPACES}](?P<scale>{_either(words['scale'])}))?"
        rf"(?:[{SPACES}]?(?:d['’]|de\s)?)(?P<unit>{_either(words['unit'])})(?![\w])"
    )
    return _Locale(
        {word.lower(): int(value) for word, value in words["month"].items()},
        {word.lower(): int(value) for word, value in words["near"].items()},
        {word: float(value) for word, value in words["scale"].items()},
        words["unit"],
        words["qualifier"],
        dates,
        figures,
    )


def _either(words: Mapping[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
