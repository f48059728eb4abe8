"""Feeds: Atom (RFC 4287) and JSON Feed 1.1 of the whole briefing, and Atom of each topic.

The newest fifty articles, each as its page's link, its summary and who is being quoted. A copy of an article and a
withdrawn one have no entry.
"""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.escape import xml_text
from briefing.model import Article, Briefing
from briefing.render.article_data import ByArticle, FrontMatter, by_article, editor_words
from briefing.texts import date_text, isolated, say

LIMIT = 50
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MONTH = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What both formats say of an article; the links are relative to the site's root."""

    id: str
    path: str
    title: str
    published: str | None  # RFC 3339; None when the day of publication is not known
    updated: str
    summary: str  # whose words each of its lines is in stands before it
    editor: FrontMatter
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    original: str | None
    language: str | None


def feeds(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """Path and text of every feed."""
    of = by_article(briefing)
    newest = newest_first(briefing)
    entries = [_entry(briefing, article, of) for article in newest[:LIMIT]]
    name = briefing.settings.site_name
    yield "feed.xml", _atom(briefing, "feed.xml", "index.html", name, entries)
    yield "feed.json", _json_feed(briefing, entries)
    ranks = {article.id: rank for rank, article in enumerate(newest)}
    for topic in briefing.topics:
        members = sorted(ranks[article] for article in topic.articles if article in ranks)[:LIMIT]
        page = f"topics/{topic.slug}"
        found = [_entry(briefing, newest[rank], of) for rank in members]
        yield f"{page}.xml", _atom(briefing, f"{page}.xml", f"{page}.html", f"{topic.name} · {name}", found)


def newest_first(briefing: Briefing) -> list[Article]:
    """The articles that feeds and their like tell of: no copies, none withdrawn."""
    shown = [a for a in briefing.articles if a.id not in briefing.duplicates and briefing.rights[a.id] != "withdrawn"]
    return sorted(shown, key=lambda article: _age(briefing, article))


def _age(briefing: Briefing, article: Article) -> tuple[bool, float, str]:
    """By date, then slug; an article without any date is last, for nobody knows that it is new."""
    day = article.day
    return day is None, -_moment(day).timestamp() if day else 0.0, briefing.slugs[article.id]


def _entry(briefing: Briefing, article: Article, of: ByArticle) -> Entry:
    path = f"articles/{briefing.slugs[article.id]}.html"
    url = article.url.value if article.url else ""
    return Entry(
        id=_urn(briefing, article.id),
        path=path,
        title=article.title.value,
        published=_timestamp(article.date.value) if article.date and _DAY.match(article.date.value) else None,
        updated=_updated(briefing, article),
        summary="\n".join((*_voice(briefing, article), *_summary(briefing, article))),
        editor=editor_words(article),
        authors=article.authors.value if article.authors else (article.source.value,) if article.source else (),
        topics=tuple(of.topics[topic.id].name for topic in article.topics if topic.id in of.topics),
        original=url if url.startswith(("https://", "http://")) else None,
        language=article.language.value if article.language.value != "und" else None,
    )


def _updated(briefing: Briefing, article: Article) -> str:
    """The last day on which something is known to have changed; Atom wants one, so where nothing is known, today."""
    known = [value.value for value in (article.date, article.updated) if value]
    known += [correction.date for correction in article.edited.corrections]
    if not known:
        known = [article.reference_date.value if article.reference_date else briefing.today]
    return _rfc3339(max(map(_moment, known)))


def _voice(briefing: Briefing, article: Article) -> Iterator[str]:
    """The editor's own words, in the order of the article's page."""
    language, edited = briefing.settings.language, article.edited
    for correction in edited.corrections:
        yield say(language, "article.correction", date=date_text(correction.date, language), text=correction.text)
    if edited.bottom_line:
        yield say(language, "article.why_of_editor", text=edited.bottom_line)
    if edited.note:
        yield say(language, "article.note_of_editor", text=edited.note)


def _summary(briefing: Briefing, article: Article) -> Iterator[str]:
    """The summary and whose words it is in: the source's, unless the editor wrote it."""
    text, language = " ".join(sentence.text for sentence in article.summary), briefing.settings.language
    if text and article.summary_edited:
        yield say(language, "article.summary_text_of_editor", text=text)
    elif text and article.source:
        yield f"{say(language, 'article.in_words_of', source=article.source.value)}: {isolated(text)}"
    elif text:
        yield f"{say(language, 'article.in_words_of_nobody')}: {isolated(text)}"


def _atom(briefing: Briefing, path: str, page: str, title: str, entries: Sequence[Entry]) -> str:
    settings = briefing.settings
    updated = max((entry.updated for entry in entries), default=_timestamp(briefing.today))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{xml_text(settings.language)}">',
        _element("id", _urn(briefing, path)),
        _element("title", title),
        _element("subtitle", settings.site_description) if settings.site_description else "",
        _element("updated", updated),
        f"<author>{_element('name', settings.site_name)}</author>",
        _link("self", _href(briefing, path, path), "application/atom+xml"),
        _link("alternate", _href(briefing, page, path), "text/html"),
        *(_atom_entry(briefing, entry, path) for entry in entries),
        "</feed>",
    ]
    return "\n".join(filter(None, lines)) + "\n"


