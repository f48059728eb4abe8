"""What stands around the running text where an extractor kept the page: short lines above and below it, lists of links.

A short line by itself may be a subheading, a result, an entry of a list. Only where lines that are known for furniture
show that the page was kept are those set aside that stand between them and the running text's edge.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.boilerplate import boilerplate_reason, opens_link_list
from briefing.annotate.layout.ending import long_words
from briefing.annotate.layout.groups import is_parted, stands_right_under
from briefing.annotate.layout.headline import is_body, is_headline, is_sentence_end, split_suffix
from briefing.lexicon.outlets import SECTIONS, fold

CHROME = frozenset(
    {"advertisement", "appeal", "comments", "cookies", "copyright", "follow", "navigation", "newsletter", "player"}
    | {"reading-time", "share", "subscription"}
)
_ENDS = frozenset({"copyright", "end-mark", "end-note", "reprint"})  # after which little of the article follows
_OF_HEAD = frozenset({"byline", "caption", "credit", "published"})
_NAMES_SITE = frozenset({"copyright", "newsletter", "press-release"})  # reasons of lines that name whose page it is
_FIELD = re.compile(r"[^\W\d_a-z][\w-]*(?: [\w-]+){0,2} ?: \S.{0,100}")  # of a record or a mail
_FEWEST_FIELDS = 3
_LONGEST_SITE = 7  # words of its name
_FEWEST_KNOWN = 2  # lines that show that the page was kept
_LONGEST_LINK = 25  # words
_LONGEST_LABEL = 5
_LONGEST_KICKER = 2
_SHORTEST_TITLE = 5
_LONGEST_NOTE = 45  # words of a paragraph below the article that belongs to the page
_MOST_NOTES = 3
_MORE = re.compile(
    r"(?:read|see) more\W*|weiterlesen\W*|mehr lesen\W*|lire la suite\W*|leer más\W*|seguir leyendo\W*", re.IGNORECASE
)
_BULLETS = "-*–•●▪◦‣·"
_TITLED = re.compile(
    r"(?:[^\W\d_a-z][\w'’-]*(?: (?:of|the|and|in|to|on|for|a|an))*[ ,]*){2,9}: [^:]{5,160}"
)  # 'The Last Lamp: How …'
_POST = re.compile(r" \([^()]{3,60}\)$")
_ABOVE = 3  # lines above the tail's first known line that may belong to it
_READ_FOR_TITLE = 12  # blocks
_FEWEST_SHARED = 2  # words


def body_span(blocks: Sequence[Block], reasons: Mapping[int, str]) -> tuple[int, int]:
    """Index of the first and the last paragraph of running text; (number of blocks, -1) if there is none."""
    bodies = [
        i for i, block in enumerate(blocks) if i not in reasons and block.kind != "heading" and is_body(block.text)
    ]
    return (bodies[0], bodies[-1]) if bodies else (len(blocks), -1)


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
    edges.read_lists()
    edges.read_tail()
    edges.read_head()


def _bare(author: str) -> str:
    """An author's name without the post in brackets, and without the spaces that a page loses."""
    return fold(_POST.sub("", author)).replace(" ", "")


