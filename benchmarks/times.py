"""How well expressions of time are found and resolved against the article's date, beside dateparser.

Values on the NewsReader MEANTIME corpus and on GUM's Wikinews, dates of events on the timelines of SemEval-2015
Task 4, and values in invented articles (``written``): ``python -m benchmarks.times DATA``; ``--timeml FOLDER`` measures
the TimeML documents (.tml) of a folder.

Half of each set is tuned on, the other held out. P is the share of the resolved dates shown that are right, R and F1
count every date of the gold that has a value; two values are one where they cover the same days, and a time of day is
left aside. ``day`` are dates given to the day. What the gold marks nowhere it does not judge: ``value`` and ``day``
count dates shown on a mark of any kind, ``value of all`` and ``day of all`` the others too, as wrong.

The gold has its own conventions and slips, the same for ours and the peer:
- a week is right by ISO 8601 or by the calendar whose first week is that of January 1 (the gold has both);
- the month of 'late September' or 'the end of September' is right where the gold gives the part of it that the word
  means, as TimeML's ``mod``;
- 'two weeks ago' is right as the week, 'a year ago' as the year, in which the gold's day or month lies;
- a range is right that begins and ends as the marks under it ('2000-2050' marked as two years), and two dates that
  begin and end as the mark over them;
- a date with its year, or that ends a longer mark, is not judged by it where that means another thing ('the start of
  the 2014 Games', 'the 12 months to June 30'): the mark counts as not found;
- passed over are the article's stamp, a value that is malformed or has another year than its own words, a fiscal year
  (whose days nobody tells), and what
  TimeML's guidelines call a date and the gold a duration ('two years ago').
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from benchmarks.marked_text import Mark, MarkedText, read_cat, read_gum, read_timeml
from benchmarks.scoring import HALVES, half_of, scores
from benchmarks.time_judging import Found, Judged, count_of, is_day, judge
from benchmarks.time_lines import measure_timelines
from benchmarks.time_values import days_of
from benchmarks.written_sets import read_written
from briefing.annotate.language_model import parse_articles
from briefing.annotate.parsed import Parsed
from briefing.annotate.times import find_times

Finder = Callable[[Parsed, str], Iterable[Found]]

SENTENCES = 6  # of a MEANTIME article are annotated


def measure(data: Path) -> dict[str, float]:
    """Scores by name, each between 0 and 1."""
    folder = data / "meantime"
    meantime = [read_cat(path, SENTENCES) for path in sorted(folder.glob("**/intra-doc_annotation/*/*.xml"))]
    gum = [read_gum(path) for path in sorted((data / "gum_wikinews" / "xml").glob("*.xml"))]
    found = {**_measure_halves("MEANTIME", meantime), **_measure_halves("GUM", gum)}
    for half in HALVES:
        written = [with_dates(article.text, article.marks("d")) for article in read_written(half, "d")]
        found |= _measure_texts(f"written {half}", written)
    return found | measure_timelines(data / "semeval15_task4")


def with_dates(text: MarkedText, marks: Sequence[Mark]) -> MarkedText:
    return replace(text, marks=tuple(replace(mark, name="date", said={"when": mark.said["v"]}) for mark in marks))


def measure_timeml(folder: Path) -> dict[str, float]:
    """A folder of TimeML documents (.tml)."""
    return _measure_texts("TimeML", [read_timeml(path) for path in sorted(folder.glob("**/*.tml"))])


def _measure_halves(name: str, texts: Sequence[MarkedText]) -> dict[str, float]:
    found: dict[str, float] = {}
    for half in HALVES:
        found |= _measure_texts(f"{name} {half}", [text for text in texts if half_of(text.name) == half])
    return found


def _measure_texts(name: str, texts: Sequence[MarkedText]) -> dict[str, float]:
    texts = [text for text in texts if days_of(text.date) is not None]  # two have no stamp that can be read
    parsed = [document for _, document in parse_articles((text.name, text.paragraphs) for text in texts)]
    measured: dict[str, float] = {}
    for label, finder in (("", find_ours), (" peer", _peer())):
        if finder is None:
            continue
        judged = [list(judge(text, finder(document, text.date))) for text, document in zip(texts, parsed, strict=True)]
        for level in ("value", "day"):
            for extent in ("", " of all"):
                counts = [count_of(one for one in ones if _counts(one, level, extent)) for ones in judged]
                measured |= scores(f"{name}{label} {level}{extent}", counts, intervals=not (label or extent))
    return measured


def _counts(one: Judged, level: str, extent: str) -> bool:
    return (one.marked or bool(extent)) and (level == "value" or is_day(one))


def find_ours(parsed: Parsed, published: str) -> Iterator[Found]:
    for found in find_times(parsed, published):
        yield found.paragraph, found.start, found.end, days_of(found.value)


def _peer() -> Finder | None:
    """dateparser's search, each date as exact as it says; None where it is not installed."""
    try:
        from dateparser.date import DateDataParser
        from dateparser.search import search_dates
    except ImportError:
        return None

    def find(parsed: Parsed, published: str) -> Iterator[Found]:
        base = date.fromisoformat(published[:10])
        settings = {"RELATIVE_BASE": _noon(base), "RETURN_AS_TIMEZONE_AWARE": False}
        reader = DateDataParser(languages=["en"], settings=settings)
        for paragraph in parsed.paragraphs:
            position = 0
            for words, moment in search_dates(paragraph.text, languages=["en"], settings=settings) or []:
                start = paragraph.text.find(words, position)
                if start < 0:
                    continue
                position = start + len(words)
                period = reader.get_date_data(words).period
                value = moment.date().isoformat()[: {"year": 4, "month": 7}.get(period, 10)]
                yield paragraph.number, start, position, days_of(value)

    return find


def _noon(day: date) -> object:
    from datetime import datetime

    return datetime(day.year, day.month, day.day, 12)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.times", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--timeml", type=Path, metavar="FOLDER", help="folder of TimeML documents to measure")
    arguments = parser.parse_args()
    found = measure(arguments.data) if arguments.data else {}
    found |= measure_timeml(arguments.timeml) if arguments.timeml else {}
    for score, value in found.items():
        print(f"{score:32} {value:.3f}")
    if _peer() is None:
        print("dateparser is not installed: no peer")


if __name__ == "__main__":
    main()
