"""Whatever an editor types into a sidecar or briefing.yml: pages or a message, never a traceback or half a file."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from briefing import front_matter
from briefing.cli import DONE, MISTAKE
from briefing.write import is_intact
from tests import desk_yaml
from tests.conftest import ROOT
from tests.promises.small_briefing import AFTER, Tree, generate, put_seeds, tree

_MISTAKE = re.compile(r"(seeds/werft\.yml|briefing\.yml)(:\d+:\d+)?: \S.*")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("fuzz") / "briefing"
    shutil.copytree(ROOT / "overrides", root / "overrides", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    put_seeds(root, AFTER)
    assert generate(root, "--pages-only") == DONE
    return root


def type_and_run(root: Path, sidecar: str, desk: str) -> None:
    before = tree(root)
    (root / "seeds" / "werft.yml").write_bytes(sidecar.encode())
    (root / "briefing.yml").write_bytes(desk.encode())
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(io.StringIO()):
        status = generate(root, "--pages-only")
    if status == MISTAKE:
        assert tree(root) == before
        lines = errors.getvalue().splitlines()
        assert lines and all(_MISTAKE.fullmatch(line) for line in lines), lines
    else:
        assert status == DONE
        check_whole(root, tree(root))


def check_whole(root: Path, files: Tree) -> None:
    assert is_intact(root / "site_src")
    assert not [path for path in files if path.endswith(".tmp")]
    for path, content in files.items():
        if path.endswith(".md"):
            front_matter.load(content.decode())


def test_nothing_typed_at_the_desk_ends_in_a_traceback(desk: Path, everything: bool) -> None:
    # Shrinking would take minutes of CI for an example that is short as it is.
    phases = tuple(Phase) if everything else (Phase.explicit, Phase.reuse, Phase.generate)

    @settings(
        max_examples=2000 if everything else 60,
        phases=phases,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(st.one_of(desk_yaml.sidecars(), st.just("")), st.one_of(desk_yaml.desks(), st.just("")))
    def run(sidecar: str, desk_file: str) -> None:
        type_and_run(desk, sidecar, desk_file)

    run()
