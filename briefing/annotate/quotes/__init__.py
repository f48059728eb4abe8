"""Direct quotations of an article, and who is quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes.attribution import ENOUGH_WORDS, Attribution, Said, by_context
from briefing.annotate.quotes.block_quotes import find_block_quotes
from briefing.annotate.quotes.descriptions import Speaker
from briefing.annotate.quotes.marks import Quotation, find_quotations
from briefing.annotate.quotes.mentions import known_people
from briefing.annotate.quotes.patterns import find_speakers
from briefing.annotate.quotes.scare_quotes import WORD, is_title
from briefing.annotate.quotes.speakers import Discourse
from briefing.annotate.quotes.statements import cut_statements
from briefing.annotate.quotes.transcripts import Turn, find_turn_quotes, find_turns
from briefing.model import Name, Paragraph, Quote, SpeakerCorrection

YOU = re.compile(r"\b[Yy]ou\b")
ASKING = frozenset({"asked", "asks", "pressed", "demanded", "wondered", "inquired"})
FEW_WITH_SPEAKER = 2  # words of a quotation in a language that is not parsed
UNQUOTED_KINDS = frozenset({"heading", "code"})


def find_quotes(parsed: Parsed, names: Sequence[Name]) -> tuple[Quote, ...]:
    """Every direct quotation, verbatim, with its speaker where the text leaves no doubt.

    Titles of works and words in scare quotes are left out, and quotations under four words that nobody introduces.
    A quotation over several paragraphs is one ``Quote`` a paragraph. What lies beyond the parse of a long article has
    no speaker.
    """
    quotations: dict[int, list[Quotation]] = {}
    marked = find_quotations([_quotable(paragraph) for paragraph in parsed.paragraphs])
    names = known_people(names)
    turns = find_turns(parsed.paragraphs, names)
    spoken = list(find_turn_quotes(parsed.paragraphs, turns))
    in_turns = {quotation.index for quotation in spoken}
    alone = [quotation for quotation in marked if quotation.index not in in_turns]
    blocks = find_block_quotes(parsed, in_turns | {quotation.index for quotation in alone})
    for quotation in (*alone, *spoken, *blocks):
        quotations.setdefault(quotation.index, []).append(quotation)
    discourse = Discourse(names)
    said: list[Said] = []
    heard: dict[int, Speaker | None] = {}  # paragraph index to who spoke last in it
    mixed: set[int] = set()
    for index, doc in enumerate(parsed.docs):
        discourse.turn = turns[index]
        in_paragraph = Attribution(index, parsed.paragraphs[index], discourse)
        unread, before = quotations.get(index, []), len(said)
        for statement in cut_statements(index, parsed.paragraphs[index].text, doc, unread):
            said.extend(in_paragraph.attribute(statement))
            unread = unread[len(statement.quotations) :]
            if not statement.quotations:
                mixed.add(index)
        told = in_paragraph.left_over
        if told is not None and before and _ends_paragraph(said[before - 1], index - 1, parsed):
            said[before - 1] = replace(said[before - 1], cue=told.cue, speaker=told.speaker)
        said.extend(_unparsed(quotation, discourse.turn, quotation in spoken) for quotation in unread)
        heard[index] = in_paragraph.speaker
        asked = _asked(said, index, parsed)
        if asked is not None:
            other = heard.get(index - 1)
            heard[index] = other if YOU.search(asked) and other and other != in_paragraph.speaker else None
    said = _carry_over(said, heard, mixed | _exchanges(said, parsed))
    return tuple(_quote(one, parsed.paragraphs) for one in said if _is_quotable(one, parsed))


def _unparsed(quotation: Quotation, turn: Turn, whole: bool) -> Said:
    """What lies beyond the parse has no speaker, unless it is the ``whole`` turn of one."""
    speaker = Speaker(turn.speaker, "named") if whole and turn.speaker is not None else None
    return Said(quotation, None, speaker, whole, turn.speaker)


def _ends_paragraph(one: Said, index: int, parsed: Parsed) -> bool:
    """Whether it is alone in what it ends, so that 'said Ada Lind.' in the next line is its cue."""
    return one.alone and one.quotation.index == index and one.quotation.outer_end == len(parsed.paragraphs[index].text)


def _exchanges(said: Sequence[Said], parsed: Parsed) -> set[int]:
    """The paragraphs that are a question alone, with the answer alone behind it, or a quotation alone before it: “Will
    you?” “I may.”; and a crosshead, in capitals."""
    lone = {one.quotation.index: _text(one, parsed) for one in said if one.alone and not one.quotation.continues}
    beside = {index for index in lone if index and (index + 1 in lone or index - 1 in lone)}
    loud = {index for index, text in lone.items() if text.isupper() and not parsed.paragraphs[index - 1].text.isupper()}
    return {index for index in beside if lone[index].endswith("?")} | loud


def _asked(said: Sequence[Said], index: int, parsed: Parsed) -> str | None:
    """The question, where the paragraph ends with one asking another who spoke before, or with the answer to it: what
    follows may be either's."""
    last = said[-1] if said and said[-1].quotation.index == index else None
    before = next((one for one in reversed(said) if one.quotation.index == index - 1), None)
    if last is None or last.speaker is None or before is None:
        return None
    question, answered = _text(last, parsed), _text(before, parsed)
    if before.speaker is not None and before.speaker.name == last.speaker.name:
        return None
    if last.cue in ASKING and question.endswith("?"):
        return question
    if before.speaker is None:
        return None
    return "" if answered.endswith("?") else None


def _text(one: Said, parsed: Parsed) -> str:
    return parsed.paragraphs[one.quotation.index].text[one.quotation.start : one.quotation.end]


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
    text = _text(one, parsed)
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
