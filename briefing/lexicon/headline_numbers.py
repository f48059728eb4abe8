"""Numbers as headlines write them: '4 million' as '4m', seven as '7'."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.model import Figure

_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_SCALES = ((1e12, "trillion|tn|trn"), (1e9, "billion|bn|b"), (1e6, "million|mn|m"))
_WITHIN = 3  # words from a number to what it counts
_STEM = 5  # letters


def says_number(headline: str, figure: Figure) -> bool:
    return re.search(_number(figure.value), headline, re.IGNORECASE) is not None


def says_count(headline: str, figure: Figure) -> bool:
    """The number with what it counts: 'Seven pardons on the last day', '20-year term'."""
    thing = (figure.unit or figure.counts or "").partition(" of ")[0].split(" ")[-1]
    if not thing:
        return False
    near = rf"{_number(figure.value)}(?:\W+\w+){{0,{_WITHIN - 1}}}?\W+{re.escape(thing.removesuffix('s')[:_STEM])}"
    return re.search(near, headline, re.IGNORECASE) is not None


@lru_cache(maxsize=1024)
def _number(value: float) -> str:
    forms = [rf"{value / scale:g}[\s-]?(?:{words})" for scale, words in _SCALES if value >= scale]
    if value < 1e6:
        forms += [f"{value:,.10g}", f"{value:.10g}"]
    if value in range(len(_WORDS)):
        forms.append(_WORDS[int(value)])
    return rf"(?<![\w.,])(?:{'|'.join(forms)})(?![^\W_]|[.,]\d)"
