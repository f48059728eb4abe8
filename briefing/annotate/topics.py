"""Topics of an article: the lexicon's terms in its headline and paragraphs, weighed and summed up the IPTC tree."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from briefing.annotate.names.plausible import PARTICLES
from briefing.lexicon.names import role_nouns
from briefing.lexicon.topics import LANGUAGES, Speaks, heads, lexicon, lineage, match_terms, tokens
from briefing.lexicon.word_weights import singular
from briefing.model import ArticleTopic, Paragraph

_TITLE, _LEAD, _BODY = 3.0, 2.0, 1.0  # how much a place in the text adds to a term's count
_SOURCE = 0.25  # and, in the body, where the term tells only who gave the news
_EARLY = 1.5  # times what a term says that headline or first paragraph have
_EVENT = 5.0  # weight of what happened, where the headline tells it; in the first paragraph two thirds
_LONGEST = 2_000  # tokens that are read; what an article is about is said by then
_LEAST = 4.0  # evidence below which no top topic is supported, in an article of _USUAL tokens
_LEAST_BELOW = 1.7
_USUAL = 400
_SHORT = 0.5  # part of that evidence which the shortest articles need
_PART_OF_BEST_TOP, _PART_OF_BEST_BELOW = 0.4, 0.25
_TOLD = 0.6  # of these parts, where the headline tells it
_MUCH = 45.0  # evidence of the best beyond which others need no more
_LEAST_LATER = 4.0  # times that terms are said of what neither headline nor first paragraph tell
_OFTEN = 5.0  # times that a word is said which may mean something else
_PASSING = 80  # tokens of the text for each such time
_ALONE = 0.8  # part of what weak terms say that counts without others
_PART_OWN = 0.5  # part of a topic's evidence that is its own, not that of those below it
_MOST_TOPS, _MOST_BELOW, _MOST_TERMS = 3, 3, 8
_FEW, _MANY = 3, 4  # terms of a topic, weak ones too
_HALF = 10.0  # evidence that scores 0.5
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
class _Term:
    """A term found: the words of its first place, its weight for the topic, and its count by places."""

    words: str
    weight: float
    weak: bool
    count: float = 0.0
    early: bool = False  # in the headline or the first paragraph
    modifies: bool = False  # at its first place, a term of another matter
    own: bool = False  # of the topic itself, not of one below it
    paragraphs: set[int] = field(default_factory=set)  # in which it stands; 0 is the headline

    @property
    def value(self) -> float:
        return self.weight * math.log2(1 + self.count) * (_EARLY if self.early else 1.0)


_Terms = dict[str, _Term]


def find_topics(title: str, paragraphs: Sequence[Paragraph], language: str) -> tuple[ArticleTopic, ...]:
    """The topics of an article, primary first, each after the broader ones it implies; () in languages without terms.

    A topic's evidence is the sum, over its terms and those of the topics below it, of weight times log2(1 + count),
    half as much again for a term that headline or first paragraph have; a count in the headline is three, in its
    circumstance and in the first paragraph two. Weak terms at most double it, or count a little less where they are
    alone. The sum is multiplied by the root of one and the share of headline and paragraphs in which its
    terms stand, for the matter runs through an article.
    What happened weighs most where headline or first paragraph tell it; a source of the news hardly counts.
    What is said once in passing, or is faint beside the article's main topic, is left out; what the headline tells is
    seldom faint.
    Score: evidence / (evidence + 10).
    """
    code = language.partition("-")[0].lower()
    if code not in LANGUAGES:
        return ()
    places = list(_places(title, paragraphs))
    read, found = _collect(places, code)
    last = places[-1][2]
    evidence = {topic: _weigh(terms, last) for topic, terms in found.items() if _is_supported(terms)}
    passing = {topic for topic in evidence if _is_passing(found[topic], read)}
    least = _LEAST * max(_SHORT, math.sqrt(read / _USUAL))
    tops = _choose_tops(evidence, found, least)
    shown = [top for top in tops if top == tops[0] or top not in passing]
    below = {topic: value for topic, value in evidence.items() if topic not in passing}
    own = frozenset(topic for topic in below if _weigh(_own(found[topic]), last) >= _PART_OWN * evidence[topic])
    told = frozenset(topic for topic in below if _is_told(found[topic]))
    return tuple(
        ArticleTopic(topic, round(evidence[topic] / (evidence[topic] + _HALF), 2), _strongest(found[topic]))
        for top in shown
        for topic in (top, *_choose_below(top, below, own, told))
    )


def _places(title: str, paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, float, int]]:
    """The parts of the text, each with what a term counts there and the number of its paragraph."""
    news, *circumstance = _CIRCUMSTANCE.split(title, maxsplit=1)
    yield news, _TITLE, 0
    yield from ((text, _LEAD, 0) for text in circumstance)
    bodies = (paragraph.text for paragraph in paragraphs if paragraph.kind != "code")
    yield from ((text, _BODY if number > 1 else _LEAD, number) for number, text in enumerate(bodies, 1))


def _collect(texts: Sequence[tuple[str, float, int]], language: str) -> tuple[int, dict[str, _Terms]]:
    """How many tokens were read, and the terms that speak for each topic or one below it."""
    found: dict[str, _Terms] = {}
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
                    terms[speaks.term] = _Term(_words(speaks.term, read[start:end]), 0.0, True, modifies=modifies)
                term = terms[speaks.term]
                count = finer if lineage(topic)[1:] else whole
                _add(term, speaks, place, count)
                term.own |= speaks.topic == topic
                if count > _SOURCE:
                    term.paragraphs.add(paragraph)
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


def _add(term: _Term, speaks: Speaks, place: float, count: float) -> None:
    weight = _weight(speaks, place)
    if term.weight < weight:
        term.weight, term.weak = weight, speaks.weak
    term.count += count
    term.early |= place > _BODY


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
    return _EVENT * place / _TITLE if speaks.event and place > _BODY else speaks.weight


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


def _weigh(terms: Mapping[str, _Term], last: int) -> float:
    """Evidence of terms in a text of so many paragraphs."""
    strong = [term for term in terms.values() if not term.weak]
    said = sum(term.value for term in strong)
    weak = sum(term.value for term in terms.values() if term.weak)
    spread = len(set[int]().union(*(term.paragraphs for term in strong))) / (1 + last)
    return (said + min(max(said, _ALONE * weak), weak)) * math.sqrt(1 + spread)


def _own(terms: _Terms) -> _Terms:
    return {words: term for words, term in terms.items() if term.own}


def _is_supported(terms: Mapping[str, _Term]) -> bool:
    """Said twice, or in the headline or the first paragraph, or by many words, weak ones too; but not where all there
    is are forms of one word that at first tells of what kind another matter is."""
    strong = {words: term for words, term in terms.items() if not term.weak}
    if len({singular(words) for words in strong}) == 1 and next(iter(strong.values())).modifies:
        return False
    return sum(term.count for term in strong.values()) >= _LEAD or len(terms) >= _MANY


def _is_passing(terms: Mapping[str, _Term], read: int) -> bool:
    """Whether it rests on one term that the headline has not and the first paragraph does not say again, a word more
    often than that, or headline and first paragraph are silent on it and the rest says its terms seldom. One
    that tells who somebody is ('mayor') says nothing of the matter, however often."""
    said = [term for term in terms.values() if not term.weak]
    count = sum(term.count for term in said)
    if len(said) == 1 and said[0].words in role_nouns():
        return True
    if any(term.early for term in said):
        return len(said) == 1 and count < (_TITLE if said[0].weight > 1 else _OFTEN)
    return len(said) == 1 or count < max(_LEAST_LATER, read / _PASSING)


def _choose_tops(evidence: Mapping[str, float], found: Mapping[str, _Terms], least: float) -> list[str]:
    tops = sorted((topic for topic in evidence if len(lineage(topic)) == 1), key=lambda t: (-evidence[t], t))
    enough = [t for t in tops if evidence[t] >= (max(least, _LEAST) if _is_one_word(found[t]) else least)]
    best = min(_MUCH, max((evidence[top] for top in tops), default=0.0))
    return [t for t in enough if evidence[t] >= best * _part(_PART_OF_BEST_TOP, _is_told(found[t]))][:_MOST_TOPS]


def _part(part: float, told: bool) -> float:
    """The part of the best one's evidence that another needs: less where the headline tells it."""
    return part * _TOLD if told else part


