"""A span of a text that may be a name; offsets are characters in the paragraph's text."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model import Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may be a name. ``paragraph`` is an index into the parse."""

    paragraph: int
    start: int
    end: int
    text: str
    kind: Kind
    titled: bool = False  # a person's title stood before it
    labelled: bool = True  # by the model or the lexicon, not only by the words around it
    weak: bool = False  # in a heading, where every word is written like a name
    gender: str = ""  # "f" or "m", by the form of address before it
    relative: bool = False  # named as another's: 'his wife', 'its unit'
    born: bool = False  # a name of birth: 'born Ada Lind'
    state: bool = False  # not the city of its name: 'Everett, Washington'
    sure: bool = False  # where nothing but a name of its kind stands: a dateline, a result


def overlaps(candidate: Candidate, start: int, end: int) -> bool:
    return candidate.start < end and start < candidate.end
