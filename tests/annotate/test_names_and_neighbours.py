"""Where names begin and end by the capitals beside them, and what is told of those whom a model takes for others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from briefing.annotate.names import find_names
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.kinds import _kind
from briefing.annotate.names.neighbours import whole_by_neighbours
from briefing.annotate.names.plausible import is_plausible
from briefing.annotate.names.short_forms import short_forms
from briefing.annotate.parsed import Parsed
from briefing.model import Kind

Read = Callable[[str], Parsed]


def _whole(parsed: Parsed, kind: Kind, *surfaces: str) -> list[tuple[str, Kind]]:
    found = [
        Candidate(index, at, at + len(surface), surface, kind)
        for surface in surfaces
        for index, text in enumerate(parsed.texts)
        if (at := text.find(surface)) >= 0
    ]
    return [(c.text, c.kind) for c in whole_by_neighbours(parsed, found)]


CUT: list[tuple[str, str, Kind, str, list[tuple[str, Kind]]]] = [
    (
        "never without what stands behind it",
        "They walked along the Oru Velda at dawn, and the Oru Velda was calm.",
        "place",
        "Oru",
        [("Oru Velda", "place")],
    ),
    (
        "an attendant's whole name",
        "She met an attendant Orl Kessim there.",
        "person",
        "Kessim",
        [("Orl Kessim", "person")],
    ),
    (
        "alone elsewhere",
        "They walked along the Oru Velda at dawn, and the Oru was calm.",
        "place",
        "Oru",
        [("Oru", "place")],
    ),
    (
        "whose neighbour is alone elsewhere",
        "She told Ormet Kessler that it was late. Kessler was tired.",
        "organisation",
        "Ormet",
        [("Ormet", "organisation")],
    ),
    (
        "before an office",
        "It was Ormet Acquisition Director Kell.",
        "organisation",
        "Ormet",
        [("Ormet", "organisation")],
    ),
    (
        "what a person's name stands in",
        "He sold fish at the Ada Kessim Square.",
        "person",
        "Ada Kessim",
        [("Ada Kessim Square", "place")],
    ),
    ("of which nothing tells what it is", "He sold fish at the Ada Kessim Market.", "person", "Ada Kessim", []),
]


@pytest.mark.parametrize(
    ("text", "kind", "surface", "whole"), [case[1:] for case in CUT], ids=[case[0] for case in CUT]
)
def test_a_name_is_as_long_as_the_words_that_never_stand_apart(
    read: Read, text: str, kind: Kind, surface: str, whole: list[tuple[str, Kind]]
) -> None:
    assert _whole(read(text), kind, surface) == whole


def test_a_name_that_the_model_cuts_once_is_whole_there_too(read: Read) -> None:
    parsed = read("Oru Velda is a bay. Boats went to the Oru, and others came from Oru Velda at dawn.")
    whole = Candidate(0, 0, 9, "Oru Velda", "place")
    at = parsed.texts[0].rindex("Oru")
    cut = Candidate(0, at, at + 3, "Oru", "place")
    assert [c.text for c in whole_by_neighbours(parsed, [whole, cut])] == ["Oru Velda", "Oru Velda"]


NAMES: list[tuple[str, str, dict[str, Kind]]] = [
    ("a paper whose letters are a title too", "According to PC World, it is late. PC World tried it.", {}),
    ("people of a town", "On Sunday, Hong Kongers voted. It was calm.", {}),
    ("what several are", "Republican Representatives attacked the plan. Republican Representatives left.", {}),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_what_is_no_name(read: Read, text: str, names: dict[str, Kind]) -> None:
    assert {name.name: name.kind for name in find_names(read(text))} == names


def test_a_town_of_several_words_and_its_first_are_one(read: Read) -> None:
    names = find_names(read("He spoke in Rio on Monday. Rio de Janeiro hosts the games, and in Rio all was ready."))
    assert [len(name.mentions) for name in names] == [3]


def test_a_band_called_after_somebody_is_no_person(read: Read) -> None:
    text = "Eddie Torvik, guitarist of the rock band Torvik, died on Monday. Torvik was 65."
    kinds = [(name.kind, [mention.start for mention in name.mentions]) for name in find_names(read(text))]
    assert kinds == [("person", [0, text.rindex("Torvik")]), ("organisation", [text.index("Torvik,", 20)])]


def test_a_seldom_surname_stands_for_somebody_as_one_does_that_no_text_has() -> None:
    votel = Candidate(0, 0, 12, "Joseph Votel", "person")
    assert "Votel" in [short.text for short in short_forms([votel], {"Joseph Votel": "person"})]


def test_letters_of_what_is_no_body_are_no_name() -> None:
    assert not any(is_plausible(letters, "organisation") for letters in ("RIP", "LGPL", "EBITDA", "USD"))


def test_a_firm_is_no_place_because_the_model_says_so() -> None:
    seen = {"Opel": Counter[Kind](place=3)}
    assert _kind("Opel", seen, Counter(), titled=False, introduced=False) == "organisation"


def test_somebody_of_a_body_is_told_apart_from_it(read: Read) -> None:
    text = "It was Sam Wilson of the institute. The authors, Wilson of C-MORE and Nick Hawley of USC, agreed."
    assert "Sam Wilson" in {name.name for name in find_names(read(text)) if len(name.mentions) == 2}
