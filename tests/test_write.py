"""What reaches site_src/, and what never leaves it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing import disk, write
from briefing.errors import AuthorError
from briefing.write import Changes, is_intact, write_pages


def put(site: Path, pages: dict[str, str]) -> Changes:
    return write_pages(pages.items(), site, site.parent / "staging")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site_src"


def files(site: Path) -> dict[str, str]:
    return {path: (site / path).read_text() for path, _ in disk.listing(site)}


def test_pages_are_written_changed_and_removed(site: Path) -> None:
    assert put(site, {"a.md": "1", "b/c.md": "2"}).added == ("a.md", "b/c.md")
    changes = put(site, {"a.md": "1", "d.md": "3"})
    assert (changes.added, changes.changed, changes.removed) == (("d.md",), (), ("b/c.md",))
    assert files(site) == {"a.md": "1", "d.md": "3"}
    assert not (site / "b").exists()
    assert put(site, {"a.md": "2", "d.md": "3"}).changed == ("a.md",)


def test_a_second_run_writes_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, {"a.md": "1"})
    monkeypatch.setattr(disk, "place_file", lambda *_: pytest.fail("wrote a page"))
    monkeypatch.setattr(disk, "write_file", lambda *_: pytest.fail("wrote a manifest"))
    assert not put(site, {"a.md": "1"})


def test_a_file_written_by_hand_is_never_overwritten(site: Path) -> None:
    site.mkdir()
    (site / "a.md").write_text("mine")
    (site / "other.md").write_text("mine too")
    with pytest.raises(AuthorError) as error:
        put(site, {"a.md": "theirs", "b.md": "new"})
    assert [(m.path, m.line) for m in error.value.mistakes] == [("site_src/a.md", None)]
    assert files(site) == {"a.md": "mine", "other.md": "mine too"}


def test_a_page_edited_by_hand_is_neither_overwritten_nor_removed(site: Path) -> None:
    put(site, {"a.md": "1", "b.md": "1"})
    (site / "a.md").write_text("edited")
    with pytest.raises(AuthorError, match=r"site_src/a\.md: was edited by hand"):
        put(site, {"a.md": "2", "b.md": "2"})
    assert files(site) == {"a.md": "edited", "b.md": "1"}
    assert put(site, {"b.md": "1"}).kept == ("a.md",)
    assert files(site) == {"a.md": "edited", "b.md": "1"}


def test_a_page_deleted_by_hand_comes_back(site: Path) -> None:
    put(site, {"a.md": "1"})
    (site / "a.md").unlink()
    assert not is_intact(site)
    assert put(site, {"a.md": "1"}).added == ("a.md",)
    assert is_intact(site)


@pytest.mark.parametrize("moves", [0, 1, 2])
def test_a_run_killed_between_two_files_is_healed_by_the_next(
    site: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    put(site, {"a.md": "1", "b.md": "1", "gone.md": "1"})
    place, placed = disk.place_file, []

    def killed(staged: Path, target: Path) -> None:
        if len(placed) == moves:
            raise KeyboardInterrupt
        placed.append(target)
        place(staged, target)

    monkeypatch.setattr(disk, "place_file", killed)
    with pytest.raises(KeyboardInterrupt):
        put(site, {"a.md": "2", "b.md": "2", "c.md": "2"})
    monkeypatch.setattr(disk, "place_file", place)
    assert not is_intact(site)
    put(site, {"a.md": "3", "b.md": "2", "c.md": "3"})
    assert files(site) == {"a.md": "3", "b.md": "2", "c.md": "3"}
    assert is_intact(site)


def test_a_lost_manifest_makes_every_file_somebody_elses(site: Path) -> None:
    put(site, {"a.md": "1", "b.md": "1"})
    (site / write.MANIFEST).write_text("{broken")
    with pytest.raises(AuthorError, match="was not written by the generator"):
        put(site, {"a.md": "2", "b.md": "1"})
    put(site, {"a.md": "1", "b.md": "1"})
    assert json.loads((site / write.MANIFEST).read_text())["files"].keys() == {"a.md", "b.md"}


def test_two_pages_of_one_path_are_a_bug(site: Path) -> None:
    with pytest.raises(ValueError, match=r"A\.md and a\.md"):
        write_pages([("A.md", "1"), ("a.md", "2")], site, site.parent / "staging")


def test_a_failed_write_leaves_the_former_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "file"
    disk.write_file(target, b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        disk.write_file(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_the_lock_lets_one_run_in(tmp_path: Path) -> None:
    from briefing.errors import EnvironmentFault

    with disk.lock(tmp_path), pytest.raises(EnvironmentFault, match="another run"), disk.lock(tmp_path):
        pass
    with disk.lock(tmp_path):
        pass


def test_swapping_in_keeps_dot_files_and_drops_the_rest(tmp_path: Path) -> None:
    staged, target = tmp_path / "staging" / "site", tmp_path / "build"
    staged.mkdir(parents=True)
    (staged / "index.html").write_text("new")
    target.mkdir()
    (target / ".gitkeep").write_text("")
    (target / "old.html").write_text("old")
    disk.swap_in(staged, target)
    assert sorted(path.name for path in target.iterdir()) == [".gitkeep", "index.html"]
    assert not staged.exists()
    assert list((tmp_path / "staging").iterdir()) == []
