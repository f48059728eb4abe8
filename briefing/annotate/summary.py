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

from briefing.annotate.datelines import read_dateline
from briefing.annotate.quote_marks import Quotation, find_quotations
from briefing.annotate.sentences import split_sentences
from briefing.lexicon.word_weights import words
from briefing.model import Paragraph, Sentence

LEAD_SHARE = 0.6  # of the score; the rest is the centroid's
LONG_TEXT = 8  # sentences from which a summary takes three
SHORTEST, LONGEST = 6, 60  # words
MOST_CHARACTERS = 600  # of a sentence, which stands on many pages and is never cut
OWN_SHARE = 0.4  # of a sentence that must lie outside quotation marks
SAME = 0.6  # share of a sentence's words that another already said
SUMMARY_KINDS = frozenset({"text", "standfirst"})
# A sentence that begins so leans on the one before it.
LEANING = re.compile(
    r"(?:but|and|or|also|yet|so|however|still|then|thus|instead|meanwhile|moreover|nevertheless|therefore|otherwise|"
    r"additionally|furthermore|besides|likewise|similarly|he|she|it|they|him|her|his|hers|its|their|this|that|these|those|"
    r"such|here|there|both|the two|the pair|the latter|the former|as a result|in addition|for example|for instance|"
    r"er|sie|es|aber|und|auch|dies(?:e[rsmn]?)?|dabei|dennoch|jedoch|außerdem|zudem|"
    r"il|elle|ils|elles|mais|et|aussi|cela|ce|cette|ces|cependant|"
    r"él|ella|ellos|pero|también|esto|este|esta|sin embargo|además|"
    r"ma|anche|egli|questo|questa|tuttavia|mas|também|ele|ela|isso|hij|zij|maar|ook|dit)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(r"(?:Q|A|Question|Answer|Frage|Antwort)\s?:", re.IGNORECASE)  # a line of an interview
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int  # among all sentences of the article
    sentence: Sentence
    words: frozenset[str]
    fit: bool  # to stand alone in a summary


def summarize(
    paragraphs: Sequence[Paragraph], weight: Callable[[str], float], count: int | None = None
) -> tuple[Sentence, ...]:
    """Two or three sentences (``count``, if given), verbatim and in text order; fewer where the text has no more.

    ``weight`` is the inverse document frequency of a lower-case word. A sentence that leans on the one before it, a
    heading, an item, a lone quotation or a fragment is taken only where the text has nothing else; one
    without end never.
    """
    candidates = [one for one in _candidates(paragraphs) if len(one.sentence.text) <= MOST_CHARACTERS]
    fit = [candidate for candidate in candidates if candidate.fit] or candidates[:1]
    wanted = count if count is not None else 3 if len(candidates) >= LONG_TEXT else 2
    totals = Counter(word for candidate in candidates for word in sorted(candidate.words))
    scores = _scores(fit, totals, weight)
    chosen: list[_Candidate] = []
    for candidate in sorted(fit, key=lambda one: (-scores[one.place], one.place)):
        if len(chosen) < wanted and not any(_repeats(candidate, other) for other in chosen):
            chosen.append(candidate)
    return tuple(candidate.sentence for candidate in sorted(chosen, key=lambda one: one.place))


def _candidates(paragraphs: Sequence[Paragraph]) -> Iterator[_Candidate]:
    place = 0
    quoted: list[list[Quotation]] = [[] for _ in paragraphs]
    for quotation in find_quotations([paragraph.text for paragraph in paragraphs]):
        quoted[quotation.index].append(quotation)
    for paragraph, quotations in zip(paragraphs, quoted, strict=True):
        if paragraph.kind not in SUMMARY_KINDS:
            continue
        dateline = read_dateline(paragraph.text)
        for start, end in split_sentences(paragraph.text):
            if dateline and start == 0 and dateline.end < end:
                start = dateline.end  # 'PARIS (AP) — ' is shown above the text
            text = paragraph.text[start:end]
            inside = [q for q in quotations if q.outer_start < end and q.outer_end > start]
            fit = all(start <= q.outer_start and q.outer_end <= end for q in inside) and _is_fit(text, inside)
            yield _Candidate(place, Sentence(text, paragraph.number), frozenset(words(text)), fit)
            place += 1


def _is_fit(text: str, quotations: Sequence[Quotation]) -> bool:
    """Whether the sentence says something by itself, in the article's own voice for the most part."""
    length = len(text) // 2 if UNSPACED.search(text) else len(text.split())
    if LABELLED.match(text) or not SHORTEST <= length <= LONGEST or LEANING.match(text) or text[-1] in ":;,":
        return False
    if not re.search(r"[.!?…。！？।؟۔]['\"”’»)\]]*$", text):
        return False
    outside = len(text) - sum(quotation.outer_end - quotation.outer_start for quotation in quotations)
    return outside > OWN_SHARE * len(text) and text.count("“") == text.count("”") and text.count('"') % 2 == 0


def _scores(fit: Sequence[_Candidate], totals: Counter[str], weight: Callable[[str], float]) -> dict[int, float]:
    centroid = {one.place: _centrality(one, totals, weight) for one in fit}
    best = max(centroid.values(), default=0.0) or 1.0
    return {
        one.place: LEAD_SHARE / (1 + rank / 2) + (1 - LEAD_SHARE) * centroid[one.place] / best
        for rank, one in enumerate(fit)
    }


def _centrality(candidate: _Candidate, totals: Counter[str], weight: Callable[[str], float]) -> float:
    """Weight of the words that recur in the article, per root of the sentence's length."""
    shared = sum(weight(word) * math.log(totals[word]) for word in sorted(candidate.words) if totals[word] > 1)
    return shared / math.sqrt(len(candidate.words) + 1)


def _repeats(one: _Candidate, other: _Candidate) -> bool:
    smaller = min(len(one.words), len(other.words)) or 1
    return len(one.words & other.words) / smaller > SAME
