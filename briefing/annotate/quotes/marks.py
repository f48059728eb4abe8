"""Where quotation marks open and close, from the characters alone, so for any language.

Only outermost quotations are reported; a quotation inside one stays part of its text. Apostrophes, possessives,
inches and marks that never close are no quotations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CLOSERS: dict[str, str] = {"“": "”", "„": "“”", "«": "»", "»": "«", "‹": "›", "「": "」", "『": "』", "`": "'"}
SINGLE: dict[str, str] = {"‘": "’", "'": "'’", "‚": "‘’"}
ELISION = re.compile(r"['‘’](?:\d\ds?|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)
PAIRED_MARK = re.compile("``|''|[“”„«»‹›「」『』\"]")  # `` and '' are a typist's double marks
SINGLE_MARK = re.compile("[‘'‚]")
LONGEST_SINGLE = 1_000  # characters; single marks further apart are two apostrophes
DEPTH = 4  # how many unclosed marks a closing one may skip
FARTHEST = 4  # paragraphs in which a mark that opened is looked for its closing one


@dataclass(frozen=True, slots=True)
class Quotation:
    """Text between marks: ``text[start:end]`` of paragraph number ``index`` of the sequence, without the marks.

    ``outer_start`` and ``outer_end`` include the marks. ``continues`` is true where the quotation goes on in the
    next paragraph, whether its opening mark repeats this one's or it has none.
    """

    index: int
    start: int
    end: int
    outer_start: int
    outer_end: int
    continues: bool = False


def last_character(text: str, quotation: Quotation) -> str:
    """Of the words: the comma of “… again[,]”."""
    return text[quotation.start : quotation.end].rstrip("]) ")[-1:] or text[quotation.end - 1]


def find_quotations(texts: Sequence[str]) -> tuple[Quotation, ...]:
    """All outermost quotations of consecutive paragraphs, in text order."""
    found: list[Quotation] = []
    closes_in = -1  # the paragraph in which a quotation closes that opened in one before
    for index, text in enumerate(texts):
        first = 0
        if index <= closes_in:
            mark = PAIRED_MARK.search(text)
            end, first = mark.span() if mark is not None else (len(text), len(text))
            found.append(Quotation(index, *_stripped(text, 0, end), 0, first, continues=index < closes_in))
        pairs, unclosed = _pair(text, first)
        found.extend(_between(index, text, opening, closing) for opening, closing in _outermost(text, pairs, first))
        if unclosed is None:
            unclosed = _unclosed_single(text, first, texts[index + 1].lstrip() if index + 1 < len(texts) else "")
        if unclosed is None:
            continue
        repeated = index + 1 < len(texts) and texts[index + 1].lstrip()[:1] == text[unclosed]
        closes_in = -1 if repeated else _closing_paragraph(texts, index, text[unclosed])
        if repeated or closes_in > index:
            while found and found[-1].index == index and found[-1].outer_end > unclosed:
                found.pop()  # nested in the one that goes on
            found.append(_between(index, text, unclosed, len(text), continues=True))
    return tuple(quotation for quotation in found if quotation.start < quotation.end)


def _unclosed_single(text: str, first: int, following: str) -> int | None:
    """The place of a single mark that never closes, where the next paragraph repeats it."""
    if following[:1] not in SINGLE or not _opens(following, 0):
        return None
    opening = [m.start() for m in SINGLE_MARK.finditer(text, first) if m[0] == following[0] and _opens(text, m.start())]
    return opening[-1] if opening and _closing_single(text, opening[-1]) is None else None


def _closing_paragraph(texts: Sequence[str], index: int, opening: str) -> int:
    """Where a mark closes that opened in paragraph ``index``, -1 where the next mark met is none that closes it."""
    closers = CLOSERS.get(opening, "") + {"“": '"', '"': '"”'}.get(opening, "")
    for later in range(index + 1, min(index + 1 + FARTHEST, len(texts))):
        mark = PAIRED_MARK.search(texts[later])
        if mark is not None:
            return later if mark[0][0] in closers and not _opens(texts[later], mark.start()) else -1
        if not texts[later]:
            return -1
    return -1


def _between(index: int, text: str, opening: int, closing: int, continues: bool = False) -> Quotation:
    width = 2 if text[opening] == "`" else 1
    start, end = _stripped(text, opening + width, closing)
    return Quotation(index, start, end, opening, min(closing + width, len(text)), continues)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pair(text: str, first: int) -> tuple[list[tuple[int, int]], int | None]:
    """Pairs of double marks from ``first`` on, nested ones included, and the place of one that never closes."""
    pairs: list[tuple[int, int]] = []
    unclosed: list[int] = []
    for match in PAIRED_MARK.finditer(text, first):
        place = match.start()
        opening = _closed_by(text, place, unclosed)
        if opening is not None:
            pairs.append((unclosed[opening], place))
            del unclosed[opening:]
        elif _opens(text, place):
            if text[place] == '"':  # it never nests in itself: a second opening mark means the first never closed
                unclosed = [other for other in unclosed[-DEPTH:] if text[other] != '"']
            unclosed.append(place)
    return sorted(pairs), unclosed[-1] if unclosed else None


def _closed_by(text: str, place: int, unclosed: list[int]) -> int | None:
    """The index in ``unclosed`` of the mark that the one at ``place`` closes."""
    mark = text[place]
    after_space = place == 0 or text[place - 1].isspace()
    spaced = after_space and (text[place + 1 : place + 2] or " ") in " .,;:!?)"  # " so " closes as it opens
    for index in range(len(unclosed) - 1, max(-1, len(unclosed) - 1 - DEPTH), -1):
        opening = text[unclosed[index]]
        if mark in CLOSERS.get(opening, ""):
            return None if mark == "“" and after_space else index
        # Typed the wrong way round: “so“, or mixed: “so".
        wrong = {"“": '“"', '"': '"”“' if spaced else '"”'}.get(opening, "")
        if mark in wrong and (spaced or not after_space) and (mark != '"' or spaced or not _opens(text, place)):
            return index
    return None


def _opens(text: str, place: int) -> bool:
    """Whether the mark at ``place`` can open: at a start or after a space, dash or bracket, and before text."""
    mark = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if mark in "「『«„“":
        return not before.isalnum() or mark in "「『"
    if mark in "”」』›" or text.startswith("''", place):
        return False
    if mark == "`" or (mark == '"' and before.isspace() and after.isspace() and place + 1 < len(text)):
        return True
    if after.isspace() or not (before.isspace() or before in "([{—–-/:;,…“\"‘'"):
        return False
    if mark in SINGLE:
        return (after.isalnum() or after in '“"[…') and not ELISION.match(text, place)
    return after not in ".,;:!?)" or text.startswith("...", place + 1)


def _outermost(text: str, pairs: list[tuple[int, int]], first: int) -> Iterator[tuple[int, int]]:
    """Pairs of double and single marks from ``first`` on that lie in no other, in order."""
    position = first
    for opening, closing in [*pairs, (len(text), len(text))]:
        if opening < position:
            continue
        for match in SINGLE_MARK.finditer(text, position, opening):
            place = match.start()
            end = _closing_single(text, place) if place >= position and _opens(text, place) else None
            if end is not None:
                yield place, end
                position = end + 1
        if position <= opening < len(text):
            yield opening, closing
            position = closing + (2 if text[opening] == "`" else 1)


def _closing_single(text: str, opening: int) -> int | None:
    """An apostrophe between letters never closes; after a plural ``s`` only if nothing better follows."""
    mark = text[opening]
    doubtful: int | None = None
    for place in range(opening + 2, min(len(text), opening + LONGEST_SINGLE)):
        if text[place] == mark and _opens(text, place):
            break
        if text[place] not in SINGLE[mark] or text[place - 1].isspace():
            continue
        after = text[place + 1 : place + 3]
        if after[:1].isalnum():
            continue
        if text[place - 1] != "s" or after[:1] != " " or not after[1:].isalpha():
            return place
        doubtful = doubtful or place
    return doubtful
