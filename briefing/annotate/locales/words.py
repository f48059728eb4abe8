"""The words of a language for dates and figures, from ``lexicon/locale_words.tsv``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = frozenset({"de", "fr", "es"})


def code_of(language: str) -> str | None:
    """The language without its region, if it is one whose words are known."""
    code = language.split("-")[0]
    return code if code in LANGUAGES else None


@cache
def words(code: str, kind: str) -> Mapping[str, str]:
    """Each word of a kind, in lower case, to its value."""
    lines = files("briefing.lexicon").joinpath("locale_words.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.startswith(f"{code}\t{kind}\t")]
    return {word.lower(): value for _, _, value, written in rows for word in written.split(", ")}


def either(alternatives: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first; 'aujourd’hui' has either apostrophe."""
    ordered = sorted(alternatives, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("'", "['’]").replace(r"\ ", r"[\s\u00a0]") for word in ordered)
