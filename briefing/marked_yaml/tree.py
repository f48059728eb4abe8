"""The tree of a YAML text, every node with its line and column, and the report of its mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from briefing.errors import Mistake, Place

MAX_DEPTH = 20
# YAML ends a line at these, an editor does not: line numbers would name other lines.
_BREAKS_OF_YAML_ALONE = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """``value`` is the text as written; ``plain`` when it has no quotes."""

    value: str
    plain: bool
    place: Place
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Node, ...]
    place: Place
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    entries: tuple[tuple[Scalar, Node], ...]
    place: Place
    tag: str | None = None


Node = Scalar | Items | Entries


class Report:
    """The mistakes of one file; ``first_line`` is where its YAML begins, for front matter."""

    def __init__(self, path: str, first_line: int = 1) -> None:
        self.path = path
        self.first_line = first_line
        self.mistakes: list[Mistake] = []

    def add(self, place: Place, message: str) -> None:
        self.mistakes.append(Mistake(self.path, place, message))


class _Refused(Exception):
    """Reading cannot go on after this; the report already says why."""


def parse(text: str, report: Report, trusted: bool = False) -> Entries | None:
    """The mapping that ``text`` holds; None when it is empty, or is not one (then reported).

    Tags, anchors and aliases are refused; ``trusted`` lets them pass (mkdocs.yml uses them): a tag is kept on its
    node, an alias stands for an empty text.
    """
    text = text.translate(_BREAKS_OF_YAML_ALONE)
    try:
        node = _parse_document(text, report, trusted)
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        mark = _opened(error) or error.problem_mark or error.context_mark
        last = text.rstrip("\n").count("\n")
        row, column = (mark.line, mark.column) if mark and mark.line <= last else (last if mark else 0, 0)
        report.add(Place(report.first_line + row, column + 1), _explain(error, text))
        return None
    except (yaml.YAMLError, UnicodeEncodeError):
        before = text[: next((n for n, char in enumerate(text) if not (char.isprintable() or char == "\n")), 0)]
        place = Place(report.first_line + before.count("\n"), len(before) - before.rfind("\n"))
        report.add(place, "a control character, which YAML does not allow; remove it")
        return None
    if node is None or (isinstance(node, Scalar) and not node.value):
        return None
    if not isinstance(node, Entries):
        report.add(node.place, f"expected lines of the form 'key: value', found {describe(node)}; write keys")
        return None
    return node


def _parse_document(text: str, report: Report, trusted: bool) -> Node | None:
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
    node: Node | None = None
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            if node is not None:
                report.add(_position(event, report), "a second YAML document, expected one; remove the '---'")
                raise _Refused
            node = _build(next(events), events, report, trusted, 0)
    return node


def _build(event: yaml.Event, events: Iterator[yaml.Event], report: Report, trusted: bool, depth: int) -> Node:
    place = _position(event, report)
    if not trusted:
        _refuse_references(event, place, report)
    if depth > MAX_DEPTH:
        report.add(place, f"nested deeper than {MAX_DEPTH} levels; write it flatter")
        raise _Refused
    tag: str | None = getattr(event, "tag", None)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, not event.style, place, tag)
    if isinstance(event, yaml.AliasEvent):
        return Scalar("", True, place)
    nodes: list[Node] = []
    while not isinstance(event := next(events), yaml.CollectionEndEvent):
        nodes.append(_build(event, events, report, trusted, depth + 1))
    if isinstance(event, yaml.SequenceEndEvent):
        return Items(tuple(nodes), place, tag)
    return Entries(_unique(zip(nodes[::2], nodes[1::2], strict=True), report), place, tag)


def _unique(pairs: Iterator[tuple[Node, Node]], report: Report) -> tuple[tuple[Scalar, Node], ...]:
    first: dict[str, tuple[Scalar, Node]] = {}
    for key, value in pairs:
        if not isinstance(key, Scalar):
            report.add(key.place, f"a key must be a text, found {describe(key)}; put quotes around it")
        elif key.value in first and key.value != "<<":
            where = first[key.value][0].place.line
            report.add(key.place, f"key '{key.value}' is already given on line {where}; keep one of the two")
        else:
            first[key.value] = (key, value)
    return tuple(first.values())


def _refuse_references(event: yaml.Event, place: Place, report: Report) -> None:
    tag = getattr(event, "tag", None)
    if isinstance(event, yaml.AliasEvent):
        report.add(place, f"alias '*{event.anchor}' is not supported; write the value out, or quote a text with '*'")
    elif getattr(event, "anchor", None) is not None:
        report.add(place, f"anchor '&{_anchor(event)}' is not supported; remove it, or quote a text with '&'")
    elif tag is not None and tag != "!":
        shown = tag.replace("tag:yaml.org,2002:", "!!")
        report.add(place, f"tag '{shown}' is not supported; remove it, or quote a text with '!'")


def _anchor(event: yaml.Event) -> str:
    return str(getattr(event, "anchor", ""))


def _position(event: yaml.Event, report: Report) -> Place:
    mark = event.start_mark
    assert mark is not None  # both parsers mark every event
    return Place(mark.line + report.first_line, mark.column + 1)


def _opened(error: yaml.MarkedYAMLError) -> yaml.Mark | None:
    """Where the bracket stands that opens what could not be read to its end: the fault that shows lines below."""
    return error.context_mark if "parsing a flow" in (error.context or "") else None


def _explain(error: yaml.MarkedYAMLError, text: str) -> str:
    """Libyaml's words, and what an author can do about the usual causes."""
    if _opened(error):
        opens, closes = "[]" if "sequence" in str(error.context) else "{}"
        return (
            f"'{opens}' is not closed, expected '{closes}'; close it, or put quotes around a text that has such signs"
        )
    mark = error.problem_mark or error.context_mark
    lines = text.split("\n")
    row = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in row[: len(row) - len(row.lstrip())]:
        return "a tab at the beginning of a line, expected spaces; replace it with spaces"
    problem = error.problem or "it cannot be read"
    cure = "put the value in quotes" if re.match(r"\s*[^\s'\"#][^:]*: *\S", row) else "check the quotes and indentation"
    return f"not valid YAML ({problem}), expected 'key: value'; {cure}"


def describe(node: Node) -> str:
    """What the author gave, in words."""
    if isinstance(node, Items):
        return "a list" if node.items else "an empty list"
    if isinstance(node, Entries):
        return "a mapping" if node.entries else "an empty mapping"
    shown = node.value if len(node.value) <= 60 else node.value[:59] + "…"
    return f"'{' '.join(shown.split())}'" if shown.strip() else "an empty text"
