"""The search dialog in a real browser, on a page opened from the disk, under the policy of the real pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from briefing.model import Briefing, Edited, Paragraph
from briefing.search import build_search
from briefing.search.words import split_words
from tests import hand_built
from tests.search.test_index import SOURCES

pytestmark = pytest.mark.browser

ASSETS = Path(__file__).parents[2] / "overrides" / "assets"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'"
PAGE = f"""<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width"><title>Page</title>
<link rel="stylesheet" href="../assets/search.css"><script src="../assets/search.js" defer></script>
<main><h1>Page</h1><button type="button" data-search>Search</button> <input aria-label="Other field"></main>"""


def with_compounds(briefing: Briefing) -> Briefing:
    first, second, third = briefing.articles
    ways = ("A cease-fire of 33,000 hours.", "The ceasefire held 33000 hours.", "No cease here, nor a fire.")
    texts = tuple(Paragraph(number, number, text) for number, text in enumerate(ways, len(third.paragraphs) + 1))
    return replace(briefing, articles=(first, second, replace(third, paragraphs=(*third.paragraphs, *texts))))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """In a folder whose name wants escaping in an address."""
    root = tmp_path_factory.mktemp("a # b") / "site?"
    for path, text in build_search(with_compounds(hand_built.briefing()), SOURCES):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    (root / "assets").mkdir()
    for name in ("search.js", "search.css"):
        (root / "assets" / name).write_bytes((ASSETS / name).read_bytes())
    for folder, names in {"articles": ("harbour-closed", "otters", "port-w-lodzi"), "people": ("ida-brandt",)}.items():
        (root / folder).mkdir()
        for name in names:
            (root / folder / f"{name}.html").write_text(PAGE, "utf-8")
    return root


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(window: Page, site: Path) -> Iterator[Page]:
    """A page just opened; a script's error on it fails the test."""
    problems: list[str] = []

    def note(error: object) -> None:
        problems.append(str(error))

    window.on("pageerror", note)
    window.goto("about:blank")
    window.goto((site / "articles" / "otters.html").as_uri())
    yield window
    window.remove_listener("pageerror", note)
    assert not problems


def ask(page: Page, query: str) -> list[str]:
    """Paths of the results, in their order."""
    page.evaluate("query => briefingSearch.open(query)", query)
    hrefs = page.locator(".search-results a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [href.split("/site%3F/")[1] for href in hrefs]


def test_finds(page: Page) -> None:
    boats = "articles/harbour-closed.html#p2"
    assert ask(page, "terraces") == ["articles/harbour-closed.html#p1"], "a word of the body"
    assert ask(page, "TERR") == ["articles/harbour-closed.html#p1"], "the beginning of one"
    assert ask(page, "café terr") == ["articles/harbour-closed.html#p1"]
    assert ask(page, "terr café") == [], "only the last word may be begun"
    assert ask(page, "terraces boats") == ["articles/harbour-closed.html#p1"], "words of several paragraphs"
    assert ask(page, "terraces otters") == [], "every word must be there"
    assert ask(page, "brandt") == ["people/ida-brandt.html", boats, "articles/otters.html#p1"]
    assert ask(page, "friday brandt") == [boats], "the paragraph with most of the words"
    assert ask(page, "severe weather") == ["topics/severe-weather.html", "articles/harbour-closed.html"]
    assert ask(page, "lindow post") == ["sources/lindow-post.html", "articles/harbour-closed.html#p1"]
    assert ask(page, "ferry") == ["articles/otters.html"], "the editor's note"
    assert ask(page, "lodzi") == ask(page, "大学") == ask(page, "京") == ["articles/port-w-lodzi.html#p1"]
    assert ask(page, "大京") == ask(page, "__proto__ constructor") == ask(page, "  ") == []


def test_says_how_many_and_that_nothing_was_found(page: Page) -> None:
    ask(page, "brandt")
    status = page.get_by_role("status")
    expect(status).to_have_text("3 results")
    ask(page, "terraces")
    expect(status).to_have_text("1 result")
    ask(page, "<b>zebra</b>")
    expect(status).to_have_text("Nothing found for “<b>zebra</b>”.")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [("terrraces", "terraces"), ("terrces", "terraces"), ("terrades", "terraces"), ("terarces", "terraces")],
)
def test_a_slip_of_the_hand_finds_what_was_meant_and_says_so(page: Page, slip: str, meant: str) -> None:
    assert ask(page, f"{slip} boats") == ask(page, f"{meant} boats") == ["articles/harbour-closed.html#p1"]
    assert ask(page, slip) == ["articles/harbour-closed.html#p1"]
    status = page.get_by_role("status")
    expect(status).to_have_text(f"Nothing found for “{slip}”. For “{meant}”: 1 result.")
    assert page.locator(".search-excerpt mark").all_text_contents() == [meant]


