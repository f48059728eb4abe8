"""Dates that articles write in full, made bare: 'March 2019' without its year, 'Friday, March 1' without its day.

What the bare one means is known, and nobody read these texts while the rules were made: the posts of ``corpus_pdmd``
and the articles of even number of ``corpus_open``. Only dates so near that one would write them bare.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.marked_text import Mark, MarkedText
from briefing.model import Paragraph

_MONTHS = tuple(calendar.month_name)[1:]
_MONTH, _YEAR = rf"(?:{'|'.join(_MONTHS)})", r"(?:19|20)\d\d"
_FULL = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(calendar.day_name)}),?\s)?(?P<month>{_MONTH})\s(?:(?P<day>\d\d?),?\s)?(?P<year>{_YEAR})\b"
    r"(?!\s?[-–—]\s?\d|\sto\s\d)"
)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_WEEK, _HALF_YEAR, _MONTHS_NEAR, _SHORTEST = 6, 200, 7, 60


def read_bare(data: Path) -> Iterator[MarkedText]:
    for folder in ("corpus_pdmd", "corpus_open"):
        for line in (data / folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            is_held = folder == "corpus_open" and int(said["file"][:5]) % 2
            if re.match(r"\d{4}-\d\d-\d\d", said["date"] or "") and not is_held:
                text = _bare(f"{folder} {said['file']}", data / folder / said["file"], said["date"][:10])
                if text.marks:
                    yield text


def _bare(name: str, path: Path, published: str) -> MarkedText:
    paragraphs, marks, reference = list[Paragraph](), list[Mark](), date.fromisoformat(published)
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        text = " ".join(re.sub(r"[*_#>]+", "", _LINK.sub(r"\1", line)).split())
        bare, found = _make_bare(text, number, reference) if len(text) > _SHORTEST else (text, [])
        paragraphs += [Paragraph(number, number, bare)] if bare else []
        marks += found
    return MarkedText(name, published, tuple(paragraphs), tuple(marks))


def _make_bare(text: str, number: int, reference: date) -> tuple[str, list[Mark]]:
    pieces, marks, position = list[str](), list[Mark](), 0
    for match in _FULL.finditer(text):
        short = _short(match, reference)
        if short is not None:
            pieces.append(text[position : match.start()])
            start, position = sum(map(len, pieces)), match.end()
            pieces.append(short[0])
            marks.append(Mark(number, start, start + len(short[0]), "date", {"when": short[1]}))
    return "".join([*pieces, text[position:]]), marks


def _short(match: re.Match[str], reference: date) -> tuple[str, str] | None:
    """The bare words and what they mean."""
    year, month = int(match["year"]), _MONTHS.index(match["month"]) + 1
    if match["day"] is None:
        away = (year - reference.year) * 12 + month - reference.month
        return (match["month"], f"{year}-{month:02}") if abs(away) <= _MONTHS_NEAR and not match["weekday"] else None
    try:
        day = date(year, month, int(match["day"]))
    except ValueError:
        return None
    if match["weekday"] == calendar.day_name[day.weekday()] and abs((day - reference).days) <= _WEEK:
        return match["weekday"], day.isoformat()
    return (f"{match['month']} {day.day}", day.isoformat()) if abs((day - reference).days) <= _HALF_YEAR else None
