"""What the workflows do with a branch of sites and with what strangers made: .ci/pages.py and .ci/notes.py."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from tests.conftest import ROOT
from tests.workflows.runner import git

PAGE = '<!doctype html><meta name="robots" content="noindex"><title>A page</title>'


def load(name: str) -> ModuleType:
    """A script of .ci/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


pages = load("pages")


# ---------------------------------------------------------------------------------------------------- what others made


def zipped(target: Path, files: dict[str, str], **attributes: int) -> Path:
    with zipfile.ZipFile(target, "w") as packed:
        for name, text in files.items():
            info = zipfile.ZipInfo(name)
            for attribute, value in attributes.items():
                setattr(info, attribute, value)
            packed.writestr(info, text)
    return target


def test_a_preview_is_unpacked_as_it_is(tmp_path: Path) -> None:
    files = {"index.html": PAGE, "assets/briefing.css": "a {}", "_headers": "/*\n", "briefing-preview.zip": "PK"}
    pages.unpack(zipped(tmp_path / "a.zip", files), tmp_path / "out")
    found = {p.relative_to(tmp_path / "out").as_posix(): p.read_text() for p in (tmp_path / "out").rglob("*.*")}
    assert {**found, "_headers": (tmp_path / "out" / "_headers").read_text()} == files


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("../index.html", PAGE, "not the path of a page"),
        ("/etc/a.html", PAGE, "not the path of a page"),
        ("a/../../b.html", PAGE, "not the path of a page"),
        ("a\\b.html", PAGE, "not the path of a page"),
        (".git/config.txt", "", "not the path of a page"),
        ("a/.htaccess.txt", "", "not the path of a page"),
        ("C:/a.html", PAGE, "not the path of a page"),
        (f"{'a' * 260}.html", PAGE, "not the path of a page"),
        ("run.sh", "", "not a file of a static site"),
        ("page.php", "", "not a file of a static site"),
        ("CNAME", "evil.example", "not a file of a static site"),
        ("a.html", "<title>A page</title>", "does not ask search engines"),
        ("a.html", PAGE + '<link rel="canonical" href="https://a.example/">', "the page of another address"),
    ],
)
def test_an_artifact_that_holds_anything_else_is_refused(name: str, text: str, why: str, tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"index.html": PAGE, name: text})
    with pytest.raises(pages.Refused, match=why):
        pages.unpack(archive, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_links_bombs_and_what_is_no_zip_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    link = zipped(tmp_path / "link.zip", {"index.html": "/etc/passwd"}, create_system=3, external_attr=0o120777 << 16)
    with pytest.raises(pages.Refused, match="not a plain file"):
        pages.unpack(link, tmp_path / "out")
    with pytest.raises(pages.Refused, match=r"'index\.html': is missing"):
        pages.unpack(zipped(tmp_path / "none.zip", {"about.html": PAGE}), tmp_path / "out")
    (tmp_path / "text.zip").write_text("text")
    with pytest.raises(pages.Refused, match="no zip"):
        pages.unpack(tmp_path / "text.zip", tmp_path / "out")
    large = zipped(tmp_path / "large.zip", {"index.html": PAGE + "x" * 2000})
    lying = large.read_bytes()
    monkeypatch.setattr(pages, "MOST_BYTES", 1000)
    with pytest.raises(pages.Refused, match="bytes"):
        pages.unpack(large, tmp_path / "out")
    size = (len(PAGE) + 2000).to_bytes(4, "little")
    (tmp_path / "lying.zip").write_bytes(lying.replace(size, (10).to_bytes(4, "little")))
    with pytest.raises(pages.Refused, match=r"cannot be unpacked|more than|does not ask"):
        pages.unpack(tmp_path / "lying.zip", tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "text",
    [
        "Thanks, @desk",
        "see &#64;desk",
        "see &commat;desk",
        "closes #12",
        "!12 and $3 and ~label",
        "GH-12",
        "![](https://a.example/pixel.png)",
        "[The preview](https://a.example/)",
        "<img src=x>",
        "<!-- hidden -->",
        "https://github.com/desk/briefing/issues/1",
        "/merge",
        "- a\n  /close",
        "x" * 60_001,
    ],
)
def test_a_review_that_could_do_more_than_be_read_is_left_out_of_the_comment(text: str) -> None:
    said = pages.comment("https://a.example/pr-1/", "f" * 40, f"## What\n\n{text}\n", ("index.html",))
    assert text not in said
    assert "cannot be said here" in said and "https://a.example/pr-1/index.html" in said


@pytest.mark.parametrize("path", sorted((ROOT / "tests" / "compare" / "expected").glob("*.md")), ids=lambda p: p.stem)
def test_what_compare_says_can_be_said_in_a_comment(path: Path) -> None:
    assert not pages.is_refused(path.read_text("utf-8"))


# ---------------------------------------------------------------------------------------------------- the host's word


def test_a_pull_request_is_the_one_at_this_commit_of_this_repository() -> None:
    def request(number: int, sha: str, repository: str | None) -> dict[str, Any]:
        return {"number": number, "head": {"sha": sha, "repo": repository and {"full_name": repository}}}

    listed = [request(1, "a", "x/y"), request(2, "b", "x/y"), request(3, "b", None), request(4, "b", "z/y")]
    text = json.dumps(listed[:2]) + "\n" + json.dumps(listed[2:])  # two pages of a list
    assert pages.pull(pages.answers(text), "b", "z/y") == [4]
    assert pages.pull(pages.answers(text), "b", "x/y") == [2]
    assert pages.pull(pages.answers(text), "c", "x/y") == []
    assert pages.pull(pages.answers("[]"), "b", "x/y") == []


def test_the_comment_is_our_own_and_the_artifact_the_last() -> None:
    def comment(number: int, login: str, body: str) -> dict[str, Any]:
        return {"id": number, "user": {"login": login}, "body": body}

    listed = [
        comment(1, "reader", f"{pages.MARKER}\n"),
        comment(2, pages.BOT, "Hello"),
        comment(3, pages.BOT, pages.MARKER),
    ]
    assert pages.said(listed) == [3]
    artifacts = [
        {"id": n, "name": "briefing-preview", "size_in_bytes": size} for n, size in ((4, 9), (5, 8), (6, 10**9))
    ]
    assert pages.artifact([*artifacts, {"id": 7, "name": "other", "size_in_bytes": 1}]) == [5]
    with pytest.raises(pages.Refused, match="no artifact"):
        pages.artifact([])


# ---------------------------------------------------------------------------------------------------------- the branch


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone with an empty origin, in which the scripts run."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    git(tmp_path, "init", "--quiet", "--bare", "origin.git")
    git(tmp_path, "init", "--quiet", "clone")
    git(tmp_path / "clone", "remote", "add", "origin", str(tmp_path / "origin.git"))
    monkeypatch.chdir(tmp_path / "clone")
    return tmp_path


def site(repository: Path, text: str, **others: str) -> Path:
    folder = repository / f"site-{text}"
    folder.mkdir(exist_ok=True)
    for name, content in {"index.html": text, **others}.items():
        (folder / name).write_text(content)
    return folder


def branch(repository: Path) -> dict[str, str]:
    paths = git(repository / "origin.git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()
    return {path: git(repository / "origin.git", "show", f"gh-pages:{path}") for path in paths}


def test_sites_live_beside_each_other_in_one_commit(repository: Path) -> None:
    pages.put(site(repository, "seventeen"), "pr-17")
    pages.put(site(repository, "main", old="1"), "main")
    pages.put(site(repository, "three"), "pr-3")
    pages.put(site(repository, "newer", new="1"), "main")
    rest = {".nojekyll": "", "index.html": "newer", "new": "1"}
    assert branch(repository) == {**rest, "pr-17/index.html": "seventeen", "pr-3/index.html": "three"}
    assert pages.sweep({3, 99}) == [17]
    assert branch(repository) == {**rest, "pr-3/index.html": "three"}
    tip = git(repository / "origin.git", "rev-parse", "gh-pages")
    assert pages.sweep({3}) == []
    pages.put(site(repository, "three"), "pr-3")
    assert git(repository / "origin.git", "rev-parse", "gh-pages") == tip  # nothing to push
    assert git(repository / "origin.git", "rev-list", "--count", "gh-pages") == "1"


def test_a_sweep_of_no_branch_makes_none(repository: Path) -> None:
    assert pages.sweep(set()) == []
    assert git(repository / "origin.git", "branch", "--list") == ""


def test_the_domain_of_the_host_stays(repository: Path) -> None:
    pages.put(site(repository, "main"), "main")

    def name_it(tree: Path) -> None:
        (tree / "CNAME").write_text("news.example")

    pages.change(name_it, "By the host")
    pages.put(site(repository, "newer"), "main")
    assert branch(repository)["CNAME"] == "news.example"


def test_who_is_slower_begins_anew(repository: Path) -> None:
    """Somebody pushes between fetching and pushing: both are there in the end."""
    tries = []

    def edit(tree: Path) -> None:
        tries.append(sorted(path.name for path in tree.iterdir() if path.name != ".git"))
        if len(tries) == 1:
            pages.put(site(repository, "other"), "pr-1")
        (tree / "index.html").write_text("ours")

    pages.change(edit, "Ours")
    assert tries == [[], [".nojekyll", "pr-1"]]
    assert branch(repository) == {".nojekyll": "", "index.html": "ours", "pr-1/index.html": "other"}


@pytest.mark.parametrize("place", ["pr-0", "pr-1/..", "..", "pr-x", "articles", ""])
def test_a_site_goes_to_its_own_place_only(place: str, repository: Path) -> None:
    with pytest.raises(pages.Refused, match="neither main nor pr-N"):
        pages.put(site(repository, "a"), place)


def test_a_site_that_would_hide_a_preview_or_has_no_front_page_is_refused(repository: Path) -> None:
    folder = site(repository, "a")
    (folder / "pr-4").mkdir()
    with pytest.raises(pages.Refused, match="pr-4: the name of a preview"):
        pages.put(folder, "main")
    with pytest.raises(pages.Refused, match="no index"):
        pages.put(repository / "clone", "main")


def test_mistakes_are_told_without_a_traceback() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / ".ci/pages.py"), "put"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1 and "pages.py put FOLDER PLACE" in done.stderr and "Traceback" not in done.stderr


# --------------------------------------------------------------------------------------------------------------- GitLab


class Api(BaseHTTPRequestHandler):
    """GitLab's, with two merge requests: 7 is open, and its newest pipeline made a preview; 8 is merged."""

    review = "## What this change does to the briefing\n\n1 added.\n"
    notes: list[dict[str, Any]]
    seen: list[str]

    def answer(self) -> Any:
        match urlsplit(self.path).path.removeprefix("/projects/1").strip("/").split("/"):
            case ["user"]:
                return {"id": 3}
            case ["merge_requests"]:
                asked = dict(parse_qsl(urlsplit(self.path).query))
                wanted = {"opened": 7, "merged": 8}.get(asked["state"])
                return [{"iid": wanted}] if wanted and asked["page"] == "1" else []
            case ["merge_requests", iid, "pipelines"]:
                fork = {"id": 99, "project_id": 2}
                return [{"id": int(iid) * 10 + n, "project_id": 1} for n in (1, 2)] + [fork]
            case ["pipelines", number, "jobs"]:
                job = {"status": "success", "commit": {"id": f"{number}abcdefgh"}, "artifacts_file": {"size": 1}}
                return [{**job, "id": int(number), "name": name} for name in ("test", "preview")]
            case ["merge_requests", "7", "notes", *_]:
                return self.notes
        return None

    def do_GET(self) -> None:
        found = self.answer()
        content = json.dumps(found).encode() if found is not None else b""
        if self.path.endswith("artifacts/preview/review.md"):
            content = self.review.encode()
        self.send_response(200 if content else 404)
        self.end_headers()
        self.wfile.write(content)

    def write(self) -> None:
        form = dict(parse_qsl(self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()))
        assert self.headers["PRIVATE-TOKEN"] == "secret"
        self.seen.append(f"{self.command} {self.path}")
        if self.command == "POST":
            self.notes.append({"id": 1, "author": {"id": 3}, "body": form["body"]})
        elif self.command == "PUT":
            self.notes[-1]["body"] = form["body"]
        self.send_response(200)
        self.end_headers()

    do_POST = do_PUT = do_DELETE = write

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Api.notes, Api.seen = [{"id": 5, "author": {"id": 4}, "body": f"{pages.MARKER} by somebody else"}], []
    for name, value in {
        "CI_API_V4_URL": f"http://127.0.0.1:{server.server_port}",
        "CI_PROJECT_ID": "1",
        "CI_PROJECT_PATH": "desk/news/briefing",
        "CI_PROJECT_ROOT_NAMESPACE": "desk",
        "CI_PAGES_DOMAIN": "pages.example",
        "CI_DEFAULT_BRANCH": "main",
        "BRIEFING_TOKEN": "secret",
    }.items():
        monkeypatch.setenv(name, value)
    yield load("notes")
    server.shutdown()
    server.server_close()


def test_one_note_is_kept_up_to_date_and_old_previews_are_deleted(
    notes: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    notes.main()
    ended = ["DELETE /projects/1/jobs/82/artifacts", "DELETE /projects/1/jobs/81/artifacts"]
    assert Api.seen == ["POST /projects/1/merge_requests/7/notes", *ended]
    body = Api.notes[-1]["body"]
    address = "https://desk.pages.example/-/news/briefing/-/jobs/72/artifacts/preview/"
    assert f"[What it changes]({address}review.html)" in body and "1 added." in body and "72abcdefg" in body
    Api.seen.clear()
    notes.main()
    assert Api.seen == ended  # it says the same already
    monkeypatch.setattr(Api, "review", "/merge")
    notes.main()
    assert "PUT /projects/1/merge_requests/7/notes/1" in Api.seen
    assert "/merge" not in Api.notes[-1]["body"].splitlines() and "cannot be said" in Api.notes[-1]["body"]
