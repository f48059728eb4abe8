"""What Obsidian, Hugo and Jekyll put into Markdown, as the words that a reader of theirs would see.

Never inside code. A comment (``%% … %%``) is its writer's own, a shortcode a command: neither is text.
"""

from __future__ import annotations

import re

_CODE = re.compile(r"^(?:`{3}|~{3})[^\n]*\n(?:(?!`{3}|~{3})[^\n]*\n)*+(?:`{3}|~{3})|`[^`\n]{1,500}`", re.MULTILINE)
_RULES = tuple(
    (re.compile(pattern, re.MULTILINE), words)
    for pattern, words in (
        (r"(?<![\d%])%%(?:[^%]|%(?!%)){0,5000}+%%", ""),
        (r"\{\{[<%](?:[^{}>%]|[>%](?!\}\})){0,2000}+[>%]\}\}|\{%[^{}%]{0,2000}+%\}", ""),
        (r"!\[\[[^\[\]\n]{1,300}\]\]", ""),
        (r"\[\[[^\[\]|\n]{1,300}\|([^\[\]|\n]{1,300})\]\]", r"\1"),
        (r"\[\[([^\[\]|#^\n]{1,300})(?:[#^][^\[\]|\n]{0,300})?\]\]", r"\1"),
        (r"(?<![=\w])==(?=[^\s=])([^=\n]{1,2000})(?<=\S)==(?![=\w])", r"\1"),
        (
            r"^((?:>[ \t]?)+)\[!\w[\w-]{0,30}\][+-]?[ \t]*(?=\S)(.*)$",
            r"\1\2\n\1",
        ),  # a callout with a title, which is its own
        (r"^((?:>[ \t]?)+)\[!\w[\w-]{0,30}\][+-]?[ \t]*$", r"\1"),
        (r"^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)\[[xX]\](?=[ \t])", r"\1☑"),
        (r"^([ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+)\[ \](?=[ \t])", r"\1☐"),
        (r"(?<=\S)[ \t]+\^(?!\d{1,3}$)[A-Za-z0-9-]{1,40}$", ""),  # not the power of a number
    )
)


def as_plain_markdown(text: str) -> str:
    """``text`` in Markdown that every parser knows."""
    parts, end = [], 0
    for code in _CODE.finditer(text):
        parts += [_plain(text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*parts, _plain(text[end:])])


def without_links(text: str) -> str:
    """A value of front matter in which a link between notes is its words: "[[The Courier]]"."""
    return _plain(text) if "[[" in text else text


def _plain(text: str) -> str:
    for pattern, words in _RULES:
        text = pattern.sub(words, text)
    return text
