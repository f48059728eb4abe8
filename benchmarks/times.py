"""How well expressions of time are found and resolved against the article's date, beside dateparser.

Values on the NewsReader MEANTIME corpus and on GUM's Wikinews, dates of events on the timelines of SemEval-2015
Task 4: ``python -m benchmarks.times DATA``; ``--timeml FOLDER`` measures the TimeML documents (.tml) of a folder.

Half of each set is tuned on, the other held out. P is the share of the resolved dates shown that are right, R and F1
count every date of the gold that has a value; two values are one where they cover the same days, and a time of day is
left aside. ``day`` are dates given to the day. What the gold marks nowhere it does not judge: ``value`` and ``day``
count dates shown on a mark of any kind, ``value of all`` and ``day of all`` the others too, as wrong.

The gold has its own conventions and slips, the same for ours and the peer:
- a week is right by ISO 8601 or by the calendar whose first week is that of January 1 (the gold has both);
- the month of 'late September' is right where the gold gives the part of it that the word means, as TimeML's ``mod``;
- a range is right that begins and ends as the marks under it ('2000-2050' marked as two years);
- a date with its year is not judged by a longer mark that means another thing ('the start of the 2014 Games');
- passed over are the article's stamp, a value that is malformed or has another year than its own words, and what
  TimeML's guidelines call a date and the gold a duration ('two years ago').
"""

from __future__ import annotations

import argparse
import calendar
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.marked_text import Mark, MarkedText, read_cat, read_gum, read_timeml
from benchmarks.scoring import HALVES, Count, half_of, scores
from briefing.annotate.language_model import parse_articles
from briefing.annotate.parsed import Parsed
from briefing.annotate.times import find_times
from briefing.link.timeline import build_timeline
from briefing.model import Article, Edited, Evidence, Known, Paragraph, TimeExpression

Days = tuple[date, date]  # the first and the last day that a value covers
Found = tuple[int, int, int, Days | None]  # paragraph, start, end, days
Finder = Callable[[Parsed, str], Iterable[Found]]

_SENTENCES = 6  # of a MEANTIME article are annotated
EDGED = re.compile(r"^(?:early|late|mid)\b", re.IGNORECASE)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "AU": 9}


def measure(data: Path) -> dict[str, float]:
    """Scores by name, each between 0 and 1."""
    folder = data / "meantime"
    meantime = [read_cat(path, _SENTENCES) for path in sorted(folder.glob("**/intra-doc_annotation/*/*.xml"))]
    gum = [read_gum(path) for path in sorted((data / "gum_wikinews" / "xml").glob("*.xml"))]
    found = {**_measure_halves("MEANTIME", meantime), **_measure_halves("GUM", gum)}
    return found | _measure_timelines(data / "semeval15_task4")


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
                counts = [_count(one for one in ones if _counts(one, level, extent)) for ones in judged]
                measured |= scores(f"{name}{label} {level}{extent}", counts, intervals=not (label or extent))
    return measured


def _counts(one: Judged, level: str, extent: str) -> bool:
    return (one.marked or bool(extent)) and (level == "value" or _is_day(one))


def find_ours(parsed: Parsed, published: str) -> Iterator[Found]:
    for found in find_times(parsed, published):
        yield found.paragraph, found.start, found.end, days_of(found.value)


