"""What the editor lists under ``names`` is found wherever a text holds it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.link.names import link_names
from briefing.model import Article, Kind, Mention, Name, NameSettings, Quote, Settings
from tests.link.hand_built import article

TEXT = "Noor Jahan of Tarn Infrastructure met Emeka Okafor. Jahan left. “It holds,” Jahan said in Port of Tarn."


def read(*found: tuple[str, Kind, str], text: str = TEXT) -> Article:
    """An article in which names were found, each with the first place of these words as its mention."""
    names = tuple(
        Name(name, kind, (Mention(1, text.index(words), text.index(words) + len(words), words),))
        for name, kind, words in found
    )
    return replace(article("a", "Title", text), names=names)


def linked(one: Article, **names: NameSettings) -> Article:
    settings = Settings("Briefing", names={name.replace("_", " "): said for name, said in names.items()})
    return link_names([one], settings)[0][0]


def shown(one: Article) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(name.name, name.kind, tuple(mention.text for mention in name.mentions)) for name in one.names}


def test_a_name_is_found_that_nobody_knew() -> None:
    found = linked(read(), Noor_Jahan=NameSettings(kind="person", also=("Jahan",)))
    assert shown(found) == {("Noor Jahan", "person", ("Noor Jahan", "Jahan", "Jahan"))}
    assert all(TEXT[m.start : m.end] == m.text for name in found.names for m in name.mentions)


def test_a_name_that_was_cut_is_whole_and_its_speaker_too() -> None:
    cut = Mention(1, 5, 10, "Jahan"), Mention(1, 52, 57, "Jahan")
    one = replace(
        read(), names=(Name("Jahan", "person", cut),), quotes=(Quote("It holds", 1, 66, 74, speaker="Jahan"),)
    )
    found = linked(one, Noor_Jahan=NameSettings(kind="person"))
    assert shown(found) == {("Noor Jahan", "person", ("Noor Jahan", "Jahan"))}
    assert found.quotes[0].speaker == "Noor Jahan"


def test_what_lies_within_a_listed_name_is_no_other() -> None:
    one = read(("Tarn", "place", "Tarn"), ("Infrastructure", "organisation", "Infrastructure"))
    found = linked(one, Tarn_Infrastructure=NameSettings(kind="organisation"))
    assert {(name, kind) for name, kind, _ in shown(found)} == {("Tarn Infrastructure", "organisation")}


def test_a_listed_name_is_not_cut_out_of_a_longer_one() -> None:
    one = read(("Port of Tarn", "place", "Port of Tarn"), ("Emeka Okafor", "person", "Emeka Okafor"))
    found = linked(one, Tarn=NameSettings(kind="place"), Okafor=NameSettings(kind="person"))
    assert ("Port of Tarn", "place", ("Port of Tarn",)) in shown(found)
    assert ("Emeka Okafor", "person", ("Emeka Okafor",)) in shown(found)
    assert ("Tarn", "place", ("Tarn",)) in shown(found)  # of 'Tarn Infrastructure', which nobody listed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The jahan left.", NameSettings(kind="person")),  # a word, no name
        ("Jahangir left.", NameSettings(kind="person")),
        ("Jahan left.", NameSettings()),  # of no kind
        ("Jahan left.", NameSettings(kind="person", hide=True)),
    ],
)
def test_nothing_is_found_but_the_name_of_a_kind(text: str, said: NameSettings) -> None:
    assert linked(read(text=text), Jahan=said).names == ()


def test_in_a_language_without_names_too() -> None:
    one = replace(article("a", "Title", "التقت نور جهان الوزير في بازل."))
    assert shown(linked(one, نور_جهان=NameSettings(kind="person"))) == {("نور جهان", "person", ("نور جهان",))}
