"""Markdown that would keep the parser busy or overflow it is read as lines, with a doubt; the rest as blocks."""

import time

import pytest

from briefing.read.markdown import read_markdown

TANGLED = {
    "brackets": "[" * 8_000,
    "images": "![a](<" * 2_000,
    "links": "[x](" * 3_000,
    "nested lists": "\n".join("    " * n + "- a" for n in range(300)),
    "nested numbers": "1. " * 2_000,
    "nested quotations": "> " * 500 + "a",
    "fences": "```a\n" * 3_000,
    "rulers": "---\n" * 5_000,
    "loose list": "- a\n\n" * 5_000,
    "sections": "<![CDATA[" * 2_000,
    "tags": "<a " * 3_000,
}
HARMLESS = {
    "spaces": " " * 90_000 + "a",
    "stars": "*a **b _c " * 3_000,
    "links": "[a](http://b.example) " * 3_000,
    "paragraphs": "A line of text.\n\n" * 3_000,
    "swallowing": "Before.\n\n<style>\n\nAfter.\n\n<!-- and more\n\nEnd.",
}


@pytest.mark.parametrize("name", TANGLED)
def test_tangled_markdown_is_read_as_lines(name: str) -> None:
    began = time.process_time()
    content = read_markdown(TANGLED[name], "seeds/a.md")
    assert [doubt.kind for doubt in content.doubts] == ["markdown-as-text"]
    assert content.lines
    assert time.process_time() - began < 1


@pytest.mark.parametrize("name", HARMLESS)
def test_odd_but_harmless_markdown_is_read_as_blocks(name: str) -> None:
    content = read_markdown(HARMLESS[name], "seeds/a.md")
    assert content.doubts == ()
    assert content.lines[-1].text.strip()


def test_nothing_swallows_the_text_after_it() -> None:
    text = " ".join(line.text for line in read_markdown(HARMLESS["swallowing"], "seeds/a.md").lines)
    assert "Before." in text
    assert "After." in text
    assert "End." in text


def test_values_that_mean_nothing_are_doubts_with_their_line() -> None:
    content = read_markdown("---\ndate: 2024-02-30\nlang: english\ntitle: [a]\nwight: 3\n---\nText.\n", "seeds/a.md")
    assert content.stated.date is None
    assert sorted((doubt.line, doubt.kind) for doubt in content.doubts) == [
        (2, "front-matter-value"),
        (3, "front-matter-value"),
        (4, "front-matter-value"),
        (5, "unknown-key"),
    ]


def test_a_byline_names_authors_without_its_by() -> None:
    content = read_markdown("---\nbyline: [By Ana Prado, Bybee Lima]\n---\nText.\n", "seeds/a.md")
    assert content.stated.authors is not None and content.stated.authors.value == ("Ana Prado", "Bybee Lima")
    assert content.doubts == ()


@pytest.mark.parametrize("text", ["---\n", "---\nno end", "---\n---\nText", "---\n\n---\n", "\x02amp\x03", "<![x[ y"])
def test_odd_beginnings_are_text(text: str) -> None:
    assert read_markdown(text, "seeds/a.md").mistakes == ()


@pytest.mark.parametrize(
    "text", ["\\* ", "*a* ", "![a](b) ", "# h\n\n", "<b>x</b> ", "[a](b 'c') ", "    x\n\n", "a\n\n"]
)
def test_a_text_of_endless_markup_is_read_as_lines_in_time(text: str) -> None:
    began = time.process_time()
    content = read_markdown(text * (1_000_000 // len(text)), "seeds/a.md")
    assert content.lines
    assert [doubt.kind for doubt in content.doubts] == ["markdown-as-text"]
    assert time.process_time() - began < 5


def test_a_footnote_stands_below_the_text_without_its_number() -> None:
    content = read_markdown("The pump is dear[^1], and old.[^2]\n\n[^1]: A study of 1998.\n\nIt runs.\n", "pump.md")
    assert [(line.kind, line.text) for line in content.lines] == [
        ("text", "The pump is dear, and old.[^2]"),
        ("text", "It runs."),
        ("note", "A study of 1998."),
    ]
