"""What a length is of, or from where to where: '30 inches of rain', 'an 18-foot storm surge', '50 miles south of the
cape'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.changes import head_of
from briefing.annotate.figures.counted import OF, Counted, after_unit, find_complement, token_at
from briefing.annotate.figures.measured import COMPARED, measured, of_noun
from briefing.annotate.figures.numbers import Number, text_of
from briefing.annotate.figures.units import LENGTHS, Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 6  # tokens
DISTANCES = LENGTHS | {"light years"}
_ALONG = frozenset({"across", "deep", "high", "long", "tall", "thick", "wide"})
_AWAY = frozenset({"apart", "away", "downstream", "inland", "offshore", "underground", "upstream"})
_FROM = frozenset({"above", "below", "beyond", "from", "into", "off", "outside", "past"})
_TO = frozenset({"to"})
_TOWARD = re.compile(r"(?:north|south|east|west)(?:-?(?:north|south)?-?(?:east|west))?\b", re.IGNORECASE)
_SINGULAR = re.compile(r"(?:foot|inch|mile|yard|met(?:re|er))$", re.IGNORECASE)


def of_length(doc: Doc, last: Number, unit: Unit) -> Counted:
    """'30 inches (76 cm) of rain', 'a storm surge of 18 feet'; not 'within 3 miles of the shore'."""
    start = after_unit(doc, unit)
    is_retold = start > token_at(doc, unit.stop)
    words, end = find_complement(doc, start, OF)
    if words is not None and doc[start + 1].pos_ in {"ADJ", "NOUN"}:
        stop = doc[end - 1].idx + len(doc[end - 1].text)
        return Counted(words, unit.stop if is_retold else stop)
    if _SINGULAR.search(last.text[last.stop : unit.stop]) and last.value > 1:
        end = next((word.i for word in doc[start : start + _LONGEST] if word.pos_ not in {"ADJ", "NOUN"}), start)
        is_thing = end > start and doc[end - 1].pos_ == "NOUN" and doc[end - 1].lemma_ not in COMPARED
        is_thing = is_thing and doc[start].lower_ not in _ALONG
        return Counted(doc[start:end].text if is_thing else None, unit.stop)  # an 18-foot storm surge
    where = _where(doc, start) if of_noun(head_of(doc, last, unit)) is None else None
    told = None if where else measured(doc, last, unit)
    return told or Counted(where, unit.stop)


def _where(doc: Doc, start: int) -> str | None:
    """'south of the cape', 'from Calder to Ostby', 'tall'."""
    after = [word.lower_ for word in doc[start : start + 2]]
    if after[:1] and after[0] in _ALONG and (after[0] != "across" or not _begins_phrase(doc, start + 1)):
        return _dimension(doc[start])
    away = start + bool(after[:1] and after[0] in _AWAY)
    toward = _TOWARD.match(text_of(doc), doc[away].idx) if away < len(doc) else None
    turn = token_at(doc, toward.end()) if toward else away
    _, end = find_complement(doc, turn, OF if turn > away else _FROM)
    if end > turn:
        _, end = find_complement(doc, end, _TO)
    return doc[start:end].text if end > start and (end > turn or turn == away) else None


def _dimension(way: Token) -> str:
    """'high waves' of 'waves over 30 feet high'; 'high' where the sentence does not say what is."""
    noun = way.head if way.dep_ == "amod" and way.head.i < way.i else None
    if noun is None or noun.pos_ != "NOUN" or any(word.pos_ == "NOUN" for word in way.doc[noun.i + 1 : way.i - 1]):
        return way.lower_  # as of 'waves hit walls 12 feet thick', whose parse may tell of the waves
    before = [child for child in noun.lefts if child.dep_ in {"amod", "compound"} and child.right_edge.i < noun.i]
    begin = min([noun.i, *(child.i for child in before)])
    return f"{way.lower_} {noun.doc[begin : noun.i + 1].text}".lower()


def _begins_phrase(doc: Doc, place: int) -> bool:
    return any(word.pos_ in {"ADJ", "DET", "NOUN", "PROPN"} for word in doc[place : place + 1])
