"""What the tests need besides Python: two browsers, Node.js with two packages, Java and strace.

What is not there is installed: Debian's packages by one call of apt-get (as root, or by a sudo that asks nothing),
Playwright's own Chromium where there is no apt-get. What cannot be installed is named with its cure, and the set-up
ends.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PACKAGES = Path(__file__).parent.parent / "promises"  # package-lock.json pins and hashes what Node.js gets
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FIREFOX = ("firefox-esr", "firefox")
_NEEDED = {  # names of a program: Debian's packages that have it
    _CHROMIUM: ("chromium", "fonts-liberation"),
    _FIREFOX: ("firefox-esr",),
    ("node",): ("nodejs",),
    ("npm",): ("npm",),
    ("java",): ("default-jre-headless",),
    ("strace",): ("strace",),
    ("unshare",): ("util-linux",),
}


def find_chromium() -> str | None:
    """The path of a Chromium of this machine; BRIEFING_CHROMIUM overrules."""
    return os.environ.get("BRIEFING_CHROMIUM") or _find(_CHROMIUM)


def program(name: str) -> str:
    """The path of a program that tests need, by any of its names. Raises AssertionError with the cure without it."""
    names = next(names for names in _NEEDED if name in names)
    path = find_chromium() if names is _CHROMIUM else _find(names)
    assert path, f"these tests need {name}: {_cure(_NEEDED[names])}"
    return path


def node_package(path: str) -> Path:
    """A file of an installed Node.js package. Raises AssertionError with the cure without it."""
    file = PACKAGES / "node_modules" / path
    assert file.exists(), f"these tests need {path}: npm ci --ignore-scripts --prefix {PACKAGES}"
    return file


def main() -> None:
    missing = {names: packages for names, packages in _NEEDED.items() if not _find(names)}
    if find_chromium():
        missing.pop(_CHROMIUM, None)
    if missing:
        _install([package for packages in missing.values() for package in packages])
    if not find_chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"], check=True)
    absent = [packages for names, packages in missing.items() if names is not _CHROMIUM and not _find(names)]
    if absent:
        sys.exit(f"The tests need more than is here: {_cure([name for packages in absent for name in packages])}")
    subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(PACKAGES)], check=True)


def _find(names: tuple[str, ...]) -> str | None:
    return next(filter(None, map(shutil.which, names)), None)


def _install(packages: list[str]) -> None:
    """Does nothing where Debian's packages or the right to install them are missing."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    become_root = [] if is_root else ["sudo", "-n"]
    if not shutil.which("apt-get") or not (is_root or shutil.which("sudo")):
        return
    subprocess.run([*become_root, "apt-get", "update", "-q"], check=False)
    options = ["-q", "-y", "--no-install-recommends"]
    subprocess.run([*become_root, "apt-get", "install", *options, *packages], check=False)


def _cure(packages: list[str] | tuple[str, ...]) -> str:
    names = " ".join(packages)
    return f"install {names} (on Debian, as root: apt-get install --no-install-recommends {names})"


if __name__ == "__main__":
    main()
