"""Permalinks: one slug an article, and what former or shared slugs lead to."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.link.rights import public_title
from briefing.model import Article, Rights

_LENGTH = 80
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def slugify(text: str) -> str:
    """ASCII letters, digits and hyphens, at most 80 characters, cut between words; empty where no letter is left."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(_SPECIAL))
    kept = "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "").replace("'", "")
    slug = "-".join(re.findall(r"[a-z0-9]+", kept))
    if len(slug) > _LENGTH:
        slug = slug[: _LENGTH + 1].rpartition("-")[0] or slug[:_LENGTH]
    return slug if re.search(r"[a-z]", slug) else ""


def assign_slugs(
    articles: Sequence[Article], rights: Mapping[str, Rights]
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """(article id to slug, former or shared slug to the slugs it may mean).

    ``slug:`` of a sidecar pins it; else it comes from the headline, or from the id where that has no ASCII letters.
    Articles that come to one slug each get a suffix from their id, and the bare slug leads to all of them.
    """
    wanted = {article.id: article.edited.slug or _slug_of(article, rights[article.id]) for article in articles}
    pinned = {article.id for article in articles if article.edited.slug}
    rivals: defaultdict[str, list[str]] = defaultdict(list)
    for article in articles:
        rivals[wanted[article.id]].append(article.id)
    slugs: dict[str, str] = {}
    for slug, ids in rivals.items():
        for article_id in ids:
            alone = len(ids) == 1 or (article_id in pinned and sum(i in pinned for i in ids) == 1)
            slugs[article_id] = slug if alone else _suffixed(slug, article_id)
    taken = set(slugs.values())
    redirects: defaultdict[str, set[str]] = defaultdict(set)
    for slug, ids in rivals.items():
        if len(ids) > 1 and slug not in taken:
            redirects[slug].update(slugs[article_id] for article_id in ids)
    for article in articles:
        for alias in article.edited.aliases:
            if alias not in taken:
                redirects[alias].add(slugs[article.id])
    return slugs, {slug: tuple(sorted(redirects[slug])) for slug in sorted(redirects)}


def _slug_of(article: Article, rights: Rights) -> str:
    title = public_title(article, rights)
    if rights == "withdrawn" or title.value != article.title.value:
        slug = slugify(article.id)
    else:
        slug = slugify(title.value) or slugify(article.id)
    slug = slug or "article-" + _digest(article.id)
    return f"{slug}-article" if slug in _RESERVED else slug


def _suffixed(slug: str, article_id: str) -> str:
    return f"{slug[: _LENGTH - 9].rstrip('-')}-{_digest(article_id)}"


def _digest(article_id: str) -> str:
    return hashlib.sha256(article_id.encode()).hexdigest()[:8]
