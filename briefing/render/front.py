"""The front page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefing.model import Article, Figure, Quote
from briefing.render.article_data import speaker_entity
from briefing.render.cards import Card, card, day_of, under_topic
from briefing.render.excerpts import Piece, words_around
from briefing.render.linked_data import front_data
from briefing.render.links import Atlas, Link, entity_link, language_attributes, topic_link
from briefing.render.selection import (
    Section,
    beside_and_below,
    front_articles,
    front_figures,
    front_quotes,
    front_sections,
    front_topics,
)
from briefing.render.strip import timeline_strip
from briefing.render.templates import page
from briefing.texts import date_text, figure_text, number_text, say, say_count


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
        lead=card(atlas, articles[0]) if articles else None,
        beside=_sections(atlas, beside),
        below=_sections(atlas, below, under_heading=True),
        see_all=say_count(language, "site.see_all", len(atlas.listed)) if len(atlas.listed) > len(shown) else "",
        figures=[figure_view(atlas, article, figure) for article, figure in front_figures(shown, language)],
        quotes=[quote_view(atlas, article, quote) for article, quote in front_quotes(atlas, shown)],
        topics=[topic_link(t, number_text(len(t.articles), language)) for t in front_topics(atlas)],
        strip=timeline_strip(atlas),
    )


def quote_view(atlas: Atlas, article: Article, quote: Quote) -> QuoteView:
    language = atlas.language
    entity = speaker_entity(article, quote.speaker, atlas.of) if quote.speaker else None
    unclear = say(language, "index.no_speaker")
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
    day = day_of(article)
    return f"{source}, {date_text(day[:7], language)}" if day else source


def _sections(atlas: Atlas, sections: Sequence[Section], under_heading: bool = False) -> list[SectionView]:
    views: list[SectionView] = []
    for topic, articles in sections:
        link = topic_link(topic) if topic else None
        cards = tuple(under_topic(card(atlas, article), link.href if link else "") for article in articles)
        views.append(SectionView(link, "h3" if link or views or under_heading else "h2", cards))
    return views


def figure_piece(article: Article, figure: Figure) -> Piece:
    """A figure with the words around it."""
    for paragraph in article.paragraphs:
        if paragraph.number == figure.paragraph and paragraph.text[figure.start : figure.end]:
            return words_around(paragraph.text, figure.start, figure.end)
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
    days = [day for article in atlas.listed if (day := day_of(article))]
    named = sum(1 for name in atlas.source_slugs if name is not None)
    unnamed = sum(1 for article in atlas.listed if article.source is None)
    sources = [say_count(language, "front.sources_named", named) if named else say(language, "front.sources_none")]
    if named and unnamed:
        sources.append(say(language, "front.sources_missing", n=number_text(unnamed, language)))
    parts = [
        say(language, "front.edition", date=date_text(max(days)[:10], language)) if days else "",
        say_count(language, "site.articles", len(atlas.listed)),
        ", ".join(sources) if atlas.listed else "",
    ]
    return "\u00a0· ".join(part for part in parts if part)  # no line begins with a dot
