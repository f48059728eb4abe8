"""The measurements of topics, summaries and stories read their formats and count what they should."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.scoring import rouge
from benchmarks.stories import deal_out, group, measure_reports, read_clusters
from benchmarks.topics import Filed, filed_scores, measure_topics

STORM = (
    "A storm tore two terraces from the harbour of Lindow on Monday, and the harbour was closed.\n\n"
    "Mayor Ida Brandt said that forty boats were waiting outside the harbour for the storm to end.\n\n"
    "The terraces of the café drifted as far as the lighthouse, where the keeper tied them up."
)
OTTERS = (
    "Three otters swam past the old mill of Varn at night, and anglers saw them.\n\n"
    "The anglers of Varn want the otters to leave their trout alone, a fisherman said.\n\n"
    "Otters were last seen at the mill before the war, when trout were many."
)


def test_reads_clusters(tmp_path: Path) -> None:
    rows = [
        {"text": STORM, "date": "2024-03-05", "cluster": "storm", "title": "Storm closes harbour of Lindow"},
        {"text": STORM.replace("two", "both"), "date": "2024-03-06T10:00:00Z", "cluster": "storm"},
        {"text": OTTERS, "date": "2024-03-05", "cluster": 2},
        {"text": OTTERS, "date": "2024-09-05", "cluster": 3},
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows[:3]), "utf-8")
    found = measure_reports("clusters", read_clusters(file), 0.2)
    assert found["clusters B3"] == found["clusters B3 low"] == 1.0
    assert found["clusters stories"] == 2
    file.write_text("\n".join(json.dumps(row) for row in (rows[0], rows[2])), "utf-8")
    articles, _ = read_clusters(file)
    parts, stories = deal_out(articles)
    assert stories == [part.id for part in parts]  # too short to be dealt out
    assert len(set(group(parts))) == 2
    file.write_text(json.dumps([*rows[2:], {"text": "", "date": "20240305T1000", "cluster": 4}]), "utf-8")
    articles, _ = read_clusters(file)
    assert [article.date.value for article in articles if article.date] == ["2024-03-05", "2024-09-05", "2024-03-05"]


def test_reads_topics(tmp_path: Path) -> None:
    election = (
        "Voters of Lindow elect a parliament. The election campaign of the candidates was short; turnout was high."
    )
    rows = [
        {"title": "Lindow votes", "text": election, "topic": "election"},
        {"title": "Lindow votes", "text": election, "topic": "medtop:15000000"},
        {"title": "Lindow votes", "text": election, "topic": ["sport", "politics and government"]},
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    found = measure_topics(file)
    assert found["topics main"] == pytest.approx(1 / 3)
    assert found["topics any"] == pytest.approx(2 / 3)


def test_topics_shown_are_counted_beside_those_a_reader_would_file_under() -> None:
    storm, wind, sport = "medtop:17000000", "medtop:20001129", "medtop:15000000"
    articles = [
        Filed(frozenset({storm, wind, sport}), frozenset({storm})),
        Filed(frozenset(), frozenset({storm, wind})),
    ]
    found = filed_scores("filed", articles)
    assert (found["filed tops P"], found["filed tops R"]) == (1 / 2, 1 / 2)
    assert (found["filed below P"], found["filed below R"]) == (0, 0)


def test_rouge_counts_each_word_as_often_as_both_have_it() -> None:
    assert rouge(["The otters left."], "the otters left") == 1.0
    assert rouge(["otters otters otters"], "otters left") == pytest.approx(2 / 5)
    assert rouge([], "otters") == 0.0
