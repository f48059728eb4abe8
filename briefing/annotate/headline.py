"""A text's headline, or its absence.

The first short line without a full stop is the headline of nearly every text that begins with one; what stands first in
a text without one (captions, credits, bylines, datelines, dates) has been set aside before this is asked.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from briefing.annotate.blocks import Block
from briefing.annotate.datelines import read_dateline
from briefing.annotate.sentences import split_sentences
from briefing.lexicon.hanging import without_hanging
from briefing.lexicon.outlets import known_outlet
from briefing.model import LONGEST_LABEL

_LONGEST = 200  # characters of a headline
_LONGEST_INFERRED, _LONGEST_WHOLE = 120, 160  # a longer one is shortened; a whole sentence may be so long
_LONGEST_LOOKED_AT = 2_000  # characters
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
# What may go from the middle of a long sentence: ', who was a candidate ... election, ended', ', the rest of it, said'.
_ASIDE = re.compile(
    r", (?:who|which|whose|whom|where|a|an|the|one)\b[^,;:\"“”]*,(?= [a-z])(?! (?:and|or|but|a|an|the)\b)"
)
_BRACKET = re.compile(r" \([^()]*\)")
_CLAUSE = re.compile(
    r"[,;:]? (?=(?:after|because|although|though|while|when|as|following|according|since|despite)\b)|[,;:–—] "
)
# What says when, where or how before the sentence begins: 'In May, ', 'During the funeral of …, ', 'Yesterday, '.
_FRONTED = re.compile(
    r"(?:on|in|at|by|for|from|with|during|after|before|since|as|amid|following|according|within|under|over|about|just"
    r"|yesterday|today|tomorrow|tonight|last|this|earlier|late|early|meanwhile|while|when|although|despite)\b[^,]*,\s",
    re.IGNORECASE,
)
_FEWEST_BEFORE_CUT = 25  # characters of the sentence itself
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


def infer_title(text: str) -> str:
    """A headline made of the first sentence of ``text``, without its dateline and its full stop.

    Of a long one asides are left out, and what follows is cut where a clause ends, else at a word.

    Empty if the text has no letters.
    """
    dateline = read_dateline(text)
    body = text[dateline.end if dateline else 0 :][:_LONGEST_LOOKED_AT]
    sentences = [body[start:end] for start, end in split_sentences(body)]
    chosen = next((s for s in sentences if len(s.split()) > 2 or len(s) > 20), sentences[0] if sentences else "")
    if not re.search(r"[^\W_]", chosen):
        return ""
    if len(chosen) > _LONGEST_INFERRED:
        return _shorten(chosen)
    return _without_stop(chosen)


def _without_stop(sentence: str) -> str:
    return sentence[:-1] if sentence[-1] in ".。।" and not sentence.endswith("..") else sentence


def _shorten(sentence: str) -> str:
    """What stands before the sentence itself is not taken for it: neither is the rest an aside, nor is it cut off."""
    sentence, longest = _BRACKET.sub("", sentence), _LONGEST_INFERRED
    fronted = _FRONTED.match(sentence)
    begin = fronted.end() if fronted else 0
    if len(sentence) > longest:
        sentence = sentence[:begin] + _ASIDE.sub("", sentence[begin:])
    if len(sentence) <= _LONGEST_WHOLE:
        return _without_stop(sentence)
    earliest = max(longest // 2, begin + _FEWEST_BEFORE_CUT)
    ends = [found.start() for found in _CLAUSE.finditer(sentence, earliest, longest)]
    return _cut(sentence, ends[-1] if ends else sentence.rfind(" ", 0, longest))


def _cut(sentence: str, end: int) -> str:
    """Up to ``end``, but neither within a name nor after a word that leaves what stands before it hanging."""
    shortest = _LONGEST_INFERRED // 2
    if end <= shortest:
        return sentence[:_LONGEST_INFERRED] + "…"
    name = re.search(r"(?:\b[A-Z][\w.'’-]*\s)*\b[A-Z][\w.'’-]*$", sentence[:end])
    if name and name.start() > shortest and re.match(r"\s[A-Z]", sentence[end:]):
        end = name.start()
    return without_hanging(sentence[:end]) + "…"


def same_title(one: str, other: str) -> bool:
    """Whether two headlines are one, whatever their case, punctuation, entities and outlet suffix."""
    a, b = (re.sub(r"[\W_]+", "", html.unescape(split_suffix(t)[0])).casefold() for t in (one, other))
    return bool(a) and a == b
