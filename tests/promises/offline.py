"""The built site as browsers without a network see it: runs crawl.mjs where no host can be reached."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from tests.browser.install import node_package, program

# Run in a network namespace of its own: brings its loopback up, which browsers are driven over, then runs the rest.
_LOOPBACK_UP = """
import fcntl, os, socket, struct, sys
SIOCSIFFLAGS, UP_AND_RUNNING = 0x8914, 0x41
device = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fcntl.ioctl(device, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", UP_AND_RUNNING))
os.execvp(sys.argv[1], sys.argv[1:])
"""
_LIMIT = 600  # seconds, against waiting for ever


def without_network() -> list[str]:
    """The beginning of a command line that runs the rest of it without a network; AssertionError where none can."""
    unshare = [program("unshare"), "-n"] if os.geteuid() == 0 else [program("unshare"), "-r", "-n"]
    command = [*unshare, sys.executable, "-c", _LOOPBACK_UP]
    tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    assert tried.returncode == 0, (
        f"these tests need a network namespace, which this machine refuses ({tried.stderr.strip()}): run them as root, "
        "in a container with --cap-add=SYS_ADMIN, or after sysctl kernel.apparmor_restrict_unprivileged_userns=0"
    )
    return command


Tour = dict[str, Any]


def crawl(browser: Literal["chrome", "firefox"], site: Path, tours: Sequence[Mapping[str, Any]]) -> list[Tour]:
    """What a browser says of pages of ``site``; see crawl.mjs for the form of tours and reports."""
    node_package("puppeteer-core")
    as_root = ["--no-sandbox", "--disable-background-networking"]  # which it is in there, whoever runs the tests
    job = {
        "browser": browser,
        "executable": program("chromium" if browser == "chrome" else "firefox"),
        "arguments": as_root if browser == "chrome" else [],
        "site": str(site),
        "tours": list(tours),
    }
    command = [*without_network(), program("node"), str(Path(__file__).parent / "crawl.mjs")]
    done = subprocess.run(
        command, input=json.dumps(job), capture_output=True, text=True, check=False, timeout=_LIMIT, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["interfaces"] == ["lo"], "there was a network"
    return list(report["tours"])
