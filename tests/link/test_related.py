from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import permutations

from briefing.link.related import find_related
from briefing.link.similarity import build_vectors
from briefing.model import Article, ArticleTopic, Reason, Related
from tests.link.hand_built import article

TRUCE = (ArticleTopic("medtop:16000000", 0.7), ArticleTopic("medtop:20000073", 0.5))
FIRST = article(
    "first",
    "Hostages freed in Varn as truce holds",
    "Militants freed nine hostages in the port of Varn on Monday. Ida Brandt, the mediator, praised the truce.",
    day="2024-03-05",
    names=("Ida Brandt", "Varn"),
    topics=TRUCE,
)
SECOND = article(
    "second",
    "Truce in Varn ends; hostages still missing",
    "The truce of Varn broke down on Friday. Ida Brandt said that eleven hostages remain with the militants.",
    day="2024-03-29",
    names=("Ida Brandt", "Varn"),
    topics=TRUCE,
)
OTHER = article("other", "Otters return to the river", "Three otters swam past the mill of Lindow.", names=("Lindow",))


def related_of(
    articles: Sequence[Article], duplicates: Mapping[str, str], count: int
) -> dict[str, tuple[Related, ...]]:
    return find_related(articles, duplicates, count, build_vectors(articles))


def test_related_articles_name_their_reasons() -> None:
    related = related_of([FIRST, SECOND, OTHER], {}, 5)
    assert [found.article for found in related["first"]] == ["second"]
    assert related["other"] == ()
    reasons = {reason.kind: reason.values for reason in related["first"][0].reasons}
    assert set(reasons["names"]) == {"Ida Brandt", "Varn"}
    assert reasons["topics"] == ("medtop:20000073",)
    assert {"hostages", "truce"} <= set(reasons["words"])
    assert reasons["days-apart"] == ("24",)
    assert related["second"][0].reasons[-1] == Reason("days-apart", ("-24",))


def test_words_of_shared_names_are_no_reason_of_their_own() -> None:
    words = [r.values for r in related_of([FIRST, SECOND], {}, 5)["first"][0].reasons if r.kind == "words"]
    assert not {"varn", "ida", "brandt"} & set(words[0])


def test_copies_are_neither_given_nor_found() -> None:
    copy = article("copy", FIRST.title.value, FIRST.paragraphs[0].text)
    related = related_of([FIRST, copy, SECOND], {"copy": "first"}, 5)
    assert "copy" not in related
    assert all(found.article != "copy" for each in related.values() for found in each)


def test_the_score_of_a_pair_does_not_depend_on_the_other_articles() -> None:
    alone = related_of([FIRST, SECOND], {}, 5)["first"][0]
    more = [article(f"more{n}", "Hostages", "Hostages, hostages and a truce in the port.") for n in range(5)]
    among = related_of([FIRST, SECOND, OTHER, *more], {}, 10)["first"]
    assert alone in among


def test_the_order_of_articles_changes_nothing_and_ties_go_by_id() -> None:
    twins = [article(f"twin-{n}", SECOND.title.value, SECOND.paragraphs[0].text) for n in (2, 1)]
    results = [related_of(order, {}, 2) for order in permutations([FIRST, *twins])]
    assert all(result == results[0] for result in results)
    assert [found.article for found in results[0]["first"]] == ["twin-1", "twin-2"]


def test_no_more_than_asked_for_and_scores_of_two_decimals() -> None:
    many = [article(f"a{n}", FIRST.title.value, FIRST.paragraphs[0].text) for n in range(9)]
    related = related_of(many, {}, 3)
    assert all(len(found) == 3 for found in related.values())
    assert all(0 < r.score <= 1 and round(r.score, 2) == r.score for found in related.values() for r in found)


def test_small_words_of_other_languages_relate_nothing() -> None:
    one = article("eins", "Der Otter", "Der Otter ist an dem Bach und in der Au bei uns.", language="de")
    two = article("zwei", "Das Brot", "Das Brot ist an der Tür und in dem Haus bei uns.", language="de")
    assert related_of([one, two], {}, 5) == {"eins": (), "zwei": ()}


def test_nothing_and_empty_articles() -> None:
    assert related_of([], {}, 5) == {}
    assert related_of([article("empty", "")], {}, 5) == {"empty": ()}


def test_a_broad_topic_alone_is_no_reason() -> None:
    politics = (ArticleTopic("medtop:11000000", 0.5),)
    talks = (ArticleTopic("medtop:20000639", 0.5),)
    one = article("one", "Old quay", "They were there and it was so.", topics=politics)
    two = article("two", "Old quay", "They were there and it was so.", topics=talks)
    found = related_of([one, two], {}, 5)
    for related in found["one"]:
        assert [reason.kind for reason in related.reasons] != ["topics"]
    own = (ArticleTopic("own:Quay works", 1.0),)
    one = article("one", "Old quay crane", "They were there and it was so.", topics=own)
    two = article("two", "Old quay crane", "They were there and it was so.", topics=own)
    assert Reason("topics", ("own:Quay works",)) in related_of([one, two], {}, 5)["one"][0].reasons


def test_a_place_in_common_is_not_enough() -> None:
    hall = article("hall", "Concert hall of Varn opens", "Critics praised acoustics and oak.", names=("Varn",))
    knife = article(
        "knife",
        "Knife attack in Varn",
        "Police in Varn shot a man who had stabbed shoppers with a knife; a bystander threw melons at the attacker.",
        names=("Varn",),
    )
    bridge = article(
        "bridge",
        "Shoppers foil attacker on bridge",
        "A man with a knife stabbed walkers on the bridge of Lindow until shoppers held the attacker down.",
        names=("Lindow",),
    )
    related = related_of([hall, knife, bridge], {}, 5)
    assert {key: [other.article for other in found] for key, found in related.items()} == {
        "hall": [],
        "knife": ["bridge"],
        "bridge": ["knife"],
    }
