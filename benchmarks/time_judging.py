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

EDGED = re.compile(r"^(?:early|late|mid)\b", re.IGNORECASE)


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
    for item in found:
        over = [mark for mark in marks if _overlap(item, mark)]
        free = [mark for mark in over if id(mark) not in used]
        if not over and item[3] is not None:
            yield Judged(item[3], None, marked=False)
        if not free or _means_another(words[item[0]], item, free[0]):
            continue
        used.update(id(mark) for mark in free)
        if not any(_is_passed_over(words[item[0]], mark) for mark in free):
            yield _judge_one(words[item[0]], item, free)
    for mark in marks:
        if id(mark) not in used and not _is_passed_over(words[mark.paragraph], mark):
            yield Judged(None, _gold_days(mark))


def _judge_one(text: str, item: Found, over: Sequence[Mark]) -> Judged:
    days, golds = item[3], [_gold_days(mark) for mark in over]
    told = days if days in golds else golds[0]
    if days is None or told is None:
        return Judged(days, told)
    agrees = days == told or any(_is_same_week(days, mark) for mark in over)
    spans = golds[-1] is not None and days == (told[0], golds[-1][1])
    part = EDGED.search(text[item[1] : item[2]]) and days[0] <= told[0] and told[1] <= days[1]
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


def _means_another(text: str, item: Found, mark: Mark) -> bool:
    """'2014' inside 'the start of the 2014 Winter Paralympics'."""
    longer = mark.start < item[1] and item[2] < mark.end and _gold_days(mark) != item[3]
    return longer and item[3] is not None and str(item[3][0].year) in text[item[1] : item[2]]


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
