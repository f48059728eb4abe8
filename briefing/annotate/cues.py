"""Where a quotation is introduced, and by whom: the verb next to the marks and the noun phrase that is its subject.

Follows the rules of direct-quotation attribution usual since Elson & McKeown (2010): the cue nearest to the marks, then
its grammatical subject, or the words in the subject's place where the parse is lost among the marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from briefing.annotate.quote_marks import Quotation, last_character
from briefing.annotate.statements import DASHES, Statement, is_speech, speech_verbs
from briefing.lexicon.names import speaker_words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NEAR = 3  # words between a cue and the marks that still count as adjacent
WIDEST = 40  # words of a noun phrase that are looked at
LONGEST_PHRASE = 14  # words of a subject that stands next to its verb
FAR_WORDS = 14  # words between 'in the words of' and the marks
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON"})
PHRASE_TAGS = NOUN_TAGS | {"DET", "ADJ", "NUM", "PART"}
OBJECTS = frozenset({"dobj", "iobj", "dative"})
MEANWHILE = frozenset({"while", "whereas", "although", "though"})
LEADING = frozenset({"lead", "prompt", "cause", "force", "push", "drive", "inspire"})  # … somebody to say
MENTAL = frozenset({"think", "believe", "fear", "feel", "find", "hope", "remember", "wonder", "worry"})
SENTENCE = 3  # spaces that a sentence has at least
INFINITIVE = 8  # words between an infinitive and the marks that it introduces
OF_THINGS = frozenset("suggest reveal reflect read mention describe state signal predict estimate remind cause".split())
ISSUING = frozenset({"issue", "release", "publish", "make", "send", "write", "post", "give"})
HANDING_ON = frozenset({"share", "quote", "cite", "retweet", "remove", "delete", "publish", "obtain", "see", "include"})
SOURCES = frozenset({"according", "words", "attributed"})  # according to …, in the words of …, attributed to …
QUOTATIVE = frozenset({"be", "go"})  # she was like, “…”
CITING = frozenset({"quote", "cite"})  # she was quoted by a paper: she spoke, not the paper


def is_introduction(word: Token) -> bool:
    """Whether the word names the source outright: 'according to …', 'in the words of …', 'in Ada Lind's words'."""
    following = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    if word.lower_ == "words":
        owned = following == "of" or any(child.dep_ == "poss" for child in word.children)
        return owned and word.head.lower_ == "in"
    return word.lower_ == "according" or (word.lower_ == "attributed" and following == "to")


def is_document(word: Token) -> bool:
    """A statement, letter, report: what is written, and so says something."""
    return word.tag_ in {"NN", "NNS"} and word.lemma_.lower() in speaker_words()["document"]


def find_cue(statement: Statement, quotation: Quotation, text: str) -> Token | None:
    """The verb (or 'according') that introduces the quotation, None if there is none."""
    words, last = statement.after(quotation), last_character(text, quotation)
    earlier = _without_aside(statement.before(quotation))
    after, before = _cue_after(words, last), _issued(earlier) or _cue_before(earlier)
    if before is None and words and words[0].lower_ == "by":
        before = next((word for word in reversed(earlier) if is_speech(word) and _is_passive(word)), None)
    if after is None or before is None:
        return after or before or _before_colon(earlier, text[quotation.start : quotation.end])
    if any(word.pos_ == "CCONJ" or word.lower_ in MEANWHILE for word in words if word.i < after.i):
        return before  # she called it “…”, while he said …
    near = _is_near(before, statement, quotation)
    if after.tag_ == "VBG" or (after.lower_ == "according" and near and own_subject(before) is not None):
        return before  # she called it “…”, adding that it …; she called it “…,” according to a paper
    return after if last in ",;?!" or (words[0].text == "," and not near) else before


def _is_near(cue: Token, statement: Statement, quotation: Quotation) -> bool:
    return sum(cue.idx < word.idx < quotation.outer_start for word in statement.words) <= NEAR


def _cue_after(words: Sequence[Token], last: str) -> Token | None:
    """“…,” Kirby told reporters; “…,” said Kirby; “…” is over, the White House said."""
    for place, word in enumerate(words):
        if word.dep_ == "relcl" and any(is_speech(later) and later.dep_ != "relcl" for later in words[place + 1 :]):
            continue  # a woman who asked not to be named said
        inverted = place == 0 and words[1:2] != [] and words[1].pos_ in NOUN_TAGS | {"DET"}  # “…” tweeted Ada Lind
        apart = place != 1 and not inverted
        reported = word.tag_ == "VBN" and word.dep_ in {"acl", "amod", "relcl"} and apart  # a comment reported
        if is_introduction(word) or (is_speech(word) and not _is_passive(word) and not reported):
            plain = words[0].text == "," and all(w.pos_ in PHRASE_TAGS | {"ADP", "PUNCT", "ADV"} for w in words[:place])
            if last in ",?!" or place <= NEAR or plain:
                return word
            subject = own_subject(word)
            rest = len(words) - place
            return word if subject is not None and subject.idx >= words[0].idx and rest <= 2 + NEAR else None
        if word.pos_ == "VERB" and last in ",?!" and word.dep_ not in {"relcl", "acl", "amod"}:
            return word if _is_cited(word) else None
    return None


