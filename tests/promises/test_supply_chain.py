"""What the program is made of: pinned, checked before it is used, and needing no network to build."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.annotate import language_model
from briefing.errors import EnvironmentFault
from tests.conftest import GOLDEN, ROOT, TODAY, copy_briefing

LOCKS = {name: ROOT / "requirements" / f"{name}.txt" for name in ("site", "dev")}
_REQUIREMENT = re.compile(
    r"^(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE
)


def locked(name: str) -> dict[str, tuple[str, list[str]]]:
    """Version and hashes of every package of a lock file."""
    found = _REQUIREMENT.finditer(LOCKS[name].read_text("utf-8"))
    return {m["name"].lower(): (m["version"], re.findall(r"--hash=sha256:([0-9a-f]{64})\b", m["rest"])) for m in found}


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_locked_to_one_version_with_hashes(name: str) -> None:
    lines = [line.rstrip(" \\") for line in LOCKS[name].read_text("utf-8").splitlines()]
    wanted = [line for line in lines if line and not line.lstrip().startswith(("#", "--hash=sha256:"))]
    packages = locked(name)
    assert sorted(line.partition("==")[0].lower() for line in wanted) == sorted(packages)  # no address, no open range
    assert [package for package, (_, hashes) in packages.items() if not hashes] == []


def test_the_locks_agree_and_hold_what_the_project_asks_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {"site": project["dependencies"]}
    asked["dev"] = asked["site"] + project["optional-dependencies"]["dev"]
    for name, requirements in asked.items():
        names = {re.split(r"[<>=\[ ;]", requirement)[0].lower() for requirement in requirements}
        assert names <= locked(name).keys()
    assert locked("site").items() <= locked("dev").items()


def test_nothing_is_installed_but_from_a_lock() -> None:
    places = [ROOT / "Makefile", ROOT / ".gitlab-ci.yml", ROOT / ".readthedocs.yaml", ROOT / ".ci" / "run"]
    places += sorted((ROOT / ".github").rglob("*.yml"))
    commands = [line for path in places for line in path.read_text("utf-8").splitlines() if "pip install" in line]
    assert commands
    assert [line for line in commands if "--require-hashes -r requirements/" not in line] == []


def loaded_files() -> list[str]:
    folder = language_model._checked_folder()
    paths = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in paths if "/" in path or path == "config.cfg")


def test_a_model_with_one_byte_changed_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = language_model._checked_folder()
    changed = tmp_path / "changed_model" / real.name
    shutil.copytree(real, changed)
    (tmp_path / "changed_model" / "__init__.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(language_model, "PACKAGES", ("changed_model",))
    finding = language_model._checked_folder.__wrapped__
    assert finding() == changed
    for path in [*loaded_files(), "vocab/added"]:
        file = changed / path
        before = file.read_bytes() if file.exists() else None
        file.write_bytes(bytes([before[0] ^ 1]) + before[1:] if before else b"x")
        with pytest.raises(EnvironmentFault, match=r"is not en_core_web_sm 3\.8\.0"):
            finding()
        file.unlink() if before is None else file.write_bytes(before)
    assert finding() == changed


# Loaded by Python at its start, in the generator and in its workers: whoever asks for the network is named.
_WATCH = """
import sys

def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"):
        if event != "socket.connect" or not isinstance(arguments[1], str):
            raise SystemExit(f"asked for the network: {event} {arguments[1:]}")

sys.addaudithook(watch)
"""


def build_offline(tmp_path: Path, program: list[str]) -> subprocess.CompletedProcess[str]:
    """Runs ``program`` where no network is, if the system can take it away, with every call for it watched."""
    (tmp_path / "watch").mkdir(exist_ok=True)
    (tmp_path / "watch" / "sitecustomize.py").write_text(_WATCH)
    apart = ["unshare", "--net", "--map-root-user"]
    can = shutil.which("unshare") and subprocess.run([*apart, "true"], capture_output=True).returncode == 0
    command = [*(apart if can else []), sys.executable, *program]
    return subprocess.run(command, env={"PYTHONPATH": str(tmp_path / "watch")}, capture_output=True, text=True)


def test_a_site_is_built_without_a_network_and_without_asking_for_one(tmp_path: Path) -> None:
    root = copy_briefing(GOLDEN, tmp_path / "briefing")
    long = "\n\n".join(f"Ada Brandt said on Monday that {n} boats had left Lindow." for n in range(9_000))
    (root / "seeds" / "long.txt").write_text(long[:450_000])  # so much that worker processes are begun
    result = build_offline(tmp_path, [str(ROOT / "generate.py"), f"--root={root}", "--today", TODAY, "--jobs", "2"])
    assert result.returncode == 0, result.stderr
    assert (root / "build" / "index.html").is_file()


def test_who_asks_for_the_network_is_seen(tmp_path: Path) -> None:
    asking = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    result = build_offline(tmp_path, ["-c", asking])
    assert "asked for the network" in result.stderr


def test_no_version_in_use_has_a_known_weakness(everything: bool) -> None:
    """By pip-audit, where its register of weaknesses is within reach."""
    if not everything:
        pytest.skip("asks the network: `make test-all`")
    command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--format=json"]
    command += ["--progress-spinner=off", f"--requirement={LOCKS['dev']}"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if not result.stdout:
        pytest.skip(f"the register is out of reach: {result.stderr.strip()[-200:]}")
    packages = json.loads(result.stdout)["dependencies"]
    if all("skip_reason" in package for package in packages):
        pytest.skip("the register is out of reach")
    assert [package for package in packages if package.get("vulns")] == []
