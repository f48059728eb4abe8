"""Links and offline: browsers open the whole site without a network, by double-click and under any prefix."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from briefing import disk
from tests.promises.offline import Tour, crawl

pytestmark = pytest.mark.browser

SEARCHES = [
    {"words": "fishing boats", "leads_to": "articles/storm-closes", "shows": "fishing boats"},  # words of a body
    {"words": "herr", "leads_to": "articles/fish-prices", "shows": "Herring"},  # the beginning of a word
    {"words": "Okafor", "leads_to": "people/samuel-okafor", "shows": "Samuel Okafor"},  # a name
    {"words": "Lindow harbour", "leads_to": "topics/lindow-harbour", "shows": "Lindow harbour"},  # a topic
    {"words": "رصيفه", "leads_to": "articles/mina", "shows": "رصيفه"},
    {"words": "<script>alert", "leads_to": "articles/img-src-x", "shows": "<script>alert"},
]
JOURNEYS = [  # of journeys.mjs
    "from the front page to the lead story",
    "choose the colours, here and on the next page",
    "sift and sort a ledger",
    "see who a name is by pointer and by key",
    "copy the address of a paragraph",
    "from the timeline to what the text says",
    "read an article from right to left on a phone",
    "read the whole edition",
    "from what a change does to a page that it adds",
]
MISSING = ["nowhere.html", "articles/gone.html", "gone/", "a/folder/that is/not ours.html"]
FORMER = "articles/channel-survey.html"  # an alias: leads on at once


def prefixes() -> list[str]:
    """Three folders of a server nobody thought of: one level, several, and one that has to be percent-encoded."""
    chance = random.Random(8)
    one, two, three, four = (f"{chance.getrandbits(32):x}" for _ in range(4))
    return [one, f"{two}/articles/{three}", f"Späte Ausgabe {four}/ليندو"]


def pages_of(site: Path) -> list[str]:
    return [path for path, _ in disk.listing(site) if path.endswith(".html")]


def sample(pages: list[str], everything: bool, size: int) -> list[str]:
    """Some pages and those that are like no other, or all."""
    alone = {"index.html", "timeline.html", "edition.html", "articles/mina.html", "review.html", "404.html", FORMER}
    chosen = alone & set(pages) | set(random.Random(size).sample(pages, size))
    return pages if everything else [page for page in pages if page in chosen]


@pytest.fixture(scope="module")
def site(readers: Path) -> Path:
    return readers / "build"


@pytest.fixture(scope="module", params=["chrome", "firefox"])
def tours(request: pytest.FixtureRequest, site: Path, everything: bool) -> list[Tour]:
    """The whole site as files in Chromium; by default a part of it in Firefox and under each prefix."""
    pages, is_firefox = pages_of(site), request.param == "firefox"
    as_files = [f"{page}#p1" if page == FORMER else page for page in sample(pages, everything or not is_firefox, 10)]
    tried = prefixes() if everything or not is_firefox else prefixes()[2:]
    plans = [{"prefix": None, "pages": as_files, "searches": SEARCHES, "missing": [], "journeys": JOURNEYS}]
    for prefix in tried:
        searches = SEARCHES if everything else SEARCHES[:1]
        some = sample(pages, everything, 6)
        journeys = JOURNEYS if everything or prefix == tried[-1] else []
        plans.append({"prefix": prefix, "pages": some, "searches": searches, "missing": MISSING, "journeys": journeys})
    return crawl(request.param, site, plans)


def test_pages_open_without_a_complaint_or_a_foreign_request(tours: list[Tour]) -> None:
    for tour in tours:
        assert tour["pages"]
        assert {page["path"]: page["complaints"] for page in tour["pages"] if page["complaints"]} == {}, tour["base"]


def test_every_link_leads_to_a_file_and_an_element(tours: list[Tour], site: Path) -> None:
    """Addresses as the browser resolved them; elements as the browser found them on the page that it opened."""
    for tour in tours:
        ids = {page["landed"].partition("#")[0]: set(page["ids"]) for page in tour["pages"]}
        for page in tour["pages"]:
            dead = [link for link in page["links"] if not leads_somewhere(link, tour["base"], site, ids)]
            assert dead == [], (tour["base"], page["path"])


def leads_somewhere(link: list[str], base: str, site: Path, ids: dict[str, set[str]]) -> bool:
    """A link to another host is a link of the text's, which only a reader follows: nothing but ``<a>`` may be one. A
    file to cite with is in its own address."""
    tag, written, address = link
    if not address.startswith(base):
        is_icon = address == "data:,"
        is_file = address.startswith("data:application/")
        return is_icon or (tag == "a" and (is_file or urlsplit(written).scheme in ("http", "https", "mailto")))
    path, _, fragment = address.removeprefix(base).partition("#")
    file = site / unquote(path.partition("?")[0])
    if not file.is_file():
        return False
    known = ids.get(address.partition("#")[0])
    return not fragment or known is None or unquote(fragment) in known


def test_pages_stay_where_they_are_and_a_former_address_leads_on(tours: list[Tour]) -> None:
    """Over file://; the fragment is kept."""
    base = tours[0]["base"]
    landed = {page["path"]: page["landed"].removeprefix(base) for page in tours[0]["pages"]}
    assert re.fullmatch(r"articles/notice-to-mariners-\w+\.html#p1", landed.pop(f"{FORMER}#p1"))
    assert landed == {path: path for path in landed}


