"""The phrases a person would choose as index terms of an article: noun phrases of its own text.

Each is weighed by what tells the phrases that readers and writers chose for three hundred and fifty articles from the
others of the same articles: a logistic regression, its weights rounded.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.annotate.figures.units import unit_symbol
from briefing.annotate.noun_phrases import HYPHENS, find_phrases
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import role_nouns
from briefing.lexicon.topics import is_term
from briefing.lexicon.word_weights import singular, words
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

Key = tuple[str, ...]  # words, lower-case and singular

MOST = 5
GOOD = 0.0  # log odds that a phrase would be chosen
FAIR = -0.7  # those of the best one, which is shown before none is
RARELY = 0.1  # times in a hundred words
SHORT, LONG = 200, 600  # words: in a shorter or longer article a phrase is said no more or less often
MOST_WEIGHT = 4.5  # a rarer word says no more
GENERAL = 3.5  # up to which one word tells little: 'water', 'council'
SELDOM = 400  # words of a text for each time that a word of it is said
STEM = 5  # letters of a word with which another may go on
DESCRIBES = frozenset({"ADJ", "NOUN", "PROPN"})
LIGHT = frozenset(
    "addition administration adult announcement approach article attention authority body boy bystander call capital "
    "case center change character charity choice city commission commitment committee concern conference conversation "
    "country day decision degree department district effort email end event everyone example expert father feedback "
    "female figure filing girl goal government group hand hour idea impact implication incident increase interest "
    "interview issue job level local location lot majority male man matter member ministry minute month mother name "
    "nation need news number office official officials one opportunity organisation organization page part people "
    "person point position post pressure problem process question reason region release report response result role "
    "scientist second series set side situation something source spokesman spokesperson spokeswoman start state "
    "statement step story study success support terms thing thought time today top town type use version video view "
    "want way website week while woman world year".split()
)
WEIGHTS = {
    "always": 0.95,
    "often": 1.7,  # logarithm of the times that it is said in a hundred words, and RARELY
    "late": -0.4,  # logarithm of the words before it
    "recurring": 0.8,  # the part of its words that are said more than once, and in a long text more often
    "headline": 0.9,  # the part that the headline has
    "term": 1.3,  # speaks for a topic
    "weight": 0.35,  # mean inverse document frequency of its words
    "alone": -1.5,  # one word
    "general": -0.7,  # one word, and one that many texts have
    "cut": -1.2,  # one word: the part of its places where the word before belongs to it
    "within": -1.4,  # the part of its places where it is part of another: 'civil rights' of 'civil rights leader'
    "light": -1.0,  # ends in a word that says little
    "kind": -1.0,  # 'state of emergency'
    "opened": -0.5,  # goes on with 'of', which tells what it is: 'the liberation of Norland'
    "capital": -1.8,  # has a word of a name, or is one that was not known
    "role": -0.8,  # of a person: 'chief economist' says who spoke
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where a phrase stands."""

    tokens: tuple[Token, ...]
    surface: str
    before: int  # words of the article before it

    @property
    def key(self) -> Key:
        return tuple(singular(token.lower_) for token in self.tokens)


def find_keyphrases(
    parsed: Parsed, names: Sequence[Name], weight: Callable[[str], float], title: str = ""
) -> tuple[str, ...]:
    """Up to five noun phrases, verbatim as they first stand in the text, the most telling first.

    ``weight`` is the inverse document frequency of a lower-case word. Names alone and expressions of time are none.
    """
    places: dict[Key, list[_Place]] = {}
    for place in _places(parsed, names):
        places.setdefault(place.key, []).append(place)
    said = Counter(singular(token.lower_) for doc in parsed.docs for token in doc)
    headline = frozenset(singular(word) for word in words(title))
    parts = {singular(word) for name in names for word in words(name.name)}
    scores: dict[Key, float] = {}
    for key, found in places.items():
        if len(key) == 1 and (key[0] in parts or _says_little(found)):
            continue  # 'station' of a text on the International Space Station
        told = _weighed_words(found[0], weight) | _in_its_text(key, found, said, headline)
        scores[key] = sum(WEIGHTS[name] * value for name, value in told.items())
    return tuple(places[key][0].surface for key in _choose(scores))


def _says_little(places: Sequence[_Place]) -> bool:
    """Whether a single word is a light one ('men'), a unit, always part of a phrase ('criminal convictions'), or a name
    that was not known as one: always a capital."""
    word = places[0].tokens[0]
    if all(_is_cut(place) for place in places):
        return True
    within = [place.surface for place in places if not place.tokens[0].is_sent_start]
    if within and all(surface[0].isupper() and not surface.isupper() for surface in within):
        return True
    return not LIGHT.isdisjoint({singular(word.lower_), word.lemma_}) or _is_measure(singular(word.lower_))


