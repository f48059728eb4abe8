"""Whom 'the mayor', 'the 26-year-old', 'the company' stand for: the one holder of a role, or who is spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import SUBJECTS, own_subject
from briefing.annotate.quotes.descriptions import is_agent_noun, is_bare, is_body, somebody
from briefing.annotate.quotes.discourse_memory import MEMORY, Memory, Spoken, leading, standing
from briefing.annotate.quotes.mentions import Mentions
from briefing.lexicon.names import demonyms, speaker_words
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

LESSER = frozenset("former ex vice deputy assistant acting co then late shadow".split())  # not 'the president' alone
FULL_TITLES = {
    "gov.": "governor", "sen.": "senator", "rep.": "representative", "capt.": "captain", "gen.": "general",
    "lt.": "lieutenant", "col.": "colonel", "sgt.": "sergeant", "maj.": "major", "cmdr.": "commander",
    "adm.": "admiral", "rev.": "reverend", "dr": "doctor", "dr.": "doctor", "prof.": "professor", "supt.":
    "superintendent", "det.": "detective", "hon.": "judge", "justice": "judge", "councillor": "councillor",
    "congressman": "representative", "congresswoman": "representative",
}  # fmt: skip
AGE = re.compile(r"[Tt]he \d+-year-old")
EPITHETS = frozenset(
    "democrat republican conservative independent tory socialist veteran native newcomer lawmaker politician "
    "legislator congressman congresswoman senator mp billionaire tycoon actor actress singer striker "
    "midfielder defender winger goalkeeper keeper forward batsman bowler fly-half scrum-half quarterback pitcher "
    "left-hander right-hander champion seed singer-songwriter frontman retired unemployed pensioner retiree".split()
)
INDEFINITE = frozenset({"a", "an", "one", "another"})
PARENTS = {"mother": "f", "father": "m", "grandmother": "f", "grandfather": "m"}  # of three
PUBLIC = frozenset(
    "commission court house senate congress parliament assembly ministry department government council committee "
    "tribunal police legislature treasury exchange league union party".split()
)  # what nobody calls 'the company', nor 'the group'
FIRMS = frozenset(
    "company firm corporation carmaker automaker manufacturer airline retailer lender insurer utility brokerage chain "
    "startup studio drugmaker chipmaker carrier conglomerate consortium group charity club".split()
)


OPENING_PARAGRAPHS = 2
WORDS_OF_ROLE = 3  # before its noun: 'state bank chief'


class Definites:
    """Descriptions of one that the reader knows, read against the roles of the people and what has been said."""

    def __init__(self, names: Sequence[Name], mentions: Mentions, memory: Memory) -> None:
        self._mentions, self._memory = mentions, memory
        people = (name for name in names if name.kind == "person")
        self._roles = [(_in_full(role), name.name) for name in people for role in name.roles]
        self._unnamed: set[str] = set()  # nouns of those brought in without a name

    def learn(self, role: Token, person: Name) -> None:
        """Ada Lind has been mayor for a year."""
        if person.kind == "person":
            before = reversed(role.doc[max(0, role.i - WORDS_OF_ROLE) : role.i])
            words = [*takewhile(lambda word: word.pos_ in {"NOUN", "PROPN", "ADJ"}, before)]
            self._roles.append((" ".join(word.lower_ for word in (*reversed(words), role)), person.name))

    def learn_unnamed(self, noun: Token) -> None:
        """She had written to a senator; 'the senator' is that one."""
        if noun.tag_ == "NN" and noun.dep_ not in {"attr", "appos"} and noun.left_edge.lower_ in INDEFINITE:
            self._unnamed.add(noun.lower_)

    def is_met(self, subject: Token) -> bool:
        return subject.lower_ in self._unnamed

    def learn_beside(self, name: Name, word: Token, paragraph: int) -> None:
        """Commodore Ada Lind; the harbourmaster there, Ada Lind."""
        role = word.head if word.dep_ == "appos" else word.doc[max(0, word.i - 1)]
        beside = role.dep_ == "compound" or role == word.head
        if beside and role.pos_ in {"NOUN", "PROPN"} and self._mentions.name_at(paragraph, role) is None:
            self.learn(role, name)

    def meant(self, subject: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """The person or body; ``words`` are those of the statement."""
        return self.person(subject, paragraph, words) or self._body(subject, paragraph, words)

    def person(self, subject: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """'the mayor', 'the prime minister': the one person so described, or of several the one who spoke last; 'the
        26-year-old': whoever is spoken of."""
        holders = self._holders(subject) or self._brought_in(subject, paragraph)
        if not holders and not self.is_met(subject) and (is_epithet(subject) or _is_coined(subject)):
            return self._spoken_of(subject, paragraph, words)
        if len(holders) < 2:
            return next(iter(holders), None)
        last = self._memory.last
        if last is not None and self._memory.now - last[0] <= MEMORY and last[1].name in holders:
            return last[1].name
        return self._memory.met_last(holders)

    def _spoken_of(self, subject: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """Who leads the sentence up to there, or is spoken of."""
        earlier = ((self._mentions.name_at(paragraph, one), one) for one in words if one.i < subject.i)
        people = [Spoken(0, name.name, True, standing(one)) for name, one in earlier if name and name.kind == "person"]
        return leading(people) or self._memory.referent(PARENTS.get(subject.lower_, ""), paragraph)

    def _brought_in(self, subject: Token, paragraph: int) -> set[str]:
        """A minister called it “…”. Ada Lind, the families minister, said: whom the text opens with it names later."""
        opens = paragraph <= OPENING_PARAGRAPHS and subject.tag_ == "NN" and subject.left_edge.lower_ in {"a", "an"}
        if not opens:
            return set()
        lefts = [word.lower_ for word in subject.lefts if word.dep_ in {"compound", "amod"} and word.is_lower]
        holders = self._of_role(" ".join((*lefts, subject.lower_)))
        return holders if len(holders) == 1 and not holders & self._memory.met.keys() else set()

    def _of_role(self, words: str) -> set[str]:
        roles = ((role, name) for role, name in self._roles if _is_of(words, role))
        return {name for role, name in roles if not (LESSER & set(role.split())) - set(words.split())}

    def _holders(self, subject: Token) -> set[str]:
        owned = any(word.dep_ == "poss" and word.pos_ != "PROPN" for word in subject.lefts)  # the club's owner
        if not owned and all(word.lower_ != "the" for word in subject.lefts):
            return set()
        lefts = [word for word in subject.lefts if word.dep_ in {"compound", "amod"}]
        party = [word for word in lefts if word.dep_ == "amod" and word.text[0].isupper()]  # the Democratic governor
        holders = self._of_role(" ".join(word.lower_ for word in (*lefts, subject) if word not in party))
        return holders & self._memory.of_late() if party else holders

    def _body(self, subject: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """'the company', 'the ministry': the one organisation of that word, or the one that acted of late."""
        word = subject.lemma_.lower()
        if subject.tag_ != "NN" or word not in speaker_words()["body"] or not is_bare(subject):
            return None
        earlier = [(one, self._mentions.name_at(paragraph, one)) for one in words if one.i < subject.i]
        beside = {name.name: one for one, name in earlier if name is not None and name.kind == "organisation"}
        owners = [name for name, one in beside.items() if one.dep_ in {"compound", "poss"}]
        if len(beside) == 1 and owners and _may_be(word, owners[0]):
            return owners[0]  # in a statement on the Harbour Board's website, the company said
        meant = self._memory.body_of_late(word)
        meant = meant if meant is not None and _may_be(word, meant) else None
        return None if beside.keys() - {meant} else meant


def _is_of(phrase: str, role: str) -> bool:
    """'the chairman' of 'bank chairman' and of 'chairman of the bank'."""
    _, begins, rest = role.partition(f"{phrase} ")
    of = bool(begins) and role.startswith(phrase) and rest.split(" ")[0] in {"of", "at", "for", "with", "in", "to"}
    return of or f" {role}".endswith(f" {phrase}")


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
    if AGE.fullmatch(subject.doc[max(0, subject.i - 5) : subject.i + 1].text):
        return True
    if all(word.lower_ != "the" for word in subject.lefts) or subject.tag_ in {"NNS", "NNPS"}:
        return False
    words = {word.lower_ for word in subject.lefts} | {subject.lower_}
    if subject.lower_ in PARENTS:
        of = next((child for child in subject.children if child.lower_ == "of"), None)
        return of is not None and any(child.tag_ == "CD" for child in of.children)
    apart = subject.doc[subject.i + 1 : subject.i + 2].text == ","  # the retired dentist, from Norland
    bare = apart or all(child.dep_ in {"det", "amod", "compound", "punct", "nummod"} for child in subject.children)
    return bare and bool(words & EPITHETS or subject.text in demonyms())


def _is_coined(subject: Token) -> bool:
    """The would-be savior of the party: by its form a person, in no list of those whom texts leave unnamed."""
    listed = subject.lemma_.lower() in somebody() or is_body(subject)
    definite = subject.tag_ == "NN" and any(word.lower_ == "the" for word in subject.lefts)
    return definite and not listed and is_agent_noun(subject)


def _may_be(word: str, body: str) -> bool:
    """Whether a body of this name may be called so: 'the company' is no court."""
    return word not in FIRMS or not PUBLIC & set(body.lower().split())
