"""The lexicon's terms in an article: where they stand, how often, and for which topics they speak."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from briefing.annotate.names.plausible import PARTICLES
from briefing.lexicon.names import role_nouns
from briefing.lexicon.topics import Speaks, heads, lexicon, lineage, match_terms, tokens
from briefing.model import Paragraph

TITLE, LEAD, _BODY = 3.0, 2.0, 1.0  # how much a place in the text adds to a term's count
_SOURCE = 0.25  # and, in the body, where the term tells only who gave the news
_EARLY = 1.5  # times what a term says that headline or first paragraph have
_EVENT = 5.0  # weight of what happened, where the headline tells it; in the first paragraph two thirds
_LONGEST = 2_000  # tokens that are read; what an article is about is said by then
# Behind or before the name of a source, in the languages that have terms.
_SAYS = frozenset(
    "said says told adds added announced confirmed reported warned spokesman spokeswoman officials "
    "sagte sagten teilte teilten erklärte mitteilte bestätigte sprecher sprecherin "
    "dijo informó confirmó anunció señaló déclaré annoncé confirmé indiqué".split()
)
_ACCORDING = frozenset("according laut selon según".split())
# What a headline puts behind it is why or when the news came: 'season suspended amid virus fears'.
_CIRCUMSTANCE = re.compile(r" (?=(?:after|amid|following|despite|due to|because of|ahead of) )", re.IGNORECASE)


@dataclass(slots=True)
class Term:
    """A term found: the words of its first place, its weight for the topic, and its count by places."""

    words: str
    modifies: bool  # at its first place, a term of another matter
    weight: float = 0.0
    weak: bool = True
    count: float = 0.0
    early: bool = False  # in the headline or the first paragraph
    own: bool = False  # of the topic itself, not of one below it
    paragraphs: set[int] = field(default_factory=set)  # in which it stands; 0 is the headline

    @property
    def value(self) -> float:
        return self.weight * math.log2(1 + self.count) * (_EARLY if self.early else 1.0)

    def add(self, speaks: Speaks, place: float, count: float, paragraph: int) -> None:
        """Count what the term says at one more place."""
        weight = _weight(speaks, place)
        if self.weight < weight:
            self.weight, self.weak = weight, speaks.weak
        self.count += count
        self.early |= place > _BODY
        if count > _SOURCE:
            self.paragraphs.add(paragraph)


Terms = dict[str, Term]


def read_places(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, float, int]]:
    """The parts of the text, each with what a term counts there and the number of its paragraph."""
    news, *circumstance = _CIRCUMSTANCE.split(title, maxsplit=1)
    yield news, TITLE, 0
    yield from ((text, LEAD, 0) for text in circumstance)
    bodies = (paragraph.text for paragraph in paragraphs if paragraph.kind != "code")
    yield from ((text, _BODY if number > 1 else LEAD, number) for number, text in enumerate(bodies, 1))


def collect_terms(texts: Sequence[tuple[str, float, int]], language: str) -> tuple[int, dict[str, Terms]]:
    """How many tokens were read, and the terms that speak for each topic or one below it."""
    found: dict[str, Terms] = {}
    root, left = lexicon(language), _LONGEST
    for text, place, paragraph in texts:
        read = tokens(text.lower() if text.isupper() else text, language)[:left]
        left -= len(read)
        matches = list(match_terms(root, heads(read, root) if language == "de" else read))
        for (start, end, says), after in zip_longest(matches, matches[1:]):
            if place == _BODY and language == "en" and _is_in_name(read, start, end):
                continue
            if start and read[start - 1].lower() == "non":  # a non-combat incident
                continue
            whole, finer = _counts(read, start, end, place)
            modifies = (
                after is not None
                and f"{read[start]} {read[after[0]]}" in text  # one word, and no mark behind it
                and _is_other(says, after[2])
            )
            for topic, speaks in _reach(says).items():
                terms = found.setdefault(topic, {})
                if speaks.term not in terms:
                    terms[speaks.term] = Term(_words(speaks.term, read[start:end]), modifies)
                terms[speaks.term].own |= speaks.topic == topic
                terms[speaks.term].add(speaks, place, finer if lineage(topic)[1:] else whole, paragraph)
    return _LONGEST - left, found


@cache
def _is_other(says: tuple[Speaks, ...], others: tuple[Speaks, ...]) -> bool:
    """Whether a term speaks for quite other matters than the one before: ``monarch butterfly``."""
    told = {lineage(speaks.topic)[-1] for speaks in others if not speaks.weak}
    return bool(told) and told.isdisjoint(lineage(speaks.topic)[-1] for speaks in says)


def _counts(read: Sequence[str], start: int, end: int, place: float) -> tuple[float, float]:
    """What a place of a term adds to a top topic and to a finer one; less where it tells who gave the news, and to a
    finer one where it tells who somebody is."""
    whole = _SOURCE if place == _BODY and _is_source(read, start, end) else place
    return whole, _SOURCE if _is_title(read, end) else whole


def _is_source(read: Sequence[str], start: int, end: int) -> bool:
    """Whether what a term names is told as the source of the news: ``police said``, ``according to the ministry``."""
    says = any(word.lower() in _SAYS for word in read[end : end + 1])
    return says or any(word.lower() in _ACCORDING for word in read[max(0, start - 3) : start])


def _is_title(read: Sequence[str], end: int) -> bool:
    """Whether a term tells who somebody is that acts, of which his office needs no news: ``Prime Minister Ada Roe``."""
    named = next((word[0].isupper() for word in read[end:] if word not in PARTICLES), False)
    return named and read[end - 1].lower().removesuffix("s") in role_nouns()


def _weight(speaks: Speaks, place: float) -> float:
    """A term's weight; of what happened more, where headline or first paragraph tell it."""
    return _EVENT * place / TITLE if speaks.event and place > _BODY else speaks.weight


def _words(term: str, read: Sequence[str]) -> str:
    """A term as the text has it, or as the lexicon does where its tokens are not all of it (``S&P 500``) or numbers
    stand among them."""
    words, of_term = " ".join(read), tokens(term)
    if " ".join(of_term) != term or len(of_term) != len(read):
        return term
    return words if words.isupper() else words.lower()


def _is_in_name(read: Sequence[str], start: int, end: int) -> bool:
    """Whether a single word is a part of a longer name: ``Environment Canada``."""
    if end - start > 1 or not read[start][0].isupper() or read[start].isupper():
        return False
    return end < len(read) and read[end][0].isupper()


@cache
def _reach(says: tuple[Speaks, ...]) -> dict[str, Speaks]:
    """What a term says for each topic and those above it; where it says several things of one topic, the strongest."""
    reached: dict[str, Speaks] = {}
    for speaks in sorted(says, key=lambda s: (s.event, s.weight)):
        for topic in lineage(speaks.topic):
            reached[topic] = speaks
    return reached
