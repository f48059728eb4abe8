"""Expressions of time in an article, and the dates they mean on the day from which they count.

An expression is found by its words and resolved by the calendar and by the tense of the verb that governs it: 'on
Sunday' is past where the verb is. Durations, ages and bare 'now' or 'later' are no dates; vague ones ('recent weeks')
and those that may mean two days are found and have no value. A time of day belongs to its day ('9 p.m. on Sunday').
"""

from __future__ import annotations

import re
from calendar import isleap
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes.marks import find_quotations
from briefing.annotate.quotes.transcripts import first_question
from briefing.annotate.times import counts, periods
from briefing.annotate.times import resolvers as means
from briefing.annotate.times.context import Context, Told, has_fiscal_quarters, years_written
from briefing.annotate.times.day_rules import DAY_RULES
from briefing.annotate.times.exclusions import is_no_date, months_as_names
from briefing.annotate.times.period_rules import PERIOD_RULES
from briefing.annotate.times.rules import SIGNS, Rule
from briefing.annotate.times.tense import Span, tense_at
from briefing.annotate.times.words import ENDING, MONTH
from briefing.model import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

DAY = re.compile(r"\d{4}-\d\d-\d\d")
RULES = DAY_RULES + PERIOD_RULES  # where two begin alike, the earlier
CUES = tuple(sorted(frozenset().union(*(rule.cues for rule in RULES)) - SIGNS.keys()))
LABEL = re.compile(r"\s?:|\s?[-–—]{1,2}\s|$")
SENTENCE = re.compile(r"(?<=[a-z0-9%])[.!?][”\"')]*\s[“\"'(]?[A-Z]")
BASE = re.compile(r"\b(?:against|from|than)\s$")  # up 3 percent from December
COMPARED = re.compile(  # has 3.8 million, up from 2.4 million in May
    r"\b(?:(?:up|down|rise|drop|fall|increase|decline|change)\sfrom|compared\s(?:with|to)|(?<!go\s)(?<!goes\s)(?<!come\s)(?<!comes\s)(?:up|down)\son|against|versus|than)\s"
    r"(?:(?:[^.;:,]|[.,]\d)*\d(?:[^.;:,]|[.,]\d)*\s)?(?:(?:in|on)\s)?$|\bretroactive\sto\s$|"
    r"\bdat(?:ed|es|ing)\s(?:back\s)?(?:from|to)\s$",
    re.IGNORECASE,
)
TO_BE = re.compile(r"(?:[,–—]\s|\()to\sbe\s[^.;:,()]*$")  # the mill, to be sold on Friday, is old
ASIDE = re.compile(  # the ship, launched on May 3, 1990, sank; Ohio, where she was born in 1961, follows
    r"[,(–—]\s?(?:(?:\w+ly\s)?[a-z]+(?:ed|en|ilt)|when|where|which|whose?)\s(?:[^.;:,()]*\s)?(?:after|before|in|on|since|the)\s$"
)
TALKED = re.compile(
    r"\b(?:conversation|interview)\b[^.!?]*\s(?:conducted|held|recorded|took\splace)\b[^.!?]*$", re.IGNORECASE
)
OWNER = re.compile(r"(?:['’]s|\b(?:an?|her|his|its|the|their))\s$", re.IGNORECASE)  # their 1996 nominee
STATED_YEAR = re.compile(r"\s?\[(?:in\s)?((?:19|20)\d\d)\]")
A_MONTH = re.compile(rf"\b{MONTH}\b", re.IGNORECASE)
YEAR_MONTH_OR_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
AFTER_ASIDE = re.compile(r",|\)|\s[-–—]")
ENDED, MONTHS = re.compile(ENDING), re.compile(r"\d{4}-\d\d/\d{4}-\d\d")
TUESDAY = 1
NEAR = 40  # characters of context


def find_times(parsed: Parsed, reference_date: str | None) -> tuple[TimeExpression, ...]:
    """Expressions of time in text order; without ``reference_date`` (ISO day) only absolute ones have values.

    A ``reference_date`` that is no ISO day counts as none.
    """
    try:
        reference = date.fromisoformat(reference_date) if reference_date else None
    except ValueError:
        reference = None
    texts = [paragraph.text for paragraph in parsed.paragraphs]
    told = Told(years_written(texts), months_as_names(texts), is_fiscal=has_fiscal_quarters(texts))
    quoted = _spans_quoted(parsed)
    talk = first_question(texts)
    found: list[TimeExpression] = []
    for place, (paragraph, doc) in enumerate(zip(parsed.paragraphs, parsed.docs, strict=True)):
        if paragraph.kind != "code":
            told.begin_paragraph()
            is_talk = talk is not None and place >= talk
            here = _times_of(paragraph.text, doc, quoted.get(place, ()), reference, told, is_talk)
            found += (TimeExpression(one.match.group(), one.value, paragraph.number, *one.match.span()) for one in here)
            if talk is not None and not is_talk and any(_is_of_old_talk(paragraph.text, one) for one in here):
                reference = None  # from which day the talk counts is not told
    return tuple(found)


def _is_of_old_talk(text: str, one: _Found) -> bool:
    """'The interview took place last year'."""
    base = one.context.reference
    is_other = base is not None and one.value is not None and not base.isoformat().startswith(one.value)
    is_near = one.value is not None and bool(DAY.fullmatch(one.value) or "W" in one.value)
    return is_other and not is_near and bool(TALKED.search(text, 0, one.match.start()))


