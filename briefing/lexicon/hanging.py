"""Words that leave a phrase hanging where it is cut after them: articles, prepositions, conjunctions."""

from __future__ import annotations

_MARKS = " ,;:—–-(“‘\"'"
_HANGING = frozenset(
    """
    a an the this that these those its his her their our my your of in on at to for from by with without within about
    into onto over under after before during between against among through near since until and or but nor as than if
    whether who whom whose which what where when while because
    der die das den dem des ein eine einen einem einer eines und oder aber in im an am auf zu zum zur von vom mit bei
    für aus nach vor über unter durch gegen ohne um bis als wie dass ob wenn weil
    le la les l un une du de et ou à au aux dans sur sous par pour avec sans chez entre vers en que qui dont où
    el los las lo unos unas del al y e o u con sin por para desde hasta entre sobre su sus
    """.split()
)


def without_hanging(text: str) -> str:
    """``text``, which goes on, without the words at its end that nothing follows now; never all of it."""
    words = text.rstrip(_MARKS).split(" ")
    while len(words) > 1 and words[-1].strip(_MARKS).lower() in _HANGING:
        words.pop()
    return " ".join(words).rstrip(_MARKS)
