"""How well quotations and their speakers are found, beside textacy's direct quotations on the same parse.

On GUM's Wikinews documents, NewsReader MEANTIME, articles of corpus_open and invented ones (``written``):
``python -m benchmarks.quotes DATA``, with ``--polnear FOLDER`` on a copy of that set too. The rules were tuned on what
is called ``dev`` or ``tuned``, and only on that;
``open dev 2`` was held out at first, and became part of it when its errors had been read.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quotes_gold import Document, Gold, read_gum, read_invented, read_meantime, read_open, read_polnear
from benchmarks.scoring import interval
from briefing.annotate.language_model import parse_articles
from briefing.annotate.names import find_names
from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes import find_quotes
from briefing.model import Quote

MARKS = ("“", '"', "‘", "'", "„", "«", "`")


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one document: gold quotations, those found, of them with the right speaker; all shown, and with a speaker;
    those that are right where the likeliest counts where none is shown."""

    gold: int = 0
    found: int = 0
    right: int = 0
    shown: int = 0
    spoken: int = 0
    guessed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(getattr(self, name) + getattr(other, name) for name in Counts.__dataclass_fields__))


def measure(data: Path) -> dict[str, float | int]:
    """Scores by name; ``peer`` is textacy, left out where it is not installed."""
    return _measure_sets(
        ("gum dev", read_gum(data / "gum_wikinews")),
        ("meantime dev", read_meantime(data / "meantime")),
        ("open dev", read_open(data / "corpus_open", "quotes_open.tsv")),
        ("open dev 2", read_open(data / "corpus_open", "quotes_open_unseen.tsv")),
        ("open held-out", read_open(data / "corpus_open", "quotes_open_third.tsv")),
        ("written tuned", read_invented("tuned")),
        ("written held", read_invented("held")),
    )


def measure_polnear(folder: Path) -> dict[str, float | int]:
    """A folder with a copy of PolNeAR: its CSV and texts."""
    return _measure_sets(("polnear", read_polnear(folder)))


def _measure_sets(*sets: tuple[str, Iterable[Document]]) -> dict[str, float | int]:
    scores: dict[str, float | int] = {}
    for name, documents in sets:
        ours, peers, failed = _count_all(list(documents))
        scores |= scores_of(name, ours)
        if peers is not None:
            scores |= scores_of(f"{name} peer", peers)
            scores[f"{name} paragraphs textacy raises on"] = failed
    return scores


def _count_all(documents: Sequence[Document]) -> tuple[list[Counts], list[Counts] | None, int]:
    peer = _peer()
    ours: list[Counts] = []
    theirs: list[Counts] = []
    failed = 0
    by_name = {document.name: document for document in documents}
    for name, parsed in parse_articles((document.name, document.paragraphs) for document in documents):
        ours.append(count(by_name[name], find_quotes(parsed, find_names(parsed))))
        if peer is not None:
            quotes, raised = peer(parsed)
            failed += raised
            theirs.append(count(by_name[name], quotes))
    return ours, theirs if peer is not None else None, failed


# --------------------------------------------------------------------------------------------------------- scoring


def count(document: Document, quotes: Sequence[Quote]) -> Counts:
    """Quotations that nobody can attribute count neither way; nor do those without an opening mark of their own, which
    no gold knows, nor, where it is not complete, others that it does not have."""
    total = Counts(gold=sum(gold.speakers is not None for gold in document.quotes))
    texts = {paragraph.number: paragraph.text for paragraph in document.paragraphs}
    seen: set[Gold] = set()
    for quote in quotes:
        gold = next((gold for gold in document.quotes if gold not in seen and overlaps(gold, quote)), None)
        known = document.complete and texts[quote.paragraph][: quote.start].rstrip().endswith(MARKS)
        if (gold is None and not known) or (gold is not None and gold.speakers is None):
            continue
        right = gold is not None and quote.speaker is not None and is_right(quote.speaker, gold.speakers or ())
        guess = quote.speaker or quote.likely
        guessed = gold is not None and guess is not None and is_right(guess, gold.speakers or ())
        if gold is not None:
            seen.add(gold)
        total += Counts(0, gold is not None, right, 1, quote.speaker is not None, guessed)
    return total


def overlaps(gold: Gold, quote: Quote) -> bool:
    if gold.paragraph != quote.paragraph:
        return False
    shared = min(gold.end, quote.end) - max(gold.start, quote.start)
    return shared > 0 and 2 * shared >= max(gold.end, quote.end) - min(gold.start, quote.start)


def is_right(speaker: str, answers: Iterable[str]) -> bool:
    """Whether one name's last word is among the other's words: 'Duarte' for 'Maria Duarte', 'the mayor' for 'mayor'."""
    ours = _words(speaker)
    return any(ours and words and (ours[-1] in words or words[-1] in ours) for words in map(_words, answers))


def _words(name: str) -> list[str]:
    return [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[\w.'’-]+", name.lower())]


def scores_of(name: str, counts: Sequence[Counts]) -> dict[str, float | int]:
    figures: dict[str, Callable[[Counts], float]] = {
        "found F1": lambda c: _f1(c.found, c.shown, c.gold),
        "with speaker F1": lambda c: _f1(c.right, c.shown, c.gold),
        "with the likeliest F1": lambda c: _f1(c.guessed, c.shown, c.gold),
        "speakers shown P": lambda c: c.right / max(1, c.spoken),
        "speakers shown R": lambda c: c.right / max(1, c.gold),
    }
    total = sum(counts, Counts())
    scores: dict[str, float | int] = {f"{name}: quotations": total.gold, f"{name}: shown with speaker": total.spoken}
    for figure, value in figures.items():
        scores[f"{name}: {figure}"] = value(total)
        if counts:
            low, high = interval(counts, lambda drawn, value=value: value(sum(drawn, Counts())))
            scores |= {f"{name}: {figure}, 95 % from": low, f"{name}: {figure}, 95 % to": high}
    return scores


def _f1(right: int, shown: int, gold: int) -> float:
    return 2 * right / max(1, shown + gold)


# ------------------------------------------------------------------------------------------------------------ peer


def _peer() -> Callable[[Parsed], tuple[list[Quote], int]] | None:
    try:
        from textacy.extract.triples import direct_quotations
    except ImportError:
        return None

    def find(parsed: Parsed) -> tuple[list[Quote], int]:
        quotes, raised = [], 0
        for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True):
            try:
                triples = list(direct_quotations(doc))
            except Exception:  # whatever it raises on odd marks is counted, and ends nothing
                raised += 1
                continue
            for triple in triples:
                start, end = triple.content.start_char, triple.content.end_char
                speaker = " ".join(token.text for token in triple.speaker)
                quotes.append(Quote(paragraph.text[start:end], paragraph.number, start, end, speaker or None))
        return quotes, raised

    return find


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quotes", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--polnear", type=Path, help="folder of a copy of PolNeAR: its CSV and texts")
    arguments = parser.parse_args()
    measured = measure(arguments.data) if arguments.data else {}
    if arguments.polnear:
        measured |= measure_polnear(arguments.polnear)
    for score, value in measured.items():
        print(f"{score:60} {value:.3f}" if isinstance(value, float) else f"{score:60} {value}")
    if _peer() is None:
        print("textacy is not installed: no peer")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
