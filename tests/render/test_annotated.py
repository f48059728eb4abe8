"""Marks in a paragraph nest, and the text that a reader sees is the text."""

from __future__ import annotations

import html
import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.render.annotated import Mark, Span, annotated

ENDS: dict[Mark, tuple[str, str]] = {
    "quote": ("<mark>", "</mark>"),
    "figure": ('<b class="figure">', "</b>"),
    "time": ('<time datetime="2024">', "</time>"),
    "name": ("[", "](../people/joe.md){.name}"),
}


def span(start: int, end: int, mark: Mark) -> Span:
    return Span(start, end, mark, *ENDS[mark])


def shown(paragraph: str) -> str:
    """What a browser shows of a paragraph with its attribute list."""
    page = markdown.markdown(
        f"{paragraph}\n{{: #p1 .para }}\n", extensions=["attr_list", "tables", "toc", "fenced_code"]
    )
    match = re.fullmatch(r'<p class="para" id="p1">(.*)</p>', page, re.DOTALL)
    assert match, page
    return html.unescape(re.sub(r"<[^>]+>", "", match[1]))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "Joe met Ann on Sunday"),
        ([(0, 3, "name")], "[Joe](../people/joe.md){.name} met Ann on Sunday"),
        ([(0, 11, "quote"), (8, 11, "name")], "<mark>Joe met [Ann](../people/joe.md){.name}</mark> on Sunday"),
        ([(15, 21, "time"), (0, 21, "quote")], '<mark>Joe met Ann on <time datetime="2024">Sunday</time></mark>'),
        ([(0, 11, "quote"), (8, 21, "time")], "<mark>Joe met Ann</mark> on Sunday"),
        ([(0, 11, "name"), (0, 3, "name")], "[Joe met Ann](../people/joe.md){.name} on Sunday"),
        ([(0, 3, "name"), (0, 3, "quote")], "<mark>[Joe](../people/joe.md){.name}</mark> met Ann on Sunday"),
        ([(5, 5, "name"), (-1, 3, "name"), (3, 99, "quote")], "Joe met Ann on Sunday"),
    ],
)
def test_marks_nest_and_those_that_cross_are_left_out(spans: list[tuple[int, int, Mark]], expected: str) -> None:
    assert annotated("Joe met Ann on Sunday", [span(*given) for given in spans]) == expected


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[a](javascript:x)",
    "{: onclick=x }",
    "`",
    "~~~",
    "*",
    "_",
    "!",
    "# ",
    "1. ",
]
HOSTILE += [
    "- ",
    "> ",
    "| a |",
    "&amp;",
    "\\",
    "]",
    "[",
    "](",
    "<!-- x -->",
    "[TOC]",
    "word",
    " ",
    "“quote”",
    "http://x.y",
]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=8)
    .map(lambda parts: " ".join("".join(parts).split()))
    .filter(bool),
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(sorted(ENDS))), max_size=5),
)
def test_the_text_shown_is_the_text_whatever_it_holds(text: str, spans: list[tuple[int, int, Mark]]) -> None:
    assert shown(annotated(text, [span(*given) for given in spans])) == text


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(-2, 30), st.integers(-2, 30), st.sampled_from(sorted(ENDS))), max_size=8))
def test_every_mark_that_opens_closes_in_order(spans: list[tuple[int, int, Mark]]) -> None:
    text = annotated("abcdefghij klmnop qrstuvw", [span(*given) for given in spans])
    opened: list[str] = []
    for token in re.findall(r"<(/?)(mark|b|time)\b", text):
        if token[0]:
            assert opened.pop() == token[1]
        else:
            opened.append(token[1])
    assert opened == []
