"""Bodies and places whose names go on where the language model stops: what a committee is on or a centre for, where
a port authority sits.

``Proceedings of the Norland Academy`` is not the academy, ``Sunday Courier`` is one paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import is_given
from briefing.annotate.names.entities import SUBJECTS
from briefing.annotate.names.firms import is_trade
from briefing.annotate.names.trimming import trim
from briefing.lexicon.names import demonyms, given_names, kind_words, known_names, never_names, surnames
from briefing.lexicon.word_weights import is_noun, share

_WORDS = r"[A-Z][\w'’-]*(?:(?: of)? [A-Z][\w'’-]*)*"
_ON_SUBJECT = re.compile(  # 'Select Committee [on Benghazi]', not 'the Committee on Monday'
    r" on (?:the )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]\w+ \d)"
    rf"{_WORDS}(?:(?:, {_WORDS})*,? and (?:the )?{_WORDS})?(?<!['’]s)"
)
_FOR_SUBJECT = re.compile(_ON_SUBJECT.pattern.replace(" on ", " for ", 1))
_SERVES = frozenset(
    "Center Centre Institute Service Agency Office Association Foundation Fund School Coalition Alliance Movement "
    "Campaign Network".split()
)
_ADVISES = frozenset("Committee Subcommittee Commission Council Panel Taskforce".split())
_WITHOUT_SUBJECT = re.compile(r"\b(?:Select|Special|Joint|Standing|Advisory)\b")
_CALLED_AFTER = re.compile(r"\b(?:General|President|Captain|Prince|Princess) $")  # 'General Torvik City'
_SETTLED = frozenset(["City", "County", "Island", "Bay", "Town", "Township"])
_WORD_BEHIND = re.compile(r" ([A-Z][a-z]+)\b(?! [A-Z])")
_COUPLE = re.compile(r"\b([A-Z][\w-]+) (?:and|&) $")  # '[Bill and] Melinda Gates Foundation'
_GOVERNS = re.compile(r" [Rr]egional (?:government|parliament)\b")  # of a place that has its own, written small
_REST_OF_DISTRICT = re.compile(r" of (?:(?:New|West|South|North) )?[A-Z]\w+")
_REST_OF_BODY = re.compile(
    r" (?:do|da|dos|das|de la|del|della|delle|degli|des|du) [A-Z][\w-]+| (?:Local|Lodge|Chapter) \d+\b"
)
_REST_OF_PLACE = re.compile(r" (?:do|da|dos|das|de|de la|del|di|los|las) [A-Z][\w-]+")
_ISSUED = re.compile(r"\b(?:Sunday|Daily|Evening|Morning|Weekly) $")  # of a paper: 'Sunday Courier'
_OF_PLACE = re.compile(r"(?:[A-Z][\w.'’&-]+ )*([A-Z][\w-]+) of (?:the )?$")
_SEATED = frozenset(
    "Court Authority Bank Ministry University College Institute Academy Assembly Parliament Senate Council Chamber "
    "Board Commission Church Diocese Archdiocese Museum Library Exchange Department Legislature".split()
)
_SUBJECT = re.compile(r"(?:, [A-Z][\w-]+)*,? and (?:the )?((?:[A-Z][\w-]+ ){0,3}[A-Z][\w-]+)(?<!['’]s)\b(?! [A-Z])")
_SUBJECTS = SUBJECTS | {"Services", "Affairs"}  # which end the names of bodies without heading them
_TAUGHT = re.compile(  # what a body is of: 'School of Marine', before 'and Atmospheric Science'
    r"\b(?:School|Institute|College|Department|Faculty|Ministry|Office|Academy|Bureau|Division|Board) of (?:the )?"
    r"(?:[A-Z][\w-]+(?:, | |$))+$"
)
_FOREIGN = re.compile(  # 'Corte Suprema de Justicia', of which the model labels nothing
    r"\b(?:Corte|Cour|Conseil|Consejo|Conselho|Consiglio|Minist[eé]rio|Minist[eè]re|Ministero|Assemblée|Asamblea|Assembleia"
    r"|C[aá]mara|Câmara|(?:Conf|F)édération|(?:Conf|F)ederaci[oó]n|(?:Conf|F)edera[cz]ione|Comité|Comisión|Comissão|Banco"
    r"|Secretaría|Procuraduría|Fiscalía|Policía|Polícia|Instituto|Universidad|Université|Universidade|Università|Partido"
    r"|Bundesamt|Bundesanstalt|Bundesverband|Fundación|Fundação|Asociación|Associação|Sindicato|Syndicat)"
    r"(?:(?: (?:de|da|do|das|dos|del|della|delle|di|du|des|la|los|las|el|für|e|y|et))*"
    r" (?:[A-ZÀ-ÖØ-Þ][\w'’-]+|nationale|nacional|constitutionnel(?:le)?|populaire))+"
)
_JOURNAL = re.compile(r"\b(?:Proceedings|Journal|Annals|Transactions) of (?:the )?$")
_COMMON = 0.002  # share of documents that hold a word which is no name by itself
_WRITTEN = 0.0001  # share of documents that hold a word of the language, however rare
_REACH = 60  # characters before a name


def whole_place(text: str, candidate: Candidate) -> Candidate:
    after = _CALLED_AFTER.search(text, max(0, candidate.start - 12), candidate.start)
    if after and " " in candidate.text and candidate.text.split()[-1] in _SETTLED:
        return _from(text, candidate, after.start())
    if governs := _GOVERNS.match(text, candidate.end):
        return replace(_up_to(text, candidate, governs.end()), kind="organisation", sure=True)
    district = re.fullmatch(r"(?:North|South|East|West|Midd|Centr)\w+ District", candidate.text)
    rest = (_REST_OF_DISTRICT if district else _REST_OF_PLACE).match(text, candidate.end)
    return _up_to(text, candidate, rest.end()) if rest else _body_of(text, candidate)


def whole_body(text: str, candidate: Candidate) -> Candidate:
    last = candidate.text.split()[-1]
    issued = _ISSUED.search(text, max(0, candidate.start - 10), candidate.start)
    if issued and candidate.text in kind_words():
        return replace(_from(text, candidate, issued.start()), sure=True)
    traded = _WORD_BEHIND.match(text, candidate.end)
    if traded and is_trade(traded[1]) and candidate.text not in known_names() and not is_trade(last):
        return _up_to(text, candidate, traded.end())
    goes_on = _ON_SUBJECT if last in _ADVISES else _FOR_SUBJECT if last in _SERVES else None
    if goes_on and (subject := goes_on.match(text, candidate.end)) and not _sits_there(candidate, subject[0]):
        return replace(_up_to(text, candidate, subject.end()), kind="organisation")
    if (subjects := _SUBJECT.match(text, candidate.end)) and _is_taught(candidate.text, subjects[0]):
        return _up_to(text, candidate, subjects.end())
    if rest := _REST_OF_BODY.match(text, candidate.end):
        return _up_to(text, candidate, rest.end())
    if (couple := _of_couple(text, candidate)) is not None:
        return couple
    journal = _JOURNAL.search(text, max(0, candidate.start - 25), candidate.start)
    whole = _from(text, candidate, journal.start()) if journal else None
    return replace(whole, kind="organisation", sure=True) if whole else candidate


def foreign_bodies(index: int, text: str, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Bodies whose name begins with what they are in another language, where nothing else is found that goes on."""
    bodies = [] if text.isupper() else list(_FOREIGN.finditer(text))
    here = [c for c in candidates if c.paragraph == index] if bodies else []
    for found in bodies:
        start, end = found.span()
        beside = [c for c in here if c.start < end and start < c.end]
        longer = any(c.start < start or end < c.end or c.sure or c.text == found[0] for c in beside)
        if not longer:
            yield Candidate(index, start, end, found[0], "organisation", sure=True)


