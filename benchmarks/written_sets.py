"""Invented articles in which everything is marked: quotations with speakers, dates, figures, names, topics, phrases.

They are our own writing, in the manner of newspapers, wires, broadcasters and press offices from 1989 to 2024, by
people who had not seen the rules. The rules are tuned on what lies in ``written/tuned``, half of which was held out at
first; nobody reads the errors on ``written/held``; ``tuned_other`` and ``held_other`` are the same in German, French
and Spanish. Nobody's licence is needed, so that everyone can run what uses them.

``<article id date topics lang>`` holds ``title``, ``phrases``, ``roles`` and ``p``. In its paragraphs stand ``<q by>``
(names that are right, parted by '|'; '?' where nobody could tell), ``<d v>`` (a value of ISO 8601 or TIMEX3, empty
where no certain days are meant), ``<f v u>`` (number and unit; no number where it is uncertain), ``<n k id>`` (a name's
kind and whose it is) and ``<x>``, a number that is no figure.
"""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources

from benchmarks.marked_text import Mark, MarkedText
from briefing.model import Paragraph


@dataclass(frozen=True, slots=True)
class Written:
    """An article; ``topics`` are its top topics by two digits, the main one first."""

    title: str
    language: str
    topics: tuple[str, ...]
    phrases: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]  # whose, which
    text: MarkedText

    def marks(self, *names: str) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.text.marks if mark.name in names)


def read_written(half: str, *marked: str) -> tuple[Written, ...]:
    """The articles of a half, of those sets in which all of ``marked`` (elements) occur."""
    folder = resources.files("benchmarks") / "written" / half
    articles: list[Written] = []
    for file in sorted(folder.iterdir() if folder.is_dir() else (), key=lambda file: file.name):
        root = ElementTree.fromstring(file.read_text("utf-8"))
        if all(root.find(f".//{name}") is not None for name in marked):
            articles += [read_article(element) for element in root.iter("article")]
    return tuple(articles)


def read_article(element: ElementTree.Element) -> Written:
    paragraphs, marks = list[Paragraph](), list[Mark]()
    for number, paragraph in enumerate(element.iter("p"), 1):
        pieces = list[str]()
        marks += _marks(paragraph, number, pieces)
        paragraphs.append(Paragraph(number, number, "".join(pieces)))
    return Written(
        "".join(element.find("title").itertext()).strip() if element.find("title") is not None else "",
        element.get("lang", "en"),
        tuple(element.get("topics", "").split()),
        tuple(filter(None, (element.findtext("phrases") or "").strip().split("|"))),
        tuple((role.get("of", ""), "".join(role.itertext())) for role in element.iter("role")),
        MarkedText(element.get("id", ""), element.get("date", ""), tuple(paragraphs), tuple(marks)),
    )


def _marks(element: ElementTree.Element, number: int, pieces: list[str]) -> Iterator[Mark]:
    """The marks within an element, whose text is added to ``pieces`` with spaces as print has them."""
    _add(element.text, pieces)
    for child in element:
        start = sum(map(len, pieces))
        within = list(_marks(child, number, pieces))
        yield Mark(number, start, sum(map(len, pieces)), child.tag, dict(child.attrib))
        yield from within
        _add(child.tail, pieces)


def _add(text: str | None, pieces: list[str]) -> None:
    """White space of any length is one space, and none at the start of a paragraph or after a space."""
    folded = " ".join(f"|{text or ''}|".split())[1:-1]
    if folded.startswith(" ") and (not pieces or pieces[-1].endswith(" ")):
        folded = folded[1:]
    if folded:
        pieces.append(folded)
