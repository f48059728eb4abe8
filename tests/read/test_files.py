"""Finding and decoding: odd files are named with a reason, and the rest is read."""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.errors import AuthorError
from briefing.model import Settings
from briefing.read import SeedFolder, read_seeds
from briefing.read.content import Content

TEXT = "Café reopens\n\nThe café opened on Monday — for £5.\n"
POLISH = "Zażółć gęślą jaźń, powiedział burmistrz miasta.\n"
RUSSIAN = "Порт снова открыт, сказал мэр города.\n"


def read(root: Path, files: dict[str, bytes], limit: int = 1_000_000) -> SeedFolder:
    for name, content in files.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return read_seeds(root, Settings(site_name="", seed_limit=limit))


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_encodings_that_can_be_told(tmp_path: Path, content: bytes) -> None:
    lines = read(tmp_path, {"a.txt": content}).seeds[0].lines
    assert [line.text for line in lines] == ["Café reopens", "", "The café opened on Monday — for £5."]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        ("\u200b\n".encode(), "holds no text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is binary, not text"),
        (b"\x01\x02\x03\x04\x05\x06\x07 short", "is binary, not text"),
        (b"\xff\xfea", "is not valid UTF-16"),
        (RUSSIAN.encode("koi8-r"), "is in an encoding that cannot be told; save it as UTF-8"),
        (POLISH.encode("iso-8859-2"), "is in an encoding that cannot be told; save it as UTF-8"),
        ("港は月曜日に再び開いた。".encode("shift_jis"), "is in an encoding that cannot be told; save it as UTF-8"),
        (b"x" * 101, "is larger than 100 bytes (seed_limit in briefing.yml)"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_reason(tmp_path: Path, content: bytes, reason: str) -> None:
    folder = read(tmp_path, {"bad.txt": content, "good.txt": b"Text"}, limit=100)
    assert [(file.file, file.reason) for file in folder.unread] == [("seeds/bad.txt", reason)]
    assert [seed.id for seed in folder.seeds] == ["good"]


def test_a_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN * 3}</p></body></html>'
    seed = read(tmp_path, {"a.html": page.encode("koi8-r")}).seeds[0]
    assert seed.lines[0].text.startswith("Порт снова открыт")


def test_what_is_not_a_seed(tmp_path: Path) -> None:
    ignored = [
        ".hidden.txt",
        ".git/a.txt",
        "README.md",
        "readme.txt",
        "old/README",
        "page_files/x.html",
        "a_files/b.js",
    ]
    files = dict.fromkeys([*ignored, "a.pdf", "b.markdown", "c", "sub.d/e.f.TXT"], b"Text")
    folder = read(tmp_path, files)
    assert [(seed.id, seed.file) for seed in folder.seeds] == [("sub.d/e.f", "seeds/sub.d/e.f.TXT")]
    assert [file.file for file in folder.unread] == ["seeds/a.pdf", "seeds/b.markdown", "seeds/c"]
    assert folder.unread[1].reason == "is no seed by its name; rename it to end in .md"


@pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")
def test_links_pipes_and_strange_names_are_not_opened(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (seeds / "link.txt").symlink_to(tmp_path / "secret.txt")
    (seeds / "folder").symlink_to(tmp_path)
    os.mkfifo(seeds / "pipe.txt")
    Path(os.fsdecode(os.fsencode(seeds) + b"/\xff.txt")).write_text("text")
    (seeds / "line\nend.txt").write_text("text")
    folder = read_seeds(tmp_path, Settings(site_name=""))
    assert folder.seeds == ()
    assert [(file.file, file.reason) for file in folder.unread] == [
        ("seeds/\\udcff.txt", "has a name that is not UTF-8"),
        ("seeds/folder", "is a link, not a regular file"),
        ("seeds/line\\nend.txt", "has control characters in its name"),
        ("seeds/link.txt", "is a link, not a regular file"),
        ("seeds/pipe.txt", "is not a regular file"),
    ]


def test_ids_are_composed_and_sorted_and_keep_the_hash_of_the_bytes(tmp_path: Path) -> None:
    folder = read(tmp_path, {unicodedata.normalize("NFD", "é.txt"): b"Text", "b/a.txt": b"Text", "a.txt": b"Text\n"})
    assert [seed.id for seed in folder.seeds] == ["a", "b/a", "é"]
    assert len({seed.sha256 for seed in folder.seeds}) == 2


@pytest.mark.parametrize("names", [("A.txt", "a.md"), ("é.txt", "e\u0301.txt"), ("x/a.txt", "X/a.html")])
def test_names_that_some_systems_take_for_one_are_a_mistake(tmp_path: Path, names: tuple[str, str]) -> None:
    with pytest.raises(AuthorError, match="has the same id as"):
        read(tmp_path, dict.fromkeys(names, b"Text"))


def test_a_sidecar_must_be_a_file_and_yaml(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("Text")
    (seeds / "a.yml").symlink_to(tmp_path / "elsewhere.yml")
    with pytest.raises(AuthorError, match=r"seeds/a\.yml: is a link, not a regular file, expected a sidecar"):
        read_seeds(tmp_path, Settings(site_name=""))


def test_the_sidecar_of_an_unreadable_seed_is_no_mistake(tmp_path: Path) -> None:
    folder = read(tmp_path, {"a.txt": b"\0\1", "a.yml": b"keep: 3\nnote: A note\n"})
    assert (len(folder.unread), folder.seeds) == (1, ())


def test_pages_are_remembered_by_content_and_name(tmp_path: Path) -> None:
    kept: dict[str, Content] = {}
    read(tmp_path, {"a.md": b"# A\n\nText", "b.txt": b"Text"})

    def recall(key: str, make: Callable[[], Content]) -> Content:
        return kept[key] if key in kept else kept.setdefault(key, make())

    first = read_seeds(tmp_path, Settings(site_name=""), recall)
    assert [key.split()[1] for key in kept] == ["seeds/a.md"]
    assert read_seeds(tmp_path, Settings(site_name=""), recall) == first


@pytest.mark.parametrize("file", ["a.txt", "a.md", "a.html"])
def test_a_hundred_thousand_lines_are_no_article(tmp_path: Path, file: str) -> None:
    text = b"<h1>h</h1>\n" * 90_000 if file == "a.html" else b"# h\n" * 100_000
    folder = read(tmp_path, {file: text, "b.txt": b"Text"})
    assert [seed.id for seed in folder.seeds] == ["b"]
    assert folder.unread[0].reason.startswith("has more than 10,000 lines")


def test_a_paragraph_without_end_is_no_article(tmp_path: Path) -> None:
    folder = read(tmp_path, {"a.txt": b"word " * 10_001, "b.txt": b"word " * 9_999})
    assert [seed.id for seed in folder.seeds] == ["b"]
    assert folder.unread[0].reason.startswith("has a line or paragraph of more than 50,000 characters")
