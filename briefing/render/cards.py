"""An article as it stands in a list: headline, where it is from, when, and in whose words it is summed up."""

from __future__ import annotations

import math
from dataclasses import dataclass

from markupsafe import Markup

from briefing.model import Article
from briefing.render.body import language_attributes
from briefing.render.links import Atlas, Link, entity_link, named_in, narrowest_topics, topic_link
from briefing.texts import date_text, list_text, say

_WORDS_A_MINUTE = 220
_CHIPS = 5


@dataclass(frozen=True, slots=True)
class Card:
    headline: Link
    kicker: tuple[Link, ...]  # the first topic, if any
    language: Markup  # attributes of text in the article's own words
    summary: str
    source: str
    meta: tuple[str, ...]
    summary_by: str  # in whose words the summary is
    why: str
    chips: tuple[Link, ...]
    carried_by: str


def card(atlas: Atlas, article: Article) -> Card:
    topics = narrowest_topics(atlas, article)
    names = sorted(named_in(atlas, article), key=lambda named: -len(named.mentions))
    return Card(
        headline=Link(article.title.value, atlas.article_href(article.id)),
        kicker=tuple(topic_link(topic) for topic in topics[:1]),
        language=Markup(language_attributes(article, atlas.language)),
        summary=_lead_sentence(article),
        source=source_text(article, atlas.language),
        meta=_meta(atlas, article),
        summary_by=_summary_by(article, atlas.language),
        why=article.edited.bottom_line or "",
        chips=tuple(entity_link(named.entity) for named in names if named.entity.page)[:_CHIPS],
        carried_by=carried_by(atlas, article),
    )


def source_text(article: Article, language: str) -> str:
    return article.source.value if article.source else say(language, "article.source_not_stated")


def day_of(article: Article) -> str | None:
    """The day by which an article is put in time: of its publication, else the one that the editor gives."""
    known = article.date or article.reference_date
    return known.value if known else None


def when(article: Article, language: str) -> str:
    """``published 28 April 2024``; without a date of publication ``reports 28 April 2024``; empty when not known."""
    if article.date:
        return say(language, "article.published", date=date_text(article.date.value, language, weekday=True))
    if article.reference_date:
        return say(language, "article.reports", date=date_text(article.reference_date.value, language, weekday=True))
    return ""


def minutes(article: Article, language: str) -> str:
    """The time it takes to read; empty where the text is not shown."""
    if not article.paragraphs:
        return ""
    return say(language, "article.minutes", n=max(1, math.ceil(article.words / _WORDS_A_MINUTE)))


def carried_by(atlas: Atlas, article: Article) -> str:
    """The sources of the copies of an article; empty where there are none."""
    copies = atlas.copies.get(article.id, ())
    unknown = say(atlas.language, "article.a_source_not_stated")
    sources = [known.value if (known := atlas.articles[copy].source) else unknown for copy in copies]
    return list_text(tuple(dict.fromkeys(sources)), atlas.language)


def is_headline_ours(article: Article) -> bool:
    return article.title.origin == "inferred"


def _meta(atlas: Atlas, article: Article) -> tuple[str, ...]:
    language = atlas.language
    inferred_source = article.source is not None and article.source.origin == "inferred"
    inferred_date = article.date is not None and article.date.origin == "inferred"
    parts = (
        say(language, "article.source_inferred") if inferred_source else "",
        when(article, language),
        say(language, "article.date_inferred") if inferred_date else "",
        minutes(article, language),
        say(language, "article.headline_ours") if is_headline_ours(article) else "",
        say(language, "article.is_copy") if article.id in atlas.briefing.duplicates else "",
    )
    return tuple(part for part in parts if part)


def _lead_sentence(article: Article) -> str:
    """The first sentence of the summary that does more than repeat the headline, or go on where ours was cut."""
    headline = _letters(article.title.value)
    for sentence in article.summary:
        letters = _letters(sentence.text)
        if letters != headline and not (is_headline_ours(article) and letters.startswith(headline)):
            return sentence.text
    return ""


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _summary_by(article: Article, language: str) -> str:
    if not _lead_sentence(article):
        return ""
    if article.summary_edited:
        return say(language, "article.summary_by_editor")
    if article.source:
        return say(language, "article.summary_in_words_of", source=article.source.value)
    return say(language, "article.summary_in_words_of_nobody")
