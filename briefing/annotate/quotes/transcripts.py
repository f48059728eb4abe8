"""Where an interview is printed, and whose turn it is: 'Ada Lind: …', '((Ada Lind)) …', 'Ms. LIND: …', 'A: …', or one
answer a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from briefing.annotate.quotes.block_quotes import FIRST_PERSON
from briefing.annotate.quotes.marks import PAIRED_MARK, Quotation
from briefing.model import Name, Paragraph

QUESTIONS = 3  # that an interview has at least
ONE_IN = 8  # of its paragraphs
ONE_ANSWER_IN = 3  # of the paragraphs from the first question on is a question, where nothing else tells the turns
AFFILIATION = r"(?:, [^:.?!]{2,40}| \([^():]{1,40}\))"
CAPITALS = r"[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,4}"
LABEL = re.compile(
    r"\(\(([^()]{2,60})\)\)\s*|(Q|A)[.:]\s"
    rf"|(?:[A-Z][a-z]+\.? ){{0,2}}({CAPITALS}){AFFILIATION}:\s"
    rf"|(?:[A-Z][a-z]+\.? ){{1,2}}({CAPITALS}):\s|([A-Z][\w.’'-]*(?: [\w.’'-]+){{0,5}}):\s"
)
NARRATOR = re.compile(  # of a broadcast: the words are the article's own
    rf"^({CAPITALS})(?:, BYLINE| reporting):|([A-Z][\w’'-]+)(?: of [^.:]{{3,40}})? reports\.$"
    r"|^For [^.]{3,60}, I['’]m ([A-Z][\w’' -]+)\.$"
)
ENDS = '.!?”"’)]'
CLOSING = "”\"’' "
MEETING = re.compile(r"\b(?:[Ii]nterview|spoke|talked|sat down|caught up|answer)")
OFTEN = 2  # turns that each voice has at least
LONGEST_ROW = 8  # words
ENOUGH_WORDS = 4  # 'Yes, exactly.' is not worth showing
ASKS, ANSWERS = frozenset({"q", "question"}), frozenset({"a", "answer"})
SPOKEN_KINDS = frozenset({"text", "quote"})


class Turn(NamedTuple):
    """Who 'I' and who 'you' is."""

    speaker: str | None = None
    hearer: str | None = None


def find_turns(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> tuple[Turn, ...]:
    """One a paragraph; a turn goes on until the next label. Labels are people of the article, and who asks them."""
    said = [_label(paragraph) for paragraph in paragraphs]
    if len(set(said) - {None}) < 2:  # one label alone is a dateline
        return _question_by_question(paragraphs, names)
    voices = _voices(said, paragraphs, names)
    people = set(voices.values()) - {None}
    only = next(iter(people)) if len(people) == 1 else None
    turns: list[Turn] = []
    turn, capitals = Turn(), False
    for label, paragraph in zip(said, paragraphs, strict=True):
        if label in voices:
            speaker = voices[label]
            turn = Turn(speaker) if speaker is not None else Turn(None, only)
        elif capitals or paragraph.text.endswith("?"):
            turn = Turn()  # each paragraph of such a transcript has its label; who asks is not who answered
        capitals = label.isupper() if label in voices and label is not None else capitals and turn != Turn()
        turns.append(turn)
    return tuple(turns)


def _question_by_question(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> tuple[Turn, ...]:
    """Of an interview without labels: from the first question to the last answer, all that is none is of the one
    person whom the introduction says was met, and who says 'I'."""
    nobody = (Turn(),) * len(paragraphs)
    texts = [paragraph.text for paragraph in paragraphs]
    asked = _questions(texts)
    if len(asked) < QUESTIONS or asked[-1] + 1 == len(texts) or not any(map(MEETING.search, texts[: asked[0]])):
        return nobody
    talk = range(asked[0], asked[-1] + 2)
    person = _only_person({paragraph.number for paragraph in paragraphs[: talk[0]]}, names)
    if person is None or len(asked) * ONE_ANSWER_IN < len(talk):
        return nobody
    surname = person.split()[-1]
    answers = {
        place for place in set(talk).difference(asked) if texts[place][-1] in ENDS and surname not in texts[place]
    }
    own = sum(FIRST_PERSON.search(PAIRED_MARK.split(texts[place])[0]) is not None for place in answers)
    if own * 2 < len(answers) or not answers:
        return nobody
    return tuple(
        Turn(person) if place in answers else Turn(None, person) if place in asked else one
        for place, one in enumerate(nobody)
    )


def _label(paragraph: Paragraph) -> str | None:
    match = LABEL.match(paragraph.text)
    return next(filter(None, match.groups())) if match is not None else None


def _voices(
    said: Sequence[str | None], paragraphs: Sequence[Paragraph], names: Sequence[Name]
) -> dict[str | None, str | None]:
    """Each label with the person it stands for, None for somebody who only asks."""
    counts = Counter(label for label in said if label is not None)
    asked = {label.lower() for label in counts}
    dialogue = bool(asked & ASKS) and bool(asked & ANSWERS)
    voices: dict[str | None, str | None] = {}
    narrators = {name for paragraph in paragraphs for name in _narrators(paragraph.text)}
    for label, count in counts.items():
        person = _person(label, names) if label.split()[-1].lower() not in narrators else None
        if label.lower() in ANSWERS and dialogue:
            first = next(place for place, one in enumerate(said) if one is not None)
            voices[label] = _only_person({paragraph.number for paragraph in paragraphs[:first]}, names)
        elif count >= OFTEN or (person is not None and label.isupper()) or (label.lower() in ASKS and dialogue):
            voices[label] = person
    return voices


def _narrators(text: str) -> Iterator[str]:
    """The surnames of those who tell it, in lower case: 'ADA LIND reporting: …', 'Ada Lind reports.'"""
    return (next(filter(None, found.groups())).split()[-1].lower() for found in NARRATOR.finditer(text))


def _person(label: str, names: Sequence[Name]) -> str | None:
    """By the whole name, or the surname, which transcripts print in capitals."""
    people = [name.name for name in names if name.kind == "person"]
    if label in people or not label.isupper():
        return label if label in people else None
    found = {name for name in people if name.lower() == label.lower() or name.lower().endswith(f" {label.lower()}")}
    return found.pop() if len(found) == 1 else None


def _only_person(numbers: Set[int], names: Sequence[Name]) -> str | None:
    """The one whom the introduction speaks of."""
    met = {name.name for name in names if name.kind == "person" and any(m.paragraph in numbers for m in name.mentions)}
    return met.pop() if len(met) == 1 else None


def find_turn_quotes(paragraphs: Sequence[Paragraph], turns: Sequence[Turn]) -> Iterator[Quotation]:
    """What a person says in a turn: up to the next label, of the last turn its first paragraph.

    Marks within it are of others whom the person speaks of; a turn that stands in marks is left to them.
    """
    labelled = [place for place, paragraph in enumerate(paragraphs) if LABEL.match(paragraph.text)]
    answers = (place for place, turn in enumerate(turns) if turn.speaker and turns[place - 1].hearer)
    last = max((*labelled, *answers), default=-1)
    spoken = [
        place <= last and turn.speaker is not None and _is_unmarked(paragraphs[place])
        for place, turn in enumerate(turns)
    ]
    for place in (place for place, one in enumerate(spoken) if one):
        text = paragraphs[place].text
        label = LABEL.match(text)
        start = label.end() if label is not None else 0
        goes_on = place < last and spoken[place + 1] and LABEL.match(paragraphs[place + 1].text) is None
        rest = place > 0 and spoken[place - 1] and text[0].islower()  # of a sentence that a break has parted
        if rest or text.count(" ", start) + 1 >= ENOUGH_WORDS:
            yield Quotation(place, start, len(text), start, len(text), continues=goes_on)


def _is_unmarked(paragraph: Paragraph) -> bool:
    text = paragraph.text
    aside = text.startswith(("(", "[")) and text.endswith((")", "]")) and not text.startswith("((")
    label = LABEL.match(text)
    in_marks = PAIRED_MARK.match(text, label.end() if label is not None else 0)
    row = label is None and text[-1] not in ENDS and text.count(" ") < LONGEST_ROW  # of a list, or a caption
    return paragraph.kind in SPOKEN_KINDS and not aside and not row and in_marks is None


def first_question(texts: Sequence[str]) -> int | None:
    """Where the questions and answers of an interview begin; None in a text that is none."""
    asked = [place for place, text in enumerate(texts) if text.rstrip("”\"’' ").endswith("?")]
    return asked[0] if len(asked) >= max(QUESTIONS, len(texts) / ONE_IN) else None


def _questions(texts: Sequence[str]) -> list[int]:
    return [place for place, text in enumerate(texts) if text.rstrip(CLOSING).endswith("?")]
