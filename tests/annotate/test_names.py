"""Names within an article: what is one, of which kind, who is who, and how the text describes people."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from briefing.annotate.names import find_names
from briefing.annotate.names.full_names import same_person
from briefing.annotate.names.roles import role_apposed, role_before, role_behind
from briefing.annotate.parsed import Parsed
from briefing.model import Kind, Name

Read = Callable[[str], Parsed]

CALL = """President Maria Keller spoke on Monday with Israeli Prime Minister Benjamin Netanyahu about Rafah and Gaza.
The White House National Security Council spokesman, John Marsh, said the White House would wait.
"The talks go on," Marsh said. Keller’s office said Netanyahu had agreed to call again.
Secretary of State Anthony Lloyd will travel to Egypt this week. Antony Lloyd was in Qatar last month.
Sen. Paul Wren (I-Vermont) told CNN that the U.S. must act. America's allies agree."""


@pytest.fixture(scope="module")
def call(read: Read) -> dict[str, Name]:
    return {name.name: name for name in find_names(read(CALL))}


def surfaces(name: Name) -> list[str]:
    return [mention.text for mention in name.mentions]


@pytest.mark.parametrize(
    ("name", "kind", "mentions"),
    [
        ("Maria Keller", "person", ["Maria Keller", "Keller"]),
        ("Benjamin Netanyahu", "person", ["Benjamin Netanyahu", "Netanyahu"]),
        ("John Marsh", "person", ["John Marsh", "Marsh"]),
        ("Rafah", "place", ["Rafah"]),
        ("White House National Security Council", "organisation", ["White House National Security Council"]),
        ("White House", "organisation", ["White House"]),
        ("CNN", "organisation", ["CNN"]),
        ("United States", "place", ["U.S.", "America"]),
    ],
)
def test_mentions_of_one_name_are_joined(call: dict[str, Name], name: str, kind: Kind, mentions: list[str]) -> None:
    assert (call[name].kind, surfaces(call[name])) == (kind, mentions)


def test_two_spellings_of_a_given_name_are_one_person(call: dict[str, Name]) -> None:
    lloyd = [name for name in call.values() if "Lloyd" in name.name]
    assert [surfaces(name) for name in lloyd] == [["Anthony Lloyd", "Antony Lloyd"]]


def test_titles_parties_days_and_nationalities_are_no_names(call: dict[str, Name]) -> None:
    found = {mention.text for name in call.values() for mention in name.mentions}
    assert not found & {"Israeli", "Monday", "I-Vermont", "State", "Secretary", "President", "Sen."}


def test_people_are_described_as_the_text_does(call: dict[str, Name]) -> None:
    assert call["Benjamin Netanyahu"].roles == ("Israeli Prime Minister",)
    assert call["Maria Keller"].roles == ("President",)
    lloyd = next(name for name in call.values() if "Lloyd" in name.name)
    assert lloyd.roles == ("Secretary of State",)


def test_mentions_are_verbatim_and_never_overlap(read: Read) -> None:
    parsed = read(CALL)
    texts = {paragraph.number: paragraph.text for paragraph in parsed.paragraphs}
    mentions = [mention for name in find_names(parsed) for mention in name.mentions]
    assert all(texts[m.paragraph][m.start : m.end] == m.text for m in mentions)
    ordered = sorted((m.paragraph, m.start, m.end) for m in mentions)
    assert all(one[0] < two[0] or one[2] <= two[1] for one, two in pairwise(ordered))


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        (
            "The Harbour Workers Relief Committee (HWRC) met in Oslo. The HWRC said it would sue.",
            "Harbour Workers Relief Committee",
            ["Harbour Workers Relief Committee", "HWRC", "HWRC"],
        ),
        (
            "Tarlow Shipping Inc. lost money. Tarlow Shipping said it would sell two ships.",
            "Tarlow Shipping",
            ["Tarlow Shipping Inc.", "Tarlow Shipping"],
        ),
        (
            "The UN Security Council met on Friday. The United Nations Security Council voted late.",
            "United Nations Security Council",
            ["UN Security Council", "United Nations Security Council"],
        ),
        ("Pope Francis arrived. Francis met children.", "Pope Francis", ["Pope Francis", "Francis"]),
    ],
)
def test_short_forms_join_their_names(read: Read, text: str, name: str, mentions: list[str]) -> None:
    found = {found.name: surfaces(found) for found in find_names(read(text))}
    assert found.get(name) == mentions


def test_a_surname_joins_the_full_name_nearest_before_it(read: Read) -> None:
    text = "Paul Marsh resigned. Marsh gave no reason.\nAnna Marsh, the mayor, stayed. Marsh said she would fight."
    assert {name.name: len(name.mentions) for name in find_names(read(text))} == {"Paul Marsh": 2, "Anna Marsh": 2}


