"""Better no place than a wrong one."""

from __future__ import annotations

import pytest

from briefing.lexicon.names import known_names
from briefing.render.pictures.whereabouts import Named, find_spots, gazetteer


def where(*places: tuple[str, str]) -> dict[str, str]:
    """Country and division of each place that is found, given with what stands after its mention."""
    return {name: spot.within for name, spot in find_spots([Named(name, (after,)) for name, after in places]).items()}


@pytest.mark.parametrize(
    ("places", "found"),
    [
        ([("Paris", " on Monday.")], {"Paris": "FR.11"}),
        ([("Paris", ", Texas, where")], {}),
        ([("London", ", Ontario (AP)")], {}),
        ([("London", ", England.")], {"London": "GB.ENG"}),
        ([("Cambridge", " on Monday.")], {}),
        ([("Cambridge", ", Massachusetts.")], {"Cambridge": "US.MA"}),
        ([("Cambridge", ", Mass., said")], {"Cambridge": "US.MA"}),
        ([("Cambridge", ", England.")], {"Cambridge": "GB.ENG"}),
        ([("Cambridge", " said"), ("Boston", " too")], {"Cambridge": "US.MA", "Boston": "US.MA"}),
        ([("Cambridge", " said"), ("Boston", " too"), ("London", "")], {"Boston": "US.MA", "London": "GB.ENG"}),
        ([("Georgia", " said on Monday")], {}),
        ([("Georgia", " said"), ("Tbilisi", ", Georgia")], {"Georgia": "GE", "Tbilisi": "GE.51"}),
        ([("Georgia", " said"), ("Atlanta", ", Georgia")], {"Georgia": "US.GA", "Atlanta": "US.GA"}),
        ([("France", ", Germany and Italy")], {"France": "FR"}),
        ([("Washington", " state")], {}),
        ([("Washington", " State Department")], {"Washington": "US.DC"}),
        ([("Nowhere at All", "")], {}),
    ],
)
def test_an_ambiguous_name_is_found_where_the_text_decides(
    places: list[tuple[str, str]], found: dict[str, str]
) -> None:
    assert where(*places) == found


def test_the_gazetteer_names_places_of_the_lexicon_and_puts_them_on_the_earth() -> None:
    places = {known.name for known in known_names().values() if known.kind == "place"}
    assert set(gazetteer()) <= places and len(gazetteer()) > 1500
    for name, spots in gazetteer().items():
        for spot in spots:
            assert spot.kind in ("country", "region", "city") and len(spot.within.partition(".")[0]) == 2, name
            assert -57 <= spot.latitude <= 81 and -180 <= spot.longitude <= 180, name


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [("Gaza", 31.4, 34.4), ("Kyiv", 50.5, 30.5), ("Washington", 38.9, -77.0), ("Sydney", -33.9, 151.2),
     ("Geneva", 46.2, 6.1), ("St. Petersburg", 59.9, 30.3), ("Rome", 41.9, 12.5), ("Russia", 63, 94),
     ("Chad", 15, 18), ("New York", 40.7, -74.0), ("Seville", 37.4, -6.0), ("Barcelona", 41.4, 2.2)],
)  # fmt: skip
def test_well_known_places_are_where_they_are(name: str, latitude: float, longitude: float) -> None:
    (spot,) = gazetteer()[name]
    assert abs(spot.latitude - latitude) < 3 and abs(spot.longitude - longitude) < 6


def test_names_that_are_mostly_something_else_are_nowhere() -> None:
    assert not {"Essex", "Camden", "Reading", "Salisbury", "Asia", "Whitehall"} & set(gazetteer())
