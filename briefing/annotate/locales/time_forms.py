"""The forms that expressions of time have in a language, from ``lexicon/locale_forms.tsv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from briefing.annotate.locales.words import either, words

SPACE = "[\\s\u00a0\u202f]"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
AFTER_DAY = r"(?:\.|er|º|°)?"
YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,/-]\d|[\s\u00a0\u202f]?[%€$])"
# Behind a number that looks like a year: what it counts. In German nouns have capitals, elsewhere they are plurals.
PLURALS = (
    r"(?! (?!(?:les|des|dans|sous|sans|aux|[lmstc]es|plus|mais|puis|depuis|alors|vers|après|très|moins|nous|vous|tous|"
    r"toutes|ils|elles|leurs|ceux|plusieurs|quelques|certaine?s|jusqu|los|las|unos|unas|sus|nos|más|menos|tras|además|"
    r"mientras|después|antes|entonces|ellos|ellas|much[oa]s|vari[oa]s|algun[oa]s|otr[oa]s|tod[oa]s|est[oa]s|dos|tres)\b)"
    r"[a-zà-öø-ÿ]{2,}[sx]\b)"
)
NOT_COUNTED: Mapping[str, str] = {"de": r"(?! (?-i:[A-ZÄÖÜ]))", "fr": PLURALS, "es": PLURALS}
NUMBERS: Mapping[str, str] = {
    "day": rf"(?P<day>{DAY}){AFTER_DAY}",
    "first": rf"(?P<first>{DAY}){AFTER_DAY}",
    "number_of_month": r"(?P<number_of_month>1[0-2]|0?[1-9])",
    "year": rf"(?P<year>{YEAR})",
    "year_before": rf"(?P<year_before>{YEAR})",
    "decade_of": r"(?P<decade_of>(?:1[89]|20)\d0)",
    "century": r"(?P<century>1[1-9]|2[01]|XI|XII|XIII|XIV|XV|XVI|XVII|XVIII|XIX|XX|XXI)",
    "last": r"(?P<last>(?:20)?\d\d)",
}
KINDS = ("month", "weekday", "near", "season", "period", "ordinal", "part", "decade", "number", "holiday")


@dataclass(frozen=True, slots=True)
class Form:
    """``meaning`` names what resolves it, ``way`` is last, next, this …; the group ``it`` is the expression."""

    meaning: str
    way: str
    pattern: re.Pattern[str]


@cache
def forms(code: str) -> tuple[Form, ...]:
    """In the order in which they are looked for."""
    lines = files("briefing.lexicon").joinpath("locale_forms.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith(f"{code}\t")]
    return tuple(Form(meaning, way, _compile(code, pattern)) for _, meaning, way, pattern in rows)


def _compile(code: str, written: str) -> re.Pattern[str]:
    around = written if "«" in written else f"«{written}»"
    pattern = re.sub("«(.*)»", r"(?P<it>\1)", around.replace(" ", SPACE))
    pattern = pattern.replace("{bare}", "{year}" + NOT_COUNTED[code].replace(" ", SPACE))
    for kind, number in NUMBERS.items():
        pattern = pattern.replace(f"{{{kind}}}", number)
    for kind in KINDS:
        alternatives = either(words(code, kind)) or "(?!)"
        inside = rf"\d\d?|{alternatives}" if kind == "number" else alternatives
        pattern = pattern.replace(f"{{{kind}}}", f"(?P<{kind}>{inside})")
        pattern = pattern.replace(f"{{{kind}_before}}", f"(?P<{kind}_before>{inside})")
    return re.compile(rf"(?<![\w.,/-])(?:{pattern})(?![\w-])", re.IGNORECASE)
