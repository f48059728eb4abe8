"""Texts with marked names as the benchmark of names reads and judges them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.name_sets import NamedText, NameMark, read_entities, with_nationalities
from benchmarks.names import Found, b_cubed, judge

TEXT = "Ane Dahlgren left Oslo.\nDahlgren leads Veldra."


@pytest.mark.parametrize(
    "spans",
    [
        {
            "entities": [
                {"start": 0, "end": 12, "label": "PER", "link": "Q1"},
                {"start": 18, "end": 22, "label": "LOC"},
                {"start": 24, "end": 32, "label": "PERSON", "link": "Q1"},
                {"start": 18, "end": 22, "label": "DATE"},
            ]
        },
        {"spans": [[0, 12, "PER", "Q1"], [18, 22, "GPE"], [24, 32, "person", "Q1"]]},
        {
            "mentions": [
                {"start": 0, "length": 12, "type": "PER", "wikidata": "Q1"},
                [18, 22, "LOC"],
                [24, 32, "PER", "Q1"],
            ]
        },
    ],
)
def test_spans_of_json_lines(tmp_path: Path, spans: dict[str, object]) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(json.dumps({"id": "one", "text": TEXT, **spans}) + "\n\n", encoding="utf-8")
    [text] = read_entities(file)
    assert [(p.number, p.text) for p in text.paragraphs] == list(enumerate(TEXT.split("\n"), 1))
    assert [(m.paragraph, m.start, m.end, m.kind, m.entity) for m in text.marks] == [
        (1, 0, 12, "person", "Q1"),
        (1, 18, 22, "place", ""),
        (2, 0, 8, "person", "Q1"),
    ]


def test_marks_without_kinds_want_no_nationality_and_link_nothing_to_nil(tmp_path: Path) -> None:
    file = tmp_path / "texts.jsonl"
    rows = [{"start": 0, "end": 6, "link": "Q1"}, {"begin": 13, "stop": 19, "qid": "Q1"}, {"start": 24, "end": 29}]
    rows.append({"start": 7, "end": 12, "link": "NIL"})
    file.write_text(json.dumps({"content": "German ships left German Voren.", "entities": rows}), encoding="utf-8")
    [text] = read_entities(file)
    assert [(m.kind, m.entity, m.wanted) for m in text.marks] == [
        (None, "Q1", False),
        (None, "Q1", True),
        (None, "", True),
        (None, "", True),
    ]
    assert all(mark.wanted for mark in with_nationalities(text).marks)


def test_a_description_is_neither_missed_nor_wrong() -> None:
    marks = (NameMark(1, 0, 20, "organisation", "e1", wanted=False), NameMark(1, 30, 40, "place", "e2"))
    text = NamedText("t", (), marks)
    shown = [Found(1, 4, 8, "organisation", "Moss", "Moss"), Found(1, 35, 40, "place", "Oslo", "Oslo")]
    assert judge(text, iter(shown), exact=False) == [(shown[1], marks[1])]
    assert judge(text, iter(shown), exact=True) == [(shown[0], None), (shown[1], None), (None, marks[1])]


def test_what_is_missed_or_no_name_scores_nothing() -> None:
    assert b_cubed([[("a", "x"), ("a", "x")], [("a", "y")]]) == 1
    assert b_cubed([[("a", "x"), ("a", None), (None, "x")]]) == pytest.approx(0.25)
