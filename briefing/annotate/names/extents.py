"""Names that go on where the language model stops: people with a nickname or a second surname, buildings called after
people, courts, firms with their legal form; ``bodies`` has what else belongs to bodies and places.

``John F. Kennedy airport`` is no person, ``General Ada Lind Base`` neither; a court's name says for which district;
``Ada "Addie" Lind`` is one name, ``Ada Lind y Mora`` too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from briefing.annotate.names.bodies import foreign_bodies, whole_body, whole_place
from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import is_called, is_given
from briefing.annotate.names.plausible import PARTICLES, opens_title
from briefing.annotate.names.trimming import trim
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import given_names, kind_words, known_names, names_alone, nations
from briefing.lexicon.word_weights import is_noun
from briefing.model import Kind

_PLAIN = re.compile(
    r" (?:(?:international|regional|county|state|federal|memorial|railway|train|bus|power|sports|cricket|football) )?"
    r"(?:airport|stadium|arena|prison|jail|mosque|cemetery|bridge|highway|expressway|tunnel|dam|hotel|museum|library"
    r"|theat(?:er|re)|cathedral|hospital|station|park|square|street|avenue|boulevard|(?:high )?school|university)\b"
)
_WRITTEN_GREAT = re.compile(r"(?: [A-Z][\w'’.-]+){0,2} ([A-Z][\w-]+)\b")
_TITLE = re.compile(r"[A-Z][\w.]+ $")
_COURT = re.compile(
    r"\b(?:(?:U\.?S\.?|United States|Federal|State) )?(?:(?:District|Circuit|Bankruptcy|Superior) )?"
    r"Court(?: of Appeals?)?"
    r" (?:for|of) the (?:[A-Z][\w.-]+ ){0,3}(?:District|Circuit)(?: of (?:New |West |South |North )?[A-Z]\w+)?"
    r"|\b\d{1,2}(?:st|nd|rd|th) (?:U\.?S\.? )?Circuit Court of Appeals"
)
_NOT_OF_BUILDINGS = frozenset("Administration Government Campaign Cabinet Party Team House Group Foundation".split())

_PARTICLES = "arap|e|y|de|da|do|dos|das|del|della|di|du|la|las|los|bin|ibn|van|von|der|den|zu|af|av|al|el"
_NICKNAME = r"[“\"‘'][A-Z][\w.-]*(?: [A-Z]\w+)?[”\"’']"
_SURNAME = r"[A-Z][\w'’-]*[\w](?<!['’]s)"
_REST = re.compile(rf" (?:{_NICKNAME} {_SURNAME}|(?:(?:{_PARTICLES}) )+{_SURNAME})(?: {_SURNAME}(?! [A-Z]))?")
_REST_OF_GIVEN = re.compile(rf" (?:ten|ter|te|le) {_SURNAME}")
_NICKNAMED = re.compile(
    rf"\b([A-Z][\w-]+)(?: ([A-Z][\w.-]+))? {_NICKNAME} (?:(?:D[aeiu]|L[ae]|V[ao]n|St\.) )?{_SURNAME}"
    rf"(?: (?:d[aeo]s?|del|van|von|y) {_SURNAME})?(?:,? [JS]r\.| III?\b)?"
)
_FORM = re.compile(
    r"(?: [A-Z][\w'’-]+){0,3},? (?:Inc|Corp|Co|Ltd|LLC|LLP|PLC|Plc|plc|AG|GmbH|NV|SA|SpA|AB|ASA|hf|ehf|Ltda|Lda|Pty|Pte"
    r"|Bhd|Tbk|DAC|Oyj|Oy|Re|LP|A/S|ApS|a\.s|(?<=[a-z] )AS)\b"
    r"(?:(?<=a\.s)\.|\.(?! [A-Z]|$))?"
)
_FORMS = r"(?:Inc|Corp|Co|Ltd|LLC|LLP|PLC|Plc|AG|GmbH|NV|SpA|ASA|Oyj|LP|A/S)\b"
_FORM_OF_FIRM = re.compile(rf" {_FORMS}")
_FIRM = re.compile(rf"\b(?:[A-Z][\w'’.-]*,? (?:& )?){{1,5}}{_FORMS}(?:\.(?! [A-Z]|$))?")
_SYLLABLES = re.compile(r"(?<![-\w])([A-Z][a-z]{1,7}) ([A-Z][a-z]{1,6})-([a-z]{1,6})(?![-\w])")
_WORD_BEFORE = re.compile(r"\b([A-Z][\w-]+) $")
_ANSWERS = re.compile(r"\(\(([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\)\)")
_HYPHENED = re.compile(r"\b([A-Z]\w+)-$")
_FORM_BEFORE = re.compile(r"\b(?:OAO|OOO|ZAO|PAO|OJSC|PJSC|NAK|PT) $")
_OF_SAINT = re.compile(r"['’]s? (?:[A-Z]\w+ )?([A-Z]\w+)(?! [A-Z])")  # 'St. Olaf's General Hospital'
_PARTNERS = re.compile(r"\b(?:[A-Z][\w-]+, )+$")  # of a law firm: 'Lind, Marlow & Partners'
_SPOUSE = re.compile(r"(?:^|[,;:(\"“”–—_-] ?|\b[a-z]+ )([A-Z][\w-]+) and $")
_PARTICLES_BEFORE = re.compile(
    r"(?:\b([A-Z][\w-]+) )?"
    r"\b((?:[Dd]e|[Vv]an|[Vv]on|[Dd]u|[Dd]i|[Dd]a|[Dd]os|zu|af) (?:(?:de[rn]?|la|los|het|'t) )?)$"
)
_OFFICE_OF_PLACE = re.compile(r"\b[\w-]+ (?:of|for|in) (?:the )?(?:[A-Z][\w.'’-]+ )+([A-Z][\w'’]+) $")
_REACH = 60  # characters before a name

_SURELY = frozenset("Base Airbase Airfield Airport Prison Stadium Mosque Cemetery Facility Barracks".split())


def whole_names(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, each that goes on as the whole name, courts with their district, people with a nickname."""
    people = [c for c in candidates if c.kind == "person"]
    courts = [court for index, text in enumerate(parsed.texts) for court in _courts(index, text)]
    surely = [
        *courts,
        *(firm for index, text in enumerate(parsed.texts) for firm in _firms(index, text, candidates)),
        *(body for index, text in enumerate(parsed.texts) for body in foreign_bodies(index, text, candidates)),
        *_spouses(parsed, people),
        *(person for index, text in enumerate(parsed.texts) for person in _nicknamed(index, text, people)),
        *(person for index, text in enumerate(parsed.texts) for person in _family_first(index, text)),
        *(person for index, text in enumerate(parsed.texts) for person in _answering(index, text)),
    ]
    borne = {c.text.partition(" ")[2].lower() for c in people}
    joined = [with_particles(parsed.texts[c.paragraph], c, borne) for c in _joined(parsed, candidates)]
    longer = [_longer(parsed.texts[c.paragraph], c) for c in joined]
    same = {id(c) for c in candidates}
    more = [c for c in longer if id(c) not in same and not any(_overlap(c, other) for other in surely)]
    whole = [*surely, *more]
    return [*whole, *(c for c in candidates if not any(_overlap(c, other) for other in whole))]


