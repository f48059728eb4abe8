"""Direct quotations of an article, and who is quoted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes.attribution import ENOUGH_WORDS, Said, by_context
from briefing.annotate.quotes.block_quotes import find_block_quotes
from briefing.annotate.quotes.descriptions import Speaker
from briefing.annotate.quotes.marks import Quotation, find_quotations
from briefing.annotate.quotes.mentions import known_people
from briefing.annotate.quotes.patterns import find_speakers
from briefing.annotate.quotes.reading import Reading, text_of
from briefing.annotate.quotes.scare_quotes import WORD, is_title
from briefing.annotate.quotes.speakers import Discourse
from briefing.annotate.quotes.transcripts import find_turn_quotes, find_turns
from briefing.model import Name, Paragraph, Quote, SpeakerCorrection

FEW_WITH_SPEAKER = 2  # words of a quotation in a language that is not parsed
UNQUOTED_KINDS = frozenset({"heading", "code"})


def find_quotes(parsed: Parsed, names: Sequence[Name]) -> tuple[Quote, ...]:
    """Every direct quotation, verbatim, with its speaker where the text leaves no doubt.

    Titles of works and words in scare quotes are left out, and quotations under four words that nobody introduces.
    A quotation over several paragraphs is one ``Quote`` a paragraph. What lies beyond the parse of a long article has
    no speaker.
    """
    names = known_people(names)
    turns = find_turns(parsed.paragraphs, names)
    in_turns = _by_paragraph(find_turn_quotes(parsed.paragraphs, turns))
    marked = _by_paragraph(find_quotations([_quotable(paragraph) for paragraph in parsed.paragraphs]))
    blocks = _by_paragraph(find_block_quotes(parsed, in_turns.keys() | marked.keys()))
    quotations = marked | blocks | in_turns  # marks within a turn are of others, of whom the person speaks
    reading = Reading(parsed, Discourse(names))
    for index in range(len(parsed.docs)):
        reading.read(index, turns[index], quotations.get(index, []), index in in_turns)
    said = _carry_over(reading.said, reading.heard, reading.mixed | _exchanges(reading.said, parsed))
    return tuple(_quote(one, parsed.paragraphs) for one in said if _is_quotable(one, parsed))


def _by_paragraph(quotations: Iterable[Quotation]) -> dict[int, list[Quotation]]:
    found: dict[int, list[Quotation]] = {}
    for quotation in quotations:
        found.setdefault(quotation.index, []).append(quotation)
    return found


def _exchanges(said: Sequence[Said], parsed: Parsed) -> set[int]:
    """The paragraphs that are a question alone, with the answer alone behind it, or a quotation alone before it: “Will
    you?” “I may.”; and a crosshead, in capitals."""
    lone = {one.quotation.index: text_of(one, parsed) for one in said if one.alone and not one.quotation.continues}
    beside = {index for index in lone if index and (index + 1 in lone or index - 1 in lone)}
    loud = {index for index, text in lone.items() if text.isupper() and not parsed.paragraphs[index - 1].text.isupper()}
    return {index for index in beside if lone[index].endswith("?")} | loud


def _quotable(paragraph: Paragraph) -> str:
    return "" if paragraph.kind in UNQUOTED_KINDS else paragraph.text


def _carry_over(said: Sequence[Said], heard: dict[int, Speaker | None], mixed: set[int]) -> list[Said]:
    """Gives quotations that stand alone the speaker of the text around them, and all parts of one the same speaker.

    ``mixed`` are the paragraphs that hold sentences of the article's own: what they quote is not the one heard before.
    """
    carried: list[Said] = []
    for place, one in enumerate(said):
        index = one.quotation.index
        if one.alone and one.speaker is None:
            before = heard.get(index - 1) if index not in mixed else None
            speaker = by_context(_neighbour(said, place, index) or before)
            one = replace(one, speaker=speaker)
            if speaker and heard.get(index) is None:
                heard[index] = speaker
        carried.append(one)
    told = False  # by what stands behind the last part
    for place in range(len(carried) - 2, -1, -1):
        following = carried[place + 1]
        told = carried[place].quotation.continues and (told or following.cue is not None)
        part = carried[place]
        if told and following.speaker and (part.cue is None or part.speaker is None):
            carried[place] = replace(carried[place], speaker=by_context(following.speaker))
    for place in range(1, len(carried)):
        if carried[place - 1].quotation.continues and carried[place].cue is None and carried[place - 1].speaker:
            carried[place] = replace(carried[place], speaker=by_context(carried[place - 1].speaker))
    return carried


def _neighbour(said: Sequence[Said], place: int, index: int) -> Speaker | None:
    """The speaker of the next quotation of the same paragraph: “It is over. We won.” “We did,” said Kirby."""
    end = said[place].quotation.outer_end
    for one in said[place + 1 : place + 3]:
        if one.quotation.index != index or one.quotation.outer_start > end + 1:
            return None  # other sentences are between
        if one.speaker:
            return one.speaker
        end = one.quotation.outer_end
    return None


def _is_quotable(one: Said, parsed: Parsed) -> bool:
    """Few words are worth showing only with who said them."""
    text = text_of(one, parsed)
    words = WORD.findall(text)
    if one.cue is None and len(words) > 1 and is_title(words, text[-1]):
        return False  # “The Old Mill” lost money, she says in an interview
    if one.speaker is not None and (
        one.cue is not None or one.alone or (one.speaker.known == "context" and text[-1] in ".!?")
    ):
        return any(word[0].isalpha() for word in words)
    return len(words) >= ENOUGH_WORDS and not is_title(words, text[-1])


def _quote(one: Said, paragraphs: Sequence[Paragraph]) -> Quote:
    paragraph = paragraphs[one.quotation.index]
    start, end = one.quotation.start, one.quotation.end
    name, known = one.speaker if one.speaker is not None else (None, None)
    likely = one.likely if name is None else None
    return Quote(paragraph.text[start:end], paragraph.number, start, end, name, one.cue or None, known, likely)


def find_quotes_by_pattern(paragraphs: Sequence[Paragraph], language: str = "und") -> tuple[Quote, ...]:
    """Quotations of four words or more in any language: what the marks tell, and patterns of the language."""
    quotations = find_quotations([_quotable(paragraph) for paragraph in paragraphs])
    found: list[Quote] = []
    for quotation, speaker, cue, known in find_speakers(paragraphs, quotations, language):
        paragraph, start, end = paragraphs[quotation.index], quotation.start, quotation.end
        text = paragraph.text[start:end]
        words = WORD.findall(text)
        is_said = speaker is not None and (cue is not None or text[-1] in ".!?")
        if len(words) >= (FEW_WITH_SPEAKER if is_said else ENOUGH_WORDS) and (is_said or not is_title(words, text[-1])):
            found.append(Quote(text, paragraph.number, start, end, speaker, cue, known))
    return tuple(found)


def correct_speakers(quotes: Sequence[Quote], corrections: Sequence[SpeakerCorrection]) -> tuple[Quote, ...]:
    """Quotes with the speakers an editor gave; a correction applies to every quote with its text.

    White space and final punctuation of the texts are not compared; an empty speaker takes the speaker away.
    """
    speakers = {_comparable(correction.text): correction.speaker or None for correction in corrections}
    return tuple(
        replace(quote, speaker=speakers[_comparable(quote.text)], known="edited")
        if _comparable(quote.text) in speakers
        else quote
        for quote in quotes
    )


def _comparable(text: str) -> str:
    return " ".join(text.split()).strip("“”„«»‘’\"'").rstrip(",.!?… ")
