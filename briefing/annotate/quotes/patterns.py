"""Who speaks in languages that are not parsed: by a verb of speech beside the marks, and by the quotation before.

„…“, sagte Ministerin Ada Lind; « … », a déclaré le maire Ada Lind; Ada Lind dijo: «…». A surname alone counts where the
article has given the full name, a pronoun where one person is named before it. Whatever does not fit has no speaker.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.annotate.quotes.marks import Quotation
from briefing.annotate.quotes.pattern_cues import Cues
from briefing.annotate.quotes.pattern_people import People
from briefing.annotate.quotes.pattern_roles import Roles
from briefing.annotate.quotes.pattern_subjects import Told
from briefing.annotate.sentences import split_sentences
from briefing.lexicon.names import speech_forms
from briefing.model import Paragraph, SpeakerKnown

PEOPLE = frozenset({"named", "reference", "context"})
STOP = re.compile(r"[.!?…]")


class Spoken(NamedTuple):
    """A quotation with its speaker, the cue and how the speaker is known."""

    quotation: Quotation
    speaker: str | None = None
    cue: str | None = None
    known: SpeakerKnown | None = None


@cache
def _cues(language: str) -> Cues | None:
    forms = speech_forms(language)
    return Cues(forms, language) if forms else None


def find_speakers(paragraphs: Sequence[Paragraph], quotations: Sequence[Quotation], language: str) -> Iterator[Spoken]:
    """Each quotation with its speaker, where the language is known and the words leave no doubt."""
    cues = _cues(language.split("-")[0])
    if cues is None:
        yield from map(Spoken, quotations)
        return
    code = language.split("-")[0]
    roles = Roles(paragraphs, speech_forms(code), code == "de")
    article = _Article(paragraphs, cues, People(paragraphs, code), roles)
    told = [article.told(quotation) for quotation in quotations]
    named = [article.named(one) for one in told]  # all of them, before a pronoun may mean one
    article.learn_roles()
    spoken: list[Spoken] = []
    for quotation, cue, name in zip(quotations, told, named, strict=True):
        spoken.append(article.spoken(quotation, cue, name, spoken))
    yield from spoken


class _Article:
    def __init__(self, paragraphs: Sequence[Paragraph], cues: Cues, people: People, roles: Roles) -> None:
        self._texts = [paragraph.text for paragraph in paragraphs]
        self._cues, self._people, self._roles = cues, people, roles
        self._begins: dict[int, list[int]] = {}  # of the sentences of a paragraph

    def learn_roles(self) -> None:
        self._roles.learn(self._people.all())

    def told(self, quotation: Quotation) -> Told | None:
        text = self._texts[quotation.index]
        found = self._cues.behind(text, quotation.outer_end)
        found = found or self._cues.inside(text, quotation.start, quotation.end)
        return found or self._cues.before(text, self._sentence(quotation), quotation.outer_start)

    def _sentence(self, quotation: Quotation) -> int:
        """Where the sentence begins in which the marks open."""
        if quotation.index not in self._begins:
            self._begins[quotation.index] = [begin for begin, _ in split_sentences(self._texts[quotation.index])]
        begins = self._begins[quotation.index]
        return begins[max(0, bisect_right(begins, quotation.outer_start) - 1)]

    def named(self, told: Told | None) -> str | None:
        name = self._people.name(told.words) if told and told.kind == "named" else None
        if name:
            self._people.learn(name)
        return name

    def spoken(self, quotation: Quotation, told: Told | None, name: str | None, spoken: Sequence[Spoken]) -> Spoken:
        before = spoken[-1] if spoken else None
        if told is not None and name:
            return Spoken(quotation, name, told.cue, "named")
        if told is not None and told.kind == "described":
            return Spoken(quotation, told.words, told.cue, "described")
        if told is not None and told.kind != "named":
            here = {one.speaker for one in spoken if one.quotation.index == quotation.index and one.known in PEOPLE}
            heard = {speaker for speaker in here if speaker}
            is_office = told.kind == "definite"
            meant = self._held(told) if is_office else self._meant(quotation, told.gender, heard)
            return Spoken(quotation, meant, told.cue, "reference" if meant else None)
        if told is None and before is not None and before.speaker and self._goes_on(before.quotation, quotation):
            return Spoken(quotation, before.speaker, None, "context")
        return Spoken(quotation, None, told.cue if told else None)

    def _held(self, told: Told) -> str | None:
        """Whom 'die Ministerin' means: the one person who holds that office."""
        holders = self._roles.holders(told.words)
        fitting = self._people.of_gender(holders, told.gender)
        return next(iter(fitting)) if len(holders) == 1 == len(fitting) else None

    def _meant(self, quotation: Quotation, gender: str, heard: set[str]) -> str | None:
        """Whom a pronoun means: the one person of its gender who was named or heard before it in its paragraph; where
        that begins with it, above."""
        said = self._texts[quotation.index][: quotation.outer_start].strip()
        if not said and quotation.index:
            said = self._texts[quotation.index - 1]
        here = self._people.in_text(said) | self._roles.mentioned(said) | heard
        fitting = self._people.of_gender(here, gender)
        return next(iter(fitting)) if len(fitting) == 1 and (gender or len(here) == 1) else None

    def _goes_on(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether one quotation goes on after its cue: «…», dijo Ana Ruiz. «…»."""
        if before.index != quotation.index:
            return before.continues and before.index + 1 == quotation.index
        text = self._texts[quotation.index]
        between = text[before.outer_end : quotation.outer_start].strip()
        if not between:
            return False
        stops = [*STOP.finditer(between)]
        if not stops:
            return bool(re.search(r",$", between)) and text[before.outer_end] in ", "
        behind = text[quotation.outer_end : quotation.outer_end + 1]
        ends = text[quotation.end - 1] in ".!?…" or behind in ".!?"
        return len(stops) == 1 and between[-1] in ".!?…" and ends and text[quotation.start].isupper()
