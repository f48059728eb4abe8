"""What is known of a name that a text links to, in a few words beside it: shown when it is pointed at or focused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefing.escape import html_attribute
from briefing.model import Entity
from briefing.render.links import Atlas, Named, also_called, described_as, source_of
from briefing.render.name_facts import once
from briefing.render.templates import say_marked
from briefing.render.where import areas_of
from briefing.texts import list_text, say, say_count

_ROLES, _ALSO = 2, 3
_LONGEST = 80  # letters of a role that is still one


class HoverCard(NamedTuple):
    id: str
    name: str
    kind: str
    who: Markup
    also: str
    where: str


def card_id(place: int) -> str:
    """Of the name at this place among those of an article."""
    return f"n{place}"


def hover_cards(atlas: Atlas, names: Sequence[Named]) -> list[HoverCard]:
    """Of the names that the text of an article links to."""
    return [_card(atlas, card_id(n), named) for n, named in enumerate(names) if named.entity.page and named.mentions]


def _card(atlas: Atlas, card: str, named: Named) -> HoverCard:
    language, entity = atlas.language, named.entity
    areas, also = areas_of(atlas, entity), also_called(entity)
    lies_in = html_attribute(say(language, "member.lies_in", areas=areas)) if areas else ""
    here = say_count(language, "hover.here", len(named.mentions))
    return HoverCard(
        id=card,
        name=entity.name,
        kind=say(language, f"kinds.{entity.kind}"),
        who=_who(atlas, named) or Markup(lies_in),
        also=say(language, "member.also", names=list_text(also[:_ALSO], language)) if also else "",
        where=f"{here}, {say_count(language, 'hover.articles', len(entity.articles))}{_sources(atlas, entity)}",
    )


def _sources(atlas: Atlas, entity: Entity) -> str:
    """How many sources name it, where that says more than the number of articles."""
    sources = {source_of(atlas.articles[article]) for article in entity.articles if article in atlas.spots} - {None}
    said = say_count(atlas.language, "hover.sources", len(sources))
    return f", {said}" if 1 < len(sources) < len(entity.articles) else ""


def _who(atlas: Atlas, named: Named) -> Markup:
    """Who somebody is in this article; where it does not say, in others, which is said."""
    entity = named.entity
    if own := described_as(atlas, entity, _fullest(named.roles)):
        return own
    roles = described_as(atlas, entity, _fullest(entity.roles))
    return say_marked(atlas.language, "hover.elsewhere", roles=roles) if roles else Markup("")


def _fullest(roles: Sequence[str]) -> list[str]:
    """Short ones, without those that a fuller one says too."""
    short = once(role for role in roles if len(role) <= _LONGEST)
    said = [role.casefold() for role in short]
    fullest = [role for role in short if sum(role.casefold() in other for other in said) == 1]
    return fullest[:_ROLES]