def _cue_before(words: Sequence[Token]) -> Token | None:
    spoken = [word for word in words[-3:] if word.pos_ != "PUNCT"]
    if len(spoken) > 1 and spoken[-1].lower_ == "like" and spoken[-2].lemma_ in QUOTATIVE:
        return spoken[-2]
    for word in reversed(words):
        if is_introduction(word) and (
            word.lower_ == "according" or len(words) < FAR_WORDS or word.i > words[-FAR_WORDS].i
        ):
            return word
        if is_speech(word) and not _modifies(word) and not _names(word) and not _is_aside(word, words):
            return _reporting(word)
    return _mistaken(words)


def _modifies(word: Token) -> bool:
    """The minister's proposed deal; but 'Lind lauded him' is often parsed so."""
    return word.dep_ == "amod" and word.i > 0 and word.nbor(-1).pos_ in {"DET", "PART", "ADJ", "ADV", "ADP", "PRON"}


def _is_aside(word: Token, words: Sequence[Token]) -> bool:
    """Had learned to read and write …; if written by him …"""
    conditional = word.tag_ == "VBN" and any(child.dep_ == "mark" for child in word.children)
    return conditional or (word.tag_ == "VB" and words[-1].i - word.i > INFINITIVE)


def _without_aside(words: list[Token]) -> list[Token]:
    """Becker commented on it — which the paper noted as unusual — “…”."""
    dashes = [place for place, word in enumerate(words) if word.text in DASHES]
    return words[: dashes[-2]] if len(dashes) > 1 and dashes[-1] == len(words) - 1 else words


def _issued(words: Sequence[Token]) -> Token | None:
    """The board issued a statement that the matter should be settled by the court: “…”."""
    if not words or words[-1].text != ":":
        return None
    documents = (word for word in words if word.dep_ == "dobj" and is_document(word))
    return next((word.head for word in documents if is_issued(word) and word.head.dep_ == "ROOT"), None)


def is_issued(document: Token) -> bool:
    return document.dep_ == "dobj" and document.head.lemma_ in ISSUING


def _mistaken(words: Sequence[Token]) -> Token | None:
    """The department notes, “…”: taken for a noun where a quotation follows."""
    verb = words[-2] if len(words) > 2 and words[-1].text in {",", ":"} else None
    if verb is None or verb.tag_ not in {"NN", "NNS"} or any(w.pos_ in {"VERB", "AUX"} for w in words):
        return None
    known = verb.lower_.removesuffix("s") in speech_verbs() | {"tweet", "note", "state", "report"}
    return verb if known and words[-3].tag_ in {"NNP", "NNPS"} else None


def _reporting(word: Token) -> Token:
    """Who says that others think so has the word: a witness said the men thought they were “…”."""
    above = word.head
    inner = word.lemma_.lower() in MENTAL | OF_THINGS and word.dep_ == "ccomp" and above.i < word.i
    return above if inner and is_speech(above) and own_subject(above) is not None else word


def _before_colon(words: Sequence[Token], quoted: str) -> Token | None:
    """The governor addressed the crowd: “…”; the governor spoke at noon, “…”, where that is a sentence."""
    sentence = quoted[0].isupper() and quoted[-1] in ".!?" and quoted.count(" ") >= SENTENCE
    if not words or not (words[-1].text == ":" or (words[-1].text == "," and sentence)):
        return None
    last = words[-1].i
    mains = (word for word in words if word.pos_ == "VERB" and (word.dep_ == "ROOT" or word.head.i > last))
    root = next(mains, None)
    return root if root is not None and root.lemma_.lower() not in HANDING_ON and not _is_passive(root) else None


def _names(word: Token) -> bool:
    """Whether the verb is passive without an agent: 'was told', 'is said to be'."""
    return _is_passive(word) and all(child.dep_ != "agent" for child in word.children)


def _is_passive(word: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in word.children)


def own_subject(word: Token) -> Token | None:
    """The subject nearest to the verb: of two, the parse took one for the other's apposition."""
    subjects = [child for child in word.children if child.dep_ in SUBJECTS]
    before = [child for child in subjects if child.i < word.i]
    return before[-1] if before else subjects[0] if subjects else None


