"""The browser of the tests: a Chromium that is there, else Debian's (as root), else Playwright's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> str | None:
    """The path of a Chromium of this machine; BRIEFING_CHROMIUM overrules."""
    return os.environ.get("BRIEFING_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def main() -> None:
    if find_chromium():
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False)
        command = ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]
        if subprocess.run(command, check=False).returncode == 0 and find_chromium():
            return
    playwright = [sys.executable, "-m", "playwright", "install", "chromium-headless-shell"]
    subprocess.run(playwright, check=True)


if __name__ == "__main__":
    main()
