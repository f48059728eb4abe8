"""The phrases a person would choose as index terms of an article: noun phrases of its own text.

Each is weighed by what tells the phrases that editors, readers and writers chose for two hundred articles from the
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
from briefing.annotate.quotes.marks import find_quotations
from briefing.lexicon.names import role_nouns
from briefing.lexicon.topics import is_term
from briefing.lexicon.word_weights import singular, words
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Token

Key = tuple[str, ...]  # words, lower-case and singular

MOST = 5
GOOD = -0.7  # log odds that a phrase would be chosen
LEAD = 60  # words from the start within which a phrase counts most
MOST_WEIGHT = 4.5  # a rarer word says no more
GENERAL = 3.5  # up to which one word tells little: 'water', 'council'
SELDOM = 400  # words of a text for each time that a word of it is said
STEM = 5  # letters of a word with which another may go on
DESCRIBES = frozenset({"ADJ", "NOUN", "PROPN"})
LIGHT = frozenset(
    "addition area aspect basis bit case chance change comment course day degree detail end event example fact group "
    "hand idea instance issue kind level lot man matter member moment month morning nature night number one order "
    "part people percent percentage person piece place point position problem process question rate reason result "
    "role second sense series set side situation something sort spokesman spokesperson spokeswoman statement step "
    "story terms thing time today tomorrow top type use variety version view way week weekend while woman word work "
    "world year yesterday likelihood stance conversation discussion tenor rhetoric call talk concern regard approach "
    "aim goal effort impact purpose circumstance opportunity attempt extent need want interest response reaction "
    "feedback importance significance presence absence lack amount quantity majority minority rest range belief "
    "opinion thought mind manner practice success failure plan proposal decision choice option factor feature element "
    "peek start beginning middle name list description size total increase decrease rise fall city town village "
    "region province district county state country nation border capital neighborhood neighbourhood north south east "
    "west center centre company organization organisation team sadness delay anything everything nothing somebody "
    "someone everyone hour minute decade article page photo image video file copy email website site news interview "
    "source official officials mr mrs ms man woman boy girl father mother male female fear hope appointment victory "
    "visit meeting event filing calculation support pressure season government administration authority attention "
    "announcement location community analysis access post resident adult value local campaign legacy treasure "
    "commitment job act skill outlet release conference coverage briefing advisory remark bystander onlooker "
    "occupant supporter character politics institution pair gratitude implication evaluation incident fight "
    "scientist expert relative figure scene agency office department ministry council charity headquarters committee "
    "commission service body report footage study worry".split()
)
WEIGHTS = {
    "always": -2.5,
    "several": 1.0,  # words: one alone must say more
    "nouns": 0.5,  # several, and no adjective: 'aid convoy' is a matter, 'indefensible attack' a judgement
    "early": 1.0,
    "aside": -0.4,  # said once, not at the start, and not in the headline
    "recurring": 0.3,  # the part of its words that are said more than once, and in a long text more often
    "headline": 0.6,  # the part that the headline has
    "topical": 1.0,  # a term that speaks for a topic
    "weight": 0.06,  # mean inverse document frequency of its words
    "general": -1.3,  # one word, and one that many texts have
    "light": -0.8,  # ends in a word that says little
    "quoted": -1.2,  # said by somebody, not told: the part of its places
    "opened": -0.8,  # goes on with 'of', which tells what it is: 'the liberation of Norland'
    "named": -1.4,  # with a word of a name, which is listed already
    "role": -1.4,  # of a person: 'chief economist' says who spoke
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where a phrase stands."""

    tokens: tuple[Token, ...]
    surface: str
    before: int  # words of the article before it
    quoted: bool

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
        if len(key) == 1 and (key[0] in parts or key[0] not in headline or _says_little(found)):
            continue  # 'station' of a text on the International Space Station
        told = _weighed_words(found[0], weight, parts) | _in_its_text(key, found, said, headline)
        told["topical"] *= 1 - told["aside"]  # 'drinking water' of a text on a storm is no topic of it
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
    texts = [p.text if len(doc) else "" for p, doc in zip(parsed.paragraphs, parsed.docs, strict=True)]
    quotations = find_quotations(texts)  # of a book only in what is parsed of it
    before = 0
    for index, (paragraph, doc) in enumerate(zip(parsed.paragraphs, parsed.docs, strict=True)):
        spans = [(quotation.start, quotation.end) for quotation in quotations if quotation.index == index]
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
            quoted = any(start <= first.idx < end for start, end in spans)
            yield _Place(tokens, surface, before + phrase.start, quoted)
        before += len(doc)


def _weighed_words(place: _Place, weight: Callable[[str], float], parts: Collection[str]) -> dict[str, float]:
    """What the words of a phrase say of it."""
    tokens = place.tokens
    mean = sum(min(weight(token.lower_), MOST_WEIGHT) for token in tokens) / len(tokens)
    named = (t.pos_ == "PROPN" or t.ent_type_ == "NORP" or singular(t.lower_) in parts for t in tokens[:-1])
    return {
        "always": 1.0,
        "several": float(len(tokens) > 1),
        "nouns": float(len(tokens) > 1 and all(token.pos_ == "NOUN" for token in tokens) and not _is_cut(place)),
        "topical": float(is_term(place.surface.lower())),
        "weight": mean,
        "general": float(len(tokens) == 1 and mean < GENERAL),
        "light": float(not LIGHT.isdisjoint({singular(tokens[-1].lower_), tokens[-1].lemma_})),
        "opened": float(any(after.lower_ == "of" for after in tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].i + 2])),
        "named": float(any(named)),
        "role": float(tokens[-1].lemma_.lower() in role_nouns()),
    }


def _in_its_text(key: Key, places: Sequence[_Place], said: Counter[str], headline: Collection[str]) -> dict[str, float]:
    """What the places of a phrase in its article say of it."""
    first, told = places[0].before, sum(word in headline for word in key) / len(key)
    return {
        "early": math.exp(-first / LEAD),
        "aside": float(len(places) == 1 and first > LEAD and not told),
        "recurring": sum(said[word] > max(1, said.total() / SELDOM) for word in key) / len(key),
        "headline": told,
        "quoted": sum(place.quoted for place in places) / len(places),
    }


def _choose(scores: Mapping[Key, float]) -> list[Key]:
    """The best first; of two that share their words, only one."""
    chosen: list[Key] = []
    for key in sorted(scores, key=lambda key: (-scores[key], key)):
        if len(chosen) == MOST or scores[key] < GOOD:
            break
        if not any(2 * _shared(key, other) >= min(len(key), len(other)) for other in chosen):
            chosen.append(key)
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
