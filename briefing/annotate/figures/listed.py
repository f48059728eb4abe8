"""Of what the amounts of a list are, each of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.counted import token_at
from briefing.annotate.figures.numbers import Number, text_of
from briefing.annotate.figures.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LISTED = re.compile(r",\s(?:and\s)?|\sand\s")


def before_bracket(doc: Doc, unit: Unit) -> Token | None:
    """The name that an amount stands beside: 'Washington Mutual ($327.91 billion)'."""
    place = token_at(doc, unit.begin) - 2
    if not (unit.is_money or unit.symbol == "%"):
        return None
    text = text_of(doc)
    is_alone = text[max(0, unit.begin - 1) : unit.begin] + text[unit.stop : unit.stop + 1] == "()"
    return doc[place] if is_alone and place >= 0 and doc[place].pos_ == "PROPN" else None


def shared_out(noun: Token, number: Number, end: int) -> str | None:
    """The one whose turn it is: 'A and B rose 3 and 5 percent, respectively'."""
    doc = noun.doc
    amounts = [word.i for word in doc[noun.i + 1 : end] if word.like_num and not word.nbor(-1).like_num]
    things = _LISTED.split(doc[noun.left_edge.i : noun.right_edge.i + 1].text)
    turn = sum(place < number.end for place in amounts) - 1
    return things[turn].removeprefix("The ") if turn >= 0 and len(things) == len(amounts) else None
