"""What a number counts: the noun it stands with, and what befell those counted ('12 people were killed')."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.annotate.figures.casualties import CROWD, fate
from briefing.annotate.figures.differences import MARGINS, difference, margin_of
from briefing.annotate.figures.numbers import Number, text_of
from briefing.annotate.figures.predicates import done_to, tell_of
from briefing.annotate.figures.tolls import LONGEST_PHRASE, NOUNS, find_toll
from briefing.annotate.figures.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DURATIONS = frozenset(
    "second minute hour day week weekend month year decade century night morning afternoon evening season quarter term "
    "time occasion".split()
)
JOINED = re.compile(r"[-–‑]([a-z]{3,})")
MARGIN = re.compile(rf"\s((?:[a-z]+\s)?(?:{'|'.join(sorted(MARGINS))}))\b")  # a 12-vote margin
HYPHENS = frozenset({"-", "–", "—", "‑"})
BREAKS = frozenset({"VERB", "ADP", "SCONJ", "CCONJ", "AUX"})
TIMES_BEFORE = frozenset(". , ; ) and at before between but by during from in on over since when while".split())
TIMES = re.compile(r"\stimes\b")
UNCHANGED = frozenset(
    "aircraft cattle fish people personnel police sheep spacecraft species staff".split()
)  # in the plural
ADVERBIAL = frozenset(
    "addition advance all cash comparison exchange fact instalments installments length order part place response "
    "return total trading turn value width height diameter size".split()
)
OF = frozenset({"of"})
_OWNER = 5  # tokens from a number to the end of 'of New South Wales's'
_RETOLD = re.compile(r"(?:\s[(\[][^()\[\]]*[)\]])+|\)")  # in another unit
_IN_SOME = frozenset({"in a", "in an"})  # bid, effort, deal: how, not what
OF_WHICH = frozenset({"the", "these", "those", "its", "their", "his", "her", "our"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, and the character where the figure's text ends; ``begin`` is where it begins, if not with the
    number."""

    words: str | None
    stop: int
    begin: int | None = None
    befell: bool = False  # it tells people's fate
    part: bool = False  # of what is said of something else: '300-page', '20 times more', 'father of 12'
    certain: bool = False  # it says something however small

    @classmethod
    def of(cls, doc: Doc, unit: Unit) -> Counted:
        """'$60 billion in bonds', '45 percent of voters'."""
        start = after_unit(doc, unit)
        is_retold = start > token_at(doc, unit.stop)
        joints = OF | {"in"} if unit.is_money and doc[start : start + 2].text.lower() not in _IN_SOME else OF
        words, end = find_complement(doc, start, joints)
        return cls(words, unit.stop if words is None or is_retold else _stop(doc[end - 1]))


def count_of(doc: Doc, first: Number, last: Number, noun: Token | None, casualty: Token | None) -> Counted:
    """What a number without a unit counts."""
    joined = JOINED.match(last.text, last.stop)
    if joined and (margin := MARGIN.match(last.text, joined.end())):
        return Counted(f"{joined[1]} {margin[1]}", margin.end(), certain=True)
    if joined:
        return Counted(joined[1], joined.end(), part=True)
    if (often := TIMES.match(last.text, last.stop)) and (noun is None or noun.lower_ != "times"):
        return Counted("times", often.end(), part=True)
    if noun is not None and (casualty is None or casualty is noun):
        _, end = find_complement(doc, noun.i + 1, OF if casualty is None else frozenset())
        end = difference(doc, end)
        words = last.text[doc[last.end].idx : _stop(doc[end - 1])]  # counts of fraud
        if casualty is None and (lead := margin_of(noun)):
            return Counted(f"{words} ({lead})", _stop(noun), certain=True)
        told = (tell_of(noun) or done_to(noun)) if casualty is None else None
        is_known = doc[max(0, first.start - 1)].lower_ == "the"
        several = told is not None and last.value > 1 and not is_known  # five players were booked, however few
        return Counted(f"{words} {told}" if told else words, _stop(noun), befell=casualty is not None, certain=several)
    if noun is not None and casualty is not None:
        crowd = casualty.lemma_.lower() in CROWD
        stop = _stop(casualty if casualty.i == noun.i + 1 and not crowd else noun)
        words = f"{doc[last.end : noun.i + 1].text} {fate(casualty)}"
        return Counted(words, stop, befell=not crowd)
    if casualty is not None:
        stop = _stop(casualty) if last.end <= casualty.i <= last.end + 2 else last.stop  # 12 were killed
        begin = casualty.idx if casualty.i == first.start - 1 else None  # killed twelve
        whole, _ = _complement(doc, last.stop, OF)
        if whole and doc[last.end + 1].lower_ in OF_WHICH and casualty.i > last.end:
            return Counted(f"{whole} {fate(casualty)}", stop, begin, befell=True)  # nine of the miners died
        more = "more " if doc[last.end : last.end + 1].text == "more" else ""
        people = "" if casualty.pos_ == "NOUN" and casualty.tag_ == "NNS" else f"{more}people "
        return Counted(people + fate(casualty), stop, begin, befell=True)
    return _part_of(doc, last)


