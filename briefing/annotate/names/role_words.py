"""Which words say what somebody is: nouns of office, trade and kin, and the words that belong to them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence

from briefing.annotate.names.tenses import NOT_HELD
from briefing.lexicon.names import demonyms, kind_words, other_words, role_nouns, title_pattern
from briefing.lexicon.word_weights import is_noun, share

KIN = (
    "wife|husband|son|daughter|mother|father|brother|sister|uncle|aunt|cousin|nephew|niece|grandson|granddaughter"
    "|grandmother|grandfather|widow|widower|girlfriend|boyfriend|fiancé|fiancée|stepson|stepdaughter"
)
LINKING = frozenset(["of", "for", "and", "to", "the", "on"])
OPENING = LINKING | frozenset(
    (
        "a an both only but while when as if after before since then today also even like unlike with by from in at "
        "another other one two three several many that this yesterday meanwhile under during following according "
        "these those what who his her its their our my although though because where nor or yet so"
    ).split()
)
SAYING = frozenset(  # where a sentence begins: 'Remarked Norham Institute researcher Ada Lind'
    (
        "Remarked Noted Warned Added Replied Explained Wrote Asked Argued Recalled Commented Declared Concluded "
        "Quipped Stated Insisted Continued Announced Tweeted Observed Claimed Joked"
    ).split()
)
ARTICLES = frozenset(["a", "an", "the"])
_CALENDAR = frozenset([*calendar.day_name, *calendar.month_name, *calendar.month_abbr])
_PERSONAL = frozenset(["Professor", "Prof.", "Dr.", "Dr", "Sen.", "Senator", "Sir", "Judge"])
_EMPTY = frozenset(["star", "head", "member", "fan", "figure"])  # alone they describe nobody
_KINDRED = frozenset(KIN.split("|"))
_OF_OFFICE = frozenset(
    (
        "former current acting deputy senior chief vice assistant associate lead outgoing incoming interim late new "
        "then first founding executive operating financial medical scientific technical technology marketing legal "
        "political press presidential military security defence defense foreign finance health interior education "
        "justice trade energy environment transport home general prime national local federal regional state police "
        "army government opposition ruling party campaign union company team human rights special managing "
        "professional independent veteran leading doctoral postdoctoral graduate undergraduate retired longtime "
        "agriculture agricultural culture cultural tourism industry labour labor commerce planning housing information "
        "sport youth water mining oil petroleum economy economic budget immigration aviation fisheries forestry "
        "science development cabinet corporate regional religious social "
        "sitting presiding joint non-executive younger older elder eldest"
    ).split()
)
_ADJECTIVES = _OF_OFFICE | NOT_HELD
_OF_WHAT = ("of", "for", "at", "to", "on")
_WHOSE = ARTICLES | {"its", "his", "her", "their"}
_OF_ANOTHER = frozenset(["fellow", "colleague"])  # says what he is to somebody else
_MINISTERS = frozenset("Minister Secretary Commissioner Ministry Department".split())
_PARTS = frozenset("chapter branch office arm wing unit division".split())  # 'of the Norham chapter of the Council'
LEADING = frozenset("former current acting deputy senior chief vice late new then first".split())  # never the last word
_HYPHENED = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:then|ex|now)-[A-Z][\w.-]*|[a-z]+-[a-z]+"
)  # 'then-Norland', 'long-serving'
_ADJECTIVAL = ("al", "ical", "ic", "ary", "ian", "ive", "ous")
_PLURALS = frozenset(
    "sports arms news sales operations communications affairs relations economics rights drugs securities equities"
    " systems games services studies markets sciences".split()
)  # which stand before a noun as they are
_COMMON = 0.01  # share of documents that hold a word which may be a verb before a role's noun
_PROFESSIONS = ("ologist", "ographer", "writer", "ician")
_PREFIXES = frozenset(["ex", "then", "now", "co", "vice", "sub", "under"])
_SUFFIXES = frozenset(["elect", "designate", "general", "emeritus"])
_ABBREVIATED = re.compile(r"(?:[A-Z]\.)+|(?:Inc|Corp|Co|Ltd|Bros|St|Mt|Ft)\.")
_CLAUSE = re.compile(r"\b(?:said|says|told|added|is|was|were|are|has|had|have|will|would|and)\b")
_SENTENCE = re.compile(r"^(?:(?!\b(?:who|whom|which|that|whose)\b).)*\b(?:said|says|is|was|were|are|has|had|will)\b")
_HEAD_ENDS = re.compile(
    r"\s+(?:of|for|at|in|with|from|to|who|on|and|by|based|responsible|accused|charged|convicted|named|known"
    r"|(?!managing\b|acting\b|founding\b|leading\b|sitting\b)\w{3,}ing)\s+"
)


def is_role_noun(word: str) -> bool:
    """Whether a word heads a role, or is a title before a name."""
    return _heads_role(word.lower().rstrip(",")) or bool(title_pattern().fullmatch(word + " "))


def _heads_role(plain: str) -> bool:
    if plain in role_nouns() or plain.endswith(_PROFESSIONS):
        return True
    parts = plain.split("-")  # 'then-U.S.-president', 'singer-songwriter', 'director-general'
    first, last = parts[0] in role_nouns(), parts[-1] in role_nouns()
    return len(parts) > 1 and ((last and (first or parts[0] in _PREFIXES)) or (first and parts[-1] in _SUFFIXES))


def first_word_of_role(words: Sequence[str]) -> int:
    """Back from the name over capitalised words, adjectives of office, role nouns, and 'of' between them."""
    first = len(words)
    while first > 0 and _belongs(words, first - 1):
        first -= 1
    while first < len(words) and (words[first].lower() in OPENING or words[first] in SAYING):
        first += 1
    stands = first and words[first - 1] in ("for", "as") and words[first + 1 : first + 2] == ["and"]
    return first + 2 if stands else first  # 'running for president and rapper Lind'


def _belongs(words: Sequence[str], index: int) -> bool:
    word, follows = words[index], words[index + 1] if index + 1 < len(words) else ""
    if word.endswith(",") and word[0].islower():  # 'the [actor, director and producer] Ada Lind'
        return is_role_noun(word) and is_role_noun(follows) and "and" in words[index + 2 : index + 4]
    if word.endswith((".", ",")) and not (title_pattern().fullmatch(word + " ") or _ABBREVIATED.fullmatch(word)):
        return False
    if word in _CALENDAR or (word in other_words() and follows in _PERSONAL):
        return False
    if word.endswith("ed") and word in NOT_HELD and index and words[index - 1].lower() not in OPENING:
        return False  # 'Parliament [impeached President Lind]'
    if word.lower() in _OF_ANOTHER or (word in ("of", "for", "to") and _is_anothers(words, index)):
        return False
    if word == "and" and _joins_portfolios(words, index):
        return True
    if word[:1].isupper() or word.lower() in _ADJECTIVES or is_role_noun(word) or word in demonyms():
        return True
    if _HYPHENED.fullmatch(word) and (follows[:1].isupper() or word.endswith("-former") or is_role_noun(follows)):
        return True
    if word == "the" and index > 1 and words[index - 1] in ("of", "for"):
        return _belongs(words, index - 1)
    if word in ("of", "for", "on") and index and (words[index - 1] in kind_words() or words[index - 1] in _PARTS):
        return follows[:1].isupper() or (follows == "the" and words[index + 2 : index + 3] != [])
    if (word in _PARTS and follows == "of") or _in_run(words, index):
        return True
    return word in LINKING and index > 0 and is_role_noun(words[index - 1]) and word != "the"


def length_of_role(words: Sequence[str]) -> int:
    """How many of the words ahead are a role and what it is of: of 'president of the union on Monday' four."""
    length, tail = 0, False
    for index, word in enumerate(words):
        before = words[index - 1] if index else ""
        if word in _CALENDAR:
            break
        if word[:1].isupper() or word in demonyms() or (is_noun(word) and word not in OPENING) or _heads_role(word):
            length = index + 1 if tail or is_role_noun(word) else length
        elif word in _OF_WHAT and length:
            tail = True
        elif word in _SUFFIXES or (tail and (before in _WHOSE or word in _ADJECTIVES or word[-2:] in ("es", "ns"))):
            length = index + 1
        elif not (word in _WHOSE and before in _OF_WHAT) and not (word == "and" and length) and not _is_adjective(word):
            break
    return length


def _is_adjective(word: str) -> bool:
    return word in _ADJECTIVES or word in _SUFFIXES or word.endswith(_ADJECTIVAL) or bool(_HYPHENED.fullmatch(word))


def _is_anothers(words: Sequence[str], index: int) -> bool:
    """Whether an office stands before the name, and another before that: 'a spokeswoman for [Sen. Ada Lind]'."""
    rest = words[index + 1 :]
    office = bool(rest) and is_role_noun(rest[-1]) and rest[-1] not in ("Justice", "State") and "and" not in rest
    whole = title_pattern().fullmatch(" ".join(rest) + " ") is not None  # 'the Harbour Party of [Prime Minister Lind]'
    return office and index > 0 and (is_role_noun(words[index - 1]) or (whole and words[index - 1] in kind_words()))


def _joins_portfolios(words: Sequence[str], index: int) -> bool:
    """'Trade and Industry Minister', 'Minister of Trade and Industry'."""
    beside = [words[index - 1], words[index + 1]] if 0 < index < len(words) - 1 else []
    minister = bool({*words[index:], *words[max(0, index - 3) : index]} & _MINISTERS)
    return minister and len(beside) == 2 and all(word[:1].isupper() and is_noun(word.lower()) for word in beside)


def _in_run(words: Sequence[str], index: int) -> bool:
    """Whether a word belongs to nouns and adjectives before a role's noun: 'folk rock musician'."""
    for position in range(index, len(words)):
        word = words[position]
        if position > index and is_role_noun(word):
            return word.islower() or is_noun(words[index])
        rare = share(word) < _COMMON and len(word) > 3 and not word.endswith(("ed", "ing", "ly"))
        modifies = (is_noun(word) or rare) and (not word.endswith("s") or word in _PLURALS or word.endswith("ss"))
        if not word.islower() or word in OPENING or not (modifies or word.endswith(_ADJECTIVAL)):
            return False
    return False


