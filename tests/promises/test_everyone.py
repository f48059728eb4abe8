"""Everyone can read it: by keyboard, with a screen reader, in large letters, in any script, in one's own colours."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.install import node_package, program
from tests.conftest import KINDS, STORM

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser

RICH = ["index", STORM, "articles/mina"]  # under every condition; the others take turns unless all is asked for
PHONE, DESK = 390, 1440
LARGE = "html { font-size: 200% !important }"
AIRY = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }\
    p { margin-bottom: 2em !important }"
UNFOLD = "document.querySelectorAll('details').forEach(fold => { fold.open = true })"
GEOMETRY = (Path(__file__).parent / "geometry.js").read_text("utf-8")

Open = Callable[..., "Page"]


@pytest.fixture
def open_page(readers: Path, browser: Browser) -> Iterator[Open]:
    """Opens a page of the built site; ``css`` is what a reader's own style sheet says."""
    contexts: list[BrowserContext] = []

    def opened(kind: str, width: int = DESK, css: str = "", **settings: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=bool(css), **settings)
        contexts.append(context)
        page = context.new_page()
        page.goto((readers / "build" / f"{kind}.html").as_uri())
        if css:
            page.add_style_tag(content=css)
        return page

    yield opened
    for context in contexts:
        context.close()


def search(page: Page, words: str) -> None:
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator("dialog[open] li a").first.wait_for(timeout=20_000)


# ------------------------------------------------------------------------------------------------------------- axe


COMBINATIONS = [(PHONE, "light"), (DESK, "dark"), (PHONE, "dark"), (DESK, "light")]


@pytest.mark.parametrize("combination", range(len(COMBINATIONS)))
def test_axe_finds_nothing(readers: Path, open_page: Open, combination: int, everything: bool) -> None:
    """By default each kind of page in one palette and width or two, those with the most in them in all four."""
    width, scheme = COMBINATIONS[combination]
    page = open_page("index", width, css="/* lets axe in */", color_scheme=scheme)
    for kind in KINDS if everything else [*RICH, *KINDS[combination::4]]:
        page.goto((readers / "build" / f"{kind}.html").as_uri())
        page.evaluate(UNFOLD)
        run_axe(page, kind)
    page.goto((readers / "build" / "about.html").as_uri())
    for words in ("lindow", "nothing has this word"):
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.wait_for_function("/result|Nothing/.test(document.querySelector('.search-status').textContent)")
        run_axe(page, f"search for {words}")
        page.keyboard.press("Escape")


