"""The text read from its beginning to its end: what is said in each paragraph, and who was heard last in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.parsed import Parsed
from briefing.annotate.quotes.attribution import Attribution, Said
from briefing.annotate.quotes.descriptions import Speaker
from briefing.annotate.quotes.marks import Quotation
from briefing.annotate.quotes.speakers import Discourse
from briefing.annotate.quotes.statements import cut_statements
from briefing.annotate.quotes.transcripts import Turn

YOU = re.compile(r"\b[Yy]ou\b")
ASKING = frozenset({"asked", "asks", "pressed", "demanded", "wondered", "inquired"})


class Reading:
    """Filled paragraph by paragraph, in order."""

    def __init__(self, parsed: Parsed, discourse: Discourse) -> None:
        self._parsed, self._discourse = parsed, discourse
        self.said: list[Said] = []
        self.heard: dict[int, Speaker | None] = {}  # paragraph index to who spoke last in it
        self.mixed: set[int] = set()  # the paragraphs that hold sentences of the article's own

    def read(self, index: int, turn: Turn, quotations: Sequence[Quotation], is_turn: bool) -> None:
        """Takes in the paragraph at ``index`` with its ``quotations``, which are the ``turn`` itself if ``is_turn``."""
        self._discourse.turn = turn
        paragraph, before = self._parsed.paragraphs[index], len(self.said)
        attribution = Attribution(index, paragraph, self._discourse)
        for statement in cut_statements(index, paragraph.text, self._parsed.docs[index], quotations):
            self.said.extend(attribution.attribute(statement))
            quotations = quotations[len(statement.quotations) :]
            if not statement.quotations:
                self.mixed.add(index)
        told = attribution.left_over
        if told is not None and before and self._ends_paragraph(self.said[before - 1], index - 1):
            self.said[before - 1] = replace(self.said[before - 1], cue=told.cue, speaker=told.speaker)
        self.said.extend(_unparsed(quotation, turn, is_turn) for quotation in quotations)
        self.heard[index] = self._heard_last(index, attribution.speaker)

    def _ends_paragraph(self, one: Said, index: int) -> bool:
        """Whether it is alone in what it ends, so that 'said Ada Lind.' in the next line is its cue."""
        end = len(self._parsed.paragraphs[index].text)
        return one.alone and one.quotation.index == index and one.quotation.outer_end == end

    def _heard_last(self, index: int, speaker: Speaker | None) -> Speaker | None:
        """Who goes on: the speaker of the paragraph, but whom they ask where it ends so."""
        asked = self._asked(index)
        if asked is None:
            return speaker
        other = self.heard.get(index - 1)
        return other if YOU.search(asked) and other and other != speaker else None

    def _asked(self, index: int) -> str | None:
        """The question, where the paragraph ends with one asking another who spoke before, or with the answer to it:
        what follows may be either's."""
        last = self.said[-1] if self.said and self.said[-1].quotation.index == index else None
        before = next((one for one in reversed(self.said) if one.quotation.index == index - 1), None)
        if last is None or last.speaker is None or before is None:
            return None
        question, answered = text_of(last, self._parsed), text_of(before, self._parsed)
        if before.speaker is not None and before.speaker.name == last.speaker.name:
            return None
        if last.cue in ASKING and question.endswith("?"):
            return question
        if before.speaker is None:
            return None
        return "" if answered.endswith("?") else None


def text_of(one: Said, parsed: Parsed) -> str:
    return parsed.paragraphs[one.quotation.index].text[one.quotation.start : one.quotation.end]


def _unparsed(quotation: Quotation, turn: Turn, is_turn: bool) -> Said:
    """What lies beyond the parse has no speaker, unless it is the turn of one."""
    speaker = Speaker(turn.speaker, "named") if is_turn and turn.speaker is not None else None
    return Said(quotation, None, speaker, is_turn, turn.speaker)
