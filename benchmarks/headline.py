"""How often the headline is found, or its absence seen, beside the rule that the first line is the headline.

On ``corpus_open``: each text as it is, and each text that begins with its headline once more without it (and without a
second line that repeats it), where a headline must not be claimed: ``python -m benchmarks.headline DATA``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.annotate.headline import same_title
from briefing.annotate.layout import lay_out
from briefing.model import Line, Seed


@dataclass(frozen=True, slots=True)
class Text:
    """An article of the corpus; ``title`` is its true headline, None where the text does not begin with it."""

    lines: tuple[str, ...]
    title: str | None
    source: str


def read_texts(data: Path) -> Iterator[Text]:
    """The articles of ``data/corpus_open``, lines folded as a seed's are.

    A text begins with its headline if its first line is the headline but for case, punctuation and HTML entities.
    """
    folder = data / "corpus_open"
    for record in map(json.loads, (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()):
        text = (folder / record["file"]).read_text(encoding="utf-8")
        lines = tuple(" ".join(line.split()) for line in text.splitlines())
        first = next(filter(None, lines), "")
        yield Text(lines, record["title"] if same_title(first, record["title"]) else None, record["source"])


def seed_of(lines: tuple[str, ...]) -> Seed:
    return Seed("text", "seeds/text.txt", "", tuple(Line(number, line) for number, line in enumerate(lines, 1)))


def measure(data: Path) -> dict[str, float | int]:
    """Accuracies between 0 and 1; ``peer`` takes the first line that is not empty for the headline."""
    texts = list(read_texts(data))
    with_headline = [text for text in texts if text.title]
    bare = [text.lines for text in texts if not text.title] + [_without_headline(text) for text in with_headline]
    found = [lay_out(seed_of(text.lines)).title for text in with_headline]
    right = sum(
        title.origin == "stated" and same_title(title.value, text.title or "")
        for title, text in zip(found, with_headline, strict=True)
    )
    peer = sum(same_title(next(filter(None, text.lines)), text.title or "") for text in with_headline)
    inferred = sum(lay_out(seed_of(lines)).title.origin == "inferred" for lines in bare)
    return {
        "texts with a headline": len(with_headline),
        "headline found": right / len(with_headline),
        "peer: headline found": peer / len(with_headline),
        "texts without a headline": len(bare),
        "absence seen": inferred / len(bare),
        "peer: absence seen": 0.0,
    }


def _without_headline(text: Text) -> tuple[str, ...]:
    """The text from the first line on that is not its headline."""
    start = next(
        (i for i, line in enumerate(text.lines) if line and not same_title(line, text.title or "")), len(text.lines)
    )
    return text.lines[start:]


if __name__ == "__main__":
    for score, value in measure(Path(sys.argv[1])).items():
        print(f"{score:32} {value:.3f}" if isinstance(value, float) else f"{score:32} {value}")
