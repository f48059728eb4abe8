"""What annotation costs beside the bare language model on the same texts, in the same run.

``python -m benchmarks.speed DATA``: every fifth article of corpus_open, parsed by the model as its makers have it and
annotated with all we have, one after the other, three times; the smallest processor time of each counts, as other work
on the machine only adds to it. The aim is a ratio of at most 1.4.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from briefing.annotate import annotate
from briefing.annotate.language_model import load, load_bare, parse
from briefing.annotate.layout import lay_out
from briefing.model import Line, Seed

_ROUNDS = 3


def measure(data: Path) -> dict[str, float | int]:
    """Articles, and how many a second of one core; ``ratio`` of the times."""
    seeds = [_seed(path) for path in sorted((data / "corpus_open").glob("*.txt"))[::5]]
    layouts = [lay_out(seed) for seed in seeds]
    english = [pair for pair in zip(seeds, layouts, strict=True) if pair[1].language.value.startswith("en")]
    model, _ = load_bare(), load()
    list(annotate([english[0][0]], 1))  # lexicons are read once a process
    bare, ours = [], []
    for _ in range(_ROUNDS):
        bare.append(_timed(lambda: [parse(model, layout.paragraphs) for _, layout in english]))
        ours.append(_timed(lambda: list(annotate([seed for seed, _ in english], 1))))
    return {
        "articles": len(english),
        "articles a second": len(english) / min(ours),
        "articles a second, peer": len(english) / min(bare),
        "time, ours to peer's": min(ours) / min(bare),
    }


def _seed(path: Path) -> Seed:
    lines = path.read_text("utf-8").splitlines()
    return Seed(
        path.stem, f"seeds/{path.name}", "", tuple(Line(n, " ".join(line.split())) for n, line in enumerate(lines, 1))
    )


def _timed(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


if __name__ == "__main__":
    for name, value in measure(Path(sys.argv[1])).items():
        print(f"{name:28}{value:.3f}" if isinstance(value, float) else f"{name:28}{value}")
