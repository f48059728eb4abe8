"""Addresses stay, and where one cannot, the run that breaks it prints the line that keeps it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from briefing.cli import DONE, main
from tests.conftest import TODAY

SEED = "---\ntitle: {title}\ndate: 2024-03-12\n---\n{text}\n"
TEXT = "Die Werft von {} hat am Montag Boote zu Wasser gelassen. Die Fischer warten seit dem Herbst darauf."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Lindow\n")
    (tmp_path / "seeds").mkdir()
    for name, title in (
        ("werft", "Werft lässt Boote zu Wasser"),
        ("a", "Fischmarkt"),
        ("b", "Fischmarkt"),
        ("jp", "港"),
    ):
        write(tmp_path, f"{name}.md", SEED.format(title=title, text=TEXT.format(name)))
    build(tmp_path)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / "seeds" / name).write_text(text, "utf-8")


def build(root: Path) -> None:
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1", "--pages-only"]) == DONE


def rename(root: Path, old: str, new: str) -> None:
    (root / "seeds" / old).rename(root / "seeds" / new)


def suffixed(slug: str, seed: str) -> str:
    return f"{slug}-{hashlib.sha256(seed.encode()).hexdigest()[:8]}"


def reported(root: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    build(root)
    return [line for line in capsys.readouterr().err.splitlines() if ".html is " in line]


def test_a_renamed_seed_keeps_the_address_of_its_headline(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = root / "site_src" / "articles" / "werft-lasst-boote-zu-wasser.md"
    assert page.is_file()
    (root / "seeds" / "2024").mkdir()
    rename(root, "werft.md", "2024/shipyard.md")
    assert reported(root, capsys) == []
    assert page.is_file()


@pytest.mark.parametrize(
    ("old", "new", "former", "address"),
    [
        ("a", "z", suffixed("fischmarkt", "a"), suffixed("fischmarkt", "z")),
        ("jp", "minato", "jp", "minato"),
    ],
)
def test_an_address_that_came_from_the_name_is_told_with_the_line_that_keeps_it(
    root: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, former: str, address: str
) -> None:
    rename(root, f"{old}.md", f"{new}.md")
    (told,) = reported(root, capsys)
    assert told == (
        f"seeds/{new}.md: articles/{former}.html is now articles/{address}.html; "
        f"to keep the old address: seeds/{new}.yml: aliases: [{former}]"
    )
    write(root, f"{new}.yml", f"aliases{told.rpartition('aliases')[2]}\n")
    assert reported(root, capsys) == []
    assert f"articles/{address}.html" in (root / "site_src" / "articles" / f"{former}.md").read_text("utf-8")


def test_two_articles_that_come_to_one_address_are_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "third.md", SEED.format(title="Werft lässt Boote zu Wasser", text=TEXT.format("third")))
    assert reported(root, capsys) == [], "the bare address lists both"
    page = (root / "site_src" / "articles" / "werft-lasst-boote-zu-wasser.md").read_text("utf-8")
    assert page.count("werft-lasst-boote-zu-wasser-") == 2


def test_the_line_to_paste_holds_the_aliases_that_are_there(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, "werft.yml", "aliases: [stapellauf]\n")
    assert reported(root, capsys) == []
    write(root, "werft.yml", "title: Stapellauf in Lindow\naliases: [stapellauf]\n")
    (told,) = reported(root, capsys)
    assert told.endswith("seeds/werft.yml: aliases: [stapellauf, werft-lasst-boote-zu-wasser]")


@pytest.mark.parametrize("edit", ["status: draft\n", "status: exclude\nreason: Not ours.\n", "rights: internal\n", ""])
def test_an_article_that_goes_is_told(root: Path, capsys: pytest.CaptureFixture[str], edit: str) -> None:
    if edit:
        write(root, "werft.yml", edit)
    else:
        (root / "seeds" / "werft.md").unlink()
    (told,) = reported(root, capsys)
    assert re.match(r"seeds/werft: articles/werft-lasst-boote-zu-wasser\.html is gone with its article; ", told)
    assert not (root / "site_src" / "articles" / "werft-lasst-boote-zu-wasser.md").exists()