def run_axe(page: Page, what: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    rules = {"target-size": {"enabled": True}}  # of WCAG 2.2 AA, which axe leaves out by itself
    results = Axe().run(page, options={"preload": False, "resultTypes": ["violations"], "rules": rules})
    assert results.violations_count == 0, f"{what}: {results.generate_report()}"


# ---------------------------------------------------------------------------------------------------- HTML and CSS

ALLOWED = {
    # Two hidden checkboxes of Material's base.html: no reader meets them, no block of its template leaves them out.
    r"Attribute “autocomplete” is only allowed when the input type is “color”.*": re.compile(r'id="__(drawer|search)"'),
    # To vnu a file has no origin, so 'self' allows it nothing; the browsers of test_offline.py load these very files.
    r"Resource violates Content Security Policy \(meta tag\): external (script|stylesheet) .*": re.compile(
        r'(src|href)="(\.\./)*assets/[a-z]+\.(js|css)\?[0-9a-f]+"'
    ),
    # vnu does not compute hashes; tests/browser/test_theme.py does, and test_offline.py sees the style at work.
    # Data in a script element never runs, so no policy is asked: the browsers of test_offline.py do not complain.
    r"Inline (style|script) violates Content Security Policy \(meta tag\).*": re.compile(
        r'<(style|script)>|<script type="application/ld\+json">'
    ),
}


def is_allowed(message: dict[str, Any], line: str) -> bool:
    return any(re.fullmatch(text, message["message"]) and where.search(line) for text, where in ALLOWED.items())


def vnu(*arguments: str) -> list[dict[str, Any]]:
    jar = node_package("vnu-jar/build/dist/vnu.jar")
    command = [program("java"), "-jar", str(jar), "--exit-zero-always", "--stdout", "--format", "json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8", timeout=300)
    return list(json.loads(done.stdout)["messages"])


def test_vnu_finds_nothing_in_any_page_but_what_is_allowed_with_a_reason(readers: Path) -> None:
    build = readers / "build"
    found = []
    for message in vnu("--skip-non-html", str(build)):
        page = Path(message["url"].removeprefix("file:"))
        line = page.read_text("utf-8").splitlines()[message["lastLine"] - 1]
        if not is_allowed(message, line):
            found.append((str(page.relative_to(build)), message["lastLine"], message["message"], line[:200]))
    assert found == []


def test_vnu_finds_nothing_in_the_style_sheets(readers: Path) -> None:
    sheets = sorted(str(path) for path in (readers / "build" / "assets").glob("*.css"))
    assert len(sheets) == 2
    assert [message["message"] for message in vnu("--css", *sheets)] == []


# --------------------------------------------------------------------------------------------------------- keyboard

FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
REACHABLE = f"""[...document.querySelectorAll("{FOCUSABLE}")].filter(e => e.tabIndex >= 0 && e.checkVisibility())
    .map(e => {{
    e.dataset.nth ??= [...document.querySelectorAll("*")].indexOf(e); return e.dataset.nth }})"""
FOCUSED = """() => { const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return { nth: e.dataset.nth, name: e.tagName + "." + e.className,
    style: style.outlineStyle, width: parseFloat(style.outlineWidth),
    visible: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    box: {x: box.x, y: box.y, width: box.width, height: box.height} } }"""


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", ["index", STORM, "articles/mina", "own"])
def test_tab_reaches_everything_in_its_order_and_is_seen_there(open_page: Open, kind: str, width: int) -> None:
    page = open_page(kind, width, reduced_motion="reduce")
    page.evaluate(UNFOLD)
    expected = page.evaluate(REACHABLE)
    assert len(expected) > 15
    reached = []
    for _ in expected:
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        assert now["visible"], f"{now['name']} has the focus out of sight"
        assert now["style"] not in ("none", "auto"), f"{now['name']} does not show its focus"
        assert now["width"] >= 2, now["name"]
        reached.append(now["nth"])
    assert reached == expected
    for nth in reversed(expected[-6:-1]):  # and back: no trap
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(FOCUSED)["nth"] == nth


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_focus_is_painted(open_page: Open, scheme: str) -> None:
    """On every kind of thing that can have it, the picture around it changes."""
    page = open_page(STORM, color_scheme=scheme, reduced_motion="reduce")
    page.evaluate(UNFOLD)
    seen = set()
    for _ in page.evaluate(REACHABLE):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["name"] in seen:
            continue
        seen.add(now["name"])
        box = now["box"]
        corner = {"x": max(0, box["x"] - 6), "y": max(0, box["y"] - 6)}
        clip = {**corner, "width": box["width"] + 12, "height": box["height"] + 12}
        with_focus = page.screenshot(clip=clip)
        page.evaluate("document.activeElement.style.outline = 'none'")
        assert page.screenshot(clip=clip) != with_focus, now["name"]
        page.evaluate("document.activeElement.style.outline = ''")
    assert len(seen) >= 6


@pytest.mark.parametrize("kind", ["index", STORM])
def test_the_first_tab_offers_to_skip_to_the_text(open_page: Open, kind: str) -> None:
    page = open_page(kind)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#content') !== null")


def test_search_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(STORM)
    active = "document.activeElement.className"
    while page.evaluate(active) != "search":
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate(active) == "search-input"
    page.keyboard.type("lindow/harbour")  # a slash here is a letter
    page.locator("dialog[open] li a").first.wait_for(timeout=20_000)
    assert page.locator(".search-input").input_value() == "lindow/harbour"
    place = "[...document.querySelectorAll('.search-results a')].indexOf(document.activeElement)"
    for key, expected in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1)):
        page.keyboard.press(key)
        assert page.evaluate(place) == expected
    assert page.evaluate(active) == "search-input"
    for _ in range(30):  # Tab stays in the dialog, or is the browser's own
        page.keyboard.press("Tab")
        inside = "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        assert page.evaluate(inside), page.evaluate("document.activeElement.outerHTML")
        if page.evaluate("document.activeElement.closest('dialog') !== null"):
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate(active) == "search"  # the focus is where it was
    search(page, "okafor")
    page.keyboard.press("Escape")  # from the field, which would only clear itself
    assert page.locator("dialog[open]").count() == 0
    search(page, "okafor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/samuel-okafor.html")


