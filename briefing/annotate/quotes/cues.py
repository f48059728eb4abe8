"""Where a quotation is introduced: the verb next to the marks, or the word that names the source outright.

Follows the rules of direct-quotation attribution usual since Elson & McKeown (2010): the cue nearest to the marks, then
its grammatical subject, for which see ``subjects``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import (
    NEAR,
    OF_THINGS,
    QUOTATIVE,
    SUBJECTS,
    UTTERANCES,
    is_document,
    is_introduction,
    is_issued,
    is_parenthetical,
    is_passive,
    is_written,
    own_subject,
    utterer,
)
from briefing.annotate.quotes.cues_behind import (
    closing_cue,
    cue_behind,
    is_relative,
    noun_behind,
    verb_of_manner,
    verdict_behind,
)
from briefing.annotate.quotes.marks import Quotation, last_character
from briefing.annotate.quotes.statements import DASHES, FINITE, Statement, is_speech, speech_verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

FAR_WORDS = 14  # words between 'in the words of' and the marks
MEANWHILE = frozenset("which while whereas although though when where because until unless if".split())
MENTAL = frozenset({"think", "believe", "fear", "feel", "find", "hope", "remember", "wonder", "worry"})
SENTENCE = 3  # spaces that a sentence has at least
INFINITIVE = 8  # words between an infinitive and the marks that it introduces
SAYING = frozenset({"say", "tell", "call", "describe", "claim", "promise"})
HANDING_ON = frozenset({"share", "quote", "cite", "retweet", "remove", "delete", "publish", "obtain", "see", "include"})


def find_cue(statement: Statement, quotation: Quotation, text: str) -> Token | None:
    """The verb (or 'according') that introduces the quotation, None if there is none."""
    words, last = statement.after(quotation), last_character(text, quotation)
    earlier = _without_aside(statement.before(quotation))
    after, before = cue_behind(words, last), _uttered(earlier) or _issued(earlier) or _cue_before(earlier)
    if before is None and words and words[0].pos_ == "CCONJ" and last not in ",;?!":
        after = None  # the panel found that they had “…” and had blasted on
    if before is not None and after is not None and is_relative(after, words):
        after = None  # he told them it was “late,” a dig at Lind, who had said it was not
    if before is not None and _is_unsaid(before):
        return None
    term = not text[quotation.start].isupper() and bool(earlier) and earlier[-1].text not in {",", ":"}
    if before is not None and term and _is_inverted(before) and not _is_put_in(before):
        before = None  # “…,” said a trader, who has a “buy” rating on it
    above = own_subject(after) if after is not None else None
    if above is not None and above.idx < quotation.outer_start and last != ",":
        after = None  # Lind, who has a “buy” rating, said
    if after is None and before is None and all(word.pos_ != "VERB" for word in earlier):
        after = (verb_of_manner(words) or noun_behind(words)) if last in ",?!" else verdict_behind(words)
    if words and words[0].lower_ == "by":  # a paper says that Lind was called “…” by Becker
        within = earlier if before is None else earlier[-1 - NEAR :]
        before = next((word for word in reversed(within) if is_speech(word) and is_passive(word)), before)
    if after is None or before is None:
        quoted = text[quotation.start : quotation.end]
        closing = closing_cue(words) if quoted.count(" ") > 1 else None
        return after or before or _before_colon(earlier, quoted) or closing
    near = _is_near(before, statement, quotation)
    if _is_anothers(after, before, near, [word for word in words if word.i < after.i], quotation):
        return before
    return after if last in ",;?!" or (words[0].text == "," and not near) else before


def is_main(word: Token) -> bool:
    """Kirby said the list was never made; as Kirby told a paper."""
    as_told = word.dep_ == "advcl" and any(left.lower_ == "as" for left in word.lefts)
    main = word.dep_ in {"ROOT", "conj", "parataxis"}
    return main or as_told or is_parenthetical(word)


def introducing(words: Sequence[Token]) -> Token | None:
    """The main verb before a colon that ends the paragraph: Lind had a message for them: …"""
    if not words or words[-1].text != ":":
        return None
    return next((word for word in words if word.dep_ == "ROOT" and word.pos_ in {"VERB", "AUX"}), None)


def _is_unsaid(cue: Token) -> bool:
    """If a customer says “…”; the mayor never said that it was “…”, whoever did."""
    supposed = any(child.dep_ == "mark" and child.lower_ == "if" for child in cue.children)
    denied = cue.lemma_ in SAYING and any(child.dep_ == "neg" for child in cue.children)
    return (supposed and cue.tag_ in {"VBZ", "VBP"}) or denied


def _is_anothers(after: Token, before: Token, near: bool, between: Sequence[Token], quotation: Quotation) -> bool:
    """Of two cues, whether the one behind the marks introduces something else."""
    if any(word.pos_ == "CCONJ" or word.lower_ in MEANWHILE or word.text == ";" for word in between):
        return True  # she called it “…”, while he said …, to which he replied …
    subject = own_subject(after)
    told = before.tag_ in {"NN", "NNS"} or after.lemma_ == "report"
    if told or (subject is not None and subject.idx < quotation.outer_start):
        return True  # Lind, who called it “…,” said it was; Lind called it “…,” a paper reported
    cited = after.lower_ == "according" and near and own_subject(before) is not None
    return after.tag_ == "VBG" or cited  # she called it “…”, adding that it …; she called it “…,” according to a paper


def _is_inverted(cue: Token) -> bool:
    subject = own_subject(cue)
    return subject is not None and subject.i > cue.i


def _is_put_in(cue: Token) -> bool:
    """That, said one diplomat, was “news to us.”"""
    return is_parenthetical(cue) and cue.i > 1 and not cue.nbor(-2).is_quote


def _uttered(words: Sequence[Token]) -> Token | None:
    """Lind's vow to “…”, her description of it as “…”, a claim by Lind that it is “…”; Lind's answer, by mail: “…”."""
    said = False
    for place in range(len(words) - 1, -1, -1):
        noun = words[place]
        said = said or is_speech(noun)
        if noun.lemma_.lower() not in UTTERANCES or noun.tag_ not in {"NN", "NNS"} or utterer(noun) is None:
            continue
        if _is_told_of(noun, words[-1]):
            return None
        if words[-1].text == ":":
            return noun if all(word.pos_ not in {"VERB", "AUX"} for word in words) else None
        within = {word.i for word in noun.subtree}
        rest = words[place + 1 :]
        holds = bool(rest) and rest[-1].lower_ != "," and all(word.i in within for word in rest)
        return noun if holds and not said else None
    return None


def _is_told_of(noun: Token, last: Token) -> bool:
    """Lind's advice “was a disgrace”: the marks hold what somebody says of it; ``last`` is the word before them."""
    first = last.doc[last.i + 2 : last.i + 3]
    verb = len(first) > 0 and last.nbor().is_quote and first[0].tag_ in FINITE
    return verb and noun.dep_ in SUBJECTS and noun.head in {first[0], first[0].head}


