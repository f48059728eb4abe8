"""The shell of the workflows, run as it stands: a seed added in the browser, its preview, its comment, its end."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT
from tests.workflows.runner import SITE, Host, git

TEXT = "Die Schule bekommt im Mai ein eigenes Boot."
FORK = "reader/briefing"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Host:
    """Somebody proposes one seed from a fork; meanwhile the main branch gets another. Checked out is their merge."""
    host = Host(tmp_path_factory.mktemp("host"))
    git(host.root, "checkout", "--quiet", "-b", "patch-1")
    host.add_seed("2024-03-15-schule.txt", "Schule bekommt ein Boot", TEXT)
    head = git(host.root, "rev-parse", "HEAD")
    git(host.root, "checkout", "--quiet", "main")
    host.add_seed("hafen.txt", "Hafen bleibt zu", "Der Hafen bleibt bis zum Sommer zu.")
    host.push("main")
    git(host.root, "checkout", "--quiet", "--detach")
    git(host.root, "merge", "--quiet", "--no-edit", head)
    repository = {"full_name": FORK}
    head_of = {"sha": head, "label": "reader:patch-1", "repo": repository}
    host.remember(pulls=[{"number": 17, "state": "open", "head": head_of}])
    return host


def finished(host: Host, **changed: Any) -> dict[str, Any]:
    """The event that starts the workflow Preview; of a fork, so it lists no pull requests."""
    head = host.recall("pulls")[0]["head"]
    run = {"id": 9, "event": "pull_request", "conclusion": "success", "head_sha": head["sha"], "pull_requests": []}
    run |= {"head_branch": "patch-1", "head_repository": {"full_name": FORK, "owner": {"login": "reader"}}, **changed}
    return {"workflow_run": run, "repository": {"default_branch": "main"}}


@pytest.fixture(scope="module")
def preview(host: Host) -> Path:
    """What the job of check.yml puts into its artifact."""
    host.run_job("check.yml", "preview", {"action": "opened"}, GITHUB_BASE_REF="main")
    steps = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]["preview"]["steps"]
    folder = host.root / next(step["with"]["path"] for step in steps if "upload-artifact" in step.get("uses", ""))
    host.keep_artifact(folder)
    return folder


def test_a_seed_added_in_the_browser_is_all_that_a_preview_needs(host: Host, preview: Path) -> None:
    assert git(host.root, "diff", "--name-only", "origin/main", "HEAD") == "seeds/2024-03-15-schule.txt"
    assert TEXT in (preview / "articles" / "schule-bekommt-ein-boot.html").read_text("utf-8")
    review = json.loads((preview / "review.json").read_text("utf-8"))
    assert [page["title"] for page in review["added"]] == ["Schule bekommt ein Boot"]
    assert review["removed"] == []  # what the main branch got meanwhile is there already
    for page in preview.rglob("*.html"):
        text = page.read_text("utf-8")
        assert '<meta name="robots" content="noindex">' in text and "canonical" not in text, page
    with zipfile.ZipFile(preview / "briefing-preview.zip") as packed:
        assert any(name.endswith("/articles/schule-bekommt-ein-boot.html") for name in packed.namelist())
    summary = (host.folder / "GITHUB_STEP_SUMMARY").read_text("utf-8")
    assert "## What this change does to the briefing" in summary
    assert "## What is uncertain" in summary and "seeds/2024-03-15-schule.txt" in summary
    assert git(host.root, "status", "--porcelain") == ""


@pytest.mark.usefixtures("preview")
def test_the_same_on_gitlab(host: Host) -> None:
    job = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["preview"]
    base = git(host.root, "rev-parse", "origin/main")
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_PROJECT_PATH": "desk/news/briefing", "CI_JOB_ID": "3"}
    given |= {"CI_PROJECT_ROOT_NAMESPACE": "desk", "CI_PAGES_DOMAIN": "pages.example", **job["variables"]}
    said = host.run_shell("\n".join(job["script"]), ["-eo", "pipefail"], given)
    (host.root / "preview.env").rename(host.folder / "preview.env")
    assert "1 added" in said
    page = "https://desk.pages.example/-/news/briefing/-/jobs/3/artifacts/preview/index.html"
    assert (host.folder / "preview.env").read_text("utf-8") == f"PREVIEW_URL={page}\n"
    assert (host.root / job["artifacts"]["paths"][0] / "index.html").is_file()


@pytest.mark.usefixtures("preview")
def test_a_preview_is_published_said_when_it_is_live_and_removed(host: Host) -> None:
    """One life, in order; what the main branch publishes and other previews stay beside it."""
    git(host.root, "checkout", "--quiet", "main")  # the workflow runs code of the default branch
    host.run_job("publish.yml", "build", {})
    assert "SITE_URL" not in (host.root / "build" / "index.html").read_text("utf-8")
    (host.root / "build").rename(host.root / "site")
    host.run_job("publish.yml", "publish", {})
    assert f'rel="canonical" href="{SITE}/' in (host.published("index.html") or "")
    host.calls()

    host.run_job("preview.yml", "preview", finished(host))
    revision = host.recall("pulls")[0]["head"]["sha"]
    assert host.published("pr-17/revision.txt") == f"{revision}\n"
    assert TEXT in (host.published("pr-17/articles/schule-bekommt-ein-boot.html") or "")
    (comment,) = host.recall("comments")
    assert comment["issue"] == 17
    assert f"[Read the briefing with this change]({SITE}/pr-17/index.html)" in comment["body"]
    assert "1 added" in comment["body"] and revision[:9] in comment["body"]
    calls = [call.split(" ")[0] + (" POST" if "POST" in call else "") for call in host.calls()]
    asked = [call for call in calls if call in ("curl", "gh POST")]
    assert asked == ["curl", "curl", "curl", "gh POST"]  # not before it can be read

    host.run_job("preview.yml", "preview", finished(host))  # another push
    assert len(host.recall("comments")) == 1
    git(host.root, "clean", "--quiet", "-fdx", "preview", "preview.zip", "site")

    (host.root / "site").mkdir()
    (host.root / "site" / "index.html").write_text("newer")
    host.run_job("publish.yml", "publish", {})
    assert (host.published("index.html"), host.published("about.html")) == ("newer", None)
    assert host.published("pr-17/index.html")
    assert git(host.origin, "rev-list", "--count", "gh-pages") == "1"

    host.remember(pulls=[{**host.recall("pulls")[0], "state": "closed"}])
    host.run_job("preview.yml", "preview", finished(host))
    assert host.published("pr-17/index.html") is None
    assert host.published("index.html") == "newer"
    assert "was removed" in host.recall("comments")[0]["body"]


@pytest.mark.parametrize(
    "changed",
    [
        {"head_sha": "0" * 40},  # the pull request has moved on
        {"head_repository": {"full_name": "other/briefing", "owner": {"login": "reader"}}},
        {"conclusion": "failure"},
        {"event": "push"},
    ],
    ids=["moved on", "another repository", "failed", "no pull request"],
)
def test_only_what_the_host_says_of_an_open_pull_request_is_published(host: Host, changed: dict[str, Any]) -> None:
    number = {**host.recall("pulls")[0], "number": 18, "state": "open"}
    host.remember(pulls=[number])
    host.calls()
    outputs = host.run_job("preview.yml", "preview", finished(host, **changed))
    assert not outputs.get("pull", {}).get("number")
    assert host.published("pr-18/index.html") is None
    assert not any("actions/artifacts" in call for call in host.calls())
