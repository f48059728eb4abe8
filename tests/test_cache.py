"""Annotations are found again, and never when they should not be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.cache import Cache, decode, encode, key_of
from briefing.model import Article, Edited, Evidence, Known, Line, Paragraph, Seed

SEED = Seed(id="a", file="seeds/a.txt", sha256="0" * 64, lines=(Line(1, "A line."),))
ARTICLE = Article(
    id="a",
    file="seeds/a.txt",
    sha256="0" * 64,
    edited=Edited(authors=Known(("Ann", "Ben"), "edited", Evidence("sidecar", 2, file="seeds/a.yml"))),
    title=Known("A line", "inferred", Evidence("first-sentence", 1, "A line.")),
    language=Known("en", "inferred", Evidence("language")),
    direction="ltr",
    paragraphs=(Paragraph(1, 1, "A line."),),
)


def test_an_article_survives_the_store(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put("key", encode(ARTICLE))
    with Cache(tmp_path / "cache.sqlite") as cache:
        assert cache.get("key") == ARTICLE
        assert cache.get("other") is None
    assert decode(encode(ARTICLE)) == ARTICLE


@pytest.mark.parametrize(
    "changed",
    [
        replace(SEED, lines=(Line(1, "Another line."),)),
        replace(SEED, sha256="1" * 64),
        replace(SEED, id="b"),
        replace(SEED, edited=Edited(keep=(1,))),
    ],
)
def test_the_key_changes_with_the_seed_its_sidecar_and_the_annotator(changed: Seed) -> None:
    assert key_of(changed, "v1") != key_of(SEED, "v1")
    assert key_of(SEED, "v2") != key_of(SEED, "v1")
    assert key_of(replace(SEED), "v1") == key_of(SEED, "v1")


def test_only_what_is_used_is_kept(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put("old", encode(ARTICLE))
        cache.put("new", encode(ARTICLE))
        cache.keep_only(["new"])
        assert cache.get("old") is None
        assert cache.get("new") == ARTICLE


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with Cache(path) as cache:
        assert cache.get("key") is None
        cache.put("key", encode(ARTICLE))
    with Cache(path) as cache:
        assert cache.get("key") == ARTICLE


def test_a_damaged_entry_counts_as_absent(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put("key", encode(ARTICLE))
        cache._connection.execute("UPDATE articles SET article = ?", (encode(ARTICLE)[:-1] + b"x",))
        assert cache.get("key") is None
