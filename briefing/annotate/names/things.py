"""Ships, storms, works, products and stock indexes: what bears a name but is no person, place or organisation.

The article says so once, beside the name (``Hurricane Alma``, ``the television show Night Ferry``, ``US$ 5``); where it
gives the name alone afterwards, it still is none of our kinds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.clues import is_called
from briefing.annotate.names.plausible import opens_title
from briefing.annotate.names.surnames import surname
from briefing.annotate.parsed import Parsed
from briefing.lexicon.names import demonyms, kind_words, known_names, never_names, role_nouns
from briefing.lexicon.word_weights import share

_SHIP = (
    r"USS|U\.S\.S\.|USNS|USCGC|HMS|HMAS|HMCS|HMNZS|RMS|SS|MS|MV|M/V|INS|RRS|RV|R/V|FV|F/V|KRI|BRP|ROKS|HDMS|HNLMS|HNoMS"
)
_STORM = r"(?:[Tt]ropical |[Ww]inter )?[Ss]torms?|[Hh]urricanes?|[Tt]yphoons?|[Cc]yclones?|[Tt]ropical [Dd]epression"
_VESSEL = (
    r"submarine|frigate|destroyer|warship|(?:cruise|cargo|container|supply|research|hospital|rescue) ship|ferry|tanker"
    r"|yacht|freighter|trawler|schooner|(?:motor|cabin) cruiser|motorboat|sailboat|sloop"
)
_THING = re.compile(
    rf"(?:^|[\s(“\"'‘])(?:{_SHIP}|{_STORM}|{_VESSEL})(?: [“\"'‘]?|, [“\"'‘]|, the (?:[A-Z]\w+ )?[“\"'‘]?)$"
)
_APPOSED = re.compile(rf"\b(?:[Tt]he|[Aa]) (?:\w+ )?(?:{_VESSEL}|boat|ship|vessel), $")  # 'The boat, Veldra,'
_BEARS = re.compile(rf"(?:{_SHIP}|{_STORM}) [A-Z]")
_WORK = re.compile(
    r"\b(?:(?:television|TV|reality|talk|quiz|radio|news) (?:show|series|program(?:me)?)"
    r"|sitcom|soap opera|film|movie|novel|album|video game"
    r"|musical|operating system|software|smartphone|spacecraft|rocket|missile)(?: |, )[“\"'‘]?$"
)
_CALLED = re.compile(rf"\b(?:{_SHIP}|{_STORM}|[Ss]pace [Ss]huttles?) ([A-Z][\w-]+)")
_LOCATED = re.compile(r"\b(?:in|at|from|to|near|of|across|throughout) $")
_PAIR = re.compile(rf"\b(?:{_STORM}) [A-Z][\w-]+ and $")
_NUMBERED = re.compile(r" \d{1,2}(?![\w,:/]|\.\d| (?:percent|per|million|billion|of)\b)(?= [a-z])")  # 'Falcon 9 rocket'
_INSTRUMENT = re.compile(r" (?:space )?(?:telescope|rover|probe|spacecraft|satellite|rocket|missile|trophy|prize)\b")
_STUDIED = re.compile(  # what the letters before it stand for
    r" (?:(?:clinical|vaccine|drug) )?(?:trials?|virus(?:es)?|disease|syndrome|vaccines?|drugs?|genes?|proteins?)\b"
)
_MEDICINES = (
    re.compile(  # but not 'the drug Torvin makes'
        r"\bdrug (?:called |named |known as )?([A-Z][\w-]+)\b"
        r"(?! (?:has|have|had|makes?|made|sells?|sold|buys?|bought|plans|hopes|wants|develop\w*|and [A-Z]|[A-Z]))"
    ),
    re.compile(  # 'Torvimab, an experimental drug that …', not 'Torvin, a drug maker'
        r"\b([A-Z][\w-]+), (?:an?|the|another) (?:[\w-]+ ){0,3}(?:drug|vaccine|antiviral|antibiotic|antibody"
        r"|medicine|medication|painkiller)(?=[,.;]| (?:that|which|for|to|used|made|developed|against|from|by)\b)"
    ),
)
_OFFICES_OF = re.compile(
    r"\b(?i:secretaries|ministers|ministries|departments) (?:of|for) (?:the )?(?:[A-Z]\w+,? )+(?:and (?:the )?)?$"
)
_ONE = re.compile(r"\b[Aa]n? (?:[a-z]+ |\d{4} |[\w.]+-[a-z]+ )?$")
_MADE = re.compile(  # what the article before it goes with is the model, not 'a Torvin News reporter'
    r"[,.;:)]|$| (?:aircraft|planes?|airplanes?|jets?|helicopters?|airliners?|cars?|trucks?|and|in|on|at|was|is|that"
    r"|which|with|crashed)\b"
)
_GAUGE = re.compile(r" (?:all-share |blue-chip |share |stock |composite |\d+[- ]share )?(?:index|average|gauge)\b")
_FEDERAL = re.compile(
    r" (?:Attorney(?! General)|Marshal|(?:(?:Senior )?District|Circuit|Magistrate|Bankruptcy) Judge)\b(?!['’]s Office)"
)
_CURRENCY = re.compile(r"\s?(?:[$€£]|US\$)\s?\d|\s(?:dollars?|cents?|rupees?)\b")
_GIVEN = re.compile(r"\b(?:lent|gave|given?|giving|paid|owed?|cost|lends?|grant(?:ed)?|offer(?:ed)?|sent|promised) $")
INDEXES = frozenset(["Dow Jones", "Nasdaq", "NASDAQ", "Standard & Poor's", "Standard & Poor’s", "S&P"])
_PUBLISHES = re.compile(  # what the publisher of an index does, or its exchange
    r"['’]s (?!500)|-(?:listed|traded)| (?:said|says|told|reported|downgraded|upgraded|lowered|raised|rated|affirmed"
    r"|analyst|reporter|rating|ratings|news|newswires?|poll|survey|exchange|stock (?:market|exchange)|board|&)\b",
    re.IGNORECASE,
)
_OF_PUBLISHER = re.compile(
    r"\b(?:(?:listed|traded|listing|trades|trading|delisted|debut|shares|[$€£]?\d[\d.,]*) (?:on|to|from)"
    r"|agency|agencies|exchange|by|at"
    r"|told|according to|unit of|(?i:polled by)) (?:the )?$|\($"
)
_NO_MENTION = re.compile(  # who took a picture, and what somebody was called before
    r"(?:^|[.!?”\"] )(?:Image|Photo|Photograph|Picture|Illustration|Graphic|Video|File)s?(?: by)?: $"
    r"|\b(?:[Bb]orn|née|né|nee|birth name|real name(?: is| was)?)(?: as)? $"
)
_CHARACTER = re.compile(r"\b(?:[Cc]haracters?|[Ss]uperhero(?:ine)?)(?: of| named| called)? $")
_OF_FICTION = re.compile(
    r" from (?:the )?(?:[A-Z][\w'’:-]+ ){1,5}(?:series|films?|movies?|franchise|comics?|novels?|books?|games?)\b"
)
_GUISE = re.compile(r"\b(?:[Dd]ress(?:ed|es|ing)? (?:up )?as|[Cc]osplay(?:s|ed|ing)? as|(?:role|costume) of) $")
_FRANCHISE = re.compile(r"['’]?s? (?:costumes?|cosplay|series|franchise|saga|universe)\b")
_CAPITAL = re.compile(r"[^.!?:;,\s\])”\"] ([A-Z][a-z]+|\d+|[A-Z]+\d+) $")
_BRACKETED = re.compile(r" \[[A-Z][\w'’-]+\]")
_FOREIGN = 0.001  # share of documents that hold a word which is hardly English
_SEVERAL = re.compile(r"\b([A-Z]{2,5})s\b")  # letters that stand for what there are many of: 'the PIs'
_ACTS = re.compile(r"['’]s\b| (?:said|says|told|announced|reported|agreed|plans|sold|bought)\b")
_TIME = re.compile(r"\d(?::\d\d| ?[ap]\.?m\.?) $")
_ONE_OF_MANY = re.compile(r"\b[Aa]n? (?:(?:[A-Z]\w*|\d+|[\w.]+-[a-z]+ed|new|local) )*$")
_PHRASE_ENDS = re.compile(r"[,.;:)”\"]|$| (?:that|which|who|in|with|for|and|on|at|by|is|was|to)\b")
_PLAIN = 0.001  # share of documents that hold a word of the language
_REACH = 40  # characters before a name


def without_things(parsed: Parsed, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that are no thing, here or, by the same words, elsewhere in the article."""
    texts = parsed.texts
    named = {c.text for c in candidates if c.text not in known_names() and _is_thing(texts[c.paragraph], c)}
    called = {match[1] for text in texts for match in _CALLED.finditer(text)}
    acting = {c.text for c in candidates if _ACTS.match(texts[c.paragraph], c.end)}
    named |= {taken for text in texts for drug in _MEDICINES for taken in drug.findall(text)} - known_names().keys()
    named |= {letters for text in texts for letters in _SEVERAL.findall(text)} - acting - known_names().keys()
    kept = (c for c in candidates if c.text not in named and not (c.text in called and _is_called(texts, c)))
    people = {surname(c.text) for c in candidates if c.kind == "person" and " " in c.text}
    kept = (c for c in kept if surname(c.text) in people or not _is_part(texts[c.paragraph], c))
    others = (_is_field, _is_currency, _is_index, _is_no_mention, _is_of_office, _is_guise, _is_clock, _is_class)
    return [c for c in kept if not any(is_other(texts[c.paragraph], c) for is_other in others)]


