"""People, places and organisations: an index of each, and a page of every name that has one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.model import KINDS, Article, Entity, Mention, Quote
from briefing.render.article_data import FOLDERS, speaker_entity
from briefing.render.excerpts import sentence_around
from briefing.render.front import own_quote_view
from briefing.render.linked_data import name_data
from briefing.render.links import Atlas, Link, entity_link, entity_page, named_in
from briefing.render.members import Cards, Item, Member, member_pages
from briefing.render.pagination import paginate
from briefing.render.templates import page
from briefing.texts import isolated, list_text, number_text, say, say_count

_QUOTES = 8  # on a name's page; the ledger has them all
_ROLES, _ROLE = 3, 6  # roles in the head of a name's page, words of each
_TELLING = 6  # words of a quote that stands by itself
_INDEX_ROWS = 200  # short ones


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a name is mentioned first in each article, and what it is quoted with."""

    first: Mapping[str, Mention]  # by the article's id
    quotes: tuple[tuple[Article, Quote], ...]


def name_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        of_kind = [entity for entity in atlas.briefing.entities if entity.kind == kind]
        yield from _index_pages(atlas, FOLDERS[kind], of_kind)
    traces = _trace_names(atlas)
    for entity in atlas.briefing.entities:
        if entity.page:
            yield from _pages_of(atlas, cards, entity, traces[entity.id])


def _trace_names(atlas: Atlas) -> dict[str, Trace]:
    """One walk over all articles: asking each name for its articles' mentions would read every article many times."""
    first: defaultdict[str, dict[str, Mention]] = defaultdict(dict)
    quotes: defaultdict[str, list[tuple[Article, Quote]]] = defaultdict(list)
    for article in atlas.listed:
        for named in named_in(atlas, article):
            if named.entity.page and named.mentions:
                first[named.entity.id][article.id] = named.mentions[0]
        for quote in () if article.id in atlas.briefing.duplicates else article.quotes:
            if quote.speaker and (entity := speaker_entity(article, quote.speaker, atlas.of)):
                quotes[entity.id].append((article, quote))
    return {e.id: Trace(first[e.id], tuple(quotes[e.id])) for e in atlas.briefing.entities if e.page}


def _pages_of(atlas: Atlas, cards: Cards, entity: Entity, trace: Trace) -> Iterator[tuple[str, str]]:
    language = atlas.language
    more = len(trace.quotes) - _QUOTES
    folder = FOLDERS[entity.kind]
    items = [_item(atlas, cards, article, trace) for article in entity.articles if article in cards]
    described = list_text(_telling(entity.roles)[:_ROLES], language)
    dek = [
        say_count(language, "site.articles", len(items)),
        say(language, "member.described", roles=described) if described else "",
        say(language, "member.also", names=", ".join(map(isolated, entity.also))) if entity.also else "",
        say(language, "member.confirmed") if entity.origin == "edited" else "",
    ]
    member = Member(
        path=entity_page(entity),
        title=entity.name,
        dek=" · ".join(part for part in dek if part),
        kicker=(Link(say(language, f"site.{folder}"), f"{folder}/index.html"),),
        quotes=tuple(own_quote_view(atlas, article, quote) for article, quote in _longer_first(trace.quotes)[:_QUOTES]),
        quotes_title=say(language, "member.quotes_by", name=entity.name),
        more_quotes=say_count(language, "member.more_quotes", more) if more > 0 else "",
        linked_data=name_data(atlas, entity),
    )
    yield from member_pages(member, items, language)


def _longer_first(quotes: Sequence[tuple[Article, Quote]]) -> list[tuple[Article, Quote]]:
    """In order, but single words and fragments after what says something by itself."""
    return sorted(quotes, key=lambda found: len(found[1].text.split()) < _TELLING)


def _telling(roles: Sequence[str]) -> list[str]:
    """Short ones, without those that a longer one has in it: ``President`` beside ``US President``."""
    words = {role: f" {role.casefold()} " for role in roles}
    short = [role for role in roles if len(role.split()) <= _ROLE]
    return [role for role in short if not any(words[role] in words[other] != words[role] for other in short)]


def _item(atlas: Atlas, cards: Cards, article_id: str, trace: Trace) -> Item:
    """An article with the sentence that mentions the name first."""
    card = replace(cards[article_id], summary_by="")
    mention = trace.first.get(article_id)
    article = atlas.articles[article_id]
    text = next((p.text for p in article.paragraphs if mention and p.number == mention.paragraph), None)
    if mention is None or text is None:
        return Item(card, "")
    mark = say(atlas.language, "article.mark", n=mention.paragraph)
    sentence = sentence_around(text, mention.start, mention.end)
    return Item(card, sentence, mark=Link(mark, atlas.article_href(article_id, mention.paragraph)))


def _index_pages(atlas: Atlas, folder: str, entities: list[Entity]) -> Iterator[tuple[str, str]]:
    language = atlas.language
    ordered = sorted(entities, key=lambda e: (-len(e.articles), not e.page, e.name.casefold(), e.id))
    rows = [entity_link(entity, number_text(len(entity.articles), language)) for entity in ordered]
    title = say(language, f"site.{folder}")
    dek = say_count(language, f"index.{folder}_dek", len(rows)) if rows else say(language, f"index.{folder}_empty")
    for leaf in paginate(f"{folder}/index", rows, _INDEX_ROWS):
        named = title if leaf.number == 1 else say(language, "site.page_of", title=title, n=leaf.number)
        head: dict[str, object] = {"title": named, "description": dek, "kind": "index"}
        yield page(leaf.path, "index", language, head, title=title, dek=dek, leaf=leaf, titles=False)
