"""What stands on the front page, and in which order."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from briefing.model import (
    Article,
    Briefing,
    Entity,
    Event,
    Figure,
    FrontPage,
    Mention,
    Name,
    Paragraph,
    Sentence,
    Story,
)
from briefing.render.cards import briefs, card
from briefing.render.dated import timeline_strip
from briefing.render.front import figure_piece, front_page, quote_view
from briefing.render.links import map_briefing
from briefing.render.selection import (
    STORIES,
    Section,
    beside_and_below,
    front_articles,
    front_figures,
    front_quotes,
    front_sections,
    front_topics,
)
from tests.render import fixtures

NO_FRONT_PAGE = FrontPage()


def of(articles: tuple[Article, ...], front: FrontPage = NO_FRONT_PAGE) -> Briefing:
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


def test_a_card_names_those_of_the_headline_then_of_the_lead_then_the_most_frequent() -> None:
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    often = Name("Far Harbour", "place", tuple(Mention(5, 10 * n, 10 * n + 3, "Far") for n in range(9)))
    rarely = Name("Nearby", "place", (Mention(6, 0, 6, "Nearby"),))
    lead = Name("Ann Lead", "person", (Mention(2, 0, 4, "Lead"),))
    source = Name("Bay Courier", "organisation", (Mention(1, 0, 3, "Bay Courier"),))
    headline = Name("Joan Marsh", "person", (Mention(6, 40, 45, "Marsh"),))
    inside = Name("Idge", "place", (Mention(6, 50, 54, "idge"),))  # of the bridge
    names = (often, rarely, lead, source, headline, inside)
    article = replace(bridge, names=names)
    assert "Marsh Bridge" in article.title.value
    known = tuple(Entity(f"{n.kind}/{n.name}", n.name, n.name, n.kind, (), (), ("bridge",), page=True) for n in names)
    atlas = map_briefing(replace(briefing, articles=(article, *briefing.articles[1:]), entities=known))
    chips = [link.text for link in card(atlas, article).chips]
    assert chips == ["Joan Marsh", "Ann Lead", "Far Harbour"]  # the others are mentioned in passing
    many = numbered(12)
    everywhere = replace(known[4], articles=("bridge", *(one.id for one in many[:5])))
    briefing = of((article, *many))
    atlas = map_briefing(replace(briefing, entities=(*known[:4], everywhere)))
    assert [link.text for link in card(atlas, article).chips] == ["Ann Lead", "Far Harbour", "Joan Marsh"]


def event(*ids: str) -> Story:
    return Story("storm", "storm", "The storm", ids, "inferred")


def test_of_the_newest_week_what_most_sources_report_comes_first() -> None:
    one, other, third = (fixtures.stated(name) for name in ("Bay Courier", "Wire", "Post"))
    days = ("2024-05-07", "2024-05-06", "2024-05-05", "2024-05-04", "2024-04-20", "2024-04-19")
    dated = [replace(a, date=fixtures.stated(day)) for a, day in zip(numbered(6), days, strict=True)]
    first, *rest = (replace(article, source=one) for article in dated)
    articles = (first, rest[0], rest[1], replace(rest[2], source=other), rest[3], replace(rest[4], source=third))
    briefing = replace(of(articles), stories=(event("a002", "a003"), replace(event("a004", "a005"), id="old")))
    assert order(briefing) == ["a002", "a000", "a001", "a004"]  # one an event; what is older keeps its place
    assert order(replace(briefing, stories=(), duplicates={"a003": "a002"})) == ["a002", "a000", "a001", "a004", "a005"]
    pinned = replace(articles[3], edited=replace(articles[3].edited, pin=True))
    chosen = replace(briefing, articles=(*articles[:3], pinned, *articles[4:]))
    assert order(chosen)[:2] == ["a003", "a000"]
    both = replace(briefing, settings=replace(briefing.settings, front_page=FrontPage(order=("a001", "a003", "a002"))))
    assert order(both)[:3] == ["a001", "a003", "a002"]  # the editor may want two reports of one event


def test_a_story_says_who_else_reports_it_and_leads_to_the_others() -> None:
    sources = ("Courier", "Wire", "Post", "Times", "Echo", "Star")
    articles = tuple(replace(a, source=fixtures.stated(s)) for a, s in zip(numbered(6), sources, strict=True))
    _, page = front_page(map_briefing(replace(of(articles), stories=(event(*(a.id for a in articles)),))))
    assert 'Also reported by Wire, Post, Times and 2 others&nbsp;· <a href="stories/storm.html">6 articles on' in page


def test_below_a_headline_stand_two_sentences_where_both_are_short() -> None:
    ferry = fixtures.ferry()
    long = Sentence("The ferry " + "and the bay " * 30 + "rest.", 2)
    for more, shown in ((Sentence("It was late.", 2), "It rained. It was late."), (long, "It rained.")):
        _, page = front_page(map_briefing(of((replace(ferry, summary=(Sentence("It rained.", 1), more)),))))
        assert f'<p class="sum">{shown}</p>' in page


@pytest.mark.parametrize("length", [3, 90])
def test_what_only_announces_the_next_sentence_stands_with_it(length: int) -> None:
    said, then = "The Harbour Master, Edda Quill, said:", " ".join(["We closed the quay."] * length)
    article = replace(fixtures.ferry(), summary=(Sentence(said, 1), Sentence(then, 2)))
    assert card(map_briefing(fixtures.briefing()), article).summary == f"{said} {then}"
    assert briefs([article]) == {article.id: f"{said} {then}"}


def test_a_sentence_that_many_articles_begin_with_stands_once() -> None:
    every, own = Sentence("Read more on our page.", 1), Sentence("It rained.", 2)
    first, second = (replace(article, summary=(every, own)) for article in numbered(2))
    _, page = front_page(map_briefing(of((first, second))))
    assert page.count("Read more on our page.") == 1
    only = replace(second, summary=(every,))
    _, page = front_page(map_briefing(of((first, only))))
    assert page.count('class="sum"') == 1


def test_a_wider_topic_with_the_same_articles_gives_way_to_the_narrower() -> None:
    briefing = fixtures.briefing()
    assert [topic.slug for topic in front_topics(map_briefing(briefing))] == ["bridges", "the-bay"]


def test_no_topic_stands_beside_one_that_it_belongs_to() -> None:
    briefing = fixtures.briefing()
    wide, narrow = briefing.topics[0], briefing.topics[1]
    wide = replace(wide, parent=None, articles=("bridge", "ferry", "copy"))
    narrow = replace(narrow, parent=wide.id, articles=("bridge",))
    chosen = front_topics(map_briefing(replace(briefing, topics=(narrow, wide))))
    assert [topic.id for topic in chosen] == [wide.id]


def test_the_sections_of_the_editor_come_first_and_no_article_stands_twice() -> None:
    briefing = of(numbered(40), FrontPage(sections=("bridges AND ferries", "No such topic")))
    atlas = map_briefing(briefing)
    sections = front_sections(atlas, front_articles(atlas))
    assert sections[0].topic is not None
    assert [article.id for article in sections[0].articles] == ["a038", "a039"]
    shown = [article.id for section in sections for article in section.articles]
    assert len(shown) == len(set(shown)) == STORIES - 1
    assert "a000" not in shown
    _, page = front_page(atlas)
    under = page.partition('href="articles/a038.html')[0].rpartition('<h2 class="rubric">')[2]
    assert "Bridges and ferries" in under and 'class="kicker"' not in under
    assert page.count('<h2 class="rubric">Other stories</h2>') == page.count('<h2 class="rubric">More</h2>') == 1


def test_figures_are_those_that_say_what_they_count_one_of_each_article_first() -> None:
    bridge, ferry = fixtures.bridge(), fixtures.ferry()
    bare = replace(bridge.figures[0], counts=None, value=9e12)
    articles = [replace(bridge, figures=(bare, *bridge.figures)), ferry, replace(ferry, id="again")]
    chosen = front_figures(articles, "en")
    assert [(article.id, figure.counts) for article, figure in chosen] == [
        ("bridge", "cost of the work"),
        ("ferry", "pupils"),
        ("bridge", "vehicles a day"),
    ]


def test_the_figure_that_the_headline_says_comes_first_then_that_of_the_summary() -> None:
    bridge = fixtures.bridge()
    cost = bridge.figures[0]
    later = replace(cost, text="£4m", value=4e6, counts="repairs", paragraph=cost.paragraph + 9)
    untold = replace(bridge, figures=(cost, later), summary=(), title=fixtures.stated("Bridge to get repairs"))
    assert [figure for _, figure in front_figures([untold], "en")] == [cost, later]
    titled = replace(untold, title=fixtures.stated("Bridge to get £4m of repairs"))
    assert [figure for _, figure in front_figures([titled], "en")] == [later, cost]
    summed_up = replace(untold, summary=(Sentence("It gets £4m.", 1),))
    assert [figure for _, figure in front_figures([summed_up], "en")] == [later, cost]


def test_an_amount_of_nothing_that_is_said_stands_there_if_the_headline_has_it_and_one_too_long_nowhere() -> None:
    bridge = fixtures.bridge()
    amount = replace(bridge.figures[1], counts=None, value=9e12)
    wide = replace(bridge.figures[0], text="between $ 12 million and $ 20 million", unit="USD", value=9e12)
    article = replace(bridge, figures=(wide, amount, bridge.figures[0]), title=fixtures.stated("Bridge to get repairs"))
    assert [figure for _, figure in front_figures([article], "en")] == [bridge.figures[0]]
    titled = replace(article, title=fixtures.stated("£9 trillion for the bridge"))
    assert [figure for _, figure in front_figures([titled], "en")] == [amount, bridge.figures[0]]


def test_a_figure_stands_with_the_words_of_its_text() -> None:
    _, page = front_page(map_briefing(fixtures.briefing()))
    assert "<b>~100</b>" in page
    assert "Mayor Ada Okoye had asked the Harbour Trust to keep one boat for <b>about 100 pupils</b>." in page


def test_a_whole_sentence_is_quoted_rather_than_a_fragment_before_it() -> None:
    bridge = fixtures.bridge()
    fragment = replace(bridge.quotes[0], text="nobody would drive around the bay for two years")
    atlas = map_briefing(fixtures.briefing())
    chosen = front_quotes(atlas, [replace(bridge, quotes=(fragment, *bridge.quotes))])
    assert [quote for _, quote in chosen] == [bridge.quotes[0]]


def test_the_quote_is_one_that_speaks_of_the_story() -> None:
    bridge = fixtures.bridge()
    greeting = replace(bridge.quotes[0], text="I am good, thanks, and really busy.", paragraph=3)
    question = replace(greeting, text="How are you and the bridge in Tiverton?")
    about = replace(greeting, text="The bridge belongs to everybody in Tiverton.")
    atlas = map_briefing(fixtures.briefing())
    chosen = front_quotes(atlas, [replace(bridge, quotes=(greeting, question, about))])
    assert [quote for _, quote in chosen] == [about]
    later = replace(fixtures.ferry(), title=bridge.title, quotes=(about,))
    assert [quote for _, quote in front_quotes(atlas, [replace(bridge, quotes=(greeting,)), later])] == [
        about,
        greeting,
    ]


def test_of_quotes_that_say_as_much_that_of_somebody_with_an_office_is_chosen() -> None:
    bridge = fixtures.bridge()
    passer_by = replace(bridge.names[0], name="Jonas Lind", roles=())
    first = replace(bridge.quotes[0], text="I am good, thanks, and really busy.", speaker="Jonas Lind", paragraph=3)
    mayor = replace(first, speaker="Ada Okoye", text="It was a very long day for us.")
    atlas = map_briefing(fixtures.briefing())
    chosen = front_quotes(atlas, [replace(bridge, names=(*bridge.names, passer_by), quotes=(first, mayor))])
    assert [quote for _, quote in chosen] == [mayor]


def test_parts_of_sentences_are_quoted_only_where_whole_ones_do_not_suffice() -> None:
    bridge, ferry = fixtures.bridge(), fixtures.ferry()
    part = replace(bridge, quotes=(replace(bridge.quotes[0], text="nobody would drive around the bay for two years"),))
    chosen = front_quotes(map_briefing(fixtures.briefing()), [part, ferry])
    assert [article.id for article, _ in chosen] == ["ferry", "bridge"]


def test_a_figure_whose_words_leave_out_what_it_counts_has_more_of_its_sentence() -> None:
    text = (
        "On Thursday, the officials reported to everybody who wanted to hear it that the cases in the outbreak, which"
        " began two months ago, rose in the end to 58."
    )
    start = text.index("58")
    figure = Figure("58", 58.0, None, "cases", None, 1, start, start + 2)
    article = replace(fixtures.ferry(), paragraphs=(Paragraph(1, 1, text),), figures=(figure,))
    before = figure_piece(article, figure).before
    assert "cases" in before
    assert figure_piece(article, replace(figure, counts=None)).before == "…rose in the end to "


def test_the_column_of_figures_has_four_stories_beside_it_and_the_rest_below() -> None:
    topic = fixtures.briefing().topics[0]
    many, few = numbered(12), numbered(6)
    beside, below = beside_and_below([Section(None, many)])
    assert [len(section.articles) for section in (*beside, *below)] == [4, 8]
    beside, below = beside_and_below([Section(None, few)])
    assert [len(section.articles) for section in beside] == [6] and below == []
    beside, below = beside_and_below([Section(topic, few), Section(topic, few), Section(None, few)])
    assert (len(beside), len(below)) == (1, 2)
    assert beside_and_below([]) == ([], [])


def test_quotes_are_of_named_people_and_of_a_length_that_can_be_read() -> None:
    bridge, ferry = fixtures.bridge(), fixtures.ferry()
    short = replace(ferry.quotes[0], text="the coffee")
    unnamed = replace(ferry.quotes[0], speaker="a passenger")
    briefing = fixtures.briefing()
    ferry = replace(ferry, quotes=(short, unnamed, *ferry.quotes))
    atlas = map_briefing(replace(briefing, articles=(bridge, ferry, *briefing.articles[2:])))
    assert [quote.speaker for _, quote in front_quotes(atlas, [bridge, ferry])] == ["Ada Okoye", "Jonas Lind"]
    louder = replace(bridge, quotes=tuple(replace(quote, text=quote.text.upper()) for quote in bridge.quotes))
    assert len(front_quotes(atlas, [bridge, louder])) == 1  # reports of one event quote the same words


def test_beside_a_quote_stands_the_role_that_its_own_article_gives() -> None:
    briefing, ferry = fixtures.briefing(), fixtures.ferry()
    later = tuple(replace(entity, roles=("former captain", "captain")) for entity in briefing.entities)
    atlas = map_briefing(replace(briefing, entities=later))
    assert quote_view(atlas, ferry, ferry.quotes[0]).role == "captain"
    without = replace(ferry, names=tuple(replace(name, roles=()) for name in ferry.names))
    assert quote_view(atlas, without, ferry.quotes[0]).role == ""


def test_a_summary_that_only_repeats_the_headline_is_not_shown() -> None:
    ferry = fixtures.ferry()
    made = replace(ferry.title, value=fixtures.FERRY[0].replace(" on 7 December", ""))
    _, page = front_page(map_briefing(of((replace(ferry, title=made),))))
    assert 'class="sum"' not in page


def test_the_sentence_that_says_more_than_the_headline_made_of_it_is_shown() -> None:
    ferry = fixtures.ferry()
    made = replace(ferry.title, value="The ferry across Tiverton bay will stop on 7 December")
    _, page = front_page(map_briefing(of((replace(ferry, title=made),))))
    assert f'<p class="sum">{fixtures.FERRY[0]}</p>' in page


def test_the_sentence_of_which_the_headline_is_made_gives_way_to_the_next() -> None:
    ferry = fixtures.ferry()
    told = Sentence(f"TIVERTON (Reuters) - {fixtures.FERRY[0]}", 1)
    made = replace(ferry.title, value=fixtures.FERRY[0].rstrip("."))
    article = replace(ferry, title=made, summary=(told, Sentence(fixtures.FERRY[2], 3)))
    _, page = front_page(map_briefing(of((article,))))
    assert f'<p class="sum">{fixtures.FERRY[2]}</p>' in page


def test_the_strip_needs_two_dates_and_its_labels_do_not_overlap() -> None:
    briefing = of(numbered(1))
    events = tuple(Event(f"2023-11-{day:02}", "It rained.", "then", "a000", 1) for day in range(1, 29))
    assert timeline_strip(map_briefing(replace(briefing, timeline=events[:1]))) is None
    assert timeline_strip(map_briefing(replace(briefing, timeline=(Event("1901-01-01", "x", "x", "a000", 1),)))) is None
    strip = timeline_strip(map_briefing(replace(briefing, timeline=events)))
    assert strip is not None
    wide, _middle, narrow = re.findall(r"<svg.*?</svg>", strip.drawings)
    assert wide.count("<circle") == narrow.count("<circle") == 28
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)"', wide)]
    assert len(places) > 3 and len(re.findall("<text", narrow)) < len(places)
    assert all(later - earlier >= 100 for earlier, later in pairwise(places))


def test_the_strip_speaks_of_strokes_only_where_it_has_some() -> None:
    (article,) = numbered(1)
    events = tuple(Event(f"2023-11-{day:02}", "It rained.", "then", article.id, 1) for day in (1, 2))
    told = replace(of((article,)), timeline=events)
    appeared = replace(article, date=fixtures.stated("2023-11-03"))
    counted_from = replace(article, date=None, reference_date=fixtures.stated("2023-11-03"))
    strips = [timeline_strip(map_briefing(replace(told, articles=(one,)))) for one in (appeared, counted_from)]
    for strip, has_strokes in zip(strips, (True, False), strict=True):
        assert strip is not None
        assert ('class="strong"' in strip.drawings) == ("Strokes" in strip.caption) == has_strokes
        assert ("Strokes" in strip.drawings) == has_strokes  # as it is described to who cannot see it


def test_the_dates_that_the_strip_names_are_listed_with_how_their_sentences_begin() -> None:
    briefing = of(numbered(1))
    begins = "The ferry across Tiverton bay will stop when the ice comes, the Harbour Trust said in a statement"
    long = f"{begins} on its page that nobody read."
    events = [("2023-06-01", long), ("2023-11-14", long), ("2023-11-30", "It rained."), ("2024-01", "A")]
    timeline = tuple(Event(day, text, "then", "a000", 1) for day, text in events)
    strip = timeline_strip(map_briefing(replace(briefing, timeline=timeline)))
    assert strip is not None
    assert strip.events[0].words == f"{begins}…"
    assert all(f">{event.when}</text>" in strip.drawings for event in strip.events)
    assert strip.drawings.count('class="open"') == 3  # a month, in each of the drawings
