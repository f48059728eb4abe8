"""What a number without a noun counts by the toll, the crowd or the number that reaches it: 'the toll rose to 45'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

NOUNS = frozenset({"NOUN", "PROPN"})
LONGEST_PHRASE = 6  # tokens from a number to its noun
PLACES = frozenset("city community country county district family island nation province region town village".split())
PARENTS = frozenset({"father", "mother"})
COLLECTIVE = frozenset("audience crew crowd force majority membership population staff workforce".split())
REACHING = frozenset("exceed hit near pass reach surpass top total".split())
BRINGING = frozenset(
    "bring cut estimate increase lift lower push put raise reduce shrink slash swell take trim".split()
)
MEASURED = frozenset(  # in a unit that is not said
    "ages averages budgets classes depths distances grades heights highs incomes levels lows odds populations "
    "prices rates ratios scores speeds temperatures totals values weights widths winds years".split()
)
VALUED = frozenset(  # in money or in points
    "assets averages bonds charges costs debts deposits earnings exports fees futures holdings imports indexes indices "
    "loans losses notes orders payments profits receipts reserves returns revenues sales savings shares stocks "
    "taxes yields".split()
)
CHANGING = frozenset(
    "climb decline decrease dip drop fall grow increase jump plunge rise shrink slip soar surge swell tumble".split()
)


def find_toll(doc: Doc, number: Number) -> str | None:
    """'The death toll rose to 45', 'a crowd of 5,000', 'the number of cases reached 300'."""
    word = doc[number.end - 1]
    if word.dep_ == "quantmod" and word.head.like_num:
        word = word.head  # by 12,000 to 348,000
    if word.dep_ == "pobj" and word.head.lower_ in {"to", "at", "of", "by", "from"}:
        above = word.head.head
    elif word.dep_ in {"dobj", "attr"}:
        above = word.head
    else:
        return None
    if word.head.lower_ == "of" and above.lower_ in PLACES | PARENTS:
        return "people" if above.lower_ in PLACES else "children"
    if above.pos_ in NOUNS:
        return above.lower_ if above.lower_ in COLLECTIVE else _sum(above) or _counted_before(above, word)
    if word.dep_ == "dobj" and above.lemma_ not in REACHING:
        return None
    if word.dep_ == "pobj" and above.lemma_ in CHANGING and (risen := _risen(above)):
        return risen
    if word.head.lower_ in {"by", "from"} and not (word.head.lower_ == "from" and above.lemma_ in BRINGING):
        return None
    of_what = {"nsubj", "nsubjpass", *(("dobj",) if above.lemma_ in BRINGING else ())}
    if above.lemma_ in BRINGING:
        crowd = next((child for child in above.children if child.dep_ == "dobj" and child.lower_ in COLLECTIVE), None)
        if crowd is not None and crowd.i < word.i:
            return crowd.lower_
    sums = (_sum(child) for child in above.children if child.dep_ in of_what)
    return next((said for said in sums if said), None)


def _risen(verb: Token) -> str | None:
    """'claims fell by 12,000 to 348,000', 'the population grew to 8.8 million'."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None and subject.lower_ in COLLECTIVE:
        return subject.lower_
    if subject is None or subject.tag_ != "NNS" or subject.lower_ in MEASURED | VALUED:
        return None
    first = next((child for child in subject.lefts if child.dep_ in {"amod", "compound"}), subject)
    if first is subject and subject.lower_ == "numbers":
        return None
    return subject.doc[first.i : subject.i + 1].text


def _counted_before(above: Token, word: Token) -> str | None:
    """'job cuts of 10,000'."""
    if above.tag_ != "NNS" or above.lower_ in MEASURED or word.head.lower_ != "of" or word.i != word.head.i + 1:
        return None
    first = next((child for child in above.lefts if child.dep_ in {"amod", "compound"}), above)
    return above.doc[first.i : above.i + 1].text


def _sum(word: Token) -> str | None:
    """What a toll or a number is of."""
    if word.lower_ == "toll":
        return "death toll" if any(child.lower_ == "death" for child in word.children) else None
    of = next((child for child in word.children if child.lower_ == "of"), None) if word.lower_ == "number" else None
    noun = next((child for child in of.children if child.dep_ == "pobj"), None) if of is not None else None
    if noun is not None and noun.lower_ == "those":
        fate = next((child for child in noun.children if child.dep_ == "acl" and child.tag_ == "VBN"), None)
        return f"people {fate.lower_}" if fate is not None else None
    if noun is None or noun.i - noun.left_edge.i >= LONGEST_PHRASE:
        return None
    words = [child for child in noun.doc[noun.left_edge.i : noun.i + 1] if child.dep_ != "det"]
    return word.doc[words[0].i : words[-1].i + 1].text
