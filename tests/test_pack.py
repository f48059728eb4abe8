"""The offline zip: the whole site, the same bytes for the same site, names that every system takes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from briefing import disk
from briefing.cli import DONE, MISTAKE, USAGE, main
from briefing.errors import AuthorError
from briefing.pack import PATH_LENGTH, Package, package_name, write_package
from tests.conftest import TODAY

CLASHING = {"build/articles/a.html", "build/articles/Straße.html"}  # of two names that are one, the later is told


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return put(tmp_path / "build", {"index.html": "front", "articles/a.html": "a" * 9999, "articles/Straße.html": "ß"})


def put(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def pack(site: Path, target: Path) -> Package:
    return write_package(site, target, "The Lindow File", "2024-04-01", "local")


def test_the_zip_holds_every_file_in_one_folder_with_its_sum(site: Path, tmp_path: Path) -> None:
    (site / ".gitkeep").touch()
    package = pack(site, tmp_path / "out" / "lindow.zip")
    with zipfile.ZipFile(package.path) as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path / "unpacked")
    (top,) = (tmp_path / "unpacked").iterdir()
    assert top.name == "the-lindow-file-2024-04-01"
    assert sorted(path for path, _ in disk.listing(top)) == sorted(
        ["README.txt", "SHA256SUMS", "index.html", "articles/a.html", "articles/Straße.html"]
    )
    assert "open index.html" in (top / "README.txt").read_text("utf-8")
    sums = dict(reversed(line.split("  ")) for line in (top / "SHA256SUMS").read_text("utf-8").splitlines())
    assert sums == {path: disk.sha256_of(top / path) for path, _ in disk.listing(top) if path != "SHA256SUMS"}
    assert package.sum_path.read_text("utf-8") == f"{disk.sha256_of(package.path)}  lindow.zip\n"


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum on this system")
def test_sha256sum_checks_the_zip_and_what_is_in_it(site: Path, tmp_path: Path) -> None:
    package = pack(site, tmp_path / "lindow.zip")
    with zipfile.ZipFile(package.path) as archive:
        archive.extractall(tmp_path)
    unpacked = tmp_path / "the-lindow-file-2024-04-01"
    for folder, sums in ((tmp_path, "lindow.zip.sha256"), (unpacked, "SHA256SUMS")):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", sums], cwd=folder, check=True)
    (unpacked / "index.html").write_text("changed on the way", "utf-8")
    assert subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=unpacked, check=False).returncode == 1


def test_the_machine_leaves_no_trace_in_the_zip(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pack(site, tmp_path / "first.zip").path.read_bytes()
    other = tmp_path / "elsewhere" / "build"
    shutil.copytree(site, other)
    for path in other.rglob("*"):
        os.utime(path, (1, 1))
        if path.is_file():
            path.chmod(0o600)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setattr("sys.platform", "win32")
    assert pack(other, tmp_path / "second.zip").path.read_bytes() == first
    with zipfile.ZipFile(tmp_path / "first.zip") as archive:
        entries = archive.infolist()
    assert {(e.date_time, e.external_attr >> 16, e.create_system) for e in entries} == {
        ((2024, 4, 1, 0, 0, 0), 0o100644, 3)
    }
    assert [e.filename for e in entries if e.flag_bits & 0x800] == ["the-lindow-file-2024-04-01/articles/Straße.html"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("Aux.html", "a device"),
        ("lpt3/index.html", "a device"),
        ("com¹.txt", "a device"),
        ("dot./a.html", "ends with a dot"),
        ("space .html /a.html", "ends with a space"),
        ("what?.html", "some system refuses"),
        ("back\\slash.html", "some system refuses"),
        ("line\nbreak.html", "some system refuses"),
        ("articles/A.html", "is one with 'articles/A.html'"),
        ("Articles/b.html", "is one with 'Articles'"),
        ("readme.txt", "is one with 'README.txt'"),
        ("SHA256SUMS", "is one with 'SHA256SUMS'"),
        (f"{'a' * PATH_LENGTH}.html", "too long"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_a_name_that_some_system_refuses_is_told_and_nothing_is_written(
    site: Path, tmp_path: Path, path: str, reason: str
) -> None:
    put(site, {path: "x"})
    with pytest.raises(AuthorError) as refused:
        pack(site, tmp_path / "lindow.zip")
    assert all(reason in mistake.message for mistake in refused.value.mistakes)
    assert {mistake.path for mistake in refused.value.mistakes} <= {f"build/{path}", *CLASHING}
    assert not list(tmp_path.glob("lindow*"))


def test_names_that_only_look_odd_are_taken(site: Path, tmp_path: Path) -> None:
    put(site, {"index/index.html": "", "company.html": "", "aux-article.html": "", "nullable.html": "", "com.html": ""})
    assert pack(site, tmp_path / "lindow.zip").files == 8


def test_a_disk_that_is_full_leaves_the_former_zip(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = pack(site, tmp_path / "lindow.zip").path.read_bytes()
    put(site, {"more.html": "more"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("briefing.pack.shutil.copyfileobj", full)
    with pytest.raises(OSError, match="No space left"):
        pack(site, tmp_path / "lindow.zip")
    assert (tmp_path / "lindow.zip").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "lindow.zip", "lindow.zip.sha256"]


def test_a_name_is_short_and_says_for_whom() -> None:
    assert package_name("Straßen & Brücken", "2024-04-01", "public") == "strassen-brucken-2024-04-01"
    assert package_name("東京", "2024-04-01", "internal") == "briefing-2024-04-01-internal"
    assert package_name("one two " * 20, "2024-04-01", "local") == "one-two-one-two-one-two-one-two-one-two-2024-04-01"


def test_pack_builds_the_site_for_its_readers_and_says_what_it_wrote(
    golden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "briefing"
    shutil.copytree(golden, root)
    (root / "seeds" / "harbour-closed.yml").write_text("rights: internal\n", "utf-8")
    arguments = ["--root", str(root), "--today", TODAY, "--jobs", "1", "pack"]
    assert main([*arguments, "--audience", "public"]) == DONE
    (path,) = (root / "dist").glob("*.zip")
    out = capsys.readouterr().out
    assert str(path) in out and f"{path.name}.sha256" in out and "to take it back" in out
    with zipfile.ZipFile(path) as archive:
        held = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    built = {file: (root / "build" / file).read_bytes() for file, _ in disk.listing(root / "build")}
    assert {name: content for name, content in held.items() if name not in ("README.txt", "SHA256SUMS")} == built
    assert b"Nobody has slept" not in b"".join(held.values())
    before = hashlib.sha256(path.read_bytes()).digest()
    assert main([*arguments, "--audience", "public"]) == DONE
    assert hashlib.sha256(path.read_bytes()).digest() == before


def test_pack_overwrites_nothing_but_a_zip(golden: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--root", str(golden), "--today", TODAY, "pack", "--output"]
    letter = tmp_path / "letter.txt"
    letter.write_text("mine\n", "utf-8")
    for output in (letter, tmp_path, golden / "build" / "x.zip", golden / "seeds" / "x.zip"):
        assert main([*arguments, str(output)]) == USAGE
        assert str(output) in capsys.readouterr().err
    assert letter.read_text("utf-8") == "mine\n"


def test_pack_of_a_briefing_with_a_mistake_makes_no_zip(golden: Path, tmp_path: Path) -> None:
    root = tmp_path / "briefing"
    shutil.copytree(golden, root)
    (root / "briefing.yml").write_text("raits: full\n", "utf-8")
    assert main(["--root", str(root), "--today", TODAY, "pack"]) == MISTAKE
    assert not (root / "dist").exists()
