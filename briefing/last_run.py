"""What the last run was made from and made, so that an unchanged run can tell that it is one.

Nothing here loads a stage or its libraries: that alone would take longer than all the hashing.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from briefing import disk
from briefing.model import Audience, Unread
from briefing.theme import theme_folder

_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "SITE_URL", "SITE_NAME", "BRIEFING_NOINDEX")  # what mkdocs.yml reads of it


@dataclass(frozen=True, slots=True)
class Options:
    root: Path
    today: str  # ISO
    audience: Audience = "local"
    pages_only: bool = False
    jobs: int = 1  # processes for the language model
    adopt: bool = False  # move aside whatever stands in the way of a page

    @property
    def site_src(self) -> Path:
        return self.root / ("site_src-internal" if self.audience == "internal" else "site_src")

    @property
    def build(self) -> Path:
        return self.root / ("build-internal" if self.audience == "internal" else "build")

    @property
    def state(self) -> Path:
        return self.root / disk.STATE


@dataclass(frozen=True, slots=True)
class LastRun:
    """The last run that came to its end, by hashes; each is of content, but for build/."""

    inputs: str  # all that the pages and the site depend on
    pages: str  # site_src/ as the run left it, with what else MkDocs reads
    site: str  # ``pages`` as they were when build/ was made of them; empty before the first build
    build: str  # names, sizes and times of the files of build/
    articles: int
    doubts: int
    unread: tuple[Unread, ...]
    slugs: dict[str, str]  # by the id of the seed, like what follows
    hashes: dict[str, str] = field(default_factory=dict)  # of seeds: one that was renamed is told by it

    def is_current(self, options: Options, inputs: str, theme: str) -> bool:
        """Whether running again would change nothing; a file edited, added or lost by hand is a change too."""
        if self.inputs != inputs or self.pages != digest_pages(options, theme):
            return False
        return options.pages_only or self.has_built(self.pages, options)

    def has_built(self, pages: str, options: Options) -> bool:
        """Whether build/ is what MkDocs made of ``pages``."""
        return self.site == pages and options.build.is_dir() and self.build == digest_build(options.build)


def read_last_run(options: Options) -> LastRun | None:
    try:
        return msgspec.json.decode(_path(options).read_bytes(), type=LastRun)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def write_last_run(options: Options, run: LastRun) -> None:
    disk.write_file(_path(options), msgspec.json.encode(run))


def _path(options: Options) -> Path:
    return options.state / f"last-run-{options.build.name}.json"


# ----------------------------------------------------------------------------------------------------- digests


def digest_theme(options: Options) -> str:
    """What MkDocs makes the site of, beside the pages."""
    given = [options.today, *map(os.environ.get, _ENVIRONMENT), sys.version, *_installed()]
    digest = hashlib.sha256(json.dumps(given).encode())
    _add_file(digest, options.root, "mkdocs.yml")
    theme = theme_folder()
    for root in dict.fromkeys([options.root, theme.parent]):
        _add_folder(digest, root, theme.name)
    return digest.hexdigest()


def digest_inputs(options: Options, theme: str) -> str:
    """Everything that site_src/ and build/ depend on: what the editor wrote, the code, what is installed."""
    digest = hashlib.sha256(f"{theme} {options.audience}".encode())
    _add_file(digest, options.root, "briefing.yml")
    _add_folder(digest, options.root, "seeds")
    package = Path(__file__).parent
    _add_folder(digest, package.parent, package.name)
    return digest.hexdigest()


def digest_pages(options: Options, theme: str) -> str:
    """What MkDocs makes the site of."""
    digest = hashlib.sha256(theme.encode())
    _add_folder(digest, options.root, options.site_src.name)
    _add_file(digest, options.root, f"{options.site_src.name}/{disk.MANIFEST}")  # lost or cut off: it is written anew
    return digest.hexdigest()


def digest_build(build: Path) -> str:
    """Enough to see that build/ is the one we made."""
    digest = hashlib.sha256()
    for path, status in disk.listing(build):
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _installed() -> Iterator[str]:
    """Every installed package with its version, the language model among them, as its folder's name tells them."""
    for place in sys.path:
        if place.endswith(("site-packages", "dist-packages")) and os.path.isdir(place):  # noqa: PTH112 - for speed
            yield from sorted(name for name in os.listdir(place) if name.endswith(".dist-info"))  # noqa: PTH208 - too


def _add_folder(digest: hashlib._Hash, root: Path, name: str) -> None:
    for path, _ in disk.listing(root / name):
        if "__pycache__" not in path:  # what Python keeps beside a file while a run goes on
            _add_file(digest, root, f"{name}/{path}")


def _add_file(digest: hashlib._Hash, root: Path, name: str) -> None:
    """Adds a file's name and content. What is not a file is never opened: a pipe would stop the run for ever."""
    path = f"{root}/{name}"
    content = b"link, folder or absent"
    try:
        if stat.S_ISREG(os.lstat(path).st_mode):
            content = disk.sha256_of(Path(path)).encode()
    except PermissionError:
        content = b"unreadable"
    except FileNotFoundError:
        pass
    digest.update(b"\0".join((name.encode("utf-8", "surrogateescape"), content, b"")))
