"""Where a quotation is introduced: the verb next to the marks, or the word that names the source outright.

Follows the rules of direct-quotation attribution usual since Elson & McKeown (2010): the cue nearest to the marks, then
its grammatical subject, for which see ``subjects``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile
from typing import TYPE_CHECKING

from briefing.annotate.quotes.marks import Quotation, last_character
from briefing.annotate.quotes.statements import DASHES, Statement, is_speech, speech_verbs
from briefing.lexicon.names import speaker_words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
NEAR = 3  # words between a cue and the marks that still count as adjacent
UTTERANCES = frozenset(
    "message answer advice response reply verdict reaction explanation conclusion plea warning argument point "
    "motto prediction assessment theory view promise pledge vow claim threat demand contention assertion admission "
    "accusation remark comment insistence description quip boast suggestion complaint statement call criticism denial "
    "allegation declaration testimony request announcement characterization characterisation".split()
)
NAMING = frozenset({"PROPN", "DET"})  # how a name or description begins
LONGEST = 12  # words of who says it, where that is put in
FAR_WORDS = 14  # words between 'in the words of' and the marks
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON"})
PHRASE_TAGS = NOUN_TAGS | {"DET", "ADJ", "NUM", "PART"}
MEANWHILE = frozenset("while whereas although though when where because until unless if".split())
MENTAL = frozenset({"think", "believe", "fear", "feel", "find", "hope", "remember", "wonder", "worry"})
PAST_OR_PRESENT = frozenset({"VBD", "VBN", "VBZ"})  # 'texted' is often taken for a participle
HEARERS = frozenset({"me", "us", "him", "her", "them"})
SENTENCE = 3  # spaces that a sentence has at least
INFINITIVE = 8  # words between an infinitive and the marks that it introduces
OF_THINGS = frozenset("suggest reveal reflect read mention describe state signal predict estimate remind cause".split())
ISSUING = frozenset({"issue", "release", "publish", "make", "send", "write", "post", "give"})
HANDING_ON = frozenset({"share", "quote", "cite", "retweet", "remove", "delete", "publish", "obtain", "see", "include"})
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


def find_cue(statement: Statement, quotation: Quotation, text: str) -> Token | None:
    """The verb (or 'according') that introduces the quotation, None if there is none."""
    words, last = statement.after(quotation), last_character(text, quotation)
    earlier = _without_aside(statement.before(quotation))
    after, before = _cue_after(words, last), _uttered(earlier) or _issued(earlier) or _cue_before(earlier)
    term = not text[quotation.start].isupper() and bool(earlier) and earlier[-1].text not in {",", ":"}
    if before is not None and term and _is_inverted(before) and not _is_put_in(before):
        before = None  # “…,” said a trader, who has a “buy” rating on it
    above = own_subject(after) if after is not None else None
    if above is not None and above.idx < quotation.outer_start and last != ",":
        after = None  # Lind, who has a “buy” rating, said
    if after is None and before is None and last in ",?!":
        after = (_manner(words) or _uttering(words)) if all(word.pos_ != "VERB" for word in earlier) else None
    if before is None and words and words[0].lower_ == "by":
        before = next((word for word in reversed(earlier) if is_speech(word) and is_passive(word)), None)
    if after is None or before is None:
        quoted = text[quotation.start : quotation.end]
        closing = _closing(words) if quoted.count(" ") > 1 else None
        return after or before or _before_colon(earlier, quoted) or closing
    near = _is_near(before, statement, quotation)
    if _is_anothers(after, before, near, [word for word in words if word.i < after.i], quotation):
        return before
    return after if last in ",;?!" or (words[0].text == "," and not near) else before


def _is_anothers(after: Token, before: Token, near: bool, between: Sequence[Token], quotation: Quotation) -> bool:
    """Of two cues, whether the one behind the marks introduces something else."""
    if any(word.pos_ == "CCONJ" or word.lower_ in MEANWHILE or word.text == ";" for word in between):
        return True  # she called it “…”, while he said …
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


def _closing(words: Sequence[Token]) -> Token | None:
    """Sailors and “at least one ghost” will go if it shuts, the chairman, Ada Lind, joked grimly on Monday."""
    verb = next((word for word in words if is_speech(word) and word.dep_ == "ROOT" and word.tag_ == "VBD"), None)
    subject = own_subject(verb) if verb is not None else None
    first = subject.left_edge if subject is not None and verb is not None and subject.i < verb.i else None
    return verb if first is not None and first.i > words[0].i and first.nbor(-1).text == "," else None


def _uttered(words: Sequence[Token]) -> Token | None:
    """Lind's vow to “…”, her description of it as “…”, a claim by Lind that it is “…”; Lind's answer, by mail: “…”."""
    said = False
    for place in range(len(words) - 1, -1, -1):
        noun = words[place]
        said = said or is_speech(noun)
        if noun.lemma_.lower() not in UTTERANCES or noun.tag_ not in {"NN", "NNS"} or utterer(noun) is None:
            continue
        if words[-1].text == ":":
            return noun if all(word.pos_ not in {"VERB", "AUX"} for word in words) else None
        within = {word.i for word in noun.subtree}
        rest = words[place + 1 :]
        holds = bool(rest) and rest[-1].lower_ != "," and all(word.i in within for word in rest)
        return noun if holds and not said else None
    return None


def utterer(noun: Token) -> Token | None:
    """Whose response, or the response of whom."""
    of = (word for child in noun.children if child.lower_ in {"of", "from", "by"} for word in child.children)
    owned = (child for child in noun.children if child.dep_ == "poss")
    return next(owned, None) or next((word for word in of if word.dep_ == "pobj"), None)


def _uttering(words: Sequence[Token]) -> Token | None:
    """“…,” was Lind's response; “…,” was the advice of one of them."""
    if len(words) < NEAR or words[0].lemma_ != "be":
        return None
    nouns = (word for word in words[1:] if word.lemma_.lower() in UTTERANCES and word.head == words[0])
    return next((noun for noun in nouns if utterer(noun) is not None), None)


