"""A summary of an article: a few of its own sentences, in any language; which say the most, ``worth`` tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from briefing.annotate.layout.datelines import read_dateline
from briefing.annotate.leaning import leans, thing_named_before
from briefing.annotate.quotes.marks import Quotation, find_quotations
from briefing.annotate.sentences import split_sentences
from briefing.annotate.worth import TELLING, Candidate, Weighing, length_of
from briefing.lexicon.outlets import known_outlet
from briefing.lexicon.word_weights import singular, words
from briefing.model import Paragraph, Sentence

MOST = 3  # sentences
LONG_TEXT = 8  # sentences from which a summary may take three
GOOD = 0.5  # log odds that a third sentence would be chosen: two good ones are better than three
MOST_CHARACTERS = 600  # of a sentence, which stands on many pages and is never cut
SHORTEST, LONGEST, LONGEST_LEAD = 6, 60, 75  # words
OWN_SHARE = 0.5  # of a sentence that must lie outside quotation marks
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
    r"[^.]{,80}\((?:(?:far|top|bottom) )?(?:left|right|cent(?:er|re)|pictured)\)|"
    r"(?:photo|image|picture|video|note|credit|source|correction|disclaimer|updated?|above|below|left|right|top)[:,]",
    re.IGNORECASE,
)
BULLETS = frozenset("-–—•*·|/#>([")  # with which a line of a list or of the page begins
MARKS = frozenset("\"“”‘'«„‚「『`")


def summarize(
    paragraphs: Sequence[Paragraph], weight: Callable[[str], float], count: int | None = None, title: str = ""
) -> tuple[Sentence, ...]:
    """Two sentences, of a long text three if the third is worth it (``count``, if given), verbatim and in text order,
    the first of the text among them if it stands alone; fewer where the text has no more.

    ``weight`` is the inverse document frequency of a lower-case word. A sentence that leans on the one before it, a
    heading, an item, a lone quotation, a fragment or what speaks in the first person is taken only where the text has
    nothing else; one without end never.
    """
    candidates = [one for one in _candidates(paragraphs) if len(one.sentence.text) <= MOST_CHARACTERS]
    wanted = count if count is not None else MOST if len(candidates) >= LONG_TEXT else MOST - 1
    headline = frozenset(words(title))
    telling = frozenset(word for word in headline if weight(word) > TELLING)
    fit = [one for one in candidates if one.fit and (one.place or not title or _has_news(one, telling))]
    fit = [one for one in fit if not one.own] or fit
    chosen = _choose(fit, wanted, Weighing(candidates, weight, headline), headline)
    announces = candidates and candidates[0].sentence.text.endswith(":")  # 'The minister said:', and then what
    found = sorted(chosen, key=lambda one: one.place) or candidates[: 2 if announces else 1]
    return tuple(candidate.sentence for candidate in found)


def _choose(fit: Sequence[Candidate], wanted: int, weighing: Weighing, headline: frozenset[str]) -> list[Candidate]:
    """One after the other, each weighed by what those before it have left to say; first the beginning of the text."""
    chosen: list[Candidate] = []
    while len(chosen) < wanted:
        new = [one for one in fit if one not in chosen and not any(_repeats(one, other) for other in chosen)]
        clear = [one for one in new if _is_told(one, chosen, headline)]
        if not clear:
            break
        begins = wanted > 1 and clear[0].place == 0
        best = clear[0] if begins else max(clear, key=lambda one: weighing.worth(one, chosen))
        if len(chosen) == MOST - 1 and weighing.worth(best, chosen) < GOOD:
            break
        chosen.append(best)
    return chosen


def _has_news(candidate: Candidate, telling: frozenset[str]) -> bool:
    """Not an opening that could stand before any news: 'Some say that history repeats itself.'"""
    return bool(PARTICULAR.search(candidate.sentence.text)) or not telling.isdisjoint(candidate.words)


def _is_told(candidate: Candidate, chosen: Sequence[Candidate], headline: frozenset[str]) -> bool:
    """Whether what the sentence speaks of is told before it: by the sentence right before, a thing by any above."""
    if any(one.place == candidate.place - 1 and not (one.place and one.leans and candidate.leans) for one in chosen):
        return True
    thing = thing_named_before(candidate.sentence.text) if candidate.place else None
    before = headline.union(*(one.words for one in chosen if one.place < candidate.place))
    return not candidate.leans and (thing is None or singular(thing) in {singular(word) for word in before})


def _candidates(paragraphs: Sequence[Paragraph]) -> Iterator[Candidate]:
    quoted = find_quotations([paragraph.text for paragraph in paragraphs])
    speech, speakers = _begin_of_speech(paragraphs), _speakers(paragraphs)
    before = Counter[int]()  # sentences of each paragraph
    for place, (index, start, end) in enumerate(_sentences(paragraphs)):
        text = paragraphs[index].text[start:end]
        before[index] += 1
        inside = [q for q in quoted if q.index == index and q.outer_start < end and q.outer_end > start]
        share = sum(quotation.outer_end - quotation.outer_start for quotation in inside) / len(text)
        fit = (
            (index, start) < speech
            and not (speakers and text.startswith(speakers))
            and all(start <= q.outer_start and q.outer_end <= end for q in inside)
            and _is_fit(text, share, place == 0)
        )
        yield Candidate(
            place,
            len(before) - 1,
            before[index] - 1,
            Sentence(text, paragraphs[index].number),
            frozenset(words(text)),
            share,
            fit,
            _is_own(text, start, inside, place == 0),
            leans(text, place == 0),
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


def _is_fit(text: str, quoted: float, leads: bool) -> bool:
    """Whether the sentence says something by itself, in the article's own voice for the most part."""
    if not SHORTEST <= length_of(text) <= (LONGEST_LEAD if leads else LONGEST):
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
    return 1 - quoted > OWN_SHARE and not _is_open(text)


def _is_open(text: str) -> bool:
    """Whether a quotation begins or ends outside the sentence."""
    return text.count("“") != text.count("”") or text.count('"') % 2 == 1 or text.count("``") > text.count("''")


def _repeats(one: Candidate, other: Candidate) -> bool:
    smaller = min(len(one.words), len(other.words)) or 1
    return len(one.words & other.words) / smaller > SAME
