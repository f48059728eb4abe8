"""Expressions of time in German, French and Spanish, resolved where their words and the verbs beside them settle it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from briefing.annotate.locales.resolvers import RESOLVERS, Expression
from briefing.annotate.locales.time_forms import Form, forms
from briefing.annotate.locales.words import code_of
from briefing.annotate.quotes.marks import find_quotations
from briefing.model import Paragraph, TimeExpression


def find_times_by_locale(
    paragraphs: Sequence[Paragraph], language: str, reference_date: str | None
) -> tuple[TimeExpression, ...]:
    """Expressions of time of a language whose words are known, of any other none."""
    code, reference = code_of(language), _date(reference_date)
    if code is None:
        return ()
    read = [paragraph for paragraph in paragraphs if paragraph.kind != "code"]
    return tuple(found for paragraph in read for found in _find(paragraph, code, reference))


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _find(paragraph: Paragraph, code: str, reference: date | None) -> list[TimeExpression]:
    """In text order; of expressions that overlap the one whose form is named first."""
    quoted = [(quotation.outer_start, quotation.outer_end) for quotation in find_quotations([paragraph.text])]
    found, told = list[TimeExpression](), None
    for form, match in _matches(paragraph.text, code):
        start, end = match.span("it")
        is_quoted = any(begin < start < stop for begin, stop in quoted)
        told = RESOLVERS[form.meaning](Expression(match, form.way, code, reference, is_quoted, told))
        found.append(TimeExpression(match["it"], told, paragraph.number, start, end))
    return found


def _matches(text: str, code: str) -> list[tuple[Form, re.Match[str]]]:
    found: list[tuple[Form, re.Match[str]]] = []
    for form in forms(code):
        for match in form.pattern.finditer(text):
            start, end = match.span("it")
            if not any(start < other.end("it") and other.start("it") < end for _, other in found):
                found.append((form, match))
    return sorted(found, key=lambda one: one[1].start("it"))
