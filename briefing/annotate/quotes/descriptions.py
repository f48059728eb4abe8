"""Words for who speaks where no name stands: a description as the text has it, a document and whose it is."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from briefing.annotate.quotes.cue_words import ISSUING, OF_THINGS, is_document, is_ordinal
from briefing.annotate.quotes.mentions import apposed, is_owner
from briefing.annotate.quotes.statements import is_speech
from briefing.lexicon.names import role_nouns, speaker_words
from briefing.model import SpeakerKnown

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

PREPOSITIONS = frozenset({"of", "for", "from", "at", "with", "in"})
LONGEST = 12  # words of a description
PARTS = frozenset("one two three some several many most number group dozens hundreds majority".split())
ABSTRACT = frozenset("evidence data research rumour rumor news history law tradition poll survey result".split())
NO_NAMES = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY", "LANGUAGE"})
OURS = frozenset({"my", "our", "your"})
AGENTS = ("or", "ist", "ian", "man", "woman", "ee")  # endings of words for people
SHORTEST = 5
UNSAID = OF_THINGS | {"show", "find", "indicate", "imply", "point", "put", "call", "brand", "label", "mark", "carry"}
TOO_VAGUE = frozenset(
    "some latter other others such same no any neither either "
    "somebody someone anybody anyone everybody everyone nobody".split()
)


class Speaker(NamedTuple):
    """``name`` is a ``Name.name`` or, in the words of the text, a description."""

    name: str
    known: SpeakerKnown


@cache
def somebody() -> frozenset[str]:
    return speaker_words()["somebody"] | role_nouns()


def is_proper(name: str) -> bool:
    """Whether a description is a name that nobody lists, not 'Police' at the start of a sentence."""
    last = name.split()[-1]
    plain = {last.lower(), last.lower().removesuffix("s")} & (somebody() | speaker_words()["group"])
    return last[0].isupper() and not plain


def describe(subject: Token) -> Speaker | None:
    """The words of the text for somebody it does not name: 'a spokesman for the ministry'."""
    counted = subject.lower_ in somebody() and any(left.tag_ in {"DT", "CD"} for left in subject.lefts)  # one MP
    if subject.tag_ in {"NNP", "NNPS"} and not counted and not subject.is_lower:
        return unlisted(subject)
    part = _describe_part(subject) or _describe_office(subject)
    if part is not None or not _speaks(subject):
        return part or _describe_bare(subject)
    lefts = [left for left in subject.lefts if left.dep_ not in {"punct", "prep", "advmod", "mark", "cc"}]
    lefts = [left for left in lefts if left.tag_ != "WP"]  # what one reviewer called “…”
    if is_document(subject) and any(left.tag_ == "PRP$" for left in lefts):
        return None
    vague = (left for left in lefts if left.nbor().text != ".")  # not 'the No. 2 carmaker'
    if any(left.lower_ in TOO_VAGUE or left.tag_ in {"WP$", "WDT"} or left.lower_ in OURS for left in vague):
        return None
    first = lefts[0].left_edge.i if lefts else _first(subject)
    words = subject.doc[first : _end(subject)]
    if len(words) > LONGEST or any(one.text in {",", ";", ":", "(", "“", '"', "”"} for one in words):
        words = subject.doc[first : subject.i + 1]
    return _in_words(words)


def source_named(noun: Token) -> Speaker | None:
    """According to a survey, to the data: whatever it is, it is the source."""
    first = noun.left_edge
    told = noun.tag_ in {"NN", "NNS"} and (first.lower_ in {"a", "an", "the"} or noun.tag_ == "NNS")
    return (
        _in_words(noun.doc[first.i : noun.i + 1]) if told and all(left.tag_ != "PRP$" for left in noun.lefts) else None
    )


def _first(noun: Token) -> int:
    """Where 'One e-mail' begins, of which the parse makes two."""
    first = noun.i
    while first > 1 and noun.doc[first - 1].text == "-":
        first -= 2
    return first - (first < noun.i and first > 0 and noun.doc[first - 1].tag_ in {"DT", "CD"})


def _speaks(subject: Token) -> bool:
    word = subject.lemma_.lower()
    known = (
        word in somebody()
        or is_document(subject)
        or {word, subject.lower_} & (speaker_words()["group"] | speaker_words()["record"])
    )
    return bool(known or _is_agent(subject)) and (subject.is_alpha or "-" in subject.text)


def _is_agent(subject: Token) -> bool:
    """One auditor; the squad said: any noun right beside a verb that only people do."""
    word, verb = subject.lemma_.lower(), subject.head
    if subject.tag_ not in {"NN", "NNS"} or word in ABSTRACT | TOO_VAGUE or subject.conjuncts:
        return False
    helping = [child for child in verb.children if child.dep_ == "aux" and child.i > subject.i]  # has said, would say
    if helping and verb.tag_ == "VBG":
        return False  # talks were continuing
    beside = subject.i + len(helping) + 1 == verb.i or subject.left_edge.i - 1 == verb.i
    says = (helping or verb.tag_ in {"VBD", "VBZ", "VBP"}) and is_speech(verb) and verb.lemma_ not in UNSAID
    return (subject.dep_ == "nsubj" and beside and says) or is_agent_noun(subject)


def is_body(noun: Token) -> bool:
    return noun.lemma_.lower() in speaker_words()["body"] | speaker_words()["group"]


def are_people(subject: Token) -> bool:
    told = subject.lemma_.lower() in somebody() or subject.lower_ == "people" or is_agent_noun(subject)
    return subject.tag_ in {"NNS", "NNPS"} and told


def is_agent_noun(noun: Token) -> bool:
    """By its form: counsellors, botanists."""
    return len(noun.lemma_) > SHORTEST and noun.lemma_.lower().endswith(AGENTS)


def _end(subject: Token) -> int:
    """Behind the noun and the phrase that belongs to it: 'a spokesman for the ministry'."""
    following = next((right for right in subject.rights if right.i == subject.i + 1), None)
    joined = following is not None and following.dep_ == "prep" and following.lower_ in PREPOSITIONS
    return (following.right_edge.i if joined and following is not None else subject.i) + 1


def _in_words(words: Span) -> Speaker | None:
    simple = len(words) <= LONGEST and all(one.text not in {",", "“", "”", '"'} for one in words)
    return Speaker(words.text, "described") if simple else None


def _describe_part(subject: Token) -> Speaker | None:
    """'One of the victims', 'a number of senators'."""
    if subject.lower_ not in PARTS or subject.i + 1 == len(subject.doc) or subject.nbor().lower_ != "of":
        return None
    whole = next((word for word in subject.nbor().children if word.dep_ == "pobj"), None)
    if whole is None or not (_speaks(whole) or whole.tag_ == "NNPS"):
        return None
    return _in_words(subject.doc[min([subject.i, *(left.i for left in subject.lefts)]) : whole.i + 1])


def _describe_office(subject: Token) -> Speaker | None:
    """'Norland's sales, service and marketing chief': the parse takes the first word for who speaks."""
    holder = subject.conjuncts[-1] if subject.conjuncts else subject
    office = subject.tag_ in {"NN", "NNS"} and subject.lemma_.lower() not in somebody() and holder.i > subject.i
    if not office or holder.tag_ != "NN" or holder.lemma_.lower() not in somebody():
        return None
    words = subject.doc[subject.left_edge.i : holder.i + 1]
    return Speaker(words.text, "described") if len(words) <= LONGEST else None


