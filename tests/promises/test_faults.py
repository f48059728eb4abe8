"""Killed, out of disk, told of a broken disk: at every write, rename, fsync and deletion of a real run, by strace."""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing import disk
from briefing.cli import DONE, MISTAKE
from briefing.write import write_pages
from tests.browser.install import program
from tests.promises.small_briefing import (
    Life,
    check_healed,
    check_one_line,
    check_stopped,
    command,
    generate,
    make_life,
    part,
    run,
    tree,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="strace is a tool of Linux")

WRITING = ("write", "pwrite64", "sendfile", "copy_file_range", "ftruncate")
MOVING = ("rename", "renameat", "renameat2")
REMOVING = ("unlink", "unlinkat", "rmdir")
SYNCING = ("fsync", "fdatasync", "sync", "syncfs")
MAKING = ("openat", "mkdir")
FAULTS = {  # what is injected, and into which calls
    "signal=KILL": (*WRITING, *MOVING, *REMOVING, *SYNCING, *MAKING),
    "error=ENOSPC": (*WRITING, "fsync", "fdatasync", *MOVING, *MAKING),
    "error=EIO": (*WRITING, "fsync", "fdatasync", *MOVING, *REMOVING, "openat"),
}
NUMEROUS = ("openat", "mkdir", "sendfile", "unlinkat")  # each like the next: every eighth will do
SAMPLE = 2  # points of each fault, unless everything is wanted
CALL = re.compile(r"^(\d+) +(\w+)\((.*)$", re.MULTILINE)


