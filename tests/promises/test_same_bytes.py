"""Same input, same bytes: on any machine, and after any sequence of edits."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing import disk
from briefing.cli import DONE, main
from tests.conftest import GOLDEN, ROOT, TODAY, copy_briefing
from tests.promises.edits import RandomBriefing

# Environment, umask, arguments, folder: what a machine may differ in.
MACHINES: tuple[tuple[dict[str, str], int, tuple[str, ...], str], ...] = (
    ({"PYTHONHASHSEED": "0", "TZ": "UTC"}, 0o022, ("--jobs", "1"), "briefing"),
    ({"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}, 0o077, ("--jobs", "2"), "other place/ü"),
    ({"PYTHONHASHSEED": "1", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}, 0o022, (), "ascii"),
    ({"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LANG": "de_DE.ISO-8859-1"}, 0o002, (), "a#b%20c?d"),
    ({"PYTHONHASHSEED": "3", "TZ": "Asia/Kathmandu", "LC_ALL": "tr_TR.UTF-8"}, 0o027, ("--jobs", "3"), "deep/" * 20),
    ({"PYTHONHASHSEED": "4", "PYTHONOPTIMIZE": "2"}, 0o022, (), "optimised"),
    ({"PYTHONHASHSEED": "5", "LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}, 0o000, (), "港"),
    ({"PYTHONHASHSEED": "6", "PYTHONDEVMODE": "1", "TZ": "Antarctica/Troll"}, 0o022, (), "seeds"),
    ({"PYTHONHASHSEED": "8", "COLUMNS": "20", "TERM": "dumb", "HOME": "/nonexistent"}, 0o022, (), "site_src"),
    ({"PYTHONHASHSEED": "9", "OMP_NUM_THREADS": "1", "TZ": "EST5EDT"}, 0o022, ("--jobs", "2"), "build"),
    ({"PYTHONHASHSEED": "10", "OPENBLAS_CORETYPE": "Haswell", "LANG": "ja_JP.SJIS"}, 0o022, (), "x" * 200),
    ({"PYTHONHASHSEED": "random", "TZ": "Europe/Dublin", "LC_TIME": "fr_FR"}, 0o022, (), "-dash"),
)
SAMPLED = (1,)


def outputs(root: Path) -> dict[str, bytes]:
    folders = ("site_src", "build")
    return {f"{f}/{path}": (root / f / path).read_bytes() for f in folders for path, _ in disk.listing(root / f)}


def scattered_copy(target: Path, order: int) -> Path:
    """The golden briefing with its files made in another order and of other times."""
    copy_briefing(GOLDEN, target)
    files = sorted((target / "seeds").iterdir())
    chance = random.Random(order)
    chance.shuffle(files)
    for path in files:
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
        os.utime(path, (chance.randint(0, 2**31), chance.randint(0, 2**31)))
    return target


def build(root: Path, environment: Mapping[str, str], umask: int, arguments: tuple[str, ...]) -> None:
    ambient = {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON", "SOURCE_DATE", "TZ"))}
    command = [sys.executable, str(ROOT / "generate.py"), f"--root={root}", "--today", TODAY, *arguments]
    result = subprocess.run(command, env=ambient | environment, umask=umask, capture_output=True)
    assert result.returncode == DONE, result.stderr.decode("utf-8", "replace")


def test_the_machine_leaves_no_trace(golden: Path, tmp_path: Path, everything: bool) -> None:
    expected = outputs(golden)
    for number, (environment, umask, arguments, folder) in enumerate(MACHINES):
        if everything or number in SAMPLED:
            root = scattered_copy(tmp_path / str(number) / folder, number)
            build(root, environment, umask, arguments)
            found = outputs(root)
            assert found.keys() == expected.keys(), environment
            assert [path for path in found if found[path] != expected[path]] == [], environment
            shutil.rmtree(tmp_path / str(number))


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "--today", TODAY, "--jobs", "1", *arguments])


def clean_copy(root: Path, target: Path) -> Path:
    """What the editor wrote, and nothing that a run made."""
    return copy_briefing(root, target)


@pytest.mark.parametrize("share", range(4))
def test_a_cached_run_equals_a_clean_one_after_any_edits(tmp_path: Path, everything: bool, share: int) -> None:
    """Twenty sequences of edits, or two hundred; of every fifth the site too, of the others the pages."""
    for sequence in range(share, 200 if everything else 20, 4):
        whole = () if sequence % 20 < 4 else ("--pages-only",)
        root = copy_briefing_theme(tmp_path / str(sequence))
        editor = RandomBriefing(root, sequence)
        done = []
        for _ in range(4):
            done += [editor.edit() for _ in range(1 + sequence % 3)]
            status = run(root, *whole)
        clean = clean_copy(root, tmp_path / f"{sequence}-clean")
        assert run(clean, *whole) == status == DONE, f"sequence {sequence}: {done}"
        found, expected = outputs(root), outputs(clean)
        assert found.keys() == expected.keys(), f"sequence {sequence}: {done}"
        assert [path for path in found if found[path] != expected[path]] == [], f"sequence {sequence}: {done}"
        shutil.rmtree(root)
        shutil.rmtree(clean)


def copy_briefing_theme(target: Path) -> Path:
    """A briefing without articles."""
    target.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    shutil.copytree(ROOT / "overrides", target / "overrides")
    return target
