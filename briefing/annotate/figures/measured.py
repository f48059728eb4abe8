"""What an amount with a unit is of, where the grammar of its sentence says it: 'a $41.5-million settlement', 'a loss of
$381 million', 'sales slid 9% to $88.3 million'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.changes import FALLING, MOVES, RISING, first_of, head_of, is_result
from briefing.annotate.figures.clauses import told_of
from briefing.annotate.figures.counted import DURATIONS, HYPHENS, OF, Counted, after_unit, find_complement, token_at
from briefing.annotate.figures.differences import difference
from briefing.annotate.figures.listed import before_bracket, shared_out
from briefing.annotate.figures.numbers import Number, text_of
from briefing.annotate.figures.phrases import AMOUNTS, ATTRIBUTES, LONGEST, NUMBERED, OF_OR_IN, RELATIONAL, phrase_of
from briefing.annotate.figures.tolls import MEASURED, NOUNS, REACHING, VALUED
from briefing.annotate.figures.units import LENGTHS, Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_LARGE = 100  # from which on a number without a unit may be of a backlog, a deficit, the attendance
_TOLD = frozenset({"at", "by", "from", "of", "to"})  # before such a number
_FAR = 24  # tokens to 'respectively'
_AGAIN = re.compile(r"(?:,?\sor\s(?:[a-z]+\s){0,2}|\()$")  # before the same amount in another unit
_NEAR = 3  # tokens: hit nearly 300
COMPARED = frozenset({"estimate", "mark", "standard", "target"})  # with what is counted
_REACHED = AMOUNTS | {"high", "level", "low", "peak", "rate", "record"}  # by what rises or falls to it
_HAVING = frozenset("experience have post show suffer".split())
_IN = OF_OR_IN | {"for", "on"}
_LEVELS = REACHING | frozenset("average be close end finish hover open remain settle stand stay touch trade".split())
_MOVING = RISING | FALLING | frozenset({"edge", "narrow", "widen"})
_TRADING = frozenset({"add", "gain", "lose", "shed"})  # of a share or an index in percent
_SETTING = frozenset(
    "appraise assess bring budget cut estimate fix freeze hold increase keep lift lower peg price put raise reduce set "
    "trim value".split()
)
_TRADED = frozenset("acquire auction buy lease purchase rent sell".split())  # a house, for the amount
_SPENT = frozenset(  # an amount, on or for something
    "allocate approve bid budget charge commit earmark invest lavish offer pay pledge raise save seek "
    "spend waste".split()
)
_EARNED = frozenset({"earn", "gross", "net"})
_POLLED = frozenset("capture draw garner get have poll receive register take win".split())  # of a candidate, in percent
_AT = frozenset({"above", "around", "at", "below", "near", "over", "to", "under"})
_TO = _AT | {"by", "from"}
_UP = frozenset({"ahead", "down", "higher", "lower", "off", "up"})
_MEASURES = frozenset({"attr", "dobj", "npadvmod"})


def measured(doc: Doc, last: Number, unit: Unit) -> Counted | None:
    """None where the sentence does not say it."""
    if (owner := before_bracket(doc, unit)) is not None:
        return Counted(phrase_of(owner, unit), unit.stop)
    word = head_of(doc, last, unit)
    after = after_unit(doc, unit)
    if unit.symbol and (end := difference(doc, after)) > after + 1:
        return Counted(doc[after:end].text, unit.stop)
    if word.dep_ in ATTRIBUTES and word.head.pos_ == "NOUN" and after <= word.head.i < after + LONGEST:
        return _attribute(doc, unit, word.head)
    is_again = _AGAIN.search(last.text, max(0, unit.begin - 24), unit.begin) is not None
    turn = next((other.i for other in doc[word.i : word.i + _FAR] if other.lower_ == "respectively"), 0)
    if turn or is_again:
        word = first_of(word)
    noun = measured_noun(word, unit)
    words = phrase_of(noun, unit) if noun is not None else None
    if noun is not None and noun.lemma_ in MOVES and words == noun.text:
        things, _ = find_complement(doc, after, frozenset({"in"}))
        words = things or words  # a rise of 3 percent in prices
    words = words or (told_of(word, unit) if unit.symbol and not is_again else None)
    if turn and noun is not None:
        words = shared_out(noun, last, turn)
    return Counted(words, unit.stop) if words else None


def count_measured(doc: Doc, number: Number) -> str | None:
    """'a backlog of 92,000', 'ridership topped 4,500'; not 'shares closed at 340', in whatever they are priced."""
    word = doc[number.end - 1]
    is_reached = word.dep_ == "dobj" and word.head.lemma_ in REACHING and word.i - word.head.i <= _NEAR
    is_level = word.dep_ == "pobj" and word.head.lower_ in _TOLD
    if number.value < _LARGE or number.fraction or not (is_reached or is_level):
        return None
    unit = Unit("", number.begin, number.stop)
    noun = measured_noun(word, unit)
    if noun is None or noun.pos_ == "PROPN" or noun.lemma_.lower() in _REACHED | COMPARED:
        return None
    words = phrase_of(noun, unit) if not {noun.lower_, f"{noun.lemma_}s"} & (MEASURED | VALUED) else None
    things, _ = find_complement(doc, number.end, frozenset({"in"}))
    return f"{words} in {things}" if words and things and noun.lemma_ in RELATIONAL else words


def measured_noun(word: Token, unit: Unit) -> Token | None:
    noun = of_noun(word)
    if noun is not None and noun.i > 1 and noun.nbor(-1).lower_ == "in" and noun.nbor(-2).lemma_ in RELATIONAL:
        return noun.nbor(-2)  # growth in output of 3 percent
    if noun is not None and noun.dep_ == "dobj" and noun.head.lemma_ in _HAVING and _is_move(noun):
        mover = subject_of(noun.head)  # the index had a gain of 10 percent
        return mover if mover is not None and mover.pos_ in NOUNS and mover.tag_ != "NNP" else noun
    if noun is None or _is_any_amount(noun):
        return _subject(noun if noun is not None else word, unit) or noun
    return noun


def _is_move(noun: Token) -> bool:
    """'a gain', 'falls', and not those of something: 'a gain in sales'."""
    tells = any(child.dep_ in {"compound", "poss"} or child.lower_ in {"for", "in"} for child in noun.children)
    return noun.lemma_ in MOVES and not tells


def _is_any_amount(noun: Token) -> bool:
    """'a record low', 'an annual rate'; not 'the tax rate'."""
    before = (child for child in noun.lefts if child.dep_ not in {"det", "amod"})
    return noun.lemma_.lower() in _REACHED and all(child.lemma_.lower() in _REACHED for child in before)


def _attribute(doc: Doc, unit: Unit, head: Token) -> Counted | None:
    """'$26 billion budget deficit', '17% survival rate', '25 percent share in the airline'."""
    begins = after = after_unit(doc, unit)
    while head.dep_ in {"compound", "nmod"} and head.head.i == head.i + 1 and head.head.pos_ == "NOUN":
        head = head.head
    if doc[after].lower_ in {"a", "an", "each", "per"}:
        return Counted(None, head.idx + len(head.text))  # $3.49 a loaf
    while doc[after].pos_ == "ADV":
        after += 1
    follows = doc[head.i + 1 : head.i + 2]
    if head.tag_ == "NNS" and any(word.pos_ in {"AUX", "VERB"} for word in follows):
        return None  # the 30 per cent lawyers had sought
    if head.lemma_.lower() in DURATIONS:
        return None  # up 68% year over year
    if (
        not doc[after].text[0].isalnum()
        or not head.text[0].isalpha()
        or any(_breaks(word) for word in doc[after : head.i])
    ):
        return None
    _, end = find_complement(doc, head.i + 1, _IN if head.lemma_ in RELATIONAL else OF)
    end = max(end, head.i + 1)
    stop = doc[end - 1].idx + len(doc[end - 1].text)
    return Counted(doc[after:end].text, stop if begins == token_at(doc, unit.stop) else unit.stop)


def _breaks(word: Token) -> bool:
    return word.pos_ in {"VERB", "ADP", "NUM"} or (word.is_punct and word.text not in HYPHENS)


def of_noun(word: Token) -> Token | None:
    """'a loss of $381 million', 'a fund worth $5 million'."""
    above = word.head
    if word.dep_ == "pobj" and above.lower_ == "of" and above.i < word.i:
        return above.head if above.head.lower_ != "front" else None  # won in front of 8,000
    if above.lower_ != "worth":
        return None
    return subject_of(above.head) if above.dep_ == "acomp" else above.head


def _subject(word: Token, unit: Unit) -> Token | None:
    """What rises, falls, stands at, is set to, is had or is paid for with the amount."""
    verb, joint = word.head, ""
    if word.dep_ == "pobj":
        verb, joint = verb.head, verb.lower_
        if verb.pos_ == "ADP":
            verb = verb.head  # from $340 to $495; by 49 or by 27 percent
    elif word.dep_ == "appos":
        return _apposed(verb, unit)
    elif word.dep_ not in _MEASURES:
        return None
    if joint == "at" and (thing := _set_off(word.head, unit) or _beside(word.head, unit)) is not None:
        return thing
    if joint == "in" and word.lemma_ == "amount":
        return next((child for child in verb.children if child.dep_ == "dobj" and child.i < word.i), None)
    if _begins_another(verb.doc[verb.i : word.i]):
        return None
    if joint == "by" and verb.lemma_ in _LEVELS and any(child.lower_ in _UP for child in verb.children):
        return subject_of(verb)  # shares were lower by 3 percent
    if verb.lower_ in _UP:  # sales were up 3 percent; prices, up 3 percent
        verb = verb.head
        return verb if verb.pos_ == "NOUN" else subject_of(verb) if verb.lemma_ in _LEVELS else None
    thing = _spent_on(verb, word) if word.dep_ == "dobj" else None
    return thing or _moved(verb, word, joint, unit) or _exchanged(verb, word, joint, unit)


def _apposed(noun: Token, unit: Unit) -> Token | None:
    """'the fatality rate, 1.9%'; not 'the bloc $3'."""
    between = text_of(noun.doc)[noun.idx + len(noun.text) : unit.begin]
    tells = noun.pos_ == "NOUN" and noun.text.isalpha() and noun.lemma_ not in _REACHED - {"rate"}
    return noun if tells and (between == ", " or (between == " " and unit.symbol == "%")) else None


def _set_off(joint: Token, unit: Unit) -> Token | None:
    """'turnout, at 57 percent, was the highest', 'a plurality of the vote, at 26 percent'."""
    comma = joint.nbor(-1) if joint.i > 1 else joint
    is_apart = unit.symbol == "%" or text_of(joint.doc).startswith(",", unit.stop)
    if not is_apart or comma.text != "," or comma.nbor(-1).pos_ != "NOUN":
        return None
    noun = comma.nbor(-1)
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun


def _beside(joint: Token, unit: Unit) -> Token | None:
    """'with Bell at 15 percent, followed by Orr at 13'; not 'closed in London at $3'."""
    name = joint.nbor(-1) if joint.i else joint
    is_name = unit.symbol and name.pos_ in NOUNS and name.ent_type_ not in NUMBERED | {"GPE"}
    is_one = name.dep_ != "conj"  # not 'police put it at 5 percent and organizers at 9'
    return name if is_name and is_one and (name.dep_ != "pobj" or name.head.lower_ in {"by", "with"}) else None


def _moved(verb: Token, word: Token, joint: str, unit: Unit) -> Token | None:
    if verb.lemma_ == "put" and joint == "on":
        return next((child for child in verb.children if child.dep_ == "dobj" and child.i + 1 == word.head.i), None)
    if verb.lemma_ in _SETTING | _MOVING and (not joint or joint in _TO):
        set_to = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"} and child.i < word.i)
        if unit.symbol in LENGTHS and joint == "to":
            return None  # the plane climbed to 35,000 feet
        found = next(set_to, verb.head if verb.dep_ == "acl" else None)
        if found is not None and found.tag_ == "WDT":
            return _meant_by_which(verb.head) if verb.dep_ == "relcl" else None
        return found if found is not None or verb.lemma_ not in _MOVING else subject_of(verb)
    if verb.lemma_ in _LEVELS:
        found = subject_of(verb) if not joint or joint in _AT else None
        return found if found is not None and (found.pos_ != "PROPN" or verb.lemma_ != "be") else None
    return None


def _exchanged(verb: Token, word: Token, joint: str, unit: Unit) -> Token | None:
    """'sold the house for $3 million', 'cost $3 million', 'Pascual had 50.2 percent'."""
    if verb.lemma_ in _TRADED and joint == "for":
        things = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
        return next(things, verb.head if verb.dep_ == "acl" else None)
    trades = (verb.lemma_ in _TRADING and not is_result(word, unit)) or (verb.lemma_ == "account" and joint == "for")
    goes = verb.lemma_ in {"come", "go"} and joint in _TO and any(child.lower_ in _UP for child in verb.children)
    costs = verb.lemma_ == "cost" and word.dep_ == "dobj"
    earns = unit.is_money and verb.lemma_ in _EARNED
    polls = unit.symbol == "%" and verb.lemma_ in _POLLED
    got = (earns or polls) and word.dep_ == "dobj"
    return subject_of(verb) if trades or goes or costs or got else None


def _spent_on(verb: Token, amount: Token) -> Token | None:
    """'spent $4 million on roads', 'paid $3 for a loaf'."""
    joints = [child for word in (verb, amount) for child in word.children if child.i > amount.i]
    wanted = {"toward", "towards"}
    if verb.lemma_ in _SPENT:
        wanted |= {"for", "on", "in"} if verb.lemma_ == "invest" else {"for", "on"}
    things = (thing for joint in joints if joint.lower_ in wanted for thing in joint.children if thing.dep_ == "pobj")
    return next((thing for thing in things if thing.lower_ not in {"time", "years"}), None)


def _meant_by_which(word: Token) -> Token:
    """The thing, not the place it is at nor what it is of: 'a bridge over the Osk, which will cost …', 'the price of
    oil, which rose …'."""
    above = word.head
    if word.dep_ == "pobj" and above.lower_ == "of" and f"{above.head.lemma_}s" in MEASURED - {"totals"}:
        return above.head
    at_a_thing = word.pos_ == "PROPN" and word.dep_ == "pobj" and above.lower_ != "of" and above.head.pos_ == "NOUN"
    return above.head if at_a_thing else word


