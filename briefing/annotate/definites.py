"""Whom 'the mayor', 'the 26-year-old', 'the company' stand for: the one holder of a role, or who is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.annotate.cues import SUBJECTS, own_subject
from briefing.lexicon.names import demonyms, role_nouns
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

LESSER = frozenset("former ex vice deputy assistant acting co then late".split())  # not 'the president' alone
FULL_TITLES = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "capt.": "captain", "gen.": "general",
    "lt.": "lieutenant", "col.": "colonel", "sgt.": "sergeant", "maj.": "major", "cmdr.": "commander",
    "adm.": "admiral", "rev.": "reverend", "dr": "doctor", "dr.": "doctor", "prof.": "professor", "supt.":
    "superintendent", "det.": "detective", "hon.": "judge", "justice": "judge", "councillor": "councillor",
    "congressman": "representative", "congresswoman": "representative",
}  # fmt: skip
AGE = re.compile(r"\d+-year-old")
EPITHETS = frozenset(
    "democrat republican conservative independent tory socialist veteran native newcomer lawmaker politician striker "
    "midfielder defender winger goalkeeper keeper forward batsman bowler fly-half scrum-half quarterback pitcher "
    "left-hander right-hander champion seed singer-songwriter frontman".split()
)
PARENTS = {"mother": "f", "father": "m", "grandmother": "f", "grandfather": "m"}  # of three
PUBLIC = frozenset(
    "commission court house senate congress parliament assembly ministry department government council committee "
    "tribunal police legislature treasury exchange league union party".split()
)  # what nobody calls 'the company', nor 'the group'
FIRMS = frozenset(
    "company firm corporation carmaker automaker manufacturer airline retailer lender insurer utility brokerage chain "
    "startup studio drugmaker chipmaker carrier conglomerate consortium group charity club".split()
)


class Roles:
    """The roles of the people of an article, some of them learnt as it goes on."""

    def __init__(self, names: Sequence[Name]) -> None:
        people = (name for name in names if name.kind == "person")
        self._roles = [(_in_full(role), name.name) for name in people for role in name.roles]

    def learn(self, role: Token, person: str) -> None:
        """Ada Lind has been mayor for a year."""
        if role.lower_ in role_nouns():
            self._roles.append((role.lower_, person))

    def holders(self, subject: Token) -> set[str]:
        """The people so described: 'the mayor', 'the prime minister'."""
        if all(word.lower_ != "the" for word in subject.lefts):
            return set()
        words = [word.lower_ for word in subject.lefts if word.dep_ in {"compound", "amod"}] + [subject.lower_]
        phrase = re.escape(" ".join(words))
        described = re.compile(rf"(?:.* )?{phrase}|{phrase} (?:of|at|for|with|in|to) .*")
        return {
            name
            for role, name in self._roles
            if described.fullmatch(role) and not (LESSER & set(role.split())) - set(words)
        }


def _in_full(role: str) -> str:
    words = role.lower().split()
    return " ".join([*words[:-1], FULL_TITLES.get(words[-1], words[-1])])


def roles_told(words: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """The subject and the noun of 'Ada Lind is mayor of Norland'."""
    for word in words:
        subject = own_subject(word.head) if word.dep_ == "attr" else None
        if subject is not None and subject.dep_ in SUBJECTS:
            yield subject, word


def is_epithet(subject: Token) -> bool:
    """Words for whoever is spoken of: the 26-year-old, the Swede, the Democrat, the mother of two."""
    if all(word.lower_ != "the" for word in subject.lefts) or subject.tag_ in {"NNS", "NNPS"}:
        return False
    words = {word.lower_ for word in subject.lefts} | {subject.lower_}
    if subject.lower_ in PARENTS:
        of = next((child for child in subject.children if child.lower_ == "of"), None)
        return of is not None and any(child.tag_ == "CD" for child in of.children)
    aged = AGE.fullmatch(subject.doc[subject.left_edge.i + 1 : subject.i + 1].text) is not None
    bare = all(child.dep_ in {"det", "amod", "compound", "punct", "nummod"} for child in subject.children)
    return aged or (bare and bool(words & EPITHETS or subject.text in demonyms()))


def gender_told(subject: Token) -> str:
    return PARENTS.get(subject.lower_, "")


def may_be(word: str, body: str) -> bool:
    """Whether a body of this name may be called so: 'the company' is no court."""
    return word not in FIRMS or not PUBLIC & set(body.lower().split())
