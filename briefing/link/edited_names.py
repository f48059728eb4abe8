"""What ``names`` of briefing.yml says of an article's names: kind, other surfaces, that it is none. A name listed with
its kind is found wherever a text holds it, known to us or not: the editor knows more names than any gazetteer.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from briefing.lexicon.names import known_key
from briefing.link.places import whole_name
from briefing.model import KINDS, Article, Kind, Mention, Name, NameSettings, Paragraph, Quote
from briefing.whole_words import whole_words

Key = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Editor:
    names: Mapping[Key, str]  # canonical name by key
    surfaces: Mapping[str, tuple[str, Kind | None]]  # folded surface to canonical name and kind
    own_words: Mapping[str, str]  # folded name as ``names`` lists it, without other surfaces, to the name
    confirmed: frozenset[str]
    denied: frozenset[str]
    hidden: frozenset[str]
    listed: Mapping[str, tuple[str, Kind]]  # surface to the name that has it and its kind, as ``names`` tells
    _listed_words: re.Pattern[str]

    @classmethod
    def of(cls, settings: Mapping[str, NameSettings]) -> Editor:
        surfaces: dict[str, tuple[str, Kind | None]] = {}
        names: dict[Key, str] = {}
        for name, said in settings.items():
            for surface in (name, *said.also):
                surfaces[folded(surface)] = name, said.kind
            for kind in KINDS if said.kind is None else (said.kind,):
                names[kind, normalised(name, kind)] = name
        denied = frozenset(folded(name) for name, said in settings.items() if said.denied)
        hidden = frozenset(name for name, said in settings.items() if said.hide)
        own_words = {folded(name): name for name in settings}
        listed = {
            " ".join(surface.split()): (name, said.kind)
            for name, said in settings.items()
            if said.kind and not said.hide
            for surface in (name, *said.also)
        }
        return cls(names, surfaces, own_words, frozenset(settings), denied, hidden, listed, whole_words(listed))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where a text holds names that are listed with their kind, in the same case: start, end, surface."""
        for found in self._listed_words.finditer(text):
            surface = " ".join(found[0].split())
            if surface in self.listed:
                yield found.start(), found.end(), surface


def corrected_names(article: Article, editor: Editor) -> Article:
    """The article with the editor's kinds and names, without the names that are none."""
    names, renamed = _with_listed(article, editor)
    joined: dict[tuple[str, Kind], Name] = {}
    for name in (part for found in names for part in _parted(found, editor)):
        if folded(name.name) in editor.denied:
            continue
        canonical, kind = editor.surfaces.get(folded(name.name), (whole_name(name, article), None))
        renamed[name.name] = canonical
        new = name
        if (canonical, kind or name.kind) != (name.name, name.kind):
            new = replace(name, name=canonical, kind=kind or name.kind)
        same = joined.get((new.name, new.kind))
        joined[new.name, new.kind] = joined_names(same, new) if same else new
    quotes = tuple(_spoken(quote, renamed, editor) for quote in article.quotes)
    return replace(article, names=tuple(joined.values()), quotes=quotes)


def _with_listed(article: Article, editor: Editor) -> tuple[Sequence[Name], dict[str, str]]:
    """The article's names and those that the editor lists with their kind. What lies across or within such a one is no
    mention of another name, and where it is a part of it ('Jahan' in 'Noor Jahan'), that name is the same: these with
    what they are called now."""
    found = [found for paragraph in article.paragraphs for found in _listed(paragraph, article.names, editor)]
    if not found:
        return article.names, {}
    names, renamed = list[Name](), dict[str, str]()
    for name in article.names:
        across = {mention: listed for mention in name.mentions for listed, over in found if _overlap(mention, over)}
        whole = next((one for one in across.values() if _is_part(name, *editor.listed[one])), None)
        left = tuple(mention for mention in name.mentions if mention not in across)
        if whole is not None:
            renamed[name.name] = editor.listed[whole][0]
        if left or whole is not None:
            names.append(replace(name, name=renamed.get(name.name, name.name), mentions=left))
    return [*names, *(Name(*editor.listed[surface], (mention,)) for surface, mention in found)], renamed


def _listed(paragraph: Paragraph, names: Sequence[Name], editor: Editor) -> Iterator[tuple[str, Mention]]:
    """What the editor lists, with its surface; not as a part of a longer name ('Port of Lindow')."""
    taken = [m for name in names for m in name.mentions if m.paragraph == paragraph.number]
    for start, end, surface in editor.find(paragraph.text) if paragraph.kind != "code" else ():
        if not any(m.start <= start and end <= m.end for m in taken):
            yield surface, Mention(paragraph.number, start, end, paragraph.text[start:end])


def _overlap(one: Mention, other: Mention) -> bool:
    return one.paragraph == other.paragraph and one.start < other.end and other.start < one.end


def _is_part(name: Name, listed: str, kind: Kind) -> bool:
    return name.kind == kind and set(name.name.split()) <= set(listed.split())


def _parted(name: Name, editor: Editor) -> Iterator[Name]:
    """The name, without the mentions that are the editor's word for another: two that were taken for one."""
    own = editor.surfaces.get(folded(name.name), (name.name, None))[0]
    others: dict[str, list[Mention]] = {}
    for mention in name.mentions:
        listed = editor.own_words.get(folded(mention.text), own)
        if listed != own:
            others.setdefault(listed, []).append(mention)
    if not others:
        yield name
        return
    taken = {mention for mentions in others.values() for mention in mentions}
    if left := tuple(mention for mention in name.mentions if mention not in taken):
        yield replace(name, mentions=left)
    for other, mentions in others.items():
        yield Name(other, name.kind, tuple(mentions))


def _spoken(quote: Quote, renamed: Mapping[str, str], editor: Editor) -> Quote:
    speaker = quote.speaker
    if speaker is None or folded(speaker) in editor.denied:
        return replace(quote, speaker=None) if speaker else quote
    return replace(quote, speaker=renamed.get(speaker) or editor.surfaces.get(folded(speaker), (speaker, None))[0])


def joined_names(one: Name, other: Name) -> Name:
    mentions = sorted({*one.mentions, *other.mentions}, key=lambda m: (m.paragraph, m.start, m.end))
    return replace(one, mentions=tuple(mentions), roles=tuple(dict.fromkeys((*one.roles, *other.roles))))


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip().casefold()


@lru_cache(maxsize=1 << 17)
def normalised(name: str, kind: Kind) -> str:
    """What full names of one entity share, whatever their accents, dots, article or firm's suffix."""
    if kind != "person":
        name = known_key(name)
    decomposed = unicodedata.normalize("NFKD", folded(name))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", re.sub(r"[.\-]", " " if kind == "person" else "", plain)).strip()
