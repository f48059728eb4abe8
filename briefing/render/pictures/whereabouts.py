"""Where the places of an article are. Better none than a wrong one: a name that several places bear is found only where
the text decides, and not where it speaks against what is mostly meant.

The text decides by naming what a place lies in right after it (``Cambridge, Massachusetts``), or by naming the same
division elsewhere (``London`` or ``England``) and none of the others'.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from briefing.lexicon.names import known_names

_AFTER = re.compile(r"(?:,\s+|\s+\()((?:[^\W\d_][\w’'.-]*)(?:\s+[A-Z][\w’'.-]*){0,3})")
_STATE = re.compile(r"\s+[Ss]tate\b(?! Department)")


class Spot(NamedTuple):
    kind: str  # country, region, city
    within: str  # country, or country and division: "GB", "GB.ENG"
    latitude: float
    longitude: float

    @property
    def is_area(self) -> bool:
        return self.kind != "city"


class Named(NamedTuple):
    """A place as an article names it: the name of the gazetteer, and what stands behind its mentions."""

    name: str
    after: tuple[str, ...]


def find_spots(places: Sequence[Named]) -> dict[str, Spot]:
    """Where the places of one article are, by name; those that cannot be told are left out."""
    spots = {place.name: _by_what_follows(place) for place in places}
    sure = {name: found[0] for name, found in spots.items() if len(found) == 1}
    for name, found in spots.items():
        if len(found) > 1 and (spot := _by_what_is_near(found, sure.values())):
            sure[name] = spot
    return {place.name: sure[place.name] for place in places if place.name in sure}


def is_known(name: str) -> bool:
    return name in gazetteer()


@cache
def gazetteer() -> Mapping[str, tuple[Spot, ...]]:
    """Each name with the places it may mean."""
    found: defaultdict[str, list[Spot]] = defaultdict(list)
    text = resources.files(__package__).joinpath("whereabouts.tsv").read_text("utf-8")
    for row in text.splitlines():
        if not row.startswith("#"):
            name, kind, within, latitude, longitude = row.split("\t")
            found[name].append(Spot(kind, within, float(latitude), float(longitude)))
    return {name: tuple(spots) for name, spots in found.items()}


def _by_what_follows(place: Named) -> Sequence[Spot]:
    """The places that a name may mean after what is said right behind it; none where it says something else."""
    found: Sequence[Spot] = gazetteer().get(place.name, ())
    for after in place.after:
        if _STATE.match(after):
            found = [spot for spot in found if spot.kind == "region"]
        elif areas := list(_areas_after(after)):
            inside = [spot for spot in found if any(lies_in(spot, area) for area in areas)]
            beside = any(spot.is_area for spot in found)  # "France, Germany": one of a list
            found = inside if inside or not beside else found
    return found


def _areas_after(after: str) -> Iterator[Spot]:
    """The areas that words like ``, Massachusetts, said`` may begin with."""
    match = _AFTER.match(after)
    said = match[1].split() if match else []
    for length in range(len(said), 0, -1):
        surface = " ".join(said[:length])
        for form in (surface, surface.rstrip(".,;:)’'")):
            known = known_names().get(form)
            spots = [spot for spot in gazetteer().get(known.name if known else form, ()) if spot.is_area]
            if spots:
                yield from spots
                return


def _by_what_is_near(found: Sequence[Spot], sure: Collection[Spot]) -> Spot | None:
    """The only one that shares its division with another place of the text, or has a city of the text in it."""
    near = [spot for spot in found if any(lies_in(other, spot) or _are_together(spot, other) for other in sure)]
    return near[0] if len(near) == 1 else None


def _are_together(spot: Spot, other: Spot) -> bool:
    return not spot.is_area and "." in spot.within and spot.within == other.within


def lies_in(spot: Spot, area: Spot) -> bool:
    return area.is_area and spot is not area and f"{spot.within}.".startswith(f"{area.within}.")
