"""The pages of a briefing: which there are, what stands on them, and that no text becomes markup."""

from __future__ import annotations

import html.parser
import posixpath
import re
from dataclasses import replace

import markdown
import pytest

from briefing.front_matter import load
from briefing.model import Briefing, Known, Reason, Related
from briefing.render import render_pages
from briefing.render.names import sentence_around
from tests.render import fixtures

EVIL = "<img src=x onerror=alert(1)> **b** {{ x }} [a](javascript:x) `c`"
INDEXES = ("topics/index", "people/index", "places/index", "organisations/index", "stories/index", "sources/index")
ALWAYS = ("index", "about", "timeline", "quotes", "figures", "articles/index", *INDEXES)


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
    for path in (*INDEXES, "timeline", "quotes", "figures"):
        assert 'class="empty"' in found[f"{path}.md"] or "not-stated" in found[f"{path}.md"], path


def test_all_links_lead_to_a_page_and_its_fragment(pages: dict[str, str]) -> None:
    built = {path.removesuffix(".md"): Tags(as_html(text)) for path, text in pages.items()}
    generated_elsewhere = {"feed.xml", "feed.json", "briefing.json"}
    for path, page in built.items():
        assert len(set(page.ids)) == len(page.ids), path
        for link in page.links:
            if link.startswith("https://") or link in generated_elsewhere:
                continue
            address, _, fragment = link.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address)) if address else path
            target = re.sub(r"\.(html|md)$", "", target)
            assert target in built, (path, link)
            assert not fragment or fragment in built[target].ids, (path, link)


def test_an_article_shows_its_text_and_how_its_values_are_known(pages: dict[str, str]) -> None:
    page = pages["articles/marsh-bridge.md"]
    assert load(page)[0]["kind"] == "article"
    assert '<span class="inferred">source inferred</span>' in page
    assert "publication date not stated · reports Sunday 28 April 2024 · 3 min" in page
    assert '<p class="by">In Bay Courier’s words</p>' in page
    assert "Mayor [Ada Okoye](../people/ada-okoye.md){.name} reopened the Marsh Bridge" in page
    assert "<b><bdi>Sunday</bdi></b> 28 April 2024, counted from the editor’s date" in page
    assert "<b>33,000+</b> <bdi>vehicles a day</bdi>" in page
    assert (
        "both mention Ada Okoye, Tiverton and Harbour Trust · same topic, not the same event · 148 days earlier" in page
    )
    assert "<summary>2 lines set aside</summary>" in page
    assert '<tr><th scope="row">Published</th><td></td><td>not known</td>' in page
    assert 'rel="noopener">Read the original at courier.example</a>' in page
    assert "Correction, 30 April 2024: The bridge is 90 years old, not 80." in page


def test_what_is_not_known_is_said(pages: dict[str, str]) -> None:
    page = pages["articles/ferry-stops.md"]
    assert '<b><a href="../sources/not-stated.html">Source not stated</a></b>' in page
    assert "headline ours: the text has none" in page
    assert "In the words of the source, which is not stated" in page
    assert "Rights not stated" in page


def test_blocks_of_a_text_keep_their_sort_and_their_number(pages: dict[str, str]) -> None:
    page = as_html(pages["articles/marsh-bridge.md"])
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
    assert page.index("marsh-bridge.html") < page.index("ferry-stops.html") < page.index("jisr.html")
    assert page.count('<section class="story') == 3
    assert "Also carried by Morning Wire" in page
    assert "articles/gone.html" not in page
    assert "£14.3 million" in page
    assert "Edition of 29 April 2024 · 4 articles · 3 sources named, 1 not stated" in page


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
    assert "described as Mayor · 3 articles · also: Okoye" in page
    assert 'href="../articles/ferry-stops.html#p3"' in page
    assert page.count("We promised that nobody") == 1  # the copy says it too


def test_a_topic_shows_those_above_and_below_it(pages: dict[str, str]) -> None:
    assert '<a href="../topics/transport.html">Transport</a>' in pages["topics/bridges.md"]
    assert "Below this topic" in pages["topics/transport.md"]
    assert load(pages["topics/transport.md"])[0]["feed"] == "topics/transport.xml"


def test_no_page_grows_with_the_number_of_articles() -> None:
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    articles = tuple(replace(bridge, id=f"a{n}", source=fixtures.stated(f"S{n % 3}")) for n in range(205))
    ids = tuple(article.id for article in articles)
    many = replace(
        briefing,
        articles=articles,
        slugs={key: key for key in ids},
        rights=dict.fromkeys(ids, "full"),
        entities=tuple(replace(entity, articles=ids) for entity in briefing.entities),
        topics=tuple(replace(topic, articles=ids) for topic in briefing.topics),
        timeline=tuple(replace(briefing.timeline[1], article=key) for key in ids),
        redirects={},
        duplicates={},
        related={},
    )
    pages = pages_of(many)
    for page in ("people/ada-okoye", "topics/transport", "timeline", "quotes", "figures", "articles/index"):
        assert f"{page}/3.md" in pages, page
        assert pages[f"{page}.md"].count("<tr>") <= 101
        assert pages[f"{page}.md"].count('class="item"') <= 100
    assert pages["index.md"].count('<section class="story') == 13
    assert "All 205 articles" in pages["index.md"]
    assert 'href="../../articles/a100.html#p1"' in pages["people/ada-okoye/2.md"]


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
            figures=tuple(replace(f, text=EVIL, counts=EVIL, unit=EVIL, qualifier=EVIL) for f in good.figures),
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