def test_search_finds_and_leads_there(tours: list[Tour]) -> None:
    for tour in tours:
        assert tour["searches"]
        for asked, found in zip(SEARCHES, tour["searches"], strict=False):
            assert asked["leads_to"] in unquote(found["landed"]), tour["base"]
            assert asked["shows"] in found["shown"], tour["base"]
            assert found["complaints"] == [], tour["base"]


@pytest.mark.parametrize("journey", JOURNEYS)
def test_readers_come_to_the_end_of_a_journey(tours: list[Tour], journey: str) -> None:
    """In both browsers, of the files and over http."""
    made = [(tour["base"][:4], one) for tour in tours for one in tour["journeys"] if one["name"] == journey]
    assert {kind for kind, _ in made} == {"file", "http"}
    for kind, one in made:
        assert (one["failed"], one["complaints"]) == ("", []), kind


def test_whatever_is_not_there_leads_home_under_a_prefix_nobody_gave(tours: list[Tour]) -> None:
    """Without SITE_URL: from a folder of the site by one click, from elsewhere by one click a folder."""
    assert any(tour["missing"] for tour in tours)
    for tour in tours:
        for missing in tour["missing"]:
            assert [step["status"] for step in missing["steps"]][-1] == 200, missing
            assert missing["steps"][-1]["address"] == f"{tour['base']}index.html"
            assert len(missing["steps"]) <= max(2, missing["path"].count("/") + 2), missing
            assert missing["complaints"] == []
            assert "640px" in missing["steps"][0]["style"], "the page has not its own style"


def engine(root: Path, target: Path, **settings: str) -> None:
    """Make the site of the pages of ``root`` in ``target``, with ``settings`` in the environment."""
    environment = {**os.environ, **settings, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(root / "mkdocs.yml"), "-d", str(target)]
    subprocess.run(command, env=environment, check=True)


def test_a_preview_works_under_its_prefix_and_asks_to_be_passed_by(
    readers: Path, tmp_path: Path, everything: bool
) -> None:
    engine(readers, tmp_path, BRIEFING_NOINDEX="true")
    pages = pages_of(tmp_path)
    some = sample(pages, everything, 20)
    plan = {
        "prefix": f"{prefixes()[0]}/pr-17",
        "pages": some,
        "searches": SEARCHES[:1],
        "missing": MISSING[1:2],
        "journeys": [],
    }
    (tour,) = crawl("chrome", tmp_path, [plan])
    test_pages_open_without_a_complaint_or_a_foreign_request([tour])
    test_every_link_leads_to_a_file_and_an_element([tour], tmp_path)
    test_search_finds_and_leads_there([tour])
    test_whatever_is_not_there_leads_home_under_a_prefix_nobody_gave([tour])
    for page in pages:
        text = (tmp_path / page).read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in text, page
        assert page == "404.html" or 'class="preview"' in text, page
        assert 'rel="canonical"' not in text, page


def test_the_404_page_knows_the_address_that_the_site_is_built_for(readers: Path, tmp_path: Path) -> None:
    prefix = prefixes()[1]
    engine(readers, tmp_path, SITE_URL=f"http://127.0.0.1/{prefix}/")
    plan = {"prefix": prefix, "pages": ["404.html"], "searches": [], "missing": MISSING, "journeys": []}
    (tour,) = crawl("chrome", tmp_path, [plan])
    for missing in tour["missing"]:
        assert [step["address"] for step in missing["steps"][1:]] == [tour["base"]], missing
        assert missing["complaints"] == []
