"""Front matter of Markdown seeds: other tools' keys for the same things, honoured."""

from __future__ import annotations

import re
from typing import TypeVar

from briefing.marked_yaml import (
    Convert,
    Entries,
    Fields,
    Node,
    Report,
    Scalar,
    as_day,
    describe,
    label,
    language,
    list_of,
    nearest,
    text,
    web_address,
)
from briefing.model import LONGEST_LABEL, Doubt, Evidence, Known, Stated
from briefing.read.markdown_dialects import without_links
from briefing.read.text import clean

T = TypeVar("T")
_AS_DRAFT = "write status: draft into the file beside it that has its name and ends in .yml"

# What each value may be called; the first that is given counts.
TITLE = ("title", "headline")
DATE = ("date", "published")
UPDATED = ("updated", "modified", "lastmod")
SOURCE = ("source", "publisher")
URL = ("url", "link", "canonical")
AUTHORS = ("authors", "author", "byline")
LANGUAGE = ("language", "lang")
DESCRIPTION = ("description", "summary", "standfirst")
TOPICS = ("topics", "tags", "categories")
# What publishing tools keep beside a text and nobody reads in it.
OF_TOOLS = frozenset(
    "aliases comments cover cssclass cssclasses created draft featured_image id image images kind layout math menu "
    "permalink series slug template toc type uid weight".split()
)
KEYS = (*TITLE, *DATE, *UPDATED, *SOURCE, *URL, *AUTHORS, *LANGUAGE, *DESCRIPTION, *TOPICS)


def split_header(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines between a first ``---`` and the next ``---`` or ``...``, and those after.

    No header where what stands between holds no ``key:`` (two thematic breaks) or nothing ends it.
    """
    if not lines or lines[0].rstrip() != "---":
        return [], lines
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return [], lines
    header = lines[1:end]
    has_keys = any(re.match(r"[\"']?[\w-]+[\"']?[ \t]*:(\s|$)", line) for line in header)
    return (header, lines[end + 1 :]) if has_keys or not "".join(header).strip() else ([], lines)


def read_header(node: Entries | None, lines: list[str], file: str) -> tuple[Stated, tuple[Doubt, ...]]:
    """What the front matter states, each value with its line; unknown keys and unusable values as doubts.

    ``lines`` are the file's own lines, for the evidence.
    """
    report = Report(file)
    fields = Fields(node, report, KEYS)

    def known(keys: tuple[str, ...], convert: Convert[T]) -> Known[T] | None:
        for key in keys:
            value = fields.get(key, convert)
            if value:
                line = fields.place(key).line
                return Known(value, "stated", Evidence("front-matter", line, clean(lines[line - 1])[:LONGEST_LABEL]))
        return None

    stated = Stated(
        title=known(TITLE, _title),
        date=known(DATE, _day),
        updated=known(UPDATED, _day),
        source=known(SOURCE, _title),
        url=known(URL, web_address),
        authors=known(AUTHORS, _authors),
        language=known(LANGUAGE, language),
        description=known(DESCRIPTION, text),
        topics=known(TOPICS, _labels),
    )
    unusable = (
        Doubt(file, "front-matter-value", f"front matter: {mistake.message}", "correct it there", mistake.line)
        for mistake in report.mistakes
    )
    unknown = (
        Doubt(file, "unknown-key", f"front matter: unknown key '{key.value}'", nearest(key.value, KEYS), key.place.line)
        for key in fields.unknown
        if key.value not in OF_TOOLS
    )
    drafts = (
        Doubt(file, "front-matter-value", "front matter: 'draft' keeps nothing back here", _AS_DRAFT, key.place.line)
        for key in fields.unknown
        if key.value == "draft" and re.search(r":\s*['\"]?(?:true|yes|on)\b", lines[key.place.line - 1], re.IGNORECASE)
    )
    return stated, (*unusable, *unknown, *drafts)


def _authors(node: Node, name: str, report: Report) -> tuple[str, ...] | None:
    """Names, without the 'By' of a byline."""
    listed = list_of(label)(node, name, report)
    return listed and tuple(re.sub(r"^[Bb]y (?=\S)", "", without_links(one)) for one in listed)


def _title(node: Node, name: str, report: Report) -> str | None:
    words = label(node, name, report)
    return words and without_links(words)


def _labels(node: Node, name: str, report: Report) -> tuple[str, ...] | None:
    """Labels in a list, or in one text with commas between them."""
    listed = list_of(text)(node, name, report) or ()
    return tuple(label for words in listed for part in words.split(",") if (label := part.strip()))


def _day(node: Node, name: str, report: Report) -> str | None:
    """A day in any form that names it clearly; a time of day is left aside."""
    day = as_day(node.value) if isinstance(node, Scalar) else None
    if day is None:
        report.add(node.place, f"{name}: expected a date like 2024-04-28, found {describe(node)}")
    return day
