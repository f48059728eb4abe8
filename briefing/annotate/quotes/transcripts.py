"""Where an interview is printed, and whose turn it is: 'Ada Lind: …' or '((Ada Lind)) …' at the head of a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.model import Name, Paragraph

QUESTIONS = 3  # that an interview has at least
ONE_IN = 8  # of its paragraphs
LABEL = re.compile(r"\(\(([^()]{2,60})\)\)|([A-Z][\w.’'-]*(?: [\w.’'-]+){0,5}):\s")
OFTEN = 2  # turns that each voice has at least


class Turn(NamedTuple):
    """Who 'I' and who 'you' is."""

    speaker: str | None = None
    hearer: str | None = None


def find_turns(paragraphs: Sequence[Paragraph], names: Sequence[Name]) -> tuple[Turn, ...]:
    """One a paragraph; a turn goes on until the next label. Labels are people of the article, and who asks them."""
    labels = [LABEL.match(paragraph.text) for paragraph in paragraphs]
    said = [(match[1] or match[2]) if match is not None else None for match in labels]
    often = {label for label, count in Counter(said).items() if label is not None and count >= OFTEN}
    people = often & {name.name for name in names if name.kind == "person"}
    only = next(iter(people)) if len(people) == 1 else None
    turns: list[Turn] = []
    turn = Turn()
    for label in said:
        if label in people:
            turn = Turn(label)
        elif label in often:
            turn = Turn(None, only)
        turns.append(turn)
    return tuple(turns)


def first_question(texts: Sequence[str]) -> int | None:
    """Where the questions and answers of an interview begin; None in a text that is none."""
    asked = [place for place, text in enumerate(texts) if text.rstrip("”\"’' ").endswith("?")]
    return asked[0] if len(asked) >= max(QUESTIONS, len(texts) / ONE_IN) else None
