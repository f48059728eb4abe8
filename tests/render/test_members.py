"""The pages of names, topics, stories and sources, and the ledgers in their several orders."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model import Article, Briefing, Entity, Event, Mention, Name, Paragraph, SourceSettings, Story
from briefing.render.links import map_briefing
from briefing.render.name_index import _letter, _sorted_by
from briefing.render.pictures.whereabouts import gazetteer
from briefing.render.traces import trace_names
from briefing.render.where import areas_around
from tests.render import fixtures
from tests.render.test_pages import check_links, pages_of, shown


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """With a story of the two articles."""
    story = Story("s", "bay", "The bay", ("bridge", "ferry", "copy"), "inferred")
    return pages_of(replace(fixtures.briefing(), stories=(story,)))


def with_articles(*articles: Article) -> Briefing:
    """The names, topics and dates of the fixture in other articles."""
    ids = tuple(article.id for article in articles)
    briefing = fixtures.briefing()
    return replace(
        briefing,
        articles=articles,
        slugs={key: key for key in ids},
        rights=dict.fromkeys(ids, "full"),
        entities=tuple(replace(entity, articles=ids) for entity in briefing.entities),
        topics=tuple(replace(topic, articles=ids) for topic in briefing.topics),
        timeline=(),
        redirects={},
        duplicates={},
        related={},
    )


def dated(day: str, **changes: object) -> Article:
    return replace(fixtures.bridge(), id=f"d{day}", reference_date=None, date=fixtures.stated(day), **changes)


def part(page: str, title: str) -> str:
    """The section under a heading."""
    return page.partition(f">{title}</h2>")[2].partition("</section>")[0]


def test_all_links_of_these_pages_lead_to_a_page_and_its_fragment(pages: dict[str, str]) -> None:
    check_links(pages)


def test_every_page_says_where_it_stands(pages: dict[str, str]) -> None:
    people = '<nav class="trail" aria-label="Where you are"><ol><li><a href="../index.html">Front page</a></li>'
    assert f'{people}<li><a href="../people/index.html">People</a></li></ol></nav>' in pages["people/ada-okoye.md"]
    for path, page in pages.items():
        if not path.startswith(("articles/", "index.md", "about.md", "edition.md")):
            assert '<nav class="trail"' in page, path


# -------------------------------------------------------------------------------------------------------------- names


def test_a_name_stands_in_its_sentences_newest_article_first(pages: dict[str, str]) -> None:
    where = part(pages["people/ada-okoye.md"], "Mentions")
    assert "Mayor <b>Ada Okoye</b> reopened the Marsh Bridge" in where
    assert (
        '” <b>Okoye</b> said at the ceremony.</span>&nbsp;<a class="small" href="../articles/marsh-bridge.html#p2">'
        in where
    )
    assert where.index("marsh-bridge.html") < where.index("ferry-stops.html")
    assert where.count("reopened the Marsh Bridge") == 1 and "articles/copy.html" in where


def test_many_mentions_are_counted_after_the_first() -> None:
    texts = tuple(f"Okoye spoke of plan {n}." for n in range(1, 9))
    mentions = tuple(Mention(n, 0, 5, "Okoye") for n in range(1, 9))
    bridge = fixtures.bridge()
    name = replace(bridge.names[0], mentions=mentions)
    paragraphs = tuple(Paragraph(n, n, text) for n, text in enumerate(texts, 1))
    page = pages_of(with_articles(replace(bridge, paragraphs=paragraphs, names=(name,), quotes=(), figures=())))
    where = part(page["people/ada-okoye.md"], "Mentions")
    assert "plan 3" in where and "plan 4" not in where
    assert "and in 5 more sentences: ¶ 4 ¶ 5 ¶ 6 ¶ 7 ¶ 8" in shown(f"---\n---\n{where}")


def test_an_article_that_may_not_show_the_mention_says_so() -> None:
    briefing = fixtures.briefing()
    bridge = replace(briefing.articles[0], paragraphs=(), quotes=(), figures=(), names=briefing.articles[0].names)
    cut = replace(briefing, articles=(bridge, *briefing.articles[1:]), rights={**briefing.rights, "bridge": "link"})
    assert "Named in a part of the text that may not be shown." in pages_of(cut)["people/ada-okoye.md"]
    assert "may not be shown" not in pages_of(briefing)["people/ada-okoye.md"]


def test_a_role_stands_with_the_sources_that_use_it() -> None:
    bridge = fixtures.bridge()
    mayor, former = ((replace(bridge.names[0], roles=(role,)),) for role in ("Mayor", "mayor"))
    articles = [
        replace(bridge, id="a", names=mayor),
        replace(bridge, id="b", names=mayor),
        replace(bridge, id="c", names=former, source=fixtures.stated("Morning Wire")),
    ]
    described = part(pages_of(with_articles(*articles))["people/ada-okoye.md"], "Described as")
    assert described.count("<tr>") == 2
    assert '<a href="../articles/a.html#p1">Bay Courier</a> <span class="count">2</span>, ' in described
    assert '<a href="../articles/c.html#p1">Morning Wire</a></td>' in described


def test_quotes_beyond_the_first_are_in_the_list_by_speaker() -> None:
    bridge = fixtures.bridge()
    quotes = tuple(replace(bridge.quotes[0], text=f"We promised that nobody would wait, part {n}") for n in range(10))
    page = pages_of(with_articles(replace(bridge, quotes=quotes)))["people/ada-okoye.md"]
    assert '<a href="../quotes/by-speaker.html">2 more in the list of all quotes</a>' in page


def test_names_are_counted_together_by_article_and_by_paragraph_without_copies() -> None:
    traces = trace_names(map_briefing(fixtures.briefing()))
    beside = traces.beside(traces.entities["person/ada-okoye"])
    assert [(b.entity.name, b.articles, b.paragraphs) for b in beside] == [("Harbour Trust", 2, 1), ("Tiverton", 2, 1)]


def test_a_name_stands_in_its_dated_sentences_and_in_no_others() -> None:
    briefing = fixtures.briefing()
    reopened = Event("2024-04-28", fixtures.BRIDGE[0], "Sunday", "bridge", 1)
    counted = Event("2023-04", fixtures.BRIDGE[1].partition("ceremony. ")[2], "before", "bridge", 2)
    told = (counted, reopened, reopened, reopened)
    page = pages_of(replace(briefing, timeline=told))["people/ada-okoye.md"]
    when = part(page, "What happened when")
    assert "28 April 2024" in when and "reopened the Marsh Bridge" in when
    assert "33,000" not in when  # Okoye stands in that paragraph, not in that sentence
    assert "What happened when" not in pages_of(replace(briefing, timeline=told[:3]))["people/ada-okoye.md"]


def test_of_many_dated_sentences_the_last_stand_on_the_page() -> None:
    events = tuple(Event(f"2024-04-{n:02}", fixtures.BRIDGE[0], "Sunday", "bridge", 1) for n in range(1, 16))
    page = pages_of(replace(fixtures.briefing(), timeline=events))["people/ada-okoye.md"]
    when = part(page, "What happened when")
    assert ">3 April 2024" not in when and when.index(">4 April 2024") < when.index(">15 April 2024")
    assert '<a href="../timeline.html">3 more in the timeline</a>' in when


def test_a_name_says_who_names_it_and_in_which_stories() -> None:
    page = pages_of(
        replace(fixtures.briefing(), stories=(Story("s", "bay", "The bay", ("bridge", "ferry"), "edited"),))
    )
    named = part(page["people/ada-okoye.md"], "Named by")
    assert named.index("Bay Courier") < named.index("Source not stated")
    assert '<a href="../stories/bay.html">The bay</a></td><td class="count">2</td>' in page["people/ada-okoye.md"]


def test_a_place_says_what_it_lies_in_and_stands_on_a_map_of_its_own() -> None:
    ferry = replace(
        fixtures.ferry(),
        names=(Name("Rotterdam", "place", ()), Name("Utrecht", "place", ()), Name("Lima", "place", ())),
    )
    ids = (ferry.id,)
    found = tuple(
        Entity(f"place/{name.lower()}", name.lower(), name, "place", (), (), ids, True)
        for name in ("Rotterdam", "Utrecht", "Lima")
    )
    pages = pages_of(replace(with_articles(ferry), entities=found))
    assert "Netherlands (GeoNames)\u00a0· 1 article" in pages["places/rotterdam.md"]
    where = part(pages["places/rotterdam.md"], "Rotterdam on the map")
    named = re.findall(r'class="halo( subject)?"[^>]*>([^<]*)', where.partition("</svg>")[0])
    assert named == [(" subject", "Rotterdam"), ("", "Utrecht")]
    assert '<span class="small"><bdi>Peru</bdi></span>' in pages["places/index.md"]


def test_no_state_is_told_of_what_states_dispute() -> None:
    told = {name: areas_around(gazetteer()[name][0]) for name in ("Jerusalem", "Rafah", "Simferopol", "Kyiv", "Haifa")}
    assert told == {
        "Jerusalem": (),
        "Rafah": ("Gaza",),
        "Simferopol": ("Crimea",),
        "Kyiv": ("Ukraine",),
        "Haifa": ("Israel",),
    }


def test_an_index_has_the_most_named_first_and_everybody_from_a_to_z(pages: dict[str, str]) -> None:
    weight, alphabet = pages["people/index.md"], pages["people/index/a-z.md"]
    assert "Ada Okoye" in weight and "Jonas" not in weight
    assert (
        '<span>Jonas <b>Lind</b></span> <a class="count" href="../../articles/ferry-stops.html#p2">¶ 2</a>' in alphabet
    )
    assert alphabet.index("<b>Lind</b>") < alphabet.index("<b>Okoye</b>")
    assert '<a href="../../people/index/a-z.html#letter-o">O</a>' in alphabet


def test_a_list_of_several_pages_says_where_each_year_begins() -> None:
    years = [f"{year}-03-01" for year in (2019, 2020, 2021) for _ in range(70)]
    events = tuple(Event(day, f"It rained {n}.", "then", "bridge", 1) for n, day in enumerate(years))
    pages = pages_of(replace(fixtures.briefing(), timeline=events))
    bar = re.findall(r'<a href="([^"]*)">(\d{4})</a>', pages["timeline.md"])
    assert [href for href, _ in bar] == ["timeline.html#at-2019", "timeline.html#at-2020", "timeline/2.html#at-2021"]
    second = pages["timeline/2.md"].partition("<table")[2]
    assert '<tr id="at-2021">' in second and "at-2020" not in second
    short = pages_of(replace(fixtures.briefing(), timeline=events[60:80]))
    assert 'class="letters' not in short["timeline.md"]


def test_a_list_of_several_pages_says_where_each_letter_begins() -> None:
    bridge = fixtures.bridge()
    names = ("Zoe", "Élan", None)  # who is not known comes under no letter
    said = tuple(replace(bridge.quotes[0], text=f"No {n}", speaker=name) for n in range(60) for name in names)
    page = pages_of(with_articles(replace(bridge, quotes=said)))["quotes/by-speaker.md"]
    bar = page.partition('class="letters"')[2].partition("</nav>")[0]
    assert re.findall(r'by-speaker([^"]*)">(\w)</a>', bar) == [(".html#at-e", "E"), (".html#at-z", "Z")]


def test_an_index_of_many_names_has_a_page_for_each_letter() -> None:
    briefing = fixtures.briefing()
    names = [f"Ann {letter}{n}" for letter in "BŁ" for n in range(250)]
    many = tuple(
        Entity(f"person/{n}", str(n), name, "person", (), (), ("ferry",), True) for n, name in enumerate(names)
    )
    found = pages_of(replace(briefing, entities=many))
    for path in ("people/index/b.md", "people/index/b/2.md", "people/index/l.md", "people/index/3.md"):
        assert path in found
    assert "people/index/a-z.md" not in found
    assert '<span aria-current="page">B</span>' in found["people/index/b.md"]
    assert '<a href="../../people/index/b.html">A to Z</a>' in found["people/index/2.md"]


@pytest.mark.parametrize(
    ("kind", "name", "letter", "key"),
    [
        ("person", "Émile Zola", "Z", "zola"),
        ("person", "Martin Luther King Jr.", "K", "king jr."),
        ("person", "Åsa Ångström", "A", "angstrom"),
        ("place", "New York", "N", "new york"),
        ("organisation", "3M", "#", "3m"),
        ("person", "Лев Толстой", "Т", "толстои"),
        ("person", "毛泽东", "#", "毛泽东"),
    ],
)
def test_people_are_sorted_by_their_last_word_and_others_by_their_first(
    kind: str, name: str, letter: str, key: str
) -> None:
    entity = Entity("x", "x", name, kind, (), (), (), False)
    assert (_letter(entity), _sorted_by(entity)[0]) == (letter, key)


# ----------------------------------------------------------------------------------------- topics, stories, sources


def test_a_topic_has_its_people_figures_and_quotes(pages: dict[str, str]) -> None:
    page = pages["topics/transport.md"]
    assert '<a href="../people/ada-okoye.html">Ada Okoye</a></td><td class="count">3</td>' in part(page, "People")
    assert "<b>33,000+</b>" in part(page, "In figures")
    assert page.count("We promised") == 1  # the copy's quote is not another
    assert "Bridges and ferries" in part(page, "Narrower topics")


def test_a_story_says_who_reported_when_and_who_said_what(pages: dict[str, str]) -> None:
    page = pages["stories/bay.md"]
    reports = part(page, "Who reported what, and when")
    assert reports.index("2 December 2023") < reports.index("28 April 2024")
    assert reports.index("Source not stated") < reports.index("Bay Courier")
    said = part(page, "Who said what")
    assert '<h3><a href="../people/ada-okoye.html">Ada Okoye</a></h3>' in page
    assert page.count("We promised") == 1 and said
    events = part(page, "What happened when")
    assert events.index("7 December 2023") < events.index("28 April 2024") < events.index("week of 29 April")
    assert 'href="../articles/marsh-bridge.html#p6">Bay Courier' in events


def test_sources_are_weighed_from_ten_articles_on() -> None:
    def index(number: int) -> str:
        articles = [replace(fixtures.bridge(), id=f"a{n}") for n in range(number)]
        articles[0] = replace(articles[0], source=None)
        briefing = with_articles(*articles)
        settings = replace(briefing.settings, sources={"Bay Courier": SourceSettings(country="GB", rights="excerpt")})
        return pages_of(replace(briefing, settings=settings))["sources/index.md"]

    few, many = index(9), index(10)
    assert "Share" not in few and "By country" not in few and "first 60 words" in few
    assert '<td data-label="Share"><span>90%</span></td>' in many
    assert '<td><bdi>GB</bdi></td><td class="count">9</td>' in part(many, "By country")
    assert '<td><bdi>not stated</bdi></td><td class="count">1</td>' in part(many, "By country")


def test_no_column_of_countries_where_none_is_told() -> None:
    articles = [replace(fixtures.bridge(), id=f"a{n}") for n in range(10)]
    briefing = with_articles(*articles)
    index = pages_of(replace(briefing, settings=replace(briefing.settings, sources={})))["sources/index.md"]
    assert "Share" in index and "Country" not in index and "By country" not in index


def test_a_source_says_what_it_contributed(pages: dict[str, str]) -> None:
    page = pages["sources/bay-courier.md"]
    assert "1 article\u00a0· 28 April 2024\u00a0· 1 quote\u00a0· 2 figures" in page
    assert "Ada Okoye" in part(page, "Whom it quotes")
    assert "Bridges and ferries" in part(page, "Topics")


# ------------------------------------------------------------------------------------------------------------ ledgers


def test_a_ledger_can_be_read_in_other_orders_without_scripts(pages: dict[str, str]) -> None:
    speakers = pages["quotes/by-speaker.md"]
    assert speakers.index("Ada Okoye") < speakers.index("Jonas Lind")
    assert '<a href="../quotes.html">By article</a> <span class="count">2</span>' in speakers
    counts = pages["figures/by-count.md"]
    assert counts.index("cost of the work") < counts.index("pupils") < counts.index("vehicles a day")
    assert 'data-value="33000"' in counts


def test_an_event_stands_against_the_day_of_its_report(pages: dict[str, str]) -> None:
    page = pages["timeline.md"]
    before = '<span>2 December 2023</span><br><span class="small soft">5 days before · date given by the editor</span>'
    assert before in page and "the same day" in page
    week = page.partition("week of 29 April 2024")[2].partition("</tr>")[0]
    assert "28 April 2024" in week and "days" not in week  # how far a week is from a day is not known
    assert 'data-value="2024-04-29"' in page


def test_what_could_not_be_resolved_is_listed_as_such(pages: dict[str, str]) -> None:
    page = pages["timeline/unresolved.md"]
    assert "1 expression of time for which no date can be told" in page
    assert "around the bay for <b>two years</b>, and nobody will" in page
    assert "articles/marsh-bridge.html#p2" in page
    resolved = replace(fixtures.briefing(), articles=(fixtures.ferry(),))
    assert "timeline/unresolved.md" not in pages_of(
        replace(resolved, duplicates={}, topics=(), entities=(), related={}, redirects={}, timeline=())
    )


def test_reports_are_in_the_order_of_their_days_and_the_unknown_come_last() -> None:
    articles = [dated("2024-04-28"), dated("2024-05-02"), replace(dated("2024-01-01"), date=None)]
    timeline = tuple(Event("2024-04-28", fixtures.BRIDGE[0], "Sunday", article.id, 1) for article in articles)
    page = pages_of(replace(with_articles(*articles), timeline=timeline))["timeline/by-report.md"]
    heads = [page.index(f"<bdi>{day}</bdi>") for day in ("2 May 2024", "28 April 2024", "Day not stated")]
    assert heads == sorted(heads)


def test_a_cell_with_nothing_but_a_note_has_no_label() -> None:
    bridge = fixtures.bridge()
    told, bare = bridge.figures[0], replace(bridge.figures[0], counts=None, giver="Ana Lima")
    page = pages_of(with_articles(replace(bridge, figures=(told,))))["figures.md"]
    assert 'data-label="What it counts"' in page
    page = pages_of(with_articles(replace(bridge, figures=(bare,))))["figures.md"]
    assert 'data-label="What it counts"' not in page and "Ana Lima" in page
