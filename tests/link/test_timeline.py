from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.link.timeline import build_timeline
from briefing.model import DateRole, Quote, TimeExpression
from tests.link.hand_built import article


def expression(text: str, within: str, value: str | None, paragraph: int = 1) -> TimeExpression:
    start = within.index(text)
    return TimeExpression(text, value, paragraph, start, start + len(text))


@pytest.mark.parametrize(
    ("text", "said", "sentence"),
    [
        ("It rained. The port shut on Monday. It opened.", "Monday", "The port shut on Monday."),
        ("Gen. M. Brandt met Dr. Stein on Monday in the U.S. Senate.", "Monday", None),
        ("“We left on Monday.” Nobody asked. Why?", "Monday", "“We left on Monday.”"),
        ("The U.S. Navy left Lindow Inc. on Monday. It rained.", "Monday", "The U.S. Navy left Lindow Inc. on Monday."),
        ("On Monday", "Monday", None),
        ("It rained! On Monday it cost 3.5 million. 40 boats sank.", "Monday", "On Monday it cost 3.5 million."),
        ("Why? On Monday? Yes.", "Monday", "On Monday?"),
        ("北京下雨。周一港口关闭。后来开放。", "周一", "周一港口关闭。"),
    ],
)
def test_the_sentence_is_verbatim_and_whole(text: str, said: str, sentence: str | None) -> None:
    (event,) = build_timeline([article("a", "A", text, dates=(expression(said, text, "2024-03-04"),))])
    assert event.text == (sentence or text)
    assert (event.value, event.expression, event.article, event.paragraph) == ("2024-03-04", said, "a", 1)


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("We left on Monday. Nobody saw us.", "“We left on Monday. Nobody saw us,” Ada Brandt said."),
        ("Nobody saw us. We left on Monday.", "“Nobody saw us. We left on Monday,” Ada Brandt said."),
        ("We left on Monday.", "“We left on Monday,” Ada Brandt said."),
        ("We left on Monday. " + "Nobody saw us at all. " * 30, None),
    ],
)
def test_what_is_said_comes_with_who_says_it(quote: str, passage: str | None) -> None:
    said = quote.strip().removesuffix(".") + ","
    text = f"It rained. “{said}” Ada Brandt said. It opened."
    start = text.index(said)
    told = article("a", "A", text, dates=(expression("Monday", text, "2024-03-04"),))
    events = build_timeline([replace(told, quotes=(Quote(said, 1, start, start + len(said), "Ada Brandt"),))])
    assert [event.text for event in events] == ([passage] if passage else [])


def test_events_come_in_the_order_of_time_then_of_articles() -> None:
    text = "In March it rained. This week it snowed. On Monday it stopped. On Tuesday it thawed."
    dates = (
        expression("Tuesday", text, "2024-03-05"),
        expression("Monday", text, "2024-03-04T09:00"),
        expression("This week", text, "2024-W10"),
        expression("March", text, "2024-03"),
    )
    events = build_timeline([article("b", "B", text, dates=dates[1:2]), article("a", "A", text, dates=dates)])
    assert [(event.value, event.article) for event in events] == [
        ("2024-03", "a"),
        ("2024-03-04", "b"),
        ("2024-03-04", "a"),
        ("2024-W10", "a"),
        ("2024-03-05", "a"),
    ]


def test_a_sentence_comes_once_under_its_most_exact_date() -> None:
    text = "In March, on Monday and on Tuesday, it rained."
    said = (
        expression("March", text, "2024-03"),
        *(expression(d, text, f"2024-03-0{n}") for d, n in (("Tuesday", 5), ("Monday", 4))),
    )
    (event,) = build_timeline([article("a", "A", text, dates=said)])
    assert (event.value, event.expression) == ("2024-03-04", "Monday")


@pytest.mark.parametrize(
    ("roles", "told"), [(("saying", "event"), "Sunday"), (("saying", "mention"), "Monday"), (("mention",) * 2, None)]
)
def test_a_sentence_stands_under_the_day_of_what_it_tells(roles: tuple[DateRole, DateRole], told: str | None) -> None:
    text = "Officials said Monday that it rained on Sunday."
    values = zip(("Monday", "Sunday"), ("2024-03-04", "2024-03-03"), roles, strict=True)
    said = tuple(replace(expression(day, text, value), role=role) for day, value, role in values)
    assert [event.expression for event in build_timeline([article("a", "A", text, dates=said)])] == [told] * bool(told)


@pytest.mark.parametrize(
    ("second", "number"),
    [
        ("The port of Lindow shut early on Monday.", 1),
        ("The port of Lindow shut on Monday, they say.", 1),
        ("The bridge over the bay opened on Monday.", 2),
    ],
)
def test_what_an_article_says_twice_of_a_day_stands_once(second: str, number: int) -> None:
    first = "The port of Lindow shut on Monday."
    text = f"{first} {second}"
    place = text.rindex("Monday")
    dates = (expression("Monday", text, "2024-03-04"), TimeExpression("Monday", "2024-03-04", 1, place, place + 6))
    assert len(build_timeline([article("a", "A", text, dates=dates)])) == number


@pytest.mark.parametrize("value", [None, "2024", "2024-03-04/2024-03-06", "PAST_REF", "2024-02-30", "2024-W60", "P3D"])
def test_what_is_no_day_week_or_month_is_left_out(value: str | None) -> None:
    text = "It rained then."
    assert build_timeline([article("a", "A", text, dates=(expression("then", text, value),))]) == ()


def test_an_expression_outside_the_paragraphs_is_left_out() -> None:
    assert build_timeline([article("a", "A", "Rain.", dates=(TimeExpression("Monday", "2024-03-04", 9, 0, 6),))]) == ()