def _courts(index: int, text: str) -> Iterator[Candidate]:
    for found in _COURT.finditer(text) if "Court" in text else ():
        yield Candidate(index, found.start(), found.end(), found[0], "organisation", sure=True)


def _firms(index: int, text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Firms by their legal form, where nothing else was found."""
    for found in _FIRM.finditer(text) if _FORM_OF_FIRM.search(text) else ():
        name = trim(text, *found.span(), "organisation")
        firm = Candidate(index, name.start, name.end, text[name.start : name.end], "organisation") if name else None
        if firm and " " in firm.text and not any(_overlap(firm, other) for other in candidates):
            yield replace(firm, sure=True)


def _nicknamed(index: int, text: str, people: Sequence[Candidate]) -> Iterator[Candidate]:
    for found in _NICKNAMED.finditer(text) if '"' in text or "“" in text else ():
        given, start = found[1], found.start()
        if found[2] and not is_given(given) and opens_title(given):
            given, start = found[2], found.start(2)  # 'Mayor [Ada “Addie” Lind]'
        person = Candidate(index, start, found.end(), text[start : found.end()], "person", sure=True)
        if is_given(given) or any(other.start == start and _overlap(other, person) for other in people):
            yield person


def _family_first(index: int, text: str) -> Iterator[Candidate]:
    """People whose given name stands behind, its syllables joined: 'Moon Hae-jin', 'Alice Moon Hae-jin'."""
    for found in _SYLLABLES.finditer(text) if "-" in text else ():
        family = found[1] in given_names() or names_alone(found[1])
        if family and not is_noun(found[2].lower()) and not is_noun(found[3]) and found[2] not in known_names():
            before = _WORD_BEFORE.search(text, max(0, found.start() - 20), found.start())
            start = before.start() if before and before[1] in given_names() else found.start()
            yield Candidate(index, start, found.end(), text[start : found.end()], "person", sure=True)


def _answering(index: int, text: str) -> Iterator[Candidate]:
    """Who answers in an interview: '((Ada Lind)) I began …'."""
    found = _ANSWERS.match(text)
    if found and all(word in given_names() or names_alone(word) for word in found[1].split()):
        yield Candidate(index, *found.span(1), found[1], "person", sure=True)


def _spouses(parsed: Parsed, people: Sequence[Candidate]) -> Iterator[Candidate]:
    """Given names before somebody who bears the same surname: 'Ada' of 'Ada and Tom Lind'."""
    forenames = {person.text.split()[0] for person in people if " " in person.text}
    for person in people:
        text = parsed.texts[person.paragraph]
        found = _SPOUSE.search(text, max(0, person.start - _REACH), person.start)
        given = found is not None and (is_given(found[1]) or found[1] in forenames)
        if found and given and is_given(person.text.split()[0]) and " " in person.text:
            yield Candidate(person.paragraph, *found.span(1), found[1], "person", sure=True)


def _longer(text: str, candidate: Candidate) -> Candidate:
    candidate = _with_hyphen(text, candidate)
    form = _FORM.match(text, candidate.end)
    if form and not candidate.titled:
        whole = text[candidate.start : form.end()]
        return replace(candidate, end=form.end(), text=whole, kind="organisation", sure=True)
    if (saint := _of_saint(text, candidate)) is not None:
        return saint
    partners = _PARTNERS.search(text, max(0, candidate.start - _REACH), candidate.start)
    if partners and re.search(r"\w & \w", candidate.text) and candidate.kind == "organisation":
        whole = text[partners.start() : candidate.end]
        return replace(candidate, start=partners.start(), text=whole, sure=True)
    before = _FORM_BEFORE.search(text, max(0, candidate.start - 6), candidate.start)
    if before and not candidate.titled:
        whole = text[before.start() : candidate.end]
        return replace(candidate, start=before.start(), text=whole, kind="organisation", sure=True)
    if text.endswith(("Don't ", "Don’t "), 0, candidate.start):
        start = candidate.start - len("Don't ")
        return replace(candidate, start=start, text=text[start : candidate.end], kind="organisation", sure=True)
    if candidate.kind == "person" or is_called(candidate.text.split()):
        person = _with_rest(text, _with_given(text, candidate))
        return _building(text, person) if " " in person.text else person
    return whole_place(text, candidate) if candidate.kind == "place" else whole_body(text, candidate)


def _with_hyphen(text: str, candidate: Candidate) -> Candidate:
    """The candidate with what a hyphen joins to it: '[Harlow-]Marlow Rubber Co.', not 'Moscow-Beijing'."""
    joined = _HYPHENED.search(text, max(0, candidate.start - _REACH), candidate.start)
    if not joined or not names_alone(joined[1]) or (candidate.kind == "place" and candidate.text not in nations()):
        return candidate
    kind: Kind = "organisation" if candidate.kind == "place" else candidate.kind
    return replace(candidate, start=joined.start(), text=text[joined.start() : candidate.end], kind=kind)


def _of_saint(text: str, candidate: Candidate) -> Candidate | None:
    behind = _OF_SAINT.match(text, candidate.end) if re.match(r"(?:St\.?|Saint) [A-Z]", candidate.text) else None
    kind = kind_words().get(behind[1]) if behind else None
    if behind is None or kind is None:
        return None
    return replace(candidate, end=behind.end(), text=text[candidate.start : behind.end()], kind=kind, sure=True)


def _joined(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, a person that the model cuts in two as one: 'Efrain' and 'Marlow Rubio' side by side."""
    found: list[Candidate] = []
    for c in candidates:
        last = found[-1] if found else None
        beside = last is not None and last.paragraph == c.paragraph and c.start == last.end + 1 and not c.weak
        if last is None or not beside or last.kind != "person" or c.titled or not _is_rest(c, last.text):
            found.append(c)
            continue
        text = parsed.paragraphs[c.paragraph].text
        whole = replace(last, end=c.end, text=text[last.start : c.end], labelled=True)
        found[-1:] = [whole] if text[last.end] == " " else [last, c]
    return found


def _is_rest(candidate: Candidate, before: str) -> bool:
    """Whether a candidate may go on somebody's given name, or several: a person, a plain name, or 'Arana de Lind'."""
    words = candidate.text.split()
    several = not {*words[1:-1]}.isdisjoint(PARTICLES)
    if " " in before:
        goes_on = candidate.kind == "person" and len(before.split()) == 2 and words[0] not in given_names()
        return is_given(before.split()[0]) and (several or goes_on)
    alone = len(words) == 1 or several
    return candidate.kind == "person" or (alone and names_alone(words[0]) and names_alone(words[-1]))


def _with_given(text: str, person: Candidate) -> Candidate:
    """A person with the given name between a surname alone and the place of an office: 'Mayor of London [Sadiq] Khan'.

    Without it a namesake of the article would be the mayor.
    """
    alone = " " not in person.text
    given = _OFFICE_OF_PLACE.search(text, max(0, person.start - _REACH), person.start) if alone else None
    if given is None or opens_title(given[1]) or is_noun(given[1].lower()):
        return person
    if given[1] in known_names() or given[1] in kind_words():
        return person
    return replace(person, start=given.start(1), text=text[given.start(1) : person.end], kind="person", sure=True)


def with_particles(text: str, person: Candidate, borne: Collection[str] = ()) -> Candidate:
    """A surname with its particles, which the model takes for words: '[van der] Lind', '[Ada von] Lind'.

    ``borne`` are the surnames of the article, with which it is somebody whatever the model takes it for.
    """
    found = _PARTICLES_BEFORE.search(text, max(0, person.start - _REACH), person.start)
    if found is None or " " in person.text:
        return person
    if person.kind != "person" and f"{found[2]}{person.text}".lower() not in borne:
        return person
    given = found[1] is not None and (is_given(found[1]) or names_alone(found[1]))
    if found[1] and not given and not opens_title(found[1]):
        return person
    start = found.start() if given else found.start(2)
    return replace(person, start=start, text=text[start : person.end], kind="person")


def _with_rest(text: str, person: Candidate) -> Candidate:
    """A person with the nickname and the surname, or with what belongs to the surname, that stand behind."""
    rest = _REST.match(text, person.end)
    if rest is None and person.text in given_names():
        rest = _REST_OF_GIVEN.match(text, person.end)
    return replace(person, end=rest.end(), text=text[person.start : rest.end()], kind="person") if rest else person


def _building(text: str, person: Candidate) -> Candidate:
    plain, great = _PLAIN.match(text, person.end), _WRITTEN_GREAT.match(text, person.end)
    kind: Kind | None = "place" if plain else _kind_of(great) if great else None
    end = plain.end() if plain else great.end() if great and kind else person.end
    kind = "place" if person.text.split()[-1] in _SURELY else kind
    if kind is None:
        return person
    title = _TITLE.search(text, max(0, person.start - 20), person.start) if person.titled else None
    start = title.start() if title and opens_title(title[0].strip()) else person.start
    return Candidate(person.paragraph, start, end, text[start:end], kind, sure=kind == "place")


def _kind_of(behind: re.Match[str]) -> Kind | None:
    words = behind[0].split()
    other = any(" ".join(words[index:]) in known_names() for index in range(len(words)))
    return None if other or {*words} & _NOT_OF_BUILDINGS else kind_words().get(behind[1])


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end