def _is_told(terms: Mapping[str, _Term]) -> bool:
    """Whether the headline has a word for it that is no title of somebody, nor all there is."""
    return not _is_one_word(terms) and any(0 in term.paragraphs for term in terms.values() if not term.weak)


def _is_one_word(terms: Mapping[str, _Term]) -> bool:
    """Whether all rests on a single word, which may mean something else, with hardly another of the same topic."""
    said = [term for term in terms.values() if not term.weak]
    return len(said) == 1 and said[0].weight <= 1 and len(terms) < _FEW


def _choose_below(top: str, evidence: Mapping[str, float], own: frozenset[str], told: frozenset[str]) -> list[str]:
    """The best topics under a top topic, each after its own broader one and before the next best beside that.

    One that the terms of those below it speak for stands only above these: an election is no ``government`` for its
    parties."""
    below = [topic for topic in evidence if topic != top and lineage(topic)[-1] == top]
    below.sort(key=lambda t: (-evidence[t], len(lineage(t)), t))
    best = max((evidence[topic] for topic in below if topic in own), default=0.0)
    chosen: list[str] = []
    for topic in below:
        parent = lineage(topic)[1]
        ends = own.intersection(_ends([*chosen, topic]))
        least = max(_LEAST_BELOW, best * _part(_PART_OF_BEST_BELOW, topic in told))
        if evidence[topic] >= least and (parent == top or parent in chosen) and len(ends) <= _MOST_BELOW:
            chosen.append(topic)
    while idle := [topic for topic in _ends(chosen) if topic not in own]:
        chosen = [topic for topic in chosen if topic not in idle]
    return _in_tree_order(chosen, top)


def _ends(chosen: Sequence[str]) -> list[str]:
    """Those that have none below them."""
    return [topic for topic in chosen if not any(lineage(other)[1] == topic for other in chosen)]


def _in_tree_order(chosen: Sequence[str], top: str) -> list[str]:
    children = [topic for topic in chosen if lineage(topic)[1] == top]
    return [topic for child in children for topic in (child, *_in_tree_order(chosen, child))]


def _strongest(terms: Mapping[str, _Term]) -> tuple[str, ...]:
    by_value = sorted(terms.values(), key=lambda t: (-t.value, t.words))
    by_value = [term for term in by_value if not term.weak] or by_value
    return tuple(term.words for term in by_value[:_MOST_TERMS])
