"""The pages of a briefing: which there are, what stands on them, and that no text becomes markup."""

from __future__ import annotations

import html
import html.parser
import posixpath
import re
from dataclasses import replace

import markdown
import pytest

from benchmarks.weights import kind_of
from briefing.front_matter import load
from briefing.model import (
    Briefing,
    Correction,
    Difference,
    Evidence,
    Figure,
    Known,
    Mention,
    Paragraph,
    ParagraphKind,
    Reason,
    Related,
    Removed,
    Sentence,
    Story,
    TimeExpression,
    Told,
)
from briefing.render import render, render_pages
from briefing.render.body import body
from briefing.render.excerpts import opening_words, sentence_around, words_around
from briefing.render.links import map_briefing
from briefing.render.selection import front_figures
from tests.conftest import ROOT
from tests.render import fixtures

EVIL = "<img src=x onerror=alert(1)> **b** {{ x }} [a](javascript:x) `c`"
INDEXES = ("topics/index", "people/index", "places/index", "organisations/index", "stories/index", "sources/index")
ALWAYS = ("index", "about", "timeline", "quotes", "figures", "corrections", "data/index", "articles/index", *INDEXES)


class Tags(html.parser.HTMLParser):
    """The tags of a page, its ids and its links."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.attributes: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.append(name)
            self.ids += [value or ""] if name == "id" else []
            self.links += [value or ""] if name == "href" else []


def pages_of(briefing: Briefing) -> dict[str, str]:
    pages = list(render_pages(briefing))
    assert len({path for path, _ in pages}) == len(pages)
    return dict(pages)


def shown(page: str) -> str:
    """The words of a page's body, with one space between them."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", load(page)[1])).split())


def as_html(page: str) -> str:
    return markdown.markdown(load(page)[1], extensions=["attr_list", "tables", "toc", "fenced_code"])


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_of(fixtures.briefing())


def test_every_section_has_its_page_even_in_an_empty_briefing() -> None:
    full = fixtures.briefing()
    empty = replace(full, articles=(), slugs={}, redirects={}, rights={}, entities=(), topics=(), duplicates={})
    found = pages_of(replace(empty, related={}, timeline=(), stories=()))
    for path in ALWAYS:
        assert f"{path}.md" in found
    assert "no articles yet" in found["index.md"]
    for path in (*INDEXES, "timeline", "quotes", "figures", "corrections"):
        assert 'class="empty"' in found[f"{path}.md"] or "not-stated" in found[f"{path}.md"], path


def test_all_links_lead_to_a_page_and_its_fragment(pages: dict[str, str]) -> None:
    check_links(pages)


def check_links(pages: dict[str, str]) -> None:
    built = {path.removesuffix(".md"): Tags(as_html(text)) for path, text in pages.items()}
    files = {path for path, _ in render(fixtures.briefing())} - pages.keys()
    for path, page in built.items():
        assert len(set(page.ids)) == len(page.ids), path
        for link in page.links:
            if link.startswith(("https://", "data:application/")):
                continue
            address, _, fragment = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
            if target in files:
                continue
            target = re.sub(r"\.(html|md)$", "", target)
            assert target in built, (path, link)
            assert not fragment or fragment in built[target].ids, (path, link)


def test_every_picture_has_its_table_on_the_page(pages: dict[str, str]) -> None:
    found = {path: re.findall(r'role="img" aria-details="([\w-]+)"', text) for path, text in pages.items()}
    assert {"dates-table"} == set(found["index.md"])
    for path, tables in found.items():
        for table in tables:
            assert f'id="{table}"' in pages[path], (path, table)
        drawn = re.findall(r"<svg.*?</svg>", pages[path])
        pictures = [svg for svg in drawn if "aria-hidden" not in svg]
        assert len(pictures) == len(tables)
        assert all("<title>" in svg and "<desc>" in svg for svg in pictures)


def test_an_article_shows_its_text_and_how_its_values_are_known(pages: dict[str, str]) -> None:
    page = pages["articles/marsh-bridge.md"]
    assert load(page)[0]["kind"] == "article"
    assert '<span class="inferred">source inferred</span>' in page
    assert "publication date not stated · reports Sunday 28 April 2024 · 3 min" in shown(page)
    assert '<p class="by">In the words of Bay Courier</p>' in page
    assert '<span class="count">2</span>' in page and '<span class="count">1</span>' not in page
    assert "Mayor [Ada Okoye](../people/ada-okoye.md){.name aria-describedby=n0} reopened the Marsh Bridge" in page
    assert "<b><bdi>Sunday</bdi></b> 28 April 2024, counted from the editor’s date" in page
    assert "<b>33,000+</b> <bdi>vehicles a day</bdi>" in page
    assert "<b><bdi>7 December</bdi></b> 2023</p>" in pages["articles/ferry-stops.md"]  # names its day itself
    assert (
        "both mention Ada Okoye, Tiverton and Harbour Trust · same topic, not the same event · 148 days earlier"
        in shown(page)
    )
    assert "<summary>2 lines set aside</summary>" in page
    assert '<tr><th scope="row">Published</th><td></td><td>not known</td>' in page
    assert 'rel="noopener">Read the original at courier.example</a>' in page
    assert "Correction, 30 April 2024: The bridge is 90 years old, not 80." in page


