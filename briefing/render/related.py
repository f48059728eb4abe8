"""Related articles with their reasons in words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from briefing.model import Article, Related
from briefing.render.links import Atlas, Link, language_attributes
from briefing.texts import date_text, list_text, say, say_count

FEW_DAYS = 366  # nobody counts more of them: the day itself says it


@dataclass(frozen=True, slots=True)
class RelatedView:
    headline: Link
    language: Markup
    reasons: str


def related_views(atlas: Atlas, article: Article) -> list[RelatedView]:
    """The related articles that may be shown; the withdrawn are not."""
    views = []
    for related in atlas.briefing.related.get(article.id, ()):
        other = atlas.articles.get(related.article)
        if other and atlas.briefing.rights[other.id] != "withdrawn":
            views.append(
                RelatedView(
                    headline=Link(other.title.value, atlas.article_href(other.id)),
                    language=language_attributes(other, atlas.language),
                    reasons="\u00a0· ".join(reasons_in_words(atlas, article, other, related)),
                )
            )
    return views


def reasons_in_words(atlas: Atlas, article: Article, other: Article, related: Related) -> list[str]:
    """``both mention Gaza and hostages``, ``same topic, not the same event``, ``143 days earlier``, ``2 May 2019``."""
    language = atlas.language
    values = {reason.kind: reason.values for reason in related.reasons}
    said = []
    if shared := (*values.get("names", ()), *values.get("words", ())):
        said.append(say(language, "reasons.shared", values=list_text(shared, language)))
    one_event = _is_one_story(atlas, article, other)
    if one_event:
        said.append(say(language, "reasons.same-story"))
    elif "topics" in values:
        dated = article.day and other.day
        said.append(say(language, "reasons.not_same_story" if dated else "reasons.topics"))
    if "days-apart" in values:
        said.append(_days_apart(int(values["days-apart"][0]), article, other, language))
    return said


def _is_one_story(atlas: Atlas, article: Article, other: Article) -> bool:
    story = atlas.of.stories.get(article.id)
    return story is not None and other.id in story.articles


def _days_apart(days: int, article: Article, other: Article, language: str) -> str:
    here, there = article.day, other.day
    if there and abs(days) > FEW_DAYS:
        return date_text(there[:10], language)
    if days == 0:
        return say(language, "reasons.same_day")
    if here is None or there is None:
        return say_count(language, "reasons.days_apart", abs(days))
    return say_count(language, "reasons.days_earlier" if there < here else "reasons.days_later", abs(days))
