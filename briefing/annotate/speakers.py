"""Whom the subject of a cue stands for: a name, what a pronoun, role or 'the statement' refers to, or a description.

A pronoun counts only where one reading exists. Somebody the text does not name is given in its own words: 'a witness'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from briefing.annotate.cues import ISSUING, SUBJECTS, is_document, own_subject
from briefing.annotate.definites import Roles, gender_told, is_epithet, may_be, roles_told
from briefing.annotate.descriptions import (
    Speaker,
    apposed_name,
    describe,
    is_bare,
    is_somebodys,
    issues,
    somebody,
    whole_of,
)
from briefing.annotate.discourse_memory import MEMORY, NOBODY, Memory, Spoken, leading, noun_gender, standing
from briefing.annotate.mentions import TITLES, Mentions, are_two, is_role, outside
from briefing.annotate.statements import Statement
from briefing.annotate.transcripts import Turn
from briefing.lexicon.names import speaker_words
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
MANY = 3  # people who speak with one voice


class Discourse:
    """What the text has said so far about who speaks: read statement by statement, in order."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._mentions = Mentions(names)
        self.name_at = self._mentions.name_at
        self.people_between = self._mentions.people_between
        self.beside = self._mentions.beside
        self._roles = Roles(names)
        self._memory = Memory(names)
        self.turn = Turn()  # of the paragraph, where it is an interview's
        self._issuer: str | None = None
        self._issued = 0  # number of the statement that speaks of it

    def leader(self, paragraph: int, words: Sequence[Token] = ()) -> str | None:
        """The one person who acts in a sentence of these ``words``, or else in the sentence before."""
        before = (one for one in self._memory.people if one.at == self._memory.now and one.paragraph == paragraph)
        return leading(list(self._named_in(words, paragraph) if words else before))

    def leads(self, person: str, paragraph: int, words: Sequence[Token]) -> bool:
        """Whether nobody else acts or is acted on in the sentence."""
        return all(one.name == person for one in self._named_in(words, paragraph) if one.standing)

    def is_person(self, speaker: Speaker) -> bool:
        return self._memory.kinds.get(speaker.name) == "person"

    # ------------------------------------------------------------------------------------------------- resolving

    def speaker_of(
        self, subject: Token, paragraph: int, words: Sequence[Token] = (), spoken_of: Set[str] = frozenset()
    ) -> Speaker | None:
        """Who the subject of a cue is, or refers to; ``words`` are those of its statement, ``spoken_of`` whom the
        quotation names: few speak of themselves by name."""
        subject = whole_of(subject)
        named = self._mentions.named(subject, paragraph)
        if named is not None:
            return Speaker(named, "named")
        if are_two(subject):
            return self._several(subject, paragraph)
        if subject.lower_ in {"i", "me", "you"}:
            meant = self.turn.hearer if subject.lower_ == "you" else self.turn.speaker
            return Speaker(meant, "reference") if meant is not None else None
        if subject.lower_ in GENDERS:
            return self._by_pronoun(subject, paragraph, words, spoken_of)
        if subject.lower_ in {"it", "they"}:
            if subject.lower_ == "it" and self._issued == self._memory.now and self._issuer is not None:
                return Speaker(self._issuer, "reference")  # The board issued a statement. It read …
            return self._memory.same_body(many=subject.lower_ == "they")
        return apposed_name(subject) or self._by_noun(subject, paragraph, words)

    def _several(self, first: Token, paragraph: int) -> Speaker | None:
        """'Ada Lind and Tom Becker', 'police and prosecutors'."""
        parts: list[str] = []
        for word in (first, *first.conjuncts):
            name = self.name_at(paragraph, word)
            described = Speaker(name.name, "named") if name is not None else describe(word)
            if described is None or word.pos_ not in {"NOUN", "PROPN"} or is_role(word):
                return None
            parts.append(described.name)
        return Speaker(f"{', '.join(parts[:-1])} and {parts[-1]}", "described") if len(parts) <= MANY else None

    def _by_noun(self, subject: Token, paragraph: int, words: Sequence[Token]) -> Speaker | None:
        if is_document(subject):
            meant = self._issuer_of(subject, paragraph) or (None if is_somebodys(subject) else self._issuer)
        else:
            meant = self._definite(subject, paragraph) or self._body(subject, paragraph, words)
        return Speaker(meant, "reference") if meant else describe(subject)

    def _by_pronoun(
        self, subject: Token, paragraph: int, words: Sequence[Token], spoken_of: Set[str]
    ) -> Speaker | None:
        if any(w.i < subject.i and w.dep_ in SUBJECTS and self._is_unnamed(w, paragraph) for w in words):
            return None  # his sister pleaded with him, but he replied
        meant = self._in_statement(subject, paragraph, words) or self._memory.referent(
            GENDERS[subject.lower_], paragraph, self._objects(subject, paragraph), spoken_of
        )
        if meant is not None:
            return Speaker(meant, "reference")
        unnamed = self._memory.unnamed_person(GENDERS[subject.lower_])
        return Speaker(unnamed.name, "reference") if unnamed is not None else None

    def _objects(self, pronoun: Token, paragraph: int) -> set[str]:
        """Who is not meant: he described Becker as “…”."""
        objects = (word for word in pronoun.head.children if word.dep_ in {"dobj", "dative", "iobj"})
        names = (self.name_at(paragraph, word) for word in objects)
        return {name.name for name in names if name is not None}

    def _in_statement(self, pronoun: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """Blankenship agreed: “…,” he said."""
        earlier = [word for word in words if word.i < pronoun.i]
        if any(GENDERS.get(word.lower_) == GENDERS[pronoun.lower_] and word.dep_ in SUBJECTS for word in earlier):
            return None  # he said Lind was right, he added
        named = [(w, self.name_at(paragraph, w)) for w in earlier]
        people = {
            n.name
            for _, n in named
            if n is not None and n.kind == "person" and self._memory.fits(n.name, GENDERS[pronoun.lower_])
        }
        subjects = [n.name for w, n in named if n is not None and n.name in people and w.dep_ in SUBJECTS]
        return subjects[0] if subjects and len(people) == 1 else None

    def _definite(self, subject: Token, paragraph: int) -> str | None:
        """'the mayor', 'the prime minister': the one person so described, or of several the one who spoke last; 'the
        26-year-old': whoever is spoken of."""
        if is_epithet(subject):
            return self._memory.referent(gender_told(subject), paragraph)
        holders = self._roles.holders(subject)
        if len(holders) > 1 and self._memory.last is not None and self._memory.now - self._memory.last[0] <= MEMORY:
            holders &= {self._memory.last[1].name}
        return next(iter(holders)) if len(holders) == 1 else None

    def _body(self, subject: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """'the company', 'the ministry': the one organisation of that word, or the one that acted of late."""
        word = subject.lemma_.lower()
        if subject.tag_ != "NN" or word not in speaker_words()["body"] or not is_bare(subject):
            return None
        earlier = [(one, self.name_at(paragraph, one)) for one in words if one.i < subject.i]
        beside = {name.name: one for one, name in earlier if name is not None and name.kind == "organisation"}
        owners = [name for name, one in beside.items() if one.dep_ in {"compound", "poss"}]
        if len(beside) == 1 and owners:
            return owners[0]  # in a statement on the Harbour Board's website, the company said
        meant = self._memory.body_of_late(word)
        meant = meant if meant is not None and may_be(word, meant) else None
        return None if beside.keys() - {meant} else meant

    def _issuer_of(self, document: Token, paragraph: int) -> str | None:
        """'a statement from the White House', 'the White House's statement', 'X issued a statement'."""
        for word in outside(document):
            if (word.dep_ in {"poss", "compound"} and word.head == document) or issues(word, document):
                name = self.name_at(paragraph, word)
                if name is not None and name.kind != "place" and self._mentions.is_whole(word, name, paragraph):
                    return name.name
        verb = document.head
        subject = own_subject(verb) if document.dep_ == "dobj" and verb.lemma_ in ISSUING else None
        name = self.name_at(paragraph, subject) if subject is not None else None
        return name.name if name is not None else None

    def _named_in(self, words: Sequence[Token], paragraph: int) -> Iterator[Spoken]:
        for word in words:
            name = self.name_at(paragraph, word)
            if name is not None and name.kind == "person":
                yield Spoken(self._memory.now + 1, name.name, True, standing(word))

    def likely(
        self, subject: Token | None, paragraph: int, words: Sequence[Token], spoken_of: Set[str] = frozenset()
    ) -> str | None:
        """The best guess where nothing decides: the words for somebody, whom the sentence names, or who was spoken of
        last, subjects and speakers first."""
        if subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
            return " ".join(word.text for word in subject.subtree if word.i <= subject.i)
        if subject is not None and subject.lower_ in {"it", "they"}:
            return self._memory.guess_body()
        if self.turn.speaker is not None and subject is None:
            return self.turn.speaker
        gender = GENDERS.get(subject.lower_, "") if subject is not None else ""
        here = [] if gender else list(self._named_in(words, paragraph))
        return self._memory.guess(gender, here, spoken_of)

    # --------------------------------------------------------------------------------------------------- hearing

    def hear(
        self, statement: Statement, paragraph: int, speaker: Speaker | None, subject: Token | None = None
    ) -> str | None:
        """Takes in a statement after its quotations are attributed; ``speaker`` is whom the ``subject`` means.

        Gives the issuer of a statement, letter or report that it speaks of.
        """
        if not any(word.is_alpha for word in statement.words):
            return None  # nothing but quotations
        self._memory.now += 1
        issuer: str | None = None
        for word in statement.words:
            name = self.name_at(paragraph, word)
            if word.dep_ in SUBJECTS and standing(word) == 2:
                self._hear_actor(word, name)
            if name is not None:
                self._note(name, word, paragraph)
            elif word.dep_ in SUBJECTS and (meant := self._definite(word, paragraph)) is not None:
                self._memory.people.append(Spoken(self._memory.now, meant, True, standing(word), paragraph))
            elif word.dep_ in SUBJECTS and self._is_unnamed(word, paragraph):
                self._hear_unnamed(word)
            if name is None and is_document(word):  # not that of 'The Norland Post'
                issuer = self._issuer_of(word, paragraph)
                self._issuer = issuer or (speaker.name if speaker else self._issuer)
                self._issued = self._memory.now if issuer else self._issued
        if speaker is not None:
            self._hear_speaker(speaker, subject, paragraph)
        self._hear_pronoun(statement, paragraph)
        for subject, role in roles_told(statement.words):
            name = self.name_at(paragraph, subject)
            if name is not None and name.kind == "person":
                self._roles.learn(role, name.name)
        return issuer

    def _hear_speaker(self, speaker: Speaker, subject: Token | None, paragraph: int) -> None:
        self._memory.last = self._memory.now, speaker, subject is not None and subject.tag_ == "NNS"
        self._memory.last_word = subject.lemma_.lower() if subject is not None else ""
        unlisted = speaker.name not in self._memory.kinds and " of " not in speaker.name and speaker.name.istitle()
        if unlisted or self._memory.kinds.get(speaker.name) == "person":
            place = standing(subject) if subject is not None else 0
            self._memory.people.append(Spoken(self._memory.now, speaker.name, True, place, paragraph))

    def _note(self, name: Name, word: Token, paragraph: int) -> None:
        spoken = Spoken(self._memory.now, name.name, word.dep_ in SUBJECTS, standing(word), paragraph)
        if word.dep_ in {"compound", "nmod"} and word.head.tag_ in {"NN", "NNS"}:
            return  # 'the Lind administration'
        if name.kind == "person":
            self._memory.people.append(spoken)
            title = TITLES.get(word.nbor(-1).lower_) if word.i else None
            if title:
                self._memory.gender[name.name] = title
        elif name.kind == "organisation":
            self._memory.bodies.append(spoken)

    def _hear_unnamed(self, subject: Token) -> None:
        """One of the victims came forward. She said …: nobody heard of before, unless they are of another gender."""
        gender, noun = noun_gender(subject.lemma_.lower()), subject.lemma_.lower()
        people, now = self._memory.people, self._memory.now
        stay = (one for one in people if one.at == now or (gender and not self._memory.fits(one.name, gender)))
        self._memory.people = list(stay) if noun not in NOBODY else people
        self._memory.unnamed = now, describe(subject) if standing(subject) == 2 else None, noun

    def _hear_actor(self, subject: Token, name: Name | None) -> None:
        """The one body that a statement is about: 'The ministry summoned the envoy. It said …'"""
        many = subject.tag_ == "NNS" and subject.lemma_.lower() in somebody()
        body = many or {subject.lemma_.lower(), subject.lower_} & (speaker_words()["body"] | speaker_words()["group"])
        listed = name is not None and name.kind == "organisation"
        actor = Speaker(name.name, "named") if listed and name is not None else describe(subject) if body else None
        alone = self._memory.actor[0] != self._memory.now
        self._memory.actor = self._memory.now, actor if alone else None, subject.tag_ in {"NNS", "NNPS"} and not listed

    def _hear_pronoun(self, statement: Statement, paragraph: int) -> None:
        """Whom 'he' meant as a subject is spoken of again, and known to be a man."""
        for word in _subjects(statement):
            if word.lower_ in GENDERS:
                meant = self._in_statement(word, paragraph, statement.words) or self._memory.referent(
                    GENDERS[word.lower_], paragraph
                )
                if meant is not None:
                    self._memory.gender.setdefault(meant, GENDERS[word.lower_])
                    self._memory.people.append(Spoken(self._memory.now, meant, True, standing(word), paragraph))
                return

    def _is_unnamed(self, subject: Token, paragraph: int) -> bool:
        """One person whom the text does not name, and whom 'he' or 'she' may mean from there on."""
        if subject.tag_ not in {"NN", "CD"} or subject.head.dep_ in {"relcl", "acl"}:
            return False
        known = subject.lower_ == "one" or subject.lemma_.lower() in somebody()
        return known and self._mentions.named(subject, paragraph) is None


def _subjects(statement: Statement) -> Iterator[Token]:
    return (w for w in statement.words if w.dep_ in SUBJECTS and w.head.dep_ not in {"relcl", "acl"})