def test_the_dialog_says_what_it_is_and_what_it_found(open_page: Open) -> None:
    page = open_page("about")
    search(page, "lindow")
    dialog = page.get_by_role("dialog", name="Search this briefing")
    assert dialog.count() == 1
    assert dialog.get_by_role("searchbox", name="Search this briefing").count() == 1
    assert re.fullmatch(r"\d+ results", dialog.get_by_role("status").inner_text())
    assert dialog.get_by_role("list").get_by_role("link").count() > 3


def test_folds_and_colours_by_keyboard(open_page: Open) -> None:
    page = open_page(STORM)
    page.locator("summary").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.locator("details").nth(1).evaluate("fold => fold.open")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.locator("[data-palette]").focus()
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.keyboard.press("Space")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != before
    assert page.evaluate("document.activeElement.className") == "palette"


def test_a_table_that_scrolls_in_its_fold_is_reached_by_keyboard(open_page: Open) -> None:
    page = open_page(STORM, 760)
    page.evaluate("document.querySelector('.folds td').textContent = 'x'.repeat(200)")
    box = page.locator(".folds .scroll").first
    page.locator("summary").first.click()
    page.wait_for_function("document.querySelector('.folds .scroll').tabIndex === 0")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert box.get_attribute("role") == "region"
    assert box.get_attribute("aria-label")


# ---------------------------------------------------------------------------- large letters, narrow windows, paper

SIGHTS = {
    "a window of 320 pixels": (320, "", "screen"),
    "twice as near": (DESK // 2, "", "screen"),
    "twice as large": (1280, LARGE, "screen"),
    "twice as large on a narrow screen": (640, LARGE, "screen"),
    "more space between letters, words and lines": (DESK, AIRY, "screen"),
    "more space on a phone": (PHONE, AIRY, "screen"),
    "on paper": (700, "", "print"),
}


@pytest.mark.parametrize("sight", SIGHTS)
def test_no_word_is_lost(readers: Path, open_page: Open, sight: str, everything: bool) -> None:
    width, css, media = SIGHTS[sight]
    page = open_page("index", width)
    page.emulate_media(media="print" if media == "print" else "screen", color_scheme="dark")
    build = readers / "build"
    turn = list(SIGHTS).index(sight) % 4
    for kind in KINDS if everything else [*RICH, *KINDS[turn::4]]:
        page.goto((build / f"{kind}.html").as_uri())
        style(page, css)
        page.evaluate(UNFOLD)
        assert page.evaluate(GEOMETRY) == [], kind


def style(page: Page, css: str) -> None:
    """A reader's own style sheet, which no policy of a page forbids."""
    page.evaluate(
        "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }", css
    )


@pytest.mark.parametrize(("width", "css"), [(320, ""), (1280, LARGE), (PHONE, LARGE), (PHONE, AIRY), (DESK, AIRY)])
def test_no_word_of_the_search_is_lost(open_page: Open, width: int, css: str) -> None:
    page = open_page("about", width)
    style(page, css)
    search(page, "lindow")
    assert page.evaluate(GEOMETRY) == []
    letters = page.evaluate("parseFloat(getComputedStyle(document.querySelector('dialog[open]')).fontSize)")
    assert letters == (32 if css == LARGE else 16)


@pytest.mark.parametrize(
    ("css", "remark"),
    [
        (".head { width: 2000px }", "scrolls sideways"),
        (".head h1 { margin-inline-start: -9rem }", "outside the window"),
        (".para { margin-bottom: -2.2rem !important }", "on top of one another"),
        (".para { height: 1.5rem; overflow: hidden }", "cut off"),
    ],
)
def test_lost_words_are_noticed(open_page: Open, css: str, remark: str) -> None:
    page = open_page(STORM, PHONE, css=css)
    assert any(remark in said for said in page.evaluate(GEOMETRY))


# --------------------------------------------------------------------------------------------- scripts of the world


def test_an_article_from_right_to_left(open_page: Open) -> None:
    page = open_page("articles/mina")
    arabic = re.compile(r"[\u0600-\u06ff]")
    for selector in ("h1", ".brief p:not(.by)", "#p1", "#p2", "#p3", ".folds td[lang]"):
        for element in page.locator(f"main {selector}").all():
            assert arabic.search(element.text_content() or "")
            assert (element.get_attribute("lang"), element.get_attribute("dir")) == ("ar", "rtl"), selector
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).textAlign") == "start"
    for note in page.locator(".why bdi, .editor bdi").all():  # the editor may write in any language too
        assert note.evaluate("e => getComputedStyle(e).direction") == "rtl"
    # The full stop of an Arabic sentence stands at its left end.
    ends = """e => { const text = e.firstChild, range = document.createRange();
        const at = i => { range.setStart(text, i); range.setEnd(text, i + 1);
            return range.getBoundingClientRect().left };
        return [at(0), at(text.length - 1)] }"""
    for selector in (".why bdi", ".editor bdi", ".brief p:not(.by)"):
        first, last = page.locator(f"main {selector}").first.evaluate(ends)
        assert last < first, selector


