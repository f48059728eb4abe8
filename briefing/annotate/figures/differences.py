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


def difference(doc: Doc, place: int) -> int:
    """Where 'short of a majority' ends that begins at a token; ``place`` where nothing is compared but times."""
    words = [word.lower_ for word in doc[place : place + 2]]
    if len(words) < 2 or _JOINTS.get(words[0]) != words[1] or is_of_time(doc, place + 1):
        return place
    other = doc[place + 2 : doc[place + 1].right_edge.i + 1] or doc[place + 2 : place + 3]
    if len(other) == 1 and other[0].tag_ == "VBN":
        return other.end  # lower than expected
    is_told = (
        other[:1]
        and doc[place + 1].right_edge.i > place + 1
        and len(other) <= _LONGEST
        and not any(word.is_punct or word.tag_ == "PRP" for word in other)
    )
    return other.end if is_told else place + 1


def is_of_time(doc: Doc, than: int) -> bool:
    """'than last year', 'than in 2016', which tells of a change."""
    after = doc[than + 1 : than + 3]
    return doc[than].lower_ == "than" and any(word.ent_type_ == "DATE" or word.lower_ in _TIMES for word in after)


def margin_of(noun: Token) -> str | None:
    """'lead' of 'a lead of 300 votes', 'margin' of 'a 12-vote margin'."""
    of = noun.head
    above = of.head if noun.dep_ == "pobj" and of.lower_ == "of" else noun
    return above.lower_ if above.lemma_ in MARGINS and above is not noun else None
