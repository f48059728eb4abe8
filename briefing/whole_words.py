"""Names looked for in a text as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")


def whole_words(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds each of ``forms``, the longest first, whatever its case and white space; nothing where there are none.

    Not as part of a longer word, but in scripts that set no spaces between words.
    """
    words = [_pattern(form) for form in sorted(forms, key=lambda form: (-len(form), form)) if form.strip()]
    return re.compile("|".join(words) or "(?!)", re.IGNORECASE)


def _pattern(form: str) -> str:
    words = r"\s+".join(map(re.escape, form.split()))
    return words if _UNSPACED.search(form) else rf"(?<!\w){words}(?!\w)"
