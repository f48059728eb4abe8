from __future__ import annotations

from itertools import permutations

import pytest

from briefing.link.duplicates import find_duplicates
from briefing.model import Edited
from tests.link.hand_built import article

REPORT = (
    "The harbour of Lindow was closed on Monday after a storm tore two terraces from their moorings.",
    "Mayor Ida Brandt said that more than forty boats were waiting outside and that nobody had been hurt so far.",
    "Divers will look at the quay wall on Tuesday; the ferry to Varn leaves from the old pier until then.",
    "The last storm of this strength was counted eleven years ago, when the lighthouse lost its lantern.",
)
ELSEWHERE = (
    "Otters have come back to the river above the mill, a society of anglers told the district council.",
    "Three animals were filmed at night by a camera that had been put there to watch for stolen canoes.",
)


def test_the_same_text_under_two_headlines_is_one() -> None:
    one = article("one", "Harbour closed", *REPORT, day="2024-03-05")
    two = article("two", "Storm shuts port", *REPORT, day="2024-03-06")
    other = article("other", "Otters", *ELSEWHERE)
    assert find_duplicates([two, other, one]) == {"two": "one"}


@pytest.mark.parametrize(
    "texts",
    [
        REPORT[:2],  # cut short
        ("By our own reporter.", *REPORT[1:]),
        tuple(text.replace("Monday", "the first day of the week") for text in REPORT),
        tuple(text.upper() for text in REPORT),
    ],
)
def test_a_text_cut_short_or_touched_up_is_a_copy_of_the_fuller_one(texts: tuple[str, ...]) -> None:
    full = article("full", "Harbour closed", *REPORT, "And so it stays.", "Nobody knows for how long it will.")
    assert find_duplicates([article("cut", "Port shut", *texts), full]) == {"cut": "full"}


def test_texts_about_the_same_thing_in_other_words_are_none() -> None:
    own = (
        "A storm has shut the port of Lindow. Terraces drifted off, forty boats wait, and the mayor, Ida Brandt, hopes."
    )
    assert find_duplicates([article("a", "A", *REPORT), article("b", "B", own)]) == {}


def test_very_short_texts_are_never_copies() -> None:
    short = "The harbour of Lindow was closed on Monday after a storm."
    assert find_duplicates([article("a", "A", short), article("b", "B", short)]) == {}


def test_reports_of_a_series_are_no_copies() -> None:
    one = article("one", "March 9: water levels of the Lind", *REPORT)
    two = article("two", "March 10: water levels of the Lind", *REPORT)
    assert find_duplicates([one, two]) == {}


def test_chains_end_at_one_original_whatever_the_order() -> None:
    copies = [article(name, name, *REPORT, day=f"2024-03-0{n}") for n, name in enumerate("abcd", 1)]
    for order in permutations(copies):
        assert find_duplicates(order) == {"b": "a", "c": "a", "d": "a"}


def test_a_hundred_copies_of_one_text_are_found() -> None:
    copies = [article(f"copy{n:03}", f"Title {chr(65 + n % 26)}{'x' * n}", *REPORT) for n in range(100)]
    found = find_duplicates(copies)
    assert len(found) == 99 and set(found.values()) == {"copy000"}


def test_the_editor_s_word_wins() -> None:
    original = article("original", "Otters", *ELSEWHERE)
    by_id = article("by-id", "Harbour", *REPORT, edited=Edited(duplicate_of="original"))
    by_copy = article("by-copy", "Short", "Short.", edited=Edited(duplicate_of="by-id"))
    assert find_duplicates([by_copy, by_id, original]) == {"by-copy": "original", "by-id": "original"}


def test_the_editor_can_say_that_an_article_is_no_copy() -> None:
    one = article("one", "One", *REPORT, day="2024-03-05")
    two = article("two", "Two", *REPORT, day="2024-03-06", edited=Edited(no_copy=True))
    assert find_duplicates([one, two]) == {}
    third = article("three", "Three", *REPORT, day="2024-03-07")
    assert find_duplicates([one, two, third]) == {"three": "one"}, "only of that one"


def test_a_ring_of_copies_has_one_original() -> None:
    one = article("one", "One", edited=Edited(duplicate_of="two"))
    two = article("two", "Two", edited=Edited(duplicate_of="one"))
    assert find_duplicates([two, one]) == {"two": "one"}


def test_an_original_that_no_seed_has_is_ignored() -> None:
    assert find_duplicates([article("a", "A", edited=Edited(duplicate_of="nowhere"))]) == {}
    assert find_duplicates([]) == {}