def _is_taught(body: str, rest: str) -> bool:
    """Whether words behind a body say more of what it is of: no names, no bodies, no people."""
    words = re.findall(r"[A-Z][\w-]+", rest)
    lists = (known_names(), never_names(), demonyms(), given_names(), surnames())
    named = any(word in those for word in words for those in lists)
    bodies = any(word in kind_words() for word in words[:-1]) or words[-1] in kind_words().keys() - _SUBJECTS
    written = all(share(word.lower()) > _WRITTEN for word in words)
    written = written and (is_noun(words[-1].lower()) or words[-1] in _SUBJECTS)
    return _TAUGHT.search(body) is not None and written and not bodies and not named


def _sits_there(body: Candidate, rest: str) -> bool:
    """Whether a place behind a body with a subject is where it meets: 'Oversight Committee on Capitol Hill'."""
    place = known_names().get(re.sub(r"^ (?:on|for) (?:the )?", "", rest))
    return place is not None and place.kind == "place" and not _WITHOUT_SUBJECT.search(body.text)


def _from(text: str, candidate: Candidate, start: int) -> Candidate:
    return replace(candidate, start=start, text=text[start : candidate.end])


def _up_to(text: str, candidate: Candidate, end: int) -> Candidate:
    return replace(candidate, end=end, text=text[candidate.start : end])


def _of_couple(text: str, body: Candidate) -> Candidate | None:
    """A body called after two people, of whom the model sees the second: '[Bill and] Melinda Gates Foundation'."""
    words = body.text.split()
    first = _COUPLE.search(text, max(0, body.start - 30), body.start)
    named = first is not None and is_given(first[1]) and is_given(words[0]) and words[-1] in kind_words()
    if not first or not named:
        return None
    return replace(body, start=first.start(), text=text[first.start() : body.end], kind="organisation", sure=True)


def _body_of(text: str, candidate: Candidate) -> Candidate:
    """The body whose name a place ends: 'Port Authority of [Ostby]'."""
    body = _OF_PLACE.search(text, max(0, candidate.start - _REACH), candidate.start)
    if not body or body[1] not in _SEATED:
        return candidate
    name = trim(text, body.start(), candidate.end, "organisation")
    if not name or name.end != candidate.end or name.kind != "organisation":
        return candidate
    if any(share(word.lower()) < _COMMON or word in known_names() for word in text[name.start : body.start(1)].split()):
        return candidate  # 'Norland State University of …' is whole without
    return replace(candidate, start=name.start, text=text[name.start : candidate.end], kind="organisation")
