"""The text of the built site in a real browser; what else it promises is tested under tests/promises/."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

pytestmark = pytest.mark.browser


class Visit:
    """A page whose every complaint and request is kept."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.complaints = page, []
        page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append("a script of the text ran"), dialog.dismiss()))
        page.on("requestfailed", self._failed)
        page.on("response", lambda r: self.complaints.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
        page.on("request", lambda r: None if r.url.startswith((address, "data:")) else self.complaints.append(r.url))

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # what the next page cut short
            self.complaints.append(f"{request.failure}: {request.url}")


def test_hostile_text_is_shown_as_text(golden: Path, browser: Browser) -> None:
    path = next((golden / "build" / "articles").glob("img-src-x*.html"))
    page = browser.new_page()
    visit = Visit(page, (golden / "build").as_uri())
    page.goto(path.as_uri())
    assert "<img src=x onerror=alert(1)> {{ config }} & the *harbour* [link](javascript:alert(1))" in (
        page.locator("h1").inner_text()
    )
    text = page.locator("article.read").inner_text()
    for words in (
        '<script>alert("x")</script> and </article> and [TOC] and ![x](y)',
        '--8<-- "mkdocs.yml"',
        '{: onclick="alert(1)" }',
        "*[harbour]:",
        "& an entity &lt;b&gt;",
        "| a | table |",
        "~~more~~",
    ):
        assert words in text
    assert page.locator("main script, main img, main [onclick], main a[href^='javascript']").count() == 0
    assert visit.complaints == []
    page.close()
