"""The posts of ``corpus_pdmd`` with what their editors say of them: title, tags and a summary."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.annotate.layout import Layout, lay_out
from briefing.model import Seed
from briefing.read.markdown import read_markdown

_EACH = 4  # of which one is read: the rest says the same


@dataclass(frozen=True, slots=True)
class Post:
    title: str
    tags: tuple[str, ...]  # in lower case, with hyphens
    summary: str
    layout: Layout


def read_posts(data: Path) -> Iterator[Post]:
    folder = data / "corpus_pdmd"
    records = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    for record in map(json.loads, records[::_EACH]):
        layout = lay_out_post(folder / record["file"])
        tags = tuple(tag.lower().replace(" ", "-") for tag in record["topic"] or ())
        yield Post(record["title"], tags, html.unescape(record["summary"] or ""), layout)


def lay_out_post(file: Path) -> Layout:
    content = read_markdown(file.read_text(encoding="utf-8"), file.name)
    return lay_out(Seed("post", "seeds/post.md", "", content.lines, content.stated))
