"""Lines that say nothing but when a text was published and who signed it, in whichever order."""

from __future__ import annotations

import re

from briefing.annotate.layout.boilerplate import boilerplate_reason
from briefing.annotate.layout.bylines import Byline, is_name, read_byline, unknown_outlet
from briefing.annotate.layout.datelines import is_place
from briefing.annotate.layout.stamps import Stamp, read_stamp, split_stamp
from briefing.lexicon.outlets import SECTIONS, fold, known_outlet

_LONGEST = 250  # characters
_PARTS = re.compile(r"\s*[|•·]\s*|\s[-–—]\s")
_SERVICE = re.compile(r"[^\W\d_a-z]{2,6}|[^\W\d_a-z]\w+")  # of an agency and its service: 'AFP - Général'
_PLACED = re.compile(r"(?P<place>[^\W\d_][^,\d]{1,40}?)(?:,\s|\s[-–|/]\s)(?P<date>.*\d.*)")
_PLACED_AFTER = re.compile(r"(?P<date>.*\d.*?)\s[-–|/]\s(?P<place>[^\W\d_][^,\d]{1,40})")
_TIMED = re.compile(r"\b\d{1,2}[:.h]\d{2}\b")
_NOTED = re.compile(r"[.;]\s+(?=(?:Published|Updated|Posted|Last updated):? )")
_REPORTED = re.compile(r"(?P<name>[^\d,|]{3,60}?) (?:at|in) [^\W\d_a-z][^\d|]{1,60}")  # 'Jane Doe at Old Trafford'
_SIGNED = re.compile(r"(?:(?:posted|published|written|submitted) )?(?:by|von|par|por):? ", re.IGNORECASE)
_SIGNED_AFTER = re.compile(r"(?P<date>.*\d.*?),? (?:by|von|par|por):? (?P<name>[^\d,|]{3,60})", re.IGNORECASE)
_READING_TIME = re.compile(r"[\s,|•·–—-]+\d{1,3} ?(?:min\.?|mins|minutes?)(?: read| de lecture| Lesezeit| de lectura)$")
_GAP = re.compile(r"[\s,|•·–—-]+(?:(?:on|at|am|le|el)\s)?")


def read_signed(text: str, day_first: bool) -> tuple[Stamp | None, Byline | None] | None:
    """A date, a byline, or both with nothing else between them but a section or furniture of the page."""
    if len(text) > _LONGEST:
        return None
    text = _READING_TIME.sub("", text) or text
    stamp = read_stamp(text, day_first)
    both = () if stamp else (_PLACED.fullmatch(text), _PLACED_AFTER.fullmatch(text))
    placed = next((p for p in both if p and _is_where(p)), None)
    stamp = read_stamp(placed["date"], day_first) if placed else stamp
    outlet = _outlet_of(placed["place"]) if stamp and placed else None
    byline = Byline((), outlet) if outlet else None if stamp else read_byline(text)
    if stamp or byline:
        return stamp, byline
    if signed_on := _read_signed_date(text, day_first):
        return signed_on
    before, after = split_stamp(text)
    parts = _parts(before, after, day_first)
    exact = _TIMED.search(parts[-1]) if parts else None
    for part in parts if len(parts) > 1 else ():
        if found := read_stamp(part, day_first):
            stamp = _joined(stamp, found)
        elif signed := read_byline(part) or (Byline((part,)) if is_name(part) else None):
            byline = byline or signed
        elif exact and not byline and (reported := _REPORTED.fullmatch(part)) and is_name(reported["name"]):
            byline = Byline((reported["name"],))
        elif byline and _SIGNED.match(text) and is_name(part, single=True):
            continue  # an outlet, or a place
        elif not (fold(part) in SECTIONS or boilerplate_reason(part) or (exact and _SERVICE.fullmatch(part))):
            return None
    return (stamp, byline) if stamp else None


def _parts(before: str, after: str, day_first: bool) -> list[str]:
    """Of a line that a stamp's label cuts in two: 'By Jane Doe.' and 'Published May 2. Updated May 3 | 3 min read'."""
    is_one = not after or read_stamp(after, day_first)
    rest = [after] if is_one else [part for piece in _PARTS.split(after) for part in _NOTED.split(piece)]
    first = before.removesuffix(".") if after else before
    return [part for part in [*_PARTS.split(first), *rest] if part]


def _joined(stamp: Stamp | None, other: Stamp) -> Stamp:
    """Of two stamps what the first says, and what only the second does."""
    return Stamp(stamp.published or other.published, stamp.updated or other.updated) if stamp else other


def _read_signed_date(text: str, day_first: bool) -> tuple[Stamp, Byline] | None:
    """'Posted by Jane Doe on Thursday, January 31, 2008', 'By Jane Doe May 5, 2024', 'May 5, 2024 by Jane Doe',
    'JANE DOE 5 MAY 2024'.
    """
    label = _SIGNED.match(text)
    rest = text[label.end() :] if label else text if text.isupper() else ""
    if (after := _SIGNED_AFTER.fullmatch(text)) and is_name(after["name"]):
        stamp = read_stamp(after["date"], day_first)
        return (stamp, Byline((after["name"],))) if stamp else None
    for gap in _GAP.finditer(rest):
        name = rest[: gap.start()]
        whose = is_name(name, single=True) if label else is_name(name) and not is_place(name)
        if whose and (stamp := read_stamp(rest[gap.end() :], day_first)):
            return stamp, Byline((name if label else name.title(),))
    return None


def _is_where(placed: re.Match[str]) -> bool:
    """A known place, an outlet, or before a day with its year any name with 'The', or where the time stands too."""
    exact = re.search(r"\b\d{4}\b", placed["date"])
    titled = placed["place"].startswith("The ") or _TIMED.search(placed["date"])
    return (
        is_place(placed["place"])
        or _outlet_of(placed["place"]) is not None
        or bool(exact and titled and is_name(placed["place"].removeprefix("The "), single=True))
    )


def _outlet_of(name: str) -> str | None:
    return known_outlet(name) or unknown_outlet(name)
