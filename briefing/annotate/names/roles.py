"""How an article describes the people it names: the words beside a name that say what somebody is.

Before it, "White House National Security Council spokesman John Kirby"; behind it, "John Kirby, a spokesman for …,";
in what is said of it, "named John Kirby as its spokesman". Only words that hold a role are taken, as they stand.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from briefing.annotate.names.role_words import (
    ARTICLES,
    KIN,
    LEADING,
    describes,
    first_word_of_role,
    head_of,
    is_kin,
    is_role,
    is_role_noun,
    length_of_role,
)
from briefing.annotate.names.surnames import POST_NOMINALS
from briefing.annotate.names.tenses import APPOINTS, as_told
from briefing.lexicon.names import role_nouns

_LONGEST = 110  # characters of a description
_TITLE = 14  # characters of a comma with a title behind it
_MOST_WORDS = 14
_END_OF_WORD = re.compile(r"[\w&.'’/-]+,?$")  # what of a word before a name belongs to the description: '“[Norland]'
_FORMS_OF_ADDRESS = frozenset(
    (
        "mr mrs ms miss mx sir dame lord lady madam dr mme mlle madame mademoiselle monsieur herr frau señor señora "
        "signor signora cde comrade don doña datuk"
    ).split()
)
_GREAT = r"(?>(?:[A-Z]\.)+|St\.|[A-Z][\w'’&-]+)"  # whose full stop is no sentence's
_OF = rf"(?: (?:of|from|at) (?:the )?(?:{_GREAT} ?|of |and |the ){{1,8}})?"  # 'Ada Lind of the Bank of Norham, …'
_SAYS = (
    r"said|says|told|called|announced|argued|wrote|added|stated|warned|asked|noted|explained|put|denied|declared|urged"
)
_NEXT = r"(?!\s(?:He|She|It|They|The|His|Her|In|But|And|On|At|A|An|This|That)\b)"  # a sentence begins
_STOP = rf"(?:(?<=\b[A-Z])|(?<=\b(?:St|Dr|Co|Lt))|(?<=\b(?:Sen|Rep|Gov|Gen|Inc|Ltd|Rev))|(?<=\b(?:Corp|Prof)))\.{_NEXT}"
_BEHIND = re.compile(
    rf"{_OF}(?:,\s(?:(?:aged\s)?\d{{1,3}}|[JS]r\.|{POST_NOMINALS}))?"
    r"(?:,\swho\s(?:succeeded\s\w+|served|serves|had\sserved)\sas\s|,\s(?:who\s(?:is|was|has\sbeen|had\sbeen)\s)?"
    r"|\s(?:—|–|--)\s(?:who\s(?:is|was|has\sbeen|had\sbeen)\s)?)"
    r"(?:(?:then|now|currently|formerly|previously|once)\s)?"
    r"(?:(?:the|a|an|his|her|its|their|another|one|the\sother)\s)?(?!\s)"
    rf"((?:[^,.;:()\"“”—–]|{_STOP}){{4,90}}?)(?=[,;]|(?!{_STOP})\.|\s[—–]|\s\([^()]*\)[,.;]|\s(?:{_SAYS})\b)"
)
_BRACKETED = re.compile(r"\s\((?:the\s|an?\s)?([^(),;:\"“”]{4,80})\)")
_PERSON = r"[A-Z][\w.'’-]+(?:\s(?:[A-Z]\.|[A-Z][\w'’-]+|[JS]r\.)){1,3}"
_CUT_SHORT = re.compile(r"\s(?:at|of|in|for|with|to|from)\s(?:the\s)?(?:[A-Z]\.)*[A-Z]$")  # 'head of claims at the U.S'
_OWNER = re.compile(  # '[the city's] home minister', but not 'the judge's deputy'
    r"^(?:[a-z-]+\s)?(?!(?:wo)?men['’]|children|people)[a-z]+['’]s?\s(?=\w+\s|(?:president|chairman|leader|mayor|CEO)\b)"
)
_KIN_AND = re.compile(rf"^(?:{KIN})\sand\s(?:(?:the|an?|its)\s)?")  # 'his [wife and the] chairwoman of the party'
_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)+|[^\s,.;:()\"“”]+)"
_APPOSED = re.compile(
    rf"((?:{_WORD}\s){{0,17}}{_WORD})(?:\s\([^()]+\))?,\s"
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame|Lord|Lady|Rev|Col|Gen|Maj|Capt|Lt|Datuk|Sheikh)\.?\s)?$"
)
_OFFICE_FIRST = re.compile(
    rf"([A-Z][a-z]+\s(?:for|of)\s(?:{_WORD}\s){{0,8}}{_WORD}),\s"
)  # 'Minister for Trade, Ada Lind said'
_SAID_BEHIND = re.compile(rf"\s(?:{_SAYS})\b")
_AFAR = re.compile(  # a clause whose person stands outside it
    r"(?:(?!According\b)[A-Z]\w+ing|In|At|On|From|With|Like|Unlike|By|For|To)\s"
)
_ACTS = re.compile(  # what no role goes on with, but in 'the geologist who reported the find'
    rf"^(?!.*\swho\s).*(?:\son\s(?:{'|'.join(calendar.day_name)})\b|\s[a-z]+ed\s(?:the|an?|its|his|her|their|that)\s)"
)
_WHOSE = frozenset(["his", "her", "their"])
_BEFORE_ROLE = _WHOSE | frozenset(
    (
        "the a an another its said says told and that but met named including by from while as when because after also "
        "quoted cited paraphrased"
    ).split()
)
_SERVE = frozenset(  # somebody, and say so even alone
    "lawyer attorney counsel solicitor barrister spokesman spokeswoman spokesperson agent coach deputy".split()
)
_FROM = r"(?:\s(?:of|from)\s[A-Z]\w+(?:\s[A-Z]\w+)?|\s\([^()]{1,20}\))?"  # 'Ada Lind of Norland', 'Ada Lind (Norland)'
_SEVERAL = re.compile(
    rf"((?:[\w.'’-]+\s){{0,8}}[\w’'-]+s(?:\sof\sthe\s[A-Z]\w+)?)\s(?:{_PERSON}{_FROM},?\s(?:and\s)?){{0,4}}$"
)
_ONE_OF_SEVERAL = re.compile(rf"{_FROM}(?:,?\s(?:and\s)?{_PERSON}|,\s{_PERSON})")
_COUNTED = re.compile(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth)\s(?:of\sthe\s|the\s)?((?:[\w’'-]+\s){0,4}[a-z]{4,})s,\s"
    rf"(?:{_PERSON},?\s(?:and\s)?){{0,4}}$"
)
_LISTED = re.compile(rf"(?:(?:,\s|,?\sand\s){_PERSON}){{0,4}}[,.;]")
_RELATIVE = re.compile(rf"((?:[A-Z][\w.-]+\s)?[A-Z][\w-]+['’]s?\s(?:[\w-]+\s)?(?:{KIN})),?\s$")
_APPOINTED = re.compile(  # whom
    rf"\b{APPOINTS}\s(?:(?!(?:by|for|to|in|and|as|on|at|with|after)\s)[\w.'’-]+\s){{0,5}}$"
)
_TO_OFFICE = re.compile(r"(?:,\s\d\d,)?\s(?:(?:as|to\sbe|to\sbecome)\s)?(?:both\s)?")
_WAS_APPOINTED = re.compile(
    rf"(?:,\swho)?\s(?:was|is|has\sbeen|had\sbeen|will\sbe)\s(?:\w+ly\s|later\s|first\s|also\s|then\s)?{APPOINTS}"
    r"(?:\sby\s[^,.;:]{1,60}?(?=\s(?:as|to\sbe)\s))?\s(?:as\s|to\sbe\s)?(?:both\s)?"
)
_IS = re.compile(  # 'Ada Lind is a poet', but not 'is the first poet in the office'
    r"(?:,\swho)?\s(?:is|was|became|has\sbecome|remains|serves\sas|served\sas)\s(?=(?:the|an?|its)\s)"
    r"(?!the\s(?:first|second|third|only|last|next|latest|\w+est)\s)"
)
_AHEAD = re.compile(rf"(?:(?:the|an?|its|his|her|their|one\sof\sthe)\s)?((?:{_WORD}\s){{0,15}}{_WORD})")
_SUPPOSED = re.compile(
    r"\b(?:if|whether|unless|until|should|not|never|thinks?|believes?|hopes?)\s(?:\w+\s)?$", re.IGNORECASE
)
_SUPPOSING = 30  # characters before a name
_YEARS = 40  # characters behind an office


def roles_of(text: str, start: int, end: int) -> Iterator[str]:
    """The descriptions of the person whose name stands between two offsets."""
    found = (
        role_before(text, start, end),
        role_apposed(text, start, end),
        role_behind(text, end),
        role_given(text, start, end),
    )
    yield from (role for role in found if role)


def role_before(text: str, start: int, end: int) -> str | None:
    """The description that ends where a name starts, or where several of one role start: 'the pilots Ada and …'."""
    relative = _RELATIVE.search(text, max(0, start - _LONGEST), start)
    return relative[1] if relative else _role_before(text, start) or _role_of_several(text, start, end)


def _role_of_several(text: str, start: int, end: int) -> str | None:
    """'NASA astronaut' of 'NASA astronauts Ada Lind and Tom Becker', for each."""
    several = text.endswith((", ", "and "), 0, start) or _ONE_OF_SEVERAL.match(text, end)
    found = _SEVERAL.search(text[max(0, start - _LONGEST) : start]) if several else None
    if not found:
        return None
    first = start == max(0, start - _LONGEST) + found.end(1) + 1
    if first and not _ONE_OF_SEVERAL.match(text, end):
        return None
    words = _of_one(found[1].split())
    role = " ".join(words[first_word_of_role(words) :])
    return role if role and is_role(role.split()) else None


def _of_one(words: list[str]) -> list[str]:
    """The words with the noun that heads them in the singular: 'member of the House of Representatives'."""
    head = next((n for n, word in enumerate(words) if word in ("members", "Members")), len(words) - 1)
    plain = words[head].removesuffix("s")
    return [*words[:head], plain, *words[head + 1 :]] if is_role_noun(plain) else []


def _role_before(text: str, start: int) -> str | None:
    words = _words_before(text[max(0, start - _LONGEST) : start])
    while words[-1:] and words[-1].lower().rstrip(".") in _FORMS_OF_ADDRESS and words[-2:] != ["First", "Lady"]:
        del words[-1]  # 'Undersecretary for Education Mr. Lind'
    if words[-1:] and words[-1].endswith(","):
        return None
    if (
        len(words) > 1
        and words[-1][0].isupper()
        and is_role_noun(words[-1])
        and words[-2].removeprefix("Co-") in role_nouns()
        and words[-2] not in LEADING
    ):
        del words[-1]  # 'lead author Professor Lind'
    first = first_word_of_role(words)
    while first < len(words) and words[first].lower().rstrip(".") in _FORMS_OF_ADDRESS - {"lord", "lady"}:
        first += 1  # 'Mrs Justice Lind'
    role = " ".join(words[first:])
    return role if role and is_role(words[first:]) and role in text else None


def _words_before(before: str) -> list[str]:
    """The words that lead up to a name, as far as nothing but a comma stands between them."""
    words: list[str] = []
    for word in reversed(before.split()[-_MOST_WORDS:] if before[-1:].isspace() else ()):
        end = _END_OF_WORD.search(word)
        if end:
            words.append(end[0])
        if end is None or end[0] != word:
            break
    return words[::-1]


def role_behind(text: str, end: int) -> str | None:
    """The description between commas or in brackets that begins where a name ends."""
    found = _BEHIND.match(text, end) or _BRACKETED.match(text, end)
    if not found:
        return None
    role = _OWNER.sub("", _KIN_AND.sub("", _CUT_SHORT.sub("", found[1].strip())))
    return as_told(role, text[end : found.start(1)], "") if describes(role) else None


def role_apposed(text: str, start: int, end: int) -> str | None:
    """The description before a name that is set off by commas: 'the head of the agency, Ada Lind, said'."""
    before = text[max(0, start - _LONGEST) : start]
    if (office := _OFFICE_FIRST.fullmatch(text, 0, start)) and _SAID_BEHIND.match(text, end):
        return office[1] if describes(office[1]) else None
    if not _LISTED.match(text, end):
        return None
    counted = _COUNTED.search(before)
    if counted:
        return counted[1] if describes(counted[1]) else None
    apposed = text[end : end + 1] in (",", ".") and ", " in before[-_TITLE:]
    found = _APPOSED.search(before) if apposed else None
    return _role_apposed(found[1]) if found else None


def _role_apposed(clause: str) -> str | None:
    """The first role in the clause before a comma: of 'He met the first citizen in space', 'first citizen in space'."""
    words = clause.split()
    for index in range(len(words)) if not _AFAR.match(clause) else ():
        before = words[index - 1].lower() if index else ""
        within = before == "and" and words[index][0].isupper() and words[index - 2][0].isupper()
        if (index and before not in _BEFORE_ROLE) or within:
            continue
        role = _OWNER.sub("", _behind_verb(" ".join(words[index:])))
        head = head_of(role).split()
        if before not in ARTICLES | _WHOSE and not head[0].endswith(("'s", "’s")):
            head = head[first_word_of_role(head) :]
            role = role[role.index(" ".join(head)) :]
        alone = " " not in role and before not in ARTICLES | {"its", "another"} and role not in _SERVE
        nested = {word.lower() for word in head} & (ARTICLES | _WHOSE)
        if head and not (alone or nested or _ACTS.search(role)) and describes(role) and not is_kin(role):
            return role
    return None


def _behind_verb(role: str) -> str:
    """'Qaboos's cousin' of 'acknowledged Qaboos's cousin'."""
    words = head_of(role).split()
    first = max((n for n, word in enumerate(words) if word.endswith("ed") and word.islower()), default=-1)
    owned = first >= 0 and any(word.endswith(("'s", "’s")) for word in words[first + 1 :])
    return role.split(maxsplit=first + 1)[-1] if owned else role


def role_given(text: str, start: int, end: int) -> str | None:
    """What somebody is called to, or said to be: 'named Ada Lind as its chairwoman', 'Ada Lind is a poet'."""
    called = _APPOINTED.search(text, max(0, start - _LONGEST), start)
    behind = (called and _TO_OFFICE.match(text, end)) or _WAS_APPOINTED.match(text, end)
    stated = None if behind or _is_said(text, start) else _IS.match(text, end)
    found = behind or stated
    office = _office_at(text, found.end()) if found else None
    if not (found and office):
        return None
    role, first, last = office
    told = (called[0] if called else "") + text[found.start() : first]
    return as_told(role, told, text[last : last + _YEARS])


def _office_at(text: str, offset: int) -> tuple[str, int, int] | None:
    """The office whose words begin at an offset, with what it is of, where it begins and ends."""
    ahead = _AHEAD.match(text, offset)
    words = ahead[1].split(" ") if ahead else []
    role = " ".join(words[: length_of_role(words)])
    first = ahead.start(1) if ahead else offset
    return (_OWNER.sub("", role), first, first + len(role)) if role and describes(role) else None


def _is_said(text: str, start: int) -> bool:
    """Whether a name stands in a quotation, or where something is only supposed."""
    before = text[:start]
    quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return quoted or _SUPPOSED.search(before[-_SUPPOSING:]) is not None
