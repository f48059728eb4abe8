"""The attribute ruler of the language model, with a memory.

What its rules make of a word (part of speech, morphology) follows from the word's tag and dependency and, where a rule
names words, from the word. spaCy looks every rule up at every word, which takes a seventh of a parse; here it does so
until what they make of such a word is known. The result is the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from spacy.attrs import DEP, IS_SPACE, LEMMA, LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

if TYPE_CHECKING:
    from thinc.types import Ints2d

_READ = [TAG, DEP, IS_SPACE, LOWER]  # what rules of one word look at
_SET = [TAG, POS, MORPH, LEMMA, DEP]  # what rules set
_NAME = "remembering_attribute_ruler"

Key = tuple[int, int, int, int]  # of a word: the values of _READ, the last one 0 where no rule names the word


def remember_attributes(model: Language) -> None:
    """Put a ``RememberingRuler`` in the place of the model's attribute ruler."""
    model.add_pipe(_NAME, after="attribute_ruler")
    model.disable_pipe("attribute_ruler")


class RememberingRuler:
    """Sets what ``ruler`` would set, having it look only at texts with something new or with what a rule of several
    words, or of a pattern of letters, is about."""

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._known: dict[Key, list[int]] = {}
        self._named: set[int] = set()
        self._uncommon = Matcher(ruler.vocab)
        rules = cast("Sequence[Mapping[str, Any]]", ruler.patterns)
        for pattern in (pattern for rule in rules for pattern in rule["patterns"]):
            words = _words_named(pattern)
            if words is None:
                self._uncommon.add("uncommon", [pattern])
            else:
                self._named.update(ruler.vocab.strings[word] for word in words)

    def __call__(self, doc: Doc) -> Doc:
        named, known = self._named, self._known
        rows = doc.to_array(_READ).tolist()
        keys = [(tag, dep, space, word if word in named else 0) for tag, dep, space, word in rows]
        if self._uncommon(doc):
            return self._ruler(doc)
        if known.keys() >= set(keys):
            values = cast("Ints2d", np.array([known[key] for key in keys], np.uint64))
            return doc.from_array(_SET, values) if keys else doc
        self._ruler(doc)
        known.update(zip(keys, doc.to_array(_SET).tolist(), strict=True))
        return doc


def _words_named(pattern: list[dict[str, Any]]) -> list[str] | None:
    """The words in lower case that a rule of one word names; None for a rule that the memory cannot stand in for."""
    if len(pattern) > 1 or not pattern[0].keys() <= {"TAG", "DEP", "IS_SPACE", "LOWER"}:
        return None
    words = pattern[0].get("LOWER", [])
    if isinstance(words, Mapping):
        return list(words["IN"]) if words.keys() == {"IN"} else None
    return [words] if isinstance(words, str) else words


@Language.factory(_NAME)
def _make(nlp: Language, name: str) -> RememberingRuler:  # noqa: ARG001  spaCy gives both by name
    ruler = nlp.get_pipe("attribute_ruler")
    assert isinstance(ruler, AttributeRuler)
    return RememberingRuler(ruler)
