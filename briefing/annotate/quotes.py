"""Direct quotations of an article, and who is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.annotate.parsed import Parsed
from briefing.annotate.quote_marks import Quotation, find_quotations
from briefing.annotate.speakers import NEAR, Discourse, find_cue, find_subject
from briefing.annotate.statements import Statement, cut_statements, is_speech
from briefing.model import Name, Paragraph, Quote, SpeakerCorrection

if TYPE_CHECKING:
    from spacy.tokens import Token

ENOUGH_WORDS = 4  # a shorter quotation needs a cue
FEW_WORDS, FAR = 2, 10  # so few words, so far from their cue, are scare quotes
UNQUOTED_KINDS = frozenset({"heading", "code"})
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
NAMING = frozenset({"call", "dub", "entitle", "know", "name", "nickname", "style", "term", "title", "translate"})
NAMED = frozenset(
    "album banner book campaign category documentary episode expression film game hashtag headline magazine motto "
    "movie name novel operation paper password phrase play poem programme project series show single slogan so-called "
    "song story term title track video word".split()
)
SMALL = frozenset("a an and as at but by for from in into of on or the to vs with".split())


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with what its own sentence says of it."""

    quotation: Quotation
    cue: str | None
    speaker: str | None
    alone: bool  # nothing but quotations in its sentence


def find_quotes(parsed: Parsed, names: Sequence[Name]) -> tuple[Quote, ...]:
    """Every direct quotation, verbatim, with its speaker where the text leaves no doubt.

    Titles of works and words in scare quotes are left out, and quotations under four words that nobody introduces.
    A quotation over several paragraphs is one ``Quote`` a paragraph.
    """
    quotations: dict[int, list[Quotation]] = {}
    for quotation in find_quotations([_quotable(paragraph) for paragraph in parsed.paragraphs]):
        quotations.setdefault(quotation.index, []).append(quotation)
    discourse = Discourse(names)
    said: list[_Said] = []
    heard: dict[int, str | None] = {}  # paragraph index to who spoke last in it
    for index, doc in enumerate(parsed.docs):
        in_paragraph = _Paragraph(index, parsed.paragraphs[index], discourse)
        for statement in cut_statements(index, parsed.paragraphs[index].text, doc, quotations.get(index, ())):
            said.extend(in_paragraph.attribute(statement))
        heard[index] = in_paragraph.speaker
    return tuple(_quote(one, parsed.paragraphs) for one in _carry_over(said, heard) if _is_quotable(one, parsed))


def _quotable(paragraph: Paragraph) -> str:
    return "" if paragraph.kind in UNQUOTED_KINDS else paragraph.text


class _Paragraph:
    """Attribution within one paragraph: who spoke last is who goes on speaking."""

    def __init__(self, index: int, paragraph: Paragraph, discourse: Discourse) -> None:
        self.index, self._text, self._number, self._discourse = index, paragraph.text, paragraph.number, discourse
        self.speaker: str | None = None
        self._spoke = False  # somebody, perhaps unnamed

    def attribute(self, statement: Statement) -> Iterator[_Said]:
        speaker: str | None = None
        alone = not any(word.is_alpha for word in statement.words)
        cued = False
        for quotation in statement.quotations:
            cue = find_cue(statement, quotation, self._text)
            if cue is None or _is_named(statement.before(quotation), cue, self._text, quotation):
                carried = self.speaker if alone and self._spoke else None
                yield _Said(quotation, None, carried, alone and not self._spoke)
                continue
            cued = True
            subject = find_subject(cue, statement, quotation)
            speaker = self._name_of(subject, statement)
            yield _Said(quotation, cue.text, speaker, False)
        if not cued and not alone:
            speaker, cued = self._indirect(statement)
        if cued:
            self.speaker, self._spoke = speaker, True
        elif not alone:
            self.speaker, self._spoke = None, False
        self._discourse.hear(statement, self._number, speaker)

    def _indirect(self, statement: Statement) -> tuple[str | None, bool]:
        """The speaker of a statement without marks: Kirby added that the list was never made."""
        cue = next((w for w in statement.words if is_speech(w) and w.dep_ in {"ROOT", "conj"}), None)
        subject = find_subject(cue, statement, None) if cue is not None else None
        if subject is None:
            return None, False
        return self._name_of(subject, statement), True

    def _name_of(self, subject: Token | None, statement: Statement) -> str | None:
        return self._discourse.name_of(subject, self._number, statement.words) if subject is not None else None


