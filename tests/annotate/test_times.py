"""Expressions of time mean dates by the calendar and by the tense of the verb."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate import time_values as values
from briefing.annotate.parsed import Parsed
from briefing.annotate.times import find_times

Read = Callable[[str], Parsed]

SUNDAY = "2024-04-28"
THURSDAY = "2023-12-07"
EARLIER = "a day earlier"

RESOLVED = [
    ("The ministers met on Sunday.", SUNDAY, [("Sunday", "2024-04-28")]),
    ("The ministers met on Friday.", SUNDAY, [("Friday", "2024-04-26")]),
    ("The ministers will meet on Friday.", SUNDAY, [("Friday", "2024-05-03")]),
    ("The fighting resumed last Friday.", THURSDAY, [("last Friday", "2023-12-01")]),
    ("The fighting resumed last Thursday.", THURSDAY, [("last Thursday", "2023-11-30")]),
    ("The ministers will meet next Tuesday.", THURSDAY, [("next Tuesday", "2023-12-12")]),
    ("The minister is flying to Norland this week.", SUNDAY, [("this week", "2024-W18")]),
    ("The minister flew to Norland this week.", THURSDAY, [("this week", "2023-W49")]),
    ("The minister will fly to Norland next week.", THURSDAY, [("next week", "2023-W50")]),
    ("The strike began earlier this month.", SUNDAY, [("earlier this month", "2024-04")]),
    ("The price rose last year and last month.", "2024-01-15", [("last year", "2023"), ("last month", "2023-12")]),
    ("It rained yesterday; the race is tomorrow.", SUNDAY, [("yesterday", "2024-04-27"), ("tomorrow", "2024-04-29")]),
    ("The bridge opened on March 11.", "2024-01-15", [("March 11", "2023-03-11")]),
    ("The bridge will open on March 11.", "2024-01-15", [("March 11", "2024-03-11")]),
    ("The bridge has been closed since October.", "2024-01-15", [("October", "2023-10")]),
    ("The bridge closed on 28 April 2019.", None, [("28 April 2019", "2019-04-28")]),
    ("The bridge closed on Monday, April 29, 2019.", None, [("Monday, April 29, 2019", "2019-04-29")]),
    ("The bridge closed in April 2019.", None, [("April 2019", "2019-04")]),
    ("The bridge was built in 1987.", None, [("1987", "1987")]),
    ("The talks ran from 28–30 April 2019.", None, [("28–30 April 2019", "2019-04-28/2019-04-30")]),
    ("Profit fell in the first quarter.", SUNDAY, [("the first quarter", "2024-01/2024-03")]),
    ("Profit fell in the third quarter of 2022.", None, [("the third quarter of 2022", "2022-07/2022-09")]),
    ("The road was widened in the 1990s.", None, [("the 1990s", "1990/1999")]),
    ("It broke on 3 May 2024 and, a day earlier, bent.", None, [("3 May 2024", "2024-05-03"), (EARLIER, "2024-05-02")]),
    ("The harbour froze two years ago.", SUNDAY, [("two years ago", "2022")]),
    ("It reopens on 3 May 2024, not a day later.", None, [("3 May 2024", "2024-05-03")]),
    ("As of Sunday, all four are in stable condition.", "2019-07-23", [("Sunday", "2019-07-21")]),
    ("He said a June rate cut was likely.", "2024-05-14", [("June", "2024-06")]),
    ("It rose in the past week and the last year.", SUNDAY, [("the past week", None), ("the last year", None)]),
    ("It struck on Saturday (2024 Friday, UTC).", "2019-07-15", [("Saturday", "2019-07-13"), ("Friday", "2019-07-12")]),
    ("The ministers met on Sunday.", None, [("Sunday", None)]),
    ("Talks have slowed in recent weeks.", SUNDAY, [("recent weeks", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reference", "expected"), RESOLVED)
def test_resolves_against_the_reference_date(
    read: Read, text: str, reference: str | None, expected: list[tuple[str, str | None]]
) -> None:
    times = find_times(read(text), reference)
    assert [(time.text, time.value) for time in times] == expected
    assert all(time.text == text[time.start : time.end] for time in times)


@pytest.mark.parametrize(
    "text",
    [
        "He waited for two years and three hours.",
        "She is 25 years old now and came later.",
        "The Sunday Times wrote about Bloody Sunday and Black Friday.",
        "The army may march on the capital.",
        "The hall seats 2000 people.",
        "The September 11 attacks changed the airport.",
    ],
)
def test_leaves_out_what_is_no_date(read: Read, text: str) -> None:
    assert find_times(read(text), SUNDAY) == ()


def test_a_text_longer_than_its_parse_loses_only_the_tense(read: Read) -> None:
    parsed = read("They met. " + "It rained. " * 2_500 + "They will meet on 3 May 2024.")
    assert len(parsed.docs[0].text) < len(parsed.paragraphs[0].text)
    assert [time.value for time in find_times(parsed, SUNDAY)] == ["2024-05-03"]


def test_last_week_said_on_a_sunday_stays_unresolved(read: Read) -> None:
    (time,) = find_times(read("The ministers met last week."), SUNDAY)
    assert time.value is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(values.WEEKDAYS))
def test_a_weekday_is_within_a_week_of_the_reference(reference: date, name: str) -> None:
    past = date.fromisoformat(values.weekday(reference, name, "", "past"))
    last = date.fromisoformat(values.weekday(reference, name, "last", "past"))
    ahead = date.fromisoformat(values.weekday(reference, name, "", "future"))
    assert 0 <= (reference - past).days < 7
    assert 1 <= (reference - last).days <= 7
    assert 0 <= (ahead - reference).days < 7
    assert {past.weekday(), last.weekday(), ahead.weekday()} == {values.WEEKDAYS.index(name)}
