"""Whatever a text contains appears as that text: no script, no markup, no request, no broken page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from markupsafe import Markup

from briefing import disk, pipeline
from briefing.cli import DONE, MISTAKE, main
from briefing.config import read_settings
from briefing.errors import AuthorError
from briefing.last_run import Options
from briefing.marked_yaml import Report
from briefing.model import LONGEST_LABEL, Briefing, Settings
from briefing.read import read_seeds
from briefing.read.markdown import read_markdown
from briefing.read.sidecar import read_sidecar
from briefing.render import annotated, body, render_pages, templates
from tests.conftest import TODAY
from tests.promises import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SAMPLE = 32  # of the pages, every so many is opened in a browser; the page of each seed whose text is code always

# All that pages are made of. Ids are the templates' own; of a text only the number of a paragraph is in one, and the
# first letter of a name.
TAGS = frozenset(
    "a abbr article aside b bdi blockquote body br button circle code dd desc details div dl dt em footer h1 h2 h3 "
    "h4 head header html input kbd label li line link main mark meta nav ol option output p path pre script section "
    "select span strong summary svg table tbody td text th thead time title tr ul use".split()
)
ATTRIBUTES = frozenset(
    "aria-current aria-describedby aria-details aria-hidden aria-label aria-labelledby autocomplete charset class "
    "colspan content cx cy d data-close data-copied data-dark data-dark-colours data-failed data-label data-light "
    "data-light-colours data-loading data-md-component data-md-toggle data-palette data-search data-sift data-sort "
    "data-title data-value datetime defer dir download font-size for height hidden href http-equiv id lang name "
    "paint-order property r rel role scope src tabindex text-anchor title transform type value vector-effect "
    "viewbox x x1 x2 y y1 y2".split()
)
IDS = re.compile(
    r"[pna]\d+|letter-([a-z]|u[0-9a-f]{4}|other)|at-([a-z]|u[0-9a-f]{4}|other|\d{4})|content|list|related|strip|about|how|rules|counts|inferred|machine|pictures|"
    r"__drawer|__search|data|articles|quotes|figures|dates|corrections"
    r"|(?:coverage|company|map|dates|timeline|quotes|figures|differences)-table|map-(?:land|borders)"
)
# A file to cite with is data that a browser saves and never shows: of no type of a page, every sign escaped.
CITATION = r"data:application/(x-research-info-systems|x-bibtex|vnd\.citationstyles\.csl\+json);charset=utf-8,[\w.~%-]+"
UNSAFE = re.compile(rf"\s*(?!https?:|{CITATION}$)[a-z][a-z0-9+.-]*\s*:", re.IGNORECASE)
VOID = {"meta", "link", "input", "br", "line", "circle", "path", "use"}

# Runs before anything of a page: keeps whatever a script would do, and what the policy stops.
CANARY = """
  window.__stopped = [];
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => console.info("ran", name);
  addEventListener("securitypolicyviolation", (event) => window.__stopped.push(event.violatedDirective));
  window.__before = new Set(Object.getOwnPropertyNames(window));
"""
TRY_EVERYTHING = """() => {
  document.addEventListener("click", (event) => event.preventDefault(), true);
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const kinds = ["pointerover", "mouseover", "mouseenter", "mousemove", "focus", "focusin", "input", "change",
    "toggle", "error", "load", "animationstart", "begin", "start", "submit", "wheel", "keydown", "blur",
    "mouseout", "beforetoggle"];
  for (const element of document.querySelectorAll("body, body *")) {
    for (const kind of kinds) element.dispatchEvent(new Event(kind));
    if (element.click && !element.closest(".tools")) element.click();
  }
}"""
FINDINGS = """() => ({
  stopped: window.__stopped, title: document.title,
  added: Object.getOwnPropertyNames(window).filter((name) => !window.__before.has(name) && name !== "__before"),
  text: (document.querySelector("main") || document.body).innerText,
  dom: (document.querySelector("main") || document.body).textContent,
  foot: Boolean(document.querySelector("body footer.foot")),
})"""


def plain(text: str) -> str:
    """White space folded, without the isolates that keep a text from turning its neighbours."""
    return " ".join(re.sub("[\u2068\u2069]", "", text).split())


class Reader(HTMLParser):
    """A page's elements in order, with attributes; the text of its main part; and what is left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.parts.append(data)

    @property
    def text(self) -> str:
        return plain("".join(self.parts))


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[hostile.Planted]]:
    """The hostile briefing, built."""
    root = tmp_path_factory.mktemp("hostile") / "briefing"
    seeds = hostile.plant(root)
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1"]) == DONE
    return root, seeds


