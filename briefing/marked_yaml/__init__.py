"""YAML as authors write it, read by what each key wants, with every mistake named by file and line.

    report = Report("seeds/a.yml")
    fields = Fields(parse(text, report), report, known=("title", "date"))
    fields.refuse_unknown()
    title, date = fields.get("title", text), fields.get("date", day)
    if report.mistakes: ...

A converter takes a node, the name to call it by, and the report; it returns the value, or None when it reported a
mistake. Scalars stay text until a converter reads them, so ``title: 2024`` and ``title: yes`` are texts. The tree is
built from PyYAML's events: ``compose`` recurses in C (deep nesting kills the process) and follows aliases.
"""

from briefing.marked_yaml.converters import (
    Marked,
    day,
    flag,
    label,
    language,
    list_of,
    mapping_of,
    marked,
    matching,
    one_of,
    or_false,
    section,
    text,
    web_address,
    whole_number,
)
from briefing.marked_yaml.fields import Convert, Fields, nearest
from briefing.marked_yaml.plain_text import clean
from briefing.marked_yaml.tree import Entries, Items, Node, Report, Scalar, describe, parse
from briefing.marked_yaml.values import as_day, as_language, as_web_address

__all__ = [
    "Convert",
    "Entries",
    "Fields",
    "Items",
    "Marked",
    "Node",
    "Report",
    "Scalar",
    "as_day",
    "as_language",
    "as_web_address",
    "clean",
    "day",
    "describe",
    "flag",
    "label",
    "language",
    "list_of",
    "mapping_of",
    "marked",
    "matching",
    "nearest",
    "one_of",
    "or_false",
    "parse",
    "section",
    "text",
    "web_address",
    "whole_number",
]
