"""``edit``: the sidecar that it makes says what was found, and nothing until an editor does."""

from __future__ import annotations

import json
import re
import shutil
import stat
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from briefing.cli import DONE, MISTAKE, main
from briefing.schemas import schema_texts
from tests.conftest import TODAY


def run(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "--today", TODAY, "--jobs", "1", *arguments])


@pytest.fixture
def desk(readers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)
    return shutil.copytree(readers, tmp_path / "briefing")


def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    path = tmp_path / "an editor"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", f"'{path}' --wait")


def said(text: str) -> str:
    """The sidecar with every suggestion said."""
    return re.sub(r"^# (?!yaml-language-server)", "", text, flags=re.MULTILINE)


def articles(root: Path) -> dict[str, dict[str, object]]:
    listed = json.loads((root / "build" / "briefing.json").read_text("utf-8"))["articles"]
    return {article["id"]: article for article in listed}


def test_suggestions_said_as_they_stand_change_nothing_but_how_it_is_known(desk: Path) -> None:
    bare = [path for path in sorted((desk / "seeds").rglob("*.*")) if path.suffix in (".txt", ".md", ".html")]
    bare = [path for path in bare if not path.with_suffix(".yml").exists()]
    bare = [path for path in bare if path.stem != "tide-north"]  # its slug, once said, is no other's any more
    before = articles(desk)
    validator = Draft7Validator(json.loads(schema_texts()["sidecar.schema.json"]))
    for path in bare:
        assert run(desk, "edit", str(path.relative_to(desk))) == DONE
        sidecar = path.with_suffix(".yml")
        assert yaml.safe_load(sidecar.read_text("utf-8")) is None
        sidecar.write_text(said(sidecar.read_text("utf-8")), "utf-8")
        assert not list(validator.iter_errors(yaml.load(sidecar.read_text("utf-8"), yaml.BaseLoader)))
    assert len(bare) > 4
    assert run(desk) == DONE
    after = articles(desk)
    kept = ("title", "date", "source", "url", "authors", "language", "slug", "quotes", "summary", "duplicate_of")
    for name, article in before.items():
        assert [after[name].get(key) for key in kept] == [article.get(key) for key in kept], name
        assert set(article.get("topics", ())) == set(after[name].get("topics", ()))


def test_what_is_written_is_told_with_the_way_back_and_read_by_the_schema(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "edit", "harbour-closed") == DONE
    out = capsys.readouterr().out
    sidecar = desk / "seeds" / "harbour-closed.yml"
    assert "seeds/harbour-closed.yml: written; to take it back, delete it" in out
    first = sidecar.read_text("utf-8").splitlines()[0]
    schema = (sidecar.parent / first.partition("$schema=")[2]).resolve()
    assert schema.read_text("utf-8") == schema_texts()["sidecar.schema.json"]
    assert "“" in sidecar.read_text("utf-8") and "## Names found" in sidecar.read_text("utf-8")


def test_a_sidecar_that_is_there_stays_as_it_is(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sidecar = desk / "seeds" / "minister-visits.yml"
    before = sidecar.read_bytes()
    (desk / "briefing.yml").write_text("raits: full\n")  # it opens all the same: it may be what is to be mended
    assert run(desk, "edit", "minister-visits") == DONE
    assert sidecar.read_bytes() == before
    assert "written" not in capsys.readouterr().out


def test_the_editor_is_opened_and_what_it_leaves_is_checked(
    desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    editor(tmp_path, monkeypatch, 'test "$1" = --wait && printf "titel: x\\n" > "$2"')
    assert run(desk, "edit", "seeds/harbour-closed.txt") == MISTAKE
    assert "seeds/harbour-closed.yml:1:1: unknown key 'titel'" in capsys.readouterr().err
    assert (desk / "seeds" / "harbour-closed.yml").read_text() == "titel: x\n"  # nobody's words are taken away
    editor(tmp_path, monkeypatch, 'printf "title: A\\n" > "$2"')
    assert run(desk, "edit", "harbour-closed.yml") == DONE


@pytest.mark.parametrize(
    ("command", "words"),
    [("no-such-editor-here", "cannot be started"), ("'", "cannot be started"), ("false", "status 1")],
)
def test_an_editor_that_fails_is_named(
    desk: Path, command: str, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("VISUAL", command)
    assert run(desk, "edit", "minister-visits") == MISTAKE
    err = capsys.readouterr().err
    assert words in err and len(err.splitlines()) == 1


@pytest.mark.parametrize("name", ["harbor-closed", "seeds/harbor-closed.txt", "../seeds", "/etc/passwd", ""])
def test_a_name_of_no_seed_writes_nothing(desk: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(desk.rglob("*"))
    assert run(desk, "edit", name) == MISTAKE
    assert sorted(desk.rglob("*")) == before
    err = capsys.readouterr().err
    assert f"seeds: no seed '{name}'" in err
    assert "harbor" not in name or "did you mean 'harbour-closed'?" in err


def test_a_seed_that_cannot_be_read_gets_no_sidecar(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "seeds" / "empty.txt").write_text("")
    assert run(desk, "edit", "empty") == MISTAKE
    assert "seeds/empty.yml: not written, its seed is empty" in capsys.readouterr().err
    assert not (desk / "seeds" / "empty.yml").exists()
