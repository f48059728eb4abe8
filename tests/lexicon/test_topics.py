from __future__ import annotations

import pytest

from briefing.lexicon.topics import (
    Node,
    Speaks,
    add_term,
    concepts,
    find_concept,
    is_term,
    lexicon,
    lineage,
    match_terms,
    tokens,
    with_plural,
)


def speaking(*terms: str) -> Node:
    root = Node()
    for term in terms:
        add_term(root, term, (Speaks(term, term, 1.0, False),))
    return root


def matched(root: Node, text: str) -> list[str]:
    return [says[0].topic for _, _, says in match_terms(root, tokens(text))]


def test_every_term_speaks_for_a_concept_of_the_vocabulary() -> None:
    found: set[str] = set()
    waiting = [lexicon()]
    while waiting:
        node = waiting.pop()
        found |= {speaks.topic for speaks in node.says or ()}
        waiting += node.values()
    assert found <= concepts().keys()
    tops = {topic for topic in concepts() if len(lineage(topic)) == 1}
    assert len(tops) == 17 and tops <= {lineage(topic)[-1] for topic in found}
    assert {topic for topic in concepts() if len(lineage(topic)) in (2, 3)} <= found


def test_lineage_leads_to_the_top_topic() -> None:
    labels = [concepts()[topic].label for topic in lineage("medtop:20000076")]
    assert labels == ["peace talks", "peace process", "conflict, war and peace"]
    assert lineage("own:harbour") == ("own:harbour",)


def test_a_concept_is_found_by_its_label_whatever_the_case() -> None:
    assert find_concept(" Peace Talks ") == "medtop:20000076"
    assert find_concept("harbour works") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cease-fire", ["Cease", "fire"]),
        ("the U.S. and U.N.’s", ["the", "US", "and", "UN"]),
        ("Biden’s S&P", ["Biden", "S", "P"]),
        ("£100m for the 100m", ["£100m", "for", "the", "100m"]),
        ("7-5, 6.4% of 1,200.", ["7", "5", "64", "of", "1200"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_the_longest_term_wins_and_takes_its_words() -> None:
    root = speaking("war", "trade war", "trade")
    assert matched(root, "A trade war is no war, says trade.") == ["trade war", "war", "trade"]


def test_a_mask_takes_its_words_for_no_topic() -> None:
    root = speaking("war")
    add_term(root, "price war", ())
    assert matched(root, "A price war, not a war") == ["war"]


def test_a_number_within_a_term_does_not_part_it() -> None:
    root = speaking("cut jobs", "100m")
    assert matched(root, "They cut 400 jobs and cut $400 jobs; £100m is no 100m.") == ["cut jobs", "cut jobs", "100m"]


def test_terms_in_capitals_match_only_in_capitals() -> None:
    root = speaking("WHO", "who knows", "Lent")
    assert matched(root, "The WHO asked who lent it in Lent. Who knows?") == ["WHO", "Lent", "who knows"]


def test_a_term_with_a_capital_does_not_hide_a_longer_one_without() -> None:
    root = speaking("Labour", "labour party")
    assert matched(root, "The Labour Party and Labour; the labour party and labour.") == [
        "labour party",
        "Labour",
        "labour party",
    ]


def test_regular_plurals_are_added() -> None:
    assert with_plural("aid agency") == ("aid agency", "aid agencies")
    assert with_plural("church") == ("church", "churches")
    assert with_plural("gunman") == ("gunman", "gunmans", "gunmen")
    assert with_plural("elections") == ("elections",)


def test_a_single_word_of_the_lexicon_is_a_term_unless_weak() -> None:
    assert is_term("hostage") and not is_term("team") and not is_term("qwertzuiop")
