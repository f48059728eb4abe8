"""The command line: the only place that prints and catches."""

from __future__ import annotations

import argparse
import contextlib
import errno
import io
import os
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TextIO

from briefing import __version__, desk, disk
from briefing.errors import AuthorError, EnvironmentFault
from briefing.last_run import Options
from briefing.pipeline import Outcome, generate

DONE, MISTAKE, USAGE, INTERRUPTED = 0, 1, 2, 130
_OF_THE_MACHINE = (
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOMEM, errno.EMFILE, errno.ENFILE),  # too little
    *(errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV, errno.ESTALE),  # out of reach
    *(errno.ENOTDIR, errno.EISDIR, errno.ELOOP),  # something else of that name
)

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
    arguments = _parser().parse_args(argv)
    root = (arguments.root or root or Path.cwd()).resolve()
    if not (root / "mkdocs.yml").is_file():
        print(f"{root}: no mkdocs.yml here, so this is not a briefing; name its folder with --root", file=sys.stderr)
        return USAGE
    options = Options(
        root=root,
        today=arguments.today or _today(),
        audience=arguments.audience,
        pages_only=getattr(arguments, "pages_only", False),
        jobs=arguments.jobs,
        adopt=getattr(arguments, "adopt", False),
    )
    with _interruptible():
        return _run(arguments, options)


def _run(arguments: argparse.Namespace, options: Options) -> int:
    line = _StatusLine()
    try:
        if arguments.command == "check":
            return _check(options, line, strict=arguments.strict)
        return _generate(options, line)
    except AuthorError as error:
        line.clear()
        print(*error.mistakes, sep="\n", file=sys.stderr)
        return MISTAKE
    except EnvironmentFault as fault:
        line.clear()
        print(fault, file=sys.stderr)
        return MISTAKE
    except KeyboardInterrupt:
        line.clear()
        print("stopped; the next run goes on from what is done", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if error.errno not in _OF_THE_MACHINE:
            raise
        line.clear()
        place = error.filename2 or error.filename or options.root
        print(
            f"{place}: {error.strerror}; mend that, then run this again: it goes on from what is done", file=sys.stderr
        )
        return MISTAKE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="generate.py",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"Briefing {__version__}")
    parser.set_defaults(root=None, audience="local", today=None, jobs=_cores())
    _add_common_options(parser)
    parser.add_argument("--pages-only", action="store_true", help="write site_src/ and leave build/ to `mkdocs build`")
    parser.add_argument(
        "--adopt",
        action="store_true",
        help="move whatever stands in the way of a page in site_src/ to site_src-set-aside/, where nothing is deleted: "
        "for when the list of generated files (site_src/.manifest.json) was lost",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands (without one: build the site)")
    check = commands.add_parser(
        "check",
        help="list what is uncertain, by file, each with the line that settles it",
        description="List what is uncertain in the briefing, by file, each with the line that settles it. "
        "Exit status 0, also with doubts, unless --strict.",
    )
    _add_common_options(check)
    check.add_argument("--strict", action="store_true", help="exit with status 1 when there is anything to list")
    return parser


def _add_common_options(parser: argparse.ArgumentParser) -> None:
    """Options that may stand before or after a command; their defaults are set once, for both places."""
    absent = argparse.SUPPRESS
    parser.add_argument(
        "--root",
        type=Path,
        default=absent,
        metavar="DIR",
        help="the briefing's folder (default: that of generate.py; for the installed command the current one)",
    )
    parser.add_argument(
        "--audience",
        choices=("local", "public", "internal"),
        default=absent,
        help="who will read it: local (default) shows in full what nobody stated rights for; public shortens it to an "
        "excerpt; internal also shows what is marked internal, in site_src-internal/ and build-internal/",
    )
    parser.add_argument(
        "--today",
        type=_day,
        default=absent,
        metavar="YYYY-MM-DD",
        help="the day to build for (default: SOURCE_DATE_EPOCH, else now, UTC)",
    )
    count = "processes that read articles (default: one for each core)"
    parser.add_argument("--jobs", type=_count, default=absent, metavar="N", help=count)


def _generate(options: Options, line: _StatusLine) -> int:
    outcome = generate(options, line.show)
    line.clear()
    _print([f"{entry.file}: left out: {entry.reason}" for entry in outcome.unread], sys.stderr)
    moved = [f"{doubt.file}: {doubt.message}; to keep the old address: {doubt.cure}" for doubt in outcome.moved]
    _print(moved, sys.stderr)
    if outcome.changes:
        kept = [f"{options.site_src.name}/{path}: edited by hand, so left as it is" for path in outcome.changes.kept]
        aside = [f"{path}: moved here from {options.site_src.name}/" for path in outcome.changes.moved]
        _print([*kept, *aside], sys.stderr)
    _print([_closing_line(options, outcome)], sys.stdout)
    return DONE


def _print(lines: Sequence[str], stream: TextIO | None) -> None:
    """Print now, so that a full disk behind ``stream`` is noticed; a reader who went away (``| head``) is no fault."""
    if stream is None:  # closed by whoever started this
        return
    try:
        for text in lines:
            print(text, file=stream)
        stream.flush()
    except BrokenPipeError:
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError as error:
        raise EnvironmentFault(f"what was to be printed is lost: {error.strerror}; the rest is done") from error


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


def _closing_line(options: Options, outcome: Outcome) -> str:
    target = options.site_src if options.pages_only else options.build / "index.html"
    articles = _counted(outcome.articles, "article")
    if outcome.changes is None:
        parts = [f"nothing has changed: {articles}"]
    else:
        added, changed, removed = (
            len(paths) for paths in (outcome.changes.added, outcome.changes.changed, outcome.changes.removed)
        )
        parts = [f"{articles}: {_counted(added, 'file')} added, {changed} changed, {removed} removed"]
    if outcome.unread:
        parts.append(f"{_counted(len(outcome.unread), 'file')} left out")
    if outcome.doubts:
        wants = "thing wants" if outcome.doubts == 1 else "things want"
        python = "python" if os.name == "nt" else "python3"
        parts.append(f"{outcome.doubts} {wants} your eye ({python} generate.py check)")
    return f"{_shown(target)}: {'; '.join(parts)}"


def _check(options: Options, line: _StatusLine, *, strict: bool) -> int:
    with disk.lock(options.root):
        unread, doubts = desk.check(options, line.show)
    line.clear()
    _print(desk.report(unread, doubts) or ["nothing is uncertain"], sys.stdout)
    return MISTAKE if strict and (unread or doubts) else DONE


class _StatusLine:
    """Progress on a terminal: one line that is overwritten; silent elsewhere."""

    def __init__(self) -> None:
        self._on = sys.stderr is not None and sys.stderr.isatty()

    def show(self, what: str, number: int, total: int) -> None:
        if self._on:
            text = f"{what} {number}/{total}" if total else f"{what} {number}" if number else f"{what} …"
            print(f"\r\x1b[2K{text[: shutil.get_terminal_size().columns - 1]}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        if self._on:
            print("\r\x1b[2K", end="", file=sys.stderr, flush=True)


def _today() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            print(f"SOURCE_DATE_EPOCH={epoch}: not a number of seconds", file=sys.stderr)
            raise SystemExit(USAGE) from None
    return datetime.now(UTC).date().isoformat()


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day written as 2024-04-28") from None


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of at least 1")
    return int(text)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