def _is_thing(text: str, candidate: Candidate) -> bool:
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    if _BEARS.match(candidate.text) or _THING.search(before) or _PAIR.search(before):
        return True
    if _APPOSED.search(before) and text.startswith(",", candidate.end):
        return True
    fiction = _CHARACTER.search(before) or (not before and _OF_FICTION.match(text, candidate.end))
    if fiction and candidate.kind != "place":
        return True
    plain = candidate.kind == "organisation" or not candidate.text.isascii() or " " in candidate.text
    if plain and _WORK.search(before) and not re.match(r"['’]s? |,? (?:said|says|told)\b", text[candidate.end :][:9]):
        return True
    if candidate.kind == "organisation" and _GAUGE.match(text, candidate.end) and not _is_market(candidate.text):
        return True
    if _INSTRUMENT.match(text, candidate.end) or candidate.text.startswith("Space Shuttle "):
        return True
    if _is_model(text, candidate):
        return True
    if candidate.text.isupper() and " " not in candidate.text and _STUDIED.match(text, candidate.end):
        return True
    return candidate.kind == "organisation" and " " not in candidate.text and bool(_NUMBERED.match(text, candidate.end))


def _is_model(text: str, candidate: Candidate) -> bool:
    """Whether a firm's name goes on with one of what it makes: 'a Torvin Sierra crashed', no 'a Torvin Group plant'."""
    first, _, rest = candidate.text.partition(" ")
    firm = known_names().get(first) if rest and candidate.kind == "organisation" else None
    made = firm is not None and firm.kind == "organisation" and kind_words().get(rest.split()[-1]) is None
    before = made and _ONE.search(text, max(0, candidate.start - _REACH), candidate.start)
    return bool(before) and _MADE.match(text, candidate.end) is not None


