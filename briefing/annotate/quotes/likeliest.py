"""Who most likely speaks, where words stand around a quotation and decide nothing: 'He spends it on “a large gin”.'

A conditional logistic regression over those whom the text has spoken of up to there, fitted to quotations whose
speakers are known (``benchmarks.likeliest``), its weights rounded. It is a guess for the editor, shown to no reader.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefing.annotate.quotes.cue_words import is_document
from briefing.annotate.quotes.descriptions import are_people, describe, is_agent_noun, is_body, somebody, unlisted
from briefing.annotate.quotes.discourse_memory import GENDERS, Memory, is_main_subject, noun_gender, standing
from briefing.annotate.quotes.mentions import Mentions
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

Sort = Literal["person", "organisation", "somebody", "people", "document", "group", "unlisted"]

WEIGHTS = {
    "silence": -1.35,  # the logarithm of the statements since the text spoke of them
    "subject silence": -0.3,  # since a sentence was about them
    "in passing": -0.15,  # the statement before merely mentions them
    "about": 2.35,  # the statement before is about them, and the cue has a pronoun
    "gender": 3.0,  # known to be that of the pronoun
    "beside pronoun": 1.15,  # named in the sentence, as 'he' or 'she' is
    "first here": 1.95,  # nobody else is named before them in the sentence, where it is about no 'he' or 'she'
    "person here": 3.5,  # the same
    "organisation here": 1.8,
    "organisation acts": 1.1,  # is what the sentence is about
    "only": 0.35,  # person of the paragraph
    "person": 1.8,
    "somebody": 1.1,  # without a name
}
NEVER = 4.0  # about as if fifty statements ago
LONGEST = 60  # letters of a description
NO_PERSON = frozenset({"people", "document", "group", "organisation"})  # 'he' and 'she' are none of them
UNLISTED = frozenset({"PERSON", "ORG", "NORP", ""})  # what the parse takes a name for that nobody lists


class Seen(NamedTuple):
    """Somebody spoken of in statement number ``at``; ``place`` is where, ``standing`` as in ``Spoken``."""

    at: int
    name: str
    sort: Sort
    standing: int
    paragraph: int
    place: int


class Pronoun(NamedTuple):
    """Whose cue it is, or who the sentence is about."""

    gender: str  # of 'he' and 'she'
    many_or_thing: bool  # 'it' and 'they'
    speaks: bool  # it has the cue


class Likeliest:
    """What each of those spoken of is worth as the speaker of a quotation."""

    def __init__(self, mentions: Mentions, memory: Memory) -> None:
        self._mentions, self._memory = mentions, memory
        self._heard: list[tuple[int, Sequence[Token], int, Mapping[int, str]]] = []
        self._seen: list[Seen] = []

    def hear(self, words: Sequence[Token], paragraph: int, referred: Mapping[int, str]) -> None:
        """Takes in a statement; ``referred`` is whom its pronouns and roles mean. Read only once somebody asks."""
        self._heard.append((self._memory.now, words, paragraph, referred))

    def best(self, subject: Token | None, paragraph: int, words: Sequence[Token], spoken_of: Set[str]) -> str | None:
        """``subject`` is that of the cue, where it is a pronoun; ``words`` are those of the statement, ``spoken_of``
        whom the quotation names."""
        told = self.features(subject, paragraph, words, spoken_of)
        return max(told, key=lambda name: sum(WEIGHTS[key] * value for key, value in told[name].items()), default=None)

    def features(
        self, subject: Token | None, paragraph: int, words: Sequence[Token], spoken_of: Set[str]
    ) -> dict[str, dict[str, float]]:
        """Of everybody who may speak, what tells for or against it."""
        for at, heard, where, referred in self._heard:
            self._seen.extend(self._in_words(heard, where, at, referred))
        self._heard.clear()
        pronoun = _pronoun(subject, words)
        here = list(self._in_words(words, paragraph, self._memory.now + 1, {}))
        first = min(here, key=lambda one: one.place).name if here else None
        people = {one.name for one in self._seen if one.paragraph == paragraph and one.sort == "person"}
        by_name = defaultdict[str, list[Seen]](list)
        for one in (*self._seen, *here):
            by_name[one.name].append(one)
        return {
            name: self._told(seen, pronoun, name == first) | {"only": float(people == {name})}
            for name, seen in by_name.items()
            if name not in spoken_of and self._may_be(seen[0], pronoun)
        }

    def _may_be(self, one: Seen, pronoun: Pronoun) -> bool:
        if pronoun.gender:
            own = noun_gender(one.name.split()[-1].lower()) if one.sort == "somebody" else ""
            fits = own in {"", pronoun.gender} and self._memory.fits(one.name, pronoun.gender)
            return fits and one.sort not in NO_PERSON
        return not (pronoun.many_or_thing and one.sort == "person")

    def _told(self, seen: Sequence[Seen], pronoun: Pronoun, first: bool) -> dict[str, float]:
        now, name, sort = self._memory.now, seen[0].name, seen[0].sort
        past = [one for one in seen if one.at <= now]
        here = len(past) < len(seen)
        subject = next((one.at for one in reversed(past) if one.standing == 2), None)
        never = 0.0 if here and not past else NEVER
        place = max((one.standing for one in past if one.at == now), default=-1)
        return {
            "silence": math.log1p(now - past[-1].at) if past else never,
            "subject silence": math.log1p(now - subject) if subject is not None else never,
            "in passing": float(place == 0),
            "about": float(place == 2 and pronoun.speaks),
            "gender": float(bool(pronoun.gender) and self._memory.gender.get(name) == pronoun.gender),
            "first here": float(first and not pronoun.gender),
            "beside pronoun": float(here and bool(pronoun.gender)),
            "person here": float(here and not pronoun.gender and sort == "person"),
            "organisation here": float(here and sort == "organisation"),
            "organisation acts": float(sort == "organisation" and any(one.standing == 2 for one in seen[len(past) :])),
            "person": float(sort == "person"),
            "somebody": float(sort in {"somebody", "people"}),
        }

    def _in_words(self, words: Sequence[Token], paragraph: int, at: int, referred: Mapping[int, str]) -> Iterator[Seen]:
        for word in words:
            name = self._mentions.name_at(paragraph, word)
            told = self._named(word, name, paragraph) if name is not None else self._unnamed(word, referred)
            if told is not None:
                yield Seen(at, told[0], told[1], standing(word), paragraph, word.idx)

    def _named(self, word: Token, name: Name, paragraph: int) -> tuple[str, Sort] | None:
        """By the word of the name that the sentence hangs it on."""
        inner = word.head != word and self._mentions.name_at(paragraph, word.head) is name
        return None if inner or (name.kind != "person" and name.kind != "organisation") else (name.name, name.kind)

    def _unnamed(self, word: Token, referred: Mapping[int, str]) -> tuple[str, Sort] | None:
        if word.i in referred:
            return referred[word.i], "person"
        sort = _sort(word)
        if sort is None or word.dep_ == "compound":
            return None  # nor the press of 'a press release'
        described = describe(word)
        text = described.name if described is not None else word.doc[word.left_edge.i : word.i + 1].text
        return (text, sort) if len(text) < LONGEST else None


def _pronoun(subject: Token | None, words: Sequence[Token]) -> Pronoun:
    """That of the cue, or else the one that the sentence is about."""
    main = subject or next((word for word in words if word.lower_ in GENDERS and is_main_subject(word)), None)
    word = main.lower_ if main is not None else ""
    return Pronoun(GENDERS.get(word, ""), word in {"it", "they"}, subject is not None)


def _sort(word: Token) -> Sort | None:
    if word.pos_ not in {"NOUN", "PROPN"}:
        return None
    if is_document(word):
        return "document"
    if word.lemma_.lower() in somebody() or are_people(word) or is_agent_noun(word):
        return "people" if word.tag_ == "NNS" else "somebody"
    if is_body(word):
        return "group"
    named = word.tag_ == "NNP" and word.ent_type_ in UNLISTED and standing(word) > 0
    return "unlisted" if named and unlisted(word) is not None else None