def _describe_bare(subject: Token) -> Speaker | None:
    """A name that was taken for a common noun, or people nobody lists: 'Fallows remarked', 'Forecasters said'."""
    verb = subject.head
    thing = subject.lemma_.lower() in ABSTRACT or is_document(subject)
    adjacent = subject.i + 1 == verb.i and not list(subject.children) and not thing
    speaks = verb.pos_ == "VERB" and verb.lemma_.lower() not in OF_THINGS
    alone = adjacent and speaks and subject.tag_ in {"NN", "NNS"} and subject.text[0].isupper()
    return Speaker(subject.text, "described") if alone and len(subject.text) > 2 else None


def unlisted(subject: Token) -> Speaker | None:
    """A name that the article's names leave out, as it stands."""
    first = subject.i
    while first and _belongs(subject.doc[first - 1]):
        first -= 1
    end = _end(subject) if subject.head.pos_ == "VERB" else subject.i + 1
    if any(word.tag_ not in {"NNP", "NNPS", "IN", "DT"} for word in subject.doc[subject.i : end]):
        end = subject.i + 1
    words = subject.doc[first:end]
    whole = end == len(subject.doc) or not (subject.doc[end].text[0].isupper() or subject.doc[end].is_quote)
    numbered = first > 0 and subject.doc[first - 1].tag_ == "CD"
    known = subject.ent_type_ not in NO_NAMES and not numbered and subject.text[0].isupper() and len(words.text) > 2
    return (
        Speaker(words.text, "described")
        if whole and known and len(words) <= LONGEST and not is_owner(subject)
        else None
    )


