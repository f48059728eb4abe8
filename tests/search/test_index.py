"""The search index: what is in it, where, and in how few bytes."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Briefing, Sentence
from briefing.search import build_search
from briefing.search.index import file_name
from briefing.search.postings import Postings, decode_postings, shards, utf16
from briefing.search.words import LONGEST, split_words
from tests import hand_built

SOURCES = {"Lindow Post": "sources/lindow-post.html"}


def index(briefing: Briefing) -> dict[str, object]:
    """The value in each file of the index, by its name."""
    values: dict[str, object] = {}
    for path, text in build_search(briefing, SOURCES):
        call = re.fullmatch(r'briefingSearch\.add\("([a-z0-9_-]+)","[0-9a-f]{12}",(.*)\);\n', text, re.DOTALL)
        assert call and path == f"search/{call[1]}.js"
        values[call[1]] = json.loads(call[2])
    return values


def cards(briefing: Briefing) -> list[dict[str, object]]:
    files = index(briefing)
    return [card for name in sorted(files) if name.startswith("texts") for card in files[name]]


def found(briefing: Briefing, word: str) -> list[str]:
    """Paths of the pages that have a word, as the client would look it up."""
    files = index(briefing)
    for name, value in files.items():
        if name.startswith("terms-"):
            words, packed = value
            if word in words.split(" "):
                postings = decode_postings(packed.split(" ")[words.split(" ").index(word)])
                return [str(cards(briefing)[document]["path"]) for document, _ in postings]
    return []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Biden’s cease-fire, 33,000", ["biden", "cease", "fire", "33", "000"]),
        ("Élysée CAFÉ cafe\u0301 ﬁn", ["elysee", "cafe", "cafe", "fin"]),
        ("Straße Łódź Ærø Þór İstanbul ısı", ["strasse", "lodz", "aero", "thor", "istanbul", "isi"]),
        ("ΣΊΣΥΦΟΣ Σίσυφος", ["σισυφοσ", "σισυφοσ"]),
        ("Ёлка йод", ["елка", "иод"]),
        ("北京大学 iPhone手机", ["北京", "京大", "大学", "学", "iphone", "手机", "机"]),
        ("ﾃﾚﾋﾞ", ["テレ", "レビ", "ビ"]),
        ("서울 시장", ["서울", "시장"]),
        ("हिन्दी में।", ["हिन्दी", "में"]),
        ("snake_case <b>x</b>", ["snake", "case", "b", "x", "b"]),
        ("  … “”\u200b", []),
    ],
)
def test_words_are_folded_and_split(text: str, words: list[str]) -> None:
    assert split_words(text) == words


def test_a_word_without_end_is_cut() -> None:
    assert split_words("x" * 100_000) == ["x" * LONGEST]


def test_finds_words_of_body_title_names_topics_sources_and_the_editors_note() -> None:
    briefing = hand_built.briefing()
    page = "articles/harbour-closed.html"
    assert found(briefing, "terraces") == [page]
    assert found(briefing, "severe") == ["topics/severe-weather.html", page]
    assert found(briefing, "ida") == ["people/ida-brandt.html", page, "articles/otters.html"]
    assert found(briefing, "post") == ["sources/lindow-post.html", page]
    assert found(briefing, "ferry") == ["articles/otters.html"]
    assert found(briefing, "lodzi") == ["articles/port-w-lodzi.html"]


def test_finds_words_of_the_editors_summary() -> None:
    briefing = hand_built.briefing()
    article = replace(briefing.articles[2], summary=(Sentence("Cranes stand still.", 0),), summary_edited=True)
    assert found(replace(briefing, articles=(*briefing.articles[:2], article)), "cranes") == [
        "articles/port-w-lodzi.html"
    ]


def test_lines_set_aside_names_without_a_page_and_withdrawn_articles_are_not_found() -> None:
    briefing = hand_built.briefing()
    assert found(briefing, "sharethispage") == []
    assert "places/lindow.html" not in [card["path"] for card in cards(briefing)]
    withdrawn = replace(briefing, rights={**briefing.rights, "sub/otters": "withdrawn"})
    assert "articles/otters.html" not in [card["path"] for card in cards(withdrawn)]


def test_a_date_that_only_resolves_is_not_shown_as_the_date_of_publication() -> None:
    dates = {card["path"]: card.get("date") for card in cards(hand_built.briefing())}
    assert dates["articles/otters.html"] is None
    assert dates["articles/harbour-closed.html"] == "5 March 2024"


def test_an_empty_briefing_has_an_index_that_finds_nothing() -> None:
    nothing = replace(
        hand_built.briefing(), articles=(), entities=(), topics=(), stories=(), rights={}, slugs={}, related={}
    )
    assert list(index(nothing)) == ["core"]


def test_the_index_is_the_same_bytes_every_time_and_its_seal_follows_the_text() -> None:
    briefing = hand_built.briefing()
    assert list(build_search(briefing, SOURCES)) == list(build_search(briefing, SOURCES))
    first, *others = briefing.articles
    changed = replace(first, paragraphs=(*first.paragraphs[:1], replace(first.paragraphs[1], text="Other words.")))
    before, after = (
        dict(build_search(b, SOURCES))["search/core.js"]
        for b in (briefing, replace(briefing, articles=(changed, *others)))
    )
    assert before[:40] != after[:40]


def test_half_of_a_surrogate_pair_does_not_reach_a_file() -> None:
    briefing = hand_built.briefing()
    first, *others = briefing.articles
    broken = replace(first, paragraphs=(replace(first.paragraphs[0], text="a \ud83d b\ud83dc"),))
    for _, text in build_search(replace(briefing, articles=(broken, *others)), SOURCES):
        text.encode("utf-8")


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(1, 10_000)), max_size=60))
def test_postings_come_back_as_they_went_in(weights: list[dict[str, int]]) -> None:
    postings = Postings()
    for document, words in enumerate(weights):
        postings.add(document * 977, words)
    for word, packed in postings.in_order():
        decoded = decode_postings(packed)
        assert [document for document, _ in decoded] == [i * 977 for i, words in enumerate(weights) if word in words]
        for (document, level), exact in zip(decoded, (w[word] for w in weights if word in w), strict=True):
            assert exact >= 12 or 2 ** (level / 2) == pytest.approx(exact, rel=0.2), document
        assert json.dumps(packed) == f'"{packed}"'


@given(st.sets(st.text(st.sampled_from("abzä京\U00020000\uffee"), min_size=1, max_size=6)), st.integers(10, 200))
def test_a_word_is_in_the_last_shard_that_begins_before_it(words: set[str], limit: int) -> None:
    ordered = [(word, "#" * 5) for word in sorted(words, key=utf16)]
    parts = list(shards(ordered, limit))
    assert [word for _, shard in parts for word in shard] == ordered
    for place, (_, shard) in enumerate(parts):
        assert len(shard) == 1 or sum(len(word.encode()) + 7 for word, _ in shard) <= limit
        for word, _ in shard:
            assert max(i for i, (first, _) in enumerate(parts) if utf16(first) <= utf16(word)) == place


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=3), unique=True, max_size=20))
def test_no_two_prefixes_share_a_file_on_any_file_system(prefixes: list[str]) -> None:
    folded = {prefix for text in prefixes for prefix in split_words(text)}
    names = {file_name(prefix) for prefix in folded}
    assert len({name.lower() for name in names}) == len(folded)
    assert all(re.fullmatch(r"[A-Za-z0-9_]+", name) for name in names)


def test_many_articles_keep_every_file_small() -> None:
    briefing = hand_built.briefing()
    text = " ".join(f"{a}{b}word{i}" for i in range(200) for a in "abcde" for b in "xyz")
    first = replace(briefing.articles[0], paragraphs=(replace(briefing.articles[0].paragraphs[0], text=text),))
    many = tuple(replace(first, id=f"a{i}") for i in range(60))
    ids = [article.id for article in many]
    large = replace(briefing, articles=many, slugs=dict(zip(ids, ids, strict=True)), rights=dict.fromkeys(ids, "full"))
    sizes = {path: len(t.encode()) for path, t in build_search(replace(large, stories=(), related={}), SOURCES)}
    assert max(sizes.values()) < 150_000
    assert sum(path.startswith("search/terms-") for path in sizes) > 1
