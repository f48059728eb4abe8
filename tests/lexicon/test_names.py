"""The list of organisations: in order, every surface once, and no word that ends many names."""

from __future__ import annotations

from importlib import resources

from briefing.lexicon.names import KnownName, kind_words, known_names

_TEXT = resources.files("briefing.lexicon").joinpath("names_organisations.tsv").read_text("utf-8")
_ROWS = [line.split("\t") for line in _TEXT.splitlines() if not line.startswith("#")]
_SURFACES = [[row[0], *row[1].split("|")] if len(row) > 1 else [row[0]] for row in _ROWS]


def test_organisations_stand_in_order() -> None:
    names = [surfaces[0].rstrip("~") for surfaces in _SURFACES]
    assert names == sorted(names, key=lambda name: (name.casefold(), name))


def test_every_surface_of_an_organisation_stands_once() -> None:
    surfaces = [surface.rstrip("~") for row in _SURFACES for surface in row]
    assert len(surfaces) == len(set(surfaces))
    assert all(surface and surface == surface.strip() for surface in surfaces)


def test_no_surface_of_an_organisation_is_a_word_of_many_names() -> None:
    sure = {surface for row in _SURFACES for surface in row if not surface.endswith("~")}
    assert {surface for surface in sure if surface in kind_words()} == {"Congress", "Senate"}


def test_known_organisations() -> None:
    assert known_names()["Gazeta Wyborcza"] == KnownName("Gazeta Wyborcza", "organisation", False)
    assert known_names()["UNPROFOR"].kind == "organisation"
    assert known_names()["Schalke"].ambiguous
