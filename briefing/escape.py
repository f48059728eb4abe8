"""Text as text: in HTML, Markdown, XML, JSON and BibTeX, whatever it contains.

Each function takes plain text and returns what shows as that text, and as nothing else, where its name says.
"""

from __future__ import annotations

import re

_XML_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\n": "&#10;"}
# Some extensions of Markdown read a page before its HTML is set aside: {++ ++} would be markup in an element too.
_BRACES = {"{": "&#123;", "}": "&#125;"}
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"} | _BRACES)
_ATTRIBUTE = str.maketrans(_XML_SIGNS | _BRACES)
_XML = str.maketrans(_XML_SIGNS)
_BIBTEX = str.maketrans(
    {"\\": "\\textbackslash{}", "{": "\\textbraceleft{}", "}": "\\textbraceright{}"}
    | {"~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
    | {sign: f"\\{sign}" for sign in "$&#_%"}
)
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# Characters with which Markdown, or an extension of it in use with Material, begins or ends something anywhere.
_ACTIVE = str.maketrans({c: f"&#{ord(c)};" for c in "\\`*_[]{}|~^"} | {"<": "&lt;", ">": "&gt;"})
_ENTITY = re.compile(r"&(?=#|[A-Za-z])")
_MARKS = re.compile(r"==|\+\+|:(?=[A-Za-z+-][\w+-]*:)")  # marked and inserted text, :emoji:
_CLOSING_HASHES = re.compile(r"#(?=#*$)")
# What begins a block at the start of a line; of "1. ", "Key: " and the like only the sign is to be disarmed.
_BLOCK_START = re.compile(
    r"(?:\d+(?=[.)](?: |$))|[A-Za-z0-9][A-Za-z0-9-]*(?=:)|(?=[#=:]|[+-](?:[ +-]|$)|!!!|\?\?\?|///))(?P<sign>.)"
)


def html_text(text: str) -> str:
    """For the content of an HTML element."""
    return _NOT_XML.sub("", text).translate(_HTML)


def html_attribute(text: str) -> str:
    """For the value of an HTML attribute in either kind of quotes."""
    return _NOT_XML.sub("", text).translate(_ATTRIBUTE)


def xml_text(text: str) -> str:
    """For element content and attribute values of XML; characters that XML forbids are dropped."""
    return _NOT_XML.sub("", text).translate(_XML)


def one_line(text: str) -> str:
    """For a format whose values are lines: white space folded, without what XML forbids either."""
    return " ".join(_NOT_XML.sub("", text).split())


def bibtex_text(text: str) -> str:
    """For the value of a field of BibTeX between braces, which stay balanced."""
    return one_line(text).translate(_BIBTEX)


def markdown_text(text: str) -> str:
    """For one line of Markdown: a paragraph, a heading, an item, a table's cell, a link's text.

    White space is folded, controls are dropped; of the rest, entities stand only where Markdown would react, so that
    generated pages stay readable. At the beginning of a line this guards against every block; the caller puts it on a
    line of its own or after a mark of the caller's.
    """
    folded = " ".join(_NOT_XML.sub("", text).split())
    safe = _ENTITY.sub("&amp;", folded).translate(_ACTIVE)
    safe = _CLOSING_HASHES.sub("&#35;", _MARKS.sub(lambda found: _as_entities(found[0]), safe))
    start = _BLOCK_START.match(safe)
    if start is None:
        return safe
    return safe[: start.start("sign")] + _as_entities(start["sign"]) + safe[start.end() :]


def _as_entities(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


# What a code host makes links, mentions and references of: @name, #12, !12, $12, %name, ~name, &12, GH-12.
_REFERENCE = re.compile(r"[@#!$%~&](?=\w)|\bGH(?=-\d)", re.IGNORECASE)


def comment_text(text: str) -> str:
    """For one line of a comment on a code host: nobody is notified and nothing is linked by it.

    A space without width breaks what would be a reference, since the hosts look for those in the text that is shown.
    """
    return markdown_text(_REFERENCE.sub(lambda found: found[0] + "\u200b", text))
