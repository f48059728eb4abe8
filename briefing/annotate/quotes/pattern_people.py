"""Who is named in an article that is not parsed: by given names, by capitals, and by who was heard to speak."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from briefing.lexicon.names import gender_of, given_names
from briefing.model import Paragraph

PARTICLES = r"(?:von der|van der|von|van|de la|de los|del|de|la|der|den|di|da|dos|du|le|y)"
WORD = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*[^\W_]"
NAME = rf"{WORD}(?:\s(?:{PARTICLES}\s)?{WORD}){{0,4}}"
ADDRESS = re.compile(r"(?:MM?|Mme|Mlle|Sra?|Herr|Frau|Dr|Don|Doña)\b\.?\s")
FULL = re.compile(rf"(?<!\w){NAME}")
AND = re.compile(r"\s(?:y|et|und)\s")
CONTRACTED = frozenset({"du", "del", "des", "dos", "y"})
LONGEST_GIVEN = 10  # letters: a longer word before a German surname is an office
OFFICE = re.compile(
    r"(?:chef|präsident|direktor|meister|minister|leiter|sprecher|führer|kanzler|rat|rätin|in|er|ent|or|ist)$"
)
CERTAIN_OFFICE = re.compile(
    r"(?:chef|minister|meister|präsident|sprecher|leiter|direktor|anwalt)$|\w{3}(?:er|ent|ist|ef|or|ält)in$"
)
OPENING = frozenset("El La Los Las Le Les Un Una Une En Por Pour Selon Según Dans À A Et Y Pero Mais".split())


class People:
    """The people of an article: a surname stands for the one full name that is given with it."""

    def __init__(self, paragraphs: Sequence[Paragraph], language: str) -> None:
        self._language = language
        self._full: dict[str, set[str]] = {}
        self._known: set[str] = set()  # of whom it is certain that they are people
        runs = (found[0] for paragraph in paragraphs for found in FULL.finditer(paragraph.text))
        for words in (part.split() for run in runs for part in AND.split(run)):
            if name := _from_given(words):
                self.learn(name)
            elif language == "de" and len(words) == 3 and CERTAIN_OFFICE.search(words[0]) and words[1][0].isupper():
                self.learn(" ".join(words[1:]))
            elif language != "de" and (name := _by_capitals(words)):
                self._full.setdefault(name.split()[-1], set()).add(name)

    def learn(self, name: str) -> None:
        """A person who is named with a given name, or was heard to speak."""
        self._known.add(name)
        self._full.setdefault(name.split()[-1], set()).add(name)

    def name(self, words: str) -> str | None:
        """The person that words in capitals name; None where they may be somebody's office or a thing."""
        parts = ADDRESS.sub("", words).split()
        if not parts or any(part[0].islower() for part in parts[:1]):
            return None
        if name := _from_given(parts):
            return name
        parts = parts[: next((place for place, part in enumerate(parts) if part[0].islower()), len(parts))]
        known = self._surname(parts[-1])
        if known or len(parts) == 1 or ADDRESS.match(words):
            return known
        return _behind_office(parts) if self._language == "de" else _by_capitals(parts)

    def _surname(self, surname: str) -> str | None:
        names = self._full.get(surname, set())
        certain = names & self._known or names
        return next(iter(certain)) if len(certain) == 1 else None

    def all(self) -> set[str]:
        """Everyone who has a full name here, certain to be a person or not."""
        return {name for names in self._full.values() for name in names}

    def in_text(self, text: str) -> set[str]:
        """The people named in a stretch of text."""
        return {name for name in self._known if re.search(rf"(?<!\w){re.escape(name.split()[-1])}(?!\w)", text)}

    def of_gender(self, names: Iterable[str], gender: str) -> set[str]:
        """Those who may be of that gender, by their given names."""
        return {name for name in names if not gender or gender_of(name.split()[0]) in {None, gender}}


def _from_given(parts: Sequence[str]) -> str | None:
    """The name from its given name on; None if a small word before it makes it somebody else's: 'Frau von Peter …'.

    A small word goes on with it only behind a given name: 'Ana de la Cruz', but not 'Ana Ruiz de Greenpeace'.
    """
    given = [part.split("-")[0] in given_names() for part in parts]
    first = next((place for place, is_given in enumerate(given[:-1]) if is_given), None)
    if first is None or any(part[0].islower() for part in parts[:first]):
        return None
    small = (i for i in range(first + 1, len(parts)) if parts[i][0].islower() and parts[i - 1][0].isupper())
    end = next((i for i in small if not given[i - 1] or (i > first + 1 and parts[i] in CONTRACTED)), len(parts))
    return " ".join(parts[first:end])


def _by_capitals(parts: Sequence[str]) -> str | None:
    """In French and Spanish two capitals are a name: 'Solène Garrigou'."""
    kept = parts[1:] if parts[0] in OPENING else parts
    return " ".join(kept) if 2 <= len(kept) <= 4 and all(part[0].isupper() for part in kept) else None


def _behind_office(parts: Sequence[str]) -> str | None:
    """In German, where all nouns have capitals, the last two words behind an office, or two that are none."""
    if len(parts) > 2:
        return " ".join(parts[-2:]) if OFFICE.search(parts[-3]) else None
    is_office = OFFICE.search(parts[0]) or len(parts[0]) > LONGEST_GIVEN
    return None if is_office else " ".join(parts)
