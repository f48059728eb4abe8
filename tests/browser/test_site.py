"""The built site in a real browser: by double-click, and over http under any prefix."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import disk

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


def test_every_page_opens_without_a_complaint_or_a_foreign_request(
    golden: Path, browser: Browser, address: str
) -> None:
    page = browser.new_page()
    visit = Visit(page, address)
    paths = [p for p, _ in disk.listing(golden / "build") if p.endswith(".html") and p != "404.html"]
    assert len(paths) > 20
    for path in paths:
        page.goto(f"{address}/{path}")
        assert visit.complaints == [], path
    page.close()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("fishing boats", "Storm closes harbour"),  # words of a body
        ("Okafor", "Samuel Okafor"),  # a name with a page
        ("herr", "Fish prices rise"),  # the beginning of a word
        ("Lindow harbour", "Lindow harbour"),  # a topic of the editor's
    ],
)
def test_search_finds(browser: Browser, address: str, words: str, expected: str) -> None:
    page = browser.new_page()
    visit = Visit(page, address)
    page.goto(f"{address}/about.html")
    page.keyboard.press("/")
    page.keyboard.type(words)
    link = page.locator("dialog a", has_text=expected).first
    link.wait_for(timeout=10_000)
    link.click()
    page.wait_for_load_state()
    assert expected.split()[0] in page.locator("main").inner_text()
    assert visit.complaints == []
    page.close()


def test_search_can_be_closed_by_keyboard(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.locator("dialog input").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    page.close()


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


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_passes_axe_and_fits_its_window(
    golden: Path, browser: Browser, width: int, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    build = golden / "build"
    kinds = ["index", "about", "timeline", "quotes", "figures", "topics/index", "people/index", "sources/index"]
    kinds += ["stories/index", "articles/storm-closes-harbour-of-lindow-for-a-third-day", "people/ida-brandt", "404"]
    kinds += ["topics/lindow-harbour", "sources/coast-news"]
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    for kind in kinds:
        page.goto((build / f"{kind}.html").as_uri())
        results = Axe().run(page)
        assert results.violations_count == 0, f"{kind}: {results.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"{kind} scrolls sideways"
    context.close()


def test_the_404_page_finds_home_under_no_prefix_at_all(golden: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((golden / "build" / "404.html").as_uri())
    assert page.locator("a").first.get_attribute("href") == "/"
    assert page.evaluate("document.styleSheets.length") >= 1
    page.close()


def test_a_former_address_leads_on_and_keeps_the_fragment(golden: Path, browser: Browser, tmp_path: Path) -> None:
    import shutil

    from briefing.cli import main
    from tests.conftest import TODAY

    root = tmp_path / "briefing"
    shutil.copytree(golden, root)
    (root / "seeds" / "hafen.yml").write_text("aliases: [former-address]\n", "utf-8")
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1"]) == 0
    page = browser.new_page()
    page.goto((root / "build" / "articles" / "former-address.html").as_uri() + "#p2")
    page.wait_for_url("**/hafen-von-lindow*.html#p2")
    page.close()
