"""Sources: who the texts come from, and what may be shown of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from briefing.model import SourceSettings
from briefing.render.links import Atlas, Link, source_of, web_host
from briefing.render.members import Cards, Member, member_pages, summaries
from briefing.render.pagination import paginate
from briefing.render.templates import page
from briefing.texts import number_text, say, say_count


def source_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    """An index, a page of each source, and always one of the articles whose source is not stated."""
    articles: defaultdict[str | None, list[str]] = defaultdict(list)
    for article in atlas.listed:
        articles[source_of(article)].append(article.id)
    yield from _index_pages(atlas, articles)
    for source in atlas.source_slugs:
        member = _member(atlas, source, len(articles[source]))
        yield from member_pages(member, summaries(cards, articles[source]), atlas.language)


def _index_pages(atlas: Atlas, articles: defaultdict[str | None, list[str]]) -> Iterator[tuple[str, str]]:
    language = atlas.language
    rows = [
        Link(_title(source, language), f"sources/{slug}.html", number_text(len(articles[source]), language))
        for source, slug in sorted(atlas.source_slugs.items(), key=lambda entry: (entry[0] is None, entry[0] or ""))
        if articles[source]
    ]
    named = sum(1 for source in atlas.source_slugs if source is not None)
    title = say(language, "site.sources")
    empty = say(language, "index.sources_none" if rows else "index.sources_empty")
    dek = say_count(language, "index.sources_dek", named) if named else empty
    head: dict[str, object] = {"title": title, "description": dek, "kind": "index"}
    for leaf in paginate("sources/index", rows):
        yield page(leaf.path, "index", language, head, title=title, dek=dek, pictures=(), leaf=leaf, titles=False)


def _member(atlas: Atlas, source: str | None, number: int) -> Member:
    language = atlas.language
    settings = atlas.briefing.settings.sources.get(source or "")
    host = web_host(settings.url) if settings else None
    return Member(
        path=f"sources/{atlas.source_slugs[source]}",
        title=_title(source, language),
        dek=say_count(language, "site.articles", number),
        kicker=(Link(say(language, "site.sources"), "sources/index.html"),),
        notes=_notes(atlas, settings) if source else (say(language, "member.not_stated_dek"),),
        outside=Link(host, settings.url) if host and settings and settings.url else None,
    )


def _notes(atlas: Atlas, settings: SourceSettings | None) -> tuple[str, ...]:
    language, briefing = atlas.language, atlas.briefing
    rights = (settings.rights if settings else None) or briefing.settings.rights or "unstated"
    notes = [say(language, f"member.rights_{rights}", n=briefing.settings.excerpt_words)]
    if settings and settings.licence:
        notes.append(say(language, "member.licence", licence=settings.licence))
    if settings and settings.country:
        notes.append(say(language, "member.country", country=settings.country))
    return (*notes, settings.note) if settings and settings.note else tuple(notes)


def _title(source: str | None, language: str) -> str:
    return source or say(language, "article.source_not_stated")
