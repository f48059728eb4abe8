"""What can be compared: revisions of git, folders, ``briefing.json``; and what cannot, told."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.cli import DONE, MISTAKE, main
from tests.compare.cases import COMMON, Files
from tests.compare.test_cases import put
from tests.conftest import ROOT, TODAY

GERMAN: Files = {
    "seeds/werft.md": COMMON["seeds/werft.md"],
    "seeds/markt.md": "---\ntitle: Markt\n---\nDer Markt war gestern voll.\n",
}


def git(root: Path, *arguments: str) -> str:
    settings = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    done = subprocess.run(["git", "-C", str(root), *settings, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def commit(root: Path, **files: str) -> str:
    for name, text in files.items():
        (root / "seeds" / f"{name}.md").write_text(f"---\ntitle: {name}\n---\n{text}\n", "utf-8")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "An edit")
    return git(root, "rev-parse", "HEAD")


def compared(root: Path, out: Path, *arguments: str) -> dict[str, Any]:
    common = ["--root", str(root), "--today", TODAY, "--jobs", "1", "compare", "--output", str(out)]
    assert main([*common, *arguments]) == DONE
    values = json.loads((out / "review.json").read_text("utf-8"))
    assert isinstance(values, dict)
    return values


def titles(pages: list[dict[str, Any]]) -> list[str]:
    return [page["title"] for page in pages]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    root = tmp_path / "repository"
    put(root, GERMAN)
    (root / ".gitignore").write_text("/.briefing/\n/site_src/\n/build/\n")
    git(root, "init", "-q", "-b", "main")
    commit(root)
    return root


def test_what_happened_on_the_main_branch_meanwhile_is_no_part_of_a_change(repository: Path, tmp_path: Path) -> None:
    git(repository, "checkout", "-qb", "change")
    commit(repository, Hafen="Der Hafen öffnet im Mai.")
    git(repository, "checkout", "-q", "main")
    commit(repository, Schule="Die Schule bleibt zu.", Markt2="Der zweite Markt öffnet.")
    review = compared(repository, tmp_path / "out", "main", "change")
    assert titles(review["added"]) == ["Hafen"]
    assert (review["removed"], review["changed"], review["permalinks"]) == ([], [], [])
    assert sorted(titles(compared(repository, tmp_path / "out", "change")["added"])) == ["Markt2", "Schule"]


def test_the_briefing_as_it_is_is_compared_unless_another_is_named(repository: Path, tmp_path: Path) -> None:
    (repository / "seeds" / "Hafen.md").write_text("---\ntitle: Hafen\n---\nDer Hafen öffnet im Mai.\n", "utf-8")
    review = compared(repository, tmp_path / "out", "HEAD")
    assert titles(review["added"]) == ["Hafen"]  # not committed yet
    assert review["head"] == "the briefing as it is"  # and not the folder where somebody keeps it
    before = git(repository, "status", "--porcelain")
    assert before == "?? seeds/Hafen.md"  # nothing but the desk's own
    assert not (repository / ".briefing" / "compare").exists()


def test_a_briefing_in_a_folder_of_a_repository(tmp_path: Path) -> None:
    top = tmp_path / "top"
    root = top / "desk" / "news"
    put(root, GERMAN)
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "Begin")
    (root / "seeds" / "werft.md").unlink()
    assert titles(compared(root, tmp_path / "out", "main")["removed"]) == ["Werft lässt zwölf Boote zu Wasser"]


def test_a_generator_that_changes_the_pages_is_a_change_too(repository: Path, tmp_path: Path) -> None:
    """Each side is made by the generator that it brings."""
    shutil.copytree(ROOT / "briefing", repository / "briefing", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "generate.py", repository)
    slug = repository / "briefing" / "slug.py"
    slug.write_text(
        slug.read_text("utf-8")
        + "\n_slugify = slugify\ndef slugify(text: str) -> str:\n    return 'x-' + _slugify(text)\n"
    )
    commit(repository)
    (repository / "briefing").rename(repository / "briefing-of-then")
    review = compared(repository, tmp_path / "out", "HEAD")
    assert sorted(link["slug"] for link in review["permalinks"]) == ["x-markt", "x-werft-lasst-zwolf-boote-zu-wasser"]
    assert review["added"] == review["removed"] == []


def test_built_briefings_are_compared_by_their_data(tmp_path: Path) -> None:
    for name, files in (("one", GERMAN), ("two", {**GERMAN, "seeds/markt.md": None})):
        put(tmp_path / name, files)
        assert main(["--root", str(tmp_path / name), "--today", TODAY, "--jobs", "1", "--pages-only"]) == DONE
    one, two = (tmp_path / name / "site_src" for name in ("one", "two"))
    review = compared(tmp_path / "one", tmp_path / "out", str(one / "briefing.json"), str(two))
    assert titles(review["removed"]) == ["Markt"]
    assert review["look"] == [] and review["doubts"] == {"gained": [], "lost": []}  # which nobody knows


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("no-such-branch", "neither a file, a folder nor a revision of git"),
        ("--output=x", "neither a file"),
        ("empty", "holds neither a briefing (mkdocs.yml) nor a briefing.json"),
        ("text.json", "is not JSON"),
        ("other.json", "is no briefing.json of this version"),
    ],
)
def test_what_cannot_be_compared_is_told(
    name: str, words: str, repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(repository)
    (repository / "empty").mkdir()
    (repository / "text.json").write_text("{")
    (repository / "other.json").write_text('{"schema": 99}')
    assert main(["--root", ".", "--today", TODAY, "--jobs", "1", "compare", "--", name]) == MISTAKE
    errors = capsys.readouterr().err
    assert words in errors and len(errors.splitlines()) == 1


def test_a_comment_goes_to_the_terminal(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(repository), "--today", TODAY, "--jobs", "1", "compare", "main"]) == DONE
    assert capsys.readouterr().out.endswith("Nothing that a reader sees changes.\n")
