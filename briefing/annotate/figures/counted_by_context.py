"""What a number without a noun counts, where the sentence says it: magnitudes, votes, levels of an index."""

from __future__ import annotations

import re

from briefing.annotate.figures.counted import Counted
from briefing.annotate.figures.numbers import Number

_NEAR = 200  # characters before a number
SENTENCE = re.compile(r"(?<!\bSen)(?<!\bRep)(?<!\bGov)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)[.!?]\s(?=[A-Z])")
MAGNITUDE_BEFORE = re.compile(
    r"\bmagnitude(?:\s(?:of|at|was|is|as))?(?:\s(?:about|around|at\sleast|an\sestimated))?[\s-]$", re.IGNORECASE
)
MAGNITUDE_AFTER = re.compile(r"[\s-]magnitude\b|\son\sthe\s(?:open-ended\s)?Richter\sscale\b", re.IGNORECASE)
STRONGEST = 10  # magnitude of an earthquake
VOTED = re.compile(
    r"\bvoted(?:\s[\w,]+){0,4}\s$|\bvotes?(?:\scount)?(?:\sin\sthe\s\w+)?\s(?:of|was)\s(?:\d+-to-\d+(?:,|,?\sand)\s)*$|"
    r"\b(?:approved|passed|rejected|adopted)\b[^.;:]{0,40}\bby\s$|"
    r"\b(?:approved|rejected|adopted|passed)\s(?:[a-z]+\s){0,4}(?:amendment|bill|budget|law|legislation|measure|resolution),?\s$",
    re.IGNORECASE,
)
AGAINST = re.compile(r"(?:\s?(?:to|[-–])\s?|-to-)\d+\b(?![-–,.]\d)")  # 66 to 27
FOR = re.compile(r"(?<![\d,.:-])\d+(?:\s?(?:to|[-–])\s?|-to-)$")
VOTES = re.compile(r"(?:\s?(?:to|[-–])\s?|-to-)\d+\svotes?\b|\svotes?\b")
BODY = re.compile(
    r"\b(?:assembly|board|chamber|commission|committee|congress|council|court|house|jury|legislature|panel|parliament|senate|"
    r"delegates|justices|lawmakers|legislators|members|senators)\b",
    re.IGNORECASE,
)
DECIDED = re.compile(
    r"\b(?:acquitt|adopt|approv|back|block|censur|clear|confirm|convict|decid|defeat|endors|expel|impeach|kill|pass|ratif|"
    r"reject|repeal|rul|upheld|overr)[a-z]*\b[^;:]{0,80}(?:,\s|\s)$"
)
AT_PLAY = re.compile(r"\b(?:beat|coach|game|goals?|league|match|season|team|win|won)\b")
LEFT = re.compile(
    r"\bl(?:eft|eaving|eaves)\s(?:(?:about|almost|around|at\sleast|more\sthan|nearly|over|some|up\sto)\s)?$"
)
WITHOUT = re.compile(r"\swithout\s(?:electricity|homes?|(?:running\s)?water|power|shelter|work)\b")
POINTS = "points"
INDEX = re.compile(
    r"\b(?-i:(?!The\s)[A-Z][\w&]*\s){0,2}(?:Dow(?:\sJones)?|DJIA|Nasdaq|FTSE|Nikkei|DAX|CAC|Sensex|Hang\sSeng|S&P|"
    r"Standard\s&\sPoor['’]s|Straits\sTimes|All\sOrdinaries|(?:stock|share|composite|market)\s(?:index|average)|"
    r"industrial\saverage|industrials|(?-i:(?!The\s)[A-Z]\w+)(?=\sindex))\b"
    r"(?:[-\s]\d{2,3}\b|\s(?:composite|(?:stock\s|share\s)?index|industrial|average)\b)*",
    re.IGNORECASE,
)
LEVEL = re.compile(r"\d{1,3}(?:,\d{3})*\.\d\d?|\d{4,5}\.\d\d?|\d{1,3},\d{3}")
MOVED = re.compile(
    r"\b(?:to|at|on|by|below|above|past|(?:increase|gain|rise|loss|drop|fall|decline|level|high|low|mark)\sof|fell|rose|gained|"
    r"lost|dropped|added|slipped|climbed|jumped|shed|up|down)\s$"
)


def count_by_context(first: Number, last: Number) -> Counted | None:
    """None where the sentence does not say it."""
    text = first.text
    before = SENTENCE.split(text[max(0, first.begin - _NEAR) : first.begin])[-1]
    if first.value < STRONGEST and (after := _magnitude(text, before, last.stop)):
        return Counted("magnitude", after, certain=True)
    if _is_of_a_vote(text, before, first):
        return Counted("votes", last.stop, certain=True)
    without = WITHOUT.match(text, last.stop)
    if without and LEFT.search(before):
        return Counted(f"people{without[0]}", without.end(), certain=True)
    level = LEVEL.fullmatch(text, first.begin, last.stop)
    named = list(INDEX.finditer(before)) if level else []
    if named and MOVED.search(before) and not re.match(r"[\s-][a-z%]+s\b|%", text[last.stop :]):
        index = next((name[0] for name in reversed(named) if name[0][:1].isupper()), named[-1][0])
        return Counted(f"{index} {POINTS}", last.stop, certain=True)
    return None


def _magnitude(text: str, before: str, stop: int) -> int | None:
    """Where the figure ends."""
    after = MAGNITUDE_AFTER.match(text, stop)
    return after.end() if after else stop if MAGNITUDE_BEFORE.search(before) else None


def _is_of_a_vote(text: str, before: str, number: Number) -> bool:
    """Either number of 'voted 66 to 27', 'by 66 to 27 votes'."""
    after = AGAINST.match(text, number.stop)
    pair = FOR.search(before)
    if number.words or not (after or pair):
        return False
    before = before[: pair.start()] if pair else before
    decided = DECIDED.search(before) and BODY.search(before) and not AT_PLAY.search(before)
    return bool(VOTED.search(before) or decided) or (
        (after is not None or pair is not None) and bool(VOTES.match(text, number.stop))
    )
