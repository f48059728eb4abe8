"""Names merged across articles, strictly, and the entity that each of them is.

Two articles name one entity when kind and full name agree, but for a person's initials or nickname, for whose a
nation's body is and for the region of a place. A surname alone joins a full name only when the whole set
knows one person of that surname; within an article the article's own merging has decided already. What ``names`` of
briefing.yml says overrules: kind, other surfaces, not a name at all, no page.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial

from briefing.lexicon.names import known_key, known_names, nations
from briefing.link.bodies import nation_named, whose_body
from briefing.link.people import one_person
from briefing.link.places import whole_name
from briefing.model import KINDS, Article, Entity, Kind, Mention, Name, NameSettings, Quote, Settings
from briefing.slug import LENGTH, is_reserved, slugify

_ROLES = 8

Key = tuple[Kind, str]


@dataclass(slots=True)
class _Group:
    """One entity while the articles are read: its full names with how often they stand in the texts."""

    names: dict[str, int] = field(default_factory=dict)
    surfaces: dict[str, int] = field(default_factory=dict)
    roles: dict[str, None] = field(default_factory=dict)
    articles: dict[str, None] = field(default_factory=dict)


def link_names(articles: Sequence[Article], settings: Settings) -> tuple[tuple[Article, ...], tuple[Entity, ...]]:
    """The articles with canonical names in ``names`` and as speakers, and all entities by kind and name.

    The canonical name is the editor's, else the most frequent full name, ties by text.
    """
    editor = _Editor.of(settings.names)
    corrected = [_corrected(article, editor) for article in articles]
    full = {_normalised(name.name, "person") for one in corrected for name in one.names if name.kind == "person"}
    people = one_person(full - {key[1] for key in editor.names})
    aliases = _aliases(corrected, people, editor)
    groups: dict[Key, _Group] = {}
    for article in corrected:
        for name in article.names:
            _add(groups.setdefault(_key(name, article, aliases, people, editor), _Group()), article.id, name)
    canonical = {key: editor.names.get(key) or _canonical(key[0], group) for key, group in groups.items()}

    def called(article: Article, name: Name) -> str:
        return canonical[_key(name, article, aliases, people, editor)]

    linked = tuple(_renamed(article, partial(called, article)) for article in corrected)
    return linked, _entities(groups, canonical, editor)


# ------------------------------------------------------------------------------------------------- what the editor says


@dataclass(frozen=True, slots=True)
class _Editor:
    names: Mapping[Key, str]  # canonical name by key
    surfaces: Mapping[str, tuple[str, Kind | None]]  # folded surface to canonical name and kind
    own_words: Mapping[str, str]  # folded name as ``names`` lists it, without other surfaces, to the name
    confirmed: frozenset[str]
    denied: frozenset[str]
    hidden: frozenset[str]

    @classmethod
    def of(cls, settings: Mapping[str, NameSettings]) -> _Editor:
        surfaces: dict[str, tuple[str, Kind | None]] = {}
        names: dict[Key, str] = {}
        for name, said in settings.items():
            for surface in (name, *said.also):
                surfaces[_folded(surface)] = name, said.kind
            for kind in KINDS if said.kind is None else (said.kind,):
                names[kind, _normalised(name, kind)] = name
        denied = frozenset(_folded(name) for name, said in settings.items() if said.denied)
        hidden = frozenset(name for name, said in settings.items() if said.hide)
        own_words = {_folded(name): name for name in settings}
        return cls(names, surfaces, own_words, frozenset(settings), denied, hidden)


def _corrected(article: Article, editor: _Editor) -> Article:
    """The article with the editor's kinds and names, without the names that are none."""
    renamed: dict[str, str] = {}
    joined: dict[tuple[str, Kind], Name] = {}
    for name in (part for found in article.names for part in _parted(found, editor)):
        if _folded(name.name) in editor.denied:
            continue
        canonical, kind = editor.surfaces.get(_folded(name.name), (whole_name(name, article), None))
        renamed[name.name] = canonical
        new = name
        if (canonical, kind or name.kind) != (name.name, name.kind):
            new = replace(name, name=canonical, kind=kind or name.kind)
        same = joined.get((new.name, new.kind))
        joined[new.name, new.kind] = _joined(same, new) if same else new
    quotes = tuple(_spoken(quote, renamed, editor) for quote in article.quotes)
    return replace(article, names=tuple(joined.values()), quotes=quotes)


