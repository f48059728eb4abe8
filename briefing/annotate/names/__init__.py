"""Names of people, places and organisations in an English article, merged, with every mention.

The language model's entities, corrected by a lexicon and by the article itself (a word that is somebody's surname is
that person); what stays uncertain is left out. Nationalities, dates, works and products are no names here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.annotate.names.acronyms import abbreviated, with_introduced, without_introduction
from briefing.annotate.names.agreement import as_meant
from briefing.annotate.names.beside import with_clues
from briefing.annotate.names.body_words import body_words
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.datelines import with_datelines
from briefing.annotate.names.entities import label_at
from briefing.annotate.names.extents import whole_names
from briefing.annotate.names.firms import with_short_firms
from briefing.annotate.names.groups import Group, place
from briefing.annotate.names.kinds import kinds_of, weigh
from briefing.annotate.names.known import ends_sentence
from briefing.annotate.names.merging import fullest, merge
from briefing.annotate.names.neighbours import whole_by_neighbours
from briefing.annotate.names.parts import divide
from briefing.annotate.names.plausible import PARTICLES
from briefing.annotate.names.roles import roles_of
from briefing.annotate.names.score_lines import find_results
from briefing.annotate.names.short_forms import short_forms
from briefing.annotate.names.spans import find_candidates, written_like_heading
from briefing.annotate.names.tenses import is_over
from briefing.annotate.names.things import INDEXES, without_things
from briefing.annotate.names.trimming import Trimmed, trim
from briefing.annotate.names.unlabelled import find_unlabelled
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import demonyms, never_names, without_capitals, without_form
from briefing.model import Kind, Mention, Name

_OTHER_OFFICE = frozenset(["vice", "deputy", "assistant", "associate", "acting", "shadow"])  # a president's is another
_OF_PARTICLES = re.compile(rf"\s(?:(?:{'|'.join(sorted(PARTICLES))})\s)+([^\W\d_][\w'’-]*)")  # 'Ruiz [de Lind]'
_WORD = re.compile(r"\b[^\W\d_][\w'’.-]*")
_WITHOUT_OWNER = re.compile(r"['’]s?\b|\.$")
_FORMS = frozenset(["Co.", "Inc.", "Corp.", "Ltd.", "Cos."])  # of firms, whose full stop is the sentence's too
_ROLES = 4  # descriptions kept of a person


def find_names(parsed: Parsed) -> tuple[Name, ...]:
    """The article's names by first mention, each under its fullest form; mentions are verbatim and never overlap."""
    candidates = whole_names(parsed, divide(parsed, find_candidates(parsed)))
    candidates = whole_by_neighbours(parsed, sorted(candidates, key=place))
    candidates = find_results(parsed, with_short_firms(parsed, candidates))
    candidates, acronyms = with_introduced(parsed, candidates)
    candidates = sorted([*candidates, *find_unlabelled(parsed, candidates)], key=place)
    candidates = without_things(parsed, with_datelines(parsed, candidates))
    candidates = sorted(candidates, key=place)
    kinds = weigh(parsed, candidates, {*acronyms, *acronyms.values()})
    kept = as_meant(parsed, [c for c in candidates if c.text in kinds], kinds)
    kept += without_introduction(parsed, kept, kinds)
    kinds |= {candidate.text: candidate.kind for candidate in kept if candidate.text not in kinds}
    short = [*short_forms(kept, kinds), *body_words(parsed.texts, kept, kinds)]
    missed = list(_missed(parsed, kept, short))
    kinds |= {c.text: c.kind for c in missed if c.text not in kinds and not c.text.isupper()}
    capitals = {c.text: c.kind for c in missed if c.text not in kinds}
    groups = _grouped(parsed, [*kept, *missed], kinds, acronyms, capitals)
    return _names(parsed, [group for group in groups if not all(member.weak for member in group.members)])


