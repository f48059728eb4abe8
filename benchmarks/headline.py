"""How often the headline is found, or its absence seen, beside the rule that the first line is the headline.

On ``corpus_open``: each text as it is, and each text that begins with its headline once more without it (and without a
second line that repeats it), where a headline must not be claimed: ``python -m benchmarks.headline DATA``.

``made`` is the headline that we make of the first sentence of such a text, beside that sentence: ROUGE-1 with the one
that the editors gave it, letters, and how many are cut off. Half of the texts is tuned on, the other held out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring import HALVES, half_of, rouge
from briefing.annotate.layout import Layout, lay_out
from briefing.annotate.layout.headline import is_body, same_title
from briefing.annotate.sentences import split_sentences
from briefing.model import Line, Seed


@dataclass(frozen=True, slots=True)
class Text:
    """An article of the corpus; ``title`` is its true headline, None where the text does not begin with it."""

    lines: tuple[str, ...]
    title: str | None
    source: str
    editors: str = ""  # headline, wherever it stands


def read_texts(data: Path) -> Iterator[Text]:
    """The articles of ``data/corpus_open``, lines folded as a seed's are.

    A text begins with its headline if its first line is the headline but for case, punctuation and HTML entities.
    """
    folder = data / "corpus_open"
    for record in map(json.loads, (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()):
        text = (folder / record["file"]).read_text(encoding="utf-8")
        lines = tuple(" ".join(line.split()) for line in text.splitlines())
        first = next(filter(None, lines), "")
        title = record["title"] if same_title(first, record["title"]) else None
        yield Text(lines, title, record["source"], record["title"].strip())


def seed_of(lines: tuple[str, ...]) -> Seed:
    return Seed("text", "seeds/text.txt", "", tuple(Line(number, line) for number, line in enumerate(lines, 1)))


def measure(data: Path) -> dict[str, float | int]:
    """Accuracies between 0 and 1; ``peer`` takes the first line that is not empty for the headline."""
    texts = list(read_texts(data))
    with_headline = [text for text in texts if text.title]
    bare = [_without_headline(text) for text in texts]
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
    } | _made(texts)


def _made(texts: list[Text]) -> dict[str, float | int]:
    found: dict[str, float | int] = {}
    for half in HALVES:
        layouts = [
            (text.editors, lay_out(seed_of(_without_headline(text)))) for text in texts if half_of(text.editors) == half
        ]
        made = [(editors, layout) for editors, layout in layouts if layout.title.origin == "inferred"]
        ours = [layout.title.value for _, layout in made]
        peer = [_first_sentence(layout) for _, layout in made]
        for whose, titles in (("", ours), ("peer: ", peer)):
            right = sum(rouge([title], editors) for title, (editors, _) in zip(titles, made, strict=True))
            found[f"{whose}{half} made ROUGE-1"] = right / max(1, len(made))
            found[f"{whose}{half} made letters"] = sum(map(len, titles)) / max(1, len(made))
        found[f"{half} made and cut off"] = sum(title.endswith("…") for title in ours) / max(1, len(made))
    return found


def _first_sentence(layout: Layout) -> str:
    text = next((paragraph.text for paragraph in layout.paragraphs if is_body(paragraph.text)), "")
    return next((text[start:end] for start, end in split_sentences(text)), "")


def _without_headline(text: Text) -> tuple[str, ...]:
    """The text from the first line on that is not its headline."""
    if not text.title:
        return text.lines
    start = next(
        (i for i, line in enumerate(text.lines) if line and not same_title(line, text.title or "")), len(text.lines)
    )
    return text.lines[start:]


if __name__ == "__main__":
    for score, value in measure(Path(sys.argv[1])).items():
        print(f"{score:32} {value:.3f}" if isinstance(value, float) else f"{score:32} {value}")
