"""Who says the quotations of a paragraph: what the cue of each names, or who goes on speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.quotes.block_quotes import FIRST_PERSON
from briefing.annotate.quotes.credits import is_label, is_left_over, names_beside, signature
from briefing.annotate.quotes.cue_words import (
    ISSUING,
    NEAR,
    NOUN_TAGS,
    OPENING,
    QUOTATIVE,
    SUBJECTS,
    acts_on_somebody,
    cites,
    is_document,
    is_issued,
    own_subject,
)
from briefing.annotate.quotes.cues import find_cue, introducing, is_main
from briefing.annotate.quotes.descriptions import TOO_VAGUE, Speaker, is_body, is_proper, source_named
from briefing.annotate.quotes.discourse_memory import GENDERS
from briefing.annotate.quotes.marks import Quotation
from briefing.annotate.quotes.scare_quotes import WORD, is_named, is_predicate, is_term
from briefing.annotate.quotes.speakers import Discourse
from briefing.annotate.quotes.statements import Statement, is_speech
from briefing.annotate.quotes.subjects import SOURCES, find_subject, is_person, participle_subject, root_subject
from briefing.annotate.quotes.transcripts import LABEL
from briefing.model import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH_WORDS = 4  # a shorter quotation needs a cue
CALLING = frozenset(
    "call describe brand label refer deem term characterise characterize dismiss denounce condemn declare".split()
)
OWN = frozenset({"i", "me", "you"})  # somebody interviewed
THIRD_PERSON = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")  # “He was the best captain we had” is not his


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with what its own sentence says of it."""

    quotation: Quotation
    cue: str | None
    speaker: Speaker | None
    alone: bool  # nothing but quotations in its sentence
    likely: str | None = None


class Told(NamedTuple):
    """A cue, in the words that stand well behind a name, with whom it names."""

    cue: str
    speaker: Speaker | None
    subject: Token | None


def _unless_scare(found: Speaker | None, cue: Token, statement: Statement, quotation: Quotation) -> Speaker | None:
    """Analysts say the “free market” is over: so few words are theirs only where they are what is said."""
    if found is None or found.known != "described" or is_proper(found.name):
        return found
    if len(WORD.findall(cue.doc.text[quotation.start : quotation.end])) >= ENOUGH_WORDS:
        return found
    calling = cue.lemma_.lower() in CALLING or cue.lower_ in SOURCES
    return found if calling or is_predicate(statement.before(quotation), cue, quotation) else None


def _is_whole(cue: Token, statement: Statement, quotation: Quotation) -> bool:
    """I said to them “…”; not 'I mean that of the “social animal”', which is a term of whoever is interviewed."""
    few = len(WORD.findall(cue.doc.text[quotation.start : quotation.end])) < ENOUGH_WORDS
    return not few and sum(word.i > cue.i for word in statement.before(quotation)) <= NEAR


def _wording(cue: Token, found: Speaker | None) -> str:
    """The verb; nothing for 'according', a noun, or what the letter of somebody 'reads'."""
    verb = cue.tag_.startswith("VB") and cue.lower_ not in SOURCES
    if not verb or (cue.lemma_ == "read" and found is not None and found.known == "reference"):
        return ""
    before = cue.doc[max(cue.i - 2, 0) : cue.i].text
    return f"{before} {cue.text}" if before == "used to" else f"{before}{cue.text}" if before[-1:] == "-" else cue.text


def by_context(speaker: Speaker | None) -> Speaker | None:
    """The same, told by what stands around: then 'others' are nobody."""
    vague = speaker is None or speaker.name.lower() in TOO_VAGUE
    return Speaker(speaker.name, "context") if speaker is not None and not vague else None


def _is_aside(told: Told) -> bool:
    """An aide reminded her that they were waiting: “…” may be hers."""
    unnamed = told.speaker is not None and told.speaker.known == "described" and told.subject is not None
    verb = told.subject.head if unnamed and told.subject is not None else None
    return verb is not None and acts_on_somebody(verb)


