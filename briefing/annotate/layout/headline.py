"""A text's headline, or its absence.

The first short line without a full stop is the headline of nearly every text that begins with one; what stands first in
a text without one (captions, credits, bylines, datelines, dates) has been set aside before this is asked.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.datelines import read_dateline
from briefing.annotate.sentences import split_sentences
from briefing.lexicon.outlets import known_outlet
from briefing.model import LONGEST_LABEL

_LONGEST = 200  # characters of a headline
_FEWEST_WORDS = 3
_SHORTEST_BODY = 30  # characters
_ABBREVIATED = re.compile(r"(?:(?:^|[\s.])[A-Z]\.|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|No|St|a\.m|p\.m|etc)\.|\.{3})[\"'”’»)]*$")
_UNFINISHED = re.compile(r"[:,;–—-]$|(?:^|\s)(?:said|says|added|told|wrote):?$")
_OPENING = re.compile(r"(?!(?:Q|A|Question|Answer)\s?:)(?:«\s|[\"'“‘„«¿¡$€£#@《「『])?\w", re.IGNORECASE)
_NO_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
_PREFIX = re.compile(
    r"(?:(?:subject|betreff|objet|asunto|headline)\s?:\s?|(?:(?i:update|wrapup|rpt|refile)(?: ?\d+)?-))(?=\S)",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s+[|–—·-]\s+(?P<outlet>[^|–—·]{2,40})$")


def is_sentence_end(text: str) -> bool:
    """Whether ``text`` ends like a sentence: its final mark may stand before closing quotation marks and brackets."""
    bare = text.rstrip("\"'”’»)]」』 ")
    return bare[-1:] in ".!?…。！？।؟۔" and bare[-1:] != ""


def is_body(text: str) -> bool:
    """A paragraph of running text: nine words or more that end like a sentence, or any forty."""
    if len(text) < _SHORTEST_BODY:
        return False
    words = len(text.split())
    return words >= 40 or (is_sentence_end(text) and (words >= 9 or bool(_NO_SPACES.search(text))))


def is_headline(text: str) -> bool:
    """Whether a line has the shape of a headline: short, no final full stop, nothing left hanging."""
    text = html.unescape(text)
    if not 2 <= len(text) <= _LONGEST or _UNFINISHED.search(text) or not re.search(r"[^\W\d_]", text):
        return False
    if not _OPENING.match(text) or (text[:1].islower() and not text[1:2].isupper()):
        return False
    if re.search(r"[.。।۔]$", text.rstrip("\"'”’»)]」』")) and not (
        _ABBREVIATED.search(text) and len(text.split()) <= 14
    ):
        return False
    if _NO_SPACES.search(text):
        return len(text) >= 6
    return _FEWEST_WORDS <= len(text.split()) <= 32 and len(split_sentences(text)) <= 3


def find_headline(blocks: Sequence[Block]) -> Block | None:
    """The headline among the blocks before the body, which are given in order; None if the text begins without one.

    Only the first of them can be it. Of Markdown and web pages a heading is enough; a text that is one line has none.
    """
    if not blocks:
        return None
    first = blocks[0]
    if first.kind == "heading":
        return first if len(first.text) <= LONGEST_LABEL else None
    if first.kind != "text" or len(blocks) < 2 or not is_headline(first.text) or read_dateline(first.text):
        return None
    question = first.text.rstrip("\"'”’»)]")[-1:] in "?!"
    return None if question and len(first.text) > len(blocks[1].text) else first


def split_suffix(title: str) -> tuple[str, str | None]:
    """A headline without the outlet that is joined to it: 'Storm hits coast - BBC News'. Only known outlets count.

    What a mail or an agency puts before it goes too: 'Subject: ', 'UPDATE 2-'.
    """
    title = _PREFIX.sub("", title, count=1) if _PREFIX.match(title) else title
    found = _SUFFIX.search(title)
    outlet = known_outlet(found["outlet"]) if found else None
    return (title[: found.start()], outlet) if found and outlet else (title, None)


def same_title(one: str, other: str) -> bool:
    """Whether two headlines are one, whatever their case, punctuation, entities and outlet suffix."""
    a, b = (re.sub(r"[\W_]+", "", html.unescape(split_suffix(t)[0])).casefold() for t in (one, other))
    return bool(a) and a == b
