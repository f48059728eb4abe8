"""``check``: what wants an eye, most important first, for people and for programs."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from briefing.cli import DONE, MISTAKE
from briefing.desk.check import by_importance
from briefing.model import Doubt
from tests.desk.test_edit import run


def doubt(file: str, kind: str, line: int | None = None) -> Doubt:
    return Doubt(file, kind, "said", "cure", line)


def test_the_file_with_the_most_important_doubt_comes_first_and_so_within_it() -> None:
    small, large, lines = (
        doubt("a.txt", "no-speaker"),
        doubt("b.txt", "title-inferred"),
        doubt("b.txt", "unknown-key", 9),
    )
    same = doubt("b.txt", "unknown-key", 2)
    assert by_importance([small, lines, large, same]) == (large, same, lines, small)
    assert by_importance([]) == ()


@pytest.fixture
def desk(golden: Path, tmp_path: Path) -> Path:
    """The golden briefing and a text that does not tell who is quoted."""
    root = shutil.copytree(golden, tmp_path / "briefing")
    (root / "seeds" / "quay.txt").write_text(
        "The quay is full\n\nBoats waited. “Nobody tells us anything at all here.”\n"
    )
    return root


def test_programs_get_the_same_as_people(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "seeds" / "empty.txt").write_text("")
    assert run(desk, "check") == DONE
    lines = capsys.readouterr().out.splitlines()
    assert run(desk, "check", "--json", "--strict") == MISTAKE
    found = json.loads(capsys.readouterr().out)
    assert found["mistakes"] == [] and found["left_out"] == [{"file": "seeds/empty.txt", "reason": "is empty"}]
    told = [
        f"{d['file']}{':' + str(d['line']) if d['line'] else ''}: {d['message']}; {d['cure']}" for d in found["doubts"]
    ]
    assert lines == ["seeds/empty.txt: left out: is empty", *told]
    assert {"no-date", "no-source", "no-speaker", "unknown-key"} <= {d["kind"] for d in found["doubts"]}


def test_programs_get_mistakes_as_data_too(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (desk / "briefing.yml").write_text("raits: full\n")
    assert run(desk, "check", "--json") == MISTAKE
    said = capsys.readouterr()
    assert said.err == ""
    assert json.loads(said.out) == {
        "mistakes": [
            {
                "file": "briefing.yml",
                "line": 1,
                "column": 1,
                "message": "unknown key 'raits', expected a known one; did you mean 'rights'?",
            }
        ],
        "left_out": [],
        "doubts": [],
    }


def test_the_cure_of_an_unclear_speaker_is_a_line_to_paste(desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(desk, "check") == DONE
    line = next(line for line in capsys.readouterr().out.splitlines() if "speaker unclear" in line)
    sidecar, _, words = line.rpartition("; ")[2].partition(": ")
    (desk / sidecar).write_text(words.replace("NAME", "Ida Brandt") + "\n", "utf-8")
    assert run(desk, "check") == DONE
    assert line.split(";")[0] not in capsys.readouterr().out


def test_what_was_pasted_twice_is_told_with_the_lines_that_bring_it_back(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = "\n\n".join(
        (
            "The library of Osk reopened on Saturday after four years of works.",
            "Its librarian said that 60,000 books had been moved by hand.",
            "Visitors queued from early morning to see the reading room.",
        )
    )
    (desk / "seeds" / "twice.txt").write_text(f"Library of Osk reopens\n\n{told}\n\n{told}\n", "utf-8")
    assert run(desk, "check") == DONE
    line = next(line for line in capsys.readouterr().out.splitlines() if "pasted twice" in line)
    assert line.startswith("seeds/twice.txt:9: pasted twice: 3 lines, ")
    (desk / "seeds" / "twice.yml").write_text(f"keep: {line.rpartition(' keep: ')[2]}\n", "utf-8")
    assert run(desk, "check") == DONE
    assert "pasted twice" not in capsys.readouterr().out
