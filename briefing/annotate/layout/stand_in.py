"""A headline made of a text's first sentence, for a text that has none, as a sub-editor would shorten it.

A day before the sentence goes, and one that another day would make wrong; then, as far as its length asks for it, any
other day and hour, asides, clauses that follow the news with whoever says so, and what stands before it. What is left
stands in the order of the text, and only a sentence that nothing of this shortens is cut off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from briefing.annotate.layout.clauses import (
    FINITE,
    ONLY_PARTICIPLES,
    SUBORDINATE,
    VERB,
    has_verb,
    is_clause,
    is_finite,
    is_open,
)
from briefing.annotate.layout.datelines import read_dateline
from briefing.annotate.leaning import leans
from briefing.annotate.sentences import split_sentences
from briefing.lexicon.hanging import without_hanging

_GOOD = 110  # characters of a headline, beyond which it is shortened
_LONGEST = 175  # characters of a headline that is not cut off
_CUT_AT, _LONGEST_CUT = 140, 160
_SHORTEST = 55  # characters of a sentence before what is left out at its end: it must say enough
_LONGEST_LOOKED_AT = 2_000  # characters

_LABEL = re.compile(r"(?:Question|Answer|[QA]) ?: (?=\w)")
_OURS = re.compile(r"(?:We|I|Our|My|The following)\b")  # of whoever speaks, or of the text: no headline if there is one
_BRACKET = re.compile(r" \([^()]*\)")
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_DAY = rf"(?:{_WEEKDAY.pattern}|yesterday|today|tonight|tomorrow|last night)"
_DAYS = (
    rf"(?:(?:late|early|later|earlier) )?(?:on )?(?:(?:late|early) )?{_DAY}(?:(?: late| early)? (?:morning|afternoon|"
    rf"evening|night))?(?: (?:and|or) (?:on )?{_DAY}(?: (?:morning|afternoon|evening|night))?)?"
)
_HOUR = (
    r"at (?:(?:about|around|roughly|approximately|exactly|just after) )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?"
    r"(?: ?(?:local time|UTC|GMT|[BCEPM][ESD]?S?T|Eastern|Pacific))*"
)
_DATE = r"(?:,? (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct|Nov|Dec)\w*\.? \d{1,2}(?:, \d{4})?)?"
_MONTH = (
    r"(?:Jan(?:\.|uary)|Feb(?:\.|ruary)|March|April|May|June|July|Aug(?:\.|ust)|Sept(?:\.|ember)|Oct(?:\.|ober)|"
    r"Nov(?:\.|ember)|Dec(?:\.|ember))"
)
_FRONTED_DAY = re.compile(
    rf"(?:{_DAYS}{_DATE}(?:,? {_HOUR})?|{_HOUR}(?:,? {_DAYS})?|(?:on|in) (?:(?:late|early) )?{_MONTH}(?: \d{{1,2}})?)"
    r"(?:, (?=\S)| (?=(?:an?|the)\b))",
    re.IGNORECASE,
)
_LAST_DATE = re.compile(rf",? (?:on )?{_MONTH} \d{{1,2}}$")
# Not 'until Friday', 'from Monday on', 'Friday prayers', 'today’s': these tell something else than when it happened.
_DAY_WITHIN = re.compile(
    rf"(?P<before>[^\s,;:]+)(?P<comma>,?) (?:{_DAYS}(?:,? {_HOUR})?|{_HOUR}(?: {_DAYS})?)(?P<after>,?)"
    rf"(?=$|[ ;:]|\.(?!\d))(?! (?-i:[A-Z0-9])| (?:and|or|to|until|through) (?:on )?{_DAY})",
    re.IGNORECASE,
)
_KEEPS_DAY = frozenset(
    "on at into past late early until till by since from for of and or to than between before after a an the this that "
    "next last every each is was were are be been not only as through".split()
)
_AUXILIARIES = frozenset("is are was were has have had".split())
_TOLD = re.compile(r" [a-z]+(?:ed|en)\b")
_AGE = re.compile(r", (?:now |aged? )?\d{1,3},(?= )")
_DASHED = re.compile(r" [—–] (?=[a-z])[^—–]{1,120} [—–](?= )")
# ', who was a candidate ... election, ended', ', specifically insufficient washing, is'
_ASIDE = re.compile(
    r", (?:who|which|whose|whom|where|a|an|the|one|in|at|through|during|including|specifically|particularly|especially|"
    r"formerly)\b[^,;:\"“”]*,(?= (?P<next>[a-z]+))"
)
# ', the capital of Norland', which explains the last name
_LAST_ASIDE = re.compile(r", (?:a|an|the|one)\b[^,;:\"“”]*$")
_SAYS = (
    r"(?:said|says|say|reported|announced|confirmed|told|stated|showed|shows|admitted|disclosed|indicated|warned|"
    r"claimed|revealed|conceded|declared|has (?:said|found|admitted|announced|warned))"
)
# A clause that the sentence can do without. 'If', 'unless', 'until' and 'since' would change what is said.
_CLAUSE = re.compile(
    r"; | [—–] (?=[a-z])|: |, (?=(?:which|who|whose|where|when|while|after|as|because|although|though|whereas|with|"
    rf"despite|following|amid|according|but|so|including|(?!kill|injur|leav)\w+ing|in (?:an?|what)|\w+ed by|hit by|"
    rf"(?!and |but )(?:[^\s,]+ ){{1,8}}?{_SAYS}|said|says|(?:and|\w+ly) (?:{VERB}|the|that|he|she|it|they))\b)"
    r"|(?<!, )(?<!and) (?=(?:after|because|although|though|while|when|following|amid|despite|as part of|in order to|"
    r"ahead of)\b)"
)
_GOES_ON = re.compile(  # with what more there is to tell; 'with', 'from' and 'over' belong to their verbs and nouns
    r", (?=(?:an?|the|which|who|whose|where|\d[\d-]*)\b|and (?:\w+ ){1,4}?(?:\w+ed|said|has|have|was|were|is|are)\b)|"
    r" (?=in (?:an?|the|his|her|its|their|[A-Z]\w*)\b|(?:on|at|across|during|without|rather than|which|who|whose|where|"
    r"for \w+ing|after|when|while|amidst?|following|because)\b)"
)
_PHRASE = re.compile(  # where one begins, or a list goes on; 'of' belongs to what stands before it
    r"(?<![,;:–—])(?<!and)(?<!or)(?=[,;:–—]? (?:in|on|at|for|from|with|by|as|after|before|during|into|over|under|"
    r"against|between|through|across|within|because|while|when|who|which|where|and|but|citing|including|relating|"
    r"involving)\b|[,;:–—] )"
)
_MOST = re.compile(
    r"\b(?:\w+est|most|least|first|last|only)(?: \w+){0,2}$"
)  # of what follows: 'lowest level in a decade'
_BOUND = re.compile(  # to what follows it: 'two days after', 'only when'; or a clause that denies goes with its reason
    r"(?:\b(?:only|just|even|soon|shortly|long|right|immediately|not|never|is|was|are|were|be|and|or|than|"
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))|,)$",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|no|nobody|cannot|without)\b|n['’]t\b", re.IGNORECASE)
_NOT_YET = re.compile(r"\b(?:will|would|must|shall|should|may|might|can|could)\b")  # 'masks will be worn while riding'
_AT_A_TIME = re.compile(r"wh(?:en|ile)\b")
_FRONTS = re.compile(
    r"(?:on|in|at|by|for|from|with|during|after|before|since|as|amid|following|according|within|under|over|about|just|"
    r"last|this|earlier|late|early|meanwhile|while|when|although|though|despite|because|acting|speaking|\w+ "
    r"(?:days?|weeks?|months?|years?|hours?) (?:after|before|later|earlier))\b",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(rf"(?:\w+ly )?(?:{VERB})\b")


def infer_title(text: str) -> str:
    """A headline made of the first sentence of ``text``, without its dateline and its full stop; of the next if it is
    clear and the first is of whoever speaks: 'We condemn …'.

    Empty if the text has no letters.
    """
    dateline = read_dateline(text)
    body = text[dateline.end if dateline else 0 :][:_LONGEST_LOOKED_AT]
    sentences = [body[start:end] for start, end in split_sentences(body)]
    sentences = [sentence for sentence in map(_without_label, sentences) if sentence]
    said = [s for s in sentences if len(s.split()) > 2 or len(s) > 20] or sentences or [""]
    chosen = said[0]
    if _OURS.match(chosen) and len(said) > 1 and not _OURS.match(said[1]) and not leans(said[1], leads=False):
        chosen = said[1]
    if not re.search(r"[^\W_]", chosen):
        return ""
    return _shortened(_without_passing_days(_without_stop(chosen)))


def _without_label(sentence: str) -> str:
    """What is asked tells no news, what is answered does: nothing of 'Question: Who will go?', all but 'Answer:'."""
    label = _LABEL.match(sentence)
    return "" if label and sentence.endswith("?") else sentence[label.end() if label else 0 :]


def _without_stop(sentence: str) -> str:
    return sentence[:-1] if sentence[-1] in ".。।" and not sentence.endswith("..") else sentence


def _without_passing_days(sentence: str) -> str:
    """Without brackets, a day before the sentence, and 'today' or 'yesterday' in it."""
    sentence = _BRACKET.sub("", sentence)
    if fronted := _FRONTED_DAY.match(sentence):
        sentence = _capitalised(sentence[fronted.end() :])
    return _DAY_WITHIN.sub(lambda found: found[0] if _WEEKDAY.search(found[0]) else _without_day(found), sentence)


def _without_days(sentence: str) -> str:
    return _LAST_DATE.sub("", _DAY_WITHIN.sub(_without_day, sentence).rstrip(", "))


def _without_day(found: re.Match[str]) -> str:
    before, comma, after = found["before"], found["comma"], found["after"]
    told = before.lower() in _AUXILIARIES and _TOLD.match(found.string, found.end())  # 'was yesterday reported'
    if (before.lower() in _KEEPS_DAY and not told) or (before[0].isdigit() and before[-1].isalpha()):
        return found[0]  # 'until Friday', 'from 6am tomorrow'
    return before + (after if comma == after else comma or after) * (not (comma and after))


def _shortened(sentence: str) -> str:
    for shorten in (
        _without_days,
        _without_insertions,
        _without_last_aside,
        _without_clauses,
        _without_asides,
        _without_front,
        _without_clauses,
    ):
        if len(sentence) <= _GOOD:
            break
        sentence = shorten(sentence)
    return sentence if len(sentence) <= _LONGEST else _cut_off(sentence)


def _without_insertions(sentence: str) -> str:
    return _AGE.sub("", _DASHED.sub("", sentence))


def _without_asides(sentence: str) -> str:
    """One that stands between a subject and its verb; what else stands between two commas may be of a list."""
    begin = _front_end(sentence) or 0
    for found in reversed(list(_ASIDE.finditer(sentence, begin))):
        if len(sentence) > _GOOD and FINITE.fullmatch(found["next"]) and found["next"] not in ONLY_PARTICIPLES:
            sentence = sentence[: found.start()] + sentence[found.end() :]
    return sentence


def _without_last_aside(sentence: str) -> str:
    found, front = _LAST_ASIDE.search(sentence, _SHORTEST), _front_end(sentence)
    whole = found is not None and front is not None and is_clause(sentence[front : found.start()])
    return sentence[: found.start()] if found and whole and not has_verb(found[0]) else sentence


def _without_clauses(sentence: str) -> str:
    """Up to the last clause that ends within the length, else to the next one; else the sentence as it is."""
    ends = list(_clause_ends(sentence))
    end = max((end for end in ends if end <= _GOOD), default=min(ends, default=len(sentence)))
    return sentence[:end]


def _clause_ends(sentence: str) -> Iterator[int]:
    front = _front_end(sentence)
    if front is None:
        return
    for found in _CLAUSE.finditer(sentence, front + _SHORTEST):
        before = sentence[front : found.start()]
        if not found[0].strip() and _is_needed(before, sentence[found.end() :]):
            continue
        if is_clause(before) and not is_open(before):
            yield found.start()


def _is_needed(before: str, clause: str) -> bool:
    """Whether a clause without a comma before it changes what is said by being left out."""
    if _BOUND.search(before) or _DENIED.search(before):
        return True
    return bool(_AT_A_TIME.match(clause) and _NOT_YET.search(before))


def _stands_alone(text: str) -> bool:
    """Whether what is left out behind it only tells more: a clause that denies goes with its reason."""
    hangs = _hangs(text) or _MOST.search(text) or ": " in text
    return not hangs and is_clause(text) and not is_open(text) and not _DENIED.search(text)


def _hangs(text: str) -> bool:
    """Whether its last word wants another: an article, a preposition, a verb."""
    last = text.split()[-1]
    return bool(FINITE.fullmatch(last)) or last.endswith("ing") or without_hanging(text) != text


def _front_end(sentence: str) -> int | None:
    """Where the sentence itself begins, behind what says when, where or how; None where that cannot be told."""
    if not _FRONTS.match(sentence):
        return 0
    ends = [found.end() for found in re.finditer(r", ", sentence)]
    for begin, end in pairwise([*ends, len(sentence)]):
        clause = sentence[begin:end].rstrip(", ")
        if _VERB_FIRST.match(clause):
            return None  # its subject stands before an aside
        if not _FRONTS.match(clause) and not re.match(r"(?:which|who|where|and|or|\w+ing)\b", clause):
            verb = next((found for found in FINITE.finditer(clause) if is_finite(clause, found)), None)
            if verb and not SUBORDINATE.search(clause[: verb.start()]):
                return begin
    return None


def _without_front(sentence: str) -> str:
    begin = _front_end(sentence)
    return _capitalised(sentence[begin:]) if begin else sentence


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _cut_off(sentence: str) -> str:
    """Where what stands before is a sentence by itself; else before the last phrase, or a word, but neither within a
    name nor after a word that leaves what stands before it hanging."""
    front = _front_end(sentence)
    for found in reversed(list(_GOES_ON.finditer(sentence, _SHORTEST, _CUT_AT)) if front is not None else []):
        before = sentence[: found.start()]
        if _stands_alone(before[front:]):
            return before
    shortest = _CUT_AT // 2
    ends = [found.start() for found in _PHRASE.finditer(sentence, shortest, _LONGEST_CUT)]
    whole = [end for end in ends if not _hangs(sentence[:end])]
    end = whole[-1] if whole else sentence.rfind(" ", 0, _CUT_AT)
    if end <= shortest:
        return sentence[:_CUT_AT] + "…"
    name = re.search(r"(?:\b[A-Z][\w.'’-]*\s)*\b[A-Z][\w.'’-]*$", sentence[:end])
    if name and name.start() > shortest and re.match(r"\s[A-Z]", sentence[end:]):
        end = name.start()
    return without_hanging(sentence[:end]) + "…"
