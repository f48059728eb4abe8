"""Whom the subject of a cue stands for: a name, what a pronoun, role or 'the statement' refers to, or a description.

A pronoun counts only where one reading exists. Somebody the text does not name is given in its own words: 'a witness'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import OPENING, SUBJECTS, is_document
from briefing.annotate.quotes.definites import Definites, is_epithet, roles_told
from briefing.annotate.quotes.descriptions import (
    Speaker,
    apposed_name,
    are_people,
    describe,
    is_one_of_many,
    is_proper,
    somebody,
    whole_of,
)
from briefing.annotate.quotes.discourse_memory import (
    GENDERS,
    NOBODY,
    Memory,
    Spoken,
    is_ahead,
    is_main_subject,
    leading,
    standing,
    subjects_of,
)
from briefing.annotate.quotes.hearing import Hearing
from briefing.annotate.quotes.issuers import Issuers
from briefing.annotate.quotes.likeliest import Likeliest
from briefing.annotate.quotes.mentions import Mentions, are_two, is_role
from briefing.annotate.quotes.pronouns import Pronouns
from briefing.annotate.quotes.statements import Statement
from briefing.annotate.quotes.transcripts import Turn
from briefing.lexicon.names import role_nouns, speaker_words
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

QUESTIONING = frozenset({"ask", "press", "question", "quiz", "grill"})
MANY = 3  # people who speak with one voice


class Discourse:
    """What the text has said so far about who speaks: read statement by statement, in order."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._mentions = Mentions(names)
        self.name_at = self._mentions.name_at
        self.named = self._mentions.named
        self.people_between = self._mentions.people_between
        self.beside = self._mentions.beside
        self._memory = Memory(names)
        self._definites = Definites(names, self._mentions, self._memory)
        self._pronouns = Pronouns(self._mentions, self._memory)
        self._issuers = Issuers(self._mentions, self._memory)
        self._hearing = Hearing(self._mentions, self._memory)
        self._likeliest = Likeliest(self._mentions, self._memory)
        self.turn = Turn()  # of the paragraph, where it is an interview's
        self.asked: Speaker | None = None  # whom the statement before has asked

    def leader(self, paragraph: int, words: Sequence[Token] = ()) -> str | None:
        """The one person who acts in a sentence of these ``words``, or else in the sentence before."""
        before = (one for one in self._memory.people if one.at == self._memory.now and one.paragraph == paragraph)
        return leading(list(self._named_in(words, paragraph) if words else before))

    def leads(self, person: str, paragraph: int, words: Sequence[Token]) -> bool:
        """Whether nobody else acts or is acted on in the sentence."""
        return all(one.name == person for one in self._named_in(words, paragraph) if one.standing)

    def goes_on(self, speaker: Speaker) -> None:
        """Takes in a quotation without words around it."""
        self._memory.last = self._memory.now, speaker, False

    def keeps(self, speaker: Speaker, statement: Statement) -> bool:
        """Whether a statement speaks of nobody but him: Lind said. She has lived there for years."""
        others = (one for one in self._memory.people if one.at == self._memory.now and one.name != speaker.name)
        if any(others) or self._memory.unnamed[0] == self._memory.now:
            return False
        told = self._memory.gender.get(speaker.name, "")
        return any(told in {"", GENDERS[word.lower_]} for word in statement.words if word.lower_ in GENDERS) or any(
            one.at == self._memory.now for one in self._memory.people
        )

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
            known = self._pronouns.speaker(subject, paragraph, words, spoken_of)
            return known or self._answering(GENDERS[subject.lower_])
        if subject.lower_ in {"it", "they"}:
            return self._by_it(subject, paragraph, words)
        behind = subject.doc[subject.i + 1 : subject.i + 3]
        if subject.lower_ in {"one", "another"} and len(behind) == 2 and behind[0].text == ",":
            name = self.name_at(paragraph, behind[1])  # added another, Tom Becker
            if name is not None and name.kind == "person":
                return Speaker(name.name, "named")
        if is_one_of_many(subject):
            beside = (word for word in words if word.i < subject.i and word.dep_ in SUBJECTS and are_people(word))
            which = subject.doc[subject.left_edge.i : subject.i + 1].text
            return self._memory.one_of_many(which, next((word.lemma_.lower() for word in beside), ""))
        return apposed_name(subject) or self._in_full(self._by_noun(subject, paragraph, words))

    def _answering(self, gender: str) -> Speaker | None:
        """They pressed Lind on it. “Yes,” he said."""
        asked = self.asked
        fits = asked is not None and asked.known == "named" and self._memory.fits(asked.name, gender)
        return Speaker(asked.name, "reference") if asked is not None and fits else None

    def _in_full(self, speaker: Speaker | None) -> Speaker | None:
        """'Page' is the 'Lou Page' who spoke before, though no list has him."""
        if speaker is None or speaker.known != "described" or not is_proper(speaker.name):
            return speaker
        known = {one.name for one in self._memory.people if one.name.endswith(f" {speaker.name}")}
        known |= {name for name in self._memory.kinds if name.endswith(f" {speaker.name}")}
        return Speaker(known.pop(), speaker.known) if len(known) == 1 else speaker

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

    def _by_it(self, subject: Token, paragraph: int, words: Sequence[Token]) -> Speaker | None:
        many = subject.lower_ == "they"
        beside = next((word for word in words if word.i < subject.i and word.dep_ in SUBJECTS), None)
        group = beside is not None and (
            beside.tag_ == "NNPS" or (beside.tag_ == "NNS" and beside.lemma_.lower() in somebody())
        )
        if beside is not None and (group if many else is_document(beside)):
            return describe(beside)  # An assessment reached another view: they had, it said, “…”
        if beside is not None and not many and standing(beside) == 2:
            body = self._body(beside, paragraph)  # The league has not seen what it calls “…”
            if body is not None:
                return body
        document = None if many else self._issuers.just_issued()
        if document is None and subject.head.lemma_ in OPENING | {"read"}:
            document = self._issuers.just_heard()
        return document or self._memory.same_body(many)

    def _body(self, subject: Token, paragraph: int) -> Speaker | None:
        name = self.name_at(paragraph, subject)
        if name is not None:
            return Speaker(name.name, "reference") if name.kind == "organisation" else None
        said = subject.tag_ == "NN" and subject.lemma_.lower() in speaker_words()["body"] | speaker_words()["group"]
        return self._by_noun(subject, paragraph, ()) if said else None

    def _by_noun(self, subject: Token, paragraph: int, words: Sequence[Token]) -> Speaker | None:
        if is_document(subject):
            meant = self._issuers.issuer_of(subject, paragraph)
        else:
            meant = self._definites.meant(subject, paragraph, words)
        if meant is None and is_epithet(subject) and not self._definites.is_met(subject):
            return None
        return Speaker(meant, "reference") if meant else describe(subject)

    def _named_in(self, words: Sequence[Token], paragraph: int) -> Iterator[Spoken]:
        for word in words:
            name = self.name_at(paragraph, word)
            if name is not None and name.kind == "person":
                yield Spoken(self._memory.now + 1, name.name, True, standing(word))

    def likely(
        self, subject: Token | None, paragraph: int, words: Sequence[Token], spoken_of: Set[str] = frozenset()
    ) -> str | None:
        """The best guess where nothing decides: the words for somebody, whose turn it is, who was spoken of last."""
        if subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
            return self._mentions.named(subject, paragraph) or subject.doc[subject.left_edge.i : subject.i + 1].text
        if self.turn.speaker is not None and subject is None:
            return self.turn.speaker
        own = subject is not None and subject.lower_ in {"i", "me", "you", "we"}
        if not own and any(word.is_alpha for word in words):
            return self._likeliest.best(subject, paragraph, words, spoken_of)
        return self._memory.guess(spoken_of)

    # --------------------------------------------------------------------------------------------------- hearing

    def hear(
        self, statement: Statement, paragraph: int, speaker: Speaker | None, subject: Token | None = None
    ) -> str | None:
        """Takes in a statement after its quotations are attributed; ``speaker`` is whom the ``subject`` means.

        Gives the issuer of a statement, letter or report that it speaks of.
        """
        if not any(word.is_alpha for word in statement.words):
            return None  # nothing but quotations
        referred = dict(self._referred(statement, paragraph))
        self.asked = self._whom_asked(statement, paragraph, referred)
        self._memory.now += 1
        self._likeliest.hear(statement.words, paragraph, referred)
        issuer: str | None = None
        for word in statement.words:
            self._hear_word(word, paragraph, referred.get(word.i))
            if is_document(word) and self.name_at(paragraph, word) is None:  # not that of 'The Norland Post'
                issuer = self._issuers.hear(word, paragraph, speaker)
        if speaker is not None:
            self._hear_speaker(speaker, subject, paragraph)
        for subject, role in roles_told(statement.words):
            name = self.name_at(paragraph, subject)
            if name is not None and role.lower_ in role_nouns():
                self._definites.learn(role, name)
        return issuer

    def _hear_word(self, word: Token, paragraph: int, referred: str | None) -> None:
        """``referred`` is whom the word means where it is no name."""
        name = self.name_at(paragraph, word)
        if word.dep_ in SUBJECTS and are_people(word) and name is None:
            self._memory.many = self._memory.now, word.lemma_.lower()
        if is_main_subject(word):
            self._hearing.note_actor(word, paragraph)
        if name is not None:
            self._hearing.note(name, word, paragraph)
            self._definites.learn_beside(name, word, paragraph)
        elif referred is not None:
            self._memory.people.append(Spoken(self._memory.now, referred, True, standing(word), paragraph))
        elif word.dep_ in SUBJECTS and self._pronouns.is_unnamed(word, paragraph):
            self._hearing.note_unnamed(word)
        if name is None:
            self._definites.learn_unnamed(word)

    def _hear_speaker(self, speaker: Speaker, subject: Token | None, paragraph: int) -> None:
        same = self._memory.last
        self._memory.last = self._memory.now, speaker, subject is not None and subject.tag_ == "NNS"
        again = subject is not None and subject.lower_ in GENDERS  # his mother wept. She said so. “…,” she added
        if not again:
            self._memory.last_word = subject.lemma_.lower() if subject is not None else ""
        elif same is None or same[1].name != speaker.name:
            self._memory.last_word = self._memory.unnamed[2]
        unlisted = speaker.name not in self._memory.kinds and " of " not in speaker.name and speaker.name.istitle()
        unlisted = unlisted and is_proper(speaker.name) and not self._memory.last[2]  # not 'Sailors'
        unlisted = unlisted and self._memory.last_word not in NOBODY
        unlisted = unlisted and (subject is None or all(left.lower_ != "the" for left in subject.lefts))  # The Post
        if unlisted or self._memory.kinds.get(speaker.name) == "person":
            place = standing(subject) if subject is not None else 0
            self._memory.people.append(Spoken(self._memory.now, speaker.name, True, place, paragraph))

    def _whom_asked(self, statement: Statement, paragraph: int, referred: Mapping[int, str]) -> Speaker | None:
        """Lind was asked whether she would; Would she do it again? Becker asked."""
        for word in (word for word in subjects_of(statement) if word.head.lemma_ in QUESTIONING):
            if word.dep_ == "nsubjpass":
                return self.speaker_of(word, paragraph, statement.words)
            if not statement.quotations and word.head.dep_ == "ROOT":
                hearer = next((child for child in word.head.children if child.dep_ in {"dobj", "dative"}), None)
                if hearer is not None:
                    return self.speaker_of(hearer, paragraph, statement.words)
                return self._memory.interviewed(set(referred.values()))
        return self._memory.interviewed(set(referred.values())) if statement.words[-1].text == "?" else None

    def _referred(self, statement: Statement, paragraph: int) -> Iterator[tuple[int, str]]:
        """The subjects that are 'the mayor', or the first 'he', by the places of their words, with whom they mean, who
        is known to be a man from there on."""
        pronoun = False
        for word in subjects_of(statement):
            meant = None
            if word.lower_ in GENDERS and not pronoun and not is_ahead(word, statement):
                pronoun = True
                meant = self._pronouns.person(word, paragraph, statement.words)
                if meant is not None and standing(word):
                    self._memory.gender.setdefault(meant, GENDERS[word.lower_])
            elif word.pos_ in {"NOUN", "PROPN", "ADJ"} and self.name_at(paragraph, word) is None:
                meant = self._mentions.named(word, paragraph)
                meant = meant or self._definites.person(word, paragraph, statement.words)
                meant = meant if self._memory.kinds.get(meant or "") == "person" else None
            if meant is not None:
                yield word.i, meant
