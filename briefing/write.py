"""Pages to site_src/: all of them or none, and never over a file that somebody wrote by hand.

``site_src/.manifest.json`` says which files are ours and the hash of each. During a run it lists the old and the new
hash of every file that changes, so that a run that was killed half-way is recognised and healed by the next.

A file that the manifest does not know is somebody's own. Where the manifest was lost that holds for our pages too:
``adopt`` then moves what is in the way to a folder beside site_src/, and deletes nothing.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import stat
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from briefing import disk
from briefing.errors import AuthorError, Mistake

MANIFEST = disk.MANIFEST
Manifest = Mapping[str, tuple[str, ...]]  # path to the hashes that are ours

_HASH = re.compile(r"[0-9a-f]{64}")
_OURS = re.compile(  # how every kind of file that we write begins, but for those of fixed names
    rb'---\n(?:(?!---\n).*\n)*?kind: "[a-z]+"\n|briefingSearch\.add\(|<\?xml .*\n<feed .*\n<id>urn:uuid:'
)
_SOMETIMES = ("llms-full.txt", "preview.png")  # of fixed names, but not in every briefing


@dataclass(frozen=True, slots=True)
class Changes:
    """What a run did to site_src/, paths in order.

    ``kept`` are files no longer ours: somebody edited them. ``moved`` are files that were in the way, where they are
    now.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    moved: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def write_pages(
    pages: Iterable[tuple[str, str | bytes]], site_src: Path, staging: Path, *, adopt: bool = False
) -> Changes:
    """Make the files of ``site_src`` that are ours exactly ``pages`` (path, content).

    Raises AuthorError, with nothing changed, when a page would overwrite a file that is not ours or was edited by
    hand; with ``adopt`` such files are moved aside, and files that only look like ours with them. Two pages of one
    path (also but for case) are a mistake of ours and raise ValueError.
    """
    disk.make_folder(site_src)
    manifest = read_manifest(site_src)
    disk.fresh_folder(staging)
    hashes = _stage_pages(pages, {} if adopt else manifest, site_src, staging)
    on_disk = {path: _hash_or_none(site_src / path) for path in {*hashes, *manifest}}
    foreign = _foreign(hashes, on_disk, manifest, site_src)
    moved: tuple[str, ...] = ()
    if adopt:
        moved = _move_aside({*foreign, *_lookalikes(on_disk, site_src)}, site_src)
        on_disk = {path: _hash_or_none(site_src / path) for path in on_disk}
    elif foreign:
        raise AuthorError([_refusal(path, manifest, site_src) for path in foreign])
    changes = replace(_compare(hashes, on_disk, manifest), moved=moved)
    final = {path: (new,) for path, new in hashes.items()}
    if changes:
        _write_manifest(site_src, {p: tuple(sorted({*manifest.get(p, ()), *final.get(p, ())})) for p in on_disk})
        _place(changes, site_src, staging)
    if final != manifest:
        _write_manifest(site_src, final)
    disk.remove_folder(staging)
    return changes


def _compare(hashes: Mapping[str, str], on_disk: Mapping[str, str | None], manifest: Manifest) -> Changes:
    leaving = [path for path in manifest if path not in hashes]
    return Changes(
        added=tuple(sorted(path for path in hashes if on_disk[path] is None)),
        changed=tuple(sorted(path for path, new in hashes.items() if on_disk[path] not in (None, new))),
        removed=tuple(sorted(path for path in leaving if on_disk[path] in manifest[path])),
        kept=tuple(sorted(path for path in leaving if on_disk[path] not in (None, *manifest[path]))),
    )


def _place(changes: Changes, site_src: Path, staging: Path) -> None:
    for path in (*changes.added, *changes.changed):
        disk.place_file(staging / path, site_src / path)
    for path in changes.removed:
        disk.remove_file(site_src / path, site_src)
    for folder in sorted({(site_src / path).parent for path in (*changes.added, *changes.changed, *changes.removed)}):
        if folder.is_dir():  # not emptied by what was removed
            disk.sync_folder(folder)


def is_intact(site_src: Path) -> bool:
    """Whether site_src/ holds every file of its manifest, unchanged, after a run that came to its end."""
    manifest = read_manifest(site_src)
    return bool(manifest) and all(
        len(ours) == 1 and _hash_or_none(site_src / path) == ours[0] for path, ours in manifest.items()
    )


