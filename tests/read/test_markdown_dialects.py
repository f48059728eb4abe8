"""Marks of note-taking tools and site generators in Markdown, none of which a reader of theirs sees."""

from __future__ import annotations

import pytest

from briefing.read.markdown import read_markdown

CASES = {
    "See [[Port Elim]] and [[notes/Port Elim#Tides|the port]].": ["See Port Elim and the port."],
    "As [[Tide tables#January]] says.": ["As Tide tables says."],
    "Before.\n\n%% ask Ann about\n\nthis %%\n\nAfter. %%and this%%": ["Before.", "After."],
    "Grew by 5 %% or 6 %.": ["Grew by 5 %% or 6 %."],
    "Sales rose 5%% and costs 7%% in May.": ["Sales rose 5%% and costs 7%% in May."],
    "Flow goes with v ^2": ["Flow goes with v ^2"],
    "==The quay is shut.== It rains.": ["The quay is shut. It rains."],
    "a == b and c == d": ["a == b and c == d"],
    "> [!warning]- Prices\n> Bread rose.": ["Prices", "Bread rose."],
    "> [!note]\n> Bread rose.": ["Bread rose."],
    "- [x] Pilot done\n- [ ] Report due": ["☑ Pilot done", "☐ Report due"],
    "One line. ^quay-1": ["One line."],
    '{{< figure src="a.jpg" caption="x" >}}\n\nText {{% note %}}here{{% /note %}}.': ["Text here."],
    "{% include map.html %}\n\nText.": ["Text."],
    "![[map.png]]\n\nText.": ["Text."],
    "`[[a]] %%b%%` stays.": ["[[a]] %%b%% stays."],
    "```\n[[a]]\n%% b %%\n```": ["[[a]]", "%% b %%"],
}


@pytest.mark.parametrize("text", CASES)
def test_marks_of_tools_are_no_text(text: str) -> None:
    assert [line.text for line in read_markdown(text, "seeds/a.md").lines] == CASES[text]


def test_keys_of_tools_are_passed_over_and_a_draft_is_told() -> None:
    head = '---\ntitle: Tides\nsource: "[[The Courier]]"\naliases: [Ebb]\ncssclasses: wide\ndraft: {}\n---\nText.'
    assert read_markdown(head.format("false"), "seeds/a.md").doubts == ()
    content = read_markdown(head.format("true"), "seeds/a.md")
    assert [doubt.line for doubt in content.doubts] == [6]
    assert content.stated.source is not None
    assert content.stated.source.value == "The Courier"


def test_many_links_between_notes_are_no_tangle() -> None:
    content = read_markdown("See [[Port Elim]].\n\n" * 400, "seeds/a.md")
    assert (content.doubts, len(content.lines)) == ((), 400)
