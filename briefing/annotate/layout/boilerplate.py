"""Lines that belong to the page and not to the article: navigation, sharing, newsletters, rights, end notes.

Precision first: a rule matches the whole line, and a line that could be a sentence of the article is left alone. Each
reason is a key of the interface texts (``removed``). The patterns are data: ``boilerplate.txt`` of the lexicon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from briefing.annotate.sentences import split_sentences
from briefing.lexicon.outlets import SECTIONS, fold

_LONGEST = 900  # characters; nothing longer is boilerplate
_NETWORK = (
    "facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|messenger|flipboard|tumblr|instagram|threads|bluesky|"
    "mastodon|youtube|tiktok|pocket|xing"
)
_CAPITAL = r"[A-Z0-9][\w.'’&!+-]*"
_NAME = rf"(?-i:(?:[Tt]he )?{_CAPITAL}(?: (?:(?:of|for|and|&|the|de|la|für|del) (?:the )?)?{_CAPITAL}){{0,5}})"
_HEADING = re.compile(r"\[([a-z-]+) (\d+)( at an edge| at the end)?\]")
_LIST_HEAD = re.compile(
    r"(?:more|best|latest|related|recommended|most|trending|popular|top|editors?|read (?:next|more|also)|see also|"
    r"you (?:may|might)|what to read|what (?:else|we|i)|up next|people are|readers are|what (?:others|readers)|must|"
    r"featured|explore|"
    r"mehr zum|lesen sie|das könnte|auch interessant|à lire|lire aussi|sur le même|les plus|"
    r"te puede|le puede|más (?:noticias|leíd|información|sobre)|lo más|noticias rel|also see|en savoir plus|"
    r"weitere|videos? from)\b",
    re.IGNORECASE,
)
_CREDIT = (
    r"(?:reporting|writing|editing|assistance|compiled|translated|edited|written|production|graphics?|research|"
    r"fact[ -]check(?:ed|ing))"
)
_CREDITS = re.compile(
    rf"\W{{0,3}}(?:(?:additional|original|with) )?{_CREDIT}(?:(?: and | & |, | )(?:additional )?{_CREDIT})* "
    r"(?:by|from) (?P<names>.{3,600})",
    re.IGNORECASE,
)
_CREDIT_WORDS = frozenset(
    re.findall(
        r"\S+",
        "and in by for the with from & additional reporting writing editing edited written compiled translated "
        "research de van von der bin al el la le production graphics at of staff bureau team desk agencies "
        "newsroom wire reports",
    )
)
_EXCHANGE_RATES = re.compile(
    r"^(?:\((?:US)?[$€£]?\d[\d,.]* = [^()]{3,60}\)\s*)+"
)  # an agency's '($1 = 945.2 Chilean pesos)'
Reach = Literal[
    0, 1, 2
]  # 0: of any line; 1: of one that is not alone between two paragraphs; 2: of one below the article
_REACHES: dict[str | None, Reach] = {None: 0, " at an edge": 1, " at the end": 2}
_MENU_JOINT = re.compile(r"\s*[|·•»›]\s*|\s[/>]\s")
_FEWEST_PARTS, _LONGEST_PART, _LONGEST_MENU = 3, 4, 12  # entries of a menu on one line, words of each, and of all
_SEPARATOR = re.compile(r"[\s*_=~#•·●—–×✕✖\-…+|]+|&&|\$\$")  # the last two of weather services


@dataclass(frozen=True, slots=True)
class _Rule:
    reason: str
    most_words: int
    reach: Reach
    pattern: re.Pattern[str]  # of the whole line


@cache
def _rules() -> tuple[_Rule, ...]:
    """The rules of the lexicon, in its order."""
    text = resources.files("briefing.lexicon").joinpath("boilerplate.txt").read_text(encoding="utf-8")
    patterns: dict[tuple[str, int, Reach], list[str]] = {}
    current: list[str] = []
    for line in text.splitlines():
        if heading := _HEADING.fullmatch(line):
            current = patterns.setdefault((heading[1], int(heading[2]), _REACHES[heading[3]]), [])
        elif line and not line.startswith("#"):
            current.append(f"(?:{line.replace('{network}', _NETWORK).replace('{name}', _NAME)})")
    return tuple(
        _Rule(reason, most, reach, re.compile("|".join(several), re.IGNORECASE))
        for (reason, most, reach), several in patterns.items()
    )


def boilerplate_reason(text: str, reach: Reach = 0) -> str | None:
    """Why a line is set aside, or None: it is, or may be, the article's own. Where it stands lets more rules speak."""
    if len(text) > _LONGEST:
        return None
    if _SEPARATOR.fullmatch(text):
        return "separator"
    text = text.lstrip("•●▪◦‣· ") or text
    words = text.count(" ") + 1
    for rule in _rules():
        if words <= rule.most_words and rule.reach <= reach and rule.pattern.fullmatch(text):
            return None if rule.reason == "reprint" and len(split_sentences(text)) > 1 else rule.reason
    if reach and is_menu(text):
        return "navigation"
    rest = _EXCHANGE_RATES.sub("", text)
    credit = _CREDITS.fullmatch(rest)
    return "end-note" if not rest or (credit and _names_only(credit["names"])) else None


def is_menu(text: str) -> bool:
    """'Front Page | News | Sport | Weather', 'Home · About · Archives', 'Obituaries Sports Opinion Things to Do'."""
    parts = _MENU_JOINT.split(text.strip(" ·•"))
    if len(parts) >= _FEWEST_PARTS:
        short = all(part and len(part.split()) <= _LONGEST_PART and part[-1:] != "." for part in parts)
        named = all(part[:1].isupper() and not any(map(str.isdigit, part)) for part in parts)
        known = sum(fold(part) in SECTIONS or boilerplate_reason(part, 1) is not None for part in parts)
        return short and (known > 1 or (named and len(parts) > _FEWEST_PARTS))
    words = text.split()
    if not _FEWEST_PARTS <= len(words) <= _LONGEST_MENU or text[-1] in ".?!":
        return False
    known = sum(fold(word) in SECTIONS for word in words)
    return (
        known >= _FEWEST_PARTS and 2 * known >= len(words) and all(word[0].isupper() for word in words if len(word) > 3)
    )


def opens_link_list(text: str) -> bool:
    """'More from Rolling Stone', 'Related stories': what follows at the end of a page are other articles' headlines."""
    return text[-1:] != "." and len(text.split()) <= 8 and ":" not in text[:-1] and _LIST_HEAD.match(text) is not None


def _names_only(text: str) -> bool:
    """'Jane Doe in Washington; Editing by John Roe)': every word a capital one, or one of a credit's own."""
    words = re.findall(r"[^\s,;.()/\[\]]+", text)
    return bool(words) and all(not word[0].islower() or word.lower() in _CREDIT_WORDS for word in words)
