"""Fits the weights by which two reports are taken for one event's, and tells how well each set is grouped without it.

``python -m benchmarks.one_event DATA`` prints, for each of the sets in sight, the B3 of its stories with weights fitted
to the others, then the weights fitted to all. All pairs less than ``DAYS`` apart are learnt from.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unittest.mock import patch

import numpy
from scipy.optimize import minimize

from benchmarks.stories import WRITTEN, Reports, deal_out, measure_reports, read_clusters, read_meantime, read_open
from briefing.link import one_event
from briefing.link.one_event import WEIGHTS, find_pairs
from briefing.link.similarity import build_vectors, day_of

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

SMALL = 3.0  # how much each weight is held down
COUNTS = {"parts": 1.0, "MEANTIME": 3.0}  # what a pair counts; of the invented ones, of which there are few, as many
BOUND = "bound"


class Case(NamedTuple):
    """Of the pairs of a set: what is weighed, whether they are of one event, and what each counts."""

    told: NDArray[float64]
    right: NDArray[float64]
    counts: float


def read_sets(data: Path) -> dict[str, Reports]:
    tuned = {name: read_clusters(Path(__file__).with_name(file)) for name, file in WRITTEN.items() if "tuned" in name}
    return {"parts": deal_out(list(read_open(data))[::2]), "MEANTIME": read_meantime(data), **tuned}


def read_case(name: str, reports: Reports) -> Case:
    articles, stories = reports
    days = {place: day for place, article in enumerate(articles) if (day := day_of(article))}
    places = sorted(days, key=lambda place: (days[place], articles[place].id))
    pairs = list(
        find_pairs([articles[p] for p in places], [days[p] for p in places], build_vectors(articles), places, 0)
    )
    told = [numpy.stack([*(some.told[key] for key in WEIGHTS), some.rows * 0 + 1.0], axis=1) for some in pairs]
    right = [
        float(stories[places[one]] == stories[places[other]])
        for some in pairs
        for one, other in zip(some.rows, some.columns, strict=True)
    ]
    return Case(numpy.concatenate(told), numpy.array(right), COUNTS.get(name, 3.0))


def fit(cases: Sequence[Case]) -> dict[str, float]:
    """By the log likelihood of what is of one event, all weights but the bound held down."""
    held = numpy.array([*(SMALL for _ in WEIGHTS), 0.0])

    def loss(weights: NDArray[float64]) -> tuple[float, NDArray[float64]]:
        value, slope = float((held * weights**2).sum() / 2), held * weights
        for case in cases:
            odds = case.told @ weights
            value += case.counts * float((numpy.logaddexp(0, odds) - case.right * odds).sum())
            slope = slope + case.counts * case.told.T @ (1 / (1 + numpy.exp(-odds)) - case.right)
        return value, slope

    found = minimize(loss, numpy.zeros(len(held)), jac=True, method="L-BFGS-B").x
    return dict(zip((*WEIGHTS, BOUND), found.tolist(), strict=True))


def group_with(weights: Mapping[str, float], name: str, reports: Reports) -> dict[str, float]:
    told = {key: weight for key, weight in weights.items() if key != BOUND}
    with patch.object(one_event, "WEIGHTS", told), patch.object(one_event, "ALONE", weights[BOUND]):
        return measure_reports(name, reports, 0.2)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.one_event", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of the data sets")
    sets = read_sets(parser.parse_args().data)
    cases = {name: read_case(name, reports) for name, reports in sets.items()}
    for name, reports in sets.items():
        found = group_with(fit([case for other, case in cases.items() if other != name]), name, reports)
        print(*(f"{score} {found[score]:.3f}" for score in (f"{name} B3", f"{name} B3 P", f"{name} B3 R")), sep="  ")
    for key, weight in fit(list(cases.values())).items():
        print(f"{key:12} {weight:6.2f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
