"""Two hundred and twenty articles of ``corpus_open`` with what readers would print of each in a briefing (``briefs_open.tsv``)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from benchmarks.headline import seed_of
from benchmarks.scoring import HALVES
from briefing.annotate.layout import Layout, lay_out

_BEGINNING = 60  # characters by which a sentence is found in the file


@dataclass(frozen=True, slots=True)
class Brief:
    """An article, the places in its text where the sentences of the best brief start, and its index terms."""

    half: str
    layout: Layout
    text: str  # of the file, white space folded
    best: frozenset[int]
    good: frozenset[int]  # these would do as well
    phrases: tuple[str, ...]  # those that the reader would let stand too

    def place(self, sentence: str) -> int:
        """Where a sentence of the article starts; -1 where it does not stand there."""
        return self.text.find(sentence[:_BEGINNING])


def read_briefs(data: Path) -> Iterator[Brief]:
    rows = resources.files("benchmarks").joinpath("briefs_open.tsv").read_text("utf-8").splitlines()
    for number, best, good, phrases, also in (row.split("\t") for row in rows if not row.startswith("#")):
        layout, text = read_open(data, number)
        yield Brief(
            HALVES[int(number) % 2],
            layout,
            text,
            frozenset(map(int, best.split())),
            frozenset(map(int, good.split())),
            tuple(filter(None, f"{phrases}|{also}".split("|"))),
        )


def read_open(data: Path, number: str) -> tuple[Layout, str]:
    """The layout of an article of ``corpus_open``, and the text of its file with white space folded."""
    file = next((data / "corpus_open").glob(f"{number}_*.txt"))
    lines = tuple(" ".join(line.split()) for line in file.read_text(encoding="utf-8").splitlines())
    return lay_out(seed_of(lines)), " ".join(" ".join(lines).split())
