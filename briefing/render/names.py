"""The pages of people, places and organisations: how they are described, beside whom, what they said, where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Article, Entity, Mention, Quote
from briefing.render.article_data import FOLDERS
from briefing.render.cards import day_of, source_text
from briefing.render.excerpts import sentence_piece
from briefing.render.facts import Column, Facts, over_time, span_text
from briefing.render.front import own_quote_view
from briefing.render.linked_data import name_data
from briefing.render.links import Atlas, Link, described_as, entity_link, entity_page, language_attributes
from briefing.render.members import PLAIN, Cards, Item, Member, Said, member_pages
from briefing.render.name_index import name_index_pages
from briefing.render.pictured import coverage
from briefing.render.templates import say_marked
from briefing.render.traces import Trace, Traces, trace_names
from briefing.texts import isolated, number_text, say, say_count

_QUOTES = 8  # on a name's page; the ledger has them all
_ROLES, _ROLE = 3, 6  # roles in the head of a name's page, words of each
_DESCRIBED, _OUTLETS = 8, 3  # roles in the table, outlets named of each
_BESIDE = 10
_TELLING = 6  # words of a quote that stands by itself
_SENTENCES, _MARKS = 3, 12  # of an article: sentences shown, and links to further paragraphs
_ARTICLES = 25  # a page: each may have three long sentences


def name_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    traces = trace_names(atlas)
    yield from name_index_pages(atlas, traces)
    for entity in traces.entities.values():
        yield from member_pages(*_page_of(atlas, cards, entity, traces), atlas.language)


def _page_of(atlas: Atlas, cards: Cards, entity: Entity, traces: Traces) -> tuple[Member, list[Item]]:
    language = atlas.language
    folder, trace = FOLDERS[entity.kind], traces.of[entity.id]
    articles = sorted((atlas.articles[a] for a in entity.articles if a in cards), key=_day, reverse=True)
    more = len(trace.quotes) - _QUOTES
    roles = described_as(atlas, entity, _telling(entity.roles)[:_ROLES])
    facts = (_described(atlas, trace), _beside(traces, entity, language), *over_time(articles, language))
    member = Member(
        path=entity_page(entity),
        title=entity.name,
        dek=_dek(entity, articles, trace, language),
        described=say_marked(language, "member.described", roles=roles) if roles else PLAIN,
        above=(Link(say(language, f"site.{folder}"), f"{folder}/index.html"),),
        facts=tuple(table for table in facts if table.rows),
        pictures=tuple(picture for picture in [coverage(atlas, entity.articles)] if picture),
        quotes=tuple(own_quote_view(atlas, article, quote) for article, quote in _longer_first(trace.quotes)[:_QUOTES]),
        quotes_title=say(language, "member.quotes_by", name=entity.name),
        more_quotes=say_count(language, "member.more_quotes", more) if more > 0 else "",
        list_title=say(language, "member.mentions", name=entity.name),
        rows=_ARTICLES,
        linked_data=name_data(atlas, entity),
    )
    return member, [_item(atlas, cards, article, trace.mentions.get(article.id, ())) for article in articles]


def _day(article: Article) -> str:
    return day_of(article) or ""


def _dek(entity: Entity, articles: Sequence[Article], trace: Trace, language: str) -> str:
    mentions = sum(map(len, trace.mentions.values()))
    parts = [
        say_count(language, "site.articles", len(articles)),
        span_text(articles, language),
        say_count(language, "member.times_named", mentions) if mentions > len(articles) else "",
        say(language, "member.also", names=", ".join(map(isolated, entity.also))) if entity.also else "",
        say(language, "member.confirmed") if entity.origin == "edited" else "",
    ]
    return " · ".join(part for part in parts if part)


def _described(atlas: Atlas, trace: Trace) -> Facts:
    """Every short role with the outlets that use it, the most used first."""
    language = atlas.language
    roles: dict[str, str] = {}
    articles: defaultdict[str, list[str]] = defaultdict(list)
    for role, found in trace.roles.items():
        if len(role.split()) <= _ROLE:
            articles[roles.setdefault(role.casefold(), role)] += found
    most = sorted(articles, key=lambda role: (-len(set(articles[role])), role))[:_DESCRIBED]
    languages = {role: language_attributes(atlas.articles[articles[role][0]], language) for role in most}
    rows = tuple(((Link(role, language=languages[role]),), _outlets(atlas, trace, articles[role])) for role in most)
    columns = (Column(say(language, "index.words")), Column(say(language, "known.source")))
    return Facts(say(language, "member.described_as"), columns, rows)


def _outlets(atlas: Atlas, trace: Trace, articles: Sequence[str]) -> tuple[Link, ...]:
    """Each outlet with the way to the first of its articles that says so, and the number of these."""
    of: dict[str, list[str]] = {}
    for article in dict.fromkeys(articles):
        of.setdefault(source_text(atlas.articles[article], atlas.language), []).append(article)
    links = []
    for outlet, own in sorted(of.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:_OUTLETS]:
        mention = next(iter(trace.mentions.get(own[0], ())), None)
        href = atlas.article_href(own[0], mention.paragraph if mention else None)
        links.append(Link(outlet, href, number_text(len(own), atlas.language) if len(own) > 1 else ""))
    more = len(of) - len(links)
    return (*links, *([Link(say_count(atlas.language, "member.more_outlets", more))] if more else []))


def _beside(traces: Traces, entity: Entity, language: str) -> Facts:
    rows = tuple(
        (
            (entity_link(other.entity),),
            (Link(number_text(other.articles, language)),),
            (Link(number_text(other.paragraphs, language)),),
        )
        for other in traces.beside(entity)[:_BESIDE]
    )
    labels = ("known.name", "member.articles", "member.paragraphs")
    columns = tuple(Column(say(language, label), is_number=label != "known.name") for label in labels)
    return Facts(say(language, "member.beside"), columns, rows)


def _longer_first(quotes: Sequence[tuple[Article, Quote]]) -> list[tuple[Article, Quote]]:
    """In order, but single words and fragments after what says something by itself."""
    return sorted(quotes, key=lambda found: len(found[1].text.split()) < _TELLING)


def _telling(roles: Sequence[str]) -> list[str]:
    """Short ones, without those that a longer one has in it: ``President`` beside ``US President``."""
    words = {role: f" {role.casefold()} " for role in roles}
    short = [role for role in roles if len(role.split()) <= _ROLE]
    return [role for role in short if not any(words[role] in words[other] != words[role] for other in short)]


def _item(atlas: Atlas, cards: Cards, article: Article, mentions: Sequence[Mention]) -> Item:
    """An article with the first sentences that mention the name; a copy, which repeats its original's, without."""
    card = replace(cards[article.id], summary_by="")
    texts = {paragraph.number: paragraph.text for paragraph in article.paragraphs}
    if article.id in atlas.briefing.duplicates:
        return Item(card)
    said: dict[tuple[int, str], Said] = {}
    for mention in mentions:
        if text := texts.get(mention.paragraph):
            piece = sentence_piece(text, mention.start, mention.end)
            place = mention.paragraph, "".join(piece)
            said.setdefault(place, Said(piece, _mark(atlas, article, mention.paragraph)))
    shown = list(said.values())
    if not shown:
        return Item(card, more=say(atlas.language, "member.not_shown") if _is_cut(atlas, article) else "")
    left = Counter(one.mark for one in shown[_SENTENCES:])
    more = say_count(atlas.language, "member.more_mentions", left.total()) if left else ""
    return Item(card, mentions=tuple(shown[:_SENTENCES]), more=more, marks=tuple(left)[:_MARKS])


def _is_cut(atlas: Atlas, article: Article) -> bool:
    return atlas.briefing.rights[article.id] in ("excerpt", "link")


def _mark(atlas: Atlas, article: Article, paragraph: int) -> Link:
    return Link(say(atlas.language, "article.mark", n=paragraph), atlas.article_href(article.id, paragraph))