def is_role(words: Sequence[str]) -> bool:
    if words[-1].lower() in OPENING:
        return False
    if (len(words) == 1 and words[0] in _EMPTY | _KINDRED) or not _reaches_name(words):
        return False
    return any(is_role_noun(word) for word in words) and not words[-1].endswith(("'s", "’s"))


def _reaches_name(words: Sequence[str]) -> bool:
    """Whether the noun of a role stands beside the name, or what it is of: not 'songwriter Ada' before 'Lind'."""
    last = max((index for index, word in enumerate(words) if is_role_noun(word)), default=0)
    return last == len(words) - 1 or (words[last + 1] in LINKING - {"and"} and words[-1].lower() not in LEADING)


def describes(role: str) -> bool:
    """Whether a noun for what somebody is heads the words."""
    head = head_of(role)
    words = role.split()
    if len(words) > 2 and words[-2][0].isupper() and words[0][0].isupper() and words[-1] in role_nouns():
        head = role  # 'Department of State spokesperson'
    last = [word for word in head.split() if word not in _SUFFIXES][-1:] or [""]
    opens = role.split(maxsplit=1)[0].lower() in OPENING | {"who", "according", "formerly"}
    return (
        not opens
        and (_heads_role(last[0].lower()) or is_kin(role))
        and not (_CLAUSE.search(head) or _SENTENCE.match(role))
    )


def head_of(role: str) -> str:
    return _HEAD_ENDS.split(role, maxsplit=1)[0]


def is_kin(role: str) -> bool:
    """'wife of Tom Lind', "Lind's eldest daughter"; of nobody, kin says nothing."""
    head = head_of(role)
    kin = re.search(rf"(?:^|\s)(?:{KIN})$", head) is not None
    return kin and (role.startswith(f"{head} of ") or re.search(r"[A-Z][\w-]*['’]s? ", head) is not None)
