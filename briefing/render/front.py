"""The front page."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefing.model import Article, Figure, Quote
from briefing.render.article_data import speaker_entity
from briefing.render.cards import Card, briefs, card, under_topic
from briefing.render.dated import timeline_strip
from briefing.render.excerpts import FARTHER, Piece, opening_words, words_around
from briefing.render.linked_data import front_data
from briefing.render.links import Atlas, Link, entity_link, language_attributes, story_link, topic_link
from briefing.render.mapped import places_of_articles
from briefing.render.pictured import Picture, coverage
from briefing.render.selection import (
    Section,
    beside_and_below,
    front_articles,
    front_figures,
    front_quotes,
    front_sections,
    front_topics,
    reporters,
)
from briefing.render.templates import page
from briefing.texts import date_text, list_text, number_text, say, say_count
from briefing.texts.figures import figure_text

_REPORTERS = 4  # sources named under a story
_HEADLINE_WORDS = 7

_LEAST = 6  # articles of a briefing whose front page has pictures


@dataclass(frozen=True, slots=True)
class FigureView:
    number: str
    piece: Piece  # the words of the text
    where: Link
    language: Markup


@dataclass(frozen=True, slots=True)
class QuoteView:
    text: str
    speaker: Link
    role: str
    where: Link
    language: Markup


@dataclass(frozen=True, slots=True)
class SectionView:
    topic: Link | None
    heading: str  # h3 under the heading of a section
    cards: tuple[Card, ...]


def front_page(atlas: Atlas) -> tuple[str, str]:
    briefing, language = atlas.briefing, atlas.language
    settings = briefing.settings
    articles = front_articles(atlas)
    sections = front_sections(atlas, articles)
    beside, below = beside_and_below(sections)
    shown = [*articles[:1], *(article for section in sections for article in section.articles)]
    said = briefs(shown)
    head: dict[str, object] = {
        "title": settings.site_name,
        "description": settings.site_description,
        "kind": "front",
        "edition": edition_line(atlas),
        "linked_data": front_data(atlas, shown),
    }
    return page(
        "index.md",
        "front",
        language,
        head,
        name=settings.site_name,
        intro=settings.front_page.intro or "",
        lead=front_card(atlas, articles[0], said[articles[0].id]) if articles else None,
        beside=_sections(atlas, beside, said),
        below=_sections(atlas, below, said, under_heading=True),
        see_all=say_count(language, "site.see_all", len(atlas.listed)) if len(atlas.listed) > len(shown) else "",
        figures=front_figure_views(atlas, shown),
        quotes=front_quote_views(atlas, shown),
        topics=[topic_link(t, number_text(len(t.articles), language)) for t in front_topics(atlas)],
        strip=timeline_strip(atlas),
        pictures=[picture for picture in _pictures(atlas) if picture],
    )


def _pictures(atlas: Atlas) -> tuple[Picture | None, ...]:
    """For a glance at the whole: two articles need none."""
    ids = [article.id for article in atlas.listed]
    return coverage(atlas, ids, _LEAST), places_of_articles(atlas, ids) if len(ids) >= _LEAST else None


def front_card(atlas: Atlas, article: Article, summary: str) -> Card:
    """With its sentences on this page, who else reports the event, and the way to its story."""
    language = atlas.language
    others = [source for source in reporters(atlas, article)[1:] if source]
    if len(others) > _REPORTERS:
        left = len(others) - _REPORTERS + 1
        others = [*others[: _REPORTERS - 1], say_count(language, "front.others", left)]
    story = atlas.of.stories.get(article.id)
    plain = card(atlas, article)
    if story is None:
        carried = say(language, "front.carried_by", sources=plain.carried_by) if plain.carried_by else ""
        return replace(plain, summary=summary, carried_by=carried)
    told = say_count(language, "front.on_this_event", len(story.articles))
    by = say(language, "front.reported_by", sources=list_text(others, language)) if others else ""
    return replace(plain, summary=summary, carried_by=by, story=Link(told, story_link(atlas, story).href))


def front_figure_views(atlas: Atlas, shown: Sequence[Article]) -> list[FigureView]:
    chosen = front_figures(shown, atlas.language)
    return [figure_view(atlas, article, figure, whence(atlas, article)) for article, figure in chosen]


def front_quote_views(atlas: Atlas, shown: Sequence[Article]) -> list[QuoteView]:
    return [placed_quote_view(atlas, article, quote) for article, quote in front_quotes(atlas, shown)]


def placed_quote_view(atlas: Atlas, article: Article, quote: Quote) -> QuoteView:
    """Among quotes of other articles: it says which one it is from."""
    view = quote_view(atlas, article, quote)
    return replace(view, where=view.where._replace(text=whence(atlas, article)))


def whence(atlas: Atlas, article: Article) -> str:
    """What tells a reader where a figure or quote is from: source and month, else how the headline begins."""
    if article.source:
        return source_and_month(article, atlas.language)
    return opening_words(article.title.value, _HEADLINE_WORDS)


def quote_view(atlas: Atlas, article: Article, quote: Quote) -> QuoteView:
    language = atlas.language
    entity = speaker_entity(article, quote.speaker, atlas.of) if quote.speaker else None
    unclear = say(language, "index.speaker_withheld" if quote.known == "withheld" else "index.no_speaker")
    return QuoteView(
        text=quote.text.rstrip(","),  # the comma belongs to the sentence that the quote stood in
        speaker=entity_link(entity) if entity else Link(quote.speaker or unclear),
        role=next((name.roles[0] for name in article.names if name.name == quote.speaker and name.roles), ""),
        where=Link(
            say(language, "article.paragraph", n=quote.paragraph), atlas.article_href(article.id, quote.paragraph)
        ),
        language=language_attributes(article, language),
    )


def own_quote_view(atlas: Atlas, article: Article, quote: Quote) -> QuoteView:
    """On the page of its speaker: the article takes the speaker's place."""
    source = Link(source_and_month(article, atlas.language), atlas.article_href(article.id))
    return replace(quote_view(atlas, article, quote), speaker=source, role="")


