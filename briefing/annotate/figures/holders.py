"""Whose a share is and of what: 'of the vote (Orr)', 'of nurses left the country'.

'62 percent' of 'the market' is a browser's or a bank's: a label of the whole alone misleads, so where the sentence does
not say in a few words whose share it is, there is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.changes import first_of, head_of
from briefing.annotate.figures.clauses import participle
from briefing.annotate.figures.counted import HYPHENS, token_at
from briefing.annotate.figures.measured import measured_noun, subject_of
from briefing.annotate.figures.numbers import Number
from briefing.annotate.figures.phrases import NUMBERED, RELATIONAL
from briefing.annotate.figures.predicates import UNREAL
from briefing.annotate.figures.tolls import NOUNS, REACHING
from briefing.annotate.figures.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LONGEST = 16  # words of a clause
_LONGEST_NAME = 9  # words of the one that has the share
_NEAR = 2  # tokens from what is done to the share
_FAR = 40  # tokens from the one that has the share
_STEPS = 3  # up the parse, to what governs a share
_OF = re.compile(r"\sof\s(?!them\b|these\b|those\s(?!who)|which\b|whom\b)")
_OF_COUNTED = re.compile(r"\sof\s(?:all\s)?(?:(?:her|his|its|the|their|those|these)\s)?(?:[\w’']+\s){0,3}")
_ITS = re.compile(r"\b(?:her|his|its|my|our|their|your)\b", re.IGNORECASE)
_HOLDING = frozenset(  # of its subject the share is
    "account attract capture claim clinch command comprise constitute contain contribute control draw earn form garner "
    "gather generate get have hold own poll possess produce provide receive represent retain secure supply "
    "total win".split()
)
_REACHING = REACHING | {"add", "average", "equal", "gain", "lose", "shed"}
_CONTESTING = frozenset(  # of a candidate: won with 52 percent of the vote
    "beat be come defeat elect finish lead lose place reelect re-elect remain return trail win".split()
)
_ENDING = frozenset(
    "according after although as because before but compared despite following if since though unless until when "
    "where whereas which while who whose".split()
)
_OPEN = frozenset({"acomp", "attr", "ccomp", "dobj", "xcomp"})  # without which the verb says little
_AWAY = frozenset("away back down in off on out over up".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOBODY = frozenset({"neither", "no", "none"})
_PERCENT = frozenset({"%", "percent", "cent"})
_VOTES = re.compile(r"\bvotes?\b")


def is_share(last: Number, unit: Unit | None, following: Number | None) -> bool:
    """Whether the whole stands right behind it: 'a third of voters', '45 percent of the crop', '12 of the 40 boats'."""
    begin = last.stop if unit is None else unit.stop
    of = _OF.match(last.text, begin)
    counts = following is not None and _OF_COUNTED.fullmatch(last.text, begin, following.begin)
    return of is not None and (unit.symbol == "%" if unit is not None else last.fraction or counts is not None)


def tell_share(doc: Doc, last: Number, unit: Unit | None, stop: int, counts: str | None) -> str | None:
    """The label of a share whose whole ends at the character ``stop``; None where no few words can say it, of a part
    without a unit its whole: 'of the 40 boats', 'of the bill', or ``counts``."""
    span = unit or Unit("", last.begin, last.stop)
    whole = _whole(doc, span.stop, stop)
    told = _tell(doc, first_of(head_of(doc, last, span)), span, whole) if whole is not None else None
    if told or unit is not None:
        return told
    return whole.text if whole is not None else counts


def _tell(doc: Doc, amount: Token, unit: Unit, whole: Span) -> str | None:
    if amount.dep_ in _SUBJECTS:
        return _own_clause(doc, amount.head, whole)
    if _is_denied(amount):
        return None
    holder = _holder(amount, unit, whole.text)
    words = _words_of(holder, amount) if holder is not None and not _are_shared_out(holder, amount) else None
    if words or _holds(amount.head) or _VOTES.search(whole.text):
        return f"{whole.text} ({words})" if words and words not in whole.text else None
    return _done(amount, whole.text)


def _whole(doc: Doc, start: int, stop: int) -> Span | None:
    """From 'of' on; where others are counted with it, to the noun that they are: 'of the 40 boats'."""
    first = token_at(doc, start)
    if stop > start:
        return doc[first : token_at(doc, stop)]
    noun = next((child for child in doc[first].children if child.dep_ == "pobj"), None)
    return doc[first : noun.i + 1] if noun is not None else None


def _own_clause(doc: Doc, verb: Token, whole: Span) -> str | None:
    """The words of the text from the whole to the end of its clause."""
    if _is_unreal(verb) or verb.i < whole.end:
        return None
    near = doc[whole.start : whole.start + _LONGEST + 1]
    end = next((word.i for word in near if _ends(word, verb)), near.end)
    says_all = not any(child.dep_ in _OPEN and child.i >= end for child in verb.children)
    return doc[whole.start : end].text if verb.i < end <= whole.start + _LONGEST and says_all else None


def _ends(word: Token, verb: Token) -> bool:
    if word.is_sent_start and word.i > verb.i:
        return True
    if word.is_punct:
        hyphen = word.text in "-–‑" and not word.whitespace_
        return not hyphen and word.text not in {"'", "’", "%"}
    joins = word.dep_ == "cc" and word.head.pos_ in {"AUX", "VERB"} and word.i > verb.i
    return joins or (word.lower_ in _ENDING and word.i > verb.i)


def _holder(amount: Token, unit: Unit, whole: str) -> Token | None:
    """The one that has, is or won the share."""
    above = amount.head
    if amount.dep_ == "pobj" and above.lower_ in {"at", "with"}:
        verb = next((one for one in (above.head, above.head.head) if one.pos_ in {"AUX", "VERB"}), None)
        contests = verb is not None and (verb.lemma_ in _CONTESTING or _VOTES.search(whole))
        return subject_of(verb) if verb is not None and contests else None
    if amount.dep_ == "pobj" and above.lower_ == "for" and above.head.lemma_ == "account":
        return subject_of(above.head)
    polls = above.pos_ == "VERB" and _VOTES.search(whole) is not None
    if amount.dep_ in {"attr", "dobj", "npadvmod"} and (polls or _holds(above)):
        return _subject_near(above)
    if amount.dep_ == "dobj" and (above.lemma_ not in _REACHING or above.nbor().lower_ in _AWAY):
        return None
    found = measured_noun(amount, unit)
    return found if found is not None and found.lemma_ not in RELATIONAL else None


def _holds(verb: Token) -> bool:
    """'holds', 'makes up'; not 'wins back'."""
    after = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    return after == "up" if verb.lemma_ == "make" else verb.lemma_ in _HOLDING and after not in _AWAY


def _subject_near(verb: Token) -> Token | None:
    """Not of 'The mill sold 40 boats, making up 20 percent of sales', where the boats do."""
    if verb.tag_ == "VBG" and any(child.dep_ == "dobj" and child.i < verb.i for child in verb.head.children):
        return None
    return subject_of(verb)


def _done(amount: Token, whole: str) -> str | None:
    """'of its stake sold (Orr)', 'of applicants rejected'; by whom where it is somebody's own."""
    verb = amount.head
    is_near = verb.i < amount.i and amount.left_edge.i - verb.i <= _NEAR
    past = verb.lower_ if verb.tag_ == "VBN" else participle(verb)
    if (
        amount.dep_ != "dobj"
        or past is None
        or not is_near
        or any(child.tag_ in {"MD", "TO"} for child in verb.children)
    ):
        return None
    with_it = f" {verb.nbor().lower_}" if verb.nbor().lower_ in _AWAY else ""
    if not _ITS.search(whole):
        return f"{whole} {past}{with_it}"
    subject = subject_of(verb)
    whose = _words_of(subject, amount) if subject is not None else None
    return f"{whole} {past}{with_it} ({whose})" if whose else None