def _part_of(doc: Doc, number: Number) -> Counted:
    """'two-thirds of voters', 'fewer than 100 of the birds'; or of a death toll that 'rose to 45'."""
    if (those := _antecedent(doc, number)) is not None:
        return Counted(those.text, number.stop)
    words, stop = _complement(doc, number.stop, OF)
    after = doc[number.end + 1 : number.end + _OWNER]
    owned = after[:1].text.istitle() and any(word.tag_ == "POS" for word in after)  # 25 of Nevada's delegates
    several = owned or after[:1].text.lower() in OF_WHICH
    several = several and doc[token_at(doc, stop) - 1].tag_ in {"NNS", "NNPS"}
    if words is not None and (number.fraction or several):
        return Counted(words, stop)
    toll = find_toll(doc, number)
    return Counted(toll, number.stop, befell=toll == "death toll", part=toll == "children")


def _antecedent(doc: Doc, number: Number) -> Token | None:
    """'Independents, one in three of whom are undecided'."""
    of = [word.lower_ for word in doc[number.end : number.end + 2]]
    before = doc[max(0, number.start - 2) : number.start]
    is_named = any(word.tag_ in {"NNS", "VBZ"} for word in doc[number.end + 2 : number.end + 3])  # of them launches
    if (
        is_named
        or of[:1] != ["of"]
        or of[1:] not in (["whom"], ["which"], ["them"])
        or len(before) < 2
        or before[1].text != ","
    ):
        return None
    return before[0] if before[0].tag_ == "NNS" and before[0].lemma_.lower() not in DURATIONS else None


def object_of(word: Token) -> str:
    """The verb of which a number, or the noun that it counts, is the direct object."""
    while word.dep_ in {"nummod", "quantmod", "compound", "amod"} and word.head.i > word.i:
        word = word.head
    return word.head.lemma_ if word.dep_ == "dobj" and word.head.lemma_ != "have" else ""


def _complement(doc: Doc, stop: int, prepositions: frozenset[str]) -> tuple[str | None, int]:
    words, end = find_complement(doc, token_at(doc, stop), prepositions)
    return words, _stop(doc[end - 1]) if words is not None else stop


def token_at(doc: Doc, stop: int) -> int:
    """The first token that begins at a character or behind it."""
    return bisect_left(doc, stop, key=lambda token: token.idx)


def after_unit(doc: Doc, unit: Unit) -> int:
    """The first token behind an amount, and behind the brackets in which it is told in another unit."""
    retold = _RETOLD.match(text_of(doc), unit.stop)
    return token_at(doc, retold.end() if retold else unit.stop)


def _stop(word: Token) -> int:
    return word.idx + len(word.text)


def find_noun(doc: Doc, number: Number, timed: frozenset[int]) -> Token | None:
    """The head of the noun phrase that the number counts, None if there is none or it is time.

    ``timed`` are the tokens of dates and times.
    """
    head = doc[number.end - 1].head
    if not (head.pos_ in NOUNS and number.end <= head.i < number.end + LONGEST_PHRASE):
        following = _next_plural(doc, number.end)
        if following is None:
            return None
        head = following
    while head.dep_ == "compound" and head.tag_ == "NN" and head.i < head.head.i < number.end + LONGEST_PHRASE:
        head = head.head  # all 1.14 lakh polling stations
    if is_cut(head) and head.i + 2 < len(head.doc):
        head = head.nbor(2)  # ex-bankers
    if (head.tag_ == "NNP" and not head.lower_.endswith("men")) or head.is_digit or is_cut(head):
        return None
    if head.lemma_.lower() in DURATIONS and not _is_often(head, number):
        return None
    inside = doc[number.end : head.i]
    if any((word.is_punct and word.text not in HYPHENS) or _breaks(word) for word in inside):
        return None
    if (
        any(word.lemma_.lower() in DURATIONS and word.dep_ != "compound" for word in inside)
        or {number.end - 1, head.i} <= timed
    ):
        return None
    plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in UNCHANGED or head.lower_.endswith("men")
    return head if plural or number.value == 1 or number.fraction else None


