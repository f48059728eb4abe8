"""All benchmarks of what is understood, as one Markdown report: ``python -m benchmarks DATA --date 2026-01-31``.

DATA is the folder of the data sets. ``--scale`` measures time and memory as well (see ``benchmarks.scale``), which
takes minutes where the rest takes seconds.
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks import headline, names, source

_LIBRARIES = ("spacy", "rapidfuzz", "mkdocs", "mkdocs-material")


def write_report(data: Path, date: str) -> Iterator[str]:
    """The lines of the report, as each part is measured."""
    libraries = ", ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    yield f"# Benchmarks\n\n{f'{date}, ' if date else ''}Python {platform.python_version()}, {libraries}.\n"
    for module in (headline, source, names):
        title, *_ = (module.__doc__ or "").strip().splitlines()
        yield f"## {module.__name__.rpartition('.')[2].capitalize()}\n\n{title}\n"
        yield from _table(module.measure(data))


def _table(scores: Mapping[str, float | int]) -> Iterator[str]:
    """What is measured, ours beside the peer's; counts and what has no peer fill one column."""
    ours = {name: value for name, value in scores.items() if not _is_peer(name)}
    theirs = {_without_peer(name): value for name, value in scores.items() if _is_peer(name)}
    yield "| | ours | peer |\n|---|---|---|"
    for name, value in ours.items():
        peer = theirs.get(" ".join(name.replace(":", "").split()))
        yield f"| {name} | {_said(value)} | {'' if peer is None else _said(peer)} |"
    yield ""


def _is_peer(name: str) -> bool:
    return "peer" in name.replace(":", "").split()


def _without_peer(name: str) -> str:
    return " ".join(word for word in name.replace(":", "").split() if word != "peer")


def _said(value: float | int) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the data sets")
    parser.add_argument("--date", default="", help="day of the measurement, as it is printed")
    parser.add_argument("--scale", action="store_true", help="measure time and memory as well")
    arguments = parser.parse_args()
    for line in write_report(arguments.data, arguments.date):
        print(line, flush=True)
    if not arguments.scale:
        return 0
    print("## Scale\n", flush=True)
    return subprocess.run([sys.executable, "-m", "benchmarks.scale", str(arguments.data)], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
