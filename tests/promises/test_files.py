"""Whatever lies in seeds/: read, or named with its reason; never published, never followed, never waited for."""

from __future__ import annotations

import os
import re
import socket
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.cli import DONE, MISTAKE, main
from briefing.read import SeedFolder, files, read_seeds
from tests.conftest import GOLDEN, TODAY, copy_briefing

WORD = "zorbquay"  # in every text that may not be published
SECRET = f"The {WORD} is nobody's business.\n"


@pytest.fixture
def briefing(tmp_path: Path) -> Path:
    """A briefing of two good seeds."""
    root = copy_briefing(GOLDEN, tmp_path / "briefing")
    (root / "briefing.yml").write_text("", "utf-8")
    for path in (root / "seeds").iterdir():
        path.unlink()
    (root / "seeds" / "bridge.md").write_text("# Bridge opens\n\nThe bridge of Lind opened on 4 March.\n", "utf-8")
    (root / "seeds" / "ferry.md").write_text("# Ferry stops\n\nThe ferry stopped on 5 March.\n", "utf-8")
    return root


def run(root: Path) -> int:
    return main(["--root", str(root), "--today", TODAY, "--jobs", "1", "--pages-only"])


def assert_only_the_good_are_published(root: Path) -> None:
    pages = sorted(path.name for path in (root / "site_src" / "articles").iterdir())
    assert pages == ["bridge-opens.md", "ferry-stops.md", "index.md"]
    published = [path for path in (root / "site_src").rglob("*") if path.is_file()]
    assert [path for path in published if WORD.encode() in path.read_bytes().lower()] == []


UNTOLD = "is in an encoding that cannot be told; save it as UTF-8"
BYTES = {
    "empty.txt": (b"", "is empty"),
    "spaces.md": (b" \n\t\r\n", "is empty"),
    "invisible.txt": ("\u200b\u2060\ufeff\n".encode(), "holds no text"),
    "markup.html": (b"<html><body><script>zorbquay()</script><p></p></body></html>", "holds no text"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4, "is binary, not text"),
    "program.md": (b"\x7fELF\2\1\1" + b"\0" * 60 + b"zorbquay", "is binary, not text"),
    "archive.html": (b"PK\3\4\x14\0\0\0\x08\0" + bytes(range(256)), "is binary, not text"),
    "nul.txt": (b"The zorbquay\0is closed.\n", "is binary, not text"),
    "four-bytes.txt": (SECRET.encode("utf-32"), "is binary, not text"),
    "half-a-pair.txt": (b"\xff\xfeh\0a\0r", "is not valid UTF-16"),
    "lone-surrogate.txt": (b"\xff\xfe" + b"h\0\0\xd8a\0", "is not valid UTF-16"),
    "cut-utf8.txt": ("The zorbquay 港は".encode()[:-1], UNTOLD),
    "overlong.txt": (b"zorbquay \xc0\xaf\xc0\xae", UNTOLD),
    "koi8.txt": ("Порт снова открыт, zorbquay.".encode("koi8-r"), UNTOLD),
    "sjis.txt": ("港は月曜日に zorbquay".encode("shift_jis"), UNTOLD),
    "report.pdf": (b"%PDF-1.7 zorbquay", "is no seed: those end in .txt, .md, .html or .htm"),
    "page.markdown": (b"# zorbquay", "is no seed by its name; rename it to end in .md"),
    "no-suffix": (b"zorbquay", "is no seed: those end in .txt, .md, .html or .htm"),
    "bad\nname.txt": (b"zorbquay", "has control characters in its name"),
}  # fmt: skip


