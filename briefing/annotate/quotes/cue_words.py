"""What the words of a cue are to the grammar of its sentence: their subject, passive, put in between commas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.lexicon.names import speaker_words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NEAR = 3  # words between a cue and the marks that still count as adjacent
OPENING = frozenset("begin open start end conclude close go run".split())  # “…,” the letter begins
UTTERANCES = frozenset(
    "message answer advice response reply verdict reaction explanation conclusion plea warning argument point "
    "motto prediction assessment theory view promise pledge vow claim threat demand contention assertion admission "
    "accusation remark comment insistence description quip boast suggestion complaint statement call criticism denial "
    "allegation declaration testimony request announcement characterization characterisation".split()
)
NAMING = frozenset({"PROPN", "DET"})  # how a name or description begins
LONGEST = 12  # words of who says it, where that is put in
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON"})
PHRASE_TAGS = NOUN_TAGS | {"DET", "ADJ", "NUM", "PART"}
OF_THINGS = frozenset("suggest reveal reflect read mention describe state signal predict estimate remind cause".split())
ISSUING = frozenset({"issue", "release", "publish", "make", "send", "write", "post", "give"})
QUOTATIVE = frozenset({"be", "go"})  # she was like, “…”
CITING = frozenset({"quote", "cite"})  # she was quoted by a paper: she spoke, not the paper


def is_introduction(word: Token) -> bool:
    """Whether the word names the source outright: 'according to …', 'in the words of …', 'in Ada Lind's words'."""
    following = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    if word.lower_ == "words":
        owned = following == "of" or any(child.dep_ == "poss" for child in word.children)
        return owned and word.head.lower_ == "in"
    if word.lower_ == "per":  # “…,” per an aide; not 'per cent'
        return word.i > 0 and word.nbor(-1).text in {",", "”", '"', "’"} and word.nbor().pos_ in NAMING
    return word.lower_ == "according" or (word.lower_ == "attributed" and following == "to")


def is_document(word: Token) -> bool:
    """A statement, letter, report: what is written, and so says something."""
    return word.tag_ in {"NN", "NNS"} and word.lemma_.lower() in speaker_words()["document"]


def is_written(word: Token) -> bool:
    """A document, or a sign, a banner."""
    return is_document(word) or (word.tag_ in {"NN", "NNS"} and word.lemma_.lower() in speaker_words()["record"])


def utterer(noun: Token) -> Token | None:
    """Whose response, or the response of whom."""
    of = (word for child in noun.children if child.lower_ in {"of", "from", "by"} for word in child.children)
    owned = (child for child in noun.children if child.dep_ == "poss")
    return next(owned, None) or next((word for word in of if word.dep_ == "pobj"), None)


def is_issued(document: Token) -> bool:
    return document.dep_ == "dobj" and document.head.lemma_ in ISSUING


def is_parenthetical(word: Token) -> bool:
    """Lunch, she allowed, was late; it was late, he replied; the bus, said Lind."""
    subject = own_subject(word)
    if subject is None or word.tag_ not in {"VBD", "VBZ"}:
        return False
    first, last = (subject.left_edge, word) if subject.i < word.i else (word, subject.right_edge)
    after = word.doc[last.i + 1 : last.i + 2].text
    return first.i > 0 and first.nbor(-1).text == "," and after in {",", ";", ".", ""} and last.i - first.i < LONGEST


def is_particle(word: Token) -> bool:
    """Shot back, piped up."""
    return word.dep_ == "prt" or word.tag_ == "RP"


def is_passive(word: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in word.children)


def is_raised(word: Token) -> bool:
    """Lind is understood to have told them: she did, as far as anybody knows."""
    helpers = {child.lower_ for child in word.children if child.dep_ == "aux"}
    return word.dep_ == "xcomp" and helpers >= {"to", "have"}


def own_subject(word: Token) -> Token | None:
    """The subject nearest to the verb: of two, the parse took one for the other's apposition."""
    subjects = [child for child in word.children if child.dep_ in SUBJECTS or _is_aged(child) or is_ordinal(child)]
    before = [child for child in subjects if child.i < word.i]
    after = [child for child in subjects if child.i > word.i]
    put_in = bool(after) and word.i > 0 and word.nbor(-1).text == ","  # That, said one diplomat, was late
    if (before and not put_in) or not subjects or word.tag_ == "VBG":
        return before[-1] if before else None
    return after[0]


def acts_on_somebody(verb: Token) -> bool:
    """An agent had promised her a post: whoever 'she' is in what follows, it is not the agent."""
    return any(child.lower_ in {"him", "her"} and child.dep_ in {"dobj", "dative", "iobj"} for child in verb.children)


def is_ordinal(word: Token) -> bool:
    """A second, who stood beside him, said: the parse takes it for an adverb."""
    opens = word.i > 0 and word.nbor(-1).lower_ == "a" and word.nbor(-1).head == word
    return opens and word.ent_type_ == "ORDINAL" and word.dep_ in SUBJECTS | {"advmod"}


def _is_aged(word: Token) -> bool:
    """The 45-year-old sighed: the parse makes him a quality of the verb."""
    return word.dep_ == "amod" and word.lower_ == "old" and word.head.pos_ == "VERB"


def cites(cue: Token, before: Sequence[Token]) -> bool:
    """A paper cited questions of the form, as: “…”; not 'she cited “…”'."""
    colon = bool(before) and before[-1].text == ":" and cue.i < before[-1].i
    things = any(child.dep_ == "dobj" for child in cue.children)
    return colon and things and cue.lemma_ in CITING and not is_passive(cue)


def says_as(cue: Token) -> bool:
    """The paper quoted her as saying: she spoke."""
    return any(child.dep_ == "prep" and child.lower_ == "as" for child in cue.children)
