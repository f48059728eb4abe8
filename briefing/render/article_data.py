"""The front matter of an article as data: what its page and ``briefing.json`` both say of it.

of = by_article(briefing)
{a.id: article_front_matter(briefing, a, of) for a in briefing.articles}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.model import FOLDERS, KINDS, Article, Briefing, Entity, Known, Quote, Reason, Story, Topic
from briefing.texts import evidence_text

FrontMatter = dict[str, object]


@dataclass(frozen=True, slots=True)
class ByArticle:
    """What the briefing says of each article, looked up by the article's id (topics: by the topic's)."""

    entities: Mapping[str, tuple[Entity, ...]]
    stories: Mapping[str, Story]
    topics: Mapping[str, Topic]


def by_article(briefing: Briefing) -> ByArticle:
    """Made once a run: looking through all names for each article would be quadratic."""
    entities: dict[str, list[Entity]] = {}
    for entity in briefing.entities:
        for article in entity.articles:
            entities.setdefault(article, []).append(entity)
    return ByArticle(
        entities={article: tuple(found) for article, found in entities.items()},
        stories={article: story for story in briefing.stories for article in story.articles},
        topics={topic.id: topic for topic in briefing.topics},
    )


def article_front_matter(briefing: Briefing, article: Article, of: ByArticle) -> FrontMatter:
    """The front matter in the order of its contract, every value plain text (a page escapes what its theme prints).

    Keys are absent when there is nothing to say. ``briefing`` is the published one: nothing is withheld here.
    """
    topics = [of.topics[topic.id].name for topic in article.topics if topic.id in of.topics]
    values: FrontMatter = {
        "title": article.title.value,
        "description": article.summary[0].text if article.summary else None,
        "date": _value(article.date),
        "reference_date": _value(article.reference_date),
        "source": _value(article.source),
        "url": _value(article.url),
        "authors": list(article.authors.value) if article.authors else None,
        "language": article.language.value if article.language.value != "und" else None,
        "topics": topics,
        "tags": topics,
        **{FOLDERS[kind]: [e.name for e in article_entities(article, of) if e.kind == kind] for kind in KINDS},
        "summary": [sentence.text for sentence in article.summary],
        "keyphrases": list(article.keyphrases),
        **_found(article, of),
        **_links(briefing, article, of),
        "removed": [{"line": line.line, "text": line.text, "reason": line.reason} for line in article.removed],
        "editor": editor_words(article) or None,
        "provenance": _provenance(article, briefing.settings.language),
        "seed": {"file": article.file, "sha256": article.sha256},
    }
    return _said(values.items())


def editor_words(article: Article) -> FrontMatter:
    """What the editor says of an article beside its text, always apart from what the article says."""
    edited = article.edited
    return _said(
        {
            "bottom_line": edited.bottom_line,
            "note": edited.note,
            "reason": edited.reason if edited.rights == "withdrawn" else None,  # that of a draft is for the desk
            "corrections": [{"date": one.date, "text": one.text} for one in edited.corrections],
        }.items()
    )


def article_entities(article: Article, of: ByArticle) -> tuple[Entity, ...]:
    """The names of an article as the whole briefing knows them, in the order in which the article has them."""
    order: dict[tuple[str, str], int] = {}
    for place, name in enumerate(article.names):
        order.setdefault((name.kind, name.name), place)

    def first(entity: Entity) -> int:
        surfaces = (entity.name, *entity.also)
        return min((order.get((entity.kind, surface), len(order)) for surface in surfaces), default=len(order))

    return tuple(sorted(of.entities.get(article.id, ()), key=first))


def speaker_entity(article: Article, speaker: str | None, of: ByArticle) -> Entity | None:
    """The name behind ``Quote.speaker``: that of this name, else the only one that also goes by it, else None."""
    here = of.entities.get(article.id, ())
    named = [entity for entity in here if entity.name == speaker]
    known = named or [entity for entity in here if speaker in entity.also]
    return known[0] if len(known) == 1 else None


def speaker_name(article: Article, quote: Quote, of: ByArticle) -> str | None:
    """Who says a quote, as the whole briefing calls them."""
    entity = speaker_entity(article, quote.speaker, of)
    return entity.name if entity else quote.speaker


def _found(article: Article, of: ByArticle) -> FrontMatter:
    quotes = []
    for quote in article.quotes:
        speaker = speaker_name(article, quote, of)
        quotes.append({"text": quote.text, "speaker": speaker, "cue": quote.cue, "paragraph": quote.paragraph})
    figures = [
        {
            "text": figure.text,
            "value": plain_number(figure.value),
            "last": None if figure.last is None else plain_number(figure.last),
            "unit": figure.unit,
            "counts": figure.counts,
            "giver": figure.giver,
            "change": figure.change,
            "paragraph": figure.paragraph,
        }
        for figure in article.figures
    ]
    dates = [{"text": date.text, "value": date.value, "paragraph": date.paragraph} for date in article.dates]
    return {
        key: [_said(row.items()) for row in rows]
        for key, rows in (("quotes", quotes), ("figures", figures), ("dates", dates))
    }


def _links(briefing: Briefing, article: Article, of: ByArticle) -> FrontMatter:
    """Articles are named by their slugs, which is what a reader of the page can follow."""
    related = [
        {
            "article": briefing.slugs[other.article],
            "score": other.score,
            "reasons": [{"kind": reason.kind, "values": _reason_values(reason, of)} for reason in other.reasons],
        }
        for other in briefing.related.get(article.id, ())
    ]
    story = of.stories.get(article.id)
    original = briefing.duplicates.get(article.id)
    return {
        "related": related,
        "story": story.slug if story else None,
        "duplicate_of": briefing.slugs[original] if original else None,
    }


def _reason_values(reason: Reason, of: ByArticle) -> list[str]:
    if reason.kind != "topics":
        return list(reason.values)
    return [of.topics[topic].name for topic in reason.values if topic in of.topics]


def _provenance(article: Article, language: str) -> FrontMatter:
    known: dict[str, Known[str] | Known[tuple[str, ...]] | None] = {
        "title": article.title,
        "date": article.date,
        "reference_date": article.reference_date,
        "source": article.source,
        "url": article.url,
        "authors": article.authors,
        "language": article.language if article.language.value != "und" else None,
        "topics": article.edited.topics,
        "summary": article.edited.summary if article.summary_edited else None,
    }
    return {
        key: {"origin": value.origin, "evidence": evidence_text(value.evidence, language)}
        for key, value in known.items()
        if value
    }


def plain_number(value: float) -> int | float:
    """33000.0 as 33000: a count of people has no decimals."""
    return int(value) if value.is_integer() else value


def _value(known: Known[str] | None) -> str | None:
    return known.value if known else None


def _said(items: Iterable[tuple[str, object]]) -> FrontMatter:
    return {key: value for key, value in items if value is not None and value != []}
