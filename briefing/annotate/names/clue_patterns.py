"""The clues to a name's kind that are a pattern right before or behind it: 'Lima said', 'in Lima', 'shares of Lima'."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.model import Kind

SPEAKS = (
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
FIRM = (
    "company|firm|maker|giant|retailer|bank|airline|group|charity|agency|network|broadcaster|startup|start-up|carrier"
    "|manufacturer|automaker|carmaker|band|insurer|supplier|brand|website|newspaper|magazine|organi[sz]ation|union"
    "|think tank|developer|chain|conglomerate|consortium|militia|lender|miner|brokerage|refiner|shipyard|utility"
    "|subsidiary|lessor|(?:ferry|bus|rail|tour|mine|port|phone|telecoms?) operator|tabloid|broadsheet"
    "|(?:radio|television|TV) station|law firm|daily|weekly|movement|watchdog|regulator|co-?operative|orchestra"
    "|shipbuilder|steelmaker|chipmaker|reinsurer|wholesaler|foundation|non-?profit|monopoly|stockbroker"
    "|(?:oil|gas|steel|copper|gold|coal|energy|power|chip|car|truck|food|drug|paper|pulp|cement) (?:producer|trader)"
)


class Clue(NamedTuple):
    kind: Kind
    weight: int
    pattern: re.Pattern[str]


def _clues(*rows: tuple[Kind, int, str]) -> tuple[Clue, ...]:
    return tuple(Clue(kind, weight, re.compile(pattern)) for kind, weight, pattern in rows)


BEHIND = _clues(
    (
        "place",
        3,
        r", (?:an?|the|its) (?:[\w'’-]+ ){0,3}?(?:island|town|village|city|suburb|port|resort|hamlet|county|province)"
        r"(?=[,.;:—]|$| (?:of|on|in|near|at|where|that|which|with|from|about|some|\d))",
    ),
    ("organisation", 2, r" (?:games?|fans|supporters|striker|defender|goalkeeper|midfielder|captain|coach)\b"),
    ("place", 3, r" in (?:[a-z]+ )?[A-Z][\w-]+ (?:province|state|region|district|governorate|county|oblast)\b"),
    (
        "place",
        3,
        r" (?:and (?:[A-Z][\w-]+ ){1,2})?"
        r"(?:provinces|districts|regions|villages|towns|cities|counties|suburbs|prefectures)\b",
    ),
    ("person", 1, rf",? {SPEAKS}"),
    ("person", 2, r", (?:aged )?\d\d,"),
    ("person", 2, r", (?:who|whose)\b|\s(?:himself|herself)\b"),
    ("person", 3, rf", (?:his|her|their|my|whose) (?:[\w-]+ ){{0,2}}(?:{_KIN})\b"),
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
        rf",? (?:\([A-Z]+\) )?(?:which is )?(?:a|an|the) (?:(?! (?:of|at) )[\w’' -]){{0,30}}\b(?:{FIRM})\b",
    ),
)
BEFORE = _clues(
    ("person", 1, rf"\b{SPEAKS} $|according to $"),
    (
        "person",
        2,
        r"\b(?:(?:directed|written|sung|painted|composed|narrated|choreographed) by|starring|featuring) $",
    ),
    (
        "person",
        2,
        rf"(?:\b(?:[Hh]is|[Hh]er|their|my)|['’]s|s['’]) (?:[\w-]+ ){{0,2}}(?:{_KIN}),? $"
        r"|\bwh(?:ile|en) (?:Mr|Mrs|Ms)\.? $|\b(?:nicknamed|whom (?:\w+ ){1,3}calls?) $",
    ),
    (
        "place",
        2,
        r"(?<!written )(?<!coded )(?<!programmed )\b[Ii]n (?:the (?:north|south|east|west|city|town|village) of )?$",
    ),
    (
        "place",
        2,
        r"\b(?:[Nn]ear|vicinity of|throughout|outside"
        r"|(?:(?:north|south)?-?(?:east|west)|north|south) of|born in|based in|lives? in"
        r"|lived in|moved to|returned to|flew to|travell?ed to|arrived in|trips? to|visited|outskirts of"
        r"|miles from|km from) $",
    ),
    ("place", 3, rf"\b(?:{_SETTLEMENT})s? of $|, (?:aged )?\d\d, (?:of|from) (?:nearby )?$"),
    (
        "place",
        3,
        r"\bnearby $"
        r"|\b(?i:villagers|residents|townspeople|farmers|fishermen|refugees|crowds) (?:at|in|of|around|near|from) $",
    ),
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
    ("organisation", 5, rf"\b(?<![Cc]o-)(?i:{FIRM})s?(?: (?:called|named|known as))? (?:the )?$"),
    (
        "organisation",
        3,
        rf"(?:\b(?:an?|another|its|their|rival|local)|['’]s) (?:[\w-]+ ){{0,4}}"
        rf"(?:{FIRM}|(?:[a-z]+ )?(?:arm|unit|affiliate)), $",
    ),
    ("organisation", 2, r"\b(?:quoted by|reported by) (?:the )?$"),
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
        r"\b(?:shares|founder|CEO|chairman|chief executive|chairwoman|(?<!film )director|treasurer|editor"
        r"|subsidiary|employees|stake|members) (?:of|for|in|at) (?:the )?$",
    ),
)


def _any(clues: tuple[Clue, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{clue.pattern.pattern})" for clue in clues))


ANY_BEHIND, ANY_BEFORE = _any(BEHIND), _any(BEFORE)
