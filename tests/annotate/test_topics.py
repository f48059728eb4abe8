from __future__ import annotations

import pytest

from briefing.annotate.topics import find_topics
from briefing.lexicon.topics import concepts, lineage
from briefing.model import ArticleTopic, Paragraph

FILLER = "Those who were there spoke of a long afternoon, and nobody could say when it would end."


def topics_of(title: str, *texts: str, language: str = "en") -> tuple[ArticleTopic, ...]:
    return find_topics(title, [Paragraph(n, n, text) for n, text in enumerate(texts, 1)], language)


def labels(topics: tuple[ArticleTopic, ...]) -> list[str]:
    return [concepts()[topic.id].label for topic in topics]


CASES = {
    "conflict, war and peace/peace talks": (
        "Envoys meet in Varn for peace talks",
        "Negotiators of both armies opened ceasefire talks on Tuesday, the first since the armed conflict began.",
    ),
    "conflict, war and peace/demonstration": (
        "Students set up protest camp at Lindow",
        "Hundreds of demonstrators took to the streets; a student protest on the square was broken up with tear gas.",
    ),
    "politics and government/diplomacy": (
        "Ambassador of Ostria returns",
        "The foreign minister said that diplomatic relations with Varn would resume and the embassy reopen.",
    ),
    "politics and government/election": (
        "Voters in Lindow choose a mayor",
        "Polling stations opened at eight; the ballot decides between two candidates, and turnout was high.",
    ),
    "disaster, accident and emergency incident/earthquake": (
        "Earthquake shakes the north",
        "The quake had a magnitude of 5.1; aftershocks went on all night. No building collapsed.",
    ),
    "sport/tennis": (
        "Brandt wins in straight sets",
        "The tennis player took the final at Wimbledon after a tiebreak. Her coach praised the match.",
    ),
    "health/vaccine": (
        "Clinics run short of vaccine",
        "The vaccination of children against measles stopped on Monday, doctors at the hospital said.",
    ),
    "economy, business and finance/central bank": (
        "Central bank holds interest rates",
        "The central bank kept its rate as inflation slowed; economists expect a rate cut in spring.",
    ),
}


@pytest.mark.parametrize("expected", CASES)
def test_the_main_topic_comes_first_and_brings_the_finer_one(expected: str) -> None:
    top, _, finer = expected.partition("/")
    found = labels(topics_of(*CASES[expected]))
    assert found[0] == top
    assert finer in found


def test_every_topic_comes_after_the_broader_ones_and_none_scores_more_than_they() -> None:
    for case in CASES.values():
        seen: dict[str, float] = {}
        for topic in topics_of(*case):
            above = lineage(topic.id)[1:]
            assert all(seen[broader] >= topic.score for broader in above)
            seen[topic.id] = topic.score


def test_terms_are_evidence_from_the_text() -> None:
    title, text = CASES["conflict, war and peace/peace talks"]
    for topic in topics_of(title, text):
        assert topic.terms
        assert all(term in f"{title} {text}".lower() for term in topic.terms)


def test_a_passing_mention_supports_no_topic() -> None:
    assert topics_of("An afternoon in Lindow", FILLER, FILLER, "Somebody mentioned the earthquake.") == ()


def test_weak_words_alone_support_no_topic() -> None:
    assert (
        topics_of("The team and its coach", "The team, its captain and its fans had a season.", "Team, coach, match.")
        == ()
    )


def test_the_headline_counts_more_than_the_body() -> None:
    assert topics_of("Earthquake", FILLER, FILLER) == ()  # one word is no evidence enough
    in_title = topics_of("Volcano erupted: volcanic ash over Varn", FILLER)
    in_body = topics_of("An afternoon in Varn", FILLER, "The volcano erupted: volcanic ash over Varn.")
    assert in_title and in_title[0].score > max((topic.score for topic in in_body), default=0)


@pytest.mark.parametrize("language", ["de", "und", "fr-CA"])
def test_other_languages_get_none(language: str) -> None:
    assert topics_of(*CASES["sport/tennis"], language=language) == ()


def test_regional_english_is_english() -> None:
    assert topics_of(*CASES["sport/tennis"], language="en-GB")


def test_the_words_of_code_say_nothing() -> None:
    title, text = CASES["sport/tennis"]
    assert find_topics("A listing", [Paragraph(1, 1, f"{title} {text}", "code")], "en") == ()


def test_a_headline_in_capitals_is_read_too() -> None:
    title, text = CASES["health/vaccine"]
    assert labels(topics_of(title.upper(), text))[0] == "health"


def test_no_text_at_all() -> None:
    assert topics_of("") == ()
