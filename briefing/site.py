"""site_src/ to build/ by MkDocs: into a staging folder, checked, swapped in whole.

What MkDocs makes here is what a plain ``mkdocs build`` makes: this module only stages and checks.
"""

from __future__ import annotations

import contextlib
import html
import logging
import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Set
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from briefing import disk
from briefing.errors import AuthorError, Mistake, Place

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin

# Only in tags: the text of an article about web pages has `href="…"` too, where its "<" is an entity.
_LINK = re.compile(r'<[A-Za-z][^<>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'<[A-Za-z][^<>]*?\sid="([^"]*)"')
_LOGGER = "mkdocs"
_OF_A_LINK = re.compile(r"Doc file '(?P<page>[^']+)' contains an? (?:[\w ]+ )?link '(?P<link>[^']+)',(?P<why>[^\n]+)")


def check_site_file(root: Path, staging: Path) -> None:
    """Raises AuthorError for what MkDocs finds wrong with ``mkdocs.yml``, before there are pages to build."""
    docs = disk.fresh_folder(staging)  # it has to exist, whatever it holds
    with _environment("1970-01-01"), _telling_mistakes(docs):
        _load_config(root, docs, staging.with_name("checked"))


def build_site(root: Path, site_src: Path, build: Path, staging: Path, today: str) -> None:
    """Build the pages of ``site_src`` with ``mkdocs.yml`` of ``root`` and make the result the folder ``build``.

    Raises AuthorError for what MkDocs finds wrong with mkdocs.yml or with a hand-written page, and for links that lead
    nowhere; ``build`` is as it was then. A page that is missing is a bug of ours and raises AssertionError.
    """
    disk.fresh_folder(staging)
    with _environment(today):
        _run_mkdocs(root, site_src, staging)
    _check_complete(site_src, staging, (path for path, _ in disk.listing(site_src)))
    _check_links(site_src, (path for path, _ in disk.listing(staging)), staging.joinpath)
    disk.swap_in(staging, build)


def update_site(
    root: Path,
    site_src: Path,
    site: Path,
    staging: Path,
    today: str,
    changed: Set[str],
    removed: Set[str],
    own: Set[str],
) -> None:
    """Make ``site``, which ``build_site`` made, what it would be now that files of ``site_src`` have changed.

    A page depends on no other, so only ``changed`` is rendered; what depends on all (sitemap.xml) stays as it was.
    Links are checked in what changed and in ``own``, the pages that somebody wrote by hand. Raises like ``build_site``.
    """
    disk.fresh_folder(staging)
    with _environment(today):
        _run_mkdocs(root, site_src, staging, changed)
    _check_complete(site_src, staging, changed)
    new, gone = set(map(_output, changed)), set(map(_output, removed - changed))

    def find(path: str) -> Path:
        return staging / path if path in new or path in gone else site / path  # of what is gone there is none

    _check_links(site_src, sorted(new | set(map(_output, own))), find)
    for path in sorted(new):
        disk.place_file(staging / path, site / path)
    for path in gone - new:
        disk.remove_file(site / path, site)
    disk.remove_folder(staging)


@contextlib.contextmanager
def _environment(today: str) -> Iterator[None]:
    """The day that sitemap.xml tells, and no advertisement by Material of its successor."""
    midnight = datetime.fromisoformat(today).replace(tzinfo=UTC)
    ours = {"SOURCE_DATE_EPOCH": str(int(midnight.timestamp())), "NO_MKDOCS_2_WARNING": "1"}
    added = {name: value for name, value in ours.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]