class _Edges:
    def __init__(
        self,
        blocks: Sequence[Block],
        candidates: Mapping[int, Block],
        reasons: dict[int, str],
        authors: Sequence[str],
    ) -> None:
        self._blocks, self._candidates, self._reasons = blocks, candidates, reasons
        self._authors = tuple(authors)
        self._headline: int | None = None  # where the text itself tells it

    def _is_free(self, i: int) -> bool:
        return (
            i != self._headline
            and i in self._candidates
            and i not in self._reasons
            and self._blocks[i].kind in {"text", "heading"}
        )

    def _is_label(self, i: int, longest: int) -> bool:
        """A short line that is no sentence."""
        text = self._blocks[i].text
        return len(text.split()) <= longest and not is_sentence_end(text)

    def _is_short(self, i: int) -> bool:
        """A label; what has a bullet is of a list of the article."""
        return self._is_label(i, _LONGEST_LABEL) and self._blocks[i].text[0] not in _BULLETS

    def _is_page(self) -> bool:
        """Whether an extractor kept the page around the article."""
        return sum(reason in CHROME for reason in self._reasons.values()) >= _FEWEST_KNOWN

    def read_masthead(self) -> None:
        """Above the text the name of the site, which stands again below it in the line of its rights."""
        first, last = body_span(self._blocks, self._reasons)
        known = [i for i in range(last + 1, len(self._blocks)) if self._reasons.get(i) in _NAMES_SITE]
        rights = [fold(self._blocks[i].text) for i in known]
        rights += [fold(block.text) for block in self._blocks[last + 1 :] if "©" in block.text]
        for i in range(first if rights else 0):
            name = fold(self._blocks[i].text).removeprefix("the ")
            if self._is_free(i) and self._is_label(i, _LONGEST_SITE) and any(name in line for line in rights):
                self._reasons[i] = "page"

    def read_fields(self) -> None:
        """'Pages: 1, 4' among several lines of a record above the text; the field that holds the headline stays."""
        first, _ = body_span(self._blocks, self._reasons)
        fields = [i for i in range(first) if self._is_free(i) and _FIELD.fullmatch(self._blocks[i].text)]
        for i in fields if len(fields) >= _FEWEST_FIELDS else ():
            if split_suffix(self._blocks[i].text)[0] == self._blocks[i].text:
                self._reasons[i] = "page"

    def find_headline(self) -> None:
        """Of a page that was kept: the first line above the running text of which it takes up two words or more.

        A line above it that could be a headline too is one, unless the text knows nothing of it and it stands apart, or
        knows much less of it, or it is the name of the whole site, above its menu.
        """
        first = self._first_paragraph() if self._is_page() else 0
        free = [i for i in range(first) if self._is_free(i)]
        near = range(first, min(first + _READ_FOR_TITLE, len(self._blocks)))
        text = long_words(" ".join(self._blocks[i].text for i in near if i not in self._reasons))
        shared = {
            i: len(long_words(self._blocks[i].text) & text)
            for i in free
            if is_headline(self._blocks[i].text) and self._is_whole(i)
        }
        known = [i for i, count in shared.items() if count >= _FEWEST_SHARED]
        chosen = next(filter(self._is_long, known), known[0] if known else None)
        if chosen is None or not all(
            self._is_parted({"navigation"}, i, chosen)
            or (not shared[i] and self._stands_apart(i, chosen))
            or (shared[chosen] - shared[i] > _FEWEST_SHARED and not self._reasons.keys().isdisjoint(range(i, chosen)))
            for i in filter(self._is_long, shared)
            if i < chosen
        ):
            return
        again = (i for i in shared if i > chosen and self._repeats(chosen, i) and self._is_parted(CHROME, chosen, i))
        self._headline = next(again, chosen)

    def _first_paragraph(self) -> int:
        """Of the running text; where empty lines part paragraphs, one that stands under no other line."""
        first, last = body_span(self._blocks, self._reasons)
        parted = is_parted(self._blocks, self._reasons)
        bodies = (i for i in range(first, last + 1) if self._is_free(i) and is_body(self._blocks[i].text))
        own = (i for i in bodies if not (parted and stands_right_under(self._blocks, i)))
        return next(own, first if last >= 0 else 0)

    def _stands_apart(self, i: int, below: int) -> bool:
        """From a line below it: by furniture, or by an empty line where they part paragraphs."""
        gaps = not all(stands_right_under(self._blocks, j) for j in range(i + 1, below + 1))
        return self._is_parted(CHROME, i, below) or (gaps and is_parted(self._blocks, self._reasons))

    def _is_whole(self, i: int) -> bool:
        """No line of a wrapped paragraph, which goes on in lower case."""
        following = self._blocks[i + 1].text if stands_right_under(self._blocks, i + 1) else ""
        return not self._blocks[i].text[0].islower() and not following[:1].islower()

    def _is_long(self, i: int) -> bool:
        return self._blocks[i].kind == "heading" or len(self._blocks[i].text.split()) >= _SHORTEST_TITLE

    def _is_parted(self, by: Collection[str], i: int, j: int) -> bool:
        return any(self._reasons.get(between) in by for between in range(i, j))

    def _repeats(self, i: int, j: int) -> bool:
        """'Storm hits coast | Valley Star', the name of the page, and then 'Storm hits coast'."""
        rest = self._blocks[i].text.removeprefix(self._blocks[j].text)
        return not rest or (rest != self._blocks[i].text and rest.startswith((" | ", " - ", " – ", " — ", " · ")))

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

    def read_lists(self) -> None:
        """Headlines of other articles after 'Related stories', and short lines between two lines of furniture.

        Where paragraphs are set apart by empty lines, such a list ends at one.
        """
        opened, parted = False, is_parted(self._blocks, self._reasons)
        for i, block in enumerate(self._blocks):
            opened = opened and not (parted and not stands_right_under(self._blocks, i))
            if i in self._reasons:
                opened = opened or (self._reasons[i] == "navigation" and opens_link_list(block.text))
                opened = opened and self._reasons[i] in CHROME | {"byline", "published"}
                if self._reasons[i] == "navigation" and _MORE.fullmatch(block.text) and self._is_teaser(i - 1):
                    self._reasons[i - 1] = "navigation"
            elif opened and self._is_free(i) and self._is_entry(i):
                self._reasons[i] = "navigation"
            else:
                opened = False
                if self._is_free(i) and self._is_label(i, _LONGEST_LABEL) and self._is_between(i):
                    self._reasons[i] = "page"
                elif i > 0 and self._is_free(i) and block.text == self._blocks[i - 1].text and len(block.text) > 12:
                    self._reasons[i] = "repeated"

    def _is_entry(self, i: int) -> bool:
        """Of a list of links: no sentence, nothing that goes on, no subheading in capitals below other entries."""
        text = self._blocks[i].text
        if text[-1] in ":," or (text.isupper() and not self._blocks[i - 1].text.isupper()):
            return False
        return self._is_label(i, _LONGEST_LINK) or _TITLED.match(text) is not None

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

    def read_head(self) -> None:
        """Lines above the headline, and labels between it and the first paragraph."""
        first, _ = body_span(self._blocks, self._reasons)
        first = max(first, self._headline or 0)
        free = [i for i in range(first) if self._is_free(i)] if first < len(self._blocks) else []
        title = self._title(free) if self._headline is None else self._headline
        kept = self._is_page()
        for i in free:
            if title is not None and i < title:
                self._reasons[i] = "page" if kept else "section"
            elif i != title and kept and self._is_short(i) and self._is_whole(i):
                self._reasons[i] = "page"
            elif title is not None and i > title and self._is_under_byline(i):
                self._reasons[i] = "caption"

    def _is_under_byline(self, i: int) -> bool:
        """A line that is no sentence, last of the group of who wrote it and when, where empty lines part the text."""
        under = stands_right_under(self._blocks, i) and not stands_right_under(self._blocks, i + 1)
        signed = self._reasons.get(i - 1) in {"byline", "published"}
        return under and signed and not is_sentence_end(self._blocks[i].text) and is_parted(self._blocks, self._reasons)

    def _title(self, free: Sequence[int]) -> int | None:
        """The first line that looks like a headline, if all that stand above it look like labels."""
        heading = next((i for i in free if self._blocks[i].kind == "heading"), None)
        for i in free:
            if heading is not None and i != heading:
                continue
            text = self._blocks[i].text
            long = heading is not None or (is_headline(text) and len(text.split()) >= _SHORTEST_TITLE)
            above = [j for j in free if j < i]
            if long and all(self._is_above(j, i, len(above) > 1) for j in above):
                return i
        if not self._is_page():
            return free[0] if free and is_headline(self._blocks[free[0]].text) else None
        return next((i for i in free if is_headline(self._blocks[i].text) and self._opens_article(i)), None)

    def _opens_article(self, i: int) -> bool:
        """Whether the article's signature, its picture or its text stands below a line, or below those under it."""
        following = next(
            j for j in range(i + 1, len(self._blocks)) if not self._is_free(j) or is_body(self._blocks[j].text)
        )
        return self._is_free(following) or self._reasons.get(following) in _OF_HEAD

    def _is_above(self, i: int, title: int, several: bool) -> bool:
        """'WORLD', 'Politics', 'In pictures'; or a longer label with known furniture between it and the headline."""
        text = self._blocks[i].text
        words = sum(any(map(str.isalnum, word)) for word in text.split())
        if words <= _LONGEST_KICKER + (several and self._is_page()) or fold(text) in SECTIONS:
            return True
        if words < _SHORTEST_TITLE and text.isupper() and not self._blocks[title].text.isupper():
            return True
        return words < _SHORTEST_TITLE and any(self._reasons.get(j) in CHROME for j in range(i + 1, title))