def _belongs(word: Token) -> bool:
    """Part of the name that goes on behind it: 'Nia Al-' of 'Nia Al-Sturrock'."""
    return (word.tag_ in {"NNP", "NNPS"} and word.dep_ == "compound") or (word.text == "-" and not word.whitespace_)


def apposed_name(subject: Token) -> Speaker | None:
    """'The secretary of the union, Tom Becker': a name beside it that the article's names leave out."""
    of = (child for child in subject.children if child.dep_ == "prep" and child.lower_ in {"of", "for"})
    places = (word for prep in of for word in prep.children if word.dep_ == "pobj" and word.pos_ == "PROPN")
    beside = (word for noun in (subject, *places) for word in apposed(noun))
    beside = (word for word in beside if not any(child.is_quote for child in word.children))  # an essay, “The Road”
    found = (unlisted(word) for word in beside if word.tag_ == "NNP" and word.i > subject.i)  # who gave it as Iqbal
    return next((name for name in found if name is not None), None)


def is_bare(subject: Token) -> bool:
    """'The company', with no word more that says which."""
    lefts = list(subject.lefts)
    described = any(left.dep_ in {"compound", "amod", "poss"} for left in lefts)
    return not described and any(left.lower_ == "the" for left in lefts)


def issues(word: Token, document: Token) -> bool:
    """'a statement from the White House', 'a letter signed by Ada Lind'."""
    if word.dep_ == "poss" and word.head.lower_ == "account":  # 'a tweet from her account'
        return True
    if word.dep_ != "pobj":
        return False
    head = word.head.head
    if word.head.lower_ == "by":
        return head == document or head.lemma_ in ISSUING | {"sign"}
    return word.head.lower_ in {"from", "of"} and head == document


def is_somebodys(document: Token) -> bool:
    """Whether the words around say whose it is, so that it is not the one spoken of before."""
    return document.doc[min(_first(document), document.left_edge.i)].lower_ in {"a", "an", "another", "one"} or any(
        (child.dep_ in {"poss", "compound", "amod", "nummod", "acl", "relcl"} and child.tag_ != "PRP$")
        or child.lower_ in {"of", "from", "by"}
        for child in document.children
    )


def whole_of(subject: Token) -> Token:
    """'Part of the judge's statement' is the statement."""
    parts = (child for child in subject.children if child.lower_ == "of" and subject.lower_ == "part")
    return next((word for of in parts for word in of.children if word.dep_ == "pobj"), subject)


def is_one_of_many(subject: Token) -> bool:
    """Of those spoken of: one said; another, who would not be named; one of them; a second."""
    if not (subject.lower_ in {"one", "another"} or is_ordinal(subject)):
        return False
    if any(child.dep_ == "appos" for child in subject.children):
        return False
    return all(child.lower_ != "of" or child.nbor().lower_ == "them" for child in subject.children)
