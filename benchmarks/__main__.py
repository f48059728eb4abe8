"""All benchmarks of what is understood, into docs/benchmarks.md: ``python -m benchmarks DATA --date 2026-01-31``.

DATA is the folder of the data sets. Who has a copy of another set names it: ``--polnear FOLDER`` and the like; without
DATA only those are measured, and printed. ``--scale`` measures time and memory as well (see ``benchmarks.scale``).
"""

from __future__ import annotations

import argparse
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from benchmarks import (
    figures,
    headline,
    keyphrases,
    layout,
    names,
    other_languages,
    quotes,
    source,
    speed,
    stories,
    summary,
    times,
    topics,
)

Scores = Mapping[str, float | int]

REPORT = Path(__file__).parent.parent / "docs" / "benchmarks.md"
_KEPT = "## Scale\n"  # from here on the report is written by hand
_LIBRARIES = ("spacy", "rapidfuzz", "mkdocs", "mkdocs-material")
_MODULES = (
    headline,
    layout,
    source,
    names,
    quotes,
    times,
    figures,
    topics,
    keyphrases,
    summary,
    stories,
    other_languages,
    speed,
)
_COPIES: dict[str, Callable[[Path], Scores]] = {  # option: what measures a copy of that set
    "polnear": quotes.measure_polnear,
    "timeml": times.measure_timeml,
    "entities": names.measure_entities,
    "newsquant": figures.measure_newsquant,
    "topics": topics.measure_topics,
    "lines": layout.measure_lines,
    "clusters": stories.measure_clusters,
}


def report(data: Path, date: str) -> Iterator[str]:
    """The lines of the report, as each part is measured."""
    libraries = ", ".join(f"{library} {version(library)}" for library in _LIBRARIES)
    when = f"Measured on {date} with" if date else "With"
    yield f"# Benchmarks\n\n{when} Python {platform.python_version()}, {libraries}: `make benchmarks DATA=folder`.\n"
    yield "Beside each of ours stands the peer, measured in the same run.\n"
    for module in _MODULES:
        name = module.__name__.rpartition(".")[2].capitalize().replace("_", " ")
        yield f"## {name}\n\n{_prose(module.__doc__ or '')}\n"
        yield from _table(module.measure(data))


def _prose(docstring: str) -> str:
    return docstring.strip().replace("``", "`")


def _table(scores: Scores) -> Iterator[str]:
    """What is measured, ours beside the peer's; counts and what has no peer fill one column."""
    ours = {name: value for name, value in scores.items() if not _is_peer(name)}
    theirs = {_without_peer(name): value for name, value in scores.items() if _is_peer(name)}
    yield "| | ours | peer |\n|---|---|---|"
    for name, value in ours.items():
        peer = theirs.pop(_without_peer(name), None)
        yield f"| {name} | {_said(value)} | {'' if peer is None else _said(peer)} |"
    for name, value in theirs.items():  # of which there is no number of ours
        yield f"| {name} | | {_said(value)} |"
    yield ""


def _is_peer(name: str) -> bool:
    return "peer" in name.replace(":", "").replace(",", "").split()


def _without_peer(name: str) -> str:
    return " ".join(word for word in name.replace(":", "").replace(",", "").split() if word != "peer")


def _said(value: float | int) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--date", default="", help="day of the measurement, as it is printed")
    parser.add_argument("--scale", action="store_true", help="measure time and memory as well")
    for name, measure in _COPIES.items():
        purpose = (measure.__doc__ or "").strip().splitlines()[0]
        parser.add_argument(f"--{name}", type=Path, metavar="PATH", help=purpose.replace("%", "%%"))
    arguments = parser.parse_args()
    for name, measure in _COPIES.items():
        if path := getattr(arguments, name):
            print(f"## {name}\n", *_table(measure(path)), sep="\n", flush=True)
    if arguments.data is None:
        return 0
    lines = []
    for line in report(arguments.data, arguments.date):
        print(line, flush=True)
        lines.append(line)
    _, heading, kept = REPORT.read_text("utf-8").partition(_KEPT)
    REPORT.write_text("\n".join(lines) + "\n" + heading + kept, "utf-8")
    if not arguments.scale:
        return 0
    return subprocess.run([sys.executable, "-m", "benchmarks.scale", str(arguments.data)], check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main())
