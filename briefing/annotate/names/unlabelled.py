"""Names that the language model gives no label but the words around them a kind: 'Leroux said'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import clues_of, is_called
from briefing.annotate.names.extents import with_particles
from briefing.annotate.names.spans import written_like_heading
from briefing.annotate.names.trimming import trim
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import demonyms, kind_words, role_nouns
from briefing.lexicon.word_weights import is_noun

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OURS = frozenset("Our My Your His Her Its Their This That These Those Every Some Any No All Each".split())
_GOES_BEFORE = re.compile(  # the name begins earlier
    r"(?:\b(?!The|An?|In|At|By|But|And|For|From)[A-Z][\w'’.]*(?: and| of| for|,)?(?: the)?[ –—-]|['’]s |[-–—])$"
)
_OF_BODY = re.compile(r"\b([A-Z]\w+) (?:of|for) (?:the )?$")
_NO_LABEL = frozenset(["", "WORK_OF_ART", "PRODUCT", "DATE"])  # the last three are often given to names beside them
_LETTERS = re.compile(r"\b[A-Z]{2,} $")
_LONGEST = 12  # letters before a name
_CAMEL = re.compile(r"[a-z][A-Z]")  # 'NorGasTrans', whatever the model takes it for


def find_unlabelled(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Proper nouns that the model gives no label but the words around them a kind: 'Leroux said'."""
    taken = {(c.paragraph, offset) for c in candidates for offset in range(c.start, c.end)}
    people = {(c.paragraph, c.start) for c in candidates if c.kind == "person"}
    found: list[Candidate] = []
    for index, (doc, text) in enumerate(zip(parsed.docs, parsed.texts, strict=True)):
        if parsed.paragraphs[index].kind == "text" and not written_like_heading(text):
            for start, end in _runs(doc, text):
                describes = text[end : end + 1] == " " and (index, end + 1) in people  # 'Bishop [Emeritus] Ada Lind'
                if not (describes or any((index, offset) in taken for offset in range(start, end))):
                    found += _of_clues(index, text, start, end)
    return found


def _runs(doc: Doc, text: str) -> Iterator[tuple[int, int]]:
    """Characters of proper nouns in a row, outside everything that the model labels."""
    run: list[Token] = []
    for token in doc:
        if run and _joins(run[-1], token):
            run.append(token)
            continue
        great = text[token.idx].isupper() and token.ent_type_ in _NO_LABEL
        if great and (
            token.pos_ == "PROPN"
            or (run and run[-1].text == "-")
            or token.text in demonyms()
            or _CAMEL.search(token.text)
        ):
            run.append(token)
            continue
        if run:
            yield _span(run)
        run = []
    if run:
        yield _span(run)


def _span(run: Sequence[Token]) -> tuple[int, int]:
    last = run[-2] if len(run) > 1 and _joins(run[-2], run[-1]) else run[-1]
    return run[0].idx, last.idx + len(last)


def _joins(last: Token, token: Token) -> bool:
    """Whether a mark stands within a name: 'Ada Lind-Moe', 'Norham Farmers' Union'."""
    hyphen = token.text == "-" and not token.whitespace_
    owners = token.text in ("'", "’") and last.text.endswith("s") and bool(token.whitespace_)
    return not last.whitespace_ and (hyphen or owners)


def _of_clues(index: int, text: str, start: int, end: int) -> Iterator[Candidate]:
    words = text[start:end].split()
    told = kind_words().get(words[-1])
    if told and len(words) > 1 and kind_words().get(words[-2]) != "organisation":
        if words[0] in _OURS or _GOES_BEFORE.search(text, max(0, start - 30), start):
            return
        name = trim(text, start, end, told)
        if name and " " in text[name.start : name.end] and name.end == end and text[end : end + 1] not in ("-", "–"):
            yield Candidate(index, name.start, name.end, text[name.start : name.end], told, labelled=False)
        return
    lettered = _LETTERS.search(text, max(0, start - _LONGEST), start) or (len(words) == 2 and words[0].isupper())
    common = lettered and len(words) < 3 and is_noun(words[-1].lower())  # 'PC World', whose letters are a title too
    name = trim(text, start, end, "person") if not (common or _is_common(text, start, end)) else None
    if name and text[name.end : name.end + 1] != "-" and text[name.start - 1 : name.start] != "-":
        candidate = Candidate(index, name.start, name.end, text[name.start : name.end], "person", name.titled, False)
        clues = clues_of(text, candidate)
        if clues or name.titled or is_called(candidate.text.split()):
            kind = min(clues, key=lambda kind: (-clues[kind], kind != "person", kind)) if clues else "person"
            yield with_particles(text, replace(candidate, kind=kind))


def _is_common(text: str, start: int, end: int) -> bool:
    """Whether a word is a plural of what is no name, or what a body is of: 'Norland Parties', 'Center for Optics'."""
    word = text[start:end]
    one = re.sub(r"ies$", "y", word) if word.endswith("ies") else word.removesuffix("s")
    plural = one != word and (one in kind_words() or one.lower() in role_nouns())
    body = _OF_BODY.search(text, max(0, start - 30), start)
    return " " not in word and (plural or (body is not None and body[1] in kind_words()))
