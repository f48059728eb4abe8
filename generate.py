#!/usr/bin/env python3
"""seeds/ to site_src/ to build/: the whole briefing in one command. See ``python generate.py --help``."""

from pathlib import Path

if __name__ == "__main__":
    from briefing.cli import main

    raise SystemExit(main(root=Path(__file__).parent))