def source_and_month(article: Article, language: str) -> str:
    """``Rolling Stone, April 2024``: enough to place a figure."""
    source = article.source.value if article.source else say(language, "article.a_source_not_stated")
    day = article.day
    return f"{source}, {date_text(day[:7], language)}" if day else source


def _sections(
    atlas: Atlas, sections: Sequence[Section], said: Mapping[str, str], under_heading: bool = False
) -> list[SectionView]:
    views: list[SectionView] = []
    for topic, articles in sections:
        link = topic_link(topic) if topic else None
        cards = tuple(under_topic(front_card(atlas, a, said[a.id]), link.href if link else "") for a in articles)
        views.append(SectionView(link, "h3" if link or views or under_heading else "h2", cards))
    return views


def figure_piece(article: Article, figure: Figure) -> Piece:
    """A figure with the words around it; with more of its sentence where these leave out what it counts."""
    for paragraph in article.paragraphs:
        if paragraph.number == figure.paragraph and paragraph.text[figure.start : figure.end]:
            piece = words_around(paragraph.text, figure.start, figure.end)
            says_what = not figure.counts or figure.counts.casefold() in "".join(piece).casefold()
            return piece if says_what else words_around(paragraph.text, figure.start, figure.end, FARTHER)
    return Piece("", figure.text, "")


def figure_view(atlas: Atlas, article: Article, figure: Figure, where: str = "") -> FigureView:
    """A figure with its words and the way to its paragraph, which says ``where`` or the source and the month."""
    return FigureView(
        number=figure_text(figure, atlas.language),
        piece=figure_piece(article, figure),
        where=Link(
            where or source_and_month(article, atlas.language), atlas.article_href(article.id, figure.paragraph)
        ),
        language=language_attributes(article, atlas.language),
    )


def edition_line(atlas: Atlas) -> str:
    """``Edition of 28 April 2024 · 2 articles · 1 source named, 1 not stated``: the day of the newest article."""
    language = atlas.language
    days = [day for article in atlas.listed if (day := article.day)]
    named = sum(1 for name in atlas.source_slugs if name is not None)
    unnamed = sum(1 for article in atlas.listed if article.source is None)
    sources = [say_count(language, "front.sources_named", named) if named else say(language, "front.sources_none")]
    if named and unnamed:
        sources.append(say_count(language, "front.sources_missing", unnamed))
    parts = [
        say(language, "front.edition", date=date_text(max(days)[:10], language)) if days else "",
        say_count(language, "site.articles", len(atlas.listed)),
        ", ".join(sources) if atlas.listed else "",
    ]
    kept = (re.sub(r"(?<=\d) ", "\u00a0", part) for part in parts if part)  # a number stands with what it counts
    return "\u00a0· ".join(kept)  # no line begins with a dot
