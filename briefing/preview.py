"""The site as `serve` shows it: in a folder of its own, where only what changed is rendered anew."""

from __future__ import annotations

import hashlib
from collections.abc import Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing import disk
from briefing.errors import AuthorError
from briefing.last_run import Options, digest_build, digest_theme
from briefing.pipeline import Outcome, Progress, generate_locked
from briefing.theme import theme_folder
from briefing.write import read_manifest


@dataclass(slots=True)
class Preview:
    """site_src/ is kept up to date as by `--pages-only`; build/ is left to a plain run.

    ``sitemap.xml`` is left out: it alone depends on all pages, and nobody reads it in a preview.
    """

    options: Options
    folder: Path  # in the briefing's state; nothing else is in it
    _theme: str = ""  # what ``site`` was made of; empty: there is none
    _pages: dict[str, str] = field(default_factory=dict)  # the hash of every file of site_src/ then

    @property
    def site(self) -> Path:
        return self.folder / "site"

    def update(self, progress: Progress) -> tuple[Outcome, int]:
        """Make ``site`` what a clean build would make now; how many files of site_src/ were rendered or copied.

        Raises AuthorError, with the site as it was. Holds the briefing's lock meanwhile, and not after.
        """
        with disk.lock(self.options.root):
            outcome = generate_locked(replace(self.options, pages_only=True), progress)
            progress("building", 0, 0)
            theme = digest_theme(self.options)
            site_src = self.options.site_src
            pages = {path: disk.sha256_of(site_src / path) for path, _ in disk.listing(site_src)}
            own = pages.keys() - read_manifest(site_src).keys()
            changed = {path for path, sha in pages.items() if self._pages.get(path) != sha}
            try:
                if theme != self._theme or own & changed:  # MkDocs checks anchors of Markdown where it has all pages
                    rendered = self._build(pages)
                else:
                    rendered = self._update_part(changed, self._pages.keys() - pages.keys(), own)
            except AuthorError:
                raise
            except BaseException:
                self._theme = ""  # whatever there is by now
                raise
            self._theme, self._pages = theme, pages
        return outcome, rendered

    def _build(self, pages: dict[str, str]) -> int:
        from briefing.site import build_site

        options = self.options
        build_site(options.root, options.site_src, self.site, self.folder / "staging", options.today)
        for name in ("sitemap.xml", "sitemap.xml.gz"):
            disk.remove_file(self.site / name, self.site)
        return len(pages)

    def _update_part(self, changed: Set[str], removed: Set[str], own: Set[str]) -> int:
        from briefing.site import update_site

        if changed or removed:
            options, staging = self.options, self.folder / "staging"
            update_site(options.root, options.site_src, self.site, staging, options.today, changed, removed, own)
        return len(changed)


def digest_watched(options: Options) -> str:
    """Whether anything that a person edits has changed since: by names, sizes and times."""
    theme = theme_folder()
    digest = hashlib.sha256()
    for folder in (options.root / "seeds", *dict.fromkeys([options.root / theme.name, theme])):
        digest.update(digest_build(folder).encode())
    generated = read_manifest(options.site_src)
    by_hand = [options.site_src / path for path, _ in disk.listing(options.site_src) if path not in generated]
    for path in (options.root / "briefing.yml", options.root / "mkdocs.yml", *by_hand):
        digest.update(_stamp(path))
    return digest.hexdigest()


def _stamp(path: Path) -> bytes:
    try:
        status = path.lstat()
    except OSError:
        return b"absent"
    return f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode("utf-8", "surrogateescape")
