"""What was made of a file, by content: it is found again until the file, the code or the language model changes."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import msgspec

from briefing import disk
from briefing.errors import EnvironmentFault

T = TypeVar("T")

_TABLE = "CREATE TABLE IF NOT EXISTS made (key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, content BLOB NOT NULL)"
_COLUMNS = ["key", "sha256", "content"]


def encode(value: object) -> bytes:
    """A value as bytes that ``decode`` reads; also how worker processes hand articles over."""
    return msgspec.msgpack.encode(value)


def decode(content: bytes, kind: type[T]) -> T:
    return msgspec.msgpack.decode(content, type=kind)


def key_of(maker: str, source: object) -> str:
    """The key of what ``maker`` (a digest of code, data and model weights) makes of ``source``."""
    return hashlib.sha256(maker.encode() + b"\0" + encode(source)).hexdigest()


class Cache:
    """One SQLite file. A damaged one is put aside and begun anew: it holds nothing that cannot be made again.

    Writing raises EnvironmentFault when the disk is full or the file may not be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._used: set[str] = set()
        disk.make_folder(path.parent)
        try:
            self._connection = _open(path)
        except sqlite3.OperationalError as error:  # not damaged, but out of reach
            raise self._fault(error) from error
        except sqlite3.DatabaseError:
            for leftover in path.parent.glob(path.name + "*"):
                disk.remove_file(leftover, path.parent)
            self._connection = _open(path)

    def __enter__(self) -> Cache:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(sqlite3.Error):
            self._connection.commit()
        self._connection.close()

    def get(self, key: str, kind: type[T]) -> T | None:
        """What is kept under ``key``; None where that is nothing, or damaged."""
        self._used.add(key)
        try:
            row = self._connection.execute("SELECT sha256, content FROM made WHERE key = ?", (key,)).fetchone()
            if row is None or hashlib.sha256(row[1]).hexdigest() != row[0]:
                return None
            return decode(row[1], kind)
        except (sqlite3.DatabaseError, msgspec.MsgspecError, TypeError):
            return None

    def put(self, key: str, content: bytes) -> None:
        self._used.add(key)
        row = (key, hashlib.sha256(content).hexdigest(), content)
        self._write("INSERT OR REPLACE INTO made VALUES (?, ?, ?)", [row])

    def recall(self, key: str, kind: type[T], make: Callable[[], T]) -> T:
        """What is kept under ``key``, else what ``make`` returns, which is kept from now on."""
        known = self.get(key, kind)
        if known is None:
            known = make()
            self.put(key, encode(known))
        return known

    def commit(self) -> None:
        try:
            self._connection.commit()
        except sqlite3.DatabaseError as error:
            raise self._fault(error) from error

    def forget_unused(self) -> None:
        """Forget whatever nobody asked for or put in since this cache was opened."""
        self._write("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)", [()])
        self._write("INSERT INTO used VALUES (?)", [(key,) for key in sorted(self._used)])
        self._write("DELETE FROM made WHERE key NOT IN (SELECT key FROM used)", [()])
        self._write("DROP TABLE used", [()])

    def _write(self, statement: str, rows: list[tuple[str | bytes, ...]]) -> None:
        try:
            for row in rows:
                self._connection.execute(statement, row)
        except sqlite3.DatabaseError as error:
            raise self._fault(error) from error

    def _fault(self, error: sqlite3.Error) -> EnvironmentFault:
        return EnvironmentFault(
            f"{self._path}: {error}; make room on the disk and see that the file may be written, or delete it: "
            "it is made anew"
        )


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(_TABLE)
        columns = [row[1] for row in connection.execute("PRAGMA table_info(made)")]
        if columns != _COLUMNS or connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("damaged, or of another version")
    except BaseException:
        connection.close()
        raise
    return connection
