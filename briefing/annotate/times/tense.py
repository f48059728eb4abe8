"""The tense in which a text speaks of something: that of the verb that governs a word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.annotate.times.values import Tense

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Span = tuple[int, int]  # of characters

NOBODY = frozenset({"neither", "nobody", "none", "no", "nothing"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REFUSED = frozenset("answer comment confirm deny disclose discuss elaborate give identify say speculate".split())
FORESEEN = frozenset({"estimate", "forecast", "predict", "project"})
UNCHANGED = frozenset("beat bet broadcast cast cost cut forecast hit let put quit read set shut split spread".split())
HIGHEST = 12  # verbs are looked for so many steps up the parse
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo", "must"})
POSSIBLE = frozenset({"would", "'d", "’d", "could", "may", "might", "should", "can"})
PLANS = frozenset(
    "expect go plan schedule set slate due intend aim hope hop prepare likely unlikely ready bound certain sure "
    "forecast predict project".split()
)  # 'hop' is what the model makes of 'hoped'
MOVES = frozenset(
    "adjourn book call delay extend fix invite list move plan postpone push put reschedule schedule set slip "
    "summon".split()
)
SCHEDULED = frozenset("begin close convene debate end meet open resume return start vote".split())
DECISIONS = frozenset(
    "agree ask authorize call decide demand invite offer order pledge promise propose seek threaten urge vote vow "
    "want".split()
)

NO_AIM: frozenset[str] = frozenset()
AIMS = {"to": MOVES, "for": MOVES, "until": MOVES, "by": DECISIONS}  # the verbs of which each tells what is ahead


def tense_at(doc: Doc, start: int, quoted: Sequence[Span] = ()) -> Tense:
    """The tense of the verb that governs the token at character ``start``.

    Of a word outside quotation marks (``quoted`` are the characters between them) that is no verb within.
    """
    if not len(doc) or start >= doc[-1].idx + len(doc[-1].text):
        return "unknown"  # beyond what was parsed
    place = bisect_right(doc, start, key=lambda token: token.idx) - 1
    word: Token = doc[max(place, 0)]
    later = _verb_behind(doc, place)
    if later is not None:
        return _tense_of(later)
    near = [token for token in doc[max(place - 2, 0) : place] if token.lower_ not in {"on", "in"}]
    if near and near[-1].tag_ == "VBD" and (_tense_of(near[-1]) == "past" or near[-1].lemma_ in FORESEEN):
        return "past"  # said Monday, said on Monday, forecast in March
    if near and near[-1].tag_ == "VBN" and _is_in_passing(near[-1]):
        return "past"
    if near and _is_verb_read_as_noun(near[-1]):
        return "habit"
    aim = AIMS.get(near[-1].lower_, NO_AIM) if near else NO_AIM
    return _tense_above(word, aim, () if _is_within(start, quoted) else quoted)


def _verb_behind(doc: Doc, place: int) -> Token | None:
    """Lind has two shops and, on Monday, sold one: of two verbs that right behind what is put in between commas."""
    comma = next((token for token in doc[place + 1 : place + 3] if token.text == ","), None)
    opens = [token.i for token in doc[max(place - 4, 0) : place] if token.text == ","]
    verb = doc[comma.i + 1] if comma is not None and comma.i + 1 < len(doc) else None
    put_in = bool(opens) and doc[opens[-1] - 1].tag_ == "CC"
    return verb if put_in and verb is not None and verb.tag_ in {"VBD", "VBZ", "MD"} else None


def _tense_above(word: Token, aim: frozenset[str], quoted: Sequence[Span]) -> Tense:
    """That of the nearest verb up the parse that tells one, outside of ``quoted``."""
    start = word
    for _ in range(HIGHEST):
        if word.lower_ in {"according", "compared"}:
            return "past"
        if word.pos_ in {"VERB", "AUX"} and not _is_quoted(word, quoted) and not _is_as_expected(word):
            tense = "unknown" if _is_before_to(start, word) else _tense_of(word)
            if tense == "habit" and _is_after(start, word):
                return "past"
            if tense == "past" and word.lemma_ in aim:  # has been, was extended to March 15; promised it by Thursday
                return "future" if _is_perfect(word) else "unclear"
            if tense != "unknown":
                return tense
        if word.head.i == word.i:
            break
        word = word.head
    return "unknown"


def _is_before_to(word: Token, verb: Token) -> bool:
    """'voted Thursday to give' and 'plans Thursday to vote' are of the first verb."""
    return any(child.lower_ == "to" and child.dep_ == "aux" and word.i < child.i for child in verb.children)


def _is_after(word: Token, verb: Token) -> bool:
    """'it follows a vote in May', 'it comes after a vote in May'."""
    between = [child for child in verb.children if verb.i < child.i < word.i]
    if verb.lemma_ == "follow":
        return any(child.dep_ == "dobj" for child in between)
    return verb.lemma_ == "come" and any(child.lower_ == "after" for child in between)


def _is_quoted(verb: Token, quoted: Sequence[Span]) -> bool:
    """Within quotation marks, and so is what helps it: not 'would "look into it" and report by June'."""
    return _is_within(verb.idx, quoted) and all(
        _is_within(child.idx, quoted) for child in verb.children if child.dep_ == "aux"
    )


def _is_within(place: int, spans: Sequence[Span]) -> bool:
    return any(first <= place < last for first, last in spans)


def _is_verb_read_as_noun(word: Token) -> bool:
    """'Hearings open Wednesday', 'School resumes on Tuesday', 'flew home and returns on Friday'."""
    if word.i == 0 or "ROOT" not in {word.dep_, word.head.dep_}:
        return False
    before = word.nbor(-1).tag_
    if word.lower_ in SCHEDULED and word.tag_ in {"JJ", "NN"}:
        return before in {"NNS", "NNPS"} or (word.tag_ == "NN" and any(c.dep_ == "nsubj" for c in word.children))
    has_subject = any(child.dep_ == "nsubj" for child in word.children)
    is_second = word.dep_ == "conj" and word.head.pos_ == "VERB"
    return word.lemma_ in SCHEDULED and word.tag_ == "NNS" and (before in {"NN", "NNP"} or is_second or has_subject)


def _is_in_passing(verb: Token) -> bool:
    """'As announced on May 3, she joins the board'."""
    word = verb.nbor(-1) if verb.i else verb
    return word.lower_ == "as" and (word.is_sent_start or word.nbor(-1).text == ",")


def _is_as_expected(verb: Token) -> bool:
    """'as many jobs as expected in November'."""
    return verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).lower_ in {"as", "than"}


def _is_perfect(verb: Token) -> bool:
    return any(child.lower_ in {"has", "have"} and child.dep_ == "aux" for child in verb.children)


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _tense_of_purpose(verb: Token) -> Tense:
    """'managed to flee' and 'gathered to protest' are past; of 'voted to close it on Friday' nothing tells which is."""
    head = verb.head
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
        return "past"  # is predicted to have fallen
    if head.lemma_ in PLANS:
        return "unclear" if _is_past_plan(head) else "future"
    if verb.dep_ in {"acl", "relcl"} and any(token.lower_ in {"first", "last", "only"} for token in head.subtree):
        head = head.head  # was the only one to match
    if head.pos_ == "ADJ":
        head = head.head  # was willing to meet
    if head.tag_ == "VBG" and head.dep_ == "advcl":
        head = head.head  # fell, forcing it to close
    tense = _tense_of(head) if head.i != verb.i and head.pos_ in {"VERB", "AUX"} else "present"
    if tense == "past":
        decided = head.lemma_ in DECISIONS
        if decided and _is_perfect(head):
            return "future"  # has promised to vote by June
        return "either" if decided else "past"
    return tense if tense in {"future", "unclear", "either"} else "present"


def _is_past_plan(verb: Token) -> bool:
    """'was expected to end' tells neither that it did nor that it will."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.dep_ == "acl" and verb.head.dep_ in {"nsubj", "nsubjpass", "dobj"}:
        return _tense_of(verb.head.head) == "past"  # the games scheduled for Friday were held
    if any(child.lower_ in {"originally", "initially", "previously"} for child in verb.children):
        return True
    had_been = verb.head.lower_ == "been" and any(child.lower_ == "had" for child in verb.head.children)
    return bool(helpers & {"was", "were", "had"}) or verb.head.lower_ in {"was", "were"} or had_been


