"""A sidecar with all that was found of an article: ``# key: value`` says it without its ``# ``, ``## `` explains."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from briefing.model import Article, Briefing, Entity, Known, Quote
from briefing.texts import evidence_text, removed_text

_WIDEST = 100  # characters of a line of the text that is quoted to recognise it by


def suggest(briefing: Briefing, article: Article, schema: str) -> str:
    """The text of a new sidecar; ``schema`` is the path of its JSON Schema from the sidecar's folder."""
    language = briefing.settings.language
    parts = (
        _head(article, schema),
        _metadata(article, language),
        _curation(briefing, article),
        _topics(briefing, article),
        _words(article),
        _lines_set_aside(article, language),
        _speakers(article),
        _names(briefing, article),
    )
    return "\n".join("\n".join(lines) + "\n" for part in parts if (lines := list(part)))


def _head(article: Article, schema: str) -> Iterator[str]:
    yield f"# yaml-language-server: $schema={schema}"
    yield f"## What you change of {article.file}. Take away the '# ' before a line to say it, and delete the rest."


def _metadata(article: Article, language: str) -> Iterator[str]:
    yield from _known("title", article.title, language)
    yield from _known("date", article.date, language, "YYYY-MM-DD")
    if article.date is None:
        yield from _known("reference_date", article.reference_date, language, "YYYY-MM-DD")
    yield from _known("source", article.source, language, "NAME")
    yield from _known("url", article.url, language, "https://…")
    yield from _known("authors", article.authors, language, "[NAME]")
    yield from _known("language", article.language, language)


def _known(
    key: str, known: Known[str] | Known[tuple[str, ...]] | None, language: str, unknown: str = ""
) -> Iterator[str]:
    """The value with how it is known; what to write where nothing is, which is no suggestion."""
    if known is None:
        yield f"## {key}: {unknown} (not found)"
        return
    value = known.value if isinstance(known.value, str) else list(known.value)
    yield f"# {key}: {_yaml(value)}  # {known.origin}: {_one_line(evidence_text(known.evidence, language))}"


def _curation(briefing: Briefing, article: Article) -> Iterator[str]:
    yield f"# rights: {briefing.rights[article.id]}  # full, excerpt, link, internal or withdrawn"
    yield f"# slug: {briefing.slugs[article.id]}  # keeps the address, however the headline changes"
    for story in briefing.stories:
        if article.id in story.articles:
            yield f"# story: {_yaml(story.title)}  # all articles with this title are one story"
    if article.id in briefing.duplicates:
        yield f"# duplicate_of: {_yaml(briefing.duplicates[article.id])}"
    yield "# status: ready  # draft leaves it out for now; exclude for good, with a reason"


def _topics(briefing: Briefing, article: Article) -> Iterator[str]:
    """The narrowest: what is above them comes with them."""
    found = [topic for topic in briefing.topics if topic.id in {one.id for one in article.topics}]
    above = {topic.parent for topic in found}
    if names := [topic.name for topic in found if topic.id not in above]:
        yield f"# topics: {_yaml(names)}"


def _words(article: Article) -> Iterator[str]:
    if article.summary:
        yield "# summary:"
        for sentence in article.summary:
            yield f"#   - {_yaml(sentence.text)}"
    yield "# note:  # your words above the text"
    yield "# bottom_line:  # one sentence why it matters"


def _lines_set_aside(article: Article, language: str) -> Iterator[str]:
    if not article.removed:
        return
    yield "## Lines set aside; those that belong to the text come back with 'keep: [number, number]':"
    for line in article.removed:
        yield f"##   {line.line}: {_shortened(line.text)} ({removed_text(line.reason, language)})"


def _speakers(article: Article) -> Iterator[str]:
    spoken = [quote for quote in article.quotes if quote.speaker]
    unclear = [quote for quote in article.quotes if not quote.speaker]
    if article.quotes:
        yield "## Who says what:"
    if spoken:
        yield "# quotes:"
        yield from (line for quote in spoken for line in _spoken(quote))
    for quote in unclear:
        yield f"##   - text: {_yaml(quote.text)}"
        perhaps = f"perhaps {_one_line(quote.likely)}; " if quote.likely else ""
        yield f"##     speaker: NAME ({perhaps}the text leaves it open)"


def _spoken(quote: Quote) -> Iterator[str]:
    yield f"#   - text: {_yaml(quote.text)}"
    yield f"#     speaker: {_yaml(quote.speaker)}  # {quote.known}"


def _names(briefing: Briefing, article: Article) -> Iterator[str]:
    """They are corrected for the whole briefing at once, so not here."""
    found = [entity for entity in briefing.entities if article.id in entity.articles]
    if found:
        yield "## Names found; briefing.yml corrects them, under names:"
        yield from (f"##   {line}" for line in _entries(found))


def _entries(found: Iterable[Entity]) -> Iterator[str]:
    for entity in found:
        also = f", also: {_yaml(entity.also)}" if entity.also else ""
        yield f"{_yaml(entity.name)}: {{kind: {entity.kind}{also}}}"


def _shortened(text: str) -> str:
    return _one_line(text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…")


def _one_line(text: str) -> str:
    """Within a comment nothing may end the line, for YAML either."""
    return " ".join(text.split())


def _yaml(value: object) -> str:
    """A value on one line: JSON is YAML, if what cannot be printed is escaped."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(value)
