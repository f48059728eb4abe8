"""Acronyms and the names they stand for: introduced in the text, 'Full Name (FN)', or the initials of a name in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.groups import place
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import (
    kind_words,
    known_key,
    known_names,
    names_alone,
    never_names,
    other_words,
    role_nouns,
    without_form,
)
from briefing.lexicon.word_weights import share
from briefing.model import Kind

_ACRONYM = r"[\"“']?((?:[A-Z]\.){2,}|[A-Z][A-Za-z&-]*[A-Z])"
_INTRODUCED = re.compile(
    rf"\s[(\[]\s?(?:the\s)?{_ACRONYM}[\"”']?\s?[)\]]|\s?,\s(?:or|known\sas)\s(?:the\s)?{_ACRONYM}(?![\w-])"
    r"|,\s(?:also\s)?known\sas\s(?:the\s)?([A-Z][a-z]{3,})(?=[,.;])"  # 'Maritime Industry Authority, known as Marina'
    r"|\s\((?:the\s)?([A-Z][a-z]{4,})\)"  # 'Institute of Harbour Navigation (Ihanav)'
)
_WORD = re.compile(r"(?<!\()\b[A-Z][a-z]{4,}\b")  # not right behind a bracket
_WRITTEN_SMALL = 4  # which of these forms
_SPELT_OUT = re.compile(rf"\b{_ACRONYM}s?\s[(\[]\s?(?:the\s)?([A-Za-z][\w'’ -]{{5,80}}?)\s?(?:,[^()]*)?[)\]]")
_SMALL = frozenset(["of", "the", "for", "and", "in", "on", "to", "a", "de", "la", "des", "du", "et", "&"])
_OF_BODIES = frozenset("Reserve Broadcasting School Health University".split())  # whose systems are organisations
_COMMON = 0.004  # share of documents that hold a word which is no part of a name by itself
_LONGEST = 120  # characters of a full name


def with_introduced(parsed: Parsed, candidates: Sequence[Candidate]) -> tuple[list[Candidate], dict[str, str]]:
    """Candidates with the full names and acronyms of 'Full Name (FN)', and each acronym's full name.

    What is short for a thing ('computed tomography (CT)', 'Canada Response Benefit (CRB)') is no candidate any more.
    """
    acronyms: dict[str, str] = {}
    introduced: list[Candidate] = []
    words = {word for text in parsed.texts for word in _WORD.findall(text)}
    things = {name for text in parsed.texts for name in _things(text)}
    for index, text in enumerate(parsed.texts):
        for found in _INTRODUCED.finditer(text):
            group = found.lastindex or 1
            acronym, end = found[group], _without_possessive(text, found.start())
            start = _start_of_full_name(text, end, acronym)
            before = next((c for c in candidates if c.paragraph == index and c.end == end), None)
            small = group == _WRITTEN_SMALL
            if start is None and before and (_may_shorten(acronym, before.text) or (small and _is_known_body(acronym))):
                start = before.start
            if small and (before is None or not _is_own_word(acronym, before, words)):
                continue
            if start is None or acronym in {*acronyms, *things} or not (before or _is_told(text[start:end])):
                continue
            acronyms[acronym] = text[start:end]
            kind = _kind_of(text[start:end])
            for first, last in ((start, end), found.span(group)):
                introduced.append(Candidate(index, first, last, text[first:last], kind, sure=kind == "place"))
    parts = {c.text for c in candidates if " " in c.text and any(thing.startswith(f"{c.text} ") for thing in things)}
    things |= parts - known_names().keys()
    free = [c for c in candidates if c.text not in things and not any(_overlap(c, other) for other in introduced)]
    return sorted([*free, *introduced], key=place), acronyms


def _kind_of(full: str) -> Kind:
    """An organisation, unless the lexicon has it as a place, or its last word as a place's: 'Norland Space Station'."""
    known = known_names().get(full)
    return "place" if "place" in (known.kind if known else "", kind_words().get(full.split()[-1])) else "organisation"


def _things(text: str) -> Iterator[str]:
    """Acronyms of what is written like a plain word or named like a thing, and the names of such things."""
    for found in _INTRODUCED.finditer(text):
        acronym = found[found.lastindex or 1]
        start = _start_of_full_name(text, found.start(), acronym)
        if start is None:
            words = re.findall(r"[\w'’]+", text[max(0, found.start() - _LONGEST) : found.start()])[-len(acronym) :]
            plain = "".join(word[0] for word in words if word.islower() or _ends_thing(words))
            yield from [acronym] if plain.upper() == acronym else []
        elif _is_thing(text[start : found.start()]):
            yield from (acronym, text[start : found.start()])
        elif acronym in known_names() and not _is_told(text[start : found.start()]):
            yield acronym  # of this text's own, not the lexicon's: 'Grand Master (GM)'
    for found in _SPELT_OUT.finditer(text):
        letters = initials(re.findall(r"[\w'’]+", found[2]))
        if found[1] in letters and (found[2].islower() or _is_thing(found[2])):
            yield from (found[1], found[2])


def _ends_thing(words: Sequence[str]) -> bool:
    """Whether the last word, written small, says that they are an illness or the like: 'Norland virus disease'."""
    last = words[-1].capitalize() if words and words[-1].islower() else ""
    return last in other_words() and last not in kind_words()


