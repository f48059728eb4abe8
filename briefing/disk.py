"""Every write to disk: atomic files, one lock a briefing, folders swapped in whole."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from briefing.errors import EnvironmentFault

STATE = ".briefing"  # the generator's own folder in a briefing: lock, cache, staging


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, whole and on the disk when this returns; a failure leaves what was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def stage_file(path: Path, content: bytes) -> None:
    """Write ``content`` to a file of a staging folder and on to the disk; ``place_file`` moves it where it belongs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def place_file(staged: Path, target: Path) -> None:
    """Move a staged file over ``target`` in one step."""
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(target)


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
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def fresh_folder(folder: Path) -> Path:
    """An empty folder at ``folder``, whatever a killed run left there."""
    remove_folder(folder)
    folder.mkdir(parents=True)
    return folder


def remove_folder(folder: Path) -> None:
    """Delete a folder of ours with all it holds; its absence is fine."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)


def swap_in(staged: Path, target: Path) -> None:
    """Make ``staged`` the folder ``target``; what was there goes. Both must lie on one file system.

    Files of ``target`` whose name begins with a dot (``.gitkeep``, ``.git``) are the user's and move along. A kill
    between the two renames leaves no ``target``: the next run finds its stamp without a site and builds again.
    """
    former = staged.with_name(staged.name + ".former")
    remove_folder(former)
    if target.is_dir():
        for entry in target.iterdir():
            if entry.name.startswith("."):
                if entry.is_dir() and not entry.is_symlink():
                    shutil.copytree(entry, staged / entry.name, symlinks=True, dirs_exist_ok=True)
                else:
                    shutil.copy2(entry, staged / entry.name, follow_symlinks=False)
        target.rename(former)
    target.parent.mkdir(parents=True, exist_ok=True)
    staged.rename(target)
    sync_folder(target.parent)
    remove_folder(former)


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
    """Hold the briefing at ``root`` for one run. Raises EnvironmentFault when another run holds it."""
    path = root / STATE / "lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        try:
            _lock_file(file.fileno())
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                raise
            raise EnvironmentFault(
                f"{path}: another run is working on this briefing; wait until it has finished, then run this again"
            ) from None
        yield  # the system lets go of the lock when the file is closed, a kill included


if sys.platform == "win32":
    import msvcrt

    def _lock_file(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock_file(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
