"""The theme alone, on pages written by hand in the shapes that ``briefing.render`` emits."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing.render.interface import interface
from tests import hand_built

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "overrides" / "assets"

LONG = "https://coast.example/" + "a-path-without-any-space/" * 8
FRONT = """---
title: "The Lindow File"
description: "Boats &amp; storms"
edition: "Edition of 5 March 2024"
---

<h1 class="sr">The Lindow File</h1>
<div class="front"><div class="stories"><section class="story lead">
<p class="kicker"><a href="quotes.html">Weather</a></p>
<h2><a href="articles/storm.html">Storm closes the harbour</a></h2><p class="sum">Waves reached the quay.</p>
<p class="meta"><b>Coast News</b> · 5 March 2024</p>
<ul class="chips"><li><a href="people/index.html">Ida Brandt</a></li></ul>
</section></div><aside aria-label="Also"><section><h2>In figures</h2><div class="fig"><b>40</b>
<span class="small">boats outside</span></div></section></aside></div>
"""
ARTICLE = f"""---
title: "Storm &lt;b&gt; closes the harbour"
linked_data: {{"@type": "WebPage", name: "Storm </script><b> closes"}}
description: "Waves reached the quay."
kind: article
authors: ["Ada &quot;A&quot; Lind"]
tags: ["Weather"]
---

<header class="head"><p class="kicker"><a href="../topics/index.html">Weather</a></p><h1>Storm closes the harbour</h1>
<p class="meta"><b>Coast News</b> <span class="inferred">source inferred</span> · 5 March 2024</p>
<div class="brief"><p class="by">In the words of Coast News</p><p>Waves reached the quay.</p></div></header>

