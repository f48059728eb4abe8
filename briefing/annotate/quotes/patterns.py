"""Quotations of languages that are not parsed: by the marks, and by a verb of speech with a full name beside them.

„…“, sagte Ministerin Ada Lind; « … », a déclaré le maire Ada Lind; Ada Lind dijo: «…». A surname alone counts where the
article has given the full name. Whatever does not fit stays without a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from briefing.annotate.quotes.marks import Quotation
from briefing.lexicon.names import given_names, speech_forms
from briefing.model import Paragraph, SpeakerKnown

_PARTICLES = r"(?:von der|van der|von|van|de la|de los|del|de|la|der|den|di|da|dos|du|le|y)"
_WORD = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*[^\W_]"
_NAME = rf"{_WORD}(?:\s(?:{_PARTICLES}\s)?{_WORD}){{0,4}}"
_ADDRESS = r"(?:(?:MM?|Mme|Mlle|Sra?|Herr|Frau|Dr)\b\.?\s)?"
_ANOTHER = re.compile(  # "le porte-parole du ministre …": whose name follows did not speak
    r"\b(?:porte-parole|portavoz|avocate?s?|abogad[oa]s?|conseill[eè]re?|asesora?|femme|mari|épouse|mujer|esposa|esposo|marido|"
    r"m[eè]re|p[eè]re|madre|padre|fils|fille|hij[oa]|fr[eè]re|s[oœ]e?ur|herman[oa]|entourage|entorno|proches?|collègue|colega)"
    r"\s(?:de|du|des|del|d['’])"
)
_FULL = re.compile(rf"(?<!\w){_NAME}")
_CONTRACTED = frozenset({"du", "del", "des", "dos", "y"})
_NEAR = 60  # characters before the marks in which a speaker that comes first is looked for


class Patterns:
    """What one language says before and after the marks; see ``lexicon/speech_verbs_other.tsv``."""

    def __init__(self, verbs: Sequence[str], articles: Sequence[str], others: Sequence[str]) -> None:
        verb = "|".join(map(re.escape, sorted(verbs, key=lambda form: (-len(form), form))))
        article = "|".join(map(re.escape, articles))
        role = rf"(?:(?:{article})\s?)?(?:[a-zà-öø-ÿ’'-]+\s){{0,5}}?"
        self._after = re.compile(rf"\s?,?\s?(?P<verb>{verb})\s(?P<role>{role}){_ADDRESS}(?P<name>{_NAME})")
        self._before = re.compile(rf"(?P<name>{_NAME})\s(?P<verb>{verb})(?:\s[^.“„«»:]{{0,30}})?\s?[:,]\s?$")
        self._others = frozenset(others)

    def find(self, text: str, quotation: Quotation) -> tuple[str, str] | None:
        """The words of the name and the cue."""
        after = self._after.match(text, quotation.outer_end)
        role = after["role"].lower().split() if after else []
        if after and not (self._others & set(role[1:][-1:])) and not _ANOTHER.search(after["role"]):
            return after["name"], after["verb"]
        window = text[max(0, quotation.outer_start - _NEAR) : quotation.outer_start]
        before = list(self._before.finditer(window))
        return (before[-1]["name"], before[-1]["verb"]) if before else None


@cache
def _patterns(language: str) -> Patterns | None:
    forms = speech_forms().get(language.split("-")[0])
    return Patterns(*forms) if forms else None


def find_speakers(
    paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], language: str
) -> Iterator[tuple[Quotation, str | None, str | None, SpeakerKnown | None]]:
    """Each quotation with its speaker, cue and how the speaker is known."""
    patterns = _patterns(language)
    full = _names_in(paragraphs) if patterns and quotations else {}
    for quotation in quotations:
        found = patterns.find(paragraphs[quotation.index].text, quotation) if patterns else None
        name = _full_name(found[0], full) if found else None
        yield quotation, name, found[1] if found else None, "named" if name else None


def _names_in(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """Each surname, to the one full name the article gives with it."""
    full: dict[str, set[str]] = {}
    for found in (found for paragraph in paragraphs for found in _FULL.finditer(paragraph.text)):
        if name := _from_given(found[0].split()):
            full.setdefault(name.split()[-1], set()).add(name)
    return {surname: min(names) for surname, names in full.items() if len(names) == 1}


def _from_given(parts: Sequence[str]) -> str | None:
    """The name from its given name on; None if a small word before it makes it somebody else's: 'Frau von Peter …'.

    A small word goes on with it only behind a given name: 'Ana de la Cruz', but not 'Ana Ruiz de Greenpeace'.
    """
    given = [part.split("-")[0] in given_names() for part in parts]
    first = next((place for place, is_given in enumerate(given[:-1]) if is_given), None)
    if first is None or any(part[0].islower() for part in parts[:first]):
        return None
    small = (i for i in range(first + 1, len(parts)) if parts[i][0].islower() and parts[i - 1][0].isupper())
    end = next((i for i in small if not given[i - 1] or (i > first + 1 and parts[i] in _CONTRACTED)), len(parts))
    return " ".join(parts[first:end])


def _full_name(words: str, full: Mapping[str, str]) -> str | None:
    """The name from its given name on; a surname stands for the full name of the article."""
    parts = words.split()
    if name := _from_given(parts):
        return name
    return None if any(part[0].islower() for part in parts) else full.get(parts[-1])