class Point(NamedTuple):
    call: str
    path: str  # below the briefing's folder: the file, or the folder that it is reached through
    when: int  # the how manieth such call there


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    return make_life(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def points(life: Life, tmp_path_factory: pytest.TempPathFactory) -> list[Point]:
    """Every call of a run that changes something in the briefing's folder, in its order."""
    traced = run([program("strace"), "-f", "-o", "/dev/null", "true"])
    assert traced.returncode == 0, f"these tests need leave to trace processes (ptrace): {traced.stderr}"
    root = life.copy(tmp_path_factory.mktemp("points") / "briefing")
    (status, errors), log = _trace(root, {call for calls in FAULTS.values() for call in calls})
    assert status == 0, errors
    return _points(log, str(root))


def _trace(root: Path, calls: set[str], *options: str) -> tuple[tuple[int, str], str]:
    """((status, what was printed to stderr), the calls) of a run."""
    log = root.with_suffix(".log")
    tracing = ["strace", "-f", "-y", "-qq", "-o", str(log), "-e", f"trace={','.join(sorted(calls))}", *options]
    if "signal=" not in "".join(options):  # which this kind of tracing, though quicker, would not deliver
        tracing.insert(1, "--seccomp-bpf")
    result = run([*tracing, *command(root)])
    return (result.returncode, result.stderr), log.read_text("utf-8", "replace")


def _points(log: str, root: str) -> list[Point]:
    """The calls below ``root`` in their order.

    strace counts by thread, and which thread stages what is chance: of those besides the first, only the first call at
    each path is sure to come again.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    points: dict[Point, None] = {}
    calls = CALL.findall(log)
    for thread, call, rest in calls:
        paths = list(dict.fromkeys(re.findall(rf'(?<=["<]){re.escape(root)}/([^">]*)', rest)))
        counts.update((thread, call, path) for path in paths)
        changes = call != "openat" or "O_CREAT" in rest or "O_WRONLY" in rest or "O_RDWR" in rest
        when = counts[thread, call, paths[0]] if paths else 1
        if (thread == calls[0][0] or when == 1) and (call == "sync" or (paths and changes and "EEXIST" not in rest)):
            points[Point(call, paths[0] if paths else "", when)] = None
    return list(points)


def _inject(root: Path, fault: str, point: Point) -> tuple[int, str]:
    """(status, what was printed to stderr) of a run that meets with ``fault`` at ``point``."""
    where = ["-P", f"{root}/{point.path}"] if point.path else []
    result, log = _trace(root, {point.call}, *where, "-e", f"inject={point.call}:{fault}:when={point.when}")
    assert "INJECTED" in log or "killed by SIGKILL" in log, f"{fault} at {point} was not reached: {result}"
    return result


def _chosen(points: list[Point], fault: str, everything: bool) -> list[Point]:
    of_fault = [point for point in points if point.call in FAULTS[fault]]
    if everything:
        return [point for n, point in enumerate(of_fault) if point.call not in NUMEROUS or n % 8 == 0]
    rng = random.Random(fault)
    kinds = sorted({point.call for point in of_fault})
    return [rng.choice([p for p in of_fault if p.call == kind]) for kind in rng.sample(kinds, SAMPLE)]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_anywhere_leaves_the_old_site_or_the_new_one_and_the_next_run_heals(
    life: Life, points: list[Point], tmp_path: Path, everything: bool, fault: str
) -> None:
    chosen = _chosen(points, fault, everything)
    assert len(chosen) >= (50 if everything else SAMPLE)
    failures = []
    for point in chosen:
        root = life.copy(tmp_path / "briefing")
        status, errors = _inject(root, fault, point)
        try:
            check_stopped(root, life, status)
            if status and fault != "signal=KILL":
                check_one_line(errors, str(root))
            check_healed(root, life)
        except AssertionError as error:
            failures.append(f"{fault} at {point}: status {status}, {errors!r}: {error}")
    assert not failures, "\n".join([f"{len(failures)} of {len(chosen)}:", *failures])


@pytest.fixture
def half_swapped(life: Life, points: list[Point], tmp_path: Path) -> Path:
    """Killed when ``build/`` had been moved away and the new site had not taken its place."""
    root = life.copy(tmp_path / "briefing")
    _inject(root, "signal=KILL", next(p for p in points if p.call in MOVING and p.path == ".briefing/site"))
    assert not (root / "build").exists()
    return root


def test_a_kill_between_the_two_renames_loses_no_dot_file(life: Life, half_swapped: Path) -> None:
    check_stopped(half_swapped, life, 1)
    assert generate(half_swapped, "--audience", "internal") == DONE
    check_stopped(half_swapped, life, 1)
    settings = half_swapped / "briefing.yml"
    settings.write_text("nonsense: 1\n")
    assert generate(half_swapped) == MISTAKE
    assert part(tree(half_swapped), "build/") == part(life.old, "build/")
    settings.unlink()
    for name in ("site_src-internal", "build-internal"):
        shutil.rmtree(half_swapped / name)
    (half_swapped / ".briefing" / "last-run-build-internal.json").unlink()
    check_healed(half_swapped, life)


def test_pages_are_on_the_disk_before_the_manifest_says_so(points: list[Point]) -> None:
    final = max(n for n, point in enumerate(points) if point.path == "site_src/..manifest.json.tmp")
    placed = [n for n, p in enumerate(points) if p.call in ("unlink", *MOVING) and _folder(p).startswith("site_src/")]
    assert placed
    for n in placed:
        folder = _folder(points[n])
        synced = [p for p in points[n:final] if p.call == "fsync" and p.path in (folder, folder.rpartition("/")[0])]
        removed = [p for p in points[n:final] if p.call == "rmdir" and p.path == folder]
        assert synced or removed, points[n]


def test_a_folder_that_only_loses_a_page_is_on_the_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site_src"
    write_pages([("b/stays.md", "1"), ("b/goes.md", "1")], site, tmp_path / "staging")
    synced = []
    monkeypatch.setattr(disk, "sync_folder", synced.append)
    write_pages([("b/stays.md", "1")], site, tmp_path / "staging")
    assert synced == [site, site / "b", site]  # both notes of the manifest, and what lies between them


def _folder(point: Point) -> str:
    """The folder of pages that a deletion or a move from the staging folder changes."""
    return point.path.replace(".briefing/pages", "site_src").rpartition("/")[0]
