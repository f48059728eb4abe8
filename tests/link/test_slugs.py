"""Permalinks: readable, unique, and former ones lead on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.link.slugs import assign_slugs
from briefing.model import Article, Edited, Evidence, Known, Origin
from briefing.slug import slugify


def article(article_id: str, title: str, edited: Edited | None = None, origin: Origin = "stated") -> Article:
    return Article(
        id=article_id,
        file=f"seeds/{article_id}.txt",
        sha256="0" * 64,
        edited=edited or Edited(),
        title=Known(title, origin, Evidence("first-line")),
        language=Known("en", "inferred", Evidence("language")),
        direction="ltr",
        paragraphs=(),
    )


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Ministers’ Talks: “No deal”, says Élysée", "ministers-talks-no-deal-says-elysee"),
        ("Straße nach Łódź", "strasse-nach-lodz"),
        ("2024", ""),
        ("Переговоры", ""),
        ("a" * 100, "a" * 80),
        ("word " * 40, "-".join(["word"] * 16)),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_headline_makes_the_slug_and_an_id_stands_in() -> None:
    articles = [article("a/one", "Peace talks resume"), article("b-two", "Переговоры"), article("3", "2024")]
    slugs, redirects = assign_slugs(articles, {a.id: "full" for a in articles})
    assert slugs["a/one"] == "peace-talks-resume"
    assert slugs["b-two"] == "b-two"
    assert slugs["3"].startswith("article-")
    assert redirects == {}


def test_rivals_get_suffixes_and_the_bare_slug_leads_to_both() -> None:
    articles = [article("a", "Same"), article("b", "Same"), article("c", "Other")]
    slugs, redirects = assign_slugs(articles, {a.id: "full" for a in articles})
    assert slugs["a"] != slugs["b"]
    assert all(slugs[i].startswith("same-") for i in "ab")
    assert redirects == {"same": tuple(sorted((slugs["a"], slugs["b"])))}


def test_a_pinned_slug_wins_over_a_rival_from_a_headline() -> None:
    articles = [article("a", "Same"), article("b", "Words", Edited(slug="same", aliases=("former",)))]
    slugs, redirects = assign_slugs(articles, {a.id: "full" for a in articles})
    assert slugs["b"] == "same"
    assert slugs["a"].startswith("same-")
    assert redirects == {"former": ("same",)}


def test_reserved_names_are_avoided() -> None:
    articles = [article("a", "Index"), article("b", "CON")]
    slugs, _ = assign_slugs(articles, {a.id: "full" for a in articles})
    assert slugs == {"a": "index-article", "b": "con-article"}


def test_a_headline_of_ours_does_not_leak_through_the_slug_of_a_link_only_article() -> None:
    secret = article("wire-7", "Secret words of the text", origin="inferred")
    slugs, _ = assign_slugs([secret], {"wire-7": "link"})
    assert slugs == {"wire-7": "wire-7"}
    stated = replace(secret, title=Known("Public headline", "stated", Evidence("first-line")))
    assert assign_slugs([stated], {"wire-7": "link"})[0] == {"wire-7": "public-headline"}
