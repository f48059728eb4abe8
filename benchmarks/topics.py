"""How often an article's first topic is the right one of the 17 top topics of IPTC Media Topics.

``read``: 219 articles of both corpora, drawn by lot and labelled by reading, most before any run (``topics_read.tsv``).
``written``: articles of our own invention, labelled by who wrote them, who did not know the lexicon.
``leads``: 170 headlines with their first paragraph, ten of every top topic, invented by who then extended the lexicon.
``open``: ``corpus_open`` against labels told from the headlines by those who wrote the lexicon (``topics_open.tsv``).
``filed``: 270 more articles of both corpora with all topics that readers would file them under, the finer ones too
(``topics_filed.tsv``): how many of those shown are right (``P``), how many of the right ones are shown (``R``); above a
finer one the broader ones are right as well.
``main`` is the label given first, ``any`` one of those that may be thought to be it, ``two`` the main one among the
first two. On ``corpus_pdmd`` against its editors' own tags, where these can only mean certain top topics (``_TAGS``):
all its posts are about the digital work of governments, so tags of methods ('best practices', 'user experience') say
nothing and are left out. Most of the others are taken for science and technology, where the vocabulary also has the
products of the industry under economy: of a lexicon that files them there, this set would say little good. ``python -m
benchmarks.topics DATA``; ``--topics FILE`` measures JSON Lines of texts (``text``, ``title``) with a ``topic`` each: a
label or code of the vocabulary, or a list of those that are right.

Half of each set is tuned on, the other held out; ``low`` and ``high`` hold 95 of 100 draws of articles.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from benchmarks.headline import seed_of
from benchmarks.posts import lay_out_post, read_posts
from benchmarks.scoring import HALVES, interval
from benchmarks.written_sets import read_written
from briefing.annotate.layout import Layout, lay_out
from briefing.annotate.topics import find_topics
from briefing.lexicon.topics import PREFIX, concepts, find_concept, lineage
from briefing.model import ArticleTopic, Paragraph

_TAGS: Mapping[str, str] = {
    "01": "social-media multimedia podcast video multilingual",
    "04": "acquisition procurement acquisition-services agile-bpa micro-purchase-platforms modular-contracting",
    "05": "professional-development training education",
    "11": "open-government governance public-policy public-benefits state-and-local-practice",
    "13": "mobile software-engineering emerging-tech application-programming-interface api artificial-intelligence ai "
    "cloud-and-infrastructure open-source devops security https robotic-process-automation machine-learning search "
    "search-engine-optimization data-visualization analytics open-data data-access database web-design-system",
    "14": "diversity-equity-and-inclusion accessibility civil-rights",
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """What was found and what is right: tops by two digits, the best first."""

    found: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filed:
    """The ids of the topics shown, and of those that are right."""

    shown: frozenset[str]
    right: frozenset[str]


def measure(data: Path) -> dict[str, float]:
    found: dict[str, float] = {}
    for name, read in (("open", read_open), ("pdmd", read_pdmd)):
        articles = list(read(data))
        for index, half in enumerate(HALVES):
            chosen = [article for number, article in articles if number % 2 == index]
            found |= scores_of(f"{name} {half}", chosen, ordered=name == "open")
    articles = list(read_by_lot(data))
    for index, half in enumerate(HALVES):
        found |= scores_of(
            f"read {half}", [article for number, article in articles if number % 2 == index], ordered=True
        )
    filed = list(read_filed(data))
    for index, half in enumerate(HALVES):
        found |= filed_scores(f"filed {half}", [article for number, article in filed if number % 2 == index])
        found |= scores_of(f"written {half}", list(_read_invented(half)), ordered=True)
        found |= scores_of(f"leads {half}", list(_read_leads())[index::2], ordered=True)
    return found


def _read_invented(half: str) -> Iterator[Labelled]:
    for article in read_written(half):
        if article.topics:
            yield Labelled(tops_of(find_topics(article.title, article.text.paragraphs, "en")), article.topics)


def _read_leads() -> Iterator[Labelled]:
    for code, title, text in _rows("topics_leads.tsv"):
        yield Labelled(tops_of(find_topics(title, [Paragraph(1, 1, text)], "en")), (code,))


def read_open(data: Path) -> Iterator[tuple[int, Labelled]]:
    """The articles with their numbers, of which the odd ones are held out."""
    for number, labels in _labels("topics_open.tsv"):
        yield int(number), Labelled(tops_of(_find(_lay_out_open(data, number))), labels)


def read_by_lot(data: Path) -> Iterator[tuple[int, Labelled]]:
    """The articles drawn by lot and read, with their numbers."""
    for place, labels in _labels("topics_read.tsv"):
        folder, number = place.split()
        layout = (_lay_out_open if folder == "open" else _lay_out_post)(data, number)
        yield int(number), Labelled(tops_of(_find(layout)), labels)


def read_filed(data: Path) -> Iterator[tuple[int, Filed]]:
    """The articles that a reader filed under all their topics, with their numbers."""
    for place, tops, finer in _rows("topics_filed.tsv"):
        folder, number = place.split()
        topics = _find((_lay_out_open if folder == "open" else _lay_out_post)(data, number))
        below = {above for code in finer.split() for above in lineage(PREFIX + code)}
        right = below | {f"{PREFIX}{code}000000" for code in tops.split()}
        yield int(number), Filed(frozenset(topic.id for topic in topics), frozenset(right))


def _labels(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for place, labels in _rows(name):
        yield place, tuple(labels.split())


def _rows(name: str) -> Iterator[list[str]]:
    rows = resources.files("benchmarks").joinpath(name).read_text("utf-8").splitlines()
    return (row.split("\t") for row in rows if not row.startswith("#"))


def _lay_out_open(data: Path, number: str) -> Layout:
    file = next((data / "corpus_open").glob(f"{number}_*.txt"))
    lines = file.read_text(encoding="utf-8").splitlines()
    return lay_out(seed_of(tuple(" ".join(line.split()) for line in lines)))


def _lay_out_post(data: Path, number: str) -> Layout:
    return lay_out_post(next((data / "corpus_pdmd").glob(f"{number}_*.md")))


def _find(layout: Layout) -> tuple[ArticleTopic, ...]:
    return find_topics(layout.title.value, layout.paragraphs, "en")


def read_pdmd(data: Path) -> Iterator[tuple[int, Labelled]]:
    meant = {tag: top for top, tags in _TAGS.items() for tag in tags.split()}
    for number, post in enumerate(read_posts(data)):
        right = {meant[tag] for tag in post.tags if tag in meant}
        if right:
            topics = find_topics(post.title, post.layout.paragraphs, "en")
            yield number, Labelled(tops_of(topics), tuple(sorted(right)))


def measure_topics(file: Path) -> dict[str, float]:
    """JSON Lines of texts with their topics."""
    articles: list[Labelled] = []
    for record in map(json.loads, filter(None, file.read_text(encoding="utf-8").splitlines())):
        text = "\n".join([record.get("title", ""), "", record["text"]]) if record.get("title") else record["text"]
        layout = lay_out(seed_of(tuple(" ".join(line.split()) for line in text.splitlines())))
        given = record["topic"] if isinstance(record["topic"], list) else [record["topic"]]
        articles.append(
            Labelled(tops_of(find_topics(layout.title.value, layout.paragraphs, "en")), tuple(map(_top_of, given)))
        )
    return scores_of("topics", articles, ordered=True)


def _top_of(label: str) -> str:
    code = PREFIX + label.removeprefix(PREFIX)
    concept = code if code in concepts() else find_concept(label)
    return lineage(concept)[-1].removeprefix(PREFIX)[:2] if concept else label


def tops_of(topics: Sequence[ArticleTopic]) -> tuple[str, ...]:
    return tuple(topic.id.removeprefix(PREFIX)[:2] for topic in topics if len(lineage(topic.id)) == 1)


def scores_of(name: str, articles: Sequence[Labelled], ordered: bool) -> dict[str, float]:
    found: dict[str, float] = {f"{name} articles": float(len(articles))}
    if ordered:
        found[f"{name} main"] = _main(articles)
        found[f"{name} main low"], found[f"{name} main high"] = interval(articles, _main)
        found[f"{name} two"] = _share([article.right[0] in article.found[:2] for article in articles])
    found[f"{name} any"] = _any(articles)
    found[f"{name} any low"], found[f"{name} any high"] = interval(articles, _any)
    return found | {f"{name} none found": _share([not article.found for article in articles])}


def filed_scores(name: str, articles: Sequence[Filed]) -> dict[str, float]:
    """Shares of the topics shown that are right and of the right ones that are shown, top ones and those below."""
    found: dict[str, float] = {f"{name} articles": float(len(articles))}
    for level, is_top in (("tops", True), ("below", False)):
        shown = [topic for article in articles for topic in article.shown if (len(lineage(topic)) == 1) == is_top]
        right = [topic for article in articles for topic in article.right if (len(lineage(topic)) == 1) == is_top]
        both = [topic for one in articles for topic in one.shown & one.right if (len(lineage(topic)) == 1) == is_top]
        found[f"{name} {level} P"] = len(both) / max(1, len(shown))
        found[f"{name} {level} R"] = len(both) / max(1, len(right))
    return found


def _main(articles: Sequence[Labelled]) -> float:
    return _share([article.found[:1] == article.right[:1] for article in articles])


def _any(articles: Sequence[Labelled]) -> float:
    return _share([article.found[0] in article.right if article.found else False for article in articles])


def _share(right: Sequence[bool]) -> float:
    return sum(right) / max(1, len(right))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.topics", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--topics", type=Path, help="texts as JSON Lines with their topics")
    arguments = parser.parse_args()
    measured = measure(arguments.data) if arguments.data else {}
    measured |= measure_topics(arguments.topics) if arguments.topics else {}
    for score, value in measured.items():
        print(f"{score:32} {value:.3f}")


if __name__ == "__main__":
    main()
