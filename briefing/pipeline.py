"""The whole generator on one screen: seeds/ to site_src/ to build/."""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from briefing import disk
from briefing.annotate import annotate, annotator_digest
from briefing.cache import Cache, decode, key_of
from briefing.config import read_settings
from briefing.errors import AuthorError, Mistake
from briefing.link import link, publish
from briefing.model import Article, Audience, Briefing, Doubt, Seed, Settings, Unread
from briefing.read import SeedFolder, read_seeds
from briefing.render import render, source_paths
from briefing.search import build_search
from briefing.site import build_site
from briefing.write import Changes, is_intact, write_pages

Progress = Callable[[str, int, int], None]  # what is done, how far, of how many
_ENVIRONMENT = ("SOURCE_DATE_EPOCH", "SITE_URL", "SITE_NAME", "BRIEFING_NOINDEX")  # what mkdocs.yml reads of it


@dataclass(frozen=True, slots=True)
class Options:
    root: Path
    today: str  # ISO
    audience: Audience = "local"
    pages_only: bool = False
    jobs: int = 1  # processes for the language model

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
class Outcome:
    """What a run did. ``changes`` is None where nothing had changed since the last one and nothing was done."""

    changes: Changes | None
    articles: int
    doubts: int
    unread: tuple[Unread, ...]
    moved: tuple[Doubt, ...]  # permalinks that this run broke
    built: bool


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the last finished run was made from and made, so that an unchanged run can tell that it is one."""

    inputs: str
    site: str  # what MkDocs made build/ of; empty before the first build
    build: str
    articles: int
    doubts: int
    unread: tuple[Unread, ...]
    slugs: dict[str, str]


def generate(options: Options, progress: Progress) -> Outcome:
    """Make site_src/ and, unless ``pages_only``, build/. Raises AuthorError with nothing changed on disk."""
    with disk.lock(options.root):
        inputs = _digest_inputs(options)
        done = _read_stamp(options)
        if done and done.inputs == inputs and _output_is_current(options, done):
            return Outcome(None, done.articles, done.doubts, done.unread, (), built=False)

        folder, briefing = make_briefing(options, progress)
        progress("writing", 0, len(briefing.articles))
        changes = write_pages(_pages(briefing, progress), options.site_src, options.state / "pages")
        site = _digest_site(options)
        built = not options.pages_only and not (done and done.site == site and _same_build(options, done))
        if built:
            progress("building", 0, 0)
            build_site(options.root, options.site_src, options.build, options.state / "site", options.today)
        doubts = find_doubts(briefing)
        stamp = Stamp(
            inputs=inputs,
            site=done.site if done and options.pages_only else "" if options.pages_only else site,
            build=_digest_build(options.build),
            articles=len(briefing.articles),
            doubts=len(doubts),
            unread=folder.unread,
            slugs=dict(briefing.slugs),
        )
        disk.write_file(_stamp_path(options), msgspec.json.encode(stamp))
        moved = _moved_permalinks(done.slugs if done else {}, briefing)
        return Outcome(changes, len(briefing.articles), len(doubts), folder.unread, moved, built)


def make_briefing(options: Options, progress: Progress) -> tuple[SeedFolder, Briefing]:
    """Read, annotate, link and publish; writes nothing but the cache."""
    settings, folder = read_inputs(options.root)
    seeds = [seed for seed in folder.seeds if seed.edited.status == "ready"]
    with Cache(options.state / "cache.sqlite") as cache:
        articles = _annotate_changed(seeds, cache, options.jobs, progress)
    progress("linking", 0, len(articles))
    return folder, publish(link(articles, settings, options.today, options.audience))


def read_inputs(root: Path) -> tuple[Settings, SeedFolder]:
    """What the editor wrote. Raises AuthorError with the mistakes of every file at once."""
    mistakes: list[Mistake] = []
    settings = Settings(site_name="")
    try:
        settings = read_settings(root)
    except AuthorError as error:
        mistakes.extend(error.mistakes)
    try:
        folder = read_seeds(root, settings)
    except AuthorError as error:
        mistakes.extend(error.mistakes)
    if mistakes:
        raise AuthorError(mistakes)
    return settings, folder


def find_doubts(briefing: Briefing) -> tuple[Doubt, ...]:
    """Everything that wants the editor's eye, by file."""
    doubts = [doubt for article in briefing.articles for doubt in article.doubts]
    for article in briefing.articles:
        if article.id not in briefing.rights_evidence:
            name = article.source.value if article.source else None
            cure = f"briefing.yml: sources: {{{name}: {{rights: …}}}}" if name else f"seeds/{article.id}.yml: rights: …"
            message = "what may be shown of the text is not stated"
            doubts.append(
                Doubt(article.file, "rights-not-stated", message, f"{cure} (full, excerpt, link or internal)")
            )
    return tuple(sorted(doubts, key=lambda d: (d.file, d.line or 0, d.kind, d.message)))