def _atom_entry(briefing: Briefing, entry: Entry, path: str) -> str:
    language = f' xml:lang="{xml_text(entry.language)}"' if entry.language else ""
    lines = [
        f"<entry{language}>",
        _element("id", entry.id),
        _element("title", entry.title),
        _element("updated", entry.updated),
        _element("published", entry.published) if entry.published else "",
        *(f"<author>{_element('name', author)}</author>" for author in entry.authors),
        _link("alternate", _href(briefing, entry.path, path), "text/html"),
        _link("via", entry.original) if entry.original else "",
        *(f'<category term="{xml_text(topic)}"/>' for topic in entry.topics),
        _element("summary", entry.summary) if entry.summary else "",
        "</entry>",
    ]
    return "\n".join(filter(None, lines))


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>"


def _link(rel: str, href: str, media_type: str = "") -> str:
    kind = f' type="{media_type}"' if media_type else ""
    return f'<link rel="{rel}"{kind} href="{xml_text(href)}"/>'


def _json_feed(briefing: Briefing, entries: Iterable[Entry]) -> str:
    settings = briefing.settings
    feed: dict[str, object] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": settings.site_name,
        "description": settings.site_description,
        "home_page_url": _href(briefing, "index.html", "feed.json"),
        "feed_url": _href(briefing, "feed.json", "feed.json"),
        "language": settings.language,
        "items": [_json_item(briefing, entry) for entry in entries],
    }
    # ASCII only: a control character or half of a surrogate pair is then an escape, and no reader's trouble.
    return json.dumps({key: value for key, value in feed.items() if value != ""}, indent=1) + "\n"


def _json_item(briefing: Briefing, entry: Entry) -> dict[str, object]:
    item: dict[str, object] = {
        "id": entry.id,
        "url": _href(briefing, entry.path, "feed.json"),
        "external_url": entry.original,
        "title": entry.title,
        "content_text": entry.summary or entry.title,
        "date_published": entry.published,
        "authors": [{"name": author} for author in entry.authors],
        "tags": list(entry.topics),
        "language": entry.language,
        "_editor": entry.editor,
    }
    return {key: value for key, value in item.items() if value}


def _href(briefing: Briefing, path: str, feed: str) -> str:
    """Absolute where the site's address is known, else relative to the feed."""
    if briefing.settings.site_url:
        return briefing.settings.site_url.rstrip("/") + "/" + path
    return "../" * feed.count("/") + path


def _urn(briefing: Briefing, name: str) -> str:
    """A permanent id: of the seed, not of its headline, date or page, any of which an editor may correct."""
    settings = briefing.settings
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{settings.site_url or settings.site_name}#{name}')}"


def _timestamp(value: str) -> str:
    return _rfc3339(_moment(value))


def _rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _moment(value: str) -> datetime:
    """The first moment of a day, week or month (ISO 8601), in UTC unless the value says otherwise."""
    if re.fullmatch(r"\d{4}", value):
        value += "-01-01"
    elif _MONTH.fullmatch(value):
        value += "-01"
    moment = datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
