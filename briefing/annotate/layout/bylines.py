"""Bylines: who wrote, and for whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.lexicon.outlets import known_outlet

_LONGEST = 200  # characters of a byline
_LABEL = re.compile(
    r"(?:(?:written|words|story|report|reported|text|analysis|reporting|posted)\s+)?by:?\s+|"
    r"byline:\s+(?:by\s+)?|(?:authors?|autore?n?|auteurs?|autora?|textes?|texto?)\s?:\s+|"
    r"(?:eine?\s(?:gastbeitrag|artikel|bericht|beitrag|kommentar|essay|interview|analyse|reportage|kolumne|text)\s)?von:?\s+|"
    r"(?:propos\srecueillis\s)?par\s?:?\s+|(?:por|door|av|af|di):?\s+",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*([,;|•·/](?:\s?and\s)?|\s[—–-]\s|\s(?:and|und|et|og|och|en|with|avec|mit|con|&)\s|\s[ye]\s(?=\w+\s\w))\s*",
    re.IGNORECASE,
)
_CONTACT = re.compile(r"\s*[(<]?\S+@\S+[)>]?|\s@\w+|\s(?:FOLLOW|Follow)$")
_BRACKET = re.compile(r"\s\((?:(?:avec|mit|con|with|and)\s)?([^()]{2,40})\)$")
_CREDENTIALS = re.compile(r"(?:M\.?D|Ph\.?\s?D|J\.?D|M\.?B\.?A|R\.?N|M\.?P\.?H|MSc|BSc|CFA|Esq)\.?")
_WHERE = re.compile(r"\s+(?:in|at|reporting from|from|à|aus)\s+[A-Z][\w.'’-]*(?:[ ,]+[A-Z][\w.'’-]*){0,3}$")
_FOR = re.compile(r"\s+(?:for|of|für|pour|para|at|FOR|OF)\s+(?=[A-Z])")
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "de da do dos das del della di du des van von der den ter ten la le el al bin ibn abu bint af av zu",
    )
)
_NO_NAMES = frozenset(
    re.findall(
        r"\S+",
        "the this that these those a an of in on at for to with and or not all by from as is are new his her our "
        "your my their what why how when where who news staff more best read photo photos image video the us uk "
        "president minister house monday tuesday wednesday thursday friday saturday sunday",
    )
)
_GLUE = re.compile(r"^(\w{2,}[a-zà-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zà-ÿ]{2,}$)")  # 'By JaneDoe'
_SURNAME = re.compile(r"(?<=[a-zà-ÿ] )[A-ZÀ-ÖØ-Þ]{2}[A-ZÀ-ÖØ-Þ'’-]{2,}$")  # 'Agathe MARTIN-DUC'
_LAST = frozenset({"and", "und", "et", "og", "och", "en", "y", "e", "&"})  # before the last of several
_TOKEN = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\-‑])*$")
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|staff|bureau|producer|analyst|contributor|journalist|newsroom|"
    r"team|desk|agencies|redakteur(?:in)?|korrespondent(?:in)?|redaktion|journaliste|correspondante?|"
    r"envoyée? spéciale?|"
    r"corresponsal|redactor|redacción|redazione|inviato|fellow|service|chief|host|photographer|digital|director|"
    r"administrator|secretary|officer|manager|professor|specialist|designer|engineer|lead|consultant|advis[eo]r|head|"
    r"founder|president|minister|commissioner|ambassador|intern|researcher|scientist|economist|lawyer|strategist|fellowship|"
    r"special to)s?\b",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|journalist|redakteur|korrespondent|journaliste|corresponsal)",
    re.IGNORECASE,
)
_POST = re.compile(r"(?:[\w'’&-]+ ){1,4}(?:correspondent|reporter|editor|writer|columnist|journalist)", re.IGNORECASE)
_OUTLET_WORD = re.compile(
    r"(?:News|Channel|Media|Digital|TV|Wire|Daily|Star|Sun|Globe|Record|Dispatch|Sentinel|Bulletin|Register|Ledger|Courier|"
    r"Independent|Weekly|Times|Post|Herald|Tribune|Journal|Gazette|Press|Agency|Magazine|Radio|Chronicle|Courier|Zeitung|Broadcasting|"
    r"Network|Today|Online|Review|Telegraph|Standard|Observer|Examiner|Mirror|Mail)$"
)
_OUTLET_HEAD = re.compile(
    r"(?:Jornal|Diário|Diario|Folha|Gazeta|Gaceta|Correio|Correo|Rádio|Radio|TV|Agência|Agencia|Agence|Journal) (?=\w)"
)


@dataclass(frozen=True, slots=True)
class Byline:
    authors: tuple[str, ...]
    outlet: str | None = None  # as it is known, or as the line spells it


def read_byline(text: str) -> Byline | None:
    """'By JANE DOE and JOHN ROE', 'Jane Doe, BBC News'; None unless names, roles and outlets are all there is.

    Without a word like 'By' the line must be names and then a known outlet or a role.
    """
    text = _BRACKET.sub(r", \1", _CONTACT.sub("", text))
    if len(text) > _LONGEST or (text[-1:] in ".!?" and not text.endswith(("Jr.", "Sr.", ".D."))):
        return None
    label = _LABEL.match(text)
    if label and label[0].strip().islower() and not label[0].startswith(("by", "von")):
        return None  # 'par exemple' goes on in mid-sentence
    authors: list[str] = []
    outlet = None
    role = last = False
    pieces = _SEPARATOR.split(text[label.end() :] if label else text)
    for part, joint in zip(pieces[::2], ["", *pieces[1::2]], strict=True):
        name, _, employer = _FOR.sub("\n", bare_name(part.strip(" ()")), count=1).partition("\n")
        had_role = role
        name = _SURNAME.sub(_capital, _GLUE.sub(r"\1 ", name)) if label else name
        if authors and _CREDENTIALS.fullmatch(name):
            continue
        after_last, last = last, last or joint.strip(" ,;").lower() in _LAST
        if not employer:
            name, employer, post = _split_post(name)
            role = role or post
        paper = known_outlet(employer or name) or (unknown_outlet(name) if authors or label else None)
        place = joint.strip() == "," and bool(authors or outlet) and is_name(name, single=True)
        if not paper and (_is_role(name) if label else _WRITER.search(name) and _is_role(name)):
            role = True
        elif paper and not employer:
            outlet = outlet or paper
        elif place and (outlet or role or after_last or " " not in name):
            continue  # 'Jane Doe, BBC News, Washington', 'Anna Müller, Hamburg', 'Jane Doe and John Roe, Harbour Town'
        elif is_name(name, single=bool(label and label[0].isupper())) and (label or not (outlet or had_role)):
            authors.append(_cased(name))
            outlet = outlet or paper
        else:
            return None
    signed = label and (authors or outlet or role)
    return Byline(tuple(dict.fromkeys(authors)), outlet) if signed or (authors and (outlet or role)) else None


def _split_post(text: str) -> tuple[str, str, bool]:
    """'JOHN LESTER Associated Press', 'Jane Doe Economics editor': the name, its outlet, and whether a post follows."""
    words = text.split()
    for count in (2, 3):
        name, rest = " ".join(words[:count]), " ".join(words[count:])
        if not is_name(name) or known_outlet(text) or len(words) < count + 2 or len(words) > count + 5:
            continue
        if known_outlet(rest) or _OUTLET_WORD.search(rest):
            return name, rest, False
        if words[count][0].isupper() and _POST.fullmatch(rest):
            return name, "", True
    return text, "", False


def bare_name(text: str) -> str:
    """'Jane Doe in Washington' without the place."""
    return _WHERE.sub("", text)


def outlet_in(text: str) -> str | None:
    """The known outlet of a line under a name: 'BBC News, Washington'."""
    return next(filter(None, map(known_outlet, text.split(", "))), None)


def is_name(text: str, *, single: bool = False) -> bool:
    """Whether ``text`` has the shape of a person's name: two to five capitalised words and particles."""
    tokens = text.split()
    if not (1 if single else 2) <= len(tokens) <= 5 or not tokens[0][:1].isupper() or not tokens[-1][:1].isupper():
        return False
    if not text.isupper() and any(len(token) > 2 and token.isupper() for token in tokens):
        return False  # 'GSA Commissioner'
    return all(
        _TOKEN.match(token) and (token[0].isupper() or token in _PARTICLES) and token.lower() not in _NO_NAMES
        for token in tokens
    )


