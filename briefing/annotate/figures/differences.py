"""A difference that would read as a total: 'a lead of 300 votes', '12 seats short of a majority', '300 delegates fewer
than Roe'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MARGINS = frozenset("advantage deficit gap lead majority margin shortfall".split())
_JOINTS = {  # with what follows each
    "ahead": "of", "clear": "of", "fewer": "than", "higher": "than", "less": "than", "lower": "than", "more": "than",
    "short": "of", "shy": "of",
}  # fmt: skip
_TIMES = frozenset({"before", "earlier", "now", "previous", "previously", "usual"})
_LONGEST = 6  # tokens of the other side
_BREATH = 7  # tokens from 'higher' to its 'than'
_TO_TIME = 4  # tokens from 'than' to the end of a time


def difference(doc: Doc, place: int) -> int:
    """Where 'short of a majority' ends that begins at a token; ``place`` where nothing is compared but times."""
    joint = joint_of(doc, place)
    if joint is None or is_of_time(doc, joint):
        return place
    other = doc[joint + 1 : doc[joint].right_edge.i + 1] or doc[joint + 1 : joint + 2]
    if len(other) == 1 and other[0].tag_ == "VBN":
        return other.end  # lower than expected
    is_told = (
        other[:1]
        and doc[joint].right_edge.i > joint
        and len(other) <= _LONGEST
        and not any(word.is_punct or word.tag_ == "PRP" for word in other)
    )
    near = joint == place + 1
    return other.end if is_told else place + near


def joint_of(doc: Doc, place: int) -> int | None:
    """The 'of' behind 'short' at a token, or the 'than' of 'higher than' and of 'higher in the north than'."""
    wanted = _JOINTS.get(doc[place].lower_) if place < len(doc) else None
    reach = 1 if wanted == "of" else _BREATH
    for later in doc[place + 1 : place + 1 + reach] if wanted else ():
        if later.lower_ == wanted:
            return later.i
        if later.is_punct or later.pos_ in {"CCONJ", "VERB"}:
            break  # than something else is
    return None


def is_of_time(doc: Doc, than: int) -> bool:
    """'than last year', 'than in 2016', 'than in the one before', which tells of a change."""
    after = doc[than + 1 : than + 1 + _TO_TIME]
    return doc[than].lower_ == "than" and any(word.ent_type_ == "DATE" or word.lower_ in _TIMES for word in after)


def margin_of(noun: Token) -> str | None:
    """'lead' of 'a lead of 300 votes', 'margin' of 'a 12-vote margin'."""
    of = noun.head
    above = of.head if noun.dep_ == "pobj" and of.lower_ == "of" else noun
    return above.lower_ if above.lemma_ in MARGINS and above is not noun else None
