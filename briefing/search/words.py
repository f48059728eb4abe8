"""Text to search words. ``search.js`` does the same, step by step: what is indexed here is looked up there."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 40  # characters of a word that count

_ACCENTS = re.compile("[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]")
_LETTERS = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ł": "l",
    "þ": "th",
    "ı": "i",
    "ς": "σ",
}
_SPECIAL = re.compile(f"[{''.join(_LETTERS)}]")
_POSSESSIVE = re.compile(r"'s(?![^\W_])")
_JOINED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_MARKS = "\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3"  # parts of words, not accents
_WORD = re.compile(rf"[\w{_MARKS}]+")
_ASCII_WORD = re.compile("[a-z0-9]+")
# Begins where a word does: from each letter of a long word the rest would be read again.
_COMPOUND = re.compile(r"(?<![a-z0-9])[a-z0-9]+(?:[-\u2010\u2011][a-z0-9]+)+|[0-9]{1,3}(?:,[0-9]{3})+")
_RUN = re.compile(f"[{_JOINED}]+|[^{_JOINED}]+")
_IS_JOINED = re.compile(f"[{_JOINED}]")


def fold(text: str) -> str:
    """Lower case without accents; compatibility forms (``ﬁ``, full width) become the usual ones."""
    if text.isascii():
        return text.lower()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).lower()
    return unicodedata.normalize("NFKC", _SPECIAL.sub(lambda letter: _LETTERS[letter[0]], bare))


def split_words(text: str) -> list[str]:
    """The words of a text in order; of scripts without spaces every pair of characters, and the last one.

    >>> split_words("Biden’s café, 33,000")
    ['biden', 'cafe', '33', '000']
    >>> split_words("北京大学")
    ['北京', '京大', '大学', '学']
    """
    for mark in "“”–—…\xa0_":
        text = text.replace(mark, " ")  # between words in any case; a text that is ASCII then is folded faster
    folded = _POSSESSIVE.sub("", fold(text.replace("’", "'")))
    words: list[str] = (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)
    if not folded.isascii() and _IS_JOINED.search(folded):
        words = [piece for word in words for piece in _pieces(word)]
    return words if max(map(len, words), default=0) <= LONGEST else [word[:LONGEST] for word in words]


def join_compounds(text: str) -> list[str]:
    """What is written as one word by some and as two by others, as one; and large numbers without their commas.

    >>> join_compounds("A cease-fire of 33,000 hours")
    ['ceasefire', '33000']
    """
    return [re.sub(r"\W", "", found)[:LONGEST] for found in _COMPOUND.findall(fold(text))]


def _pieces(word: str) -> list[str]:
    """A character that begins no pair is a word itself, so every character begins some word."""
    pieces: list[str] = []
    for run in _RUN.findall(word):
        joined = _IS_JOINED.match(run)
        pieces += [run[i : i + 2] for i in range(len(run))] if joined else [run]
    return pieces
