"""The indexes of people, places and organisations: by the number of articles, and from A to Z.

people/index.md, people/index/2.md …    by weight
people/index/a-z.md                     by letter; one page a letter where one page for all would be long
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from briefing.model import FOLDERS, KINDS, Entity
from briefing.render.alphabet import letter_of, letter_slug, plain
from briefing.render.excerpts import Piece
from briefing.render.facts import trail
from briefing.render.links import Atlas, Link, entity_link
from briefing.render.mapped import places_of_articles
from briefing.render.name_facts import telling
from briefing.render.pagination import Leaf, paginate
from briefing.render.pictured import Picture, company
from briefing.render.templates import page
from briefing.render.traces import Traces
from briefing.render.where import areas_of
from briefing.texts import number_text, say, say_count

_ROWS = 200  # short ones
_AFTER_NAME = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}


class Row(NamedTuple):
    name: Piece  # in the list from A to Z, the word that it is sorted by stands in the middle
    href: str
    number: str
    mark: Link  # of a name without a page: where it stands
    who: str  # a role in the words of a text, or what a place lies in


class Letter(NamedTuple):
    label: str  # empty by weight
    slug: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Index:
    atlas: Atlas
    traces: Traces
    folder: str
    entities: tuple[Entity, ...]
    letters: Mapping[str, tuple[Entity, ...]]  # from A to Z

    @property
    def is_long(self) -> bool:
        return len(self.entities) > _ROWS

    @property
    def weighty(self) -> tuple[Entity, ...]:
        return tuple(entity for entity in self.entities if entity.page) or self.entities

    def path(self, letter: str) -> str:
        return f"{self.folder}/index/{letter_slug(letter) if self.is_long else 'a-z'}"


def name_index_pages(atlas: Atlas, traces: Traces) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        entities = [entity for entity in atlas.briefing.entities if entity.kind == kind]
        entities.sort(key=lambda e: (-len(e.articles), not e.page, e.name.casefold(), e.id))
        by_name = sorted(entities, key=_sorted_by)
        grouped = groupby(sorted(by_name, key=_letter), key=_letter)
        letters = {letter: tuple(found) for letter, found in grouped}
        index = Index(atlas, traces, FOLDERS[kind], tuple(entities), letters)
        yield from _by_weight(index)
        yield from _by_letter(index)


def _by_weight(index: Index) -> Iterator[tuple[str, str]]:
    """Those with a page; where nobody has one, everybody."""
    for leaf in paginate(f"{index.folder}/index", index.weighty, _ROWS):
        rows = tuple(_row(index, entity, Piece(entity.name, "", "")) for entity in leaf.rows)
        yield _page(index, leaf, (Letter("", "", rows),), "")


def _by_letter(index: Index) -> Iterator[tuple[str, str]]:
    for path, letters in groupby(index.letters, key=index.path):
        named = [entity for letter in letters for entity in index.letters[letter]]
        for leaf in paginate(path, named, _ROWS):
            groups = groupby(leaf.rows, key=_letter)
            rows = ((letter, tuple(_row(index, e, _split(e)) for e in found)) for letter, found in groups)
            shown = tuple(Letter(letter, letter_slug(letter), found) for letter, found in rows)
            yield _page(index, leaf, shown, _letter(named[0]) if index.is_long else "*")


def _page(index: Index, leaf: Leaf[Entity], letters: tuple[Letter, ...], here: str) -> tuple[str, str]:
    """``here``: the letter that has the page; ``*`` where it is the page of all letters, empty by weight."""
    language, folder = index.atlas.language, index.folder
    section = say(language, f"site.{folder}")
    dek = _dek(index, here)
    above = (Link(section, f"{folder}/index.html"),) if here or leaf.number > 1 else ()
    title = say(language, "index.letter", title=section, letter=here) if here not in ("", "*") else section
    head: dict[str, object] = {
        "title": title if leaf.number == 1 else say(language, "site.page_of", title=title, n=leaf.number),
        "description": dek,
        "kind": "index",
    }
    said = {"title": title, "dek": dek, "note": say(language, f"index.{folder}_sorted") if here else ""}
    views = _views(index, here) if index.letters else ()
    bar = _bar(index, here) if here or index.is_long else ()
    groups = {"letters": letters, "views": views, "bar": bar, "leaf": leaf}
    pictures = _pictures(index) if leaf.number == 1 and not above else ()
    return page(leaf.path, "names", language, head, trail=trail(language, *above), pictures=pictures, **said, **groups)


def _pictures(index: Index) -> tuple[Picture, ...]:
    """People with the people they appear with, places where they are."""
    articles = [article.id for article in index.atlas.listed]
    if index.folder == "organisations":
        return ()
    is_people = index.folder == "people"
    picture = company(index.atlas, articles, ["person"]) if is_people else places_of_articles(index.atlas, articles)
    return (picture,) if picture else ()


def _dek(index: Index, here: str) -> str:
    language, number = index.atlas.language, len(index.entities)
    if not number:
        return say(language, f"index.{index.folder}_empty")
    named = say_count(language, f"index.{index.folder}_dek", number)
    if here or len(index.weighty) == number:
        return f"{named} {say(language, 'index.names_all_dek')}"
    return f"{named} {say_count(language, 'index.names_dek', len(index.weighty))}"


def _views(index: Index, here: str) -> tuple[Link, ...]:
    language = index.atlas.language
    first = f"{index.path(next(iter(index.letters)))}.html"
    return (
        Link(say(language, "index.by_weight"), f"{index.folder}/index.html" if here else ""),
        Link(say(language, "index.by_letter"), "" if here else first),
    )


def _bar(index: Index, here: str) -> tuple[Link, ...]:
    """The letters, each with the way to its names."""
    fragment = "" if index.is_long else "#letter-{}"
    return tuple(
        Link(letter, "" if letter == here else f"{index.path(letter)}.html{fragment.format(letter_slug(letter))}")
        for letter in index.letters
    )


def _row(index: Index, entity: Entity, name: Piece) -> Row:
    atlas = index.atlas
    link = entity_link(entity, number_text(len(entity.articles), atlas.language))
    place = index.traces.only.get(entity.id)
    who = next(iter(telling(entity.roles)), "") or areas_of(atlas, entity)
    if not place:
        return Row(name, link.href, link.number, Link(""), who)
    article, paragraph = place
    text = say(atlas.language, "article.mark", n=paragraph) if paragraph else say(atlas.language, "index.article")
    return Row(name, "", "", Link(text, atlas.article_href(article, paragraph)), who)


def _split(entity: Entity) -> Piece:
    """A person's name at its last word, another at its first: by these they are sorted."""
    words = entity.name.split(" ")
    place = 0
    if entity.kind == "person":
        place = max(0, len(words) - (2 if words[-1].casefold() in _AFTER_NAME else 1))
    before, after = words[:place], words[place + 1 :]
    return Piece("".join(f"{w} " for w in before), words[place], "".join(f" {w}" for w in after))


def _sorted_by(entity: Entity) -> tuple[str, str, str]:
    name = _split(entity)
    return plain(f"{name.words}{name.after}"), plain(name.before), entity.id


def _letter(entity: Entity) -> str:
    return letter_of(_split(entity).words)
