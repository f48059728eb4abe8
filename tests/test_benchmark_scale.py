"""What measures a briefing at its largest: articles that come again, and the kinds of pages that are weighed."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.lighthouse import pages_of
from benchmarks.varied import vary
from benchmarks.weights import kind_of
from tests.render import fixtures


def test_an_article_that_comes_again_has_other_rare_names_in_the_same_places() -> None:
    once, again = fixtures.bridge(), vary(fixtures.bridge(), 2, {"Tiverton"})
    assert [name.name for name in again.names] == ["Ada Okoye", "Tkxgtvqp", "Harbour Trust"]
    for name in again.names:
        for mention in name.mentions:
            assert again.paragraphs[mention.paragraph - 1].text[mention.start : mention.end] == mention.text
    assert again.title.value == f"{once.title.value}3"
    assert [time.value for time in again.dates] == ["2026-04-26", "2024-W18", None]  # a Sunday still
    assert again.reference_date and again.reference_date.value == "2026-04-26"


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("index.html", "index"),
        ("people/ada-okoye.html", "people/"),
        ("people/ada-okoye/2.html", "people/"),
        ("people/index.html", "people/index"),
        ("people/index/a.html", "people/index"),
        ("quotes.html", "quotes"),
        ("quotes/by-speaker/2.html", "quotes"),
    ],
)
def test_pages_are_weighed_by_kind(page: str, kind: str) -> None:
    assert kind_of(page) == kind


def test_lighthouse_looks_at_what_the_front_page_leads_to(tmp_path: Path) -> None:
    links = ("articles/index.html", "articles/bridge.html#p2", "articles/ferry.html", "stories/bridge.html")
    (tmp_path / "index.html").write_text("".join(f'<a href="{link}">…</a>' for link in links), "utf-8")
    assert pages_of(tmp_path) == ["index.html", "articles/bridge.html", "stories/bridge.html"]
