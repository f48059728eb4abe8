"""Keyphrases are noun phrases of the text that say what it is about."""

from __future__ import annotations

from collections.abc import Callable

from briefing.annotate.keyphrases import MOST, find_keyphrases
from briefing.annotate.parsed import Parsed
from briefing.lexicon.word_weights import weight
from briefing.model import Mention, Name

Read = Callable[[str], Parsed]

TEXT = (
    "The harbour council voted on Monday to rebuild the old fishing pier after the winter storm.\n"
    "Maria Duarte said the fishing pier had lost two thirds of its oak planks. Repairs to the fishing pier will take "
    "three months, she said, and such things cost a lot of money.\n"
    "Storm damage closed several beaches last week. Duarte wants insurance money for storm damage, and so do others."
)


def test_chooses_recurring_noun_phrases_first(read: Read) -> None:
    phrases = find_keyphrases(read(TEXT), (), weight)
    assert phrases[0] == "fishing pier"
    assert any("torm damage" in phrase for phrase in phrases)
    assert len(phrases) <= MOST


def test_every_phrase_is_verbatim_and_says_something(read: Read) -> None:
    phrases = find_keyphrases(read(TEXT), (), weight)
    assert all(phrase in TEXT for phrase in phrases)
    assert not {"things", "she", "others", "last week", "Monday", "three months", "lot"} & set(phrases)


def test_no_phrase_repeats_another(read: Read) -> None:
    phrases = [phrase.lower() for phrase in find_keyphrases(read(TEXT), (), weight)]
    assert not any(one != other and one in other for one in phrases for other in phrases)


def test_names_alone_are_no_keyphrases(read: Read) -> None:
    parsed = read(TEXT)
    start = parsed.paragraphs[1].text.index("Maria")
    duarte = Name("Maria Duarte", "person", (Mention(2, start, start + 12, "Maria Duarte"),))
    assert "Maria Duarte" not in find_keyphrases(parsed, (duarte,), weight)


def test_an_empty_text_has_none(read: Read) -> None:
    assert find_keyphrases(read(""), (), weight) == ()


def test_people_roles_and_places_with_a_plain_noun_are_no_keyphrases(read: Read) -> None:
    text = (
        "The chief economist saw no likelihood of a harbour strike; the harbour strike began in Norland city.\n"
        "The chief economist had denied the likelihood of a harbour strike in the Norland region twice, a clerk said."
    )
    phrases = find_keyphrases(read(text), (), weight)
    assert "harbour strike" in phrases
    assert not {"chief economist", "likelihood", "Norland city", "Norland region"} & set(phrases)


def test_what_is_said_once_and_late_in_words_used_once_is_no_keyphrase(read: Read) -> None:
    late = TEXT + " Everyone who came was in good spirits despite the biting cold, an elderly neighbour remarked later."
    assert not {"biting cold", "elderly neighbour"} & set(find_keyphrases(read(late), (), weight))
