"""Which name of the article the subject of a cue is, by its words and place alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from briefing.annotate.quotes.cue_words import own_subject
from briefing.annotate.quotes.subjects import WIDEST
from briefing.lexicon.names import gender_of, kind_words, known_names, role_nouns
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

TITLES = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "pope": "m",
    "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "dame": "f", "lady": "f", "queen": "f", "princess": "f",
}  # fmt: skip


NAMING = frozenset({"give", "go", "know", "say"})  # her name as …, by the name of …, as …, her name was …
SHORTEST_SURNAME = 6  # letters of one that may be misspelt
OWNER = 6  # words of a name up to its possessive


class Mentions:
    """The names of an article by the place of their mentions."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._at: dict[tuple[int, int], Name] = {}
        self._surnames: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            for mention in name.mentions:
                for place in range(mention.start, mention.end):
                    self._at[mention.paragraph, place] = name
            if name.kind == "person":
                self._surnames[name.name.split()[-1]].append(name.name)

    def name_at(self, paragraph: int, word: Token) -> Name | None:
        first = 0 if word.text[0].isalnum() else 1  # behind a mark that is not seen
        return self._at.get((paragraph, word.idx + first))

    def people_between(self, paragraph: int, start: int, end: int) -> set[str]:
        names = (self._at.get((paragraph, place)) for place in range(start, end))
        return {name.name for name in names if name is not None and name.kind == "person"}

    def named(self, subject: Token, paragraph: int) -> str | None:
        """The name that the subject is, or that stands beside it in apposition."""
        if are_two(subject):
            return self._only_name(subject, paragraph)
        for word in (subject, *apposed(subject)):
            name = None if _is_dateline(word) else self.name_at(paragraph, word)
            if name is not None and not (name.kind != "person" and is_owner(word)):
                return name.name if name.kind != "place" or self.is_whole(word, name, paragraph) else None
        beside = self._apposed(subject, paragraph) or self._behind_place(subject, paragraph)
        beside = beside or self._set_beside(subject, paragraph)
        people = self._surnames.get(subject.text, [])  # whatever the parse takes a surname for
        return beside or (people[0] if len(people) == 1 else None)

    def beside(self, cue: Token, paragraph: int) -> str | None:
        """The person named right before a verb: 'Oceana Bank president Ada Lind said', 'its head, Ada Lind, said'."""
        place = cue.i - 1
        if place > 1 and cue.doc[place].text == "-":
            place -= 2  # Ada Lind e-mailed
        while place > 0 and cue.doc[place].pos_ == "ADV":
            place -= 1
        between = place > 0 and cue.doc[place].text == ","
        place -= between
        name = self.name_at(paragraph, cue.doc[place]) if place >= 0 else None
        finite = cue.tag_ in {"VBD", "VBZ", "VBP"} or (cue.tag_ == "VBN" and not between)
        if name is None or name.kind != "person" or not finite or cue.dep_ == "relcl":
            return None
        while place >= 0 and self.name_at(paragraph, cue.doc[place]) is name:
            place -= 1
        while place > 0 and _without_title(cue.doc[place]).i < place:
            place -= 1
        if place >= 0 and cue.doc[place].text == ",":
            return name.name
        while place >= 0 and not between and cue.doc[place].pos_ in {"NOUN", "PROPN", "ADJ", "DET"}:
            place -= 1
        first = place < 0 or cue.doc[place].is_sent_end or (cue.doc[place].pos_ == "PUNCT" and not between)
        lost = (
            place >= 0
            and cue.doc[place].pos_ == "ADP"
            and bool(cue.doc[place].is_sent_start)
            and own_subject(cue) is None
        )
        first = first or lost  # on a call chief executive Ada Lind said: the parse takes her for the call's
        return name.name if first else None

    def is_whole(self, word: Token, name: Name, paragraph: int) -> bool:
        """Whether the place is not part of a longer name: 'Sustainable Norland says'."""
        compounds = [left for left in word.lefts if left.dep_ == "compound" and left.tag_ == "NNP"]
        return all(self.name_at(paragraph, left) == name for left in compounds)

    def _only_name(self, subject: Token, paragraph: int) -> str | None:
        """'Academic and writer Ada Lind': two roles of one person, named last; not 'a friend and Ada Lind'."""
        words = list(islice(subject.subtree, WIDEST))
        names = [self.name_at(paragraph, word) for word in words]
        person = names[-1]
        if person is None or person.kind != "person":
            return None
        first = names.index(person)
        others = {name.kind for name in names[:first] if name is not None}
        if all(map(is_role, (subject, *subject.conjuncts))):  # president of Norland and chief executive, Ada Lind
            return None if "person" in others else person.name
        joined = first == 0 or words[first - 1].lower_ in {"and", "or", ","}
        return None if others or joined else person.name

    def _apposed(self, subject: Token, paragraph: int) -> str | None:
        """The person named in apposition: the head of the agency, Maria Belski; not 'the wife of John Smith'."""
        found: set[str] = set()
        for word in outside(subject):
            name = self.name_at(paragraph, word)
            if name is None or name.kind != "person" or word.i == 0:
                continue
            before, follows = _without_title(word.nbor(-1)), word.i + 1 < len(word.doc) and word.nbor().tag_ == "POS"
            if follows:
                return None
            if before.text == "," or before.pos_ == "NOUN":
                found.add(name.name)
        return found.pop() if len(found) == 1 else None

    def _set_beside(self, subject: Token, paragraph: int) -> str | None:
        """Ada Lind, the prosecutor who leads the race, said: the parse takes the apposition for the subject."""
        first, verb = subject.left_edge, subject.head
        if first.i < 2 or first.nbor(-1).text != "," or verb.i < subject.i or verb.nbor(-1).text != ",":
            return None
        name = self.name_at(paragraph, first.nbor(-2))
        words = first.doc[first.sent.start : first.i - 1]
        opens = name is not None and all(self.name_at(paragraph, word) is name for word in words)
        return name.name if opens and name is not None and name.kind == "person" else None

    def _behind_place(self, subject: Token, paragraph: int) -> str | None:
        """'Governor of Norland Ada Lind': the parse takes the name for the place's."""
        following = subject.doc[subject.i + 1 : subject.i + 2].text.lower()
        if subject.pos_ not in {"NOUN", "PROPN"} or following not in {"of", "to", "for"}:
            return None
        run = takewhile(lambda word: word.pos_ in {"PROPN", "DET"}, subject.doc[subject.i + 2 : subject.i + WIDEST])
        names = [name for word in run if (name := self.name_at(paragraph, word)) is not None]
        if len(names) < 2 or names[0].kind == "person" or names[-1].kind != "person":
            return None
        return names[-1].name


