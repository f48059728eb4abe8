"""Seed to Article. The layout of the text needs no language model; the rest is made where the model reads English."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.metadata
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from briefing import disk
from briefing.annotate import language_model
from briefing.annotate.dated_clauses import with_roles
from briefing.annotate.figures import find_figures
from briefing.annotate.figures.givers import with_speakers
from briefing.annotate.keyphrases import find_keyphrases
from briefing.annotate.layout import Layout, lay_out
from briefing.annotate.locales import find_figures_by_locale, find_times_by_locale
from briefing.annotate.names import find_names
from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes import correct_speakers, find_quotes, find_quotes_by_pattern
from briefing.annotate.summary import summarize
from briefing.annotate.times import find_times
from briefing.annotate.topics import find_topics
from briefing.errors import EnvironmentFault
from briefing.lexicon.word_weights import weight
from briefing.model import (
    Article,
    ArticleTopic,
    Doubt,
    Figure,
    Mention,
    Name,
    Paragraph,
    Quote,
    Seed,
    Sentence,
    TimeExpression,
)

_BATCH = 200_000  # characters that a worker process is given at once
_WORTH_A_PROCESS = 2 * _BATCH  # below this, loading the model a second time costs more than it saves


def annotate(seeds: Sequence[Seed], jobs: int) -> Iterator[tuple[str, bytes]]:
    """(id of the seed, its article encoded by msgspec), in any order, over up to ``jobs`` processes.

    Raises EnvironmentFault when the language model is missing or is not the one that was pinned.
    """
    if not seeds:
        return
    if jobs < 2 or sum(_size(seed) for seed in seeds) < _WORTH_A_PROCESS:
        yield from _annotate_batch(seeds)
        return
    # spawn, on every system: a forked copy of a process with threads may hang
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_end_with_parent) as pool:
        running: list[Future[list[tuple[str, bytes]]]] = []
        try:
            for batch in _batches(seeds):
                with _hidden_from_ctrl_c():
                    running.append(pool.submit(_annotate_list, batch))
                if len(running) > 2 * jobs:
                    yield from running.pop(0).result()
            for future in running:
                yield from future.result()
        except BrokenProcessPool as error:
            message = "a process that reads articles was ended from outside, perhaps for want of memory"
            raise EnvironmentFault(f"{message}; run this again with --jobs 1") from error
        except BaseException:  # Ctrl-C among them: nobody wants the rest of the work
            for process in multiprocessing.active_children():
                process.terminate()
            raise


@cache
def annotator_digest() -> str:
    """The code and data that annotations are made by, the model's weights and the libraries, as one hash."""
    libraries = ("spacy", "py3langid", "rapidfuzz", "numpy")
    digest = hashlib.sha256(" ".join(importlib.metadata.version(name) for name in libraries).encode())
    digest.update(language_model.model_digest().encode())
    package = Path(__file__).parent.parent
    for folder in ("annotate", "lexicon"):
        for path, _ in disk.listing(package / folder):
            if not path.endswith(".pyc"):
                digest.update(f"{folder}/{path} {disk.sha256_of(package / folder / path)}\n".encode())
    digest.update(disk.sha256_of(package / "model.py").encode())
    return digest.hexdigest()


@contextlib.contextmanager
def _hidden_from_ctrl_c() -> Iterator[None]:
    """Processes started meanwhile never see Ctrl-C, which would make each show a traceback; here it comes after."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for ever for its next batch."""
    parent = multiprocessing.parent_process()

    def watch() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _size(seed: Seed) -> int:
    return sum(len(line.text) for line in seed.lines)


def _batches(seeds: Iterable[Seed]) -> Iterator[list[Seed]]:
    batch: list[Seed] = []
    size = 0
    for seed in seeds:
        batch.append(seed)
        size += _size(seed)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _annotate_list(seeds: Sequence[Seed]) -> list[tuple[str, bytes]]:
    return list(_annotate_batch(seeds))


def _annotate_batch(seeds: Sequence[Seed]) -> Iterator[tuple[str, bytes]]:
    encode = msgspec.msgpack.encode
    english: dict[str, tuple[Seed, Layout]] = {}
    for seed in seeds:
        layout = lay_out(seed)
        if layout.language.value.split("-")[0] == "en":
            english[seed.id] = seed, layout
        else:
            yield seed.id, encode(_without_model(seed, layout))
    texts = ((seed_id, layout.paragraphs) for seed_id, (_, layout) in english.items())
    for seed_id, parsed in language_model.parse_articles(texts):
        yield seed_id, encode(_with_model(*english[seed_id], parsed))


