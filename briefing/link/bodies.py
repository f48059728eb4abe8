"""Bodies that every nation has: whose a court, a parliament, a ministry is, by its name or by the article."""

from __future__ import annotations

import re

from briefing.lexicon.names import kind_words, known_names, nation_of, nations
from briefing.model import Article, Name

_OF_STATE = frozenset(  # words that bodies of every nation bear
    "of and the for national federal central state supreme high constitutional defence defense foreign interior finance"
    " health justice education affairs representatives commons deputies air coast house trade energy security".split()
)
_HEADS = frozenset(
    "Court Ministry Department Senate Parliament Congress Assembly Legislature Cabinet Government Treasury Army Navy"
    " Force Forces Guard House Representatives Deputies".split()
)
_OWNER_BEHIND = re.compile(r"(.+) of (?:the )?([A-Z].*)")


def whose_body(name: Name, article: Article) -> tuple[str, str] | None:
    """What a body is called in every nation, and whose it is: 'Senate', 'Puerto Rico'; None for names of one's own.

    Nobody's are the lexicon's, which are America's, unless the article names other nations alone.
    """
    body, owner = _owned(name.name)
    if not _every_nation_has(body) or (owner and not any(word in _HEADS for word in body.split())):
        return None
    owner = owner or _nation(name, body, article)
    return body, "" if owner == "United States" and body in known_names() else owner


def nation_named(words: str) -> str:
    """The nation that words stand for: 'Italian' for Italy, 'U.S.' for the United States."""
    known = known_names().get(words)
    return nation_of().get(words, known.name if known and known.name in nations() else "")


def _owned(name: str) -> tuple[str, str]:
    """A name as a body and its place: 'U.S. Senate', 'Supreme Court of Kenya'."""
    words = name.split()
    for length in range(min(3, len(words) - 1), 0, -1):
        if owner := _owner(" ".join(words[:length])):
            return " ".join(words[length:]), owner
    behind = _OWNER_BEHIND.fullmatch(name)
    owner = _owner(behind[2]) if behind else ""
    return (behind[1], owner) if behind and owner else (name, "")


def _owner(words: str) -> str:
    known = known_names().get(words)
    return nation_named(words) or (known.name if known and known.kind == "place" else "")


def _every_nation_has(body: str) -> bool:
    """Whether a body's name says nothing of whose it is: Congress, Supreme Court, Ministry of Defence."""
    return not any(word not in kind_words() and word.lower() not in _OF_STATE for word in body.split())


def _nation(name: Name, body: str, article: Article) -> str:
    """Whose a body is: the place named right beside it, else the nation that the article names most, of those that
    have no body of that name in it which is called theirs."""
    known = body in known_names()
    if (beside := _place_beside(name, article)) and not (known and beside == "United States"):
        return beside
    others = {owner for one in article.names if one is not name for own, owner in [_owned(one.name)] if own == body}
    named = {one.name: len(one.mentions) for one in article.names if one.kind == "place" and one.name in nations()}
    free = {nation: times for nation, times in named.items() if nation not in others}
    if not free or (known and "United States" in free):
        return ""
    return min(free, key=lambda nation: (-free[nation], nation))


def _place_beside(name: Name, article: Article) -> str:
    """The place in 'Supreme Court of Puerto Rico' and 'Puerto Rico Supreme Court'."""
    texts = article.texts
    for mention in name.mentions:
        for place in (one for one in article.names if one.kind == "place"):
            for other in (o for o in place.mentions if o.paragraph == mention.paragraph):
                text = texts.get(mention.paragraph, "")
                behind, before = text[mention.end : other.start], text[other.end : mention.start]
                if behind in (" of ", " of the ") or before in (" ", "'s ", "’s "):
                    return place.name
    return ""
