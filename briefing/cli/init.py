"""``init``: a briefing elsewhere."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing.cli.arguments import DONE
from briefing.cli.terminal import StatusLine, counted, print_lines
from briefing.start import start_briefing, starter_words


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
    title = f"its title is {starter_words()['site_name']!r} until {folder / 'mkdocs.yml'} says yours (site_name)"
    next_step = f"{folder / 'README.md'} says what to do next"
    summary = f"{folder}: {counted(len(written), 'file')} written (to take it back, {back}); {next_step}"
    print_lines([title, summary], sys.stdout)
    return DONE
