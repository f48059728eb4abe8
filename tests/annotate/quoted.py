"""What tests of quotations share: a few people and bodies, and who is quoted in a text that may name them."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes import find_quotes
from briefing.model import Kind, Mention, Name

Read = Callable[[str], Parsed]

PEOPLE: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "Maria Duarte": ("person", ("Maria Duarte", "Duarte")),
    "Tom Becker": ("person", ("Tom Becker", "Tom “J.B.” Becker", "Becker")),
    "Anna Lind": ("person", ("Anna Lind",)),
    "Jo Berg": ("person", ("Jo Berg",)),
    "Joe Fell": ("person", ("Joe Fell",)),
    "Harbour Board": ("organisation", ("Harbour Board",)),
    "High Court": ("organisation", ("High Court",)),
    "Ruth Tarrow": ("organisation", ("Ruth Tarrow",)),
    "Tom Belinger": ("person", ("Tom Belinger",)),
    "Bellinger": ("person", ("Bellinger",)),
    "Norland": ("place", ("Norland",)),
}


def names_in(parsed: Parsed) -> tuple[Name, ...]:
    found = []
    for name, (kind, surfaces) in PEOPLE.items():
        pattern = re.compile("|".join(map(re.escape, surfaces)))
        mentions = tuple(
            Mention(paragraph.number, match.start(), match.end(), match.group())
            for paragraph in parsed.paragraphs
            for match in pattern.finditer(paragraph.text)
        )
        if mentions:
            found.append(Name(name, kind, mentions, ("mayor",) if name == "Maria Duarte" else ()))
    return tuple(found)


def quotes_of(read: Read, text: str) -> list[tuple[str, str | None, str | None]]:
    parsed = read(text)
    quotes = find_quotes(parsed, names_in(parsed))
    for quote in quotes:
        assert quote.text == parsed.paragraphs[quote.paragraph - 1].text[quote.start : quote.end]
    return [(quote.text, quote.speaker, quote.cue) for quote in quotes]
