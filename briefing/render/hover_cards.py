"""What is known of a name that a text links to, in a few words beside it: shown when it is pointed at or focused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from briefing.model import Entity
from briefing.render.links import Atlas, Named, described_as
from briefing.texts import list_text, say, say_count

_ROLES, _ALSO = 2, 3
_LONGEST = 80  # letters of a role that is still one


class HoverCard(NamedTuple):
    id: str
    name: str
    kind: str
    roles: Markup
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
    here = say_count(language, "hover.here", len(named.mentions))
    return HoverCard(
        id=card,
        name=entity.name,
        kind=say(language, f"kinds.{entity.kind}"),
        roles=described_as(atlas, entity, _roles(entity)),
        also=say(language, "member.also", names=list_text(entity.also[:_ALSO], language)) if entity.also else "",
        where=f"{here}, {say_count(language, 'hover.articles', len(entity.articles))}",
    )


def _roles(entity: Entity) -> list[str]:
    """Without those that a fuller one says too."""
    short = [role for role in entity.roles if len(role) <= _LONGEST]
    said = [role.casefold() for role in short]
    fullest = [role for role in short if sum(role.casefold() in other for other in said) == 1]
    return fullest[:_ROLES]