def test_words_that_are_there_or_are_others_are_no_slips(page: Page) -> None:
    assert ask(page, "terraces otters") == [], "both are in the texts, never together"
    assert ask(page, "derraces") == ask(page, "terrcse") == ask(page, "foat") == []
    expect(page.get_by_role("status")).to_have_text("Nothing found for “foat”.")
    assert ask(page, "33000") and ask(page, "33001") == [], "another number is meant"


def test_the_excerpt_marks_the_words_in_the_texts_own_spelling(page: Page) -> None:
    ask(page, "cafe storm")
    result = page.locator("li", has_text="Harbour closed")
    assert result.locator(".search-excerpt mark").all_text_contents() == ["storm", "café"]
    assert result.locator(".search-title mark").all_text_contents() == ["storm"]
    assert result.locator(".search-about").text_content() == "Lindow Post · 5 March 2024"


def test_text_is_shown_as_text(page: Page) -> None:
    ask(page, "otters stormy")
    title = page.locator(".search-title").first
    assert title.text_content() == hand_built.HOSTILE
    assert "<b>stormy</b>" in (page.locator(".search-excerpt").first.text_content() or "")
    assert page.locator(".search-dialog :is(img, b, script)").count() == 0
    assert page.title() == "Page"


@pytest.mark.parametrize("keys", ["/", "Control+k"])
def test_by_keyboard_from_opening_to_the_page(page: Page, keys: str) -> None:
    page.keyboard.press(keys)
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("brandt")
    expect(page.get_by_role("status")).to_have_text("3 results")
    links = page.locator(".search-results a")
    page.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/harbour-closed.html#p2")


def test_enter_waits_for_the_answer_and_opens_the_first(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("ida brandt")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/ida-brandt.html")


def test_escape_closes_and_gives_the_focus_back(page: Page) -> None:
    button = page.get_by_role("button", name="Search", exact=True)
    button.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.type("brandt")
    page.keyboard.press("Escape")
    expect(page.locator(".search-dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_a_stroke_typed_into_another_field_is_a_stroke(page: Page) -> None:
    page.get_by_label("Other field").press("/")
    expect(page.get_by_label("Other field")).to_have_value("/")
    assert page.locator(".search-dialog[open]").count() == 0


def test_a_result_on_the_same_page_closes_the_dialog(page: Page) -> None:
    ask(page, "stormy")
    page.locator(".search-results a").first.click()
    expect(page.locator(".search-dialog")).to_be_hidden()
    assert page.url.endswith("articles/otters.html#p1")


def test_a_file_that_is_missing_is_told_and_asked_for_again(page: Page, site: Path) -> None:
    (shard,) = (site / "search").glob("terms-*.js")
    text = shard.read_text("utf-8")
    shard.unlink()
    ask(page, "brandt")
    expect(page.get_by_role("status")).to_contain_text(f"could not be loaded: search/{shard.name}")
    shard.write_text(text, "utf-8")
    assert len(ask(page, "brandt")) == 3


def test_a_file_of_another_index_is_noticed(page: Page, site: Path) -> None:
    ask(page, "")
    texts = site / "search" / "texts-0.js"
    whole = texts.read_text("utf-8")
    texts.write_text('briefingSearch.add("texts-0","000000000000",[]);\n', "utf-8")
    ask(page, "brandt")
    expect(page.get_by_role("status")).to_contain_text("has just changed")
    texts.write_text(whole, "utf-8")
    assert len(ask(page, "brandt")) == 3


def test_each_file_is_loaded_once(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.rpartition("/")[2].partition("?")[0]))
    page.evaluate("Promise.all(['brandt', 'brand', 'harbour'].map(query => briefingSearch.open(query)))")
    ask(page, "storm")
    assert sorted(loaded) == sorted({"core.js", "texts-0.js", *(n for n in loaded if n.startswith("terms-"))})


def test_the_browser_splits_words_as_the_index_does(page: Page) -> None:
    texts = [
        "Biden’s cease-fire, 33,000 O'Brien's Élysée CAFÉ cafe\u0301 ﬁn ½ ² Ⅻ №",
        "Straße Łódź Ærø Þór İstanbul ısı ẞ ŉ ǆ ΣΊΣΥΦΟΣ ᾳ Ёлка йод Ђ",
        "北京大学 iPhone手机 ﾃﾚﾋﾞ が ヴ 서울 시장 𠮷野家 ・「東京」々",
        "हिन्दी में। தமிழ் বাংলা ภาษาไทย ພາສາລາວ ខ្មែរ မြန်မာ العَرَبِيَّة שָׁלוֹם",
        "snake_case e\u0301\u0323 a\u200bb a\u00adb 👍🏽 x\ud7a3 ٣٤ ①",
        "x" * 100,
        "𠮷" * 100,
    ]
    assert page.evaluate("texts => texts.map(briefingSearch.split)", texts) == [split_words(text) for text in texts]


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_is_accessible_and_fits(browser: Browser, site: Path, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme, bypass_csp=True)
    opened = context.new_page()
    opened.goto((site / "articles" / "otters.html").as_uri())
    for query in ("", "brandt", "zebra"):
        ask(opened, query)
        assert Axe().run(opened).response["violations"] == []
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("ceasefire", ["cease-fire", "ceasefire"]),
        ("cease-fire", ["cease", "fire", "ceasefire"]),
        ("33,000", ["33,000", "33000"]),
        ("33000", ["33,000", "33000"]),
    ],
)
def test_a_compound_is_found_however_it_is_written(page: Page, query: str, marked: list[str]) -> None:
    assert [path.split("#")[0] for path in ask(page, query)] == ["articles/port-w-lodzi.html"]
    texts = page.evaluate(
        """async query => (await (await briefingSearch.find(query)).cards(0, 9))[0].paragraphs.map(p => p[1])""", query
    )
    assert "The ceasefire held 33000 hours." in texts
    shown = page.locator(".search-results mark").all_inner_texts()
    assert shown
    assert set(shown) <= set(marked)


