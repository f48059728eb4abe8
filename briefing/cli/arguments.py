"""What may stand on the command line of every command, and what it means."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime
from pathlib import Path

from briefing.last_run import Options

DONE, MISTAKE, USAGE, INTERRUPTED = 0, 1, 2, 130  # exit statuses


class UsageFault(Exception):
    """The command line asks for what cannot be; one message with its cure."""


def set_common_defaults(parser: argparse.ArgumentParser) -> None:
    """The defaults of the common options, once for all places where they may stand."""
    parser.set_defaults(root=None, audience="local", today=None, jobs=_cores())


def add_common_options(parser: argparse.ArgumentParser) -> None:
    """Options that may stand before or after a command."""
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


def options_of(arguments: argparse.Namespace) -> Options:
    """The options of a run on the briefing at ``arguments.root``. Raises UsageFault where there is none."""
    root: Path = arguments.root
    if not (root / "mkdocs.yml").is_file():
        raise UsageFault(f"{root}: no mkdocs.yml here, so this is not a briefing; name its folder with --root")
    return Options(
        root=root,
        today=arguments.today or _today(),
        audience=arguments.audience,
        pages_only=getattr(arguments, "pages_only", False),
        jobs=arguments.jobs,
        adopt=getattr(arguments, "adopt", False),
    )


def _today() -> str:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
        except (ValueError, OverflowError, OSError):
            raise UsageFault(f"SOURCE_DATE_EPOCH={epoch}: not a number of seconds") from None
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
