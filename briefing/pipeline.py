"""The whole generator on one screen: seeds/ to site_src/ to build/.

The stages are imported where they are called: loading them and their libraries takes longer than an unchanged run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefing import disk
from briefing.errors import AuthorError, Mistake
from briefing.last_run import (
    LastRun,
    Options,
    digest_build,
    digest_inputs,
    digest_pages,
    digest_theme,
    read_last_run,
    write_last_run,
)
from briefing.model import Article, Briefing, Doubt, Seed, Settings, Unread

if TYPE_CHECKING:
    from briefing.cache import Cache
    from briefing.read import SeedFolder
    from briefing.write import Changes

Progress = Callable[[str, int, int], None]  # what is done, how far, of how many


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did. ``changes`` is None where nothing had changed since the last one and nothing was done."""

    changes: Changes | None
    articles: int
    doubts: int
    unread: tuple[Unread, ...]
    moved: tuple[Doubt, ...]  # permalinks that this run broke
    built: bool


def generate(options: Options, progress: Progress) -> Outcome:
    """Make site_src/ and, unless ``pages_only``, build/. Raises AuthorError with nothing changed on disk."""
    with disk.lock(options.root):
        return generate_locked(options, progress)


def generate_locked(options: Options, progress: Progress) -> Outcome:
    """The same, for who holds the lock and goes on to use what is made."""
    disk.settle_swap(options.state, options.build)
    theme = digest_theme(options)
    inputs = digest_inputs(options, theme)
    done = read_last_run(options)
    if done and not options.adopt and done.is_current(options, inputs, theme):
        return Outcome(None, done.articles, done.doubts, done.unread, (), built=False)

    from briefing.doubts import find_doubts, moved_permalinks

    folder, briefing = make_briefing(options, progress)
    changes = _write(options, briefing, progress)
    pages = digest_pages(options, theme)
    built = not options.pages_only and not (done and done.has_built(pages, options))
    if built:
        _build(options, progress)
    doubts = find_doubts(briefing, folder.seeds)
    site, build = (done.site, done.build) if done else ("", "")
    if not options.pages_only:
        site, build = pages, digest_build(options.build)
    slugs, hashes = dict(briefing.slugs), {article.id: article.sha256 for article in briefing.articles}
    run = LastRun(inputs, pages, site, build, len(briefing.articles), len(doubts), folder.unread, slugs, hashes)
    write_last_run(options, run)
    moved = moved_permalinks(done.slugs, done.hashes, briefing) if done else ()
    return Outcome(changes, len(briefing.articles), len(doubts), folder.unread, moved, built)


def make_briefing(options: Options, progress: Progress) -> tuple[SeedFolder, Briefing]:
    """Read, annotate, link and publish; writes nothing but the cache."""
    from briefing.cache import Cache
    from briefing.link import link, publish

    with Cache(options.state / "cache.sqlite") as cache:
        settings, folder = read_inputs(options.root, cache)
        seeds = [seed for seed in folder.seeds if seed.edited.status == "ready"]
        articles = _annotate_changed(seeds, cache, options.jobs, progress)
        cache.forget_unused()
    progress("linking", 0, len(articles))
    return folder, publish(link(articles, settings, options.today, options.audience))


def check_inputs(options: Options) -> None:
    """Read what the editor wrote, and nothing more. Raises AuthorError with the mistakes of every file at once."""
    from briefing.cache import Cache

    with disk.lock(options.root), Cache(options.state / "cache.sqlite") as cache:
        read_inputs(options.root, cache)


def read_inputs(root: Path, cache: Cache) -> tuple[Settings, SeedFolder]:
    """What the editor wrote. Raises AuthorError with the mistakes of every file at once."""
    from briefing.config import read_settings
    from briefing.read import Content, read_seeds, reader_digest

    mistakes: list[Mistake] = []
    settings = Settings(site_name="")
    reader = reader_digest()
    try:
        settings = read_settings(root)
    except AuthorError as error:
        mistakes.extend(error.mistakes)
    try:
        folder = read_seeds(root, settings, lambda file, read: cache.recall(f"{reader} {file}", Content, read))
    except AuthorError as error:
        mistakes.extend(error.mistakes)
    if mistakes:
        raise AuthorError(mistakes)
    return settings, folder


def _annotate_changed(seeds: Sequence[Seed], cache: Cache, jobs: int, progress: Progress) -> list[Article]:
    """The article of every seed, from the cache where the seed, the code and the model are the same."""
    from briefing.annotate import annotate, annotator_digest
    from briefing.cache import decode, key_of

    annotator = annotator_digest()
    keys = {seed.id: key_of(annotator, seed) for seed in seeds}
    known = {seed.id: article for seed in seeds if (article := cache.get(keys[seed.id], Article)) is not None}
    missing = [seed for seed in seeds if seed.id not in known]
    for number, (seed_id, content) in enumerate(annotate(missing, jobs), 1):
        cache.put(keys[seed_id], content)
        known[seed_id] = decode(content, Article)
        if number % 100 == 0:
            cache.commit()  # a run that is killed has not worked in vain
        progress("reading articles", number, len(missing))
    return [known[seed.id] for seed in seeds]


def _write(options: Options, briefing: Briefing, progress: Progress) -> Changes:
    from briefing.write import write_pages

    if not options.pages_only:
        from briefing.site import check_site_file

        check_site_file(options.root, options.state / "site")  # before anything changes
    progress("writing", 0, len(briefing.articles))
    return write_pages(_pages(briefing, progress), options.site_src, options.state / "pages", adopt=options.adopt)


def _pages(briefing: Briefing, progress: Progress) -> Iterator[tuple[str, str | bytes]]:
    from briefing.render import preview_picture, render, source_paths
    from briefing.search import build_search
    from briefing.texts import section

    for number, page in enumerate(render(briefing), 1):
        yield page
        progress("writing", number, 0)
    if picture := preview_picture(briefing):
        yield "preview.png", picture
    words = section(briefing.settings.language, "search")
    yield from build_search(briefing, source_paths(briefing), words)


def _build(options: Options, progress: Progress) -> None:
    from briefing.site import build_site

    progress("building", 0, 0)
    build_site(options.root, options.site_src, options.build, options.state / "site", options.today)
