"""JSON-LD: what a page is, in the words of schema.org, for whoever reads pages by program.

Of an article only what is stated or edited, never what we infer: a program does not see the mark that a reader sees.
What is None or empty here is not on the page. Addresses are absolute where the site's is known, else relative.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from briefing.model import Article, Entity, Known
from briefing.render.links import Atlas, entity_page, web_host
from briefing.texts import speaks

_TYPES = {"person": "Person", "place": "Place", "organisation": "Organization"}
Node = dict[str, object]


def article_data(atlas: Atlas, article: Article) -> Node:
    """Our page, which is based on their article; nothing of one that was withdrawn."""
    if atlas.briefing.rights[article.id] == "withdrawn":
        return {}
    page = f"articles/{atlas.briefing.slugs[article.id]}.html"
    return {**_page(atlas, page, "WebPage", article.title.value), "isBasedOn": _original(atlas, article)}


def front_data(atlas: Atlas, articles: Sequence[Article]) -> Node:
    """The briefing, and the pages of the articles on its front."""
    settings = atlas.briefing.settings
    parts = [
        {"@type": "WebPage", "name": article.title.value, "url": address(atlas, atlas.article_href(article.id), "")}
        for article in articles
    ]
    page = _page(atlas, "index.html", "CollectionPage", settings.site_name)
    return {**page, "description": settings.site_description, "hasPart": parts}


def name_data(atlas: Atlas, entity: Entity) -> Node:
    """The page of a name, and what kind of thing it is where the editor has confirmed that."""
    settings = atlas.briefing.settings.names.get(entity.name)
    kind = _TYPES[entity.kind] if settings and settings.kind else "Thing"
    about = {"@type": kind, "name": entity.name} if entity.origin == "edited" else {}
    return {**_page(atlas, f"{entity_page(entity)}.html", "CollectionPage", entity.name), "about": about}


def address(atlas: Atlas, path: str, page: str) -> str:
    """Where ``path`` is, for who reads ``page``."""
    url = atlas.briefing.settings.site_url
    return f"{url.rstrip('/')}/{path}" if url else "../" * page.count("/") + path


def _page(atlas: Atlas, page: str, kind: str, name: str) -> Node:
    settings = atlas.briefing.settings
    site = {"@type": "WebSite", "name": settings.site_name, "url": address(atlas, "index.html", page)}
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "url": address(atlas, page, page),
        "inLanguage": speaks(settings.language),
        "isPartOf": site,
    }


def _original(atlas: Atlas, article: Article) -> Node:
    authors = article.authors.value if article.authors and article.authors.origin != "inferred" else ()
    source = _certain(article.source)
    url = _certain(article.url)
    return {
        "@type": "NewsArticle",
        "headline": _certain(article.title),
        "url": url if web_host(url) else None,
        "datePublished": _certain(article.date),
        "dateModified": _certain(article.updated),
        "author": [{"name": author} for author in authors],  # of no type: nobody says whether it is a person
        "publisher": _publisher(atlas, source) if source else None,
        "inLanguage": _certain(article.language),
        "license": _licence(atlas.briefing.licences.get(article.id)),
    }


def _certain(known: Known[str] | None) -> str | None:
    return known.value if known and known.origin != "inferred" else None


def _publisher(atlas: Atlas, source: str) -> Node:
    settings = atlas.briefing.settings.sources.get(source)
    return {"name": source, "url": settings.url if settings else None}


def _licence(licence: str | None) -> str | Node | None:
    if not licence:
        return None
    return licence if urlsplit(licence).scheme in ("http", "https") else {"@type": "CreativeWork", "name": licence}
