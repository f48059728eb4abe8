"""The command line: the only place that prints and catches.

A command is a module here with ``add(commands)``, which says its name, help and options and sets ``run``, and
``run(arguments, line)``, which does it and returns the exit status. ``_COMMANDS`` lists them.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import signal
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from briefing import __version__
from briefing.cli import check, compare, edit, generate, init, pack, serve
from briefing.cli.arguments import (
    DONE,
    INTERRUPTED,
    MISTAKE,
    USAGE,
    UsageFault,
    add_common_options,
    set_common_defaults,
)
from briefing.cli.terminal import StatusLine, messages_of
from briefing.errors import AuthorError, EnvironmentFault

__all__ = ["DONE", "INTERRUPTED", "MISTAKE", "USAGE", "main"]

_COMMANDS = (init, serve, check, edit, compare, pack)

_DESCRIPTION = """\
Turn the articles in seeds/ into a searchable briefing: pages in site_src/, the site in build/.
Open build/index.html when it is done: no server and no network is needed.
"""
_EPILOG = """\
Exit status: 0 done; 1 a mistake in a file that you wrote (each is named with its line and its cure, and the site
is as it was); 2 a mistake on the command line. Seeds are never written to.
"""


def main(argv: list[str] | None = None, root: Path | None = None) -> int:
    """Run a command on the briefing at ``root`` (the current folder unless given); the exit status."""
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name that the terminal's encoding lacks ends no run
        sys.stdout.reconfigure(errors="backslashreplace")
    program = "briefing" if root is None else f"{'python' if os.name == 'nt' else 'python3'} generate.py"
    arguments = _parser(program).parse_args(argv)
    arguments.program = program
    arguments.root = (arguments.root or root or Path.cwd()).resolve()
    with _interruptible():
        return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    line = StatusLine()
    try:
        status: int = arguments.run(arguments, line)
        return status
    except UsageFault as fault:
        return _told(line, [fault], USAGE)
    except KeyboardInterrupt:
        return _told(line, ["stopped; the next run goes on from what is done"], INTERRUPTED)
    except (AuthorError, EnvironmentFault, OSError) as error:
        return _told(line, messages_of(error, arguments.root), MISTAKE)


def _told(line: StatusLine, messages: Iterable[object], status: int) -> int:
    line.clear()
    print(*messages, sep="\n", file=sys.stderr)
    return status


def _parser(program: str = "python3 generate.py") -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=program,
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Briefing {__version__}")
    set_common_defaults(parser)
    add_common_options(parser)
    generate.add_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands (without one: build the site)")
    for command in _COMMANDS:
        command.add(commands)
    return parser


@contextlib.contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C raises KeyboardInterrupt meanwhile; where the caller had it end the process, it does so before and after.

    generate.py has it so: nothing is unfinished then, and a traceback would say nothing.
    """
    ends = signal.getsignal(signal.SIGINT) == signal.SIG_DFL
    if ends:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        if ends:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