def _with_model(seed: Seed, layout: Layout, parsed: Parsed) -> Article:
    names = find_names(parsed)
    quotes = find_quotes(parsed, names)
    reference = layout.reference_date.value if layout.reference_date else None
    return _article(
        seed,
        replace(layout, doubts=layout.doubts + _too_long(seed, layout.paragraphs)),
        names=names,
        quotes=quotes,
        figures=with_speakers(find_figures(parsed, layout.title.value), correct_speakers(quotes, seed.edited.quotes)),
        dates=with_roles(parsed, find_times(parsed, reference)),
        topics=find_topics(layout.title.value, _without_people(_beginning(layout), names), layout.language.value),
        keyphrases=find_keyphrases(parsed, names, weight, layout.title.value),
    )


def _beginning(layout: Layout) -> tuple[Paragraph, ...]:
    """All of an article, and of a book as much as is parsed."""
    return layout.paragraphs[: language_model.count_parsed(layout.paragraphs)]


def _too_long(seed: Seed, paragraphs: Sequence[Paragraph]) -> tuple[Doubt, ...]:
    count = language_model.count_parsed(paragraphs)
    if count == len(paragraphs):
        return ()
    message = f"names, quotes, figures and times are known of its first {count} paragraphs only: it is very long"
    return (Doubt(seed.file, "long-text", message, "split it into several seeds"),)


def _without_people(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> list[Paragraph]:
    """The paragraphs with people's names struck out: Joel Ferry says nothing of ferries."""
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
    for mention in (mention for name in names if name.kind == "person" for mention in name.mentions):
        text = texts[mention.paragraph]
        texts[mention.paragraph] = text[: mention.start] + "_" * len(mention.text) + text[mention.end :]
    return [replace(paragraph, text=texts[paragraph.number]) for paragraph in paragraphs]


def _without_model(seed: Seed, layout: Layout) -> Article:
    """An article in another language: what needs no English model, and no guesses."""
    paragraphs, language = layout.paragraphs, layout.language.value
    reference = layout.reference_date.value if layout.reference_date else None
    return _article(
        seed,
        layout,
        quotes=find_quotes_by_pattern(paragraphs, language),
        figures=find_figures_by_locale(paragraphs, language),
        dates=find_times_by_locale(paragraphs, language, reference),
        topics=find_topics(layout.title.value, paragraphs, language),
    )


def _article(
    seed: Seed,
    layout: Layout,
    *,
    names: tuple[Name, ...] = (),
    quotes: tuple[Quote, ...] = (),
    figures: tuple[Figure, ...] = (),
    dates: tuple[TimeExpression, ...] = (),
    topics: tuple[ArticleTopic, ...] = (),
    keyphrases: tuple[str, ...] = (),
) -> Article:
    article = Article(
        id=seed.id,
        file=seed.file,
        sha256=seed.sha256,
        edited=seed.edited,
        title=layout.title,
        language=layout.language,
        direction=layout.direction,
        paragraphs=layout.paragraphs,
        removed=layout.removed,
        source=layout.source,
        authors=layout.authors,
        date=layout.date,
        updated=layout.updated,
        reference_date=layout.reference_date,
        url=layout.url,
        dateline=layout.dateline,
        names=names,
        quotes=correct_speakers(quotes, seed.edited.quotes),
        figures=figures,
        dates=dates,
        topics=topics + _stated_topics(seed),
        keyphrases=keyphrases,
        summary=_summary(seed, layout),
        summary_edited=seed.edited.summary is not None,
        words=sum(len(paragraph.text.split()) for paragraph in layout.paragraphs),
        doubts=layout.doubts,
    )
    _check_verbatim(article, seed)
    return article


def _stated_topics(seed: Seed) -> tuple[ArticleTopic, ...]:
    stated = seed.stated.topics
    if stated is None:
        return ()
    return tuple(ArticleTopic(f"own:{name}", 1.0, stated=stated.evidence) for name in dict.fromkeys(stated.value))


def _summary(seed: Seed, layout: Layout) -> tuple[Sentence, ...]:
    if seed.edited.summary is not None:
        return tuple(Sentence(text, 0) for text in seed.edited.summary.value)
    return summarize(_beginning(layout), weight, title=layout.title.value)


def _check_verbatim(article: Article, seed: Seed) -> None:
    """Nothing is shown as the source's words that is not. Raises AssertionError: a failure here is our bug."""
    text = " ".join(line.text for line in seed.lines if line.text)
    position = 0  # of the paragraph before: a book is not searched from its beginning for each
    wrong = []
    for paragraph in article.paragraphs:
        found = text.find(paragraph.text, position)
        found = text.find(paragraph.text) if found < 0 else found
        wrong += [paragraph.text] if found < 0 else []
        position = max(position, found)
    texts = article.texts
    spans: list[Quote | Figure | TimeExpression | Mention] = [*article.quotes, *article.figures, *article.dates]
    spans += [mention for name in article.names for mention in name.mentions]
    wrong += [span.text for span in spans if texts[span.paragraph][span.start : span.end] != span.text]
    if not article.summary_edited:
        wrong += [sentence.text for sentence in article.summary if sentence.text not in texts[sentence.paragraph]]
    if wrong:
        raise AssertionError(f"{seed.file}: not the words of the seed: {wrong[:3]}")
