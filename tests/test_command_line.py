"""The command line itself: where options may stand and what they mean."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import _parser
from tests.conftest import ROOT


def test_options_mean_the_same_before_and_after_a_command() -> None:
    options = ["--root", "news", "--audience", "public", "--today", "2024-04-01", "--jobs", "1"]
    before, after = _parser().parse_args([*options, "check"]), _parser().parse_args(["check", *options])
    assert before == after
    assert (before.audience, before.today, before.jobs, str(before.root)) == ("public", "2024-04-01", 1, "news")


@pytest.mark.parametrize("arguments", [[], ["check"]])
def test_without_options_the_briefing_is_the_local_one_of_today(arguments: list[str]) -> None:
    parsed = _parser().parse_args(arguments)
    assert (parsed.root, parsed.audience, parsed.today) == (None, "local", None)
    assert parsed.jobs >= 1


@pytest.mark.skipif(not (ROOT / ".venv" / "bin" / "python").exists(), reason="set up in another folder")
def test_a_python_without_packages_goes_on_in_that_of_the_set_up() -> None:
    command = [sys.executable, "-S", str(ROOT / "generate.py"), "--version"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout.startswith("Briefing ")


def test_without_a_set_up_the_command_says_what_to_do(tmp_path: Path) -> None:
    shutil.copy(ROOT / "generate.py", tmp_path)
    command = [sys.executable, "-S", str(tmp_path / "generate.py")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "make site" in result.stderr
