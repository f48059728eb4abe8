"""The unit or currency of a number: '$60 billion', '45 percent', '25 basis points', '120 miles per hour'."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

LONGEST_SIGN = 6  # characters of a currency before its number
SCALED = 1e6  # from which on a number before 'won' is money
LENGTHS = frozenset({"km", "m", "cm", "mm", "mi", "nmi", "ft", "in", "yd"})
_POUNDS = re.compile(  # of weight, not of money
    r"(?P<pounds>[ -]pounds?)\b"
    r"(?:(?P<of>\sof\s[a-z])|(?P<bomb>(?:\s\w+){0,3}\s(?:bomb|charge|device|explosive|missile|shell|warhead)s?\b))?"
    r"(?P<paid>\s(?:\w+\s)?(?:bill|bonus|cheque|debt|deal|donation|fee|fine|grant|loan|note|offer|price|prize|reward|ticket)s?\b)?"
)
_WEIGHING = re.compile(r"(?:\bweigh\w*(?:\s\w+)?\s|(?:kg|kilos?|kilograms|tons|tonnes)\s\((?:[a-z]+\s)?)$")
_METRES = (
    r"\s\([\d,.]+\s?(?:ft|feet|foot|yards?|yd)\b|"
    r"\s(?:above|across|away|below|deep|high|long|tall|thick|wide|a\s(?:day|month|second|year))\b"
)
_SUM = (  # R57.5 million, Dh1.81, R3 400; not the R22 of a model
    r"\d{1,3}(?:[, \u00a0]\d{3})+\b|\d+\.\d\d\b|\d+(?:\.\d+)?[ \u00a0-]?(?:m|bn|million|billion|trillion|crore)\b"
)
_PAID = re.compile(rf"{_SUM}|\d+\s(?:an?|apiece|daily|each|every|monthly|per|weekly)\b")  # SR490 a head
_HOURLY = re.compile(r"(?:\s\([^()]*\)|\))?\s(?:an|per)\shour\b")  # 185 kilometres (115 miles) an hour
_SPEEDS = {"km": "km/h", "mi": "mph"}
_OTHER_DOLLAR = re.compile(r"\b(?:AU?|NZ|CA?|CAN|CDN|HK|S|NT)\$(?=\s?\d)", re.IGNORECASE)
_SHARE = re.compile(  # a pass percentage of 88.31
    r"\bpercentage(?:\s(?:of|at|is|was|stood\sat|(?:rose|fell|dropped|climbed|slipped)\sto)|\s[a-z]+\s(?:is|was))\s$"
)
_POUNDS_PAID = re.compile(  # nobody gave me 25,000 pounds; not 'lost 20 pounds'
    r"\b(?:award|charg|cost|donat|earn|fin|offer|owe|paid|pay|pric|rais|sold|spen[dt]|steal|stole|worth|g[ai]v)\w*\s(?:[\w-]+\s){0,4}$"
)
DURATIONS = frozenset({"seconds", "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries"})


@dataclass(frozen=True, slots=True)
class Unit:
    """``text[begin:stop]`` is the number with its unit; ``symbol`` is an ISO 4217 code, '%' or the usual sign."""

    symbol: str
    begin: int
    stop: int

    @property
    def is_money(self) -> bool:
        return len(self.symbol) == 3 and self.symbol.isupper()

    @property
    def is_time(self) -> bool:
        return self.symbol in DURATIONS


def find_unit(text: str, begin: int, stop: int, scale: float = 1.0) -> Unit | None:
    """The unit of the number ``text[begin:stop]``, or of a range; None for a plain count."""
    after = _match_after(text, stop, scale)
    if money := _match_before(text, begin):
        symbol = _dollar_of(text, begin - len(money[0])) if money["sign"] == "$" else _symbols()[_fold(money["sign"])]
        same = after is not None and _symbol(after) == symbol  # $249 USD
        return Unit(symbol, begin - len(money[0]), after.end() if same and after is not None else stop)
    if after is None and (weight := _POUNDS.match(text, stop)):
        is_glued = weight["pounds"] == "-pound" and scale < SCALED and not weight["paid"]  # a 1,040-pound craft
        if is_glued or weight["of"] or weight["bomb"] or _WEIGHING.search(text[max(0, begin - 24) : begin]):
            return Unit("lb", begin, weight.end("pounds"))
        is_paid = scale >= SCALED or weight["paid"] or _POUNDS_PAID.search(text[max(0, begin - 60) : begin])
        return Unit("GBP", begin, weight.end("pounds")) if is_paid else None
    if after is None:
        return Unit("%", begin, stop) if _SHARE.search(text[max(0, begin - 40) : begin]) else None
    symbol = _symbol(after)
    return Unit(_SPEEDS.get(symbol, symbol) if _HOURLY.match(text, after.end()) else symbol, begin, after.end())


def _dollar_of(text: str, stop: int) -> str:
    """A bare '$' after 'CDN$11,000' is Canadian too, but not if the text converts: 'C$300 million ($240 million)'."""
    told, american = _dollars_of(text)
    place = bisect_left(told, stop, key=lambda one: one[0])
    is_american = not place or american < stop or text.endswith("(", 0, stop)
    return "USD" if is_american else _symbols()[told[place - 1][1]]


@lru_cache(maxsize=1)
def _dollars_of(text: str) -> tuple[list[tuple[int, str]], int]:
    """The dollars of other countries, each with where it ends, and where the first American one does."""
    told = [(match.end() - 1, match[0].lower()) for match in _OTHER_DOLLAR.finditer(text)]
    american = re.search(r"US\s?\$|\(\$", text)
    return told, american.end() - 1 if american else len(text)


def tells_dollars(text: str) -> bool:
    """Whether a dollar's country is written with it: 'C$5'."""
    return _OTHER_DOLLAR.search(text) is not None


