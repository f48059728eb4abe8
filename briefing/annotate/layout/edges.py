"""What stands around the running text where an extractor kept the page: short lines above and below it, lists of links.

A short line by itself may be a subheading, a result, an entry of a list. Only where lines that are known for furniture
show that the page was kept are those set aside that stand between them and the running text's edge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.annotate.layout.above import CHROME, LONGEST_LABEL, Above, body_span
from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.boilerplate import boilerplate_reason, opens_link_list
from briefing.annotate.layout.groups import is_parted, stands_right_under
from briefing.annotate.layout.headline import is_body, is_headline, is_sentence_end
from briefing.lexicon.outlets import fold

_ENDS = frozenset(
    {"copyright", "correction", "end-mark", "end-note", "reprint"}
)  # after which little of the article follows
_LONGEST_LINK = 25  # words
_LONGEST_NOTE = 45  # words of a paragraph below the article that belongs to the page
_MOST_NOTES = 3
_MORE = re.compile(
    r"(?:read|see) more\W*|weiterlesen\W*|mehr lesen\W*|lire la suite\W*|leer más\W*|seguir leyendo\W*", re.IGNORECASE
)
_TITLED = re.compile(
    r"(?:[^\W\d_a-z][\w'’-]*,?(?: (?:of|the|and|in|to|on|for|a|an))* ){1,8}[^\W\d_a-z][\w'’-]*: [^:]{5,160}"
)  # 'The Last Lamp: How …'
_POST = re.compile(r" \([^()]{3,60}\)$")
_REFERENCES = re.compile(
    r"(?:(?:external|related) (?:links|news)|references|sources|bibliography|footnotes|works cited|quellen|"
    r"einzelnachweise|références|sources et références|referencias|fuentes)\W*",
    re.IGNORECASE,
)
_CITATION = re.compile(
    r".*?(?:https?://|[\"“«][^\"”»]+[\"”»] ?[—–-] |\b(?:19|20)\d\d\b[^\s\w.!?]*$|\[\d+\])|\[?\d+[\].] "
)
_LONGEST_CITATION = 600  # characters
_ABOVE = 3  # lines above the tail's first known line that may belong to it


def set_aside_edges(
    blocks: Sequence[Block], candidates: Mapping[int, Block], reasons: dict[int, str], authors: Sequence[str]
) -> None:
    """Add to ``reasons`` what the neighbours tell; ``authors`` are those the bylines name."""
    edges = _Edges(blocks, candidates, reasons, authors)
    edges.read_masthead()
    edges.read_fields()
    edges.find_headline()
    edges.read_signatures()
    edges.read_notes()
    edges.read_references()
    edges.read_lists()
    edges.read_tail()
    edges.read_head()


def _bare(author: str) -> str:
    """An author's name without the post in brackets, and without the spaces that a page loses."""
    return fold(_POST.sub("", author)).replace(" ", "")


def _is_citation(text: str) -> bool:
    return len(text) <= _LONGEST_CITATION and _CITATION.match(text) is not None


