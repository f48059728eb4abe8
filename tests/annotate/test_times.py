"""Expressions of time mean dates by the calendar and by the tense of the verb."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.parsed import Parsed
from briefing.annotate.times import find_times, values

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
    ("They discussed a new crossing starting this week.", SUNDAY, [("this week", "2024-W18")]),
    ("The minister flew to Norland this week.", THURSDAY, [("this week", "2023-W49")]),
    ("The minister will fly to Norland next week.", THURSDAY, [("next week", "2023-W50")]),
    ("The strike began earlier this month.", SUNDAY, [("earlier this month", "2024-04")]),
    ("I fled on June 27 [2022] by boat.", SUNDAY, [("June 27", "2022-06-27")]),
    ("It shut in May last year [2021].", SUNDAY, [("May last year", "2021-05")]),
    ("He wrote to us last year [in 2020].", SUNDAY, [("last year", "2020"), ("2020", "2020")]),
    ("They met last Friday [2022].", SUNDAY, [("last Friday", None)]),
    ("It burnt on February 29 [2023].", SUNDAY, [("February 29", None)]),
    ("The court ruled today, May 1, for Orla Ven.", "2024-05-03", [("today", "2024-05-01"), ("May 1", "2024-05-01")]),
    (
        "The mayor spoke today (Monday, 5 June).",
        "2023-06-06",
        [("today", "2023-06-05"), ("Monday, 5 June", "2023-06-05")],
    ),
    ("They met today, May 1 being a holiday.", SUNDAY, [("today", "2024-04-28"), ("May 1", None)]),
    ("It is quiet here today, May 1, 1990 forgotten.", "2024-05-03", [("today", None), ("May 1, 1990", "1990-05-01")]),
    ("Works at the quay should be finished by the end of June.", "2020-01-15", [("June", "2020-06")]),
    ("The baths were closed until the end of June.", "2020-04-15", [("June", None)]),
    ("Torvane now sees 2013 revenue of 12 billion crowns.", "2013-01-21", [("2013", "2013")]),
    ("Sales of ploughs fell 6.5% in the first half.", "1996-11-04", [("the first half", "1996-01/1996-06")]),
    ("Sales of ploughs fell 6.5% in the first half.", "1996-05-04", []),
    ("Sales will grow in the second half, it said.", "2012-03-02", [("the second half", "2012-07/2012-12")]),
    ("Revenue of the team rose in the first half.", "2012-09-02", []),
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
    ("The harbour froze two or three years ago.", SUNDAY, [("three years ago", None)]),
    ("The harbour froze five to six weeks ago.", SUNDAY, [("six weeks ago", None)]),
    ("It reopens on 3 May 2024, not a day later.", None, [("3 May 2024", "2024-05-03")]),
    ("As of Sunday, all four are in stable condition.", "2019-07-23", [("Sunday", "2019-07-21")]),
    ("He said a June rate cut was likely.", "2024-05-14", [("June", "2024-06")]),
    ("It rose in the past week and the last year.", SUNDAY, [("the past week", None), ("the last year", None)]),
    ("It struck on Saturday (2024 Friday, UTC).", "2019-07-15", [("Saturday", "2019-07-13"), ("Friday", "2019-07-12")]),
    ("The ministers met on Sunday.", None, [("Sunday", None)]),
    ("Talks have slowed in recent weeks.", SUNDAY, [("recent weeks", None)]),
    ("The mine opened on March 20 last year.", SUNDAY, [("March 20 last year", "2023-03-20")]),
    ("The mine will reopen in January next year.", SUNDAY, [("January next year", "2025-01")]),
    ("Shares fell at 9:30 a.m. on Friday.", SUNDAY, [("9:30 a.m. on Friday", "2024-04-26")]),
    ("The court sat today at 10:30 BST.", SUNDAY, [("today at 10:30 BST", "2024-04-28")]),
    ("It left on Friday in Port Ray at 18:00 UTC.", SUNDAY, [("Friday", "2024-04-26"), ("18:00 UTC", "2024-04-26")]),
    ("As of 14:48 UTC the index was up.", SUNDAY, [("14:48 UTC", SUNDAY)]),
    ("The gates closed at 22:30.", SUNDAY, [("22:30", None)]),
    ("Islanders today are poor; they eat fish.", SUNDAY, [("today", None)]),
    ("The minister resigned today.", SUNDAY, [("today", SUNDAY)]),
    ("A tweet, according to the paper on Friday, says so.", SUNDAY, [("Friday", "2024-04-26")]),
    ("The council voted to close it on Friday.", SUNDAY, [("Friday", None)]),
    ("Crowds gathered to protest on Friday.", SUNDAY, [("Friday", "2024-04-26")]),
    ("The curfew was expected to end on April 15.", "2024-05-01", [("April 15", "2024-04-15")]),
    ("Markets stayed closed until Friday.", SUNDAY, [("Friday", None)]),
    ("The house was suspended until May 14.", SUNDAY, [("May 14", "2024-05-14")]),
    ("The first stop, on May 4, was dropped.", SUNDAY, [("May 4", None)]),
    ("The delegations met last Saturday.", SUNDAY, [("last Saturday", None)]),
    ("They met on Monday of last week.", THURSDAY, [("Monday of last week", "2023-11-27")]),
    ("He ran from April 28 to May 3, 2019.", SUNDAY, [("April 28", "2019-04-28"), ("May 3, 2019", "2019-05-03")]),
    ("It rained in March and April 2018.", SUNDAY, [("March", "2018-03"), ("April 2018", "2018-04")]),
    ("Sales in 2008 fell from the previous year.", SUNDAY, [("2008", "2008"), ("the previous year", "2007")]),
    ("He fled on 3 May 2024. The next day he came back.", None,
     [("3 May 2024", "2024-05-03"), ("The next day", "2024-05-04")]),
    ("Our third-quarter profit rose.", "2009-11-03", [("third-quarter", "2009-07/2009-09")]),
    ("Sales beat those of the same period last year.", SUNDAY, [("last year", None)]),
    ("Profit rose in the first quarter of 2010 from a loss a year earlier.", None,
     [("the first quarter of 2010", "2010-01/2010-03"), ("a year earlier", "2009-01/2009-03")]),
    ("Plants will close over the next year.", SUNDAY, [("the next year", None)]),
    ("Cars of the '70s and music of the sixties.", None, [("the '70s", "1970/1979"), ("the sixties", "1960/1969")]),
    ("The order of 04/28/2024 replaced one of 4/5/2024.", None, [("04/28/2024", "2024-04-28"), ("4/5/2024", None)]),
    ("A former 2012 presidential candidate spoke.", None, [("2012", "2012")]),
    ("Yields may fall over 2000 - 2050.", None, [("2000 - 2050", "2000/2050")]),
    ("She won medals in 2002, 2006 and 2010.", None, [("2002", "2002"), ("2006", "2006"), ("2010", "2010")]),
    ("The storm hit in the summer of 2012.", None, [("the summer of 2012", "2012-SU")]),
    ("The shop opened in the second half of last year.", SUNDAY, [("the second half of last year", "2023-07/2023-12")]),
    ("The meeting is to be held on Friday.", SUNDAY, [("Friday", "2024-05-03")]),
    ("The meeting was to be held on Friday.", SUNDAY, [("Friday", None)]),
    ("The races planned for Friday were held.", SUNDAY, [("Friday", None)]),
    ("Its shares fell, forcing the bank to close on Friday.", SUNDAY, [("Friday", "2024-04-26")]),
    ("The port is to stay closed until Friday.", SUNDAY, [("Friday", "2024-05-03")]),
    ("The port stayed closed until June.", SUNDAY, [("June", None)]),
    ("The mayor would be a liberal today.", SUNDAY, [("today", None)]),
    ("These rules do not help the towns today.", SUNDAY, [("today", None)]),
    ("The law allows Sunday trading.", SUNDAY, []),
    ("The mayor sang on the last night.", SUNDAY, []),
    ("Sales are predicted to have dipped in March.", SUNDAY, [("March", "2024-03")]),
    ("The tanks rolled in on November 15, 2017. He resigned on November 21.", SUNDAY,
     [("November 15, 2017", "2017-11-15"), ("November 21", "2017-11-21")]),
    ("The ship sailed from July 13 to 17 of last year.", SUNDAY,
     [("July 13 to 17 of last year", "2023-07-13/2023-07-17")]),
    ("Last year on March 8 she won.", SUNDAY, [("Last year", "2023"), ("March 8", "2023-03-08")]),
    ("She won in 2:05:45.", SUNDAY, []),
    ("It fell at 2:49 a.m. local time (7:49 a.m. UTC) on Friday.", SUNDAY,
     [("2:49 a.m. local time (7:49 a.m. UTC) on Friday", "2024-04-26")]),
    ("The index was down at 16:08 UTC, but up from earlier today.", SUNDAY,
     [("16:08 UTC", SUNDAY), ("today", SUNDAY)]),
    ("It met on May 3, 2024. The curfew runs from 10 p.m. to 4 a.m. daily.", None,
     [("May 3, 2024", "2024-05-03"), ("10 p.m.", None), ("4 a.m.", None)]),
    ("We read of it back in February.", "2023-10-18", [("February", "2023-02")]),
    ("The ferry sank less than two weeks ago.", SUNDAY, [("two weeks ago", None)]),
    ("Profit rose in the first quarter of the financial year.", SUNDAY, [("the first quarter", None)]),
    ("The captain, who swam ashore on Sunday, has gone.", "2013-04-22", [("Sunday", None)]),
    ("Lind has 212 rooms and, on bank holiday Monday, had 17 guests.", "2020-09-02",
     [("Monday", "2020-08-31")]),
    ("The vote, which he has promised to hold by May, will be free. He was seized on Oct. 19.", "1990-12-05",
     [("May", "1991-05"), ("Oct. 19", "1990-10-19")]),
    ("The council has agreed to meet on Friday.", SUNDAY, [("Friday", "2024-05-03")]),
    ("It pays him twice to work a Sunday he asked for.", SUNDAY, [("Sunday", None)]),
    ("The usual Saturday crowd stayed away.", SUNDAY, [("Saturday", None)]),
    ("Oil for September rose four cents.", "1990-08-22", [("September", "1990-09")]),
    ("Sales for July rose four percent.", "1990-08-22", [("July", "1990-07")]),
    ("It is offering a premium to the rival's close on Tuesday.", "1996-08-14", [("Tuesday", "1996-08-13")]),
    ("It is offering more than its closing price on Tuesday.", "1996-08-14", [("Tuesday", "1996-08-13")]),
    ("It has a plan until next May, but lost less than in the same period of 1995.", "1996-08-14",
     [("next May", "1997-05"), ("the same period of 1995", None)]),
    ("Cars of the 70s and 80s are back.", None, [("the 70s", "1970/1979"), ("80s", "1980/1989")]),
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
        "Temperatures rose to the 70s.",
        "The reply came a day after the vote.",
    ],
)
def test_leaves_out_what_is_no_date(read: Read, text: str) -> None:
    assert find_times(read(text), SUNDAY) == ()


def test_a_text_longer_than_its_parse_loses_only_the_tense(read: Read) -> None:
    parsed = read("They met. " + "It rained. " * 2_500 + "They will meet on 3 May 2024.")
    assert len(parsed.docs[0].text) < len(parsed.paragraphs[0].text)
    assert [time.value for time in find_times(parsed, SUNDAY)] == ["2024-05-03"]


def test_a_time_of_day_is_of_no_day_where_the_text_has_told_two(read: Read) -> None:
    parsed = read("He died yesterday.\nHis last vote was on April 2. At 2:45 a.m., his office said, he died at home.")
    assert [time.value for time in find_times(parsed, SUNDAY)] == ["2024-04-27", "2024-04-02", None]


@pytest.mark.parametrize(("when", "value"), [("last year", None), ("on Friday", "2024-03")])
def test_a_talk_of_another_year_counts_from_no_day(read: Read, when: str, value: str | None) -> None:
    talk = "Where do you live?\nI came here last month.\nAlone?\nYes.\nAnd now?\nI stay.\nWhy?\nI like it."
    parsed = read(f"The interview with the painter took place {when}.\n{talk}")
    assert find_times(parsed, SUNDAY)[-1].value == value


def test_last_week_said_on_a_sunday_stays_unresolved(read: Read) -> None:
    (time,) = find_times(read("The ministers met last week."), SUNDAY)
    assert time.value is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)), st.sampled_from(values.WEEKDAYS))
def test_a_weekday_is_within_a_week_of_the_reference(reference: date, name: str) -> None:
    past = date.fromisoformat(values.weekday(reference, name, "", "past") or "")
    ahead = date.fromisoformat(values.weekday(reference, name, "", "future") or "")
    last = date.fromisoformat(values.weekday(reference, name, "last", "past") or (reference - timedelta(1)).isoformat())
    assert 0 <= (reference - past).days < 7
    assert 1 <= (reference - last).days <= 7
    assert 0 <= (ahead - reference).days < 7
    assert {past.weekday(), last.weekday(), ahead.weekday()} == {values.WEEKDAYS.index(name)}
