"""Marks that quote nobody: names of works and things, nicknames, words in scare quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.annotate.quotes.cue_words import NEAR, is_passive, is_written, own_subject
from briefing.annotate.quotes.marks import Quotation
from briefing.annotate.quotes.statements import DASHES, FINITE, Statement

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FEW_WORDS, FAR = 2, 10  # so few words, so far from their cue, are scare quotes
LONGEST_TITLE = 8  # words
ENOUGH_FOR_TITLE = 4
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
NAMING = frozenset("call dub entitle know name nickname pronounce spell style term title translate".split())
RATINGS = frozenset("hold buy sell strong neutral outperform underperform overweight underweight accumulate".split())
NICKNAMING = frozenset({"dub", "nickname"})
NAMED = frozenset(
    "adage album banner book campaign category documentary episode expression film game hashtag headline magazine "
    "motto movie name novel operation paper password phrase play poem programme project proverb saying series show "
    "single slogan so-called song story term title track video word".split()
)
EXPLAINED = (" – the ", " — the ", "—the ", " -- the ")
RELATIVE = frozenset({"what", "which", "that", "whom"})
INDEFINITE = frozenset({"a", "an", "no", "any", "its", "their", "his", "her"})
PREDICATIVE = frozenset("as to become becomes became remain remains remained had has have having being".split())
COPULAS = frozenset({"be", "remain", "become", "seem", "feel", "sound", "look"})
SMALL = frozenset("a an and as at but by for from in into of on or the to vs with".split())


def is_named(before: Sequence[Token], cue: Token, text: str, quotation: Quotation) -> bool:
    """Whether the marks set off a name or a scare quote: a film called “…”, the so-called “…”, the word “…”."""
    words = WORD.findall(text[quotation.start : quotation.end])
    last = before[-1] if before else None
    short = len(words) <= LONGEST_TITLE and text[quotation.end - 1] not in ".!?"
    if last is not None and len(words) <= FEW_WORDS and last.pos_ == "PROPN" and _goes_on_as_name(cue, quotation):
        return True
    if words and RATINGS.issuperset(map(str.lower, words)) and (last is None or last.lower_ in {"to", "from", "a"}):
        return True  # cut the stock to “hold” from “buy”
    if last is not None and len(words) <= FEW_WORDS and last.tag_ == "CD":
        return True  # gave it four “lug nuts,” and wrote
    named = is_title(words, "-") and len(words) > 1
    if named and last is not None and last.tag_ == "POS":  # on Norland Radio's “Good Morning,” Lind said
        return True
    judged = cue.lemma_.lower() in NAMING and text[quotation.start].islower()  # called the film “a bore”
    if last is not None and (last.lower_ == "so" or (last.lemma_.lower() in NAMED and short and not judged)):
        return True
    if len(before) > 1 and before[-1].text == "," and before[-2].lemma_.lower() in NAMED:
        return is_title(words, text[quotation.end - 1])  # a book, “…”, about it
    verb = any(word.tag_ in FINITE for word in quoted(cue.doc, quotation))
    predicate = last is not None and last.lower_ == "as"  # called “…” by a sailor and by another as “…”
    predicate = predicate or (last is not None and last.lemma_ in COPULAS)  # said he was, for all that, “upset”
    if len(words) <= FEW_WORDS and not verb and not predicate and sum(word.i > cue.i for word in before) > FAR:
        return True
    if last is not None and last.lemma_.lower() in NAMING and last.tag_ in {"VBN", "VBD"}:
        if is_passive(last) and text.startswith(" by ", quotation.outer_end):
            return is_title(words, "-")  # was called “a disgrace” by
        near = any(word.lower_ == "what" for word in before[-1 - NEAR - NEAR :])  # what one old aide called “…”
        near = near or (judged and len(words) > FEW_WORDS and own_subject(last) is not None)  # a level it called “…”
        return not near and all(child.lower_ not in RELATIVE for child in last.children)
    if len(words) <= FEW_WORDS and not verb and text[quotation.outer_end :].startswith(EXPLAINED):
        return True  # “peak water” – the point at which …
    noun = before[-2] if len(before) > 1 and last is not None and last.pos_ == "DET" else None
    if noun is not None and noun is not cue and noun.lemma_.lower() in NAMING and is_passive(noun):
        return True  # was called the “breadbasket,” according to a paper
    if last is not None and last.lower_ == "as" and last.head.lemma_.lower() in {"know", "dub", "style"}:
        return True
    work = before[-2] if len(before) > 1 and last is not None and last.text == "," else None
    if named and work is not None and work.dep_ == "dobj" and work.head == cue and work.pos_ == "NOUN":
        return is_title(words, text[quotation.end - 1])  # who wrote a life of her, “…”
    near = last is not None and last.text in {",", ":"} and last.i - cue.i <= NEAR
    subject = own_subject(cue) if cue.lemma_ == "read" and last == cue else None
    near = near or (subject is not None and is_written(subject))  # a sign reads “Be Nice or Leave”
    adjective = len(words) == 1 and "-" in words[0]  # called it “Norland-style”
    return not near and not adjective and is_title(words, text[quotation.end - 1])


def _goes_on_as_name(cue: Token, quotation: Quotation) -> bool:
    """Tom “Red” Becker: a nickname."""
    following = next((word for word in cue.doc if word.idx >= quotation.outer_end), None)
    return following is not None and following.pos_ == "PROPN"


def is_predicate(before: Sequence[Token], cue: Token, quotation: Quotation) -> bool:
    """Whether so few words are what the cue reports, not a term within it: talks were “going nowhere”.

    The words stand behind the cue, behind 'is', 'as' or 'to', with 'a' or 'no' perhaps, or they hold a verb, or begin
    the sentence.
    """
    if not before:
        return cue.idx <= quotation.outer_end + 1 or cue.doc.text[quotation.end - 1] in ",?!"
    if before[-1].text == ":" or cue.doc.text[quotation.end - 1] == "!":
        return True
    if (
        before
        and before[-1].lower_ not in {"the", "this", "these"}
        and any(word.tag_ in FINITE for word in quoted(cue.doc, quotation))
    ):
        return True
    words = [word for word in before if word.pos_ != "ADV" and word.dep_ != "neg"]
    if words and words[-1].lower_ in INDEFINITE:
        words.pop()
    while words and words[-1].lower_ in {"that", ":", ","}:
        words.pop()
    last = words[-1] if words else None
    if last is not None and last.lower_ == "of":
        return cue in {last.head, last.head.head}  # accused it of “…”, warned of a “…”, warned them of a “…”
    if last is not None and last.dep_ == "prep" and last.i and last.nbor(-1).pos_ == "AUX":
        return True  # they were at “…”
    if last is not None and last.pos_ == "VERB" and (last is before[-1] or cue.idx > quotation.end):
        return True  # The cases target “major pirates”, a group said; a group said that it saw “clear risks”
    return last is not None and (last.i == cue.i or last.pos_ == "AUX" or last.lower_ in PREDICATIVE)


def quoted(doc: Doc, quotation: Quotation) -> Iterator[Token]:
    return (word for word in doc if quotation.start <= word.idx < quotation.end)


def is_term(statement: Statement, quotation: Quotation, text: str) -> bool:
    """Whether marks that nobody introduces set off a term or headline: the “…” model, a robot named “…”, “…” — 2008."""
    before, after = statement.before(quotation), statement.after(quotation)
    if after and after[0].text in DASHES and any(word.shape_ == "dddd" for word in after):
        return True
    words = WORD.findall(text[quotation.start : quotation.end])
    if not before or len(words) > LONGEST_TITLE or text[quotation.end - 1] in ".!?":
        return False
    last, gap = before[-1], quotation.outer_start - before[-1].idx - len(before[-1])
    if gap > 1 and last.text != ",":
        return False  # another quotation is between
    if last.pos_ == "DET" and last.i and last.nbor(-1).lemma_.lower() in NICKNAMING:
        return True
    noun = before[-2] if last.text == "," and len(before) > 1 else last
    if noun.lemma_.lower() in NAMED or (last.lemma_.lower() in NAMING and last.tag_ in {"VBN", "VBD"}):
        return True
    modified = bool(after) and after[0].pos_ == "NOUN" and after[0].idx <= quotation.outer_end + 1
    return modified and last.pos_ in {"DET", "ADJ"}


def is_title(words: Sequence[str], last: str) -> bool:
    """Title Case, and not a sentence: “The Old Man and the Sea,” of many words where a mark ends it."""
    if not words or last in "!?…" or not words[0][0].isupper() or (last in ",." and len(words) < ENOUGH_FOR_TITLE):
        return False
    if len(words) >= ENOUGH_FOR_TITLE and all(map(str.isupper, words)):
        return False  # a wire in capitals
    return all(word[0].isupper() or word[0].isdigit() or word in SMALL for word in words)
