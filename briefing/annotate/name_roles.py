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
_CUT_SHORT = re.compile(r"\s(?:at|of|in|for|with)\s(?:the\s)?(?:[A-Z]\.?)+$")  # 'head of claims at the U.S'
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
    return word.lower().rstrip(",") in role_nouns() or bool(title_pattern().fullmatch(word + " "))


def _is_role(words: list[str]) -> bool:
    if words[-1].lower().rstrip(".") in _FORMS_OF_ADDRESS | _OPENING:
        return False
    if len(words) == 1 and words[0] in _EMPTY:
        return False
    return any(_role_noun(word) for word in words) and not words[-1].endswith(("'s", "’s"))


def role_behind(text: str, end: int) -> str | None:
    """The description between commas that begins where a name ends."""
    found = _BEHIND.match(text, end)
    if not found:
        return None
    role = _CUT_SHORT.sub("", found[1].strip())
    head = re.split(r"\s+(?:of|for|at|in|with|from|to|who|on|and)\s+", role, maxsplit=1)[0]
    last = head.split()[-1:] or [""]
    opens = role.split(maxsplit=1)[0].lower() in _OPENING | {"who", "according", "formerly"}
    if opens or _CLAUSE.search(head) or last[0].lower() not in role_nouns():
        return None
    return role