def merge_spans(parsed: Parsed, spans: Iterable[tuple[int, int, int, Kind | None]]) -> tuple[Name, ...]:
    """Names of spans that were found elsewhere, each the number of its paragraph, start, end and kind, if known."""
    index = {paragraph.number: n for n, paragraph in enumerate(parsed.paragraphs)}
    found, told = [], dict[str, Kind]()
    for number, start, end, kind in spans:
        text = parsed.paragraphs[index[number]].text
        guess = kind or label_at(parsed.docs[index[number]], start, end)
        whole = Trimmed(start, end, guess, False)
        name = whole if kind == "place" and ", " in text[start:end] else trim(text, start, end, guess) or whole
        surface, weak = text[name.start : name.end], written_like_heading(text)
        span = Candidate(index[number], name.start, name.end, surface, guess, name.titled)
        found.append(replace(span, weak=weak, sure=kind is not None))
        told |= {surface: guess} if kind or without_capitals(surface) in demonyms() else {}
    _, acronyms = with_introduced(parsed, found)
    kinds = kinds_of(parsed, found, {*acronyms, *acronyms.values()}) | told
    return _names(parsed, _grouped(parsed, found, kinds, acronyms))


def _grouped(
    parsed: Parsed,
    candidates: Sequence[Candidate],
    kinds: Mapping[str, Kind],
    acronyms: Mapping[str, str],
    capitals: Mapping[str, Kind] | None = None,
) -> list[Group]:
    """``capitals`` are surfaces written in capitals alone, of the kind of those that they repeat if there are any."""
    full = abbreviated([text for text, kind in kinds.items() if kind == "organisation"])
    shown = {form.upper(): kind for text, kind in kinds.items() for form in (text, without_form(text))}
    repeated = {text: shown.get(text, kind) for text, kind in (capitals or {}).items()}
    kinds = {**kinds, **repeated}
    told = [with_clues(parsed.paragraphs[c.paragraph].text, c, kinds.get(c.text, c.kind)) for c in candidates]
    return merge(sorted(told, key=place), kinds, {**acronyms, **full})


def _names(parsed: Parsed, groups: Sequence[Group]) -> tuple[Name, ...]:
    people = [member.text for group in groups if group.kind == "person" for member in group.members]
    firms = [m.text for group in groups if group.kind == "organisation" for m in group.members if ", " in m.text]
    return tuple(_name(parsed, group, [text for text in people if " " in text], firms) for group in groups)


def _name(parsed: Parsed, group: Group, people: Collection[str], firms: Sequence[str]) -> Name:
    mentions = tuple(Mention(parsed.paragraphs[m.paragraph].number, m.start, m.end, m.text) for m in group.members)
    roles = (role for role in _roles(parsed, group) if not any(_runs_into(other, role) for other in people))
    roles = (_with_firm(role, firms) for role in roles)
    return Name(fullest(group), group.kind, mentions, tuple(roles)[:_ROLES])


def _with_firm(role: str, firms: Sequence[str]) -> str:
    """A role to the end of a firm's name that has commas: 'economist at Lind[, Marlow & Torv]'."""
    cut = next((firm for firm in firms if role.endswith(f" {firm.partition(', ')[0]}")), "")
    return role + cut[len(cut.partition(", ")[0]) :]


def _runs_into(person: str, role: str) -> bool:
    """Whether a description holds somebody else's name, but as whose it is: 'Tom Lind's wife', 'aide to Tom Lind'."""
    if person not in role:
        return False
    name = re.escape(person)
    whose = re.search(rf"(?:\b(?:of|for|to|with)\s(?:[A-Z][\w.]+\s)*{name}$|^{name}['’]s?\s)", role)
    return not whose


def _roles(parsed: Parsed, group: Group) -> Iterable[str]:
    """How the text describes a person, each role once, where it says most."""
    if group.kind != "person":
        return ()
    spans = ((parsed.paragraphs[member.paragraph].text, member.start, member.end) for member in group.members)
    found = dict.fromkeys(role for span in spans for role in roles_of(*span))
    told = [role for role in found if not any(_says_more(other, role) for other in found)]
    return sorted(told, key=is_over)


