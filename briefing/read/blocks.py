"""The blocks of text in HTML: headings, paragraphs, list items, quotations and code, as text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import Line, LineKind
from briefing.read.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_KINDS: dict[str, LineKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("li", "dt", "dd"), "item"),
    "blockquote": "quote",
    "pre": "code",
}
# fmt: off
_INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
    "tt", "u", "var", "wbr",
))
_UNSHOWN = frozenset((
    "audio", "canvas", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "textarea",
    "title", "video",
))
# fmt: on
_SWALLOWING = ("style", "script", "title", "textarea", "iframe", "noscript", "!--", "![")
_PARTS = ("table", "blockquote", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "pre", "ul")  # no value of a table
_LONGEST_VALUE = 400  # characters
_NOTE_MARK = re.compile(r"\W?(?:\d{1,3}|[a-z*†‡§])\W?")
_TO_NOTE = re.compile(r"#.{0,40}(?:fn|note)", re.IGNORECASE)
_WITHIN = re.compile(r"#\D{0,40}\d")
_ENDS = {"!--": "-->", "![": "]>"}

_GAP = re.compile(r"\n\s*\n")
_LINES = re.compile(r"\n\s*\n|(?<=[^\s,;–—-])[^\S\n]*\n[^\S\n]*(?=(?:by|von|par|por) |[^\Wa-zà-öø-ÿ]|[^\w\s])")

# The parser compares each attribute of an element with all before it; quoted values may hold the signs of tags.
_QUOTED = r"""\"[^"<>]*+"|'[^'<>]*+'|"[^"]{0,200}+"|'[^']{0,200}+'"""
_ELEMENT = re.compile(rf"""<([A-Za-z][\w:-]*)((?:[^<>"']++|{_QUOTED})*+)>""")
_MOST_ATTRIBUTES = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Block:
    text: str
    kind: LineKind
    level: int = 0  # of a heading


def without_endless_attributes(html: str) -> str:
    """``html`` whose elements have no more attributes than a parser reads in time; one that has more loses them."""
    return _ELEMENT.sub(lambda tag: tag[0] if len(tag[2]) <= _MOST_ATTRIBUTES else f"<{tag[1]}>", html)


def parse_html(html: str) -> Element | None:
    """The tree of ``html`` as a browser would mend it; None when it holds no element or nests absurdly (2,000 deep).

    An element that would swallow the rest of the page because it never ends is taken as the text that it is.
    """
    from lxml import etree

    for name in _SWALLOWING:
        opening = re.compile(f"<(?={re.escape(name)})", re.IGNORECASE)
        if len(opening.findall(html)) > html.lower().count(_ENDS.get(name, f"</{name}")):
            html = opening.sub("&lt;", html)
    parser = etree.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, encoding="utf-8")
    tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    deep = any("depth" in entry.message for entry in parser.error_log)
    return None if deep else tree


def read_blocks(tree: Element) -> list[Block]:
    """The blocks of ``tree`` in reading order; see ``read_placed_blocks``."""
    return [block for block, _ in read_placed_blocks(tree)]


def read_placed_blocks(tree: Element) -> list[tuple[Block, Element]]:
    """The blocks of ``tree`` in reading order, each with the innermost block element around it.

    A table's row is one block, its cells parted by ``|``, empty ones too. A block's kind is that of the innermost
    element around it that has one. Scripts, styles, images and attributes are left out.
    """
    blocks: list[tuple[Block, Element]] = []
    text: list[str] = []
    around = [tree]  # the block elements around this place
    kinds: list[str] = []  # those of them that give a kind
    rows = _rows(tree)
    row: Element | None = None  # the one around this place, which is one block whatever stands in its cells
    for event, element, word in _walk(tree):
        tag = element.tag
        row = element if row is None and event == "start" and element in rows else row
        if event == "text":
            text.append(word if "pre" in kinds else word.replace("\n", " "))
        elif tag == "br":
            text.append("\n" if event == "start" and row is None else " ")
        elif row is not None and tag in ("td", "th"):
            text.append(_before_cell(element) if event == "start" else "")
        elif row is not None and element is not row:
            text.append("" if tag in _INLINE else " ")
        elif tag in _INLINE:
            text.append(" " if event == "start" and _stands_apart(element, text) else "")
        else:
            blocks += [(block, around[-1]) for block in _blocks("".join(text), kinds[-1] if kinds else "")]
            text.clear()
            around.append(element) if event == "start" else around.pop()
            if tag in _KINDS:
                kinds.append(tag) if event == "start" else kinds.pop()
            row = None if event == "end" else row
    return [*blocks, *((block, tree) for block in _blocks("".join(text), ""))]


def _rows(tree: Element) -> frozenset[Element]:
    """The rows of tables that hold values, not of those that lay out a page."""

    def is_value(cell: Element) -> bool:
        return next(cell.iter(*_PARTS), None) is None and len("".join(cell.itertext())) <= _LONGEST_VALUE

    return frozenset(row for row in tree.iter("tr") if all(map(is_value, row)))


def _stands_apart(element: Element, text: list[str]) -> bool:
    """A time, or a link right after a link: the page parts them by its style alone."""
    before = element.getprevious()
    joined = element.tag == "a" and before is not None and before.tag == "a" and not before.tail
    return (element.tag == "time" and next(filter(None, reversed(text)), "")[-1:].isalnum()) or joined


def _before_cell(cell: Element) -> str:
    """What parts a cell of values from those before it; empty ones and joined columns count too."""
    before = cell.getprevious()
    span = before.get("colspan", "") if before is not None else ""
    return "" if before is None else " | " * (int(span) if re.fullmatch(r"[1-9]|1\d", span) else 1)


def _walk(tree: Element) -> Iterator[tuple[str, Element, str]]:
    """``start`` and ``end`` of the elements, and each ``text`` with the element that it stands in or after, in document
    order, without what a reader does not see.
    """
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        unshown = element.tag in _UNSHOWN or _is_note_mark(element)
        if event == "start" and unshown:
            walk.skip_subtree()
        elif event == "start":
            yield "start", element, ""
            yield "text", element, element.text or ""
        else:
            if not unshown:
                yield "end", element, ""
            yield "text", element, element.tail or ""


def _is_note_mark(element: Element) -> bool:
    """The number of a footnote, or the way back from it: a link whose address says so, or one within the page, glued
    to the word before it; not the 2 of 'Figure 2'."""
    address = element.get("href", "") if element.tag == "a" else ""
    if not (_TO_NOTE.search(address) or (_WITHIN.match(address) and _is_glued(element))):
        return False
    return _NOTE_MARK.fullmatch("".join(element.itertext()).strip()) is not None


def _is_glued(element: Element) -> bool:
    before, around = element.getprevious(), element.getparent()
    if before is None and around is not None and around.tag == "sup":
        return True
    text = (before.tail if before is not None else around.text if around is not None else None) or " "
    return not text[-1].isspace() and text[-1] not in "-–—/:"


def _blocks(text: str, tag: str) -> Iterator[Block]:
    """An empty line parts two blocks; in running text each line does that does not go on with the one before it."""
    kind = _KINDS.get(tag, "text")
    level = int(tag[1]) if kind == "heading" else 0
    for part in text.split("\n") if kind == "code" else (_LINES if kind == "text" else _GAP).split(text):
        if (shown := clean(part)) and shown.strip("| "):
            yield Block(shown, kind, level)


def number_lines(blocks: Iterable[Block]) -> tuple[Line, ...]:
    return tuple(Line(number, block.text, block.kind) for number, block in enumerate(blocks, start=1))
