"""What its clause tells of an amount, where no noun says what it is of: '$6 billion lost', '60% voted in favour', '17%
lighter than males'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.figures.changes import FALLING, RISING
from briefing.annotate.figures.counted import after_unit, find_complement
from briefing.annotate.figures.tolls import NOUNS, REACHING
from briefing.annotate.figures.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 8  # tokens of what is told
_NEAR = 4  # tokens: moving slowly northwest at
_SPEEDS = frozenset({"km/h", "km/s", "knots", "m/s", "mi/s", "mph"})
_PARTICIPLES = {  # of what is done with money
    "give": "given", "lend": "lent", "lose": "lost", "make": "made", "pay": "paid", "send": "sent",
    "spend": "spent", "steal": "stolen", "take": "taken", "win": "won",
}  # fmt: skip
_LEVELS = REACHING | RISING | FALLING | frozenset("add average cost equal gain have need require shed want".split())
_COMPARED = frozenset({"JJR", "RBR"})
_SAYS_NOTHING = frozenset("earlier fewer further higher later less longer lower more".split())
_ENDS = frozenset({"CCONJ", "PUNCT", "SCONJ"})
_WHOSE = frozenset({"among", "by", "for"})  # a share is: owned 55 percent by the union, 12% for women
_UNREAL = frozenset({"if", "unless", "whether"})
_BE = frozenset({"are", "is", "was", "were"})


def told_of(amount: Token, unit: Unit) -> str | None:
    """In the text's own words."""
    doc = amount.doc
    after = after_unit(doc, unit)
    told = _compared(doc, after) or _as_subject(amount, after, unit) or _moving(amount, unit)
    if told is None and unit.symbol == "%":
        _, end = find_complement(doc, after, _WHOSE)
        told_by = amount.head.text if end > after and amount.head.tag_ == "VBN" else ""  # owned 55 percent by the union
        return f"{told_by} {doc[after:end].text}".strip() if end > after else None
    return told or (None if unit.symbol == "%" or unit.is_time else _as_object(amount, after, unit))


def _compared(doc: Doc, after: int) -> str | None:
    """'17% lighter than males', '85% more wildfires'."""
    if not any(word.tag_ in _COMPARED for word in doc[after : after + 1]):
        return None
    end = after + 1
    while end < min(len(doc), after + _NEAR) and doc[end].pos_ in {"ADJ", "NOUN"}:
        end += 1
    if doc[end : end + 1].text == "than":
        thing = next((child for child in doc[end].children if child.dep_ == "pobj"), None)
        end = thing.i + 1 if thing is not None and thing.pos_ != "PRON" and thing.i - after < _LONGEST else end
    words = doc[after:end]
    return None if len(words) == 1 and words[0].lower_ in _SAYS_NOTHING else words.text


def _as_subject(amount: Token, after: int, unit: Unit) -> str | None:
    """'92% had been reached', '60% voted in favour', '$40 million will be spent', 'with 24% undecided'."""
    doc, verb = amount.doc, amount.head
    following = doc[after : after + 2]
    if doc[max(0, amount.left_edge.i - 1)].lower_ == "with":
        is_state = len(following) > 1 and following[0].tag_ in {"JJ", "VBN"} and following[1].pos_ not in NOUNS
        return following[0].text if is_state else None
    if amount.dep_ not in {"nsubj", "nsubjpass"} or _is_unreal(verb):
        return None
    if not after <= verb.i < after + _NEAR or any(word.pos_ not in {"ADV", "AUX"} for word in doc[after : verb.i]):
        return None
    if amount.dep_ == "nsubjpass":
        is_certain = not any(child.tag_ in {"MD", "TO"} for child in verb.children)
        return verb.lower_ if is_certain else doc[after : verb.i + 1].text
    return _clause(doc, after + (doc[after].lower_ in _BE)) if unit.symbol == "%" else None


def _clause(doc: Doc, start: int) -> str | None:
    """To its end, if that is near."""
    near = doc[start : start + _LONGEST + 1]
    end = next((word.i for word in near if word.pos_ in _ENDS or word.is_sent_start), near.end)
    is_whole = start < end <= start + _LONGEST and doc[end : end + 1].text != "or"
    return doc[start:end].text if is_whole else None


def _moving(amount: Token, unit: Unit) -> str | None:
    """'moving northwest at 13 mph'."""
    joint = amount.head
    verb = joint.head
    is_speed = unit.symbol in _SPEEDS and amount.dep_ == "pobj" and joint.lower_ == "at"
    is_near = verb.tag_ in {"VBG", "VBN"} and verb.i < joint.i <= verb.i + _NEAR
    return amount.doc[verb.i : joint.i].text if is_speed and is_near else None


def _as_object(amount: Token, after: int, unit: Unit) -> str | None:
    """'lost $6 billion', 'the $13 billion that it has received', '€9 billion committed'; 'Ford will pay $3 billion'."""
    for child in amount.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.i == after:
            return child.lower_
        objects = (word for word in child.lefts if word.dep_ == "dobj" and word.tag_ == "WDT")
        if child.dep_ == "relcl" and next(objects, None) is not None and not _is_unreal(child):
            return participle(child)
    verb = amount.head
    if amount.dep_ != "dobj" or verb.i > amount.i or verb.lemma_ in _LEVELS or _is_unreal(verb):
        return None
    return participle(verb) or (_future(verb, amount) if unit.is_money else None)


def participle(verb: Token) -> str | None:
    """Of what happened: not of 'could lose', nor of 'would have lost'."""
    if verb.tag_ == "VBG":
        with_it = verb.dep_ == "pcomp" and verb.head.lower_ == "with"  # with Bell paying $3 million
        happened = with_it or (verb.dep_ == "advcl" and verb.head.tag_ == "VBD")
        return _PARTICIPLES.get(verb.lemma_) if happened else None
    if verb.tag_ not in {"VBD", "VBN"} or any(child.tag_ in {"MD", "TO"} for child in verb.children):
        return None
    return _PARTICIPLES.get(verb.lemma_) or (verb.lower_ if verb.lower_.endswith("ed") else None)


def _future(verb: Token, amount: Token) -> str | None:
    """The clause as it stands before the amount: 'Chrysler will receive', 'Orr plans to invest'."""
    modal = next((child for child in verb.lefts if child.tag_ in {"MD", "TO"}), None)
    finite = verb.head if verb.dep_ == "xcomp" else verb
    subject = next((child for child in finite.lefts if child.dep_ == "nsubj"), None)
    if modal is None or subject is None or subject.pos_ not in NOUNS or amount.left_edge.i != verb.i + 1:
        return None
    words = verb.doc[subject.left_edge.i : verb.i + 1]
    return words.text if len(words) <= _LONGEST and not any(word.is_punct for word in words) else None


def _is_unreal(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in _UNREAL for child in verb.children)
