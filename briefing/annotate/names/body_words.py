"""What the only body of its sort in an article is called by afterwards: 'the Commission'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.annotate.names.candidate import Candidate
from briefing.annotate.names.short_forms import PLACES_TOO, head
from briefing.lexicon.names import kind_words, known_key
from briefing.model import Kind


def body_words(texts: Sequence[str], candidates: Sequence[Candidate], kinds: Mapping[str, Kind]) -> list[Candidate]:
    """What the article's only body of its sort is called by afterwards, where the article writes it great behind its
    article: 'the Commission' of the European Commission, in texts that know no 'the commission'."""
    bodies: dict[str, dict[str, Candidate]] = {}
    for candidate in candidates:
        words = candidate.text.split()
        if kinds[candidate.text] == "organisation" and len(words) > 1 and not candidate.weak:
            for word in {words[-1], head(words)} - PLACES_TOO:
                if kind_words().get(word) == "organisation":
                    bodies.setdefault(word, {}).setdefault(known_key(candidate.text), candidate)
    only = {word: next(iter(named.values())) for word, named in bodies.items() if len(named) == 1}
    return [replace(body, text=word) for word, body in only.items() if _is_written_great(word, texts, body)]


def _is_written_great(word: str, texts: Sequence[str], body: Candidate) -> bool:
    great = re.compile(rf"\b[Tt]he {word}\b(?![’'-]?[\w-]* [A-Z]| (?:of|for|on) )")
    told = any(f"he {word}" in text and great.search(text) for text in texts[body.paragraph :])
    return told and not any(f"the {word.lower()}" in text for text in texts)
