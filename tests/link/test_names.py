"""Names across articles: strictly merged, under one canonical name, overruled by the editor."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.link.names import link_names
from briefing.link.people import one_person
from briefing.model import Article, Entity, Kind, Mention, Name, NameSettings, Quote, Settings
from tests.link.hand_built import article


def named(article_id: str, *names: tuple[str, Kind, int]) -> Article:
    """An article with names, each with so many mentions."""
    found = tuple(
        Name(name, kind, tuple(Mention(1, 100 * i + n, 100 * i + n + 1, name) for n in range(count)))
        for i, (name, kind, count) in enumerate(names)
    )
    return replace(article(article_id, "Title", "Text"), names=found)


def settings(**names: NameSettings) -> Settings:
    return Settings("Briefing", names={name.replace("_", " "): said for name, said in names.items()})


def test_equal_full_names_are_one_entity_with_a_page() -> None:
    articles = [named("b", ("Ana Lima", "person", 2)), named("a", ("Ana Lima", "person", 1), ("Oslo", "place", 1))]
    _, entities = link_names(articles, settings())
    assert [(e.id, e.articles, e.page) for e in entities] == [
        ("person/ana-lima", ("b", "a"), True),
        ("place/oslo", ("a",), False),
    ]


def test_a_surname_joins_the_only_full_name_of_the_set() -> None:
    linked, entities = link_names(
        [named("a", ("Ana Lima", "person", 1)), named("b", ("Lima", "person", 5))], settings()
    )
    assert [entity.name for entity in entities] == ["Ana Lima"]
    assert linked[1].names[0].name == "Ana Lima"


def test_a_surname_joins_nobody_where_two_people_have_it() -> None:
    articles = [named(str(i), (name, "person", 1)) for i, name in enumerate(("Ana Lima", "Rui Lima", "Lima"))]
    _, entities = link_names(articles, settings())
    assert [entity.name for entity in entities] == ["Ana Lima", "Lima", "Rui Lima"]


def test_one_name_of_two_kinds_is_two_entities() -> None:
    _, entities = link_names([named("a", ("Lima", "place", 1)), named("b", ("Lima", "person", 1))], settings())
    assert [entity.id for entity in entities] == ["person/lima", "place/lima"]


def test_the_most_frequent_spelling_is_canonical() -> None:
    articles = [named("a", ("José Mora", "person", 3)), named("b", ("Jose Mora", "person", 2))]
    linked, entities = link_names(articles, settings())
    assert [(entity.name, entity.also) for entity in entities] == [("José Mora", ("Jose Mora",))]
    assert [a.names[0].name for a in linked] == ["José Mora", "José Mora"]


def test_known_organisations_and_firms_join_whatever_their_form() -> None:
    articles = [named("a", ("United Nations", "organisation", 1)), named("b", ("U.N.", "organisation", 9))]
    articles += [named("c", ("Tarlow Inc.", "organisation", 1)), named("d", ("Tarlow", "organisation", 2))]
    _, entities = link_names(articles, settings())
    assert [entity.name for entity in entities] == ["Tarlow", "United Nations"]


def test_the_editor_joins_spellings_and_speakers_follow() -> None:
    quote = Quote("No.", 1, 0, 3, speaker="Anthony Lloyd")
    told = settings(Antony_Lloyd=NameSettings(kind="person", also=("Anthony Lloyd",)))
    linked, entities = link_names([replace(named("a", ("Anthony Lloyd", "person", 1)), quotes=(quote,))], told)
    assert [(e.name, e.also, e.page, e.origin) for e in entities] == [
        ("Antony Lloyd", ("Anthony Lloyd",), True, "edited")
    ]
    assert (linked[0].names[0].name, linked[0].quotes[0].speaker) == ("Antony Lloyd", "Antony Lloyd")


def test_two_names_of_an_article_that_the_editor_joins_become_one() -> None:
    told = settings(Ana_Lima=NameSettings(also=("Ana Souza",)))
    linked, _ = link_names([named("a", ("Ana Lima", "person", 1), ("Ana Souza", "person", 2))], told)
    assert [(name.name, len(name.mentions)) for name in linked[0].names] == [("Ana Lima", 3)]


def test_the_editor_corrects_a_kind() -> None:
    linked, entities = link_names([named("a", ("Lima", "person", 1))], settings(Lima=NameSettings(kind="place")))
    assert (linked[0].names[0].kind, entities[0].id) == ("place", "place/lima")


def test_what_the_editor_denies_is_removed_everywhere() -> None:
    quote = Quote("No.", 1, 0, 3, speaker="Deal")
    denied = settings(Deal=NameSettings(denied=True))
    linked, entities = link_names([replace(named("a", ("Deal", "person", 1)), quotes=(quote,))], denied)
    assert (linked[0].names, linked[0].quotes[0].speaker, entities) == ((), None, ())


def test_what_the_editor_hides_has_no_entity() -> None:
    articles = [named("a", ("Ana Lima", "person", 1)), named("b", ("Ana Lima", "person", 1))]
    _, entities = link_names(articles, settings(Ana_Lima=NameSettings(hide=True)))
    assert entities == ()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Łukasz Żak", "lukasz-zak"),
        ("AT&T", "at-t"),
        ("Index", "index-name"),
        ("Con", "con-name"),
        ("x" * 200, "x" * 80),
    ],
)
def test_slugs_are_short_ascii_and_never_reserved(name: str, slug: str) -> None:
    assert link_names([named("a", (name, "person", 1))], settings())[1][0].slug == slug


def test_a_name_without_ascii_letters_has_a_stable_slug_of_its_own() -> None:
    _, entities = link_names([named("a", ("Αθήνα", "place", 1), ("Ωρωπός", "place", 1))], settings())
    assert len({entity.slug for entity in entities}) == 2
    assert all(entity.slug.startswith("name-") for entity in entities)


NAMES = st.lists(st.tuples(st.text(min_size=1, max_size=12), st.sampled_from(["person", "place"])), max_size=6)


@given(st.lists(NAMES, max_size=5))
def test_every_name_shown_is_an_entity_and_slugs_are_unique(sets: list[list[tuple[str, Kind]]]) -> None:
    articles = [named(str(i), *((name, kind, 1) for name, kind in names)) for i, names in enumerate(sets)]
    linked, entities = link_names(articles, settings())
    assert len({entity.id for entity in entities}) == len(entities)
    assert {(n.name, n.kind) for a in linked for n in a.names} == {(e.name, e.kind) for e in entities}


def test_two_thousand_articles_are_linked_quickly() -> None:
    articles = [named(str(i), *((f"Ana {j * i % 997} Lima{j}", "person", 2) for j in range(30))) for i in range(2000)]
    began = time.process_time()
    link_names(articles, settings())
    assert time.process_time() - began < 5


def test_bodies_of_one_name_and_two_nations_stay_two() -> None:
    nations = {"a": "India", "b": "Kenya", "c": "India"}
    court: tuple[str, Kind, int] = ("Supreme Court", "organisation", 1)
    articles = [named(key, (nation, "place", 1), court) for key, nation in nations.items()]
    _, entities = link_names(articles, settings())
    courts = [entity for entity in entities if entity.name == "Supreme Court"]
    assert sorted(entity.articles for entity in courts) == [("a", "c"), ("b",)]
    assert len({entity.id for entity in courts}) == 2


def test_a_court_is_that_of_the_place_beside_it() -> None:
    def told(key: str, text: str, place: str) -> Article:
        spans = (("Supreme Court", "organisation"), (place, "place"), ("United States", "place"))
        found = tuple(
            Name(name, kind, (Mention(1, text.index(name), text.index(name) + len(name), name),))
            for name, kind in spans
        )
        return replace(article(key, "Title", text), names=found)

    articles = [
        told("a", "The Supreme Court of Puerto Rico ruled, and the United States agreed.", "Puerto Rico"),
        told("b", "Puerto Rico Supreme Court judges met in the United States.", "Puerto Rico"),
        told("c", "The Supreme Court of the United States met.", "United States"),
        told("d", "The Supreme Court met in Boston, United States.", "Boston"),
    ]
    _, entities = link_names(articles, settings())
    assert sorted(one.articles for one in entities if one.name == "Supreme Court") == [("a", "b"), ("c", "d")]


def articles_of(entities: tuple[Entity, ...], kind: Kind) -> dict[str, tuple[str, ...]]:
    return {entity.name: entity.articles for entity in entities if entity.kind == kind}


def test_a_body_is_its_nations_however_that_is_said() -> None:
    articles = [
        named("a", ("U.S. Senate", "organisation", 1)),
        named("b", ("Senate", "organisation", 2), ("United States", "place", 1), ("Kenya", "place", 5)),
        named("c", ("Senate", "organisation", 1), ("Kenya", "place", 1)),
        named("d", ("Kenyan Senate", "organisation", 2)),
        named("e", ("Senate of Kenya", "organisation", 1)),
    ]
    _, entities = link_names(articles, settings())
    assert articles_of(entities, "organisation") == {"Senate": ("a", "b"), "Kenyan Senate": ("c", "d", "e")}


def test_a_body_beside_another_nations_in_one_article_is_not_that() -> None:
    places: list[tuple[str, Kind, int]] = [("United States", "place", 3), ("Kenya", "place", 1)]
    both = named("a", ("Senate", "organisation", 2), ("U.S. Senate", "organisation", 1), *places)
    _, entities = link_names([both, named("b", ("U.S. Senate", "organisation", 1))], settings())
    assert articles_of(entities, "organisation") == {"Senate": ("a",), "U.S. Senate": ("a", "b")}


def test_banks_and_schools_are_called_by_their_place() -> None:
    articles = [named("a", ("Bank of Kenya", "organisation", 1)), named("b", ("Kenya Bank", "organisation", 1))]
    assert len(link_names(articles, settings())[1]) == 2


def test_a_party_of_one_nation_is_not_that_of_an_article_about_another() -> None:
    short = Mention(1, 50, 61, "Green Party")
    first = named("a", ("US Green Party", "organisation", 1))
    first = replace(first, names=(replace(first.names[0], mentions=(*first.names[0].mentions, short)),))
    british = named("b", ("Green Party", "organisation", 1), ("United Kingdom", "place", 1))
    _, entities = link_names([first, british, named("c", ("Green Party", "organisation", 1))], settings())
    assert articles_of(entities, "organisation") == {"US Green Party": ("a", "c"), "Green Party": ("b",)}


def test_a_shorter_full_name_that_an_article_uses_is_the_same_person_elsewhere() -> None:
    long = named("a", ("Pedro R. Lima Urra", "person", 1))
    long = replace(long, names=(replace(long.names[0], mentions=(Mention(1, 50, 60, "Pedro Lima"),)),))
    _, entities = link_names([long, named("b", ("Pedro Lima", "person", 1))], settings())
    assert [entity.articles for entity in entities] == [("a", "b")]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        (["tim lind", "timothy d lind"], 1),
        (["donald lind", "donald j lind", "donald john lind"], 1),
        (["george lind", "george w lind", "george h w lind"], 3),
        (["alex lind", "alexander lind", "alexandra lind"], 3),
        (["ann lind", "anne lind"], 2),
        (["john lind jr", "john r lind jr"], 2),
        (["lind", "tim lind"], 2),
    ],
)
def test_full_names_of_one_person(names: list[str], people: int) -> None:
    same = one_person(names)
    assert len({same.get(name, name) for name in names}) == people


def test_a_surname_is_of_one_person_under_two_names() -> None:
    articles = [named(str(i), (name, "person", 1)) for i, name in enumerate(("Tim Lima", "Timothy D. Lima", "Lima"))]
    assert len(link_names(articles, settings())[1]) == 1
    assert len(link_names(articles, settings(Tim_Lima=NameSettings()))[1]) == 3  # whom the editor lists apart


def test_the_congress_of_a_nation_does_not_take_in_those_of_others() -> None:
    party = named("a", ("Indian National Congress", "organisation", 1))
    short = Mention(1, 50, 58, "Congress")
    party = replace(party, names=(replace(party.names[0], mentions=(*party.names[0].mentions, short)),))
    linked, entities = link_names([party, named("b", ("Congress", "organisation", 2))], settings())
    assert [entity.name for entity in entities] == ["Congress", "Indian National Congress"]
    assert linked[1].names[0].name == "Congress"


def test_two_names_of_the_editor_that_an_article_took_for_one_are_two() -> None:
    first, second, short = (
        Mention(1, 10 * n, 10 * n + 3, text) for n, text in enumerate(("Ana Lima", "Anna Lima", "Lima"))
    )
    one = replace(
        article("a", "Title", "Text"), names=(Name("Ana Lima", "person", (first, second, short), ("mayor",)),)
    )
    _, merged = link_names([one], settings())
    assert [entity.name for entity in merged] == ["Ana Lima"]
    linked, entities = link_names([one], settings(Ana_Lima=NameSettings(), Anna_Lima=NameSettings()))
    assert [entity.name for entity in entities] == ["Ana Lima", "Anna Lima"]
    assert {name.name: name.mentions for name in linked[0].names} == {
        "Ana Lima": (first, short),
        "Anna Lima": (second,),
    }
    also = settings(Ana_Lima=NameSettings(also=("Anna Lima",)))  # which joins them
    assert [entity.name for entity in link_names([one], also)[1]] == ["Ana Lima"]


@pytest.mark.parametrize(
    ("text", "is_capital"),
    [
        ("Ministers met in [Washington].", True),
        ("They flew to [Washington] on Monday.", True),
        ("Calls on [Washington]’s envoys went out.", True),
        ("A ferry sank near Everett, [Washington].", False),
        ("They voted in [Washington] and Oregon.", False),
        ("Voters in Oregon and [Washington] stayed away.", False),
        ("The governor of [Washington] resigned.", False),
        ("A [Washington] senator resigned.", False),
        ("They met in [Washington]. He comes from Everett, [Washington].", False),
    ],
)
def test_a_place_without_its_region_is_the_one_that_the_gazetteer_has_with_it(text: str, is_capital: bool) -> None:
    plain = text.replace("[", "").replace("]", "")
    mentions = tuple(
        Mention(1, at, at + 10, "Washington") for at in range(len(plain)) if plain.startswith("Washington", at)
    )
    said = replace(article("a", "Title", plain), names=(Name("Washington", "place", mentions),))
    articles = [said, named("b", ("Washington, D.C.", "place", 1))]
    names = [entity.name for entity in link_names(articles, settings())[1]]
    assert names == ([] if is_capital else ["Washington"]) + ["Washington, D.C."]
    listed = settings(Washington=NameSettings(kind="place"))
    assert len(link_names(articles, listed)[1]) == 2
