"""What the surname in a person's name is, and how wires write it: without accents and letters of honour."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_STROKES = str.maketrans("łøđı", "lodi")
POST_NOMINALS = r"QC|KC|SC|MP|MEP|MSP|OBE|MBE|CBE|PhD|Ph\.D\.?|M\.D\.?|PMP|CISSP|RN|CPA|MBA|Esq\.?"
_POST_NOMINAL = re.compile(rf"(?<=[a-z]),? (?:{POST_NOMINALS})$")


def without_letters(name: str) -> str:
    """A person's name without the letters of an office or honour behind it: 'Kama Melly QC', 'Jane Doe, MP'."""
    return _POST_NOMINAL.sub("", name)


def without_accents(word: str) -> str:
    """A word in lower case as wires write it: 'kaczyński' is 'kaczynski'."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", word.translate(_STROKES))
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 14)
def surname(name: str) -> str:
    """The last word of a person's name in lower case, without Jr., QC and the like, 'al-' and an inner possessive."""
    words = [
        word for word in without_letters(name).split() if not re.fullmatch(r"(?:Jr|Sr)\.?|[IVX]+", word)
    ] or name.split()
    return re.sub(r"^(?:al|el|as|ar|ad|an|ash)-", "", without_accents(words[-1].lower()))
