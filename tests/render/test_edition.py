"""The edition for paper: what stands first, in full as far as there is room, and nothing that may not be shown."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.front_matter import load
from briefing.link.rights import publish
from briefing.model import Briefing, Edited, Story
from briefing.render import render_pages
from briefing.render.edition import ARTICLES, edition_page
from briefing.render.links import map_briefing
from tests.render import fixtures


def page_of(briefing: Briefing) -> str:
    return edition_page(map_briefing(briefing))[1]


def heads(page: str, name: str) -> list[str]:
    """The slugs of the articles in one part of the page."""
    parts = page.partition('<section class="inbrief">')
    return re.findall(r'<h[23][^>]*><a href="articles/([a-z0-9-]+)\.html">', parts[0] if name == "whole" else parts[2])


def test_it_holds_what_the_front_page_puts_first_and_says_what_it_leaves_out() -> None:
    page = page_of(fixtures.briefing())
    assert heads(page, "whole") == ["marsh-bridge", "jisr", "ferry-stops"]  # no copy, nothing withdrawn
    assert "3 of 4 articles on one page, for paper" in page
    assert page.count("Mayor Ada Okoye reopened the Marsh Bridge") == 1
    assert load(page)[0]["noindex"] is True


def test_all_articles_of_an_event_stand_together() -> None:
    story = Story("s", "bay", "The bay", ("jisr", "ferry"), "inferred")
    briefing = fixtures.briefing()
    assert heads(page_of(replace(briefing, stories=(story,))), "whole") == ["marsh-bridge", "jisr", "ferry-stops"]
    beside = replace(story, articles=("bridge", "ferry"))
    assert heads(page_of(replace(briefing, stories=(beside,))), "whole") == ["marsh-bridge", "ferry-stops", "jisr"]


def test_the_blocks_of_a_text_keep_their_sort() -> None:
    page = page_of(fixtures.briefing())
    assert "<h3>Repairs</h3>" in page
    assert "<ul><li>a new northern pier</li><li>radar for ships that pass this week</li></ul>" in page
    assert "<blockquote><p>No ship may pass at night.</p></blockquote>" in page
    assert f'<div lang="ar" dir="rtl"><p>{fixtures.ARABIC[0]}</p>' in page


def test_what_the_editor_says_and_corrects_is_on_paper_too() -> None:
    page = page_of(fixtures.briefing())
    for said in ("Correction, 30 April 2024", "The detour of forty minutes", "The trust’s own count differs"):
        assert said in page
    assert 'href="https://courier.example/bridge?a=1&amp;b=2" rel="noopener">Read the original at courier' in page


def test_a_text_that_is_too_long_or_may_not_be_shown_stands_in_brief() -> None:
    briefing, bridge = fixtures.briefing(), fixtures.bridge()
    long = replace(bridge, paragraphs=fixtures.paragraphs(("The bridge is long. " * 1100,)))
    page = page_of(replace(briefing, articles=(long, *briefing.articles[1:])))
    assert heads(page, "brief") == ["marsh-bridge"]
    assert (
        "those on one event together. Copies and what has no room are on their own pages. 2 in full, 1 in brief."
        in page
    )
    assert "in brief." not in page_of(briefing)
    linked = publish(replace(briefing, rights=briefing.rights | {"bridge": "link", "copy": "link"}))
    page = page_of(linked)
    assert heads(page, "brief") == ["marsh-bridge"]
    assert fixtures.BRIDGE[3] not in page and "Read the original at courier.example" in page


def test_it_is_bounded_however_many_and_long_the_articles_are() -> None:
    text = fixtures.paragraphs(("Ein Schiff läuft ein, größer als jedes zuvor. " * 150,) * 2)
    one = replace(fixtures.bridge(), paragraphs=text, names=(), quotes=(), figures=(), dates=())
    many = tuple(replace(one, id=f"a{n:03}", edited=Edited()) for n in range(99))
    ids = [article.id for article in many]
    big = replace(
        fixtures.briefing(),
        articles=many,
        slugs={key: key for key in ids},
        rights=dict.fromkeys(ids, "full"),
        entities=(),
        topics=(),
        redirects={},
        duplicates={},
        related={},
        timeline=(),
    )
    page = page_of(big)
    assert len(heads(page, "whole")) + len(heads(page, "brief")) == ARTICLES
    assert 5 <= len(heads(page, "whole")) < ARTICLES
    assert len(page.encode()) < 140_000


def test_an_empty_briefing_has_no_edition() -> None:
    empty = replace(fixtures.briefing(), articles=(), entities=(), topics=(), duplicates={}, related={}, timeline=())
    assert "edition.md" not in dict(render_pages(replace(empty, slugs={}, redirects={}, rights={})))
