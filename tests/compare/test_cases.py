"""Changes of every kind, each with the exact review that it gets, as Markdown and as data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from briefing import compare
from briefing.cli import DONE, main
from tests.compare.cases import CASES, COMMON, Case, Files
from tests.conftest import TODAY

EXPECTED = Path(__file__).parent / "expected"


def put(root: Path, *layers: Files) -> None:
    files: Files = {"mkdocs.yml": "site_name: Harbour News\n", "overrides/assets/briefing.css": "body {}\n"}
    for layer in layers:
        files |= layer
    (root / "seeds").mkdir(parents=True)
    for name, text in files.items():
        if text is not None:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")


def review(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Path:
    monkeypatch.chdir(folder)
    common = ["--root", "head", "--today", TODAY, "--jobs", "1", "compare", "base", "head", "--output", "review"]
    assert main([*common, *arguments]) == DONE
    return folder / "review"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where annotations wait that many cases share."""
    return tmp_path_factory.mktemp("cache") / "cache.sqlite"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_review(
    case: Case, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    put(tmp_path / "base", COMMON, case.base)
    put(tmp_path / "head", COMMON, case.base, case.head)
    (tmp_path / "head" / ".briefing").mkdir()
    if cache.exists():
        (tmp_path / "head" / ".briefing" / "cache.sqlite").write_bytes(cache.read_bytes())
    out = review(tmp_path, monkeypatch)
    cache.write_bytes((tmp_path / "head" / ".briefing" / "cache.sqlite").read_bytes())
    for suffix in ("md", "json"):
        expected, made = EXPECTED / f"{case.name}.{suffix}", (out / f"review.{suffix}").read_text("utf-8")
        if request.config.getoption("--update-golden"):
            expected.write_text(made, "utf-8")
        assert made == expected.read_text("utf-8")


def test_there_is_nothing_expected_of_no_case() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == {case.name for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_reviews_keep_to_their_schema(case: Case) -> None:
    Draft202012Validator(json.loads(compare.schema_text())).validate(read(case.name))


def read(name: str) -> dict[str, Any]:
    values = json.loads((EXPECTED / f"{name}.json").read_text("utf-8"))
    assert isinstance(values, dict)
    return values
