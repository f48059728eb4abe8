"""Plain text: words that were divided at the end of a line."""

import pytest

from briefing.read.text import read_text


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("the fifth known visi-\ntor from afar", ["the fifth known visitor", "from afar"]),
        ("only an un-\nusual visitor", ["only an", "unusual visitor"]),
        ("Kelvertonians and Kelver-\ntonians", ["Kelvertonians and", "Kelvertonians"]),
        ("a long-\nterm plan", ["a long-term", "plan"]),
        ("a ten-\nyear-old boy", ["a", "ten-year-old boy"]),
        ("c’est peut-\nêtre vrai", ["c’est peut-être", "vrai"]),
        ("first-\nand second-class", ["first-", "and second-class"]),
        ("Nato-\nStaaten", ["Nato-", "Staaten"]),
        ("he said -\nand left", ["he said -", "and left"]),
        ("word-\n\nnext", ["word-", "", "next"]),
    ],
)
def test_a_divided_word_is_whole_on_the_line_that_has_more_of_it(text: str, lines: list[str]) -> None:
    assert [line.text for line in read_text(text)] == lines
