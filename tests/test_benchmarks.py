"""The benchmarks as a whole: who has a copy of a set measures it with one command."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def test_a_copy_of_a_set_is_measured_without_the_others(tmp_path: Path) -> None:
    lines = tmp_path / "page.txt"
    lines.write_text(
        "page\tShare this article\ntext\tThe harbour of Lindow was closed on Tuesday, the mayor said.\n", "utf-8"
    )
    command = [sys.executable, "-m", "benchmarks", "--lines", str(lines)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "| labelled lines | 2 |" in result.stdout
