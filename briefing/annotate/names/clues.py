"""What the words around a name say of its kind: 'Lima said', 'in Lima, Peru', 'shares of Lima'.

Each clue is a pattern before or behind the name, the kind that it speaks for and its weight; a label of the language
model weighs one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.names.spans import Candidate, written_like_heading
from briefing.annotate.names.trimming import trim
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import given_names, kind_words, known_names, nations, role_nouns, surnames
from briefing.lexicon.word_weights import is_noun
from briefing.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_WINDOW = 60  # characters on either side
_SPEAKS = (
    r"(?:has |had |also |later |then |who )?(?:said|says|told|added|wrote|asked|argued|announced|explained|noted"
    r"|insisted|warned|replied|tweeted|stated|testified|recalled|admitted|acknowledged|complained|joked)\b"
)
_KIN = (
    "wife|husband|son|daughter|mother|father|brother|sister|uncle|aunt|cousin|nephew|niece|grandmother|grandfather|widow"
    "|girlfriend|boyfriend|friend"
)
_SETTLEMENT = (
    "city|town|village|capital|province|region|island|district|port|suburb|county|peninsula|valley|river|municipality"
)
_FIRM = (
    "company|firm|maker|giant|retailer|bank|airline|group|charity|agency|network|broadcaster|startup|start-up|carrier"
    "|manufacturer|automaker|carmaker|band|insurer|supplier|brand|website|newspaper|magazine|organi[sz]ation|union"
    "|think tank|developer|chain|conglomerate|consortium|militia|lender|miner|brokerage|refiner|shipyard|utility"
    "|subsidiary|lessor|(?:ferry|bus|rail|tour|mine|port|phone|telecoms?) operator|tabloid|broadsheet"
    "|(?:radio|television|TV) station|law firm|watchdog|regulator|co-?operative|orchestra"
    "|shipbuilder|steelmaker|chipmaker|reinsurer|wholesaler|foundation|non-?profit|monopoly|stockbroker"
    "|(?:oil|gas|steel|copper|gold|coal|energy|power|chip|car|truck|food|drug|paper|pulp|cement) (?:producer|trader)"
)


class _Clue(NamedTuple):
    kind: Kind
    weight: int
    pattern: re.Pattern[str]


def _clues(*rows: tuple[Kind, int, str]) -> tuple[_Clue, ...]:
    return tuple(_Clue(kind, weight, re.compile(pattern)) for kind, weight, pattern in rows)


_BEHIND = _clues(
    ("place", 3, r", an? (?:\w+ ){0,2}(?:island|town|village|city|suburb|port|resort|hamlet|county|province)\b"),
    ("organisation", 2, r" (?:games?|fans|supporters|striker|defender|goalkeeper|midfielder|captain|coach)\b"),
    ("place", 3, r" in (?:[a-z]+ )?[A-Z][\w-]+ (?:province|state|region|district|governorate|county|oblast)\b"),
    ("person", 1, rf",? {_SPEAKS}"),
    ("person", 2, r", (?:aged )?\d\d,"),
    ("person", 2, r", (?:who|whose)\b|\s(?:himself|herself)\b"),
    (
        "person",
        2,
        rf"['’]s? (?:\w+ )?(?:{_KIN}|death|career|life|marriage|family|parents|body|lawyers?|attorneys?|remarks|speech"
        r"|biography|childhood|novels?|paintings|teachings|resignation|testimony)\b",
    ),
    (
        "person",
        2,
        r" (?:was|is|has been) (?:born|married|arrested|sentenced|convicted|re-?elected|nominated|knighted|buried)\b",
    ),
    (
        "person",
        2,
        r" (?:died|married|tweeted|smiled|laughed|grew up|pleaded|resigned|graduated|testified|sang|starred|co-wrote"
        r"|dismisses|dismissed|believes|believed|suggested|felt|thinks|thought|remembers|wore|wept)\b",
    ),
    (
        "place",
        2,
        rf" (?:{_SETTLEMENT}|area|coast|border|airport|resort|oblast|(?:oil|gas) ?field|stadium|bridge|dam"
        r"|cathedral|mosque|temple|palace|prison|monastery|station|national park)\b|-based\b",
    ),
    ("place", 2, r"['’]s? (?:capital|population|border|coast|airport|residents|streets|suburbs|mayor|harbou?r)\b"),
    (
        "organisation",
        2,
        r"['’]s? (?:\w+ )?(?:CEO|CFO|chief executive|shares?|stock|board|headquarters|customers|employees|products?"
        r"|website|revenues?|profits?|spokes\w+|platform|users|sales|software|subsidiary|management)\b",
    ),
    (
        "organisation",
        2,
        r" (?:spokes(?:man|woman|person|people)|analysts?|economists?|strategists?|traders?"
        r"|shares?|stock|executives?|employees|customers|shareholders|cardholders"
        r"|users|stores|riders|hearings|members|fighters|militants|management|officials?)\b",
    ),
    ("organisation", 3, r",? (?:said|says)(?: (?:on|in|last|this) \w+)?(?: that)? its\b"),
    ("organisation", 1, r" (?:owns|manufactures|operates|employs|acquired|posted a|broadcast)\b"),
    (
        "organisation",
        3,
        rf",? (?:\([A-Z]+\) )?(?:which is )?(?:a|an|the) (?:(?! (?:of|at) )[\w’' -]){{0,30}}\b(?:{_FIRM})\b",
    ),
)
_BEFORE = _clues(
    ("person", 1, rf"\b{_SPEAKS} $|according to $"),
    (
        "person",
        2,
        r"\b(?:(?:directed|written|sung|painted|composed|narrated|choreographed) by|starring|featuring) $",
    ),
    ("person", 2, rf"\b(?:(?:[Hh]is|[Hh]er|their|my|['’]s) (?:\w+ )?(?:{_KIN}),?|wh(?:ile|en) (?:Mr|Mrs|Ms)\.?) $"),
    ("place", 2, r"\b[Ii]n (?:the (?:north|south|east|west|city|town|village) of )?$"),
    (
        "place",
        2,
        r"\b(?:near|throughout|outside|(?:(?:north|south)?-?(?:east|west)|north|south) of|born in|based in|lives? in"
        r"|lived in|moved to|returned to|flew to|travell?ed to|arrived in|trips? to|visited|outskirts of"
        r"|miles from|km from) $",
    ),
    ("place", 3, rf"\b(?:{_SETTLEMENT})s? of $"),
    ("place", 2, r"\b(?:[Mm]ayor|[Gg]overnor|residents|streets|[Mm]unicipality) of $"),
    (
        "place",
        2,
        r"\b(?:(?:roads?|flights?|bus(?:es)?|trains?) to|bound for|fled to|drove to|sailed to|heade?d? to|heading to"
        r"|deployed to|evacuated to|deported to"
        r"|extradited to) $",
    ),
    ("place", 1, r"\bfrom [A-Z][\w-]+(?: [A-Z][\w-]+)? to $"),
    (
        "place",
        2,
        r"\b(?:north|south)?-?(?:east|west|north|south)(?:ern) $|\b(?:central|downtown|present-day|via"
        r"|(?<!investigation )(?<!inquiry )(?<!probe )into) $",
    ),
    ("place", 1, r"\b(?:at|from|across|around) (?:the )?$"),
    (
        "organisation",
        3,
        r"(?<!\d )(?<!\d, )\b\d{1,3}-\d{1,3} (?:\w+ )?(?:win|victory|defeat|draw|loss) (?:over|against|to|at|with) $",
    ),
    ("organisation", 5, rf"\b(?i:{_FIRM})s?(?: (?:called|named|known as))? (?:the )?$"),
    (
        "organisation",
        2,
        r"\b(?:owned|operated|acquired|manufactured|sold|broadcast) by (?:the )?$",
    ),
    ("organisation", 1, r"\bby the $"),
    (
        "organisation",
        2,
        r"\b(?:unit|division|arm|parent|maker|part-owner) of (?:the )?$|\b(?:merger|venture|contract) with (?:the )?$",
    ),
    ("organisation", 2, r"\b(?:analyst|economist|strategist|researcher|spokes\w+) (?:at|for|with|from) (?:the )?$"),
    ("organisation", 2, r"\bsaid (?:[A-Z][\w.'’-]+ ){2,3}of (?:the )?$"),
    (
        "organisation",
        2,
        r"\b(?:companies|firms|retailers|banks|groups|brands|airlines|parties) (?:such as|like|including) $",
    ),
    (
        "organisation",
        2,
        r"\b(?:shares|founder|CEO|chairman|chief executive|chairwoman|managing director|editor|subsidiary|employees"
        r"|stake|members) (?:of|for|in|at) (?:the )?$",
    ),
)
_CLOSED = re.compile(
    r"[,.;:)]|$|\s(?:and|on|where|when|after|before|to|by|with|from|during|since|last|this|has|was|is|in|said|told|at|as"
    r"|for|via|near|until|while|or|but|that|which|would|will|have|had|were|are|following|amid|because|through)\b"
)
_BRACKETED = re.compile(r" \( ?([A-Z][\w. ]+?) ?\)")
_COUNTRY = re.compile(r",\s+((?:[A-Z][\w.'’-]+)(?:\s[A-Z][\w'’-]+)?)")
_ROLE = re.compile(r"\b([A-Za-z-]+)(?: of [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(,?))? $")  # 'president of Norland, '
_DESCRIBED = re.compile(r", (?:an? |the |its |their )?(?:[a-z-]+ ){0,3}?([a-z-]+) (?:of|at|for|from|who|in) ")
_EMPLOYED = re.compile(r"\b([a-z-]+)(?: of [a-z]+(?: [a-z]+)?)? (?:at|with) (?:the )?$")  # 'a partner at Lind & Marlow'
_PUBLISHED = re.compile(
    r"\b(?:[Pp]ublished (?:\w+ ){0,3}in (?:the )?(?:\w+ )?(?:journal )?|(?:report|article|interview)s? in (?:the )?)$"
)
_OURS = frozenset("Our My Your His Her Its Their This That These Those Every Some Any No All Each".split())
_GOES_BEFORE = re.compile(  # the name begins earlier
    r"(?:\b(?!The|An?|In|At|By|But|And|For|From)[A-Z][\w'’.]*(?: and| of| for|,)?(?: the)?[ –—-]|['’]s |[-–—])$"
)
_VENUE = re.compile(r" (?:Center|Centre)$")
_STANDS = re.compile(r"\b(?:at|in|inside|outside|near|to|from) (?:the )?$")
_SOMEBODY_OF = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+ of (?:the )?$")  # 'Ada Lind of BPA'
_EMPLOYERS = frozenset(
    (
        "owner publisher builder broadcaster operator developer contractor supporter star member fan brewer broker "
        "jeweller jeweler auditor underwriter baker grocer tailor butcher shareholder stockbroker hotelier trader "
        "dealer arbitrator cleaner ranger steward"
    ).split()
)
_WITH_ITS_ARTICLE = re.compile(r"\b(?:by|told|with|for) The $")  # 'a report by The Atlantic'
_LEADS = re.compile(  # 'MRTL leader Ada Lind'
    r" (?:leader|chairman|chairwoman|president|chief|secretary-general|spokes\w+|commander|official|lawmaker)s? [A-Z]"
)
_GOVERNED = re.compile(r"\b(?:in|of|from|at|near) (?:the )?$")
_ARTICLE = re.compile(r"\b[Tt]he $")
_CAMEL = re.compile(r"[a-z][A-Z]")  # 'NorGasTrans', whatever the model takes it for
_SPACED = re.compile(r"^ (?=[,.;:)]|['’]s?(?: |$))")  # as text that was cut into words has it


def clues_of(text: str, candidate: Candidate) -> Counter[Kind]:
    """How much the words around a candidate speak for each kind; the strongest clue of each side counts."""
    before = text[max(0, candidate.start - _WINDOW) : candidate.start]
    behind = _SPACED.sub("", text[candidate.end : candidate.end + _WINDOW])
    found: Counter[Kind] = Counter()
    for clues, beside in ((_BEFORE, before), (_BEHIND, behind)):
        best: Counter[Kind] = Counter()
        for clue in clues:
            if (clue.pattern.search if clues is _BEFORE else clue.pattern.match)(beside):
                best[clue.kind] = max(best[clue.kind], clue.weight)
        if clues is _BEHIND and _GOVERNED.search(before) and best["person"] == 1:
            del best["person"]  # 'officials in Paris said'
        if clues is _BEHIND and best["organisation"] == 3 and best["person"] == 1:
            del best["person"]  # 'Veldra said its profit'
        if clues is _BEFORE and (not _CLOSED.match(behind) or _ARTICLE.search(before)):
            del best["place"]
        if clues is _BEFORE and best["organisation"] == 5 and _is_full(candidate.text.split()):
            del best["organisation"]  # 'property developer Ada Lind'
        if clues is _BEFORE and candidate.text.isupper() and len(candidate.text) > 2:
            del best["place"]  # 'a stake in GMAC'
        found += best
    other = candidate.text[:-1] in surnames() or is_noun(candidate.text.lower())  # 'the Obamas'
    plural = candidate.text.endswith("s") and " " not in candidate.text and not other
    if plural and candidate.labelled and candidate.kind == "person" and _ARTICLE.search(before):
        found["organisation"] += 2  # 'the Herons'
    if _WITH_ITS_ARTICLE.search(before):
        found["organisation"] += 3
    if _in_known_place(behind):
        found["place"] += 3
    if _of_country(behind) and " " in candidate.text and candidate.text.split()[-1] not in known_names():
        found["person"] += 3
    if re.fullmatch(r"[A-Z]{3,6}", candidate.text) and _LEADS.match(behind):
        found["organisation"] += 2
    if _PUBLISHED.search(before) and (" " in candidate.text or candidate.text.isupper()):
        found = Counter({"organisation": found["organisation"] + 3})
    if _VENUE.search(candidate.text) and _STANDS.search(before):
        found["place"] += 2
    if re.fullmatch(r"[A-Z]{3,6}", candidate.text) and _SOMEBODY_OF.search(before):
        found["organisation"] += 2
    employed = _EMPLOYED.search(before)
    if employed and employed[1] in role_nouns() and not (candidate.titled or is_called(candidate.text.split())):
        found["organisation"] += 3
    described = _DESCRIBED.match(behind)
    office = candidate.text.split()[-1].lower() in role_nouns()  # 'Foreign Secretary, the head of …'
    told = described is not None and described[1] in role_nouns() - _EMPLOYERS
    if told and not office and _may_be_person(candidate.text):
        found["person"] += 3
    role, words = _ROLE.search(before), candidate.text.split()
    named = words[0] in given_names() or (len(words) == 2 and words[1] in surnames())
    surely = role is not None and (role[2] != "" or named)
    if role and surely and role[1].lower() in role_nouns() - _EMPLOYERS and _may_be_person(candidate.text):
        found["person"] += 3
    return found


def speaks(text: str, candidate: Candidate) -> bool:
    return bool(re.match(rf" ?,? {_SPEAKS}", text[candidate.end : candidate.end + _WINDOW]))


def _in_known_place(behind: str) -> bool:
    country = _COUNTRY.match(behind)
    known = known_names().get(country[1]) if country else None
    return known is not None and known.kind == "place"


def _of_country(behind: str) -> bool:
    """Whether a nation in brackets follows, as in results: 'Ane Dahl (Norway) beat …'."""
    bracket = _BRACKETED.match(behind)
    known = known_names().get(bracket[1]) if bracket else None
    return known is not None and known.name in nations()


def _may_be_person(surface: str) -> bool:
    words = surface.split()
    given = words[0] in given_names() and words[-1] not in kind_words()  # 'Luz Marina Tello'
    plain = len(words) < 4 and (given or not any(word in kind_words() or word.lower() == "of" for word in words))
    return plain and surface not in known_names() and words[0] not in known_names() and not words[0].isupper()


def find_unlabelled(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Proper nouns that the model gives no label but the words around them a kind: 'Leroux said'."""
    taken = {(c.paragraph, offset) for c in candidates for offset in range(c.start, c.end)}
    found: list[Candidate] = []
    for index, (doc, text) in enumerate(zip(parsed.docs, parsed.texts, strict=True)):
        if parsed.paragraphs[index].kind == "text" and not written_like_heading(text):
            for start, end in _runs(doc):
                if not any((index, offset) in taken for offset in range(start, end)):
                    found += _of_clues(index, text, start, end)
    return found


