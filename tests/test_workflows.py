"""The publishing workflows: what they run is pinned and may do no more than it must, and their commands exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.cli import _parser
from tests.conftest import ROOT

STARTER = ROOT / "briefing" / "starter"  # of a briefing elsewhere, where the command is `briefing`
ELSEWHERE = [*sorted((STARTER / "dot-github" / "workflows").glob("*.yml")), STARTER / "dot-gitlab-ci.yml"]
GITHUB = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), *ELSEWHERE[:-1]]
HERE = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / ".gitlab-ci.yml", ROOT / ".readthedocs.yaml"]


def read(path: Path) -> dict[str, Any]:
    values = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(values, dict)
    return values


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit_and_names_its_version(path: Path) -> None:
    used = re.findall(r"uses: *(.*)", path.read_text("utf-8"))
    assert used
    assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


@pytest.mark.parametrize("path", GITHUB, ids=lambda path: path.name)
def test_a_workflow_may_only_read_unless_a_job_says_what_for(path: Path) -> None:
    assert read(path)["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in path.read_text("utf-8")
    assert path.read_text("utf-8").count("actions/checkout@") == path.read_text("utf-8").count(
        "persist-credentials: false"
    )


def test_what_a_pull_request_runs_can_write_nowhere() -> None:
    jobs = read(ROOT / ".github" / "workflows" / "check.yml")["jobs"]
    assert jobs
    assert all("permissions" not in job and "secrets" not in str(job) for job in jobs.values())


def test_every_job_ends() -> None:
    assert [job for path in GITHUB for job in read(path)["jobs"].values() if "timeout-minutes" not in job] == []


@pytest.mark.parametrize("path", HERE, ids=lambda path: path.name)
def test_the_commands_of_a_workflow_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    called = re.findall(r"\bmake ([a-z-]+)", text)
    assert called
    assert set(called) <= set(targets)
    runs = re.findall(r"generate\.py ([^|>\n]*)", text) + re.findall(r'FLAGS="([^"]*)"', text)
    for arguments in runs:
        _parser().parse_args(arguments.split())  # exits where it does not know one
    if ".ci/run" in text:
        assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


@pytest.mark.parametrize("path", [path for path in HERE if path.name != "attack.yml"], ids=lambda path: path.name)
def test_what_is_published_is_for_the_public(path: Path) -> None:
    builds = [line for line in path.read_text("utf-8").splitlines() if "make site" in line]
    assert builds
    assert all('FLAGS="--audience public"' in line for line in builds)


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: path.name)
def test_the_commands_of_a_workflow_elsewhere_exist_and_publish_for_the_public(path: Path) -> None:
    runs = re.findall(r"(?:run: |- )briefing ([^|>\n]*)", path.read_text("utf-8"))
    assert runs
    for arguments in runs:
        assert _parser().parse_args(arguments.split()).audience == "public"


@pytest.mark.parametrize("path", [*ELSEWHERE], ids=lambda path: path.name)
def test_actions_elsewhere_are_those_of_this_project(path: Path) -> None:
    ours = "".join(file.read_text("utf-8") for file in HERE)
    assert [line for line in re.findall(r"uses: *(.*)", path.read_text("utf-8")) if line not in ours] == []


def test_the_commands_that_a_new_briefing_names_exist() -> None:
    named = re.findall(r"\.venv/bin/briefing( [a-z]+)?`", (STARTER / "README.md").read_text("utf-8"))
    assert len(named) >= 4
    for command in named:
        _parser().parse_args(command.split())
