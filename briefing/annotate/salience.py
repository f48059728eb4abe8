"""Who stands out in a sentence, so that 'he' in the next one means them: its subject before whoever else is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.cues import SUBJECTS
from briefing.annotate.descriptions import somebody

if TYPE_CHECKING:
    from spacy.tokens import Token

EMBEDDED = frozenset({"relcl", "acl", "ccomp", "xcomp", "pcomp"})  # clauses of what is said or described


class Spoken(NamedTuple):
    """A person or body spoken of in statement number ``at`` of a paragraph, as what is known to its grammar."""

    at: int
    name: str
    subject: bool
    standing: int = 0  # 2: subject of the sentence; 1: of a clause beside it, or whom it acts on; 0: merely mentioned
    paragraph: int = 0


def standing(word: Token) -> int:
    """What a name is to the grammar of its sentence, see ``Spoken``."""
    while word.dep_ == "conj" and word.head is not word:
        word = word.head
    head = word.head
    if word.dep_ in SUBJECTS:
        main = head.dep_ == "ROOT" or (head.dep_ == "conj" and head.head.dep_ == "ROOT")
        return 2 if main else int(head.dep_ not in EMBEDDED)
    owner = word.dep_ == "poss" and head.lemma_ not in somebody()
    if head.dep_ in SUBJECTS and (word.dep_ == "appos" or owner):
        return standing(head)  # the mayor, Ada Lind, came; Lind's return was late
    return int(word.dep_ in {"dobj", "dative", "iobj"} or (word.dep_ == "pobj" and head.lower_ == "with"))


def leading(of_late: Sequence[Spoken]) -> str | None:
    """The one who is the subject where nobody else acts or is acted on."""
    leaders = {one.name for one in of_late if one.standing == 2}
    others = {one.name for one in of_late if one.standing == 1} - leaders
    return next(iter(leaders)) if len(leaders) == 1 and not others else None
