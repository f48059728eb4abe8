#!/usr/bin/env python3
"""seeds/ to site_src/ to build/: the whole briefing in one command. See ``python generate.py --help``."""

import os
import signal
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent


def find_packages() -> None:
    """Go on in the Python of the set-up where this one has no packages, so that ``python generate.py`` just works."""
    own = ROOT / ".venv" / "bin" / "python"
    if find_spec("msgspec") is None and own.is_file():
        os.execv(own, [str(own), *sys.argv])
    if find_spec("msgspec") is None:
        sys.exit("generate.py: not set up yet; run `make site`, or see 'Two commands' in README.md")


if __name__ == "__main__":
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C just ends the process while it starts and while it ends
    find_packages()
    from briefing.cli import main

    raise SystemExit(main(root=ROOT))
