"""What holds for every review: words that add up, comments that fit, pages that run nothing."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from briefing.compare import LONGEST, Side, compare, review_html, review_json, review_markdown
from briefing.compare.words import compare_prose, compare_words

_TEXT = st.text(alphabet="ab .,3\n", max_size=30)
_HOSTILE = "</style></td><script>alert(1)</script> {{ x }} & \" ' @ida #12 \u202e"


@given(_TEXT, _TEXT)
def test_words_add_up_to_both_texts(before: str, after: str) -> None:
    parts = compare_words(before, after)
    assert "".join(text for op, text in parts if op != "new") == before
    assert "".join(text for op, text in parts if op != "gone") == after


@given(st.lists(_TEXT, max_size=6), st.lists(_TEXT, max_size=6))
def test_every_paragraph_that_differs_is_told_once(before: list[str], after: list[str]) -> None:
    told = compare_prose(list(enumerate(before, 1)), list(enumerate(after, 1)))
    gone = ["".join(text for op, text in words.parts if op != "new") for words in told]
    new = ["".join(text for op, text in words.parts if op != "gone") for words in told]
    kept, rest = Counter(after) - Counter(filter(None, new)), Counter(before) - Counter(filter(None, gone))
    assert {text: n for text, n in kept.items() if text} == {text: n for text, n in rest.items() if text}


def side(*articles: dict[str, Any]) -> Side:
    lists: dict[str, Any] = {"articles": list(articles), "names": [], "topics": [], "stories": [], "redirects": []}
    return Side("a side", {"name": "News", **lists})


def article(number: int, title: str, text: str = "A text.") -> dict[str, Any]:
    paragraphs = [{"number": 1, "line": 1, "kind": "text", "text": text}]
    seed = {"file": f"seeds/{number}.txt", "sha256": f"{number:064}"}
    return {
        "id": str(number),
        "slug": f"a-{number}",
        "title": title,
        "rights": "full",
        "paragraphs": paragraphs,
        "seed": seed,
    }


def test_a_comment_is_cut_where_it_would_be_too_long() -> None:
    review = compare(side(), side(*(article(number, f"Headline {number} " + "word " * 20) for number in range(3000))))
    text = review_markdown(review, "https://example.org/review.html")
    assert LONGEST - 2000 < len(text) <= LONGEST
    assert "entries more; this comment may not be longer" in text
    assert text.rstrip().endswith("[The whole review](https://example.org/review.html)")
    assert len(review_html(review)) > LONGEST


def test_one_change_may_be_too_long_by_itself() -> None:
    long = " ".join(f"word{number}" for number in range(30_000))
    review = compare(side(article(1, "A", "short")), side(article(1, "A", long)))
    assert len(review_markdown(review)) <= LONGEST


def test_a_page_shows_hostile_text_as_text() -> None:
    review = compare(
        side(article(1, "A", "It was so.")), side(article(1, _HOSTILE, f"It was {_HOSTILE} so."), article(2, _HOSTILE))
    )
    page = review_html(review, "https://example.org/", ".")
    tree = html.fromstring(page)
    assert tree.xpath("//script | //@onerror | //iframe") == []
    assert "<script>alert(1)</script>" in tree.text_content()
    assert tree.xpath('//a[text()="before"]/@href') == ["https://example.org/articles/a-1.html"]
    assert tree.xpath('//a[text()="after"]/@href') == ["./articles/a-1.html"]
    assert tree.xpath('//meta[@name="robots"]/@content') == ["noindex"]


def test_the_same_two_give_the_same_review() -> None:
    sides = side(article(1, "A"), article(2, "B")), side(article(2, "B", "Other."), article(3, "C"))
    assert review_json(compare(*sides)) == review_json(compare(*sides))
    assert json.loads(review_json(compare(*sides)))["articles_after"] == 2
