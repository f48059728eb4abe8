"""Fits the weights by which a bare month is shown with its year or as it is written.

To months of the sets that the rules were tuned on and those of ``times_open.tsv``, in five parts by article:
``python -m benchmarks.sure_months DATA`` prints how many are shown and right with all shown, as the weights stand and
with those of the other four parts; the same for months made bare (``bare_dates``), to which nothing was fitted; then
the weights fitted to all.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest.mock import patch

from benchmarks.bare_dates import read_bare
from benchmarks.marked_text import Mark, MarkedText, read_cat, read_gum
from benchmarks.scoring import half_of
from benchmarks.time_judging import judge
from benchmarks.time_values import days_of
from benchmarks.times import SENTENCES, with_dates
from benchmarks.written_sets import read_written
from briefing.annotate.language_model import parse_articles
from briefing.annotate.times import NEAR, find_times, months
from briefing.annotate.times.context import Context
from briefing.annotate.times.sureness import SURE, WEIGHTS, chance, features
from briefing.annotate.times.values import Tense
from briefing.model import Paragraph, TimeExpression

PARTS = 5
STEPS, STEP = 4000, 0.01
SMALL = 3.0  # how much the weights are held down
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """What tells for a month and whether it is right; ``part`` is its article's."""

    told: dict[str, float]
    right: bool
    part: int


def read_tuned(data: Path) -> Iterator[MarkedText]:
    for path in sorted((data / "meantime").glob("**/intra-doc_annotation/*/*.xml")):
        yield read_cat(path, SENTENCES)
    for path in sorted((data / "gum_wikinews" / "xml").glob("*.xml")):
        yield read_gum(path)


def read_open(folder: Path) -> Iterator[MarkedText]:
    """Articles with the dates that ``times_open.tsv`` tells."""
    published, labels = dict[str, str](), dict[str, list[Mark]]()
    for line in Path(__file__).with_name("times_open.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, day, row, start, words, value = line.split("\t")
            published[name] = day
            mark = Mark(int(row), int(start), int(start) + len(words), "date", {"when": value.strip("-")})
            labels.setdefault(name, []).append(mark)
    for name, marks in labels.items():
        lines = next(folder.glob(f"{name}_*.txt")).read_text(encoding="utf-8").split("\n")
        folded = [" ".join(line.split()) for line in lines]
        paragraphs = tuple(Paragraph(n, n, line) for n, line in enumerate(folded, 1) if line)
        yield MarkedText(name, published[name], paragraphs, tuple(marks))


def cases_of(texts: Iterable[MarkedText]) -> Iterator[Case]:
    texts = [text for text in texts if days_of(text.date) is not None]
    parsed = parse_articles((str(number), text.paragraphs) for number, text in enumerate(texts))
    for number, (text, (_, document)) in enumerate(zip(texts, parsed, strict=True)):
        told: dict[tuple[str, str], dict[str, float]] = {}

        def remember(
            value: str,
            tense: Tense,
            context: Context,
            reference: date,
            told: dict[tuple[str, str], dict[str, float]] = told,
        ) -> bool:
            told[context.before, context.after] = features(value, tense, context, reference)
            return True

        with patch.object(months, "is_sure", remember):
            found = find_times(document, text.date)
        for one in found:
            if features_of := told.get(_beside(text, one)):
                judged = judge(text, [(one.paragraph, one.start, one.end, days_of(one.value))])
                shown = next((other for other in judged if other.ours is not None and other.marked), None)
                if shown is not None:
                    yield Case(features_of, shown.right, number % PARTS)


def _beside(text: MarkedText, one: TimeExpression) -> tuple[str, str]:
    words = next(paragraph.text for paragraph in text.paragraphs if paragraph.number == one.paragraph)
    return words[max(0, one.start - NEAR) : one.start], words[one.end : one.end + NEAR]


def fit(cases: Sequence[Case]) -> Weights:
    """By steps along the gradient of the log likelihood; the constant is free."""
    weights = dict.fromkeys(WEIGHTS, 0.0)
    for _ in range(STEPS):
        slope = {key: 0.0 if key == "any" else -SMALL * weight for key, weight in weights.items()}
        for case in cases:
            away = case.right - chance(case.told, weights)
            for key, amount in case.told.items():
                slope[key] += amount * away
        weights = {key: weight + STEP * slope[key] / len(cases) ** 0.5 for key, weight in weights.items()}
    return weights


def count(name: str, cases: Sequence[Case], fitted: Sequence[Weights]) -> None:
    def told(kept: Sequence[Case]) -> str:
        right = sum(case.right for case in kept)
        return f"{len(kept)} shown, {right} right ({right / max(1, len(kept)):.3f})"

    stands = [case for case in cases if chance(case.told, WEIGHTS) >= SURE]
    across = [case for case in cases if chance(case.told, fitted[case.part % len(fitted)]) >= SURE]
    print(f"{name}: all {told(cases)}; as the weights stand {told(stands)}; fitted to others {told(across)}")


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.sure_months", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("data", type=Path, help="folder of the data sets")
    data = parser.parse_args().data
    written = [with_dates(article.text, article.marks("d")) for article in read_written("tuned", "d")]
    tuned = [text for text in read_tuned(data) if half_of(text.name) == "tuned"]
    known = list(cases_of([*tuned, *written, *read_open(data / "corpus_open")]))
    count("tuned and read", known, [fit([case for case in known if case.part != part]) for part in range(PARTS)])
    weights = fit(known)
    count("made bare", list(cases_of(read_bare(data))), [weights])
    for key, weight in weights.items():
        print(f"{key:20} {weight:6.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
