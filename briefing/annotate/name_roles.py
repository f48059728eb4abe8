"""How an article describes the people it names: the words beside a name that say what somebody is.

Before it, "White House National Security Council spokesman John Kirby"; behind it, "John Kirby, a spokesman for …,".
Only words that hold a title or a role are taken, as they stand in the text.
"""

from __future__ import annotations

import re

from briefing.lexicon.names import demonyms, role_nouns, title_pattern
from briefing.lexicon.word_weights import is_noun

_LONGEST = 90  # characters of a description
_WORDS_BEFORE = re.compile(r"(?:[\w&.'’/-]+\s+){1,10}$")
_LINKING = frozenset(["of", "for", "and", "to", "the", "on"])
_OPENING = _LINKING | frozenset(
    (
        "a an both only but while when as if after before since then today also even like unlike with by from in at "
        "that this these those what who his her its their our my although though because where nor or yet so"
    ).split()
)
_ARTICLES = frozenset(["a", "an", "the"])
_EMPTY = frozenset(["star", "head", "member", "fan", "figure"])  # alone they describe nobody
_ADJECTIVES = frozenset(
    (
        "former current acting deputy senior chief vice assistant associate lead outgoing incoming interim late new "
        "then first founding executive operating financial medical scientific technical technology marketing legal "
        "political press presidential military security defence defense foreign finance health interior education "
        "justice trade energy environment transport home general prime national local federal regional state police "
        "army government opposition ruling party campaign union company team human rights special managing "
        "professional independent veteran leading"
    ).split()
)
_FORMS_OF_ADDRESS = frozenset(
    (
        "mr mrs ms miss mx sir dame lord lady madam dr mme mlle madame mademoiselle monsieur herr frau señor señora "
        "signor signora"
    ).split()
)
_BEHIND = re.compile(
    r",\s+(?:who\s+(?:is|was)\s+)?(?:(?:the|a|an|his|her|its|their|another|one|the\s+other)\s+)?((?:[^,.;:()\"“”]|(?<=\b[A-Z])\.){4,90})(?=[,.;])"
)
_PERSON = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}"
_PROFESSIONS = ("ologist", "ographer", "writer", "ician")
_CUT_SHORT = re.compile(r"\s(?:at|of|in|for|with)\s(?:the\s)?(?:[A-Z]\.?)+$")  # 'head of claims at the U.S'
_HEAD_ENDS = re.compile(
    r"\s+(?:of|for|at|in|with|from|to|who|on|and|by|based|accused|charged|convicted|named|known|\w{3,}ing)\s+"
)
_APPOSED = re.compile(
    r"(?:^|[.!?:”\"'’]\s|\b(?:said|says|told|and|that|but|met|named|including|by|from)\s)"
    r"(?!said|says|told)(?:(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s)?((?:[^\s,.;:()\"“”]+\s){0,11}[^\s,.;:()\"“”]+),\s$"
)
_COUNTED = re.compile(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth)\s(?:of\sthe\s|the\s)?((?:[\w’'-]+\s){0,4}[a-z]{4,})s,\s"
    rf"(?:{_PERSON},?\s(?:and\s)?){{0,4}}$"
)
_LISTED = re.compile(rf"(?:(?:,\s|,?\sand\s){_PERSON}){{0,4}}[,.;]")
_CLAUSE = re.compile(r"\b(?:said|says|told|added|is|was|were|are|has|had|have|will|would|and)\b")


def role_before(text: str, start: int) -> str | None:
    """The description that ends where a name starts."""
    window = _WORDS_BEFORE.search(text[max(0, start - _LONGEST) : start])
    if not window or not window[0].endswith((" ", "\n")):
        return None
    words = window[0].split()
    first = _first_word_of_role(words)
    role = " ".join(words[first:])
    return role if role and _is_role(words[first:]) and role in text else None


def _first_word_of_role(words: list[str]) -> int:
    """Back from the name over capitalised words, adjectives of office, role nouns, and 'of' between them."""
    first = len(words)
    while first > 0 and _belongs(words, first - 1):
        first -= 1
    while first < len(words) and words[first].lower() in _OPENING:
        first += 1
    return first


def _belongs(words: list[str], index: int) -> bool:
    word = words[index]
    if word.endswith((".", ",")) and not title_pattern().fullmatch(word + " "):
        return False
    if word[:1].isupper() or word.lower() in _ADJECTIVES or _role_noun(word) or word in demonyms():
        return True
    if word.islower() and word not in _OPENING and is_noun(word) and words[index + 1 : index + 2] != [] and index:
        return words[index + 1].islower() and _role_noun(words[index + 1]) and words[index - 1] not in _ARTICLES
    return word in _LINKING and index > 0 and _role_noun(words[index - 1]) and word != "the"


def _role_noun(word: str) -> bool:
    plain = word.lower().rstrip(",")
    return plain in role_nouns() or plain.endswith(_PROFESSIONS) or bool(title_pattern().fullmatch(word + " "))


def _is_role(words: list[str]) -> bool:
    if words[-1].lower().rstrip(".") in _FORMS_OF_ADDRESS | _OPENING:
        return False
    if (len(words) == 1 and words[0] in _EMPTY) or not _reaches_name(words):
        return False
    return any(_role_noun(word) for word in words) and not words[-1].endswith(("'s", "’s"))


def _reaches_name(words: list[str]) -> bool:
    """Whether the noun of a role stands beside the name, or what it is of: not 'songwriter Ada' before 'Lind'."""
    last = max((index for index, word in enumerate(words) if _role_noun(word)), default=0)
    return last == len(words) - 1 or words[last + 1] in _LINKING


def role_behind(text: str, end: int) -> str | None:
    """The description between commas that begins where a name ends."""
    found = _BEHIND.match(text, end)
    if not found:
        return None
    role = _CUT_SHORT.sub("", found[1].strip())
    return role if _describes(role) else None


def _describes(role: str) -> bool:
    """Whether a noun for what somebody is heads the words."""
    head = _HEAD_ENDS.split(role, maxsplit=1)[0]
    last = head.split()[-1:] or [""]
    opens = role.split(maxsplit=1)[0].lower() in _OPENING | {"who", "according", "formerly"}
    office = last[0].lower() in role_nouns() or last[0].endswith(_PROFESSIONS)
    return not opens and office and not _CLAUSE.search(head)


def role_apposed(text: str, start: int, end: int) -> str | None:
    """The description before a name that is set off by commas: 'the head of the agency, Ada Lind, said'."""
    before = text[max(0, start - _LONGEST) : start]
    if not _LISTED.match(text, end):
        return None
    counted = _COUNTED.search(before)
    if counted:
        return counted[1] if _describes(counted[1]) else None
    found = _APPOSED.search(before) if text[end : end + 1] in (",", ".") else None
    return found[1] if found and _describes(found[1]) and len(found[1].split()) > 1 else None
