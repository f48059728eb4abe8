"""Text in is text shown, with no element that the template did not write."""

import random
from html.parser import HTMLParser
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.escape import html_attribute, html_text, markdown_text, xml_text

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60)
EXTENSIONS = ["attr_list", "tables", "toc", "fenced_code", "md_in_html", "abbr", "footnotes", "def_list", "admonition"]
MATERIAL = [
    "pymdownx.superfences",
    "pymdownx.caret",
    "pymdownx.tilde",
    "pymdownx.mark",
    "pymdownx.emoji",
    "pymdownx.tasklist",
    "pymdownx.snippets",
    "pymdownx.details",
    "pymdownx.tabbed",
    "pymdownx.blocks.html",
    "pymdownx.keys",
    "pymdownx.critic",
]
TOKENS = (
    "a", "B", "word", "Kirby", ":", ": ", " ", "  ", "    ", "\t", "1.", "1)", "12.", "-", "+", "*", "_", "**", "__",
    "`", "``", "```", "~~~", "~", "^", "==", "++", "--", "---", "===", "#", "##", "####### ", "[", "]", "(", ")", "!",
    "![",
    "](", "](javascript:alert(1))", "[x]: http://a", "[TOC]", "[^1]", "[^1]:", "*[HTML]: y", "<", ">", "</p>", "<b>",
    "<script>", "<!--", "-->", "<!-- material/tags -->", "&", "&amp;", "&lt;", "&#35;", "&copy", "\\", "\\*", "|",
    "a|b", "-|-", "{", "}", "{: #x }", "{ onclick=x }", "{%", "{{x}}", ":::", ":::note", ":smile:", "--8<--",
    '--8<-- "a.md"', ";", "!!!", "!!! note", "???", "???+", '=== "Tab"', "///", "/// html", "http://a.b", "www.a.b",
    "a@b.c", "<http://a.b>", "$", "$$", "\\(", "%", "@", "'", '"', "“", "’", "…", "é", "中", "😀", "\u200f", "1986. ",
    "* ", "> ", "HTML", "(c)", "++ctrl++", "{++a++}", "{--b--}", "\x02", "\x03", "\x02wzxhzdk:0\x03", "klzzwxh:0",
)  # fmt: skip


PLAIN = markdown.Markdown(extensions=EXTENSIONS)
WITH_MATERIAL = markdown.Markdown(extensions=["tables", *MATERIAL])
PARSERS = [PLAIN, WITH_MATERIAL]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def _expected(text: str) -> str:
    """What is shown of a text: white space folded, without characters that no page may hold."""
    return " ".join("".join(c for c in text if _allowed(c)).split())


def _allowed(c: str) -> bool:
    code = ord(c)
    forbidden = (code < 0x20 and not c.isspace()) or 0x1C <= code < 0x20 or (0x7F <= code <= 0x9F and code != 0x85)
    return not (forbidden or c in "\x0b\x0c" or 0xFDD0 <= code <= 0xFDEF or code in (0xFFFE, 0xFFFF))


def _assert_shown(parsers: list[markdown.Markdown], text: str) -> None:
    """As the page's first line, a paragraph, a link, a heading, an item and a quotation."""
    safe = markdown_text(text)
    if not safe:
        return
    page = f"{safe}\n\nafter\n\n{safe}\n\n[{safe}](a.md)\n\n## {safe}\n\n- {safe}\n\n> {safe}\n"
    for parser in parsers:
        shown = _read(parser.reset().convert(page))
        words = _expected(text)
        assert " ".join(shown.text.split()) == f"{words} after {words} {words} {words} {words} {words}", page
        assert [tag for tag, _ in shown.tags] == ["p", "p", "p", "p", "a", "h2", "ul", "li", "blockquote", "p"], page
        assert {name for _, names in shown.tags for name in names} <= {"id", "href"}, page


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Kirby: the onus is on Hamas", "Kirby&#58; the onus is on Hamas"),
        ("1986. A year", "1986&#46; A year"),
        ("3.5 million people", "3.5 million people"),
        ("#hashtag and C#", "&#35;hashtag and C&#35;"),
        ("- item", "&#45; item"),
        ("-5 degrees at 12:30:45, AT&T; 5 & 6", "-5 degrees at 12:30:45, AT&amp;T; 5 & 6"),
        ("[TOC]", "&#91;TOC&#93;"),
        ('--8<-- "mkdocs.yml"', '&#45;-8&lt;-- "mkdocs.yml"'),
        ("“It’s $5m (or £4m),” she said — twice…", "“It’s $5m (or £4m),” she said — twice…"),
        ("    four spaces\nand a line", "four spaces and a line"),
    ],
)
def test_markdown_stays_readable(text: str, written: str) -> None:
    assert markdown_text(text) == written


@given(TEXTS)
@example("*[HTML]: y")
@example("\x02amp\x03")
def test_any_text_survives_markdown(text: str) -> None:
    _assert_shown([PLAIN], text)


def test_strings_of_markup_survive_markdown() -> None:
    chance = random.Random(7)
    for _ in range(500):
        _assert_shown(PARSERS, "".join(chance.choices(TOKENS, k=chance.randint(1, 9))))


def test_each_mark_survives_markdown() -> None:
    for token in TOKENS:
        for text in (token, f"{token}word", f"{token} word", f"word{token}", f"word {token} word {token}", token * 3):
            _assert_shown([PLAIN], text)


def test_a_table_cell_survives_markdown() -> None:
    for token in TOKENS:
        text = f"x {token} y"
        shown = _read(PLAIN.reset().convert(f"| a | b |\n|---|---|\n| {markdown_text(text)} | c |\n"))
        assert [tag for tag, _ in shown.tags].count("td") == 2
        assert _expected(text) in " ".join(shown.text.split())


@given(TEXTS)
def test_any_text_survives_html(text: str) -> None:
    shown = _read(f"<p title=\"{html_attribute(text)}\" lang='{html_attribute(text)}'>{html_text(text)}</p>")
    assert [tag for tag, _ in shown.tags] == ["p"]
    assert _expected(shown.text) == _expected(text)


@given(st.text(max_size=60))
def test_any_text_is_well_formed_in_xml(text: str) -> None:
    root = ElementTree.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>')
    assert _expected(root.text or "") == _expected("".join(c for c in text if not 0xD800 <= ord(c) < 0xE000))
