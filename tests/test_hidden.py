"""A name that the editor hides stays in the words of the articles, and is nowhere else in anything that is made."""

from __future__ import annotations

import html.parser
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from briefing.cli import DONE, main
from briefing.doubts import find_doubts
from briefing.link.hidden import hide_names
from briefing.model import Mention, Name, NameSettings, Quote, Reason, Related, Settings
from briefing.search.documents import documents
from briefing.whole_words import whole_words
from tests import hand_built
from tests.conftest import TODAY

OWN_WORDS = {"text", "title", "description", "summary", "expression", "evidence"}  # of a text, in briefing.json


@pytest.fixture(scope="module")
def site(golden: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden briefing with Ida Brandt hidden, whom two articles name and quote."""
    root = tmp_path_factory.mktemp("hidden") / "briefing"
    shutil.copytree(golden, root, symlinks=True)
    settings = (root / "briefing.yml").read_text("utf-8")
    (root / "briefing.yml").write_text(settings.replace("names:\n", "names:\n  Ida Brandt: {hide: true}\n"), "utf-8")
    assert main(["--root", str(root), "--today", TODAY, "--jobs", "1"]) == DONE
    return root / "build"


class Strings(html.parser.HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.found.append(data)

    def handle_starttag(self, _: str, attributes: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for _, value in attributes]


def strings(value: Any, key: str = "") -> list[tuple[str, str]]:
    """Every text in JSON with the key it stands under."""
    if isinstance(value, dict):
        return [pair for name, inner in value.items() for pair in strings(inner, name)]
    if isinstance(value, list):
        return [pair for inner in value for pair in strings(inner, key)]
    return [(key, str(value))]


def own_words(site: Path) -> str:
    export = json.loads((site / "briefing.json").read_bytes())
    return "\n".join(text for key, text in strings(export) if key in OWN_WORDS and "evidence" not in key)


def test_is_on_no_page_but_in_the_words_of_a_text(site: Path) -> None:
    assert not list(site.rglob("*brandt*"))
    own, seen = own_words(site), 0
    for path in site.rglob("*.html"):
        for text in Strings(path.read_text("utf-8")).found:
            if "brandt" in text.casefold():
                seen += 1
                for sentence in re.split(r"(?<=[.”]) ", text):
                    assert "Brandt" not in sentence or sentence.strip(" \n“”…") in own, (path.name, sentence)
    assert seen > 5
    assert "Brandt" not in (site / "people" / "index.html").read_text("utf-8")


def test_the_search_does_not_find_it(site: Path) -> None:
    found = "".join(path.read_text("utf-8") for path in (site / "search").glob("*.js")).casefold()
    assert "brandt" not in found and "okafor" in found
    assert "told reporters on tuesday" in found, "all else of the sentence is found"


def test_is_in_no_data_but_in_the_words_of_a_text(site: Path) -> None:
    files = [site / "briefing.json", *(site / "data").glob("*.jsonl")]
    for path in files:
        for line in path.read_text("utf-8").splitlines() if path.suffix == ".jsonl" else [path.read_text("utf-8")]:
            for key, text in strings(json.loads(line)):
                assert key in OWN_WORDS or "Brandt" not in text, (path.name, key, text)
    quotes = [json.loads(line) for line in (site / "data" / "quotes.jsonl").read_text("utf-8").splitlines()]
    (said,) = [row for row in quotes if row["text"].startswith("We will open the north pier")][:1]
    assert (said["speaker"], said["speaker_known"]) == (None, "withheld")
    assert "name withheld" in (site / "quotes.html").read_text("utf-8")


def test_is_in_no_feed_but_in_the_words_of_a_text(site: Path) -> None:
    feeds = [site / "feed.xml", *(site / "topics").glob("*.xml")]
    for path in feeds:
        for element in ElementTree.fromstring(path.read_text("utf-8")).iter():
            assert element.tag.endswith("}summary") or "Brandt" not in (element.text or "") + str(element.attrib)


def hidden(**names: NameSettings) -> Settings:
    return Settings("Briefing", names={name.replace("_", " "): said for name, said in names.items()})


def test_other_people_of_that_name_stay() -> None:
    briefing = hand_built.briefing()
    harbour = briefing.articles[0]
    names = (Name("Ida Brandt", "person", (Mention(2, 6, 12, "Brandt"),)), Name("Uwe Brandt", "person", (), ("aide",)))
    quotes = tuple(Quote("x", 2, 0, 1, who) for who in ("Ida Brandt", "Uwe Brandt", "Mayor Brandt", "a witness", None))
    changed = replace(harbour, names=names, quotes=quotes, keyphrases=("boats", "Mayor Brandt"))
    shared = (Reason("names", ("Ida Brandt",)), Reason("words", ("brandt", "pier")), Reason("same-story", ()))
    linked = replace(
        briefing,
        settings=hidden(Ida_Brandt=NameSettings(hide=True)),
        articles=(changed, *briefing.articles[1:]),
        related={"port": (Related("harbour", 0.5, shared),)},
    )
    shown = hide_names(linked)
    assert [quote.speaker for quote in shown.articles[0].quotes] == [None, "Uwe Brandt", None, "a witness", None]
    assert [quote.known for quote in shown.articles[0].quotes] == ["withheld", None, "withheld", None, None]
    assert [name.name for name in shown.articles[0].names] == ["Uwe Brandt"]
    assert shown.articles[0].keyphrases == ("boats",)
    assert shown.related["port"][0].reasons == (Reason("words", ("pier",)), Reason("same-story", ()))
    assert shown.articles[0].paragraphs == harbour.paragraphs


def test_nobody_is_asked_who_says_what_a_hidden_name_says() -> None:
    briefing = hand_built.briefing()
    said = Quote("The pier has been closed since the storm.", 2, 0, 1, "Ida Brandt")
    harbour = replace(briefing.articles[0], names=(), quotes=(said, replace(said, speaker=None)))
    linked = replace(briefing, settings=hidden(Ida_Brandt=NameSettings(hide=True)), articles=(harbour,))
    asked = [doubt.message for doubt in find_doubts(hide_names(linked), []) if doubt.kind == "no-speaker"]
    assert asked == ["speaker unclear: 1 quotation"]


def test_is_not_found_in_a_text_of_a_language_whose_names_nobody_reads() -> None:
    briefing = hide_names(
        replace(hand_built.briefing(), settings=hidden(Łodzi=NameSettings(also=("北京大学",), hide=True)))
    )
    (port,) = [d for d in documents(briefing, {}) if d.kind == "article" and "port" in d.path]
    assert port.paragraphs == ((1, "Port w … zamknięto wczoraj. … wysłało list."),)


def test_whole_words_are_found_and_no_parts_of_them() -> None:
    pattern = whole_words(["Ida Brandt", "Ida", "O'Neil (Jr.)", " "])
    text = "Ida\u00a0 brandt's Idaho, IDA; O'Neil (Jr.) said"
    assert pattern.findall(text) == ["Ida\u00a0 brandt", "IDA", "O'Neil (Jr.)"]
    assert not whole_words([]).search("anything")
