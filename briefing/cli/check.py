"""``check``: what is uncertain, and the line that settles it."""

from __future__ import annotations

import argparse
import sys

from briefing import disk
from briefing.cli.arguments import DONE, MISTAKE, add_common_options, options_of
from briefing.cli.terminal import StatusLine, print_lines
from briefing.errors import AuthorError


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser(
        "check",
        help="list what is uncertain, by file, each with the line that settles it",
        description="List what is uncertain in the briefing, by file, most important first, each with the line that "
        "settles it. "
        "Exit status 0, also with doubts, unless --strict.",
    )
    add_common_options(parser)
    parser.add_argument("--strict", action="store_true", help="exit with status 1 when there is anything to list")
    parser.add_argument("--json", action="store_true", help="for programs: what was found, or the mistakes, as JSON")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, line: StatusLine) -> int:
    from briefing import desk

    options = options_of(arguments)
    try:
        with disk.lock(options.root):
            found = desk.check(options, line.show)
    except AuthorError as error:
        if not arguments.json:
            raise
        line.clear()
        print_lines([desk.mistakes_json(error)], sys.stdout)
        return MISTAKE
    line.clear()
    print_lines([found.json()] if arguments.json else found.lines() or ["nothing is uncertain"], sys.stdout)
    return MISTAKE if arguments.strict and found else DONE
