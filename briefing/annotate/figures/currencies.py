"""Whose currency a sign or name means that several countries share: '$' in a text about Canada, '20 kwacha'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, cached_property
from importlib.resources import files

from briefing.annotate.figures.units import Unit, tells_dollars

_DOLLAR = "USD"
_WORLDWIDE = frozenset({_DOLLAR, "GBP"})  # used in texts about any country
_SURE = 2  # mentions of another country, of which one may be by the way
_TOLD = re.compile(r"(?<![^\W_])(?:US|U\.S\.|\$US|american|british|GB)|£|sterling", re.IGNORECASE)
_MONEY = r"(?!\s?\$|\s(?:dollars?|cents?)\b)(?<!\$US)(?<!\$U\.S\.)"  # 'US$5', '70 US cents' and '$US5' say no country


class Currencies:
    """Of a text, by the countries that it names."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)

    def of(self, text: str, unit: Unit) -> Unit:
        """The unit with its country's code, where the text leaves no doubt."""
        if text[unit.begin : unit.stop].endswith("penny") and not self._is_british:
            return replace(unit, symbol="cents")
        if unit.symbol not in _countries():
            return unit
        if _TOLD.search(text, unit.begin, unit.stop) or (unit.symbol == _DOLLAR and self._tells_dollars):
            return unit
        named = {code: self._named[code] for code in _countries()[unit.symbol] if self._named[code]}
        code, times = next(iter(named.items()), (unit.symbol, 0))
        sure = len(named) == 1 and times >= (_SURE if unit.symbol in _WORLDWIDE else 1)
        return replace(unit, symbol=code) if sure else unit

    @cached_property
    def _tells_dollars(self) -> bool:
        """Whether it writes 'C$' or 'A$' for those that are not American."""
        return any(map(tells_dollars, self._texts))

    @cached_property
    def _is_british(self) -> bool:
        """Whether its pennies are of a pound."""
        return bool(self._named["GBP"]) or any(
            re.search(r"£|\b(?:pence|pounds?|sterling)\b", text) for text in self._texts
        )

    @cached_property
    def _named(self) -> Counter[str]:
        """How often the country of each currency is named; a word in capitals may be of a dateline."""
        pattern, codes = _words()
        found = (match[0] for text in self._texts for match in pattern.finditer(text))
        return Counter(codes[word.casefold()] for word in found if word.isupper() or word in _surfaces())


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    lines = files("briefing.lexicon").joinpath("currencies.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((one, code, tuple(words.split("|"))) for symbols, code, words in rows for one in symbols.split("|"))


@cache
def _countries() -> Mapping[str, tuple[str, ...]]:
    """The codes that a shared symbol may mean."""
    return {symbol: tuple(code for one, code, _ in _rows() if one == symbol) for symbol, _, _ in _rows()}


@cache
def _surfaces() -> frozenset[str]:
    return frozenset(word for _, _, words in _rows() for word in words)


@cache
def _words() -> tuple[re.Pattern[str], Mapping[str, str]]:
    codes = {word.casefold(): code for _, code, words in _rows() for word in words}
    either = "|".join(re.escape(word) for word in sorted(_surfaces(), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{either})(?![^\W_]){_MONEY}", re.IGNORECASE), codes