def test_the_head_of_a_column_stands_over_it_and_each_table_has_its_own() -> None:
    ferry, briefing = fixtures.ferry(), fixtures.briefing()
    rows = ("| 2026 | 2025", "Boats | 40 |", "Boat | Places", "Marsh Queen | 300")
    bare = replace(ferry, paragraphs=fixtures.paragraphs(rows), names=(), quotes=(), dates=(), figures=(), summary=())
    others = tuple(article for article in briefing.articles if article.id != ferry.id)
    text = pages_of(replace(briefing, articles=(bare, *others)))["articles/ferry-stops.md"].partition("</header>")[2]
    page = re.sub('<a class="here".*?</a>', "", markdown.markdown(text, extensions=["attr_list", "tables"]))
    heads = [re.findall(r"<th[^>]*>(.*?)</th>", head) for head in re.findall(r"<thead>(.*?)</thead>", page, re.DOTALL)]
    assert heads[:2] == [["", "2026", "2025"], ["Boat", "Places"]]
    assert re.findall(r"<td[^>]*>(.*?)</td>", page)[:5] == ["Boats", "40", "", "Marsh Queen", "300"]


def test_rows_of_a_table_are_a_table_with_its_names_and_figures_marked() -> None:
    ferry, briefing = fixtures.ferry(), fixtures.briefing()
    rows = ("Boat | Places", "Marsh Queen <b> | 300 pupils | late", "Ada Okoye | none")
    start = rows[2].index("Ada Okoye")
    okoye = replace(ferry.names[0], mentions=(Mention(3, start, start + 9, "Ada Okoye"),))
    figure = Figure("300 pupils", 300.0, None, "pupils", None, 2, rows[1].index("300"), rows[1].index("300") + 10)
    crossing = replace(figure, start=rows[1].index("<b>"), paragraph=2)
    changed = replace(
        ferry,
        paragraphs=(*fixtures.paragraphs(rows), Paragraph(4, 8, "A line alone.")),
        names=(okoye,),
        quotes=(),
        dates=(),
        figures=(figure, crossing),
        summary=(),
    )
    others = tuple(article for article in briefing.articles if article.id != ferry.id)
    shown_of = replace(briefing, articles=(changed, *others))
    page = markdown.markdown(
        pages_of(shown_of)["articles/ferry-stops.md"].partition("</header>")[2], extensions=["attr_list", "tables"]
    )
    page = re.sub('<a class="here".*?</a>', "", page)
    assert '<th class="para" id="p1">Boat</th>' in page
    assert '<td class="para" id="p2">Marsh Queen &lt;b&gt;</td>' in page
    assert '<td class="para"><b class="figure">300 pupils</b></td>' in page
    assert re.search(r'<td class="para" id="p3"><a[^>]* class="name"[^>]*>Ada Okoye</a></td>', page)
    assert '<p class="para" id="p4">A line alone.</p>' in page
    assert '<td class="para">late</td>' in page  # the head is narrower
    assert "<tr><td>Boat</td><td>Places</td></tr>" in dict(render_pages(shown_of))["edition.md"]
    assert front_figures([changed], "en") == []  # a cell says nothing without its head


def test_what_is_not_known_is_said(pages: dict[str, str]) -> None:
    page = pages["articles/ferry-stops.md"]
    assert '<b><a href="../sources/not-stated.html">Source not stated</a></b>' in page
    assert "headline ours: the text has none" in page
    assert "Rights not stated" in page


def test_blocks_of_a_text_keep_their_sort_and_their_number(pages: dict[str, str]) -> None:
    page = re.sub('<a class="here".*?</a>', "", as_html(pages["articles/marsh-bridge.md"]))
    assert '<h2 class="para" id="p3">Repairs</h2>' in page
    assert re.search(
        r'<ul>\s*<li class="para item" id="p5">a new northern pier</li>\s*<li class="para item" id="p6">', page
    )
    assert re.search(r'<blockquote>\s*<p class="para quote" id="p7">No ship may pass at night.</p>', page)


def test_a_text_in_another_language_says_so_and_its_notes_do_not(pages: dict[str, str]) -> None:
    page = as_html(pages["articles/jisr.md"])
    assert '<h1 lang="ar" dir="rtl">' in page
    assert re.search(r'<p class="para"[^>]* dir="rtl"[^>]*id="p1"[^>]* lang="ar"', page)
    assert '<div class="note"><p><b><bdi lang="ar" dir="rtl">' in page


