"""A code host on this machine: runs the shell of workflows as it stands, on a repository with a bare one as its origin.

Actions are not run: what the two that matter do (checking out, handing on an artifact) is done here. ``gh`` and
``curl`` are programs of this folder's ``bin``, which answer from files and write down how they were called.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT

SITE = "https://desk.example/briefing"
SEED = "---\ntitle: {title}\ndate: 2024-03-{day}\nsource: Küstenblatt\n---\n{text}\n"
SEEDS = {  # German, so that no run waits for the language model
    "werft.md": SEED.format(title="Werft lässt Boote zu Wasser", day=12, text="Die Werft hat zwölf Boote gebaut."),
    "markt.md": SEED.format(title="Fischmarkt öffnet wieder", day=13, text="Der Markt öffnet am Montag wieder."),
}
_NAME = re.compile(r"\b(?:github|steps|needs)(?:\.[\w-]+)+")


def git(folder: Path, *arguments: str) -> str:
    own = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-C", str(folder), *own, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


class Host:
    """One repository with its origin and the host's memory of it: pull requests, comments, artifacts."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.root, self.origin = folder, folder / "repository", folder / "origin.git"
        self.memory = folder / "memory"
        self.memory.mkdir()
        self.remember(pulls=[], comments=[])
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.origin))
        _begin(self.root)
        git(self.root, "remote", "add", "origin", str(self.origin))
        self.push("main")

    def remember(self, **values: Any) -> None:
        for name, value in values.items():
            (self.memory / f"{name}.json").write_text(json.dumps(value), "utf-8")

    def recall(self, name: str) -> Any:
        return json.loads((self.memory / f"{name}.json").read_text("utf-8"))

    def calls(self) -> list[str]:
        """How ``gh`` and ``curl`` were called since this was asked for last."""
        log = self.memory / "calls"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines

    def push(self, branch: str) -> str:
        git(self.root, "push", "--quiet", "--force", "origin", branch)
        git(self.root, "fetch", "--quiet", "origin")
        return git(self.root, "rev-parse", "HEAD")

    def add_seed(self, name: str, title: str, text: str) -> None:
        """As by the host's editor: one file, one commit, no command."""
        (self.root / "seeds" / name).write_text(f"{title}\n\n{text}\n", "utf-8")
        git(self.root, "add", "seeds")
        git(self.root, "commit", "--quiet", "-m", f"Create {name}")

    def published(self, path: str) -> str | None:
        """A file of the branch that the Pages serve."""
        command = ["git", "-C", str(self.origin), "show", f"gh-pages:{path}"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return done.stdout if done.returncode == 0 else None

    def keep_artifact(self, folder: Path, name: str = "briefing-preview") -> Path:
        """What upload-artifact makes of a folder: a zip without hidden files."""
        archive = self.memory / "artifact.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            for path in sorted(folder.rglob("*")):
                if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
                    packed.write(path, path.relative_to(folder).as_posix())
        found = {"id": 5, "name": name, "size_in_bytes": archive.stat().st_size}
        self.remember(artifacts={"artifacts": [found]})
        return archive

    def run_job(self, file: str, job: str, event: dict[str, Any], **environment: str) -> dict[str, dict[str, str]]:
        """Run the steps of a GitHub job; the outputs of each that has an id. A step that fails raises its words."""
        plan = yaml.safe_load((ROOT / ".github" / "workflows" / file).read_text("utf-8"))["jobs"][job]
        shell = plan.get("defaults", {}).get("run", {}).get("shell")
        known: dict[str, Any] = {"github": {"event": event, "token": "none"}, "steps": {}}
        carried = {**environment, **_filled(plan.get("env", {}), known)}
        for step in plan["steps"]:
            if "run" not in step or not _holds(step.get("if", ""), known):
                continue
            assert "${{" not in step["run"], "a template in a script is code of whoever wrote the value"
            files = {name: self.folder / name for name in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
            for name in ("GITHUB_OUTPUT", "GITHUB_ENV"):
                files[name].write_text("")
            own = _filled(step.get("env", {}), known)
            options = ["-eo", "pipefail"] if step.get("shell", shell) == "bash" else ["-e"]
            self.run_shell(
                step["run"], options, {**carried, **own, **{name: str(path) for name, path in files.items()}}
            )
            carried |= _assigned(files["GITHUB_ENV"])
            known["steps"][step.get("id", "")] = {"outputs": _assigned(files["GITHUB_OUTPUT"])}
        return {name: step["outputs"] for name, step in known["steps"].items() if name}

    def run_shell(self, script: str, options: list[str], environment: dict[str, str]) -> str:
        """Run a script at the top of the repository, with this machine's settings kept out."""
        path = f"{Path(__file__).parent / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        base = {"PATH": path, "HOME": str(self.folder), "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "PAUSE": "0"}
        base |= {"HOST_MEMORY": str(self.memory), "HOST_ORIGIN": str(self.origin), "SOURCE_DATE_EPOCH": "1711929600"}
        base |= {"GITHUB_REPOSITORY": "desk/briefing", "HOST_SITE": SITE, "PYTHONDONTWRITEBYTECODE": "1"}
        command = ["bash", "--noprofile", "--norc", *options, "-c", script]
        done = subprocess.run(
            command,
            cwd=self.root,
            env=base | environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{script}\n{done.stdout}\n{done.stderr}"
        return done.stdout


def _begin(root: Path) -> None:
    """A repository as it is, but for its articles and its code, which is this one's."""
    (root / "seeds").mkdir(parents=True)
    for name, text in SEEDS.items():
        (root / "seeds" / name).write_text(text, "utf-8")
    for name in ("mkdocs.yml", "generate.py", "Makefile", ".gitignore"):
        shutil.copy(ROOT / name, root)
    (root / "briefing.yml").write_text("language: de\n")
    for name in (".ci", "overrides", "requirements"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("site_src", "build"):
        (root / name).mkdir()
        (root / name / ".gitkeep").touch()
    python = root / ".venv" / "bin" / "python"  # as it is after the set-up
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (root / ".venv" / "site.done").touch()
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "add", "--force", "site_src/.gitkeep", "build/.gitkeep")
    git(root, "commit", "--quiet", "-m", "Begin")


def _look_up(name: str, known: Any) -> Any:
    for part in name.split("."):
        known = (known or {}).get(part)
    return "" if known is None else known


def _filled(values: dict[str, Any], known: dict[str, Any]) -> dict[str, str]:
    def fill(text: str) -> str:
        return re.sub(r"\$\{\{ *([\w.-]+) *\}\}", lambda found: str(_look_up(found[1], known)), text)

    return {name: fill(str(value)) for name, value in values.items()}


def _holds(condition: str, known: dict[str, Any]) -> bool:
    text = condition.replace("${{", "").replace("}}", "").replace("!cancelled()", "True").strip()
    text = _NAME.sub(lambda found: repr(_look_up(found[0], known)), text)
    return not text or bool(eval(text.replace("&&", " and ").replace("||", " or "), {"__builtins__": {}}))


def _assigned(file: Path) -> dict[str, str]:
    return dict(line.partition("=")[::2] for line in file.read_text("utf-8").splitlines())
