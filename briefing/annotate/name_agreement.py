"""One kind for all forms of a name: words alone, acronyms and capitals have that of the name they are short for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.annotate.name_full_names import called_by, first_names, folded, is_full
from briefing.annotate.name_short_forms import is_trade, names_alone
from briefing.annotate.name_spans import Candidate
from briefing.lexicon.names import known_name, known_names, surnames, without_form
from briefing.model import Kind


def agreed(candidates: Sequence[Candidate], kinds: Mapping[str, Kind], acronyms: Mapping[str, str]) -> dict[str, Kind]:
    """The kinds of the surfaces, those of short forms as the names have them that stand before."""
    told = {c.text for c in candidates if c.titled or c.gender or c.sure}
    standing = {c.text for c in candidates if not c.weak}
    written = {text.upper(): kind for text, kind in kinds.items() if not text.isupper()}
    before = _Before()
    found = dict(kinds)
    for text in dict.fromkeys(candidate.text for candidate in candidates):
        if text not in told and text not in known_names():
            kind = _kind(text, kinds[text], before, written, text in standing)
            found[text] = kind if text not in acronyms else "organisation"
        before.add(text, found[text])
    return found


@dataclass(slots=True)
class _Before:
    """Words of the names that an article has given so far."""

    people: set[str] = field(default_factory=set)  # folded words that somebody may be called by
    bodies: set[str] = field(default_factory=set)
    firms: set[str] = field(default_factory=set)

    def add(self, text: str, kind: Kind) -> None:
        if kind == "person" and is_full(text):
            self.people.update([*called_by(text), *first_names(text)])
        elif kind == "organisation" and " " in text:
            words = without_form(text).split()
            self.bodies.update(words)
            self.firms.update(words if without_form(text) != text or is_trade(words[-1]) else ())


def _kind(text: str, kind: Kind, before: _Before, written: Mapping[str, Kind], standing: bool) -> Kind:
    """``standing`` is what stands outside headlines too: a dateline."""
    if text.isupper() and len(text) > 3:
        known = known_name(text) if standing else None
        return known.kind if known else written.get(text, kind)
    if " " in text:
        return kind
    if kind != "person" and folded(text) in before.people and text not in before.bodies:
        return "person"  # 'Kjartan', after Kjartan Hallgrimsson
    firm = text in before.firms and folded(text) not in before.people and names_alone(text)
    return "organisation" if firm and text not in surnames() else kind  # 'Kukulcan', after 'Seguros Kukulcan SA'
