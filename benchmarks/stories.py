"""How well reports of one event are grouped: B3 (Bagga and Baldwin 1998), beside TF-IDF and average linkage alone.

``parts``: articles of ``corpus_open`` dealt out, paragraph by paragraph, into two to four reports of one event, a day
apart, among the others of those weeks: no two share a sentence, where real reports share the news itself.
``MEANTIME``: articles that share two marked events or more and lie within a week of each other are one story.
``written``: reports of our own invention, as many outlets write of one event over some days, among the next events of
the same topic; ``outlets``: the same by two other people, longer and from more angles (the flash, the town's paper, the
market, the profile of the victim). ``held`` are those on which nothing was tuned.
``--clusters FILE`` measures JSON Lines, or a JSON list, with ``text``, ``date`` and ``cluster`` (and ``title``,
``source`` if known): ``python -m benchmarks.stories DATA``. The peer takes the threshold that is best for it on the
first half.

The weights are fitted to the first half of ``parts``, ``MEANTIME`` and the tuned ones (``benchmarks.one_event``), and
the second half of ``parts`` was in sight; the peer shares our words and their weights. ``low`` and ``high`` hold 95 of
100 draws of reports.
"""

from __future__ import annotations

import argparse
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from benchmarks.headline import seed_of
from benchmarks.marked_text import read_cat
from benchmarks.scoring import interval
from briefing.annotate.language_model import parse_articles
from briefing.annotate.layout import lay_out
from briefing.annotate.names import find_names
from briefing.link.duplicates import find_duplicates
from briefing.link.similarity import build_vectors
from briefing.link.slugs import assign_slugs
from briefing.link.stories import find_stories
from briefing.model import Article, Edited, Evidence, Known, Paragraph

WRITTEN = {
    "written tuned": "stories_written.jsonl",
    "written held": "stories_written_unseen.jsonl",
    "outlets tuned": "stories_outlets.jsonl",
    "outlets held": "stories_outlets_unseen.jsonl",
}
_OPEN = 294  # articles of corpus_open of one outlet and two years
_LONGEST = 12  # paragraphs of an article that are read
_EVENTS = 2  # that two articles of one story share
_WEEK = 7

Reports = tuple[list[Article], list[str]]  # and the story of each


