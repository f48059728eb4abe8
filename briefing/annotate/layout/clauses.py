"""Finite verbs and clauses by their words alone: a headline is made of a text before its parse."""

from __future__ import annotations

import re
from itertools import pairwise

VERB = (
    r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|says|say|became|began|beat|"
    r"broke|brought|bought|built|came|chose|cut|drew|drove|fell|felt|flew|forced|fought|found|gave|got|grew|"
    r"condemns?|welcomes?|urges?|warns|confirms|suggests?|reveals?|announces|describes?|examines?|remains?|"
    r"becomes?|held|hit|kept|knew|laid|launches|led|left|lost|made|met|paid|plans|put|quit|ran|rose|said|sank|saw|"
    r"sent|set|shook|shot|shut|slid|sold|spoke|spent|stood|stole|struck|sued|swept|swore|took|told|threw|took|"
    r"wants|went|won|wrote|[a-z]{2,}ed"
)
FINITE = re.compile(rf"(?<![\w’'-])(?:{VERB})(?![\w’'-])")
SUBORDINATE = re.compile(r"\b(?:that|which|who|whose|where|whether|what|whereby)\b")
_BEFORE_PARTICIPLE = re.compile(r"\b(?:a|an|the|of|by|in|with|for|his|her|its|their|newly|recently|to|more|most)$")
_AFTER_PARTICIPLE = re.compile(r" (?:by|of|as)\b")
ONLY_PARTICIPLES = frozenset(
    "accused suspected charged convicted jailed based located published presented issued killed injured wounded "
    "arrested held used made built designed involved related linked expected scheduled set planned aged named called "
    "released detailed filed sent found brought drawn".split()
)
_PREPOSITION = re.compile(r" (?:in|on|at|for|with|from|to|during|last|this)\b")


def is_clause(text: str) -> bool:
    """Whether there is a verb for it, and one for each clause that begins within."""
    verbs = [found for found in FINITE.finditer(text) if is_finite(text, found)]
    within = sum(text[one.end() : other.start()].isspace() for one, other in pairwise(verbs))  # 'had hoped' is one
    return len(verbs) - within > len(SUBORDINATE.findall(text))


def has_verb(text: str) -> bool:
    return any(is_finite(text, found) for found in FINITE.finditer(text))


def is_finite(text: str, found: re.Match[str]) -> bool:
    """Whether a form that may be a participle too is none: not 'a man accused of murder', 'the injured'."""
    if found.start() == 0 or _BEFORE_PARTICIPLE.search(text[: found.start()].rstrip()):
        return False
    if _AFTER_PARTICIPLE.match(text, found.end()):
        return found[0] in {"is", "are", "was", "were", "has", "had", "died"}
    return found[0] not in ONLY_PARTICIPLES or not _PREPOSITION.match(text, found.end())


def is_open(text: str) -> bool:
    """Whether a quotation or bracket is not closed in it."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”") or text.count("(") != text.count(")")
