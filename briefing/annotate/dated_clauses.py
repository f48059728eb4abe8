"""What a date is to its sentence: the day of what is told, of the saying, or one that is merely mentioned.

'The port shut on Monday' tells of Monday, and so does 'officials said that the port shut on Monday'. 'The union, which
met on Monday, called a strike ahead of the June 2 vote' tells of neither. The parse decides: up from the date to the
verb that it belongs to, and from there through reported clauses to the main verb.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.annotate.parsed import Parsed
from briefing.annotate.times.words import PARTS
from briefing.model import DateRole, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_VERBS = frozenset({"VERB", "AUX"})
_NOT_THEN = frozenset("about after against before between compared following over since than till until".split())
_INVOLVED = frozenset("at by during from in into near of on to with".split())  # before nouns of the event itself
_PARTS = frozenset(PARTS.split("|")) | set("as beginning days end eve half hours middle start week weekend".split())
_LASTING = frozenset("day hour minute month night time week year".split())  # 'closed for a third day on Tuesday'
_TAKE_PART = frozenset({"attr", "dobj", "nsubj", "nsubjpass", "prep"})
_NEVER_DATED = frozenset({"ADP", "ADV", "PROPN"})
_GO_ON = frozenset({"acomp", "aux", "auxpass", "ccomp", "conj", "dep", "parataxis", "xcomp"})
_OPENING = frozenset({"advmod", "aux", "mark", "prep"})  # of a clause
_FORESEE = frozenset({"expect", "schedule"})
_TELLING = frozenset({"NOUN", "PROPN", "VERB"})
_BESIDE = frozenset({"cc", "conj", "punct"})
_NO_PREDICATE = frozenset({"VB", "VBN"})
_HAS_SUBJECT = frozenset({"aux", "auxpass", "csubj", "csubjpass", "expl", "nsubj", "nsubjpass"})
_AS_SOON = frozenset({"once", "when"})
_WITHIN = frozenset({"at", "during", "in"})


def with_roles(parsed: Parsed, times: Iterable[TimeExpression]) -> tuple[TimeExpression, ...]:
    """The expressions with what each is to its sentence; beyond what was parsed they are as they were."""
    docs = {paragraph.number: doc for paragraph, doc in zip(parsed.paragraphs, parsed.docs, strict=True)}
    return tuple(replace(time, role=_role(docs[time.paragraph], time)) for time in times)


def _role(doc: Doc, time: TimeExpression) -> DateRole:
    span = doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or not time.value:
        return "event"
    if _ends_reference(span):
        return "mention"
    if span.root.dep_ == "ROOT":  # 'June 2: the port shuts', but no date alone
        more = any(word.pos_ in _TELLING and not span.start <= word.i < span.end for word in span.sent)
        return "event" if more else "mention"
    verb = _verb_dated(span.root)
    if verb is not None and _tells_nothing(verb, span.root):
        return "mention"
    if verb is None or not _is_told(verb):
        return "event" if _opens(span) else "mention"
    return "saying" if any(child.dep_ == "ccomp" for child in verb.children) else "event"


def _tells_nothing(verb: Token, date: Token) -> bool:
    """'It was Monday.', 'Updated June 2', 'Closed from June to May', 'See you on Monday': a day, and nothing of it."""
    if verb.lemma_ == "be":
        said = [child for child in verb.children if child != date and child.dep_ not in _BESIDE]
        return date.head == verb and [child.lower_ for child in said] == ["it"]
    has_none = _HAS_SUBJECT.isdisjoint(child.dep_ for child in verb.children)
    return verb.dep_ == "ROOT" and verb.tag_ in _NO_PREDICATE and has_none


def _ends_reference(span: Span) -> bool:
    """'“Ferry sinks” — Norland Post, June 2, 2019', with no full stop."""
    before = span.doc[max(span.start - 2, 0) : span.start]
    return span.end == len(span.doc) and [word.text for word in before[1:]] == [","] and before[0].pos_ == "PROPN"


def _opens(span: Span) -> bool:
    """'On Monday, …', 'Monday, …', 'By about 8 p.m. on Monday …', however the rest is parsed."""
    before, after = span.doc[span.sent.start : span.start], span.doc[span.end : span.end + 1]
    is_first = all(word.pos_ in {"ADP", "ADV"} and word.lower_ not in _NOT_THEN - {"about"} for word in before)
    return is_first and (after.text == "," or (len(before) > 0 and before[0].dep_ == "ROOT"))


def _verb_dated(date: Token) -> Token | None:
    """The verb that tells what happened then; None where a date stands with a noun that the telling is not about."""
    word, is_date = date, True  # not yet what has the date: 'the fire on Monday'
    while word.head.i != word.i:
        head = word.head
        if head.pos_ in _VERBS or any(child.dep_ == "aux" for child in head.children):  # was set to land/NN
            return head if is_date or (word.dep_ in _TAKE_PART and _tells_of_once(head)) else None
        if word.dep_ in {"pobj", "pcomp"}:
            if not (_is_then(head, word.i == date.i) if is_date else head.lower_ in _INVOLVED):
                return None
        elif is_date and head.i < word.i and _has_no_day(head):
            pass  # the morning of June 2, back in June; 'in Ohio on Monday' is no Ohio of that day
        elif is_date and (_is_in_its(word, head) or not _is_before(word, head)):
            is_date = False
        elif word.lower_ != "of" and word.dep_ != "conj":
            return None
        word = head
        if word.dep_ == "acomp":
            return word.head  # is due on June 1
    return None


def _has_no_day(head: Token) -> bool:
    return head.lower_ in _PARTS or head.lemma_ in _LASTING or head.pos_ in _NEVER_DATED


def _is_then(preposition: Token, has_date: bool) -> bool:
    """'by June 1' may be; 'since June 1', 'the attacks of June 1', 'moved from June 1 to June 2' are not."""
    word, of = preposition.lower_, preposition.head.lower_
    is_old = word == "from" and has_date and any(child.lower_ == "to" for child in preposition.children)
    return word not in _NOT_THEN and not is_old and (word != "of" or not has_date or of in _PARTS)


def _is_before(word: Token, noun: Token) -> bool:
    """'the June 2 vote', but not 'Thursday, military forces …'."""
    return word.i < noun.i and "," not in {token.lower_ for token in word.doc[word.i : noun.i]}


def _is_in_its(date: Token, noun: Token) -> bool:
    """'died in Monday's fire', 'Monday's fire killed two'; what was said of Monday's fire was not said on Monday."""
    is_within = noun.dep_ == "pobj" and noun.head.lower_ in _WITHIN
    return date.dep_ == "poss" and (is_within or noun.dep_ == "nsubj")