def _is_near(cue: Token, statement: Statement, quotation: Quotation) -> bool:
    return sum(cue.idx < word.idx < quotation.outer_start for word in statement.words) <= NEAR


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
    return _mistaken(words) or _put_in(words)


def _modifies(word: Token) -> bool:
    """The minister's proposed deal; but 'Lind lauded him' is often parsed so."""
    return word.dep_ == "amod" and word.i > 0 and word.nbor(-1).pos_ in {"DET", "PART", "ADJ", "ADV", "ADP", "PRON"}


def _is_aside(word: Token, words: Sequence[Token]) -> bool:
    """Had learned to read and write …; if written by him …; explained the reason to call it so: …; not 'that a report
    had described it as …'."""
    conditional = word.tag_ == "VBN" and any(child.dep_ == "mark" and child.lower_ != "that" for child in word.children)
    far = NEAR if words[-1].text == ":" else INFINITIVE
    return conditional or (word.tag_ == "VB" and words[-1].i - word.i > far)


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


def _put_in(words: Sequence[Token]) -> Token | None:
    """Thanksgiving, she allowed, “may be quiet”: whatever verb it is, it has no object."""
    if len(words) < NEAR or words[-1].text != "," or not is_parenthetical(words[-2]):
        return None
    return words[-2] if all(child.dep_ not in {"dobj", "prep", "acomp"} for child in words[-2].rights) else None


def _mistaken(words: Sequence[Token]) -> Token | None:
    """The department notes, “…”; the sign on its door read: “…”: taken for a noun where a quotation follows."""
    verb = words[-2] if len(words) > 2 and words[-1].text in {",", ":"} else None
    if verb is None or verb.tag_ not in {"NN", "NNS"} or any(w.pos_ in {"VERB", "AUX"} for w in words):
        return None
    if verb.lower_ == "read" and any(map(is_written, words)):
        return verb
    known = verb.lower_.removesuffix("s") in speech_verbs() | {"tweet", "note", "state", "report"}
    return verb if known and words[-3].tag_ in {"NNP", "NNPS"} else None


def _reporting(word: Token) -> Token:
    """Who says that others think so has the word: a witness said the men thought they were “…”."""
    above = word.head
    inner = word.lemma_.lower() in MENTAL | OF_THINGS | {"charge"} and word.dep_ == "ccomp" and above.i < word.i
    subject = own_subject(word)
    inner = inner and not (subject is not None and is_written(subject))  # said a report had described it as “…”
    return above if inner and is_speech(above) and own_subject(above) is not None else word


def _before_colon(words: Sequence[Token], quoted: str) -> Token | None:
    """The governor addressed the crowd: “…”; the governor spoke at noon, “…”, came back with “…”, where that is a
    sentence."""
    sentence = quoted[0].isupper() and quoted.count(" ") >= SENTENCE
    apart = words and words[-1].text == "," and quoted[-1] in ".!?"
    if not words or not (words[-1].text == ":" or (sentence and (apart or words[-1].lower_ == "with"))):
        return None
    last = words[-1].i
    colon = words[-1].text == ":"  # Lind was blunt: “…”
    mains = (word for word in words if word.pos_ == "VERB" or (colon and word.lemma_ == "be"))
    mains = (word for word in mains if word.dep_ == "ROOT" or word.head.i > last or _is_lost(word))
    root = next(mains, None)
    if root is None or is_passive(root):
        return None
    handed_on = root.lemma_.lower() in HANDING_ON and all(child.lower_ != "as" for child in root.children)
    return None if handed_on else root  # saw it as a way out: “…”


def _is_lost(verb: Token) -> bool:
    """A third aide, whose name was left out, chimed in: the parse makes a phrase of the sentence."""
    return verb.dep_ == "acl" and verb.head.dep_ == "ROOT" and verb.head.pos_ == "NOUN" and verb.nbor(-1).text == ","


def _names(word: Token) -> bool:
    """Whether the verb is passive without an agent, or before another: 'was told', 'was agreed by all and is …'."""
    beside = any(child.dep_ == "conj" and child.pos_ in {"VERB", "AUX"} for child in word.children)
    return is_passive(word) and (beside or all(child.dep_ != "agent" for child in word.children))