def _is_guise(text: str, candidate: Candidate) -> bool:
    """Whether somebody is played or told of, and not there: 'dressed as Ada Lind', 'the Ada Lind series'."""
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    told = _GUISE.search(before) or (is_called(candidate.text.split()) and _FRANCHISE.match(text, candidate.end))
    return bool(told)


def _is_part(text: str, candidate: Candidate) -> bool:
    """Whether a word that is taken for a person goes on another name: 'Evening [Ada]', '737 [Max]', '[Ada] [Lind]'."""
    if candidate.kind != "person" or " " in candidate.text or candidate.titled:
        return False
    before = _CAPITAL.search(text[max(0, candidate.start - _REACH) : candidate.start])
    word = before[1] if before else ""
    says = opens_title(word) or word.lower() in role_nouns() or word in demonyms() or word in never_names()
    return _BRACKETED.match(text, candidate.end) is not None or (word != "" and not says)


def _is_called(texts: Sequence[str], candidate: Candidate) -> bool:
    """Whether a ship's or a storm's name is not the place that it is called after: 'in Florence'."""
    located = _LOCATED.search(texts[candidate.paragraph], max(0, candidate.start - 12), candidate.start)
    return candidate.text not in known_names() or not located


def _is_clock(text: str, candidate: Candidate) -> bool:
    """Whether letters say by which clock a time is told: '7:38 pm IST'."""
    letters = candidate.text.isupper() and candidate.text not in known_names()
    return letters and bool(_TIME.search(text, max(0, candidate.start - 12), candidate.start))