def test_the_front_page_has_a_lead_and_folds_copies_under_their_original(pages: dict[str, str]) -> None:
    page = pages["index.md"]
    assert page.index("marsh-bridge.html") < page.index("jisr.html") < page.index("ferry-stops.html")
    assert page.count('<section class="story') == 3
    assert "Also carried by Morning Wire" in page
    assert "articles/gone.html" not in page
    assert "£14.3 million" in page
    assert (
        load(page)[0]["edition"].replace("\u00a0", " ")
        == "Edition of 29 April 2024 · 4 articles · 3 sources named, 1 article names none"
    )


def test_a_list_says_in_few_words_what_is_known_of_each_article_and_how(pages: dict[str, str]) -> None:
    front = shown(pages["index.md"])
    assert "Bay Courier (inferred) · reports 28 April 2024 · 3 min" in front
    assert "Source not stated · reports 2 December 2023 · 1 min · headline ours" in front
    assert "صحيفة الخليج · 29 April 2024 · 1 min" in front
    for path in ("index.md", "articles/index.md", "topics/transport.md", "people/ada-okoye.md"):
        assert "Sentences below headlines are the articles’ own, word for word, unless marked." in pages[path]


def test_a_briefing_in_which_no_text_names_its_source_says_so() -> None:
    briefing = fixtures.briefing()
    articles = tuple(replace(article, source=None) for article in briefing.articles)
    pages = pages_of(replace(briefing, articles=articles))
    assert str(load(pages["index.md"])[0]["edition"]).endswith("· no source stated")
    assert "No text says where it comes from." in pages["sources/index.md"]


def test_a_withdrawn_article_is_a_tombstone_and_stands_in_no_list(pages: dict[str, str]) -> None:
    assert "This article was withdrawn" in pages["articles/gone.md"]
    assert "How we know" not in pages["articles/gone.md"]
    assert [path for path, text in pages.items() if "articles/gone.html" in text] == []


def test_a_link_only_article_says_where_to_read_it() -> None:
    briefing = fixtures.briefing()
    bridge = replace(
        fixtures.bridge(), paragraphs=(), quotes=(), figures=(), dates=(), summary=(), removed=(), names=()
    )
    articles = (bridge, *briefing.articles[1:])
    page = pages_of(replace(briefing, articles=articles, rights={**briefing.rights, "bridge": "link"}, timeline=()))
    assert "Read it at Bay Courier." in page["articles/marsh-bridge.md"]
    assert 'id="p1"' not in page["articles/marsh-bridge.md"] and "#p1" not in page["articles/marsh-bridge.md"]


def test_a_former_slug_leads_on_and_a_shared_one_lists_its_articles(pages: dict[str, str]) -> None:
    assert load(pages["articles/old-bridge.md"])[0]["redirect"] == "articles/marsh-bridge.html"
    assert "redirect" not in load(pages["articles/bay.md"])[0]
    assert pages["articles/bay.md"].count("<li>") == 2


def test_a_name_page_quotes_the_first_sentence_that_mentions_it(pages: dict[str, str]) -> None:
    page = pages["people/ada-okoye.md"]
    assert '<p class="standfirst">Described as <bdi>Mayor</bdi></p>' in page
    assert "named 5 times</p>" in page  # that she is Okoye too goes without saying
    assert 'href="../articles/ferry-stops.html#p3"' in page
    assert page.count("We promised that nobody") == 2  # as a quote and where she is named; the copy says it too


def test_a_topic_shows_those_above_and_below_it(pages: dict[str, str]) -> None:
    assert '<a href="../topics/transport.html">Transport</a>' in pages["topics/bridges.md"]
    assert "Narrower topics" in pages["topics/transport.md"]
    assert load(pages["topics/transport.md"])[0]["feed"] == "topics/transport.xml"


def test_the_page_of_a_topic_says_which_article_a_quote_is_from(pages: dict[str, str]) -> None:
    said = re.findall(r'class="who">.*?</span>', pages["topics/bridges.md"])
    assert any('#p2">Bay Courier, April 2024</a>' in who for who in said)
    assert not any(">paragraph" in who for who in said)


def test_the_page_of_a_topic_does_not_name_it_above_each_article(pages: dict[str, str]) -> None:
    kicker = '<p class="kicker"><a href="../topics/bridges.html">'
    assert kicker in pages["topics/transport.md"]
    assert kicker not in pages["topics/bridges.md"]


def test_a_list_without_anything_above_it_has_no_heading_that_repeats_the_title(pages: dict[str, str]) -> None:
    assert '<h2 class="sr">Articles</h2>' in pages["articles/index.md"]
    assert "<h2>Articles</h2>" in pages["topics/bridges.md"]


