"""Programs, prizes, illnesses, medicines and makes of aircraft, which are no person, place or organisation."""

from __future__ import annotations

import pytest

from tests.annotate.named import Expected, Read, check_names

CASES: list[tuple[str, str, Expected]] = [
    (
        "a program and whose it is",
        "The servers run Oracle Linux and Veldra Linux. Red Hat sells Red Hat Enterprise Linux, Ada Lind said.",
        {
            "Oracle Linux": None,
            "Veldra Linux": None,
            "Red Hat Enterprise Linux": None,
            "organisation: Red Hat": ["Red Hat"],
        },
    ),
    (
        "a licence",
        "GNU General Public Licensed software is free. The code is Red Hat's GNU General Public Licensed work.",
        {"Public Licensed": None},
    ),
    (
        "an award by its letters",
        "The NBA MVP scored 20 points. He won the NFL MVP in May.",
        {"NBA MVP": None, "MVP": None},
    ),
    (
        "an illness by its letters",
        "Torvin virus disease (TVD) spread in Norland. TVD has killed hundreds. TVD is caused by a virus.",
        {"TVD": None},
    ),
    (
        "a body whose kind is written small, by its letters",
        "The Norland tennis association (NTA) met. NTA said that it would go on, and the NTA did.",
        {"organisation: NTA": ["NTA", "NTA", "NTA"]},
    ),
    (
        "a trial by its letters",
        "Torvin virus spread. The SOLM trial began. In the SOLM trial, patients got a drug. SOLM showed little.",
        {"SOLM": None},
    ),
    (
        "a medicine",
        "Patients got ZTorv. ZTorv, a drug made by a firm in Oslo, failed. Those who received ZTorv died. It gave the "
        "drug Veldramab. Veldramab costs much.",
        {"ZTorv": None, "Veldramab": None},
    ),
    (
        "who makes a medicine",
        "Novartis, a drug maker, sold the drug Novartis made. Novartis said so.",
        {"organisation: Novartis": ["Novartis", "Novartis", "Novartis"]},
    ),
    (
        "a model of aircraft, and a firm's reporter",
        "The pilot flew a Beechcraft Sierra. The Beechcraft Sierra crashed. A Bloomberg News reporter saw it.",
        {"Beechcraft Sierra": None, "organisation: Bloomberg News": ["Bloomberg News"]},
    ),
    (
        "the second field of several offices",
        "The Defense Department said yes. The Secretaries of State and Defense met. The ministers of "
        "Hamas and Fatah did not.",
        {"Defense": None, "organisation: Fatah": ["Fatah"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_of_things(read: Read, text: str, expected: Expected) -> None:
    check_names(read(text), expected)
