"""What reports of one event, as outlets write them, count differently stands side by side, and nothing else."""

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

STORIES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("reports.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def read() -> dict[str, list[Article]]:
    """The reports of each story with names, figures and dates."""
    articles = {one.id: one for one in _reports()}
    stories: dict[str, list[Article]] = {}
    for name, parsed in parse_articles((one.id, one.paragraphs) for one in articles.values()):
        one = articles[name]
        day = one.date.value if one.date else None
        found = replace(one, names=find_names(parsed), figures=find_figures(parsed), dates=find_times(parsed, day))
        stories.setdefault(name.partition("/")[0], []).append(found)
    return stories


def _reports() -> Iterator[Article]:
    for story, told in STORIES.items():
        for report in told["reports"]:
            name = f"{story}/{report['source']}"
            yield article(name, report["title"], *report["text"].splitlines(), day=report["date"])


@pytest.mark.parametrize("story", STORIES)
def test_reports_differ_where_they_count_one_thing(read: dict[str, list[Article]], story: str) -> None:
    found = [
        f"{one.counts}: " + " | ".join(f"{told.article.partition('/')[2]}: {told.figure.text}" for told in one.told)
        for one in find_differences(read[story])
    ]
    assert found == STORIES[story]["expected"]