class _Listener(logging.Handler):
    """Keeps what MkDocs warns of: under ``--strict`` each warning is an error."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def _telling_mistakes(site_src: Path) -> Iterator[None]:
    """Makes AuthorError of whatever MkDocs refuses or warns of meanwhile."""
    from mkdocs.exceptions import Abort, ConfigurationError

    listener = _Listener()
    logger = logging.getLogger(_LOGGER)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(listener)
    try:
        yield
    except (Abort, ConfigurationError) as error:
        messages = listener.messages or [str(error)]
        raise AuthorError([_mistake(text, site_src) for text in messages]) from error
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
    if listener.messages:
        raise AuthorError([Mistake("mkdocs.yml", None, f"MkDocs warned: {text}") for text in listener.messages])


def _load_config(root: Path, docs: Path, site: Path) -> MkDocsConfig:
    from mkdocs.config import load_config
    from mkdocs.config.defaults import MkDocsConfig

    ours = EntryPoint("briefing", "briefing.plugin:BriefingPlugin", "mkdocs.plugins")
    plugins: Any = MkDocsConfig.plugins
    plugins.installed_plugins.setdefault(ours.name, ours)  # where the code runs from a clone
    return load_config(str(root / "mkdocs.yml"), docs_dir=str(docs), site_dir=str(site), strict=True)


def _mistake(message: str, site_src: Path) -> Mistake:
    """What MkDocs says of a link, at the line of the page that has it; anything else is said of mkdocs.yml."""
    found = _OF_A_LINK.match(message)
    if not found or not (page := site_src / found["page"]).is_file():
        return Mistake("mkdocs.yml", None, f"MkDocs stopped: {message}")
    rows = enumerate(page.read_text("utf-8").splitlines(), 1)
    place = next((Place(row, line.index(found["link"]) + 1) for row, line in rows if found["link"] in line), None)
    why = found["why"].strip(" ,.").removeprefix("but ")
    told = f"the link '{found['link']}': {why}, expected one that leads somewhere; correct it"
    return Mistake(f"{site_src.name}/{found['page']}", place, told)


def _run_mkdocs(root: Path, site_src: Path, staging: Path, only: Set[str] | None = None) -> None:
    """All of ``site_src``, or ``only`` some files of it, without the theme's own."""
    from mkdocs.commands.build import build

    with _telling_mistakes(site_src):
        config = _load_config(root, site_src, staging)
        if only is not None:
            config.plugins["only"] = _leaving_out_all_but(only)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()


def _leaving_out_all_but(paths: Set[str]) -> BasePlugin[Any]:
    """Of what is left out MkDocs still knows that it is there, as where links lead."""
    from mkdocs.plugins import BasePlugin
    from mkdocs.structure.files import Files, InclusionLevel

    class Only(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # it has no settings
        def on_files(self, files: Files, **_: object) -> None:
            for file in files:
                if file.src_uri not in paths:
                    file.inclusion = InclusionLevel.EXCLUDED

    return Only()


def _output(path: str) -> str:
    """The file of the site that MkDocs makes of a file of site_src/."""
    return path[:-3] + ".html" if path.endswith(".md") else path


def _check_complete(site_src: Path, staging: Path, paths: Iterable[str]) -> None:
    for path in paths:
        page = staging / _output(path)
        if not page.is_file() or (page.stat().st_size == 0 and path.endswith(".md")):
            raise AssertionError(f"MkDocs made no page of {site_src.name}/{path}")


def _check_links(site_src: Path, paths: Iterable[str], find: Callable[[str], Path]) -> None:
    """Every relative link of the pages among ``paths`` leads to a file, found by ``find``, and to an element of it."""

    @cache
    def ids_of(page: str) -> frozenset[str] | None:
        path = find(page)
        if not path.is_file():
            return None
        return frozenset(_ID.findall(path.read_text("utf-8"))) if page.endswith(".html") else frozenset()

    dead = []
    for page in paths:
        if page.endswith(".html") and page != "404.html":  # its links begin at the host's root
            for link, target, fragment in _links(page, find(page).read_text("utf-8")):
                ids = ids_of(target)
                if ids is None or (fragment and target.endswith(".html") and fragment not in ids):
                    dead.append(Mistake(f"{site_src.name}/{page[:-5]}.md", None, f"the link {link} leads nowhere"))
    if dead:
        raise AuthorError(dead)


def _links(page: str, text: str) -> Iterator[tuple[str, str, str]]:
    """(link as written, file it names, fragment) of every link of a page that stays within the site."""
    for raw in sorted(set(_LINK.findall(text))):
        link = html.unescape(raw)
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        if path.endswith("/") or target == ".":
            target = posixpath.normpath(posixpath.join(target, "index.html"))
        yield link, target, unquote(parts.fragment)