def is_called(words: Sequence[str]) -> bool:
    """Whether two words are given name and surname by themselves: neither is a known name or a common word."""
    plain = any(word in known_names() or word in kind_words() for word in words) or words[-1].isupper()
    return len(words) == 2 and is_given(words[0]) and not plain and not is_noun(words[1].lower())


def _is_full(words: Sequence[str]) -> bool:
    """Whether words are a given name and a surname, be it a place's: 'Peter Lincoln'."""
    return is_called(words) or (len(words) == 2 and words[0] in given_names() and words[1] not in kind_words())


def is_given(word: str) -> bool:
    """Whether a word is a given name, or two: 'Nils-Erik'."""
    return word in given_names() or ("-" in word and any(part in given_names() for part in word.split("-")))


def _runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Characters of proper nouns in a row, outside everything that the model labels."""
    run: list[Token] = []
    for token in doc:
        named = token.pos_ == "PROPN" or _CAMEL.search(token.text)
        if named and not token.ent_type_ and token.text[0].isupper():
            run.append(token)
            continue
        if run:
            yield run[0].idx, run[-1].idx + len(run[-1])
        run = []
    if run:
        yield run[0].idx, run[-1].idx + len(run[-1])


def _of_clues(index: int, text: str, start: int, end: int) -> Iterator[Candidate]:
    words = text[start:end].split()
    told = kind_words().get(words[-1])
    if told and len(words) > 1 and words[-2] not in kind_words():
        if words[0] in _OURS or _GOES_BEFORE.search(text, max(0, start - 30), start):
            return
        name = trim(text, start, end, told)
        if name and " " in text[name.start : name.end] and name.end == end and text[end : end + 1] not in ("-", "–"):
            yield Candidate(index, name.start, name.end, text[name.start : name.end], told, labelled=False)
        return
    name = trim(text, start, end, "person")
    if name and text[name.end : name.end + 1] != "-" and text[name.start - 1 : name.start] != "-":
        candidate = Candidate(index, name.start, name.end, text[name.start : name.end], "person", name.titled, False)
        clues = clues_of(text, candidate)
        if clues or name.titled or is_called(candidate.text.split()):
            kind = min(clues, key=lambda kind: (-clues[kind], kind != "person", kind)) if clues else "person"
            yield replace(candidate, kind=kind)
