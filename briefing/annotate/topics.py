"""Topics of an article: the lexicon's terms in its headline and paragraphs, weighed and summed up the IPTC tree."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from briefing.annotate.topic_terms import LEAD, TITLE, Term, Terms, collect_terms, read_places
from briefing.lexicon.names import role_nouns
from briefing.lexicon.topics import LANGUAGES, lineage
from briefing.lexicon.word_weights import singular
from briefing.model import ArticleTopic, Paragraph

_LEAST = 4.0  # evidence below which no top topic is supported, in an article of _USUAL tokens
_LEAST_BELOW = 1.7
_USUAL = 400
_SHORT = 0.5  # part of that evidence which the shortest articles need
_PART_OF_BEST_TOP, _PART_OF_BEST_BELOW = 0.4, 0.25
_TOLD, _TOLD_EARLY = 0.6, 0.75  # of these parts, where the headline tells it, or the first paragraph does twice
_MUCH = 45.0  # evidence of the best beyond which others need no more
_LEAST_LATER = 4.0  # times that terms are said of what neither headline nor first paragraph tell
_OFTEN = 5.0  # times that a word is said which may mean something else
_PASSING = 80  # tokens of the text for each such time
_ALONE = 0.8  # part of what weak terms say that counts without others
_PART_OWN = 0.5  # part of a topic's evidence that is its own, not that of those below it
_MOST_TOPS, _MOST_BELOW, _MOST_TERMS = 3, 3, 8
_FEW, _MANY = 3, 4  # terms of a topic, weak ones too
_HALF = 10.0  # evidence that scores 0.5


def find_topics(title: str, paragraphs: Sequence[Paragraph], language: str) -> tuple[ArticleTopic, ...]:
    """The topics of an article, primary first, each after the broader ones it implies; () in languages without terms.

    A topic's evidence is the sum, over its terms and those of the topics below it, of weight times log2(1 + count),
    half as much again for a term that headline or first paragraph have; a count in the headline is three, in its
    circumstance and in the first paragraph two. Weak terms at most double it, or count a little less where they are
    alone. The sum is multiplied by the root of one and the share of headline and paragraphs in which its
    terms stand, for the matter runs through an article.
    What happened weighs most where headline or first paragraph tell it; a source of the news hardly counts.
    What is said once in passing, or is faint beside the article's main topic, is left out; what the headline tells is
    seldom faint, nor what the first paragraph tells in several words.
    Score: evidence / (evidence + 10).
    """
    code = language.partition("-")[0].lower()
    if code not in LANGUAGES:
        return ()
    places = list(read_places(title, paragraphs))
    read, found = collect_terms(places, code)
    last = places[-1][2]
    evidence = {topic: _weigh(terms, last) for topic, terms in found.items() if _is_supported(terms)}
    passing = {topic for topic in evidence if _is_passing(found[topic], read)}
    least = _LEAST * max(_SHORT, math.sqrt(read / _USUAL))
    tops = _choose_tops(evidence, found, least)
    shown = [top for top in tops if top == tops[0] or top not in passing]
    below = {topic: value for topic, value in evidence.items() if topic not in passing}
    own = frozenset(topic for topic in below if _weigh(_own(found[topic]), last) >= _PART_OWN * evidence[topic])
    parts = {topic: _PART_OF_BEST_BELOW * _part(found[topic]) for topic in below}
    return tuple(
        ArticleTopic(topic, round(evidence[topic] / (evidence[topic] + _HALF), 2), _strongest(found[topic]))
        for top in shown
        for topic in (top, *_choose_below(top, below, own, parts))
    )


def _weigh(terms: Mapping[str, Term], last: int) -> float:
    """Evidence of terms in a text of so many paragraphs."""
    strong = [term for term in terms.values() if not term.weak]
    said = sum(term.value for term in strong)
    weak = sum(term.value for term in terms.values() if term.weak)
    spread = len(set[int]().union(*(term.paragraphs for term in strong))) / (1 + last)
    return (said + min(max(said, _ALONE * weak), weak)) * math.sqrt(1 + spread)


def _own(terms: Terms) -> Terms:
    return {words: term for words, term in terms.items() if term.own}


def _is_supported(terms: Mapping[str, Term]) -> bool:
    """Said twice, or in the headline or the first paragraph, or by many words, weak ones too; but not where all there
    is are forms of one word that at first tells of what kind another matter is."""
    strong = {words: term for words, term in terms.items() if not term.weak}
    if len({singular(words) for words in strong}) == 1 and next(iter(strong.values())).modifies:
        return False
    return sum(term.count for term in strong.values()) >= LEAD or len(terms) >= _MANY


def _is_passing(terms: Mapping[str, Term], read: int) -> bool:
    """Whether it rests on one term that the headline has not and the first paragraph does not say again, a word more
    often than that, or headline and first paragraph are silent on it and the rest says its terms seldom. One
    that tells who somebody is ('mayor') says nothing of the matter, however often."""
    said = [term for term in terms.values() if not term.weak]
    count = sum(term.count for term in said)
    if len(said) == 1 and said[0].words in role_nouns():
        return True
    if any(term.early for term in said):
        return len(said) == 1 and count < (TITLE if said[0].weight > 1 else _OFTEN)
    return len(said) == 1 or count < max(_LEAST_LATER, read / _PASSING)


def _choose_tops(evidence: Mapping[str, float], found: Mapping[str, Terms], least: float) -> list[str]:
    tops = sorted((topic for topic in evidence if len(lineage(topic)) == 1), key=lambda t: (-evidence[t], t))
    enough = [t for t in tops if evidence[t] >= (max(least, _LEAST) if _is_one_word(found[t]) else least)]
    best = min(_MUCH, max((evidence[top] for top in tops), default=0.0))
    return [t for t in enough if evidence[t] >= best * _PART_OF_BEST_TOP * _part(found[t])][:_MOST_TOPS]


def _part(terms: Terms) -> float:
    """How much less of the best one's evidence a topic needs that the headline tells, or it and the first paragraph
    with several terms."""
    if _is_told(terms):
        return _TOLD
    return _TOLD_EARLY if sum(term.early for term in terms.values() if not term.weak) > 1 else 1.0


def _is_told(terms: Mapping[str, Term]) -> bool:
    """Whether the headline has a word for it that is no title of somebody, nor all there is."""
    return not _is_one_word(terms) and any(0 in term.paragraphs for term in terms.values() if not term.weak)


def _is_one_word(terms: Mapping[str, Term]) -> bool:
    """Whether all rests on a single word, which may mean something else, with hardly another of the same topic."""
    said = [term for term in terms.values() if not term.weak]
    return len(said) == 1 and said[0].weight <= 1 and len(terms) < _FEW


def _choose_below(
    top: str, evidence: Mapping[str, float], own: frozenset[str], parts: Mapping[str, float]
) -> list[str]:
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
        least = max(_LEAST_BELOW, best * parts[topic])
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


def _strongest(terms: Mapping[str, Term]) -> tuple[str, ...]:
    by_value = sorted(terms.values(), key=lambda t: (-t.value, t.words))
    by_value = [term for term in by_value if not term.weak] or by_value
    return tuple(term.words for term in by_value[:_MOST_TERMS])