def test_long_or_repeated_roles_do_not_stand_in_the_head_of_a_name() -> None:
    briefing = fixtures.briefing()
    roles = ("President", "third President to be impeached by the House", "US President", "captain")
    okoye = replace(briefing.entities[0], roles=roles)
    page = pages_of(replace(briefing, entities=(okoye, *briefing.entities[1:])))["people/ada-okoye.md"]
    assert ">Described as <bdi>US President</bdi>, <bdi>captain</bdi><" in page


def test_a_name_is_quoted_with_whole_sentences_before_fragments() -> None:
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    fragment = replace(bridge.quotes[0], text="nobody will", start=bridge.quotes[0].start + 60)
    bridge = replace(bridge, quotes=(fragment, *bridge.quotes))
    page = pages_of(replace(briefing, articles=(bridge, *briefing.articles[1:])))["people/ada-okoye.md"]
    assert page.index("We promised") < page.index("“nobody will”")


def test_quotes_and_figures_stand_under_their_article_with_the_words_around_them(pages: dict[str, str]) -> None:
    quotes, figures = pages["quotes.md"], pages["figures.md"]
    assert quotes.count('class="under"') == 2 and figures.count('class="under"') == 2
    assert '<th scope="rowgroup" colspan="3"><a href="articles/marsh-bridge.html">' in quotes
    assert '<td data-label="Where" class="where"><a href="articles/marsh-bridge.html#p2">paragraph 2</a></td>' in quotes
    assert "The Harbour Trust counted <b>more than 33,000 vehicles</b> a day before the accident." in figures
    assert "The work cost <b>£14.3 million</b>, of which the Harbour Trust paid about 40%." in figures


def test_a_figure_says_who_gave_it_beside_its_paragraph_and_in_the_ledger() -> None:
    briefing = fixtures.briefing()
    given = replace(briefing.articles[0].figures[0], giver="the <i>Harbour Trust")
    bridge = replace(briefing.articles[0], figures=(given, *briefing.articles[0].figures[1:]))
    pages = pages_of(replace(briefing, articles=(bridge, *briefing.articles[1:])))
    words = "source: the &lt;i&gt;Harbour Trust"
    assert pages["articles/marsh-bridge.md"].count(words) == 1
    assert pages["figures.md"].count(f'<span class="small soft">{words}</span>') == 1


def test_a_range_is_not_set_in_large_type() -> None:
    briefing, ferry = fixtures.briefing(), fixtures.ferry()
    words = "about 20 thousand to 50 thousand rupees"
    wide = replace(ferry.figures[0], text=words, unit="rupees", counts=None, value=20000.0)
    pages = pages_of(replace(briefing, articles=(briefing.articles[0], replace(ferry, figures=(wide,)))))
    assert (
        'class="long num" data-value="20000"><span>~20 thousand to 50 thousand rupees</span></td>'
        in pages["figures.md"]
    )
    assert "rupees" not in pages["index.md"]


def test_stories_say_how_many_articles_and_from_when_to_when() -> None:
    briefing = fixtures.briefing()
    story = Story("s", "bay", "The bay", ("bridge", "ferry"), "inferred")
    pages = pages_of(replace(briefing, stories=(story,)))
    assert "2 articles · 2 December 2023 to 28 April 2024" in pages["stories/index.md"]


def test_a_story_shows_the_figures_that_differ_side_by_side() -> None:
    briefing, ferry = fixtures.briefing(), fixtures.ferry()
    bridge = replace(briefing.articles[0], figures=(replace(ferry.figures[0], value=12.0, paragraph=1),))
    told = (Told("bridge", bridge.figures[0]), Told("ferry", ferry.figures[0]))
    reasons = (Reason("names", ("Tiverton",)), Reason("days-apart", ("2",)))
    story = Story("s", "bay", "The bay", ("bridge", "ferry"), "inferred", reasons, (Difference("ferries", told),))
    page = pages_of(replace(briefing, articles=(bridge, *briefing.articles[1:]), stories=(story,)))["stories/bay.md"]
    assert "They share Tiverton\u00a0· within 2 days" in page
    section = page.partition("Where the articles differ")[2].partition("</section>")[0]
    assert section.index("#p1") < section.index(f"#p{ferry.figures[0].paragraph}")
    assert section.count("<tr><td") == 2


def test_a_summary_with_which_the_text_begins_is_not_said_twice() -> None:
    ferry, briefing = fixtures.ferry(), fixtures.briefing()
    longer = (*ferry.paragraphs, Paragraph(4, 9, "The town will miss it. " * 20))
    for summary, is_shown in [((fixtures.FERRY[0],), False), ((fixtures.FERRY[2],), True)]:
        sentences = tuple(Sentence(text, 1) for text in summary)
        changed = replace(ferry, title=fixtures.stated("Coffee"), paragraphs=longer, summary=sentences)
        others = tuple(article for article in briefing.articles if article.id != ferry.id)
        page = pages_of(replace(briefing, articles=(*others, changed)))["articles/ferry-stops.md"]
        assert ('class="brief"' in page) is is_shown
        edited = replace(changed, summary_edited=True)
        assert 'class="brief"' in pages_of(replace(briefing, articles=(*others, edited)))["articles/ferry-stops.md"]


