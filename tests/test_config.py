"""What briefing.yml and mkdocs.yml say, read into Settings."""

from pathlib import Path

import pytest

from briefing.config import front_page_seeds, read_settings
from briefing.errors import AuthorError
from briefing.model import FrontPage, NameSettings, Settings, SourceSettings, TopicSettings

WHOLE = """
sources:
  The Courier:
    url: https://courier.example
    rights: excerpt
    licence: CC BY 4.0
    country: Portugal
    note: The port's paper
  River Post:
topics:
  Harbours: {terms: [pier, "  tug  boat "], iptc: "medtop:20000337", description: Ports and piers}
names:
  Ana Prado: {kind: person, also: [A. Prado, Prado]}
  Monday: {not: yes}
  Rui Lima: {hide: true}
front_page:
  intro: What the port
    does now.
  lead: harbour
  sections: [Harbours]
  order: [market, harbour]
related: 3
rights: LINK
excerpt_words: 40
seed_limit: 2_000_000
language: pt_br
contact: desk@courier.example
"""


def read(root: Path, briefing: str | None, mkdocs: str = "site_name: Harbour News\n", **environment: str) -> Settings:
    if briefing is not None:
        (root / "briefing.yml").write_text(briefing, encoding="utf-8")
    (root / "mkdocs.yml").write_text(mkdocs, encoding="utf-8")
    return read_settings(root, environment)


def test_every_section_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, WHOLE) == Settings(
        site_name="Harbour News",
        sources={
            "The Courier": SourceSettings(
                "https://courier.example", "excerpt", "CC BY 4.0", "Portugal", "The port's paper"
            ),
            "River Post": SourceSettings(),
        },
        topics={"Harbours": TopicSettings(("pier", "tug boat"), "medtop:20000337", "Ports and piers")},
        names={
            "Ana Prado": NameSettings("person", ("A. Prado", "Prado")),
            "Monday": NameSettings(denied=True),
            "Rui Lima": NameSettings(hide=True),
        },
        front_page=FrontPage("What the port does now.", "harbour", ("Harbours",), ("market", "harbour")),
        related=3,
        rights="link",
        excerpt_words=40,
        seed_limit=2_000_000,
        language="pt-BR",
        contact="desk@courier.example",
    )


@pytest.mark.parametrize("briefing", [None, "", "# nothing yet\n", "related:\nnames:\n", "\ufeff---\n"])
def test_without_settings_the_defaults_hold(tmp_path: Path, briefing: str | None) -> None:
    assert read(tmp_path, briefing) == Settings(site_name="Harbour News")


@pytest.mark.parametrize("word", ["2024", "yes", "null", "1.5", "0x1f", "2024-02-30"])
def test_a_text_stays_the_text_that_was_written(tmp_path: Path, word: str) -> None:
    assert read(tmp_path, f"contact: {word}\nnames:\n  {word}:\n    kind: place\n").contact == word
    assert list(read(tmp_path, None).names) == [word]


@pytest.mark.parametrize(
    ("line", "environment", "url"),
    [
        ("site_url: https://a.example/b/", {}, "https://a.example/b/"),
        ("site_url: !ENV [URL, '']", {}, ""),
        ("site_url: !ENV [URL, OTHER, 'https://c.example']", {"OTHER": "https://d.example"}, "https://d.example"),
        ("site_url: !ENV URL", {}, ""),
    ],
)
def test_the_address_of_the_site_may_come_from_the_environment(
    tmp_path: Path, line: str, environment: dict[str, str], url: str
) -> None:
    assert read(tmp_path, None, f"site_name: A\n{line}\n", **environment).site_url == url


def test_tags_and_anchors_of_mkdocs_are_its_own_affair(tmp_path: Path) -> None:
    mkdocs = (
        "site_name: A\nsite_description: >-\n  Two\n  lines\nextra: &x {a: 1}\nmore:\n  <<: *x\n"
        "markdown_extensions:\n- pymdownx.emoji:\n    emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
    )
    assert read(tmp_path, None, mkdocs).site_description == "Two lines"


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"site_name: \xe9"])
def test_settings_that_are_not_utf8_are_a_mistake(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(content)
    with pytest.raises(AuthorError, match=r"mkdocs\.yml: not UTF-8"):
        read_settings(tmp_path)


def test_a_missing_mkdocs_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(AuthorError, match=r"mkdocs\.yml: not found"):
        read_settings(tmp_path)


def test_seeds_of_the_front_page_come_with_their_lines(tmp_path: Path) -> None:
    read(tmp_path, "front_page:\n  order:\n  - market\n  - pier\n  lead: harbour\n")
    assert [(seed.value, seed.place.line) for seed in front_page_seeds(tmp_path)] == [
        ("harbour", 5),
        ("market", 3),
        ("pier", 4),
    ]


def test_aliases_within_aliases_cost_nothing(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 60))
    with pytest.raises(AuthorError, match="is not supported"):
        read(tmp_path, bomb)
    assert read(tmp_path, "", "site_name: A\n" + bomb).site_name == "A"
