from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

from briefing.link.similarity import build_vectors
from briefing.link.slugs import assign_slugs
from briefing.link.stories import find_stories
from briefing.model import Article, Edited, Known, Story
from tests.link.hand_built import RULE, article

TITLE = "Harbour of Lindow closed after storm"


def report(article_id: str, day: str | None, edited: Edited | None = None) -> Article:
    return article(
        article_id,
        TITLE if article_id == "a" else f"Storm closes Lindow harbour, {article_id}",
        "The harbour of Lindow was closed after a storm tore terraces from their moorings.",
        "Mayor Ida Brandt said that boats were waiting outside the harbour.",
        f"The lighthouse keeper, asked by {article_id}, saw waves and lantern glass.",
        day=day,
        names=("Ida Brandt", "Lindow"),
        edited=edited,
    )


OTHER = article("z", "Otters return", "Three otters swam past the mill at night, anglers say.", day="2024-03-05")


def stories_of(articles: Sequence[Article], duplicates: Mapping[str, str]) -> tuple[Story, ...]:
    slugs, _ = assign_slugs(articles, {one.id: "full" for one in articles})
    return find_stories(articles, duplicates, slugs, build_vectors(articles))


def test_reports_of_one_event_make_a_story_named_after_its_first() -> None:
    stories = stories_of([report("a", "2024-03-05"), OTHER, report("b", "2024-03-06")], {})
    assert len(stories) == 1
    assert stories[0].articles == ("a", "b")
    assert (stories[0].title, stories[0].slug, stories[0].origin) == (
        TITLE,
        "harbour-of-lindow-closed-after-storm",
        "inferred",
    )


def test_likeness_without_nearness_in_time_makes_no_story() -> None:
    assert stories_of([report("a", "2024-03-05"), report("b", "2024-08-05")], {}) == ()
    assert stories_of([report("a", "2024-03-05"), report("b", None)], {}) == ()


def test_one_outlet_seldom_tells_one_event_twice() -> None:
    def told(source: str) -> list[Article]:
        outlet = Known(source, "stated", RULE)
        harbour = "The harbour of Lindow was closed by a storm on Monday."
        mayor = "Mayor Ida Brandt counts the boats that still wait outside, and the terraces that are lost."
        tower = "In the lighthouse the keeper saw waves over the harbour wall; lantern glass broke."
        first = article("a", TITLE, harbour, mayor, day="2024-03-05", names=("Ida Brandt", "Lindow"))
        second = article("b", "Keeper tells of a night", harbour, tower, day="2024-03-08", names=("Lindow",))
        return [replace(first, source=outlet), replace(second, source=Known("Lindow Post", "stated", RULE))]

    assert len(stories_of(told("Varn Gazette"), {})) == 1
    assert stories_of(told("Lindow Post"), {}) == ()


def test_a_story_says_what_its_articles_share_and_within_how_many_days() -> None:
    (story,) = stories_of([report("a", "2024-03-05"), report("b", "2024-03-06"), OTHER], {})
    reasons = {reason.kind: reason.values for reason in story.reasons}
    assert set(reasons["names"]) == {"Ida Brandt", "Lindow"}
    assert reasons["words"] == ("storm",)
    assert reasons["days-apart"] == ("1",)


def test_the_editor_joins_what_is_unlike_under_a_title() -> None:
    joined = [report("a", None, Edited(story="A wet spring")), article("b", "B", edited=Edited(story="A wet spring"))]
    (story,) = stories_of(joined, {})
    assert (story.title, story.origin, story.articles) == ("A wet spring", "edited", ("a", "b"))


def test_copies_count_as_reports_and_follow_their_original() -> None:
    alone = [report("a", "2024-03-05"), article("copy", "Copy", "Short.")]
    (story,) = stories_of(alone, {"copy": "a"})
    assert story.articles == ("a", "copy")
    edited = [report("a", "2024-03-05", Edited(story="Storm")), alone[1]]
    assert stories_of(edited, {"copy": "a"})[0].articles == ("a", "copy")


def test_the_editor_keeps_an_article_and_its_copies_out_of_every_story() -> None:
    apart = Edited(no_story=True)
    three = [report("a", "2024-03-05"), report("b", "2024-03-06"), report("c", "2024-03-06", apart)]
    (story,) = stories_of(three, {})
    assert story.articles == ("a", "b")
    assert stories_of(three[1:], {}) == ()
    copy = article("copy", "Copy", "Short.")
    assert stories_of([three[2], copy], {"copy": "c"}) == ()
    (story,) = stories_of([*three[:2], replace(copy, edited=apart)], {"copy": "a"})
    assert story.articles == ("a", "b"), "nor does a copy that is kept out follow its original"
    told = Edited(story="The row")
    (story,) = stories_of([three[2], replace(copy, edited=told), report("b", None, told)], {"copy": "c"})
    assert story.articles == ("copy", "b"), "a story of its own wins"


