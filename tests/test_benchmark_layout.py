"""The measurement of layout reads its pages and texts with one label a line, and counts what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.layout import lay_around, measure_lines, read_pages, read_written_pages
from benchmarks.scoring import HALVES

LINES = [
    ("title", "Storm floods the coast as thousands flee"),
    ("boilerplate", "Share this article"),
    ("text", "Thousands of people fled their homes on Sunday as a storm pushed water into the streets of the town."),
    ("boilerplate", "Harbour House, 3 Quay Street, near the old fish market"),
    ("boilerplate", "© 2024 Harbour News. All rights reserved."),
]


@pytest.mark.parametrize("form", ["{label}\t{text}", "{text}\t{label}", "<{label}> {text}"])
def test_reads_labelled_lines(tmp_path: Path, form: str) -> None:
    document = "\n".join(form.format(label=label, text=text) for label, text in LINES)
    path = tmp_path / "lines.txt"
    path.write_text(f"{document}\n\n{document}\n", "utf-8")
    found = measure_lines(path)
    assert (found["labelled texts"], found["labelled lines"]) == (2, 10)
    assert found["labelled lines P"] == 1.0
    assert round(found["labelled lines R"], 2) == 0.67  # the address stays


@pytest.mark.parametrize("half", HALVES)
def test_whole_pages_have_lines_of_both_sides(half: str) -> None:
    pages = read_written_pages(half)
    assert len(pages) >= 14
    for page in pages:
        furniture = sum(page.furniture)
        text = sum(bool(line) for line in page.lines) - furniture
        assert furniture >= 4
        assert text >= 5
        assert not any(line == "" and aside for line, aside in zip(page.lines, page.furniture, strict=True))


def test_pages_have_both_halves_and_lines_of_both_sides() -> None:
    pages = list(read_pages())
    assert {half for half, _ in pages} == set(HALVES)
    for _, page in pages:
        text = lay_around(page, "A headline", ["One.", "Two.", "Three.", "Four.", "Five.", "Six."])
        assert sum(text.furniture) >= 10
        assert [line for line, furniture in zip(text.lines, text.furniture, strict=True) if not furniture]
