"""Where quotation marks open and close."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.quotes.marks import find_quotations

MARKS = {
    "curly, straight and nested": (
        ['He said “we are ‘done’ here,” and "left".'],
        ["we are ‘done’ here,", "left"],
    ),
    "guillemets, spaced and reversed": (["« Oui », «non», »Ja« und „Nein“."], ["Oui", "non", "Ja", "Nein"]),
    "possessives and apostrophes": (["The farmers' market isn't the '90s dogs' den, 'tis true."], []),
    "single marks": (["‘Our sailors’ wives are waiting,’ he said."], ["Our sailors’ wives are waiting,"]),
    "double marks inside single ones": (["‘He told me “no” again,’ she said."], ["He told me “no” again,"]),
    "inches and minutes": (['A 6\'2" man and a 12" pipe.'], []),
    "an opening mark that never closes": (["“Open never closes. He left.", "The end."], []),
    "an unclosed mark before a whole quotation": (["“Open. He said “this is whole” and left."], ["this is whole"]),
    "opening marks repeated": (["“First part.", "“Second part,” she said."], ["First part.", "Second part,"]),
    "closed by the wrong mark": (['She said “so it is“ and “so" again.'], ["so it is", "so"]),
    "a straight mark closed by an opening one": (['He said, " The pier is shut. “ He left.'], ["The pier is shut."]),
    "a straight mark that closes the next paragraph": (
        ['He said: " The pier is shut.', 'It stays so. "'],
        ["The pier is shut.", "It stays so."],
    ),
    "dots behind the opening mark": (['He said, "... and then it sank. "'], ["... and then it sank."]),
    "an opening mark that is not repeated": (
        ["He said: “First part.", "Second part.", "Third part,” and “more” of it."],
        ["First part.", "Second part.", "Third part,", "more"],
    ),
    "typists' marks that are not repeated": (
        ["`` First part.", "Second part. '' He left."],
        ["First part.", "Second part."],
    ),
    "straight marks that are not repeated": (
        ['"First part.', 'Second part," he said.'],
        ["First part.", "Second part,"],
    ),
    "a mark that closes five paragraphs on": (["“First part.", "It.", "was.", "too.", "far.", "Away,” he said."], []),
    "a heading between the marks": (["“First part.", "", "Second part,” he said."], []),
    "typists' marks": (["He `` did not '' agree."], ["did not"]),
    "single opening marks repeated": (
        ["‘I won’t go,’ he said. ‘It isn’t far.", "‘And it's mine.’"],
        ["I won’t go,", "It isn’t far.", "And it's mine."],
    ),
    "a single opening mark that is not repeated": (["‘It isn’t far.", "And it’s mine.’"], []),
}


@pytest.mark.parametrize("case", MARKS)
def test_marks_open_and_close(case: str) -> None:
    texts, expected = MARKS[case]
    assert [texts[found.index][found.start : found.end] for found in find_quotations(texts)] == expected


@given(st.lists(st.text(alphabet="ab .,'\"“”‘’«»„`\n", max_size=60), max_size=4))
def test_quotations_of_any_text_are_in_order_and_never_overlap(texts: list[str]) -> None:
    position = (0, 0)
    for found in find_quotations(texts):
        assert (found.index, found.outer_start) >= position
        assert found.outer_start <= found.start < found.end <= found.outer_end <= len(texts[found.index])
        position = (found.index, found.outer_end)