def find_subject(cue: Token, statement: Statement, quotation: Quotation | None) -> Token | None:
    """The head of the noun phrase that speaks, outside the marks; None where the sentence has none."""
    inside = {word.i for word in statement.words}
    if cue.lower_ in SOURCES:
        under = [word for word in islice(cue.subtree, WIDEST) if word.i in inside and word is not cue]
        return next((word for word in under if word.dep_ in {"pobj", "poss"}), None)
    citing = cue.head.head if cue.dep_ == "pcomp" and cue.head.lower_ == "as" else cue  # quoted as saying
    if citing.lemma_ in CITING and (citing is not cue or _is_passive(cue) or _saying(cue)):
        wanted = {"nsubjpass"} if _is_passive(citing) else {"dobj"}
        return next((w for w in citing.children if w.dep_ in wanted and w.i in inside), None)
    agent = next((child for child in cue.children if child.dep_ == "agent"), None)
    if agent is not None and _is_passive(cue) | (cue.dep_ == "acl"):
        return next((w for w in agent.children if w.dep_ == "pobj" and w.i in inside), None)
    if quotation is not None and _is_passive(cue) and cue.idx < quotation.start:  # hailed as “…” by
        by = next(iter(statement.after(quotation)), None)
        return _phrase_after(by, inside, frozenset()) if by is not None and by.lower_ == "by" else None
    if quotation is not None and _is_inverted(cue, statement, quotation):
        following = _phrase_after(cue, inside, OBJECTS - {"dobj"})
        if following is not None:
            return following
    if cue.tag_ == "VBG" and cue.i and cue.nbor(-1).pos_ == "NOUN" and cue.i - 1 in inside:
        return cue.nbor(-1)  # people with a banner saying
    shared = _shared_subject(cue)
    if shared is not None and shared.i in inside:
        return shared
    subject = _subject_by_parse(cue)
    if subject is not None and subject.i in inside and not _is_passive(cue):
        return subject
    if quotation is None:
        return None
    return _subject_by_place(cue, inside) or _subject_before_apposition(cue, statement, quotation)


def _saying(cue: Token) -> bool:
    """The paper quoted her as saying: she spoke."""
    return any(child.dep_ == "prep" and child.lower_ == "as" for child in cue.children)


def _is_cited(word: Token) -> bool:
    return word.lemma_ in CITING and _is_passive(word) and _saying(word)


def _subject_before_apposition(cue: Token, statement: Statement, quotation: Quotation) -> Token | None:
    """“…,” Ada Lind, editor at large at the Gazette, said: the name that opens the clause."""
    after = cue.idx >= quotation.outer_end
    words = statement.after(quotation) if after else list(statement.words)
    name = list(takewhile(lambda word: word.pos_ == "PROPN" or word.text == "-", words))
    closed = cue.i > 1 and cue.nbor(-1).text == ","
    return name[-1] if name and closed and words[len(name)].text == "," else None


def root_subject(cue: Token) -> Token | None:
    """The subject of the main verb that a participle hangs on: Ada Lind tweeted her reasons, saying “…”."""
    root = cue.sent.root
    if root.pos_ in NOUN_TAGS and root.i < cue.i:
        return root  # a witness described how it began, saying: the parse takes it for a phrase
    return own_subject(root) if root.i < cue.i and not _is_passive(root) else None


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
            return None
        if subject is not None and subject.lower_ in {"who", "that", "which"} and word.dep_ == "relcl":
            return word.head
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
    for word in cue.doc[cue.i + 1 : cue.i + 1 + LONGEST_PHRASE]:
        joins = word.text in {"-", "."} or (word.lower_ == "and" and last is not None)
        if not (joins or word.pos_ in PHRASE_TAGS) or word.i not in inside or word.dep_ in objects:
            break
        if (word.text == "." and word.tag_ == ".") or word.tag_.startswith("W"):
            break
        if word.pos_ in NOUN_TAGS or word.text[0].isupper():
            last = word
    return last


def _subject_by_place(cue: Token, inside: set[int]) -> Token | None:
    """Where the parse is lost among the marks: the noun phrase next to the cue ('said Kirby', 'Kirby said')."""
    following = _phrase_after(cue, inside)
    if following is not None:
        return following
    before = cue.doc[cue.i - 1] if cue.i else None
    apposed = cue.nbor(-2) if before is not None and before.text == "," and cue.i > 1 else None
    if apposed is not None and apposed.dep_ == "appos" and apposed.pos_ == "PROPN":
        before = apposed  # the president of the league, Ada Lind, said
    stands = before is not None and before.pos_ in NOUN_TAGS and before.i in inside and before.dep_ != "pobj"
    return before if stands else None
