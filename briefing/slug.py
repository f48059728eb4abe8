"""The last part of a page's address, made of words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Set
from itertools import count

LENGTH = 80
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
_SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def slugify(text: str) -> str:
    """ASCII letters, digits and hyphens, at most 80 characters, cut between words; empty where no letter is left."""
    folded = unicodedata.normalize("NFKD", text.lower().translate(_SPECIAL))
    kept = "".join(c for c in folded if not unicodedata.combining(c)).replace("’", "").replace("'", "")
    slug = "-".join(re.findall(r"[a-z0-9]+", kept))
    if len(slug) > LENGTH:
        slug = slug[: LENGTH + 1].rpartition("-")[0] or slug[:LENGTH]
    return slug if re.search(r"[a-z]", slug) else ""


def free_slug(wanted: str, taken: Set[str]) -> str:
    """``wanted``, with the lowest number behind it that makes it another than all that are ``taken``."""
    tries = (wanted if n == 1 else f"{wanted[: LENGTH - 4]}-{n}" for n in count(1))
    return next(slug for slug in tries if slug not in taken)


def short_hash(text: str) -> str:
    """Eight letters and digits that tell apart what would have one slug, however the set around it changes."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def is_reserved(slug: str) -> bool:
    """Whether a file of this name would be the folder's index, or a device on Windows."""
    return slug in _RESERVED
