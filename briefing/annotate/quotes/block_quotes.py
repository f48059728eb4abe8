"""Quotations without marks: what follows 'Ada Lind said:' in the same paragraph or in those after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes.cue_words import own_subject
from briefing.annotate.quotes.marks import PAIRED_MARK, Quotation
from briefing.annotate.quotes.statements import is_speech
from briefing.model import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc

FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|me|us|ours|mine)\b")
THIRD = frozenset({"he", "she", "they"})
SPOKEN_KINDS = frozenset({"text", "quote"})
LONGEST_INTRODUCTION = 40  # words up to the colon
NEAR = 10  # words between the verb and the colon
MOST_PARAGRAPHS = 8


def find_block_quotes(parsed: Parsed, marked: Set[int]) -> Iterator[Quotation]:
    """Paragraphs in the first person behind a verb of speech and a colon, none of which holds a mark or, by its place,
    is one of the ``marked``."""
    plain = [_is_plain(paragraph) and index not in marked for index, paragraph in enumerate(parsed.paragraphs)]
    taken = -1
    for index, doc in enumerate(parsed.docs):
        colon = _introduced(doc) if plain[index] and index > taken else None
        if colon is None:
            continue
        plain = [one and (place <= index or not _is_told(parsed.docs[place])) for place, one in enumerate(plain)]
        for quotation in _spoken(parsed.paragraphs, plain, index, colon):
            taken = quotation.index
            yield quotation


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind in SPOKEN_KINDS and PAIRED_MARK.search(paragraph.text) is None


def _introduced(doc: Doc) -> int | None:
    """Where the words begin that the first sentence announces: behind the colon of 'Ada Lind said:'."""
    colon = next((word for word in doc[:LONGEST_INTRODUCTION] if word.text == ":"), None)
    if colon is None:
        return None
    verbs = (word for word in doc[max(0, colon.i - NEAR) : colon.i] if is_speech(word))
    subjects = (own_subject(verb) for verb in verbs if verb.tag_ in {"VBD", "VBZ", "VBP"})
    told = any(subject is not None and (subject.pos_ != "PRON" or subject.lower_ in THIRD) for subject in subjects)
    return colon.idx + 1 if told else None


def _is_told(doc: Doc) -> bool:
    """'He further stressed the need': the article speaks again."""
    verb = next((word for word in doc[:NEAR] if word.dep_ == "ROOT"), None)
    subject = own_subject(verb) if verb is not None and is_speech(verb) else None
    return subject is not None and (subject.lower_ in THIRD or subject.tag_ == "NNP")


def _is_own(paragraph: Paragraph, start: int) -> bool:
    """In the first person, or set as a quotation."""
    return paragraph.kind == "quote" or FIRST_PERSON.search(paragraph.text, start) is not None


def _spoken(paragraphs: Sequence[Paragraph], plain: Sequence[bool], index: int, colon: int) -> Iterator[Quotation]:
    """Up to the last paragraph that is their own; nothing where there is none."""
    run = [index]
    while run[-1] + 1 < len(plain) and plain[run[-1] + 1] and len(run) <= MOST_PARAGRAPHS:
        run.append(run[-1] + 1)
    starts = {index: colon}
    own = [place for place in run if _is_own(paragraphs[place], starts.get(place, 0))]
    for place in (place for place in run if own and place <= own[-1]):
        text = paragraphs[place].text
        start = starts.get(place, 0)
        start += len(text[start:]) - len(text[start:].lstrip())
        if start < len(text):
            yield Quotation(place, start, len(text), start, len(text), continues=place < own[-1])
