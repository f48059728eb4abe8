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
MORE = frozenset({"more", "others"})  # of those told of before
_BEYOND = frozenset({"above", "over", "under"})  # a bound that the parse takes for a place: infected over 4,000 of them
_ASIDE = 12  # tokens that commas set off
TOTALS = frozenset({"average", "estimate", "group", "number", "total"})


@cache
def _casualties() -> Mapping[str, str]:
    """What befalls people, by lemma, and the word that counts them; empty for nouns, which count by themselves."""
    lines = files("briefing.lexicon").joinpath("casualties.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if line and not line.startswith("#"))


def find_casualty(doc: Doc, number: Number, noun: Token | None) -> Token | None:
    """The word that says what befell those counted: '12 people were killed', 'killed 12', '12 dead', '12 deaths'."""
    word = noun if noun is not None else doc[number.end - 1]
    if word.head.lower_ in MORE and word.head.i == word.i + 1:
        word = word.head  # injured at least 50 more
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
    verb, place = word.head, word.dep_
    if (state := _state(word, verb)) is not None:
        return state
    if place == "pobj" and verb.lower_ in _BEYOND and verb.i + 1 == number.start:
        verb, place = verb.head, "dobj"
    befell = {"nsubj", "nsubjpass"} if verb.lemma_.lower() in INTRANSITIVE else {"dobj", "nsubjpass"}
    if place in befell and verb.pos_ == "VERB" and verb.lower_ != "missing" and casualty_word(verb):
        return verb
    clauses = (child for child in word.children if _tells_fate(child))
    return next(clauses, None) or _behind(word)


def _tells_fate(clause: Token) -> bool:
    """'migrants rescued off the cape', 'migrants who died', 'men who were shot'; not 'men who could be shot'."""
    if clause.dep_ == "acl":
        return clause.tag_ == "VBN" and bool(casualty_word(clause))
    before = [child for child in clause.children if child.i < clause.i]
    who = next((child.dep_ for child in before if child.tag_ in {"WP", "WDT"}), "")
    befell = {"nsubj"} if clause.lemma_ in INTRANSITIVE - CROWD else {"nsubjpass"}
    happened = clause.tag_ in {"VBD", "VBN"} and not any(child.dep_ == "neg" or child.tag_ == "MD" for child in before)
    return clause.dep_ == "relcl" and who in befell and happened and bool(casualty_word(clause))


def _behind(word: Token) -> Token | None:
    """What befell the subject that the parse took for something else: 'According to police 40 pilgrims were hurt',
    'twenty more, among them a guide, were hurt'."""
    given = word.dep_ == "pobj" and word.head.lower_ == "to" and word.head.head.lower_ == "according"
    if not (given or word.lower_ in MORE):
        return None
    doc, place = word.doc, word.i + 1
    if doc[place : place + 1].text == ",":
        aside = (later.i for later in doc[place + 1 : place + _ASIDE] if later.text == "," or later.dep_ == "relcl")
        place = next(aside, place) + 1
    while place < len(doc) and doc[place].pos_ in {"ADV", "AUX"}:
        place += 1
    verb = doc[place] if place < len(doc) else word
    above = {child.dep_ for child in verb.children}
    is_fate = verb.tag_ == "VBN" and "auxpass" in above and not above & {"neg", "nsubj", "nsubjpass"}
    return verb if is_fate and casualty_word(verb) else None


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
