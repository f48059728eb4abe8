"""How an article describes the people it names: the words beside a name that say what somebody is.

Before it, "White House National Security Council spokesman John Kirby"; behind it, "John Kirby, a spokesman for …,".
Only words that hold a title or a role are taken, as they stand in the text.
"""

from __future__ import annotations

import re

from briefing.lexicon.names import demonyms, kind_words, role_nouns, title_pattern
from briefing.lexicon.word_weights import is_noun

_LONGEST = 110  # characters of a description
_WORDS_BEFORE = re.compile(r"(?:[\w&.'’/-]+\s+){1,14}$")
_LINKING = frozenset(["of", "for", "and", "to", "the", "on"])
_OPENING = _LINKING | frozenset(
    (
        "a an both only but while when as if after before since then today also even like unlike with by from in at "
        "another other one two three several many that this "
        "these those what who his her its their our my although though because where nor or yet so"
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
        "professional independent veteran leading doctoral postdoctoral graduate undergraduate retired longtime"
    ).split()
)
_PARTS = frozenset("chapter branch office arm wing unit division".split())  # 'of the Norham chapter of the Council'
_LEADING = frozenset(
    "former current acting deputy senior chief vice late new then first".split()
)  # never the last word
_NUMBERED = re.compile(
    r"\d+(?:st|nd|rd|th)|(?:then|ex|now)-[A-Z][\w-]*|[a-z]+-[a-z]+"
)  # 'then-Norland', 'long-serving'
_ADJECTIVAL = ("al", "ical", "ic", "ary", "ian", "ive", "ous")
_FORMS_OF_ADDRESS = frozenset(
    (
        "mr mrs ms miss mx sir dame lord lady madam dr mme mlle madame mademoiselle monsieur herr frau señor señora "
        "signor signora"
    ).split()
)
_OF = r"(?: (?:of|from|at) (?:the )?(?:[A-Z][\w.'’&-]+ ?|of |and |the ){1,8})?"  # 'Ada Lind of the Bank of Norham, …'
_SAYS = (
    r"said|says|told|called|announced|argued|wrote|added|stated|warned|asked|noted|explained|put|denied|declared|urged"
)
_BEHIND = re.compile(
    rf"{_OF}(?:,\s+who\s+(?:succeeded\s\w+|served|serves|had\sserved)\s+as\s+|,\s+(?:who\s+(?:is|was)\s+)?"
    r"|\s(?:—|–|--)\s)(?:(?:then|now|currently)\s+)?"
    r"(?:(?:the|a|an|his|her|its|their|another|one|the\s+other)\s+)?"
    rf"((?:[^,.;:()\"“”—–]|(?<=\b[A-Z])\.){{4,90}}?)(?=[,.;]|\s[—–]|\s(?:{_SAYS})\b)"
)
_PERSON = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,3}"
_PROFESSIONS = ("ologist", "ographer", "writer", "ician")
_CUT_SHORT = re.compile(r"\s(?:at|of|in|for|with)\s(?:the\s)?(?:[A-Z]\.?)+$")  # 'head of claims at the U.S'
_HEAD_ENDS = re.compile(
    r"\s+(?:of|for|at|in|with|from|to|who|on|and|by|based|responsible|accused|charged|convicted|named|known|(?!managing\b|acting\b|founding\b|leading\b)\w{3,}ing)\s+"
)
_WORD = r"(?:[A-Z]\.(?:[A-Z]\.)+|[^\s,.;:()\"“”]+)"
_APPOSED = re.compile(
    r"(?:^|[.!?:”\"'’]\s|,\s(?=an?\s|the\s)|\b(?:said|says|told|and|that|but|met|named|including|by|from|while|as|when"
    r"|because|after|[Aa]lso|paraphrased|quoted|cited)\s)"
    rf"(?!said|says|told|Also\s)(?P<article>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Aa]nother)\s)?(?P<role>(?:{_WORD}\s){{0,11}}{_WORD})(?:\s\([^()]+\))?,\s"
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir|Dame)\.?\s)?$"
)
_SEVERAL = re.compile(rf"((?:[\w.'’-]+\s){{0,5}}[\w’'-]+s)\s(?:{_PERSON},?\s(?:and\s)?){{0,4}}$")
_ONE_OF_SEVERAL = re.compile(rf",?\s(?:and\s)?{_PERSON}|,\s{_PERSON}")
_INNER_ARTICLE = re.compile(r".*\s(?:the|an?|its|his|her|their)\s")
_COUNTED = re.compile(
    r"\b(?:[Tt]wo|[Tt]hree|[Ff]our|[Bb]oth)\s(?:of\sthe\s|the\s)?((?:[\w’'-]+\s){0,4}[a-z]{4,})s,\s"
    rf"(?:{_PERSON},?\s(?:and\s)?){{0,4}}$"
)
_LISTED = re.compile(rf"(?:(?:,\s|,?\sand\s){_PERSON}){{0,4}}[,.;]")
_CLAUSE = re.compile(r"\b(?:said|says|told|added|is|was|were|are|has|had|have|will|would|and)\b")


