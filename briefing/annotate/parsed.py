"""An article's paragraphs as the English model reads them: one spaCy ``Doc`` a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.model import Paragraph

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Parsed:
    """``docs[i]`` is the parse of ``paragraphs[i].text``; token offsets (``token.idx``) count in that text."""

    paragraphs: tuple[Paragraph, ...]
    docs: tuple[Doc, ...]
    texts: tuple[str, ...] = field(init=False, compare=False)  # of the docs, which put theirs together at every look

    def __post_init__(self) -> None:
        object.__setattr__(self, "texts", tuple(doc.text for doc in self.docs))
