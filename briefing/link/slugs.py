"""Permalinks: one slug an article, and what former or shared slugs lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from briefing.link.rights import public_title
from briefing.model import Article, Rights
from briefing.slug import LENGTH, is_reserved, short_hash, slugify


def assign_slugs(
    articles: Sequence[Article], rights: Mapping[str, Rights], excerpt_words: int = 60
) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """(article id to slug, former or shared slug to the slugs it may mean).

    ``slug:`` of a sidecar pins it; else it comes from the headline, or from the id where that has no ASCII letters.
    Articles that come to one slug each get a suffix from their id, and the bare slug leads to all of them.
    """
    wanted = {
        article.id: article.edited.slug or _slug_of(article, rights[article.id], excerpt_words) for article in articles
    }
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


def _slug_of(article: Article, rights: Rights, excerpt_words: int) -> str:
    title = public_title(article, rights, excerpt_words)
    if rights == "withdrawn" or title.value != article.title.value:
        slug = slugify(article.id)
    else:
        slug = slugify(title.value) or slugify(article.id)
    slug = slug or "article-" + short_hash(article.id)
    return f"{slug}-article" if is_reserved(slug) else slug


def _suffixed(slug: str, article_id: str) -> str:
    return f"{slug[: LENGTH - 9].rstrip('-')}-{short_hash(article_id)}"
