"""Annotations by content: what was made of a seed is found again until the seed, the code or the model changes."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

import msgspec

from briefing import disk
from briefing.model import Article, Seed

_TABLE = "CREATE TABLE IF NOT EXISTS articles (key TEXT PRIMARY KEY, sha256 TEXT NOT NULL, article BLOB NOT NULL)"


def encode(article: Article) -> bytes:
    """An article as bytes that ``decode`` reads; also how worker processes hand articles over."""
    return msgspec.msgpack.encode(article)


def decode(content: bytes) -> Article:
    return msgspec.msgpack.decode(content, type=Article)


def key_of(seed: Seed, annotator: str) -> str:
    """The key of what ``annotator`` (a digest of code, data and model weights) makes of ``seed``."""
    return hashlib.sha256(annotator.encode() + b"\0" + msgspec.msgpack.encode(seed)).hexdigest()


class Cache:
    """One SQLite file. A damaged one is put aside and begun anew: it holds nothing that cannot be made again."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._connection = _open(path)
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

    def get(self, key: str) -> Article | None:
        """The article kept under ``key``; None where there is none or what is kept is damaged."""
        try:
            row = self._connection.execute("SELECT sha256, article FROM articles WHERE key = ?", (key,)).fetchone()
            if row is None or hashlib.sha256(row[1]).hexdigest() != row[0]:
                return None
            return decode(row[1])
        except (sqlite3.DatabaseError, msgspec.MsgspecError, TypeError):
            return None

    def put(self, key: str, content: bytes) -> None:
        row = (key, hashlib.sha256(content).hexdigest(), content)
        self._connection.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?)", row)

    def commit(self) -> None:
        self._connection.commit()

    def keep_only(self, keys: Iterable[str]) -> None:
        """Forget every article but those of ``keys``."""
        self._connection.execute("CREATE TEMP TABLE used (key TEXT PRIMARY KEY)")
        self._connection.executemany("INSERT OR IGNORE INTO used VALUES (?)", ((key,) for key in keys))
        self._connection.execute("DELETE FROM articles WHERE key NOT IN (SELECT key FROM used)")
        self._connection.execute("DROP TABLE used")


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(_TABLE)
        connection.execute("SELECT count(*) FROM articles").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection
