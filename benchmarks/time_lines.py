"""Events of our timeline beside those of the timelines of SemEval-2015 Task 4."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.scoring import HALVES, Count, half_of, scores
from benchmarks.time_values import Days, days_of
from briefing.annotate.dated_clauses import with_roles
from briefing.annotate.language_model import parse_articles
from briefing.annotate.parsed import Parsed
from briefing.annotate.times import find_times
from briefing.link.timeline import build_timeline
from briefing.model import Article, Edited, Evidence, Known, Paragraph, TimeExpression


def measure_timelines(folder: Path) -> dict[str, float]:
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
    article = _article(parsed.paragraphs, with_roles(parsed, find_times(parsed, published)))
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