def _says_more(one: str, other: str) -> bool:
    """'SpaceX founder' beside 'company founder', 'French President' beside 'President': the same office."""
    words, fewer = one.lower().split(), other.lower().split()
    if one == other:
        return False
    if len(words) > len(fewer) and (words[: len(fewer)] == fewer or words[-len(fewer) :] == fewer):
        return not {*words} - {*fewer} & _OTHER_OFFICE
    more = len(words) >= len(fewer) and other.islower() and not one.islower()
    return more and words[-1] == fewer[-1]


# ----------------------------------------------------------------------------------------------- missed mentions


def _missed(parsed: Parsed, kept: Sequence[Candidate], short: Sequence[Candidate]) -> Iterator[Candidate]:
    """Occurrences of names and of their ``short`` forms that the model overlooked, unless a capital beside them makes
    another name."""
    by_first = _surfaces_by_first_word([c for c in [*kept, *short] if c.text not in INDEXES])
    capitals = any(map(str.isupper, parsed.texts))
    forms = [(c, t) for c in kept for t in {c.text, without_form(c.text)} if not t.isupper()] if capitals else []
    in_capitals = _surfaces_by_first_word([replace(c, text=text.upper()) for c, text in forms])
    taken: dict[int, list[Candidate]] = {}
    for candidate in kept:
        taken.setdefault(candidate.paragraph, []).append(candidate)
    for index, text in enumerate(parsed.texts):
        spans = _Spans(taken.get(index, []))
        known = in_capitals if text.isupper() else by_first
        for word in _WORD.finditer(text):
            for model in known.get(word[0], ()) or known.get(_WITHOUT_OWNER.split(word[0], maxsplit=1)[0], ()):
                found = replace(model, paragraph=index, start=word.start(), end=word.start() + len(model.text))
                if _stands_alone(text, found, in_capitals=text.isupper()) and spans.claim(found):
                    yield found
                    break


class _Spans:
    """The characters of a paragraph that names hold already."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._held = {offset for c in candidates for offset in range(c.start, c.end)}

    def claim(self, candidate: Candidate) -> bool:
        wanted = range(candidate.start, candidate.end)
        if any(offset in self._held for offset in wanted):
            return False
        self._held.update(wanted)
        return True


def _surfaces_by_first_word(kept: Sequence[Candidate]) -> Mapping[str, Sequence[Candidate]]:
    surfaces = {candidate.text: candidate for candidate in reversed(kept)}
    index: dict[str, list[Candidate]] = {}
    for text in sorted(surfaces, key=lambda text: (-len(text), text)):
        index.setdefault(text.split()[0], []).append(surfaces[text])
    return index


def _stands_alone(text: str, found: Candidate, in_capitals: bool) -> bool:
    """Whether the surface stands at the span, whole, and beside no capitalised word of another name."""
    if not text.startswith(found.text, found.start) or re.match(r"[\w$]", text[found.end : found.end + 1]):
        return False
    before = re.search(r"([\w'’.-]+)[\s-]$", text[max(0, found.start - 40) : found.start])
    before = None if before and (ends_sentence(before[1]) or before[1] in _FORMS) else before
    if before and re.fullmatch(r"(?:pro|anti|non)-", before[0]):
        return False
    behind = text[found.end : found.end + 40]
    of_particles = _OF_PARTICLES.match(behind) if " " not in found.text else None
    after = of_particles or re.match(r"[\s-]([^\W\d_][\w'’-]*)", behind)
    if before and before[1] == "The":  # 'The Commission', but not 'The Norland Opera'
        return in_capitals or after is None or not after[1][0].isupper()
    return in_capitals or not any(_another(word[1]) for word in (before, after) if word)


def _another(word: str) -> bool:
    return word[0].isupper() and word not in demonyms() and word.rstrip(".") not in never_names()
