"""What a person sees of a run: lines, progress and counts."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from briefing.errors import AuthorError, EnvironmentFault

_OF_THE_MACHINE = (
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.ENOMEM, errno.EMFILE, errno.ENFILE),  # too little
    *(errno.EROFS, errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV, errno.ESTALE),  # out of reach
    *(errno.ENOTDIR, errno.EISDIR, errno.ELOOP),  # something else of that name
)


def print_lines(lines: Sequence[str], stream: TextIO | None) -> None:
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


def messages_of(error: Exception, root: Path) -> list[str]:
    """What to tell of a failure of a run in ``root``. Raises what is our bug again."""
    if isinstance(error, AuthorError):
        return [str(mistake) for mistake in error.mistakes]
    if isinstance(error, EnvironmentFault):
        return [str(error)]
    if isinstance(error, OSError) and error.errno in _OF_THE_MACHINE:
        place = error.filename2 or error.filename or root
        return [f"{place}: {error.strerror}; mend that, then run this again: it goes on from what is done"]
    raise error


class StatusLine:
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


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shown(path: Path) -> str:
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)
