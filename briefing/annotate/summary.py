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
from briefing.lexicon.outlets import known_outlet
from briefing.lexicon.word_weights import singular, words
from briefing.model import Paragraph, Sentence

LEAD_SHARE = 0.6  # of the score; the rest is the centroid's
LEAD = 4  # sentences from the start, by which the advantage is half
LONG_TEXT = 8  # sentences from which a summary takes three
MOST_CHARACTERS = 600  # of a sentence, which stands on many pages and is never cut
SHORTEST, LONGEST, LONGEST_LEAD = 6, 60, 75  # words
OWN_SHARE = 0.4  # of a sentence that must lie outside quotation marks
SAME = 0.6  # share of a sentence's words that another already said
SUMMARY_KINDS = frozenset({"text", "standfirst"})
# A sentence that begins so leans on the one before it.
LEANING = re.compile(
    r"(?:but|and|or|also|yet|so|however|still|then|thus|instead|meanwhile|moreover|nevertheless|therefore|otherwise|"
    r"additionally|furthermore|besides|likewise|similarly|he|she|they|him|"
    r"it(?! (?:(?:is|was|has been|had been) (?:\w+ly )?(?:reported|announced|revealed|confirmed|disclosed|alleged|"
    r"claimed|estimated|believed|feared|expected|thought|understood|said|agreed|decided|not known|unclear)|emerged|"
    r"emerges|transpired) (?:that|the|whether|how|on|yesterday|today|late|early|this|last|\w+day)\b)|"
    r"her|his|hers|its|their|that|these|those|"
    r"this(?! (?:week|weekend|month|year|summer|winter|spring|autumn|morning|afternoon|evening|season)\b)|"
    r"such|here|there(?! (?:was|were)\b)|both|the two|the pair|the latter|the former|"
    r"as a result|in addition|for example|for instance|"
    r"i|my|me|us|you|your|in between|in the event|at (?:the|that) time|afterwards?|"
    r"(?:later|earlier)(?! (?:this|today|in)\b)|"
    r"(?:although|though|while|when|after|before|since|because|as|if|once|until|despite|with|for) "
    r"(?:he|she|it|they|his|her|its|their|this|that|these|those)\b(?! (?:week|weekend|month|year|summer|season)\b)|"
    r"(?:a few|\w+) (?:days?|weeks?|months?|years?|hours?|minutes?) (?:later|earlier|before)|"
    r"er|sie|es|aber|und|auch|dies(?:e[rsmn]?)?|dabei|dennoch|jedoch|außerdem|zudem|"
    r"il|elle|ils|elles|mais|et|aussi|cela|ce|cette|ces|cependant|"
    r"él|ella|ellos|pero|también|esto|este|esta|sin embargo|además|"
    r"ma|anche|egli|questo|questa|tuttavia|mas|também|ele|ela|isso|hij|zij|maar|ook|dit)\b",
    re.IGNORECASE,
)
# An opening part without a name, and then a pronoun: 'Called the Long Walk, it ...', 'On Monday, she ...'.
OPENING = re.compile(
    r"(?!(?i:if|when|while|because|although|though|since|after|before|once|as|until|unless|where|whether)\b)"
    r"[^,;“\"]{2,90}, (?:he|she|it(?! (?:is|was|will|has|takes?|took|seems?|may)\b)|they (?:said|were|had|told))\b"
)
PARTICIPLE = re.compile(
    r"(?:\w+ed|\w+ing|born|known|built|held|made|seen|given)\b[^,;“\"]{2,90}, (?:he|she|it|they)\b", re.IGNORECASE
)
OURS = re.compile(r"(?:we|our)\b", re.IGNORECASE)  # fit in a text that speaks so from its first paragraph
MINE = re.compile(  # what a speaker says of himself without marks, as in an interview
    r"(?:^|[,;:–—] |\b(?i:when|that|and|but|if|what|because|as|which|where|so|while|than) )I(?:['’]\w+)? "
)
SPEECH = re.compile(r"\b(?:said|says|added|commented)\s?:\s*(?=\w|$)")

