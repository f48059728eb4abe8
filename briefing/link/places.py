"""Places that the gazetteer has under a short name and with their region: 'Washington', which is 'Washington, D.C.'.

A state has the name too ('Everett, Washington', 'Oregon, Washington and Idaho'): an article means the city where one
mention stands by itself after a preposition and none as a state's does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from briefing.lexicon.names import known_names
from briefing.model import Article, Name

_BY_ITSELF = re.compile(r"\b(?:against|at|between|by|from|in|into|on|to|toward|towards|with)\s$")
_GOES_ON = re.compile(r"\s[a-z]+|[.?!;:)”\"]|,\s(?![A-Z])|['’]s\b|$")
_OF_STATE_BEFORE = re.compile(r"[^\W\d_][\w.'’]*,\s$|\b[A-Z]\w+\s(?:and|or)\s$|\bof\s$")
_OF_STATE_BEHIND = re.compile(
    r",?\s(?:and\s|or\s)?[A-Z]|\s[Ss]tate\b|\s(?:governor|lawmaker|legislat|representative|senator)"
)
_REACH = 40


def whole_name(name: Name, article: Article) -> str:
    """The name of a place with its region, where the gazetteer has one and the article means that place."""
    whole = _with_region().get(name.name) if name.kind == "place" else None
    if whole is None:
        return name.name
    texts = article.texts
    around = [
        (text[max(0, mention.start - _REACH) : mention.start], text[mention.end : mention.end + _REACH])
        for mention in name.mentions
        if (text := texts.get(mention.paragraph))
    ]
    of_state = any(_OF_STATE_BEFORE.search(before) or _OF_STATE_BEHIND.match(behind) for before, behind in around)
    alone = any(_BY_ITSELF.search(before) and _GOES_ON.match(behind) for before, behind in around)
    return whole if alone and not of_state else name.name


@cache
def _with_region() -> Mapping[str, str]:
    """'Washington' to 'Washington, D.C.'."""
    known = known_names()
    names = {one.name for one in known.values() if one.kind == "place" and ", " in one.name}
    return {name.partition(", ")[0]: name for name in names if name.partition(", ")[0] in known}
