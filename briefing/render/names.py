"""The pages of people, places and organisations: how they are described, beside whom, what they said, where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markupsafe import Markup

from briefing.model import FOLDERS, Article, Entity, Event, Mention, Quote
from briefing.render.excerpts import sentence_piece
from briefing.render.facts import Facts, span_text
from briefing.render.front import own_quote_view
from briefing.render.linked_data import name_data
from briefing.render.links import Atlas, Link, also_called, described_as, entity_page
from briefing.render.mapped import place_on_map
from briefing.render.members import PLAIN, Cards, Item, Member, Said, member_pages
from briefing.render.name_facts import company_of, described, telling
from briefing.render.name_index import name_index_pages
from briefing.render.pictured import coverage
from briefing.render.selection import is_part
from briefing.render.templates import say_marked
from briefing.render.timeline import event_table
from briefing.render.traces import Trace, Traces, trace_names
from briefing.render.where import areas_of
from briefing.texts import isolated, say, say_count

_QUOTES = 8  # on a name's page; the ledger has them all
_ROLES = 3  # in the head of a name's page
_EVENTS, _LEAST_EVENTS = 12, 3  # dated sentences on a name's page, the last ones; fewer stand in their articles anyway
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
    more, earlier = len(trace.quotes) - _QUOTES, len(trace.events) - _EVENTS
    above, below = _tables(atlas, entity, traces)
    member = Member(
        path=entity_page(entity),
        title=entity.name,
        who=_who(atlas, entity),
        dek=_dek(atlas, entity, articles, trace),
        above=(Link(say(language, f"site.{folder}"), f"{folder}/index.html"),),
        facts=above,
        company=below,
        pictures=tuple(filter(None, (place_on_map(atlas, entity), coverage(atlas, entity.articles)))),
        quotes=tuple(own_quote_view(atlas, article, quote) for article, quote in _whole_first(trace.quotes)[:_QUOTES]),
        quotes_title=say(language, "member.quotes_by"),
        more_quotes=say_count(language, "member.more_quotes", more) if more > 0 else "",
        events=event_table(atlas, _events(trace)[-_EVENTS:]),
        more_events=say_count(language, "member.more_events", earlier) if earlier > 0 else "",
        list_title=say(language, "member.mentions"),
        rows=_ARTICLES,
        linked_data=name_data(atlas, entity),
    )
    return member, [_item(atlas, cards, article, trace.mentions.get(article.id, ())) for article in articles]


def _tables(atlas: Atlas, entity: Entity, traces: Traces) -> tuple[tuple[Facts, ...], tuple[Facts, ...]]:
    """What stands above that which was said, and what below it; where nothing was, all stands together."""
    trace = traces.of[entity.id]
    above, below = described(atlas, trace), company_of(atlas, traces, entity)
    return (above, below) if trace.quotes or _events(trace) else ((*above, *below), ())


def _events(trace: Trace) -> list[Event]:
    return trace.events if len(trace.events) >= _LEAST_EVENTS else []


def _day(article: Article) -> str:
    return article.day or ""


def _who(atlas: Atlas, entity: Entity) -> Markup:
    """Who somebody is in the words of the articles."""
    roles = described_as(atlas, entity, telling(entity.roles)[:_ROLES])
    return say_marked(atlas.language, "member.described", roles=roles) if roles else PLAIN


def _dek(atlas: Atlas, entity: Entity, articles: Sequence[Article], trace: Trace) -> str:
    language, areas, also = atlas.language, areas_of(atlas, entity), also_called(entity)
    mentions = sum(map(len, trace.mentions.values()))
    parts = [
        say(language, "member.lies_in", areas=areas) if areas else "",
        say_count(language, "site.articles", len(articles)),
        span_text(articles, language),
        say_count(language, "member.times_named", mentions) if mentions > len(articles) else "",
        say(language, "member.also", names=", ".join(map(isolated, also))) if also else "",
        say(language, "member.confirmed") if entity.origin == "edited" else "",
    ]
    return "\u00a0· ".join(part for part in parts if part)


def _whole_first(quotes: Sequence[tuple[Article, Quote]]) -> list[tuple[Article, Quote]]:
    """In order, but parts of sentences, then single words, after what says something by itself."""
    return sorted(quotes, key=lambda found: (len(found[1].text.split()) < _TELLING, is_part(found[1])))


def _item(atlas: Atlas, cards: Cards, article: Article, mentions: Sequence[Mention]) -> Item:
    """An article with the first sentences that mention the name; a copy, which repeats its original's, without."""
    card = replace(cards[article.id], summary_by="")
    texts = article.texts
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