def _parted(name: Name, editor: _Editor) -> Iterator[Name]:
    """The name, without the mentions that are the editor's word for another: two that were taken for one."""
    own = editor.surfaces.get(_folded(name.name), (name.name, None))[0]
    others: dict[str, list[Mention]] = {}
    for mention in name.mentions:
        listed = editor.own_words.get(_folded(mention.text), own)
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


def _spoken(quote: Quote, renamed: Mapping[str, str], editor: _Editor) -> Quote:
    speaker = quote.speaker
    if speaker is None or _folded(speaker) in editor.denied:
        return replace(quote, speaker=None) if speaker else quote
    return replace(quote, speaker=renamed.get(speaker) or editor.surfaces.get(_folded(speaker), (speaker, None))[0])


def _joined(one: Name, other: Name) -> Name:
    mentions = sorted({*one.mentions, *other.mentions}, key=lambda m: (m.paragraph, m.start, m.end))
    return replace(one, mentions=tuple(mentions), roles=tuple(dict.fromkeys((*one.roles, *other.roles))))


# ------------------------------------------------------------------------------------------------------ across articles


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("’", "'")).strip().casefold()


@lru_cache(maxsize=1 << 17)
def _normalised(name: str, kind: Kind) -> str:
    """What full names of one entity share, whatever their accents, dots, article or firm's suffix."""
    if kind != "person":
        name = known_key(name)
    decomposed = unicodedata.normalize("NFKD", _folded(name))
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", re.sub(r"[.\-]", " " if kind == "person" else "", plain)).strip()


def _aliases(articles: Iterable[Article], people: Mapping[str, str], editor: _Editor) -> dict[Key, Key]:
    """Surnames and short forms of organisations that have one reading in the whole set, and what they are short for."""
    full: dict[Key, set[Key]] = {}
    for article in articles:
        for name in article.names:
            for short in _short_forms(name, article):
                full.setdefault((name.kind, short), set()).add(_own_key(name, article, people, editor))
    return {short: min(keys) for short, keys in full.items() if len(keys) == 1}


def _short_forms(name: Name, article: Article) -> set[str]:
    """Other forms that an article itself uses, of people whole ones and the surname; what a body is called at home."""
    normalised = _normalised(name.name, name.kind)
    own = {_normalised(mention.text, name.kind) for mention in name.mentions if mention.text not in known_names()}
    if name.kind == "person":
        words = normalised.split()
        return {*words[-1:], *(form for form in own if " " in form)} - {normalised}
    body = whose_body(name, article) if name.kind == "organisation" else None
    bodies = {_normalised(body[0], name.kind)} if body else set[str]()
    return (own | bodies) - {normalised} if name.kind == "organisation" else set()


def _key(name: Name, article: Article, aliases: Mapping[Key, Key], people: Mapping[str, str], editor: _Editor) -> Key:
    own = _own_key(name, article, people, editor)
    full = aliases.get((name.kind, _normalised(name.name, name.kind)))
    whose = whose_body(name, article) if full and name.kind == "organisation" else None
    if full is None or (whose and (whose[1] or whose[0] in known_names())):
        return own
    return full if _may_be_theirs(full[1], own[1], article) else own


def _own_key(name: Name, article: Article, people: Mapping[str, str], editor: _Editor) -> Key:
    key = name.kind, _normalised(name.name, name.kind)
    if name.kind == "person":
        return name.kind, people.get(key[1], key[1])
    whose = whose_body(name, article) if name.kind == "organisation" and key not in editor.names else None
    if whose is None:
        return key
    body, owner = whose
    return name.kind, _normalised(body, name.kind) + (f"\t{owner}" if owner else "")