def _is_often(head: Token, number: Number) -> bool:
    """'viewed 25 times', not '25 times more'."""
    after = head.doc[head.i + 1 : head.i + 2]
    return head.lower_ == "times" and number.value > 1 and (after.text in TIMES_BEFORE or not after)


def _breaks(word: Token) -> bool:
    """Whether a word ends the noun phrase before its noun; not the 'and' of '60 regional and national parties', nor
    the participle of '37 confirmed cases'."""
    return word.dep_ != "amod" and word.pos_ in BREAKS and not _joins(word) and word.nbor(-1).text not in HYPHENS


def _joins(word: Token) -> bool:
    return (
        word.lower_ in {"and", "but"}
        and word.i + 1 < len(word.doc)
        and word.nbor(-1).tag_ in {"JJ", "NN", "VBN"}
        and word.nbor().pos_ in {"ADJ", "NOUN"}
    )


def _next_plural(doc: Doc, place: int) -> Token | None:
    for word in doc[place : place + LONGEST_PHRASE]:
        if word.tag_ in {"NNS", "NNPS"} or word.lower_ in UNCHANGED:
            return word
        names_a_model = word.pos_ == "NUM" and word.text[0].isalpha() and not word.is_alpha  # 72 F-15 fighters
        if word.pos_ not in {"ADJ", "NOUN", "PROPN"} and not names_a_model and not _joins(word):
            return None
    return None


def is_cut(word: Token) -> bool:
    """Whether a hyphen joins the word to the next: 'co' of 'co-petitioners'."""
    return not word.whitespace_ and word.i + 1 < len(word.doc) and word.nbor().text in HYPHENS


def find_complement(doc: Doc, end: int, prepositions: frozenset[str]) -> tuple[str | None, int]:
    """The noun phrase after 'of', 'in' or 'worth of' ('45 percent of voters'), and the token after it; else ``end``."""
    place = end + (end < len(doc) and doc[end].lower_ == "worth")
    if place + 1 >= len(doc) or doc[place].lower_ not in prepositions:
        return None, end
    start = place + 1
    while start < len(doc) and (doc[start].pos_ == "DET" or doc[start].tag_ == "PRP$"):
        start += 1
    stop = start
    while stop < min(len(doc), start + LONGEST_PHRASE) and (
        (doc[stop].pos_ in {"ADJ", "NOUN", "PROPN"} and not _begins_clause(doc[stop]))
        or doc[stop].tag_ == "POS"
        or (doc[stop].tag_ in {"VBG", "VBN"} and doc[stop].dep_ == "amod")
        or (doc[stop].pos_ == "NUM" and doc[stop - 1].tag_ == "POS")  # GM's 2008 revenue
        or (stop > start and _is_in_a_compound(doc, stop))
    ):
        stop += 1
    while stop > start and doc[stop - 1].pos_ not in NOUNS:
        stop -= 1
    last = doc[stop - 1]
    adverbial = doc[place].lower_ == "in" and (last.pos_ == "PROPN" or last.lower_ in ADVERBIAL)
    if (
        stop == start
        or adverbial
        or doc[stop : stop + 1].text in {"'s", "’s"}
        or doc[start].ent_type_ == "DATE"
        or is_cut(last)
    ):
        return None, end
    if [word.pos_ for word in (last, *doc[stop : stop + 2])] == ["PROPN", "ADP", "PROPN"]:
        _, stop = find_complement(doc, stop, OF)  # the House of Representatives
    return doc[start:stop].text, stop


def _is_in_a_compound(doc: Doc, place: int) -> bool:
    """'-held' of 'rebel-held terrain'."""
    hyphen = place if doc[place].text in HYPHENS else place - 1
    is_tight = not (doc[hyphen].whitespace_ or doc[hyphen - 1].whitespace_)
    return doc[hyphen].text in HYPHENS and is_tight and doc[place].pos_ in {"PUNCT", "VERB", "ADV", "X"}


def _begins_clause(word: Token) -> bool:
    """'vans last year', 'land the firm once owned', 'territory Torrin controls'."""
    after = next((later for later in word.doc[word.i + 1 : word.i + 4] if later.pos_ not in {"ADV", "PROPN"}), word)
    who = word.pos_ == "PROPN" and word.i and word.nbor(-1).tag_ == "NN" and after.tag_ in {"VBD", "VBN", "VBZ"}
    return word.ent_type_ == "DATE" or bool(who) or (word.dep_ == "nsubj" and word.head.dep_ == "relcl")
