"""What a sentence is worth in a summary: the log odds that an editor would print it in a brief of the article.

A logistic regression on the sentences that readers chose for a hundred articles, its weights rounded. What it knows
by words it knows in English; place, length and recurring words tell in any language.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefing.model import Sentence

WEIGHTS = {
    "always": -1.75,
    "late": -0.95,  # by the paragraphs before it: news tells the most important first
    "within": -0.8,  # goes on in a paragraph of which nothing is chosen
    "length": 0.7,  # up to where a sentence says enough
    "central": 2.0,  # its words recur in the article and are new to the summary
    "headline": 1.0,  # the part of its telling words that it has and the summary not yet
    "outcome": 0.45,
    "answer": 0.7,  # of the other side
    "sum": 0.7,  # of money, a share, or a score
    "quoted": -1.5,  # the part that is somebody's own words
    "background": -0.6,
}
ENOUGH = 30  # words
TELLING = 2.0  # inverse document frequency of a word that is one of the news
SAID = 0.7  # of the weight of a word that a chosen sentence has said
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What was long before the news or one of many turns of it, or is so at all times, or at which hour it was.
BACKGROUND = re.compile(
    rf"(?:In|Since|By|Between|Until|During) (?:\w+ )?(?:the )?(?:19|20)\d\d|"
    rf"(?:In|Since|During) (?:early |late )?{_MONTH}\b|(?:Last|Earlier this|(?:In|Over) the past) (?:year|month)\b|"
    r"(?:In|During|At|After) the (?:\w+ )?(?:first|second|third|fourth|opening|last|final|\d+\w\w) (?:\w+ )?"
    r"(?:game|half|inning|lap|match|minute|period|quarter|round|set)\b|"  # the course of a match
    r"[^.]* in the \d+\w\w[- ]minute\b|[^.]* (?:during|in) the (?:game|match)\.|"
    r"(?:Born|Historically|Previous(?:ly)?|Originally|Formerly|Traditionally|Founded|Established)\b|"
    r"[^,;]{2,80} (?:(?:is|was|are|were) (?:(?:an?|the|one of)(?! (?:\w+ )?(?:first|second|third|latest|only|most|"
    r"\w+est)\b)|founded|established|located|situated|observed|celebrated)|"
    r"(?:usually|typically|generally|normally|traditionally) [a-z]+)\b|"
    r"[^;]* (?:(?:was|were) born|first elected|(?:of|from) last (?:year|month)|earlier this (?:week|month|year)|"
    r"years? ago)\b|"
    r"[^.]* (?:occurred|happened|started|began|took place|(?:was|were) called)\b"
    r"[^.]* at (?:about |around )?\d\d?[:.]\d\d\b"
)
OUTCOME = re.compile(
    r"\b(?:acquitted|agreed|announced|approved|arrested|banned|beat|charged|confirmed|convicted|declared|defeated|"
    r"destroyed|died|discovered|elected|evacuated|found|injured|jailed|killed|launched|ordered|passed|pleaded|"
    r"rescued|resigned|ruled|seized|sentenced|signed|voted|won|wounded)\b"
)
ANSWER = re.compile(
    r"\b(?:appeal|concern|condemn|critici[sz]|den(?:y\b|ie[sd]\b)|dismiss|disput|oppos|protest|refus|reject)"
)
SUM = re.compile(r"[$€£%]|\b(?:million|billion|per ?cent|\d{1,3}(?:[-–]|-to-)\d{1,3})\b")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Candidate:
    place: int  # among all sentences of the article
    paragraph: int  # how many paragraphs come before its own
    within: int  # how many sentences of its own paragraph do
    sentence: Sentence
    words: frozenset[str]
    quoted: float  # the part that stands in quotation marks
    fit: bool  # to stand in a summary
    own: bool  # tells of its speaker: 'Our condolences …', which on a page the site would say
    leans: bool  # on the sentence before it


def length_of(text: str) -> int:
    """In words, or as many as there would be about."""
    return len(text) // 2 if UNSPACED.search(text) else len(text.split())


class Weighing:
    """What each sentence is worth beside those that are chosen already."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        weight: Callable[[str], float],
        headline: frozenset[str],
    ) -> None:
        totals = Counter(word for candidate in candidates for word in sorted(candidate.words))
        self._telling = frozenset(word for word in headline if weight(word) > TELLING)
        self._weights = {word: weight(word) * math.log(count) for word, count in totals.items() if count > 1}
        self._best = max((self._centrality(one, frozenset()) for one in candidates if one.fit), default=0.0) or 1.0

    def worth(self, one: Candidate, chosen: Sequence[Candidate]) -> float:
        text = one.sentence.text
        said = frozenset[str]().union(*(other.words for other in chosen))
        told = {
            "always": 1.0,
            "late": math.log1p(one.paragraph + one.within / 2),
            "within": float(one.within > 0 and all(other.paragraph != one.paragraph for other in chosen)),
            "length": math.log1p(min(length_of(text), ENOUGH)),
            "central": self._centrality(one, said) / self._best,
            "headline": len(self._telling & one.words - said) / (len(self._telling) or 1),
            "outcome": float(bool(OUTCOME.search(text))),
            "answer": float(bool(ANSWER.search(text))),
            "sum": float(bool(SUM.search(text))),
            "quoted": one.quoted,
            "background": float(bool(one.place and BACKGROUND.match(text))),
        }
        return sum(WEIGHTS[name] * value for name, value in told.items())

    def _centrality(self, one: Candidate, said: frozenset[str]) -> float:
        """Weight of the sentence's words per root of its length."""
        shared = (self._weights.get(word, 0.0) * (SAID if word in said else 1.0) for word in sorted(one.words))
        return sum(shared) / math.sqrt(len(one.words) + 1)
