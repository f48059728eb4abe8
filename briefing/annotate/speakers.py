"""Who said it: the verb that introduces a quotation, and the name its subject stands for.

Follows the rules of direct-quotation attribution usual since Elson & McKeown (2010): the cue nearest to the marks, its
grammatical subject, then the name that subject is or refers to. A pronoun counts only where one reading exists.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from briefing.annotate.quote_marks import Quotation
from briefing.annotate.statements import Statement, is_speech
from briefing.lexicon.names import role_nouns
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
TITLES = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "king": "m", "prince": "m", "pope": "m",
    "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "dame": "f", "lady": "f", "queen": "f", "princess": "f",
}  # fmt: skip
SOMEBODY = frozenset(
    "one another somebody someone man woman girl boy child teenager mother father parent daughter son sister brother "
    "wife husband widow widower aunt uncle grandmother grandfather neighbor neighbour friend relative colleague person "
    "passenger caller bystander employee".split()
)
DOCUMENTS = frozenset(
    {"statement", "release", "letter", "report", "memo", "email", "e-mail", "communique", "communiqué", "post", "tweet"}
)
ISSUING = frozenset({"issue", "release", "publish", "make", "send", "write", "post", "give"})
NEAR = 3  # words between a cue and the marks that still count as adjacent
WIDEST = 40  # words of a noun phrase that are looked at
MEMORY = 3  # statements after which a person spoken of is no longer what a pronoun means
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON"})
PHRASE_TAGS = NOUN_TAGS | {"DET", "ADJ", "NUM", "PART"}
LONGEST_PHRASE = 8  # words of a subject that stands next to its verb


def find_cue(statement: Statement, quotation: Quotation, text: str) -> Token | None:
    """The verb (or 'according') that introduces the quotation, None if there is none."""
    after = _cue_after(statement.after(quotation), text[quotation.end - 1])
    before = _cue_before(statement.before(quotation))
    if after is not None and (before is None or text[quotation.end - 1] in ",?!"):
        return after
    return before


def _cue_after(words: Sequence[Token], last: str) -> Token | None:
    """“…,” Kirby told reporters; “…,” said Kirby; “…” is over, the White House said."""
    for place, word in enumerate(words):
        reported = word.tag_ == "VBN" and word.dep_ in {"acl", "amod", "relcl"}  # a comment reported elsewhere
        if word.lower_ == "according" or (is_speech(word) and not _is_passive(word) and not reported):
            if last in ",?!" or place <= NEAR:
                return word
            subject = _own_subject(word)
            rest = len(words) - place
            return word if subject is not None and subject.idx >= words[0].idx and rest <= 2 + NEAR else None
        if word.pos_ == "VERB" and last in ",?!" and word.dep_ not in {"relcl", "acl", "amod"}:
            return None
    return None


def _cue_before(words: Sequence[Token]) -> Token | None:
    for word in reversed(words):
        if word.lower_ == "according" or (is_speech(word) and not _names(word)):
            return word
    return None


def _names(word: Token) -> bool:
    """Whether the verb is passive without an agent: 'was told', 'is said to be'."""
    return _is_passive(word) and all(child.dep_ != "agent" for child in word.children)


def _is_passive(word: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in word.children)


def _own_subject(word: Token) -> Token | None:
    """The subject nearest to the verb: of two, the parse took one for the other's apposition."""
    subjects = [child for child in word.children if child.dep_ in SUBJECTS]
    before = [child for child in subjects if child.i < word.i]
    return before[-1] if before else subjects[0] if subjects else None


def find_subject(cue: Token, statement: Statement, quotation: Quotation | None) -> Token | None:
    """The head of the noun phrase that speaks, outside the marks; None where the sentence has none."""
    inside = {word.i for word in statement.words}
    if cue.lower_ == "according":
        return next((w for w in islice(cue.subtree, WIDEST) if w.dep_ == "pobj" and w.i in inside), None)
    agent = next((child for child in cue.children if child.dep_ == "agent"), None)
    if agent is not None and _is_passive(cue) | (cue.dep_ == "acl"):
        return next((w for w in agent.children if w.dep_ == "pobj" and w.i in inside), None)
    subject = _subject_by_parse(cue)
    if subject is not None and subject.i in inside and not _is_passive(cue):
        return subject
    return _subject_by_place(cue, inside) if quotation is not None else None


def _subject_by_parse(cue: Token) -> Token | None:
    word = cue
    for _ in range(4):
        subject = _own_subject(word)
        if subject is not None and subject.lower_ in {"who", "that", "which"} and word.dep_ == "relcl":
            return word.head
        if subject is not None:
            return subject
        if word.dep_ in {"acl", "relcl"} and word.head.pos_ in NOUN_TAGS:
            return word.head
        if word.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acl", "dep"} or word.head is word:
            return None
        word = word.head
    return None


def _subject_by_place(cue: Token, inside: set[int]) -> Token | None:
    """Where the parse is lost among the marks: the noun phrase next to the cue ('said Kirby', 'Kirby said')."""
    last: Token | None = None
    for word in cue.doc[cue.i + 1 : cue.i + 1 + LONGEST_PHRASE]:
        if word.pos_ not in PHRASE_TAGS or word.i not in inside or word.dep_ in {"dobj", "iobj", "dative"}:
            break
        last = word
    if last is not None and last.pos_ in NOUN_TAGS:
        return last
    before = cue.doc[cue.i - 1] if cue.i else None
    return before if before is not None and before.pos_ in NOUN_TAGS and before.i in inside else None


def _is_unnamed_person(subject: Token) -> bool:
    """One person whom the text does not name, and whom 'he' or 'she' may mean from there on."""
    return subject.tag_ in {"NN", "CD"} and (subject.lower_ in SOMEBODY or subject.lemma_.lower() in role_nouns())


