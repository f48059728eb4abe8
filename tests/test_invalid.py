"""Briefings that must fail: each folder of ``invalid/`` with the exact messages in its ``expected.txt``."""

import shutil
from pathlib import Path

import pytest

from briefing.config import read_settings
from briefing.errors import AuthorError
from briefing.model import Settings
from briefing.read import read_seeds

CASES = sorted(path for path in (Path(__file__).parent / "invalid").iterdir() if path.is_dir())


def messages(root: Path) -> str:
    """The mistakes of both readers, one a line; mkdocs.yml is supplied where the case has none."""
    if not (root / "mkdocs.yml").exists():
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