def test_one_article_is_no_story() -> None:
    assert stories_of([OTHER], {}) == ()
    assert stories_of([report("a", None, Edited(story="Alone"))], {}) == ()
    assert stories_of([], {}) == ()


def test_stories_of_one_title_have_two_addresses() -> None:
    first = [report(name, "2024-03-05") for name in ("a", "b")]
    later = [report("a2", "2024-06-05"), report("b2", "2024-06-05")]
    titled = [*first, *(article_with_title(one) for one in later)]
    slugs = [story.slug for story in stories_of(titled, {})]
    assert len(set(slugs)) == 2
    assert all(slug.startswith("harbour-of-lindow-closed-after-storm") for slug in slugs)


def article_with_title(one: Article) -> Article:
    return article(one.id, TITLE, *(p.text for p in one.paragraphs), day=one.date.value if one.date else None)


def test_membership_does_not_depend_on_the_order_of_articles() -> None:
    articles = [report("a", "2024-03-05"), report("b", "2024-03-06"), report("c", "2024-03-07"), OTHER]
    for order in permutations(articles):
        assert [set(story.articles) for story in stories_of(order, {})] == [{"a", "b", "c"}]


def war(article_id: str, day: str, title: str, *paragraphs: str) -> Article:
    return article(article_id, title, *paragraphs, day=day)


TRUCE = (
    war(
        "truce-1",
        "2031-03-04",
        "Varesh and rebels sign ceasefire",
        "The government of Varesh and the rebel Highland Front signed a ceasefire meant to end a war of three years.",
        "The truce takes effect on Friday; both are to pull heavy weapons back from Kelmar and exchange prisoners.",
        "The mediator called it a fragile first step, and the president a victory of reason.",
    ),
    war(
        "truce-2",
        "2031-03-05",
        "Relief and doubt after ceasefire deal in Varesh",
        "People danced in Kelmar when news of the ceasefire came, and doubted by morning.",
        "The truce that the government signed with the Highland Front is the fourth of the war.",
        "The mediator wants observers to watch as heavy weapons are pulled back and prisoners are exchanged.",
    ),
    war(
        "truce-3",
        "2031-03-05",
        "World welcomes truce with Highland Front",
        "Leaders welcomed the ceasefire of Varesh with the rebel Highland Front and promised to rebuild Kelmar.",
        "Under the truce, signed with a mediator, weapons are pulled back and prisoners exchanged.",
    ),
)
BROKEN = (
    war(
        "shells-1",
        "2031-03-07",
        "Shells kill fourteen at Kelmar bus station",
        "Shells hit a bus station in Kelmar and killed fourteen, the worst breach of the ceasefire in Varesh.",
        "The government blamed the Highland Front, which denied it. Observers counted nine craters by the platform.",
    ),
    war(
        "shells-2",
        "2031-03-07",
        "Kelmar mourns dead of bus station",
        "Blood stained the platform of the bus station of Kelmar where shells killed fourteen, four of them children.",
        "Six shells fell within a minute, survivors said; surgeons worked by torchlight on the wounded.",
        "The Highland Front and the government of Varesh blame each other for the craters.",
    ),
)


def test_the_next_event_of_a_running_topic_stays_apart() -> None:
    stories = stories_of([*TRUCE, *BROKEN], {})
    assert [set(story.articles) for story in stories] == [{"truce-1", "truce-2", "truce-3"}, {"shells-1", "shells-2"}]


SINKING = (  # what a report of the sinking tells, of which each takes a part
    "The ferry Brenna capsized in heavy seas off Kestrel Island with four hundred passengers aboard.",
    "Helicopters and trawlers pulled survivors of the ferry from freezing water; divers searched the wreck.",
    "The shipowner Halden withdrew its forecast, and its shares plunged, as insurers feared claims for the wreck.",
    "Families of passengers shouted at the premier, who promised an inquiry into why the ferry had sailed in a gale.",
    "Police detained the captain; lorries that were not lashed to the deck may have made the ferry list.",
    "Bells tolled on Kestrel Island as pupils who drowned on a school trip were buried.",
)


def sinking(number: int, *told: int) -> Article:
    title = ("Ferry Brenna", "Disaster at sea", "Kestrel Island in grief")[number % 3]
    said = [*(SINKING[part] for part in told), "The Brenna sank off Kestrel Island on Monday."]
    names = ("Brenna", "Kestrel Island")
    return article(f"s{number}", title, *said, day=f"2031-03-{3 + number // 2:02}", names=names)


def test_a_story_that_goes_on_for_days_is_not_split() -> None:
    parts = ((0, 1), (1, 2), (0, 3), (2, 3), (1, 4), (0, 5), (3, 4), (4, 5), (3, 5), (0, 4))
    reports = [sinking(number, *told) for number, told in enumerate(parts)]
    assert [len(story.articles) for story in stories_of([*reports, OTHER], {})] == [len(parts)]
