"""Figures keep the text's words, and numbers that say nothing by themselves are left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.annotate.figures import find_figures, find_quantities
from briefing.annotate.figures.givers import with_speakers
from briefing.annotate.figures.numbers import text_of
from briefing.annotate.parsed import Parsed
from briefing.model import Quote

Read = Callable[[str], Parsed]
Row = tuple[str, float, str | None, str | None, str | None]

FOUND: dict[str, list[Row]] = {
    "The flood has already killed more than 33,000 people.": [
        ("more than 33,000 people", 33000, None, "people killed", "more than")
    ],
    "Some 100 hostages were released by the group.": [("Some 100 hostages", 100, None, "hostages released", "some")],
    "Two sailors were injured in the storm.": [("Two sailors", 2, None, "sailors injured", None)],
    "The blast killed twelve and wounded at least 40.": [
        ("killed twelve", 12, None, "people killed", None),
        ("at least 40", 40, None, "people wounded", "at least"),
    ],
    "The island sold $60 billion in bonds.": [("$60 billion in bonds", 60e9, "USD", "bonds", None)],
    "The museum costs the city £3.2 million a year.": [("£3.2 million a year", 3.2e6, "GBP", "museum", None)],
    "The pumps, which cost £3.2m, came from a €4.5bn fund.": [
        ("£3.2m", 3.2e6, "GBP", "pumps", None),
        ("€4.5bn fund", 4.5e9, "EUR", "fund", None),
    ],
    "Profit fell from $301 million a year earlier.": [("$301 million", 301e6, "USD", "Profit", None)],
    "Nearly 45 percent of voters stayed at home.": [
        ("Nearly 45 percent of voters", 45, "%", "of voters stayed at home", "nearly")
    ],
    "The bank raised its rate by 25 basis points.": [("25 basis points", 25, "basis points", "rate", None)],
    "The fire burned 3,500 acres of forest.": [("3,500 acres of forest", 3500, "acres", "forest", None)],
    "Repairs will cost between $5 and $7 million.": [("between $5 and $7 million", 5e6, "USD", "Repairs", "between")],
    "The yard employs 200 to 250 welders.": [("200 to 250 welders", 200, None, "welders", None)],
    "Twenty-five schools will close.": [("Twenty-five schools", 25, None, "schools", None)],
    "Half a million residents were asked to leave.": [("Half a million residents", 500000, None, "residents", None)],
    "The ferry crosses 22 miles of open sea.": [("22 miles of open sea", 22, "mi", "open sea", None)],
    "Two-thirds of voters stayed at home.": [
        ("Two-thirds of voters", 0.666667, None, "of voters stayed at home", None)
    ],
    "One in five adults smokes.": [("One in five adults", 0.2, None, "adults", None)],
    "The bank cut its rate by half a percentage point.": [
        ("half a percentage point", 0.5, "percentage points", "rate", None)
    ],
    "The yard sold 3.2m cars.": [("3.2m cars", 3.2e6, None, "cars", None)],
    "More than a dozen people drowned.": [
        ("More than a dozen people drowned", 12, None, "people drowned", "more than")
    ],
    "Oil was down $2.86 to $77.11 in London.": [
        ("$2.86", 2.86, "USD", "Oil", None),
        ("$77.11", 77.11, "USD", "Oil", None),
    ],
    "Debt grew from $3 to $5 billion.": [("$5 billion", 5e9, "USD", "Debt", None)],
    "The convoy had 16 rescue aircraft.": [("16 rescue aircraft", 16, None, "rescue aircraft", None)],
    "Some 60 regional and national parties signed.": [
        ("Some 60 regional and national parties", 60, None, "regional and national parties", "some")
    ],
    "It will cut 4,300 jobs in France, 3,700 in Germany and 400 in Spain.": [
        ("4,300 jobs", 4300, None, "jobs to be cut", None),
        ("3,700", 3700, None, "jobs to be cut", None),
        ("400", 400, None, "jobs to be cut", None),
    ],
    "The car does 40 miles per gallon.": [("40 miles per gallon", 40, "mpg", None, None)],
    "Growth was 2.5 to 3 percent.": [("2.5 to 3 percent", 2.5, "%", "Growth", None)],
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
        "The line bought five new 737 aircraft.",
        "The 13 November attacks changed the airport.",
        "Call 0800 123 456 within 48 hours.",
        "The ministry denied that 300 soldiers had died.",
        "The star is 1010 ± 195 light years away.",
        "The statue stood six feet five inches tall.",
    ],
)
def test_leaves_out_numbers_that_are_no_figures(read: Read, text: str) -> None:
    assert find_figures(read(text)) == ()


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("Mayor grants 7 pardons", ["seven pardons"]),
        ("A 20-year lease for the old mill", []),
        ("Seven mayors and 20 judges meet", []),
        ("Mayor leaves", []),
    ],
)
def test_a_small_count_or_a_span_of_time_is_a_figure_if_the_headline_says_it(
    read: Read, headline: str, found: list[str]
) -> None:
    parsed = read("The mayor granted seven pardons. The two leaders had known each other for 20 years.")
    assert [figure.text for figure in find_figures(parsed, headline)] == found


def test_a_span_of_time_needs_what_it_is_of_and_an_age_is_none(read: Read) -> None:
    parsed = read("Mill workers ended a 10-day strike. Orr, a 40-year-old miller, and her 9-month daughter came.")
    shown = find_figures(parsed, "10-day strike ends; 40-year-old miller and 9-month daughter arrive")
    assert [(figure.text, figure.counts) for figure in shown] == [("10-day", "strike")]


def test_of_all_quantities_a_bare_number_counts_what_the_one_before_it_likeliest_did(read: Read) -> None:
    parsed = read("The port bought 40 boats. It keeps nine. The rate was 4.5 percent. Now it is 6.5. Two can sail.")
    said = [(figure.value, figure.unit, figure.counts) for figure in find_quantities(parsed)]
    assert said[1] == (9, None, "boats")
    assert said[-2][:2] == (6.5, "%")
    assert said[-1] == (2, None, "boats")
    assert [figure.value for figure in find_figures(parsed)] == [40, 4.5]


def test_a_speed_is_not_a_distance(read: Read) -> None:
    (figure,) = find_figures(read("The star races away at 37 miles per second."))
    assert (figure.value, figure.unit) == (37, "mi/s")


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Shares of Kestrel gained 12 cents.", ["up"]),
        ("A year earlier, Kestrel had gained $7 million, or fifteen cents per share.", [None, None]),
        ("Shares fell 8 percent to $12.", ["down", None]),
        ("Profit rose by $3 million, up 12 percent from a year earlier.", ["up", "up"]),
        ("The index lost 366.94 points, or 2.6 percent.", ["down", "down"]),
        ("A 3% drop in prices followed a gain of 41 points.", ["down", "up"]),
        ("The index edged up 0.3 percent; sales were down 12%.", ["up", "down"]),
        ("Prices went up by between 2 and 3 percent.", ["up"]),
        ("Wages are 10 percent higher, with 12 percent fewer jobs.", ["up", "down"]),
        ("Sales fell by a third.", ["down"]),
        ("The port lost $5 million and raised $3 million.", [None, None]),
        ("Growth was 2.5 percent; unemployment rose to 5.1 percent.", [None, None]),
        ("It cut 300 jobs.", [None]),
        ("A storm surge of 11 feet cost the bank its gain of $3 million.", [None, None]),
        ("Women make up 5 percent.", [None]),
        ("The index gained 3 percent.", ["up"]),
        ("Bread costs up to 10% more than rye; milk costs 12% more.", [None, None]),
        ("Rates are 2% lower than elsewhere in the bloc.", [None]),
        ("Rents are 20% higher in the port than in the hills.", [None]),
        ("Wages were 3% lower in May than in April.", ["down"]),
        ("Exports were 12% lower in the quarter than in the one before.", ["down"]),
        ("Wages are 3% higher, said Lind, who knew more than most.", ["up"]),
        ("Sales were 3% higher and grew faster than ours.", ["up"]),
        ("Turnout was 12% higher than in 2016.", ["up"]),
        ("The party fell 3% short of a majority.", [None]),
        ("Stocks have been down by a total of 14 percent.", ["down"]),
    ],
)
def test_a_change_says_which_way_and_a_level_does_not(read: Read, text: str, changes: list[str | None]) -> None:
    assert [figure.change for figure in find_figures(read(text))] == changes


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("At least 12 people were injured, police said.", "police"),
        ("According to the health ministry, 45 percent of nurses left.", "health ministry"),
        ("The company said that it sold 300 ships.", "company"),
        ("The army, which holds the town, reported that 40 soldiers died.", "army"),
        ("Some 60 sailors were hurt, said a spokesman for the navy.", "spokesman for the navy"),
        ("According to a report from the port office on Monday, 29 sailors drowned.", "report from the port office"),
        ("He said 14 houses burned.", None),
        ("A statement said 40 soldiers died.", None),
        ("Some 40 soldiers died, a police statement said.", "police statement"),
        ("According to its figures, 300 ships sank.", None),
        ("Some 80 per cent of the 1,200 voters said they spent less than £50.", None),
        ("The company's vice president, John Smith, said 40 ships sank.", "John Smith"),
        ("According to the official WHO report yesterday, there were 80 deaths.", None),
        ("The Export–Import Bank said 300 loans failed.", "Export–Import Bank"),
        ("The flood killed 300 people.", None),
        ("Forty people died in the fire, according to police, the mayor and the army.", None),
        ("Forty people died in the fire, according to police and the mayor.", "police and the mayor"),
        ("According to the data, exports fell 40%.", None),
        ("The US car manufacturer Torland Motors said that it would hire 300 workers.", "Torland Motors"),
        ("According to the port's report dated March 16, 300 ships sank.", "port's report"),
        ("The limit is 40 knots; the office said that the boat was fast.", None),
        ("Miller has said she is against it, given the harm of a war that has killed more than 33,000 people.", None),
    ],
)
def test_tells_who_gave_a_figure(read: Read, text: str, giver: str | None) -> None:
    figure = find_figures(read(text))[-1]
    assert figure.giver == giver


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("Losses exceeded 10 percent of sales.", "more than"),
        ("Losses did not exceed 10 percent of sales.", "no more than"),
        ("Losses reached 10 percent of sales.", None),
    ],
)
def test_what_exceeds_a_number_is_more(read: Read, text: str, qualifier: str | None) -> None:
    assert [figure.qualifier for figure in find_quantities(read(text))] == [qualifier]


def test_figures_in_a_quotation_are_the_speakers(read: Read) -> None:
    text = "“We lost 40 ships,” she said."
    quote = Quote("We lost 40 ships,", 1, 1, 18, speaker="Ada Miller")
    (figure,) = with_speakers(find_figures(read(text)), [quote])
    assert figure.giver == "Ada Miller"


def test_a_range_has_two_ends_and_quantities_are_more_than_figures(read: Read) -> None:
    parsed = read("Between 10 and 15 ships waited for the two leaders for three days in 2019.")
    (figure,) = find_figures(parsed)
    assert (figure.value, figure.last) == (10, 15)
    assert [quantity.value for quantity in find_quantities(parsed)] == [10, 2, 3]


def test_puts_the_text_of_a_paragraph_together_once(read: Read) -> None:
    text_of.cache_clear()
    find_figures(read("Shares fell 8 percent to $12; " * 40))
    assert text_of.cache_info().misses == 1
