"""Where a place is and what it lies in, as far as the data of the maps is sure of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefing.model import Entity
from briefing.render.links import Atlas
from briefing.render.pictures.whereabouts import Spot, gazetteer

# Jerusalem; Gaza and the West Bank; Crimea and Sevastopol; Jammu and Kashmir, and Ladakh
_DISPUTED = frozenset("IL.06 PS.GZ PS.WE UA.11 UA.20 IN.12 IN.41".split())


def spot_of(atlas: Atlas, entity: Entity) -> Spot | None:
    """Where a place is; None where its articles mean several of its name, or nobody can tell."""
    spots = {spot for article in entity.articles if (spot := atlas.spots.get(article, {}).get(entity.id))}
    return next(iter(spots)) if len(spots) == 1 else None


def areas_of(atlas: Atlas, entity: Entity) -> str:
    """What a place lies in, the nearest first: ``Massachusetts, United States``; empty where nobody can tell."""
    spot = spot_of(atlas, entity) if entity.kind == "place" else None
    return ", ".join(areas_around(spot)) if spot else ""


def areas_around(spot: Spot) -> tuple[str, ...]:
    """What it lies in; of a division that states dispute never the state, which data cannot decide."""
    steps = spot.within.split(".")
    shortest = 1 if spot.within in _DISPUTED else 0
    around = [".".join(steps[:length]) for length in range(len(steps), shortest, -1)]
    own = {spot.within} if spot.is_area else set()
    return tuple(_areas()[area] for area in around if area in _areas() and area not in own)


@cache
def _areas() -> Mapping[str, str]:
    """The names of countries and regions by their codes."""
    return {spot.within: name for name, spots in gazetteer().items() for spot in spots if spot.is_area}
