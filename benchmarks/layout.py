"""How many lines of a page that are not its article's are set aside, and what of the article goes with them.

Extractors leave lines of the page in a text. ``layout_pages.txt`` holds what thirty-one invented outlets leave, in the
manners of real ones; each page is laid around articles of ``corpus_open`` that nobody marked, so every line's side is
known. The pages of one half were written first and never tuned on. ``written`` are sixty whole pages, each
line labelled, that were invented in four languages by people who had not seen the rules (``written/pages_held``). Also
whether what a page says of its article (authors, dates, the agency) is read: ``python -m benchmarks.layout DATA
[--lines FILE]``. The peers are jusText, and the rule that a line of nine words with a full stop is the article's.
``--lines`` measures a text with one label a line: ``LABEL<tab>LINE`` or ``<label> LINE``, documents parted by empty
lines; see ``read_labelled``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.headline import read_texts, seed_of
from benchmarks.scoring import HALVES, Count, half_of, scores
from briefing.annotate.layout import Layout, lay_out
from briefing.annotate.layout.headline import is_body

_PAGES = Path(__file__).with_name("layout_pages.txt")
_WRITTEN = Path(__file__).with_name("written")
_ARTICLES = 6  # that each page is laid around
_FEWEST = 8  # paragraphs of such an article
_OWN_FURNITURE = re.compile(r"\w+day, \w+ \d{1,2}, \d{4}|.*\bImage: .*|\W*")  # in the manner of corpus_open
_CONTENT = frozenset({"1", "2", "3", "4", "5", "c", "content", "good", "h", "keep", "l", "main", "p", "text", "title"})
_LABELLED = re.compile(
    r"<(?P<tag>\w+)>\s*(?P<tagged>.*\S.*)|(?P<before>[\w-]+)\t(?P<text>.*\S.*)|(?P<first>[^\t]*\S[^\t]*)\t(?P<after>[\w-]+)"
)

Rule = Callable[[tuple[str, ...]], Iterable[bool]]


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    facts: tuple[str, ...]
    marks: tuple[tuple[str, str], ...]  # '-', '+' or '*', and the rest of its line


@dataclass(frozen=True, slots=True)
class Labelled:
    lines: tuple[str, ...]
    furniture: tuple[bool, ...]


def read_pages() -> Iterator[tuple[str, Page]]:
    """(half, page) of each page."""
    for section in re.split(r"^== ", _PAGES.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        header, *lines = section.strip().splitlines()
        half, _, name = header.partition(" ")
        facts = tuple(line[2:] for line in lines if line[0] == "=")
        marks = tuple((line[0], line[2:]) for line in lines if line[0] in "-+*")
        yield ("held" if half == "held" else "tuned"), Page(name, facts, marks)


def read_articles(data: Path, half: str) -> list[tuple[str, tuple[str, ...]]]:
    """(headline, paragraphs) of the long articles of one half of ``corpus_open``."""
    found = []
    for text in read_texts(data):
        body = [line for line in text.lines if line and not _OWN_FURNITURE.fullmatch(line)]
        if text.title and len(body) > _FEWEST and half_of(text.title) == half:
            found.append((body[0], tuple(body[1:])))
    return found


def lay_around(page: Page, title: str, paragraphs: Sequence[str]) -> Labelled:
    left = list(paragraphs)
    lines: list[tuple[str, bool]] = []
    for mark, rest in page.marks:
        if mark != "*":
            lines.append((rest, mark == "-"))
        elif rest == "title":
            lines.append((title, False))
        else:
            count = len(left) if rest == "rest" else int(rest)
            lines += [(paragraph, False) for paragraph in left[:count]]
            del left[:count]
    return Labelled(tuple(line for line, _ in lines), tuple(furniture for _, furniture in lines))


def measure(data: Path) -> dict[str, float | int]:
    """Precision, recall and F1 of lines set aside, and of what is read of the article, for the pages of each half."""
    found: dict[str, float | int] = {}
    for half in HALVES:
        pages = [page for side, page in read_pages() if side == half]
        articles = read_articles(data, half)
        trials = [
            (page, [lay_around(page, *articles[(7 * at + n) % len(articles)]) for n in range(_ARTICLES)])
            for at, page in enumerate(pages)
        ]
        found[f"pages {half}"] = len(pages)
        for name, rule in _rules():
            counts = [_sum(_judge(text, rule) for text in texts) for _, texts in trials]
            found |= scores(f"{name}lines {half}", counts, intervals=not name)
        found |= scores(f"told {half}", [_sum(_judge_facts(page, text) for text in texts) for page, texts in trials])
    return found | _measure_written()


def _measure_written() -> dict[str, float | int]:
    found: dict[str, float | int] = {}
    for half in HALVES:
        pages = read_written_pages(half)
        for name, rule in _rules():
            found |= scores(f"{name}lines written {half}", [_judge(page, rule) for page in pages], intervals=not name)
    return found


def read_written_pages(half: str) -> list[Labelled]:
    """Whole pages with one label a line, ``A`` that of the article's own; empty lines stand as they are."""
    pages = list[Labelled]()
    for path in sorted((_WRITTEN / f"pages_{half}").glob("*.tsv")):
        rows = [line.partition("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        lines = tuple(" ".join(text.split()) for _, _, text in rows)
        pages.append(Labelled(lines, tuple(label not in {"A", ""} for label, _, _ in rows)))
    return pages


def read_labelled(path: Path) -> Iterator[Labelled]:
    """Documents of ``LABEL<tab>LINE``, ``LINE<tab>LABEL`` or ``<label> LINE``, parted by empty lines.

    A label like content, text, good, keep, p, h or 1 is the article's, any other (boilerplate, bad, 0 …) the page's.
    """
    rows: list[tuple[str, bool]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if found := _LABELLED.fullmatch(line):
            label = next(filter(None, found.group("before", "tag", "after")))
            text = next(filter(None, found.group("text", "tagged", "first")))
            rows.append((" ".join(text.split()), label.casefold() not in _CONTENT))
        elif rows and not line.strip():
            yield Labelled(tuple(text for text, _ in rows), tuple(furniture for _, furniture in rows))
            rows = []


def measure_lines(path: Path) -> dict[str, float | int]:
    """The same for a text, or a folder of texts, with one label a line."""
    paths = sorted(path.rglob("*.*")) if path.is_dir() else [path]
    texts = [text for each in paths for text in read_labelled(each)]
    found: dict[str, float | int] = {"labelled texts": len(texts), "labelled lines": sum(len(t.lines) for t in texts)}
    for name, rule in _rules():
        found |= scores(f"{name}labelled lines", [_judge(text, rule) for text in texts], intervals=not name)
    return found


def _rules() -> Iterator[tuple[str, Rule]]:
    yield "", set_aside
    yield "peer: ", lambda lines: [not is_body(line) for line in lines]
    if _justext_rule([]) is not None:
        yield "jusText: ", lambda lines: _justext_rule(lines) or ()


def set_aside(lines: tuple[str, ...]) -> list[bool]:
    """Of each line, whether it is shown neither as headline nor as paragraph."""
    layout = lay_out(seed_of(lines))
    shown = {paragraph.line for paragraph in layout.paragraphs}
    removed = {line.line for line in layout.removed if line.line not in shown}
    return [number in removed for number in range(1, len(lines) + 1)]


def _justext_rule(lines: Sequence[str]) -> list[bool] | None:
    """What jusText makes of the lines as paragraphs without links; None where it is not installed."""
    try:
        import justext
    except ImportError:
        return None
    if not lines:
        return []
    from html import escape

    page = "".join(f"<p>{escape(line)}</p>" for line in lines)
    kept = {p.text for p in justext.justext(page, justext.get_stoplist("English")) if not p.is_boilerplate}
    return [" ".join(line.split()) not in kept for line in lines]


def _judge(text: Labelled, rule: Rule) -> Count:
    pairs = list(zip(rule(text.lines), text.furniture, strict=True))
    return Count(sum(ours and gold for ours, gold in pairs), sum(ours for ours, _ in pairs), sum(text.furniture))


def _judge_facts(page: Page, text: Labelled) -> Count:
    ours = dict(_told(lay_out(seed_of(text.lines))))
    gold = dict(fact.split(" ", 1) for fact in page.facts)
    return Count(sum(ours.get(key) == value for key, value in gold.items()), len(ours), len(gold))


def _told(layout: Layout) -> Iterator[tuple[str, str]]:
    """What a layout says of its text; sources only of agencies, since the outlets are invented."""
    if layout.authors:
        yield "authors", "; ".join(layout.authors.value)
    if layout.date:
        yield "date", layout.date.value[:10]
    if layout.updated:
        yield "updated", layout.updated.value[:10]
    if layout.source and layout.source.value in {"Reuters", "Associated Press"}:
        yield "source", layout.source.value


def _sum(counts: Iterable[Count]) -> Count:
    several = list(counts)
    return Count(sum(c.right for c in several), sum(c.shown for c in several), sum(c.gold for c in several))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.layout", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of the data sets")
    parser.add_argument("--lines", type=Path, metavar="FILE", help="text, or folder of texts, with one label a line")
    arguments = parser.parse_args()
    found = measure(arguments.data) if arguments.data else {}
    found |= measure_lines(arguments.lines) if arguments.lines else {}
    for score, value in found.items():
        print(f"{score:32} {value:.3f}" if isinstance(value, float) else f"{score:32} {value}")
    if _justext_rule([]) is None:
        print("jusText is not installed: no peer but the rule of nine words")


if __name__ == "__main__":
    main()
