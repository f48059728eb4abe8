"""Acronyms that a text expands itself: ``the National Hurricane Center (NHC)``, ``NHC (National Hurricane Center)``.

acronyms(["The National Hurricane Center (NHC) warned."])  ->  {"NHC": "National Hurricane Center"}

Only where every letter begins a word of the expansion, in its order; one that a text expands in two ways has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

_SMALL = frozenset(
    "a al and at da das de del der des di do du e el en et for für in la le les of on the to und y".split()
)
_LETTERS = r"[A-Z][A-Za-z&]{1,8}"
_AFTER = re.compile(rf"\(({_LETTERS})\)")  # the expansion stands before it
_BEFORE = re.compile(rf"(?<!\w)({_LETTERS}) \(([^\W\d_][^()\n]{{3,80}})\)")
_USE = re.compile(rf"(?<![\w&]){_LETTERS}(?![\w&])")
_WORD = re.compile(r"[^\W\d_][\w’']*")
_JOINT = re.compile(r"[\s-]+|,? (?=and )|\s?&\s?|’s ")
_OWNER = re.compile(r"[’']s$")
_MOST_CAPITALS = 8


def acronyms(texts: Iterable[str]) -> dict[str, str]:
    """What each acronym stands for, in the words of the texts."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for text in texts:
        for short, expansion in _expanded(text):
            if found.setdefault(short, expansion).casefold() != expansion.casefold():
                doubtful.add(short)
    return {short: expansion for short, expansion in found.items() if short not in doubtful}


def uses(text: str, known: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """(start, end, expansion) of the first use of each acronym in a text that does not stand beside its expansion."""
    marked: set[str] = set()
    for match in _USE.finditer(text) if known else ():
        expansion = "" if match[0] in marked else known.get(match[0], "")
        beside = text[max(0, match.start() - len(expansion) - 2) : match.end() + len(expansion) + 2]
        if expansion and expansion not in beside:
            marked.add(match[0])
            yield match.start(), match.end(), expansion


def _expanded(text: str) -> Iterator[tuple[str, str]]:
    for match in _AFTER.finditer(text):
        if letters := _initials(match[1]):
            before = text[: match.start()].rstrip()
            if expansion := _ending_with(letters, before):
                yield match[1], expansion
    for match in _BEFORE.finditer(text):
        if (letters := _initials(match[1])) and _ending_with(letters, match[2]) == match[2]:
            yield match[1], match[2]


def _initials(short: str) -> str:
    """The letters of an acronym; none for a word that only begins with a capital."""
    capitals = sum(letter.isupper() for letter in short)
    plain = short.replace("&", "")
    return plain.lower() if 2 <= capitals <= _MOST_CAPITALS and capitals * 2 > len(plain) else ""


def _ending_with(letters: str, text: str) -> str:
    """The words at the end of ``text`` that begin with these letters; small words between them may have none."""
    left, begin, end = letters, len(text), len(text)
    words = list(_WORD.finditer(text, max(0, len(text) - 30 * len(letters))))
    for place, word in reversed(list(enumerate(words))):
        following = words[place + 1].start() if place + 1 < len(words) else end
        if not (_JOINT.fullmatch(text[word.end() : following]) or word.end() == end):
            return ""
        is_small = word[0].lower() in _SMALL
        if word[0][0].lower() == left[-1] and (len(left) > 1 or not is_small):
            left, begin = left[:-1], word.start()
        elif not is_small:
            return ""
        if not left:
            return _OWNER.sub("", text[begin:])
    return ""
