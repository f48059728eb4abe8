"""What a web page states of itself: JSON-LD, Open Graph and other ``meta`` elements, ``<html lang>``, its heading."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from briefing.marked_yaml import as_day, as_language, as_web_address
from briefing.model import LONGEST_LABEL, Evidence, Known, Origin, Stated
from briefing.read.json_ld import Article, read_article
from briefing.read.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

T = TypeVar("T")

_TITLES = ("twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title", "sailthru.title")
_DATES = (
    "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date",
    "pubdate", "publishdate", "publish-date", "publication_date", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "article.published", "article:published", "published_time",
)  # fmt: skip
_UPDATES = ("datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated")
_AUTHORS = ("author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "sailthru.author", "byl")
_PUBLISHERS = ("publisher", "dc.publisher", "dcterms.publisher", "citation_publisher")
_NO_AUTHORS = frozenset("admin administrator author guest root user webmaster wordpress wpadmin".split())  # of a login
_INLINE_TAG = re.compile(r"</?(?:a|b|br|em|i|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A value as the page writes it, the rule that finds it there, and where."""

    value: str
    rule: str
    line: int | None = None


class Page:
    """The statements of a page, by name."""

    def __init__(self, tree: Element, source: str) -> None:
        self.tree = tree
        self.source = source
        self.article: Article = read_article(tree)
        self._metas: dict[str, list[Statement]] = {}
        for element in tree.iter("meta"):
            name = (
                element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
            )
            if name and (value := element.get("content")):
                rule = "open-graph" if name.lower().startswith(("og:", "article:")) else "meta"
                statement = Statement(_shown(value), rule, element.sourceline)
                self._metas.setdefault(name.strip().lower(), []).append(statement)

    def metas(self, *names: str) -> Iterator[Statement]:
        for name in names:
            yield from self._metas.get(name, ())

    def json_ld(self, key: str) -> Iterator[Statement]:
        for value in self.article.texts(key):
            yield Statement(_shown(value), "json-ld", self.article.line)

    def elements(self, tag: str, rule: str) -> list[Statement]:
        found = [Statement(clean("".join(e.itertext())), rule, e.sourceline) for e in self.tree.iter(tag)]
        return [statement for statement in found if statement.value]


def read_metadata(tree: Element, source: str) -> Stated:
    """The metadata a page states; ``source`` is its HTML. What is malformed counts as not stated."""
    page = Page(tree, source)
    outlet = _first([*page.metas("og:site_name"), *page.json_ld("publisher"), *page.metas(*_PUBLISHERS)], _name)
    return Stated(
        title=_title(page, outlet.value if outlet else ""),
        date=_first([*page.json_ld("datePublished"), *page.metas("article:published_time", *_DATES)], as_day),
        updated=_first(
            [*page.json_ld("dateModified"), *page.metas("article:modified_time", "og:updated_time", *_UPDATES)], as_day
        ),
        source=outlet,
        url=_first(_addresses(page), _article_address),
        authors=_authors(page),
        language=_first(_languages(page), as_language),
        description=_first([*page.json_ld("description"), *page.metas("og:description", "description")], _text),
        topics=_topics(page),
    )


def _first(statements: list[Statement], read: Callable[[str], T | None], origin: Origin = "stated") -> Known[T] | None:
    """The first statement that can be read."""
    for statement in statements:
        value = read(statement.value)
        if value:
            return Known(value, origin, Evidence(statement.rule, statement.line, statement.value[:LONGEST_LABEL]))
    return None


def _shown(value: str) -> str:
    """The text of an attribute or JSON value, in which pages often escape twice."""
    return clean(_INLINE_TAG.sub("", html_entities.unescape(value)))


def _text(value: str) -> str | None:
    return value or None


# ------------------------------------------------------------------------------------------------------ title


