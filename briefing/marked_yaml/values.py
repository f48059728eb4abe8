"""What counts as a day, a web address and a language tag, wherever it is written."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

_MONTHS = "january february march april may june july august september october november december".split()
_NAMED_DAY = re.compile(r"(?:(\d{1,2})\.? ([A-Za-z]{3,9})\.?|([A-Za-z]{3,9})\.? (\d{1,2}),?),? (\d{4})\b")


def as_day(value: str) -> str | None:
    """The day of an ISO 8601 date or time as it is written there (no change of time zone), or of an English date
    with the month in letters (``28 April 2024``, ``Sun, Apr. 28, 2024 10:00``); None if it is neither.
    """
    value = " ".join(value.split())
    if re.match(r"\d{4}([-/])\d{2}\1\d{2}(?!\d)", value):
        return _calendar_day(value[:10].replace("/", "-"))
    if re.match(r"\d{8}(T|$)", value):
        return _calendar_day(f"{value[:4]}-{value[4:6]}-{value[6:8]}")
    named = _NAMED_DAY.search(value)
    if not named:
        return None
    day, word = int(named[1] or named[4]), (named[2] or named[3]).lower()
    months = [number for number, month in enumerate(_MONTHS, start=1) if month.startswith(word)]
    return _calendar_day(f"{named[5]}-{months[0]:02}-{day:02}") if len(months) == 1 else None


def _calendar_day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def as_web_address(value: str) -> str | None:
    """An absolute http(s) address without user name, spaces or control characters; None if it is not one."""
    value = value.strip()
    try:
        parts = urlsplit(value)
        fits = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.username is None
    except ValueError:
        return None
    return value if fits and value.isprintable() and not re.search(r"[\s<>\"\\^`{|}]", value) else None


def as_language(value: str) -> str | None:
    """A language tag with its usual capitals (``en``, ``pt-BR``, ``zh-Hant``); None if it is not one."""
    subtags = value.strip().replace("_", "-").split("-")
    if not re.fullmatch(r"[A-Za-z]{2,3}", subtags[0]) or len(subtags) > 5:
        return None
    if not all(re.fullmatch(r"[A-Za-z0-9]{1,8}", tag) for tag in subtags[1:]):
        return None
    shaped = {2: str.upper, 4: str.title}
    return "-".join([subtags[0].lower(), *(shaped.get(len(tag), str.lower)(tag) for tag in subtags[1:])])
