"""The noun phrase that says what an amount is of: 'profit', 'growth in output', 'the 64GB model'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.counted import HYPHENS, OF, find_complement
from briefing.annotate.figures.tolls import NOUNS
from briefing.annotate.figures.units import LENGTHS, Unit

if TYPE_CHECKING:
    from spacy.tokens import Token

LONGEST = 6  # tokens
RELATIONAL = frozenset(  # nouns that are of something: an increase in costs, a tax on petrol
    "boost chance cut decline decrease discount drop fall gain growth holding improvement increase interest jump "
    "premium probability raise rebate reduction rise stake share surge tariff tax".split()
)
AMOUNTS = frozenset(  # that say nothing of what they are of
    "amount average cost excess figure increment maximum mean minimum order pace range region sum top total tune "
    "value".split()
)
OF_OR_IN = OF | {"in"}
NUMBERED = frozenset({"CARDINAL", "DATE", "MONEY", "PERCENT", "QUANTITY", "TIME"})
ATTRIBUTES = frozenset({"amod", "compound", "nmod", "nummod"})


def phrase_of(noun: Token, unit: Unit) -> str | None:
    """The noun with what stands before it and what it is of; None for what says nothing."""
    if noun.is_digit and any(child.dep_ == "poss" and child.pos_ == "PROPN" for child in noun.lefts):
        return noun.doc[noun.left_edge.i + (noun.left_edge.pos_ == "DET") : noun.i + 1].text  # Standard & Poor's 500
    if noun.pos_ not in NOUNS or noun.ent_type_ in NUMBERED:
        return None
    doc, start = noun.doc, _begin_of(noun)
    _, end = find_complement(doc, noun.i + 1, OF_OR_IN if noun.lemma_ in RELATIONAL and noun.tag_ == "NN" else OF)
    if doc[end - 1].idx >= unit.begin > noun.idx or any(character.isdigit() for character in doc[end - 1].text):
        end = noun.i + 1  # a loss of $381 million
    if noun.pos_ == "PROPN" and doc[end : end + 1].text.isdigit():
        end += 1  # the S&P 500
    amounts = AMOUNTS - {"range"} if unit.symbol in LENGTHS else AMOUNTS | {"one"}
    says_nothing = end - start == 1 and noun.lemma_ in amounts and noun.lower_ != "costs"
    is_cut = start and (
        doc[start - 1].text == "-" or (doc[start - 1].text in HYPHENS and not doc[start - 1].whitespace_)
    )
    return None if says_nothing or is_cut or end - start > LONGEST + 2 else doc[start:end].text


def _begin_of(noun: Token) -> int:
    """The token with which its phrase begins, behind articles: 'the 64GB model'."""
    doc, start = noun.doc, noun.i
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.i == noun.head.head.i + 2:
        start = noun.head.head.i  # margin of error
    for child in sorted(doc[start].lefts, key=lambda child: -child.i):
        words = doc[child.left_edge.i : start]
        is_plain = (
            (child.dep_ in ATTRIBUTES | {"poss"} or child.text in HYPHENS)
            and child.pos_ != "PRON"
            and child.right_edge.i + 1 == start
        )
        far = noun.i - child.left_edge.i >= LONGEST
        if not is_plain or far or any(_is_amount(word) or word.lower_ == "same" for word in words):
            break
        start = child.left_edge.i + (child.left_edge.pos_ == "DET")
    glued = start > 0 and doc[start - 1].like_num and not doc[start - 1].whitespace_
    return start - glued


def _is_amount(word: Token) -> bool:
    """Not the number of a name: the Nikkei 225 stock index."""
    return word.like_num and not (word.i and word.nbor(-1).pos_ == "PROPN")