def _title(page: Page, outlet: str) -> Known[str] | None:
    headings = page.elements("h1", "heading")
    statements = [*page.json_ld("headline"), *page.metas("og:title", *_TITLES)]
    statements += headings if len(headings) == 1 else []
    title = _first(statements, lambda value: _without_outlet(value, outlet))
    if title is None:
        return _first(page.elements("title", "html-title"), lambda value: _without_outlet(value, outlet), "inferred")
    if title.value.endswith(("…", "...")):  # cut for a search engine: the page has the whole of it
        stem = title.value.rstrip(".… ")
        whole = [s for s in statements if s.value.startswith(stem) and not s.value.endswith(("…", "..."))]
        return _first(whole, lambda value: _without_outlet(value, outlet)) or title
    return title


def _without_outlet(title: str, outlet: str) -> str | None:
    """The title without the ``| Outlet`` that sites add to it; None for the outlet's name alone and for
    what is too long to be a title.
    """
    if outlet:
        title = re.sub(rf"\s+[-–—|·:•]\s+{re.escape(outlet)}$", "", title, flags=re.IGNORECASE)
    return title if 0 < len(title) <= LONGEST_LABEL and title.casefold() != outlet.casefold() else None


# -------------------------------------------------------------------------------------------------- the others


def _name(value: str) -> str | None:
    """The name of an outlet or author: not an address, a handle or a sentence."""
    value = re.sub(r"^by\s+", "", value, flags=re.IGNORECASE)
    is_name = value and len(value) <= 100 and "://" not in value and not value.startswith(("@", "/", "www."))
    return value if is_name and not re.fullmatch(r"\S+@\S+", value) and re.search(r"[^\W\d_]", value) else None


def _authors(page: Page) -> Known[tuple[str, ...]] | None:
    for statements in (list(page.json_ld("author")), *([*page.metas(name)] for name in ("article:author", *_AUTHORS))):
        statements = [statement for statement in statements if statement.value.casefold() not in _NO_AUTHORS]
        names = tuple(dict.fromkeys(name for statement in statements if (name := _name(statement.value))))
        if names:
            first = next(statement for statement in statements if _name(statement.value))
            return Known(names, "stated", Evidence(first.rule, first.line, first.value[:LONGEST_LABEL]))
    return None


def _addresses(page: Page) -> list[Statement]:
    links = [
        Statement(element.get("href", ""), "meta", element.sourceline)
        for element in page.tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    saved = _SAVED_FROM.search(page.source[:4096])
    return [
        *links,
        *page.metas("og:url"),
        *page.json_ld("url"),
        *page.json_ld("mainEntityOfPage"),
        *([Statement(saved[1], "saved-from", page.source.count("\n", 0, saved.start()) + 1)] if saved else []),
    ]


def _article_address(value: str) -> str | None:
    """An http(s) address that is not merely a site's front page."""
    address = as_web_address(value)
    return address if address and (urlsplit(address).path.strip("/") or urlsplit(address).query) else None


def _languages(page: Page) -> list[Statement]:
    root = page.tree if page.tree.tag == "html" else page.tree.getroottree().getroot()
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("xml:lang") or ""
    return [
        Statement(declared.strip(), "html-lang", root.sourceline),
        *page.json_ld("inLanguage"),
        *page.metas("content-language", "dc.language", "dcterms.language"),
    ]


def _topics(page: Page) -> Known[tuple[str, ...]] | None:
    """The sections and keywords that the outlet files the article under; at most twelve."""
    statements = [*page.json_ld("articleSection"), *page.metas("article:section"), *page.json_ld("keywords")]
    statements += page.metas("article:tag")
    topics = [part.strip() for statement in statements for part in statement.value.split(",")]
    names = tuple(dict.fromkeys(topic for topic in topics if 0 < len(topic) <= 60))[:12]
    if not names:
        return None
    return Known(names, "stated", Evidence(statements[0].rule, statements[0].line, statements[0].value[:LONGEST_LABEL]))
