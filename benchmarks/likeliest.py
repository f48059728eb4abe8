"""Fits the weights by which the likeliest speaker is chosen, and tells how often the choice is right.

On the quotations of the sets that the rules were tuned on whose cue names nobody, in five parts by article:
``python -m benchmarks.likeliest DATA`` prints how many are right before (with the weights as they stand) and with
those of the other four parts, then the weights fitted to all.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from benchmarks.quotes import is_right, overlaps
from benchmarks.quotes_gold import Document, read_gum, read_invented, read_meantime, read_open
from briefing.annotate import quotes as annotated
from briefing.annotate.language_model import parse_articles
from briefing.annotate.names import find_names
from briefing.annotate.quotes.attribution import Said
from briefing.annotate.quotes.likeliest import WEIGHTS, Likeliest
from briefing.model import Paragraph, Quote

PARTS = 5
STEPS, STEP, MOMENTUM = 300, 0.2, 0.9
SMALL = 0.002  # how much each weight is held down
UNDECIDED = 4.0  # what a quotation counts that no rule decides: there are few, and they are what is guessed at
Told = dict[str, dict[str, float]]
Weights = dict[str, float]
_quote = annotated._quote


@dataclass(frozen=True, slots=True)
class Case:
    """Of one quotation: the features of everybody who may speak, and who does; ``part`` is its article's."""

    told: Told
    right: frozenset[str]
    weight: float
    part: int


def read_cases(data: Path) -> Iterator[Case]:
    documents: list[Document] = [*read_gum(data / "gum_wikinews"), *read_meantime(data / "meantime")]
    documents += [*read_open(data / "corpus_open", "quotes_open.tsv"), *read_invented("tuned")]
    by_name = {document.name: document for document in documents}
    parsed_articles = parse_articles((document.name, document.paragraphs) for document in documents)
    for number, (name, parsed) in enumerate(parsed_articles):
        asked: list[Told] = []

        def remember(likeliest: Likeliest, *question: object, asked: list[Told] = asked) -> str:
            """Names the question by its number, so that the quotation tells which was its own."""
            asked.append(likeliest.features(*question))  # type: ignore[arg-type]  # handed on as `best` gets it
            return f"#{len(asked) - 1}"

        with patch.object(Likeliest, "best", remember), patch.object(annotated, "_quote", _with_guess):
            quotes = annotated.find_quotes(parsed, find_names(parsed))
        yield from _cases(by_name[name], quotes, asked, number % PARTS)


def _with_guess(one: Said, paragraphs: Sequence[Paragraph]) -> Quote:
    """Also where the speaker is known."""
    return replace(_quote(one, paragraphs), likely=one.likely)


def _cases(document: Document, quotes: Sequence[Quote], asked: Sequence[Told], part: int) -> Iterator[Case]:
    """A quotation that goes on where another ends has its guess, and is left out."""
    asking: dict[str, Quote] = {}
    for quote in quotes:
        asking.setdefault(quote.likely or "", quote)
    for number, told in enumerate(asked):
        quote = asking.get(f"#{number}")
        gold = next((gold for gold in document.quotes if quote and overlaps(gold, quote)), None)
        if quote is None or gold is None or gold.speakers is None:
            continue
        right = frozenset(name for name in told if is_right(name, gold.speakers))
        pronoun = any(features["gender"] for features in told.values())
        yield Case(told, right, UNDECIDED if quote.speaker is None else 0.5 if pronoun else 1.0, part)


def fit(cases: Sequence[Case]) -> Weights:
    """By steps along the gradient of the log likelihood of who is right."""
    weights = dict.fromkeys(WEIGHTS, 0.0)
    speed = dict(weights)
    cases = [case for case in cases if case.right]
    total = sum(case.weight for case in cases)
    for _ in range(STEPS):
        slope = {key: -SMALL * weight for key, weight in weights.items()}
        for case in cases:
            worth = {name: math.exp(_worth(weights, told)) for name, told in case.told.items()}
            all_worth, right_worth = sum(worth.values()), sum(worth[name] for name in case.right)
            for name, told in case.told.items():
                share = (worth[name] / right_worth if name in case.right else 0.0) - worth[name] / all_worth
                for key, value in told.items():
                    slope[key] += value * share * case.weight / total
        for key in weights:
            speed[key] = MOMENTUM * speed[key] + STEP * slope[key]
            weights[key] += speed[key]
    return weights


def _worth(weights: Weights, told: dict[str, float]) -> float:
    return sum(weights[key] * value for key, value in told.items())


def right_by(weights: Weights, cases: Sequence[Case]) -> int:
    return sum(_best(weights, case.told) in case.right for case in cases)


def _best(weights: Weights, told: Told) -> str:
    return max(told, key=lambda name: _worth(weights, told[name]), default="")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.likeliest", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the data sets")
    cases = list(read_cases(parser.parse_args().data))
    fitted = [fit([case for case in cases if case.part != part]) for part in range(PARTS)]
    for name, some in (
        ("undecided", [case for case in cases if case.weight == UNDECIDED]),
        ("decided by a rule", [case for case in cases if case.weight != UNDECIDED]),
    ):
        across = sum(right_by(fitted[part], [case for case in some if case.part == part]) for part in range(PARTS))
        print(f"{name}: {len(some)}, right as the weights stand {right_by(WEIGHTS, some)}, cross-validated {across}")
    for key, weight in fit(cases).items():
        print(f"{key:20} {weight:6.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