@pytest.mark.parametrize(
    ("text", "counts", "said"),
    [
        ("12 percent of the ferries", "ferries", "of the ferries"),
        ("12 percent of ferries", "ferries", "of ferries"),
        ("twelve ferries", "ferries", "ferries"),
        ("a total of 12 ferries", "ferries", "ferries"),
        ("12% of the old and new ferries", "ferries", "ferries"),
    ],
)
def test_a_part_stands_with_of_before_what_it_is_a_part_of(text: str, counts: str, said: str) -> None:
    bridge = fixtures.bridge()
    figure = replace(bridge.figures[0], text=text, counts=counts, unit="%", value=12.0, qualifier=None)
    briefing = fixtures.briefing()
    articles = (replace(bridge, figures=(figure,)), *briefing.articles[1:])
    page = pages_of(replace(briefing, articles=articles))["articles/marsh-bridge.md"]
    assert f"<b>12%</b> <bdi>{said}</bdi>" in page


def test_a_note_is_said_once_and_marked_where_the_paragraph_says_the_same() -> None:
    ferry, briefing = fixtures.ferry(), fixtures.briefing()
    said = [replace(ferry.quotes[0], known=known) for known in ("named", "context")]
    sunday = TimeExpression("Sunday", "2023-12-03", 1, 0, 6)
    dates = (sunday, replace(sunday, paragraph=2), replace(sunday, paragraph=3, value="2023-12-10"))
    pages = {}
    for name, quotes in [("both", said), ("inferred", said[1:])]:
        changed = replace(ferry, quotes=tuple(quotes), dates=dates)
        others = tuple(article for article in briefing.articles if article.id != ferry.id)
        pages[name] = pages_of(replace(briefing, articles=(*others, changed)))["articles/ferry-stops.md"]
    assert pages["both"].count('<p class="again"><b>Jonas Lind') == 1 and "(from context)" not in pages["both"]
    assert "<p><b>Jonas Lind</b> (from context)</p>" in pages["inferred"]
    days = re.findall(r"<bdi>Sunday</bdi></b> (\d+ December)", pages["both"])
    assert days == ["3 December", "10 December"]


def test_a_summary_does_not_repeat_the_headline_nor_the_whole_text() -> None:
    briefing, ferry = fixtures.briefing(), fixtures.ferry()
    assert '<div class="brief">' not in pages_of(briefing)["articles/ferry-stops.md"]
    half = replace(ferry, summary=(Sentence(fixtures.FERRY[1], 2), Sentence(fixtures.FERRY[2], 3)))
    pages = pages_of(replace(briefing, articles=(briefing.articles[0], half, *briefing.articles[2:])))
    assert '<div class="brief">' not in pages["articles/ferry-stops.md"]
    longer = replace(
        ferry,
        paragraphs=(*ferry.paragraphs, *(replace(p, number=p.number + 3) for p in ferry.paragraphs)),
        summary=(*ferry.summary, Sentence(fixtures.FERRY[2], 3)),
        title=replace(ferry.title, value=fixtures.FERRY[0].replace(" on 7 December", "")),
    )
    pages = pages_of(replace(briefing, articles=(briefing.articles[0], longer, *briefing.articles[2:])))
    brief = pages["articles/ferry-stops.md"].partition('<div class="brief">')[2].partition("</div>")[0]
    assert fixtures.FERRY[2] in brief and fixtures.FERRY[0] not in brief
    assert f'<p class="sum">{fixtures.FERRY[2]}</p>' in pages["index.md"]
    assert "In the words of the text; source not stated" in brief