@pytest.mark.parametrize("kind", ["index", "articles/index", "topics/lindow-harbour", "quotes"])
def test_a_headline_from_right_to_left_among_others(open_page: Open, kind: str) -> None:
    page = open_page(kind)
    found = page.locator("main [lang=ar]")
    assert found.count() > 0
    for element in found.all():
        assert element.get_attribute("dir") == "rtl"
        assert element.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_result_of_the_search_from_right_to_left(open_page: Open) -> None:
    page = open_page("index")
    search(page, "رصيفه")
    parts = page.locator("dialog a [dir]").all()
    assert len(parts) >= 2
    for part in parts:
        assert part.get_attribute("lang") == "ar"
        assert part.evaluate("e => getComputedStyle(e).direction") == "rtl"


# ------------------------------------------------------------------------------------------------- the reader's own


def test_nothing_moves_for_those_who_asked_for_rest(open_page: Open) -> None:
    page = open_page(STORM, reduced_motion="reduce")
    page.evaluate(UNFOLD)
    search(page, "lindow")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
    durations = "[...document.querySelectorAll('*')].map(e => getComputedStyle(e).transitionDuration)"
    assert set(page.evaluate(durations)) == {"0s"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_colours_of_one_s_own_every_mark_is_still_one(open_page: Open, scheme: str) -> None:
    page = open_page("quotes", forced_colors="active", color_scheme=scheme)
    edges = """[...document.querySelectorAll('.bar a')].map(
        e => [e.hasAttribute('aria-current'), getComputedStyle(e).borderBottomColor])"""
    canvas = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for is_current, colour in page.evaluate(edges):
        assert (colour != canvas) is is_current
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["style"] == "solid"
    page = open_page(STORM, forced_colors="active", color_scheme=scheme)
    assert page.locator("mark").first.evaluate("e => getComputedStyle(e).backgroundColor") != canvas
    page = open_page("index", forced_colors="active", color_scheme=scheme)
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert set(page.evaluate("[...document.querySelectorAll('svg text')].map(e => getComputedStyle(e).fill)")) == {ink}


def test_paper_gets_the_text_and_not_the_buttons(open_page: Open) -> None:
    page = open_page(STORM, color_scheme="dark")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for selector in (".bar", ".tools", ".foot"):
        assert not page.locator(selector).is_visible()
    assert page.locator("#p1").is_visible()
    assert page.pdf()[:5] == b"%PDF-"
