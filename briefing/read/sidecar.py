"""Sidecars: what an editor changed of one seed, in ``NAME.yml`` beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from briefing.config import RIGHTS
from briefing.marked_yaml import (
    Convert,
    Fields,
    Marked,
    Node,
    Report,
    day,
    flag,
    label,
    language,
    list_of,
    marked,
    matching,
    nearest,
    one_of,
    or_false,
    parse,
    section,
    text,
    web_address,
)
from briefing.model import LONGEST_LABEL, Correction, Edited, Evidence, Known, Line, SpeakerCorrection, Status
from briefing.read.text import clean, split_lines
from briefing.slug import is_reserved

T = TypeVar("T")

KEYS = (
    "title",
    "date",
    "reference_date",
    "source",
    "url",
    "authors",
    "language",
    "topics",
    "summary",
    "note",
    "bottom_line",
    "keep",
    "remove",
    "quotes",
    "pin",
    "pin_until",
    "status",
    "reason",
    "rights",
    "licence",
    "rights_until",
    "slug",
    "aliases",
    "story",
    "duplicate_of",
    "correction",
)
STATUSES: tuple[Status, ...] = ("ready", "draft", "exclude")

_slug = matching(
    r"(?=.{1,80}$)[a-z0-9]+(-[a-z0-9]+)*", "at most 80 small letters, digits and single hyphens", "talks-in-cairo"
)


def read_sidecar(
    content: str, file: str, seed_id: str, lines: Sequence[Line] | None, ids: Mapping[str, object], report: Report
) -> Edited:
    """What the sidecar ``file`` changes of the seed; its mistakes go into ``report``.

    ``lines`` are the seed's, None when it could not be read (then nothing is looked up in them); ``ids`` holds the
    ids of all seeds.
    """
    fields = Fields(parse(content, report), report, KEYS)
    fields.refuse_unknown()
    written = split_lines(content)

    def known(key: str, convert: Convert[T]) -> Known[T] | None:
        value = fields.get(key, convert)
        if value is None:
            return None
        line = fields.place(key).line
        return Known(value, "edited", Evidence("sidecar", line, clean(written[line - 1])[:LONGEST_LABEL], file))

    status: Status = fields.get("status", one_of(*STATUSES)) or "ready"
    reason = fields.get("reason", text)
    if status == "exclude" and reason is None:
        report.add(fields.place("status"), "status: exclude needs a reason, expected 'reason: …'; add it")
    edited = Edited(
        file=file,
        title=known("title", label),
        date=known("date", day),
        reference_date=known("reference_date", day),
        source=known("source", label),
        url=known("url", web_address),
        authors=known("authors", list_of(label)),
        language=known("language", language),
        topics=known("topics", list_of(label)),
        summary=known("summary", list_of(text)),
        note=fields.get("note", text),
        bottom_line=fields.get("bottom_line", text),
        keep=_line_numbers("keep", fields, lines, report),
        remove=_line_numbers("remove", fields, lines, report),
        quotes=_quotes(fields, lines, report),
        pin=fields.has("pin_until") if (pin := fields.get("pin", flag)) is None else pin,
        pin_until=fields.get("pin_until", day),
        status=status,
        reason=reason,
        rights=fields.get("rights", one_of(*RIGHTS)),
        licence=fields.get("licence", text),
        rights_until=fields.get("rights_until", day),
        slug=fields.get("slug", _slug),
        aliases=fields.get("aliases", list_of(_slug)) or (),
        story=(story := fields.get("story", or_false(label, "the title of a story"))) or None,
        no_story=story == "",
        duplicate_of=(original := _other_seed(fields, seed_id, ids, report)) or None,
        no_copy=original == "",
        corrections=fields.get("correction", list_of(_correction)) or (),
    )
    _refuse_contradictions(edited, fields, report)
    return edited


def _line_numbers(key: str, fields: Fields, lines: Sequence[Line] | None, report: Report) -> tuple[int, ...]:
    """The numbers of lines given by number or by their whole text."""
    named = fields.get(key, list_of(marked(text))) or ()
    numbers: list[int] = []
    for entry in named if lines is not None else ():
        by_number = [line.number for line in lines or () if str(line.number) == entry.value]
        found = by_number or [line.number for line in lines or () if line.text == entry.value]
        if not found:
            message = f"no line of the seed has the number or text {_quoted(entry.value)}; copy it"
            report.add(entry.place, f"{key}: {message}")
        numbers += found
    return tuple(sorted(set(numbers)))


def _quotes(fields: Fields, lines: Sequence[Line] | None, report: Report) -> tuple[SpeakerCorrection, ...]:
    quotes = fields.get("quotes", list_of(_quote)) or ()
    said = " ".join(line.text for line in lines or ())  # a quotation may run over lines that are wrapped
    for quote in quotes if lines is not None else ():
        if quote.value.text not in said:
            report.add(quote.place, f"quotes: {_quoted(quote.value.text)} is not in the seed; copy its words")
    return tuple(quote.value for quote in quotes)


def _quote(node: Node, name: str, report: Report) -> Marked[SpeakerCorrection] | None:
    fields = section(node, name, report, ("text", "speaker"))
    words, speaker = _both(fields, ("text", "speaker"), (text, label), node, name, report)
    return Marked(SpeakerCorrection(words, speaker), node.place) if words and speaker else None


def _correction(node: Node, name: str, report: Report) -> Correction | None:
    fields = section(node, name, report, ("date", "text"))
    when, words = _both(fields, ("date", "text"), (day, text), node, name, report)
    return Correction(when, words) if when and words else None


def _both(
    fields: Fields | None,
    keys: tuple[str, str],
    converters: tuple[Convert[str], Convert[str]],
    node: Node,
    name: str,
    report: Report,
) -> tuple[str | None, str | None]:
    """The values of two keys that are both needed."""
    if fields is None:
        return None, None
    for key in keys:
        if not fields.has(key):
            report.add(node.place, f"{name}: expected '{keys[0]}' and '{keys[1]}', '{key}' is missing; add it")
    return fields.get(keys[0], converters[0]), fields.get(keys[1], converters[1])


def _other_seed(fields: Fields, seed_id: str, ids: Mapping[str, object], report: Report) -> str | None:
    other = fields.get("duplicate_of", or_false(text, "the id of a seed"))
    if not other:
        return other
    if other == seed_id:
        message = "duplicate_of: this is the seed itself, expected another, or false for none; correct it"
        report.add(fields.place("duplicate_of"), message)
    elif other not in ids:
        report.add(fields.place("duplicate_of"), f"duplicate_of: no seed '{other}', {nearest(other, tuple(ids))}")
    return other


def _refuse_contradictions(edited: Edited, fields: Fields, report: Report) -> None:
    if both := sorted(set(edited.keep) & set(edited.remove)):
        report.add(fields.place("remove"), f"remove: line {both[0]} is in 'keep' too; leave it in one of the two")
    for key, slugs in (("slug", [edited.slug] if edited.slug else []), ("aliases", edited.aliases)):
        if reserved := [slug for slug in slugs if is_reserved(slug)]:
            message = f"'{reserved[0]}' names a page of ours or a device of Windows, expected another; add a word to it"
            report.add(fields.place(key), f"{key}: {message}")
    if edited.slug and edited.slug in edited.aliases:
        report.add(fields.place("aliases"), f"aliases: '{edited.slug}' is the slug itself; name former slugs only")


def _quoted(value: str) -> str:
    return f"'{value}'" if len(value) <= 60 else f"'{value[:59]}…'"
