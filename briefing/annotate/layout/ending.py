"""Where the article ends and the page goes on: teasers, comments and notes below it may be whole paragraphs.

Furniture of the page parts a text into stretches. From the last one upwards a stretch is the page's if several lines of
furniture stand above it and it takes up nothing of the article, or if it speaks as only a page or its readers do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.boilerplate import boilerplate_reason, opens_link_list
from briefing.annotate.layout.headline import is_body, is_sentence_end

_BETWEEN, _FEWEST_KNOWN = 5, 2  # lines above a stretch that only its words tell from the article; known ones of them
_FEWEST_TEASERS, _LINKS = 2, 2  # paragraphs among links below the article, and links to each
_FARTHEST = 3  # lines from the last known one to the stretch
_CLOSING = frozenset({"comments", "copyright", "correction", "end-mark", "end-note", "reprint"})
_LONGEST_NOTE = 60  # words
_FEWEST_SHARED = 2  # words
_MOST_OF_ALL = 2  # one in so many paragraphs may stand below the end
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\S+",
        "about after again against among around before being below between could during every first found other since "
        "still their there these those three through under until where which while whose would should first today "
        "nicht einen einer eines einem diese dieser dieses werden wurde wurden haben gegen zwischen nachdem "
        "cette entre après avant contre depuis pendant comme leurs sobre desde hasta contra después antes durante",
    )
)


def long_words(text: str) -> frozenset[str]:
    """Words of five letters or more that mean something, without their endings."""
    words = re.findall(r"[^\W\d_]{5,}", text.casefold())
    return frozenset(word[:6] for word in words if word not in _FUNCTION_WORDS)


def find_end(blocks: Sequence[Block], reasons: Mapping[int, str], known: Collection[int]) -> int:
    """Index of the block below which no paragraph is the article's; ``known`` are lines of the page, and dates."""
    stretches = _stretches(blocks, known)
    most = sum(map(len, stretches)) // _MOST_OF_ALL
    page = _Page(blocks, reasons, known)
    fewest = next((n for n in range(1, len(stretches)) if page.is_list(stretches, n)), len(stretches))
    del stretches[max(fewest, len(stretches) - most) :]
    while len(stretches) > 1 and len(stretches[-1]) <= most and page.goes_on(stretches):
        most -= len(stretches.pop())
    return stretches[-1][-1] if stretches else len(blocks)


def _stretches(blocks: Sequence[Block], known: Collection[int]) -> list[list[int]]:
    """Paragraphs of running text with no line of the page between them."""
    stretches: list[list[int]] = []
    opened = False
    for i, block in enumerate(blocks):
        if i in known:
            opened = False
        elif is_body(block.text):
            if not opened:
                stretches.append([])
            opened = True
            stretches[-1].append(i)
    return stretches


@dataclass(frozen=True, slots=True)
class _Page:
    blocks: Sequence[Block]
    reasons: Mapping[int, str]
    known: Collection[int]

    def is_list(self, stretches: Sequence[Sequence[int]], first: int) -> bool:
        """Whether below lines that end an article all paragraphs from a stretch on stand alone between links."""
        below = [stretch[0] for stretch in stretches[first:]]
        above = range(stretches[first - 1][-1] + 1, below[0])
        links = [i for i in range(above.start, below[-1]) if self._is_link(i)]
        return (
            len(below) >= _FEWEST_TEASERS
            and all(len(stretch) == 1 for stretch in stretches[first:])
            and len(links) >= _LINKS * len(below)
            and self._is_closed(above)
        )

    def _is_link(self, i: int) -> bool:
        return i in self.known or not is_sentence_end(self.blocks[i].text)

    def _is_closed(self, above: range) -> bool:
        closing = [i for i in above if self.reasons.get(i) in _CLOSING or opens_link_list(self.blocks[i].text)]
        return len(closing) >= _FEWEST_KNOWN

    def goes_on(self, stretches: Sequence[Sequence[int]]) -> bool:
        """Whether the last of several stretches is the page's."""
        *before, stretch = stretches
        above = range(before[-1][-1] + 1, stretch[0])
        if self._is_comment(stretch[0], above) or all(boilerplate_reason(self.blocks[i].text, 2) for i in stretch):
            return True
        return self._is_parted(above) and self._is_foreign(before[-1][-1], stretch)

    def _is_comment(self, i: int, above: range) -> bool:
        """Under 'Comments', beside a line that is known: the time at which a reader wrote, 'Reply'."""
        opened = next((j for j in above if self.reasons.get(j) == "comments"), i)
        near = any(j in self.known for j in (i - 2, i - 1, i + 1, i + 2) if j != opened)
        return opened < i and near and not is_sentence_end(self.blocks[i - 1].text)

    def _is_parted(self, above: range) -> bool:
        """By lines that end an article, or by many of which some are the page's, the last of them not far above."""
        known = [i for i in above if i in self.known]
        heads = [i for i in known if opens_link_list(self.blocks[i].text)]
        if heads and sum(map(self._is_link, range(heads[0], above.stop))) > _BETWEEN:
            return True
        if len(known) < _FEWEST_KNOWN or len(self.blocks[known[-1] : above.stop]) > _FARTHEST:
            return False
        return self._is_closed(above) or sum(map(self._is_link, above)) >= _BETWEEN

    def _is_foreign(self, end: int, stretch: Sequence[int]) -> bool:
        """Whether each paragraph of it is a note, or short and with at most one long word of what stands to ``end``."""
        texts = [self.blocks[i].text for i in stretch]
        if any(len(text.split()) > _LONGEST_NOTE for text in texts):
            return False
        words = long_words(" ".join(self.blocks[i].text for i in range(end + 1) if i not in self.known))
        return all(len(long_words(text) & words) < _FEWEST_SHARED or boilerplate_reason(text, 2) for text in texts)
