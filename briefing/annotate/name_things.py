"""Ships, storms, works and products: what bears a name but is no person, place or organisation.

The article says so once, beside the name (``Hurricane Alma``, ``the television show Night Ferry``, ``US$ 5``); where it
gives the name alone afterwards, it still is none of our kinds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.annotate.name_spans import Candidate
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import known_names

_SHIP = r"USS|U\.S\.S\.|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|RMS|SS|MS|MV|M/V|INS|RRS"
_STORM = r"(?:[Tt]ropical |[Ww]inter )?[Ss]torms?|[Hh]urricanes?|[Tt]yphoons?|[Cc]yclones?|[Tt]ropical [Dd]epression"
_VESSEL = (
    r"submarine|frigate|destroyer|warship|(?:cruise|cargo|container|supply|research|hospital|rescue) ship|ferry|tanker"
    r"|yacht|freighter|trawler|schooner"
)
_THING = re.compile(
    rf"(?:^|[\s(“\"'‘])(?:{_SHIP}|{_STORM}|{_VESSEL})(?: [“\"'‘]?|, [“\"'‘]|, the (?:[A-Z]\w+ )?[“\"'‘]?)$"
)
_WORK = re.compile(
    r"\b(?:(?:television|TV|reality|talk|quiz) (?:show|series)|sitcom|soap opera|film|movie|novel|album|video game"
    r"|musical|operating system|software|smartphone|spacecraft|rocket|missile)(?: |, )[“\"'‘]?$"
)
_CALLED = re.compile(rf"\b(?:{_SHIP}|{_STORM}) ([A-Z][\w-]+)")
_PAIR = re.compile(rf"\b(?:{_STORM}) [A-Z][\w-]+ and $")
_NUMBERED = re.compile(r" \d{1,2}(?![\w,:/]|\.\d| (?:percent|per|million|billion|of)\b)(?= [a-z])")  # 'Falcon 9 rocket'
_INSTRUMENT = re.compile(r" (?:space )?(?:telescope|rover|probe|spacecraft|satellite|rocket|missile|trophy|prize)\b")
_CURRENCY = re.compile(r"\s?(?:[$€£]|US\$)\s?\d|\s(?:dollars?|cents?|rupees?)\b")
_REACH = 40  # characters before a name


def without_things(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that are no thing, here or, by the same words, elsewhere in the article."""
    texts = [doc.text for doc in parsed.docs]
    named = {c.text for c in candidates if c.text not in known_names() and _is_thing(texts[c.paragraph], c)}
    called = {match[1] for text in texts for match in _CALLED.finditer(text)} - {*known_names()}
    return [c for c in candidates if c.text not in named | called and not _is_currency(texts[c.paragraph], c)]


def _is_thing(text: str, candidate: Candidate) -> bool:
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    if re.match(rf"(?:{_SHIP}|{_STORM}) [A-Z]", candidate.text) or _THING.search(before) or _PAIR.search(before):
        return True
    plain = candidate.kind == "organisation" or not candidate.text.isascii() or " " in candidate.text
    if plain and _WORK.search(before) and not re.match(r"['’]s? |,? (?:said|says|told)\b", text[candidate.end :][:9]):
        return True
    if _INSTRUMENT.match(text, candidate.end) or candidate.text.startswith("Space Shuttle "):
        return True
    return candidate.kind == "organisation" and " " not in candidate.text and bool(_NUMBERED.match(text, candidate.end))


def _is_currency(text: str, candidate: Candidate) -> bool:
    return candidate.kind == "place" and bool(_CURRENCY.match(text, candidate.end))