def _words_of(holder: Token, amount: Token) -> str | None:
    """The whole phrase up to its first comma, without its article: 'Children aged 0–14 years'."""
    doc = holder.doc
    if holder.pos_ not in NOUNS or holder.ent_type_ in NUMBERED or doc[holder.left_edge.i].lower_ in _NOBODY:
        return None
    start, end = holder.left_edge.i, min(holder.right_edge.i + 1, amount.left_edge.i)
    start += doc[start].lower_ in {"a", "an", "the"}
    cut = next((word.i for word in doc[holder.i + 1 : end] if _parts(word)), end)
    words = doc[start : max(cut, holder.i + 1)]
    is_near = holder.i < amount.i <= holder.i + _FAR and not _has_another(doc[cut : max(cut, amount.left_edge.i)])
    return words.text if start <= holder.i and is_near and len(words) <= _LONGEST_NAME else None


def _are_shared_out(holder: Token, amount: Token) -> bool:
    """'Torland and Norland hold 20 percent and 30 percent', of which none is of both."""
    several = any(child.dep_ == "conj" for child in holder.children)
    return several and any(child.dep_ == "conj" and child.lower_ in _PERCENT for child in amount.children)


def _has_another(between: Span) -> bool:
    """Whether another has a share in between: 'Torland has 30 percent and the provinces of the north have'."""
    if not any(word.lower_ in _PERCENT for word in between):
        return False
    joint = next((word.i for word in between if word.dep_ == "cc"), between.end)
    return any(word.pos_ in NOUNS and word.ent_type_ not in NUMBERED for word in between.doc[joint : between.end])


def _parts(word: Token) -> bool:
    return word.tag_ in {"WDT", "WP"} or (word.is_punct and word.text not in HYPHENS)


def _is_denied(word: Token) -> bool:
    """Whether what governs the share says that it is not so, or that it may be."""
    for _ in range(_STEPS):
        word = word.head
        if word.pos_ in {"AUX", "VERB"} and (_is_unreal(word) or any(map(_denies, word.children))):
            return True
    return False


def _denies(word: Token) -> bool:
    """'not', 'no longer'."""
    return word.dep_ == "neg" or (word.lower_ == "longer" and any(child.lower_ == "no" for child in word.children))


def _is_unreal(verb: Token) -> bool:
    return any(child.lower_ in UNREAL for child in verb.children)