def read_manifest(site_src: Path) -> Manifest:
    """The manifest, empty where there is none or one that we did not write like this: then nothing counts as ours."""
    try:
        files = json.loads((site_src / MANIFEST).read_bytes())["files"]
        if all(_is_below(path) and all(map(_HASH.fullmatch, hashes)) for path, hashes in files.items()):
            return {path: tuple(hashes) for path, hashes in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return {}


def _is_below(path: str) -> bool:
    """Whether a path of a manifest stays in site_src/ on every system, and is none of a dot file."""
    parts = path.split("/")
    return all(part and part[0] != "." and part.isprintable() and not {*part} & {"\\", ":"} for part in parts)


def _write_manifest(site_src: Path, manifest: Manifest) -> None:
    content = {"schema": 1, "files": {path: list(manifest[path]) for path in sorted(manifest)}}
    disk.write_file(site_src / MANIFEST, (json.dumps(content, indent=0, ensure_ascii=False) + "\n").encode())


def _stage_pages(
    pages: Iterable[tuple[str, str | bytes]], manifest: Manifest, site_src: Path, staging: Path
) -> dict[str, str]:
    """Put every page that site_src/ does not hold yet into ``staging``; the hash of each page by its path."""
    hashes: dict[str, str] = {}
    folded: dict[str, str] = {}
    with ThreadPoolExecutor(max_workers=8) as pool:  # fsync waits for the disk, not for a core
        pending = []
        for path, given in pages:
            key = unicodedata.normalize("NFC", path).casefold()
            if key in folded:
                raise ValueError(f"two pages of one path: {folded[key]} and {path}")
            folded[key] = path
            content = given.encode() if isinstance(given, str) else given
            hashes[path] = hashlib.sha256(content).hexdigest()
            if manifest.get(path) != (hashes[path],) or not (site_src / path).is_file():
                pending.append(pool.submit(disk.stage_file, staging / path, content))
        for future in pending:
            future.result()
    return hashes


def _foreign(
    hashes: Mapping[str, str], on_disk: Mapping[str, str | None], manifest: Manifest, site_src: Path
) -> list[str]:
    """What stands where a page has to go and is not ours: a file, a folder, or a file where a folder has to be."""
    foreign: dict[str, None] = {}
    for path, new in hashes.items():
        if on_disk[path] not in (None, new, *manifest.get(path, ())):
            above = [str(folder) for folder in reversed(PurePosixPath(path).parents)]
            files = [folder for folder in above if not (site_src / folder).is_dir()]
            foreign[files[0] if files else path] = None
    return list(foreign)


def _refusal(path: str, manifest: Manifest, site_src: Path) -> Mistake:
    what = "was edited by hand" if path in manifest else "was not written by the generator"
    cure = (
        "move your words to the seed's sidecar or to a page of another name, then delete this file; "
        f"or run with --adopt, which moves it to {_aside(site_src).name}/"
    )
    return Mistake(f"{site_src.name}/{path}", None, f"{what} and would be overwritten; {cure}")


def _lookalikes(known: Collection[str], site_src: Path) -> Iterator[str]:
    """Files that look like ours, and that neither this run nor the manifest knows: pages of articles that are gone."""
    for path, status in disk.listing(site_src):
        if path not in known and stat.S_ISREG(status.st_mode):
            with contextlib.suppress(PermissionError):
                if path in _SOMETIMES or _OURS.match((site_src / path).read_bytes()):
                    yield path


def _move_aside(paths: set[str], site_src: Path) -> tuple[str, ...]:
    aside = _aside(site_src)
    moved = [disk.set_aside(site_src / path, aside / path) for path in sorted(paths)]
    return tuple(path.relative_to(aside.parent).as_posix() for path in moved)


def _aside(site_src: Path) -> Path:
    return site_src.with_name(f"{site_src.name}-set-aside")


def _hash_or_none(path: Path) -> str | None:
    """The hash of a file, None where there is nothing, else (a link, a folder, a pipe) what no manifest holds."""
    try:
        return disk.sha256_of(path) if stat.S_ISREG(path.lstat().st_mode) else "not a file"
    except FileNotFoundError:
        return None
    except (NotADirectoryError, PermissionError):
        return "unreadable"