def opens_money(text: str, begin: int) -> bool:
    """Whether a currency stands before the number that begins there."""
    return _match_before(text, begin) is not None


def names_currency(text: str, stop: int) -> bool:
    after = _match_after(text, stop)
    return after is not None and Unit(_symbol(after), 0, 0).is_money


def closes_unit(text: str, stop: int) -> bool:
    """Whether the letters right behind a number are its unit: 5km."""
    return _match_after(text, stop) is not None


def unit_symbol(name: str) -> str:
    """The symbol of a unit by its name, or the name."""
    after = _match_after(f"1 {name}", 1, SCALED)
    return _symbol(after) if after is not None and after.end() == len(name) + 2 else name


def _match_before(text: str, begin: int) -> re.Match[str] | None:
    found = _before().search(text[max(0, begin - LONGEST_SIGN) : begin])
    if found is None or found["sign"].lower() not in _rows("prefix") or _PAID.match(text, begin):
        return found
    return found if re.search(rf"(?<![^\W_]){found['sign']}(?:{_SUM})", text) else None  # R5 beside R1 284


def _match_after(text: str, stop: int, scale: float = 1.0) -> re.Match[str] | None:
    found = _after().match(text, stop)
    if found and ((found["scaled"] and scale < SCALED) or found[0].lower() == " mark"):
        return None  # the 5,000 mark
    return found


def _symbol(match: re.Match[str]) -> str:
    if match["glued"] or match["metres"]:
        return _rows("glued")[match["glued"] or match["metres"]]
    return _symbols()[_fold(match["unit"] or match["scaled"])]


def _fold(surface: str) -> str:
    """The surface of the table: lower case, singular."""
    low = re.sub(r"[\s-]+", " ", surface.lower())
    return next((form for form in (low, low.removesuffix("s"), low.removesuffix("es")) if form in _symbols()), low)


@cache
def _before() -> re.Pattern[str]:
    signs = _either({**_rows("before"), **_rows("either")})
    prefixes = _either(_rows("prefix"))
    return re.compile(rf"(?<![^\W\d_])(?=[^a-z])(?P<sign>(?i:{signs})(?=[ \u00a0]?$)|(?i:{prefixes})(?=$))[ \u00a0]?$")


@cache
def _after() -> re.Pattern[str]:
    units = _either({**_rows("after"), **_rows("either")})
    return re.compile(
        rf"(?:(?P<glued>{_either(_rows('glued'))})|(?i:[ \u00a0-]?(?P<unit>{units})(?:e?s)?)|"
        rf"(?i:[ -](?P<scaled>{_either(_rows('scaled'))}))|[ \u00a0](?P<metres>m)(?={_METRES}))(?![^\W_])"
    )


def _either(surfaces: Mapping[str, str]) -> str:
    ordered = sorted(surfaces, key=len, reverse=True)
    return "|".join(re.escape(surface).replace(r"\ ", r"[\s-]") for surface in ordered)


@cache
def _symbols() -> Mapping[str, str]:
    sides = (_rows(side) for side in ("before", "either", "after", "prefix", "scaled"))
    return {surface: symbol for rows in sides for surface, symbol in rows.items()}


@cache
def _rows(side: str) -> Mapping[str, str]:
    """How the units that stand on that side of a number are written, to their symbol."""
    lines = files("briefing.lexicon").joinpath("units.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {surface: symbol for surface, symbol, stands in rows if stands == side}
