"""Who gave a figure, in the words of its sentence: 'police' of '12 people were injured, police said'."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefing.annotate.figures.counted import HYPHENS
from briefing.annotate.quotes.statements import is_speech
from briefing.lexicon.hanging import without_hanging
from briefing.model import Figure, Quote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HIGHEST = 12  # steps up the parse
LONGEST = 12  # words
DOUBTED = frozenset({"ask", "deny", "dispute", "question", "reject", "refute", "want", "wonder"})
FAILED = frozenset({"fail", "failing", "refuse", "decline", "unable", "unlikely", "avoid", "without"})
DENIED = frozenset({"deny", "dispute", "refute", "reject"})
MEASURES = frozenset({"dobj", "attr", "npadvmod", "quantmod", "acomp"})
REACHED = frozenset({"above", "at", "below", "by", "over", "to", "under"})
DOCUMENTS = frozenset({"data", "document", "estimate", "figure", "release", "report", "source", "statement"})
RELATIVE = frozenset({"WP", "WDT"})
DAYS = frozenset({"late", "earlier", "yesterday", "today", "tonight"})
_KEPT = 256  # words above the last figures: a sentence of a thousand numbers has one verb with a thousand children
UNNAMED = frozenset({"PRON", "DET"})


def find_giver(doc: Doc, place: int) -> str | None:
    """The subject of the verb of speech that governs the token at ``place``, or whom 'according to' names.

    None for a pronoun, where the sentence says nobody or more than one, and for what only a relative clause holds.
    """
    word = doc[place]
    for _ in range(HIGHEST):
        sources = _told_according_to(word)
        if len(sources) == 1:
            return _source(
                next((pobj for to in sources[0].children for pobj in to.children if pobj.dep_ == "pobj"), None)
            )
        if word.head.i == word.i:
            return None
        if word.dep_ == "relcl":
            return None  # officials said … in a war that has killed 33,000: as often the reporter's knowledge
        below, word = word, word.head
        if is_speech(word) and below.dep_ in {"ccomp", "parataxis"}:
            if any(between.text == ";" for between in doc[place : word.i]):
                return None  # the limit is 50 mph; police said he drove at 80
            return None if word.lemma_ in DOUBTED or _is_negated(word) else _phrase(_subject(word))
    return None


def with_speakers(figures: Sequence[Figure], quotes: Iterable[Quote]) -> tuple[Figure, ...]:
    """Figures inside a quotation are given by its speaker."""
    said = [quote for quote in quotes if quote.speaker]

    def given(figure: Figure) -> Figure:
        around = (
            q for q in said if q.paragraph == figure.paragraph and q.start <= figure.start and figure.end <= q.end
        )
        quote = next(around, None)
        return replace(figure, giver=quote.speaker) if quote else figure

    return tuple(given(figure) for figure in figures)


def is_denied(doc: Doc, place: int) -> bool:
    """Whether its sentence says that the number is not so: 'failed to poll more than 1%', 'denied that 40 died'."""
    word, own, definite = doc[place], True, False
    for _ in range(HIGHEST):
        below, word = word, word.head
        definite = definite or _is_definite(below)
        if below.i == word.i:
            return False
        if below.dep_ == "ccomp" and word.lemma_ in DENIED:
            return True
        if own and word.pos_ in {"VERB", "AUX"}:
            own = False
            failed = word.dep_ in {"xcomp", "pcomp"} and word.head.lemma_.lower() in FAILED
            measures = below.dep_ in MEASURES or below.lower_ in REACHED
            if measures and not definite and (failed or _is_negated(word)):
                return True
    return False


def _source(head: Token | None) -> str | None:
    """Whom 'according to' names; None where it names more than the phrase holds: 'police, the mayor and the army'."""
    said = _phrase(head)
    if head is None or said is None:
        return said
    comma = head.doc[head.right_edge.i + 1 : head.right_edge.i + 2]
    return None if comma.text == "," and _goes_on_listing(head.doc[head.right_edge.i + 2 :]) else said


def _goes_on_listing(rest: Span) -> bool:
    """Whether the sentence has an 'and' and no verb."""
    has_and = False
    for word in rest:
        if word.is_sent_start:
            break
        if word.pos_ in {"AUX", "VERB"}:
            return False
        has_and = has_and or word.lower_ == "and"
    return has_and


def _subject(verb: Token) -> Token | None:
    """The last of those that stand side by side: 'the car maker General Motors said'."""
    found = [child for child in verb.children if child.dep_ in {"nsubj", "agent"}]
    beside = [later for word, later in pairwise(found) if word.i + 1 == later.left_edge.i and later.i < verb.i]
    return next(iter(beside or found), None)


@lru_cache(maxsize=_KEPT)
def _told_according_to(word: Token) -> list[Token]:
    return [child for child in word.children if child.lower_ == "according"]


@lru_cache(maxsize=_KEPT)
def _is_definite(phrase: Token) -> bool:
    """'the 300 workers', 'its $27 billion debt', which there are even so."""
    return any(child.dep_ == "poss" or child.lower_ == "the" for child in phrase.children)


@lru_cache(maxsize=_KEPT)
def _is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _phrase(head: Token | None) -> str | None:
    """The noun phrase without its article, what is set off by a comma and when it was said, or the name that it stands
    beside; None for whose words they are nobody says: 'a statement', 'its figures'."""
    if head is None or head.pos_ in UNNAMED or head.like_num:
        return None
    if head.pos_ == "NOUN":
        head = next((child for child in head.children if child.dep_ == "appos" and child.pos_ == "PROPN"), head)
    words = list(head.doc[head.left_edge.i : head.right_edge.i + 1])
    ends = (word.i for word in words if word.i > head.i and (_parts(word) or word.dep_ == "relcl" or _dates(word)))
    end = next(ends, words[-1].i + 1)
    start = words[0].i + (words[0].lower_ in {"the", "a", "an"} and end - words[0].i > 1)
    end -= head.i < end - 1 and head.doc[end - 1].tag_ == "VBN" and head.doc[end - 1].dep_ == "acl"  # dated March 16
    said = head.doc[start:end]
    if len(said) == 1 and {said[0].lemma_.lower(), said[0].lower_} & DOCUMENTS:
        return None
    is_somebodys = said and said[0].tag_ != "PRP$" and not any(word.tag_ in RELATIVE or _is_part(word) for word in said)
    return without_hanging(said.text) if is_somebodys and len(said) <= LONGEST else None


def _is_part(word: Token) -> bool:
    """'80 percent of the respondents said' tells of these, not who says so."""
    return word.lower_ in {"%", "percent", "cent"}


def _dates(word: Token) -> bool:
    """Whether a day or an hour begins with it: 'late today', 'on Monday'."""
    return word.ent_type_ in {"DATE", "TIME"} or word.lower_ in DAYS


def _parts(word: Token) -> bool:
    """Whether it is a mark that ends the phrase; not the dash of a name."""
    return word.is_punct and not (word.text in HYPHENS and not word.whitespace_ and not word.nbor(-1).whitespace_)