NAMED = re.compile(  # a capital within, of no day or month
    r"(?<=\w )(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)[A-Z]\w"
)
LABELLED = re.compile(  # a line of an interview
    r"(?:(?i:q|a|question|answer|frage|antwort)|[A-Z]{1,4}|\(\([^()]*\)\)|\[[^\]]*\])\s?:"
)
# What is told at once of a thing that an earlier sentence named: 'The car was recalled', 'During the event, …'.
NAMED_BEFORE = re.compile(
    r"(?:The|(?:During|After|Before|Following|Despite|Since) the) (?!same|next|first|end|weekend|day|week|month|year)"
    r"(?P<thing>[a-z]+)(?:,| (?:was|were|had|also|did|then|later|came|follows|followed|comes)\b)"
)
# A sentence that tells of the report itself: what its writers did, or which of a series it is.
OF_THE_REPORT = re.compile(
    r"(?:the following|below|what follows|presented here|reproduced here) (?:is|are|was|were)\b|"
    r"[^.]{0,80}\b(?:edition|instal?lment|part|article|column) (?:of|in) (?:a|an|our|this|the)(?: \w+)? series\b",
    re.IGNORECASE,
)
REPORTING = re.compile(
    r"(?P<outlet>(?:The )?[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}),? (?:(?:has|had|have|recently|also) )*"
    r"(?:examined|contacted|reviewed|reached out|got(?:ten)? in touch|followed up)\b"
)
# A sentence that begins so speaks of the page, of a picture or to the reader.
DIRECTING = re.compile(
    r"(?:see|click|tap|watch|listen|follow|subscribe|sign up|download|check out|stay tuned|share this|pictured|"
    r"read (?:more|also|the|our|about)|(?:for|learn|find out) more|to (?:learn|read|find out) more|"
    r"visit (?:our|us|www)|contact (?:us|the)|register (?:here|now)|file photo|"
    r"(?:photo|image|picture|video|illustration)s? (?:by|of)|"
    r"courtesy|editor['’]s note)\b|ed(?:itor)?\.?\s?:|"
    r"(?:photo|image|picture|video|note|credit|source|correction|disclaimer|updated?|above|below|left|right|top)[:,]",
    re.IGNORECASE,
)
BULLETS = frozenset("-–—•*·|/#>([")  # with which a line of a list or of the page begins
MARKS = frozenset("\"“”‘'«„‚「『`")
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: int  # among all sentences of the article
    sentence: Sentence
    words: frozenset[str]
    fit: bool  # to stand alone in a summary


def summarize(
    paragraphs: Sequence[Paragraph], weight: Callable[[str], float], count: int | None = None, title: str = ""
) -> tuple[Sentence, ...]:
    """Two or three sentences (``count``, if given), verbatim and in text order, the first of the text among them if it
    stands alone; fewer where the text has no more.

    ``weight`` is the inverse document frequency of a lower-case word. A sentence that leans on the one before it, a
    heading, an item, a lone quotation or a fragment is taken only where the text has nothing else; one
    without end never.
    """
    candidates = [one for one in _candidates(paragraphs) if len(one.sentence.text) <= MOST_CHARACTERS]
    fit = [candidate for candidate in candidates if candidate.fit] or candidates[:1]
    wanted = count if count is not None else 3 if len(candidates) >= LONG_TEXT else 2
    headline = frozenset(words(title))
    totals = Counter(word for candidate in candidates for word in sorted(candidate.words))
    scores = _scores(fit, totals, weight)
    chosen: list[_Candidate] = []
    for candidate in sorted(fit, key=lambda one: (one.place > 0 or wanted < 2, -scores[one.place], one.place)):
        if (
            len(chosen) < wanted
            and not any(_repeats(candidate, other) for other in chosen)
            and _is_told(candidate, chosen, headline)
        ):
            chosen.append(candidate)
    return tuple(candidate.sentence for candidate in sorted(chosen, key=lambda one: one.place))


def _is_told(candidate: _Candidate, chosen: Sequence[_Candidate], headline: frozenset[str]) -> bool:
    """Whether the thing that the sentence begins with is told of before it: above, or in the sentence right before."""
    found = NAMED_BEFORE.match(candidate.sentence.text) if candidate.place else None
    if not found or any(one.place == candidate.place - 1 for one in chosen):
        return True
    before = headline.union(*(one.words for one in chosen if one.place < candidate.place))
    return singular(found["thing"].lower()) in {singular(word) for word in before}


