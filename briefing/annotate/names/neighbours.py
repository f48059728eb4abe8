"""Where a name begins and ends by the capitals beside it: words that never stand apart in the article are one name.

``Orla Explorer`` is no ``Explorer`` where nothing else is called so; ``Punta Brava`` is whole where the model cuts it
in one place and not in another. What the longer name is its last word tells; of a person with a common word behind
('Queen Ada Market') nothing does, and nothing is shown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.annotate.names.candidate import Candidate, overlaps
from briefing.annotate.names.plausible import opens_title
from briefing.annotate.names.role_words import OPENING, is_role_noun
from briefing.annotate.names.spans import written_like_heading
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import (
    demonyms,
    given_names,
    kind_words,
    known_names,
    never_names,
    title_pattern,
)
from briefing.lexicon.word_weights import is_noun, share

_WORD = r"[A-Z][\w-]*[a-z]"  # no letters, no model's number
_BEHIND = re.compile(rf"(?: {_WORD}\b(?!['’&-]|\.\w))+")
_BEFORE = re.compile(rf"(?<=[a-z,] )({_WORD}) $")
_OFFICE = re.compile(r" ([\w-]+)")
_COMMON = 0.05  # share of documents that hold a word which belongs to no name
_REACH = 40


def whole_by_neighbours(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each with the words that belong to it; without those of which nobody can tell what they are."""
    plain = "\n".join(text for text in parsed.texts if not written_like_heading(text))
    surfaces = {c.text for c in candidates}
    here: defaultdict[int, list[Candidate]] = defaultdict(list)
    for c in candidates:
        here[c.paragraph].append(c)
    texts = parsed.texts
    return [one for c in candidates for one in _whole(texts[c.paragraph], c, plain, surfaces, here[c.paragraph])]


def _whole(text: str, c: Candidate, plain: str, surfaces: set[str], here: Sequence[Candidate]) -> Iterator[Candidate]:
    for start, end in _longer(text, c) if not (c.sure or c.weak) else ():
        longer = text[start:end]
        if any(overlaps(other, start, end) for other in here if other is not c):
            continue
        if longer in surfaces:
            yield replace(c, start=start, end=end, text=longer)
            return
        if _is_one(longer, c.text, plain):
            told = c.labelled and " " in c.text  # of one word cut out the model says nothing
            yield from _named(replace(c, start=start, end=end, text=longer, labelled=told), c)
            return
    yield c


def _longer(text: str, c: Candidate) -> Iterator[tuple[int, int]]:
    """The spans with the capitalised words behind, the longest first, and with the one before."""
    behind = _BEHIND.match(text, c.end)
    words = behind[0].split() if behind else []
    office = _OFFICE.match(text, behind.end()) if behind else None
    says = (office and is_role_noun(office[1])) or title_pattern().match(text, c.end + 1)
    apart = _is_other(c.text.split()[-1]) or (c.kind != "person" and not given_names().isdisjoint(words))
    if behind and not (says or apart) and not any(map(_is_other, words)):
        yield from ((c.start, c.end + len(" ".join(["", *words[:n]]))) for n in range(len(words), 0, -1))
    before = _BEFORE.search(text, max(0, c.start - _REACH), c.start)
    field = before and is_noun(before[1].lower())  # 'Minister of [Information] Ada Lind'
    if before and not field and not _is_other(before[1]):
        yield before.start(1), c.end


def _is_other(word: str) -> bool:
    """Whether a word says something of a name, or begins the next."""
    plain = word.lower()
    said = is_role_noun(word) or is_role_noun(plain.removesuffix("s")) or opens_title(word) or word in demonyms()
    common = plain in OPENING or (share(plain) > _COMMON and not is_noun(plain))
    return said or common or word in never_names() or word in known_names()


def _is_one(longer: str, short: str, plain: str) -> bool:
    """Whether neither the name nor what stands beside it is ever without the other."""
    if short in known_names():
        return False
    rest = longer.replace(short, "", 1).strip()
    together = _count(longer, plain)
    return bool(together) and _count(short, plain) == together == _count(rest, plain)


def _count(words: str, plain: str) -> int:
    return len(re.findall(rf"\b{re.escape(words)}\b", plain))


def _named(whole: Candidate, c: Candidate) -> Iterator[Candidate]:
    last = whole.text.split()[-1]
    if kind := kind_words().get(last):
        yield replace(whole, kind=kind)
    elif c.kind != "person" or not is_noun(last.lower()):
        yield whole
