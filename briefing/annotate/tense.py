"""The tense in which a text speaks of something: that of the verb that governs a word."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from briefing.annotate.time_values import Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

HIGHEST = 12  # verbs are looked for so many steps up the parse
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
POSSIBLE = frozenset({"would", "could", "may", "might", "must", "should", "can"})
PLANS = frozenset("expect go plan schedule set slate due intend aim hope prepare".split())


def tense_at(doc: Doc, start: int) -> Tense:
    """The tense of the verb that governs the token at character ``start``."""
    if not len(doc) or start >= doc[-1].idx + len(doc[-1].text):
        return "unknown"  # beyond what was parsed
    place = bisect_right(doc, start, key=lambda token: token.idx) - 1
    word: Token = doc[max(place, 0)]
    near = [token for token in doc[max(place - 2, 0) : place] if token.lower_ != "on"]
    if near and near[-1].tag_ == "VBD":
        return "past"  # said Monday, said on Monday
    for _ in range(HIGHEST):
        if word.pos_ in {"VERB", "AUX"}:
            tense = _tense_of(word)
            if tense != "unknown":
                return tense
        if word.head is word:
            break
        word = word.head
    return "unknown"


def _tense_of(verb: Token) -> Tense:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in helpers}
    if words & FUTURE or (verb.tag_ == "VBN" and verb.lemma_ in PLANS):
        return "future"  # will meet, has been scheduled
    if "to" in words:
        return "future" if verb.head.lemma_ in PLANS else "present"
    if any(child.lemma_ == "have" for child in helpers) or "did" in words or {"was", "were"} & words:
        return "past"
    if words & POSSIBLE:
        return "present"
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "ROOT"} and not helpers):
        return "past"
    if verb.tag_ == "VBG" and {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"} & words:
        return "present"
    if verb.tag_ in {"VBZ", "VBP"} and verb.dep_ in {"ROOT", "ccomp", "conj", "advcl"}:
        return "present" if verb.lemma_ != "say" else "unknown"
    return "unknown"