def test_content_that_is_no_text_is_named_with_its_reason(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, (content, _) in BYTES.items():
        (briefing / "seeds" / name).write_bytes(content)
    (briefing / "seeds" / "long.txt").write_bytes(b"zorbquay\n" * 400_000)
    assert run(briefing) == DONE
    told = capsys.readouterr().err.splitlines()
    expected = {f"seeds/{name}".replace("\n", "\\n"): reason for name, (_, reason) in BYTES.items()}
    expected["seeds/long.txt"] = "is larger than 1,000,000 bytes (seed_limit in briefing.yml)"
    assert told == [f"{file}: left out: {reason}" for file, reason in sorted(expected.items())]
    assert_only_the_good_are_published(briefing)


@pytest.mark.skipif(os.name == "nt", reason="needs links, pipes and sockets")
def test_what_is_no_file_is_neither_opened_nor_followed(
    briefing: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds, outside = briefing / "seeds", tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text(SECRET)
    links = {
        "out.txt": outside / "secret.txt",
        "out-of-the-tree": outside,
        "up": Path(".."),
        "loop.txt": Path("loop.txt"),
        "ring-a.md": Path("ring-b.md"),
        "ring-b.md": Path("ring-a.md"),
        "self": seeds,
        "nowhere.html": Path("/nonexistent/zorbquay.html"),
        "kernel.txt": Path("/proc/self/environ"),
    }
    for name, target in links.items():
        (seeds / name).symlink_to(target)
    os.mkfifo(seeds / "pipe.txt")
    monkeypatch.chdir(seeds)  # the path of a socket has room for a hundred characters
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket.txt")
        devices = _make_device(seeds / "zero.txt")
        assert run(briefing) == DONE
    told = capsys.readouterr().err.splitlines()
    expected = dict.fromkeys(links, "is a link, not a regular file")
    expected |= dict.fromkeys(["pipe.txt", "socket.txt", *devices], "is not a regular file")
    assert told == [f"seeds/{name}: left out: {reason}" for name, reason in sorted(expected.items())]
    assert_only_the_good_are_published(briefing)


def _make_device(path: Path) -> list[str]:
    """A device that gives zeros without end, where this user may make one."""
    try:
        os.mknod(path, 0o20644, os.makedev(1, 5))
    except PermissionError:
        return []
    return [path.name]


def test_a_link_for_a_sidecar_is_a_mistake_not_a_way_out(briefing: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text(f"title: The {WORD}\n")
    (briefing / "seeds" / "bridge.yml").symlink_to(tmp_path / "secret.yml")
    assert run(briefing) == MISTAKE
    assert not list((briefing / "site_src").rglob("*.md"))


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "cannot be opened (Permission denied)"),
        (FileNotFoundError(2, "No such file or directory"), "cannot be opened (No such file or directory)"),
        (OSError(5, "Input/output error"), "cannot be opened (Input/output error)"),
        (OSError(116, "Stale file handle"), "cannot be opened (Stale file handle)"),
    ],
)
def test_a_file_that_cannot_be_opened_is_named(
    briefing: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    reason: str,
) -> None:
    """Refused by the system, which root never is; so the refusal is made here."""
    (briefing / "seeds" / "shut.txt").write_text(SECRET)
    real = os.open

    def refuse(path: str | Path, *rest: int, **more: int) -> int:
        if str(path).endswith("shut.txt"):
            raise error
        return real(path, *rest, **more)

    monkeypatch.setattr(files.os, "open", refuse)
    assert run(briefing) == DONE
    assert capsys.readouterr().err == f"seeds/shut.txt: left out: {reason}\n"
    assert_only_the_good_are_published(briefing)


@pytest.mark.skipif(os.name == "nt", reason="needs pipes")
@pytest.mark.parametrize("becomes", ["gone", "pipe", "link", "folder"])
def test_a_file_that_changes_while_it_is_read_is_named(
    briefing: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, becomes: str
) -> None:
    victim = briefing / "seeds" / "moving.txt"
    (tmp_path / "secret.txt").write_text(SECRET)

    def change() -> None:
        victim.unlink()
        if becomes == "pipe":
            os.mkfifo(victim)
        elif becomes == "link":
            victim.symlink_to(tmp_path / "secret.txt")
        elif becomes == "folder":
            victim.mkdir()

    folder = _read_with(briefing, victim, change, monkeypatch)
    assert [(file.file, file.reason.partition(" (")[0]) for file in folder.unread] == [
        ("seeds/moving.txt", "is not a regular file" if becomes == "pipe" else "cannot be opened")
    ]
    assert [seed.id for seed in folder.seeds] == ["bridge", "ferry"]


def _read_with(root: Path, victim: Path, change: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> SeedFolder:
    """The folder as read when ``change`` happens between the finding of ``victim`` and its opening."""
    from briefing.model import Settings
    from briefing.read import seeds

    victim.write_text(SECRET)
    find = seeds.find_files

    def find_then_change(folder: Path) -> list[files.Found]:
        found = find(folder)
        change()
        return found

    monkeypatch.setattr(seeds, "find_files", find_then_change)
    return read_seeds(root, Settings(site_name=""))


NAMES = (
    "CON.txt", "aux.md", "nul.html", "com1.htm", "LPT9.txt", "con.con.txt", "trailing dot..txt", "trailing space .txt",
    "index.txt", "404.txt", "search.md", "tags.md", "a" * 250 + ".txt", "ß" * 120 + ".txt", "港" * 80 + ".txt",
    "quote\"'`.txt", "hash#mark?.txt", "per%20cent%2e%2e.txt", "..leading.txt", "-rf.txt", "~.txt", "$HOME.txt",
    "semi;colon&and|pipe.txt", "<b>.txt", "{{ x }}.md", "[a](b).md", "back\\slash.txt", "emoji 🚢.txt", "شاطئ.txt",
    "deep/" * 40 + "seed.txt", "a.txt.txt", "UPPER.TXT", "Mixed.HtMl", "dot.", "1.txt", "2.5.txt", "...txt",
)  # fmt: skip


def test_every_name_that_a_file_may_have_gets_a_page_of_its_own(briefing: Path) -> None:
    """Long, reserved and odd names: each is read and has a permalink that every system takes, or is named."""
    names = [name for name in NAMES if not name.startswith(".")]
    for number, name in enumerate(names):  # with no letter in the text that an address could be made of
        path = briefing / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"港は月曜日に開いた。\n\n市長は{number}隻の船を見た。\n", "utf-8")
    assert run(briefing) == DONE
    pages = [path.name for path in (briefing / "site_src" / "articles").iterdir() if path.name != "index.md"]
    assert len(pages) == len([name for name in names if name != "dot."]) + 2
    for page in pages:
        assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,89}\.md", page)
        assert page[:-3] not in ("con", "prn", "aux", "nul", "com1", "lpt9", "index")
    assert len({unicodedata.normalize("NFC", page).casefold() for page in pages}) == len(pages)


