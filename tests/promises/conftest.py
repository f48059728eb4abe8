"""The golden briefing with articles added for what readers may meet besides: built once a session."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import TODAY


@pytest.fixture(scope="session")
def readers(golden: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden briefing and an article in Arabic with a correction, one that is only linked, one withdrawn, two of
    one headline (whose bare address lists both), a former address that leads on, and a page written by hand."""
    from briefing.cli import main

    root = tmp_path_factory.mktemp("readers") / "briefing"
    shutil.copytree(golden, root)
    added = Path(__file__).parent / "readers"
    shutil.copytree(added / "seeds", root / "seeds", dirs_exist_ok=True)
    shutil.copy(added / "own.md", root / "site_src")
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1"]) == 0
    return root