def _is_named(before: Sequence[Token], cue: Token, text: str, quotation: Quotation) -> bool:
    """Whether the marks set off a name or a scare quote: a film called “…”, the so-called “…”, the word “…”."""
    words = WORD.findall(text[quotation.start : quotation.end])
    last = before[-1] if before else None
    if last is not None and (last.lower_ == "so" or last.lemma_.lower() in NAMED):
        return True
    if last is not None and len(words) <= FEW_WORDS and last.i - cue.i > FAR:
        return True
    if last is not None and last.lemma_.lower() in NAMING and last.tag_ in {"VBN", "VBD"}:
        return True
    if last is not None and last.lower_ == "as" and last.head.lemma_.lower() in {"know", "dub", "style"}:
        return True
    near = last is not None and last.text in {",", ":"} and last.i - cue.i <= NEAR
    return not near and _is_title(words, text[quotation.end - 1])


def _is_title(words: Sequence[str], last: str) -> bool:
    """Title Case, and not a sentence: “The Old Man and the Sea”."""
    if not words or last in ",.!?…" or not words[0][0].isupper():
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in SMALL for word in words)


def _carry_over(said: Sequence[_Said], heard: dict[int, str | None]) -> list[_Said]:
    """Gives quotations that stand alone the speaker of the text around them, and all parts of one the same speaker."""
    carried: list[_Said] = []
    for place, one in enumerate(said):
        index = one.quotation.index
        if one.alone and one.speaker is None:
            speaker = _neighbour(said, place, index) or heard.get(index - 1)
            one = replace(one, speaker=speaker)
            if speaker and heard.get(index) is None:
                heard[index] = speaker
        carried.append(one)
    for place in range(len(carried) - 2, -1, -1):
        following = carried[place + 1]
        if carried[place].quotation.continues and following.speaker and following.cue:
            carried[place] = replace(carried[place], speaker=following.speaker)
    for place in range(1, len(carried)):
        if carried[place - 1].quotation.continues and carried[place].cue is None and carried[place - 1].speaker:
            carried[place] = replace(carried[place], speaker=carried[place - 1].speaker)
    return carried


def _neighbour(said: Sequence[_Said], place: int, index: int) -> str | None:
    """The speaker of the next quotation of the same paragraph: “It is over. We won.” “We did,” said Kirby."""
    for one in said[place + 1 : place + 3]:
        if one.quotation.index == index and one.speaker:
            return one.speaker
    return None


def _is_quotable(one: _Said, parsed: Parsed) -> bool:
    text = parsed.paragraphs[one.quotation.index].text[one.quotation.start : one.quotation.end]
    words = WORD.findall(text)
    if one.cue is not None or (one.speaker is not None and one.alone):
        return bool(words)
    return len(words) >= ENOUGH_WORDS and not _is_title(words, text[-1])


def _quote(one: _Said, paragraphs: Sequence[Paragraph]) -> Quote:
    paragraph = paragraphs[one.quotation.index]
    start, end = one.quotation.start, one.quotation.end
    return Quote(paragraph.text[start:end], paragraph.number, start, end, one.speaker, one.cue)


def find_quotes_by_pattern(paragraphs: Sequence[Paragraph]) -> tuple[Quote, ...]:
    """Quotations of four words or more in any language, without speakers: what the marks alone can tell."""
    found: list[Quote] = []
    for quotation in find_quotations([_quotable(paragraph) for paragraph in paragraphs]):
        paragraph = paragraphs[quotation.index]
        words = WORD.findall(paragraph.text[quotation.start : quotation.end])
        if len(words) >= ENOUGH_WORDS and not _is_title(words, paragraph.text[quotation.end - 1]):
            found.append(_quote(_Said(quotation, None, None, False), paragraphs))
    return tuple(found)


def correct_speakers(quotes: Sequence[Quote], corrections: Sequence[SpeakerCorrection]) -> tuple[Quote, ...]:
    """Quotes with the speakers an editor gave; a correction applies to every quote with its text.

    White space and final punctuation of the texts are not compared; an empty speaker takes the speaker away.
    """
    speakers = {_comparable(correction.text): correction.speaker or None for correction in corrections}
    return tuple(
        replace(quote, speaker=speakers[_comparable(quote.text)]) if _comparable(quote.text) in speakers else quote
        for quote in quotes
    )


def _comparable(text: str) -> str:
    return " ".join(text.split()).strip("“”„«»‘’\"'").rstrip(",.!?… ")
