"""``init``: a briefing elsewhere."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing.cli.arguments import DONE
from briefing.cli.terminal import StatusLine, counted, print_lines
from briefing.start import start_briefing


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "init",
        help="start a briefing in a folder of its own, which installs the generator as a package",
        description="Start a briefing in DIR: settings, an example article, workflows. Nothing that exists there is "
        "ever overwritten: it is named, and nothing is written.",
    )
    parser.add_argument("folder", type=Path, metavar="DIR", help="where; it is made if it is not there")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    folder: Path = arguments.folder
    existed = folder.exists()
    written = start_briefing(folder)
    line.clear()
    print_lines([str(folder / path) for path in written], sys.stdout)
    back = "delete these files" if existed else f"delete {folder}"
    next_step = f"{folder / 'README.md'} says what to do next"
    print_lines(
        [f"{folder}: {counted(len(written), 'file')} written (to take it back, {back}); {next_step}"], sys.stdout
    )
    return DONE
