"""Converters: what a value should be, and the mistake when it is not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from briefing.errors import Place
from briefing.marked_yaml.fields import Convert, Fields, is_blank, nearest_word
from briefing.marked_yaml.plain_text import clean
from briefing.marked_yaml.tree import Entries, Items, Node, Report, Scalar, describe
from briefing.marked_yaml.values import as_day, as_language, as_web_address
from briefing.model import LONGEST_LABEL

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Marked(Generic[T]):
    """A value and where it was written."""

    value: T
    place: Place


def text(node: Node, name: str, report: Report) -> str | None:
    """A text as it will be shown: on one line, without what cannot be seen in it."""
    if isinstance(node, Scalar) and (seen := clean(node.value)):
        return seen
    _expected(node, name, report, "a text", "write one, or remove the key")
    return None


def label(node: Node, name: str, report: Report) -> str | None:
    """A title or a name: a text that is short enough to stand on many pages."""
    value = text(node, name, report)
    if value is None or len(value) <= LONGEST_LABEL:
        return value
    _expected(node, name, report, f"at most {LONGEST_LABEL} characters", "shorten it")
    return None


def day(node: Node, name: str, report: Report) -> str | None:
    """A day as ``YYYY-MM-DD``."""
    value = node.value.strip() if isinstance(node, Scalar) else ""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        if as_day(value):
            return value
        _expected(node, name, report, "a day of the calendar", "this one does not exist, correct it")
        return None
    _expected(node, name, report, "a date YYYY-MM-DD", "write it like 2024-04-28")
    return None


def flag(node: Node, name: str, report: Report) -> bool | None:
    value = node.value.strip().lower() if isinstance(node, Scalar) else ""
    if value in ("true", "yes", "on"):
        return True
    if value in ("false", "no", "off"):
        return False
    _expected(node, name, report, "true or false", "write one of the two")
    return None


def or_false(convert: Convert[str], what: str) -> Convert[str]:
    """The text that ``convert`` reads, or ``false``, which is the empty one; ``what`` says what is expected."""

    def read(node: Node, name: str, report: Report) -> str | None:
        if isinstance(node, Scalar) and not (node.plain and node.value.lower() in ("true", "false")):
            return convert(node, name, report)
        if isinstance(node, Scalar) and node.value.lower() == "false":
            return ""
        _expected(node, name, report, f"{what}, or false", "write one, or remove the key")
        return None

    return read


def whole_number(least: int, most: int) -> Convert[int]:
    def convert(node: Node, name: str, report: Report) -> int | None:
        value = node.value.strip() if isinstance(node, Scalar) else ""
        if re.fullmatch(r"[0-9][0-9_]{0,17}", value) and least <= int(value.replace("_", "")) <= most:
            return int(value.replace("_", ""))
        _expected(node, name, report, f"a whole number from {least} to {most}", "write one without quotes")
        return None

    return convert


def one_of(*words: T) -> Convert[T]:
    """One of the given words; its case does not matter."""
    known = {str(word): word for word in words}

    def convert(node: Node, name: str, report: Report) -> T | None:
        if isinstance(node, Scalar) and (word := known.get(node.value.strip().lower())) is not None:
            return word
        near = nearest_word(node.value, tuple(known)) if isinstance(node, Scalar) else None
        cure = f"did you mean '{near}'?" if near else "write one of these"
        _expected(node, name, report, f"one of: {', '.join(known)}", cure)
        return None

    return convert


def matching(pattern: str, what: str, example: str) -> Convert[str]:
    """A text of the form ``pattern``, which ``what`` names and ``example`` shows."""

    def convert(node: Node, name: str, report: Report) -> str | None:
        if isinstance(node, Scalar) and re.fullmatch(pattern, node.value):
            return node.value
        _expected(node, name, report, what, f"write it like {example}")
        return None

    return convert


def web_address(node: Node, name: str, report: Report) -> str | None:
    if isinstance(node, Scalar) and (address := as_web_address(node.value)):
        return address
    _expected(node, name, report, "an http:// or https:// address", "write the whole address")
    return None


def language(node: Node, name: str, report: Report) -> str | None:
    if isinstance(node, Scalar) and (tag := as_language(node.value)):
        return tag
    _expected(node, name, report, "a language tag (BCP 47)", "write it like en or pt-BR")
    return None


def marked(convert: Convert[T]) -> Convert[Marked[T]]:
    """``convert``, with the place of the value."""

    def wrapped(node: Node, name: str, report: Report) -> Marked[T] | None:
        value = convert(node, name, report)
        return None if value is None else Marked(value, node.place)

    return wrapped


def list_of(convert: Convert[T]) -> Convert[tuple[T, ...]]:
    """A list; a single value counts as a list of one."""

    def wrapped(node: Node, name: str, report: Report) -> tuple[T, ...] | None:
        nodes = node.items if isinstance(node, Items) else (node,)
        values = [convert(item, name, report) for item in nodes]
        return tuple(value for value in values if value is not None)

    return wrapped


def mapping_of(convert: Convert[T]) -> Convert[dict[str, Marked[T]]]:
    """Names of the author's choice, each with the place of its name; the names are labels."""

    def wrapped(node: Node, name: str, report: Report) -> dict[str, Marked[T]] | None:
        if not isinstance(node, Entries):
            _expected(node, name, report, "names, each with its keys below it", "write 'NAME:' and indent")
            return None
        values: dict[str, Marked[T]] = {}
        for key, child in node.entries:
            value = convert(child, f"{name}.{key.value}", report)
            if value is not None and (named := label(key, name, report)):
                values[named] = Marked(value, key.place)
        return values

    return wrapped


def section(node: Node, name: str, report: Report, known: tuple[str, ...]) -> Fields | None:
    """The fields of a mapping with fixed keys; unknown ones are reported."""
    if not isinstance(node, Entries) and not is_blank(node):
        _expected(node, name, report, f"keys ({', '.join(known)})", "write them below it, indented")
        return None
    fields = Fields(node if isinstance(node, Entries) else None, report, known, name)
    fields.refuse_unknown()
    return fields


def _expected(node: Node, name: str, report: Report, what: str, cure: str) -> None:
    report.add(node.place, f"{name}: expected {what}, found {describe(node)}; {cure}")
