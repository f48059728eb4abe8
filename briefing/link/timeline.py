"""The timeline: sentences that tell of a day, a week or a month, in the order of time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from briefing.model import Article, Event, TimeExpression

_VALUE = re.compile(r"(\d{4})-(?:W(\d\d)|(\d\d)(?:-(\d\d))?)(?:T.*)?")
_END = re.compile(r"[.!?…]+[\"”’»)\]]*(?=\s+[\"“‘«(\[]*[^\W\d_a-z]|\s+[\"“‘«(\[]*\d)|[。！？]+[」』”]*|\n+")
_WORD, _ALIKE = re.compile(r"\w+"), 0.75  # of the words of two sentences in both
_LONGEST = 500  # characters of an event; a longer quotation is left out
# Words whose full stop ends no sentence when a capital follows.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“‘\"'])(?:Mr|Mrs|Ms|Dr|Prof|Rev|Fr|St|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Cpl|Sgt|Cmdr|Adm|Amb|Hon|Jr|Sr|Pres|Sec|"
    r"No|Nos|vs|v|approx|Co|Corp|Inc|Ltd|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mt|Ft|Ave|Blvd|Art|Fig|"
    r"[^\W\d_](?:\.[^\W\d_])*)\.[”’\"')]*$"
)


def build_timeline(articles: Sequence[Article]) -> tuple[Event, ...]:
    """The events of articles: each sentence once, under the most exact of its dates, of equals the first, that of what
    is said before that of the saying. A date that the sentence merely mentions is none of it.

    What is said in quotation marks comes with the whole of the quotation and who says it, or not at all.
    In order of the first day that the value covers, the more exact before the vaguer, then the order of articles and
    of the text. Expressions that stand for a year, an interval or nothing resolved are left out.
    """
    keyed = [
        ((*_span(event.value), place, event.paragraph, number), event)
        for place, article in enumerate(articles)
        for number, event in enumerate(_events(article))
    ]
    return tuple(event for _, event in sorted(keyed, key=lambda pair: pair[0]))


def _events(article: Article) -> Iterator[Event]:
    texts = article.texts
    best: dict[tuple[int, int], tuple[tuple[int, bool, int], Event]] = {}
    for expression in article.dates:
        value = _exact(expression)
        if value is None or expression.role == "mention" or expression.paragraph not in texts:
            continue
        text = texts[expression.paragraph]
        start, end = _passage_around(article, text, expression)
        if end - start > _LONGEST:
            continue
        event = Event(value, text[start:end], expression.text, article.id, expression.paragraph)
        rank = _span(value)[1], expression.role == "saying", expression.start
        place = expression.paragraph, start
        if place not in best or rank < best[place][0]:
            best[place] = rank, event
    told: list[Event] = []
    for _, event in (best[place] for place in sorted(best)):
        if not any(_says_the_same(event, other) for other in told):
            told.append(event)
            yield event


def _says_the_same(event: Event, other: Event) -> bool:
    """The very sentence again, or nearly its words, of the same day."""
    if event.text == other.text:
        return True
    words, others = (frozenset(_WORD.findall(one.text.casefold())) for one in (event, other))
    return event.value == other.value and len(words & others) > _ALIKE * len(words | others)


def _passage_around(article: Article, text: str, expression: TimeExpression) -> tuple[int, int]:
    """The sentence of an expression; with the whole of a quotation of which it would be a part, and who says it."""
    start, end = _sentence_around(text, expression.start, expression.end)
    for quote in article.quotes:
        if quote.paragraph == expression.paragraph and (
            quote.start < start < quote.end or quote.start < end < quote.end
        ):
            return _sentence_around(text, max(min(start, quote.start - 1), 0), max(end, min(quote.end + 1, len(text))))
    return start, end


def _exact(expression: TimeExpression) -> str | None:
    """The day, week or month that an expression stands for; a time of day is cut off."""
    match = _VALUE.fullmatch(expression.value or "")
    if not match:
        return None
    value = match[0].partition("T")[0]
    try:
        _span(value)
    except ValueError:
        return None
    return value


def _span(value: str) -> tuple[str, int]:
    """(first day, days covered); raises ValueError where the calendar has no such day."""
    match = _VALUE.fullmatch(value)
    if not match:
        raise ValueError(value)
    year, week, month, day = match.groups()
    if week:
        return date.fromisocalendar(int(year), int(week), 1).isoformat(), 7
    return date(int(year), int(month), int(day or 1)).isoformat(), 1 if day else 31


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence with the characters from ``start`` to ``end`` begins and ends, white space left out."""
    first, last = 0, len(text)
    for match in _END.finditer(text):
        if _ABBREVIATION.search(text, max(0, match.start() - 12), match.end()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.end() >= end:
            last = match.end()
            break
    piece = text[first:last]
    return first + len(piece) - len(piece.lstrip()), last - len(piece) + len(piece.rstrip())
