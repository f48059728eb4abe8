"""Which offices the people of an article hold, so that 'die Ministerin' or 'le maire' means who was named with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.annotate.quotes.pattern_subjects import ADDRESS, COMPLEMENT, either
from briefing.model import Paragraph

TITLES = r"(?:(?:Prof|Dr|Me)\b\.?\s)*"
GERMAN = r"[A-ZÄÖÜ][\w-]+"
LONGEST = 120  # characters before a name in which its noun stands
OTHER = r"[a-zà-öø-ÿ][\w-]+"
MORE = r"(?:\s(?:[A-ZÀ-Þ][\w-]+|y|e|et|und|de|la|des|du)){1,4}"  # of a complement: 'de Medio Ambiente'


class Roles:
    """The nouns that stand with a name: 'Ministerin Ada Lind', 'le maire, Paul Martin', 'Ana Ruiz, alcaldesa'."""

    def __init__(self, paragraphs: Sequence[Paragraph], forms: Mapping[str, Sequence[str]], is_german: bool) -> None:
        self._texts = [paragraph.text for paragraph in paragraphs]
        self._is_german = is_german
        self._former = re.compile(rf"(?:{either(forms['former'])})\w*[\s-]*$", re.IGNORECASE)
        article = either([form.partition(":")[0] for form in forms["definite"]] + list(forms["any"]))
        noun = GERMAN if is_german else OTHER
        adjective = r"(?:[a-zäöüß]+\s)?" if is_german else ""
        whose = "".join(rf"(?<!\s{re.escape(word)}\s)(?<!\s{re.escape(word)})" for word in forms["of"])
        self._definite = re.compile(rf"(?<!\w){whose}(?i:{article})(?:(?<=['’])|\s)(?P<noun>{noun})")
        self._noun = rf"(?P<noun>{noun})"
        behind = "" if is_german else rf"(?:\s(?!(?:{either(forms['of'])})\s){OTHER})?"
        led = (
            rf"(?<!\w)(?i:{article})(?:(?<=['’])|\s){adjective}{self._noun}{behind}{COMPLEMENT}(?:{MORE},|{behind},?)\s"
        )
        before = rf"(?:{self._noun}\s|{led.replace('<noun>', '<led>')})" if is_german else led
        self._before = re.compile(rf"{before}{ADDRESS}{TITLES}$")
        self._behind = re.compile(rf",\s(?:(?i:{article})(?:(?<=['’])|\s))?{self._noun}")
        self._holders: dict[str, set[str]] = {}

    def learn(self, names: Iterable[str]) -> None:
        """What the people of the article are; to be called once, with all of them."""
        for name in names:
            for noun in self._nouns(name):
                self._holders.setdefault(noun, set()).add(name)

    def _nouns(self, name: str) -> Iterator[str]:
        """The nouns that stand with a name, in lower case; none that tell what somebody was."""
        for text in self._texts:
            start = text.find(name)
            while start >= 0:
                end, begin = start + len(name), max(0, start - LONGEST)
                if not text[end : end + 1].isalnum():
                    for found in (self._before.search(text[begin:start]), self._behind.match(text, end)):
                        if found and (noun := self._noun_of(found)):
                            yield noun
                start = text.find(name, end)

    def _noun_of(self, found: re.Match[str]) -> str | None:
        kind = "noun" if found["noun"] else "led"
        return None if self._former.search(found.string[: found.start(kind)]) else found[kind].lower()

    def holders(self, noun: str) -> set[str]:
        """Those of whom a noun is told; in German also the last part of a longer one."""
        noun = noun.lower()
        if not self._is_german:
            return self._holders.get(noun, set())
        return {name for role, names in self._holders.items() if role.endswith(noun) for name in names}

    def mentioned(self, text: str) -> set[str]:
        """Those whom an office in a text may mean: 'La concejala explicó …'."""
        return {name for noun in self._definite.finditer(text) for name in self.holders(noun["noun"])}
