"""The fit of what tells that two reports are of one event learns from pairs that are known, and groups with it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy
import pytest

from benchmarks.one_event import BOUND, Case, fit, group_with, read_case
from benchmarks.stories import read_clusters
from briefing.link.one_event import WEIGHTS

ROWS = [
    ("Explosion at Hollowmere mine", "2031-03-04", "An explosion shook the Hollowmere coal mine.", "mine"),
    ("Eleven dead", "2031-03-05", "Eleven miners died at Hollowmere, the colliery said.", "mine"),
    (
        "Otters at the mine",
        "2031-03-05",
        "Otters left Hollowmere, the colliery said before the explosion at the coal mine.",
        "otters",
    ),
    ("No day", "", "A report without a day is compared with none.", "none"),
]


@pytest.fixture
def clusters(tmp_path: Path) -> Path:
    rows = [dict(zip(("title", "date", "text", "cluster"), row, strict=True)) for row in ROWS]
    file = tmp_path / "clusters.jsonl"
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return file


def test_a_case_holds_every_pair_with_a_day_and_what_is_right(clusters: Path) -> None:
    case = read_case("clusters", read_clusters(clusters))
    assert case.told.shape == (3, len(WEIGHTS) + 1)
    assert sorted(case.right.tolist()) == [0, 0, 1]


def test_the_fit_weighs_what_tells_and_nothing_else() -> None:
    telling = list(WEIGHTS).index("rare")
    told = numpy.zeros((40, len(WEIGHTS) + 1))
    told[:, -1] = 1
    told[:20, telling] = 1
    weights = fit([Case(told, numpy.array([1.0] * 20 + [0.0] * 20), 10.0)])
    assert weights["rare"] > 3
    assert weights[BOUND] < -1
    assert all(abs(weights[key]) < 1e-6 for key in WEIGHTS if key != "rare")


def test_stories_are_grouped_with_other_weights(clusters: Path) -> None:
    reports = read_clusters(clusters)
    never = dict.fromkeys(WEIGHTS, 0.0)
    assert group_with(never | {BOUND: -4.0}, "clusters", reports)["clusters B3 R"] < 1
    assert group_with(never | {BOUND: 4.0}, "clusters", reports)["clusters B3 P"] < 1
