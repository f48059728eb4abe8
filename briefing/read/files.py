"""Finding the files of ``seeds/`` and decoding their bytes."""

from __future__ import annotations

import codecs
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

SEEDS = "seeds"
SUFFIXES = (".txt", ".md", ".html", ".htm")
SIDECAR_SUFFIX = ".yml"

Role = Literal["seed", "sidecar", "misnamed sidecar", "other"]


@dataclass(frozen=True, slots=True)
class Found:
    """A file below seeds/. ``file`` is its path from the briefing's root as shown, ``path`` as the system has it."""

    id: str
    file: str
    path: Path
    role: Role
    suffix: str
    refused: str = ""  # why it is not to be opened


class UnreadableError(Exception):
    """A file whose content cannot be had; the message is the reason, to follow ``FILE ``."""


# --------------------------------------------------------------------------------------------------- finding


def find_files(root: Path) -> list[Found]:
    """Every file below seeds/ but hidden ones, READMEs and what a browser saves beside a page (``NAME_files/``).

    Sorted by path; links are found, not followed.
    """
    return sorted(_walk(root / SEEDS, PurePosixPath(SEEDS)), key=lambda found: (found.file, found.suffix))


def _walk(folder: Path, shown: PurePosixPath) -> Iterator[Found]:
    try:
        with os.scandir(folder) as entries:
            listed = list(entries)
    except OSError as error:
        yield Found("", str(shown), folder, "other", "", f"cannot be opened ({error.strerror or 'unknown error'})")
        return
    for entry in listed:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.endswith("_files"):
                yield from _walk(folder / entry.name, shown / _shown_name(entry.name))
        elif not entry.name.lower().startswith("readme"):
            yield _found(entry, folder / entry.name, shown / _shown_name(entry.name))


def _found(entry: os.DirEntry[str], path: Path, shown: PurePosixPath) -> Found:
    suffix = shown.suffix.lower()
    inside = PurePosixPath(*shown.parts[1:])
    seed_id = unicodedata.normalize("NFC", str(inside.with_suffix("") if suffix else inside))
    role: Role = "other"
    if suffix in SUFFIXES:
        role = "seed"
    elif suffix == SIDECAR_SUFFIX:
        role = "sidecar"
    elif suffix == ".yaml":
        role = "misnamed sidecar"
    return Found(seed_id, str(shown), path, role, suffix, _refusal(entry, str(path)))


def _refusal(entry: os.DirEntry[str], path: str) -> str:
    if entry.is_symlink():
        return "is a link, not a regular file"
    if not entry.is_file(follow_symlinks=False):
        return "is not a regular file"
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return "has a name that is not UTF-8"
    return "" if entry.name.isprintable() else "has control characters in its name"


def _shown_name(name: str) -> str:
    """The name with what cannot be printed or encoded written as escapes."""
    encodable = name.encode("utf-8", "backslashreplace").decode("utf-8")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in encodable)


# --------------------------------------------------------------------------------------------------- reading


def read_bytes(path: Path, limit: int) -> bytes:
    """The bytes of a regular file of at most ``limit`` bytes; raises UnreadableError.

    Neither follows a link nor waits for a pipe that took the file's place after it was found.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise UnreadableError("is not a regular file")
            content = file.read(limit + 1)
    except OSError as error:
        raise UnreadableError(f"cannot be opened ({error.strerror or 'unknown error'})") from error
    if len(content) > limit:
        raise UnreadableError(f"is larger than {limit:,} bytes (seed_limit in briefing.yml)")
    return content


def decode(content: bytes, declared: str = "") -> str:
    """The text of a file: UTF-8, UTF-16 (marked, or plainly so), what the file declares, else Windows-1252.

    Raises UnreadableError when it is empty, binary, or in no encoding that can be told.
    """
    if not content.strip():
        raise UnreadableError("is empty")
    text = _decode_marked(content)
    if text is None and b"\0" in content:
        raise UnreadableError("is binary, not text")
    if text is None:
        text = _decode_unmarked(content, declared)
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > max(5, len(text) // 100):
        raise UnreadableError("is binary, not text")
    return text


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1b]")
_CONTROL_BYTE = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
# In Windows-1252 text of a Western language a sign never stands inside a word, and most letters are ASCII.
_ODD_SIGN = re.compile(r"[^\W\d_][¡-¦¨-¬®-³¶¸-¿×÷†‡ˆ‰‹›˜][^\W\d_]")
_DECLARED = re.compile(
    r"iso-8859-\d{1,2}|windows-125\d|koi8-[ru]|shift_jis|euc-(jp|kr)|gb2312|gbk|gb18030|big5|iso-2022-jp"
)


def _decode_marked(content: bytes) -> str | None:
    """UTF-8 or UTF-16 by its byte order mark, or UTF-16 by the zeros in every other byte; None without."""
    encoding = ""
    if content.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    elif content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif len(content) % 2 == 0 and b"\0" in content:
        zeros = content[::2].count(0), content[1::2].count(0)
        if min(zeros) == 0 and max(zeros) * 5 > len(content):
            encoding = "utf-16-le" if zeros[1] else "utf-16-be"
    try:
        return content.decode(encoding) if encoding else None
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is not valid {encoding.upper().replace('-SIG', '')}") from error


def _decode_unmarked(content: bytes, declared: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = declared.lower()
    if _DECLARED.fullmatch(declared) and declared != "iso-8859-1":  # browsers read that as Windows-1252
        try:
            return content.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    try:
        text = "" if _CONTROL_BYTE.search(_without_spaces(content)) else content.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    letters = sum(map(str.isalpha, text))
    foreign = sum(1 for character in text if character.isalpha() and not character.isascii())
    if not text or foreign * 3 > letters or _ODD_SIGN.search(text):
        raise UnreadableError("is in an encoding that cannot be told; save it as UTF-8")
    return text


def _without_spaces(content: bytes) -> bytes:
    return content.translate(None, b"\t\n\v\f\r")