def _is_class(text: str, candidate: Candidate) -> bool:
    """Whether plain words behind an indefinite article say what something is: 'a Level 1 Trauma Center, it …'."""
    if candidate.kind != "organisation" or candidate.text in known_names():
        return False
    before = _ONE_OF_MANY.search(text, max(0, candidate.start - _REACH), candidate.start)
    closed = before and _PHRASE_ENDS.match(text, candidate.end)
    return bool(closed) and all(share(word.lower()) > _PLAIN for word in candidate.text.split())


def _is_field(text: str, candidate: Candidate) -> bool:
    """Whether a word is the second of what several offices or bodies are for: 'Secretaries of State and [Defense]'."""
    plain = candidate.kind == "organisation" and candidate.text not in known_names()
    before = plain and _OFFICES_OF.search(text, max(0, candidate.start - _REACH), candidate.start)
    return bool(before) and all(share(word.lower()) > _PLAIN for word in candidate.text.split())


def _is_market(surface: str) -> bool:
    return kind_words().get(surface.split()[-1]) == "organisation"


def _is_currency(text: str, candidate: Candidate) -> bool:
    """'Taiwan $5', but not 'lent Norland $5 million'."""
    given = _GIVEN.search(text, max(0, candidate.start - _REACH), candidate.start) and text[candidate.end :][:1] == " "
    return candidate.kind == "place" and not given and bool(_CURRENCY.match(text, candidate.end))


def _is_of_office(text: str, candidate: Candidate) -> bool:
    return candidate.text in ("U.S.", "US") and bool(_FEDERAL.match(text, candidate.end))


def _is_index(text: str, candidate: Candidate) -> bool:
    """Whether the name of an index's publisher is the index: 'the Dow Jones fell', but not 'Dow Jones said'."""
    publishes = _PUBLISHES.match(text, candidate.end)
    before = text[max(0, candidate.start - _REACH) : candidate.start]
    return candidate.text in INDEXES and not publishes and not _OF_PUBLISHER.search(before)


def _is_no_mention(text: str, candidate: Candidate) -> bool:
    """Whether a name is a credit's, somebody's at birth, or a word of another language: 'Nuestras acciones …'."""
    foreign = re.match(r" ([a-zß-ÿ]{4,}) ([a-zß-ÿ]{2,})", text[candidate.end : candidate.end + _REACH])
    strange = (
        " " not in candidate.text and foreign is not None and all(share(word) < _FOREIGN for word in foreign.groups())
    )
    return strange or _NO_MENTION.search(text[max(0, candidate.start - _REACH) : candidate.start]) is not None