def known_people(names: Sequence[Name]) -> list[Name]:
    """The names, with people taken for bodies put right, and a misspelt surname given to the one it is meant for."""
    names = [_as_person(name) for name in names]
    full = {name.name.split()[-1]: name for name in names if name.kind == "person" and " " in name.name}
    meant = {name.name: _spelt(name.name, full) for name in names if " " not in name.name}
    found = list[Name]()
    for name in names:
        others = [other for other in names if (one := meant.get(other.name)) is not None and one.name == name.name]
        if meant.get(name.name) is None:
            found.append(replace(name, mentions=(*name.mentions, *(m for other in others for m in other.mentions))))
    return found


def _spelt(word: str, full: Mapping[str, Name]) -> Name | None:
    """Of surnames the only one a letter away: 'Dunleavey' for Ada Dunleavy."""
    if len(word) < SHORTEST_SURNAME or word in full:
        return None
    near = [name for one, name in full.items() if one[0] == word[0] and DamerauLevenshtein.distance(one, word) == 1]
    return near[0] if len(near) == 1 else None


def _as_person(name: Name) -> Name:
    """Ada Lind, whatever she was taken for: a known given name before a word that ends no body's name."""
    words = name.name.split()
    taken = name.kind == "organisation" and 2 <= len(words) <= 3 and name.name not in known_names()
    given = taken and any(gender_of(word) for word in words[:-1])
    return replace(name, kind="person") if given and words[-1] not in kind_words() else name


def is_owner(word: Token) -> bool:
    """'The University of Oceana, Norland's chancellor, Ada Lind': whose chancellor speaks, not who speaks."""
    if word.i + 1 < len(word.doc) and word.nbor().tag_ == "POS":
        return False
    run = islice(word.doc[word.i + 1 :], OWNER)
    rest = list(takewhile(lambda one: one.pos_ in {"PROPN", "PUNCT", "ADP", "PART"}, run))
    return any(one.tag_ == "POS" for one in rest) and all(one.text not in {".", "”", '"'} for one in rest)


def outside(subject: Token) -> Iterator[Token]:
    """The words that belong to the subject, up to a mark behind it: what is quoted is no part of it."""
    return takewhile(lambda word: word.i < subject.i or not word.is_quote, islice(subject.subtree, WIDEST))


def apposed(subject: Token) -> Iterator[Token]:
    """What names the subject beside it: the mayor, Ada Lind; a student named Lind."""
    for child in subject.children:
        if child.dep_ == "appos":
            yield child
        elif child.dep_ in {"acl", "relcl"}:
            yield from (word for word in islice(child.subtree, WIDEST) if _is_alias(word))


def _is_dateline(word: Token) -> bool:
    """'NORFORD -- The Harbour Board, citing losses, said': the parse takes the town for who speaks."""
    return word.is_upper and word.doc[word.i + 1 : word.i + 2].text in {"--", "—", "–"}


def _is_alias(word: Token) -> bool:
    """Of a driver named Iqbal, who gave his name as Iqbal, who goes by the name of Iqbal, known as Iqbal."""
    if word.pos_ != "PROPN" or word.dep_ not in {"oprd", "dobj", "attr", "pobj", "appos"}:
        return False
    verb = word.head
    while verb.lower_ in {"as", "by", "name"} and verb.head != verb:
        verb = verb.head
    return verb.lemma_ in {"call", "name", "identify"} or (verb != word.head and verb.lemma_ in NAMING)


def are_two(subject: Token) -> bool:
    """Ada Lind and Tom Becker; not 'Ada Lind of the board and contributor to a paper'."""
    others = [child for child in subject.children if child.dep_ == "conj"]
    others = [one for one in others if not one.left_edge.nbor(-1).is_quote]  # called “…” by a sailor and “…” by
    return any(one.tag_ != "NN" or any(left.dep_ == "det" for left in one.lefts) for one in others)


def is_role(word: Token) -> bool:
    return word.lower_ in role_nouns() and (word.tag_ == "NNP" or all(left.dep_ != "det" for left in word.lefts))


def _without_title(word: Token) -> Token:
    """What stands before a title, where the word is one."""
    is_title = word.pos_ == "PROPN" and (word.text.endswith(".") or word.lower_ in TITLES)
    return word.nbor(-1) if is_title and word.i else word