def _is_ahead_of(word: Token) -> bool:
    """What is to be, is going to be or is due."""
    return (word.dep_ == "xcomp" and _has_to(word)) or (word.dep_ == "acomp" and word.lower_ == "due")


def _is_backshifted(verb: Token) -> bool:
    """'would be spent when the markets opened'."""
    return verb.tag_ == "VBD" and verb.dep_ == "advcl" and any(child.lower_ == "would" for child in verb.head.children)


def _tense_of(verb: Token) -> Tense:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    helpers += [child for helper in helpers for child in helper.children if child.dep_ == "aux"]
    words = {child.lower_ for child in helpers} | ({verb.lower_} if verb.tag_ == "MD" else set())
    if words & FUTURE and not (words & {"must"} and "have" in words):
        return "future"
    if verb.tag_ == "VBN" and verb.lemma_ in PLANS and verb.lower_ != "gone":
        return "unclear" if _is_past_plan(verb) else "future"  # has been scheduled
    if verb.lemma_ in {"be", "go"} and any(_is_ahead_of(child) for child in verb.children):
        return "unclear" if verb.tag_ == "VBD" or words & {"was", "were"} else "future"  # was to meet, is due on Friday
    if "to" in words:
        return _tense_of_purpose(verb)
    if words & {"would", "'d", "’d"} and words & {"have"}:
        return "unclear"  # would have been 80 on Sunday
    if any(child.lemma_ == "have" for child in helpers) or {"did", "having", "was", "were"} & words:
        return "past"
    if words & {"'d", "’d"} and not words & {"be", "have"} and (verb.tag_ == "VBN" or verb.lower_ in UNCHANGED):
        return "past" if verb.tag_ == "VBN" else "unclear"  # he'd resigned, he'd quit
    if words & POSSIBLE:
        return _tense_of_possible(verb, words)
    return "habit" if {"do", "does"} & words else _tense_by_form(verb, words)


