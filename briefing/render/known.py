"""How each value of an article is known, as the rows of a table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from briefing.model import Article, ArticleTopic, Known, Origin
from briefing.render.links import Atlas, language_attributes, narrowest_topics, topic_name, topic_path
from briefing.texts import date_text, evidence_text, isolated, language_text, list_text, say

PLAIN = Markup("")


@dataclass(frozen=True, slots=True)
class Row:
    what: str
    value: str
    origin: str
    evidence: str
    language: Markup = PLAIN  # attributes of a value in the words of the article


def known_rows(atlas: Atlas, article: Article) -> list[Row]:
    """The headline, source, authors and dates always, known or not; what else is known after them."""
    language = atlas.language
    authors = article.authors
    named = Known(list_text(authors.value, language), authors.origin, authors.evidence) if authors else None
    tongue = article.language
    spoken = Known(language_text(tongue.value, language), tongue.origin, tongue.evidence)
    always: dict[str, Known[str] | None] = {
        "headline": article.title,
        "source": article.source,
        "authors": named,
        "published": _worded(article.date, language),
    }
    if_known: dict[str, Known[str] | None] = {
        "updated": _worded(article.updated, language),
        "reports": None if article.reference_date == article.date else _worded(article.reference_date, language),
        "language": spoken,
        "dateline": article.dateline,
        "address": article.url,
    }
    rows = [_row(what, known, language) for what, known in always.items()]
    rows += [_row(what, known, language) for what, known in if_known.items() if known]
    rows[0] = replace(rows[0], language=language_attributes(article, language))
    return rows + _topic_rows(atlas, article)


def _worded(known: Known[str] | None, language: str) -> Known[str] | None:
    return known and Known(date_text(known.value, language, weekday=True), known.origin, known.evidence)


def _row(what: str, known: Known[str] | None, language: str) -> Row:
    label = say(language, f"known.{what}")
    if known is None:
        return Row(label, "", say(language, "known.unknown"), say(language, "known.nothing"))
    origin = say(language, f"known.{known.origin}")
    return Row(label, known.value, origin, evidence_text(known.evidence, language))


def _topic_rows(atlas: Atlas, article: Article) -> list[Row]:
    language = atlas.language
    edited = article.edited.topics.value if article.edited.topics else ()
    own = {topic.id: topic for topic in article.topics}
    rows = []
    for topic in narrowest_topics(atlas, article):
        path = " › ".join(isolated(topic_name(step)) for step in topic_path(atlas, topic))
        origin, evidence = _told_by(own[topic.id], topic.name in edited, article, language)
        rows.append(Row(say(language, "known.topic"), path, say(language, f"known.{origin}"), evidence))
    return rows


def _told_by(topic: ArticleTopic, by_editor: bool, article: Article, language: str) -> tuple[Origin, str]:
    """Who says that the article has the topic, and by what."""
    if by_editor:
        return "edited", article.edited.file
    if topic.stated:
        return "stated", evidence_text(topic.stated, language)
    words = list_text(topic.terms, language)
    return "inferred", say(language, "known.topic_words", terms=words) if words else say(language, "known.topic_rule")
