"""The live preview: what it shows after any edits is what a clean build makes, and it shows it to nobody else."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import site
from briefing.cli import DONE, MISTAKE, main
from briefing.cli.serve import _watch
from briefing.cli.terminal import StatusLine
from briefing.errors import AuthorError
from briefing.last_run import Options
from briefing.pipeline import generate
from briefing.preview import Preview, digest_watched
from briefing.serve import PreviewServer
from tests.conftest import ROOT, TODAY, copy_briefing
from tests.promises.test_interrupted import start

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OF_ALL_PAGES = {"sitemap.xml", "sitemap.xml.gz"}


def silent(*_: object) -> None:
    pass


def files(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(".")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture
def root(golden: Path, tmp_path: Path) -> Path:
    root = tmp_path / "briefing"
    shutil.copytree(golden, root, symlinks=True)
    return root


@pytest.fixture
def preview(root: Path) -> Preview:
    return Preview(Options(root, TODAY), root / ".briefing" / "serve" / "0")


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")


EDITS: list[Callable[[Path], object]] = [  # each is built before the next is made
    lambda root: write(root / "seeds" / "hafen.yml", "title: Another headline\nbottom_line: It matters.\n"),
    lambda root: write(root / "site_src" / "imprint.md", "# Imprint\n\n[the front](index.md)\n"),
    lambda root: write(root / "overrides" / "assets" / "briefing.css", "body { color: red }\n"),
    lambda root: write(root / "seeds" / "new.txt", "Lindow opens\n\nThe harbour of Lindow opened on 22 March 2024.\n"),
    lambda root: (root / "seeds" / "fish-prices.md").unlink(),
    lambda root: [(root / path).unlink() for path in ("site_src/imprint.md", "seeds/hafen.yml")],
]


def test_after_any_edits_the_preview_equals_a_clean_build_and_build_is_as_it_was(
    root: Path, preview: Preview, tmp_path: Path
) -> None:
    before = files(root / "build")
    preview.update(silent)
    for edit in EDITS:
        edit(root)
        preview.update(silent)
    clean = copy_briefing(root, tmp_path / "clean")
    shutil.copytree(root / "overrides", clean / "overrides", dirs_exist_ok=True)
    (clean / ".briefing").mkdir()
    shutil.copy(root / ".briefing" / "cache.sqlite", clean / ".briefing")
    generate(Options(clean, TODAY), silent)
    shown, made = files(preview.site), files(clean / "build")
    assert shown.keys() == made.keys() - OF_ALL_PAGES
    assert [path for path in shown if shown[path] != made[path]] == []
    assert files(root / "build") == before


def test_an_edit_renders_only_the_pages_that_it_changes(
    root: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, all_files = preview.update(silent)
    rendered: list[set[str]] = []
    real = site._run_mkdocs

    def run_mkdocs(root: Path, site_src: Path, staging: Path, *more: set[str]) -> None:
        real(root, site_src, staging, *more)
        rendered.append(files(staging).keys() - OF_ALL_PAGES - {"404.html"})

    monkeypatch.setattr(site, "_run_mkdocs", run_mkdocs)
    write(root / "seeds" / "hafen.yml", "note: Seen again.\n")
    count = preview.update(silent)[1]
    (changed,) = rendered
    assert 0 < count == len(changed) < all_files / 2
    assert "articles/hafen-von-lindow-bleibt-nach-dem-sturm-geschlossen.html" in changed
    assert preview.update(silent)[1] == 0
    assert len(rendered) == 1


def test_a_mistake_leaves_the_preview_as_it_was_until_it_is_mended(root: Path, preview: Preview) -> None:
    write(root / "site_src" / "imprint.md", "# Imprint\n\n[gone](articles/a-page-to-be.html)\n")
    with pytest.raises(AuthorError):
        preview.update(silent)
    assert not preview.site.exists()
    fish = next((root / "site_src" / "articles").glob("fish*.md"))
    write(root / "site_src" / "imprint.md", f'# Imprint\n\n<a href="articles/{fish.stem}.html">fish</a>\n')
    preview.update(silent)
    before = files(preview.site)
    for path, text, told in (
        ("seeds/hafen.yml", "titel: x\n", "seeds/hafen.yml:1:1: unknown key"),
        ("seeds/fish-prices.md", None, "site_src/imprint.md: the link articles/fish"),
        ("site_src/imprint.md", "[gone](articles/nowhere.html)\n", "nowhere"),
        ("site_src/imprint.md", "[gone](index.md#content)\n", "no.* anchor|not contain an anchor"),
        ("mkdocs.yml", "site_name: No theme\ntheme: nonesuch\n", "nonesuch"),
    ):
        former = (root / path).read_bytes() if (root / path).exists() else None
        write(root / path, text) if text else (root / path).unlink()
        with pytest.raises(AuthorError, match=told):
            preview.update(silent)
        assert files(preview.site) == before
        (root / path).unlink() if former is None else (root / path).write_bytes(former)
    preview.update(silent)
    assert files(preview.site) == before


def test_whatever_a_person_edits_is_watched_and_what_is_generated_is_not(root: Path, preview: Preview) -> None:
    preview.update(silent)
    last = digest_watched(preview.options)
    preview.update(silent)
    assert digest_watched(preview.options) == last
    for name in ("seeds/hafen.yml", "briefing.yml", "mkdocs.yml", "overrides/assets/briefing.css", "site_src/own.md"):
        write(root / name, "# edited\n")
        assert digest_watched(preview.options) != last, name
        last = digest_watched(preview.options)
    (root / "seeds" / "hafen.yml").unlink()
    assert digest_watched(preview.options) != last


# ------------------------------------------------------------------------------------------------------ over http


@pytest.fixture
def served(tmp_path: Path) -> Iterator[PreviewServer]:
    """A small site; what lies beside it is not to be had."""
    page = (ROOT / "overrides" / "main.html").read_text("utf-8")
    policy = page[page.index("<meta http-equiv") : page.index("\n", page.index("<meta http-equiv"))]
    (tmp_path / "site" / "articles").mkdir(parents=True)
    for name in ("index.html", "articles/index.html"):
        write(tmp_path / "site" / name, f"<html><head>{policy}</head><body>{name}</body></html>")
    write(tmp_path / "site" / "404.html", (ROOT / "overrides" / "404.html").read_text("utf-8"))
    write(tmp_path / "site" / "main.js", "</head>")
    write(tmp_path / "site" / ".hidden", "hidden")
    write(tmp_path / "secret.txt", "secret")
    (tmp_path / "site" / "way-out.txt").symlink_to(tmp_path / "secret.txt")
    with PreviewServer(tmp_path / "site", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def ask(server: PreviewServer, path: str, method: str = "GET", host: str = "") -> tuple[int, str, dict[str, str]]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), dict(answer.getheaders())


def test_pages_get_the_script_and_a_policy_for_it_and_the_files_do_not(served: PreviewServer) -> None:
    before = files(served.site)
    status, text, headers = ask(served, "/")
    assert (status, headers["Content-Type"], headers["Cache-Control"]) == (200, "text/html; charset=utf-8", "no-store")
    assert text.count('<script src="/.briefing/reload.js"') == 1
    assert "default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self';" in text
    assert ask(served, "/articles/")[1].startswith("<html><head>")
    assert ask(served, "/articles")[::2][0] == 302
    assert ask(served, "/articles")[2]["Location"] == "/articles/"
    status, text, _ = ask(served, "/nowhere.html")
    assert status == 404 and "connect-src 'self'; script-src 'self' 'sha256-" in text
    assert ask(served, "/main.js")[1] == "</head>"
    assert ask(served, "/", "HEAD")[:2] == (200, "")
    assert files(served.site) == before


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/articles/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/way-out.txt",
        "/.hidden",
        "//etc/passwd",
        "/%00",
        f"/{'a' * 5000}",
        "/index.html/",
    ],
)
def test_nothing_outside_the_site_is_served(served: PreviewServer, path: str) -> None:
    status, text, _ = ask(served, path)
    assert status == 404
    assert "secret" not in text and "hidden" not in text and "root:" not in text


def test_only_this_machine_by_its_own_name_is_answered(served: PreviewServer) -> None:
    assert served.server_address[0] == "127.0.0.1"
    assert ask(served, "/", host=f"localhost:{served.server_port}")[0] == 200
    for host in ("news.example", f"news.example:{served.server_port}", "127.0.0.1:1"):
        assert ask(served, "/", host=host)[0] == 403
    assert ask(served, "/", "POST")[0] == 501


def test_a_question_for_the_state_is_answered_when_there_is_another(served: PreviewServer) -> None:
    known = json.loads(ask(served, "/.briefing/state")[1])["id"]
    later = threading.Timer(0.2, served.tell, [["seeds/a.yml:1: <b>"]])
    later.start()
    began = time.monotonic()
    state = json.loads(ask(served, f"/.briefing/state?known={known}")[1])
    assert 0.1 < time.monotonic() - began < 5
    assert state["id"] != known and state["mistakes"] == ["seeds/a.yml:1: <b>"]
    shutil.rmtree(served.site)
    status, text, _ = ask(served, "/")
    assert status == 503 and "seeds/a.yml:1: &lt;b&gt;" in text and "reload.js" in text


def test_a_port_that_is_taken_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["--root", str(root), "serve", "--port", str(port)]) == MISTAKE
    assert f"port {port}: " in capsys.readouterr().err


# ------------------------------------------------------------------------------------------------- as a command


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is another thing there")
def test_the_command_shows_edits_lets_others_run_and_ends_with_ctrl_c(root: Path) -> None:
    command = [sys.executable, str(ROOT / "generate.py"), "--root", str(root), "--today", TODAY, "--jobs", "1"]
    running = start([*command, "serve", "--port", "0"])
    try:
        assert running.stdout and running.stderr
        lines = iter(running.stdout.readline, "")
        assert "being built" in next(lines)
        assert "7 articles" in next(lines)
        write(root / "seeds" / "hafen.yml", "titel: x\n")
        assert running.stderr.readline().startswith("seeds/hafen.yml:1:1: unknown key 'titel'")
        write(root / "seeds" / "hafen.yml", "note: Seen again.\n")
        assert "7 articles" in next(lines)
        assert main([*command[2:], "check"]) == DONE  # nothing holds the lock between builds
        running.send_signal(signal.SIGINT)
        out, errors = running.communicate(timeout=60)
    finally:
        running.kill()  # also where an assertion fails: nobody would wait for it
    assert running.returncode == DONE
    assert "Traceback" not in out + errors
    assert list((root / ".briefing" / "serve").iterdir()) == []


@pytest.mark.browser
def test_an_open_page_shows_edits_and_mistakes_by_itself(root: Path, preview: Preview, browser: Browser) -> None:
    ended = threading.Event()
    with PreviewServer(preview.site, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        complaints: list[str] = []
        page.on("console", lambda message: complaints.append(message.text))
        watching = threading.Thread(target=_until, args=(ended, preview, server), daemon=True)
        watching.start()
        page.goto(server.address)
        page.get_by_text("Search the briefing").wait_for()
        complaints.clear()  # that there was no site yet
        notice = page.locator("#briefing-mistakes")
        write(root / "seeds" / "harbour-closed.yml", "titel: x\n")
        notice.wait_for()
        assert notice.inner_text().startswith("seeds/harbour-closed.yml:1:1: unknown key 'titel'")
        page.reload()
        notice.wait_for()
        write(root / "seeds" / "harbour-closed.yml", "title: An edited headline\n")
        page.get_by_role("link", name="An edited headline").first.wait_for()
        assert notice.count() == 0
        assert complaints == []
        page.close()
        ended.set()
        watching.join()
        server.shutdown()


def _until(ended: threading.Event, preview: Preview, server: PreviewServer) -> None:
    """The loop of the command, in a thread, which no Ctrl-C reaches."""

    def sleep(seconds: float) -> None:
        if ended.wait(seconds):
            raise KeyboardInterrupt

    with contextlib.suppress(KeyboardInterrupt):
        _watch(preview, server, StatusLine(), sleep)
