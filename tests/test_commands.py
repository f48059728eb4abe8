"""The commands as an editor uses them: on a whole briefing, with their messages and exit statuses."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

from briefing import annotate, disk, site
from briefing.cli import DONE, INTERRUPTED, MISTAKE, USAGE, main
from tests.conftest import GOLDEN, ROOT, TODAY, copy_briefing


def snapshot(root: Path) -> dict[str, bytes]:
    folders = ("seeds", "site_src", "build")
    return {f"{f}/{path}": (root / f / path).read_bytes() for f in folders for path, _ in disk.listing(root / f)}


def pages_of(site: Path) -> dict[str, bytes]:
    return {path: (site / path).read_bytes() for path, _ in disk.listing(site) if path.endswith(".html")}


@pytest.fixture
def briefing(golden: Path, tmp_path: Path) -> Path:
    """A copy of the golden briefing, built, with its cache."""
    root = tmp_path / "briefing"
    shutil.copytree(golden, root, symlinks=True)
    return root


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "--today", TODAY, "--jobs", "1", *arguments])


def test_every_seed_has_its_page(golden: Path) -> None:
    ready = [p for p in (golden / "seeds").iterdir() if p.suffix in (".txt", ".md", ".html")]
    pages = [p for p in (golden / "build" / "articles").iterdir() if p.name != "index.html"]
    assert len(pages) == len(ready)


def test_an_unchanged_run_starts_neither_mkdocs_nor_the_model(
    briefing: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(briefing) == DONE  # copied files have other times, so the site is built once more
    before = snapshot(briefing)
    monkeypatch.setattr(annotate, "_annotate_batch", lambda _: pytest.fail("read an article"))
    monkeypatch.setattr(site, "_run_mkdocs", lambda *_: pytest.fail("started MkDocs"))
    capsys.readouterr()
    assert run(briefing) == DONE
    assert "nothing has changed: 7 articles" in capsys.readouterr().out
    assert snapshot(briefing) == before


def test_an_unchanged_run_loads_no_heavy_library(briefing: Path) -> None:
    assert run(briefing) == DONE
    code = (
        "import sys; from briefing.cli import main; "
        f"status = main(['--root', {str(briefing)!r}, '--today', {TODAY!r}, '--jobs', '1']); "
        "print(status, sorted({'spacy', 'mkdocs', 'numpy', 'scipy', 'trafilatura', 'lxml'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.splitlines()[-1] == "0 []"


def test_an_edit_annotates_only_what_it_touched(briefing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    real = annotate._annotate_batch
    monkeypatch.setattr(annotate, "_annotate_batch", lambda seeds: (read.extend(s.id for s in seeds), real(seeds))[1])
    seed = briefing / "seeds" / "harbour-closed.txt"
    seed.write_text(seed.read_text("utf-8").replace("third day on Tuesday", "fourth day on Wednesday"), "utf-8")
    assert run(briefing) == DONE
    assert read == ["harbour-closed"]
    page = next((briefing / "build" / "articles").glob("storm-closes-harbour*.html"))
    assert "fourth day on" in page.read_text("utf-8")


def test_a_cached_run_equals_a_clean_one(briefing: Path, tmp_path: Path) -> None:
    (briefing / "seeds" / "fish-prices.md").unlink()
    (briefing / "seeds" / "new.txt").write_text(
        "Lindow opens\n\nThe harbour of Lindow opened on 22 March 2024.\n", "utf-8"
    )
    (briefing / "seeds" / "new.yml").write_text("title: Lindow opens again\n", "utf-8")
    assert run(briefing) == DONE
    clean = tmp_path / "clean"
    copy_briefing(briefing, clean)
    assert run(clean) == DONE
    assert snapshot(briefing) == snapshot(clean)


def test_plain_mkdocs_makes_the_same_site(briefing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1711929600")
    assert run(briefing) == DONE
    ours = snapshot(briefing)
    assert run(briefing, "--pages-only") == DONE
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    for _ in range(2):
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
        subprocess.run(command, cwd=briefing, env=environment, check=True)
        assert snapshot(briefing) == ours
    assert run(briefing) == DONE
    assert snapshot(briefing) == ours


def test_properdocs_builds_the_same_pages(briefing: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "properdocs", "build", "-f", "mkdocs.yml", "-d", str(tmp_path / "other")]
    subprocess.run(command, cwd=briefing, check=True, capture_output=True)
    ours, theirs = pages_of(briefing / "build"), pages_of(tmp_path / "other")
    assert ours.keys() == theirs.keys()
    assert [path for path in ours if ours[path] != theirs[path]] == []


def test_seeds_are_never_written(golden: Path) -> None:
    for path in (GOLDEN / "seeds").iterdir():
        assert (golden / "seeds" / path.name).read_bytes() == path.read_bytes()


def test_mistakes_are_told_all_at_once_and_change_nothing(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(briefing)
    (briefing / "briefing.yml").write_text("raits: full\n", "utf-8")
    (briefing / "seeds" / "minister-visits.yml").write_text("titel: x\ndate: 2024-02-30\n", "utf-8")
    assert run(briefing) == MISTAKE
    errors = capsys.readouterr().err
    for start in ("briefing.yml:1:1: ", "seeds/minister-visits.yml:1:1: ", "seeds/minister-visits.yml:2:7: "):
        assert any(line.startswith(start) for line in errors.splitlines()), errors
    after = snapshot(briefing)
    assert {k: v for k, v in after.items() if k[:6] != "seeds/"} == {
        k: v for k, v in before.items() if k[:6] != "seeds/"
    }


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_built(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (briefing / "seeds" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    (briefing / "seeds" / "empty.txt").write_bytes(b"")
    assert run(briefing) == DONE
    errors = capsys.readouterr().err
    assert "seeds/picture.txt: left out: " in errors
    assert "seeds/empty.txt: left out: " in errors


def test_a_moved_permalink_is_told_with_the_alias_that_keeps_it(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (briefing / "seeds" / "harbour-closed.yml").write_text("title: Another headline\n", "utf-8")
    assert run(briefing) == DONE
    errors = capsys.readouterr().err
    assert "seeds/harbour-closed.yml: aliases: [storm-closes-harbour-of-lindow-for-a-third-day]" in errors
    assert not list((briefing / "build" / "articles").glob("storm-closes*"))
    with (briefing / "seeds" / "harbour-closed.yml").open("a", encoding="utf-8") as sidecar:
        sidecar.write("aliases: [storm-closes-harbour-of-lindow-for-a-third-day]\n")
    assert run(briefing) == DONE
    former = (briefing / "build" / "articles" / "storm-closes-harbour-of-lindow-for-a-third-day.html").read_text(
        "utf-8"
    )
    assert 'another-headline.html"' in former


def test_a_page_written_by_hand_is_built_and_kept(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (briefing / "site_src" / "imprint.md").write_text("# Imprint\n\nThe desk.\n", "utf-8")
    assert run(briefing) == DONE
    assert "The desk." in (briefing / "build" / "imprint.html").read_text("utf-8")
    (briefing / "site_src" / "about.md").write_text("mine now\n", "utf-8")
    (briefing / "seeds" / "hafen.txt").unlink()
    assert run(briefing) == MISTAKE
    assert "site_src/about.md: was edited by hand" in capsys.readouterr().err
    assert (briefing / "site_src" / "about.md").read_text("utf-8") == "mine now\n"


def test_a_dead_link_of_a_hand_written_page_stops_the_run_and_keeps_the_site(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(briefing)
    (briefing / "site_src" / "imprint.md").write_text("# Imprint\n\n[gone](articles/nowhere.md)\n", "utf-8")
    assert run(briefing) == MISTAKE
    told = "site_src/imprint.md:3:8: the link 'articles/nowhere.md': the target"
    assert told in capsys.readouterr().err
    after = snapshot(briefing)
    assert {k: v for k, v in after.items() if k[:6] == "build/"} == {
        k: v for k, v in before.items() if k[:6] == "build/"
    }


def test_internal_articles_are_built_for_internal_readers_only_and_apart(briefing: Path) -> None:
    (briefing / "seeds" / "harbour-closed.yml").write_text("rights: internal\n", "utf-8")
    assert run(briefing) == DONE
    public = b"".join(content for path, content in snapshot(briefing).items() if path.startswith("build/"))
    assert b"Nobody has slept" not in public
    before = snapshot(briefing)
    assert run(briefing, "--audience", "internal") == DONE
    assert snapshot(briefing) == before
    pages = (briefing / "build-internal" / "articles").glob("storm-closes-harbour*.html")
    assert "Nobody has slept" in next(pages).read_text("utf-8")


def test_check_lists_what_is_uncertain_with_its_cure(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(briefing, "check") == DONE
    lines = capsys.readouterr().out.splitlines()
    files = [line.split(":")[0] for line in lines]
    assert len(list(groupby(files))) == len(set(files))  # each file's lines stand together
    assert "no headline found" in lines[0]
    assert any(line.startswith("seeds/fish-prices.md:8: ") and "mood" in line for line in lines)
    assert any(line.startswith("seeds/minister-visits.txt") and "seeds/minister-visits.yml: " in line for line in lines)
    assert run(briefing, "check", "--strict") == MISTAKE


def test_usage_mistakes_exit_with_2(tmp_path: Path) -> None:
    assert main(["--root", str(tmp_path)]) == USAGE
    for arguments in (["--today", "yesterday"], ["--jobs", "0"], ["--audience", "all"], ["nonsense"]):
        with pytest.raises(SystemExit) as stop:
            main(arguments, root=ROOT)
        assert stop.value.code == USAGE


def test_help_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    text = capsys.readouterr().out
    for word in ("check", "--pages-only", "--audience", "--today", "--jobs", "--root", "Exit status"):
        assert word in text


def test_a_mistake_in_mkdocs_yml_changes_nothing(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = snapshot(briefing)
    settings = (briefing / "mkdocs.yml").read_text("utf-8")
    (briefing / "mkdocs.yml").write_text(settings.replace("name: material", "name: nonesuch"), "utf-8")
    (briefing / "seeds" / "new.txt").write_text("Lindow opens\n\nThe harbour of Lindow opened.\n", "utf-8")
    assert run(briefing) == MISTAKE
    assert "nonesuch" in capsys.readouterr().err
    (briefing / "seeds" / "new.txt").unlink()
    assert snapshot(briefing) == before


def test_an_edit_undone_after_a_run_that_was_stopped_is_undone_in_the_pages(
    briefing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(briefing) == DONE
    before = snapshot(briefing)
    seed = briefing / "seeds" / "harbour-closed.txt"
    text = seed.read_bytes()
    seed.write_bytes(text + b"\n\nOne more line.\n")
    with monkeypatch.context() as patch:
        patch.setattr(site, "_run_mkdocs", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert run(briefing) == INTERRUPTED
    seed.write_bytes(text)
    assert run(briefing, "--pages-only") == DONE
    assert snapshot(briefing) == before


def test_a_site_changed_by_hand_is_built_again_whatever_ran_between(briefing: Path) -> None:
    assert run(briefing) == DONE
    before = snapshot(briefing)
    seed = briefing / "seeds" / "harbour-closed.txt"
    text = seed.read_bytes()
    (briefing / "build" / "index.html").write_text("torn", "utf-8")
    seed.write_bytes(text + b"\n\nOne more line.\n")
    assert run(briefing, "--pages-only") == DONE
    seed.write_bytes(text)
    assert run(briefing) == DONE
    assert snapshot(briefing) == before


def test_the_page_of_an_article_that_is_gone_is_told(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (briefing / "seeds").glob("harbour-closed.*"):
        file.unlink()
    settings = (briefing / "briefing.yml").read_text("utf-8")
    (briefing / "briefing.yml").write_text(settings.replace("  lead: harbour-closed\n", ""), "utf-8")
    assert run(briefing) == DONE
    assert "articles/storm-closes-harbour-of-lindow-for-a-third-day.html is gone" in capsys.readouterr().err


def test_an_alias_that_is_the_address_of_another_article_is_told(
    briefing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sidecar = "aliases: [storm-closes-harbour-of-lindow-for-a-third-day]\n"
    (briefing / "seeds" / "minister-visits.yml").write_text(sidecar, "utf-8")
    assert run(briefing, "check") == DONE
    assert "leads nowhere: it is the address of another article (harbour-closed)" in capsys.readouterr().out


def test_a_full_disk_is_told_in_a_line_and_leaves_the_old_site(
    briefing: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = snapshot(briefing)

    def full(path: Path, _: bytes) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(disk, "stage_file", full)
    (briefing / "seeds" / "new.txt").write_text("Lindow opens\n\nThe harbour of Lindow opened.\n", "utf-8")
    assert run(briefing) == MISTAKE
    assert "No space left on device; mend that" in capsys.readouterr().err
    (briefing / "seeds" / "new.txt").unlink()
    assert snapshot(briefing) == before


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="file names there are Unicode")
def test_a_file_whose_name_is_no_text_is_named_and_left_out(briefing: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path(os.fsdecode(os.fsencode(briefing / "seeds") + b"/\xff.txt")).write_text("Text")
    assert run(briefing) == DONE
    assert run(briefing) == DONE
    assert "seeds/\\udcff.txt: left out: has a name that is not UTF-8" in capsys.readouterr().err
