"""Sources: who the texts come from, what each contributed, and what may be shown of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from briefing.model import Article, SourceSettings
from briefing.render.article_data import speaker_entity
from briefing.render.facts import Column, Facts, counted, span_text, trail
from briefing.render.links import Atlas, Link, entity_link, narrowest_topics, source_of, topic_link, web_host
from briefing.render.members import Cards, Member, member_pages, summaries
from briefing.render.pagination import paginate
from briefing.render.pictured import coverage
from briefing.render.rows import Cell, Heading, Row, Table, grouped
from briefing.render.templates import page
from briefing.texts import number_text, say, say_count

_BALANCE = 10  # articles from which on shares say something
_COLUMNS = ("outlet", "country", "articles", "share", "quotes", "figures", "rights")
_MOST = 8  # topics, and people quoted, of a source

Articles = Mapping[str | None, Sequence[Article]]  # by source


def source_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    """An index, a page of each source, and always one of the articles whose source is not stated."""
    articles: defaultdict[str | None, list[Article]] = defaultdict(list)
    for article in atlas.listed:
        articles[source_of(article)].append(article)
    yield from _index_pages(atlas, articles)
    for source in atlas.source_slugs:
        items = summaries(cards, [article.id for article in articles[source]])
        yield from member_pages(_member(atlas, source, articles[source]), items, atlas.language)


def _index_pages(atlas: Atlas, articles: Articles) -> Iterator[tuple[str, str]]:
    language = atlas.language
    sources = sorted(
        (source for source in atlas.source_slugs if articles[source]),
        key=lambda source: (source is None, -len(articles[source]), source or ""),
    )
    named = sum(1 for source in atlas.source_slugs if source is not None)
    title = say(language, "site.sources")
    empty = say(language, "index.sources_none" if sources else "index.sources_empty")
    dek = say_count(language, "index.sources_dek", named) if named else empty
    head: dict[str, object] = {"title": title, "description": dek, "kind": "index"}
    for leaf in paginate("sources/index", sources):
        is_first = leaf.number == 1 and len(atlas.listed) >= _BALANCE
        facts = (_by_country(atlas, articles),) if is_first and _tells_countries(atlas, articles) else ()
        table = _by_source(atlas, leaf.rows, articles)
        said = {"title": title, "dek": dek, "table": table, "facts": facts, "pictures": (), "leaf": leaf}
        yield page(leaf.path, "sources", language, head, trail=trail(language), **said)


def _by_source(atlas: Atlas, sources: Sequence[str | None], articles: Articles) -> Table:
    told = {"share": len(atlas.listed) >= _BALANCE, "country": _tells_countries(atlas, articles)}
    labels = [name for name in _COLUMNS if told.get(name, True)]
    rows = []
    for source in sources:
        cells = _cells(atlas, source, articles[source])
        rows.append(Row(tuple(cells[name] for name in labels)))
    return Table("sources", [Heading(say(atlas.language, f"index.{name}")) for name in labels], grouped(rows))


def _cells(atlas: Atlas, source: str | None, articles: Sequence[Article]) -> dict[str, Cell]:
    language = atlas.language
    settings = atlas.briefing.settings.sources.get(source or "")
    rights = say(language, f"index.rights_{_rights(atlas, settings)}", n=atlas.briefing.settings.excerpt_words)
    return {
        "outlet": Cell(_title(source, language), f"sources/{atlas.source_slugs[source]}.html", kind="outlet"),
        "country": Cell(settings.country if settings and settings.country else ""),
        "articles": Cell(number_text(len(articles), language)),
        "share": Cell(_share(len(articles), atlas)),
        "quotes": Cell(number_text(sum(len(article.quotes) for article in articles), language)),
        "figures": Cell(number_text(sum(len(article.figures) for article in articles), language)),
        "rights": Cell(rights, kind="rights"),
    }


def _tells_countries(atlas: Atlas, articles: Articles) -> bool:
    """Where no country is told, a column of them would be empty, and a table say only that."""
    settings = atlas.briefing.settings.sources
    return any(source in settings and settings[source].country for source in articles if source)


def _by_country(atlas: Atlas, articles: Articles) -> Facts:
    """Countries are what briefing.yml says of sources: nothing in a text tells them."""
    language = atlas.language
    found: Counter[str] = Counter()
    for source, own in articles.items():
        settings = atlas.briefing.settings.sources.get(source or "")
        found[settings.country if settings and settings.country else ""] += len(own)
    unknown = say(language, "index.country_not_stated")
    ordered = sorted(found, key=lambda country: (not country, -found[country], country))
    told = [(c or unknown, number_text(found[c], language), _share(found[c], atlas)) for c in ordered]
    rows = tuple(tuple((Link(text),) for text in row) for row in told)
    labels = ("country", "articles", "share")
    columns = tuple(Column(say(language, f"index.{name}"), name != "country") for name in labels)
    return Facts(say(language, "index.by_country"), columns, rows, said=say(language, "index.country_dek"))


def _share(number: int, atlas: Atlas) -> str:
    return f"{round(100 * number / len(atlas.listed))}%"


def _member(atlas: Atlas, source: str | None, articles: Sequence[Article]) -> Member:
    language = atlas.language
    settings = atlas.briefing.settings.sources.get(source or "")
    host = web_host(settings.url) if settings else None
    quotes, figures = sum(len(a.quotes) for a in articles), sum(len(a.figures) for a in articles)
    dek = (
        say_count(language, "site.articles", len(articles)),
        span_text(articles, language),
        say_count(language, "member.quotes", quotes) if quotes else "",
        say_count(language, "member.figures", figures) if figures else "",
    )
    return Member(
        path=f"sources/{atlas.source_slugs[source]}",
        title=_title(source, language),
        dek="\u00a0· ".join(part for part in dek if part),
        above=(Link(say(language, "site.sources"), "sources/index.html"),),
        notes=_notes(atlas, settings) if source else (say(language, "member.not_stated_dek"),),
        outside=Link(host, settings.url) if host and settings and settings.url else None,
        facts=_facts(atlas, articles),
        pictures=tuple(picture for picture in [coverage(atlas, [article.id for article in articles])] if picture),
    )


def _facts(atlas: Atlas, articles: Sequence[Article]) -> tuple[Facts, ...]:
    """What the source writes about, and whom it quotes."""
    language = atlas.language
    topics: Counter[Link] = Counter()
    speakers: Counter[Link] = Counter()
    for article in articles:
        topics.update(topic_link(topic) for topic in narrowest_topics(atlas, article))
        quoted = (speaker_entity(article, quote.speaker, atlas.of) for quote in article.quotes if quote.speaker)
        speakers.update({entity_link(entity) for entity in quoted if entity})
    tables = (
        counted(say(language, "site.topics"), say(language, "known.topic"), _most(topics, language), language),
        counted(say(language, "member.whom_quoted"), say(language, "known.name"), _most(speakers, language), language),
    )
    return tuple(table for table in tables if table.rows)


def _most(found: Counter[Link], language: str) -> list[Link]:
    most = sorted(found, key=lambda link: (-found[link], link.text, link.href))[:_MOST]
    return [link._replace(number=number_text(found[link], language)) for link in most]


def _rights(atlas: Atlas, settings: SourceSettings | None) -> str:
    return (settings.rights if settings else None) or atlas.briefing.settings.rights or "unstated"


def _notes(atlas: Atlas, settings: SourceSettings | None) -> tuple[str, ...]:
    language = atlas.language
    rights = f"member.rights_{_rights(atlas, settings)}"
    notes = [say(language, rights, n=atlas.briefing.settings.excerpt_words)]
    if settings and settings.licence:
        notes.append(say(language, "member.licence", licence=settings.licence))
    if settings and settings.country:
        notes.append(say(language, "member.country", country=settings.country))
    return (*notes, settings.note) if settings and settings.note else tuple(notes)


def _title(source: str | None, language: str) -> str:
    return source or say(language, "article.source_not_stated")
