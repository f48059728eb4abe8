"""Annotations are found again, and never when they should not be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.cache import Cache, decode, encode, key_of
from briefing.errors import EnvironmentFault
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
        assert cache.get("key", Article) == ARTICLE
        assert cache.get("other", Article) is None
    assert decode(encode(ARTICLE), Article) == ARTICLE


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
    assert key_of("v1", changed) != key_of("v1", SEED)
    assert key_of("v2", SEED) != key_of("v1", SEED)
    assert key_of("v1", replace(SEED)) == key_of("v1", SEED)


def test_only_what_is_used_is_kept(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put("old", encode(ARTICLE))
        cache.put("known", encode(ARTICLE))
    with Cache(tmp_path / "cache.sqlite") as cache:
        assert cache.get("known", Article) == ARTICLE
        cache.put("new", encode(ARTICLE))
        cache.forget_unused()
        assert cache.get("old", Article) is None
        assert cache.get("known", Article) == cache.get("new", Article) == ARTICLE


def test_what_was_made_once_is_recalled(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        assert cache.recall("key", Line, lambda: Line(1, "made")) == Line(1, "made")
        assert cache.recall("key", Line, lambda: pytest.fail("made again")) == Line(1, "made")


def test_a_damaged_file_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(b"this is no database" * 100)
    with Cache(path) as cache:
        assert cache.get("key", Article) is None
        cache.put("key", encode(ARTICLE))
    with Cache(path) as cache:
        assert cache.get("key", Article) == ARTICLE


def test_a_damaged_entry_counts_as_absent(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache.put("key", encode(ARTICLE))
        cache._connection.execute("UPDATE made SET content = ?", (encode(ARTICLE)[:-1] + b"x",))
        assert cache.get("key", Article) is None


def test_a_file_damaged_in_its_middle_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    with Cache(path) as cache:
        for number in range(400):
            cache.put(f"{number:064}", encode(ARTICLE))
    content = bytearray(path.read_bytes())
    content[8192:-8192] = b"\x55" * (len(content) - 16384)
    path.write_bytes(content)
    with Cache(path) as cache:
        for number in range(400):
            assert cache.get(f"{number:064}", Article) in (None, ARTICLE)
            cache.put(f"{number:064}", encode(ARTICLE))
        cache.forget_unused()


def test_a_full_disk_is_a_fault_of_the_machine_with_its_cure(tmp_path: Path) -> None:
    with Cache(tmp_path / "cache.sqlite") as cache:
        cache._connection.execute("PRAGMA max_page_count = 8")
        with pytest.raises(EnvironmentFault, match="full; make room"):
            cache.put("key", bytes(1_000_000))