class Discourse:
    """What the text has said so far about who speaks: read statement by statement, in order."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._at: dict[tuple[int, int], Name] = {}
        for name in names:
            for mention in name.mentions:
                for place in range(mention.start, mention.end):
                    self._at[mention.paragraph, place] = name
        self._surnames: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            if name.kind == "person":
                self._surnames[name.name.split()[-1]].append(name.name)
        self._roles: defaultdict[str, list[str]] = defaultdict(list)
        for name in names:
            for role in sorted({role.lower() for role in name.roles}) if name.kind == "person" else ():
                self._roles[role.split()[-1]].append(name.name)
                if " " in role:
                    self._roles[role].append(name.name)
        self._person: str | None = None
        self._others: set[str] = set()
        self._age = 0
        self._gender: dict[str, str] = {}
        self._issuer: str | None = None

    def name_of(self, subject: Token, paragraph: int, words: Sequence[Token] = ()) -> str | None:
        """The name that the subject of a cue is, or refers to; ``words`` are those of its statement."""
        if any(child.dep_ == "conj" for child in subject.children):
            return None  # two speakers
        for word in (subject, *(child for child in subject.children if child.dep_ == "appos")):
            name = self._at.get((paragraph, word.idx))
            if name is not None:
                return name.name
        apposed = self._apposed(subject, paragraph)
        if apposed is not None:
            return apposed
        people = self._surnames.get(subject.text, [])
        if subject.pos_ == "PROPN" and len(people) == 1:
            return people[0]
        if subject.lower_ in GENDERS:
            return self._subject_before(subject, paragraph, words) or self._referent(GENDERS[subject.lower_])
        if subject.lemma_.lower() in DOCUMENTS:
            return self._issuer_of(subject, paragraph) or self._issuer
        phrase = " ".join(w.lower_ for w in subject.lefts if w.dep_ in {"compound", "amod"})
        if any(w.lower_ == "the" for w in subject.lefts):
            holders = self._roles.get(f"{phrase} {subject.lower_}".strip(), [])
            return holders[0] if len(holders) == 1 else None
        return None

    def _apposed(self, subject: Token, paragraph: int) -> str | None:
        """The person named in apposition: the head of the agency, Maria Belski; not 'the wife of John Smith'."""
        found: set[str] = set()
        for word in islice(subject.subtree, WIDEST):
            name = self._at.get((paragraph, word.idx))
            if name is None or name.kind != "person" or word.i == 0:
                continue
            before, follows = word.nbor(-1), word.i + 1 < len(word.doc) and word.nbor().tag_ == "POS"
            if follows:
                return None
            if before.text == "," or before.pos_ == "NOUN":
                found.add(name.name)
        return found.pop() if len(found) == 1 else None

    def _subject_before(self, pronoun: Token, paragraph: int, words: Sequence[Token]) -> str | None:
        """Blankenship agreed: “…,” he said."""
        named = [(w, self._at.get((paragraph, w.idx))) for w in words if w.i < pronoun.i]
        people = {name.name for _, name in named if name is not None and name.kind == "person"}
        subjects = [name.name for w, name in named if name is not None and name.kind == "person" and w.dep_ in SUBJECTS]
        return subjects[0] if subjects and len(people) == 1 else None

    def _referent(self, gender: str) -> str | None:
        if self._person is None or self._age > MEMORY or self._gender.get(self._person, gender) != gender:
            return None
        if any(self._gender.get(other, gender) == gender for other in self._others):
            return None
        return self._person

    def _issuer_of(self, document: Token, paragraph: int) -> str | None:
        """'a statement from the White House', 'the White House's statement', 'X issued a statement'."""
        for word in islice(document.subtree, WIDEST):
            if word.dep_ == "poss" or (word.dep_ == "pobj" and word.head.lower_ in {"from", "by", "of"}):
                name = self._at.get((paragraph, word.idx))
                if name is not None:
                    return name.name
        verb = document.head
        subject = _own_subject(verb) if document.dep_ == "dobj" and verb.lemma_ in ISSUING else None
        name = self._at.get((paragraph, subject.idx)) if subject is not None else None
        return name.name if name is not None else None

    def hear(self, statement: Statement, paragraph: int, speaker: str | None) -> None:
        """Takes in a statement after its quotations are attributed; ``speaker`` is the subject of its cue, if named."""
        people: list[str] = []
        for word in statement.words:
            name = self._at.get((paragraph, word.idx))
            if name is not None and name.kind == "person":
                if name.name not in people:
                    people.append(name.name)
                title = TITLES.get(word.nbor(-1).lower_) if word.i else None
                if title:
                    self._gender[name.name] = title
            if word.lemma_.lower() in DOCUMENTS:
                self._issuer = self._issuer_of(word, paragraph) or speaker or self._issuer
        self._focus(statement, paragraph, people)

    def _focus(self, statement: Statement, paragraph: int, people: list[str]) -> None:
        subject = next(
            (w for w in statement.words if w.dep_ in {"nsubj", "nsubjpass"} and w.head.dep_ not in {"relcl", "acl"}),
            None,
        )
        name = self.name_of(subject, paragraph) if subject is not None else None
        if subject is not None and name is not None and subject.lower_ in GENDERS:
            self._gender.setdefault(name, GENDERS[subject.lower_])
        if name is not None and name in people and subject is not None:
            self._person, self._others, self._age = name, set(), 0
        elif name is not None and name == self._person:
            self._age = 0
        elif name is not None and subject is not None and is_speech(subject.head):
            self._person = None  # something else speaks
        elif subject is not None and name is None and _is_unnamed_person(subject):
            self._person = None  # 'One of the victims came forward. She said …'
        else:
            self._age += 1
        self._others.update(person for person in people if person != self._person)
