from __future__ import annotations

import pytest

from briefing.lexicon.word_weights import is_noun, share, singular, weight, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Mayor’s cease-fire plan", ["the", "mayor", "cease", "fire", "plan"]),
        ("Lindow's 33,000 boats, in 2024", ["lindow", "boats", "in"]),
        ("don't, l’homme", ["don't", "l’homme"]),
        ("हिन्दी ΑΘΗΝΑ Łódź", ["हिन्दी", "αθηνα", "łódź"]),
        ("cafe\u0301 — …", ["cafe\u0301"]),
        ("", []),
    ],
)
def test_words_are_runs_of_letters_in_lower_case(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("hostages", "hostage"),
        ("cities", "city"),
        ("crashes", "crash"),
        ("news", "news"),
        ("press", "press"),
        ("gas", "gas"),
    ],
)
def test_plurals_share_the_key_of_their_singular(word: str, key: str) -> None:
    assert singular(word) == key


def test_rare_words_weigh_more_than_common_ones_and_unseen_ones_most() -> None:
    assert weight("the") < 0.1 < weight("government") < weight("earthquake") < weight("qwertzuiop")
    assert weight("earthquakes") == weight("earthquake")


def test_share_is_the_part_of_documents_with_the_word() -> None:
    assert share("the") > 0.9
    assert share("qwertzuiop") == 0


def test_common_nouns_are_told_from_verbs_and_names() -> None:
    assert is_noun("earthquakes") and is_noun("prison")
    assert not any(map(is_noun, ("said", "quickly", "london", "qwertzuiop")))
