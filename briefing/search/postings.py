"""The inverted index: for each word the documents that have it and how often, packed into text.

A posting is one number, ``gap * 8 + level``: the distance from the word's previous document, and how much the word
says of this one as ``2 ** (level / 2)`` rounded. Numbers are written in base 32, lowest digit first: the last digit
as one of the 32 characters from ``#`` on, those before it as one of the 32 from ``^`` on. None of them needs an
escape in JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from math import log2

_LAST, _MORE = ord("#"), ord("^")
_LEVELS = 8


def _digits(number: int) -> bytes:
    """A number from 0 as printable ASCII.

    >>> _digits(0), _digits(31), _digits(32)
    (b'#', b'B', b'^$')
    """
    digits = bytearray()
    while number > 31:
        digits.append(_MORE + (number & 31))
        number >>= 5
    digits.append(_LAST + number)
    return bytes(digits)


def decode_postings(packed: str) -> list[tuple[int, int]]:
    """(document, level) of each posting, as the client reads them."""
    found, number, shift, document = [], 0, 0, -1
    for digit in packed.encode("ascii"):
        more = digit >= _MORE
        number |= (digit - (_MORE if more else _LAST)) << shift
        shift = shift + 5 if more else 0
        if not more:
            document += number >> 3
            found.append((document, number & 7))
            number = 0
    return found


def level(weight: int) -> int:
    return min(_LEVELS - 1, round(2 * log2(weight)))


_SMALL = tuple(_digits(number) for number in range(1 << 14))
_MOST = 63  # a weight beyond which a word cannot say more
_LEVEL = (0, *(level(weight) for weight in range(1, _MOST + 1)))


class _List:
    """The packed postings of a word and its last document so far."""

    __slots__ = ("last", "packed")

    def __init__(self) -> None:
        self.packed = bytearray()
        self.last = -1


class Postings:
    """Postings of every word so far; documents are added in ascending order."""

    def __init__(self) -> None:
        self._lists: dict[str, _List] = {}

    def add(self, document: int, weights: Mapping[str, int]) -> None:
        """A document's words, each with a weight from 1."""
        lists = self._lists
        for word, weight in weights.items():
            found = lists.get(word)
            if found is None:
                found = lists[word] = _List()
            number = (document - found.last) * _LEVELS + _LEVEL[weight if weight < _MOST else _MOST]
            found.last = document
            found.packed += _SMALL[number] if number < len(_SMALL) else _digits(number)

    def in_order(self) -> list[tuple[str, str]]:
        """(word, packed postings), in the order in which JavaScript compares text."""
        return [(word, self._lists[word].packed.decode("ascii")) for word in sorted(self._lists, key=utf16)]


def utf16(word: str) -> bytes:
    return word.encode("utf-16-be", "surrogatepass")


Word = tuple[str, str]


def shards(words: list[Word], limit: int) -> Iterator[tuple[str, list[Word]]]:
    """(first prefix, words) of each shard, at most ``limit`` bytes of words and postings where one word permits it.

    Words stay together by their first two letters, by three where those are too many, and so on; neighbouring
    groups share a shard while they fit. So the shards of a word or prefix are neighbours in one sorted list.
    """
    shard: list[Word] = []
    first, filled = "", 0
    for prefix, group, size in _groups(words, 2, limit):
        if shard and filled + size > limit:
            yield first, shard
            shard, filled = [], 0
        first = first if shard else prefix
        shard += group
        filled += size
    if shard:
        yield first, shard


def _groups(words: Iterable[Word], length: int, limit: int) -> Iterator[tuple[str, list[Word], int]]:
    by_prefix: dict[str, list[Word]] = {}
    for word in words:
        by_prefix.setdefault(word[0][:length], []).append(word)
    for prefix, group in by_prefix.items():
        size = sum(len(word.encode()) + len(packed) + 2 for word, packed in group)
        if size > limit and len(group) > 1:
            yield from _groups(group, length + 1, limit)
        else:
            yield prefix, group, size