@pytest.fixture(scope="module")
def published(planted: tuple[Path, list[hostile.Planted]]) -> Briefing:
    return pipeline.make_briefing(Options(planted[0], TODAY), lambda *_: None)[1]


@pytest.fixture(scope="module")
def pages(planted: tuple[Path, list[hostile.Planted]]) -> dict[str, Reader]:
    build = planted[0] / "build"
    paths = [path for path, _ in disk.listing(build) if path.endswith(".html") and path != "404.html"]
    return {path: Reader((build / path).read_text("utf-8")) for path in paths}


# ------------------------------------------------------------------------------------------------- pages as files


def test_there_are_hostile_seeds_in_plenty(planted: tuple[Path, list[hostile.Planted]], published: Briefing) -> None:
    root, seeds = planted
    assert len(seeds) > 200
    assert {p.suffix for p in (root / "seeds").iterdir()} == {".txt", ".md", ".html", ".yml"}
    read = {article.id for article in published.articles}
    assert {seed.id for seed in seeds if seed.is_read} <= read
    assert read.isdisjoint(seed.id for seed in seeds if not seed.is_read)


def test_pages_hold_only_what_templates_write(pages: dict[str, Reader]) -> None:
    assert len(pages) > 300
    for path, page in pages.items():
        assert {tag for tag, _ in page.elements} <= TAGS, path
        attributes = {name for _, found in page.elements for name in found}
        assert attributes <= ATTRIBUTES, (path, attributes - ATTRIBUTES)
        ids = [found["id"] for _, found in page.elements if "id" in found]
        assert all(map(IDS.fullmatch, ids)), (path, [i for i in ids if not IDS.fullmatch(i)])
        assert len(ids) == len(set(ids)), path


def test_no_link_is_unsafe_and_nothing_is_loaded_but_our_own_files(pages: dict[str, Reader]) -> None:
    for path, page in pages.items():
        for tag, found in page.elements:
            assert not UNSAFE.match(found.get("href", "")), (path, found)
            source = found.get("src", "assets/none.js?000000000000")
            assert re.fullmatch(r"(\.\./)*assets/[a-z]+\.js\?[0-9a-f]{12}", source), (path, found)
            assert "download" in found or not found.get("href", "").startswith("data:"), (path, found)
            assert tag != "a" or found["href"].startswith("http") == (found.get("rel") == "noopener"), (path, found)
            if tag == "link":
                local = re.fullmatch(r"(\.\./)*(assets/|feed\.|[a-z0-9-]+\.xml|topics/).*", found["href"])
                assert local, (path, found)
            assert found.get("http-equiv", "Content-Security-Policy") == "Content-Security-Policy", (path, found)


def test_every_page_is_complete_to_its_end(pages: dict[str, Reader]) -> None:
    for path, page in pages.items():
        assert page.wrong == [], path
        assert page.open == [], path
        tags = [tag for tag, _ in page.elements]
        assert tags.count("footer") == tags.count("h1") == tags.count("main") == 1, path
        sources = [found.get("src", "").partition("?")[0] for tag, found in page.elements if tag == "script"]
        assert "../" * path.count("/") + "assets/search.js" in sources, path