def _candidates(paragraphs: Sequence[Paragraph]) -> Iterator[_Candidate]:
    place = 0
    quoted: list[list[Quotation]] = [[] for _ in paragraphs]
    for quotation in find_quotations([paragraph.text for paragraph in paragraphs]):
        quoted[quotation.index].append(quotation)
    told = [paragraph for paragraph in paragraphs if paragraph.kind in SUMMARY_KINDS]
    ours = bool(told) and bool(re.search(rf"\b{OURS.pattern}", told[0].text, re.IGNORECASE))
    speech = _begin_of_speech(paragraphs)
    for index, (paragraph, quotations) in enumerate(zip(paragraphs, quoted, strict=True)):
        if paragraph.kind not in SUMMARY_KINDS:
            continue
        dateline = read_dateline(paragraph.text)
        for start, end in split_sentences(paragraph.text):
            if dateline and start == 0 and dateline.end < end:
                start = dateline.end  # 'PARIS (AP) — ' is shown above the text
            text = paragraph.text[start:end]
            inside = [q for q in quotations if q.outer_start < end and q.outer_end > start]
            fit = all(start <= q.outer_start and q.outer_end <= end for q in inside) and (index, start) < speech
            fit = (
                fit
                and (ours or not (OURS.match(text) or _is_mine(text, start, inside)))
                and _is_fit(text, inside, place == 0)
            )
            yield _Candidate(place, Sentence(text, paragraph.number), frozenset(words(text)), fit)
            place += 1


def _is_mine(text: str, start: int, quotations: Sequence[Quotation]) -> bool:
    spoken = [(quotation.outer_start - start, quotation.outer_end - start) for quotation in quotations]
    return any(not any(a <= m.start() < b for a, b in spoken) for m in MINE.finditer(text))


def _begin_of_speech(paragraphs: Sequence[Paragraph]) -> tuple[int, int]:
    """From where, as paragraph and place in it, a text gives somebody's words without marks: 'The minister said:'."""
    for index, paragraph in enumerate(paragraphs):
        found = SPEECH.search(paragraph.text)
        after = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        if found and (found.end() < len(paragraph.text) or (after and after[0] not in MARKS)):
            return index, found.end()
    return len(paragraphs), 0


def _is_fit(text: str, quotations: Sequence[Quotation], leads: bool) -> bool:
    """Whether the sentence says something by itself, in the article's own voice for the most part."""
    length = len(text) // 2 if UNSPACED.search(text) else len(text.split())
    if not SHORTEST <= length <= (LONGEST_LEAD if leads else LONGEST) or _leans(text):
        return False
    if not re.search(r"[.!…。！।۔]['\"”’»)\]]*$", text):  # a question says nothing yet
        return False
    if any(pattern.match(text) for pattern in (LABELLED, DIRECTING, OF_THE_REPORT)):
        return False
    reporting = REPORTING.match(text)
    if reporting and known_outlet(reporting["outlet"]):
        return False
    if text[0] in BULLETS:
        return False
    outside = len(text) - sum(quotation.outer_end - quotation.outer_start for quotation in quotations)
    return outside > OWN_SHARE * len(text) and not _is_open(text)


def _leans(text: str) -> bool:
    opening = OPENING.match(text)
    return bool(LEANING.match(text) or PARTICIPLE.match(text) or (opening and not NAMED.search(opening[0])))


def _is_open(text: str) -> bool:
    """Whether a quotation begins or ends outside the sentence."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1 or text.count("``") > text.count("''")


def _scores(fit: Sequence[_Candidate], totals: Counter[str], weight: Callable[[str], float]) -> dict[int, float]:
    centroid = {one.place: _centrality(one, totals, weight) for one in fit}
    best = max(centroid.values(), default=0.0) or 1.0
    return {
        one.place: LEAD_SHARE / (1 + one.place / LEAD) + (1 - LEAD_SHARE) * centroid[one.place] / best for one in fit
    }


def _centrality(candidate: _Candidate, totals: Counter[str], weight: Callable[[str], float]) -> float:
    """Weight of the words that recur in the article, per root of the sentence's length."""
    shared = sum(weight(word) * math.log(totals[word]) for word in sorted(candidate.words) if totals[word] > 1)
    return shared / math.sqrt(len(candidate.words) + 1)


def _repeats(one: _Candidate, other: _Candidate) -> bool:
    smaller = min(len(one.words), len(other.words)) or 1
    return len(one.words & other.words) / smaller > SAME
