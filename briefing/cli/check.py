"""``check``: what is uncertain, and the line that settles it."""

from __future__ import annotations

import argparse
import sys

from briefing import desk, disk
from briefing.cli.arguments import DONE, MISTAKE, add_common_options, options_of
from briefing.cli.terminal import StatusLine, print_lines


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check",
        help="list what is uncertain, by file, each with the line that settles it",
        description="List what is uncertain in the briefing, by file, each with the line that settles it. "
        "Exit status 0, also with doubts, unless --strict.",
    )
    add_common_options(parser)
    parser.add_argument("--strict", action="store_true", help="exit with status 1 when there is anything to list")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    options = options_of(arguments)
    with disk.lock(options.root):
        unread, doubts = desk.check(options, line.show)
    line.clear()
    print_lines(desk.report(unread, doubts) or ["nothing is uncertain"], sys.stdout)
    return MISTAKE if arguments.strict and (unread or doubts) else DONE
