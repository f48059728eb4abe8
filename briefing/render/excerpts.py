"""Short verbatim pieces of a text: the sentence around a place in it, a few words around it, its beginning."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.lexicon.hanging import without_hanging

_SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*\s+(?=[“\"‘'(\[]*[^\W\d_a-z])|[。！？]")
_ABBREVIATION = re.compile(r"(?:\b(?:[A-Z]|[A-Z][a-z]{0,3}|Capt|Prof|vs|etc|Inc)|\.[A-Za-z])\.$")
_LONGEST = 320  # characters of a sentence shown
_FAR = 1_000  # characters from a place at which its sentence is no longer followed
_SHORT = 26  # words of a sentence that is shown whole
_FEWEST = 3  # words before a place that make a clause
FARTHER, _AFTER = 18, 8  # words before and after it at most
_CLAUSE_START = re.compile(r"[,;:—–]\s(?!\d|\S+,)")  # of no date, no 'Ore.,'
_CLAUSE_END = re.compile(r"(?<=\w)[,;:—–](?=\s)")
_WORD = re.compile(r"\S+")
_HANGING = " ,;:—–-(“‘\"'"


class Piece(NamedTuple):
    """Words of a text, and what stands around them in its sentence; ``…`` where that is cut."""

    before: str
    words: str
    after: str


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence of ``text`` that holds ``start`` to ``end``, cut between words where it is very long."""
    return "".join(sentence_piece(text, start, end)).strip()


def sentence_piece(text: str, start: int, end: int) -> Piece:
    """As ``sentence_around``, with what stands before and after ``start`` to ``end``."""
    begin, finish = _sentence(text, start, end)
    if finish - begin <= _LONGEST:
        return Piece(text[begin:start].lstrip(), text[start:end], text[end:finish].rstrip())
    room = (_LONGEST - (end - start)) // 2
    left, right = max(begin, start - room), min(finish, end + room)
    head = text[left:start].partition(" ")[2] if left > begin else text[left:start]
    tail = text[end:right].rpartition(" ")[0] if right < finish else text[end:right]
    return Piece(("…" if left > begin else "") + head, text[start:end], tail + ("…" if right < finish else ""))


def words_around(text: str, start: int, end: int, fewest: int = _FEWEST) -> Piece:
    """``start`` to ``end`` in its sentence; of a long one in its clause, with ``fewest`` words before it or more."""
    begin, finish = _sentence(text, start, end)
    before, after = text[begin:start], text[end:finish].rstrip()
    is_short = len(text[begin:finish].split()) <= _SHORT
    head, tail = (before.strip(), after.strip()) if is_short else (_from_clause(before, fewest), _to_clause(after))
    return Piece(
        ("…" if len(head) < len(before.strip()) else "") + head + before[len(before.rstrip()) :],
        text[start:end],
        after[: len(after) - len(after.lstrip())] + tail + ("…" if len(tail) < len(after.strip()) else ""),
    )


def opening_words(text: str, words: int) -> str:
    """The beginning of ``text``, with ``…`` where it goes on."""
    found = list(_WORD.finditer(text))
    return text if len(found) <= words else f"{without_hanging(text[: found[words - 1].end()])}…"


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin, finish = max(0, start - _FAR), min(len(text), end + _FAR)
    for match in _SENTENCE_END.finditer(text, begin, finish):
        if _ABBREVIATION.search(text[max(0, match.start() - 5) : match.start() + 1]):
            continue
        if match.end() <= start:
            begin = match.end()
        elif match.start() >= end - 1:
            finish = match.end()
            break
    return begin, finish


def _from_clause(before: str, fewest: int) -> str:
    """From where the last clause begins that has enough words; where it is too long its last words."""
    starts = (0, *(match.end() for match in _CLAUSE_START.finditer(before)))
    own = next((before[at:].strip() for at in reversed(starts) if len(before[at:].split()) >= fewest), before.strip())
    words = list(_WORD.finditer(own))
    return own[words[-FARTHER].start() :] if len(words) > FARTHER else own


def _to_clause(after: str) -> str:
    words = list(_WORD.finditer(after))
    cut = after[: words[_AFTER - 1].end()] if len(words) > _AFTER + 2 else after  # one or two more end the sentence
    clause = _CLAUSE_END.search(cut)
    kept = (cut[: clause.start()] if clause else cut).strip()
    return without_hanging(kept) if len(kept) < len(after.strip()) else kept.rstrip(_HANGING)
