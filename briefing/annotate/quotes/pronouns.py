"""Whom 'he' and 'she' mean: who acts in the same sentence, or whoever of those spoken of stands out."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import SUBJECTS
from briefing.annotate.quotes.descriptions import Speaker, describe, is_agent_noun, somebody
from briefing.annotate.quotes.discourse_memory import GENDERS, Memory, Spoken, is_topic, leading, noun_gender, standing
from briefing.annotate.quotes.mentions import Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token


class Pronouns:
    """Pronouns of one person, read against what has been said."""

    def __init__(self, mentions: Mentions, memory: Memory) -> None:
        self._mentions, self._memory = mentions, memory

    def speaker(self, subject: Token, paragraph: int, words: Sequence[Token], spoken_of: Set[str]) -> Speaker | None:
        subjects = [word for word in words if word.i < subject.i and word.dep_ in SUBJECTS and _may_be(subject, word)]
        if any(self.is_unnamed(word, paragraph) for word in subjects):
            return self._only_actor(subject, subjects, paragraph, words)
        meant = self.person(subject, paragraph, words, spoken_of)
        if meant is not None:
            self._memory.gender.setdefault(meant, GENDERS[subject.lower_])
            return Speaker(meant, "reference")
        if self._memory.may_mislead(paragraph, GENDERS[subject.lower_]):
            return None
        unnamed = self._memory.unnamed_person(GENDERS[subject.lower_])
        if unnamed is not None:
            return Speaker(unnamed.name, "reference")
        only = self._memory.only_one(GENDERS[subject.lower_])
        return Speaker(only, "reference") if only is not None and only not in spoken_of else None

    def _only_actor(
        self, pronoun: Token, subjects: Sequence[Token], paragraph: int, words: Sequence[Token]
    ) -> Speaker | None:
        """A rival was kinder: “…,” he said; not 'a friend pleaded with him, but he replied'."""
        earlier = [word for word in words if word.i < pronoun.i]
        others = any(word.lower_ in GENDERS or self._mentions.name_at(paragraph, word) for word in earlier)
        described = describe(subjects[0]) if len(subjects) == 1 and not others else None
        return Speaker(described.name, "reference") if described is not None else None

    def person(
        self, pronoun: Token, paragraph: int, words: Sequence[Token], spoken_of: Set[str] = frozenset()
    ) -> str | None:
        """Somebody named; ``words`` are those of the statement, ``spoken_of`` whom its quotation names."""
        about = {word.i for one in words if _is_asked(one) and one.i < pronoun.i for word in one.subtree}
        asked = (self._mentions.name_at(paragraph, word) for word in words if word.i in about)
        others = self._objects(pronoun, paragraph) | {name.name for name in asked if name is not None}
        words = [word for word in words if word.i not in about]
        gender = GENDERS[pronoun.lower_]
        return self._in_statement(pronoun, paragraph, words) or self._memory.referent(
            gender, paragraph, others, spoken_of
        )

    def _objects(self, pronoun: Token, paragraph: int) -> set[str]:
        """Who is not meant: he described Becker as “…”."""
        objects = (word for word in pronoun.head.children if word.dep_ in {"dobj", "dative", "iobj"})
        names = (self._mentions.name_at(paragraph, word) for word in objects)
        return {name.name for name in names if name is not None}

    def _in_statement(self, pronoun: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """Blankenship agreed: “…,” he said."""
        earlier = [word for word in words if word.i < pronoun.i]
        same = (word for word in earlier if GENDERS.get(word.lower_) == GENDERS[pronoun.lower_])
        first = next((word for word in same if word.dep_ in SUBJECTS), pronoun)
        earlier = [word for word in earlier if word.i < first.i]  # he said Lind was right, he added
        owned = (word for word in earlier if word.tag_ == "PRP$" and word.head.dep_ in SUBJECTS)
        if any(GENDERS.get(word.lower_) == GENDERS[pronoun.lower_] for word in owned):
            return None  # her lawyer, Guy Lind, said she would appeal
        named = (self._mentions.name_at(paragraph, w) for w in earlier)
        gender = GENDERS[pronoun.lower_]
        people = {n.name for n in named if n is not None and n.kind == "person" and self._memory.fits(n.name, gender)}
        main = [word for word in earlier if word.dep_ in SUBJECTS or is_topic(word)]
        if not main and pronoun.head.dep_ == "relcl" and len(people) == 1:
            return people.pop()  # Next up for Lind is the winner he calls “…”
        others = (word for word in main if not _may_be(pronoun, word) or _is_thing(word))
        main += [owner for word in others for owner in word.children if owner.dep_ == "poss"]
        subjects = [name for name in (self._mentions.named(word, paragraph) for word in main) if name in people]
        if len(people) > 1:
            spoken = ((self._mentions.name_at(paragraph, word), standing(word)) for word in earlier)
            return leading(
                [Spoken(0, n.name, True, place) for n, place in spoken if n is not None and n.name in people]
            )
        return subjects[0] if subjects and people else None

    def is_unnamed(self, subject: Token, paragraph: int) -> bool:
        """One person whom the text does not name, and whom 'he' or 'she' may mean from there on."""
        if subject.tag_ not in {"NN", "CD"} or subject.head.dep_ in {"relcl", "acl"}:
            return False
        known = subject.lower_ == "one" or subject.lemma_.lower() in somebody()
        return known and self._mentions.named(subject, paragraph) is None


def _is_asked(word: Token) -> bool:
    """Asked by Lind whether Becker would stay, he said; reminded of Lind's vow, he said: he is neither."""
    fronted = word.tag_ in {"VBN", "VBD"} and word.dep_ in {"advcl", "ccomp"} and word.i < word.head.i
    return fronted and all(child.dep_ not in SUBJECTS for child in word.children)


def _is_thing(noun: Token) -> bool:
    """Lind's voice cracked as he spoke."""
    return noun.tag_ in {"NN", "NNS"} and noun.lemma_.lower() not in somebody() and not is_agent_noun(noun)


def _may_be(pronoun: Token, noun: Token) -> bool:
    """Lind's sister pleaded, but he replied: he is not the sister."""
    return noun_gender(noun.lemma_.lower()) in {"", GENDERS[pronoun.lower_]}
