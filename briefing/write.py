"""Pages to site_src/: all of them or none, and never over a file that somebody wrote by hand.

``site_src/.manifest.json`` says which files are ours and the hash of each. During a run it lists the old and the new
hash of every file that changes, so that a run that was killed half-way is recognised and healed by the next.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from briefing import disk
from briefing.errors import AuthorError, Mistake

MANIFEST = ".manifest.json"
Manifest = Mapping[str, tuple[str, ...]]  # path to the hashes that are ours


@dataclass(frozen=True, slots=True)
class Changes:
    """What a run did to site_src/, paths in order. ``kept`` are files no longer ours: somebody edited them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def write_pages(pages: Iterable[tuple[str, str]], site_src: Path, staging: Path) -> Changes:
    """Make the files of ``site_src`` that are ours exactly ``pages`` (path, text).

    Raises AuthorError, with nothing changed, when a page would overwrite a file that is not ours or was edited by
    hand. Two pages of one path (also but for case) are a mistake of ours and raise ValueError.
    """
    manifest = read_manifest(site_src)
    disk.fresh_folder(staging)
    hashes = _stage_pages(pages, manifest, site_src, staging)
    on_disk = {path: _hash_or_none(site_src / path) for path in {*hashes, *manifest}}
    _refuse_foreign(hashes, on_disk, manifest, site_src)

    added = sorted(path for path in hashes if on_disk[path] is None)
    changed = sorted(path for path, new in hashes.items() if on_disk[path] not in (None, new))
    leaving = [path for path in manifest if path not in hashes]
    removed = sorted(path for path in leaving if on_disk[path] in manifest[path])
    kept = sorted(path for path in leaving if on_disk[path] not in (None, *manifest[path]))
    final = {path: (new,) for path, new in hashes.items()}
    changes = Changes(tuple(added), tuple(changed), tuple(removed), tuple(kept))
    if changes:
        _write_manifest(site_src, {p: tuple(sorted({*manifest.get(p, ()), *final.get(p, ())})) for p in on_disk})
        for path in (*added, *changed):
            disk.place_file(staging / path, site_src / path)
        for path in removed:
            disk.remove_file(site_src / path, site_src)
        for folder in sorted({(site_src / path).parent for path in (*added, *changed)}):
            disk.sync_folder(folder)
    if final != manifest:
        _write_manifest(site_src, final)
    disk.remove_folder(staging)
    return changes


def is_intact(site_src: Path) -> bool:
    """Whether site_src/ holds every file of its manifest, unchanged, after a run that came to its end."""
    manifest = read_manifest(site_src)
    return bool(manifest) and all(
        len(ours) == 1 and _hash_or_none(site_src / path) == ours[0] for path, ours in manifest.items()
    )


def read_manifest(site_src: Path) -> Manifest:
    """The manifest, empty where there is none or none that can be read: then nothing counts as ours."""
    try:
        content = json.loads((site_src / MANIFEST).read_bytes())
        return {str(path): tuple(map(str, hashes)) for path, hashes in content["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_manifest(site_src: Path, manifest: Manifest) -> None:
    content = {"schema": 1, "files": {path: list(manifest[path]) for path in sorted(manifest)}}
    disk.write_file(site_src / MANIFEST, (json.dumps(content, indent=0, ensure_ascii=False) + "\n").encode())


def _stage_pages(pages: Iterable[tuple[str, str]], manifest: Manifest, site_src: Path, staging: Path) -> dict[str, str]:
    """Put every page that site_src/ does not hold yet into ``staging``; the hash of each page by its path."""
    hashes: dict[str, str] = {}
    folded: dict[str, str] = {}
    with ThreadPoolExecutor(max_workers=8) as pool:  # fsync waits for the disk, not for a core
        pending = []
        for path, text in pages:
            key = unicodedata.normalize("NFC", path).casefold()
            if key in folded:
                raise ValueError(f"two pages of one path: {folded[key]} and {path}")
            folded[key] = path
            content = text.encode()
            hashes[path] = hashlib.sha256(content).hexdigest()
            if manifest.get(path) != (hashes[path],) or not (site_src / path).is_file():
                pending.append(pool.submit(disk.stage_file, staging / path, content))
        for future in pending:
            future.result()
    return hashes


def _refuse_foreign(
    hashes: Mapping[str, str], on_disk: Mapping[str, str | None], manifest: Manifest, site_src: Path
) -> None:
    mistakes = []
    for path, new in hashes.items():
        old = on_disk[path]
        if old is None or old == new or old in manifest.get(path, ()):
            continue
        what = "was edited by hand" if path in manifest else "was not written by the generator"
        cure = "move your words to the seed's sidecar or to a page of another name, then delete this file"
        mistakes.append(Mistake(f"{site_src.name}/{path}", None, f"{what} and would be overwritten; {cure}"))
    if mistakes:
        raise AuthorError(mistakes)


def _hash_or_none(path: Path) -> str | None:
    try:
        return disk.sha256_of(path)
    except FileNotFoundError:
        return None
    except (IsADirectoryError, NotADirectoryError, PermissionError):
        return "unreadable"