def _is_cut(place: _Place) -> bool:
    """Whether the word before belongs to it."""
    first = place.tokens[0]
    return first.i > 0 and (first.nbor(-1).pos_ in DESCRIBES or first.nbor(-1).dep_ == "amod")


def _is_measure(word: str) -> bool:
    """Whether a word is a unit other than of money: 'kilogram'."""
    symbol = unit_symbol(word)
    return symbol != word and not symbol.isupper()


def _places(parsed: Parsed, names: Sequence[Name]) -> Iterator[_Place]:
    named = {(mention.paragraph, mention.start) for name in names for mention in name.mentions}
    people = {(m.paragraph, m.start) for name in names if name.kind == "person" for m in name.mentions}
    before = 0
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        for phrase in find_phrases(doc) if paragraph.kind != "code" else ():
            first, last = doc[phrase.start], doc[phrase.stop - 1]
            surface = paragraph.text[first.idx : last.idx + len(last.text)]
            tokens = tuple(doc[place] for place in phrase if doc[place].text not in HYPHENS)
            starts = {(paragraph.number, token.idx) for token in tokens}
            if not starts.isdisjoint(people) or not (surface[0].isalnum() and surface[-1].isalnum()):
                continue  # '.post-title' is no words
            if len(tokens) > 1 and (surface.isupper() or (surface[0].islower() and tokens[-1].text.istitle())):
                continue  # 'CORRESPONDENT REPORT' is a heading, 'moment Shalev' holds a name
            if (paragraph.number, first.idx) in named and all(token.pos_ == "PROPN" for token in tokens):
                continue
            yield _Place(tokens, surface, before + phrase.start)
        before += len(doc)


def _weighed_words(place: _Place, weight: Callable[[str], float]) -> dict[str, float]:
    """What the words of a phrase say of it."""
    tokens, last = place.tokens, place.tokens[-1]
    mean = sum(min(weight(token.lower_), MOST_WEIGHT) for token in tokens) / len(tokens)
    return {
        "always": 1.0,
        "term": float(is_term(place.surface.lower()) or is_term(" ".join(place.key))),
        "weight": mean,
        "alone": float(len(tokens) == 1),
        "general": float(len(tokens) == 1 and mean < GENERAL),
        "light": float(not LIGHT.isdisjoint({singular(last.lower_), last.lemma_})),
        "kind": float("of" in place.key),
        "opened": float(any(after.lower_ == "of" for after in last.doc[last.i + 1 : last.i + 2])),
        "capital": float(any(map(_is_name, tokens))),
        "role": float(last.lemma_.lower() in role_nouns()),
    }


def _is_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.text[0].isupper() and not token.is_sent_start)


def _in_its_text(key: Key, places: Sequence[_Place], said: Counter[str], headline: Collection[str]) -> dict[str, float]:
    """What the places of a phrase in its article say of it."""
    total, count = said.total(), len(places)
    return {
        "often": math.log(RARELY + 100 * count / max(SHORT, min(total, LONG))),
        "late": math.log(1 + places[0].before),
        "recurring": sum(said[word] > max(1, total / SELDOM) for word in key) / len(key),
        "headline": sum(word in headline for word in key) / len(key),
        "cut": sum(map(_is_cut, places)) / count if len(key) == 1 else 0.0,
        "within": sum(place.tokens[-1].dep_ == "compound" for place in places) / count,
    }


def _choose(scores: Mapping[Key, float]) -> list[Key]:
    """The best first; of two that share their words, only one, and 'horse fly' in place of both 'fly' and 'horse'."""
    good = [key for key in sorted(scores, key=lambda key: (-scores[key], key)) if scores[key] >= FAIR]
    good = [key for key in good if scores[key] >= GOOD] or good[:1]
    chosen: list[Key] = []
    for key in good:
        if not any(2 * _shared(key, other) >= min(len(key), len(other)) for other in chosen):
            chosen.append(key)
    chosen = chosen[:MOST]
    for key in good:
        if len(key) > 1 and all((word,) in chosen for word in key):
            chosen[chosen.index(key[:1])] = key
            chosen = [other for other in chosen if other == key or not set(other) <= set(key)]
    return chosen


def _shared(key: Key, other: Key) -> int:
    """How many words of one the other has too, be it in another form ('protest', 'protester')."""
    return sum(
        any(
            word == one or (min(len(word), len(one)) >= STEM and (word.startswith(one) or one.startswith(word)))
            for one in other
        )
        for word in key
    )