def test_every_text_is_on_its_page(
    planted: tuple[Path, list[hostile.Planted]], published: Briefing, pages: dict[str, Reader]
) -> None:
    for seed in planted[1]:
        if not seed.is_read or published.rights[seed.id] != "full":
            continue
        page = pages[f"articles/{published.slugs[seed.id]}.html"]
        for text in seed.shown:
            assert hostile.seen(text) in page.text, (seed.id, text[:200])


def test_titles_topics_names_and_sources_are_whole_wherever_they_stand(
    published: Briefing, pages: dict[str, Reader]
) -> None:
    listed = plain(" ".join(page.text for path, page in pages.items() if path.startswith("articles/index")))
    listed += "".join(page.text for path, page in pages.items() if re.fullmatch(r"articles/index/\d+\.html", path))
    for article in published.articles:
        if published.rights[article.id] != "withdrawn":
            assert article.title.value in listed
    for entity in published.entities:
        if entity.page:
            folder = {"person": "people", "place": "places", "organisation": "organisations"}[entity.kind]
            assert entity.name in pages[f"{folder}/{entity.slug}.html"].text
    for topic in published.topics:
        assert topic.name.casefold() in pages[f"topics/{topic.slug}.html"].text.casefold()
    assert len([entity for entity in published.entities if entity.page]) >= 6


def test_titles_and_cards_are_bounded(published: Briefing, pages: dict[str, Reader]) -> None:
    for article in published.articles:
        assert 0 < len(article.title.value) <= LONGEST_LABEL, article.id
        assert all(len(sentence.text) <= 600 for sentence in article.summary), article.id
        known = [article.title, article.source, article.url]
        assert all(len(value.evidence.text) <= 60_000 for value in known if value)
    front = pages["index.html"]
    assert max(map(len, front.parts)) <= 1_000
    assert (
        max(len(part) for path, page in pages.items() if path.startswith("articles/index") for part in page.parts)
        <= 600
    )


def test_feeds_and_data_are_well_formed_and_say_the_same(
    planted: tuple[Path, list[hostile.Planted]], published: Briefing
) -> None:
    build = planted[0] / "build"
    for path, _ in disk.listing(build):
        if path.endswith(".xml"):
            root = ElementTree.fromstring((build / path).read_bytes())
            for link in root.iter("{http://www.w3.org/2005/Atom}link"):
                assert not UNSAFE.match(link.get("href", "")), path
    data = json.loads((build / "briefing.json").read_bytes())
    titles = {article["id"]: article["title"] for article in data["articles"]}
    assert titles == {article.id: article.title.value for article in published.articles}
    assert {a.get("url", "https:").partition(":")[0] for a in data["articles"]} == {"https"}
    items = json.loads((build / "feed.json").read_bytes())["items"]
    assert {item["title"] for item in items} <= set(titles.values())
    assert not any(UNSAFE.match(item.get("external_url", "")) for item in items)
    for path in sorted((build / "search").iterdir()):
        call = re.fullmatch(r"briefingSearch\.add\((.*)\);\n", path.read_text("utf-8"), re.DOTALL)
        assert call and len(json.loads(f"[{call[1]}]")) == 3, path


# ----------------------------------------------------------------------------------------------- pages in a browser


