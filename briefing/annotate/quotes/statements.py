"""The text around quotations, cut into statements: a sentence outside the marks with the quotations it carries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import UTTERANCES, own_subject
from briefing.annotate.quotes.marks import Quotation, last_character

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DASHES = frozenset({"—", "–", "-", "--"})
POINTING = frozenset({"that", "this", "such", "those", "these"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
ENDS = frozenset({".", "!", "?"})
MARKS = frozenset("“”„«»‘’'\"‹›")
COMPLEMENTS = frozenset({"in", "on", "at", "to", "during", "after", "as", "while", "when", "from", "with", "of", "via"})
ASKING = frozenset({"ask", "wonder", "inquire", "enquire"})
ABOUT = {"of", "about"}
PARTICLES = {"point": {"out", "to"}, "sum": {"up"}, "speak": ABOUT, "talk": ABOUT}  # with which these verbs tell
MOST_QUOTATIONS = 40  # in one statement; more is no prose
AFTER_CUE = 14  # words between a quotation that ends its own sentence and a cue that still belongs to it


@dataclass(frozen=True, slots=True)
class Statement:
    """``words`` are the tokens outside the marks; ``quotations`` those that the sentence carries, in order."""

    index: int  # of the paragraph
    words: tuple[Token, ...]
    quotations: tuple[Quotation, ...]

    def before(self, quotation: Quotation) -> list[Token]:
        return [word for word in self.words if word.idx < quotation.outer_start]

    def between(self, quotation: Quotation) -> list[Token]:
        """The words since the quotation before."""
        ends = [other.outer_end for other in self.quotations if other.outer_end <= quotation.outer_start]
        return [word for word in self.before(quotation) if not ends or word.idx >= ends[-1]]

    def after(self, quotation: Quotation) -> list[Token]:
        """The words up to the next quotation."""
        limit = min((q.outer_start for q in self.quotations if q.outer_start >= quotation.outer_end), default=None)
        return [w for w in self.words if w.idx >= quotation.outer_end and (limit is None or w.idx < limit)]


@cache
def speech_verbs() -> frozenset[str]:
    lines = files("briefing.lexicon").joinpath("speech_verbs.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_speech(token: Token) -> bool:
    lemma = token.lemma_.lower()
    if lemma in PARTICLES:
        particle = token.doc[token.i + 1 : token.i + 2].text.lower()
        near = particle != "to" or any(word.is_quote for word in token.doc[token.i + 2 : token.i + 5])  # points to “…”
        return particle in PARTICLES[lemma] and near
    if lemma == "hold":  # the court held that
        return token.tag_.startswith("VB") and token.doc[token.i + 1 : token.i + 2].text == "that"
    if lemma == "put":  # as she put it
        if any(child.lower_ == "at" and child.nbor().is_quote for child in token.children):
            return True  # put their number at “…”
        words = [word.lower_ for word in token.doc[token.i + 1 : token.i + 3]]
        how = words[1:] in ([], ["to"], ["more"], ["this"]) or not words[1].isalpha() or words[1].endswith("ly")
        return words[:1] == ["it"] and how
    if lemma == "add" and (token.tag_ == "VB" or own_subject(token) is not None):
        things = (child for child in token.children if child.dep_ == "dobj" and child.pos_ == "NOUN")
        if any(thing.lemma_.lower() not in UTTERANCES for thing in things):
            return False  # added the question, “…”, to the form
    return lemma in speech_verbs() and token.tag_.startswith("VB")


def cut_statements(index: int, text: str, doc: Doc, quotations: Sequence[Quotation]) -> Iterator[Statement]:
    """The statements of one paragraph, in order; ``quotations`` are those of that paragraph, in order.

    ``doc`` is the parse of ``text``, or of its beginning; what lies beyond is left out.
    """
    words: list[Token] = []
    carried: list[Quotation] = []
    for token, quotation in _outside(doc, quotations):
        if quotation is not None:
            if carried and words and _ends_with_short_form(words[-1], doc.text, quotation):
                yield Statement(index, tuple(words), tuple(carried))
                words, carried = [], []
            carried.append(quotation)
            ended = len(carried) >= MOST_QUOTATIONS or (
                last_character(text, quotation) in ".!?…" and not _cue_follows(doc, quotation)
            )
        else:
            assert token is not None
            words.append(token)
            within = token.tag_ not in {".", "SYM", "''"} or token.dep_ == "compound"  # 'Maj. Gen.'
            ended = token.text in ENDS and not within
        if ended:
            yield Statement(index, tuple(words), tuple(carried))
            words, carried = [], []
    if words or carried:
        yield Statement(index, tuple(words), tuple(carried))


def _ends_with_short_form(last: Token, text: str, quotation: Quotation) -> bool:
    """“…,” Lind wrote at 10 p.m. “We …”: the full stop is within the word."""
    beside = quotation.outer_start - last.idx - len(last) == 1
    return beside and last.text.endswith(".") and len(last) > 1 and text[quotation.start].isupper()


def _outside(doc: Doc, quotations: Sequence[Quotation]) -> Iterator[tuple[Token | None, Quotation | None]]:
    """Tokens outside the marks and whole quotations, in text order."""
    waiting = list(reversed(quotations))
    position = 0
    for token in doc:
        while waiting and waiting[-1].outer_start < token.idx + len(token.text):
            quotation = waiting.pop()
            position = quotation.outer_end
            yield None, quotation
        if token.idx >= position and not token.is_space and token.text not in MARKS:
            yield token, None


def _cue_follows(doc: Doc, quotation: Quotation) -> bool:
    """Whether the words after a quotation that ends like a sentence still name who said it: “Why?” Kirby asked."""
    first = bisect_left(doc, quotation.outer_end, key=lambda token: token.idx)
    words = [token for token in doc[first : first + AFTER_CUE] if not token.is_space]
    if words and (words[0].text in DASHES or _is_nickname(words[0], quotation)):
        return True  # “…” — Ada Lind
    if words and words[0].lower_ in POINTING and any(_is_verdict(word, words[1]) for word in words[2:]):
        return True  # “….” That was Lind's verdict
    if not words or words[0].text == "," or words[0].text in ENDS or words[0].text[0].islower():
        return bool(words) and words[0].text not in ENDS
    if doc.text[: quotation.outer_start].rstrip().endswith(":"):
        return False  # Lind disagrees: “It is not.” The Harbour Board vowed to fight.
    for place, word in enumerate(words):
        if word.text in ENDS or word.text in MARKS or word.text == ":" or _is_clause(words[:place]):
            return False
        if (
            place > 1
            and is_speech(word)
            and words[place - 2].text == ","
            and words[place - 1].pos_ in {"PRON", "PROPN"}
        ):
            return False  # “Go home.” The bus, he said, was late.
        if is_speech(word):
            following = words[place + 1] if place + 1 < len(words) else None
            asking = following is not None and following.tag_ == "VBG" and is_speech(following)
            if asking or (word.lemma_.lower() in ASKING and last_character(doc.text, quotation) == "?"):
                return True  # “Why?” Kirby asked, “We won.”
            told = word.lemma_.lower() == "tell" and all(later.text not in {"that", ","} for later in words[place:])
            plain = following is None or following.text in {".", ","} or following.lower_ in COMPLEMENTS
            if not (told or plain):
                return False
            # “We won.” Kirby said, “And they lost.” names the speaker of what follows.
            rest = [later.text for later in words[place:]]
            return not any(map(_introduces, rest, rest[1:]))
    return False


def _is_verdict(word: Token, verb: Token) -> bool:
    return word.lemma_.lower() in UTTERANCES and word.head == verb and verb.lemma_ == "be"


def _is_clause(words: Sequence[Token]) -> bool:
    """“Go home.” His bus had been late, he said: what stands before the cue is what he said."""
    return len(words) > 1 and words[-1].text == "," and any(word.tag_ in FINITE for word in words)


def _is_nickname(following: Token, quotation: Quotation) -> bool:
    """Tom “J.D.” Becker: no sentence ends there."""
    first = following.i
    while first and following.doc[first - 1].idx >= quotation.outer_start:
        first -= 1
    return first > 0 and following.pos_ == "PROPN" and following.doc[first - 1].pos_ == "PROPN"


def _introduces(one: str, other: str) -> bool:
    return one in {",", ":", "that", "to"} and other in MARKS
