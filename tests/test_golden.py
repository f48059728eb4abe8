"""One small briefing of our own writing, and every page that it makes: the diff is the review.

``pytest tests/test_golden.py --update-golden`` accepts new output. Search shards have tests of their own.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import disk

EXPECTED = Path(__file__).parent / "golden" / "site_src"


def pages(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text("utf-8") for path, _ in disk.listing(folder) if path[:7] != "search/"}


def test_the_golden_briefing_makes_the_golden_pages(golden: Path, request: pytest.FixtureRequest) -> None:
    found = pages(golden / "site_src")
    if request.config.getoption("--update-golden"):
        for path in pages(EXPECTED).keys() - found.keys():
            disk.remove_file(EXPECTED / path, EXPECTED)
        for path, text in found.items():
            disk.write_file(EXPECTED / path, text.encode())
    expected = pages(EXPECTED)
    assert sorted(found) == sorted(expected)
    for path, text in expected.items():
        assert found[path] == text, f"{path} differs: look at the change, then accept it with --update-golden"