@pytest.mark.parametrize(
    "odd",
    """# a|#a|> a|- a|--- a|***|+ a|1. a|12) a|```|~~~ a|a b :|=== a|===|!!! a|??? a|/// a|: a|[a]: b|[a](b)|![a](b)
    |<b>a</b>|<!-- a -->|<div>|&amp; a|{: .a }|{ .a }|{: #p9 }|*[a]: b|[^1]: a|[TOC]|--8<-- 'a'|\\# a|_a_|Key: a
    |http://a.b|1986. A|+|-|1.|#|::|a {: .b }|{{ a }}|{% a %}|==a==|<script>a</script>|&lt;|<http://a.b>|a\\|“a”|• a
    |{|}|&#35;|_|`a|~a~|^a^|:a:|@a|$a|%a|(a)|…""".replace("\n    ", "").split("|"),
)
@pytest.mark.parametrize("kind", ["text", "heading", "item", "quote", "code", "standfirst"])
def test_a_paragraph_that_begins_oddly_is_still_that_paragraph(kind: ParagraphKind, odd: str) -> None:
    texts = ("First.", odd, f"{odd} and more", f"More {odd}", "Last.")
    paragraphs = tuple(Paragraph(n, n, text, kind if 1 < n < 5 else "text") for n, text in enumerate(texts, 1))
    article = replace(fixtures.bridge(), paragraphs=paragraphs, quotes=(), figures=(), dates=())
    page = as_html("---\n---\n" + body(map_briefing(fixtures.briefing()), article, ()))
    for number, text in enumerate(texts, 1):
        found = re.search(rf'<(p|h2|li|pre) [^>]*id="p{number}"[^>]*>(.*?)</\1>', page, re.DOTALL)
        assert found and html.unescape(re.sub(r"<[^>]+>", "", found[2])) == text


def many(number: int) -> Briefing:
    """So many articles of one topic, one story and the same names; each has a name of its own besides, and every
    second one a source and a story shared with the next."""
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    ids = tuple(f"a{n}" for n in range(number))
    own = tuple(replace(bridge.names[0], name=f"Somebody Nr{n}") for n in range(number))
    articles = tuple(
        replace(bridge, id=key, source=fixtures.stated(f"S{n % 2 and n}"), names=(*bridge.names, own[n]))
        for n, key in enumerate(ids)
    )
    shared = [replace(entity, articles=ids) for entity in briefing.entities]
    persons = [
        replace(shared[0], id=f"person/{key}", slug=key, name=name.name, articles=(key,), page=key[-1] in "02468")
        for key, name in zip(ids, own, strict=True)
    ]
    pairs = [Story(f"story/{n}", f"s{n}", f"Story {n}", ids[n : n + 2], "inferred") for n in range(0, number - 1, 2)]
    return replace(
        briefing,
        articles=articles,
        slugs={key: key for key in ids},
        rights=dict.fromkeys(ids, "full"),
        entities=(*shared, *persons),
        topics=tuple(replace(topic, articles=ids) for topic in briefing.topics),
        stories=(Story("story/all", "all", "All of it", ids, "inferred"), *pairs),
        timeline=tuple(replace(event, article=key) for key in ids for event in briefing.timeline),
        redirects={},
        duplicates={},
        related={},
    )


def largest(pages: dict[str, str]) -> dict[str, int]:
    """The bytes of the largest page of each kind."""
    sizes: dict[str, int] = {}
    for path, page in pages.items():
        sizes[kind_of(path)] = max(sizes.get(kind_of(path), 0), len(page.encode()))
    return sizes


def test_no_page_grows_with_the_number_of_articles() -> None:
    """Lists are full at 205 and go on at 310; only the numbers said have other digits."""
    pages = pages_of(many(205))
    lists = ("people/ada-okoye", "topics/transport", "articles/index")
    for page in (*lists, "timeline", "timeline/unresolved", "quotes", "quotes/by-speaker", "figures", "corrections"):
        assert f"{page}/3.md" in pages, page
        assert pages[f"{page}.md"].count("<tr>") <= 101
        assert pages[f"{page}.md"].count('class="item"') <= 100
    assert {
        "sources/index/2.md",
        "stories/index/2.md",
        "stories/all/3.md",
        "people/index/n/2.md",
        "sources/s0/2.md",
    } <= pages.keys()
    before, after = largest(pages), largest(pages_of(many(310)))
    assert before.keys() == after.keys()
    assert {kind: (before[kind], size) for kind, size in after.items() if size > 1.01 * before[kind] + 50} == {}
    assert max(before.values()) < 110_000
    assert pages["index.md"].count('<section class="story') == 13
    assert "All 205 articles" in pages["index.md"]
    assert 'href="../../articles/a30.html#p1"' in pages["people/ada-okoye/2.md"]
    assert pages["edition.md"].count('<article class="printed"') == 60
    folders = {path.partition("/")[0] for path in pages if "/" in path}
    named = re.search(r"/\(\?:([a-z|]+)\)", (ROOT / "overrides" / "404.html").read_text("utf-8"))
    assert named and {*named[1].split("|")} == folders | {"assets", "search"}, "from each of ours one click leads home"


def test_no_text_from_outside_becomes_markup() -> None:
    hostile = pages_of(_hostile(fixtures.briefing()))
    assert "&lt;img src=x onerror=alert(1)&gt;" in hostile["articles/marsh-bridge.md"]
    for path, text in hostile.items():
        page = Tags(as_html(text))
        assert "img" not in page.tags, path
        assert not [name for name in page.attributes if name.startswith("on") or name == "style"], path
        assert not [link for link in page.links if link.lower().startswith("javascript")], path
        printed = [load(text)[0].get(key, "") for key in ("title", "description", "authors", "tags", "edition")]
        assert "<" not in str(printed) and '"' not in "".join(map(str, printed)), path


