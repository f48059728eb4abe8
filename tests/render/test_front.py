"""What stands on the front page, and in which order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from briefing.model import Article, Briefing, Event, FrontPage
from briefing.render.front import front_page
from briefing.render.links import map_briefing
from briefing.render.selection import STORIES, front_articles, front_figures, front_quotes, front_sections
from briefing.render.strip import timeline_strip
from tests.render import fixtures


def of(articles: tuple[Article, ...], front: FrontPage = FrontPage()) -> Briefing:  # noqa: B008
    briefing = fixtures.briefing()
    ids = [article.id for article in articles]
    return replace(
        briefing,
        settings=replace(briefing.settings, front_page=front),
        articles=articles,
        slugs={key: key for key in ids},
        rights=dict.fromkeys(ids, "full"),
        topics=tuple(replace(topic, articles=tuple(ids[-2:])) for topic in briefing.topics),
        entities=(),
        redirects={},
        duplicates={},
        related={},
        timeline=(),
    )


def numbered(count: int) -> tuple[Article, ...]:
    return tuple(replace(fixtures.ferry(), id=f"a{n:03}") for n in range(count))


def order(briefing: Briefing) -> list[str]:
    return [article.id for article in front_articles(map_briefing(briefing))]


def test_the_named_lead_comes_first_then_what_is_pinned_then_the_rest_in_order() -> None:
    first, second, third, fourth = numbered(4)
    pinned = replace(third, edited=replace(third.edited, pin=True))
    briefing = of((first, second, pinned, fourth), FrontPage(lead="a003"))
    assert order(briefing) == ["a003", "a002", "a000", "a001"]


def test_a_pin_ends_with_its_day() -> None:
    first, second = numbered(2)
    until = replace(second, edited=replace(second.edited, pin=True, pin_until="2024-05-01"))
    assert order(of((first, until))) == ["a001", "a000"]
    assert order(replace(of((first, until)), today="2024-05-02")) == ["a000", "a001"]


def test_the_sections_of_the_editor_come_first_and_no_article_stands_twice() -> None:
    briefing = of(numbered(40), FrontPage(sections=("Bridges and ferries", "No such topic")))
    atlas = map_briefing(briefing)
    sections = front_sections(atlas, front_articles(atlas))
    assert sections[0].topic is not None
    assert [article.id for article in sections[0].articles] == ["a038", "a039"]
    shown = [article.id for section in sections for article in section.articles]
    assert len(shown) == len(set(shown)) == STORIES - 1
    assert "a000" not in shown


def test_figures_are_those_that_say_what_they_count_one_of_each_article_first() -> None:
    bridge, ferry = fixtures.bridge(), fixtures.ferry()
    bare = replace(bridge.figures[0], counts=None, value=9e12)
    chosen = front_figures([replace(bridge, figures=(bare, *bridge.figures)), ferry, replace(ferry, id="again")])
    assert [(article.id, figure.counts) for article, figure in chosen] == [
        ("bridge", "cost of the work"),
        ("ferry", "pupils"),
        ("bridge", "vehicles a day"),
    ]


def test_quotes_are_of_named_people_and_of_a_length_that_can_be_read() -> None:
    bridge, ferry = fixtures.bridge(), fixtures.ferry()
    short = replace(ferry.quotes[0], text="the coffee")
    unnamed = replace(ferry.quotes[0], speaker="a passenger")
    briefing = fixtures.briefing()
    ferry = replace(ferry, quotes=(short, unnamed, *ferry.quotes))
    atlas = map_briefing(replace(briefing, articles=(bridge, ferry, *briefing.articles[2:])))
    assert [quote.speaker for _, quote in front_quotes(atlas, [bridge, ferry])] == ["Ada Okoye", "Jonas Lind"]


def test_a_summary_that_only_repeats_the_headline_is_not_shown() -> None:
    ferry = fixtures.ferry()
    made = replace(ferry.title, value=f"{fixtures.FERRY[0][:40]}…")
    _, page = front_page(map_briefing(of((replace(ferry, title=made),))))
    assert 'class="sum"' not in page


def test_the_strip_needs_two_dates_and_its_labels_do_not_overlap() -> None:
    briefing = of(numbered(1))
    events = tuple(Event(f"2023-11-{day:02}", "It rained.", "then", "a000", 1) for day in range(1, 29))
    assert timeline_strip(map_briefing(replace(briefing, timeline=events[:1]))) is None
    assert timeline_strip(map_briefing(replace(briefing, timeline=(Event("1901-01-01", "x", "x", "a000", 1),)))) is None
    strip = timeline_strip(map_briefing(replace(briefing, timeline=events)))
    assert strip is not None and len(strip.dots) == 28
    places = [label.x for label in strip.texts if not label.is_soft]
    assert all(later - earlier >= 150 for earlier, later in pairwise(places))
