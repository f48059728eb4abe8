"""Spans of the language model that hold two names, told apart by the lexicon and by the article's people.

``Trump's State Department`` is the department of somebody named elsewhere, ``Kelly and Baroni`` are two people,
``Brett Kavanaugh Supreme Court`` is a person before a body, ``Council of Ports Ada Lind`` a body before a person.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import is_called
from briefing.annotate.names.plausible import PARTICLES, opens_title
from briefing.annotate.names.trimming import trim
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import kind_words, known_names, names_alone, surnames
from briefing.model import Kind

_OWNED = re.compile(r"([A-Z][\w-]+) ?['’]s (?=[A-Z])")
_EMPLOYED = (
    re.compile(r"(?P<body>[A-Z].*)['’]s (?P<person>[A-Z][\w-]+ [A-Z][\w'’-]+)"),
    re.compile(r"(?P<person>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:of|from) (?:the )?(?P<body>[A-Z].+)"),
)
_BEHIND_LETTERS = re.compile(
    r"(U\.S\.|U\.K\.) (([A-Z]\w+) [A-Z].*)"
)  # where a sentence ends: 'in the U.S. Torvin Bank said'
_BEFORE_ARTICLE = re.compile(r"([A-Z][\w-]+(?: [A-Z][\w-]+)*) the ([A-Z].+)")  # 'Lind the Harbour Party's candidate'
_OFFICE_OF = re.compile(
    r"\b(?i:ministers?|secretary|governor|president|ambassador|envoy|mayor|commissioner|(?:arch)?bishop|prefect|sheriff"
    r"|premier) (?i:of|for|to|in) (?:the )?$"
)
_JOINED = re.compile(r"([A-Z][\w'’-]+) and ([A-Z][\w'’-]+)")


def divide(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each that holds two names as these two."""
    called = {c.text for c in candidates if c.kind == "person" and is_called(c.text.split())}
    surnamed = {c.text.split()[-1] for c in candidates if c.kind == "person"}
    found: list[Candidate] = []
    for candidate in candidates:
        text = parsed.paragraphs[candidate.paragraph].text
        parts = list(_parts(text, candidate, called, surnamed)) if " " in candidate.text else []
        found += parts or [candidate]
    return found


def _parts(text: str, whole: Candidate, called: Collection[str], surnamed: Collection[str]) -> Iterator[Candidate]:
    if whole.kind == "person":
        yield from _behind_place(text, whole)
        return
    if parts := tuple(_around_article(whole, surnamed)):
        yield from parts
        return
    owned, joined = _OWNED.match(whole.text), _JOINED.fullmatch(whole.text)
    employed = next((pair for pattern in _EMPLOYED if (pair := pattern.fullmatch(whole.text))), None)
    letters = _BEHIND_LETTERS.fullmatch(whole.text)
    if letters and whole.text not in known_names() and names_alone(letters[3]):
        yield _part(whole, *letters.span(1), "place")
        yield _part(whole, *letters.span(2), whole.kind)
    elif employed and _is_employed(employed["person"], surnamed) and whole.kind == "organisation":
        spans: dict[str, Kind] = {"person": "person", "body": "organisation"}
        yield from (_part(whole, *employed.span(name), kind) for name, kind in spans.items())
    elif owned and (owned[1] in surnamed or owned[1] in surnames()):
        yield _part(whole, *owned.span(1), "person")
        rest = whole.text[owned.end() :]
        named = rest in known_names() or trim(text, whole.start + owned.end(), whole.end, "organisation")
        if named and (kind := _kind_of(rest)):
            yield _part(whole, owned.end(), len(whole.text), kind)
    elif joined and joined[1] in surnamed and joined[2] in surnamed:
        yield from (_part(whole, *joined.span(group), "person") for group in (1, 2))
    elif whole.text not in known_names():
        behind = tuple(_behind_place(text, whole))
        yield from behind or (_beside_body(whole, called) if whole.kind == "organisation" else ())


