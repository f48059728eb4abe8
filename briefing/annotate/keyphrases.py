"""The phrases a person would choose as index terms of an article: noun phrases of its own text."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import role_nouns
from briefing.lexicon.topics import is_term
from briefing.lexicon.word_weights import singular, words
from briefing.model import Name

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Key = tuple[str, ...]  # lemmas

MOST = 5
FEW = 3  # up to which other phrases fill the list
LONGEST = 4  # words of a phrase
OFTEN = 3  # times that a single word is said before it is a phrase; once less in a short text
SHORT = 250  # tokens of such a text
LEAST_WEIGHT = 3.5  # of a single word: 'water' and 'council' alone tell little
MOST_WEIGHT = 5.0  # a rarer word says no more
LEAD = 60  # words from the start within which a phrase counts most
HEAD = 40  # words: what stands there is told first, even if it is said once
# Of one of these a second object may stand where a noun's first part would: 'send the capsule commands'.
TWO_OBJECTS = frozenset(
    "give send disclose grant offer hand deny tell show bring lend pay award allow cost promise teach sell".split()
)
UNITS = frozenset(
    "per cent percent km kms mi mph kmh kg lb lbs cm mm ft gb mb tb kb ghz mhz hz kw mw gw kwh nm bn mn tn".split()
)
HYPHENS = frozenset({"-", "–", "/"})
WITH_NAME = 0.6  # less for one with a name in it, which is listed already
TOPICAL = 1.2  # more for one that the lexicon of topics has
IN_HEADLINE = 0.5  # more for a phrase that the headline has whole
NOUNS = frozenset({"NOUN", "PROPN"})
TIMES = frozenset({"DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})
EMPTY = frozenset(
    "other such more most many several few own same certain various different new old first last next recent current "
    "additional further least great good bad big small large little high low early late long short major main key "
    "full much enough total whole entire able unable possible likely future past present former ongoing upcoming "
    "important significant real true right wrong best better worst only similar particular lot top ultimate lasting "
    "overall eventual numerous extensive massive subsequent previous following ensuing remaining existing "
    "rich terrific horrific horrible terrible tragic heinous brutal unrelenting tremendous fantastic amazing wonderful "
    "excellent outstanding remarkable outrageous lackluster lacklustre huge enormous considerable extraordinary "
    "barbaric dramatic surprising official unofficial alleged initial mere sheer undergone".split()
)
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
    "occupant supporter character politics institution pair gratitude implication evaluation".split()
)
SPANS = frozenset("year day week month hour minute".split())  # 'day operations' is cut from 'day-to-day operations'


@dataclass(slots=True)
class _Candidate:
    surface: str
    first: int  # words of the article before it
    weight: float  # mean of its words
    plain: bool  # common nouns alone
    named: bool  # with a word of a name
    topical: bool  # a term that speaks for a topic
    count: int = 0

    def score(self, key: Key, frequencies: Counter[str]) -> float:
        """Frequency, damped, times position times the weight of its words; a phrase says more than a word.

        That its words recur apart from each other counts half.
        """
        apart = sum(frequencies[lemma] - self.count for lemma in key) / len(key)
        position = 1.0 + math.exp(-self.first / LEAD)
        return (
            math.log(1.5 + self.count + apart / 2)
            * position
            * (1.4 if len(key) > 1 else 1.0)
            * self.weight
            * (WITH_NAME if self.named else 1.0)
            * (TOPICAL if self.topical else 1.0)
        )


def find_keyphrases(
    parsed: Parsed, names: Sequence[Name], weight: Callable[[str], float], title: str = ""
) -> tuple[str, ...]:
    """Up to five noun phrases, verbatim as they first stand in the text, the most telling first.

    ``weight`` is the inverse document frequency of a lower-case word. Names alone and expressions of time are none.
    """
    candidates: dict[Key, _Candidate] = {}
    frequencies: Counter[str] = Counter()
    headline = frozenset(singular(word) for word in words(title))
    parts = {singular(word) for name in names for word in words(name.name)}
    named = {(mention.paragraph, mention.start) for name in names for mention in name.mentions}
    people = {(m.paragraph, m.start) for name in names if name.kind == "person" for m in name.mentions}
    words_before = 0
    for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
        if paragraph.kind == "code":
            continue
        lemmas = [(token.lemma_ if token.pos_ in NOUNS else token.text).lower() for token in doc]
        frequencies.update(lemmas)
        for phrase in _phrases(doc):
            first, last = doc[phrase.start], doc[phrase.stop - 1]
            if any((paragraph.number, doc[place].idx) in people for place in phrase):
                continue
            if last.lemma_.lower() in role_nouns() or not (first.text[0].isalnum() and last.text[-1].isalnum()):
                continue  # 'chief economist' says who spoke, '.post-title' is no words
            if (paragraph.number, first.idx) in named and all(doc[place].pos_ == "PROPN" for place in phrase):
                continue
            key = tuple(lemmas[phrase.start : phrase.stop])
            candidate = candidates.get(key)
            if candidate is None:
                weights = [min(weight(doc[place].lower_), MOST_WEIGHT) for place in phrase if doc[place].is_alpha]
                surface = paragraph.text[first.idx : last.idx + len(last.text)]
                candidate = _Candidate(
                    surface,
                    words_before + phrase.start,
                    sum(weights) / max(1, len(weights)),
                    all(doc[place].pos_ == "NOUN" for place in phrase),
                    any(doc[place].pos_ == "PROPN" or singular(doc[place].lower_) in parts for place in phrase[:-1]),
                    is_term(surface.lower()),
                )
                candidates[key] = candidate
            candidate.count += 1
        words_before += len(doc)
    for key in [key for key in candidates if len(key) == 1 and singular(key[0]) in parts]:
        del candidates[key]  # 'station' of a text on the International Space Station
    for key in _only_within(candidates):
        del candidates[key]  # 'mate' of 'running mate'
    return _choose(candidates, frequencies, headline)


def _only_within(candidates: Mapping[Key, _Candidate]) -> list[Key]:
    """The phrases of which all that is said, more than once or as one word, is said as the end of one longer phrase."""
    ends = {(key[1:], candidate.count) for key, candidate in candidates.items() if candidate.count > 1 or len(key) == 2}
    return [key for key, candidate in candidates.items() if (key, candidate.count) in ends]


def _phrases(doc: Doc) -> Iterator[range]:
    """Runs of adjectives and nouns that end in a common noun, with their shorter forms: 'Israeli hostages', 'hostages'.

    A run is cut at a word that says nothing ('such', 'recent') and never begins or ends within a hyphenated word.
    """
    start = 0
    for place, token in enumerate(doc):
        if not _says(token):
            start = place + 1
            continue
        after = doc[place + 1] if place + 1 < len(doc) else None
        if token.pos_ != "NOUN":
            continue
        if after is not None and (after.pos_ in {"ADJ", *NOUNS} or after.text in HYPHENS):
            continue
        first = place if _has_two_objects(token) else start
        yield from _endings(doc, first, place)
        if token.lemma_.lower() in LIGHT and place > first and doc[place - 1].pos_ == "NOUN":
            yield from (phrase for phrase in _endings(doc, first, place - 1) if len(phrase) > 1)  # 'human rights …'


def _endings(doc: Doc, start: int, last: int) -> Iterator[range]:
    """The phrases of a run that end with a word of it."""
    for begin in range(max(start, last + 1 - LONGEST), last + 1):
        if _is_verb_there(doc[begin]) or _is_cut(doc, start, begin, last) or doc[begin].lower_ in SPANS:
            continue
        inside_name = begin and doc[begin].pos_ == "PROPN" == doc[begin - 1].pos_
        if doc[begin].text not in HYPHENS and doc[begin - 1].text not in HYPHENS and not inside_name:
            yield range(begin, last + 1)


def _has_two_objects(word: Token) -> bool:
    verb = word.head.head if word.dep_ == "pobj" and word.head.lower_ == "to" else word.head
    return word.dep_ in {"dobj", "pobj"} and verb.lemma_ in TWO_OBJECTS and verb.i < word.i


def _is_cut(doc: Doc, start: int, begin: int, last: int) -> bool:
    """Whether the word before belongs to the first word: 'rights abuses' of 'human rights abuses'."""
    return start < begin < last and doc[begin - 1].head.i == begin


def _is_verb_there(word: Token) -> bool:
    """Whether a word before which only a verb can stand was misread: 'will transfer fuel'."""
    before = word.nbor(-1) if word.i else None
    return before is not None and (before.tag_ in {"MD", "TO", "WP", "PRP"} or before.lower_ in {"that", "which"})


def _is_participle(word: Token) -> bool:
    """Whether a form of a verb stands before a noun as an adjective does: 'running mate', 'displaced people'."""
    return word.tag_ in {"VBG", "VBN"} and word.dep_ in {"amod", "compound"} and word.head.i > word.i


def _says(word: Token) -> bool:
    """Whether the word may stand in a phrase."""
    if word.text == "-":
        return not word.whitespace_
    if word.pos_ not in {"ADJ", "NOUN", "PROPN"} and not _is_participle(word):
        return False
    if word.ent_type_ in TIMES or word.lower_ in EMPTY:
        return False
    if word.lower_ in UNITS or not re.fullmatch(r"[A-Za-z0-9À-ɏ.'’&+-]+", word.text):
        return False
    return len(word.text) > 1 and word.tag_ not in {"JJR", "JJS"} and not word.like_num


def _choose(candidates: dict[Key, _Candidate], frequencies: Counter[str], headline: frozenset[str]) -> tuple[str, ...]:
    """The best first; of two that share their words, only one."""
    scores = {
        key: candidate.score(key, frequencies) * (1 + IN_HEADLINE * _shared(key, headline))
        for key, candidate in candidates.items()
    }
    ranked = sorted(candidates, key=lambda key: (-scores[key], candidates[key].first, key))
    telling = [key for key in ranked if _is_telling(key, candidates[key], frequencies, headline)]
    others = [key for key in ranked if _may_fill(key, candidates[key])]
    chosen: list[Key] = []
    for keys, most in ((telling, MOST), (others, FEW)):
        for key in keys:
            used = Counter(lemma for other in chosen for lemma in other)
            if len(chosen) >= most:
                break
            if not any(_overlap(key, o) for o in chosen) and all(used[w] < 2 for w in key):
                chosen.append(key)
    return tuple(candidates[key].surface for key in chosen)


def _may_fill(key: Key, candidate: _Candidate) -> bool:
    """Whether a phrase is better than none where there are few: rare, no name, and no general word at its end."""
    if key[-1] in LIGHT or candidate.named:
        return False
    if len(key) > 1:
        return candidate.weight >= LEAST_WEIGHT
    return candidate.weight > LEAST_WEIGHT and (candidate.topical or candidate.count > 1)


def _is_telling(key: Key, candidate: _Candidate, frequencies: Counter[str], headline: frozenset[str]) -> bool:
    """A single word only if it is rare and recurs or, at the start, speaks for a topic; what is said once only of words
    that recur, and with an adjective or a name only at the start."""
    told = _shared(key, headline)
    if len(key) == 1:
        rare = candidate.weight >= LEAST_WEIGHT and len(key[0]) >= 4
        least = (
            (1 if candidate.first < HEAD else 2)
            if candidate.topical
            else OFTEN - (frequencies.total() < SHORT) + (candidate.first >= HEAD)
        )
        return candidate.count + told >= least and rare and key[0] not in LIGHT
    if candidate.named and candidate.count == 1 and told < 1:
        return False
    if key[-1] in LIGHT and told < 1 and not (candidate.plain and candidate.count >= OFTEN):
        return False
    if candidate.topical:
        return True
    recurring = sum(frequencies[lemma] > 1 for lemma in key) / len(key)
    if candidate.count > 1 or (told > 0 and recurring > 0):
        return True
    early = candidate.first < HEAD
    return (early and candidate.plain) or (2 * recurring >= 1 and (early or candidate.plain))


def _shared(key: Key, headline: frozenset[str]) -> float:
    """The part of its words that the headline has."""
    return sum(singular(lemma) in headline for lemma in key) / len(key)


def _overlap(one: Key, other: Key) -> bool:
    shared = len(set(one) & set(other))
    return shared * 2 > min(len(one), len(other)) or one[-1] == other[-1]
