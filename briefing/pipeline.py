"""The whole generator on one screen: seeds/ to site_src/ to build/.

The stages are imported where they are called: loading them and their libraries takes longer than an unchanged run.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
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

_SENTENCE = 6  # words of a quotation that says something by itself

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
        disk.settle_swap(options.state, options.build)
        theme = digest_theme(options)
        inputs = digest_inputs(options, theme)
        done = read_last_run(options)
        if done and not options.adopt and done.is_current(options, inputs, theme):
            return Outcome(None, done.articles, done.doubts, done.unread, (), built=False)

        folder, briefing = make_briefing(options, progress)
        changes = _write(options, briefing, progress)
        pages = digest_pages(options, theme)
        built = not options.pages_only and not (done and done.has_built(pages, options))
        if built:
            _build(options, progress)
        doubts = find_doubts(briefing)
        site, build = (done.site, done.build) if done else ("", "")
        if not options.pages_only:
            site, build = pages, digest_build(options.build)
        slugs = dict(briefing.slugs)
        run = LastRun(inputs, pages, site, build, len(briefing.articles), len(doubts), folder.unread, slugs)
        write_last_run(options, run)
        moved = _moved_permalinks(done.slugs if done else {}, briefing)
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


def find_doubts(briefing: Briefing) -> tuple[Doubt, ...]:
    """Everything that wants the editor's eye, by file."""
    doubts = [doubt for article in briefing.articles for doubt in article.doubts]
    slugs = {slug: article_id for article_id, slug in briefing.slugs.items()}
    for article in briefing.articles:
        if article.id not in briefing.rights_evidence:
            message = "what may be shown of the text is not stated"
            doubts.append(Doubt(article.file, "rights-not-stated", message, _rights_cure(article)))
        doubts += _lost_aliases(article, slugs)
        doubts += _without_speaker(article)
    return tuple(sorted(doubts, key=lambda d: (d.file, d.line or 0, d.kind, d.message)))


def _rights_cure(article: Article) -> str:
    choice = "rights: full (or excerpt, link, internal)"
    if article.source is None:
        return f"seeds/{article.id}.yml: {choice}"
    return f"briefing.yml, under sources: {json.dumps(article.source.value, ensure_ascii=False)}: {choice}"


def _lost_aliases(article: Article, slugs: Mapping[str, str]) -> Iterator[Doubt]:
    for alias in article.edited.aliases:
        if alias in slugs:
            message = f"the alias '{alias}' leads nowhere: it is the address of another article ({slugs[alias]})"
            yield Doubt(article.edited.file, "alias-taken", message, "remove it, or give that article another slug")


def _without_speaker(article: Article) -> Iterator[Doubt]:
    """One for all quotations of an article, at the first that an editor could name the speaker of."""
    unclear = [quote for quote in article.quotes if quote.speaker is None and len(quote.text.split()) >= _SENTENCE]
    if unclear:
        first = unclear[0]
        line = next(one.line for one in article.paragraphs if one.number == first.paragraph)
        quoted = json.dumps(first.text, ensure_ascii=False)
        message = f"speaker unclear: {len(unclear)} quotation{'s' if len(unclear) > 1 else ''}"
        cure = f"seeds/{article.id}.yml: quotes: [{{text: {quoted}, speaker: NAME}}]"
        yield Doubt(article.file, "no-speaker", message, cure, line)


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


def _moved_permalinks(former: Mapping[str, str], briefing: Briefing) -> tuple[Doubt, ...]:
    """Pages of the last run that have another address now, or none, with the alias that keeps the old one."""
    kept = {*briefing.slugs.values(), *briefing.redirects}
    files = {article.id: article.file for article in briefing.articles}
    return tuple(
        _moved(files[article_id], article_id, slug, briefing.slugs[article_id])
        if article_id in files
        else Doubt(
            f"seeds/{article_id}",
            "permalink",
            f"articles/{slug}.html is gone with its article",
            f"aliases: [{slug}] in the sidecar of an article that stands for it",
        )
        for article_id, slug in sorted(former.items())
        if slug not in kept
    )


def _moved(file: str, article_id: str, former: str, slug: str) -> Doubt:
    message = f"articles/{former}.html is now articles/{slug}.html"
    return Doubt(file, "permalink", message, f"seeds/{article_id}.yml: aliases: [{former}]")
