"""The letter under which a word is found in a list from A to Z."""

from __future__ import annotations

import unicodedata

from briefing.slug import slugify

_OWN_LETTERS = "\u2e80"  # beyond it, scripts of thousands of signs


def plain(text: str) -> str:
    """Without accents and marks around it, as alphabets are ordered."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).lstrip("'‘’“\"([ ")


def letter_of(word: str) -> str:
    """``#`` for digits, signs and scripts without an alphabet."""
    first = plain(word)[:1]
    first = (slugify(first)[:1] or first).upper()
    return first if len(first) == 1 and first.isalpha() and first < _OWN_LETTERS else "#"


def letter_slug(letter: str) -> str:
    if letter == "#":
        return "other"
    return letter.lower() if letter.isascii() else f"u{ord(letter):04x}"