def _spans_quoted(parsed: Parsed) -> Mapping[int, Sequence[Span]]:
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for quotation in find_quotations([paragraph.text for paragraph in parsed.paragraphs]):
        spans[quotation.index].append((quotation.start, quotation.end))
    return spans


@dataclass(slots=True)
class _Found:
    rule: Rule
    match: re.Match[str]
    context: Context
    value: str | None

    @property
    def counts_from_saying(self) -> bool:
        """'today' in quotation marks; early in a week its 'this week' may be the one before."""
        reference, unit = self.context.reference, (self.match.groupdict().get("unit") or "").lower()
        is_week = unit in {"week", "weekend"} and self.rule.resolve is periods.period
        is_early = reference is not None and reference.weekday() <= TUESDAY
        return self.context.is_quoted and (self.rule.resolve is means.near_day or (is_week and is_early))


def _times_of(
    text: str, doc: Doc, quoted: Sequence[Span], reference: date | None, told: Told, is_talk: bool
) -> list[_Found]:
    found: list[_Found] = []
    end_told = 0
    for rule, match in _matches(text, told.names):
        start, end = match.span()
        if SENTENCE.search(text, end_told, start):
            told.period = None
        before, after = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        is_quoted = (
            is_talk or any(first <= start < last for first, last in quoted) or text.count('"', 0, start) % 2 == 1
        )
        tense = "future" if TO_BE.search(before) else tense_at(doc, start, quoted)
        tense = "past" if tense not in {"past", "future"} and COMPARED.search(before) else tense
        is_label = bool(LABEL.match(after)) and not re.search(r"\w", text[:start])
        context = Context(reference, tense, told, before, after, text[end_told:start], is_quoted, is_label)
        one = _Found(rule, match, context, None)
        if one.counts_from_saying:
            told.note(None, reference)  # said yesterday, 'the day before' is not counted from the day of the article
        else:
            one.value = _in_year_stated(rule.resolve(match, one.context), match[0], after)
            if rule.is_vague and one.value is None:
                continue
            if rule.resolve is not means.clock:
                _note(one, told)
            end_told = end if one.value or rule.resolve is not means.clock else end_told
        found.append(one)
    return _with_the_quoted(found, reference if told.is_of_today and not is_talk else None)


def _in_year_stated(value: str | None, text: str, after: str) -> str | None:
    """A value in the year that an editor put in brackets behind it: 'June 27 [2019]'; none of a weekday of it."""
    stated = STATED_YEAR.match(after)
    if value is None or stated is None or value.startswith(stated[1]):
        return value
    moved = stated[1] + value[4:]
    of_calendar = YEAR_MONTH_OR_DAY.fullmatch(moved) and (not moved[4:] or A_MONTH.search(text))
    return moved if of_calendar and (moved[5:] != "02-29" or isleap(int(stated[1]))) else None


def _note(one: _Found, told: Told) -> None:
    """After what is unclear, 'two days earlier' is unclear too."""
    context = one.context
    if context.is_label and one.value:
        told.label, told.is_labelled = one.value, True
    if context.reference and one.value:
        if one.value == context.reference.isoformat() and not context.is_quoted:
            told.is_of_today = told.is_of_today or context.tense == "past"
        if one.value[:4] < str(context.reference.year) and context.before.endswith("in "):
            told.is_of_old = told.is_of_old or context.tense == "past"
    is_end = bool(MONTHS.fullmatch(told.anchor or "") and ENDED.fullmatch(context.gap))
    is_level = one.rule.resolve is counts.from_anchor and bool(counts.LEVEL.search(context.before))
    is_base = bool(BASE.search(context.before)) or is_end or is_level
    told.note(one.value, context.reference, is_base, is_end or is_level or _is_aside(one, told))


def _is_aside(one: _Found, told: Told) -> bool:
    before, after = one.context.before, one.context.after
    is_owned = one.rule.resolve is periods.year and bool(OWNER.search(before)) and bool(re.match(r"\s\w", after))
    is_beside = not told.is_fresh and (is_owned or before.lower().endswith("since "))
    return is_beside or bool(ASIDE.search(before) and AFTER_ASIDE.match(after))


def _with_the_quoted(found: list[_Found], today: date | None) -> list[_Found]:
    """'today' within quotation marks counts from the day of the saying, if the paragraph tells one outside of them, or
    none and the text tells of ``today``."""
    days = {one.value for one in found if not one.context.is_quoted and one.context.tense == "past" and one.value}
    days = {day for day in days if DAY.fullmatch(day)}
    said = date.fromisoformat(days.pop()) if len(days) == 1 else None if days else today
    for one in found:
        if one.counts_from_saying and said and one.context.reference and said <= one.context.reference:
            one.value = one.rule.resolve(one.match, replace(one.context, reference=said))
    return found


def cues_in(text: str) -> set[str]:
    """The cues of rules that a text has: only what has one of a rule can match it."""
    low = text.lower().replace("\xa0", " ")
    return {cue for cue in CUES if cue in low} | {sign for sign, words in SIGNS.items() if words.search(text)}


def _matches(text: str, names: frozenset[str]) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Matches of all rules without overlap, in text order; of two that begin together that of the earlier rule."""
    cues = cues_in(text)
    found = [
        (match.start(), order, match)
        for order, rule in enumerate(RULES)
        if not cues.isdisjoint(rule.cues)
        for match in rule.pattern.finditer(text)
        if not is_no_date(text, match, rule, names)
    ]
    position = 0
    for start, order, match in sorted(found, key=lambda item: item[:2]):
        if start >= position:
            yield RULES[order], match
            position = match.end()
