"""What befell those counted: '12 people were killed', 'killed 12', '12 dead', '12 deaths'."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from briefing.annotate.figures.numbers import Number

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

CROWD = frozenset({"attend", "demonstrate", "gather", "march", "protest", "rally", "take"})  # part
INTRANSITIVE = CROWD | {"die", "died", "flee", "drown", "perish"}
_NEAR = 4  # tokens: reported to have been killed
_GRAVELY = frozenset(
    "badly critically fatally fully gravely lightly mildly moderately partially partly seriously severely "
    "slightly".split()
)
TOTALS = frozenset({"average", "estimate", "group", "number", "total"})


@cache
def _casualties() -> Mapping[str, str]:
    """What befalls people, by lemma, and the word that counts them; empty for nouns, which count by themselves."""
    lines = files("briefing.lexicon").joinpath("casualties.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def find_casualty(doc: Doc, number: Number, noun: Token | None) -> Token | None:
    """The word that says what befell those counted: '12 people were killed', 'killed 12', '12 dead', '12 deaths'."""
    word = noun if noun is not None else doc[number.end - 1]
    if word.dep_ == "pobj" and word.head.head.lower_ == "total":
        word = word.head.head  # a total of 1,268 were killed
    if noun is not None and noun.lemma_.lower() in _casualties():
        return noun
    after = doc[word.i + 1] if word.i + 1 < len(doc) else None
    if word.dep_ == "pobj" and word.head.lower_ == "of" and word.head.head.lower_ not in TOTALS:
        after = None  # hundreds of the 3,000 residents fled
    if (
        after is not None
        and casualty_word(after)
        and not (
            after.tag_ == "VBD" and any(child.dep_ == "dobj" for child in after.children)
        )  # two crashes killed 346
        and (after.tag_ in {"VBN", "VBD"} or after.pos_ == "ADJ" or after.lower_ in {"hurt", "missing"})
    ):
        return after
    verb = word.head
    if (state := _state(word, verb)) is not None:
        return state
    befell = {"nsubj", "nsubjpass"} if verb.lemma_.lower() in INTRANSITIVE else {"dobj", "nsubjpass"}
    if word.dep_ in befell and verb.pos_ == "VERB" and verb.lower_ != "missing" and casualty_word(verb):
        return verb
    clauses = (child for child in word.children if child.dep_ == "acl" and child.tag_ == "VBN")
    return next((child for child in clauses if casualty_word(child)), None)


def _state(word: Token, verb: Token) -> Token | None:
    """'Fourteen people are missing', 'with six people still missing', '12,000 people were homeless'."""
    if word.dep_ == "nsubjpass" and verb.tag_ == "VBN":
        return next((child for child in verb.children if _is_told(child)), None)
    if word.dep_ != "nsubj":
        return None
    if verb.lower_ == "missing" and verb.tag_ == "VBG":
        return verb
    states = (child for child in verb.children if child.dep_ == "acomp" and verb.lemma_ in {"be", "remain"})
    return next((child for child in states if casualty_word(child)), None)


def _is_told(word: Token) -> bool:
    """'Twenty people were confirmed killed', '12 were feared dead'."""
    above = {child.dep_ for child in word.head.children}
    is_state = word.tag_ == "VBN" or word.pos_ == "ADJ" or word.lower_ == "missing"
    tells = is_state and "auxpass" in above and "neg" not in above and word.i - word.head.i <= _NEAR
    return tells and word.dep_ in {"oprd", "xcomp"} and casualty_word(word)[:4] not in {"", "who "}


def fate(casualty: Token) -> str:
    """'killed', with how gravely, and with what is only feared or reported: 'seriously injured', 'feared dead'."""
    words, before = casualty_word(casualty), casualty.nbor(-1) if casualty.i else casualty
    if casualty.dep_ in {"oprd", "xcomp"} and casualty.head.tag_ == "VBN" and _is_told(casualty):
        told = casualty.doc[casualty.head.i : casualty.i + 1]
        return f"{told[:1].text.lower()} {told[1:].text}"
    return f"{before.lower_} {words}" if before.dep_ == "advmod" and before.lower_ in _GRAVELY else words


def befalls(verb: str) -> bool:
    """Whether a verb, by its lemma, tells people's fate."""
    return verb in _casualties()


def casualty_word(word: Token) -> str:
    """'killed' for any form of kill; empty for words that are no casualties."""
    if word.lemma_ == "take" and not any(child.lower_ == "part" for child in word.children if child.dep_ == "dobj"):
        return ""
    return _casualties().get(word.lemma_.lower()) or _casualties().get(word.lower_, "")
