"""Strings of markup, through the real templates, the real engine, and all that it might be given."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import markdown
import pytest

from briefing import front_matter
from briefing.model import Article, Briefing, Paragraph, Removed, Sentence
from briefing.render import render_pages
from tests.conftest import ROOT
from tests.promises.test_text_as_text import ATTRIBUTES, IDS, TAGS, Reader, plain
from tests.render import fixtures
from tests.test_escape import EXTENSIONS, MATERIAL, PARSERS, TOKENS, _assert_shown, _expected

KINDS = ("text", "heading", "item", "quote", "code", "standfirst")
A_BRIEFING = 20  # strings that one briefing takes
SAMPLE, ALL = 400, 50_000


def _strings(number: int) -> list[str]:
    chance = random.Random(11)
    return ["".join(chance.choices(TOKENS, k=chance.randint(1, 9))) for _ in range(number)]


@cache
def _engines() -> tuple[markdown.Markdown, ...]:
    """Markdown as mkdocs.yml has it, and with all that an editor might add."""
    from mkdocs.config import load_config

    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(ROOT / "overrides"))
    own = list(config.markdown_extensions)
    more = [name for name in (*EXTENSIONS, *MATERIAL) if name not in own]
    configs = config.mdx_configs or {}
    return (
        markdown.Markdown(extensions=own, extension_configs=configs),
        markdown.Markdown(extensions=[*own, *more], extension_configs=configs),
    )


def test_strings_of_markup_are_shown_by_every_parser(everything: bool) -> None:
    for text in _strings(ALL if everything else SAMPLE):
        _assert_shown(PARSERS, text)


def _article(article: Article, texts: Sequence[str]) -> Article:
    """An article that says nothing else; each string is a paragraph of some kind, and something of every other sort."""
    paragraphs = tuple(Paragraph(n, n, text, KINDS[n % len(KINDS)]) for n, text in enumerate(texts, 1))
    return replace(
        article,
        title=fixtures.stated(texts[0]),
        source=fixtures.stated(texts[1]),
        authors=replace(fixtures.stated(""), value=(texts[2], texts[3])),
        paragraphs=paragraphs,
        removed=(Removed(99, texts[4], "label"),),
        summary=(Sentence(texts[5], 1),),
        edited=replace(article.edited, note=texts[6], bottom_line=texts[7], reason=texts[8]),
        keyphrases=(texts[9],),
        names=(),
        quotes=(),
        figures=(),
        dates=(),
    )


def _briefing(texts: Sequence[str]) -> Briefing:
    base = fixtures.briefing()
    articles = tuple(_article(a, texts) if a.id == "bridge" else a for a in base.articles)
    entities = tuple(replace(e, name=t, also=(t,), roles=(t,)) for e, t in zip(base.entities, texts, strict=False))
    topics = tuple(replace(t, name=text, description=text) for t, text in zip(base.topics, texts, strict=False))
    settings = replace(
        base.settings,
        site_name=texts[0],
        contact=texts[1],
        front_page=replace(base.settings.front_page, intro=texts[2]),
    )
    return replace(
        base,
        articles=articles,
        entities=entities,
        topics=topics,
        settings=settings,
        timeline=(),
        licences={"bridge": texts[3]},
    )


def test_strings_of_markup_survive_templates_and_engine(everything: bool) -> None:
    """0 foreign elements on every page; every paragraph, title and note is there, and nothing of it is lost."""
    strings = [text for text in _strings(ALL if everything else SAMPLE) if _expected(text)]
    for start in range(0, len(strings) - A_BRIEFING + 1, A_BRIEFING):
        texts = [_expected(text) for text in strings[start : start + A_BRIEFING]]
        for path, page in render_pages(_briefing(texts)):
            _, source = front_matter.load(page)
            for engine in _engines() if path.startswith(("articles/", "index", "about")) else _engines()[:1]:
                shown = Reader(f"<main>{engine.reset().convert(source)}</main>")
                assert {tag for tag, _ in shown.elements} <= TAGS, (path, shown.elements)
                assert {name for _, found in shown.elements for name in found} <= ATTRIBUTES, path
                assert all(IDS.fullmatch(found["id"]) for _, found in shown.elements if "id" in found), path
                assert shown.wrong == [] and shown.open == [], path
                if path == "articles/marsh-bridge.md":
                    _all_shown(texts, shown.text)


def _all_shown(texts: Sequence[str], shown: str) -> None:
    letters = re.sub(r"\s", "", shown)
    for text in texts:
        assert re.sub(r"\s", "", plain(text)) in letters, text


@pytest.mark.parametrize("text", ["{++a++}{--b--}{==c==}{>>d<<}", "--8<-- 'mkdocs.yml'", "```", "[TOC]", "*[x]: y"])
def test_what_is_read_before_markdown_finds_nothing(text: str) -> None:
    """Some extensions rewrite a page before its HTML is set aside, so that an escape for HTML alone is too little."""
    for path, page in render_pages(_briefing([text] * A_BRIEFING)):
        shown = Reader(f"<main>{_engines()[1].reset().convert(front_matter.load(page)[1])}</main>")
        assert {tag for tag, _ in shown.elements} <= TAGS, path
