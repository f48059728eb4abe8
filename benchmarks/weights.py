"""What a built site weighs: the largest page of each kind, its files, and what a browser fetches for the front page."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path, PurePosixPath

from benchmarks.served import served

_OF_MEMBERS = {"articles", "topics", "people", "places", "organisations", "stories", "sources"}


def weigh(build: Path) -> dict[str, object]:
    """In kB of 1,000 bytes: the first view, the site, then the largest file of each kind, pages first."""
    sizes = {path.relative_to(build).as_posix(): path.stat().st_size for path in build.rglob("*") if path.is_file()}
    pages: defaultdict[str, int] = defaultdict(int)
    others: defaultdict[str, int] = defaultdict(int)
    for path, size in sorted(sizes.items()):
        kinds, kind = (pages, kind_of(path)) if path.endswith(".html") else (others, _sort_of(path))
        kinds[kind] = max(kinds[kind], size)
    (plain, requests), (compressed, _) = (_first_view(build, encoding) for encoding in ("identity", "gzip"))
    return {
        "files": len(sizes),
        "all files": sum(sizes.values()) // 1000,
        "first view of the front page, requests": requests,
        "first view of the front page": _kilobytes(plain),
        "first view of the front page, gzip": _kilobytes(compressed),
        "largest page": _kilobytes(max(pages.values())),
        **{kind: _kilobytes(size) for kind, size in [*pages.items(), *others.items()]},
    }


def _kilobytes(size: float) -> float:
    return round(size / 1000, 1)


def kind_of(page: str) -> str:
    """``people/`` for the pages of people, ``people/index`` for those of their index, ``quotes`` for the ledger's."""
    first, *rest = PurePosixPath(page).with_suffix("").parts
    if rest and rest[0] == "index":
        return f"{first}/index"
    return f"{first}/" if rest and first in _OF_MEMBERS else first


def _sort_of(path: str) -> str:
    first, *rest = PurePosixPath(path).parts
    return f"{first}/*{PurePosixPath(path).suffix}" if rest else first


def _first_view(build: Path, encoding: str) -> tuple[int, int]:
    """Bytes of all that comes over the wire, heads included, and the number of requests."""
    from playwright.sync_api import sync_playwright

    from tests.browser.install import find_chromium

    received: list[float] = []
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with served(build) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments)
        page = browser.new_page(extra_http_headers={"Accept-Encoding": encoding})
        devtools = page.context.new_cdp_session(page)
        devtools.send("Network.enable")
        devtools.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        page.goto(address, wait_until="networkidle")
        browser.close()
    return round(sum(received)), len(received)
