"""How `make test` shares the tests among its workers."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

MODULE = """
import os
from pathlib import Path
import pytest

@pytest.mark.parametrize("number", range(6))
def test_by_whom(number):
    with open(f"{Path(__file__).stem}.log", "a") as log:
        print(os.environ["PYTEST_XDIST_WORKER"], file=log)
"""


def test_one_worker_runs_all_tests_of_a_module(tmp_path: Path) -> None:
    """Or else each makes for itself what they share, and nothing says so."""
    asked = re.search(r"-m pytest (-n .*) \$\(EVERYTHING\)", (ROOT / "Makefile").read_text("utf-8"))
    assert asked
    for name in ("test_one", "test_two", "test_three"):
        (tmp_path / f"{name}.py").write_text(MODULE, "utf-8")
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", ".", *shlex.split(asked[1]), "."]
    subprocess.run(command, cwd=tmp_path, env=outside, check=True, capture_output=True)
    workers = {log.stem: log.read_text("utf-8").split() for log in tmp_path.glob("*.log")}
    assert {len(ran) for ran in workers.values()} == {6} and len(workers) == 3
    assert {len(set(ran)) for ran in workers.values()} == {1}, workers
