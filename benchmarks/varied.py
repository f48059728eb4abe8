"""More articles than there are: the real ones again and again, each time of other days and with other rare names.

Nothing is read anew: the article of a repeated seed is made of the first one's and put where annotations are kept. Its
headline gets a number, its days are a year later, and each word that is in the names of one real article alone is spelt
otherwise, so that lists, ledgers and timelines grow as with real articles, and rare names stay rare.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from string import ascii_lowercase
from typing import Any

import msgspec

from briefing.annotate import annotator_digest
from briefing.cache import Cache, encode, key_of
from briefing.model import Article, Known, Seed

_AGAIN = re.compile(r"^(.*)-again-(\d+)$")
_YEAR = timedelta(days=364)  # of whole weeks
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_WORD = re.compile(r"\b[A-Z][a-z]{2,}\b")


def repeated(stem: str, number: int) -> str:
    """The name of a seed when it comes again for the ``number``-th time."""
    return f"{stem}-again-{number}" if number else stem


def is_repeated(seed: Seed) -> bool:
    return bool(_AGAIN.match(seed.id))


def keep_varied(articles: Sequence[Article], seeds: Sequence[Seed], cache: Cache) -> None:
    """Keep an article for each seed that is one of ``articles`` again."""
    originals = {article.id: article for article in articles}
    held = Counter(word for article in articles for word in {w for n in article.names for w in _WORD.findall(n.name)})
    rare = {word for word, count in held.items() if count == 1}
    for seed in seeds:
        if found := _AGAIN.match(seed.id):
            varied = vary(originals[found[1]], int(found[2]), rare)
            cache.put(key_of(annotator_digest(), seed), encode(replace(varied, id=seed.id, file=seed.file)))
    cache.commit()


def vary(article: Article, number: int, rare: set[str]) -> Article:
    """As if it had come again ``number`` times; what is ``rare`` keeps its length, so that all stays in its place."""
    letters = str.maketrans(ascii_lowercase, ascii_lowercase[number:] + ascii_lowercase[:number])

    def respell(value: Any) -> Any:
        if isinstance(value, str):
            return _WORD.sub(lambda word: word[0].translate(letters) if word[0] in rare else word[0], value)
        if isinstance(value, dict):
            return {key: respell(inner) for key, inner in value.items()}
        return [respell(inner) for inner in value] if isinstance(value, list | tuple) else value

    varied = msgspec.convert(respell(msgspec.to_builtins(article)), Article)
    return replace(
        varied,
        title=replace(varied.title, value=f"{varied.title.value}{number + 1}"),
        date=_later(varied.date, number),
        reference_date=_later(varied.reference_date, number),
        dates=tuple(replace(one, value=one.value and _days_later(one.value, number)) for one in varied.dates),
    )


def _later(known: Known[str] | None, number: int) -> Known[str] | None:
    return replace(known, value=_days_later(known.value, number)) if known else None


def _days_later(value: str, number: int) -> str:
    """A day, moved by years; what is no day stays."""
    if not _DAY.fullmatch(value):
        return value
    return (date.fromisoformat(value) + number * _YEAR).isoformat()
