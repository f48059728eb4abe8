"""The reader of published attributions: offsets or words, in CSV beside the texts."""

from __future__ import annotations

from pathlib import Path

from benchmarks.quotes import count
from benchmarks.quotes_gold import read_polnear
from briefing.model import Quote

TEXT = """The “harbour” was closed.
The mayor, Ada Lind, said “the port is safe for now.”
A guard called it “a mess”, and left.
"""


def test_reads_attributions_by_offsets_and_by_words(tmp_path: Path) -> None:
    content = "“the port is safe for now.”"
    start, source = TEXT.index(content), TEXT.index("The mayor")
    rows = [
        "filename,source,cue,content",
        f'a1.txt,"({source}, {source + 19})","(45, 49)","({start}, {start + len(content)})"',
        "a1.txt,A guard,called,“a mess”",
    ]
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "all.csv").write_text("\n".join(rows), encoding="utf-8")
    (document,) = read_polnear(tmp_path)
    found = [
        (document.paragraphs[gold.paragraph - 1].text[gold.start : gold.end], gold.speakers) for gold in document.quotes
    ]
    assert found == [("the port is safe for now.", ("The mayor, Ada Lind",)), ("a mess", ("A guard",))]


def test_counts_what_is_found_and_what_is_right(tmp_path: Path) -> None:
    test_reads_attributions_by_offsets_and_by_words(tmp_path)
    (document,) = read_polnear(tmp_path)
    first, second = document.quotes
    quotes = [
        Quote("the port is safe for now.", 2, first.start, first.end, "Ada Lind", "said"),
        Quote("a mess", 3, second.start, second.end, None, "called"),
        Quote("harbour", 1, 5, 12, None, None),
        Quote("was closed.", 1, 14, 25, None, None),  # without marks: neither way
    ]
    counts = count(document, quotes)
    assert (counts.gold, counts.found, counts.right, counts.shown, counts.spoken) == (2, 2, 1, 3, 1)
