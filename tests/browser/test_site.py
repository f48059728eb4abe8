"""Text and colours of the built site in a real browser; what else it promises is tested under tests/promises/."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("golden")]
PREFIX = "desk-7f3a/briefing"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def served(golden: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site over http under a prefix that it was not built for."""
    root = tmp_path_factory.mktemp("server")
    (root / PREFIX).parent.mkdir(parents=True)
    (root / PREFIX).symlink_to(golden / "build", target_is_directory=True)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/{PREFIX}"
    server.shutdown()


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, golden: Path) -> str:
    if request.param == "file":
        return (golden / "build").as_uri()
    return request.getfixturevalue("served")


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
        "&amp; an entity &lt;b&gt;",
        "| a | table |",
        "~~more~~",
    ):
        assert words in text
    assert page.locator("main script, main img, main [onclick], main a[href^='javascript']").count() == 0
    assert visit.complaints == []
    page.close()


def test_the_palette_is_chosen_and_remembered(browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="light")
    page.goto(f"{address}/index.html")
    background = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(background)
    for _ in range(3):  # the button goes through system, light and dark
        page.locator("[data-palette]").first.click()
        if page.evaluate(background) != light:
            break
    dark = page.evaluate(background)
    assert dark != light
    page.goto(f"{address}/about.html")
    assert page.evaluate(background) == dark
    page.close()
