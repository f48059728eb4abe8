"""The paragraphs of an article, each with its kind: running text, standfirst, heading, item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from briefing.annotate.layout.blocks import Block
from briefing.annotate.layout.furniture import Furniture
from briefing.annotate.layout.headline import is_body, is_headline
from briefing.model import LineKind, Paragraph, ParagraphKind, Seed

_BULLET = re.compile(r"[•●▪◦‣·]\s?(?=\S)")
_DASHED = re.compile(r"[-*–]\s(?=\S)")
_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+(?=[^\W\d_])")
_LONGEST_SECTION, _SHORTEST_SECTION = 70, 3  # characters
_OPENING, _CLOSING, _MARKS = "\"'“‘„«»", "\"'”’“»«", frozenset('"“”„«»')
_CLOCK_TIME = re.compile(
    r"(?:[01]?\d|2[0-3])[:.h][0-5]\d ?(?:[ap]\.?m\.?)?(?: ?(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|IST|Uhr))?",
    re.IGNORECASE,
)


def make_paragraphs(
    seed: Seed, blocks: Sequence[Block], found: Furniture, headline: int | None
) -> tuple[Paragraph, ...]:
    """The blocks that are neither set aside nor the headline (the block of that index), each with its kind."""
    rest = [i for i in range(len(blocks)) if i not in found.reasons and i != headline]
    standfirsts = _standfirsts(seed, blocks, found, rest, headline)
    texts = [blocks[i].text for i in rest]
    times = Counter(texts)
    paragraphs = []
    for at, i in enumerate(rest):
        block = blocks[i]
        bullet = _bullet(blocks, i) if block.kind == "text" else 0
        kind = "item" if bullet else _kind(block.kind)
        if i in standfirsts:
            kind = "standfirst"
        elif kind == "text" and _is_heading(texts, at, times):
            kind = "heading"
        wraps = tuple(start - bullet for start in block.starts[1:])
        paragraphs.append(Paragraph(at + 1, block.number, block.text[bullet:], kind, bullet, wraps))
    return tuple(paragraphs)


def _is_heading(texts: Sequence[str], at: int, times: Mapping[str, int]) -> bool:
    """Whether a line heads what follows: the hour of an entry in a live report, or one between running text; ``times``
    is how often each line stands there."""
    is_between = 0 < at < len(texts) - 1
    if at < len(texts) - 1 and _heads_section(texts[at], texts[at + 1]):
        return times[texts[at]] == 1  # else who speaks, in a transcript
    return bool(_CLOCK_TIME.fullmatch(texts[at])) or (is_between and _is_subheading(*texts[at - 1 : at + 2]))


def _heads_section(text: str, after: str) -> bool:
    """'REASONS FOR THE JUDGMENT', '3. MINUTES', '2.1 Evidence' over running text or over such a line."""
    if len(text) > _LONGEST_SECTION or not text[-1].isalnum() or text[0] in "\"'“‘":
        return False
    numbered = _SECTION.match(text)
    words = text[numbered.end() :] if numbered else text
    is_section = len(words) > _SHORTEST_SECTION and (words.isupper() or (numbered and "." in numbered[0].strip(" .")))
    return bool(is_section) and (is_body(after) or (after[-1].isalnum() and _SECTION.match(after) is not None))


def _kind(kind: LineKind) -> ParagraphKind:
    """A line that is marked as not of the running text and that the editor keeps is a paragraph like others."""
    return "text" if kind == "aside" or kind == "caption" or kind == "note" else kind


def _bullet(blocks: Sequence[Block], i: int) -> int:
    """Length of the bullet of a list; a dash is one only where the next line or the one before has it too."""
    found = _BULLET.match(blocks[i].text)
    if not found and (found := _DASHED.match(blocks[i].text)):
        around = [blocks[j].text for j in (i - 1, i + 1) if 0 <= j < len(blocks)]
        found = found if any(text.startswith(found[0]) for text in around) else None
    return found.end() if found else 0


def _is_subheading(before: str, text: str, after: str) -> bool:
    """A short line without a full stop between two paragraphs of running text; all in quotation marks it is no speech,
    which would end in one.
    """
    inner = text[1:-1].strip()
    quoted = inner and text[0] in _OPENING and text[-1] in _CLOSING and _MARKS.isdisjoint(inner)
    words = inner if quoted else text
    fits = len(words.split()) <= 10 and len(words) <= 80 and words[:1].isupper() and words[-1].isalnum()
    return fits and is_body(before) and is_body(after) and (bool(quoted) or len(after.split()) >= 15)


def _standfirsts(
    seed: Seed, blocks: Sequence[Block], found: Furniture, rest: Sequence[int], headline: int | None
) -> frozenset[int]:
    """Blocks that introduce the article: highlights, what stands between headline and byline, a second short line."""
    label = next((i for i, reason in sorted(found.reasons.items()) if reason == "label"), None)
    stated = seed.stated.description.value if seed.stated.description else None
    chosen = {i for i in rest[:2] if blocks[i].text == stated}
    start = headline if label is None else label
    if start is None or start > 8 or not any(is_body(blocks[i].text) for i in rest):
        return frozenset(chosen)
    after = [i for i in rest if i > start]
    signed = next((i for i, r in sorted(found.reasons.items()) if i > start and r in {"byline", "published"}), None)
    between = [i for i in after if signed is not None and i < signed]
    if 0 < len(between) <= 2 and all(len(blocks[i].text.split()) <= 60 for i in between) and len(after) > len(between):
        chosen.update(i for i in between if blocks[i].kind in ("text", "heading"))
    for i in after[:6]:
        highlight = _bullet(blocks, i) or blocks[i].kind == "item" or label is not None
        if is_body(blocks[i].text) and not (highlight and _bullet(blocks, i)):
            break
        if highlight or (i == after[0] and blocks[i].kind == "text" and _is_subtitle(blocks[i].text, blocks, headline)):
            chosen.add(i)
    return frozenset(chosen)


def _is_subtitle(text: str, blocks: Sequence[Block], headline: int | None) -> bool:
    """A second short line that takes up a longer word of the headline; a caption nobody could tell may not."""
    if headline is None or not is_headline(text) or len(text.split()) < 8:
        return False
    return not _long_words(text).isdisjoint(_long_words(blocks[headline].text))


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 4)
