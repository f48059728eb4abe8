"""Articles to Briefing: everything that needs more than one article."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.link.duplicates import find_duplicates
from briefing.link.hidden import hide_names
from briefing.link.names import link_names
from briefing.link.related import find_related
from briefing.link.rights import admit, decide_rights, publish
from briefing.link.similarity import build_vectors
from briefing.link.slugs import assign_slugs
from briefing.link.stories import find_stories
from briefing.link.timeline import build_timeline
from briefing.link.topics import link_topics
from briefing.model import Article, Audience, Briefing, Settings

__all__ = ["link", "publish"]


def link(articles: Sequence[Article], settings: Settings, today: str, audience: Audience) -> Briefing:
    """The briefing of ``articles`` for ``audience`` on the day ``today`` (ISO), before rights cut its texts."""
    rights, rights_evidence, licences = decide_rights(articles, settings, audience, today)
    ordered = _in_order(admit(articles, rights, audience), settings, today)
    ordered, entities = link_names(ordered, settings)
    ordered, topics = link_topics(ordered, settings)
    duplicates = find_duplicates(ordered)
    vectors = build_vectors(ordered)
    slugs, redirects = assign_slugs(ordered, rights, settings.excerpt_words)
    briefing = Briefing(
        settings=settings,
        today=today,
        audience=audience,
        articles=tuple(ordered),
        slugs=slugs,
        redirects=redirects,
        rights={article.id: rights[article.id] for article in ordered},
        rights_evidence={a.id: rights_evidence[a.id] for a in ordered if a.id in rights_evidence},
        licences={a.id: licences[a.id] for a in ordered if a.id in licences},
        entities=entities,
        topics=topics,
        stories=find_stories(ordered, duplicates, slugs, vectors),
        duplicates=duplicates,
        related=find_related(ordered, duplicates, settings.related, vectors),
        timeline=build_timeline(ordered),
    )
    return hide_names(briefing)


def _in_order(articles: Sequence[Article], settings: Settings, today: str) -> tuple[Article, ...]:
    """The editor's lead, pins and order first, then the newest by what is known of their day, then by id."""
    by_id = sorted(articles, key=lambda article: article.id)
    newest_first = sorted(
        by_id, key=lambda article: article.day or "", reverse=True
    )  # stable: the articles of one day stay by id
    return tuple(sorted(newest_first, key=lambda article: settings.front_page.rank(article, today)))
