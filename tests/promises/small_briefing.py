"""A small briefing in the middle of its life: built, then edited, beside what a clean build makes of the edit.

Its seeds are German, so that no run waits for the language model. The edit adds, changes and removes pages; site_src/
holds pages written by hand, and both it and build/ hold dot files.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.cli import DONE, main
from briefing.write import is_intact
from tests.conftest import ROOT, TODAY

Tree = dict[str, bytes]

SEED = """\
---
title: {title}
date: 2024-03-{day}
source: {source}
---
Die Werft von Lindow hat am Montag {number} Boote zu Wasser gelassen. Die Stadt zahlt dafür 40.000 Euro.

„Wir haben den ganzen Winter daran gearbeitet“, sagte Meisterin Hanne Brook. Die Fischer warten seit dem Herbst darauf.
"""
BEFORE = {
    "werft.md": SEED.format(title="Werft lässt Boote zu Wasser", day=12, source="Küstenblatt", number=12),
    "markt.md": SEED.format(title="Fischmarkt öffnet wieder", day=13, source="Küstenblatt", number=13),
    "wetter.md": SEED.format(title="Sturm zieht ab", day=14, source="Wetterdienst", number=14),
}
AFTER = {
    "werft.md": BEFORE["werft.md"] + "\nEin Boot kehrte um.\n",
    "markt.md": BEFORE["markt.md"],
    "schule.md": SEED.format(title="Schule bekommt ein Boot", day=15, source="Schulzeitung", number=15),
}
BY_HAND = {
    "site_src/imprint.md": b"# Imprint\n\nThe desk, in our own words. [All articles](articles/index.md)\n",
    "site_src/notes/plan.txt": b"not generated\n",
    "site_src/.draft": b"a thought\n",
    "build/.htaccess": b"Options -Indexes\n",
    "build/.well-known/security.txt": b"Contact: mailto:desk@example.org\n",
}
OWN = {"cache.sqlite", "last-run-build.json", "lock"}  # all that .briefing/ holds between two runs


@dataclass(frozen=True)
class Life:
    """``edited`` is a briefing built before its last edit, ``old`` its files; ``new`` are those of a clean build."""

    edited: Path
    old: Tree
    new: Tree

    def copy(self, target: Path) -> Path:
        shutil.rmtree(target, ignore_errors=True)
        return shutil.copytree(self.edited, target, symlinks=True)


def put(root: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)


def put_seeds(root: Path, seeds: dict[str, str]) -> None:
    shutil.rmtree(root / "seeds", ignore_errors=True)
    put(root, {f"seeds/{name}": text.encode() for name, text in seeds.items()})


def generate(root: Path, *arguments: str) -> int:
    """A run in this process: quick, because everything is loaded."""
    return main(["--root", str(root), "--today", TODAY, "--jobs", "1", *arguments])


def command(root: Path, *arguments: str) -> list[str]:
    """A run as a process of its own."""
    return [sys.executable, str(ROOT / "generate.py"), "--root", str(root), "--today", TODAY, "--jobs", "1", *arguments]


def environment() -> dict[str, str]:
    """One in which two runs make the same calls of the system."""
    return {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}


def run(arguments: list[str], **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, capture_output=True, text=True, env=environment(), check=False, **options)


def tree(root: Path) -> Tree:
    """Every file of site_src/ and build/, dot files too."""
    paths = [path for folder in ("site_src", "build") for path in (root / folder).rglob("*")]
    return {str(path.relative_to(root)): path.read_bytes() for path in paths if path.is_file()}


def part(files: Tree, folder: str) -> Tree:
    return {path: content for path, content in files.items() if path.startswith(folder)}


@cache
def make_life(folder: Path) -> Life:
    """Made once for all tests of a session, in the session's ``folder``."""
    root, clean = folder / "life" / "edited", folder / "life" / "clean"
    for briefing in (root, clean):
        shutil.copytree(ROOT / "overrides", briefing / "overrides", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", briefing)
        put(briefing, BY_HAND)
    put_seeds(root, BEFORE)
    assert generate(root) == DONE
    old = tree(root)
    put_seeds(root, AFTER)
    put_seeds(clean, AFTER)
    assert generate(clean) == DONE
    shutil.copy(clean / ".briefing" / "cache.sqlite", root / ".briefing")
    return Life(root, old, tree(clean))


def check_stopped(root: Path, life: Life, status: int) -> None:
    """What has to hold after a run that was stopped anywhere."""
    now = tree(root)
    now.pop("site_src/..manifest.json.tmp", None)  # half a manifest, which the next run takes over
    assert {name: (root / "seeds" / name).read_text("utf-8") for name in AFTER} == AFTER
    assert not (root / "build").exists() or part(now, "build/") in (part(life.old, "build/"), part(life.new, "build/"))
    kept = now if (root / "build").exists() else {**now, **_former(root)}
    assert {path: kept.get(path) for path in BY_HAND} == BY_HAND
    assert part(now, "site_src/") in (part(life.old, "site_src/"), part(life.new, "site_src/")) or not is_intact(
        root / "site_src"
    )
    if status == 0:
        assert now == life.new


def _former(root: Path) -> Tree:
    former = root / ".briefing" / "build.former"
    return {f"build/{p.relative_to(former)}": p.read_bytes() for p in former.rglob("*") if p.is_file()}


def check_healed(root: Path, life: Life, *arguments: str) -> None:
    """The next run makes what a clean build makes, and leaves nothing behind."""
    assert generate(root, *arguments) == DONE
    now = tree(root)
    assert now.keys() == life.new.keys()
    assert [path for path in now if now[path] != life.new[path]] == []
    left = {path.name for path in (root / ".briefing").iterdir()}
    assert (
        left - {"cache.sqlite-shm", "cache.sqlite-wal"} == OWN
    )  # SQLite takes those over when it next opens the cache


def check_one_line(errors: str, *words: str) -> None:
    """A message for people: one line, no traceback."""
    assert len(errors.splitlines()) == 1, errors
    assert "Traceback" not in errors
    for word in words:
        assert word in errors
