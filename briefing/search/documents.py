"""What can be found: articles, names, topics, stories and sources, each with its page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefing.model import FOLDERS, Article, Briefing
from briefing.texts import date_text
from briefing.whole_words import whole_words


@dataclass(frozen=True, slots=True)
class Document:
    """Something with a page. ``fields`` are the short texts that describe it, each with the weight of its words."""

    kind: str  # article, person, place, organisation, topic, story, source
    path: str  # of the page from the site's root
    title: str
    fields: tuple[tuple[str, int], ...]
    detail: str = ""  # an article's source, a name's role
    date: str = ""  # of publication, as the site writes it
    language: str = ""
    articles: int = 0  # how many, of other kinds
    paragraphs: tuple[tuple[int, str], ...] = ()  # number on the page (0: no anchor) and text


TITLE, ABOUT, ORIGIN, DETAIL = 6, 3, 2, 1  # weights of a word in the headline, in names and topics, in the source


def documents(briefing: Briefing, source_pages: Mapping[str, str]) -> Iterator[Document]:
    """All of them, what articles are about first; ``source_pages`` are paths of pages by a source's name.

    Names that the editor hides are struck out: nobody finds an article by them.
    """
    for entity in briefing.entities:
        if entity.page:
            yield Document(
                kind=entity.kind,
                path=f"{FOLDERS[entity.kind]}/{entity.slug}.html",
                title=entity.name,
                fields=((entity.name, TITLE), ("\n".join(entity.also), ABOUT), ("\n".join(entity.roles), DETAIL)),
                detail=", ".join(entity.roles[:1]),
                articles=len(entity.articles),
            )
    for topic in briefing.topics:
        if topic.articles:
            words = ((topic.name, TITLE), (topic.description or "", DETAIL))
            yield Document("topic", f"topics/{topic.slug}.html", topic.name, words, articles=len(topic.articles))
    for story in briefing.stories:
        title = ((story.title, TITLE),)
        yield Document("story", f"stories/{story.slug}.html", story.title, title, articles=len(story.articles))
    yield from _sources(briefing, source_pages)
    yield from _articles(briefing)


def _sources(briefing: Briefing, pages: Mapping[str, str]) -> Iterator[Document]:
    counts: dict[str, int] = {}
    for article in briefing.articles:
        if article.source:
            counts[article.source.value] = counts.get(article.source.value, 0) + 1
    for name, count in sorted(counts.items()):
        if name in pages:
            yield Document("source", pages[name], name, ((name, TITLE),), articles=count)


def _articles(briefing: Briefing) -> Iterator[Document]:
    about: defaultdict[str, list[str]] = defaultdict(list)
    for entity in briefing.entities:
        for member in entity.articles:
            about[member].append(entity.name)
    for topic in briefing.topics:
        for member in topic.articles:
            about[member].append(topic.name)
    for article in briefing.articles:
        if briefing.rights[article.id] != "withdrawn":
            yield _article(briefing, article, "\n".join(about[article.id]))


def _article(briefing: Briefing, article: Article, about: str) -> Document:
    source = article.source.value if article.source else ""
    authors = "\n".join(article.authors.value) if article.authors else ""
    date = date_text(article.date.value, briefing.settings.language) if article.date else ""
    title, hidden = article.title.value, whole_words(briefing.hidden.get(article.id, ()))
    return Document(
        kind="article",
        path=f"articles/{briefing.slugs[article.id]}.html",
        title=title,
        fields=((hidden.sub("", title), TITLE), (about, ABOUT), (f"{source}\n{authors}\n{date}", ORIGIN)),
        detail=source,
        date=date,
        language=article.language.value if article.language.value != "und" else "",
        paragraphs=tuple((number, hidden.sub("…", text)) for number, text in _texts(article)),
    )


def _texts(article: Article) -> Iterator[tuple[int, str]]:
    yield from _voice(article)
    yield from ((paragraph.number, paragraph.text) for paragraph in article.paragraphs)


def _voice(article: Article) -> tuple[tuple[int, str], ...]:
    """The editor's own words, which stand on the page beside the text."""
    edited = article.edited
    summary = " ".join(sentence.text for sentence in article.summary) if article.summary_edited else ""
    corrections = (correction.text for correction in edited.corrections)
    return tuple((0, words) for words in (edited.bottom_line, edited.note, summary, *corrections) if words)