def test_a_large_number_is_itself_and_no_beginning_or_part_of_another(page: Page) -> None:
    assert ask(page, "33,000 hours") == ask(page, "33000 hours") != []
    assert ask(page, "3,000") == ask(page, "3300") == [], "33,000 has both numbers in it"
    assert ask(page, "40,000") == [], "and 000"
    assert ask(page, "330") != [], "a number may still be begun"


def test_words_in_quotation_marks_stand_together(page: Page) -> None:
    held = ask(page, "ceasefire held")
    assert ask(page, '"ceasefire held"') == ask(page, "“Ceasefire held”") == held != []
    assert ask(page, '"held 33000" ceasefire') == held
    path = ask(page, "fire cease")[0].split("#")[0]
    assert [one.split("#")[0] for one in ask(page, '"nor a fire"')] == [path]
    assert ask(page, '"nor a fire"')[0].split("#")[1] != ask(page, '"a cease-fire"')[0].split("#")[1]


def test_a_phrase_that_no_text_has_gives_its_words_and_says_so(page: Page) -> None:
    words = ask(page, "held ceasefire")
    assert ask(page, '"held ceasefire"') == words != []
    expect(page.get_by_role("status")).to_have_text(
        'Nothing found for “"held ceasefire"”. For “held ceasefire”: 1 result.'
    )


def test_a_phrase_has_the_querys_own_spelling_of_numbers_and_scripts(page: Page) -> None:
    assert ask(page, '"33,000 hours"') == ask(page, '"33000 hours"')
    assert len(ask(page, '"cease-fire of 33000"')) == 1
    assert ask(page, '"北京大"') == ask(page, '"北京大学"') == ["articles/port-w-lodzi.html#p1"]
    expect(page.get_by_role("status")).to_have_text("1 result")
    assert ask(page, '"大学 北京"') == ["articles/port-w-lodzi.html#p1"]
    expect(page.get_by_role("status")).to_have_text('Nothing found for “"大学 北京"”. For “大学 北京”: 1 result.')


def test_a_phrase_may_be_the_source_or_the_day(page: Page) -> None:
    assert ask(page, '"Lindow Post"') == ask(page, "lindow post")
    assert ask(page, '"5 March 2024"') == ask(page, "5 march 2024") != []
    expect(page.get_by_role("status")).to_have_text("1 result")


def test_a_phrase_is_looked_for_beyond_the_first_texts_read(browser: Browser, tmp_path: Path) -> None:
    briefing = hand_built.briefing()
    _, other, _ = briefing.articles
    said = ["Long grow the tall reeds"] * 301 + ["Reeds grow long. " + "Herons wade in the shallow water. " * 20]
    articles = [
        replace(other, id=f"reed{n}", paragraphs=(Paragraph(1, 1, text),), edited=Edited())
        for n, text in enumerate(said)
    ]
    ids = [article.id for article in articles]
    many = replace(
        briefing,
        articles=tuple(articles),
        slugs={name: name for name in ids},
        rights=dict.fromkeys(ids, "full"),
        topics=(),
        entities=(),
        stories=(),
    )
    for path, text in build_search(many):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    for folder, name, text in (
        ("assets", "search.js", (ASSETS / "search.js").read_text("utf-8")),
        ("a", "b.html", PAGE),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(text, "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "a" / "b.html").as_uri())
    page.evaluate("briefingSearch.open('\"reeds grow\"')")
    expect(page.get_by_role("status")).to_have_text("1 result")
    page.close()
