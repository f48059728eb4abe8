"""Numbers that count nothing: years, dates, times, telephone numbers, scores, and numbers of names and lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.counted import DURATIONS, HYPHENS, UNCHANGED
from briefing.annotate.figures.numbers import Number
from briefing.annotate.figures.ranges import LAST_DAY
from briefing.annotate.figures.units import LENGTHS, Unit
from briefing.annotate.times.values import MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc

CLOCK = re.compile(
    r"\s?(?:[ap]\.?m\b\.?|o['’]clock|bc\b|ad\b|bce\b|ce\b|gmt\b|utc\b|est\b|edt\b|pst\b|pdt\b|bst\b|vs?\b)",
    re.IGNORECASE,
)
NUMBERED = frozenset(
    "aged age no no. nos. number # article box channel chapter class day figure flight formula gate grade group "
    "highway item level line lot page pages paragraph part phase platform psalm resolution room route rule section "
    "sector size stage step table title top type unit version volume week windows".split()
)
EMERGENCY = frozenset({"911", "999", "112"})
CALLED = frozenset({"call", "caller", "dispatcher", "operator", "emergency", "attack"})
TELEPHONE = re.compile(
    r"(?<![\w,.])(?:\+\d{1,3}(?:[ ().-]+\d+)+|0\d+(?:[ ().-]+\d+)+|\(\d{3}\)\s?\d{3}-\d{4}|(?:1-)?\d{3}-\d{3}-\d{4}|"
    r"\d{3}-\d{4}(?!\s(?:[a-z]|[\d%]))|\d+(?:-\d+){2,})"
)
COUNTING = re.compile(
    r"\b(?:(?:more|fewer|less) than|at least|up to|as many as|an estimated|nearly|almost)\s$", re.IGNORECASE
)
MODELS = 100  # from which on a number may be that of a model: 'their 787 aircraft'
_FIRST_MODEL = 100
REACHED = re.compile(r"\b(?:number\sof|toll)\s[^.;,\d]{0,60}\s(?:is|was|reached)\s$")
FIRST_YEAR = 1900  # before which news seldom tells of one
YEARS_AFTER = frozenset("in since of by the 's ’s from until before after around during for and".split())
PEOPLE = frozenset("men people protesters refugees soldiers troops women workers".split())
LISTED = re.compile(
    r"\b(?:article|section|paragraph|chapter|page|rule|item|line|lot|room|flight|figure|gate|level|part|route)s\s"
    r"(?:\d[\w.]*(?:,\s|\s(?:and|or|to|through)\s))*$",
    re.IGNORECASE,
)
BEFORE = re.compile(r"[\w.][-–—]$|[/:#=_@*°^]$|\b[Nn]os?\.\s?$|\bGroup\sof\s$")
MARGIN = re.compile(r"\d\s?(?:±|\+/-|plus or minus)\s?$")  # of the number before it
PARTED = re.compile(r"(?:,| and)?\s\w+ inch(?:es)?\b")  # 'six feet five inches': its feet alone say another height
AFTER = re.compile(
    r"[:/=*_@#^]\w|[-–—]\d|-(?:to|for|on|and|under)-|(?:st|nd|rd|th)\b|['’]s\b(?!\s(?:worth|imprisonment|jail))"
)


def is_no_figure(doc: Doc, first: Number, last: Number, unit: Unit | None) -> bool:
    text = first.text
    if _within_a_telephone_number(text, first) or CLOCK.match(text, last.stop):
        return True
    if MARGIN.search(text[max(0, first.begin - 16) : first.begin]):
        return True
    if unit is not None and unit.symbol == "ft" and PARTED.match(text, unit.stop):
        return True
    hyphened = BEFORE.search(text[max(0, first.begin - 10) : first.begin])
    is_letter = unit is not None and unit.stop - last.stop == 1 and text[last.stop].isalpha()
    if is_letter and _token(doc, first.start - 1) in NUMBERED:
        return True  # Figure 4c
    if unit is not None and _is_a_title(text, first, last, unit):
        return True
    if unit is not None:
        return bool(hyphened and unit.begin == first.begin) and text[first.begin - 1] in "/:#=_@*"
    if hyphened or AFTER.match(text, last.stop) or re.match(r"%?[-–]\d", text[last.stop :]):
        return True
    after, before = _token(doc, last.end), _token(doc, first.start - 1)
    if text[last.stop : last.stop + 1] in HYPHENS and last is not first:
        return True
    if LISTED.search(text[max(0, first.begin - 40) : first.begin]):
        return True
    if after in MONTHS or before in NUMBERED or before in {"per", "every"}:
        return True  # the 13 November attacks; of a rate: three per 100,000 people
    if text[first.begin : first.stop] in EMERGENCY and doc[last.end : last.end + 1].lemma_.lower() in CALLED:
        return True
    return _is_year(doc, first) or _belongs_to_a_name(doc, first, last) or _is_second_number(doc, first)


def _is_a_title(text: str, first: Number, last: Number, unit: Unit) -> bool:
    """'the film Nine Miles'."""
    named = text[last.stop : unit.stop].lstrip(" -")[:1].isupper() and unit.symbol in LENGTHS
    return named and first.words and first.start > 0 and text[first.begin].isupper()


def is_date(doc: Doc, first: Number, last: Number, timed: frozenset[int]) -> bool:
    """'28' of '28 April'; not the number of a span of time, nor 'a quarter of those at risk'."""
    if first.fraction or first.scale > 1 or "," in first.text[first.begin : first.stop]:
        return False
    following = doc[last.end : last.end + 2]
    if first.value > LAST_DAY and following.text.lower().startswith(("today", "now")):
        return False
    return first.start in timed and not any(word.lemma_.lower() in DURATIONS for word in following)


def _token(doc: Doc, place: int) -> str:
    return doc[place].lower_ if 0 <= place < len(doc) else ""


def _within_a_telephone_number(text: str, number: Number) -> bool:
    begin = max(0, number.begin - 24)
    return any(
        match.start() + begin <= number.begin < match.end() + begin
        for match in TELEPHONE.finditer(text[begin : number.stop + 24])
    )


def _is_year(doc: Doc, number: Number) -> bool:
    """Any number that may be one, but 'more than 2000 homes'."""
    if re.fullmatch(r"(?:1[1-9]|20)\d\d|2100", number.text[number.begin : number.stop]) is None:
        return False
    if number.value < FIRST_YEAR and _counts_the_next(doc, number):
        return False
    if REACHED.search(number.text[max(0, number.begin - 90) : number.begin]):
        return False
    plural = any(token.tag_ == "NNS" for token in doc[number.end : number.end + 2])
    if any(token.lower_ in PEOPLE for token in doc[number.end : number.end + 1]):
        return False
    return not (plural and COUNTING.search(number.text[max(0, number.begin - 16) : number.begin]))


def _counts_the_next(doc: Doc, number: Number) -> bool:
    """'1885 aftershocks', not 'in 1885 settlers came'."""
    after, before = doc[number.end : number.end + 1], _token(doc, number.start - 1)
    return (
        any(word.tag_ == "NNS" and doc[number.end - 1].head.i == word.i for word in after) and before not in YEARS_AFTER
    )


def _belongs_to_a_name(doc: Doc, number: Number, last: Number) -> bool:
    """'Boeing 737 jets', 'Article 5', 'the FTSE 100', '10 Downing Street'."""
    if number.words or "," in number.text[number.begin : number.stop]:
        return False
    after = doc[last.end] if last.end < len(doc) else None
    if (
        after is not None
        and after.tag_ == "NNP"
        and after.text[0].isupper()
        and not after.lower_.endswith("men")
        and doc[number.start].head.i >= after.i
        and number.scale == 1
    ):
        return not after.is_upper
    if not number.start:
        return False
    before = doc[number.start - 1]
    if number.scale == 1 and not number.bound and _names_a_model(doc, number, last):
        return True
    leans = doc[number.start].head.i <= before.i or before.dep_ in {"compound", "nmod"}
    opens = before.pos_ == "NOUN" and before.text[0].isupper() and doc[number.start].head.i <= before.i
    return (before.pos_ == "PROPN" and leans) or opens


def _names_a_model(doc: Doc, number: Number, last: Number) -> bool:
    """'Boeing's 747', 'their 737 replacement', 'the 500 index'."""
    if number.text[number.stop : number.stop + 1] in HYPHENS:
        return False
    after, owned = doc[last.end : last.end + 1], doc[number.start - 1].tag_ in {"POS", "PRP$"}
    near = doc[last.end : last.end + 4]
    plural = any(token.tag_ in {"NNS", "NNPS"} for token in near)
    plural |= number.value < MODELS and any(token.lower_ in UNCHANGED for token in near)
    if _is_described(doc, number) and number.value >= _FIRST_MODEL:
        return True
    return not plural and (owned or (number.value >= 100 and any(token.tag_ == "NN" for token in after)))


def _is_described(doc: Doc, number: Number) -> bool:
    """'20 of Boeing's larger 777 planes': a count stands before the words that compare."""
    before = doc[max(0, number.start - 2) : number.start]
    return [word.tag_ for word in before] == ["POS", "JJR"] and before[1].lower_ not in {"fewer", "less", "more"}


def _is_second_number(doc: Doc, number: Number) -> bool:
    """'five new 737 aircraft'."""
    others = (child for child in doc[number.end - 1].head.children if child.pos_ == "NUM" and child.i < number.start)
    joined = any(
        word.lower_ in {"and", "or", "to", ",", "-", "–"} for word in doc[max(0, number.start - 2) : number.start]
    )
    return not joined and any(doc[number.start - 1].pos_ in {"ADJ", "NOUN", "PROPN"} for _ in others)