# --------------------------------------------------------------------------------------------------------- judging


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found beside the gold: the days of both, and whether they agree."""

    ours: Days | None
    told: Days | None
    right: bool = False
    marked: bool = True


def judge(text: MarkedText, found: Iterable[Found]) -> Iterator[Judged]:
    """What was found beside the marks it overlaps, of several that with which it agrees; and the marks left."""
    marks = [mark for mark in text.marks if mark.name in {"TIMEX3", "date", "time"}]
    words = {paragraph.number: paragraph.text for paragraph in text.paragraphs}
    used: set[int] = set()
    for item in found:
        over = [mark for mark in marks if _overlap(item, mark)]
        free = [mark for mark in over if id(mark) not in used]
        if not over and item[3] is not None:
            yield Judged(item[3], None, marked=False)
        if not free or _means_another(words[item[0]], item, free[0]):
            continue
        used.update(id(mark) for mark in free)
        if not any(_is_passed_over(words[item[0]], mark) for mark in free):
            yield _judge_one(words[item[0]], item, free)
    for mark in marks:
        if id(mark) not in used and not _is_passed_over(words[mark.paragraph], mark):
            yield Judged(None, _gold_days(mark))


def _judge_one(text: str, item: Found, over: Sequence[Mark]) -> Judged:
    days, golds = item[3], [_gold_days(mark) for mark in over]
    told = days if days in golds else golds[0]
    if days is None or told is None:
        return Judged(days, told)
    agrees = days == told or any(_is_same_week(days, mark) for mark in over)
    spans = golds[-1] is not None and days == (told[0], golds[-1][1])
    part = EDGED.search(text[item[1] : item[2]]) and days[0] <= told[0] and told[1] <= days[1]
    return Judged(days, told, agrees or spans or bool(part))


def _is_same_week(days: Days, mark: Mark) -> bool:
    """By the calendar whose first week is that of January 1; two days are a weekend."""
    thursday = days[1] - timedelta(3)
    january = date(thursday.year, 1, 1)
    week = (thursday - (january - timedelta(january.weekday()))).days // 7 + 1
    kind = {6: "", 1: "-WE"}.get((days[1] - days[0]).days)
    return days[1].weekday() == 6 and mark.said.get("value") == f"{thursday.year}-W{week:02}{kind}"


def _overlap(item: Found, mark: Mark) -> bool:
    return item[0] == mark.paragraph and item[1] < mark.end and mark.start < item[2]


def _means_another(text: str, item: Found, mark: Mark) -> bool:
    """'2014' inside 'the start of the 2014 Winter Paralympics'."""
    longer = mark.start < item[1] and item[2] < mark.end and _gold_days(mark) != item[3]
    return longer and item[3] is not None and str(item[3][0].year) in text[item[1] : item[2]]


def _is_passed_over(text: str, mark: Mark) -> bool:
    said = mark.said
    if said.get("functionInDocument") == "CREATION_TIME" or said.get("rend") == "bold":
        return True
    if said.get("type") == "DURATION":
        return bool(re.match(r"(?:.*\s)?ago\b", text[mark.start : mark.end + len(" ago")]))
    own, value = text[mark.start : mark.end], said.get("value") or said.get("when") or ""
    other_year = re.fullmatch(r"\d{4}", own) and re.match(r"\d{4}", value) and own != value[:4]
    return bool(other_year) or value.startswith("-")


def _gold_days(mark: Mark) -> Days | None:
    said = mark.said
    if said.get("type", "DATE") not in {"DATE", "TIME"}:
        return None
    if "from" in said or "notBefore" in said:
        first, last = said.get("from") or said.get("notBefore"), said.get("to") or said.get("notAfter")
        return days_of(f"{first}/{last}")
    return days_of(said.get("value") or said.get("when"))


def _count(judged: Iterable[Judged]) -> Count:
    judged = list(judged)
    shown = sum(one.ours is not None for one in judged)
    return Count(sum(one.right for one in judged), shown, sum(one.told is not None for one in judged))


def _is_day(one: Judged) -> bool:
    return any(days is not None and days[0] == days[1] for days in (one.ours, one.told))


def days_of(value: str | None) -> Days | None:
    """The days that a value of ISO 8601 or TIMEX3 covers; None where it stands for no certain days."""
    try:
        return _days_of(value) if value else None
    except ValueError:
        return None


def _days_of(value: str) -> Days | None:
    first, slash, last = value.partition("/")
    if slash:
        begin, end = days_of(first), days_of(last)
        return (begin[0], end[1]) if begin and end else None
    day = re.match(r"(\d{4})-(\d\d)-(\d\d)(?:T|$)", value)
    if day:
        moment = date(int(day[1]), int(day[2]), int(day[3]))
        return moment, moment
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday + timedelta(5 if week[3] else 0), monday + timedelta(6)
    if part := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        length = 3 if part[2] == "Q" else 6
        return _months(int(part[1]), (int(part[3]) - 1) * length + 1, length)
    if season := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU)", value):
        return _months(int(season[1]), _SEASONS[season[2]], 3)
    if month := re.fullmatch(r"(\d{4})-(\d\d)(?:-XX)?", value):
        return _months(int(month[1]), int(month[2]), 1)
    if year := re.fullmatch(r"([1-9]\d{1,3})(?:-XX-XX|X+)?", value):
        digits = year[1]
        return date(int(digits.ljust(4, "0")), 1, 1), date(int(digits.ljust(4, "9")), 12, 31)
    return None


def _months(year: int, first: int, count: int) -> Days:
    last = first + count - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


# ------------------------------------------------------------------------------------------------------------ peer


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


# ------------------------------------------------------------------------------------------------------- timelines


def _measure_timelines(folder: Path) -> dict[str, float]:
    """Events of our timeline on sentences with dated events of the gold: right if one of them has their date."""
    gold: defaultdict[tuple[str, int], set[Days]] = defaultdict(set)
    for path in sorted(folder.glob("**/TimeLines_Gold_Standard/*.txt")):
        for key, days in _read_timeline(path):
            gold[key].add(days)
    counts: dict[str, list[Count]] = {half: [] for half in HALVES}
    paths = sorted({path.name: path for path in folder.glob("**/corpus_trackA_TimeML/*.tml")}.items())
    read = {path: _read_sentences(path) for _, path in paths}
    for path, parsed in parse_articles((path, paragraphs) for path, (_, _, paragraphs) in read.items()):
        name, published, _ = read[path]
        dated = {number: days for (document, number), days in gold.items() if document == name}
        counts[half_of(path.name.removesuffix(".tml").removesuffix(".txt"))].append(
            _judge_events(parsed, published, dated)
        )
    return {k: v for half in HALVES for k, v in scores(f"timelines {half}", counts[half]).items()}


def _judge_events(parsed: Parsed, published: str, gold: Mapping[int, set[Days]]) -> Count:
    article = _article(parsed.paragraphs, find_times(parsed, published))
    ours = {event.paragraph: days_of(event.value) for event in build_timeline([article])}
    judged = [(days, gold[number]) for number, days in ours.items() if number in gold]
    return Count(sum(days in told for days, told in judged), len(judged), len(gold))


def _read_timeline(path: Path) -> Iterator[tuple[tuple[str, int], Days]]:
    """(document, sentence) and day of each dated event."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        cells = line.split("\t")
        days = days_of(cells[1]) if len(cells) > 2 else None
        for event in cells[2:]:
            document, sentence, *_ = event.split("-")
            if days is not None and sentence.isdigit():
                yield (document, int(sentence)), days


def _read_sentences(path: Path) -> tuple[str, str, tuple[Paragraph, ...]]:
    root = ElementTree.parse(path).getroot()
    stamp = next(root.iter("TIMEX3")).get("value", "")
    texts = {int(s.get("id", "0")): re.sub(r"\s+([,.;:?!%)])", r"\1", "".join(s.itertext())) for s in root.iter("s")}
    paragraphs = tuple(Paragraph(number, number, text) for number, text in texts.items() if text)
    return root.findtext("DOCID", "").strip(), stamp, paragraphs


def _article(paragraphs: tuple[Paragraph, ...], dates: tuple[TimeExpression, ...]) -> Article:
    known = Known("", "inferred", Evidence("first-line"))
    language = Known("en", "inferred", Evidence("words"))
    return Article("a", "a", "", Edited(), known, language, "ltr", paragraphs, dates=dates)


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
