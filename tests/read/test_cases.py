"""Each file of ``cases/`` is read as the ``.expected.yml`` beside it says: stated values, lines, doubts."""

import dataclasses
import shutil
from pathlib import Path

import pytest
import yaml

from briefing.model import Known, Seed, Settings
from briefing.read import read_seeds

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.suffix != ".yml")


def described(seed: Seed) -> dict[str, object]:
    """The seed in plain words, as the expectations have it."""
    stated = {}
    for field in dataclasses.fields(seed.stated):
        known: Known[object] | None = getattr(seed.stated, field.name)
        if known:
            value = list(known.value) if isinstance(known.value, tuple) else known.value
            stated[field.name] = [value, f"{known.origin} by {known.evidence.rule}, line {known.evidence.line}"]
    return {
        "stated": stated,
        "lines": [f"{line.number} {line.kind}: {line.text}" for line in seed.lines],
        "doubts": [f"{doubt.line}: {doubt.message}" for doubt in seed.doubts],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_file_is_read_as_expected(case: Path, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    shutil.copy(case, tmp_path / "seeds" / case.name)
    seed = read_seeds(tmp_path, Settings(site_name="")).seeds[0]
    assert described(seed) == yaml.safe_load(case.with_suffix(".expected.yml").read_text(encoding="utf-8"))