def measure(data: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    articles = list(read_open(data))
    best = 0.0
    for index, half in enumerate(("first", "second")):
        reports = deal_out(articles[index::2])
        best = best or max((step / 20 for step in range(1, 12)), key=lambda step: _f1(_judge_peer(reports, step)))
        found |= measure_reports(f"parts {half}", reports, best)
    for name, file in WRITTEN.items():
        found |= measure_reports(name, read_clusters(Path(__file__).with_name(file)), best)
    return found | measure_reports("MEANTIME", read_meantime(data), best)


def measure_reports(name: str, reports: Reports, threshold: float) -> dict[str, float]:
    judged = _judge(group(reports[0]), reports[1])
    low, high = interval(judged, _f1)
    precision, recall = _means(judged)
    return {
        f"{name} reports": float(len(judged)),
        f"{name} stories": float(len(set(reports[1]))),
        f"{name} B3": _f1(judged),
        f"{name} B3 low": low,
        f"{name} B3 high": high,
        f"{name} B3 P": precision,
        f"{name} B3 R": recall,
        f"{name} peer B3": _f1(_judge_peer(reports, threshold)),
    }


def group(articles: Sequence[Article]) -> list[Hashable]:
    """The story of each article as the briefing has it; one that is in none is its own."""
    duplicates = find_duplicates(articles)
    slugs, _ = assign_slugs(articles, {article.id: "full" for article in articles})
    stories = find_stories(articles, duplicates, slugs, build_vectors(articles))
    of = {article: story.id for story in stories for article in story.articles}
    return [of.get(article.id, article.id) for article in articles]


def _peer(articles: Sequence[Article], threshold: float) -> list[Hashable]:
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    vectors = build_vectors([replace(article, names=()) for article in articles])
    likeness = (vectors.matrix @ vectors.matrix.T).toarray() / 0.7  # of words alone
    distances = squareform((1 - likeness).clip(0, 1), checks=False)
    labels: list[Hashable] = fcluster(linkage(distances, "average"), 1 - threshold, "distance").tolist()
    return labels


Judged = tuple[float, float]  # precision and recall of one report


def _judge(shown: Sequence[Hashable], right: Sequence[Hashable]) -> list[Judged]:
    stories, truths, both = Counter(shown), Counter(right), Counter(zip(shown, right, strict=True))
    return [(both[s, r] / stories[s], both[s, r] / truths[r]) for s, r in zip(shown, right, strict=True)]


def _judge_peer(reports: Reports, threshold: float) -> list[Judged]:
    return _judge(_peer(reports[0], threshold), reports[1])


def _means(judged: Sequence[Judged]) -> Judged:
    number = max(1, len(judged))
    return sum(p for p, _ in judged) / number, sum(r for _, r in judged) / number


def _f1(judged: Sequence[Judged]) -> float:
    precision, recall = _means(judged)
    return 2 * precision * recall / max(1e-9, precision + recall)


# ------------------------------------------------------------------------------------------------------------ reading


def read_open(data: Path) -> Iterator[Article]:
    folder = data / "corpus_open"
    records = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = ((folder / r["file"]).read_text(encoding="utf-8") for r in records[:_OPEN])
    yield from _annotated(
        (r["file"], r["title"], r["date"] or "", "", text) for r, text in zip(records, texts, strict=False)
    )


def read_clusters(file: Path) -> Reports:
    written = file.read_text(encoding="utf-8")
    lines = written.startswith("{")
    records = [json.loads(line) for line in written.splitlines() if line] if lines else json.loads(written)
    rows = (
        (str(n), r.get("title") or "", str(r.get("date") or ""), r.get("source") or "", r["text"])
        for n, r in enumerate(records)
    )
    return list(_annotated(rows)), [str(r["cluster"]) for r in records]


def read_meantime(data: Path) -> Reports:
    paths = sorted(data.glob("meantime/**/intra_cross-doc_annotation/*/*.xml"))
    texts = [read_cat(path) for path in paths]
    rows = ((t.name, t.paragraphs[0].text, t.date, "", "\n".join(p.text for p in t.paragraphs[1:])) for t in texts)
    events = [_events(path) for path in paths]
    story = list(range(len(texts)))
    for one, earlier in enumerate(texts):
        for other, later in enumerate(texts[:one]):
            one_day, other_day = _day(earlier.date), _day(later.date)
            near = one_day and other_day and abs(one_day - other_day) < timedelta(_WEEK)
            if near and len(events[one] & events[other]) >= _EVENTS:
                story = [story[other] if s == story[one] else s for s in story]
    return list(_annotated(rows)), list(map(str, story))


def _events(path: Path) -> frozenset[str]:
    instances = (element.get("instance_id") or "" for element in ElementTree.parse(path).getroot().iter())
    return frozenset(instance for instance in instances if instance[:3] in ("OTH", "SPE", "GRA", "CAU"))


def _day(value: str) -> date | None:
    """The day of a date; None where it is told in another form or not to the day."""
    day = re.match(r"((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)", value)
    return date(*map(int, day.groups())) if day else None


def _annotated(rows: Iterable[tuple[str, str, str, str, str]]) -> Iterator[Article]:
    """Articles of (id, title, date, source, text); one without title is called by its first line."""
    articles: dict[str, Article] = {}
    for name, title, day, source, text in rows:
        lines = tuple(" ".join(line.split()) for line in text.splitlines())
        layout = lay_out(seed_of((title, "", *lines) if title and lines[:1] != (title,) else lines))
        articles[name] = _article(name, layout.title.value, layout.paragraphs[:_LONGEST], day, source)
    for name, document in parse_articles((name, article.paragraphs) for name, article in articles.items()):
        yield replace(articles[name], names=find_names(document))


def _article(name: str, title: str, paragraphs: tuple[Paragraph, ...], day: str, source: str) -> Article:
    stated, language = Evidence("front-matter"), Known("en", "inferred", Evidence("words"))
    known = Known(told.isoformat(), "stated", stated) if (told := _day(day)) else None
    outlet = Known(source, "stated", stated) if source else None
    headline = Known(title, "stated", stated)
    return Article(name, name, "", Edited(), headline, language, "ltr", paragraphs, source=outlet, date=known)


# --------------------------------------------------------------------------------------------------------- dealing out


def deal_out(articles: Sequence[Article]) -> Reports:
    """Two to four reports of each article that is long enough, else itself, and the article that each is of."""
    reports = [(part, article.id) for n, article in enumerate(articles) for part in _deal(article, 2 + n % 3)]
    return [part for part, _ in reports], [story for _, story in reports]


def _deal(article: Article, number: int) -> Iterator[Article]:
    """The paragraphs in turn, the first report with the headline, the others called by their first words."""
    first = _day(article.date.value) if article.date else None
    if len(article.paragraphs) < 3 * number or not (first and article.date):
        yield article
        return
    for turn in range(number):
        mine = article.paragraphs[turn::number]
        numbers = {paragraph.number for paragraph in mine}
        day = (first + timedelta(turn % 2)).isoformat()
        title = article.title.value if turn == 0 else mine[0].text.partition(". ")[0][:90]
        mentions = [(n, tuple(m for m in n.mentions if m.paragraph in numbers)) for n in article.names]
        yield replace(
            article,
            id=f"{article.id}-{turn}",
            paragraphs=mine,
            names=tuple(replace(name, mentions=found) for name, found in mentions if found),
            date=replace(article.date, value=day),
            title=replace(article.title, value=title),
        )


def measure_clusters(file: Path) -> dict[str, float]:
    """Texts as JSON Lines with the story of each."""
    return measure_reports("clusters", read_clusters(file), threshold=0.2)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--clusters", type=Path, help="texts as JSON Lines with the story of each")
    arguments = parser.parse_args()
    measured = measure(arguments.data) if arguments.data else {}
    if arguments.clusters:
        measured |= measure_clusters(arguments.clusters)
    for score, value in measured.items():
        print(f"{score:32} {value:.3f}")


if __name__ == "__main__":
    main()