The harbour of <a class="name" href="../people/index.html">Lindow</a> closed <time>Monday</time>, says {LONG}
{{: .para #p1 }}

<div class="note"><p><b>Monday</b> 4 March 2024</p></div>

<mark>“We shall open it again.”</mark> So the mayor.
{{: .para #p2 }}

عاد القارب إلى الميناء.
{{: .para #p3 lang=ar dir=rtl }}

<aside class="index" aria-label="In this article"><section><h2>People</h2><ul><li>Ida Brandt</li></ul></section></aside>
<div class="folds"><details><summary>How we know</summary><table><tr><th scope="row">Source</th><td id="known">line
17</td></tr></table></details></div>
"""
QUOTES = """---
title: Quotes
description: Who said what
---

<header class="head"><h1>Quotes</h1><p class="dek">All of them.</p></header>
<table class="ledger quotes"><thead><tr><th scope="col">Quote</th><th scope="col">Speaker</th>
<th scope="col">Reported</th></tr></thead>
<tbody><tr><td>“We shall open it again.”</td>
<td data-label="Speaker"><a href="people/index.html">Ida Brandt</a></td><td data-label="Reported">Monday</td></tr>
</tbody></table>
"""
FIGURES = """---
title: Figures
kind: ledger
---

<header class="head"><h1>Figures</h1></header>
<div class="sift" hidden data-sift="{shown} of the {all} rows"><label>Rows with <input type="search"></label>
<label>Sort by <select><option value="">the list</option>
<option value="0 descending">Figure ↓</option></select></label><output></output></div>
<table class="ledger figures"><thead><tr><th scope="col" data-sort="number">Figure</th><th scope="col">Words</th></tr>
</thead>
<tbody><tr class="under"><th scope="rowgroup" colspan="2"><a href="articles/storm.html">Storm</a></th></tr>
<tr><td data-value="40">40</td><td>boats</td></tr>
<tr><td data-value="9000">9,000</td><td>pupils</td></tr></tbody>
<tbody><tr class="under"><th scope="rowgroup" colspan="2"><a href="articles/old.html">Ferry</a></th></tr>
<tr><td data-value="150">150</td><td>boats</td></tr></tbody></table>
"""
OWN = """# A page of our own

| one | two | three | four |
|---|---|---|---|
| alpha-beta-gamma | an_unbroken_token_of_some_length | a third column of text | a fourth, wider than any phone |
"""
PAGES = {
    "index.md": FRONT,
    "articles/storm.md": ARTICLE,
    "articles/old.md": '---\ntitle: Moved\nredirect: "articles/storm.html"\nnoindex: true\n---\n\n# Moved\n',
    "quotes.md": QUOTES,
    "figures.md": FIGURES,
    "people/index.md": "---\ntitle: People\nfeed: feed.xml\n---\n\n# People\n",
    "own.md": OWN,
    **dict(interface(hand_built.briefing(site_url="https://coast.example/"))),
}


def build(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: '{(ROOT / 'mkdocs.yml').as_posix()}'\nsite_name: The <Lindow> File\n"
        f"theme: {{custom_dir: '{(ROOT / 'overrides').as_posix()}'}}\n"
        f"hooks: ['{(ROOT / 'overrides' / 'hooks.py').as_posix()}']\n",
        "utf-8",
    )
    clean = {k: v for k, v in os.environ.items() if k not in ("SITE_URL", "BRIEFING_NOINDEX")}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(folder / "mkdocs.yml")],
        env=clean | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("theme")
    for path, text in PAGES.items():
        (folder / "site_src" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "site_src" / path).write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Path:
    done = build(folder)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr
    return folder / "build"


class Elements(HTMLParser):
    """Every start tag of a page with its attributes, in order, and the text inside script and style elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.raw: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in ("script", "style") and data.strip():
            self.raw.append(data)


def pages(site: Path) -> list[Path]:
    return sorted(path for path in site.rglob("*.html") if path.name != "404.html")


def test_nothing_stands_inline_and_the_policy_comes_first(site: Path) -> None:
    for path in pages(site):
        elements = Elements(path.read_text("utf-8"))
        inside = [tag for tag, _ in elements.tags].index("head") + 1
        assert elements.tags[inside][1].get("http-equiv") == "Content-Security-Policy", path
        assert "unsafe" not in str(elements.tags[inside][1]["content"])
        assert [raw for raw in elements.raw if json.loads(raw)["@type"] != "WebPage"] == [], path
        for tag, attributes in elements.tags:
            assert tag != "style", path
            assert not [name for name in attributes if name == "style" or name.startswith("on")], (path, tag)


def test_addresses_are_relative_and_the_theme_s_own_files_exist(site: Path) -> None:
    for path in pages(site):
        for tag, attributes in Elements(path.read_text("utf-8")).tags:
            address = attributes.get("src") or attributes.get("href") or ""
            assert not re.match(r"[a-z]+:|/", address), (path, address)
            if tag in ("script", "link") and "assets/" in address:
                file, _, digest = address.partition("?")
                assert (path.parent / file).resolve().is_relative_to(site), address
                is_there = (path.parent / file).is_file()
                assert is_there or "search." in address, (path, address)
                assert not is_there or digest == hashlib.sha256((path.parent / file).read_bytes()).hexdigest()[:12]


def test_what_the_site_ships_of_a_theme_is_only_what_it_uses(site: Path) -> None:
    assert not [p for p in site.rglob("*") if p.is_file() and re.search(r"bundle|lunr|main\.\w+\.min|\.map$", p.name)]
    assert sum(path.stat().st_size for path in (site / "assets" / "fonts").glob("*.woff2")) < 180_000
    assert len(list((site / "assets" / "fonts").glob("OFL-*.txt"))) == 2


def test_values_of_front_matter_and_configuration_are_text(site: Path) -> None:
    html = (site / "articles" / "storm.html").read_text("utf-8")
    assert "<title>Storm &lt;b&gt; closes the harbour · The &lt;Lindow&gt; File</title>" in html
    assert '<meta name="author" content="Ada &quot;A&quot; Lind">' in html
    assert "<Lindow>" not in html


def test_what_the_site_tells_search_engines_and_others_that_show_links(site: Path, folder: Path) -> None:
    quiet = (site / "articles" / "storm.html").read_text("utf-8")
    assert not re.search("canonical|robots|og:url|og:image", quiet)
    assert '<meta property="og:title" content="Storm &lt;b&gt; closes the harbour">' in quiet
    assert '<meta property="og:type" content="article">' in quiet
    assert "coast.example/" not in (site / "sitemap.xml").read_text("utf-8")
    for name, environment in (("public", {}), ("preview", {"BRIEFING_NOINDEX": "true"})):
        (folder / name).mkdir()
        (folder / name / "site_src").symlink_to(folder / "site_src")
        done = build(folder / name, SITE_URL="https://coast.example/desk/", **environment)
        assert done.returncode == 0, done.stderr
    public = (folder / "public" / "build" / "articles" / "storm.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://coast.example/desk/articles/storm.html">' in public
    assert '<meta property="og:url" content="https://coast.example/desk/articles/storm.html">' in public
    assert '<meta property="og:image" content="https://coast.example/desk/preview.png">' in public
    assert "robots" not in public
    assert '<a href="/desk/">' in (folder / "public" / "build" / "404.html").read_text("utf-8")
    listed = re.findall("<loc>(.*?)</loc>", (folder / "public" / "build" / "sitemap.xml").read_text("utf-8"))
    pages = {"index", "articles/storm", "quotes", "figures", "people/index", "own"}
    assert set(listed) == {f"https://coast.example/desk/{page}.html" for page in pages}, "no page that only leads on"
    preview = (folder / "preview" / "build" / "articles" / "storm.html").read_text("utf-8")
    assert '<meta name="robots" content="noindex">' in preview
    assert 'class="preview"' in preview
    assert not re.search(r"canonical|og:url|og:image|ld\+json", preview)
    assert "<loc>" not in (folder / "preview" / "build" / "sitemap.xml").read_text("utf-8")


def test_data_in_a_page_cannot_end_its_element(site: Path) -> None:
    elements = Elements((site / "articles" / "storm.html").read_text("utf-8"))
    assert [json.loads(raw)["name"] for raw in elements.raw] == ["Storm </script><b> closes"]
    assert ("script", {"type": "application/ld+json"}) in elements.tags


def test_the_404_page_needs_no_other_file_and_allows_its_own_style_and_script(site: Path) -> None:
    html = (site / "404.html").read_text("utf-8")
    for element in ("style", "script"):
        inline = re.search(rf"<{element}>(.*?)</{element}>", html, re.DOTALL)
        assert inline
        digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in html
    addresses = [a.get("href") or a.get("src") for t, a in Elements(html).tags if "href" in a or "src" in a]
    assert addresses == ["data:,", "/"]


def test_an_empty_folder_of_pages_says_what_to_run(tmp_path: Path) -> None:
    (tmp_path / "site_src").mkdir()
    (tmp_path / "site_src" / ".gitkeep").touch()
    done = build(tmp_path)
    assert done.returncode == 1
    assert "site_src/ has no pages yet: run `python generate.py --pages-only` first." in done.stderr
    assert "Traceback" not in done.stderr


# -------------------------------------------------------------------------------------------------- in the browser


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, color_scheme="light")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def box(page: Page, selector: str) -> dict[str, float]:
    found = page.locator(selector).first.bounding_box()
    assert found
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


def paper(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


LIGHT, DARK = "rgb(251, 250, 246)", "rgb(21, 23, 26)"


def test_style_script_and_fonts_work_by_double_click(site: Path, page: Page) -> None:
    complaints: list[str] = []
    page.on("console", lambda m: complaints.append(m.text) if "search." not in m.location["url"] else None)
    page.on("request", lambda r: None if r.url.startswith("file:") else complaints.append(r.url))
    page.goto((site / "articles" / "storm.html").as_uri())
    page.evaluate("document.fonts.ready")
    faces = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family.replace(/\"/g, ''))"
    )
    assert {"Briefing Serif", "Inter"} <= set(faces)
    assert page.locator("[data-palette]").inner_text() == "Dark"
    assert [c for c in complaints if "ERR_FILE_NOT_FOUND" not in c] == []


@pytest.mark.parametrize(
    ("path", "current"), [("index", "Front page"), ("people/index", "People"), ("quotes", "Quotes")]
)
def test_the_section_bar_shows_where_we_are(site: Path, page: Page, path: str, current: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((site / f"{path}.html").as_uri())
    assert page.locator(".bar [aria-current]").all_inner_texts() == [current]
    shown = box(page, ".bar [aria-current]")
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= 390


@pytest.mark.parametrize("path", ["index", "articles/storm", "quotes"])
@pytest.mark.parametrize("width", [390, 1440])
def test_from_right_to_left_everything_changes_sides_and_nothing_leaves_the_page(
    site: Path, page: Page, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((site / f"{path}.html").as_uri())
    at = {name: box(page, name) for name in (".mast .name", ".tools", *([".bar li"] if width > 1000 else []))}
    page.evaluate("document.body.dir = 'rtl'")
    page.evaluate("document.fonts.ready")
    for name, before in at.items():
        after = box(page, name)
        assert after["x"] + after["width"] == pytest.approx(width - before["x"], abs=2), name
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for wide in page.locator(".content :is(p, td, th, h1, h2, li)").all():
        found = wide.bounding_box()
        assert not found or (found["x"] >= 0 and found["x"] + found["width"] <= width), wide.inner_text()


def test_colours_follow_the_device_until_the_reader_chooses(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    assert paper(page) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert paper(page) == DARK
    page.locator("[data-palette]").click()
    assert paper(page) == LIGHT
    page.goto((site / "quotes.html").as_uri())
    assert paper(page) == LIGHT
    page.locator("[data-palette]").click()  # back to what the device has: the choice is forgotten
    page.emulate_media(color_scheme="light")
    assert paper(page) == LIGHT
    assert page.evaluate("localStorage.length") == 0


def test_without_scripts_the_page_is_whole(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto((site / "articles" / "storm.html").as_uri())
    assert page.locator("#p2").is_visible()
    assert not page.locator("[data-search]").is_visible()
    assert not page.locator("#known").is_visible()
    page.emulate_media(media="print")
    assert page.locator("#known").is_visible()  # on paper nobody can open a fold
    page.emulate_media(media="screen")
    page.locator("summary").click()
    assert page.locator("#known").is_visible()
    assert page.locator("input:visible, label:visible").count() == 0
    context.close()


def test_notes_stand_beside_their_paragraph_and_follow_it_on_a_phone(site: Path, page: Page) -> None:
    page.goto((site / "articles" / "storm.html").as_uri())
    paragraph, note, index = box(page, "#p1"), box(page, ".note"), box(page, ".index")
    assert note["x"] > paragraph["x"] + paragraph["width"]
    assert abs(note["y"] - paragraph["y"]) < 12
    assert index["x"] + index["width"] < paragraph["x"]
    assert page.locator("#p3").evaluate("e => getComputedStyle(e).direction") == "rtl"
    page.set_viewport_size({"width": 390, "height": 800})
    paragraph, note, following = box(page, "#p1"), box(page, ".note"), box(page, "#p2")
    assert paragraph["y"] + paragraph["height"] <= note["y"] < note["y"] + note["height"] <= following["y"]


def test_a_wide_table_scrolls_in_its_own_box_by_keyboard(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto((site / "own.html").as_uri())
    assert page.locator("table").evaluate("t => t.scrollWidth > t.clientWidth && t.tabIndex === 0")


def test_a_ledger_is_stacked_on_a_phone(site: Path, page: Page) -> None:
    page.goto((site / "quotes.html").as_uri())
    assert box(page, "td[data-label]")["x"] > box(page, "td")["x"]
    page.set_viewport_size({"width": 390, "height": 800})
    assert box(page, "td[data-label]")["y"] > box(page, "td")["y"]
    label = "e => getComputedStyle(e, '::before').content"
    assert page.locator("td[data-label=Speaker]").first.evaluate(label) == "none"  # below a quote no label is missed
    assert "Reported" in page.locator("td[data-label=Reported]").first.evaluate(label)


def test_what_a_finger_meets_is_as_large_as_a_finger(site: Path, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    finger = context.new_page()
    for path, target in (
        ("index.html", ".tools button"),
        ("index.html", ".bar a"),
        ("index.html", ".kicker a"),
        ("index.html", ".foot p + p a"),
        ("figures.html", ".sift input"),
        ("figures.html", ".sift select"),
    ):
        finger.goto((site / path).as_uri())
        heights = finger.locator(target).evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert heights and min(heights) >= 43, target
        assert finger.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_large_window_has_larger_letters(site: Path, page: Page) -> None:
    page.goto((site / "index.html").as_uri())
    sizes = []
    for width in (1280, 1600, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        sizes.append(page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)"))
    assert sizes[0] == sizes[1] < sizes[2]


def test_the_rows_of_a_ledger_stay_where_they_are_when_its_script_comes(site: Path, page: Page) -> None:
    page.goto((site / "figures.html").as_uri())
    place = box(page, "tbody tr")
    assert page.locator(".sift").is_visible()
    page.locator(".sift").evaluate("bar => { bar.hidden = true; }")  # as it stands in the page
    assert not page.locator(".sift").is_visible()
    assert box(page, "tbody tr") == place
    page.evaluate("document.documentElement.classList.remove('js')")
    assert box(page, "tbody tr")["y"] < place["y"], "without scripts it takes no room"


def test_a_ledger_is_sifted_and_sorted_and_each_row_still_says_where_it_is_from(site: Path, page: Page) -> None:
    def shown() -> list[str]:
        return page.locator("tbody tr:visible").all_inner_texts()

    page.goto((site / "figures.html").as_uri())
    as_listed = shown()
    assert len(as_listed) == 5
    page.get_by_label("Rows with").fill("BOATS st")
    assert [text.split()[0] for text in shown()] == ["Storm", "40"]
    assert page.locator("output").inner_text() == "1 of the 3 rows"
    page.get_by_label("Rows with").fill("")
    page.get_by_label("Sort by").select_option(label="Figure ↓")
    assert [text.split() for text in shown()] == [
        ["9,000", "pupils", "Storm"],
        ["150", "boats", "Ferry"],
        ["40", "boats", "Storm"],
    ]
    assert page.locator("th[aria-sort=descending]").count() == 1
    page.get_by_label("Sort by").select_option(label="the list")
    assert shown() == as_listed and page.locator("th[aria-sort]").count() == 0


def test_print_opens_the_folds_and_a_fragment_opens_its_own(site: Path, page: Page) -> None:
    page.goto((site / "articles" / "storm.html").as_uri())
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details[open]").count() == 1
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[open]").count() == 0
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert not page.locator(".tools").is_visible()
    page.goto("about:blank")
    page.goto((site / "articles" / "storm.html").as_uri() + "#known")
    assert page.locator("details[open]").count() == 1


def test_a_redirect_keeps_the_fragment(site: Path, page: Page) -> None:
    page.goto((site / "articles" / "old.html").as_uri() + "#p2")
    page.wait_for_url("**/articles/storm.html#p2")
