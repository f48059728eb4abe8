"""Articles with marked spans, read from the CAT XML of NewsReader, from GUM's XML and from TimeML."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.model import Paragraph

_NO_SPACE_BEFORE = frozenset({",", ".", "'s", "’s", "'", "n't", ")", "]", "?", "!", ";", ":", "%", "''", "”"})
_PLAIN = {"``": "“", "''": "”", "#": "£", "-LRB-": "(", "-RRB-": ")"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked span of a paragraph: the element's name and its attributes."""

    paragraph: int
    start: int
    end: int
    name: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MarkedText:
    name: str
    date: str  # of publication, ISO
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]


class Builder:
    """Words put together again as text, with the spaces that print has."""

    def __init__(self) -> None:
        self.texts: list[str] = [""]

    def add(self, word: str, joined: bool = False) -> tuple[int, int]:
        word, text = _PLAIN.get(word, word), self.texts[-1]
        if text and not joined and word not in _NO_SPACE_BEFORE and text[-1] not in "($£€[“":
            text += " "
        self.texts[-1] = text + word
        return len(text), len(text) + len(word)

    def end_paragraph(self) -> None:
        if self.texts[-1]:
            self.texts.append("")

    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(Paragraph(n, n, text) for n, text in enumerate(self.texts, 1) if text)


def read_cat(path: Path, sentences: int | None = None) -> MarkedText:
    """A CAT document, a paragraph a sentence; of the first ``sentences`` sentences where only these are annotated."""
    root = ElementTree.parse(path).getroot()
    builder, where, current = Builder(), dict[str, tuple[int, int, int]](), 0
    for token in root.iter("token"):
        sentence = int(token.get("sentence", "0"))
        if sentences is not None and sentence >= sentences:
            break
        if sentence != current:
            builder.end_paragraph()
            current = sentence
        where[token.get("t_id", "")] = (len(builder.texts), *builder.add((token.text or "").strip()))
    date, marks = "", list[Mark]()
    for element in root.iter():
        spots = [where[a.get("t_id", "")] for a in element.iter("token_anchor") if a.get("t_id", "") in where]
        if element.get("functionInDocument") == "CREATION_TIME":
            date = element.get("value", "")
        if element.tag in {"TIMEX3", "VALUE"} and spots and spots[0][0] == spots[-1][0]:
            marks.append(Mark(spots[0][0], spots[0][1], spots[-1][2], element.tag, dict(element.attrib)))
    return MarkedText(path.stem, date, builder.paragraphs(), tuple(marks))


def read_gum(path: Path) -> MarkedText:
    """A GUM document: paragraphs of ``p``, ``head`` and ``item``, marks of ``date`` and ``time``."""
    builder, marks, open_marks = Builder(), list[Mark](), list[tuple[int, int, str, dict[str, str]]]()
    date = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        tag = re.fullmatch(r"<(/?)(\w+)((?:\s[\w:]+=\"[^\"]*\")*)\s*/?>", line)
        if tag is None:
            builder.add(line.split("\t")[0])
            continue
        said = dict(re.findall(r"([\w:]+)=\"([^\"]*)\"", tag[3]))
        if tag[2] == "text" and not tag[1]:
            date = said.get("dateCreated", "")
        elif tag[2] in {"p", "head", "item", "caption", "sp"}:
            builder.end_paragraph()
        elif tag[2] in {"date", "time"} and not tag[1]:
            open_marks.append((len(builder.texts), len(builder.texts[-1]), tag[2], said))
        elif tag[2] in {"date", "time"} and open_marks:
            paragraph, start, name, attributes = open_marks.pop()
            text = builder.texts[paragraph - 1]
            marks.append(Mark(paragraph, start + text[start:].startswith(" "), len(text), name, attributes))
    return MarkedText(path.stem, date, builder.paragraphs(), tuple(marks))


def read_timeml(path: Path) -> MarkedText:
    """A TimeML document: lines of its text as paragraphs, with the marks of ``TIMEX3``."""
    root = ElementTree.parse(path).getroot()
    created = next((t for t in root.iter("TIMEX3") if t.get("functionInDocument") == "CREATION_TIME"), None)
    body = root.find("TEXT")
    text, spans = "", list[tuple[int, int, dict[str, str]]]()
    for piece, attributes in _pieces(body if body is not None else root):
        if attributes is not None:
            spans.append((len(text), len(text) + len(piece), attributes))
        text += piece
    paragraphs, marks, start = list[Paragraph](), list[Mark](), 0
    for number, part in enumerate(re.split(r"(?:\n\s*)+\n", text), 1):
        start = text.index(part, start)
        paragraphs.append(Paragraph(number, number, part.replace("\n", " ")))
        inside = [(a - start, b - start, said) for a, b, said in spans if start <= a and b <= start + len(part)]
        marks += [Mark(number, a, b, "TIMEX3", said) for a, b, said in inside]
        start += len(part)
    date = created.get("value", "") if created is not None else ""
    return MarkedText(path.stem, date[:10], tuple(paragraphs), tuple(marks))


def _pieces(element: ElementTree.Element) -> Iterator[tuple[str, dict[str, str] | None]]:
    if element.tag == "TIMEX3":
        yield _with_single_spaces("".join(element.itertext())), dict(element.attrib)
        return
    if element.text:
        yield _with_single_spaces(element.text), None
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield _with_single_spaces(child.tail), None


def _with_single_spaces(text: str) -> str:
    """Lines stay, their indents go."""
    return re.sub(r"[ \t]+", " ", re.sub(r"[ \t]*\n[ \t]*", "\n", text))
