"""What tests share: the golden briefing, built once, and a real browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.browser.install import find_chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
TODAY = "2024-04-01"
LONGEST = ("promises", "workflows", "desk", "browser")  # folders of tests that begin, so that no worker ends alone
STORM = "articles/storm-closes-harbour-of-lindow-for-a-third-day"  # quotes, figures, days, a copy, lines set aside
KINDS = [  # a page of every kind of the briefing ``readers``
    "index",
    STORM,
    "articles/ferry-crews-end-strike-after-talks-in-bergen",  # a saved web page
    "articles/fish-prices-rise-why-lindow-matters",  # an excerpt, with headings, a list and a quotation
    "articles/harbour-of-lindow-closed-after-storm",  # a copy, without a date
    "articles/hafen-von-lindow-bleibt-nach-dem-sturm-geschlossen",  # in German
    "articles/mina",  # in Arabic, with a correction and notes of the editor
    "articles/lighthouse-keeper-of-skerry-point-retires-after-forty-years",  # only its link
    "articles/seal-colony",  # withdrawn
    "articles/notice-to-mariners",  # an address that two articles asked for
    "articles/img-src-x-onerror-alert-1-config-the-harbour-link-javascript-alert-1",  # hostile text
    "articles/index",
    "topics/waterway-and-maritime-transport",  # with a copy, which has the longest words about an article
    "topics/index",
    "topics/lindow-harbour",
    "people/index",
    "people/ida-brandt",
    "places/index",
    "places/norway",
    "organisations/index",
    "people/index/a-z",
    "organisations/nordic-seafarers",
    "sources/index",
    "sources/coast-news",
    "stories/index",
    STORM.replace("articles", "stories"),
    "timeline",
    "timeline/by-report",
    "quotes",
    "quotes/by-speaker",
    "figures",
    "figures/by-count",
    "corrections",
    "data/index",
    "about",
    "edition",  # all of it, for paper
    "review",  # of a change
    "own",  # Markdown by hand
    "404",
]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept pages, reviews and pictures as they are")
    parser.addoption("--all", action="store_true", help="everything that is only sampled otherwise: takes an hour")


def pytest_configure(config: pytest.Config) -> None:
    """Hypothesis tries the same examples in every run but those of everything; none fails for a slow machine."""
    settings.register_profile("briefing", deadline=None, derandomize=not config.getoption("--all"))
    settings.load_profile("briefing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order in which modules are handed out to workers: each to one, since what its tests share is dear to make."""
    items.sort(key=lambda item: item.path.parent.name not in LONGEST)


@pytest.fixture(scope="session")
def everything(request: pytest.FixtureRequest) -> bool:
    """Whether to try all there is of what is slow (`make test-all`), not a sample of it (`make test`)."""
    return bool(request.config.getoption("--all"))


def copy_briefing(source: Path, target: Path) -> Path:
    """The seeds and briefing.yml of ``source`` as a briefing of its own at ``target``, with this project's theme."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copytree(source / "seeds", target / "seeds")
    shutil.copy(source / "briefing.yml", target)
    shutil.copy(ROOT / "mkdocs.yml", target)
    shutil.copytree(ROOT / "overrides", target / "overrides")
    return target


@pytest.fixture(scope="session")
def golden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden briefing, built. Tests that change it work on a copy."""
    from briefing.cli import main

    root = copy_briefing(GOLDEN, tmp_path_factory.mktemp("golden") / "briefing")
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1"]) == 0
    return root


@pytest.fixture(scope="session")
def readers(golden: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden briefing and an article in Arabic with a correction, one that is only linked, one withdrawn, two of
    one headline (whose bare address lists both), a former address that leads on, a page written by hand, and what all
    this changes."""
    from briefing.cli import main

    root = tmp_path_factory.mktemp("readers") / "briefing"
    shutil.copytree(golden, root)
    added = Path(__file__).parent / "promises" / "readers"
    shutil.copytree(added / "seeds", root / "seeds", dirs_exist_ok=True)
    shutil.copy(added / "own.md", root / "site_src")
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1"]) == 0
    shutil.copytree(golden / "site_src", root / "before")
    with chdir(root):  # the page names both sides as they were given
        assert main(["compare", "before/briefing.json", "site_src/briefing.json", "--output", "review"]) == 0
    shutil.copy(root / "review" / "review.html", root / "build")
    return root


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The briefing that ships with the project, built."""
    from briefing.cli import main

    root = copy_briefing(ROOT, tmp_path_factory.mktemp("shipped") / "briefing")
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1"]) == 0
    return root


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium that reaches no other host and draws letters alike on every machine; sandboxed unless root runs
    the tests, where it cannot be."""
    from playwright.sync_api import sync_playwright

    arguments = [
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--disable-background-networking",
        "--font-render-hinting=none",
    ]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        letters = {**os.environ, "FONTCONFIG_FILE": str(Path(__file__).parent / "browser" / "fonts.conf")}
        running = playwright.chromium.launch(executable_path=find_chromium(), args=arguments, env=letters)
        yield running
        running.close()
