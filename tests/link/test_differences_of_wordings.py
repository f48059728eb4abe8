"""One thing counted by two outlets is told of as one, in whatever words; other things are not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.annotate.figures import find_figures
from briefing.annotate.language_model import parse_articles
from briefing.annotate.names import find_names
from briefing.annotate.times import find_times
from briefing.link.differences import find_differences
from briefing.model import Article
from tests.link.hand_built import article

WORDINGS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("wordings.yml").read_text("utf-8"))
PAIRS = [(kind, *pair) for kind in ("differ", "alike") for pair in WORDINGS[kind]]


@pytest.fixture(scope="module")
def reports() -> dict[str, Article]:
    """Both reports of each pair, with names, figures and dates."""
    articles = {one.id: one for one in _reports()}
    found = {}
    for name, parsed in parse_articles((one.id, one.paragraphs) for one in articles.values()):
        one = articles[name]
        day = one.date.value if one.date else None
        found[name] = replace(
            one, names=find_names(parsed), figures=find_figures(parsed), dates=find_times(parsed, day)
        )
    return found


def _reports() -> Iterator[Article]:
    for number, (_, event, *texts) in enumerate(PAIRS):
        for side, (opening, text) in enumerate(zip(WORDINGS["events"][event], texts, strict=True)):
            yield article(f"{number}/{side}", event, opening, text, day=f"2031-05-0{6 + side}")


@pytest.mark.parametrize("number", range(len(PAIRS)), ids=[f"{kind}: {one} {other}" for kind, _, one, other in PAIRS])
def test_counts_of_one_thing_stand_side_by_side(reports: dict[str, Article], number: int) -> None:
    found = find_differences([reports[f"{number}/0"], reports[f"{number}/1"]])
    assert [len(one.told) for one in found] == ([2] if PAIRS[number][0] == "differ" else [])
