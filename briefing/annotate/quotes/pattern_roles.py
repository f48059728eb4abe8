"""Which offices the people of an article hold, so that 'die Ministerin' or 'le maire' means who was named with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.annotate.quotes.pattern_subjects import ADDRESS, COMPLEMENT, either
from briefing.model import Paragraph

TITLES = r"(?:(?:Prof|Dr|Me)\b\.?\s)*"
GERMAN = r"[A-ZÄÖÜ][\w-]+"
OTHER = r"[a-zà-öø-ÿ][\w-]+"
MORE = r"(?:\s(?:[A-ZÀ-Þ][\w-]+|y|e|et|und|de|la|des|du)){1,4}"  # of a complement: 'de Medio Ambiente'


class Roles:
    """The nouns that stand with a name: 'Ministerin Ada Lind', 'le maire, Paul Martin', 'Ana Ruiz, alcaldesa'."""

    def __init__(self, paragraphs: Sequence[Paragraph], forms: Mapping[str, Sequence[str]], is_german: bool) -> None:
        self._texts = [paragraph.text for paragraph in paragraphs]
        self._is_german = is_german
        self._of: dict[str, frozenset[str]] = {}
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
        self._before = rf"(?:{self._noun}\s|{led.replace('<noun>', '<led>')})" if is_german else led
        self._apposed = rf",\s(?:(?i:{article})(?:(?<=['’])|\s))?{self._noun}"

    def of(self, name: str) -> frozenset[str]:
        """The nouns that stand with a name, in lower case; none that tell what somebody was."""
        if name not in self._of:
            self._of[name] = frozenset(self._nouns(name))
        return self._of[name]

    def _nouns(self, name: str) -> Iterator[str]:
        written = re.escape(name)
        before = re.compile(rf"{self._before}{ADDRESS}{TITLES}{written}(?!\w)")
        behind = re.compile(rf"(?<!\w){written}{self._apposed}")
        for text in self._texts:
            for found in (*before.finditer(text), *behind.finditer(text)):
                kind = "noun" if found["noun"] else "led"
                if not self._former.search(text[: found.start(kind)]):
                    yield found[kind].lower()

    def holders(self, noun: str, names: Iterable[str]) -> set[str]:
        """Those of whom a noun is told; in German also the last part of a longer one."""
        noun = noun.lower()
        return {
            name
            for name in names
            if any(role == noun or (self._is_german and role.endswith(noun)) for role in self.of(name))
        }

    def mentioned(self, text: str, names: Iterable[str]) -> set[str]:
        """Those whom an office in a text may mean: 'La concejala explicó …'."""
        nouns = {noun["noun"].lower() for noun in self._definite.finditer(text)}
        return {name for noun in nouns for name in self.holders(noun, names)}
