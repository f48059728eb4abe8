"""Stories: events that more than one article reports. Who reported it when, where they differ, who said what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.lexicon.comparable import ABOUT, LESS, MORE
from briefing.model import Article, Difference, Event, Figure, Story, Told
from briefing.render.article_data import speaker_entity
from briefing.render.cards import beyond_headline, source_text
from briefing.render.dated import reports
from briefing.render.facts import span_text, trail
from briefing.render.front import FigureView, QuoteView, figure_view, own_quote_view, quote_view
from briefing.render.links import Atlas, Link, story_language, story_link
from briefing.render.mapped import places_of_articles
from briefing.render.members import Cards, Compared
from briefing.render.pagination import Leaf, paginate
from briefing.render.pictured import Picture, table_of
from briefing.render.pictures.values import Bound, Value, draw_values
from briefing.render.rows import Cell, Heading, Row, Table, article_cell, attributes, grouped, outlet_cell
from briefing.render.templates import page
from briefing.render.timeline import event_table
from briefing.texts import date_text, list_text, say, say_count

_SPEAKERS, _QUOTES = 8, 3  # speakers with quotes, quotes of each
_EVENTS = 20


class Speaker(NamedTuple):
    name: Link
    role: str
    quotes: tuple[QuoteView, ...]


def story_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    yield from _index_pages(atlas)
    events: defaultdict[str, list[Event]] = defaultdict(list)
    for event in atlas.briefing.timeline:
        events[event.article].append(event)
    for story in atlas.briefing.stories:
        articles = [atlas.articles[article] for article in story.articles if article in cards]
        first_first = sorted(articles, key=lambda a: (a.day is None, a.day or ""))
        for leaf in paginate(f"stories/{story.slug}", [_report(atlas, article) for article in first_first]):
            yield _story_page(atlas, story, leaf, events)


def _index_pages(atlas: Atlas) -> Iterator[tuple[str, str]]:
    language, stories = atlas.language, atlas.briefing.stories
    title = say(language, "site.stories")
    dek = say_count(language, "index.stories_dek", len(stories)) if stories else say(language, "index.stories_empty")
    rows = [story_link(atlas, story, _extent(atlas, story, "site.articles")) for story in stories]
    head: dict[str, object] = {"title": title, "description": dek, "kind": "index"}
    for leaf in paginate("stories/index", rows):
        yield page(leaf.path, "index", language, head, trail=trail(language), title=title, dek=dek, leaf=leaf)


def _story_page(atlas: Atlas, story: Story, leaf: Leaf[Row], events: Mapping[str, Sequence[Event]]) -> tuple[str, str]:
    language, first = atlas.language, leaf.number == 1
    above = (Link(say(language, "site.stories"), "stories/index.html"),)
    title = story.title if first else say(language, "site.page_of", title=story.title, n=leaf.number)
    dek = _extent(atlas, story, "member.story_dek")
    told = sorted((e for a in story.articles for e in events.get(a, ())), key=lambda e: (e.value, e.article))
    more = len(told) - _EVENTS
    return page(
        leaf.path,
        "story_page",
        language,
        {"title": title, "description": dek, "kind": "member"},
        trail=trail(language, *above, *(() if first else (story_link(atlas, story),))),
        title=title,
        attributes=story_language(atlas, story),
        deks=(dek, *((say(language, "member.story_edited"),) if story.origin == "edited" else _why(story, language))),
        reports=Table("reports", _labels(language, "date", "outlet", "headline", "in_words"), grouped(leaf.rows)),
        differences=[_difference(atlas, difference) for difference in story.differences] if first else [],
        pictures=[picture for picture in _pictures(atlas, story) if picture] if first else [],
        speakers=_speakers(atlas, story) if first else [],
        events=event_table(atlas, told[:_EVENTS]) if first else None,
        more_events=say_count(language, "member.more_events", more) if more > 0 else "",
        leaf=leaf,
    )


def _labels(language: str, *names: str) -> list[Heading]:
    return [Heading(say(language, f"index.{name}")) for name in names]


def _report(atlas: Atlas, article: Article) -> Row:
    """When, who, under which headline, and the first thing it says."""
    day = article.day
    when = date_text(day[:10], atlas.language) if day else say(atlas.language, "index.day_unknown")
    sentence = " ".join(said.text for said in beyond_headline(article)[:1])
    headline = article_cell(atlas, article)._replace(beside="", kind="headline")
    what = Cell(sentence, language=attributes(atlas, article), kind="what")
    return Row((Cell(when, kind="when"), outlet_cell(atlas, article)._replace(kind="outlet"), headline, what))


def _speakers(atlas: Atlas, story: Story) -> list[Speaker]:
    """Those quoted most first; quotes of somebody whom the text does not name are in the ledger alone."""
    said: defaultdict[str, list[QuoteView]] = defaultdict(list)
    first: dict[str, QuoteView] = {}
    for article in (atlas.articles[a] for a in story.articles if a not in atlas.briefing.duplicates):
        for quote in article.quotes:
            entity = speaker_entity(article, quote.speaker, atlas.of) if quote.speaker else None
            if entity:
                first.setdefault(entity.id, quote_view(atlas, article, quote))
                said[entity.id].append(own_quote_view(atlas, article, quote))
    most = sorted(said, key=lambda key: (-len(said[key]), key))[:_SPEAKERS]
    return [Speaker(first[key].speaker, first[key].role, tuple(said[key][:_QUOTES])) for key in most]


def _extent(atlas: Atlas, story: Story, counted: str) -> str:
    """``3 articles · 1 September 2019 to 3 September 2019``; ``counted`` is the text that counts articles."""
    span = span_text((atlas.articles[article] for article in story.articles), atlas.language)
    articles = say_count(atlas.language, counted, len(story.articles))
    return f"{articles} · {span}" if span else articles


def _why(story: Story, language: str) -> tuple[str, ...]:
    """``They share Ida Brandt, Lindow and harbour · within 2 days``."""
    values = {reason.kind: reason.values for reason in story.reasons}
    shared = (*values.get("names", ()), *values.get("words", ()))
    said = [say(language, "member.story_shared", values=list_text(shared, language))] if shared else []
    if "days-apart" in values:
        days = int(values["days-apart"][0])
        said.append(say_count(language, "member.story_days", days) if days else say(language, "reasons.same_day"))
    return ("\u00a0· ".join(said),) if said else ()


def _pictures(atlas: Atlas, story: Story) -> tuple[Picture | None, ...]:
    return reports(atlas, story.articles), places_of_articles(atlas, story.articles)


def _difference(atlas: Atlas, difference: Difference) -> Compared:
    rows = tuple(_told(atlas, told) for told in difference.told)
    values = [_value(told.figure, row) for told, row in zip(difference.told, rows, strict=True)]
    return Compared(
        difference.counts, rows, draw_values(difference.counts, values, table_of("differences"), atlas.language)
    )


def _value(figure: Figure, row: FigureView) -> Value:
    bounds: dict[Bound, frozenset[str]] = {"more": MORE, "less": LESS, "about": ABOUT}
    bound: Bound = next((name for name, words in bounds.items() if figure.qualifier in words), "")
    return Value(figure.value, figure.last, bound, row.number, row.where.text)


def _told(atlas: Atlas, told: Told) -> FigureView:
    article = atlas.articles[told.article]
    day = article.day
    said = (source_text(article, atlas.language), date_text(day[:10], atlas.language) if day else "")
    return figure_view(atlas, article, told.figure, ", ".join(part for part in said if part))
