"""Where the articles of a story differ: one thing counted, and not the same number.

Better to miss a difference than to claim one: two figures count one thing when their words say so, what stands around
them is alike, and neither place nor day speaks against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from briefing.lexicon.comparable import ABOUT, ELSEWHERE, LEAST, LESS, MORE, befalls, comparable
from briefing.lexicon.word_weights import share, singular, words
from briefing.link.interim import is_interim
from briefing.link.similarity import day_of
from briefing.link.things import PLANNED, Thing, find_thing
from briefing.model import Article, Difference, Figure, Told

_COMMON = 0.12  # words in more than this part of the counted documents say nothing of a subject
_LEAST_SHARED = 2  # words that what stands around both figures has in common
_PART_SHARED = 0.5  # of the words of the shorter sentence, where the count is not of people's fate
_TIMES = 4  # figures further apart count different things
_TIMES_OF = {"crowd": 10, "cost": 2, "deal": 2, "turnout": 1.15}
_ROUND, _ROUNDED = 1000, 0.05  # from which on numbers are rounded, and by what part of them at most
_MONTHS = 2  # from which on a time is another time
_PART = re.compile(  # or what it was before: 'rose to 61 from 52'
    r"\b(?:including|among (?:them|whom)|of (?:them|which|whom)|from|compared (?:to|with))(?: (?:the|some|also))?,? $"
)
# '... said on Friday' tells when somebody spoke, not when it happened.
_SPOKE_ON = re.compile(r"\b(?:said|says|told|reported|announced|confirmed|added|stated)\b(?: \w+){0,3} $")
_MAY_BE = frozenset({"would", "could", "may", "might", "if"})  # as all that is planned
_HELD = frozenset({"trapped", "missing", "kidnapped", "arrested"})
_FREED = frozenset({"freed", "found", "released", "rescued", "saved"})  # 'freed 12 of the workers trapped'
_GRAVE = re.compile(r"(?: \w+){0,3}? (?:seriously|critically|severely|badly|gravely|slightly|lightly|fatally)\b")
_WITH_ATTACKER = re.compile(
    r"\b(?:including|counting|among them) (?:(?:the|a|an|one|two) )?(?:\w+ )?"
    r"(?:gunm[ae]n|attackers?|bombers?|shooters?|assailants?|perpetrators?|hijackers?)\b"
)
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*\s+(?=[\"“'‘(\[]?[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class _Count:
    """A figure of an article and what stands around it."""

    told: Told
    fate: str
    leads: bool  # in the first paragraph, which tells the event of the story
    attacker: bool  # counted too
    grave: bool  # told how badly: 'seriously injured' are a part of those injured
    day: str
    places: frozenset[str]  # named in its sentence, as words
    days: frozenset[str]  # that its sentence speaks of, else its paragraph
    follows: frozenset[str]  # the word right behind it, if it tells something: 'backed' of '45 members backed'
    sentence: frozenset[str]
    paragraph: frozenset[str]  # and the one before it


def find_differences(articles: Sequence[Article]) -> tuple[Difference, ...]:
    """What the articles count with different results, in the order of the first article that has it.

    An article's count is that of its first paragraph with one, or of the whole text; where there are two, it has none.
    Each difference lists all articles that count the thing, the earliest first.
    """
    counts: dict[Thing, list[_Count]] = {}
    for article in articles:
        for key, count in _counts(article):
            counts.setdefault(key, []).append(count)
    found = (_difference(told) for told in counts.values())
    return tuple(difference for difference in found if difference)


def keep_shown(differences: Sequence[Difference], articles: Mapping[str, Article]) -> tuple[Difference, ...]:
    """The differences between those figures that the articles still have, in the words of one of these."""
    kept = []
    for difference in differences:
        told = tuple(t for t in difference.told if t.figure in articles[t.article].figures)
        said = [one.figure.counts for one in told if one.figure.counts]
        if said and _any_differ([one.figure for one in told]):
            counts = difference.counts if difference.counts in said else said[0]
            kept.append(replace(difference, counts=counts, told=told))
    return tuple(kept)


def _any_differ(figures: Sequence[Figure]) -> bool:
    return any(_differ(one, other) for one, other in combinations(figures, 2))


def _counts(article: Article) -> Iterator[tuple[Thing, _Count]]:
    counts: dict[Thing, list[_Count]] = {}
    texts = {paragraph.number: paragraph.text for paragraph in article.paragraphs}
    for figure in article.figures:
        thing = find_thing(figure, texts[figure.paragraph])
        if thing is None or _PART.search(texts[figure.paragraph][: figure.start]):
            continue
        if (count := _read(article, figure, texts, thing.fate)) is not None:
            counts.setdefault(thing, []).append(count)
    for thing, all_said in counts.items():
        said = [count for count in all_said if count.leads] or all_said
        if len({(count.told.figure.value, count.told.figure.last) for count in said}) == 1:
            yield thing, said[0]


def _read(article: Article, figure: Figure, texts: Mapping[int, str], fate: str) -> _Count | None:
    """The figure with its surroundings; None where its sentence speaks of another time, or of what may be."""
    text = texts[figure.paragraph]
    begin, end = _sentence(text, figure)
    around = words(text[begin : figure.start] + " " + text[figure.end : end])
    times, day = _times(article, figure, text, begin, end), day_of(article)
    if (
        is_interim(text[begin:end], fate)
        or _means_others(around, fate)
        or (day and any(_is_past(value, day) for value in times))
    ):
        return None
    return _Count(
        told=Told(article.id, figure),
        fate=fate,
        leads=figure.paragraph == min(texts),
        attacker=bool(_WITH_ATTACKER.search(text, begin, end)),
        grave=bool(_GRAVE.match(text, figure.end) or _GRAVE.search(figure.text)),
        day=day.isoformat() if day else "",
        places=_places(article, figure, begin, end),
        days=_days(times) or _days(_times(article, figure, text, 0, len(text))),
        follows=_telling(text[figure.end : end].partition(",")[0].removeprefix(" ").partition(" ")[0]),
        sentence=_telling(" ".join(around)),
        paragraph=_telling(f"{texts.get(figure.paragraph - 1, '')} {text}"),
    )


def _means_others(around: Sequence[str], fate: str) -> bool:
    """Whether the words around a count tell that others are counted elsewhere, or that these are free again."""
    if fate in _HELD and _FREED.intersection(around):
        return True
    may_be = _MAY_BE if fate in PLANNED else frozenset()
    return any(comparable().get(singular(word)) == ELSEWHERE for word in around if word not in may_be)


def _days(times: Sequence[str]) -> frozenset[str]:
    return frozenset(value[:10] for value in times if len(value) >= 10)


def _times(article: Article, figure: Figure, text: str, begin: int, end: int) -> list[str]:
    """The times that a part of its paragraph speaks of; the day on which somebody spoke is none."""
    inside = [d for d in article.dates if d.paragraph == figure.paragraph and begin <= d.start < end and d.value]
    spoke = [d for d in inside if _SPOKE_ON.search(text[begin : d.start])]
    return [d.value for d in inside if d.value and d not in spoke]


def _places(article: Article, figure: Figure, begin: int, end: int) -> frozenset[str]:
    """The words of the places named in its sentence."""
    return frozenset(
        word
        for name in article.names
        if name.kind == "place"
        for mention in name.mentions
        if mention.paragraph == figure.paragraph and begin <= mention.start < end
        for word in words(name.name)
    )


def _is_past(value: str, day: date) -> bool:
    """Whether a time is months before the day of the article: 'in 2009', 'in March' in a text of May."""
    month = re.match(r"(\d{4})(?:-(\d\d))?(?![\w])|(\d{4})-", value)
    if month is None:
        return False
    year = int(month[1] or month[3])
    return 12 * (day.year - year) + (day.month - int(month[2]) if month[2] else 0) >= _MONTHS


def _sentence(text: str, figure: Figure) -> tuple[int, int]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    begin = max((end for end in ends if end <= figure.start), default=0)
    return begin, min((end for end in ends if end >= figure.end), default=len(text))


def _telling(text: str) -> frozenset[str]:
    keys = {singular(word) for word in words(text)}
    return frozenset(key for key in keys if len(key) > 2 and share(key) <= _COMMON and not befalls(key))


def _difference(counts: Sequence[_Count]) -> Difference | None:
    """All counts of what the first of them counts, if they differ."""
    same = [count for count in counts if count is counts[0] or _is_same_thing(counts[0], count)]
    if not _any_differ([count.told.figure for count in same]):
        return None
    same.sort(key=lambda count: count.day or "9999")
    return Difference(counts[0].told.figure.counts or "", tuple(count.told for count in same))


def _is_same_thing(one: _Count, other: _Count) -> bool:
    if (one.attacker, one.grave) != (other.attacker, other.grave):
        return False
    if one.places and other.places and not one.places & other.places and not (one.leads and other.leads):
        return False
    if one.days and other.days and not one.days & other.days:
        return False
    low, high = sorted((one.told.figure.value, other.told.figure.value))
    if high > _TIMES_OF.get(one.fate, _TIMES) * low:
        return False
    if one.fate:
        return len(one.paragraph & other.paragraph) >= _LEAST_SHARED
    if one.follows and other.follows and one.follows != other.follows:
        return False
    shared, shorter = len(one.sentence & other.sentence), min(len(one.sentence), len(other.sentence))
    return shared >= (_LEAST_SHARED if one.leads and other.leads else max(_LEAST_SHARED, _PART_SHARED * shorter))


def _differ(one: Figure, other: Figure) -> bool:
    """Whether no number fits both: 'nearly 40' is 39, 'more than 30' is 33, 'at least 12' is not 17.

    'At least nine dead' is a toll as it stood, which 'eleven dead' corrects; 'at least 30' may be 33.
    """
    (low, high), (lowest, highest) = _span(one), _span(other)
    return (high < lowest or highest < low) and not (_rounds(one, other) or _rounds(other, one))


def _rounds(one: Figure, other: Figure) -> bool:
    """Whether the first is the second, rounded: '33,000' is 33,175, '1.2 million' 1,230,000."""
    if one.value < _ROUND or one.value % 1:
        return False
    digits = f"{one.value:.0f}"
    unit = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return abs(one.value - other.value) < min(unit / 2, _ROUNDED * one.value)


def _span(figure: Figure) -> tuple[float, float]:
    low, high = figure.value, figure.last or figure.value
    if figure.qualifier in LEAST and low % 10 and not figure.unit:
        return low, high
    if figure.qualifier in MORE:
        return low, 1.25 * high
    if figure.qualifier in LESS:
        return 0.8 * low, high
    return (0.9 * low, 1.1 * high) if figure.qualifier in ABOUT else (low, high)
