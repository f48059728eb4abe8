"""The written day at the desk, run as it is written: every command, every file, every line that is printed."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.promises.test_interrupted import start

DAY = (ROOT / "docs" / "a-day-at-the-desk.md").read_text("utf-8")
_BLOCK = re.compile(
    r'^```(?P<kind>console|yaml)(?: title="(?P<file>[^"]+)")?\n(?P<body>.*?)^```$', re.MULTILINE | re.DOTALL
)
_COMMON = ["--today", "2024-03-20", "--jobs", "1"]


class Desk:
    """A shell of the day: its folder, and what the last command printed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, command: str) -> list[str]:
        words = shlex.split(command)
        if words[0] == "cd":
            self.folder = self.folder / words[1]
            return []
        if words[0] != "briefing":
            subprocess.run(command, shell=True, cwd=self.folder, check=True)
            return []
        called = [sys.executable, str(ROOT / "generate.py"), *words[1:]]
        called += [] if words[1:2] == ["init"] else ["--root", ".", *_COMMON]
        if words[1:2] == ["serve"]:
            return self._serve([*called, "--port", "0"])
        done = subprocess.run(called, cwd=self.folder, capture_output=True, text=True, check=False)
        return (done.stdout + done.stderr).splitlines()

    def _serve(self, command: list[str]) -> list[str]:
        running = start(command, cwd=self.folder)
        try:
            assert running.stdout
            lines = [running.stdout.readline(), running.stdout.readline()]
            running.send_signal(signal.SIGINT)
            assert running.wait(60) == 0
        finally:
            running.kill()
        return [re.sub(r":\d+/", ":8000/", line.rstrip()) for line in lines]


def steps() -> Iterator[tuple[str, str, list[str]]]:
    """("file", its path, its lines) and ("command", the command, what it prints), in the order of the day."""
    for block in _BLOCK.finditer(DAY):
        lines = block["body"].splitlines()
        if block["kind"] == "yaml":
            yield "file", block["file"], lines
            continue
        starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
        for number, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            yield "command", lines[number][2:], lines[number + 1 : end]


def check_printed(printed: list[str], expected: list[str]) -> None:
    """``…`` as a line stands for any number of them, within a line for any words."""
    forms = ["(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n" for line in expected]
    text = "".join(f"{line}\n" for line in printed)
    assert re.fullmatch("".join(forms), text) or not expected, f"{text}\nexpected:\n{chr(10).join(expected)}"


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("day")
    shutil.copytree(ROOT / "tests" / "desk" / "day", folder / "tests" / "desk" / "day")
    desk = Desk(folder)
    for kind, what, lines in steps():
        if kind == "file":
            (desk.folder / what).write_text("\n".join(lines) + "\n", "utf-8")
        else:
            check_printed(desk.run(what), lines)
    return desk.folder


def public(day: Path) -> dict[str, str]:
    build = day / "build"
    return {str(path.relative_to(build)): path.read_text("utf-8") for path in build.rglob("*.html")}


def test_what_the_day_says_is_what_the_public_gets(day: Path) -> None:
    pages = public(day)
    assert "Hanne Brook" in pages["articles/fewer-boats-to-senn-from-april.html"]
    assert "not 3.5 million" in pages["corrections.html"]
    assert "Spring sale" not in "".join(pages.values())
    assert "who-pays-for-the-pier-of-lindow.html" in {path.rpartition("/")[2] for path in pages}
    story = pages["stories/the-boats-to-senn.html"]
    assert all(title in story for title in ("New ferry pier opens", "Fewer boats to Senn", "Hundreds protest"))
    assert "Lindow has a new pier, and too few boats." in pages["index.html"]


def test_rights_and_the_hidden_name_hold_in_every_file(day: Path) -> None:
    files = [path for folder in ("build", "site_src") for path in (day / folder).rglob("*") if path.is_file()]
    text = "".join(path.read_text("utf-8", "replace") for path in files)
    assert "Calder" not in text and "guests had asked for it" not in text  # The Quay: a link
    assert "carried 41,000 people in February" in text  # within the words of an excerpt
    assert "by agreement of 1 March" in text


def test_the_zip_is_what_was_published(day: Path) -> None:
    (packed,) = (day / "dist").glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        inside = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    built = {str(path.relative_to(day / "build")): path.read_bytes() for path in (day / "build").rglob("*.html")}
    assert {path: inside.get(path) for path in built} == built
