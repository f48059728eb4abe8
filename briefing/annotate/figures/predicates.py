"""What the sentence tells of those counted, where they are its subject: '291 patients have recovered', '90 people
lost power'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.annotate.quotes.statements import is_speech

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST = 8  # tokens of what is told
_WORK = {
    "add": "added", "axe": "cut", "create": "created", "cut": "cut", "eliminate": "cut", "lose": "lost",
    "scrap": "cut", "shed": "cut", "slash": "cut",
}  # fmt: skip
_LIFE = {"claim": "lost", "cost": "lost", "lose": "lost", "save": "saved", "take": "lost"}
_DONE = {"job": _WORK, "life": _LIFE, "position": _WORK, "post": _WORK}
_COMING = frozenset({"shall", "will", "would", "’ll", "'ll"})
_INTENDED = frozenset({"expect", "intend", "plan", "set", "want"})
_OPEN = frozenset({"acomp", "attr", "ccomp", "dative", "dobj", "oprd", "xcomp"})  # without which the verb says little
_JOINED = frozenset(
    "against as away back down for into of off on onto out over to up upon with".split()
)  # likewise: accused of, based on
_SINGULAR = frozenset({"has", "is", "was"})  # whose subject is another
UNREAL = frozenset({"if", "unless", "until", "whether"})
_STATES = frozenset({"at", "in", "on", "under", "without"})  # people without access to water
_WITHOUT = frozenset({"under", "without"})  # homes without power, which tells more than where they are
_STANDING = frozenset({"be", "remain"})


def tell_of(noun: Token) -> str | None:
    """None where the predicate is denied, only possible or says little without its own complements."""
    verb = noun.head
    to_come = any(word.tag_ == "TO" for word in noun.doc[noun.i : verb.i])  # plants to be closed
    if noun.dep_ not in {"nsubj", "nsubjpass"} or verb.i < noun.i or to_come:
        return None
    if _is_unreal(verb) or _is_of_another(noun, verb):
        return None
    state = _state(verb.doc, verb.i + 1, _WITHOUT) if verb.lemma_ in _STANDING else None
    return _passive_or_perfect(noun, verb) or (_of_people(noun, verb) if noun.lower_ == "people" else state)


def done_to(noun: Token) -> str | None:
    """'cut' of 'cut 300 jobs', 'to be cut' of 'will cut 300 jobs'; None where it only may be."""
    verb = noun.head
    done = _DONE.get(noun.lemma_, {}).get(verb.lemma_)
    if noun.dep_ != "dobj" or done is None or verb.i > noun.i or _is_unreal_or_denied(verb):
        return None
    before = {child.lower_ for child in verb.lefts}
    if before & _COMING or (verb.dep_ == "xcomp" and verb.head.lemma_ in _INTENDED and "to" in before):
        return f"to be {done}"
    is_past = verb.tag_ in {"VBD", "VBN"} and not any(child.tag_ in {"MD", "TO"} for child in verb.lefts)
    return done if is_past else None


def _is_unreal_or_denied(verb: Token) -> bool:
    governing = verb.head if verb.dep_ == "xcomp" else verb
    around = [*verb.children, *governing.children]
    return any(word.dep_ == "neg" or word.lower_ in UNREAL for word in around)


def _is_of_another(noun: Token, verb: Token) -> bool:
    """'The maker of the snack that hurt 470 people told the panel': whom a verb governs is no subject of the next."""
    start = noun.left_edge.i
    before = noun.doc[start - 1] if start else noun
    return is_speech(verb) or (before.pos_ == "VERB" and not is_speech(before))


def _is_unreal(verb: Token) -> bool:
    words = [child for child in verb.children if child.i < verb.i or child.dep_ == "neg"]
    return any(word.dep_ == "neg" or word.tag_ == "MD" or word.lower_ in UNREAL or _is_singular(word) for word in words)


def _is_singular(word: Token) -> bool:
    """Not of a clause before: 'The yard was old; 48 houses were damaged.'"""
    return word.lower_ in _SINGULAR and word.dep_ in {"aux", "auxpass"}


def _passive_or_perfect(noun: Token, verb: Token) -> str | None:
    """'11,000 ballots were returned', '291 patients have recovered'."""
    is_perfect = noun.dep_ == "nsubj" and any(child.lemma_ == "have" for child in verb.lefts)
    if verb.tag_ != "VBN" or verb.lemma_ == "be" or not (noun.dep_ == "nsubjpass" or is_perfect):
        return None
    after = verb.doc[verb.i + 1 : verb.i + 2]
    if any(child.dep_ in _OPEN | {"prt"} for child in verb.children) or after.text.lower() in _JOINED:
        return None
    return verb.lower_


def _of_people(noun: Token, verb: Token) -> str | None:
    """'people who lost power', 'people in need of food'; of these the word itself says nothing."""
    doc = noun.doc
    if any(child.dep_ in {"acl", "amod", "compound", "relcl"} for child in noun.children):
        return None
    if verb.lemma_ in _STANDING:
        return _state(doc, verb.i + 1, _STATES)
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    if thing is None or verb.tag_ not in {"VBD", "VBP"} or thing.pos_ not in {"NOUN", "PROPN"}:
        return None
    told = doc[verb.i : thing.i + 1].text if thing.i - verb.i < _LONGEST else None
    return f"who {told}" if told else None


def _state(doc: Doc, start: int, joints: frozenset[str]) -> str | None:
    joint = doc[start : start + 1]
    if joint.text not in joints:
        return None
    thing = next((child for child in joint[0].rights if child.dep_ == "pobj"), None)
    return None if thing is None or thing.ent_type_ in {"DATE", "TIME"} else _up_to(doc, start, thing)


def _up_to(doc: Doc, start: int, thing: Token) -> str:
    """Through what the thing is of, if that is short."""
    end = thing.right_edge.i + 1
    return doc[start : end if end - start <= _LONGEST else thing.i + 1].text
