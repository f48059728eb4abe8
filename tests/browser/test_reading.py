"""What an article offers to a pointer and to the keys: cards of names, marks of paragraphs, files to cite with.

What a reader does with them, in every browser, is in tests/promises/journeys.mjs.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
STORM = "articles/storm-closes-harbour-of-lindow-for-a-third-day"


@pytest.fixture
def page(golden: Path, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    opened = context.new_page()
    opened.goto((golden / "build" / f"{STORM}.html").as_uri())
    yield opened
    context.close()


def test_a_card_shows_with_the_focus_of_the_keyboard_within_the_window(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.keyboard.press("Tab")
    names = page.locator("a.name[aria-describedby]")
    for place in range(names.count()):
        name = names.nth(place)
        name.focus()
        card = page.locator(f"#{name.get_attribute('aria-describedby')}")
        box = card.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
        page.keyboard.press("Escape")
        assert not card.is_visible() and name.evaluate("link => link === document.activeElement")


def test_the_mark_after_a_paragraph_shows_under_the_pointer(page: Page) -> None:
    mark = page.locator("#p2 > .here")
    assert mark.evaluate("mark => getComputedStyle(mark).opacity") == "0"
    page.locator("#p2").hover()
    assert mark.evaluate("mark => getComputedStyle(mark).opacity") == "1"


def test_the_marks_of_the_paragraphs_are_one_stop_and_the_arrows_go_through_them(page: Page) -> None:
    stops = "[...document.querySelectorAll('a.here')].filter(a => a.tabIndex === 0).map(a => a.parentElement.id)"
    focused = "document.activeElement.parentElement.id"
    assert page.evaluate(stops) == ["p1"]
    page.locator("#p1 > .here").focus()
    for key, there in [("ArrowDown", "p2"), ("ArrowUp", "p1"), ("ArrowUp", "p1"), ("ArrowDown", "p2")]:
        page.keyboard.press(key)
        assert page.evaluate(focused) == there
    page.keyboard.press("Tab")  # on to the next link of the text, past every other mark
    assert page.evaluate("document.activeElement.className") != "here"
    assert page.evaluate(stops) == ["p2"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("End")
    last = page.evaluate("[...document.querySelectorAll('a.here')].at(-1).parentElement.id")
    assert page.evaluate(focused) == last
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{last}")


def test_a_file_to_cite_with_is_saved_under_the_name_of_the_article(page: Page) -> None:
    page.get_by_text("Cite, find the original").click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="BibTeX").click()
    assert saved.value.suggested_filename == f"{STORM.removeprefix('articles/')}.bib"
    text = Path(saved.value.path()).read_text("utf-8")
    assert text.startswith("@misc{storm-closes") and "Coast News" in text


def test_on_paper_links_are_numbered_and_their_addresses_stand_at_the_end(golden: Path, page: Page) -> None:
    page.goto((golden / "build" / "articles" / "fish-prices-rise-why-lindow-matters.html").as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".addresses li").all_inner_texts() == ["https://quay.example/fish-prices"]
    assert set(page.locator("a + sup").all_inner_texts()) == {"1"} and page.locator("a + sup").count() == 2
    for gone in (".here", ".cards", ".beside", ".screen"):
        assert not any(one.is_visible() for one in page.locator(gone).all())
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".addresses, a + sup").count() == 0
    page.evaluate("document.documentElement.classList.remove('js')")
    link = page.locator('a[href^="http"]').first
    assert "quay.example/fish-prices" in link.evaluate("link => getComputedStyle(link, '::after').content")
