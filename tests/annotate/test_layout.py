"""Each file of layout/ is a text and, after ``---``, what must be found in it."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.layout import Layout, lay_out
from briefing.model import Edited, Evidence, Known, Line, Seed, Stated

CASES = sorted((Path(__file__).parent / "layout").glob("*.txt"))

NOTHING_EDITED, NOTHING_STATED = Edited(), Stated()


def seed_of(text: str, name: str = "storm", edited: Edited = NOTHING_EDITED, stated: Stated = NOTHING_STATED) -> Seed:
    lines = tuple(Line(number, " ".join(line.split())) for number, line in enumerate(text.splitlines(), 1))
    return Seed(name, f"seeds/{name}.txt", "", lines, stated, edited)


def known(value: str) -> Known[str]:
    return Known(value, "edited", Evidence("sidecar"))


def stated(value: str) -> Known[str]:
    return Known(value, "stated", Evidence("front-matter"))


def describe(layout: Layout) -> dict[str, str]:
    """A layout as the fixtures write it."""
    values = {
        "date": layout.date,
        "updated": layout.updated,
        "dateline": layout.dateline,
    }
    told = {key: found.value for key, found in values.items() if found}
    for key, found in (("title", layout.title), ("source", layout.source)):
        if found:
            told[key] = f"{found.value} | {found.origin} | {found.evidence.rule}"
    if layout.authors:
        told["authors"] = ", ".join(layout.authors.value)
    if layout.language.value != "en":
        told["language"] = layout.language.value
    told["removed"] = ", ".join(f"{line.line} {line.reason}" for line in layout.removed)
    told["paragraphs"] = ", ".join(f"{paragraph.line} {paragraph.kind}" for paragraph in layout.paragraphs)
    told["doubts"] = ", ".join(doubt.kind for doubt in layout.doubts)
    return told


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_is_laid_out_as_its_fixture_says(path: Path) -> None:
    text, _, expected = path.read_text(encoding="utf-8").partition("\n---\n")
    wanted = dict(line.split(":", 1) for line in expected.splitlines())
    assert describe(lay_out(seed_of(text, path.stem))) == {key: value.strip() for key, value in wanted.items()}


BODY = "Thousands of people fled their homes on Sunday as a storm pushed water into the streets of the town."
TWO_PARAGRAPHS = f"Storm floods coast as thousands flee\n\n{BODY}\n\nShare this article\n\nThe mayor said nothing.\n"


def test_an_editor_keeps_and_removes_lines_by_number() -> None:
    layout = lay_out(seed_of(TWO_PARAGRAPHS, edited=Edited(keep=(5,), remove=(7,))))
    assert [paragraph.text for paragraph in layout.paragraphs] == [BODY, "Share this article"]
    assert [(line.line, line.reason) for line in layout.removed] == [(7, "edited")]


def test_an_edited_title_wins_and_the_texts_own_headline_is_set_aside() -> None:
    layout = lay_out(seed_of(TWO_PARAGRAPHS, edited=Edited(title=known("Flood"), date=known("2024-04-28"))))
    assert (layout.title.value, layout.title.origin) == ("Flood", "edited")
    assert layout.removed[0].reason == "headline"
    assert layout.reference_date == layout.date == known("2024-04-28")


def test_a_stated_title_that_the_first_line_repeats_is_not_shown_twice() -> None:
    layout = lay_out(seed_of(TWO_PARAGRAPHS, stated=Stated(title=stated("STORM floods coast, as thousands flee!"))))
    assert layout.paragraphs[0].text == BODY
    assert [line.reason for line in layout.removed] == ["share"]


def test_a_reference_date_is_no_date_of_publication() -> None:
    layout = lay_out(seed_of(TWO_PARAGRAPHS, edited=Edited(reference_date=known("2024-04-28"))))
    assert layout.date is None
    assert layout.reference_date == known("2024-04-28")
    assert "no-date" not in {doubt.kind for doubt in layout.doubts}


@pytest.mark.parametrize(
    "text",
    [
        f"Storm floods coast\n\nApril 26, 2024\n\n{BODY}\n\nThe mayor said nothing.\n",
        f"Storm floods coast\n\nLINDOW, April 26, 2024 (AP) — {BODY}\n\nThe mayor said nothing.\n",
    ],
)
def test_a_line_that_gives_day_and_year_states_them(text: str) -> None:
    date = lay_out(seed_of(text)).date
    assert date
    assert (date.value, date.origin) == ("2024-04-26", "stated")


def test_days_count_from_the_dateline_of_a_text_that_appeared_later() -> None:
    text = f"Storm floods coast as thousands flee\n\nLINDOW, April 26 (AP) — {BODY}\n\nThe mayor said nothing.\n"
    layout = lay_out(seed_of(text, edited=Edited(date=known("2024-04-28"))))
    assert layout.reference_date
    assert (layout.reference_date.value, layout.reference_date.origin) == ("2024-04-26", "inferred")
    assert layout.reference_date.evidence.text == "LINDOW, April 26 (AP) —"
    edited = Edited(date=known("2024-04-28"), reference_date=known("2024-04-27"))
    assert lay_out(seed_of(text, edited=edited)).reference_date == known("2024-04-27")


def test_every_doubt_names_the_line_to_write() -> None:
    doubts = {doubt.kind: doubt.cure for doubt in lay_out(seed_of(BODY)).doubts}
    assert doubts["no-date"] == "seeds/storm.yml: date: YYYY-MM-DD"
    assert doubts["no-source"] == "seeds/storm.yml: source: NAME"
    assert doubts["title-inferred"] == f'seeds/storm.yml: title: "{BODY[:-1]}"'


def test_a_day_in_the_address_dates_the_article() -> None:
    layout = lay_out(seed_of(BODY, stated=Stated(url=stated("https://example.org/2024/04/28/storm.html"))))
    assert layout.date
    assert (layout.date.value, layout.date.evidence.rule) == ("2024-04-28", "address")


def test_the_outlet_at_the_end_of_a_headline_is_the_source_and_no_part_of_it() -> None:
    layout = lay_out(seed_of(f"Storm floods coast | BBC News\n\n{BODY}"))
    assert layout.source
    assert (layout.title.value, layout.source.value) == ("Storm floods coast", "BBC News")


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    title = lay_out(seed_of(" ".join(["storm"] * 60) + ".")).title.value
    assert len(title) <= 141
    assert title.endswith("storm…")


def test_headings_of_markdown_stay_headings() -> None:
    lines = (Line(1, "Storm floods coast", "heading"), Line(2, BODY), Line(3, "Damage", "heading"), Line(4, BODY))
    layout = lay_out(Seed("storm", "seeds/storm.md", "", lines))
    assert layout.title.value == "Storm floods coast"
    assert [paragraph.kind for paragraph in layout.paragraphs] == ["text", "heading", "text"]


def test_two_outlets_of_equal_evidence_are_no_source() -> None:
    layout = lay_out(seed_of(f"{BODY}\n\n© 2024 Harbour Gazette\n\n© 2024 Coast Herald"))
    assert layout.source is None


def test_credits_of_pictures_and_sections_are_no_source() -> None:
    layout = lay_out(seed_of(f"{BODY}\n\n© 2024 Getty Images\n\nMore from World\n\nMore from Jane Doe"))
    assert layout.source is None


words = st.sampled_from(
    re.findall(
        r"\S+",
        "By Jane Doe , | © 2024 Reuters ( ) - — / AP Photo Published April 28 Share More from Best of CNN . ? … •",
    )
)
lines = st.one_of(st.text(max_size=40), st.lists(words, max_size=9).map(" ".join))


@given(st.lists(lines, max_size=14).map("\n".join))
def test_every_line_is_shown_or_set_aside_once_and_verbatim(text: str) -> None:
    seed = seed_of(text)
    layout = lay_out(seed)
    whole = " ".join(line.text for line in seed.lines if line.text)
    assert all(paragraph.text in whole for paragraph in layout.paragraphs)
    assert layout.title.value.strip()
    removed = [line.line for line in layout.removed]
    assert len(removed) == len(set(removed))
    credits = {line.line for line in layout.removed if line.reason == "credit"}  # may be glued to a paragraph
    assert not {paragraph.line for paragraph in layout.paragraphs} & (set(removed) - credits)
    assert [paragraph.number for paragraph in layout.paragraphs] == list(range(1, len(layout.paragraphs) + 1))


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "word " * 200_000, "The. " * 200_000, "[" * 1_000_000, "Jane Doe\n" * 15_000, "By A/" * 200_000],
    ids=["letters", "words", "sentences", "brackets", "lines", "slashes"],
)
def test_hostile_sizes_take_no_time(text: str) -> None:
    lay_out(seed_of("The storm flooded the town on Sunday, the mayor of the town said in the evening."))  # loads
    start = time.process_time()
    lay_out(seed_of(text))
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    "line",
    [
        "Pressemitteilung Nr. 47/2024",
        "Kontakt zur Redaktion: Telefon 0 71 00/55 12 34",
        "# Redaktionelle Hinweise",
        "Contact presse : 01 55 00 12 34",
        "Contacto de prensa: 900 00 12 34",
    ],
)
def test_lines_of_press_offices_and_agencies_are_no_article(line: str) -> None:
    text = "Der Damm ist gebrochen\n\nAm Montag brach der Damm, wie die Feuerwehr mitteilte.\n\nEr war alt und schwach."
    layout = lay_out(seed_of(f"{text}\n\n{line}"))
    assert [(removed.reason, removed.text) for removed in layout.removed] == [("press-release", line)]
