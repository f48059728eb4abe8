"""What stands around the text of an article: cards of its names, its neighbours, how to correct it."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest

from briefing.model import (
    ArticleTopic,
    Entity,
    Evidence,
    Mention,
    Name,
    Quote,
    Reason,
    Related,
    TimeExpression,
    Topic,
)
from briefing.render import render_pages
from briefing.render.article import article_page
from briefing.render.happening import where_it_happens
from briefing.render.hover_cards import HoverCard, hover_cards
from briefing.render.known import known_rows
from briefing.render.links import also_called, described_as, map_briefing, named_in
from briefing.render.mapped import places_of_article
from briefing.render.name_facts import telling
from briefing.render.neighbours import neighbours
from briefing.render.related import reasons_in_words
from tests.render import fixtures


def test_every_link_of_a_name_has_its_card_and_every_card_its_link() -> None:
    for path, page in render_pages(fixtures.briefing()):
        if path.startswith("articles/"):
            described = re.findall(r"aria-describedby=(n\d+)\}", page)
            assert sorted(described) == sorted(re.findall(r'class="card" id="(n\d+)"', page)), path
            assert len(described) == len(set(described))


def test_a_card_says_who_it_is_and_how_often() -> None:
    card = _card_of_okoye(own=("Mayor", "the Mayor of Tiverton", "a " + "very " * 30 + "old friend"), elsewhere=())
    assert (card.kind, card.who) == ("Person", "<bdi>the Mayor of Tiverton</bdi>")  # which says that she is mayor
    assert (card.also, card.where) == (
        "",
        "2 times in this article, in 3 articles of this briefing, from 2 sources",
    )


def test_other_names_are_told_but_not_those_that_the_name_says_itself() -> None:
    briefing = fixtures.briefing()
    okoye = replace(briefing.entities[0], also=("Okoye", "Addie Okoye", "Ada O."))
    assert also_called(okoye) == ["Addie Okoye", "Ada O."]
    atlas = map_briefing(replace(briefing, entities=(okoye, *briefing.entities[1:])))
    card = hover_cards(atlas, named_in(atlas, fixtures.bridge()))[0]
    assert card.also == "also called Addie Okoye and Ada O."


def test_a_card_says_who_somebody_is_in_this_article_and_says_so_where_only_others_tell() -> None:
    own = _card_of_okoye(own=("engineer",), elsewhere=("Mayor", "engineer"))
    assert own.who == "<bdi>engineer</bdi>"
    assert _card_of_okoye(own=(), elsewhere=("Mayor",)).who == "in other articles: <bdi>Mayor</bdi>"


def test_a_role_in_capitals_and_without_is_one() -> None:
    roles = ("former Mayor", "former mayor", "Mayor")
    assert telling(roles) == ["former Mayor"]
    assert _card_of_okoye(own=roles, elsewhere=()).who == "<bdi>former Mayor</bdi>"


def _card_of_okoye(own: tuple[str, ...], elsewhere: tuple[str, ...]) -> HoverCard:
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    names = tuple(replace(name, roles=own) if name.kind == "person" else name for name in bridge.names)
    okoye = replace(briefing.entities[0], roles=(*elsewhere, *own))
    atlas = map_briefing(replace(briefing, entities=(okoye, *briefing.entities[1:])))
    return hover_cards(atlas, named_in(atlas, replace(bridge, names=names)))[0]


def test_the_page_of_a_speaker_has_whole_sentences_before_parts_and_single_words() -> None:
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    quote = bridge.quotes[0]
    said = ("a lost cause", "of all the bridges in the bay the oldest one", "Nobody will drive around the bay again.")
    quotes = tuple(replace(quote, text=text) for text in said)
    article = replace(bridge, quotes=quotes)
    page = dict(render_pages(replace(briefing, articles=(article, *briefing.articles[1:]))))["people/ada-okoye.md"]
    assert sorted(said, key=page.index) == [said[2], said[1], said[0]]


def test_what_a_text_in_another_language_calls_somebody_says_its_language() -> None:
    briefing = fixtures.briefing()
    bridge = fixtures.bridge()
    french = replace(
        bridge,
        id="pont",
        language=replace(bridge.language, value="fr"),
        names=tuple(replace(name, roles=("maire", "Mayor")) for name in bridge.names if name.kind == "person"),
    )
    okoye = replace(briefing.entities[0], articles=(*briefing.entities[0].articles, "pont"), roles=("Mayor", "maire"))
    atlas = map_briefing(
        replace(
            briefing,
            articles=(*briefing.articles, french),
            entities=(okoye, *briefing.entities[1:]),
            rights={**briefing.rights, "pont": "full"},
            slugs={**briefing.slugs, "pont": "pont"},
        )
    )
    both = described_as(atlas, okoye, okoye.roles)
    assert both == '<bdi>Mayor</bdi>, <bdi lang="fr" dir="ltr">maire</bdi>'  # English texts say Mayor too
    page = dict(render_pages(atlas.briefing))["people/ada-okoye.md"]
    assert f"Described as {both}</p>" in page
    assert page.count('<bdi lang="fr" dir="ltr">maire</bdi>') == 2  # and in the table


def test_a_day_says_from_which_day_it_is_counted() -> None:
    published = fixtures.stated("2024-04-29")
    for counted, words in [
        (replace(published, value="2024-04-28", origin="inferred"), "the date of the dateline"),
        (published, "the date of publication"),
        (replace(published, origin="edited"), "the date of publication"),
        (replace(published, value="2024-04-28", origin="edited"), "the editor’s date"),
    ]:
        article = replace(fixtures.bridge(), date=published, reference_date=counted)
        briefing = replace(fixtures.briefing(), articles=(article, *fixtures.briefing().articles[1:]))
        assert f"28 April 2024, counted from {words}" in dict(render_pages(briefing))["articles/marsh-bridge.md"]


@pytest.mark.parametrize(
    ("words", "value", "is_counted"),
    [
        ("Sunday", "2024-04-28", True),
        ("earlier this week", "2024-W18", True),
        ("last year", "2023", True),
        ("March 11", "2024-03-11", False),
        ("Four years later", "1996", False),
        ("the same day", "2024-04-28", False),
    ],
)
def test_the_day_from_which_a_date_is_counted_stands_where_it_is(words: str, value: str, is_counted: bool) -> None:
    article = fixtures.bridge()
    text = f"It rained {words}."
    paragraphs = (replace(article.paragraphs[0], text=text),)
    dates = (TimeExpression(words, value, 1, 10, 10 + len(words)),)
    article = replace(article, paragraphs=paragraphs, quotes=(), figures=(), names=(), dates=dates, summary=())
    briefing = replace(fixtures.briefing(), articles=(article, *fixtures.briefing().articles[1:]))
    assert ("counted from" in dict(render_pages(briefing))["articles/marsh-bridge.md"]) == is_counted


@pytest.mark.parametrize(("day", "said"), [("2023-12-02", "148 days earlier"), ("2019-05-02", "2 May 2019")])
def test_of_a_related_article_long_ago_the_day_is_said(day: str, said: str) -> None:
    here = replace(fixtures.bridge(), date=fixtures.stated("2024-04-28"))
    there = replace(fixtures.ferry(), date=fixtures.stated(day))
    apart = (datetime.date.fromisoformat(day) - datetime.date(2024, 4, 28)).days
    related = Related("ferry", 0.5, (Reason("days-apart", (str(apart),)),))
    assert reasons_in_words(map_briefing(fixtures.briefing()), here, there, related) == [said]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It rained in France.", []),  # a country alone needs no map
        ("It rained in France and Spain.", ["France", "Spain"]),
        ("Paris burnt.", ["Paris"]),
        ("In Paris a bus left the road; its riders were from Oslo and Madrid.", ["Paris"]),
        ("In Paris the minister met those of Spain and Italy.", ["Paris"]),
        ("They flew to Spain, and in Paris it rained.", ["Paris", "Spain"]),
        ("“It is not Oslo,” she said in Paris.", ["Paris"]),
        ("MADRID (AP) — It rained.", ["Madrid"]),
        ("Spain, May 4 (AP) - In Paris it rained.", ["Paris", "Spain"]),
        ("Spain – like Italy – voted. In Paris it rained.", ["Paris"]),
        ("In Paris it rained, and Lind took over Spain; a road safety board for Italy met.", ["Paris"]),
        ("A friend from Oslo paid for a trip to Paris.", ["Paris"]),
        ("They fled from Spain to Paris.", ["Paris", "Spain"]),
    ],
)
def test_an_article_has_a_map_of_where_something_happens(text: str, shown: list[str]) -> None:
    article = fixtures.bridge()
    found = {
        word: re.search(word, text, re.IGNORECASE) for word in ("France", "Italy", "Madrid", "Oslo", "Paris", "Spain")
    }
    names = tuple(Name(w, "place", (Mention(1, *m.span(), m[0]),)) for w, m in found.items() if m)
    quotes = tuple(Quote(q[1], 1, *q.span(1)) for q in re.finditer("“(.+?)”", text))
    paragraphs = (replace(article.paragraphs[0], text=text),)
    article = replace(article, paragraphs=paragraphs, quotes=quotes, figures=(), names=names, dates=(), summary=())
    known = tuple(Entity(f"place/{n.name}", n.name, n.name, "place", (), (), (article.id,), page=False) for n in names)
    briefing = fixtures.briefing()
    atlas = map_briefing(replace(briefing, articles=(article, *briefing.articles[1:]), entities=known))
    picture = places_of_article(atlas, article, named_in(atlas, article))
    assert sorted(row[0].text for row in (picture.rows if picture else ())) == shown


@pytest.mark.parametrize(("language", "title"), [("en-GB", "Where it happens"), ("nl", "Places named")])
def test_a_map_is_headed_by_what_it_shows(language: str, title: str) -> None:
    article = fixtures.bridge()
    paragraphs = (replace(article.paragraphs[0], text="The bridge fell in Oslo."),)
    names = (Name("Oslo", "place", (Mention(1, 19, 23, "Oslo"),)),)
    article = replace(article, paragraphs=paragraphs, quotes=(), figures=(), names=names, dates=(), summary=())
    article = replace(article, language=fixtures.stated(language))
    known = (Entity("place/Oslo", "Oslo", "Oslo", "place", (), (), (article.id,), page=False),)
    briefing = fixtures.briefing()
    atlas = map_briefing(replace(briefing, articles=(article, *briefing.articles[1:]), entities=known))
    picture = places_of_article(atlas, article, named_in(atlas, article))
    assert picture is not None and picture.title == title


@pytest.mark.parametrize(("title", "is_shown"), [("Niger votes", True), ("Nigeria votes", False)])
def test_a_headline_names_a_place_by_a_whole_word(title: str, is_shown: bool) -> None:
    article = replace(fixtures.bridge(), title=fixtures.stated(title), quotes=())
    assert where_it_happens(article, {"niger": [Mention(1, 0, 5, "Niger")]}, {"niger"}) == (
        {"niger"} if is_shown else set()
    )


def test_neighbours_are_those_of_the_first_topic_without_copies() -> None:
    atlas = map_briefing(fixtures.briefing())
    beside = neighbours(atlas)
    assert [(n.rel, n.headline.href) for n in beside["bridge"].articles] == [("next", "articles/ferry-stops.html")]
    assert [(n.rel, n.meta) for n in beside["ferry"].articles] == [("prev", "Bay Courier\u00a0· 28 April 2024")]
    assert beside["bridge"].topic.text == "Bridges and ferries"
    assert not {"jisr", "copy", "gone"} & beside.keys()
    assert (
        'rel="prev" href="../articles/marsh-bridge.html"' in article_page(atlas, fixtures.ferry(), beside["ferry"])[1]
    )


def test_each_topic_tells_who_says_so() -> None:
    line = Evidence("front-matter", 3, "tags: [Otters]")
    topics = (ArticleTopic("own:Otters", 1.0, stated=line), ArticleTopic("own:Quays", 1.0, ("quay",)))
    briefing = fixtures.briefing()
    article = replace(fixtures.bridge(), topics=topics)
    tree = tuple(Topic(t.id, t.id[4:].lower(), t.id[4:], None, None, (article.id,)) for t in topics)
    atlas = map_briefing(replace(briefing, articles=(article, *briefing.articles[1:]), topics=tree))
    rows = {row.value: (row.origin, row.evidence) for row in known_rows(atlas, article) if row.what == "Topic"}
    assert rows["Otters"][0] == "stated" and "line 3" in rows["Otters"][1]
    assert rows["Quays"][0] == "inferred" and "quay" in rows["Quays"][1]


def test_the_lines_to_correct_a_page_say_what_it_says_now() -> None:
    _, page = article_page(map_briefing(fixtures.briefing()), fixtures.bridge())
    lines = page.partition("Correct this page")[2].partition("<pre>")[2].partition("</pre>")[0].split("&#10;")
    assert lines[0] == "title: &quot;Marsh Bridge opens again after a year&quot;"
    assert "source: &quot;Bay Courier&quot;" in lines and not any(line.startswith("date") for line in lines)
    assert "into seeds/bridge.yml and put it right" in page
