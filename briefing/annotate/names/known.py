"""Candidates that the lexicon knows, where the language model missed them or took them for something else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from briefing.annotate.names.candidate import Candidate, overlaps
from briefing.annotate.names.plausible import opens_title
from briefing.lexicon.names import demonyms, known_name, known_names
from briefing.lexicon.word_weights import is_noun

_CAPITALISED = re.compile(r"\b(?:al-)?[^\W\d_a-zß-öø-ÿ][\w.'’-]*")
_SENTENCES = 100  # characters that no heading has
_TWO_BEFORE = re.compile(r"(?:\b[A-Z][\w.]+ )?([\w'’.-]+)\s$")  # 'United States House of Representatives'
_JOINT, _OWNER = re.compile(r"['’-]"), re.compile(r"['’]s?$")
_LAST_WORD = re.compile(r"(?:[A-Z]{3,}|[A-Z][a-z]{3,})\.")
_PREFIXED = re.compile(r"\b(?:pro|anti|non)-$")  # 'pro-Beijing' is no name


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    return _indexed(known_names())


@cache
def _in_capitals() -> dict[str, tuple[str, ...]]:
    """What a text in capitals may name: places that are no word of the language, and bodies of several words."""
    known = known_names().items()
    plain = (name for name, one in known if not one.ambiguous and not name.isupper() and len(name) > 3)
    return _indexed(
        n.upper() for n in plain if (" " in n or known_names()[n].kind == "place") and not is_noun(n.lower())
    )


def _indexed(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """First word of a name to the names that begin with it, longest first."""
    index: dict[str, list[str]] = {}
    for surface in names:
        first = _CAPITALISED.match(surface)
        if first:
            index.setdefault(re.split(r"[\s,&]", surface)[0], []).append(surface)
    return {word: tuple(sorted(found, key=lambda name: (-len(name), name))) for word, found in index.items()}


def known_spans(
    index: int, text: str, from_model: Sequence[Candidate], others: Sequence[tuple[int, int]]
) -> Iterator[Candidate]:
    """Known names in the text that are no part of a longer name; ambiguous ones are left to the model.

    ``others`` are spans of events, laws and works.
    """
    if text.isupper() and len(text) > _SENTENCES:
        yield from _spans_of_capitals(index, text)
        return
    end = 0
    for match in _CAPITALISED.finditer(text):
        surface = _longest_known(_by_first_word(), text, match.start(), match[0]) if match.start() >= end else None
        if not surface or known_names()[surface].ambiguous or _PREFIXED.search(text, 0, match.start()):
            continue
        start, stop = match.start(), match.start() + len(surface)
        around = [(c.start, c.end) for c in from_model if overlaps(c, start, stop)]
        around += [(first, last) for first, last in others if first < stop and start < last]
        if any(last - first > len(surface) for first, last in around):
            continue
        if not around and _in_longer_name(text, start, stop):
            continue
        end = stop
        yield Candidate(index, start, stop, surface, known_names()[surface].kind)


def _spans_of_capitals(index: int, text: str) -> Iterator[Candidate]:
    """Known names in what is no heading but was written in capitals, as scripts for the air are."""
    end = 0
    for match in _CAPITALISED.finditer(text):
        surface = _longest_known(_in_capitals(), text, match.start(), match[0]) if match.start() >= end else None
        known = known_name(surface) if surface else None
        if surface and known:
            end = match.start() + len(surface)
            yield Candidate(index, match.start(), end, surface, known.kind, sure=True)


def _longest_known(names: Mapping[str, Sequence[str]], text: str, start: int, word: str) -> str | None:
    stems = {word: None}
    if not word.isalpha():
        stems |= dict.fromkeys((_JOINT.split(word)[0], word.rstrip(".!?"), _OWNER.sub("", word)))
    for stem in stems:
        for surface in names.get(stem, ()):
            if text.startswith(surface, start) and not re.match(r"[\w$]", text[start + len(surface) :][:1]):
                return surface
    return None


def _in_longer_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word beside the span makes it part of a name that the model missed."""
    before = _TWO_BEFORE.search(text, max(0, start - 40), start)
    after = re.match(r"[\s-]([\w'’.-]+)", text[end : end + 40])
    beside = [after[1]] if after else []
    whose = known_names().get(before[0].strip()) if before else None
    apart = before is None or ends_sentence(before[1]) or opens_sentence(text, before.start(1))
    if before and not (whose and whose.kind == "place") and not apart:
        beside.append(before[1])
    return any(word[0].isupper() and word not in demonyms() and not opens_title(word) for word in beside)


def ends_sentence(word: str) -> bool:
    """Whether a full stop behind a word ends a sentence, as it behind 'Gen.' and 'St.' does not."""
    return _LAST_WORD.fullmatch(word) is not None and not opens_title(word.rstrip("."))


def opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?:“"'
