"""Every write to disk: atomic files, one lock a briefing, folders swapped in whole."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from briefing.errors import Busy, EnvironmentFault

STATE = ".briefing"  # the generator's own folder in a briefing: lock, cache, staging
MANIFEST = ".manifest.json"  # in site_src/: which of its files are ours
Content = bytes | Callable[[BinaryIO], object]  # of a file: its bytes, or what writes them


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it. Raises EnvironmentFault where something else bears one of their names."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        obstacle = next(path for path in (*reversed(folder.parents), folder) if not path.is_dir())
        message = f"{obstacle}: has to be a folder, and is none; move it away, then run this again"
        raise EnvironmentFault(message) from None


@contextlib.contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Adds the path to errors of the system that name none: those of writing and of fsync."""
    try:
        yield
    except OSError as error:
        if error.filename is None:
            error.filename = str(path)
        raise


def write_file(path: Path, content: Content) -> None:
    """Put ``content`` at ``path``, whole and on the disk when this returns; a failure leaves what was there.

    One run writes at a time, so the temporary file has one name: the next run takes over what a killed one left.
    """
    temporary = path.with_name(f".{path.name}.tmp")
    try:
        stage_file(temporary, content)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def stage_file(path: Path, content: Content) -> None:
    """Write ``content`` to a file of a staging folder and on to the disk; ``place_file`` moves it where it belongs."""
    make_folder(path.parent)
    with _naming(path), path.open("wb") as file:
        if callable(content):
            content(file)
        else:
            file.write(content)
        file.flush()
        os.fsync(file.fileno())


def place_file(staged: Path, target: Path) -> None:
    """Move a staged file over ``target`` in one step."""
    make_folder(target.parent)
    staged.replace(target)


def set_aside(path: Path, target: Path) -> Path:
    """Move what is at ``path`` to ``target``, or to a name beside it that is free; where it is now."""
    make_folder(target.parent)
    free = target
    for number in itertools.count(2):
        if not os.path.lexists(free):
            break
        free = target.with_name(f"{target.name}.{number}")
    path.rename(free)
    return free


def remove_file(path: Path, root: Path) -> None:
    """Delete ``path`` and the folders below ``root`` that this leaves empty."""
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == root:
            return
        try:
            folder.rmdir()
        except OSError:
            return


def sync_folder(folder: Path) -> None:
    """Put a folder's entries (renames, deletions) on the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with _naming(folder):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fresh_folder(folder: Path) -> Path:
    """An empty folder at ``folder``, whatever a killed run left there."""
    remove_folder(folder)
    make_folder(folder)
    return folder


def remove_folder(folder: Path) -> None:
    """Delete a folder of ours with all it holds; its absence is fine."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        try:
            shutil.rmtree(folder)
        except OSError as error:
            error.filename = str(folder)  # it names a file without its folder
            raise


def swap_in(staged: Path, target: Path) -> None:
    """Make ``staged`` the folder ``target`` (or the one that this is a link to), on the disk; what was there goes.

    Both must lie on one file system.

    Files of ``target`` whose name begins with a dot (``.gitkeep``, ``.git``) are the user's and come along. A kill
    between the two renames leaves no ``target``: ``settle_swap`` puts the former one back.
    """
    former = settle_swap(staged.parent, target)
    target = target.resolve()
    if target.is_dir():
        for entry in target.iterdir():
            if entry.name.startswith("."):
                _copy(entry, staged / entry.name)
    sync_tree(staged)
    make_folder(target.parent)
    try:
        if target.is_dir():
            target.rename(former)
        staged.rename(target)
    except OSError as error:
        if error.errno not in (errno.EBUSY, errno.EXDEV):
            raise
        message = f"cannot be replaced in one step: it is mounted, or lies on another file system than {STATE}/"
        raise EnvironmentFault(f"{target}: {message}; mount or link the folder above it instead") from error
    sync_folder(target.parent)
    remove_folder(former)


def settle_swap(state: Path, target: Path) -> Path:
    """Clear up after a ``swap_in`` that was killed; the path in ``state`` where it keeps the former ``target``.

    The former folder comes back where ``target`` is missing: the user's dot files may be nowhere else.
    """
    former = state / f"{target.name}.former"
    target = target.resolve()
    if former.is_dir() and not os.path.lexists(target):
        former.rename(target)
    remove_folder(former)
    return former


def _copy(source: Path, target: Path) -> None:
    if source.is_symlink() or not source.is_dir():
        shutil.copy2(source, target, follow_symlinks=False)
        return
    try:
        shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
    except shutil.Error as error:
        path, _, reason = error.args[0][0]
        raise EnvironmentFault(f"{path}: cannot be copied into the new site: {reason}; mend that") from error


def sync_tree(folder: Path) -> None:
    """Put every file below ``folder`` on the disk."""
    if hasattr(os, "sync"):
        os.sync()
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def listing(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """(path below ``folder`` with ``/``, stat) of every file, dot files aside, in a fixed order."""
    if not folder.is_dir():
        return
    with os.scandir(folder) as entries:
        children = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda e: e.name)
    for entry in children:
        if entry.is_dir(follow_symlinks=False):
            for path, status in listing(Path(entry.path)):
                yield f"{entry.name}/{path}", status
        else:
            yield entry.name, entry.stat(follow_symlinks=False)


@contextlib.contextmanager
def lock(root: Path) -> Iterator[None]:
    """Hold the briefing at ``root`` for one run. Raises Busy when another run holds it."""
    path = root / STATE / "lock"
    make_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        _lock_file(descriptor)
    except OSError as error:
        os.close(descriptor)
        if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
            raise
        raise Busy(
            f"{path}: another run is working on this briefing; wait until it has finished, then run this again"
        ) from None
    try:
        yield  # the system lets go of the lock when the file is closed, a kill included
    finally:
        os.close(descriptor)


if sys.platform == "win32":
    import msvcrt

    def _lock_file(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_file(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
