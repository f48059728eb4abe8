"""Which of the places that an article names are where something happens, in its own words: not in a quotation, and not
whence somebody comes. Countries and regions act and speak too: they are where something is said to be or to have gone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.model import Article, Mention
from briefing.whole_words import whole_words

_SIDE = (
    r"(?:(?:the|[\w-]*(?:ern|ral|town)|greater|nearby|(?:north|south)?-?(?:east|west)|north|south|city|town) (?:of )?)*"
)
_PREPOSITIONS = "in|at|near|outside|inside|off|around|across|throughout|within|between|along|on|hit|struck"
_IN = re.compile(rf"(?:^|\b(?i:{_PREPOSITIONS}) ){_SIDE}$")
_TO = re.compile(
    r"\b(?:fl(?:y|ies|ew|ights?|ed)|travel\w*|dr(?:i|o)v\w+|sail\w*|mov(?:es?|ed|ing)|return\w*|went|g(?:o|oes|oing)|came"
    r"|trip|journey|head(?:s|ed|ing)|march\w*|evacuated|deported|extradited|taken)\b"
    rf"(?:[^,.;]{{0,40}}\b(?:to|into|towards?)| (?:for|from)) {_SIDE}$"
)
_FROM = re.compile(rf"\bfrom {_SIDE}$")
_ON = re.compile(
    r",? (?:and|or|to|,) |, (?:and |or )?|/| \("
)  # between places of which the second is where the first is
_DATELINE = re.compile(
    r"(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)*)?(?:,? [A-Z][a-z]+\.? \d{1,2}(?:, \d{4})?)?(?: ?\([^()]{1,40}\))?"
    r" ?(?:—|–|--|-(?= )) ?(?=[A-Z“\"‘'])"
)
_REACH = 80


def tells_scenes(article: Article) -> bool:
    """Whether its scenes can be told from other places, which takes the prepositions of its language."""
    return article.language.value.startswith("en")


def where_it_happens(article: Article, places: Mapping[str, Sequence[Mention]], areas: Collection[str]) -> set[str]:
    """The ids of these places where something happens, or that the headline names; of ``areas``, countries and regions,
    those in which it does. In another language than English all."""
    if not tells_scenes(article):
        return {*places}
    title = article.title.value
    named = {key for key, mentions in places.items() if whole_words(mention.text for mention in mentions).search(title)}
    return named | {key for key, is_in in _told(article, places) if is_in or key not in areas}


def _told(article: Article, places: Mapping[str, Sequence[Mention]]) -> Iterator[tuple[str, bool]]:
    """The places that the article's own words name, each time, and whether something is in them."""
    texts = article.texts
    mentions = [
        (mention, key) for key, found in places.items() for mention in found if not _is_quoted(article, mention)
    ]
    last, before = None, _Told(False, False)
    for mention, key in sorted(mentions, key=lambda pair: (pair[0].paragraph, pair[0].start, pair[1])):
        text = texts.get(mention.paragraph, "")
        beside = last is not None and last.paragraph == mention.paragraph
        goes_on = beside and last is not None and _ON.fullmatch(text, last.end, mention.start)
        last, before = mention, before if goes_on else _told_by(text, mention)
        if not before.is_home:
            yield key, before.is_in


class _Told(NamedTuple):
    is_in: bool
    is_home: bool  # whence somebody comes


def _told_by(text: str, mention: Mention) -> _Told:
    before = text[max(0, mention.start - _REACH) : mention.start]
    dateline = mention.start == 0 and _DATELINE.match(text, mention.end)
    is_in = bool(dateline or (before and (_IN.search(before) or _TO.search(before))))
    return _Told(is_in, not is_in and _FROM.search(before) is not None)


def _is_quoted(article: Article, mention: Mention) -> bool:
    quotes = (quote for quote in article.quotes if quote.paragraph == mention.paragraph)
    return any(quote.start <= mention.start < quote.end for quote in quotes)