class Attribution:
    """Attribution within one paragraph: who spoke last is who goes on speaking."""

    def __init__(self, index: int, paragraph: Paragraph, discourse: Discourse) -> None:
        self.index, self._text, self._number, self._discourse = index, paragraph.text, paragraph.number, discourse
        self.speaker: Speaker | None = None
        self._spoke = False  # somebody, perhaps unnamed
        self._asks: Speaker | None = None  # whose question was quoted last
        self._exchange = False  # somebody has answered it, and been asked again
        self._floor: Speaker | None = None  # who was quoted last, with nobody else spoken of since
        self._guess: str | None = None  # who is likely to have spoken last, where nobody is sure to
        self.left_over: Told | None = None  # of the quotation before the paragraph

    def attribute(self, statement: Statement) -> Iterator[Said]:
        alone = not any(word.is_alpha for word in statement.words)
        told: Told | None = None
        for quotation in statement.quotations:
            credited = self._credited(statement, quotation)
            new = None if credited else self._told(statement, quotation, told)
            told = new or told
            if new is not None:
                self._asks = new.speaker if self._text[quotation.end - 1] == "?" else self._asks
                self._guess = self._likely(new.subject, statement, quotation)
                yield Said(quotation, new.cue, new.speaker, False, self._guess)
            elif credited or not is_term(statement, quotation, self._text):
                self._exchange = self._exchange or (alone and self._is_asked_again(quotation))
                spoke = by_context(self.speaker) if alone and self._spoke and not self._exchange else credited
                carried = spoke or self._uncued(statement, quotation, alone and not self._spoke)
                apart = (alone and not self._spoke) or credited is not None
                if self._guess is None or self._exchange or not (alone and self._spoke):
                    self._guess = self._likely(None, statement, quotation)
                if alone and carried is not None:
                    self.speaker, self._spoke = carried, True
                    self._discourse.goes_on(carried)
                yield Said(quotation, None, carried, apart, self._guess)
        if told is None and not alone:
            told = self._indirect(statement)
            self.left_over = (told if is_left_over(statement) else self._signature(statement)) or self.left_over
            self._guess = self._likely(told.subject, statement, None) if told and told.speaker is None else None
        speaker, subject = told[1:] if told is not None and not _is_aside(told) else (None, None)
        issuer = self._discourse.hear(statement, self._number, speaker, subject)
        if told is not None:
            self.speaker, self._spoke = None if _is_aside(told) else told.speaker, True
            self._floor = self.speaker if statement.quotations else self._floor
        elif not alone:
            self.speaker, self._spoke = (Speaker(issuer, "context") if issuer else None), issuer is not None
            self._floor = self._floor if self._floor and self._discourse.keeps(self._floor, statement) else None

    def _is_asked_again(self, quotation: Quotation) -> bool:
        """“Did you see him?” asked Lind. “I did,” said Becker. “Where?”"""
        if self._asks is None or self.speaker is None or self._text[quotation.end - 1] != "?":
            return False
        return self._asks.name != self.speaker.name

    def _told(self, statement: Statement, quotation: Quotation, earlier: Told | None) -> Told | None:
        """The cue that introduces the quotation, and whom it names; ``earlier`` is the cue of the one before."""
        cue = find_cue(statement, quotation, self._text)
        if cue is None and earlier is not None and self._is_rest(statement, quotation):
            return earlier
        if cue is None or is_named(statement.before(quotation), cue, self._text, quotation):
            return None
        subject = find_subject(cue, statement, quotation)
        found = None if cites(cue, statement.before(quotation)) else self._resolve(subject, cue, statement, quotation)
        cited = cue.dep_ == "pcomp" and cue.head.lower_ == "as"  # a paper quotes an aide as saying
        begun = cue.dep_ == "xcomp" and cue.head.tag_ != "VBG"  # the crowd, which had begun chanting
        participle = cue.tag_ == "VBG" and not (cited or begun) and all(child.dep_ != "aux" for child in cue.children)
        if participle and is_speech(cue) and participle_subject(cue) is None:  # …, calling it “…”
            found = self._with_main_verb(found, cue, statement, quotation, earlier)
        if found is None and earlier is not None and (subject, earlier.cue) == (None, _wording(cue, earlier.speaker)):
            found = earlier.speaker  # “…,” read the statement; “…”
        if found is None and earlier is not None and cue.dep_ == "advcl" and self._is_rest(statement, quotation):
            return earlier  # “…,” Lind said, speaking while talks went on, “and …”
        own = subject is not None and subject.lower_ in OWN
        if not self._may_introduce(cue, found, statement) or (own and not _is_whole(cue, statement, quotation)):
            return None
        return Told(_wording(cue, found), _unless_scare(found, cue, statement, quotation), subject)

    def _is_rest(self, statement: Statement, quotation: Quotation) -> bool:
        """“…,” Lind bellowed, “and …”."""
        before = statement.before(quotation)
        return bool(before) and before[-1].text == "," and self._text[quotation.start].islower()

    def _uncued(self, statement: Statement, quotation: Quotation, alone: bool) -> Speaker | None:
        """Who answers the question before, has spoken up to here, or is the only one who can."""
        text = self._text[quotation.start : quotation.end]
        heard = self._discourse.asked if alone and text[-1] != "?" else None  # a question is no answer
        if heard is None and statement.words and statement.words[-1].text == ":" and self._spoke:
            told = any(word.pos_ in {"VERB", "AUX"} or word.pos_ == "PROPN" for word in statement.words)
            heard = None if told else self.speaker  # Four minutes later: “…”
        if heard is None and alone and (len(WORD.findall(text)) >= ENOUGH_WORDS or text[-1] in ".!?…"):
            heard = self._floor
        return by_context(heard) or self._own(statement, quotation, alone)

    def _own(self, statement: Statement, quotation: Quotation, alone: bool) -> Speaker | None:
        """Lind was blunt. “We were awful.”; Lind sails for a living, which “stems from my love of the sea”."""
        text = self._text[quotation.start : quotation.end]
        enough = len(WORD.findall(text)) >= ENOUGH_WORDS or (alone and text[-1] in ".!?…")
        known = enough and (FIRST_PERSON.search(text) or (alone and not THIRD_PERSON.search(text)))
        subjects = {word.dep_ for word in statement.words} & SUBJECTS
        before = alone or (statement.words and not subjects)  # On the day, “I felt like a king.”
        if not known or not (before or subjects == {"nsubj"}):
            return None
        meant = self._discourse.leader(self._number, () if before else statement.words)
        return Speaker(meant, "context") if meant is not None and meant not in self._spoken_of(quotation) else None

    def _with_main_verb(
        self, found: Speaker | None, cue: Token, statement: Statement, quotation: Quotation, earlier: Told | None
    ) -> Speaker | None:
        """Whoever speaks in the sentence that a participle hangs on: Lind explained the ban on boats saying “…”."""
        if found is not None and (found.known != "described" or not is_speech(cue.sent.root)):
            return found
        main = self._resolve(root_subject(cue), cue, statement, quotation)
        if found is not None:
            return main if main is not None and main.known == "named" else found
        return (earlier.speaker if earlier else None) or main

    def _indirect(self, statement: Statement) -> Told | None:
        """The speaker of a statement without marks: Kirby added that the list was never made."""
        cues = (word for word in statement.words if self._tells(word) and find_subject(word, statement, None))
        cue = next(cues, None) or introducing(statement.words)
        subject = find_subject(cue, statement, None) if cue is not None else None
        if cue is None or subject is None or (subject.tag_ == "NNS" and any(w.lower_ == "had" for w in cue.lefts)):
            return None  # what sailors had said before is over
        return Told(cue.text, self._resolve(subject, cue, statement, None), subject)

    def _signature(self, statement: Statement) -> Told | None:
        signed = signature(statement)
        name = self._discourse.name_at(self._number, signed) if signed is not None else None
        return Told("", Speaker(name.name, "named"), None) if name is not None and name.kind == "person" else None

    def _tells(self, word: Token) -> bool:
        """According to Kirby; or the head of the board, Ada Lind, conceded: the parse makes a phrase of it."""
        if not is_speech(word):
            return word.lower_ == "according"
        return is_main(word) or self._discourse.beside(word, self._number) is not None

    def _resolve(
        self, subject: Token | None, cue: Token, statement: Statement, quotation: Quotation | None
    ) -> Speaker | None:
        before = subject is None or (subject.i < cue.i and subject.pos_ != "PRON")
        main = cue.head if cue.dep_ == "conj" and subject is None else cue  # the coach Ada Lind blamed it and said
        beside = self._discourse.beside(main, self._number) if before else None
        if beside is not None:
            return Speaker(beside, "named")
        if subject is None:
            return None
        found = self._discourse.speaker_of(subject, self._number, statement.words, self._spoken_of(quotation))
        return found or (source_named(subject) if cue.lower_ == "according" else None)

    def _likely(self, subject: Token | None, statement: Statement, quotation: Quotation | None) -> str | None:
        return self._discourse.likely(subject, self._number, statement.words, self._spoken_of(quotation))

    def _spoken_of(self, quotation: Quotation | None) -> set[str]:
        if quotation is None:
            return set()
        return self._discourse.people_between(self._number, quotation.start, quotation.end)

    def _may_introduce(self, cue: Token, found: Speaker | None, statement: Statement) -> bool:
        """Letters read, people read aloud; any verb before a colon gives the floor to the only person who acts."""
        subject = own_subject(cue) or (cue.head if cue.dep_ == "acl" else None)
        ends = cue.lemma_ in OPENING and subject is not None
        if ends and subject is not None and (is_document(subject) or (subject.lower_ == "it" and found is not None)):
            return True
        person = found is not None and self._discourse.is_person(found)
        aloud = found is not None and (found.known == "named" or (subject is not None and subject.lower_ in GENDERS))
        if cue.lemma_ == "read" and person and aloud:
            return False
        if is_speech(cue) or cue.lower_ in SOURCES or cue.tag_ in {"NN", "NNS"}:
            return True
        if any(left.lower_ == "how" for left in cue.lefts):
            return found is not None  # “…” was how Lind began
        if cue.lemma_ in ISSUING and any(is_issued(child) and is_document(child) for child in cue.children):
            return True
        if cue.lemma_ in QUOTATIVE:
            colon = statement.words[-1].text == ":"  # her message was simple: “…”; the league was blunt: “…”
            person = person or (
                subject is not None and subject.tag_ == "NN" and (is_person(subject) or is_body(subject))
            )
            return found is not None and (found.known == "named" or (colon and person))
        person = person or (found is not None and subject is not None and is_person(subject))
        return person and found is not None and self._discourse.leads(found.name, self._number, statement.words)

    def _credited(self, statement: Statement, quotation: Quotation) -> Speaker | None:
        """Whom a name beside it tells without a verb, or whose turn it is."""
        turn = self._discourse.turn.speaker
        label = LABEL.match(self._text)
        labelled = label is not None and any(label.groups()[2:4]) and label.end() == quotation.outer_start
        labelled = labelled or is_label(statement.between(quotation))
        if turn is not None and quotation.outer_end == len(self._text) and labelled:
            return Speaker(turn, "named" if label is not None else "context")
        for name in names_beside(statement, quotation):
            person = self._discourse.named(name, self._number) if name.pos_ in NOUN_TAGS else None
            found = Speaker(person, "named") if person is not None else None
            if found is not None and self._discourse.is_person(found):
                return found
        return None
