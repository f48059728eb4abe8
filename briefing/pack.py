"""The site as one file to hand on: a zip that opens on Windows, macOS and Linux, and that is checked by its sums.

The same site gives the same bytes: order, times, rights and compression are fixed.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from briefing import __version__, disk
from briefing.errors import AuthorError, Mistake
from briefing.slug import is_reserved, slugify

README, SUMS = "README.txt", "SHA256SUMS"
PATH_LENGTH = 150  # of Windows' 260, for the folder that somebody unpacks into twice as deep as need be

_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"\\|?*\ud800-\udfff]')
_DEVICES = {"conin$", "conout$", "clock$", *(f"{name}{sign}" for name in ("com", "lpt") for sign in "0¹²³")}
_README = """\
{title}

To read it, open index.html by a double-click. No network is needed.

If pages look bare or links lead nowhere: unpack the whole zip first. Some systems show what is in it without unpacking.

Whether every file arrived unchanged: sha256sum -c {sums} (macOS: shasum -a 256 -c {sums}).

{audience}Built for {day} by Briefing {version}.
"""
_INTERNAL = "FOR INTERNAL READERS ONLY: it holds texts that are not to be passed on.\n\n"


@dataclass(frozen=True, slots=True)
class Package:
    """A zip that was written, and the file of its sum."""

    path: Path
    sum_path: Path
    files: int
    size: int


def package_name(title: str, day: str, audience: str) -> str:
    """The name of a zip without ``.zip``, and of the one folder in it."""
    name = slugify(title)
    if len(name) > 40:
        name = name[:41].rpartition("-")[0] or name[:40]
    return f"{name or 'briefing'}-{day}" + ("-internal" if audience == "internal" else "")


def write_package(site: Path, target: Path, title: str, day: str, audience: str) -> Package:
    """Write the folder ``site`` as a zip to ``target``, and its SHA-256 to a file beside it.

    Raises AuthorError for every file whose name some system refuses. A failure leaves what was there.
    """
    paths = [path for path, _ in disk.listing(site)]
    folder = package_name(title, day, audience)
    mistakes = [Mistake(f"{site.name}/{path}", None, message) for path, message in _refusals(paths, folder)]
    if mistakes:
        raise AuthorError(mistakes)
    warning = _INTERNAL if audience == "internal" else ""
    readme = _README.format(title=title, sums=SUMS, audience=warning, day=day, version=__version__)
    disk.write_file(target, partial(_write_zip, site, paths, folder, readme, day))
    sum_path = target.with_name(f"{target.name}.sha256")
    disk.write_file(sum_path, f"{disk.sha256_of(target)}  {target.name}\n".encode())
    return Package(target, sum_path, len(paths), target.stat().st_size)


def _write_zip(site: Path, paths: Sequence[str], folder: str, readme: str, day: str, file: BinaryIO) -> None:
    year, month, date = map(int, day.split("-"))
    sums = [f"{hashlib.sha256(readme.encode()).hexdigest()}  {README}"]
    sums += [f"{disk.sha256_of(site / path)}  {path}" for path in paths]

    def entry(path: str, size: int) -> zipfile.ZipInfo:
        info = zipfile.ZipInfo(f"{folder}/{path}", (max(year, 1980), month, date, 0, 0, 0))
        info.create_system, info.external_attr = 3, 0o100644 << 16  # a plain file that all may read, on every system
        info.compress_type, info.file_size = zipfile.ZIP_DEFLATED, size
        return info

    with zipfile.ZipFile(file, "w", compresslevel=9) as archive:
        archive.writestr(entry(README, len(readme)), readme)
        for path in paths:
            source = site / path
            with source.open("rb") as content, archive.open(entry(path, source.stat().st_size), "w") as packed:
                shutil.copyfileobj(content, packed)
        archive.writestr(entry(SUMS, 0), "".join(f"{line}\n" for line in sums))


# ------------------------------------------------------------------------------------------------------- names


def _refusals(paths: Sequence[str], folder: str) -> Iterator[tuple[str, str]]:
    """(path, what is wrong with it and the cure) of every file that cannot be unpacked everywhere under its name."""
    known = {_folded(README): README, _folded(SUMS): SUMS}
    for path in paths:
        reason = _reason(path)
        if reason is None and len(f"{folder}/{path}") > PATH_LENGTH:
            reason = f"has a path of more than {PATH_LENGTH - len(folder) - 1} characters, too long for Windows"
        for part in (PurePosixPath(path), *PurePosixPath(path).parents[:-1]):
            other = known.setdefault(_folded(str(part)), str(part))
            if other != str(part) or (path in (README, SUMS)):
                reason = reason or f"is one with '{other}' of the package on some systems"
        if reason:
            yield path, f"{reason}; rename the file in site_src/ that it is made of"


def _reason(path: str) -> str | None:
    for part in path.split("/"):
        if _REFUSED.search(part):
            return "has a sign in its name that some system refuses"
        if part.endswith((".", " ")) or part.startswith(" "):
            return "has a name that begins or ends with a space or ends with a dot, which Windows refuses"
        stem = part.partition(".")[0].rstrip(" ").lower()
        if stem in _DEVICES or (stem != "index" and is_reserved(stem)):
            return "has the name of a device of Windows"
    return None


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
