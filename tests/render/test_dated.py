"""Pictures of dates say that an article appeared on a day only where that day is known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.render.dated import ahead_text, timeline_strip, told_over_time
from briefing.render.links import map_briefing
from briefing.render.timeline import events_by_day
from tests.render import fixtures


def test_the_day_from_which_sunday_counts_is_no_day_of_publication() -> None:
    briefing = fixtures.briefing()
    event = briefing.timeline[0]
    days = [f"2024-05-{day:02}" for day in range(1, 29)]
    told = replace(briefing, timeline=tuple(replace(event, value=day) for day in days))
    day = fixtures.stated("2024-05-07")
    dated, counted = ({"date": day, "reference_date": day}, {"date": None, "reference_date": day})
    for fields, shown in ((dated, True), (counted, False)):
        articles = tuple(replace(article, **fields) for article in told.articles)
        assert (told_over_time(map_briefing(replace(told, articles=articles))) is not None) == shown


def test_the_strip_explains_its_strokes_only_where_it_has_some() -> None:
    briefing = fixtures.briefing()
    event = briefing.timeline[0]
    told = replace(briefing, timeline=tuple(replace(event, value=f"2024-04-{day:02}") for day in (26, 27, 28)))
    for date, has_strokes in ((fixtures.stated("2024-04-28"), True), (None, False)):
        articles = tuple(replace(article, date=date, updated=None) for article in told.articles)
        strip = timeline_strip(map_briefing(replace(told, articles=articles)))
        assert strip is not None
        assert ("Strokes:" in strip.caption) == ("Strokes:" in strip.drawings) == has_strokes


def test_the_strip_names_days_before_months_and_lists_what_sums_up_an_article() -> None:
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    event = replace(briefing.timeline[0], article="bridge", value="2024-04-27", text="It rained.")
    lead = replace(event, text=bridge.summary[0].text)
    weeks = [replace(event, value="2024-W17", text=f"It rained {n} times.") for n in range(5)]
    old = replace(event, value="2023-06")
    strip = timeline_strip(map_briefing(replace(briefing, timeline=(old, *weeks, event, lead))))
    assert strip is not None
    first, last = strip.events  # the week would stand where the day is
    assert (first.html_time, last.html_time) == ("2023-06", "2024-04-27")
    assert bridge.summary[0].text.startswith(last.words.rstrip("…"))


@pytest.mark.parametrize(("day", "apart"), [("2024-04-26", "2 days after"), ("2019-04-28", None)])
def test_how_far_a_report_is_from_its_event_is_said_up_to_a_year(day: str, apart: str | None) -> None:
    briefing = fixtures.briefing()
    event = replace(briefing.timeline[0], value=day, article="bridge")
    articles = tuple(replace(article, date=fixtures.stated("2024-04-28")) for article in briefing.articles)
    (row,) = events_by_day(map_briefing(replace(briefing, articles=articles, timeline=(event,))))
    assert row.cells[2].beside == (apart or "")


@pytest.mark.parametrize(
    ("value", "said"),
    [("2024-04-29", "expected"), ("2024-05", "expected"), ("2024-04-28", ""), ("2024-04", ""), ("2024-W17", "")],
)
def test_what_a_report_of_an_earlier_day_tells_is_expected(value: str, said: str) -> None:
    briefing = fixtures.briefing()
    event = replace(briefing.timeline[0], value=value, article="bridge")
    articles = tuple(replace(article, date=fixtures.stated("2024-04-28")) for article in briefing.articles)
    assert ahead_text(map_briefing(replace(briefing, articles=articles)), event) == said