@pytest.mark.parametrize(
    "pair",
    [
        ("News.txt", "news.txt"),
        ("news.txt", "NEWS.md"),
        ("Café.txt", unicodedata.normalize("NFD", "café.txt")),
        ("x/a.txt", "X/a.txt"),
        ("straße.txt", "STRASSE.txt"),
        ("ﬁsh.txt", "fish.txt"),
    ],
)
def test_names_that_clash_on_some_system_are_a_mistake(
    briefing: Path, capsys: pytest.CaptureFixture[str], pair: tuple[str, str]
) -> None:
    for name in pair:
        (briefing / "seeds" / name).parent.mkdir(exist_ok=True)
        (briefing / "seeds" / name).write_text(SECRET)
    if len(list((briefing / "seeds").rglob("*.*"))) < 4:
        pytest.skip("this system takes the two names for one already")
    assert run(briefing) == MISTAKE
    assert "has the same id as seeds/" in capsys.readouterr().err
    assert list((briefing / "site_src").glob("**/*.md")) == []


def test_ten_thousand_empty_files_are_each_named(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(10_000):
        (briefing / "seeds" / f"{number}.txt").touch()
    assert run(briefing) == DONE
    captured = capsys.readouterr()
    assert len(re.findall(r"^seeds/\d+\.txt: left out: is empty$", captured.err, re.MULTILINE)) == 10_000
    assert "10000 files left out" in captured.out
    assert_only_the_good_are_published(briefing)


UNITS = (
    "[", "(", "{", "<", ">", "|", "&", "*", "_", "~", "`", "#", "^", "\\", "/", "“", '"', "'", "’", "«", "—", "-", ".",
    ",", ":", "%", "1", "é", "中", "\u0301", "\u200d", "\u202e", "\u00a0", "\t", "👨‍👩‍👧", "a", "a b ",
    "- ", "> ", "| a ", "1. ", "![", "](", "[a](", "[^1]", "{{", "<b>", "<div>", "</div>", "<!--", "<a href=x>",
    "&amp;", "http://a.b/", "a@b.c ", "Paul Smith ", "A. ", "Mr. ", "U.S. ", "of the ", "said ", "“No,” he said. ",
    "on Monday ", "January 5, 2024 ", "two days ago, ", "$5 ", "12.5 million ", "more than 5 ", "By ",
    "© ", "Secretary of State ",
)  # fmt: skip
SUFFIXES = (".txt", ".md", ".html")
ENOUGH = 20.0  # seconds of a core, a multiple of what it takes: what has no end, or goes with the square, takes minutes


def test_no_million_bytes_keep_the_generator_busy(tmp_path: Path, everything: bool) -> None:
    """One sign over and over, and a text that never repeats, in lines of three lengths and every format."""
    from briefing.annotate import annotate
    from briefing.model import Settings
    from tests.promises.edits import RandomBriefing

    kinds = [(unit, length, suffix) for unit in UNITS for length in (49_000, 5_000, 50) for suffix in SUFFIXES]
    texts = [(kind, _repeated(*kind[:2]), kind[2]) for kind in (kinds if everything else kinds[::61])]
    book = RandomBriefing(tmp_path / "book", 1).book(900_000)
    (tmp_path / "one" / "seeds").mkdir(parents=True)
    for kind, text, suffix in [*texts, ("a book", book, ".txt")]:
        path = tmp_path / "one" / "seeds" / f"a{suffix}"
        path.write_text(_page_of(text) if suffix == ".html" else text, "utf-8")
        before = time.process_time()
        folder = read_seeds(tmp_path / "one", Settings(site_name="", seed_limit=2_000_000))
        list(annotate(folder.seeds, 1))
        assert time.process_time() - before < ENOUGH, kind
        path.unlink()


def _repeated(unit: str, length: int) -> str:
    line = unit * (length // len(unit))
    return "\n\n".join([line] * min(9_900, 999_000 // len((line + "\n\n").encode())))


def _page_of(text: str) -> str:
    paragraphs = text.replace("\n\n", "</p>\n<p>")
    return f"<html><head><title>T</title></head><body><article><p>{paragraphs}</p></article></body></html>"
