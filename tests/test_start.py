"""A briefing elsewhere, with the generator installed as a package: the same site, by one command or by plain MkDocs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from briefing import __version__, disk, schemas
from briefing.cli import DONE, MISTAKE, main
from briefing.last_run import Options, digest_theme
from briefing.start import start_briefing
from tests.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COMMAND = "import sys; from briefing.cli import main; sys.exit(main())"  # what the installed script does


def written(folder: Path) -> dict[str, bytes]:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


class Installed:
    """A briefing that was started by the installed generator, and built by it."""

    def __init__(self, folder: Path) -> None:
        self.package, self.root = folder / "packages", folder / "news"
        with zipfile.ZipFile(make_wheel(folder)) as wheel:
            wheel.extractall(self.package)
        init = self.command("init", str(self.root))
        subprocess.run(init, cwd=folder, env=self.environment, check=True, capture_output=True)
        note = "The ferry stopped on Thursday. “It will sail again,” he said.\n"  # nobody can tell when, nor who
        (self.root / "seeds" / "note.txt").write_text(note, "utf-8")
        self.said = self.run()

    @property
    def environment(self) -> dict[str, str]:
        return {
            **{name: value for name, value in os.environ.items() if name not in ("SITE_URL", "SITE_NAME")},
            "PYTHONPATH": str(self.package),
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "1711929600",
        }

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-c", COMMAND, *arguments]

    def run(self, *arguments: str, command: list[str] | None = None) -> str:
        done = subprocess.run(
            command or self.command(*arguments),
            cwd=self.root,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert done.returncode == DONE, done.stderr
        return done.stdout + done.stderr

    def site(self) -> dict[str, bytes]:
        return written(self.root / "build")


def make_wheel(folder: Path) -> Path:
    """What ``pip wheel .`` makes of the repository, out of a copy: setuptools leaves things where it builds."""
    source = folder / "source"
    for name in ("briefing", "overrides"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    quiet = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", ".", *quiet, "-w", str(folder)], cwd=source, check=True)
    return folder / f"briefing-{__version__}-py3-none-any.whl"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("installed"))


def test_the_wheel_holds_the_whole_package_and_the_theme_once(installed: Installed) -> None:
    def kept(folder: Path) -> set[str]:
        return {path for path in written(folder) if "__pycache__" not in path}

    package = installed.package / "briefing"
    assert kept(package) == kept(ROOT / "briefing") | {f"overrides/{path}" for path in kept(ROOT / "overrides")}


def test_plain_mkdocs_makes_the_same_site_with_the_installed_theme(installed: Installed) -> None:
    assert "briefing check" in installed.said
    ours = installed.site()
    page = ours["articles/lindow-opens-its-new-ferry-pier.html"].decode()
    assert "Content-Security-Policy" in page and 'class="mast' in page
    assert ours["assets/briefing.css"] == (ROOT / "overrides" / "assets" / "briefing.css").read_bytes()
    installed.run(command=[sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"])
    assert installed.site() == ours


def test_from_a_clone_a_briefing_elsewhere_is_built_the_same(installed: Installed, tmp_path: Path) -> None:
    elsewhere = tmp_path / "news"
    shutil.copytree(installed.root, elsewhere, ignore=shutil.ignore_patterns("site_src", "build", "last-run*"))
    assert main(["--root", str(elsewhere), "--today", "2024-04-01", "--jobs", "1"]) == DONE
    built, theirs = written(elsewhere / "build"), installed.site()
    assert built.keys() == theirs.keys() - {".gitkeep"}
    assert [path for path in built if built[path] != theirs[path]] == []


def test_a_theme_of_ones_own_wins_over_the_packaged_one(installed: Installed, tmp_path: Path) -> None:
    elsewhere = tmp_path / "news"
    shutil.copytree(installed.root, elsewhere, ignore=shutil.ignore_patterns("build", "last-run*"))
    (elsewhere / "overrides" / "assets").mkdir(parents=True)
    (elsewhere / "overrides" / "assets" / "favicon.svg").write_text("<svg/>", "utf-8")
    settings = (elsewhere / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("name: material", "name: material\n  custom_dir: overrides")
    (elsewhere / "mkdocs.yml").write_text(settings, "utf-8")
    assert main(["--root", str(elsewhere), "--today", "2024-04-01", "--jobs", "1"]) == DONE
    built, theirs = written(elsewhere / "build"), installed.site()
    assert built["assets/favicon.svg"] == b"<svg/>"
    address = re.compile(rb"assets/favicon\.svg\?[0-9a-f]+")  # which tells the content
    differing = [path for path in built if address.sub(b"", built[path]) != address.sub(b"", theirs[path])]
    assert differing == ["assets/favicon.svg"]


def test_an_upgrade_of_the_theme_alone_makes_the_site_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packaged, options = tmp_path / "package" / "overrides", Options(tmp_path / "news", "2024-04-01")
    shutil.copytree(ROOT / "overrides", packaged)
    monkeypatch.setattr("briefing.last_run.theme_folder", lambda: packaged)
    before = digest_theme(options)
    assert digest_theme(options) == before
    (packaged / "assets" / "briefing.css").write_text("/* newer */\n", "utf-8")
    assert digest_theme(options) != before


@pytest.mark.browser
def test_the_site_of_a_briefing_elsewhere_opens_and_finds(installed: Installed, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((installed.root / "build" / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type("harbour master")
    page.locator("dialog a", has_text="Lindow opens its new ferry pier").first.click()
    page.wait_for_url("**/articles/lindow-opens-its-new-ferry-pier.html*")
    assert complaints == []
    page.close()


def test_init_tells_what_it_wrote_and_how_to_take_it_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news = tmp_path / "the" / "news"
    assert main(["init", str(news)]) == DONE
    *paths, title, closing = capsys.readouterr().out.splitlines()
    assert sorted(paths) == sorted(str(news / path) for path in written(news))
    assert title.startswith("its title is 'A new briefing' until ") and str(news / "mkdocs.yml") in title
    assert f"{len(paths)} files written (to take it back, delete {news})" in closing
    for name in (".github/workflows/check.yml", ".gitlab-ci.yml", ".gitignore", "build/.gitkeep", "site_src/.gitkeep"):
        assert (news / name).is_file()
    assert f"briefing-{__version__}-py3-none-any.whl" in (news / "requirements.txt").read_text("utf-8")


def test_init_overwrites_nothing_and_names_all_that_is_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "README.md").write_text("mine\n", "utf-8")
    (tmp_path / "seeds").write_text("no folder\n", "utf-8")
    (tmp_path / "mkdocs.yml").symlink_to("nowhere")
    (tmp_path / ".github").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    before = sorted(tmp_path.iterdir())
    assert main(["init", str(tmp_path)]) == MISTAKE
    errors = capsys.readouterr().err.splitlines()
    assert [line.partition(": ")[0] for line in errors] == [
        str(tmp_path / name) for name in (".github", "README.md", "mkdocs.yml", "seeds")
    ]
    assert sorted(tmp_path.iterdir()) == before
    assert main(["init", str(tmp_path / "README.md")]) == MISTAKE
    assert "is no folder" in capsys.readouterr().err


def test_init_adds_to_a_folder_that_holds_other_things(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "LICENSE").write_text("mine\n", "utf-8")
    assert main(["init", str(tmp_path)]) == DONE
    assert "delete these files" in capsys.readouterr().out
    assert (tmp_path / "LICENSE").read_text("utf-8") == "mine\n"


def test_init_that_fails_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = disk.stage_file

    def full(path: Path, content: bytes) -> None:
        if "mkdocs.yml" in path.name:
            raise OSError(28, "No space left on device", str(path))
        real(path, content)

    monkeypatch.setattr(disk, "stage_file", full)
    assert main(["init", str(tmp_path / "news")]) == MISTAKE
    assert list(tmp_path.iterdir()) == []


def test_the_first_line_of_what_one_writes_leads_to_its_schema(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"briefing.schema.json": "{}\n", "sidecar.schema.json": "{}\n"}
    monkeypatch.setattr("briefing.start.schema_texts", lambda: texts)
    start_briefing(tmp_path)
    for path in (tmp_path / "briefing.yml", tmp_path / "seeds" / "example.yml"):
        line = path.read_text("utf-8").partition("\n")[0]
        schema = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
        assert schema
        assert (path.parent / schema[1]).resolve().parent == (tmp_path / ".schemas")
        assert (path.parent / schema[1]).is_file()
    assert schemas.schema_texts().keys() <= texts.keys()


def test_the_settings_to_begin_with_are_those_of_this_project_but_for_the_theme() -> None:
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))
    ours, theirs = (
        yaml.load((folder / "mkdocs.yml").read_text("utf-8"), Loader)
        for folder in (ROOT, ROOT / "briefing" / "starter")
    )
    assert ours.pop("hooks") == ["overrides/hooks.py"] and ours["theme"].pop("custom_dir") == "overrides"
    assert (ours.pop("plugins"), theirs.pop("plugins")) == ([], ["briefing"])
    for key in ("site_name", "site_description"):
        assert ours.pop(key) != theirs.pop(key)
    assert ours == theirs


def test_a_new_briefing_is_told_to_say_its_own_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    news = tmp_path / "news"
    assert main(["init", str(news)]) == DONE
    assert "its title is 'A new briefing' until" in capsys.readouterr().out
    (news / "seeds" / "example.txt").unlink()
    (news / "seeds" / "example.yml").unlink()
    assert main(["check", "--root", str(news)]) == DONE
    told = [line.partition(" is still ")[0] for line in capsys.readouterr().out.splitlines() if " is still " in line]
    assert told == ["briefing.yml: intro", "mkdocs.yml: site_description", "mkdocs.yml: site_name"]
    site = (news / "mkdocs.yml").read_text("utf-8")
    (news / "mkdocs.yml").write_text(site.replace("A new briefing", "Harbour News"), "utf-8")
    assert main(["check", "--root", str(news)]) == DONE
    assert "site_name is still" not in capsys.readouterr().out