def _tells_of_once(verb: Token) -> bool:
    """'The fire on Monday killed five', but not 'has raised', 'raises questions'."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    return verb.tag_ == "VBD" or not helpers.isdisjoint({"was", "were", "will"})


def _is_told(verb: Token) -> bool:
    """Whether it is the main verb or what that reports, not a clause in passing or 'would have been 80 on June 2'."""
    if {"would", "have"} <= {child.lower_ for child in verb.children if child.dep_ == "aux"}:
        return False
    while verb.dep_ != "ROOT":
        head = verb.head
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and head.head.lower_ in _WITHIN:
            verb = head.head.head  # in a statement issued on Sunday, said
        elif verb.tag_ == "VB" and head.dep_ == "dobj" and head.head.lemma_ in _FORESEE:
            verb = head.head  # expects the first ferry to sail on June 2
        elif (verb.dep_ in _GO_ON and (head.pos_ in _VERBS or head.dep_ == "acomp")) or _is_at_once(verb):
            verb = head
        elif verb.dep_ == "relcl" and head.dep_ == "attr" and head.head.lemma_ == "be":
            verb = head.head  # was one that fell on Sunday
        else:
            return head.dep_ == "ROOT" and _is_main_in_truth(verb)
    return True


def _is_main_in_truth(verb: Token) -> bool:
    """Of 'The firm, a maker of cars, announced that' where the model has no verb for the root."""
    is_apart = verb.i > 0 and verb.nbor(-1).text in {",", ")", "–", "—"} and verb.tag_ in {"VBD", "VBN"}
    has_object = any(child.dep_ in {"ccomp", "dobj", "xcomp"} for child in verb.children)
    return is_apart and has_object and verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in {"NOUN", "PROPN"}


def _is_at_once(verb: Token) -> bool:
    """'opened fire, killing five', 'five died when it sank', 'when it sank, five died'; 'was on Monday rammed', 'stayed
    closed' are one verb."""
    if verb.dep_ != "advcl":
        return False
    if verb.i < verb.head.i:
        return any(child.lower_ in _AS_SOON and child.i < verb.i for child in verb.children)
    if verb.i == verb.head.i + 1:
        return True
    opens = {child.lower_ for child in verb.children if child.i < verb.i and child.dep_ in _OPENING}
    if verb.head.lemma_ == "be" and opens <= {"on"}:
        return verb.tag_ in {"VBD", "VBN"}
    return verb.tag_ in {"VBD", "VBP", "VBZ"} if opens == {"when"} else verb.tag_ == "VBG" and not opens
