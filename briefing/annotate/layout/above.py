"""What stands above the running text where an extractor kept the page, and the headline among it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.ending import long_words
from briefing.annotate.layout.groups import is_parted, stands_right_under
from briefing.annotate.layout.headline import is_body, is_headline, is_sentence_end, split_suffix
from briefing.lexicon.outlets import SECTIONS, fold

CHROME = frozenset(
    {"advertisement", "appeal", "comments", "cookies", "copyright", "follow", "navigation", "newsletter", "player"}
    | {"reading-time", "share", "subscription"}
)
_OF_HEAD = frozenset({"byline", "caption", "credit", "published"})
_NAMES_SITE = frozenset({"copyright", "newsletter", "press-release"})  # reasons of lines that name whose page it is
_FIELD = re.compile(r"[^\W\d_a-z][\w-]*(?: [\w-]+){0,2} ?: \S.{0,100}")  # of a record or a mail
_FEWEST_FIELDS = 3
_LONGEST_SITE = 7  # words of its name
_FEWEST_KNOWN = 2  # lines that show that the page was kept
LONGEST_LABEL = 5
_LONGEST_KICKER = 2
_SHORTEST_TITLE = 5
_BULLETS = "-*–•●▪◦‣·"
_READ_FOR_TITLE = 12  # blocks
_FEWEST_SHARED = 2  # words


def body_span(blocks: Sequence[Block], reasons: Mapping[int, str]) -> tuple[int, int]:
    """Index of the first and the last paragraph of running text; (number of blocks, -1) if there is none."""
    bodies = [
        i for i, block in enumerate(blocks) if i not in reasons and block.kind != "heading" and is_body(block.text)
    ]
    return (bodies[0], bodies[-1]) if bodies else (len(blocks), -1)


class Above:
    """The reading of a page's lines from the top down to the first paragraph, and what the rest of it shares."""

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
        return self._is_label(i, LONGEST_LABEL) and self._blocks[i].text[0] not in _BULLETS

    def _is_highlight(self, i: int) -> bool:
        """'* Bridge to be rebuilt by May', also where the headline above it is missing."""
        text = self._blocks[i].text
        return text[0] in _BULLETS and len(text.split()) >= _SHORTEST_TITLE

    def _is_page(self) -> bool:
        """Whether an extractor kept the page around the article."""
        return sum(reason in CHROME for reason in self._reasons.values()) >= _FEWEST_KNOWN

    def _is_whole(self, i: int) -> bool:
        """No line of a wrapped paragraph, which goes on in lower case."""
        following = self._blocks[i + 1].text if stands_right_under(self._blocks, i + 1) else ""
        return not self._blocks[i].text[0].islower() and not following[:1].islower()

    def _is_parted(self, by: Collection[str], i: int, j: int) -> bool:
        return any(self._reasons.get(between) in by for between in range(i, j))

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

    def _is_long(self, i: int) -> bool:
        return self._blocks[i].kind == "heading" or len(self._blocks[i].text.split()) >= _SHORTEST_TITLE

    def _repeats(self, i: int, j: int) -> bool:
        """'Storm hits coast | Valley Star', the name of the page, and then 'Storm hits coast'."""
        rest = self._blocks[i].text.removeprefix(self._blocks[j].text)
        return not rest or (rest != self._blocks[i].text and rest.startswith((" | ", " - ", " – ", " — ", " · ")))

    def read_head(self) -> None:
        """Lines above the headline, and labels between it and the first paragraph."""
        first, _ = body_span(self._blocks, self._reasons)
        first = max(first, self._headline or 0)
        free = [i for i in range(first) if self._is_free(i)] if first < len(self._blocks) else []
        title = self._title(free) if self._headline is None else self._headline
        kept = self._is_page()
        for i in free:
            if self._is_highlight(i):
                continue
            if title is not None and i < title:
                self._reasons[i] = "page" if kept else "section"
            elif i != title and kept and self._is_short(i) and self._is_whole(i) and not self._heads_entry(i):
                self._reasons[i] = "page"
            elif title is not None and i > title and self._is_under_byline(i):
                self._reasons[i] = "caption"

    def _heads_entry(self, i: int) -> bool:
        """A subheading that is marked as one, or what stands right above it: the time of an entry."""
        return any(block.kind == "heading" for block in self._blocks[i : i + 2])

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
