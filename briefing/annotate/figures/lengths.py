"""What a length is of: '30 inches of rain', 'a storm surge of 18 feet', 'a 26-mile race'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.annotate.figures.changes import head_of
from briefing.annotate.figures.counted import OF, Counted, find_complement, token_at
from briefing.annotate.figures.measured import COMPARED, of_noun, phrase_of
from briefing.annotate.figures.numbers import Number
from briefing.annotate.figures.units import Unit

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LONGEST = 6  # tokens
_OTHER_UNIT = re.compile(r"\s\([^()]*\)|\)")  # in which a length is told again
_ALONG = frozenset({"deep", "high", "long", "tall", "thick", "wide"})
_SINGULAR = re.compile(r"(?:foot|inch|mile|yard|met(?:re|er))$", re.IGNORECASE)


def of_length(doc: Doc, last: Number, unit: Unit) -> Counted:
    """'30 inches (76 cm) of rain', 'a storm surge of 18 feet'; not 'within 3 miles of the shore'."""
    behind = _OTHER_UNIT.match(last.text, unit.stop)
    start = token_at(doc, behind.end() if behind else unit.stop)
    words, end = find_complement(doc, start, OF)
    if words is not None and doc[start + 1].pos_ == "NOUN":
        stop = doc[end - 1].idx + len(doc[end - 1].text)
        return Counted(words, unit.stop if behind else stop)
    if _SINGULAR.search(last.text[last.stop : unit.stop]) and last.value > 1:
        end = next((word.i for word in doc[start : start + _LONGEST] if word.pos_ not in {"ADJ", "NOUN"}), start)
        is_thing = end > start and doc[end - 1].pos_ == "NOUN" and doc[end - 1].lemma_ not in COMPARED
        is_thing = is_thing and doc[start].lower_ not in _ALONG
        return Counted(doc[start:end].text if is_thing else None, unit.stop)  # an 18-foot storm surge
    noun = of_noun(head_of(doc, last, unit))
    return Counted(phrase_of(noun, unit) if noun is not None and noun.pos_ == "NOUN" else None, unit.stop)
