"""A summary of an article: a few of its own sentences, by lead and centroid, in any language.

Centroid: the sentences whose words are most those of the whole article, weighted by inverse document frequency
(Radev et al. 2004). Lead: news tells the most important first, so early sentences start with an advantage.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefing.annotate.layout.datelines import read_dateline
from briefing.annotate.leaning import leans, thing_named_before
from briefing.annotate.quotes.marks import Quotation, find_quotations
from briefing.annotate.sentences import split_sentences
from briefing.lexicon.outlets import known_outlet
from briefing.lexicon.word_weights import singular, words
from briefing.model import Paragraph, Sentence

HEADLINE = 1.0  # more for a word that the headline has, as if the text said it once more
PAST = 0.6  # of the score of a sentence that tells of the background
LEAD_SHARE = 0.6  # of the score; the rest is the centroid's
LEAD = 4  # sentences from the start, by which the advantage is half
LONG_TEXT = 8  # sentences from which a summary takes three
MOST_CHARACTERS = 600  # of a sentence, which stands on many pages and is never cut
SHORTEST, LONGEST, LONGEST_LEAD = 6, 60, 75  # words
OWN_SHARE = 0.5  # of a sentence that must lie outside quotation marks
SAID = 0.7  # of the weight of a word that a chosen sentence has said
TOLL = 1.5  # of the score of the first sentence that tells how many died or were hurt
SAME = 0.6  # share of a sentence's words that another already said
SUMMARY_KINDS = frozenset({"text", "standfirst"})
ADDRESS = re.compile(r"(?:(?i:i|my|me|you|your)|[Uu]s)\b")
OWN = re.compile(  # what speakers say of themselves without marks, as in a statement or an interview
    r"\b(?:[Ww]e|[Oo]ur)\b|"
    r"(?:^|[,;:–—] |\b(?i:when|that|and|but|if|what|because|as|which|where|so|while|than) )I(?:['’]\w+)? "
)
SPEECH = re.compile(r"\b(?:said|says|added|commented)\s?:\s*(?=\w|$)")

LABELLED = re.compile(  # a line of an interview
    r"(?:(?i:q|a|question|answer|frage|antwort)|[A-Z]{1,4}|\(\([^()]*\)\)|\[[^\]]*\])\s?:"
)
SPEAKER = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2} ?:")
# A sentence that tells of the report itself: what its writers did, or which of a series it is.
OF_THE_REPORT = re.compile(
    r"(?:the following|below|what follows|presented here|reproduced here) (?:is|are|was|were)\b|"
    r"[^.]{0,80}\b(?:edition|instal?lment|part(?: \w+)?|article|column) (?:of|in) (?:a|an|our|this|the)(?: [\w-]+)? "
    r"series\b|(?:this|the next) (?:article|page|post|report|update|bulletin)\b.{0,20}\b(?:issued|published|released|"
    r"updated|requires|covers)\b|attribution\b",
    re.IGNORECASE,
)
PARTICULAR = re.compile(r"\d|(?<=[\w,] )[A-Z]\w")  # a number or a name
TELLING = 2.0  # inverse document frequency of a word that is one of the news
REPORTING = re.compile(
    r"(?P<outlet>(?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}),? (?:(?:has|had|have|recently|also) )*"
    r"(?:examined|contacted|reviewed|reached out|got(?:ten)? in touch|followed up)\b"
)
# A sentence that begins so speaks of the page, of a picture or to the reader.
DIRECTING = re.compile(
    r"(?:see|click|tap|watch|listen|follow|subscribe|sign up|download|check out|stay tuned|share this|pictured|"
    r"read (?:more|also|below|the|our|about)|(?:for|learn|find out) more|to (?:learn|read|find out) more|"
    r"visit (?:our|us|www)|contact (?:us|the)|register (?:here|now)|file photo|"
    r"(?:photo|image|picture|video|illustration)s? (?:by|of)|"
    r"courtesy|editor['’]s note)\b|ed(?:itor)?\.?\s?:|"
    r"(?:photo|image|picture|video|note|credit|source|correction|disclaimer|updated?|above|below|left|right|top)[:,]",
    re.IGNORECASE,
)
BULLETS = frozenset("-–—•*·|/#>([")  # with which a line of a list or of the page begins
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What was long before the news or one of many turns of it, or is so at all times, or at which hour it was.
BACKGROUND = re.compile(
    rf"(?:In|Since|By|Between|Until|During) (?:\w+ )?(?:the )?(?:19|20)\d\d|"
    rf"(?:In|Since|During) (?:early |late )?{_MONTH}\b|(?:Last|Earlier this|(?:In|Over) the past) (?:year|month)\b|"
    r"(?:In|During|At|After) the (?:\w+ )?(?:first|second|third|fourth|opening|last|final|\d+\w\w) (?:\w+ )?"
    r"(?:game|half|inning|lap|match|minute|period|quarter|round|set)\b|"  # the course of a match
    r"[^.]* in the \d+\w\w[- ]minute\b|[^.]* (?:during|in) the (?:game|match)\.|"
    r"(?:Born|Historically|Previous(?:ly)?|Originally|Formerly|Traditionally|Founded|Established)\b|"
    r"[^,;]{2,60} (?:(?:was|were) (?:born|founded|established)|(?:is|are) (?:located|situated|observed|celebrated|"
    r"held (?:every|each)|(?:an?|the|one of|"
    r"(?:[A-Z]\w+ )*[A-Z]\w+['’]s)(?! (?:\w+ )?(?:first|second|third|latest|only|most|\w+est)\b))|tends? to|"
    r"(?:usually|typically|generally|normally|traditionally) [a-z]+)\b|"
    r"[^.]* (?:occurred|happened|started|began|took place|(?:was|were) called)\b"
    r"[^.]* at (?:about |around )?\d\d?[:.]\d\d\b"
)
HARMED = re.compile(
    r"\b(?:kill(?:s|ed|ing)|dead|died|deaths?|(?:injur|wound)(?:ed|ing)|injuries|casualties|bodies|lives)\b"
)
COUNTED = re.compile(
    r"\b(?:(?!(?:19|20)\d\d\b)\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens|hundreds|thousands)\b",
    re.IGNORECASE,
)
MARKS = frozenset("\"“”‘'«„‚「『`")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int  # among all sentences of the article
    sentence: Sentence
    words: frozenset[str]
    fit: bool  # to stand in a summary
    own: bool  # tells of its speaker: 'Our condolences …', which on a page the site would say
    leans: bool  # on the sentence before it
    background: bool  # tells what was before the news
    toll: bool  # tells how many died or were hurt


def summarize(
    paragraphs: Sequence[Paragraph], weight: Callable[[str], float], count: int | None = None, title: str = ""
) -> tuple[Sentence, ...]:
    """Two or three sentences (``count``, if given), verbatim and in text order, the first of the text among them if it
    stands alone; fewer where the text has no more.

    ``weight`` is the inverse document frequency of a lower-case word. A sentence that leans on the one before it, a
    heading, an item, a lone quotation, a fragment or what speaks in the first person is taken only where the text has
    nothing else; one without end never.
    """
    candidates = [one for one in _candidates(paragraphs) if len(one.sentence.text) <= MOST_CHARACTERS]
    wanted = count if count is not None else 3 if len(candidates) >= LONG_TEXT else 2
    headline = frozenset(words(title))
    telling = frozenset(word for word in headline if weight(word) > TELLING)
    fit = [one for one in candidates if one.fit and (one.place or not title or _has_news(one, telling))]
    fit = [one for one in fit if not one.own] or fit
    totals = Counter(word for candidate in candidates for word in sorted(candidate.words))
    chosen = _choose(fit, wanted, _Weighing(fit, totals, weight, headline), headline)
    announces = candidates and candidates[0].sentence.text.endswith(":")  # 'The minister said:', and then what
    found = sorted(chosen, key=lambda one: one.place) or candidates[: 2 if announces else 1]
    return tuple(candidate.sentence for candidate in found)


def _choose(fit: Sequence[_Candidate], wanted: int, weighing: _Weighing, headline: frozenset[str]) -> list[_Candidate]:
    """One after the other, each weighed by what those before it have left to say; first the beginning of the text."""
    chosen: list[_Candidate] = []
    while len(chosen) < wanted:
        new = [one for one in fit if one not in chosen and not any(_repeats(one, other) for other in chosen)]
        clear = [one for one in new if _is_told(one, chosen, headline)]
        if not clear:
            break
        begins = wanted > 1 and clear[0].place == 0
        chosen.append(clear[0] if begins else max(clear, key=lambda one: weighing.score(one, chosen)))
    return chosen


def _has_news(candidate: _Candidate, telling: frozenset[str]) -> bool:
    """Not an opening that could stand before any news: 'Some say that history repeats itself.'"""
    return bool(PARTICULAR.search(candidate.sentence.text)) or not telling.isdisjoint(candidate.words)


def _is_told(candidate: _Candidate, chosen: Sequence[_Candidate], headline: frozenset[str]) -> bool:
    """Whether what the sentence speaks of is told before it: by the sentence right before, a thing by any above."""
    if any(one.place == candidate.place - 1 and not (one.place and one.leans and candidate.leans) for one in chosen):
        return True
    thing = thing_named_before(candidate.sentence.text) if candidate.place else None
    before = headline.union(*(one.words for one in chosen if one.place < candidate.place))
    return not candidate.leans and (thing is None or singular(thing) in {singular(word) for word in before})


def _candidates(paragraphs: Sequence[Paragraph]) -> Iterator[_Candidate]:
    quoted = find_quotations([paragraph.text for paragraph in paragraphs])
    speech, speakers = _begin_of_speech(paragraphs), _speakers(paragraphs)
    for place, (index, start, end) in enumerate(_sentences(paragraphs)):
        text = paragraphs[index].text[start:end]
        inside = [q for q in quoted if q.index == index and q.outer_start < end and q.outer_end > start]
        fit = (
            (index, start) < speech
            and not (speakers and text.startswith(speakers))
            and all(start <= q.outer_start and q.outer_end <= end for q in inside)
            and _is_fit(text, inside, place == 0)
        )
        told = Sentence(text, paragraphs[index].number)
        background = place > 0 and bool(BACKGROUND.match(text))
        tells_toll = bool(HARMED.search(text) and COUNTED.search(text))
        yield _Candidate(
            place,
            told,
            frozenset(words(text)),
            fit,
            _is_own(text, start, inside, place == 0),
            leans(text, place == 0),
            background,
            tells_toll,
        )


def _sentences(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, int, int]]:
    """Of each sentence the index of its paragraph, where in it it starts, and where it ends."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.kind in SUMMARY_KINDS:
            dateline = read_dateline(paragraph.text)  # 'PARIS (AP) — ' is shown above the text
            begin = dateline.end if dateline else 0
            for start, end in split_sentences(paragraph.text[begin:]):
                yield index, begin + start, begin + end