class Visit:
    """Pages opened one after another; every request, dialog and error is kept."""

    def __init__(self, browser: Browser, site: Path) -> None:
        self.site, self.foreign = site, list[str]()
        self.complaints, self.ran = list[str](), list[str]()
        self.page = browser.new_page()
        self.page.set_default_timeout(20_000)
        self.page.add_init_script(CANARY)
        self.page.on("dialog", lambda dialog: (self.complaints.append("a dialog"), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type in ("error", "warning") else None)
        self.page.on("console", lambda m: self.ran.append(m.text) if m.text.startswith("ran ") else None)
        self.page.on("popup", lambda popup: (self.complaints.append("a window"), popup.close()))
        self.page.on("request", lambda request: self._request(request.url))

    def _request(self, url: str) -> None:
        if not url.startswith(f"{self.site.as_uri()}/"):
            self.foreign.append(url)

    def open(self, path: str) -> dict[str, object]:
        """What there is to find on a page once everything on it has been tried."""
        self.ran.clear()
        self.page.goto((self.site / path).as_uri(), wait_until="domcontentloaded")
        self.page.evaluate(TRY_EVERYTHING)
        found: dict[str, object] = self.page.evaluate(FINDINGS)
        found["ran"] = list(self.ran)
        return found


@pytest.fixture
def visit(browser: Browser, planted: tuple[Path, list[hostile.Planted]]) -> Iterator[Visit]:
    visit = Visit(browser, planted[0] / "build")
    yield visit
    visit.page.close()


def _opened(pages: dict[str, Reader], published: Briefing, everything: bool) -> list[str]:
    """All pages, or: each kind of page and a sample of the articles."""
    if everything:
        return list(pages)
    code = [f"articles/{published.slugs[a.id]}.html" for a in published.articles if "alert" in a.title.value]
    kinds = {path.partition("/")[0]: path for path in pages}
    return sorted({*code, *kinds.values(), *list(pages)[::SAMPLE], "index.html", "quotes.html", "articles/index.html"})


@pytest.mark.browser
def test_nothing_runs_whatever_is_opened_hovered_or_clicked(
    visit: Visit,
    pages: dict[str, Reader],
    planted: tuple[Path, list[hostile.Planted]],
    published: Briefing,
    everything: bool,
) -> None:
    full = (seed for seed in planted[1] if published.rights.get(seed.id) == "full")
    shown = {f"articles/{published.slugs[seed.id]}.html": seed.shown for seed in full}
    for path in _opened(pages, published, everything):
        found = visit.open(path)
        assert found["ran"] == [] and found["stopped"] == [] and found["foot"], (path, found)
        assert found["added"] == ["briefingSearch"] and found["title"] != "ran", (path, found["added"])
        assert _letters(str(found["dom"])) == _letters(pages[path].text), path
        for text in shown.get(path, ()):
            assert _letters(hostile.seen(text)) in _letters(str(found["text"])), (path, text)
    assert visit.foreign == [] and visit.complaints == []


def _letters(text: str) -> str:
    """Without white space: a browser shows some between blocks and cells where the file has none."""
    return re.sub(r"\s+", "", plain(text))


@pytest.mark.browser
def test_a_real_pointer_starts_nothing(visit: Visit, published: Briefing) -> None:
    first = next(a for a in published.articles if a.id == "text-003")
    for path in ("index.html", f"articles/{published.slugs[first.id]}.html"):
        visit.page.goto((visit.site / path).as_uri())
        visit.page.evaluate("addEventListener('click', (event) => event.preventDefault(), true)")
        for element in visit.page.locator("main :is(a, h1, h2, p, li, summary)").all()[:25]:
            if element.is_visible():
                element.hover(timeout=3_000, force=True)
                element.click(timeout=3_000, force=True)
    assert visit.ran == []
    assert visit.foreign == [] and visit.complaints == []


@pytest.mark.browser
def test_search_shows_hostile_text_as_text(visit: Visit, published: Briefing, everything: bool) -> None:
    visit.page.goto((visit.site / "about.html").as_uri())
    texts = [hostile.seen(text) for text in hostile.TEXTS]
    for text in texts if everything else texts[::6]:
        visit.page.evaluate("text => briefingSearch.open(text)", text)
        assert visit.page.locator("dialog[open] .search-status").inner_text()
    visit.page.evaluate("text => briefingSearch.open(text)", "alert report number")
    shown = visit.page.locator("dialog .search-title").all_inner_texts()
    assert shown and {plain(title) for title in shown} <= {plain(a.title.value) for a in published.articles}
    assert visit.page.locator("dialog :is(script, img, svg, iframe, [onclick], [onerror])").count() == 0
    assert visit.ran == []
    assert visit.foreign == [] and visit.complaints == []


# -------------------------------------------------------------------------------------- the policy, without escaping


@pytest.fixture(scope="module")
def unescaped(
    published: Briefing, planted: tuple[Path, list[hostile.Planted]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The same site with every escape switched off, with the policy and without it; and the pages to open."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    root = planted[0]
    kept = [a for a in published.articles if a.id.startswith("text-")]
    titled = [replace(a, title=replace(a.title, value=hostile.MARKUP[n])) for n, a in enumerate(kept[:39])]
    few = replace(published, articles=tuple(titled), stories=(), timeline=(), redirects={}, duplicates={}, related={})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(templates, "_escape", str)
        patch.setattr(templates, "_html", lambda value: value)
        patch.setattr(annotated, "markdown_text", str)
        patch.setattr(body, "html_text", str)
        patch.setattr(body, "html_attribute", str)
        templates._environment.cache_clear()
        source = tmp_path_factory.mktemp("unescaped") / "site_src"
        for path, text in render_pages(few):
            if path.startswith("articles/") and not path.startswith("articles/index"):
                disk.stage_file(source / path, text.encode())
    templates._environment.cache_clear()
    (source / "index.md").write_text("# Front\n", "utf-8")
    sites = {}
    for name in ("policy", "none"):
        sites[name] = source.with_name(name)
        config = load_config(str(root / "mkdocs.yml"), docs_dir=str(source), site_dir=str(sites[name]))
        config.validation.links.not_found = config.validation.links.anchors = 10
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    for path in sites["none"].rglob("*.html"):
        without, removed = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", path.read_text("utf-8"))
        assert removed == 1
        path.write_text(without, "utf-8")
    return sites


def _ran(browser: Browser, site: Path, step: int) -> tuple[int, int, int]:
    """Pages opened, pages on which a script ran, pages on which the policy stopped something."""
    visit = Visit(browser, site)
    paths = sorted(p for p, _ in disk.listing(site) if p.startswith("articles/"))[::step]
    ran = stopped = 0
    for path in paths:
        found = visit.open(path)
        ran += bool(found["ran"]) or found["title"] == "ran"
        stopped += bool(found["stopped"])
    visit.page.close()
    return len(paths), ran, stopped


@pytest.mark.browser
def test_without_escaping_the_policy_alone_stops_every_script(
    browser: Browser, unescaped: dict[str, Path], everything: bool
) -> None:
    step = 1 if everything else 2
    number, ran, stopped = _ran(browser, unescaped["policy"], step)
    assert number * step >= 39 and ran == 0 and stopped > number / 2
    number, ran, stopped = _ran(browser, unescaped["none"], step)
    assert ran > number / 2 and stopped == 0  # or else the test would show nothing


# ------------------------------------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(("yaml", "reason"), hostile.BAD_YAML)
def test_yaml_that_is_more_than_values_is_refused_with_its_line(tmp_path: Path, yaml: str, reason: str) -> None:
    report = Report("seeds/a.yml")
    read_sidecar(yaml, "seeds/a.yml", "a", (), {}, report)
    header = read_markdown(f"---\n{yaml}---\n\nText\n", "seeds/a.md").mistakes
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    (tmp_path / "briefing.yml").write_text(yaml, "utf-8")
    with pytest.raises(AuthorError) as refused:
        read_settings(tmp_path)
    said = [*report.mistakes, *refused.value.mistakes]
    assert report.mistakes and all(mistake.place for mistake in said)
    assert any(reason in mistake.message for mistake in report.mistakes), report.mistakes
    if header:
        assert reason in " ".join(mistake.message for mistake in header)


@pytest.mark.parametrize("address", hostile.UNSAFE_ADDRESSES)
def test_an_unsafe_address_of_the_editor_is_a_mistake_and_of_a_text_is_none(tmp_path: Path, address: str) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    hostile._addressed_page(tmp_path, 1, address)
    for seed in read_seeds(tmp_path, Settings(site_name="A")).seeds:
        assert seed.stated.url is None or seed.stated.url.value.startswith(("http://", "https://")), seed.id
    (seeds / "address-001.yml").write_text(f"url: {json.dumps(address)}\n", "utf-8")
    assert main(["--root", str(tmp_path), "--today", TODAY]) == MISTAKE
    assert not (tmp_path / "build").exists() and not (tmp_path / "site_src").exists()


@pytest.mark.parametrize("text", ["\u200b", "\u200f\u200e", "\ufeff \u2060", "\u202e"])
def test_a_text_of_nothing_to_see_is_no_text(text: str) -> None:
    report = Report("seeds/a.yml")
    read_sidecar(f"title: {json.dumps(text)}\n", "seeds/a.yml", "a", (), {}, report)
    assert [mistake.line for mistake in report.mistakes] == [1]


def test_a_title_without_end_is_the_editors_mistake() -> None:
    report = Report("seeds/a.yml")
    read_sidecar(f"note: fine\ntitle: {'long ' * 100}\n", "seeds/a.yml", "a", (), {}, report)
    assert [(m.line, "at most 300 characters" in m.message) for m in report.mistakes] == [(2, True)]


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_lines_that_only_yaml_sees_do_not_move_the_numbers(sign: str) -> None:
    report = Report("seeds/a.yml")
    edited = read_sidecar(f"note: one {sign} two\ntitle: A\ndate: soon\n", "seeds/a.yml", "a", (), {}, report)
    assert edited.note == "one two" and edited.title and edited.title.evidence.line == 2
    assert [mistake.line for mistake in report.mistakes] == [3]


# -------------------------------------------------------------------------------- directions and endless words


def test_a_text_from_right_to_left_does_not_turn_its_neighbours(pages: dict[str, Reader], published: Briefing) -> None:
    from briefing.texts import list_text, say

    assert say("en", "article.by", authors="Ida Brandt") == "By Ida Brandt"
    assert say("en", "article.by", authors="כותרת (5)") == "By \u2068כותרת (5)\u2069"
    assert list_text(("א", "B", "ג"), "en").count("\u2068") >= 2
    for page in pages.values():
        text = "".join(page.parts)
        assert not re.search("[\u202a-\u202e\u2066\u2067]", text)
        assert text.count("\u2068") == text.count("\u2069")
    assert published


@pytest.mark.browser
def test_a_name_from_right_to_left_is_set_apart(visit: Visit) -> None:
    """The number after a Hebrew source stands to its right, as in every other row."""
    visit.page.goto((visit.site / "index.html").as_uri())
    order = """() => {
      const meta = Object.assign(document.createElement("p"), { className: "meta" });
      const name = Object.assign(document.createElement("b"), { textContent: "כותרת" });
      const rest = Object.assign(document.createElement("span"), { textContent: "12 min" });
      meta.append(name, " · ", rest);
      document.querySelector("main .content, main").append(meta);
      return name.getBoundingClientRect().right <= rest.getBoundingClientRect().left;
    }"""
    assert visit.page.evaluate(order)


@pytest.mark.parametrize("text", ["x" * 45_000, "a-" * 22_000, "1," * 22_000, "a b c d e " * 4_500])
def test_endless_words_and_sentences_take_no_time(text: str) -> None:
    """Each takes milliseconds; read anew from each of its places it would take minutes."""
    import time

    from briefing.render.excerpts import sentence_around, words_around
    from briefing.search.words import join_compounds, split_words

    started = time.process_time()
    join_compounds(text)
    split_words(text)
    for place in range(0, 40_000, 40):
        words_around(text, place, place + 5)
        sentence_around(text, place, place + 5)
    assert time.process_time() - started < 10


def test_nothing_of_the_templates_is_marked_safe_but_what_they_made() -> None:
    """Text that is printed is escaped; only ``Markup`` is not, and nothing of an article is ever that."""
    assert templates._escape("<b>") == "&lt;b&gt;"
    assert templates._escape(Markup("<b>")) == "<b>"
