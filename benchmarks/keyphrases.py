"""How many of the phrases shown for an article are those that a reader would choose, beside two other ways.

On forty articles of ``corpus_open`` whose phrases a reader told before any run (``keyphrases_open.tsv``), names left
out, and on 220 others that seven readers read (``briefs``: ``briefs_open.tsv``): ``exact`` is precision, recall
and F1 of phrases with the same words, plurals apart; ``near`` counts a phrase as right too where one of the two holds
the other and ends as it does ('presidential debate', 'second presidential debate'); ``written`` are invented articles,
with phrases by their writers. ``peer`` is textacy's TextRank, left out where it is not installed, ``frequent`` the noun
chunks said most often, both without the names that we find and as many as we show: ``python -m benchmarks.keyphrases
DATA``.

Half of the articles are tuned on, the other held out.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from benchmarks.briefs import read_briefs, read_open
from benchmarks.headline import seed_of
from benchmarks.scoring import HALVES, Count, scores
from benchmarks.written_sets import read_written
from briefing.annotate.keyphrases import find_keyphrases
from briefing.annotate.language_model import parse_articles
from briefing.annotate.layout import Layout, lay_out
from briefing.annotate.names import find_names
from briefing.annotate.parsed import Parsed
from briefing.lexicon.word_weights import singular, weight, words
from briefing.model import Name, Paragraph

Key = tuple[str, ...]
Chooser = Callable[[Parsed, Sequence[Name], int], list[str]]


@dataclass(frozen=True, slots=True)
class Indexed:
    """An article and the phrases that a person chose for it."""

    half: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    right: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article's phrases: those a person chose, ours, and those of the others."""

    half: str
    right: tuple[Key, ...]
    ours: tuple[Key, ...]
    others: dict[str, tuple[Key, ...]]


def measure(data: Path) -> dict[str, float]:
    return (
        measure_set("", read_articles(data))
        | measure_set("briefs", [_indexed(brief.half, brief.layout, brief.phrases) for brief in read_briefs(data)])
        | measure_set("written", [article for half in HALVES for article in read_invented(half)])
    )


def measure_set(name: str, articles: Sequence[Indexed]) -> dict[str, float]:
    found: dict[str, float] = {}
    choices = list(choose(articles))
    for half in HALVES:
        chosen = [choice for choice in choices if choice.half == half]
        found[f"{name} {half} articles".strip()] = float(len(chosen))
        for label in ("", *_others()):
            shown = [choice.others[label] if label else choice.ours for choice in chosen]
            key = " ".join(filter(None, (name, half, label)))
            right = [choice.right for choice in chosen]
            found |= scores(f"{key} exact", _counts(shown, right, _is_same), intervals=not label)
            found[f"{key} near P"] = scores("", _counts(shown, right, _is_near), intervals=False)[" P"]
    return found


def choose(articles: Sequence[Indexed]) -> Iterator[Chosen]:
    others = _others()
    for article, parsed in parse_articles([(article, article.paragraphs) for article in articles]):
        names = find_names(parsed)
        ours = tuple(map(_key, find_keyphrases(parsed, names, weight, article.title)))
        theirs = {label: tuple(map(_key, find(parsed, names, len(ours)))) for label, find in others.items()}
        yield Chosen(article.half, article.right, ours, theirs)


def read_articles(data: Path) -> list[Indexed]:
    return [_indexed(HALVES[int(number) % 2], read_open(data, number)[0], phrases) for number, phrases in _labels()]


def _indexed(half: str, layout: Layout, phrases: Sequence[str]) -> Indexed:
    return Indexed(half, layout.title.value, layout.paragraphs, tuple(map(_key, phrases)))


def read_invented(half: str) -> list[Indexed]:
    """Of one without a headline ours counts, as in a build."""
    found: list[Indexed] = []
    for article in read_written(half):
        lines = (article.title, *(line for paragraph in article.text.paragraphs for line in ("", paragraph.text)))
        layout = lay_out(seed_of(lines if article.title else lines[1:]))
        if article.phrases:
            found.append(_indexed(half, layout, article.phrases))
    return found


def _labels() -> Iterator[tuple[str, tuple[str, ...]]]:
    rows = resources.files("benchmarks").joinpath("keyphrases_open.tsv").read_text("utf-8").splitlines()
    for number, phrases in (row.split("\t") for row in rows if not row.startswith("#")):
        yield number, tuple(phrases.split("|"))


def _key(phrase: str) -> Key:
    return tuple(singular(word) for word in words(phrase))


def _counts(
    shown: Sequence[Sequence[Key]], right: Sequence[Sequence[Key]], is_right: Callable[[Key, Key], bool]
) -> list[Count]:
    return [
        Count(sum(any(is_right(one, other) for other in wanted) for one in mine), len(mine), len(wanted))
        for mine, wanted in zip(shown, right, strict=True)
    ]


def _is_same(one: Key, other: Key) -> bool:
    return one == other


def _is_near(one: Key, other: Key) -> bool:
    return one[-1:] == other[-1:] and (set(one) <= set(other) or set(other) <= set(one))


def _frequent(parsed: Parsed, names: Sequence[Name], count: int) -> list[str]:
    """The noun chunks said most often, without the article before them."""
    said: Counter[str] = Counter()
    for doc in parsed.docs:
        for chunk in doc.noun_chunks:
            kept = [token.text for token in chunk if token.pos_ not in {"DET", "PRON", "NUM", "PUNCT"}]
            said.update([" ".join(kept).lower()] if kept else [])
    return _without_names((phrase for phrase, _ in said.most_common()), names)[:count]


def _without_names(phrases: Iterator[str], names: Sequence[Name]) -> list[str]:
    named = {word for name in names for word in words(name.name)}
    return [phrase for phrase in phrases if set(words(phrase)) - named]


@cache
def _others() -> dict[str, Chooser]:
    """The most frequent noun chunks and, where it is installed, textacy's TextRank."""
    try:
        from spacy.tokens import Doc
        from textacy.extract.keyterms import textrank
    except ImportError:
        print("textacy is not installed: no peer", file=sys.stderr)
        return {"frequent": _frequent}

    def rank(parsed: Parsed, names: Sequence[Name], count: int) -> list[str]:
        whole = Doc.from_docs([doc for doc in parsed.docs if len(doc)])
        found = textrank(whole, normalize="lower", topn=50) if whole is not None else []
        return _without_names((phrase for phrase, _ in found), names)[:count]

    return {"frequent": _frequent, "peer": rank}


if __name__ == "__main__":
    for score, value in measure(Path(sys.argv[1])).items():
        print(f"{score:32} {value:.3f}")
