"""Which blocks of a web page are its article's.

An extractor drops headings, lists and lines that it cannot tell from the page's. So what it takes says only which part
of the page holds the article; all that stands in that part is read, in its order. What the page marks as none of the
article's running text becomes ``aside`` or ``caption``, to be shown among the lines set aside: nothing is lost unsaid.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.read.blocks import Block, read_blocks, read_placed_blocks

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CONTROLS = frozenset({"nav", "form", "button"})  # hold no text of an article
_FRAMES = frozenset({"header", "footer", "aside"})  # unless they hold the headline
_LISTS = frozenset({"dd", "dl", "dt", "li", "ol", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"})
_PROSE = _LISTS | {"blockquote", "caption", "p", "pre"}
_SHORTEST_PART = 25  # letters of a block that is told by standing within the extracted text
_MOST_OF_TEXT = 0.9  # that the element around the article holds; the rest are strays
_FEWEST_FOUND = 0.7  # of the extracted text, to be found in what the page shows
_LINKED = 0.8  # of a text that is a link to something else


@dataclass(frozen=True, slots=True)
class _Placed:
    block: Block
    element: Element  # the innermost block element around it
    is_taken: bool  # by the extractor


def article_blocks(tree: Element, extracted: Element | None, title: str) -> list[Block]:
    """The blocks of the article and those among them that are not its own; ``extracted`` is what the extractor makes of
    the page. Without it the page's main part is the article, less what frames it.
    """
    found = read_placed_blocks(tree)
    frames = _Frames(tree)
    taken = read_blocks(extracted) if extracted is not None else []
    if taken:
        placed = _marked(found, taken)
        if sum(len(_letters(p.block.text)) for p in _firsts(placed)) < _FEWEST_FOUND * _length(taken):
            return taken  # its text stands in data of the page, which a reader does not see
        part = _part_around(_firsts(placed))
    else:
        part = _main_part(tree)
        found = found or read_placed_blocks(part)  # an article that broken markup left within a drawing
        around = frames.within(part)
        placed = [_Placed(b, e, around.get(e, "") is None) for b, e in found]
    return _chosen(placed, part, frames, _headline(placed, title))


def _marked(found: Sequence[tuple[Block, Element]], taken: Sequence[Block]) -> list[_Placed]:
    """The blocks of the page, with whether the extractor took their text."""
    alone = {_letters(block.text) for block in taken}
    whole = "".join(_letters(block.text) for block in taken)

    def is_taken(letters: str) -> bool:
        return letters in alone or (len(letters) >= _SHORTEST_PART and letters in whole)

    return [_Placed(block, element, is_taken(_letters(block.text))) for block, element in found]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(_letters(block.text)) for block in blocks)


def _firsts(placed: Sequence[_Placed]) -> Collection[_Placed]:
    """Of the texts that were taken the first occurrences."""
    return {p.block.text: p for p in reversed(placed) if p.is_taken}.values()


def _main_part(tree: Element) -> Element:
    parts = tree.xpath("(//article | //main)[1]") or tree.xpath("//body")
    return parts[0] if parts else tree


def _part_around(taken: Collection[_Placed]) -> Element:
    """The innermost element that holds nearly all of the extracted text."""
    weights: dict[Element, int] = {}
    for placed in taken:
        weights[placed.element] = weights.get(placed.element, 0) + len(placed.block.text)
    part = next(iter(weights)).getroottree().getroot()
    for element in reversed(list(part.iter())):
        if element is not part and element in weights:
            weights[element.getparent()] = weights.get(element.getparent(), 0) + weights[element]
    least = _MOST_OF_TEXT * weights[part]
    while (inner := next((e for e in part if weights.get(e, 0) >= least), None)) is not None:
        part = inner
    return part


def _is_within(element: Element, part: Element) -> bool:
    return element is part or any(each is part for each in element.iterancestors())


def _headline(placed: Sequence[_Placed], title: str) -> int | None:
    """Index of the article's own heading: the one that is the title, else the last one above the text."""
    text = next((i for i, p in enumerate(placed) if p.is_taken and p.block.level != 1), len(placed))
    above = [i for i, p in enumerate(placed[:text]) if p.block.level == 1]
    named = [i for i in above if _letters(placed[i].block.text).casefold() == _letters(title).casefold()]
    return next(reversed(named or above), None)


def _chosen(placed: Sequence[_Placed], part: Element, frames: _Frames, headline: int | None) -> list[Block]:
    """The blocks of ``part``, widened to hold the headline, each with its kind."""
    last = max((i for i, p in enumerate(placed) if p.is_taken), default=0)
    beside = {id(_container(p.element)) for p in placed if p.is_taken}
    if headline is not None:
        while not _is_within(placed[headline].element, part):
            part = part.getparent()
    around = frames.within(part)
    blocks = []
    for i, (block, element, is_taken) in enumerate((p.block, p.element, p.is_taken) for p in placed):
        frame = around.get(element)
        outside = i < (headline or 0) or i > last
        linked = not block.level and _is_linked(element, block.text)
        follows = i > last and element.tag in _PROSE and id(_container(element)) in beside
        if is_taken or i == headline:
            frame = "figcaption" if frame == "figcaption" else None
        elif element not in around or frame in _CONTROLS or (linked and outside):
            continue
        elif frame is None and (linked or (outside and not follows)):
            frame = "aside"
        kind = block.kind if frame is None else "caption" if frame == "figcaption" else "aside"
        blocks.append(replace(block, kind=kind, level=block.level if frame is None else 0))
    return blocks


def _container(element: Element) -> Element | None:
    """What holds a paragraph, or the list or table that an element is of."""
    while element is not None and element.tag in _LISTS:
        element = element.getparent()
    return element.getparent() if element is not None else None


def _is_linked(element: Element, text: str) -> bool:
    """Whether links are most of a text; others of its element, which may hold more texts, say nothing of it."""
    links = (" ".join("".join(a.itertext()).split()) for a in element.iter("a"))
    return sum(len(link) for link in links if link in text) >= _LINKED * len(text)


class _Frames:
    """Elements that hold none of the article's running text, by their names and by what their classes say."""

    def __init__(self, tree: Element) -> None:
        from trafilatura.xpaths import OVERALL_DISCARD_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

        marked = [e for path in (*OVERALL_DISCARD_XPATH, *REMOVE_COMMENTS_AND_LISTS_XPATH) for e in path(tree)]
        self._frames: dict[Element, str] = dict.fromkeys(marked, "aside")
        for element in tree.iter(*_CONTROLS, *_FRAMES, "figcaption"):
            if not element.xpath(".//h1"):
                self._frames[element] = element.tag

    def within(self, part: Element) -> dict[Element, str | None]:
        """Of every element of ``part`` the outermost frame around it there; None where nothing frames it."""
        around: dict[Element, str | None] = {part: None}
        for element in part.iterdescendants():
            around[element] = around.get(element.getparent()) or self._frames.get(element)
        return around
