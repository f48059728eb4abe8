"""Markdown: front matter as stated metadata, the body as blocks of text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from briefing.marked_yaml import Report, parse
from briefing.model import LONGEST_LABEL, Doubt, Evidence, Known, Stated
from briefing.read.blocks import Block, number_lines, parse_html, read_placed_blocks
from briefing.read.content import Content
from briefing.read.header import read_header, split_header
from briefing.read.markdown_dialects import as_plain_markdown
from briefing.read.text import read_text, split_lines

if TYPE_CHECKING:
    import markdown
    from lxml.etree import _Element as Element

# Above these the Markdown parser needs time that grows with the square, or overflows its stack.
MOST_CHARACTERS = 100_000
MOST_STRAY_MARKS = 200
MOST_FENCES = 400
MOST_LINES_A_BLOCK = 1_000
MOST_LEVELS = 20
MOST_ITEMS = 2_000

_LINK_TEXT = re.compile(r"\[[^\[\]]*\]")
_MARKERS = re.compile(r"(?:(?:[-*+>]|\d+[.)])(?:[ \t]+|$))+")
_FENCE = re.compile(r"^(?:`{3}|~{3})", re.MULTILINE)


def read_markdown(content: str, file: str) -> Content:
    """The blocks of a Markdown text; its front matter and first ``# Heading`` as what it states.

    Broken front matter is the author's mistake; a key or value in it that means nothing to us is a doubt. A text
    that would keep the Markdown parser busy for ever is read as plain lines, with a doubt.
    """
    lines = split_lines(content)
    header, body_lines = split_header(lines)
    body = "\n".join(body_lines)
    report = Report(file, first_line=2)
    node = parse("\n".join(header), report) if header else None
    if report.mistakes:
        return Content(mistakes=tuple(report.mistakes))
    stated, doubts = read_header(node, lines, file)
    blocks = _read_body(body)
    if blocks is None:
        return Content(read_text(body), stated, (*doubts, _tangled(file)))
    return _with_heading(blocks, stated, doubts, lines)


def _with_heading(blocks: list[Block], stated: Stated, doubts: tuple[Doubt, ...], lines: list[str]) -> Content:
    """A first ``# Heading`` is the title, unless front matter gives another, and is not repeated as a block."""
    heading = blocks[0].text if blocks and blocks[0].level == 1 and len(blocks[0].text) <= LONGEST_LABEL else None
    if heading and stated.title is None:
        stated = replace(stated, title=Known(heading, "stated", Evidence("heading", _line_of(heading, lines), heading)))
    if heading and stated.title and heading == stated.title.value:
        blocks = blocks[1:]
    return Content(number_lines(blocks), stated, doubts)


def _line_of(heading: str, lines: list[str]) -> int:
    """The line of the file that holds the heading, its marks left aside; else the first."""
    wanted = re.sub(r"\W", "", heading)
    return next((n for n, line in enumerate(lines, start=1) if wanted and wanted in re.sub(r"\W", "", line)), 1)


def _read_body(body: str) -> list[Block] | None:
    """The blocks of the body; None when it is too tangled for the parser."""
    if len(body) > MOST_CHARACTERS or _is_tangled(body := as_plain_markdown(body)):
        return None
    try:
        html = _parser().reset().convert(body)
    except RecursionError:
        return None
    tree = parse_html(f"<body>{html}</body>")
    return None if tree is None else _read_with_notes(tree)


def _read_with_notes(tree: Element) -> list[Block]:
    """The blocks of a text without the numbers of its footnotes; these stand below it, as notes."""
    for number in tree.xpath("//sup[starts-with(@id, 'fnref')] | //a[@class='footnote-backref']"):
        number.tag = "template"  # which shows nothing
    notes = frozenset(tree.xpath("//div[@class='footnote']//*"))
    return [replace(b, kind="note") if element in notes else b for b, element in read_placed_blocks(tree)]


@cache
def _parser() -> markdown.Markdown:
    import markdown

    return markdown.Markdown(extensions=["tables", "fenced_code", "footnotes"])


def _is_tangled(body: str) -> bool:
    stray = (
        _LINK_TEXT.sub("", body).count("["),
        body.count("](") - body.count(")"),
        body.count("<") - body.count(">"),
        body.count("<!["),
    )
    if max(stray) > MOST_STRAY_MARKS or len(_FENCE.findall(body)) > MOST_FENCES:
        return True
    lines_in_block = items = 0
    for line in body.split("\n"):
        lines_in_block = lines_in_block + 1 if line.strip() else 0
        levels = _levels(line)
        items += levels > 0
        if lines_in_block > MOST_LINES_A_BLOCK or levels > MOST_LEVELS or items > MOST_ITEMS:
            return True
    return False


def _levels(line: str) -> int:
    """How deep a line sits in lists and quotations, by its indentation and markers."""
    content = line.lstrip(" \t")
    markers = _MARKERS.match(content)
    depth = len(markers[0].split()) if markers else 0
    return depth + len(line[: -len(content)].expandtabs(4)) // 4 if depth else 0


def _tangled(file: str) -> Doubt:
    return Doubt(
        file,
        "markdown-as-text",
        "its Markdown is too long or too tangled to read (stray brackets, lists in lists): shown line by line",
        "simplify the markup, or rename the file to .txt",
    )
