"""The page of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from briefing import front_matter
from briefing.model import FOLDERS, KINDS, Article
from briefing.render.article_data import article_front_matter
from briefing.render.body import body
from briefing.render.cards import beyond_headline, is_headline_ours, is_long, minutes, source_text
from briefing.render.citations import citation_downloads
from briefing.render.hover_cards import hover_cards
from briefing.render.known import known_rows
from briefing.render.linked_data import article_data
from briefing.render.links import (
    Atlas,
    Link,
    Named,
    entity_link,
    headline_link,
    language_attributes,
    named_in,
    narrowest_topics,
    source_of,
    story_link,
    topic_link,
    topic_path,
    web_host,
)
from briefing.render.mapped import places_of_article
from briefing.render.neighbours import Neighbours
from briefing.render.related import related_views
from briefing.render.templates import page
from briefing.texts import date_text, isolated, list_text, quoted, removed_text, say, say_count

_INDEXED = 8  # names of a kind in the margin; the fold has them all
_MOST = 0.5  # of the text: a summary that long is the text again


Notice = tuple[str, tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NameRow:
    name: Link
    kind: str
    roles: str
    paragraphs: tuple[int, ...]


def article_page(atlas: Atlas, article: Article, beside: Neighbours | None = None) -> tuple[str, str]:
    """``beside`` are the articles before and after it in its topic."""
    names = named_in(atlas, article)
    picture = places_of_article(atlas, article, names)
    head = {
        **article_front_matter(atlas.briefing, article, atlas.of),
        "kind": "article",
        "linked_data": article_data(atlas, article),
    }
    original = original_of(article)
    return page(
        f"articles/{atlas.briefing.slugs[article.id]}.md",
        "article",
        atlas.language,
        head,
        article=article,
        is_shown=_is_listed(atlas, article),
        attributes=language_attributes(article, atlas.language),
        body=Markup(body(atlas, article, names)),
        rights=rights_text(atlas, article),
        original=original,
        read_original=say(atlas.language, "article.read_original", host=original.text) if original else "",
        groups=_groups(atlas, article, names),
        pictures=[picture] if picture else [],
        related=related_views(atlas, article),
        cards=hover_cards(atlas, names),
        beside=beside,
        **_above(atlas, article),
        **_folds(atlas, article, names),
    )


def _above(atlas: Atlas, article: Article) -> dict[str, object]:
    """What stands above the text."""
    language = atlas.language
    return {
        "kicker": _kicker(atlas, article),
        "is_long": is_long(article),
        "source": Link(
            source_text(article, language), atlas.source_href(article) if _is_listed(atlas, article) else ""
        ),
        "source_origin": _origin(article, "source", language),
        "meta": _meta(article, language),
        "authors": list_text(article.authors.value, language) if article.authors else "",
        "authors_origin": _origin(article, "authors", language),
        "notices": notices(atlas, article),
        "summary": _summary(article),
        "summary_by": _summary_by(article, language),
    }


def _folds(atlas: Atlas, article: Article, names: Sequence[Named]) -> dict[str, object]:
    """What is folded below it: how all is known, and how to cite and correct it."""
    language = atlas.language
    return {
        "known": known_rows(atlas, article),
        "names": [_name_row(named, language) for named in names],
        "removed_title": say_count(language, "article.lines_set_aside", len(article.removed)),
        "removed": [(line.line, line.text, removed_text(line.reason, language)) for line in article.removed],
        "cite": _cite(article, language),
        "downloads": citation_downloads(article, atlas.briefing.slugs[article.id], language),
        "as_known": _as_known(article),
        "contact": atlas.briefing.settings.contact or "",
        "sidecar": article.edited.file or f"seeds/{article.id}.yml",
    }


def _is_listed(atlas: Atlas, article: Article) -> bool:
    return atlas.briefing.rights[article.id] != "withdrawn"


def _kicker(atlas: Atlas, article: Article) -> list[Link]:
    topics = narrowest_topics(atlas, article)
    return [topic_link(step) for step in topic_path(atlas, topics[0])] if topics else []


def _meta(article: Article, language: str) -> list[tuple[str, str]]:
    """What stands beside the source: (words, how they are known where that must be said)."""
    parts = [
        (say(language, "article.published", date=date_text(article.date.value, language, weekday=True)), "date")
        if article.date
        else (say(language, "article.date_unknown"), "")
    ]
    if article.updated:
        parts.append((say(language, "article.updated", date=date_text(article.updated.value, language)), ""))
    if article.reference_date and not article.date:
        reports = date_text(article.reference_date.value, language, weekday=True)
        parts.append((say(language, "article.reports", date=reports), ""))
    parts.append((minutes(article, language), ""))
    if is_headline_ours(article):
        parts.append((say(language, "article.headline_ours"), ""))
    return [(words, _origin(article, field, language)) for words, field in parts if words]


def _origin(article: Article, field: str, language: str) -> str:
    """``date inferred``; empty where the text or the editor states the value: how each is known stands in its table."""
    known = {"source": article.source, "date": article.date, "authors": article.authors}.get(field)
    return say(language, f"article.{field}_inferred") if known and known.origin == "inferred" else ""


def notices(atlas: Atlas, article: Article) -> list[Notice]:
    """What must be said before the text, each with the pages it leads to."""
    language, briefing = atlas.language, atlas.briefing
    found: list[Notice] = []
    if not _is_listed(atlas, article):
        reason = article.edited.reason
        said = (
            say(language, "article.withdrawn_reason", reason=reason) if reason else say(language, "article.withdrawn")
        )
        found.append((said, ()))
    if briefing.rights[article.id] == "link":
        where = source_of(article) or say(language, "article.its_source")
        found.append((say(language, "article.read_at_source", source=where), ()))
    if original := briefing.duplicates.get(article.id):
        found.append((say(language, "article.copy_of"), (headline_link(atlas, atlas.articles[original]),)))
    if copies := atlas.copies.get(article.id):
        links = tuple(Link(source_text(atlas.articles[copy], language), atlas.article_href(copy)) for copy in copies)
        found.append((say(language, "article.copies"), links))
    if story := atlas.of.stories.get(article.id):
        articles = say_count(language, "site.articles", len(story.articles))
        found.append((say(language, "article.story", articles=articles), (story_link(atlas, story),)))
    if corrected := " ".join(line.text for line in article.removed if line.reason == "correction"):
        found.append((say(language, "article.source_corrects", text=corrected), ()))
    for correction in article.edited.corrections:
        day = date_text(correction.date, language)
        everything = (Link(say(language, "article.all_corrections"), "corrections.html"),)
        found.append((say(language, "article.correction", date=day, text=correction.text), everything))
    return found


def _summary(article: Article) -> str:
    """Without what the headline has said already; nothing where it would be most of the text, or the text right below
    begins with the very same words."""
    said = " ".join(sentence.text for sentence in beyond_headline(article))
    text = " ".join(paragraph.text for paragraph in article.paragraphs)
    is_said_again = len(said) > _MOST * len(text) or text.startswith(said)
    return "" if text and is_said_again and not article.summary_edited else said


def _summary_by(article: Article, language: str) -> str:
    if article.summary_edited:
        return say(language, "article.summary_of_editor")
    if source := source_of(article):
        return say(language, "article.in_words_of", source=source)
    return say(language, "article.in_words_of_nobody")


def _groups(atlas: Atlas, article: Article, names: tuple[Named, ...]) -> list[Group]:
    language = atlas.language
    groups = []
    for kind in KINDS:
        of_kind = [named for named in names if named.entity.kind == kind]
        by_mentions = sorted(of_kind, key=lambda named: -len(named.mentions))[:_INDEXED]
        links = tuple(entity_link(n.entity, str(len(n.mentions)) if len(n.mentions) > 1 else "") for n in by_mentions)
        groups.append(Group(say(language, f"site.{FOLDERS[kind]}"), links))
    topics = tuple(topic_link(topic) for topic in narrowest_topics(atlas, article))
    groups.append(Group(say(language, "site.topics"), topics))
    own = language_attributes(article, language)
    phrases = tuple(Link(phrase, language=own) for phrase in article.keyphrases[:_INDEXED])
    groups.append(Group(say(language, "article.keyphrases"), phrases))
    return [group for group in groups if group.links]


def _name_row(named: Named, language: str) -> NameRow:
    paragraphs = tuple(Counter(mention.paragraph for mention in named.mentions))
    kind = say(language, f"kinds.{named.entity.kind}")
    return NameRow(entity_link(named.entity), kind, ", ".join(named.roles), paragraphs)


def rights_text(atlas: Atlas, article: Article) -> str:
    briefing, language = atlas.briefing, atlas.language
    rights = briefing.rights[article.id]
    stated = article.id in briefing.rights_evidence
    key = f"rights_{rights}" if stated or rights not in ("full", "excerpt") else f"rights_{rights}_unstated"
    said = say(language, f"article.{key}", n=briefing.settings.excerpt_words)
    licence = briefing.licences.get(article.id)
    return f"{said} {say(language, 'article.licence', licence=licence)}" if licence else said


def original_of(article: Article) -> Link | None:
    host = web_host(article.url.value if article.url else None)
    return Link(host, article.url.value) if host and article.url else None


def _as_known(article: Article) -> str:
    """The lines of a sidecar that say what the page says: what an editor changes and pastes."""
    values = {
        "title": article.title.value,
        "source": source_of(article),
        "date": article.date.value if article.date else None,
        "authors": list(article.authors.value) if article.authors else None,
        "url": article.url.value if article.url else None,
    }
    return front_matter.dump(values).removeprefix("---\n").removesuffix("---\n").rstrip()


def _cite(article: Article, language: str) -> str:
    parts = [
        list_text(article.authors.value, language) if article.authors else "",
        quoted(article.title.value, language),
        source_text(article, language),
        date_text(article.date.value, language) if article.date else say(language, "article.date_unknown"),
        article.url.value if article.url else "",
    ]
    return ", ".join(isolated(part) for part in parts if part) + "."