def _is_thing(full: str) -> bool:
    words = full.split()
    joint = next((index for index, word in enumerate(words) if index and word in ("of", "for", "in")), len(words))
    system = words[-1] == "System" and words[-2] not in _OF_BODIES and words[-2] not in kind_words()
    bodies = any(word in kind_words() for word in words[:joint])
    post = words[joint - 1].lower() in role_nouns() and (
        joint == len(words) or not bodies
    )  # 'Member of Parliament (MP)'
    other = words[joint - 1] in other_words() and words[joint - 1] not in kind_words()
    return system or post or other or words[-1] in other_words()


def _without_possessive(text: str, end: int) -> int:
    return end - (2 if text[:end].endswith(("'s", "’s")) else 0)


def _is_told(full: str) -> bool:
    """Whether a full name that nothing else knows says that it is a body: not 'Interview of the Month'."""
    words = [word for word in re.findall(r"[\w'’-]+", full) if word.lower() not in _SMALL]
    return any(word in kind_words() or share(word.lower()) < _COMMON for word in words)


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _start_of_full_name(text: str, end: int, acronym: str) -> int | None:
    """Where the words begin whose initials are the acronym's letters, small words counted or not."""
    letters = re.sub(r"[^A-Z]", "", acronym.upper())
    offset = max(0, end - _LONGEST)
    words = list(re.finditer(r"[\w'’]+", without_form(text[offset:end])))[-12:]
    for first in range(len(words) - 2, -1, -1):
        chosen = [word[0] for word in words[first:]]
        if chosen[0][0].isupper() and letters in initials(chosen) and _mostly_capitals(chosen):
            between = text[offset + words[first].start() : end]
            return None if re.search(r"[.;:!?()\"“”]", between[:-1]) else offset + words[first].start()
    return None


def initials(words: Sequence[str]) -> tuple[str, ...]:
    """What a name may be shortened to: the first letters of its great words, of all, and of all but a few.

    What is short already stays whole: 'UNSC' of 'UN Security Council'.
    """
    great = "".join(word[0].upper() for word in words if word.lower() not in _SMALL)
    short = "".join(
        word.replace(".", "") if word.isupper() else word[0].upper() for word in words if word.lower() not in _SMALL
    )
    every = "".join(word[0].upper() for word in words)
    prepositions = "".join(word[0].upper() for word in words if word.lower() not in _SMALL - {"of"})
    return great, every, prepositions, short


def _may_shorten(acronym: str, full: str) -> bool:
    """Whether the letters of an acronym come one after the other in a name, with its first: SIA, Singapore Airlines.

    Of a body they may be those of its name in its own language: Kurdistan Workers' Party, PKK.
    """
    letters, words = iter(full.upper()), full.split()
    within = len(words) > 1 and full[0] == acronym[0] and all(letter in letters for letter in acronym.upper())
    joint = next((index for index, word in enumerate(words) if index and word in ("of", "for")), len(words))
    heads = {kind_words().get(words[-1]), kind_words().get(words[joint - 1])}
    body = len(words) > 1 and "organisation" in heads and acronym.isupper()
    turned = body and sorted(acronym) == sorted(initials(words)[0])  # 'Socialist Party, PS'
    known = known_names().get(acronym)
    camel = len(words) == 1 and re.sub(r"[^A-Z]", "", full) == acronym  # 'NorGasTrans, or NGT'
    return within or camel or turned or (body and len(acronym) > 2 and (known is None or known.kind == "organisation"))


def _is_known_body(short: str) -> bool:
    known = known_names().get(short)
    return known is not None and known.kind == "organisation"


def _is_own_word(short: str, full: Candidate, words: Collection[str]) -> bool:
    """Whether a word in brackets is a body's short form: nothing but a name, and there again."""
    long = full.kind == "organisation" and len(full.text.split()) > 2
    return long and short in words and (_is_known_body(short) or names_alone(short))


def _mostly_capitals(words: Sequence[str]) -> bool:
    great = [word for word in words if word.lower() not in _SMALL]
    return len(great) > 1 and all(word[0].isupper() for word in great)


def abbreviated(organisations: Sequence[str]) -> dict[str, str]:
    """Acronyms of at least three letters that are the initials of just one of the article's organisations."""
    full: dict[str, dict[str, str]] = {}
    for text in organisations:
        words = without_form(text).split()
        joined = "".join(word[0].upper() for word in re.sub(r"\band\b", "&", " ".join(words)).split())
        of_two = {joined} if "&" in joined[1:-1] else set[str]()  # 'M&S'
        forms = (words, text.split(), re.findall(r"[^\s-]+", without_form(text)), re.findall(r"[^\s-]+", text))
        for letters in {*(short for form in forms for short in initials(form)), *of_two} if len(words) > 1 else ():
            if len(letters) > 2:
                full.setdefault(letters, {}).setdefault(known_key(text), text)
    return {letters: min(texts.values()) for letters, texts in full.items() if len(texts) == 1}


def without_introduction(parsed: Parsed, kept: Sequence[Candidate], kinds: Mapping[str, Kind]) -> list[Candidate]:
    """Where initials of the article's organisations stand that nothing else found: 'the PBOC'."""
    full = abbreviated([text for text, kind in kinds.items() if kind == "organisation"])
    wanted = {letters for letters in full if letters not in kinds and letters not in never_names()}
    texts = enumerate(parsed.texts) if wanted else ()
    return [found for index, text in texts for found in _standing(index, text, wanted, kept)]


def _standing(index: int, text: str, wanted: set[str], kept: Sequence[Candidate]) -> Iterator[Candidate]:
    for word in re.finditer(r"\b[A-Z]{3,6}\b", text) if wanted and not text.isupper() else ():
        candidate = Candidate(index, word.start(), word.end(), word[0], "organisation")
        if word[0] in wanted and not any(_overlap(candidate, other) for other in kept):
            yield candidate
