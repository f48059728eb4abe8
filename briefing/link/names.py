"""Names merged across articles, strictly, and the entity that each of them is.

Two articles name one entity when kind and full name agree, but for a person's initials or nickname, for whose a
nation's body is and for the region of a place. A surname alone joins a full name only when the whole set
knows one person of that surname; within an article the article's own merging has decided already. What ``names`` of
briefing.yml says overrules: kind, other surfaces, not a name at all, no page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from briefing.lexicon.names import known_names, nations
from briefing.link.bodies import nation_named, whose_body
from briefing.link.edited_names import Editor, Key, corrected_names, joined_names, normalised
from briefing.link.people import one_person
from briefing.model import KINDS, Article, Entity, Kind, Name, Settings
from briefing.slug import LENGTH, is_reserved, short_hash, slugify

_ROLES = 8


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
    editor = Editor.of(settings.names)
    corrected = [corrected_names(article, editor) for article in articles]
    full = {normalised(name.name, "person") for one in corrected for name in one.names if name.kind == "person"}
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


# ------------------------------------------------------------------------------------------------------ across articles


def _aliases(articles: Iterable[Article], people: Mapping[str, str], editor: Editor) -> dict[Key, Key]:
    """Surnames and short forms of organisations that have one reading in the whole set, and what they are short for."""
    full: dict[Key, set[Key]] = {}
    for article in articles:
        for name in article.names:
            for short in _short_forms(name, article):
                full.setdefault((name.kind, short), set()).add(_own_key(name, article, people, editor))
    return {short: min(keys) for short, keys in full.items() if len(keys) == 1}


def _short_forms(name: Name, article: Article) -> set[str]:
    """Other forms that an article itself uses, of people whole ones and the surname; what a body is called at home."""
    full = normalised(name.name, name.kind)
    own = {normalised(mention.text, name.kind) for mention in name.mentions if mention.text not in known_names()}
    if name.kind == "person":
        words = full.split()
        return {*words[-1:], *(form for form in own if " " in form)} - {full}
    body = whose_body(name, article) if name.kind == "organisation" else None
    bodies = {normalised(body[0], name.kind)} if body else set[str]()
    return (own | bodies) - {full} if name.kind == "organisation" else set()


def _key(name: Name, article: Article, aliases: Mapping[Key, Key], people: Mapping[str, str], editor: Editor) -> Key:
    own = _own_key(name, article, people, editor)
    full = aliases.get((name.kind, normalised(name.name, name.kind)))
    whose = whose_body(name, article) if full and name.kind == "organisation" else None
    if full is None or (whose and (whose[1] or whose[0] in known_names())):
        return own
    return full if _may_be_theirs(full[1], own[1], article) else own


def _own_key(name: Name, article: Article, people: Mapping[str, str], editor: Editor) -> Key:
    key = name.kind, normalised(name.name, name.kind)
    if name.kind == "person":
        return name.kind, people.get(key[1], key[1])
    whose = whose_body(name, article) if name.kind == "organisation" and key not in editor.names else None
    if whose is None:
        return key
    body, owner = whose
    return name.kind, normalised(body, name.kind) + (f"\t{owner}" if owner else "")


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
        names[new.name, new.kind] = joined_names(same, new) if same else new
    quotes = tuple(
        replace(quote, speaker=speakers.get(quote.speaker, quote.speaker)) if quote.speaker else quote
        for quote in article.quotes
    )
    return replace(article, names=tuple(names.values()), quotes=quotes)


# ------------------------------------------------------------------------------------------------------------- entities


def _entities(groups: Mapping[Key, _Group], canonical: Mapping[Key, str], editor: Editor) -> tuple[Entity, ...]:
    shown = [key for key in groups if canonical[key] not in editor.hidden]
    shown.sort(key=lambda key: (KINDS.index(key[0]), canonical[key].casefold(), canonical[key], key))
    slugs = _slugs({key: canonical[key] for key in shown})
    return tuple(_entity(key, canonical[key], slugs[key], groups[key], editor) for key in shown)


def _entity(key: Key, name: str, slug: str, group: _Group, editor: Editor) -> Entity:
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
            slugs[key] = slug if len(keys) == 1 else f"{slug[: LENGTH - 9]}-{short_hash(_told_apart(key, names[key]))}"
    return slugs


def _told_apart(key: Key, name: str) -> str:
    return name + key[1].partition("\t")[2]


def _slug(name: str) -> str:
    """The name in ASCII; a hash where most of its letters have none."""
    slug = slugify(name)
    lost = sum(char.isalpha() for char in name[:LENGTH]) > 2 * sum(char.isalpha() for char in slug)
    if not slug or lost:
        return f"name-{short_hash(name)}"
    return f"{slug}-name" if is_reserved(slug) else slug
