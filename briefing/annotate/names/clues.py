"""What the words around a name say of its kind: 'Lima said', 'in Lima, Peru', 'shares of Lima'.

Each clue is a pattern before or behind the name, the kind that it speaks for and its weight; a label of the language
model weighs one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clue_patterns import ANY_BEFORE, ANY_BEHIND, BEFORE, BEHIND, FIRM, SPEAKS, Clue
from briefing.lexicon.names import (
    given_names,
    kind_words,
    known_names,
    nations,
    places_or_firms,
    role_nouns,
    surnames,
)
from briefing.lexicon.word_weights import is_noun, share
from briefing.model import Kind

_COMMON = 0.02  # share of documents that hold a word which many bodies bear
_WINDOW = 60  # characters on either side
_CLOSED = re.compile(
    r"[,.;:)]|$|\s(?:and|on|where|when|after|before|to|by|with|from|during|since|last|this|has|was|is|in|said|told|at|as"
    r"|for|via|near|until|while|or|but|that|which|would|will|have|had|were|are|following|amid|because|through)\b"
)
_REGION = re.compile(rf"{_CLOSED.pattern}| (?:rain ?forest|forest|river|basin|jungle|delta|region|fires)\b")
_BRACKETED = re.compile(r" \( ?([A-Z][\w. ]+?) ?\)")
_COUNTRY = re.compile(r",\s+((?:[A-Z][\w.'’-]+)(?:\s[A-Z][\w'’-]+)?)")
_ROLE = re.compile(r"\b([A-Za-z-]+)(?: of [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(,?))? $")  # 'president of Norland, '
_DESCRIBED = re.compile(
    r", (?:(?:an?|the|its|their) (?:[A-Za-z-]+ ){0,3}?([A-Za-z-]+),|"
    r"(?:an? |the |its |their )?(?:[A-Za-z-]+ ){0,3}?([A-Za-z-]+) (?:of|at|for|from|who|in|to) |"
    r"(?:[A-Z]\w+ ){0,2}[A-Z]\w+['’]s (?:[a-z-]+ ){0,2}?([a-z-]+)[,.])"
)
_EMPLOYED = re.compile(
    r"\b([a-z-]+)(?: of [a-z]+(?: [a-z]+)?)? (?:at|with) (?:the |[A-Z]\w+['’]s? )?$"
)  # 'a partner at Lind & Marlow'
_PUBLISHED = re.compile(
    r"\b(?:[Pp]ublished (?:\w+ ){0,3}in (?:the )?(?:\w+ )?(?:journal )?|(?:report|article|interview)s? in (?:the )?)$"
)
_VENUE = re.compile(r" (?:Center|Centre)$")
_STANDS = re.compile(r"\b(?:at|in|inside|outside|near|(?<!according )(?<!According )to|from) (?:the )?$")
_SOMEBODY_OF = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+ of (?:the )?$")  # 'Ada Lind of BPA'
_EMPLOYERS = frozenset(
    (
        "owner publisher builder broadcaster operator developer contractor supporter star member fan brewer broker "
        "jeweller jeweler auditor underwriter baker grocer tailor butcher shareholder stockbroker hotelier trader "
        "dealer arbitrator cleaner ranger steward"
    ).split()
)
_WITH_ITS_ARTICLE = re.compile(r"\b(?:by|told|with|for) The $")  # 'a report by The Atlantic'
_OWNED = re.compile(r"['’]s[,.;]")
_FIRM_BEFORE = re.compile(rf"\b(?:{FIRM})s?,? (?:(?:called|named|known as) )?$")  # 'the chain, [Ada Lind]'s, …'
_LEADS = re.compile(  # 'MRTL leader Ada Lind'
    r" (?:leader|chairman|chairwoman|president|chief|secretary-general|spokes\w+|commander|official|lawmaker)s? [A-Z]"
)
_LETTERED = re.compile(r" (?:union|radio|television|militia|rebels)\b")  # 'DZR radio', 'the TU BCE union'
_GOVERNED = re.compile(r"\b(?:in|of|from|at|near) (?:the )?$")
_ARTICLE = re.compile(r"\b[Tt]he $")
_SPACED = re.compile(r"^ (?=[,.;:)]|['’]s?(?: |$))")  # as text that was cut into words has it


def clues_of(text: str, candidate: Candidate) -> Counter[Kind]:
    """How much the words around a candidate speak for each kind; the strongest pattern of each side counts."""
    before = text[max(0, candidate.start - _WINDOW) : candidate.start]
    behind = _SPACED.sub("", text[candidate.end : candidate.end + _WINDOW])
    found = _before(candidate, before, behind) + _behind(before, behind)
    if _in_known_place(behind):
        found["place"] += 3
    if _PUBLISHED.search(before) and (" " in candidate.text or candidate.text.isupper()):
        found = Counter({"organisation": found["organisation"] + 3})
    if candidate.text in places_or_firms() and _ARTICLE.search(before) and _REGION.match(behind):
        found["place"] += 3
    if _VENUE.search(candidate.text) and _STANDS.search(before):
        found["place"] += 2
    found["organisation"] += _for_organisation(candidate, before, behind)
    found["person"] += _for_person(candidate, before, behind)
    return +found


def _before(candidate: Candidate, before: str, behind: str) -> Counter[Kind]:
    told = before.endswith(" ") and ANY_BEFORE.search(before)
    best = _strongest(BEFORE if told else (), lambda clue: clue.pattern.search(before))
    if not _CLOSED.match(behind) or _ARTICLE.search(before) or (candidate.text.isupper() and len(candidate.text) > 2):
        del best["place"]  # 'a stake in GMAC'
    if best["organisation"] == 5 and _is_full(candidate.text.split()):
        del best["organisation"]  # 'property developer Ada Lind'
    return best


def _behind(before: str, behind: str) -> Counter[Kind]:
    best = _strongest(BEHIND if ANY_BEHIND.match(behind) else (), lambda clue: clue.pattern.match(behind))
    if best["person"] == 1 and (_GOVERNED.search(before) or best["organisation"] == 3):
        del best["person"]  # 'officials in Paris said', 'Veldra said its profit'
    return best


def _strongest(clues: Sequence[Clue], fits: Callable[[Clue], re.Match[str] | None]) -> Counter[Kind]:
    best: Counter[Kind] = Counter()
    for clue in clues:
        if clue.weight > best[clue.kind] and fits(clue):
            best[clue.kind] = clue.weight
    return best


def _for_organisation(candidate: Candidate, before: str, behind: str) -> int:
    """What else speaks for a body: a plural, its own article, letters that somebody is of, somebody whom it employs."""
    text = candidate.text
    other = text[:-1] in surnames() or is_noun(text.lower())  # 'the Obamas'
    kind: Kind = "organisation" if " " in text else "person"
    plural = candidate.labelled and candidate.kind == kind and names_team(text.split()) and not other
    letters = re.fullmatch(r"[A-Z]{3,6}", text) is not None
    employed = _EMPLOYED.search(before)
    employs = employed is not None and employed[1] in role_nouns()
    return (
        2 * bool(plural and _ARTICLE.search(before))  # 'the Herons', 'the Norham Herons'
        + 3 * bool(_WITH_ITS_ARTICLE.search(before))
        + 5 * bool(_OWNED.match(behind) and _FIRM_BEFORE.search(before))
        + 2 * bool(letters and _LEADS.match(behind))
        + 2 * bool(letters and _SOMEBODY_OF.search(before))
        + 2 * bool(_LETTERED.match(behind) and re.fullmatch(r"[A-Z]{2,6}(?:[ -][A-Z]\w+)?", text))
        + 4 * bool(employs and not (candidate.titled or is_called(text.split())))
    )


def _for_person(candidate: Candidate, before: str, behind: str) -> int:
    """What else speaks for a person: a nation in brackets, a description behind, a role before."""
    words = candidate.text.split()
    weight = 3 * (_of_country(behind) and len(words) > 1 and words[-1] not in known_names())
    if not _may_be_person(candidate.text):
        return weight
    described = _DESCRIBED.match(behind)
    office = words[-1].lower() in role_nouns()  # 'Foreign Secretary, the head of …'
    told = next(filter(None, described.groups()), "") if described else ""
    if _holds_office(told.lower()) and not office:
        weight += 3
    role = _ROLE.search(before)
    named = words[0] in given_names() or (len(words) == 2 and words[1] in surnames())
    if role and (role[2] != "" or named) and _holds_office(role[1].lower()):
        weight += 3
    return weight


def _holds_office(noun: str) -> bool:
    return noun in role_nouns() and noun not in _EMPLOYERS


def names_team(words: Sequence[str]) -> bool:
    """Whether words end in a plural as teams and bands do: 'Herons', 'Norham Herons'."""
    last, plain = words[-1], any(word.islower() for word in words)
    rare = share(last.lower()) < _COMMON and last not in kind_words()
    return len(words) < 4 and not plain and last.endswith("s") and not last.endswith("ss") and rare


def speaks(text: str, candidate: Candidate) -> bool:
    return bool(re.match(rf" ?,? {SPEAKS}", text[candidate.end : candidate.end + _WINDOW]))


def _in_known_place(behind: str) -> bool:
    country = _COUNTRY.match(behind)
    known = known_names().get(country[1]) if country else None
    office = country and re.match(r" ([a-z-]+)", behind[country.end() :])  # 'Ada Lind, Norland coach'
    return known is not None and known.kind == "place" and not (office and office[1] in role_nouns())


def _of_country(behind: str) -> bool:
    """Whether a nation in brackets follows, as in results: 'Ane Dahl (Norway) beat …'."""
    bracket = _BRACKETED.match(behind)
    known = known_names().get(bracket[1]) if bracket else None
    return known is not None and known.name in nations()


def _may_be_person(surface: str) -> bool:
    words = surface.split()
    given = words[0] in given_names() and words[-1] not in kind_words()  # 'Luz Marina Tello'
    plain = len(words) < 4 and (given or not any(word in kind_words() or word.lower() == "of" for word in words))
    return (
        plain
        and surface not in known_names()
        and words[0] not in known_names()
        and not (words[0].isupper() and "." not in words[0])
    )


def is_called(words: Sequence[str]) -> bool:
    """Whether two words are given name and surname by themselves: neither is a known name or a common word."""
    if len(words) != 2 or not is_given(words[0]):
        return False
    first, last = known_names().get(words[0]), words[1]
    plain = (first and not first.ambiguous) or words[0] in kind_words()  # 'Nancy' is a town too
    surname = not (last in known_names() or last in kind_words() or last.isupper() or is_noun(last.lower()))
    return surname and not plain


def _is_full(words: Sequence[str]) -> bool:
    """Whether words are a given name and a surname, be it a place's: 'Peter Lincoln'."""
    return is_called(words) or (len(words) == 2 and words[0] in given_names() and words[1] not in kind_words())


def is_given(word: str) -> bool:
    """Whether a word is a given name, or two: 'Nils-Erik'."""
    return word in given_names() or ("-" in word and any(part in given_names() for part in word.split("-")))