def _is_near(cue: Token, statement: Statement, quotation: Quotation) -> bool:
    return sum(cue.idx < word.idx < quotation.outer_start for word in statement.words) <= NEAR


def _cue_after(words: Sequence[Token], last: str) -> Token | None:
    """“…,” Kirby told reporters; “…,” said Kirby; “…” is over, the White House said; “…” is how Lind sums it up."""
    if len(words) > 1 and words[0].lemma_ == "be" and words[1].lower_ == "how":
        return next((word for word in words[2:] if word.tag_ in {"VBD", "VBZ"}), None)
    if [word.lower_ for word in words[:2] if word.text != ","][:1] == ["which"]:
        return None  # said it “may be so,” which is how you say no
    for place, word in enumerate(words):
        if _is_relative(word, words) and any(is_speech(w) and not _is_relative(w, words) for w in words[place + 1 :]):
            continue  # a woman who asked not to be named said
        inverted = place == 0 and words[1:2] != [] and words[1].pos_ in NOUN_TAGS | {"DET"}  # “…” tweeted Ada Lind
        apart = place != 1 and not inverted
        reported = word.tag_ == "VBN" and word.dep_ in {"acl", "amod", "relcl"} and apart  # a comment reported
        if is_introduction(word) or (is_speech(word) and not is_passive(word) and not reported):
            plain = words[0].text == "," and all(w.pos_ in PHRASE_TAGS | {"ADP", "PUNCT", "ADV"} for w in words[:place])
            if last in ",?!" or place <= NEAR or plain:
                return word
            subject = own_subject(word)
            rest = len(words) - place
            return word if subject is not None and subject.idx >= words[0].idx and rest <= 2 + NEAR else None
        if word.pos_ == "VERB" and last in ",?!" and word.dep_ not in {"relcl", "acl", "amod"}:
            if _is_cited(word):
                return word
            if any(child.dep_ == "xcomp" and is_speech(child) for child in word.children):
                continue  # as Lind liked to say
            if word.tag_ != "VBN":  # a visibly shaken Lind said
                return None
    return None


def _is_relative(word: Token, words: Sequence[Token]) -> bool:
    """Within a relative clause of somebody named behind the marks."""
    clause = next((one for one in (word, *word.ancestors) if one.dep_ == "relcl"), None)
    return clause is not None and clause.head.i >= words[0].i


