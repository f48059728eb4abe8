"""A story shows figures side by side only where they count one thing and cannot both be right."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.link.differences import find_differences, keep_shown
from briefing.model import Article, Figure, Mention, Name, TimeExpression
from tests.link.hand_built import article

WORDS = {"three": 3.0, "nine": 9.0, "twelve": 12.0, "seventeen": 17.0}
FIGURE = re.compile(
    r"\[((?:(at least|more than|about|nearly|up to) )?(\$?)([\d.]+|three|nine|twelve|seventeen)"
    r"( million)?[^\[\]|]*)\|([^\]]*)\]"
)


def report(name: str, day: str, *texts: str) -> Article:
    """A text in which ``[12 people|people injured]`` is a figure, {Lindow} a place and <2024-03-04:Monday> a day."""
    plain: list[str] = []
    figures: list[Figure] = []
    places: list[Mention] = []
    days: list[TimeExpression] = []
    for number, text in enumerate(texts, 1):
        while mark := re.search(r"\[[^\]]*\]|\{[^}]*\}|<[^>]*>", text):
            start = mark.start()
            if mark[0][0] == "[":
                said = FIGURE.fullmatch(mark[0])
                assert said
                value = (WORDS.get(said[4]) or float(said[4])) * (1e6 if said[5] else 1)
                unit = "USD" if said[3] else None
                words = said[1]
                figures.append(Figure(words, value, unit, said[6] or None, said[2], number, start, start + len(words)))
            elif mark[0][0] == "{":
                words = mark[0][1:-1]
                places.append(Mention(number, start, start + len(words), words))
            else:
                value_of, _, words = mark[0][1:-1].partition(":")
                days.append(TimeExpression(words, value_of, number, start, start + len(words)))
            text = text[:start] + words + text[mark.end() :]
        plain.append(text)
    names = tuple(Name(m.text, "place", (m,)) for m in places)
    return replace(article(name, name, *plain, day=day, dates=tuple(days)), names=names, figures=tuple(figures))


FERRY = "The ferry struck the harbour pier of {Lindow} in thick fog."
CASES: list[tuple[str, str, str, str]] = [
    (
        "a plain difference",
        "The ferry hit the pier and [12 people|people injured] were injured.",
        "The ferry hit the pier, injuring [17 people|people injured].",
        "people injured: 12 people, 17 people",
    ),
    (
        "other words for one fate",
        "The ferry hit the pier and [nine people|people killed] were killed.",
        "The ferry hit the pier; [twelve|dead] are dead.",
        "people killed: nine people, twelve",
    ),
    (
        "deaths and dead",
        "The ferry hit the pier, with [3 deaths|deaths] confirmed.",
        "The ferry hit the pier, [9 people|people who died] died.",
        "deaths: 3 deaths, 9 people",
    ),
    (
        "at least twelve are not seventeen",
        "The ferry hit the pier and [at least 12|injured] were injured.",
        "The ferry hit the pier and [17|injured] were injured.",
        "injured: at least 12, 17",
    ),
    (
        "a thing counted in one sentence by both",
        "The ferry carried [40 passengers|passengers] when it hit the pier in fog.",
        "In fog the ferry, which carried [52 passengers|passengers], hit the pier.",
        "passengers: 40 passengers, 52 passengers",
    ),
    (
        "money of one damage",
        "Repairs to the ferry and the pier will cost [$2 million in damage|damage].",
        "Repairs to the ferry and the pier will cost [$3 million in damage|damage].",
        "damage: $2 million in damage, $3 million in damage",
    ),
    ("the same figure", "The ferry hit the pier, [12|injured] hurt.", "The ferry hit the pier, [12|injured].", ""),
    ("nearly 40 is 39", "The ferry and pier: [nearly 40|injured].", "The ferry and pier: [39|injured] hurt.", ""),
    ("more than 30 is 33", "The ferry, pier: [more than 30|injured].", "The ferry, pier: [33|injured] hurt.", ""),
    ("up to 20 is 18", "The ferry and pier: [up to 20|injured].", "The ferry and pier: [18|injured] hurt.", ""),
    ("dead are not injured", "The ferry and pier: [12|injured] hurt.", "The ferry and pier: [17|dead] dead.", ""),
    (
        "children are not all people",
        "The ferry hit the pier and [3 children|children killed] were killed.",
        "The ferry hit the pier and [9 people|people killed] were killed.",
        "",
    ),
    (
        "others beside these",
        "The ferry hit the pier and hurt [12 others|others injured].",
        "The ferry hit the pier and hurt [17|injured].",
        "",
    ),
    (
        "another place",
        "In {Lindow} the ferry hit the pier and [12|injured] were hurt.",
        "In {Varn} the ferry hit the pier and [17|injured] were hurt.",
        "",
    ),
    (
        "another day",
        "On <2024-03-04:Monday> the ferry hit the pier and [12|injured] were hurt.",
        "On <2024-03-06:Wednesday> the ferry hit the pier and [17|injured] were hurt.",
        "",
    ),
    (
        "since some time",
        "The ferry hit the pier and [12|injured] were hurt.",
        "Since 2019 ferries have hit the pier and [17|injured] were hurt.",
        "",
    ),
    (
        "what might have been",
        "The ferry hit the pier and [12|injured] were hurt.",
        "The ferry could have hurt [17|injured] when it hit the pier.",
        "",
    ),
    (
        "many times as many",
        "The ferry hit the pier and [12|dead] died.",
        "The ferry and the pier: [900|dead] died.",
        "",
    ),
    (
        "two counts in one article",
        "The ferry hit the pier; [12|injured] were hurt and then [14|injured].",
        "The ferry hit the pier; [17|injured] were hurt.",
        "",
    ),
    (
        "another year",
        "The ferry hit the pier and [12|injured] were hurt.",
        "In <2009:2009> a ferry hit the pier and [17|injured] were hurt.",
        "",
    ),
    (
        "another side of a vote",
        "After the ferry hit the pier the council voted and [45 members|members] backed the mayor.",
        "After the ferry hit the pier the council voted and [39 members|members] opposed the mayor.",
        "",
    ),
    (
        "a death toll",
        "The ferry hit the pier and [12 people|people killed] were killed.",
        "The ferry hit the pier; the death toll rose to [17|death toll].",
        "people killed: 12 people, 17",
    ),
    ("nothing counted", "The ferry, the pier: [12|].", "The ferry, the pier: [17|].", ""),
    (
        "percentages of who knows what",
        "The ferry at the pier: [12 boats|boats].",
        "A bakery sold [17 boats|boats] of marzipan.",
        "",
    ),
    (
        "other money",
        "The ferry cost [$2 million in aid|aid] from the county.",
        "A bakery gave away [$3 million in aid|aid] last autumn.",
        "",
    ),
]


@pytest.mark.parametrize(("one", "other", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_difference_is_claimed_only_of_one_thing(one: str, other: str, expected: str) -> None:
    found = find_differences([report("a", "2024-03-05", FERRY, one), report("b", "2024-03-06", FERRY, other)])
    said = [f"{d.counts}: {', '.join(told.figure.text for told in d.told)}" for d in found]
    assert said == ([expected] if expected else [])


def test_the_first_paragraph_tells_which_of_several_counts_is_meant() -> None:
    lead = "The ferry hit the pier, and [12|injured] were injured."
    later = "Of an older crash of a ferry at the pier [40|injured] were injured."
    other = report("b", "2024-03-06", "The ferry hit the pier, and [17|injured] were injured.")
    (difference,) = find_differences([report("a", "2024-03-05", lead, later), other])
    assert [(told.article, told.figure.value) for told in difference.told] == [("a", 12.0), ("b", 17.0)]


def test_the_earliest_comes_first_and_those_who_agree_are_told_too() -> None:
    text = "The ferry hit the pier, and [{}|injured] were injured."
    days = {"a": ("2024-03-07", "17"), "b": ("2024-03-05", "12"), "c": ("2024-03-06", "12")}
    (difference,) = find_differences([report(name, day, text.format(n)) for name, (day, n) in days.items()])
    assert [told.article for told in difference.told] == ["b", "c", "a"]


def test_no_articles_and_no_figures_differ_in_nothing() -> None:
    assert find_differences([]) == ()
    assert find_differences([report("a", "2024-03-05", FERRY)]) == ()


def test_what_an_article_may_not_show_is_no_side_of_a_difference() -> None:
    text = "The ferry hit the pier, and [{}|injured] were injured."
    articles = [report(name, "2024-03-05", text.format(n)) for name, n in (("a", 12), ("b", 17), ("c", 12))]
    (difference,) = find_differences(articles)
    by_id = {one.id: one for one in articles}
    (kept,) = keep_shown((difference,), {**by_id, "a": replace(by_id["a"], figures=())})
    assert [told.article for told in kept.told] == ["b", "c"]
    assert keep_shown((difference,), {**by_id, "b": replace(by_id["b"], figures=())}) == ()
