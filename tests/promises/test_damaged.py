"""What the generator keeps for itself is lost, cut off, forged or in the way: it heals, or says what to do.

And nobody's own file is lost over it: see ``--adopt``.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing import write
from briefing.cache import Cache, encode
from briefing.cli import DONE, MISTAKE
from briefing.last_run import Options, read_last_run
from briefing.render.tables import TABLES
from tests.conftest import GOLDEN, TODAY
from tests.promises.small_briefing import (
    AFTER,
    BEFORE,
    BY_HAND,
    Life,
    check_healed,
    check_one_line,
    generate,
    make_life,
    part,
    put,
    put_seeds,
    tree,
)

Printed = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Life:
    return make_life(tmp_path_factory.getbasetemp())


@pytest.fixture
def briefing(life: Life, tmp_path: Path) -> Path:
    """Built, then edited."""
    return life.copy(tmp_path / "briefing")


def forged(*files: object) -> bytes:
    return json.dumps({"schema": 1, "files": dict(files)}).encode()


HASH = hashlib.sha256(b"precious").hexdigest()
MANIFESTS = {
    "empty": b"",
    "garbage": b"\xff\x00 not json",
    "a list": b"[]",
    "no hashes": forged(("about.md", None)),
    "a number": forged(("about.md", [7])),
    "a word for a hash": forged(("about.md", ["not a file"])),
    "a path without end": b'{"files": ' + b"[" * 100_000,
    "a path upwards": forged(("../precious.txt", [HASH])),
    "a path downwards and upwards": forged(("notes/../../precious.txt", [HASH])),
    "a path of a dot file": forged((".draft", [hashlib.sha256(BY_HAND["site_src/.draft"]).hexdigest()])),
    "a path that is none": forged(("a\0b", [HASH]), ("\ud800", [HASH])),
    "a path of Windows": forged(("..\\precious.txt", [HASH]), ("C:/precious.txt", [HASH])),
}


@pytest.mark.parametrize("content", MANIFESTS.values(), ids=MANIFESTS)
def test_a_damaged_manifest_owns_nothing(tmp_path: Path, content: bytes) -> None:
    site = tmp_path / "site_src"
    put(tmp_path, {"precious.txt": b"precious", "site_src/.draft": b"a thought\n", "site_src/.manifest.json": content})
    link_to_nowhere(site / "about.md")
    write.write_pages([("index.md", "new")], site, tmp_path / "staging")
    assert (site / "about.md").is_symlink()
    assert (tmp_path / "precious.txt").read_bytes() == b"precious"
    assert (site / ".draft").read_bytes() == b"a thought\n"
    assert json.loads((site / ".manifest.json").read_bytes())["files"].keys() == {"index.md"}


@pytest.mark.parametrize("content", [MANIFESTS["empty"], MANIFESTS["a path upwards"]], ids=["empty", "forged"])
def test_a_damaged_manifest_costs_nobody_a_file(briefing: Path, life: Life, printed: Printed, content: bytes) -> None:
    put(briefing, {"precious.txt": b"precious", "site_src/.manifest.json": content})
    before = tree(briefing)
    assert generate(briefing) == MISTAKE
    errors = printed.readouterr().err
    assert "site_src/index.md: was not written by the generator" in errors
    assert "--adopt" in errors
    assert tree(briefing) == before
    check_healed(briefing, life, "--adopt")
    assert (briefing / "precious.txt").read_bytes() == b"precious"


def test_a_manifest_with_an_absolute_path_deletes_nothing(tmp_path: Path) -> None:
    manifest = forged((str(tmp_path / "precious.txt"), [HASH]))
    put(tmp_path, {"precious.txt": b"precious", "site_src/.manifest.json": manifest})
    write.write_pages([("index.md", "new")], tmp_path / "site_src", tmp_path / "staging", adopt=True)
    assert (tmp_path / "precious.txt").read_bytes() == b"precious"


def test_adopting_moves_every_file_in_the_way_and_keeps_its_words(briefing: Path, life: Life, printed: Printed) -> None:
    (briefing / "site_src" / ".manifest.json").unlink()
    with (briefing / "site_src" / "about.md").open("a") as page:
        page.write("Words of ours.\n")
    put(briefing, {"site_src/articles/mine.md": b"# Mine\n\nNot generated.\n"})
    put(briefing, {"site_src/llms-full.txt": b"A text whose licence has ended.", "site_src/preview.png": b"PNG"})
    before = part(tree(briefing), "site_src/")
    assert generate(briefing, "--adopt") == DONE
    printed_lines = printed.readouterr().err.splitlines()
    aside = briefing / "site_src-set-aside"
    moved = [path for path in sorted(aside.rglob("*")) if path.is_file()]
    after = tree(briefing)
    for path in moved:
        name = path.relative_to(aside).as_posix()
        assert path.read_bytes() == before[f"site_src/{name}"]
        assert f"site_src-set-aside/{name}: moved here from site_src/" in printed_lines
    assert b"Words of ours." in (aside / "about.md").read_bytes()
    assert (aside / "articles" / "sturm-zieht-ab.md").is_file(), "the page of an article that is gone"
    assert (aside / "llms-full.txt").is_file() and (aside / "preview.png").is_file(), "what not every run writes"
    assert after.pop("site_src/articles/mine.md") == before["site_src/articles/mine.md"]
    assert part(after, "site_src/") == part(life.new, "site_src/")
    assert {path: before[path] for path in BY_HAND if path in before} == part(BY_HAND, "site_src/")


def test_adopting_twice_overwrites_nothing_that_was_moved(briefing: Path) -> None:
    for text in ("first", "second"):
        (briefing / "site_src" / "about.md").write_text(text)
        assert generate(briefing, "--adopt") == DONE
    aside = briefing / "site_src-set-aside"
    assert [(aside / name).read_text() for name in ("about.md", "about.md.2")] == ["first", "second"]


def test_every_generated_file_is_recognised_when_its_article_is_gone(life: Life) -> None:
    fixed = {"briefing.json", "briefing.schema.json", "feed.json"}  # every run writes them: they are never left over
    fixed |= {"words.json", "llms.txt"}
    fixed |= {f"data/{name}.{form}" for name in TABLES for form in ("csv", "jsonl")}
    for site in (GOLDEN / "site_src", life.edited / "site_src"):
        names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        names -= {path.removeprefix("site_src/") for path in BY_HAND}
        assert len(names) > 20
        unknown = {name for name in names if not write._OURS.match((site / name).read_bytes())}
        assert unknown <= {*fixed, ".manifest.json"}
    for text in (b"# A page\n", b'---\ntitle: kind\n---\nkind: "article"\n', b"", b"<?xml ?>\n<feed/>"):
        assert not write._OURS.match(text)


def test_a_lost_manifest_comes_back_by_itself_while_nothing_else_has_changed(briefing: Path, life: Life) -> None:
    put_seeds(briefing, BEFORE)
    assert generate(briefing) == DONE
    (briefing / "site_src" / ".manifest.json").unlink()
    assert generate(briefing) == DONE
    assert tree(briefing) == life.old
    put_seeds(briefing, AFTER)
    check_healed(briefing, life)


def link_to_nowhere(path: Path) -> None:
    path.symlink_to("nowhere")


OBSTACLES: dict[str, Callable[[Path], object]] = {
    "a link to nowhere": link_to_nowhere,
    "a pipe": os.mkfifo,
    "a folder": lambda path: put(path, {"mine.md": b"mine"}),
}


@pytest.mark.parametrize("make", OBSTACLES.values(), ids=OBSTACLES)
def test_what_stands_in_the_way_of_a_page_is_named_and_kept(
    briefing: Path, life: Life, printed: Printed, make: Callable[[Path], object]
) -> None:
    page = briefing / "site_src" / "articles" / "schule-bekommt-ein-boot.md"
    make(page)
    kind = page.lstat().st_mode
    assert generate(briefing) == MISTAKE
    assert printed.readouterr().err.startswith("site_src/articles/schule-bekommt-ein-boot.md: was not written")
    assert page.lstat().st_mode == kind
    check_healed(briefing, life, "--adopt")
    assert (briefing / "site_src-set-aside" / "articles" / page.name).lstat().st_mode == kind


def test_a_file_where_a_folder_of_pages_has_to_be_is_named_and_kept(
    briefing: Path, life: Life, printed: Printed
) -> None:
    shutil.rmtree(briefing / "site_src" / "sources")
    put(briefing, {"site_src/sources": b"my own list"})
    assert generate(briefing) == MISTAKE
    check_one_line(printed.readouterr().err, "site_src/sources: was not written by the generator")
    check_healed(briefing, life, "--adopt")
    assert (briefing / "site_src-set-aside" / "sources").read_bytes() == b"my own list"


@pytest.mark.parametrize("name", [".briefing", "site_src", "build"])
def test_a_file_in_place_of_a_folder_is_named_and_kept(briefing: Path, printed: Printed, name: str) -> None:
    shutil.rmtree(briefing / name)
    put(briefing, {name: b"mine"})
    assert generate(briefing) == MISTAKE
    check_one_line(printed.readouterr().err, f"{briefing / name}: ")
    assert (briefing / name).read_bytes() == b"mine"


def other_table(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE made (key TEXT, content TEXT)")
        connection.execute("INSERT INTO made VALUES ('a', 'b')")
    connection.close()


CACHES: dict[str, Callable[[Path], object]] = {
    "lost": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "garbage": lambda path: path.write_bytes(b"garbage" * 999),
    "cut off": lambda path: os.truncate(path, path.stat().st_size // 2),
    "of another version": other_table,
    "with a stray journal": lambda path: path.with_name(path.name + "-wal").write_bytes(b"garbage" * 999),
}


@pytest.mark.parametrize("damage", CACHES.values(), ids=CACHES)
def test_a_damaged_cache_is_made_anew(life: Life, tmp_path: Path, damage: Callable[[Path], object]) -> None:
    path = tmp_path / "cache.sqlite"
    shutil.copy(life.edited / ".briefing" / "cache.sqlite", path)
    damage(path)
    with Cache(path) as cache:
        cache.put("key", encode("made"))
        cache.forget_unused()
    with Cache(path) as cache:
        assert cache.get("key", str) == "made"


def test_a_run_whose_cache_is_damaged_makes_the_same_site(briefing: Path, life: Life) -> None:
    other_table(briefing / ".briefing" / "cache.sqlite")
    check_healed(briefing, life)


STAMPS = {
    "empty": b"",
    "garbage": b"\xff\x00",
    "of another kind": b'{"inputs": 7}',
    "a list": b"[[]]",
    "without end": b'{"more": ' + b"[" * 100_000,
}


@pytest.mark.parametrize("content", STAMPS.values(), ids=STAMPS)
def test_a_damaged_note_of_the_last_run_counts_as_none(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, {".briefing/last-run-build.json": content})
    assert read_last_run(Options(tmp_path, TODAY)) is None


def test_a_lost_note_of_the_last_run_costs_a_build(briefing: Path, life: Life) -> None:
    (briefing / ".briefing" / "last-run-build.json").unlink()
    check_healed(briefing, life)


@pytest.mark.parametrize("name", ["cache.sqlite", "last-run-build.json", "lock"])
def test_a_folder_in_place_of_a_file_of_the_generators_is_named(
    briefing: Path, life: Life, printed: Printed, name: str
) -> None:
    path = briefing / ".briefing" / name
    path.unlink()
    path.mkdir()
    assert generate(briefing) == MISTAKE
    check_one_line(printed.readouterr().err.splitlines()[-1], str(path))
    path.rmdir()
    check_healed(briefing, life)


def test_a_lock_that_is_a_link_changes_nothing_at_its_end(briefing: Path, life: Life) -> None:
    lock = briefing / ".briefing" / "lock"
    lock.unlink()
    lock.symlink_to("../seeds/werft.md")
    check_healed(briefing, life)
    assert (briefing / "seeds" / "werft.md").read_text("utf-8") == AFTER["werft.md"]


def test_a_build_folder_that_is_a_link_stays_one(briefing: Path, life: Life, tmp_path: Path) -> None:
    (briefing / "build").rename(tmp_path / "published")
    (briefing / "build").symlink_to(tmp_path / "published")
    check_healed(briefing, life)
    assert (briefing / "build").is_symlink()
    assert (tmp_path / "published" / ".htaccess").is_file()


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str]) -> Printed:
    return capsys