class _Edges(Above):
    def read_signatures(self) -> None:
        """An author's name alone on a line once more, as pages repeat it over the picture or the vita."""
        names = {_bare(author) for author in self._authors}
        for i, block in enumerate(self._blocks):
            if self._is_free(i) and _bare(block.text) in names:
                self._reasons[i] = "byline"

    def read_notes(self) -> None:
        """Below the article: vitae of its authors, what speaks to the reader of the page, notes under its rights."""
        bodies = [i for i, block in enumerate(self._blocks) if i not in self._reasons and is_body(block.text)]
        for i in reversed(bodies[1:] if self._is_page() else ()):
            reason = self._note_reason(self._blocks[i].text)
            if not reason or not self._is_free(i):
                break
            self._reasons[i] = reason
        bodies = [i for i in bodies if i not in self._reasons]
        end = next((i for i in sorted(self._reasons) if self._reasons[i] in _ENDS and self._is_late(i, bodies)), None)
        for i in bodies if end is not None else ():
            if i > (end or 0) and len(self._blocks[i].text.split()) <= _LONGEST_NOTE and self._is_free(i):
                self._reasons[i] = "page"

    def _note_reason(self, text: str) -> str | None:
        words = text.split()
        if len(words) <= _LONGEST_NOTE and any(
            text.startswith((f"{author} ", f"{author.split()[-1]} ")) for author in self._authors
        ):
            return "end-note"
        return boilerplate_reason(text, 2)

    @staticmethod
    def _is_late(i: int, bodies: Sequence[int]) -> bool:
        after = sum(body > i for body in bodies)
        return after <= min(_MOST_NOTES, len(bodies) // 3)

    def read_references(self) -> None:
        """The sources that an article ends in, under their heading: titles with who published them when."""
        first, _ = body_span(self._blocks, self._reasons)
        rest = [i for i in range(first + 1, len(self._blocks)) if i not in self._reasons]
        head = next((i for i in rest if _REFERENCES.fullmatch(self._blocks[i].text)), None)
        below = [i for i in rest if head is not None and i >= head and self._is_free(i)]
        if len(below) > 1 and all(_is_citation(self._blocks[i].text) for i in below[1:]):
            self._reasons |= dict.fromkeys(below, "end-note")

    def read_lists(self) -> None:
        """Headlines of other articles after 'Related stories', and short lines between two lines of furniture.

        'Latest' alone above the text is of a menu.

        Where paragraphs are set apart by empty lines, such a list ends at one.
        """
        opened, parted = False, is_parted(self._blocks, self._reasons)
        first, _ = body_span(self._blocks, self._reasons)
        for i, block in enumerate(self._blocks):
            opened = opened and not (parted and not stands_right_under(self._blocks, i))
            if i in self._reasons:
                opened = opened or (
                    self._reasons[i] == "navigation"
                    and opens_link_list(block.text)
                    and (i > first or " " in block.text)
                )
                opened = opened and self._reasons[i] in CHROME | {"byline", "published"}
                if self._reasons[i] == "navigation" and _MORE.fullmatch(block.text) and self._is_teaser(i - 1):
                    self._reasons[i - 1] = "navigation"
            elif opened and (self._is_free(i) or self._is_item(i)) and self._is_entry(i):
                self._reasons[i] = "navigation"
            else:
                opened = False
                if self._is_free(i) and self._is_label(i, LONGEST_LABEL) and self._is_between(i):
                    self._reasons[i] = "page"
                elif i > 0 and self._is_free(i) and block.text == self._blocks[i - 1].text and len(block.text) > 12:
                    self._reasons[i] = "repeated"

    def _is_item(self, i: int) -> bool:
        return i in self._candidates and self._blocks[i].kind == "item"

    def _is_entry(self, i: int) -> bool:
        """Of a list of links: no sentence, nothing that goes on, no subheading in capitals below other entries."""
        text = self._blocks[i].text
        if text[-1] in ":," or (text.isupper() and not self._blocks[i - 1].text.isupper()):
            return False
        return self._is_label(i, _LONGEST_LINK) or _TITLED.fullmatch(text) is not None

    def _is_teaser(self, i: int) -> bool:
        """The headline of another article over 'Read more', below the first paragraph."""
        first, _ = body_span(self._blocks, self._reasons)
        return i > first and self._is_free(i) and self._is_label(i, _LONGEST_LINK) and is_headline(self._blocks[i].text)

    def _is_between(self, i: int) -> bool:
        return self._reasons.get(i - 1) in CHROME and self._reasons.get(i + 1) in CHROME

    def read_tail(self) -> None:
        """Lines below the last paragraph, from the first known one on and just above it."""
        _, last = body_span(self._blocks, self._reasons)
        known = CHROME | _ENDS - {"advertisement"}
        opened = next((i for i in range(last + 1, len(self._blocks)) if self._reasons.get(i) in known), None)
        if last < 0 or opened is None:
            return
        for i in range(opened + 1, len(self._blocks)):
            if self._is_free(i) and (i > opened + 1 or not is_sentence_end(self._blocks[i].text)):
                self._reasons[i] = "page"
        for i in range(opened - 1, max(last, opened - 1 - _ABOVE), -1):
            if not self._is_free(i) or not self._is_short(i):
                break
            self._reasons[i] = "page"
