"""The publishing workflows: what they run is pinned and may do no more than it must, and their commands exist.

Linters and the hosts' schemas are asked too, all of them offline.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.cli import _parser
from briefing.compare import Review, review_html
from tests.conftest import ROOT

STARTER = ROOT / "briefing" / "starter"  # of a briefing elsewhere, where the command is `briefing`
ELSEWHERE = [*sorted((STARTER / "dot-github" / "workflows").glob("*.yml")), STARTER / "dot-gitlab-ci.yml"]
GITHUB = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), *ELSEWHERE[:-1]]
OTHERS = [ROOT / name for name in (".gitlab-ci.yml", ".readthedocs.yaml", "netlify.toml")]
HERE = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), *OTHERS]
BAD = Path(__file__).parent / "bad.yml"  # everything in it that must never be in a workflow


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


def test_what_can_write_runs_nothing_that_a_pull_request_made() -> None:
    """Of actions only the one that checks out, and that the default branch."""
    for name, job in (("preview.yml", "preview"), ("publish.yml", "publish")):
        plan = read(ROOT / ".github" / "workflows" / name)["jobs"][job]
        assert plan["permissions"]["contents"] == "write"
        assert "make" not in str(plan["steps"]) and "generate.py" not in str(plan["steps"])
    steps = read(ROOT / ".github" / "workflows" / "preview.yml")["jobs"]["preview"]["steps"]
    assert [step["uses"].partition("@")[0] for step in steps if "uses" in step] == ["actions/checkout"]
    assert steps[0]["with"]["ref"] == "${{ github.event.repository.default_branch }}"
    text = (ROOT / ".gitlab-ci.yml").read_text("utf-8")
    assert "$CI_COMMIT_REF_PROTECTED" in read(ROOT / ".gitlab-ci.yml")["notes"]["rules"][0]["if"]
    assert text.count("BRIEFING_TOKEN") == 2  # that rule, and what is said of it


def test_every_job_ends() -> None:
    assert [job for path in GITHUB for job in read(path)["jobs"].values() if "timeout-minutes" not in job] == []


@pytest.mark.parametrize("path", HERE, ids=lambda path: path.name)
def test_the_commands_of_a_workflow_exist(path: Path) -> None:
    text = path.read_text("utf-8")
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    called = re.findall(r"(?:run: |- |'|\" |^ +)make ([a-z-]+)", text, re.MULTILINE)
    scripts = re.findall(r"(?<![\w/])\.ci/[\w.-]+", text)
    assert called or scripts
    assert set(called) <= set(targets)
    assert [script for script in scripts if not (ROOT / script).is_file()] == []
    runs = re.findall(r"generate\.py ([^|>\n]*)", text) + re.findall(r'FLAGS="([^"]*)"', text)
    for arguments in runs:
        _parser().parse_args(arguments.split())  # exits where it does not know one


BUILDING = [path for path in HERE if path.name not in ("attack.yml", "test.yml", "preview.yml")]


@pytest.mark.parametrize("path", BUILDING, ids=lambda path: path.name)
def test_what_is_published_is_for_the_public(path: Path) -> None:
    builds = [line for line in path.read_text("utf-8").splitlines() if "make site" in line]
    assert builds
    assert all('FLAGS="--audience public"' in line for line in builds)


@pytest.mark.parametrize("path", ELSEWHERE, ids=lambda path: path.name)
def test_the_commands_of_a_workflow_elsewhere_exist_and_publish_for_the_public(path: Path) -> None:
    text = path.read_text("utf-8")
    runs = re.findall(r"(?:run: |- |^ +|&& )briefing ([^|>'\n]*)", text, re.MULTILINE)
    assert runs or "bash .ci/preview" in text or path.name == "preview.yml"
    for arguments in runs:
        assert _parser().parse_args(arguments.split()).audience == "public"


@pytest.mark.parametrize("path", [*ELSEWHERE], ids=lambda path: path.name)
def test_actions_elsewhere_are_those_of_this_project(path: Path) -> None:
    ours = "".join(file.read_text("utf-8") for file in HERE)
    assert [line for line in re.findall(r"uses: *(.*)", path.read_text("utf-8")) if line not in ours] == []


SAME = ["workflows/preview.yml", "ISSUE_TEMPLATE/article.yml", "pull_request_template.md"]


def test_what_a_briefing_elsewhere_has_of_this_project_is_the_same() -> None:
    for name in SAME:
        assert (STARTER / "dot-github" / name).read_bytes() == (ROOT / ".github" / name).read_bytes(), name
    for path in (ROOT / ".gitlab").rglob("*.md"):
        there = STARTER / "dot-gitlab" / path.relative_to(ROOT / ".gitlab")
        assert there.read_bytes() == path.read_bytes(), path
    for path in (STARTER / "dot-ci").iterdir():
        assert (ROOT / ".ci" / path.name).samefile(path), path


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (".github/workflows/check.yml", "dot-github/workflows/check.yml"),
        (".github/workflows/publish.yml", "dot-github/workflows/publish.yml"),
        (".gitlab-ci.yml", "dot-gitlab-ci.yml"),
        ("netlify.toml", "netlify.toml"),
    ],
)
def test_a_workflow_elsewhere_differs_only_in_how_the_generator_is_set_up(ours: str, theirs: str) -> None:
    """Every line that only one of the two has is about that."""
    one, other = (path.read_text("utf-8").splitlines() for path in (ROOT / ours, STARTER / theirs))
    setting_up = re.compile(
        r"make site|generate\.py|pip install|briefing --audience|briefing check|What a reader would see"
        r"|BRIEFING_NOINDEX|before_script|^ +env:$|^ +run:.*make|\.environment\]$|^$|overrides/_headers|Its headers"
        r"|^test:|stage: test|CI_PIPELINE_SOURCE|^ +(script|rules):$|\.ci/run"
    )
    differing = [line for line in {*one} ^ {*other} if not setting_up.search(line)]
    assert differing == []


def test_the_commands_that_a_new_briefing_names_exist() -> None:
    named = re.findall(r"\.venv/bin/briefing( [a-z]+)?`", (STARTER / "README.md").read_text("utf-8"))
    assert len(named) >= 4
    for command in named:
        _parser().parse_args(command.split())


# ------------------------------------------------------------------------------------------------ linters and schemas


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program that a package of requirements/dev.txt installs."""
    scripts = Path(sys.executable).parent
    program = shutil.which(name, path=f"{scripts}{os.pathsep}{os.environ['PATH']}")
    assert program, f"{name} is not installed: run `make test`"
    return subprocess.run([program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def actionlint(*paths: Path) -> subprocess.CompletedProcess[str]:
    return tool("actionlint", "-shellcheck=", "-pyflakes=", *map(str, paths))  # which not every machine has


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    return tool("zizmor", "--offline", "--no-progress", "--quiet", "--persona=pedantic", *map(str, paths))


def schema(name: str, *paths: Path) -> tuple[int, str]:
    """Exit status and words of check-jsonschema, in this process, because it is slow to begin."""
    from check_jsonschema.cli.main_command import main
    from click.testing import CliRunner

    read_as = ["--data-transform", "gitlab-ci"] if name == "gitlab-ci" else []
    done = CliRunner().invoke(main, ["--builtin-schema", f"vendor.{name}", *read_as, *map(str, paths)])
    return done.exit_code, done.output


def test_linters_find_nothing_in_the_workflows() -> None:
    for found in (actionlint(*GITHUB), zizmor(*GITHUB)):
        assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize(
    ("name", "paths"),
    [
        ("github-workflows", GITHUB),
        ("github-issue-forms", sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))),
        ("gitlab-ci", [ROOT / ".gitlab-ci.yml", STARTER / "dot-gitlab-ci.yml"]),
        ("readthedocs", [ROOT / ".readthedocs.yaml"]),
    ],
)
def test_files_are_as_the_published_schemas_want_them(name: str, paths: list[Path]) -> None:
    assert paths
    status, said = schema(name, *paths)
    assert status == 0, said


