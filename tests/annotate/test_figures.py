"""Figures keep the text's words, and numbers that say nothing by themselves are left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.figures import find_figures
from briefing.annotate.parsed import Parsed

Read = Callable[[str], Parsed]
Row = tuple[str, float, str | None, str | None, str | None]

FOUND: dict[str, list[Row]] = {
    "The flood has already killed more than 33,000 people.": [
        ("more than 33,000 people", 33000, None, "people killed", "more than")
    ],
    "Some 100 hostages were released by the group.": [("Some 100 hostages", 100, None, "hostages", "some")],
    "Two sailors were injured in the storm.": [("Two sailors", 2, None, "sailors injured", None)],
    "The blast killed twelve and wounded at least 40.": [
        ("killed twelve", 12, None, "killed", None),
        ("at least 40", 40, None, "wounded", "at least"),
    ],
    "The island sold $60 billion in bonds.": [("$60 billion in bonds", 60e9, "USD", "bonds", None)],
    "The museum costs the city £3.2 million a year.": [("£3.2 million a year", 3.2e6, "GBP", None, None)],
    "The pumps, which cost £3.2m, came from a €4.5bn fund.": [
        ("£3.2m", 3.2e6, "GBP", None, None),
        ("€4.5bn", 4.5e9, "EUR", None, None),
    ],
    "Profit fell from $301 million a year earlier.": [("$301 million", 301e6, "USD", None, None)],
    "Nearly 45 percent of voters stayed at home.": [("Nearly 45 percent of voters", 45, "%", "voters", "nearly")],
    "The bank raised its rate by 25 basis points.": [("25 basis points", 25, "basis points", None, None)],
    "The fire burned 3,500 acres of forest.": [("3,500 acres of forest", 3500, "acres", "forest", None)],
    "Repairs will cost between $5 and $7 million.": [("between $5 and $7 million", 5e6, "USD", None, "between")],
    "The yard employs 200 to 250 welders.": [("200 to 250 welders", 200, None, "welders", None)],
    "Twenty-five schools will close.": [("Twenty-five schools", 25, None, "schools", None)],
    "Half a million residents were asked to leave.": [("Half a million residents", 500000, None, "residents", None)],
    "The ferry crosses 22 miles of open sea.": [("22 miles", 22, "mi", None, None)],
}


@pytest.mark.parametrize("text", FOUND)
def test_finds_value_unit_and_what_is_counted(read: Read, text: str) -> None:
    parsed = read(text)
    figures = find_figures(parsed)
    assert [(f.text, f.value, f.unit, f.counts, f.qualifier) for f in figures] == FOUND[text]
    assert all(figure.text == text[figure.start : figure.end] for figure in figures)


@pytest.mark.parametrize(
    "text",
    [
        "The two leaders met in 2019 and again on 28 April 2024.",
        "She was 25 years old and had waited for three hours.",
        "The 66-year-old man was aged 66 at the time.",
        "Call 555-1234 or write to box 77.",
        "The team won 3-2 at 10:30 p.m. on Sunday.",
        "The court cited Article 51 of the treaty and a 300-page report.",
        "Police answered 911 calls all night.",
        "It was the 20th meeting of the council.",
        "The two leaders spoke on the phone.",
        "A Boeing 737 landed at gate 12.",
    ],
)
def test_leaves_out_numbers_that_are_no_figures(read: Read, text: str) -> None:
    assert find_figures(read(text)) == ()
