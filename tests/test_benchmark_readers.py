"""The measurements read the published formats of dates and figures, and count what they should."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from benchmarks.figures import count, measure_newsquant, read_invented
from benchmarks.marked_text import Mark, MarkedText
from benchmarks.scoring import HALVES, Count, half_of, scores
from benchmarks.time_judging import judge
from benchmarks.time_values import days_of
from benchmarks.times import measure_timeml
from benchmarks.written_sets import read_article
from briefing.model import Figure, Paragraph

TIMEML = """<?xml version="1.0"?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-04-28" functionInDocument="CREATION_TIME">2024-04-28</TIMEX3></DCT>
<TEXT>The dam <EVENT eid="e1">broke</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2024-04-26">Friday</TIMEX3>.

It had leaked for <TIMEX3 tid="t2" type="DURATION" value="P3W">three weeks</TIMEX3>, since
   <TIMEX3 tid="t3" type="DATE" value="2024-02"><NAMEX>last</NAMEX>
   February</TIMEX3>, and
<TIMEX3 tid="t4" type="DATE" value="2024-SP">spring</TIMEX3> is wet.
</TEXT></TimeML>
"""


def test_reads_timeml(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TIMEML, "utf-8")
    found = measure_timeml(tmp_path)
    assert found["TimeML value P"] == 1.0
    assert round(found["TimeML value R"], 2) == 0.67  # spring is not resolved
    assert found["TimeML day F1"] == 1.0


def test_reads_newsquant(tmp_path: Path) -> None:
    text = "The dam cost $3.2 million and 45 percent of the 300 houses were lost."
    quantities = [
        {"value": 3200000, "unit": "dollar", "span": [text.index("$"), text.index(" and")]},
        {"value": "45", "unit": "percentage", "span": [text.index("45"), text.index(" of the")]},
        {"value": [300], "unit": "house", "span": [text.index("300"), text.index(" were")]},
    ]
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps({"text": text, "quantities": quantities}) + "\n", "utf-8")
    found = measure_newsquant(file)
    assert found["NewsQuant all value F1"] == 1.0
    assert found["NewsQuant all value and unit F1"] == 1.0


INVENTED = """<article id="a" date="2024-04-28"><p>The dam cost <f v="3200000" u="USD">$3.2 million</f>, or
<f v=".45" u="USD">45 cents</f> a head; <f v=".333" u="houses">a third</f> of the houses were lost by
<f v="6-3" u="votes">6-3</f>, the <x>42</x>-year-old said <f v="2" u="times">twice</f> to <f v="1" u="mayors">one</f>
mayor, and <f v="900" u="INR">900 rupees</f> went.</p></article>"""


@pytest.mark.parametrize(
    ("words", "value", "unit", "counts", "strict", "expected"),
    [
        ("$3.2 million", 3.2e6, "USD", None, True, Count(1, 1, 4)),
        ("45 cents", 45, "cents", None, True, Count(1, 1, 4)),
        ("45 cents", 0.45, "cents", None, True, Count(0, 1, 4)),
        ("a third", 0.333333, None, "houses", True, Count(1, 1, 4)),
        ("a third", 0.333333, None, "floods", True, Count(0, 1, 4)),
        ("900 rupees", 900, "rupees", None, True, Count(1, 1, 4)),
        ("one", 1, None, "mayor", True, Count(0, 0, 4)),
        ("6", 6, None, "votes", True, Count(0, 0, 4)),
        ("42", 42, None, "houses", True, Count(0, 0, 4)),
        ("42", 42, None, "houses", False, Count(0, 1, 3)),
        ("42", 42, "years", None, False, Count(0, 0, 3)),
    ],
)
def test_judges_figures_by_what_the_marks_can_tell(
    words: str, value: float, unit: str | None, counts: str | None, strict: bool, expected: Count
) -> None:
    text = read_invented(read_article(ElementTree.fromstring(INVENTED)))
    start = text.paragraphs[0].text.index(words)
    figure = Figure(words, value, unit, counts, None, 1, start, start + len(words))
    assert count(text, [figure], with_unit=True, strict=strict) == expected


def test_two_values_are_one_where_they_cover_the_same_days() -> None:
    assert days_of("2024-Q1") == days_of("2024-01/2024-03")
    assert days_of("199") == days_of("1990/1999") == days_of("199X")
    assert days_of("2024-W17-WE") == days_of("2024-04-27/2024-04-28")
    assert days_of("2024-04-28T09:30") == days_of("2024-04-28")
    assert days_of("PAST_REF") is days_of("P3W") is days_of("2024-02-30") is days_of(None) is None


CONVENTIONS = [  # text, ours, gold; right, shown, there to find
    ("It fell this week.", ("this week", "2006-03-27/2006-04-02"), [("this week", "2006-W14")], (1, 1, 1)),
    ("It fell this week.", ("this week", "2006-03-27/2006-04-02"), [("this week", "2006-W12")], (0, 1, 1)),
    ("It fell in late May.", ("late May", "2024-05"), [("late May", "2024-05-16/2024-05-31")], (1, 1, 1)),
    ("It fell in May.", ("May", "2024-05"), [("May", "2024-05-16/2024-05-31")], (0, 1, 1)),
    ("Over 2000-2050.", ("2000-2050", "2000/2050"), [("2000", "2000"), ("2050", "2050")], (1, 1, 1)),
    ("At the start of the 2014 Games.", ("2014", "2014"), [("the start of the 2014 Games", "2014-02-07")], (0, 0, 1)),
    ("It sank a week ago.", ("a week ago", "2024-W17"), [("a week ago", "2024-04-24")], (1, 1, 1)),
    ("It sank a week ago.", ("a week ago", "2024-W16"), [("a week ago", "2024-04-24")], (0, 1, 1)),
    ("By the end of May.", ("May", "2024-05"), [("the end of May", "2024-05-31")], (1, 1, 1)),
    ("By the end of May.", ("May", "2023-05"), [("the end of May", "2024-05-31")], (0, 1, 1)),
    ("In the year to 30 June.", ("30 June", "2024-06-30"), [("the year to 30 June", "2023-07/2024-06")], (0, 0, 1)),
    ("In the year to 30 June.", ("30 June", "2023-06-30"), [("the year to 30 June", "2023-07/2024-06")], (0, 1, 1)),
    ("In the same month last year.", ("last year", "2023"), [("the same month last year", "2023-04")], (0, 1, 1)),
    ("It closes by 2012.", ("2012", "2012"), [("2012", "2010")], (0, 0, 0)),
    ("On March 13 it rose.", ("March 13", "2024-03-13"), [("March 13", "-2024-03-13")], (0, 0, 0)),
    ("It rose on March 13.", ("March 13", "2024-03-13"), [], (0, 0, 0)),
]


@pytest.mark.parametrize(("text", "ours", "gold", "expected"), CONVENTIONS)
def test_the_conventions_of_the_gold(
    text: str, ours: tuple[str, str], gold: list[tuple[str, str]], expected: tuple[int, int, int]
) -> None:
    def spot(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    marks = tuple(Mark(1, *spot(words), "TIMEX3", {"value": value}) for words, value in gold)
    marked = MarkedText("a", "2024-04-28", (Paragraph(1, 1, text),), marks)
    judged = list(judge(marked, [(1, *spot(ours[0]), days_of(ours[1]))]))
    shown = [one for one in judged if one.ours and one.marked]
    assert (sum(one.right for one in shown), len(shown), sum(one.told is not None for one in judged)) == expected
    assert all(one.marked for one in judged) == bool(gold)


def test_what_timeml_calls_a_date_is_not_judged_as_a_duration() -> None:
    text = "It sank two years ago."
    mark = Mark(1, 8, 17, "TIMEX3", {"type": "DURATION", "value": "P2Y"})
    found = [(1, 8, 21, days_of("2022"))]
    assert list(judge(MarkedText("a", "2024-04-28", (Paragraph(1, 1, text),), (mark,)), found)) == []


def test_scores_say_how_sure_they_are() -> None:
    found = scores("a", [Count(3, 4, 5)] * 4 + [Count(0, 1, 1)])
    assert found["a P"] == 12 / 17
    assert found["a P low"] <= found["a P"] <= found["a P high"] == 0.75
    assert found == scores("a", [Count(3, 4, 5)] * 4 + [Count(0, 1, 1)])
    assert half_of("12_A dam breaks") == half_of("A dam breaks.txt".removesuffix(".txt")) in HALVES


def test_two_dates_that_begin_and_end_as_the_mark_over_them_are_its_range() -> None:
    text = "It fell between 2000 and 2009."
    found = [(1, 16, 20, days_of("2000")), (1, 25, 29, days_of("2009"))]
    for value, right in (("2000/2009", 1), ("2000/2008", 0)):
        mark = Mark(1, 16, 29, "TIMEX3", {"type": "DATE", "value": value})
        judged = list(judge(MarkedText("a", "2024-05-01", (Paragraph(1, 1, text),), (mark,)), found))
        assert sum(one.right for one in judged) == right