def test_a_bad_workflow_fails_every_linter_and_schema() -> None:
    for found, word in ((actionlint(BAD), "potentially untrusted"), (zizmor(BAD), "dangerous-triggers")):
        assert found.returncode != 0
        assert word in found.stdout + found.stderr
    status, said = schema("github-workflows", BAD)
    assert status == 1 and "timeout-minuts" in said


def test_a_bad_file_of_any_other_kind_fails_its_schema(tmp_path: Path) -> None:
    bad = tmp_path / "bad.yml"
    for name, text in (
        ("github-issue-forms", "name: Propose\nbody: [{type: inputs}]\n"),
        ("gitlab-ci", "preview: {script: 3, stages: x}\n"),
        ("readthedocs", "version: 3\n"),
    ):
        bad.write_text(text)
        assert schema(name, bad)[0] == 1, name


def test_netlify_is_told_what_it_knows() -> None:
    """Its published schema is in no package, so these are all keys that are used."""
    told = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))
    assert told.keys() == {"build", "context"}
    assert told["build"].keys() == {"command", "publish", "environment"}
    for context in ("deploy-preview", "branch-deploy"):
        assert told["context"][context].keys() == {"command", "publish", "environment"}
        assert told["context"][context]["environment"] == {"BRIEFING_NOINDEX": "true"}
    assert "SITE_URL" in told["build"]["command"]


# -------------------------------------------------------------------------------------------------------------- headers


FONTS = "ac302cccf76194ab"  # of all font files with their names
HEADERS = (ROOT / "overrides" / "_headers").read_text("utf-8")


def policy(text: str) -> dict[str, set[str]]:
    return {words[0]: set(words[1:]) for part in text.split(";") if (words := part.split())}


def test_hosts_send_the_policy_of_the_pages_themselves() -> None:
    """404.html stands at any address and a review beside the pages, so their style and script are allowed too; framing
    only a header forbids."""
    (sent,) = re.findall(r"^  Content-Security-Policy: (.*)$", HEADERS, re.MULTILINE)
    wanted = {"frame-ancestors": {"'none'"}}
    pages = [(ROOT / "overrides" / page).read_text("utf-8") for page in ("main.html", "404.html")]
    for text in [*pages, review_html(Review("before", "after", 0, 0))]:
        (own,) = re.findall(r'"Content-Security-Policy" content="([^"]*)"', text)
        for name, sources in policy(own).items():
            wanted[name] = wanted.get(name, set()) | sources
    wanted = {name: sources if sources == {"'none'"} else sources - {"'none'"} for name, sources in wanted.items()}
    assert policy(sent) == wanted
    for line in ("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"):
        assert f"  {line}\n" in HEADERS


def test_only_what_tells_its_content_is_kept_for_long() -> None:
    """Scripts and styles by a digest in their address (tests/browser/test_theme.py); fonts by these names."""
    rule = HEADERS[HEADERS.index("\n/assets/*\n") :]
    assert HEADERS.count("Cache-Control") == 1 and "immutable" in rule
    fonts = sorted((ROOT / "overrides" / "assets" / "fonts").glob("*.woff2"))
    digest = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in fonts)).hexdigest()
    assert digest.startswith(FONTS), "a changed font needs another name, because browsers keep the old for a year"
