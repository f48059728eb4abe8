"""How each sentence adds to what the text has said so far: names, people without one, the body that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import SUBJECTS, acts_on_somebody, is_document
from briefing.annotate.quotes.descriptions import (
    Speaker,
    are_people,
    describe,
    is_agent_noun,
    is_body,
    is_one_of_many,
    somebody,
)
from briefing.annotate.quotes.discourse_memory import NOBODY, Memory, Spoken, noun_gender, opens_sentence, standing
from briefing.annotate.quotes.mentions import TITLES, Mentions
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token


class Hearing:
    """Writes into the memory what a word of the statement at hand tells."""

    def __init__(self, mentions: Mentions, memory: Memory) -> None:
        self._mentions, self._memory = mentions, memory

    def note(self, name: Name, word: Token, paragraph: int) -> None:
        subject = word.dep_ in SUBJECTS or opens_sentence(word)
        place = standing(word) if word.dep_ in SUBJECTS or not subject else 2
        spoken = Spoken(self._memory.now, name.name, subject, place, paragraph)
        if word.dep_ in {"compound", "nmod"} and word.head.tag_ in {"NN", "NNS"}:
            return  # 'the Lind administration'
        if name.kind == "person":
            self._memory.people.append(spoken)
            self._memory.met[name.name] += word.head == word or self._mentions.name_at(paragraph, word.head) is not name
            title = TITLES.get(word.nbor(-1).lower_) if word.i else None
            title = title or (noun_gender(word.head.lemma_.lower()) if word.dep_ == "appos" else None)  # her son, Jo
            if title:
                self._memory.gender[name.name] = title
        elif name.kind == "organisation":
            self._memory.bodies.append(spoken)

    def note_unnamed(self, subject: Token) -> None:
        """One of the victims came forward. She said …: nobody heard of before, unless they are of another gender."""
        gender, noun = noun_gender(subject.lemma_.lower()), subject.lemma_.lower()
        if acts_on_somebody(subject.head):
            self._memory.unnamed = self._memory.now, None, noun
            return
        people, now = self._memory.people, self._memory.now
        stay = (one for one in people if one.at == now or (gender and not self._memory.fits(one.name, gender)))
        self._memory.people = list(stay) if noun not in NOBODY else people
        described = self._memory.one_of_many(subject.text) if is_one_of_many(subject) else describe(subject)
        self._memory.unnamed = now, described if standing(subject) == 2 else None, noun
        if described is not None and any(child.dep_ == "poss" for child in subject.children):
            self._memory.kin = now, gender

    def note_actor(self, subject: Token, paragraph: int) -> None:
        """The one body that a statement is about: 'The ministry summoned the envoy. It said …'; 'The ministry's answer
        was no. It said …'"""
        subject = _body_of(subject)
        name, many = self._mentions.name_at(paragraph, subject), are_people(subject)
        listed = name is not None and name.kind == "organisation"
        described = many or is_document(subject) or is_body(subject)
        actor = Speaker(name.name, "named") if listed and name is not None else describe(subject) if described else None
        alone = self._memory.actor[0] != self._memory.now
        self._memory.actor = self._memory.now, actor if alone else None, subject.tag_ in {"NNS", "NNPS"} and not listed


def _body_of(subject: Token) -> Token:
    """Whose answer or shares they are, where the thing itself says nothing."""
    owner = next((child for child in subject.children if child.dep_ == "poss" and child.pos_ != "PRON"), None)
    thing = subject.tag_ in {"NN", "NNS"} and not (is_document(subject) or is_body(subject))
    person = subject.lemma_.lower() in somebody() or is_agent_noun(subject)
    return owner if owner is not None and thing and not person else subject