def test_names_that_stand_in_headings_alone_are_left_out(read: Read) -> None:
    names = find_names(read("Humanitarian Aid And Cease-Fire Deal Discussed\nThe call with John Marsh lasted an hour."))
    assert [name.name for name in names] == ["John Marsh"]


def test_money_is_no_country(read: Read) -> None:
    assert find_names(read("The firm lost US$5 million last year.")) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Anthony Lloyd", "Antony Lloyd", True),
        ("William Hart", "Bill Hart", True),
        ("J. Hart", "James Hart", True),
        ("Joe Hart", "Jill Hart", False),
        ("Joe Hart", "Joe Marsh", False),
        ("Bashar al-Assad", "Bashar Assad", True),
        ("John Hart Jr.", "John Hart", True),
    ],
)
def test_who_may_be_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "White House National Security Council spokesman |John Kirby",
            "White House National Security Council spokesman",
        ),
        ("On Friday, former prime minister of Peru |Ana Lima", "former prime minister of Peru"),
        ("But President |Ana Lima", "President"),
        ("He met Mr |Lima", None),
        ("They saw |Ana Lima", None),
        ("Immunologist |Ana Lima", "Immunologist"),
        ("singer-songwriter Carly |Lima", None),
    ],
)
def test_the_role_before_a_name(text: str, role: str | None) -> None:
    assert role_before(text.replace("|", ""), text.index("|"), len(text) - 1) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ana Lima|, a spokeswoman for the port, said", "spokeswoman for the port"),
        ("Ana Lima|, a Norham lawyer representing Mora, said", "Norham lawyer representing Mora"),
        ("Ana Lima|, and a spokesman for the port, said", None),
        ("Ana Lima|, who had been ill, said", None),
        ("Ana Lima|, Friday, said", None),
    ],
)
def test_the_role_behind_a_name(text: str, role: str | None) -> None:
    assert role_behind(text.replace("|", ""), text.index("|")) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The prosecutor general of Norham, |Ali Mehran|, said so.", "prosecutor general of Norham"),
        ("EADS's North America CEO, |Ralph Lind|, agreed.", "EADS's North America CEO"),
        ("“No,” said the head of the agency, |Ana Lima|.", "head of the agency"),
        ("Two NASA astronauts, |Ana Lima| and Rui Mora, rode up.", "NASA astronaut"),
        ("Two NASA astronauts, Ana Lima and |Rui Mora|, rode up.", "NASA astronaut"),
        ("According to two lawyers, |Ana Lima| said nothing.", None),
        ("Speaking to the president, |Ana Lima|, a nurse, wept.", None),
        ("In the harbour, |Ana Lima|, a nurse, wept.", None),
    ],
)
def test_the_role_set_off_before_a_name(text: str, role: str | None) -> None:
    start, end = text.index("|"), text.rindex("|") - 1
    assert role_apposed(text.replace("|", ""), start, end) == role


def test_the_role_before_a_name_is_looked_for_quickly() -> None:
    text = "It met " + "and a" * 16 + ", Ana Lima, said."
    began = time.process_time()
    assert role_apposed(text, text.index("Ana"), text.index(", said")) is None
    assert time.process_time() - began < 1


@pytest.mark.parametrize("text", ["", "…", "(((((", "A", "THE END OF IT ALL NOW", "\u202e\u0000 x", "Mr. Mr. Mr."])
def test_odd_text_names_nobody(read: Read, text: str) -> None:
    assert find_names(read(text)) == ()


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Prosecutor Kama Belly QC said the jury was ready. The court rose.", "Kama Belly", "person"),
        ("Volunteers of Friends of Great Moss Lake met on Monday, Friends of Great Moss Lake said.", None, "place"),
        ("The river rose. Kathryn Catania, a teacher, left. Catania said it was late.", "Kathryn Catania", "person"),
    ],
)
def test_the_words_around_a_name_tell_its_kind(read: Read, text: str, name: str | None, kind: Kind) -> None:
    found = {found.name: found.kind for found in find_names(read(text))}
    if name:
        assert found[name] == kind
        assert len([other for other in found if other.split()[-1] == name.split()[-1]]) == 1
    else:
        assert kind not in found.values()


def test_a_description_is_not_cut_within_an_abbreviation() -> None:
    text = "Ann Oh, head of claims at the U.S. Office of Boats, Harbours and everything else that floats (OB)."
    assert role_behind(text, len("Ann Oh")) in {"head of claims at the U.S. Office of Boats", "head of claims"}