def is_role(text: str) -> bool:
    """'Political correspondent', 'BBC News, Washington': a line under a name."""
    return len(text) <= 80 and text[-1:] not in ".!?:" and (outlet_in(text) is not None or _is_role(text))


def unknown_outlet(name: str) -> str | None:
    """'Springfield Gazette', where a line has room for an outlet; None if nothing of the name says that it is one."""
    name = name.title() if name.isupper() else name
    words = [word for word in name.removeprefix("The ").split() if word not in _PARTICLES]
    capitals = 2 <= len(words) <= 5 and all(word[0].isupper() or word.isdigit() for word in words)
    said = name.startswith("The ") or _OUTLET_WORD.search(name) or _OUTLET_HEAD.match(name)
    return name if capitals and said else None


def named_as_outlet(name: str) -> str | None:
    """'Springfield Gazette', which says by its last word what it is; a heading may begin with 'The' too."""
    return unknown_outlet(name) if _OUTLET_WORD.search(name) else None


def _is_role(text: str) -> bool:
    return bool(_ROLE.search(text)) and len(text.split()) <= 8 and text[-1:] not in ".!?"


def _capital(surname: re.Match[str]) -> str:
    return surname[0] if known_outlet(surname[0]) else surname[0].title()


def _cased(name: str) -> str:
    """JANE MCDOE as Jane McDoe; names in mixed case stay as they are."""
    if not name.isupper() or len(name) < 4:
        return name
    cased = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize() if len(word[0]) > 1 else word[0], name)
    return re.sub(r"\b(Mc)([a-z])", lambda found: found[1] + found[2].upper(), cased)
