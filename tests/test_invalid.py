"""Briefings that must fail: each folder of ``invalid/`` with the exact messages in its ``expected.txt``."""

from __future__ import annotations

import ast
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing import config, errors, marked_yaml, read
from briefing.config import read_settings
from briefing.errors import AuthorError
from briefing.marked_yaml import Report
from briefing.model import Settings
from briefing.read import header, read_seeds

CASES = sorted(path for path in (Path(__file__).parent / "invalid").iterdir() if path.is_dir())
PACKAGE = Path(errors.__file__).parent


def messages(root: Path) -> str:
    """The mistakes of both readers, one a line; mkdocs.yml is supplied unless the case says that it has none."""
    if not (root / "mkdocs.yml").exists() and not (root / "without-mkdocs.yml").exists():
        (root / "mkdocs.yml").write_text("site_name: Harbour News\n")
    settings, told = Settings(site_name=""), []
    try:
        settings = read_settings(root)
    except AuthorError as error:
        told.append(f"{error}\n")
    try:
        read_seeds(root, settings)
    except AuthorError as error:
        told.append(f"{error}\n")
    return "".join(told)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_mistake_is_told_with_file_and_line(case: Path, tmp_path: Path) -> None:
    shutil.copytree(case, tmp_path, dirs_exist_ok=True)
    assert messages(tmp_path) == (case / "expected.txt").read_text(encoding="utf-8")


def test_every_message_that_there_is_stands_in_a_case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each place of the code that finds a mistake in what an editor wrote is reached by one of the cases."""
    reached: set[tuple[str, int]] = set()
    made, added = errors.Mistake.__init__, Report.add

    def noting_made(self: errors.Mistake, *arguments: object) -> None:
        _note(reached)
        made(self, *arguments)

    def noting_added(self: Report, *arguments: object) -> None:
        _note(reached)
        added(self, *arguments)

    monkeypatch.setattr(errors.Mistake, "__init__", noting_made)
    monkeypatch.setattr(Report, "add", noting_added)
    for case in CASES:
        shutil.copytree(case, tmp_path / case.name)
        messages(tmp_path / case.name)
    missing = [place for place in _places() if not any((place[0], line) in reached for line in range(*place[1:]))]
    assert not missing, missing


def _note(reached: set[tuple[str, int]]) -> None:
    frame = sys._getframe(2)
    reached.add((str(Path(frame.f_code.co_filename).relative_to(PACKAGE)), frame.f_lineno))


def _places() -> Iterator[tuple[str, int, int]]:
    """Every call that makes a mistake or reports one, and every one of a function that words one by type."""
    modules = [
        config.__file__,
        *(str(path) for part in (read, marked_yaml) for path in Path(part.__path__[0]).glob("*.py")),
    ]
    for module in sorted(set(modules) - {header.__file__}):  # what front matter has wrong are doubts
        for node in ast.walk(ast.parse(Path(module).read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ("Mistake", "report.add", "self._report.add"):
                yield str(Path(module).relative_to(PACKAGE)), node.lineno, (node.end_lineno or node.lineno) + 1