def _begins_another(between: Span) -> bool:
    """'Sales rose 3 percent and profit 5 percent'."""
    joints = [word.i for word in between if word.dep_ == "cc"]
    after = between.doc[joints[-1] : between.end] if joints else ()
    return any(word.pos_ in NOUNS and word.ent_type_ not in NUMBERED for word in after)


def subject_of(verb: Token) -> Token | None:
    for _ in range(3):
        found = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if found is not None:
            return _meant_by_which(verb.head) if found.tag_ == "WDT" and verb.dep_ == "relcl" else found
        before = verb.nbor(-1) if verb.i else verb
        if verb.lemma_ == "be" and verb.dep_ == "ccomp" and before.dep_ == "dobj" and before.pos_ == "NOUN":
            return before  # said the winds were near 180 mph
        if verb.lemma_ == "be" and any(child.tag_ == "TO" for child in verb.lefts):
            feared = next((child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i), None)
            if feared is not None:
                return feared  # had forecast the losses to be $6 billion
        if verb.dep_ not in {"conj", "xcomp"} and (verb.dep_ != "advcl" or verb.tag_ != "VBG"):
            return None
        below, verb = verb, verb.head
        if below.dep_ == "xcomp" and verb.dep_ == "relcl" and _holds_which(verb, below):
            return _meant_by_which(verb.head)
    return None


def _holds_which(verb: Token, below: Token) -> bool:
    """Whether somebody else tells of the antecedent: 'a contract, which Boeing estimates to be worth $18 million'."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ != "WDT"), None)
    which = next((child for one in (verb, below) for child in one.lefts if child.tag_ == "WDT"), None)
    return subject is not None and which is not None and which.i < subject.i
