"""What a span of time is: a sentence, a ban, the result of a race; or what lasts it, as a 10-day strike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.counted import Counted
from briefing.annotate.figures.measured import measured
from briefing.annotate.figures.numbers import Number
from briefing.annotate.figures.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

AGED = frozenset(
    "baby boy child daughter girl infant kitten lamb man puppy son toddler woman".split()
)  # a 9-month daughter
PRISON = re.compile(
    r"(?:['’]\s|\s)(?:(?P<work>of\s(?:community|unpaid)\s(?:service|work)\b)|(?P<place>in\s(?:(?!an?\s|h\w+\s|the)[a-z]+\s)?(?:prison|jail|custody)|behind\sbars)|(?:in|of)?\s?imprisonment|"
    r"(?:prison|jail)\s(?:terms?|sentences?))\b"
)
SENTENCED = re.compile(  # jailed for at least 12 years
    r"\b(?:jailed|imprisoned|sentenced|(?:prison|jail)(?:\s(?:term|sentence)s?)?|imprisonment)(?:\s(?:on\s)?[A-Z]\w+day)?\s"
    r"(?:for|to|of)\s(?:(?:at\sleast|up\sto|a\s(?:max|min)imum\sof|nearly|about|more\sthan|almost)\s)?$"
)
APART = re.compile(r"\s(?:faster|slower|quicker|ahead(?=\sof\b)|clear(?=\sof\b)|behind(?=\s[A-Z]))\b")  # of a race
PENALTY = re.compile(r"\b(?:ban|sentence|suspension|term)s?$")


def count_time(doc: Doc, last: Number, unit: Unit) -> Counted:
    """Of a span of time what it is a sentence, a ban or the result of a race."""
    if prison := PRISON.match(last.text, unit.stop):
        return Counted(prison[0].lstrip("'’ -"), prison.end())
    if unit.symbol in {"seconds", "minutes"} and (apart := APART.match(last.text, unit.stop)):
        return Counted(apart[0].lstrip(), apart.end())
    if SENTENCED.search(last.text[max(0, unit.begin - 60) : unit.begin]):
        return Counted("in prison", unit.stop)
    told = measured(doc, last, unit)
    tells = told is not None and told.words and (is_timed(last, unit) or PENALTY.search(told.words))
    if told is None or told.words is None or tells:
        return told or Counted(None, unit.stop)
    is_age = told.words.rpartition(" ")[2].lower() in AGED
    return Counted(None if is_age else told.words, unit.stop, part=True)  # a 10-day strike, if the headline says it


def is_timed(number: Number, unit: Unit) -> bool:
    """'47.42 seconds'; not those of '59 minutes 40.2 seconds'."""
    before = number.text[max(0, unit.begin - 16) : unit.begin]
    return unit.symbol == "seconds" and not number.value.is_integer() and "minute" not in before
