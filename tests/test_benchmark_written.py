"""The invented articles of the measurements are marked as their reader says, and read as they are marked."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree

import pytest

from benchmarks.scoring import HALVES
from benchmarks.time_values import days_of
from benchmarks.written_sets import Written, read_article, read_written

ARTICLE = """<article id="a" date="2024-04-28" topics="03 11"><title>Dam breaks</title>
<phrases>dam|flood warning</phrases><roles><role of="Ana Lund">mayor</role></roles>
<p>LUND -- <q by="Ana Lund|the mayor">"It held until
<d v="2024-04-26">Friday</d>,"</q> Ana Lund said of the
<f v="300" u="houses">300 houses</f>.</p>
<p> <x>Two days</x> later it broke.</p></article>"""


def test_reads_an_article() -> None:
    article = read_article(ElementTree.fromstring(ARTICLE))
    texts = [paragraph.text for paragraph in article.text.paragraphs]
    assert texts == ['LUND -- "It held until Friday," Ana Lund said of the 300 houses.', "Two days later it broke."]
    assert article.title == "Dam breaks"
    assert (article.language, article.topics) == ("en", ("03", "11"))
    assert article.phrases == ("dam", "flood warning")
    assert article.roles == (("Ana Lund", "mayor"),)
    marked = {(mark.name, texts[mark.paragraph - 1][mark.start : mark.end]) for mark in article.text.marks}
    assert marked == {
        ("q", '"It held until Friday,"'),
        ("d", "Friday"),
        ("f", "300 houses"),
        ("x", "Two days"),
    }
    assert article.marks("d")[0].said == {"v": "2024-04-26"}


FOLDERS = (*HALVES, *(f"{half}_other" for half in HALVES))
ARTICLES = [(folder, article) for folder in FOLDERS for article in read_written(folder)]


def test_no_article_is_in_both_halves() -> None:
    names = [article.text.name for _, article in ARTICLES]
    assert len(names) == len(set(names)) > 100


@pytest.mark.parametrize("article", [pytest.param(one, id=f"{half} {one.text.name}") for half, one in ARTICLES])
def test_every_mark_says_what_it_must(article: Written) -> None:
    assert days_of(article.text.date)
    assert all(code.isdigit() and 1 <= int(code) <= 17 for code in article.topics)
    text = " ".join([article.title, *(paragraph.text for paragraph in article.text.paragraphs)]).lower()
    assert [phrase for phrase in article.phrases if phrase.lower() not in text] == []
    for mark in article.text.marks:
        said = dict(mark.said)
        assert mark.start < mark.end
        if mark.name == "d":
            assert said["v"] == "" or days_of(said["v"]), said
        elif mark.name == "f":
            assert said["v"] == "" or float(said["v"].rpartition("-")[0] or said["v"]) is not None
        elif mark.name == "q":
            assert said["by"]
        elif mark.name == "n":
            assert said["k"] in {"person", "place", "organisation"} and said["id"]
        else:
            assert mark.name == "x"
