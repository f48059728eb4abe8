"""``data/``: tables that name the place of their words, and that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.annotate.layout import lay_out
from briefing.config import read_settings
from briefing.model import Line, Quote, Seed
from briefing.read import read_seeds
from briefing.render.article_data import by_article
from briefing.render.tables import TABLES, column_text, plain_cell, safe_cell, table_rows, tables
from tests import hand_built
from tests.conftest import ROOT

PLACED = ("quotes", "figures", "dates")
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1", "'=1", "''=1", "x;=1", "x; '=1")


def csv_rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def json_rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n")[:-1]]


def cut(lines: tuple[Line, ...], row: dict[str, Any]) -> str:
    """The words that a row names, cut out of the seed as docs/data.md says."""
    return " ".join(line.text for line in lines[row["line"] - 1 :] if line.text)[row["start"] : row["end"]]


def test_every_row_of_the_golden_briefing_names_its_words_in_the_seed(golden: Path) -> None:
    seeds = {seed.file: seed.lines for seed in read_seeds(golden, read_settings(golden, {})).seeds}
    export = json.loads((golden / "build" / "briefing.json").read_bytes())
    texts = {a["slug"]: [p["text"] for p in a["paragraphs"]] for a in export["articles"]}
    for name in PLACED:
        rows = json_rows((golden / "build" / "data" / f"{name}.jsonl").read_text("utf-8"))
        assert len(rows) > 4, name
        for row in rows:
            assert cut(seeds[row["seed"]], row) == row["text"]
            assert row["start"] <= len(seeds[row["seed"]][row["line"] - 1].text), "it begins in that line"
            shown = texts[row["article"]][row["paragraph"] - 1]
            assert shown[row["paragraph_start"] : row["paragraph_end"]] == row["text"]


def test_the_recipe_of_the_codebook_works(golden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(golden)
    recipes = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "data.md").read_text("utf-8"), re.DOTALL)
    exec(recipes[1], {})
    for text in FORMULAS:
        scope = {"cell": safe_cell(text)}
        exec(recipes[0], scope)
        assert scope["text"] == text


WORD = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=44)
LINE = st.one_of(
    st.just(""),
    st.lists(WORD, max_size=14).map(" ".join),
    st.sampled_from(["• • -", "•", "- item", "* ＝1", "More than 40 boats wait, and no one", "x" * 60]),
)


@given(st.lists(LINE, max_size=20))
@example(["•", "y" * 60, "• " + "z" * 60, "word " * 12, "more " * 11, "most " * 12])
def test_every_character_of_hostile_text_is_found_in_its_seed_again(texts: list[str]) -> None:
    lines = tuple(Line(number, " ".join(text.split())) for number, text in enumerate(texts, 1))
    layout = lay_out(Seed("a", "seeds/a.txt", "0" * 64, lines))
    for paragraph in layout.paragraphs:
        for start in {0, len(paragraph.text) // 2, len(paragraph.text) - 1, *paragraph.wraps} - {-1}:
            line, offset = paragraph.place(start)
            row = {"line": line, "start": offset, "end": offset + len(paragraph.text) - start}
            assert cut(lines, row) == paragraph.text[start:]
            assert 0 <= offset < len(lines[line - 1].text) or paragraph.text[start] == " "


@given(st.text(st.sampled_from("=+-@\t\r\n＝'; xé") | st.characters(exclude_categories=["Cs"]), max_size=12))
@example("\t=1")
@example("; ''=1")
def test_no_text_begins_a_formula_and_each_can_be_had_again(text: str) -> None:
    cell = safe_cell(text)
    assert plain_cell(cell) == text
    for part in re.split(r"[;\t\r\n]", cell):
        assert not re.match(r"\s*[=+\-@＝＋－＠]", part)
    assert cell[:1] not in ("\t", "\r", "\n") or not text


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_text_in_csv_and_as_it_is_in_json_lines(text: str) -> None:
    briefing = hand_built.briefing()
    quote = replace(briefing.articles[0].quotes[0], text=text, speaker=text)
    article = replace(briefing.articles[0], quotes=(quote,))
    files = dict(tables(replace(briefing, articles=(article, *briefing.articles[1:]))))
    (row,) = csv_rows(files["data/quotes.csv"])
    assert plain_cell(row["text"]) == plain_cell(row["speaker"]) == text
    lines = re.sub("\r(?!\n)", "\t", files["data/quotes.csv"])  # no reader takes CR outside of quotes
    for delimiter in ",;\t":  # whatever a spreadsheet parts cells by, none of ours begins one
        for cells in csv.reader(io.StringIO(lines), delimiter=delimiter):
            assert not [cell for cell in cells if re.match(r"\s*[=+\-@＝＋－＠]", cell)]
    (same,) = json_rows(files["data/quotes.jsonl"])
    assert same["text"] == same["speaker"] == text


def test_numbers_stay_numbers_and_nothing_is_nothing() -> None:
    briefing = hand_built.briefing()
    figure = replace(briefing.articles[0].figures[0], value=-5.0, last=2.5)
    article = replace(briefing.articles[0], figures=(figure,))
    text = dict(tables(replace(briefing, articles=(article,))))["data/figures.csv"]
    assert ',-5,2.5,,"boats","more than",,\r\n' in text
    assert text.count("\n") == text.count("\r\n") == 2


def test_both_forms_hold_the_same_and_every_column_is_there() -> None:
    files = dict(tables(hand_built.briefing()))
    assert sorted(files) == sorted(f"data/{name}.{form}" for name in TABLES for form in ("csv", "jsonl"))
    for name, columns in TABLES.items():
        rows, same = csv_rows(files[f"data/{name}.csv"]), json_rows(files[f"data/{name}.jsonl"])
        assert files[f"data/{name}.csv"].startswith("\ufeff" + ",".join(f'"{column}"' for column in columns))
        assert [tuple(row) for row in same] == [columns] * len(rows)
        for row, other in zip(rows, same, strict=True):
            said = {key: "; ".join(value) if isinstance(value, list) else value for key, value in other.items()}
            assert row == {key: "" if value is None else str(value) for key, value in said.items()}


def test_half_of_a_surrogate_pair_breaks_no_file() -> None:
    briefing = hand_built.briefing()
    article = replace(briefing.articles[0], quotes=(Quote("a \ud83d b", 1, 0, 5),))
    for path, text in tables(replace(briefing, articles=(article,))):
        assert text.encode() or path


def test_rows_are_made_one_by_one() -> None:
    briefing = replace(hand_built.briefing(), articles=hand_built.briefing().articles[:1] * 10_000)
    of = by_article(briefing)
    assert sum(1 for _ in table_rows(briefing, "quotes", of)) == 10_000
    assert next(table_rows(briefing, "articles", of))["topics"] == ["Severe weather"]


def test_the_codebook_says_of_every_column_what_the_site_says() -> None:
    text = (ROOT / "docs" / "data.md").read_text("utf-8")
    for name, columns in TABLES.items():
        table = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", table, re.MULTILINE)
        assert rows == [(column, column_text(name, column, "en")) for column in columns]
