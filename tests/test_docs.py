"""The documents say what the program does: every key and command is in them, and nothing that does not exist."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from briefing import config, front_matter
from briefing.cli import _parser
from briefing.errors import Mistake
from briefing.marked_yaml import Report
from briefing.model import Line, Settings
from briefing.read import header, sidecar
from tests.conftest import ROOT

README = ROOT / "README.md"
EDITING = (ROOT / "docs" / "editing.md").read_text("utf-8")
DOCUMENTS = [README, ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
TRACKED = [*DOCUMENTS, ROOT / "Makefile", ROOT / "mkdocs.yml", ROOT / "briefing.yml", *sorted(ROOT.glob("seeds/*.yml"))]


def section(title: str, text: str = EDITING) -> str:
    """What stands under the heading ``title``, with the headings below it."""
    level = re.search(rf"^(#+) {re.escape(title)}$", text, re.MULTILINE)
    assert level, f"no heading {title!r}"
    rest = text[level.end() :]
    end = re.search(rf"^#{{1,{len(level[1])}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def keys_in_tables(text: str) -> list[str]:
    """The keys in the first column of the tables whose header begins with ``key``."""
    found: list[str] = []
    counts = False
    for line in text.splitlines():
        if not line.startswith("|"):
            counts = False
        elif line.startswith("| key |"):
            counts = True
        elif counts:
            found += re.findall(r"`([^`]+)`", line.split("|")[1])
    return found


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("Sidecar keys", sidecar.KEYS),
        ("front_page", config.FRONT_PAGE_KEYS),
        ("names", config.NAME_KEYS),
        ("topics", config.TOPIC_KEYS),
        ("sources", config.SOURCE_KEYS),
        ("Front matter", front_matter.KEYS),
    ],
)
def test_every_key_is_documented_and_every_documented_key_exists(title: str, keys: tuple[str, ...]) -> None:
    assert sorted(keys_in_tables(section(title))) == sorted(keys)


def test_every_key_of_the_briefing_is_documented() -> None:
    whole = section("The whole briefing: briefing.yml")
    assert sorted(keys_in_tables(whole[: whole.index("### ")])) == sorted(config.KEYS)


def test_every_rights_and_every_key_of_markdown_seeds_is_documented() -> None:
    table = re.findall(r"^\| `(\w+)` \|", section("Rights and audiences"), re.MULTILINE)
    assert tuple(table[1:]) == config.RIGHTS  # after the header
    assert [key for key in header.KEYS if f"`{key}`" not in section("Add an article")] == []


def examples(title: str) -> list[str]:
    """The last column of the table of keys under a heading, where it holds an example."""
    rows = re.findall(r"^\| `\w+` \|.*\| `(.*)` \|$", section(title), re.MULTILINE)
    assert rows
    return rows


def refused_sidecar(text: str) -> list[Mistake]:
    lines = [Line(1, "Share this article"), *(Line(n, "The boats stay in") for n in range(2, 13))]
    report = Report("seeds/harbour.yml")
    sidecar.read_sidecar(text, "seeds/harbour.yml", "harbour", lines, {"2024/gaza": 1}, report)
    return report.mistakes


def read_briefing(text: str, folder: Path) -> Settings:
    """The settings that ``text`` says; raises AuthorError with what is wrong in it."""
    (folder / "mkdocs.yml").write_text("site_name: The Lindow File\n", "utf-8")
    (folder / "briefing.yml").write_text(text, "utf-8")
    return config.read_settings(folder, {})


@pytest.mark.parametrize("example", examples("Sidecar keys"))
def test_every_example_of_a_sidecar_key_is_accepted(example: str) -> None:
    assert refused_sidecar(example) == []


@pytest.mark.parametrize("title", ["The whole briefing: briefing.yml", "front_page", "names", "topics", "sources"])
def test_every_example_of_a_briefing_key_is_accepted(title: str, tmp_path: Path) -> None:
    under = {"front_page": "front_page:\n  ", "The whole briefing: briefing.yml": ""}
    text = section(title)
    for example in re.findall(r"^\| `\w+` \|.*\| `(.*)` \|$", text[: (text + "\n### ").index("\n### ")], re.MULTILINE):
        read_briefing(under.get(title, f"{title}:\n  Ana Prado:\n    ") + example, tmp_path)


@pytest.mark.parametrize("block", re.findall(r"```yaml\n(.*?)```", README.read_text("utf-8") + EDITING, re.DOTALL))
def test_every_example_file_is_accepted(block: str, tmp_path: Path) -> None:
    if block.partition(":")[0] in config.KEYS:
        read_briefing(block, tmp_path)
    else:
        assert refused_sidecar(block) == []


def test_every_command_and_option_is_documented() -> None:
    text = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    commands = next(a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    assert [name for name in commands.choices if f"generate.py {name}" not in text] == []
    for parser in (_parser(), *commands.choices.values()):
        assert [action.dest for action in parser._actions if action.help is None] in ([], ["command"])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_name_only_commands_and_options_that_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    for command in re.findall(r"generate\.py((?: (?:--?)?[a-z][\w-]*)+)", text):
        arguments = [
            word for word in command.split() if word.startswith("--") or word in ("check", "public", "internal")
        ]
        if not {"--help", "--version"} & set(arguments):
            _parser().parse_args(arguments)
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    named = re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)
    assert [target for target in named if target not in targets] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_and_headings(path: Path) -> None:
    for link in re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8")):
        if re.match(r"https?://|mailto:", link):
            continue
        name, _, fragment = link.partition("#")
        target = (path.parent / name) if name else path
        assert target.exists(), link
        if fragment:
            headings = re.findall(r"^#+ (.*)$", target.read_text("utf-8"), re.MULTILINE)
            assert fragment in map(anchor, headings), link


def test_decisions_are_numbered_without_gaps() -> None:
    notes = sorted(path.name for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md"))
    assert [int(name[:4]) for name in notes] == list(range(1, len(notes) + 1))
    for name in notes:
        text = (ROOT / "docs" / "decisions" / name).read_text("utf-8")
        assert text.startswith(f"# {int(name[:4])}. ")
        assert all(f"**{part}.**" in text for part in ("Context", "Decision", "Consequence")), name


def test_the_changelog_begins_with_what_is_unreleased() -> None:
    headings = re.findall(r"^## (.*)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert headings[0] == "Unreleased"


@pytest.mark.parametrize("path", TRACKED, ids=lambda path: path.name)
def test_no_document_names_a_path_of_somebodys_machine(path: Path) -> None:
    assert re.findall(r"(?:^|[\s`(\"'])(/(?:home|root|work|tmp|Users|opt)/[\w.-]+)", path.read_text("utf-8")) == []


@pytest.mark.parametrize("name", ["site.txt", "dev.txt"])
def test_the_lock_names_no_place_to_fetch_from(name: str) -> None:
    lock = (ROOT / "requirements" / name).read_text("utf-8")
    assert re.findall(r"^.*(?:://|^-|--index|--find-links).*$", lock, re.MULTILINE) == []
    assert lock.count("==") and "--hash=sha256:" in lock


@pytest.mark.parametrize("name", ["security", "reliability", "accessibility"])
def test_every_promise_names_a_test_that_exists(name: str) -> None:
    text = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    known = {
        found
        for path in (ROOT / "tests").rglob("test_*.py")
        for found in re.findall(r"def (test_\w+)", path.read_text("utf-8"))
    }
    named = re.findall(r"\b(test_\w+)\b(?!\.py|\w*/)", text)
    assert len(named) >= 10
    assert sorted(set(named) - known) == []
    tables = re.findall(r"^\| (?:claim|promise) .*\n\|[-|]+\n((?:\|.*\n)+)", text, re.MULTILINE)
    rows = [row for table in tables for row in table.splitlines()]
    assert [row for row in rows if "test_" not in row.rpartition(" | ")[2] and "the same" not in row] == []
