"""Whose a statement, letter or report is: 'X issued a statement', 'a memo written by X', 'its report'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import ISSUING, is_passive, own_subject
from briefing.annotate.quotes.descriptions import Speaker, describe, is_somebodys, issues
from briefing.annotate.quotes.discourse_memory import GENDERS, Memory
from briefing.annotate.quotes.mentions import Mentions, outside
from briefing.lexicon.names import speaker_words

if TYPE_CHECKING:
    from spacy.tokens import Token


class Issuers:
    """The documents that a text speaks of; the last of them is 'the statement'."""

    def __init__(self, mentions: Mentions, memory: Memory) -> None:
        self._mentions, self._memory = mentions, memory
        self._last: str | None = None
        self._noun = ""  # what the text calls it
        self._at = 0  # number of the statement that speaks of it
        self._heard: tuple[int, Speaker | None] = 0, None  # the last one in its own words, and in which statement

    def hear(self, document: Token, paragraph: int, speaker: Speaker | None) -> str | None:
        """The issuer that the words around the document tell; where they do not, it is the one who speaks of it."""
        issuer = self._told(document, paragraph)
        owned = any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in document.children)
        self._noun = document.lemma_.lower()
        self._last = issuer or (None if owned else speaker.name if speaker else self._last)
        self._at = self._memory.now if issuer else self._at
        self._heard = self._memory.now, describe(document)
        return issuer

    def issuer_of(self, document: Token, paragraph: int) -> str | None:
        same = document.lemma_.lower() == self._noun and not is_somebodys(document)  # not 'the suit' of the statement
        return self._told(document, paragraph) or (self._last if same else None)

    def just_issued(self) -> Speaker | None:
        """The board issued a statement. It said …"""
        return Speaker(self._last, "reference") if self._last is not None and self._at == self._memory.now else None

    def just_heard(self) -> Speaker | None:
        """A guard found a note. It read …"""
        at, document = self._heard
        return Speaker(document.name, "reference") if document is not None and at == self._memory.now else None

    def _told(self, document: Token, paragraph: int) -> str | None:
        for word in outside(document):
            if (word.dep_ in {"poss", "compound"} and word.head == document) or issues(word, document):
                name = self._mentions.name_at(paragraph, word)
                if name is not None and name.kind != "place" and self._mentions.is_whole(word, name, paragraph):
                    return name.name
        owner = next((child for child in document.children if child.tag_ == "PRP$"), None)
        if owner is not None and owner.lower_ in GENDERS:
            return self._memory.referent(GENDERS[owner.lower_], paragraph)
        if owner is not None and owner.lower_ in {"its", "their"}:
            beside = self._acting(owner, paragraph) if owner.lower_ == "its" else None
            body = beside or self._memory.same_body(many=owner.lower_ == "their") or self._memory.guess_body()
            return body.name if body is not None else None
        return self._writer(document, paragraph)

    def _acting(self, owner: Token, paragraph: int) -> Speaker | None:
        """The agency said so in its response."""
        subject = own_subject(owner.sent.root)
        if subject is None or subject.i > owner.i:
            return None
        name = self._mentions.name_at(paragraph, subject)
        if name is not None:
            return Speaker(name.name, "reference") if name.kind == "organisation" else None
        return describe(subject) if subject.lemma_.lower() in speaker_words()["body"] else None

    def _writer(self, document: Token, paragraph: int) -> str | None:
        act = _act(document)
        subject = _subject_of(act) if act is not None else None
        behalf = next((word for word in document.head.subtree if subject and word.lower_ == "behalf"), None)
        if behalf is not None:  # his solicitor issued a statement on his behalf
            subject = next((child for child in behalf.children if child.dep_ == "poss"), subject)
        if subject is not None and subject.lower_ in GENDERS:
            return self._memory.referent(GENDERS[subject.lower_], paragraph)
        if subject is not None and subject.lower_ in {"it", "they"}:
            body = self._memory.same_body(many=subject.lower_ == "they")
            return body.name if body is not None else None
        if subject is not None:
            described = None if subject.pos_ == "PRON" else describe(subject)
            return self._mentions.named(subject, paragraph) or (described.name if described is not None else None)
        by = next((word for word in outside(document) if issues(word, document) and word.head.lower_ == "by"), None)
        described = describe(by) if by is not None and by.pos_ == "NOUN" else None
        return described.name if described is not None else None


def _act(document: Token) -> Token | None:
    """Issued a statement; resigned in a letter saying “…”."""
    if document.dep_ == "dobj":
        return document.head if document.head.lemma_ in ISSUING | {"sign"} else None
    within = document.dep_ == "pobj" and document.head.lower_ == "in" and document.left_edge.lower_ in {"a", "an"}
    verb = document.head.head if within else None
    return verb if verb is not None and verb.pos_ == "VERB" and not is_passive(verb) else None


def _subject_of(verb: Token) -> Token | None:
    """Lind was shocked, releasing a statement saying “…”: the subject of the clause that a participle hangs on."""
    while own_subject(verb) is None and verb.dep_ in {"advcl", "conj", "xcomp"} and verb.head.pos_ in {"VERB", "AUX"}:
        verb = verb.head
    return own_subject(verb)