def role_before(text: str, start: int, end: int) -> str | None:
    """The description that ends where a name starts, or where several of one role start: 'the pilots Ada and …'."""
    return _role_before(text, start) or _role_of_several(text, start, end)


def _role_of_several(text: str, start: int, end: int) -> str | None:
    """'NASA astronaut' of 'NASA astronauts Ada Lind and Tom Becker', for each."""
    found = _SEVERAL.search(text[max(0, start - _LONGEST) : start])
    if not found:
        return None
    first = start == max(0, start - _LONGEST) + found.end(1) + 1
    if first and not _ONE_OF_SEVERAL.match(text, end):
        return None
    words = found[1][:-1].split()
    role = " ".join(words[_first_word_of_role(words) :])
    return role if role and _is_role(role.split()) and _role_noun(words[-1]) else None


def _role_before(text: str, start: int) -> str | None:
    window = _WORDS_BEFORE.search(text[max(0, start - _LONGEST) : start])
    if not window or not window[0].endswith((" ", "\n")):
        return None
    words = window[0].split()
    while words[-1:] and words[-1].lower().rstrip(".") in _FORMS_OF_ADDRESS and words[-2:] != ["First", "Lady"]:
        del words[-1]  # 'Undersecretary for Education Mr. Lind'
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
    stands = first and words[first - 1] in ("for", "as") and words[first + 1 : first + 2] == ["and"]
    return first + 2 if stands else first  # 'running for president and rapper Lind'


def _belongs(words: list[str], index: int) -> bool:
    word = words[index]
    if word.endswith((".", ",")) and not title_pattern().fullmatch(word + " "):
        return False
    if word[:1].isupper() or word.lower() in _ADJECTIVES or _role_noun(word) or word in demonyms():
        return True
    follows = words[index + 1] if index + 1 < len(words) else ""
    if _NUMBERED.fullmatch(word) and follows[:1].isupper():
        return True
    if word.islower() and word.endswith(_ADJECTIVAL) and follows.islower() and _role_noun(follows):
        return True
    if word == "the" and index > 1 and words[index - 1] in ("of", "for"):
        return _belongs(words, index - 1)
    if word in ("of", "for", "on") and index and words[index - 1] in {*kind_words(), *_PARTS}:
        return follows[:1].isupper() or (follows == "the" and words[index + 2 : index + 3] != [])
    if word in _PARTS and follows == "of":
        return True
    if word.islower() and word not in _OPENING and is_noun(word) and words[index + 1 : index + 2] != [] and index:
        return words[index + 1].islower() and _role_noun(words[index + 1]) and words[index - 1] not in _ARTICLES
    return word in _LINKING and index > 0 and _role_noun(words[index - 1]) and word != "the"


def _role_noun(word: str) -> bool:
    plain = word.lower().rstrip(",")
    return plain in role_nouns() or plain.endswith(_PROFESSIONS) or bool(title_pattern().fullmatch(word + " "))


def _is_role(words: list[str]) -> bool:
    if words[-1].lower() in _OPENING:
        return False
    if (len(words) == 1 and words[0] in _EMPTY) or not _reaches_name(words):
        return False
    return any(_role_noun(word) for word in words) and not words[-1].endswith(("'s", "’s"))


def _reaches_name(words: list[str]) -> bool:
    """Whether the noun of a role stands beside the name, or what it is of: not 'songwriter Ada' before 'Lind'."""
    last = max((index for index, word in enumerate(words) if _role_noun(word)), default=0)
    return last == len(words) - 1 or (words[last + 1] in _LINKING - {"and"} and words[-1].lower() not in _LEADING)


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
    words = role.split()
    if len(words) > 2 and words[-2][0].isupper() and words[0][0].isupper() and words[-1] in role_nouns():
        head = role  # 'Department of State spokesperson'
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
    if not found:
        return None
    head = _HEAD_ENDS.split(found["role"], maxsplit=1)[0]
    inner = _INNER_ARTICLE.match(head)  # 'He met [the first citizen in space]'
    role = found["role"][inner.end() :] if inner else found["role"]
    alone = " " not in role and not re.match(r"(?:the|an?|another)\s", found["article"] or "", re.IGNORECASE)
    return role if _describes(role) and not alone else None  # 'his opponent' is no office
