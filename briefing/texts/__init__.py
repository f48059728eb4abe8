"""The words of the interface, one file a language, and how dates, numbers, reasons and evidence are worded in them.

A language without a file of its own speaks English, and so does a key that a file lacks. Keys are paths in the file:
``article.how_we_know``. ``python -m briefing.texts`` lists what is left to translate.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from briefing.model import Evidence

_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
FRACTIONS = {0.5: "½", 0.33: "⅓", 0.67: "⅔", 0.25: "¼", 0.75: "¾", 0.2: "⅕", 0.4: "⅖", 0.6: "⅗", 0.8: "⅘"}
# What runs from right to left, or is a mark that makes its neighbours do so.
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_SOUNDS_AS_I = re.compile(r"h?[iíyý](?![aeoáéó])", re.I)  # Irán, Hidalgo; not hielo
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_OF_A_LANGUAGE = ("numbers.scales.", "qualifiers.")  # as many as the language has
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")


def say(language: str, key: str, **values: object) -> str:
    """The words of ``key`` with its ``{…}`` filled in. Raises KeyError where there are none: a mistake of ours."""
    return _words(language)[key].format_map({name: isolated(value) for name, value in values.items()})


def has_words(language: str, key: str) -> bool:
    return key in _words(language)


def say_count(language: str, key: str, n: int, **values: object) -> str:
    """As ``say``, in the form that ``n`` asks for; ``{n}`` is written with thousands marked."""
    return say(language, f"{key}.{_form(n, language)}", n=number_text(n, language), **values)


def languages() -> tuple[str, ...]:
    """The languages that have a file."""
    return tuple(sorted(entry.name[:-4] for entry in files("briefing.texts").iterdir() if entry.name.endswith(".yml")))


def speaks(language: str) -> str:
    """The language of the words that ``say`` has for this one: itself where it has a file, English else."""
    return language if _own_file(language) else "en"


def section(language: str, name: str) -> dict[str, str]:
    """All words of a section, for scripts and for the theme, as they stand in the file."""
    prefix = f"{name}."
    return {key.removeprefix(prefix): said for key, said in _words(language).items() if key.startswith(prefix)}


def isolated(value: object) -> str:
    """``value`` so that it does not turn the words around it, where anything in it runs from right to left.

    Between a first-strong isolate and its end; most values are as they were.
    """
    text = str(value)
    return text if text.isascii() or not _RIGHT_TO_LEFT.search(text) else f"\u2068{text}\u2069"


def list_text(items: Sequence[str], language: str) -> str:
    """``A, B and C``."""
    if len(items) < 2:
        return "".join(items)
    form = "site.list_last_i" if _SOUNDS_AS_I.match(items[-1]) else "site.list_last"
    return say(language, form, head=", ".join(map(isolated, items[:-1])), tail=items[-1])


def quoted(text: str, language: str) -> str:
    """In quotation marks."""
    return say(language, "site.quoted", text=text)


def evidence_text(evidence: Evidence, language: str) -> str:
    """How a value is known, for a reader: the rule in words, with the line and the words it was applied to."""
    words = _words(language).get(f"evidence.{evidence.rule}", evidence.rule.replace("-", " "))
    said = words.format_map({"line": evidence.line, "text": isolated(evidence.text), "file": isolated(evidence.file)})
    if evidence.line and "{line}" not in words:
        said = f"{said}, {say(language, 'known.at_line', n=evidence.line)}"
    if evidence.text and "{text}" not in words:
        said = f"{said}: {quoted(evidence.text, language)}"
    return said


def removed_text(reason: str, language: str) -> str:
    """Why a line was set aside."""
    return _words(language).get(f"removed.{reason}", reason.replace("-", " "))


def language_text(tag: str, language: str) -> str:
    """The name of a language; the tag itself where it has none here."""
    return _words(language).get(f"languages.{tag.split('-')[0]}", tag)


@lru_cache(maxsize=4096)
def date_text(value: str, language: str, weekday: bool = False) -> str:
    """An ISO 8601 date, week, month, quarter, season, year or ``first/last`` in words; anything else as it stands."""
    first, slash, last = value.partition("/")
    if slash:
        return say(language, "dates.span", first=_span_start(first, last, language), last=date_text(last, language))
    try:
        return _date_words(value, language, weekday)
    except ValueError:  # not a day that exists
        return value


def _span_start(first: str, last: str, language: str) -> str:
    """Without the month and the year that the last day of the span has too: ``15`` of 15 to 17 March 2019."""
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last)) or first[:4] != last[:4]:
        return date_text(first, language)
    try:
        day = datetime.date.fromisoformat(first[:10])
    except ValueError:
        return first
    return _day_words(day, "of_month" if first[:7] == last[:7] else "of_year", language)


def number_text(value: float, language: str) -> str:
    """``33,000``; ``14.3 billion`` where that says the same."""
    for scale, forms in _scales(language):
        many = value / scale
        short = f"{many:.0f}" if many.is_integer() and abs(many) < 1e6 else f"{many:.5g}"
        if abs(value) >= scale and "e" not in short and round(float(short) * scale, 4) == round(value, 4):
            return f"{_digits(float(short), language)} {forms[_form(many, language)]}"
    return _digits(value, language)


def _digits(value: float, language: str) -> str:
    words = _words(language)
    part = FRACTIONS.get(round(value % 1, 2)) if 1 < value < 1000 and round(value, 4) != value else None
    if part:
        return f"{int(value)}{part}"  # 1⅔, not 1.666667
    marks = "," if abs(value) >= int(words["numbers.thousands_from"]) else ""
    whole, point, decimals = f"{value:{marks}.6f}".rstrip("0").rstrip(".").partition(".")
    marked = whole.replace(",", words["numbers.thousands"])
    return marked + (words["numbers.decimal"] + decimals if point else "")


def _form(n: float, language: str) -> str:
    """``one`` or ``other``: the form of a noun that ``n`` asks for."""
    rule = _words(language)["numbers.singular"]
    return "one" if (abs(n) < 2 if rule == "below 2" else abs(n) == 1) else "other"


def _date_words(value: str, language: str, weekday: bool) -> str:
    if match := _DAY.fullmatch(value):
        return _day_words(datetime.date(*map(int, match.groups())), "weekday" if weekday else "day", language)
    if match := _WEEK.fullmatch(value):
        return _day_words(datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1), "week", language)
    if match := _MONTH.fullmatch(value):
        return _day_words(datetime.date(int(match[1]), int(match[2]), 1), "month", language)
    if match := _PART.fullmatch(value):
        return say(language, f"dates.{'quarters' if match[2] == 'Q' else 'halves'}.{match[3]}", year=match[1])
    if match := _SEASON.fullmatch(value):
        return say(language, f"dates.seasons.{match[2]}", year=match[1])
    return value


def _day_words(day: datetime.date, form: str, language: str) -> str:
    words = _words(language)
    month, weekday = words[f"months.{day.month - 1}"], words[f"weekdays.{day.weekday()}"]
    number = words["dates.first_day"] if day.day == 1 else day.day
    return say(language, f"dates.{form}", day=number, month=month, year=day.year, weekday=weekday)


@cache
def qualifiers(language: str) -> Mapping[str, str]:
    """How a number stands with each word that qualifies it: ``{'more than': '{n}+'}``."""
    return {word: form for form, said in _own_or_english(language, "qualifiers").items() for word in said}


@cache
def _scales(language: str) -> tuple[tuple[int, Mapping[str, str]], ...]:
    """The largest first. A language has its own: where it has no word for a thousand millions, it says thousands."""
    scales: Mapping[int, Mapping[str, str]] = _own_or_english(language, "numbers")["scales"]
    return tuple(sorted(scales.items(), reverse=True))


def _own_or_english(language: str, part: str) -> Mapping[str, Any]:
    own: Mapping[str, Any] = _file(speaks(language)).get(part) or _file("en")[part]
    return own


@cache
def _words(language: str) -> Mapping[str, str]:
    """The file of a language over the English one, with its keys joined by dots; lists count from 0."""
    return {**dict(_flat("", _file("en"))), **dict(_flat("", _file(speaks(language))))}


def _flat(prefix: str, node: object) -> list[tuple[str, str]]:
    if isinstance(node, dict):
        return [pair for key, value in node.items() for pair in _flat(f"{prefix}{key}.", value)]
    if isinstance(node, list):
        return [pair for place, value in enumerate(node) for pair in _flat(f"{prefix}{place}.", value)]
    return [(prefix[:-1], str(node))]


@cache
def _own_file(language: str) -> Traversable | None:
    if not re.match(r"[A-Za-z]{2,3}\b", language):
        return None
    own = files("briefing.texts").joinpath(f"{language.split('-')[0].lower()}.yml")
    return own if own.is_file() else None


@cache
def _file(language: str) -> Mapping[str, Any]:
    own = _own_file(language)
    assert own is not None, language
    content: Mapping[str, Any] = yaml.load(own.read_text("utf-8"), Loader=_LOADER)
    return content


def untranslated(language: str) -> list[str]:
    """What a file of texts lacks, has too much, or fills in with other values than English: one line each."""
    english, own = (dict(_flat("", _file(tag))) for tag in ("en", language))
    owed = {key: said for key, said in english.items() if not key.startswith(_OF_A_LANGUAGE)}
    lines = [f"missing: {key}: {said}" for key, said in owed.items() if key not in own]
    lines += [f"unknown: {key}" for key in own if key not in english and not key.startswith(_OF_A_LANGUAGE)]
    for key in owed.keys() & own.keys():
        here, there = (sorted(_PLACEHOLDER.findall(texts[key])) for texts in (own, english))
        if here != there:
            lines.append(f"different: {key}: {' '.join(here)} instead of {' '.join(there)}")
    lines += [f"missing: qualifiers: {word}" for word in qualifiers("en") if word not in qualifiers(language)]
    return lines