def _manner(words: Sequence[Token]) -> Token | None:
    """“…,” Lind shot back; “…,” he sighed, leaning on a shovel; “…,” Lind, who leads it, texted me; “…,” the letter
    begins: no object but a hearer, nothing but who; or “…,” laughed Lind."""
    if len(words) > 1 and words[0].tag_ in {"VBD", "VBZ"} and words[0].pos_ != "AUX" and words[1].pos_ in NAMING:
        return words[0]
    verb = _behind_phrase(words)
    if verb is None or verb.tag_ not in PAST_OR_PRESENT or any(map(_is_object, verb.rights)):
        return None
    return verb if words[0].pos_ in PHRASE_TAGS else None


def _behind_phrase(words: Sequence[Token]) -> Token | None:
    """The verb right behind the phrase that ``words`` begin with, or behind what commas set off there."""
    rest = list(dropwhile(lambda word: word.pos_ in PHRASE_TAGS or word.text in {"e", "-", "."}, words))
    if rest and rest[0].text == ",":
        closing = (place for place, word in enumerate(rest) if place > 1 and word.text == ",")
        behind = (rest[place + 1 :] for place in closing)
        rest = next((words for words in behind if words and _is_verb(words[0])), [])
    return rest[0] if rest and len(rest) < len(words) and _is_verb(rest[0]) else None


def _is_verb(word: Token) -> bool:
    return word.pos_ == "VERB" and word.text != "-"


def _is_object(child: Token) -> bool:
    return child.dep_ in {"dobj", "acomp", "ccomp"} and child.lower_ not in HEARERS


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
    """Had learned to read and write …; if written by him …; explained the reason to call it so: …"""
    conditional = word.tag_ == "VBN" and any(child.dep_ == "mark" for child in word.children)
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


def is_issued(document: Token) -> bool:
    return document.dep_ == "dobj" and document.head.lemma_ in ISSUING


def _put_in(words: Sequence[Token]) -> Token | None:
    """Thanksgiving, she allowed, “may be quiet”: whatever verb it is, it has no object."""
    if len(words) < NEAR or words[-1].text != "," or not is_parenthetical(words[-2]):
        return None
    return words[-2] if all(child.dep_ not in {"dobj", "prep", "acomp"} for child in words[-2].rights) else None


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
    inner = word.lemma_.lower() in MENTAL | OF_THINGS | {"charge"} and word.dep_ == "ccomp" and above.i < word.i
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
    mains = (word for word in mains if word.dep_ == "ROOT" or word.head.i > last)
    root = next(mains, None)
    if root is None or is_passive(root):
        return None
    handed_on = root.lemma_.lower() in HANDING_ON and all(child.lower_ != "as" for child in root.children)
    return None if handed_on else root  # saw it as a way out: “…”


def _names(word: Token) -> bool:
    """Whether the verb is passive without an agent: 'was told', 'is said to be'."""
    return is_passive(word) and all(child.dep_ != "agent" for child in word.children)


def is_parenthetical(word: Token) -> bool:
    """Lunch, she allowed, was late; it was late, he replied; the bus, said Lind."""
    subject = own_subject(word)
    if subject is None or word.tag_ not in {"VBD", "VBZ"}:
        return False
    first, last = (subject.left_edge, word) if subject.i < word.i else (word, subject.right_edge)
    after = word.doc[last.i + 1 : last.i + 2].text
    return first.i > 0 and first.nbor(-1).text == "," and after in {",", ";", ".", ""} and last.i - first.i < LONGEST


def is_passive(word: Token) -> bool:
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in word.children)


def own_subject(word: Token) -> Token | None:
    """The subject nearest to the verb: of two, the parse took one for the other's apposition."""
    subjects = [child for child in word.children if child.dep_ in SUBJECTS or _is_aged(child)]
    before = [child for child in subjects if child.i < word.i]
    after = [child for child in subjects if child.i > word.i]
    put_in = bool(after) and word.i > 0 and word.nbor(-1).text == ","  # That, said one diplomat, was late
    if (before and not put_in) or not subjects or word.tag_ == "VBG":
        return before[-1] if before else None
    return after[0]


def _is_aged(word: Token) -> bool:
    """The 45-year-old sighed: the parse makes him a quality of the verb."""
    return word.dep_ == "amod" and word.lower_ == "old" and word.head.pos_ == "VERB"


def says_as(cue: Token) -> bool:
    """The paper quoted her as saying: she spoke."""
    return any(child.dep_ == "prep" and child.lower_ == "as" for child in cue.children)


def _is_cited(word: Token) -> bool:
    return word.lemma_ in CITING and is_passive(word) and says_as(word)
