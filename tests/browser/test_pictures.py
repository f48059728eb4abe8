"""Every kind of page still looks as it did: on a phone, a tablet and a desk, in light and dark, and on paper.

``pytest tests/browser/test_pictures.py --update-golden`` accepts how pages look now, and the sheets are the review.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from briefing import disk
from tests.browser.pictures import LOOKS, Picture, decode, difference, encode, looks_of, sheet, take
from tests.conftest import KINDS, STORM

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

SHEETS = Path(__file__).parent / "pictures"
SHIPPED = [  # of two articles: what differs from the same page of twelve
    "index",
    "articles/president-biden-and-netanyahu-discuss-cease-fire-deal-humanitarian-aid",
    "articles/us-president-joe-biden-spoke-on-thursday-with-prime-minister-benjamin-netanyahu",
    "articles/index",
    "topics/index",
    "topics/politics-and-government",
    "people/index",
    "people/index/a-z",
    "people/joe-biden",
    "places/index",
    "places/gaza",
    "organisations/index",
    "organisations/white-house",
    "stories/index",
    "sources/index",
    "sources/rolling-stone",
    "timeline",
    "timeline/unresolved",
    "quotes",
    "quotes/by-speaker",
    "figures",
    "corrections",
    "edition",
]
BRIEFINGS = {"readers": KINDS, "shipped": SHIPPED}  # pages by fixture
PAGES = [pytest.param(name, kind, id=f"{name}-{kind}") for name, kinds in BRIEFINGS.items() for kind in kinds]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("briefing", "kind"), PAGES)
def test_a_page_looks_as_it_did(
    briefing: str, kind: str, page: Page, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    """All of its looks; where one differs the message says which, by how much, and where three pictures of it are."""
    root: Path = request.getfixturevalue(briefing)
    got = take(page, (root / "build" / f"{kind}.html").as_uri())
    file = SHEETS / briefing / f"{kind}.png"
    expected = looks_of(decode(file.read_bytes())) if file.exists() else []
    differing = report(kind, expected, got, tmp_path)
    if differing and request.config.getoption("--update-golden"):
        disk.write_file(file, encode(sheet(got)))
        return
    assert not differing, "\n".join([*differing, f"Expected, got and the difference are in {tmp_path}"])


def report(kind: str, expected: list[Picture], got: list[Picture], folder: Path) -> list[str]:
    """What to say of each look that differs; what was expected, what is there and the difference as files."""
    found = []
    for look, before, now in zip_longest(LOOKS, expected, got):
        share, marked = difference(before, now) if before is not None else (1, now)
        if share:
            found.append(f"{kind} at {look}: {share:.2%} of it differs")
            for name, picture in (("expected", before), ("got", now), ("difference", marked)):
                file = folder / f"{kind.replace('/', '-')[:60]}-{look.width}-{look.scheme}-{name}.png"
                if picture is not None:
                    file.write_bytes(encode(picture))
    return found


def test_there_is_a_sheet_of_each_page_and_of_no_other(request: pytest.FixtureRequest) -> None:
    pages = {f"{briefing}/{kind}.png" for briefing, kinds in BRIEFINGS.items() for kind in kinds}
    sheets = {path for path, _ in disk.listing(SHEETS)}
    if request.config.getoption("--update-golden"):
        for path in sheets - pages:
            disk.remove_file(SHEETS / path, SHEETS)
    else:
        assert sheets == pages
    assert sum((SHEETS / path).stat().st_size for path in pages & sheets) < 3_000_000, "every clone has them"


# ------------------------------------------------------------------------------------------- the measure itself

STORM_AT = {f"{look.width} {look.scheme}": number for number, look in enumerate(LOOKS)}
CHANGES = {  # what an eye sees, and by which look of an article
    "the accent is a little redder": ("1440 light", ":root { --accent: light-dark(#9c2b1b, #f0937f) }"),
    "the accent of dark is duller": ("390 dark", ":root { --accent: light-dark(#8a2b1b, #c0736f) }"),
    "the ground is darker": ("820 light", ":root { --paper: light-dark(#f1f0ec, #15171a) }"),
    "marks are blue": ("1440 light", ":root { --mark: light-dark(#d4e3f6, #544a22) }"),
    "what is about the text is paler": ("820 light", ":root { --soft: light-dark(#7c766d, #b3ac9f) }"),
    "a heading has two pixels more below it": ("390 light", ".head h1 { padding-bottom: 2px }"),
    "paragraphs have two pixels less between them": ("1440 light", ".para { margin-bottom: 1.03rem }"),
    "lines are set a little tighter": ("820 light", "body { line-height: 1.56 }"),
    "letters are a little larger": ("390 light", ".para { font-size: 1.15rem }"),
    "the text is one pixel to the right": ("1440 dark", ".content { position: relative; left: 1px }"),
    "another font": ("390 light", ":root { --serif: Georgia, serif }"),
    "another weight": ("1440 light", ".kicker { font-weight: 400 }"),
    "names are not underlined": ("820 light", ".read a.name { text-decoration: none !important }"),
    "a button is gone": ("1440 dark", "[data-palette] { visibility: hidden }"),
    "the line at the top is thinner": ("390 dark", ".mast { border-top-width: 2px }"),
    "paper has larger letters": ("700 print", "@media print { .para { font-size: 1.125rem } }"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_an_eye_sees_is_noticed(readers: Path, page: Page, change: str) -> None:
    seen_at, css = CHANGES[change]
    number = STORM_AT[seen_at]
    expected = looks_of(decode((SHEETS / "readers" / f"{STORM}.png").read_bytes()))[number]
    (got,) = take(page, (readers / "build" / f"{STORM}.html").as_uri(), [LOOKS[number]], css)
    assert difference(expected, got)[0] > 0


def test_the_same_page_gives_the_same_picture_and_one_that_differs_a_report(
    readers: Path, page: Page, tmp_path: Path
) -> None:
    address = (readers / "build" / "timeline.html").as_uri()
    once, again = take(page, address), take(page, address)
    assert all(np.array_equal(*pair) for pair in zip(once, again, strict=True))
    assert report("timeline", looks_of(decode(encode(sheet(once)))), again, tmp_path) == []
    once[1] = again[1].copy()
    once[1][40:80, 20:60] = 0
    (said,) = report("timeline", once, again, tmp_path)
    share = 40 * 40 / once[1][..., 0].size
    assert said.startswith("timeline at 820 px, light: ") and abs(float(said.split()[5][:-1]) / 100 - share) < share / 2
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        f"timeline-820-light-{name}.png" for name in ("difference", "expected", "got")
    ]