def _is_own(text: str, start: int, quotations: Sequence[Quotation], leads: bool) -> bool:
    """Of the lead, which tells the news, only if it begins so."""
    spoken = [(quotation.outer_start - start, quotation.outer_end - start) for quotation in quotations]
    found = [OWN.match(text)] if leads else OWN.finditer(text)
    return any(m is not None and not any(a <= m.start() < b for a, b in spoken) for m in found)


def _begin_of_speech(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """From where, as paragraph and place in it, a text gives somebody's words without marks: 'The minister said:'."""
    for index, paragraph in enumerate(paragraphs):
        found = SPEECH.search(paragraph.text)
        after = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        if found and (found.end() < len(paragraph.text) or (after and after[0] not in MARKS)):
            return index, found.end()
    return len(paragraphs), 0


def _speakers(paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The names that stand before what is said in an interview or a debate, each more than once: 'ROE:'."""
    labels = Counter(found[0] for paragraph in paragraphs if (found := SPEAKER.match(paragraph.text)))
    return tuple(label for label, count in labels.items() if count > 1)


def _is_fit(text: str, quotations: Sequence[Quotation], leads: bool) -> bool:
    """Whether the sentence says something by itself, in the article's own voice for the most part."""
    length = len(text) // 2 if UNSPACED.search(text) else len(text.split())
    if not SHORTEST <= length <= (LONGEST_LEAD if leads else LONGEST):
        return False
    if not re.search(r"[.!…。！।۔]['\"”’»)\]]*$", text):  # a question says nothing yet
        return False
    if any(pattern.match(text) for pattern in (ADDRESS, LABELLED, DIRECTING, OF_THE_REPORT)):
        return False
    reporting = REPORTING.match(text)
    if reporting and known_outlet(reporting["outlet"]):
        return False
    if text[0] in BULLETS or text[:2].islower():  # an item, or what is left of a sentence: 'said Tom Roe.'
        return False
    outside = len(text) - sum(quotation.outer_end - quotation.outer_start for quotation in quotations)
    return outside > OWN_SHARE * len(text) and not _is_open(text)


def _is_open(text: str) -> bool:
    """Whether a quotation begins or ends outside the sentence."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1 or text.count("``") > text.count("''")


class _Weighing:
    """How much each sentence tells of the article: by its place, and by its words that recur in the article, the
    headline counted too, each for less where a chosen sentence has said it."""

    def __init__(
        self,
        fit: Sequence[_Candidate],
        totals: Counter[str],
        weight: Callable[[str], float],
        headline: frozenset[str],
    ) -> None:
        recurring = {word: count + HEADLINE * (word in headline) for word, count in totals.items()}
        self._weights = {word: weight(word) * math.log(count) for word, count in recurring.items() if count > 1}
        self._best = max((self._centrality(one, frozenset()) for one in fit), default=0.0) or 1.0

    def score(self, one: _Candidate, chosen: Sequence[_Candidate]) -> float:
        said = frozenset[str]().union(*(other.words for other in chosen))
        central = self._centrality(one, said) / self._best
        new_toll = one.toll and not any(other.toll for other in chosen)
        return (
            (LEAD_SHARE / (1 + one.place / LEAD) + (1 - LEAD_SHARE) * central)
            * (PAST if one.background else 1.0)
            * (TOLL if new_toll else 1.0)
        )

    def _centrality(self, one: _Candidate, said: frozenset[str]) -> float:
        """Weight of the sentence's words per root of its length."""
        shared = (self._weights.get(word, 0.0) * (SAID if word in said else 1.0) for word in sorted(one.words))
        return sum(shared) / math.sqrt(len(one.words) + 1)


def _repeats(one: _Candidate, other: _Candidate) -> bool:
    smaller = min(len(one.words), len(other.words)) or 1
    return len(one.words & other.words) / smaller > SAME
