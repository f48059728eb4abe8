"""What was found beside the marks of the gold, by the gold's own conventions and less its slips."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.marked_text import Mark, MarkedText
from benchmarks.scoring import Count
from benchmarks.time_values import Days, days_of

Found = tuple[int, int, int, Days | None]  # paragraph, start, end, days

EDGED = re.compile(
    r"^(?:early|late|mid|(?:(?:at|by|from)\s)?the\s(?:start|beginning|middle|end)\sof|year[\s-]end)\b", re.IGNORECASE
)
COUNTED = re.compile(
    r"\b(?:week|year)s?\sago$|^(?:d['’])?(?:vor|il\sy\sa|hace)\b.*\b(?:Wochen?|Jahr(?:en)?|semaines?|ans?|semanas?|años?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found beside the gold: the days of both, and whether they agree."""

    ours: Days | None
    told: Days | None
    right: bool = False
    marked: bool = True


def judge(text: MarkedText, found: Iterable[Found]) -> Iterator[Judged]:
    """What was found beside the marks it overlaps, of several that with which it agrees; and the marks left."""
    marks = [mark for mark in text.marks if mark.name in {"TIMEX3", "date", "time"}]
    words = {paragraph.number: paragraph.text for paragraph in text.paragraphs}
    used: set[int] = set()
    for item in _with_ends_joined(found, marks):
        over = [mark for mark in marks if _overlap(item, mark)]
        free = [mark for mark in over if id(mark) not in used]
        if not over and item[3] is not None:
            yield Judged(item[3], None, marked=False)
        if not free or all(_means_another(words[item[0]], item, mark) for mark in free):
            continue
        used.update(id(mark) for mark in free)
        if not any(_is_passed_over(words[item[0]], mark) for mark in free):
            yield _judge_one(words[item[0]], item, free)
    for mark in marks:
        if id(mark) not in used and not _is_passed_over(words[mark.paragraph], mark):
            yield Judged(None, _gold_days(mark))


def _with_ends_joined(found: Iterable[Found], marks: Sequence[Mark]) -> Iterator[Found]:
    """Of two dates found under one mark that begin and end as it, that is a range: '2012 and 2016'."""
    waiting: Found | None = None
    for item in found:
        if waiting is not None and (joined := _joined(waiting, item, marks)):
            waiting = joined
            continue
        if waiting is not None:
            yield waiting
        waiting = item
    if waiting is not None:
        yield waiting


def _joined(first: Found, last: Found, marks: Sequence[Mark]) -> Found | None:
    if first[3] is None or last[3] is None:
        return None
    days = (first[3][0], last[3][1])
    both = [mark for mark in marks if _overlap(first, mark) and _overlap(last, mark)]
    return (first[0], first[1], last[2], days) if any(_gold_days(mark) == days for mark in both) else None


def _judge_one(text: str, item: Found, over: Sequence[Mark]) -> Judged:
    days, golds = item[3], [_gold_days(mark) for mark in over]
    told = days if days in golds else golds[0]
    if days is None or told is None:
        return Judged(days, told)
    agrees = days == told or any(_is_same_week(days, mark) for mark in over)
    spans = golds[-1] is not None and days == (told[0], golds[-1][1])
    words = text[item[1] : item[2]]
    is_edge = EDGED.search(words) or COUNTED.search(words) or any(_is_edge(text, item, mark) for mark in over)
    part = is_edge and days[0] <= told[0] and told[1] <= days[1]
    return Judged(days, told, agrees or spans or bool(part))


def _is_same_week(days: Days, mark: Mark) -> bool:
    """By the calendar whose first week is that of January 1; two days are a weekend."""
    thursday = days[1] - timedelta(3)
    january = date(thursday.year, 1, 1)
    week = (thursday - (january - timedelta(january.weekday()))).days // 7 + 1
    kind = {6: "", 1: "-WE"}.get((days[1] - days[0]).days)
    return days[1].weekday() == 6 and mark.said.get("value") == f"{thursday.year}-W{week:02}{kind}"


def _overlap(item: Found, mark: Mark) -> bool:
    return item[0] == mark.paragraph and item[1] < mark.end and mark.start < item[2]


def _is_edge(text: str, item: Found, mark: Mark) -> bool:
    """'September' in 'the end of September'."""
    before = EDGED.match(text[mark.start : mark.end])
    return before is not None and mark.end <= item[2] and not text[mark.start + before.end() : item[1]].strip()


def _means_another(text: str, item: Found, mark: Mark) -> bool:
    """'2014' inside 'the start of the 2014 Winter Paralympics', 'June 30' inside 'the 12 months to June 30'."""
    told = _gold_days(mark)
    longer = mark.start <= item[1] and item[2] <= mark.end and mark.end - mark.start > item[2] - item[1]
    if not longer or item[3] is None or told == item[3] or _is_edge(text, item, mark):
        return False
    ends = told is not None and item[3][1] == told[1] and item[2] == mark.end
    return ends or str(item[3][0].year) in text[item[1] : item[2]]


def _is_passed_over(text: str, mark: Mark) -> bool:
    said = mark.said
    if said.get("functionInDocument") == "CREATION_TIME" or said.get("rend") == "bold":
        return True
    if said.get("type") == "DURATION":
        return bool(re.match(r"(?:.*\s)?ago\b", text[mark.start : mark.end + len(" ago")]))
    own, value = text[mark.start : mark.end], said.get("value") or said.get("when") or ""
    other_year = re.fullmatch(r"\d{4}", own) and re.match(r"\d{4}", value) and own != value[:4]
    return bool(other_year) or value.startswith(("-", "FY"))


def _gold_days(mark: Mark) -> Days | None:
    said = mark.said
    if said.get("type", "DATE") not in {"DATE", "TIME"}:
        return None
    if "from" in said or "notBefore" in said:
        first, last = said.get("from") or said.get("notBefore"), said.get("to") or said.get("notAfter")
        return days_of(f"{first}/{last}")
    return days_of(said.get("value") or said.get("when"))


def count_of(judged: Iterable[Judged]) -> Count:
    judged = list(judged)
    shown = sum(one.ours is not None for one in judged)
    return Count(sum(one.right for one in judged), shown, sum(one.told is not None for one in judged))


def is_day(one: Judged) -> bool:
    return any(days is not None and days[0] == days[1] for days in (one.ours, one.told))
