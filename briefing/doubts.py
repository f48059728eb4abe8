"""What wants the editor's eye and stops nothing, each with the line that settles it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from briefing.model import Article, Briefing, Doubt, Seed, Settings
from briefing.start import starter_words
from briefing.without_effect import find_without_effect

_SENTENCE = 6  # words of a quotation that says something by itself


def find_doubts(briefing: Briefing, seeds: Sequence[Seed]) -> tuple[Doubt, ...]:
    """Everything that wants the editor's eye, by file; ``seeds`` are all that could be read."""
    doubts = [doubt for article in briefing.articles for doubt in article.doubts]
    slugs = {slug: article_id for article_id, slug in briefing.slugs.items()}
    for article in briefing.articles:
        if article.id not in briefing.rights_evidence:
            message = "what may be shown of the text is not stated"
            doubts.append(Doubt(article.file, "rights-not-stated", message, _rights_cure(article)))
        doubts += _lost_aliases(article, slugs)
        doubts += _without_speaker(article)
        doubts += _pasted_twice(article)
    doubts += find_without_effect(briefing, seeds)
    doubts += _starter_words(briefing.settings)
    return tuple(sorted(doubts, key=lambda d: (d.file, d.line or 0, d.kind, d.message)))


def _starter_words(settings: Settings) -> Iterator[Doubt]:
    """What a new briefing still says of itself in the words that it began with."""
    said = {
        "site_name": ("mkdocs.yml", settings.site_name),
        "site_description": ("mkdocs.yml", settings.site_description),
        "intro": ("briefing.yml", (settings.front_page.intro or "").strip()),
    }
    for key, (file, words) in said.items():
        if words == starter_words()[key]:
            message = f"{key} is still what a new briefing begins with: {json.dumps(words, ensure_ascii=False)}"
            yield Doubt(file, "starter-words", message, f"{file}: {key}: say it of yours, or take the line out")


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
    said = [quote for quote in article.quotes if quote.speaker is None and quote.known != "withheld"]
    unclear = [quote for quote in said if len(quote.text.split()) >= _SENTENCE]
    if unclear:
        first = unclear[0]
        line = next(one.line for one in article.paragraphs if one.number == first.paragraph)
        quoted = json.dumps(first.text, ensure_ascii=False)
        message = f"speaker unclear: {len(unclear)} quotation{'s' if len(unclear) > 1 else ''}"
        cure = f"seeds/{article.id}.yml: quotes: [{{text: {quoted}, speaker: NAME}}]"
        yield Doubt(article.file, "no-speaker", message, cure, line)


def _pasted_twice(article: Article) -> Iterator[Doubt]:
    """One for all that was: it is set aside, but the editor may have meant to paste something else."""
    lines = [line.line for line in article.removed if line.reason == "pasted-twice"]
    if lines:
        message = f"pasted twice: {len(lines)} line{'s' if len(lines) > 1 else ''}, which the page does not repeat"
        cure = f"take them out of {article.file}, or keep them: seeds/{article.id}.yml: keep: {json.dumps(lines)}"
        yield Doubt(article.file, "pasted-twice", message, cure, lines[0])


def moved_permalinks(slugs: Mapping[str, str], hashes: Mapping[str, str], briefing: Briefing) -> tuple[Doubt, ...]:
    """Pages of the last run that have another address now, or none, with the alias that keeps the old one.

    ``slugs`` and ``hashes`` are those of the last run's articles: a seed that was renamed is known by its bytes.
    """
    kept = {*briefing.slugs.values(), *briefing.redirects}
    articles = {article.id: article for article in briefing.articles}
    new = {article.sha256: article.id for article in briefing.articles if article.id not in slugs}
    moved = []
    for article_id, slug in sorted(slugs.items()):
        now = article_id if article_id in articles else new.get(hashes.get(article_id, ""))
        if slug not in kept:
            moved.append(_moved(articles[now], slug, briefing.slugs[now]) if now else _gone(article_id, slug))
    return tuple(moved)


def _moved(article: Article, former: str, slug: str) -> Doubt:
    message = f"articles/{former}.html is now articles/{slug}.html"
    aliases = ", ".join((*article.edited.aliases, former))
    return Doubt(article.file, "permalink", message, f"seeds/{article.id}.yml: aliases: [{aliases}]")


def _gone(article_id: str, slug: str) -> Doubt:
    message = f"articles/{slug}.html is gone with its article"
    cure = f"aliases: [{slug}] in the sidecar of an article that stands for it"
    return Doubt(f"seeds/{article_id}", "permalink", message, cure)
