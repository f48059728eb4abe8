"""Sentences of one paragraph, by rules that need no language model and no knowledge of the language.

A full stop, question mark, exclamation mark or ellipsis ends a sentence together with the quotation marks and brackets
that close right after it, unless what follows goes on in lower case or what precedes is an abbreviation, an initial or
the number of a list. The full stops of Chinese, Japanese, Hindi, Urdu and others end one wherever they stand.
"""

from __future__ import annotations

import re

_CLOSERS = r"[\"'”’“»›«‹)\]}」』）】》〉*_]"
_END = re.compile(
    rf"""
    (?P<wide>[。！？｡]+[」』）】》〉”’"'\)\]]*)         # East Asian: no space follows
  | (?P<other>[।॥؟۔።។။།։]+{_CLOSERS}*)              # Devanagari, Arabic, Ethiopic, Khmer, Burmese, Tibetan, Armenian
  | (?P<latin>(?:\.(?:\ \.)+|[.!?…]+)(?P<close>{_CLOSERS}*(?:[ \u00a0\u202f](?:»|'')(?=\s|$))?))
    """,
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"[^\s(\[{\"“„«»‘—–]+$")
_BEFORE_ORDINAL = re.compile(r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Zz]u[mr]|[Vv]om|[Bb]eim)\s\Z")  # 'der 1. FC'
_NEXT_WORD = re.compile(r"[\s\"'“„«»‘’(\[{¿¡*_`–—-]*([^\W_]*)")
_LONGEST_WORD = 24  # characters: enough for any abbreviation, and what keeps the search linear

_TITLES = frozenset(
    re.findall(
        r"\S+",
        "spc pfc sfc ssg msgt tsgt ssgt ltc cwo "
        "mr mrs ms messrs mx dr drs prof rev sen sens rep reps gov govs gen lt col maj capt cmdr cdr sgt cpl pvt "
        "adm hon ste pres supt det insp atty asst assoc brig mlle mgr sr sra srta dña hr hrn dhr mevr sig dott "
        "mme av ing dipl vgl bzw inkl evtl ggf vs cf eg ie viz approx ca z.b d.h u.a i.e e.g o.a bijv p.ej",
    )
)
_BEFORE_NUMBER = frozenset(
    re.findall(
        r"\S+",
        "no nos nr art abs fig figs vol pp p ch sec para pos tel ext núm pág ca op jan feb mar apr jun jul aug "
        "sep sept oct okt nov dec dez",
    )
)
_MAY_END = frozenset(
    re.findall(
        r"\S+",
        "st mt ft ave blvd rd jr sr inc corp co ltd bros llc plc cos dept univ assn ass'n int'l gov't nat'l etc "
        "al est usw ecc mio mrd str min max ph.d m.d b.a m.a ala ariz ark calif colo conn del fla ga ill ind kan "
        "ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo mon tue tues wed "
        "thu thur thurs fri sat sun",
    )
)
_DOUBLED = frozenset({"AA", "CC", "EE", "FF", "JJ", "NN", "OO", "PP", "RR", "SS", "UU"})  # Spanish plurals
_CLOCK = frozenset({"a.m", "p.m"})
_AFTER_CLOCK = re.compile(
    r"(?:[A-Z]{2,4}|Eastern|Central|Pacific|Mountain|Greenwich|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$"
)
_ASIDE = re.compile(r"\s\([^().]{1,60}\),? [a-z]")  # 'HDT Kft. (HDT Limited) bought'
_OTHER_ZONE = re.compile(r" \(\d| [A-Z]\w+ [Tt]ime\b")  # 5:00 p.m. (2100 UTC), 9 a.m. Tongan time
_MONTHS = frozenset(
    re.findall(
        r"\S+",
        "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert "
        "tammikuuta helmikuuta januari februari mars maj augusti oktober leden január ledna února března",
    )
)
_STARTERS = frozenset(
    re.findall(
        r"\S+",
        "The A An In On At It He She They We I This That These Those There But And So If When While As After "
        "Before Since However Meanwhile According For With From By What Who Why How His Her Their Its Our My You "
        "Not Yes Both Some Many Most Under Also Still Then Now Though Although Because Despite During Last Next "
        "Earlier Later Yesterday Today Der Die Das Ein Eine Es Er Sie Wir Ich Im Am Auf Aber Und Doch",
    )
)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of one paragraph, in order, without the white space between them.

    Every character that is not white space belongs to exactly one sentence; text without any full stop is one sentence.
    """
    sentences: list[tuple[int, int]] = []
    stop = len(text.rstrip())
    start = len(text) - len(text.lstrip())
    for found in _END.finditer(text):
        end = found.end()
        if found.start() < start or not (end >= stop or _ends_sentence(text, start, found)):
            continue
        sentences.append((start, end))
        start = end
        while start < stop and text[start].isspace():
            start += 1
    if start < stop:
        sentences.append((start, stop))
    return sentences


def _ends_sentence(text: str, start: int, found: re.Match[str]) -> bool:
    end = found.end()
    if found["wide"]:
        return not (found["wide"][-1] in "」』" and text[end] == "と")  # 「…。」と: 'he said' follows
    if found["other"]:
        return text[end].isspace() or found["other"][0] in "।॥"
    following = _NEXT_WORD.match(text, end, end + 80)
    word = following[1] if following else ""
    if word[:1].islower() or _ASIDE.match(text, end):
        return False
    if not text[end].isspace():
        return _glued(text, found, word)
    return found["latin"][0] != "." or not word or not _is_abbreviation(text, start, found, word)


def _glued(text: str, found: re.Match[str], word: str) -> bool:
    """'in the spring.The EU': scraped text loses the space between two sentences."""
    before = text[max(found.start() - 2, 0) : found.start()]
    closed = bool(found["close"]) and word[:1].isupper() and not found["close"].strip("\"'”’“»)]")
    return (closed or word in _STARTERS) and len(before) == 2 and before.isalpha() and before[1].islower()


def _is_abbreviation(text: str, start: int, found: re.Match[str], word: str) -> bool:
    """Whether the full stop at ``found`` abbreviates (or counts) rather than ends, ``word`` following it."""
    if len(found["latin"].rstrip("\"'”’“»)]}")) > 1 or found["close"].strip(")]"):
        return False
    match = _WORD_BEFORE.search(text[max(start, found.start() - _LONGEST_WORD) : found.start()])
    before = match[0] if match else ""
    key = before.lower().replace("’", "'")
    if key in _TITLES and not (before.islower() and key in {"gen", "det", "sig", "ing"}):
        return True
    if before.isdigit() and len(before) <= 3:
        place = found.start() - len(before)
        is_ordinal = bool(_BEFORE_ORDINAL.search(text[max(start, place - _LONGEST_WORD) : place]))
        return start + len(before) == found.start() or word.lower() in _MONTHS or is_ordinal
    if key.rpartition("'")[2] in _BEFORE_NUMBER and word[:1].isdigit():
        return True
    if key in _CLOCK:
        return bool(_AFTER_CLOCK.match(word) or _OTHER_ZONE.match(text, found.end()))
    letters = before.replace(".", "").replace("-", "")
    initials = (len(letters) == 1 and letters.isalpha()) or before in _DOUBLED  # 'z. B.', 'h. c.', 'EE. UU.'
    dotted = "." in before and all(len(part) <= 2 for part in before.split("."))
    capitalised = before[:1].isupper() or key in {"etc", "al", "usw", "ecc", "mio", "mrd"}
    return (initials or dotted or (key in _MAY_END and capitalised)) and word not in _STARTERS
