"""What the editor wrote that changes nothing is told, with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.config import read_settings
from briefing.doubts import find_doubts
from briefing.link import link, publish
from briefing.model import ArticleTopic, Audience, Edited, Seed
from tests.link.hand_built import article

OTTERS = ArticleTopic("own:Otters", 1.0)


def told(tmp_path: Path, briefing_yml: str, edits: Mapping[str, Edited], audience: Audience = "local") -> list[str]:
    """The doubts about what the editor wrote of three articles, all of one text where ``edits`` make copies."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Lindow\n")
    (tmp_path / "briefing.yml").write_text(briefing_yml)
    settings = read_settings(tmp_path, {})
    every = [
        replace(
            article(name, f"Title of {name}", f"Text of {name}.", day="2024-03-01", topics=(OTTERS,)),
            edited=replace(edits.get(name, Edited()), file=f"seeds/{name}.yml"),
            source=None,
        )
        for name in ("harbour", "market", "pier")
    ]
    ready = [one for one in every if one.edited.status == "ready"]
    briefing = publish(link(ready, settings, "2024-04-01", audience))
    doubts = find_doubts(briefing, [Seed(a.id, a.file, a.sha256, (), edited=a.edited) for a in every])
    mine = [d for d in doubts if d.kind not in ("rights-not-stated",)]
    return [f"{doubt.file}:{doubt.line or ''}: {doubt.message}; {doubt.cure}" for doubt in mine]


@pytest.mark.parametrize(
    ("edited", "reason"),
    [
        (Edited(status="draft"), "is a draft"),
        (Edited(status="exclude", reason="x"), "is excluded"),
        (Edited(rights="internal"), "is internal"),
        (Edited(rights="withdrawn"), "is withdrawn"),
        (Edited(duplicate_of="pier"), "is a copy of 'pier'"),
    ],
)
def test_a_lead_and_an_order_that_name_what_is_not_there(tmp_path: Path, edited: Edited, reason: str) -> None:
    lines = "front_page:\n  lead: harbour\n  order:\n  - pier\n  - harbour\n"
    assert told(tmp_path, lines, {"harbour": edited}) == [
        f"briefing.yml:2: front_page.lead: 'harbour' {reason}, so another article leads; "
        "remove it from lead, or change that",
        f"briefing.yml:5: front_page.order: 'harbour' {reason}, so it is passed over; "
        "remove it from order, or change that",
    ]
    assert told(tmp_path, lines, {}) == []
    if edited.rights == "internal":
        assert told(tmp_path, lines, {"harbour": edited}, "internal") == []


def test_sections_and_codes_that_nothing_has(tmp_path: Path) -> None:
    lines = "front_page: {sections: [OTTERS, Oters, Ferries]}\ntopics:\n  Otters:\n    iptc: medtop:99999999\n"
    assert told(tmp_path, lines, {}) == [
        "briefing.yml:1: front_page.sections: 'Ferries' is no topic of this briefing, so it has no section; "
        "name one of those on the page 'Topics', or remove it",
        "briefing.yml:1: front_page.sections: 'Oters' is no topic of this briefing, so it has no section; "
        "did you mean 'Otters'?",
        "briefing.yml:4: topics.Otters.iptc: 'medtop:99999999' is no IPTC Media Topic that we know, so it has no "
        "effect; look the code up at https://iptc.org/standards/media-topics/, or remove it",
    ]
    assert told(tmp_path, "topics:\n  Otters:\n    iptc: medtop:06000000\n", {}) == []


def test_a_story_of_one_article_and_a_copy_of_none(tmp_path: Path) -> None:
    edits = {
        "harbour": Edited(story="The ferry row"),
        "market": Edited(story="The fery row"),
        "pier": Edited(duplicate_of="gone"),
    }
    assert told(tmp_path, "", edits) == [
        "seeds/harbour.yml:: story: no other article has 'The ferry row', so there is no such story; "
        "did you mean 'The fery row'?",
        "seeds/market.yml:: story: no other article has 'The fery row', so there is no such story; "
        "did you mean 'The ferry row'?",
        "seeds/pier.yml:: duplicate_of: 'gone' could not be read, so this is no copy; name another, or remove it",
    ]
    both = {"harbour": Edited(story="The row"), "market": Edited(story="The row")}
    assert told(tmp_path, "", both) == []
    assert told(tmp_path, "", {"harbour": Edited(duplicate_of="pier"), "pier": Edited(status="draft")})


def test_a_source_that_is_nearly_one_of_the_briefing(tmp_path: Path) -> None:
    from briefing.without_effect import find_without_effect
    from tests import hand_built

    (tmp_path / "mkdocs.yml").write_text("site_name: Lindow\n")
    (tmp_path / "briefing.yml").write_text(
        "sources:\n  Lindow post: {rights: link}\n  A paper to come: {rights: link}\n"
    )
    briefing = replace(hand_built.briefing(), settings=read_settings(tmp_path, {}))
    (doubt,) = find_without_effect(briefing, [])
    assert (doubt.line, doubt.cure) == (2, "did you mean 'Lindow Post'?")
    assert "so its rights count for none" in doubt.message


def test_a_name_that_is_nearly_one_of_the_briefing(tmp_path: Path) -> None:
    from briefing.without_effect import find_without_effect
    from tests import hand_built

    one = hand_built.briefing()
    known = next(name.name for article in one.articles for name in article.names if name.kind == "person")
    (tmp_path / "mkdocs.yml").write_text("site_name: Lindow\n")
    (tmp_path / "briefing.yml").write_text(
        f"names:\n  {known}e: {{kind: person}}\n  {known}er: {{not: true}}\n  Zoltan Quux: {{kind: person}}\n"
        f"  {known}es: {{also: [{known}]}}\n"
    )
    (doubt,) = find_without_effect(replace(one, settings=read_settings(tmp_path, {})), [])
    assert (doubt.line, doubt.cure) == (2, f"did you mean '{known}'?")
    assert "what is said of it has no effect" in doubt.message
