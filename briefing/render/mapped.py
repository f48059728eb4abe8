"""The data of the maps: where the places are that articles name, and where one place is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from briefing.model import Article, Entity
from briefing.render.happening import tells_scenes, where_it_happens
from briefing.render.links import Atlas, Link, Named, entity_link
from briefing.render.pictured import Picture, company, coverage, originals, table_of
from briefing.render.pictures.locator import PLACES, Place, around, draw_map, near
from briefing.render.pictures.whereabouts import Spot
from briefing.render.where import spot_of
from briefing.texts import list_text, number_text, say, say_count

Mapped = tuple[Place, Link]

_LEAST = 2  # places that are worth a map of many articles


def places_of_articles(atlas: Atlas, articles: Iterable[str]) -> Picture | None:
    """Where the places are that articles name, those that most name first."""
    found, entities = _named_places(atlas, articles)
    left = len(entities) - len({key for key, _ in found})
    return _map_of_all(atlas, _by_weight(found, entities), left, _LEAST, "pictures.map", "member.articles")


def places_of_article(atlas: Atlas, article: Article, names: Iterable[Named]) -> Picture | None:
    """Where something happens in one article, the places that it mentions most first; a country alone needs no map."""
    places = {name.entity.id: name for name in names if name.entity.kind == "place" and name.mentions}
    spots = {key: spot for key, spot in atlas.spots.get(article.id, {}).items() if key in places}
    areas = {key for key, spot in spots.items() if spot.is_area}
    shown = where_it_happens(article, {key: place.mentions for key, place in places.items()}, areas)
    found = Counter({(key, spot): len(places[key].mentions) for key, spot in spots.items() if key in shown})
    if all(spot.is_area for _, spot in found) and len(found) == 1:
        return None
    entities = {key: place.entity for key, place in places.items() if key in shown}
    left = len(entities) - len(found)
    title = "pictures.map_scenes" if tells_scenes(article) else "pictures.map"
    return _map_of_all(atlas, _by_weight(found, entities), left, 1, title, "pictures.mentions")


def place_on_map(atlas: Atlas, entity: Entity) -> Picture | None:
    """Where a place is, with what its articles name of the same country or region, and what lies between."""
    if entity.kind != "place" or (spot := spot_of(atlas, entity)) is None:
        return None
    found, entities = _named_places(atlas, entity.articles)
    own = Place(entity.name, spot, found.pop((entity.id, spot), 1), is_subject=True)
    others = dict(_by_weight(found, entities))
    shown = around(own, list(others))
    rows = [(own, entity_link(entity)), *((place, others[place]) for place in shown[1:])]
    caption = say(atlas.language, "pictures.map_around") if len(shown) > 1 else ""
    title = say(atlas.language, "pictures.map_of", name=own.name)
    return _picture(atlas, shown, rows, title, [caption], "member.articles")


def of_members(atlas: Atlas, articles: Sequence[str]) -> tuple[Picture, ...]:
    """The pictures of a page of many articles: when, where, and who with whom."""
    drawn = (coverage(atlas, articles), places_of_articles(atlas, articles), company(atlas, articles))
    return tuple(picture for picture in drawn if picture)


def _named_places(atlas: Atlas, articles: Iterable[str]) -> tuple[Counter[tuple[str, Spot]], dict[str, Entity]]:
    """The places of articles by id and whereabouts, with the number of these articles."""
    found: Counter[tuple[str, Spot]] = Counter()
    entities: dict[str, Entity] = {}
    for article in originals(atlas, articles):
        entities |= {e.id: e for e in atlas.of.entities.get(article.id, ()) if e.kind == "place"}
        found.update(atlas.spots.get(article.id, {}).items())
    return found, entities


def _by_weight(found: Counter[tuple[str, Spot]], entities: dict[str, Entity]) -> list[Mapped]:
    order = sorted(found, key=lambda key: (-found[key], entities[key[0]].name, key))
    return [(Place(entities[key].name, spot, found[key, spot]), entity_link(entities[key])) for key, spot in order]


def _map_of_all(
    atlas: Atlas, places: Sequence[Mapped], left: int, least: int, title: str, counts: str
) -> Picture | None:
    language, rows = atlas.language, places[:PLACES]
    if len(rows) < least:
        return None
    shown = near([place for place, _ in rows])
    beyond = [place.name for place, _ in rows if place not in shown]
    caption = [
        say(language, "pictures.map_most", n=PLACES) if len(places) > PLACES else "",
        say(language, "pictures.map_beyond", names=list_text(beyond, language)) if beyond else "",
        say_count(language, "pictures.map_left", left) if left else "",
    ]
    return _picture(atlas, shown, rows, say(language, title), caption, counts)


def _picture(
    atlas: Atlas, shown: Sequence[Place], rows: Sequence[Mapped], title: str, said: Sequence[str], counts: str
) -> Picture:
    language = atlas.language
    areas = say(language, "pictures.map_caption") if any(place.spot.is_area for place in shown) else ""
    return Picture(
        "map",
        title,
        " ".join(filter(None, (areas, *said))),
        draw_map(shown, table_of("map"), language),
        (say(language, "kinds.place"), say(language, counts)),
        tuple((link, Link(number_text(place.weight, language))) for place, link in rows),
    )