def _around_article(whole: Candidate, surnamed: Collection[str]) -> Iterator[Candidate]:
    """What stands before and behind an article within a span: 'told [Reuters] the [Norland Bank]', 'in [Oslo] the'."""
    article = _BEFORE_ARTICLE.fullmatch(whole.text) if whole.text not in known_names() else None
    if not article:
        return
    first, behind = known_names().get(article[1]), _kind_of(article[2])
    if article[1] in surnamed and article[2] in known_names():
        yield _part(whole, *article.span(1), "person")
    elif first and (first.kind == "place" or behind):
        yield _part(whole, *article.span(1), first.kind)
    else:
        return
    if behind:  # not 'in [Oslo] the Totalindeks fell'
        yield _part(whole, *article.span(2), behind)


def _is_employed(person: str, surnamed: Collection[str]) -> bool:
    """Whether words before a body are somebody: 'Ada Lind of …', 'Lind of …' where the article has a Lind."""
    return is_called(person.split()) or (person in surnamed and (names_alone(person) or person in surnames()))


def _behind_place(text: str, whole: Candidate) -> Iterator[Candidate]:
    """A full name behind a known place, or behind a word that is one of an office: 'Mayor of [Kalby] [Ada Lind]'."""
    words = whole.text.split()
    size = 2 + sum(word in PARTICLES for word in words[1:-1])
    last = [word for word in words[-size:] if word not in PARTICLES]
    known = known_names().get(" ".join(words[:-size]))
    office = _OFFICE_OF.search(text, max(0, whole.start - 30), whole.start) is not None
    named = is_called(last)
    if known:
        letters = known.kind == "organisation" and words[0].isupper() and size + 1 == len(words)  # 'told NPR Ada Lind'
        at_place = office and known.kind == "place"
        is_two = words[-1] not in kind_words() and (at_place or (named and (letters or whole.kind != "person")))
    else:
        is_two = office and named and len(words) == 3 and names_alone(words[0])
    if is_two:
        cut = len(" ".join(words[:-size]))
        yield _part(whole, 0, cut, known.kind if known else "place")
        yield _part(whole, cut + 1, len(whole.text), "person")


def _beside_body(whole: Candidate, called: Collection[str]) -> Iterator[Candidate]:
    """A full name before a body that is known by itself, or behind one."""
    words = whole.text.split()
    first, last = " ".join(words[:2]), " ".join(words[-2:])
    rest = whole.text[len(first) + 1 :]
    known = known_names().get(rest)
    person = first in called or (is_called(words[:2]) and words[1].lower() not in PARTICLES)
    if person and known and known.kind == "organisation":
        yield _part(whole, 0, len(first), "person")
        yield _part(whole, len(first) + 1, len(whole.text), "organisation")
    elif len(words) > 2 and is_called(words[-2:]) and opens_title(words[-3]) and words[-3] not in kind_words():
        yield _part(whole, len(whole.text) - len(last), len(whole.text), "person")
    elif len(words) > 4 and _is_person(words) and not words[-3].islower() and _kind_of(" ".join(words[:-2])):
        cut = len(whole.text) - len(last)
        yield _part(whole, 0, cut - 1, "organisation")
        yield _part(whole, cut, len(whole.text), "person")


def _is_person(words: Sequence[str]) -> bool:
    """Whether the last two words are a person's: by the given name, or plain names behind a body that is known."""
    return is_called(words[-2:]) or (" ".join(words[:-2]) in known_names() and all(map(names_alone, words[-2:])))


def _kind_of(surface: str) -> Kind | None:
    known = known_names().get(surface)
    words = surface.split()
    joint = next((index for index, word in enumerate(words) if index and word in ("of", "for", "on")), len(words))
    return known.kind if known else kind_words().get(words[-1]) or kind_words().get(words[joint - 1])


def _part(whole: Candidate, start: int, end: int, kind: Kind) -> Candidate:
    text = whole.text[start:end]
    return replace(whole, start=whole.start + start, end=whole.start + end, text=text, kind=kind)