def _may_be_theirs(full: str, short: str, article: Article) -> bool:
    """Whether an article may shorten the name of a nation's body: not 'Green Party' in one that names other nations."""
    owner = nation_named(full.removesuffix(f" {short}").title())
    named = {one.name for one in article.names if one.kind == "place" and one.name in nations()}
    return not owner or not named or owner in named


def _add(group: _Group, article: str, name: Name) -> None:
    group.names[name.name] = group.names.get(name.name, 0) + len(name.mentions)
    group.articles[article] = None
    for mention in name.mentions:
        group.surfaces[mention.text] = group.surfaces.get(mention.text, 0) + 1
    for role in name.roles:
        group.roles.setdefault(role)


def _canonical(kind: Kind, group: _Group) -> str:
    """The most frequent full name: a person's surname alone, an acronym, only where nothing longer is known."""
    return min(
        group.names,
        key=lambda name: (kind == "person" and " " not in name, name.isupper(), -group.names[name], name),
    )


def _renamed(article: Article, canonical: Callable[[Name], str]) -> Article:
    names: dict[tuple[str, Kind], Name] = {}
    speakers: dict[str, str] = {}
    for name in article.names:
        called = canonical(name)
        new = name if called == name.name else replace(name, name=called)
        speakers[name.name] = new.name
        same = names.get((new.name, new.kind))
        names[new.name, new.kind] = _joined(same, new) if same else new
    quotes = tuple(
        replace(quote, speaker=speakers.get(quote.speaker, quote.speaker)) if quote.speaker else quote
        for quote in article.quotes
    )
    return replace(article, names=tuple(names.values()), quotes=quotes)


# ------------------------------------------------------------------------------------------------------------- entities


def _entities(groups: Mapping[Key, _Group], canonical: Mapping[Key, str], editor: _Editor) -> tuple[Entity, ...]:
    shown = [key for key in groups if canonical[key] not in editor.hidden]
    shown.sort(key=lambda key: (KINDS.index(key[0]), canonical[key].casefold(), canonical[key], key))
    slugs = _slugs({key: canonical[key] for key in shown})
    return tuple(_entity(key, canonical[key], slugs[key], groups[key], editor) for key in shown)


def _entity(key: Key, name: str, slug: str, group: _Group, editor: _Editor) -> Entity:
    also = {*group.surfaces, *group.names} - {name}
    confirmed = name in editor.confirmed
    return Entity(
        id=f"{key[0]}/{slug}",
        slug=slug,
        name=name,
        kind=key[0],
        also=tuple(sorted(also, key=lambda text: (text.casefold(), text))),
        roles=tuple(group.roles)[:_ROLES],
        articles=tuple(group.articles),
        page=confirmed or len(group.articles) > 1,
        origin="edited" if confirmed else "inferred",
    )


def _slugs(names: Mapping[Key, str]) -> dict[Key, str]:
    """A slug for each key, unique within its kind; those that would be equal get a suffix made of the name."""
    wanted: dict[Key, list[Key]] = {}
    for key, name in names.items():
        wanted.setdefault((key[0], _slug(name)), []).append(key)
    slugs: dict[Key, str] = {}
    for (_, slug), keys in wanted.items():
        for key in keys:
            slugs[key] = slug if len(keys) == 1 else f"{slug[: LENGTH - 9]}-{_short_hash(_told_apart(key, names[key]))}"
    return slugs


def _told_apart(key: Key, name: str) -> str:
    return name + key[1].partition("\t")[2]


def _slug(name: str) -> str:
    """The name in ASCII; a hash where most of its letters have none."""
    slug = slugify(name)
    lost = sum(char.isalpha() for char in name[:LENGTH]) > 2 * sum(char.isalpha() for char in slug)
    if not slug or lost:
        return f"name-{_short_hash(name)}"
    return f"{slug}-name" if is_reserved(slug) else slug


def _short_hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