def _tense_of_possible(verb: Token, helpers: set[str]) -> Tense:
    """'could not be reached' and 'would not comment' are past, 'had said it would pay' tells nothing."""
    denied = any(child.dep_ == "neg" for child in verb.children) or any(
        other.lower_ in NOBODY for child in verb.children if child.dep_ in SUBJECTS for other in child.subtree
    )
    if denied and ("could" in helpers or ("would" in helpers and verb.lemma_ in REFUSED)):
        return "past"
    had = any(child.lower_ == "had" and child.dep_ == "aux" for child in verb.head.children)
    return "unclear" if had and helpers & {"would", "'d", "’d"} and verb.dep_ == "ccomp" else "possible"


def _has_one_subject(verb: Token) -> bool:
    return any(
        child.dep_ == "nsubj" and (child.lower_ in {"he", "she", "it"} or child.tag_ in {"NN", "NNP"})
        for child in verb.children
    )


def _is_imperative(verb: Token) -> bool:
    """'Join us on Thursday', 'Come and see it on Friday': what a reader is asked to do lies ahead."""
    first = verb.head if verb.dep_ == "conj" else verb
    has_subject = any(child.dep_ in SUBJECTS for verb in (first, verb) for child in verb.children)
    is_noun = any(child.lower_ == "of" and child.i == first.i + 1 for child in first.children)  # result of the match
    is_bare = first.dep_ in {"ROOT", "ccomp"} and first.tag_ == "VB" and first.lower_ not in UNCHANGED
    return is_bare and not has_subject and not is_noun


def _disagrees(verb: Token) -> bool:
    """The captain, who swam ashore: no present, which would end in 's'; of a team who play nothing tells it."""
    who = any(child.lower_ == "who" and child.dep_ in SUBJECTS for child in verb.children)
    return verb.tag_ == "VBP" and verb.dep_ == "relcl" and who and verb.head.tag_ == "NN"


def _is_past_without_helper(verb: Token) -> bool:
    """'the law passed in May', and 'the law, which she described in May', where the model took the past for it."""
    return verb.dep_ in {"acl", "ROOT"} or any(child.dep_ == "nsubj" for child in verb.children)


def _tense_by_form(verb: Token, helpers: set[str]) -> Tense:
    if _is_backshifted(verb):
        return "unclear"
    if verb.tag_ == "VBD" and verb.lemma_ in PLANS and any(_has_to(child) for child in verb.children):
        return "unclear"  # hoped to leave by Sunday
    if verb.tag_ == "VBD" and verb.lemma_ in {"anticipate", "await", "expect", "forecast", "predict"}:
        return "unclear"  # expected a decision by Sunday
    if verb.tag_ == "VBD" or (verb.tag_ == "VBN" and not helpers and _is_past_without_helper(verb)):
        return "past"
    if verb.tag_ in {"VBP", "VB"} and verb.lower_ in UNCHANGED and not helpers and _has_one_subject(verb):
        return "past"  # he forecast
    if not helpers and _disagrees(verb):
        return "unclear"
    if verb.tag_ == "VB" and not helpers and _is_imperative(verb):
        return "possible"
    if verb.tag_ == "VBG" and {"is", "are", "am", "'s", "’s", "'re", "’re", "'m", "’m"} & helpers:
        return "present"
    if verb.tag_ in {"VBZ", "VBP"} and verb.dep_ in {"ROOT", "ccomp", "conj", "advcl", "relcl"}:
        return "habit" if verb.lemma_ != "say" else "unknown"
    return "unknown"