def _annotate_changed(seeds: Sequence[Seed], cache: Cache, jobs: int, progress: Progress) -> list[Article]:
    """The article of every seed, from the cache where the seed, the code and the model are the same."""
    annotator = annotator_digest()
    keys = {seed.id: key_of(seed, annotator) for seed in seeds}
    known = {seed.id: article for seed in seeds if (article := cache.get(keys[seed.id])) is not None}
    missing = [seed for seed in seeds if seed.id not in known]
    for number, (seed_id, content) in enumerate(annotate(missing, jobs), 1):
        cache.put(keys[seed_id], content)
        known[seed_id] = decode(content)
        if number % 100 == 0:
            cache.commit()  # a run that is killed has not worked in vain
        progress("reading articles", number, len(missing))
    cache.keep_only(keys.values())
    return [known[seed.id] for seed in seeds]


def _pages(briefing: Briefing, progress: Progress) -> Iterator[tuple[str, str]]:
    for number, page in enumerate(render(briefing), 1):
        yield page
        progress("writing", number, 0)
    yield from build_search(briefing, source_paths(briefing))


# ------------------------------------------------------------------------------------------------- what is current


def _digest_inputs(options: Options) -> str:
    """Everything that site_src/ and build/ depend on, as one hash."""
    digest = hashlib.sha256(json.dumps([options.today, options.audience, *map(os.environ.get, _ENVIRONMENT)]).encode())
    digest.update(annotator_digest().encode())
    digest.update(_digest_code().encode())
    for name in ("briefing.yml", "mkdocs.yml"):
        _add_file(digest, options.root, options.root / name)
    for name in ("seeds", "overrides"):
        for path, _ in disk.listing(options.root / name):
            _add_file(digest, options.root, options.root / name / path)
    return digest.hexdigest()


def _digest_site(options: Options) -> str:
    """Everything that MkDocs makes build/ of, as one hash."""
    digest = hashlib.sha256(json.dumps([options.today, *map(os.environ.get, _ENVIRONMENT)]).encode())
    digest.update(_engine_versions().encode())
    _add_file(digest, options.root, options.root / "mkdocs.yml")
    for folder in (options.root / "overrides", options.site_src):
        for path, _ in disk.listing(folder):
            _add_file(digest, options.root, folder / path)
    return digest.hexdigest()


def _add_file(digest: hashlib._Hash, root: Path, path: Path) -> None:
    digest.update(f"\0{path.relative_to(root).as_posix()}\0".encode())
    status = path.lstat() if os.path.lexists(path) else None
    if path.is_symlink() or status is None or not path.is_file():
        digest.update(b"link, folder or absent")  # never opened: it may be a FIFO, or lead out of the briefing
    elif not os.access(path, os.R_OK):
        digest.update(b"unreadable")
    else:
        digest.update(disk.sha256_of(path).encode())


@cache
def _digest_code() -> str:
    digest = hashlib.sha256(_engine_versions().encode())
    package = Path(__file__).parent
    for path, _ in disk.listing(package):
        if "__pycache__" not in path:
            _add_file(digest, package, package / path)
    return digest.hexdigest()


def _engine_versions() -> str:
    names = ("mkdocs", "mkdocs-material", "markdown", "jinja2", "pymdown-extensions", "pyyaml")
    return " ".join(f"{name}={importlib.metadata.version(name)}" for name in names)


def _digest_build(build: Path) -> str:
    """Names, sizes and times of the files of build/: enough to see that it is the one we made."""
    digest = hashlib.sha256()
    for path, status in disk.listing(build):
        digest.update(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _stamp_path(options: Options) -> Path:
    return options.state / f"stamp-{options.build.name}.json"


def _read_stamp(options: Options) -> Stamp | None:
    try:
        return msgspec.json.decode(_stamp_path(options).read_bytes(), type=Stamp)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _same_build(options: Options, done: Stamp) -> bool:
    return options.build.is_dir() and done.build == _digest_build(options.build)


def _output_is_current(options: Options, done: Stamp) -> bool:
    if options.pages_only:
        return is_intact(options.site_src)
    return done.site == _digest_site(options) and _same_build(options, done)


def _moved_permalinks(former: Mapping[str, str], briefing: Briefing) -> tuple[Doubt, ...]:
    """Articles whose page has another address than after the last run, with the alias that keeps the old one."""
    kept = {*briefing.slugs.values(), *briefing.redirects}
    return tuple(
        Doubt(
            article.file,
            "permalink",
            f"articles/{former[article.id]}.html is now articles/{briefing.slugs[article.id]}.html",
            f"seeds/{article.id}.yml: aliases: [{former[article.id]}]",
        )
        for article in briefing.articles
        if article.id in former and former[article.id] not in kept
    )
