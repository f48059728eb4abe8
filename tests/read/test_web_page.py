"""Web pages: what is stated comes first, what is broken raises nothing, and no clock is asked."""

import random
import time

import pytest

from briefing.read.web_page import read_web_page

PARAGRAPH = "The harbour opened again on Monday after a year of repairs, the mayor said in front of two hundred people."
PAGE = (
    "<html><head>{head}</head><body><article><h1>Harbour reopens</h1>"
    + f"<p>{PARAGRAPH}</p>" * 3
    + "</article></body></html>"
)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:title" content="Harbour reopens after a year">', "Harbour reopens after a year"),
        ('<meta name="twitter:title" content="Harbour &amp;amp; market">', "Harbour & market"),
        ("<title>Harbour reopens - The Courier</title>", "Harbour reopens"),
        (
            '<meta property="og:title" content="The Courier"><meta property="og:site_name" content="The Courier">',
            "Harbour reopens",
        ),
        ('<script type="application/ld+json">{"@type":"Article","headline":"Harbour …"}</script>', "Harbour reopens"),
        ('<script type="application/ld+json">{"@type":"Article","headline":</script>', "Harbour reopens"),
        ('<script type="application/ld+json">' + "[" * 50_000 + "</script>", "Harbour reopens"),
    ],
)
def test_the_title_is_the_one_stated(head: str, title: str) -> None:
    stated = read_web_page(PAGE.format(head=head)).stated
    assert stated.title and (stated.title.value, stated.title.origin) == (title, "stated")


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="javascript:alert(1)">',
        '<link rel="canonical" href="/harbour">',
        '<link rel="canonical" href="https://courier.example/">',
        '<meta property="og:url" content="ftp://courier.example/a">',
    ],
)
def test_only_the_whole_address_of_the_article_counts(head: str) -> None:
    assert read_web_page(PAGE.format(head=head)).stated.url is None


@pytest.mark.parametrize("stamp", ["2024-02-30", "soon", "", "99999", "today"])
def test_a_date_that_is_none_is_not_stated(stamp: str) -> None:
    head = f'<meta property="article:published_time" content="{stamp}">'
    assert read_web_page(PAGE.format(head=head)).stated.date is None


def test_a_copyright_year_is_no_date() -> None:
    assert (
        read_web_page(PAGE.format(head="").replace("</article>", "<p>© 2021 Courier</p></article>")).stated.date is None
    )


@pytest.mark.parametrize(
    "html",
    [
        "",
        "text alone",
        "<",
        "<html",
        "<!--",
        "<p>" * 3_000,
        "<div>" * 3_000,
        "<table>" * 500,
        "\x00<p>a",
        "<svg><p>x",
        "&#0;",
    ],
)
def test_broken_pages_raise_nothing(html: str) -> None:
    content = read_web_page(html)
    assert content.unreadable or isinstance(content.lines, tuple)


def test_pages_cut_and_shuffled_raise_nothing() -> None:
    chance = random.Random(3)
    parts = PAGE.format(head='<script>var secret = "hidden";</script><style>b{}</style>').split(">")
    for _ in range(15):
        chance.shuffle(parts)
        content = read_web_page(">".join(parts) + ">")
        assert content.unreadable or all(line.text for line in content.lines)


def test_thousands_of_tables_do_not_stop_the_run() -> None:
    began = time.process_time()
    assert len(read_web_page("<table><tr><td>a</td></tr></table>" * 3_000).lines) == 3_000
    assert time.process_time() - began < 3


def test_an_element_with_thousands_of_attributes_does_not_stop_the_run() -> None:
    began = time.process_time()
    attributes = " ".join(f"a{number}='<{number}>'" for number in range(60_000))
    page = f"<article><p {attributes}>The harbour was closed.</p><p title='>'>Nobody knows why.</p></article>"
    assert [line.text for line in read_web_page(page).lines] == ["The harbour was closed.", "Nobody knows why."]
    assert time.process_time() - began < 5


def shown(html: str) -> list[str]:
    return [line.text for line in read_web_page(PAGE.format(head="").replace("<h1>", f"{html}<h1>")).lines]


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        (
            "<p>By Ana Prado<br>May 3, 2024<br>Updated May 4, 2024</p>",
            ["By Ana Prado", "May 3, 2024", "Updated May 4, 2024"],
        ),
        ("<p>Tides of the bay<br>by Ana Prado</p>", ["Tides of the bay", "by Ana Prado"]),
        (
            "<p>It rained in<br>the bay, on<br>Monday,<br>Ann said.</p>",
            ["It rained in the bay, on", "Monday, Ann said."],
        ),
        ("<h2>It rained<br>Again</h2>", ["It rained Again"]),
        (
            '<p>It cost £78,000<a href="#fn1">1</a>, he said.<a href="https://a.example/p#footnote-2">[2]</a></p>',
            ["It cost £78,000, he said."],
        ),
        (
            '<p>All <a href="#top">of</a> it, 3 m<sup>2</sup>, <a href="/2">2</a> more.</p>',
            ["All of it, 3 m2, 2 more."],
        ),
        (
            '<p>It fell<a href="#r4">4</a> again.<sup><a href="#r5">5</a></sup> It won.</p>',
            ["It fell again. It won."],
        ),
        (
            '<p>Figure <a href="#fig2">2</a> shows <a href="/a#goal3">3</a> of 1–<a href="#goal4">4</a>.</p>',
            ["Figure 2 shows 3 of 1–4."],
        ),
    ],
)
def test_a_line_of_its_own_is_one_and_the_number_of_a_note_is_no_text(html: str, lines: list[str]) -> None:
    assert shown(f"<section>{html}</section>")[: len(lines)] == lines


@pytest.mark.parametrize(("author", "found"), [("admin", None), ("Webmaster", None), ("Ada Root", ("Ada Root",))])
def test_the_name_of_a_login_is_no_author(author: str, found: tuple[str, ...] | None) -> None:
    stated = read_web_page(PAGE.format(head=f'<meta name="author" content="{author}">')).stated
    assert (stated.authors and stated.authors.value) == found
