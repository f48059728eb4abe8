"""Whom a cue names: the noun phrase that is its subject, or stands in the place of one where the parse is lost."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import (
    CITING,
    NOUN_TAGS,
    PHRASE_TAGS,
    SUBJECTS,
    UTTERANCES,
    is_particle,
    is_passive,
    is_raised,
    is_written,
    own_subject,
    says_as,
    utterer,
)
from briefing.annotate.quotes.marks import Quotation
from briefing.annotate.quotes.statements import Statement, is_speech
from briefing.lexicon.names import role_nouns, speaker_words

if TYPE_CHECKING:
    from spacy.tokens import Token

WIDEST = 40  # words of a noun phrase that are looked at
LONGEST_PHRASE = 14  # words of a subject that stands next to its verb
OBJECTS = frozenset({"dobj", "iobj", "dative"})
TRANSITIVE = frozenset("tell accuse blame criticise criticize thank urge ask warn remind call praise quote".split())
AFTER = frozenset({"after", "before", "for", "since"})
LEADING = frozenset({"lead", "prompt", "cause", "force", "push", "drive", "inspire"})  # … somebody to say
SPEECHES = frozenset({"speech", "address", "video", "interview", "briefing", "conference", "broadcast"})
PLACES = frozenset({"ORG", "GPE", "FAC", "LOC"})  # of which nobody says 'who'
SOURCES = frozenset({"according", "words", "attributed", "per"})  # according to …, in the words of …, attributed to …


def find_subject(cue: Token, statement: Statement, quotation: Quotation | None) -> Token | None:
    """The head of the noun phrase that speaks, outside the marks; None where the sentence has none."""
    inside = {word.i for word in statement.words}
    if cue.lower_ in SOURCES:
        under = [word for word in islice(cue.subtree, WIDEST) if word.i in inside and word is not cue]
        return next((word for word in under if word.dep_ in {"pobj", "poss"}), None)
    citing = cue.head.head if cue.dep_ == "pcomp" and cue.head.lower_ == "as" else cue  # quoted as saying
    if citing.lemma_ in CITING and (citing is not cue or is_passive(cue) or says_as(cue)):
        wanted = {"nsubjpass"} if is_passive(citing) else {"dobj"}
        return next((w for w in citing.children if w.dep_ in wanted and w.i in inside), None)
    by = statement.after(quotation)[:1] if quotation is not None and is_passive(cue) else []
    if by and by[0].lower_ == "by" and cue.idx < by[0].idx:  # called “…” by a sailor and “…” by another
        return _phrase_after(by[0], inside, frozenset())
    again = _again_by(cue, statement, quotation) if quotation is not None and is_passive(cue) else None
    if again is not None:
        return _phrase_after(again, inside, frozenset())
    agent = next((child for child in cue.children if child.dep_ == "agent"), None)
    if agent is not None and is_passive(cue) | (cue.dep_ == "acl"):
        return next((w for w in agent.children if w.dep_ == "pobj" and w.i in inside), None)
    if cue.tag_ in {"NN", "NNS"} and cue.lemma_.lower() in UTTERANCES:
        return utterer(cue)
    put_in = _subject_put_in(cue, inside)
    if put_in is not None and (quotation is None or cue.idx < quotation.start):
        return put_in
    if quotation is None:
        subject = _subject_by_parse(cue)
        return subject if subject is not None and subject.i in inside and not is_passive(cue) else None
    return _subject_beside(cue, statement, quotation, inside)


def _again_by(cue: Token, statement: Statement, quotation: Quotation) -> Token | None:
    """Described by a sailor as “…” and by another as “…”; called a hero by some and, by a sailor, “…”."""
    between, before = statement.between(quotation), statement.before(quotation)
    again = bool(between) and between[0].idx > cue.idx and between != before
    if again or not before or before[-1].text != ",":
        return next((word for word in between if word.lower_ == "by"), None) if again else None
    put_in = (word for word in reversed(before) if word.lower_ == "by" and word.i > cue.i)
    return next((word for word in put_in if word.nbor(-1).text == ","), None)


def _subject_beside(cue: Token, statement: Statement, quotation: Quotation, inside: set[int]) -> Token | None:
    if is_passive(cue) and cue.idx < quotation.start:
        return None  # hailed as “…”
    following = _phrase_after(cue, inside, OBJECTS - {"dobj"}) if _is_inverted(cue, statement, quotation) else None
    if following is not None:
        return following
    own = participle_subject(cue)
    if own is not None:
        return own if own.i in inside else None
    if cue.lower_ == "read" and cue.pos_ == "NOUN":
        return next(filter(is_written, statement.words), None)  # the sign on the door read: “…”
    subject = _outside_marks(_shared_subject(cue) or _subject_by_parse(cue), inside)
    if subject is not None and subject.i in inside and not is_passive(cue):
        return _utterer(subject) if cue.lemma_ == "be" else subject
    return _subject_by_place(cue, inside) or _subject_before_apposition(cue, statement, quotation)


def _outside_marks(subject: Token | None, inside: set[int]) -> Token | None:
    """A memo, headlined “The Road,” which warned that “…”: not the road."""
    if subject is None or subject.i in inside:
        return subject
    above = subject.head
    return above if above.pos_ in NOUN_TAGS and above.i in inside else own_subject(above)


def _utterer(subject: Token) -> Token:
    """His message was simple: “…”"""
    owners = (child for child in subject.children if child.dep_ == "poss")
    return next(owners, subject) if subject.lemma_.lower() in UTTERANCES else subject


def _subject_put_in(cue: Token, inside: set[int]) -> Token | None:
    """It was late, replied the director, Ada Lind, although “…”: a noun right behind a verb that has none before."""
    opens = cue.i == cue.sent.start or cue.nbor(-1).text == ","
    if not opens or cue.tag_ not in {"VBD", "VBZ"} or not is_speech(cue):
        return None
    subject = own_subject(cue)
    if cue.lemma_.lower() in TRANSITIVE or (subject is not None and subject.i < cue.i - 1):
        return None
    found = _phrase_after(cue, inside, frozenset())
    named = found is not None and found.tag_ != "PRP" and (found.text[0].isupper() or is_person(found))
    following = cue.doc[found.i + 1 : found.i + 2] if found is not None else cue.doc[:0]
    named = named and not any(word.is_quote for word in following)  # Lind, in turn, said the mayor “never listens”
    return found if named else None


def participle_subject(cue: Token) -> Token | None:
    """Who a participle has to itself: people with a banner saying; with the latter confirming.

    Not the main verb's, as in 'he gave a speech saying'.
    """
    if cue.tag_ != "VBG" or not cue.i:
        return None
    phrase = takewhile(lambda word: word.pos_ in PHRASE_TAGS | {"ADV"}, reversed(cue.doc[cue.sent.start : cue.i]))
    words = list(islice(phrase, LONGEST_PHRASE))
    first = words[-1].i if words else cue.i
    noun = next((word for word in words if word.pos_ not in {"ADV", "DET"}), None)
    absolute = first > 0 and cue.doc[first - 1].lower_ == "with"
    thing = noun == cue.nbor(-1) and noun is not None and noun.pos_ == "NOUN" and not is_person(noun)
    return noun if absolute or (thing and cue.lower_ in {"saying", "reading"}) else None


def is_person(noun: Token) -> bool:
    """Or a speech: he explained the ban on the players, saying “…”; he gave an address saying “…”."""
    return noun.lower_ in SPEECHES or noun.lemma_ in role_nouns() or noun.lemma_ in speaker_words()["somebody"]


def _antecedent(noun: Token) -> Token:
    """Who 'who' means: Ada Lind, an expert at the University of Norland, who said; Lind was the one who said."""
    subject = own_subject(noun.head) if noun.dep_ == "attr" else None
    if subject is not None and subject.pos_ == "PROPN":
        return subject
    known = noun.head.head.children if noun.dep_ == "pobj" and noun.head.lower_ == "as" else ()
    named = next((child for child in known if child.dep_ == "dobj" and child.pos_ == "PROPN"), None)
    if named is not None:
        return named  # they know Ada Lind as the one who said
    while noun.dep_ == "pobj" and noun.ent_type_ in PLACES and noun.head.head.pos_ in NOUN_TAGS:
        noun = noun.head.head
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" else noun


def _subject_before_apposition(cue: Token, statement: Statement, quotation: Quotation) -> Token | None:
    """“…,” Ada Lind, editor at large at the Gazette, said; “…,” an official, who was not to be named, said: the noun
    that opens the clause."""
    after = cue.idx >= quotation.outer_end
    words = statement.after(quotation) if after else list(statement.words)
    name = list(takewhile(lambda word: word.pos_ in {"PROPN", "NOUN", "DET", "ADJ"} or word.text == "-", words))
    closed = cue.i > 1 and cue.nbor(-1).text == ","
    opens = name and closed and words[len(name)].text == "," and (after or name[0].pos_ == "PROPN")
    return name[-1] if opens and name[-1].pos_ in NOUN_TAGS else None


def root_subject(cue: Token) -> Token | None:
    """The subject of the main verb that a participle hangs on: Ada Lind tweeted her reasons, saying “…”."""
    root = cue.sent.root
    put_in = _subject_put_in(root, {word.i for word in cue.sent}) if root.i < cue.i else None
    if put_in is not None:
        return put_in
    if root.pos_ in NOUN_TAGS and root.i < cue.i:
        return root  # a witness described how it began, saying: the parse takes it for a phrase
    return own_subject(root) if root.i < cue.i and not is_passive(root) else None


def _is_inverted(cue: Token, statement: Statement, quotation: Quotation) -> bool:
    """“…,” said Kirby: nothing but commas and adverbs between the marks and the verb."""
    between = [word for word in statement.after(quotation) if word.i < cue.i]
    return cue.idx >= quotation.outer_end and all(word.pos_ in {"PUNCT", "ADV", "CCONJ"} for word in between)


def _shared_subject(cue: Token) -> Token | None:
    """A judge agreed that it had been late but ruled …; the ministry has, in a statement, called …"""
    before = cue.nbor(-1).lower_ if cue.i else ""
    earlier = list(reversed(cue.doc[cue.sent.start : cue.i]))
    if before in {"and", "but"} and cue.dep_ == "conj" and not is_speech(cue.head) and own_subject(cue) is None:
        verbs = (word for word in earlier if is_speech(word))
    elif before == "," and cue.tag_ == "VBN" and cue.dep_ == "acl":
        verbs = (word for word in earlier if word.lemma_ == "have")
    else:
        return None
    return next((subject for subject in map(own_subject, verbs) if subject is not None), None)


def _subject_by_parse(cue: Token) -> Token | None:
    word = cue
    for _ in range(4):
        subject = own_subject(word)
        if subject is not None and subject.dep_ == "nsubjpass" and word is not cue:
            if is_raised(cue) and cue.head == word:
                return subject
            return subject if cue.dep_ == "pcomp" and cue.head.lower_ in AFTER else None  # fired after saying so
        if subject is not None and subject.lower_ in {"who", "that", "which"} and word.dep_ == "relcl":
            return _antecedent(word.head) if subject.lower_ == "who" else word.head
        if subject is not None:
            return subject
        beside = next((w for w in word.children if w.dep_ == "parataxis" and w.i < word.i), None)
        if beside is not None and own_subject(beside) is not None:
            return own_subject(beside)  # Becker, asked about it, said
        root = word.sent.root
        if word.dep_ == "acl" and word.tag_ == "VBD" and root.tag_ == "VBG" and root.i < word.i:
            return own_subject(root)  # the minister speaking to a paper called: the parse lost the main verb
        if word.dep_ in {"acl", "relcl"} and word.head.pos_ in NOUN_TAGS:
            return word.head
        if word.dep_ not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "acl", "dep"} or word.head is word:
            return None
        if word.dep_ == "xcomp" and word.head.lemma_.lower() in LEADING:
            return next((child for child in word.head.children if child.dep_ == "dobj"), None)
        word = word.head
    return None


def _phrase_after(cue: Token, inside: set[int], objects: frozenset[str] = OBJECTS) -> Token | None:
    """The last noun of the phrase behind the cue: said study co-author and research fellow Ada Lind of …"""
    last: Token | None = None
    first = cue.i + 1 + sum(map(is_particle, cue.doc[cue.i + 1 : cue.i + 2]))  # shot back Lind
    for word in cue.doc[first : first + LONGEST_PHRASE]:
        joins = word.text in {"-", "."} or (word.lower_ == "and" and last is not None) or word.lower_ in role_nouns()
        if not (joins or word.pos_ in PHRASE_TAGS) or word.i not in inside or word.dep_ in objects:
            break
        if (word.text == "." and word.tag_ == ".") or word.tag_.startswith("W"):
            break
        if word.pos_ in NOUN_TAGS or word.text[0].isupper() or word.lower_ in {"old", "one"}:
            last = word
    both = last is not None and last.dep_ == "conj" and last.pos_ == last.head.pos_ == "PROPN"
    return last.head if both and last is not None and last.head.i > cue.i else last  # said Ada Lind and Tom Becker


def _subject_by_place(cue: Token, inside: set[int]) -> Token | None:
    """Where the parse is lost among the marks: the noun phrase next to the cue ('said Kirby', 'Kirby said')."""
    following = _phrase_after(cue, inside) if cue.lemma_ != "tell" else None  # whom they told
    if following is not None and (following.dep_ not in SUBJECTS or following.head.i < following.i):
        return following  # not 'and said sailors were', where they are what it is about
    before = cue.doc[cue.i - 1] if cue.i else None
    apposed = cue.nbor(-2) if before is not None and before.text == "," and cue.i > 1 else None
    if apposed is not None and apposed.dep_ == "appos" and apposed.pos_ == "PROPN":
        before = apposed  # the president of the league, Ada Lind, said
    stands = before is not None and before.pos_ in NOUN_TAGS and before.i in inside and before.dep_ != "pobj"
    return before if stands else None