def _hostile(briefing: Briefing) -> Briefing:
    def known(value: str) -> Known[str]:
        evil = fixtures.stated(value)
        return replace(evil, evidence=replace(evil.evidence, text=EVIL, file=EVIL))

    def article(good: fixtures.Article) -> fixtures.Article:
        return replace(
            good,
            title=known(EVIL),
            source=known(EVIL) if good.source else None,
            authors=replace(good.authors, value=(EVIL,)) if good.authors else None,
            url=known("javascript:alert(1)"),
            paragraphs=tuple(replace(p, text=EVIL + p.text[len(EVIL) :]) for p in good.paragraphs),
            removed=tuple(replace(line, text=EVIL, reason=EVIL) for line in good.removed),
            names=tuple(replace(name, name=EVIL + name.name, roles=(EVIL,)) for name in good.names),
            quotes=tuple(replace(quote, text=EVIL, speaker=EVIL, cue=EVIL) for quote in good.quotes),
            figures=tuple(
                replace(f, text=EVIL, counts=EVIL, unit=EVIL, qualifier=EVIL, giver=EVIL) for f in good.figures
            ),
            dates=tuple(replace(date, text=EVIL) for date in good.dates),
            topics=tuple(replace(topic, terms=(EVIL,)) for topic in good.topics),
            summary=tuple(replace(sentence, text=EVIL) for sentence in good.summary),
            keyphrases=(EVIL,),
            edited=replace(good.edited, bottom_line=EVIL, note=EVIL, reason=EVIL),
        )

    return replace(
        briefing,
        settings=replace(
            briefing.settings,
            site_name=EVIL,
            site_description=EVIL,
            contact=EVIL,
            front_page=fixtures.FrontPage(intro=EVIL),
        ),
        articles=tuple(article(good) for good in briefing.articles),
        entities=tuple(replace(e, name=EVIL + e.name, also=(EVIL,), roles=(EVIL,)) for e in briefing.entities),
        topics=tuple(replace(topic, name=EVIL, description=EVIL) for topic in briefing.topics),
        licences={"bridge": EVIL},
        related={
            key: (Related(r.article, r.score, (Reason("names", (EVIL,)),)),) for key, (r,) in briefing.related.items()
        },
        timeline=tuple(replace(event, text=EVIL, expression=EVIL, value=EVIL) for event in briefing.timeline),
    )


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. Ann Lee spoke. All left.", "Ann", "Ann Lee spoke."),
        ("We met Sen. Ann Lee in the U.S. Senate. All left.", "Ann", "We met Sen. Ann Lee in the U.S. Senate."),
        ("“Go,” he said. “Ann stays.” They went.", "Ann", "“Ann stays.”"),
        ("Ann", "Ann", "Ann"),
    ],
)
def test_the_sentence_around_a_name_ends_where_a_sentence_ends(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    assert sentence_around(text, start, start + len(words)) == sentence


def test_a_very_long_sentence_is_cut_between_words() -> None:
    text = "word " * 200 + "Ann " + "word " * 200
    start = text.index("Ann")
    cut = sentence_around(text, start, start + 3)
    assert len(cut) < 340
    assert cut.startswith("…word") and cut.endswith("word…") and "Ann" in cut


SENATE = "He met Sen. Ann Lee of the U.S. Senate and "
PAUSE, HELD = "which allowed for the release of ", " held by Norland…"
LEFT = " left as is over for good as far…"
REST = "is over for good as far as anybody who was there at the time can tell"


@pytest.mark.parametrize(
    ("text", "words", "piece"),
    [
        ("It rained. Some 100 left.", "Some 100", ("", "Some 100", " left.")),
        ("Of them, killing 20 on Monday.", "20", ("Of them, killing ", "20", " on Monday.")),
        ("He met Sen. Ann Lee of the U.S. Senate and 5 men.", "5 men", (SENATE, "5 men", ".")),
        (f"The pause, {PAUSE}some 100 men held by Norland, {REST}.", "100 men", (f"…{PAUSE}some ", "100 men", HELD)),
        (
            f"{REST}, on Jan. 5, 2023, some 45 men left as {REST}.",
            "45 men",
            ("…on Jan. 5, 2023, some ", "45 men", LEFT),
        ),
        (f"{REST}, {REST}, he said, 45 men left.", "45 men", (f"…{REST}, he said, ", "45 men", " left.")),
        (f"The {'very ' * 40}old ship took 45 men.", "45 men", (f"…{'very ' * 15}old ship took ", "45 men", ".")),
    ],
)
def test_the_words_around_a_figure_are_those_of_its_clause(text: str, words: str, piece: tuple[str, ...]) -> None:
    start = text.index(words)
    found = words_around(text, start, start + len(words))
    assert found == piece
    assert "".join(found).strip("…") in text


def test_the_beginning_of_a_sentence_says_where_it_is_cut() -> None:
    assert opening_words("One two three.", 3) == "One two three."
    assert opening_words("One two, three four.", 2) == "One two…"


def test_the_page_of_corrections_has_all_of_them_the_newest_first() -> None:
    briefing = fixtures.briefing()
    first, second = briefing.articles[:2]
    said = tuple(
        Correction(f"2024-{month:02}-{day:02}", f"No. {month} {day}.") for month in (3, 5) for day in range(1, 29)
    )
    more = replace(first, edited=replace(first.edited, corrections=said * 2))
    other = replace(
        second, edited=replace(second.edited, corrections=(Correction("2024-04-09", "Otters, not seals."),))
    )
    found = pages_of(replace(briefing, articles=(more, other, *briefing.articles[2:])))
    page, second_page = found["corrections.md"], found["corrections/2.md"]
    assert "in the editor’s words" in page
    assert page.index("No. 5 28.") < page.index("No. 5 1.") < page.index("Otters, not seals.") < page.index("No. 3 28.")
    assert f'href="articles/{briefing.slugs[second.id]}.html"' in page and "No. 3 1." in second_page
    assert 'href="../corrections.html"' in found[f"articles/{briefing.slugs[first.id]}.md"]
    assert "(corrections.md)" in found["about.md"]
    cards = shown(found["articles/index.md"])
    assert "corrected 28 May 2024" in cards and "corrected 9 April 2024" in cards


def test_what_the_source_corrects_is_said_before_the_text() -> None:
    briefing = fixtures.briefing()
    first = briefing.articles[0]
    note = (Removed(21, "Correction: an earlier version said", "correction"), Removed(22, "14 <b>.", "correction"))
    page = pages_of(replace(briefing, articles=(replace(first, removed=note), *briefing.articles[1:])))[
        f"articles/{briefing.slugs[first.id]}.md"
    ]
    said = "The source notes: Correction: an earlier version said 14 &lt;b&gt;."
    assert said in page and page.index(said) < page.index("</header>")
    assert "The source notes" not in pages_of(briefing)[f"articles/{briefing.slugs[first.id]}.md"]


def arabic(briefing: Briefing, article_id: str) -> Briefing:
    tongue = Known("ar", "stated", Evidence("html-lang", 1, "ar"))
    changed = (replace(a, language=tongue, direction="rtl") if a.id == article_id else a for a in briefing.articles)
    return replace(briefing, articles=tuple(changed))


def test_words_of_an_article_say_their_language_wherever_they_stand() -> None:
    briefing = fixtures.briefing()
    first, second = briefing.articles[0], briefing.articles[1]
    title = html.escape(first.title.value)
    story = Story("story:1", "one-event", first.title.value, (first.id, second.id), "inferred")
    told = replace(
        arabic(briefing, first.id),
        stories=(story,),
        duplicates={second.id: first.id},
        redirects={"former": (briefing.slugs[first.id],)},
    )
    pages = pages_of(told)
    marked = re.compile(rf'lang="ar" dir="rtl">(?:<a [^>]*>)?{re.escape(title)}<')
    for path in ("stories/index.md", "stories/one-event.md", "articles/former.md", "articles/index.md", "index.md"):
        assert marked.search(pages[path]), path
    copy = pages[f"articles/{briefing.slugs[second.id]}.md"]
    assert len(marked.findall(copy)) >= 2, "the notice of the copy and that of the story"
    own = pages[f"articles/{briefing.slugs[first.id]}.md"]
    assert f'<th scope="row">Headline</th><td lang="ar" dir="rtl">{title}</td>' in own
    edited = replace(story, title="Words of the editor", origin="edited")
    assert "<h1>Words of the editor</h1>" in pages_of(replace(told, stories=(edited,)))["stories/one-event.md"]


def test_a_page_in_german_marks_what_is_english_and_not_what_is_german() -> None:
    briefing = fixtures.briefing()
    german = replace(briefing, settings=replace(briefing.settings, language="de"))
    page = pages_of(german)["index.md"]
    assert 'lang="en" dir="ltr"' in page and "In Zahlen" in page
    known = Known("de", "stated", Evidence("html-lang", 1, "de"))
    spoken = tuple(replace(article, language=known, direction="ltr") for article in briefing.articles)
    assert "lang=" not in pages_of(replace(german, articles=spoken))["index.md"]
    dutch = replace(briefing, settings=replace(briefing.settings, language="nl"))
    assert 'lang="en"' not in pages_of(dutch)["index.md"], "without words of its own, the page is English"
