"""Names beside a quotation without a verb: “…” — Ada Lind; Ada Lind, by phone: “…”; and cues in a line of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile
from typing import TYPE_CHECKING

from briefing.annotate.quotes.marks import Quotation
from briefing.annotate.quotes.statements import DASHES, Statement, is_speech

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST_LEFT_OVER = 5  # words of a cue that a break has parted from what it introduces


def is_left_over(statement: Statement) -> bool:
    """'said Ada Lind.', 'Mr Lind said.' in a line of their own, behind the one that is quoted."""
    first, last = statement.words[0], statement.words[-1]
    if first.i or statement.quotations or any(word.text == ":" for word in statement.words):
        return False
    bare = is_speech(first.doc[max(0, last.i - 1)]) and last.i <= LONGEST_LEFT_OVER
    return (first.is_lower and is_speech(first)) or bare


def _is_verb(word: Token) -> bool:
    """Not 'Lind, reached by phone: …'."""
    aside = word.tag_ in {"VBN", "VBG"} and word.i > 0 and word.nbor(-1).text == ","
    relative = any(one.dep_ == "relcl" for one in (word, *word.ancestors))  # Lind, who leads it: …
    return word.pos_ in {"VERB", "AUX"} and not aside and not relative


def _last_of_name(words: Sequence[Token]) -> int:
    """The place before the colon, or before what brackets or the comma of an aside set off there."""
    brackets = [place for place, word in enumerate(words) if word.text == "("]
    if brackets and ")" in words[-2].text + words[-1].text:
        return brackets[-1] - 1
    asides = [place for place, word in enumerate(words) if word.pos_ in {"VERB", "AUX"}]
    return asides[0] - 2 if asides else -2


def is_label(words: Sequence[Token]) -> bool:
    """'LIND:', or nothing, where her turn goes on."""
    return not words or (words[-1].text in {":", ".", ")"} and all(word.pos_ not in {"VERB", "AUX"} for word in words))


def names_beside(statement: Statement, quotation: Quotation) -> Iterator[Token]:
    """A word of the name in “…” — Ada Lind, chair of the board; “…,” Ada Lind, chair of the board; the chair of the
    board, Ada Lind: “…”."""
    before, after = statement.between(quotation), statement.after(quotation)
    if after and after[0].text == ":" and [word.lower_ for word in after[1:2]] == ["that"]:
        after = [after[0], *after[3:]]  # “…”: that's Ada Lind
    if len(after) > 1 and after[0].text in DASHES | {":"} and is_label(statement.before(quotation)):
        yield next((word for word in after[1:] if word.dep_ != "compound"), after[1])  # Mayor Ada Lind
    if not statement.before(quotation) and _is_credit(after):
        yield after[1]
    if len(before) > 1 and before[-1].text in {":", "):"} and not any(map(_is_verb, before)):
        yield _opening_name(before) or before[_last_of_name(before)]


def _is_credit(words: Sequence[Token]) -> bool:
    """'Ada Lind, chair of the board.'"""
    words = words[1:] if words and words[0].text == "," else words
    name = list(takewhile(lambda word: word.pos_ == "PROPN", words))
    rest = words[len(name) :]
    ends = bool(rest) and rest[0].text == "," and rest[-1].text != ":"
    return bool(name) and ends and all(word.pos_ not in {"VERB", "AUX"} for word in rest)


def _opening_name(words: Sequence[Token]) -> Token | None:
    """Of 'Lind, on her rivals: …', 'And from Lind herself, who rarely writes, a reply: …'."""
    rest = list(dropwhile(lambda word: word.pos_ in {"CCONJ", "ADV", "ADJ"} or word.lower_ in {"this", "from"}, words))
    name = list(takewhile(lambda word: word.pos_ == "PROPN", rest))
    behind = [word for word in rest[len(name) :] if word.lower_ not in {"herself", "himself"}]
    return name[-1] if name and behind and (behind[0].text == "," or behind[0].pos_ == "ADP") else None


def signature(statement: Statement) -> Token | None:
    """The name of '— Ada Lind, senator', below what is hers."""
    words = statement.words
    signed = not words[0].i and words[0].text in DASHES and len(words) > 1 and not any(map(_is_verb, words))
    return words[1] if signed else None
