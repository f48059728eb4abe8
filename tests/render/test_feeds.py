"""Feeds: valid, honest about dates, and nothing in them breaks XML."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree

import pytest

from briefing.model import Briefing, Correction, Edited, Evidence, Known
from briefing.render.feeds import LIMIT, feeds
from tests import hand_built

ATOM = {"a": "http://www.w3.org/2005/Atom"}
PERMITTED = {
    "feed": {"id", "title", "subtitle", "updated", "author", "link", "entry"},
    "entry": {"id", "title", "updated", "published", "author", "link", "category", "summary"},
}
ADDRESS = "https://lindow.example/file/"


def atom(briefing: Briefing, path: str = "feed.xml") -> ElementTree.Element:
    return ElementTree.fromstring(dict(feeds(briefing))[path].encode("utf-8"))


def entries(briefing: Briefing, path: str = "feed.xml") -> list[ElementTree.Element]:
    return atom(briefing, path).findall("a:entry", ATOM)


def text(element: ElementTree.Element, name: str) -> str | None:
    return element.findtext(f"a:{name}", None, ATOM)


def link(element: ElementTree.Element, rel: str) -> str | None:
    found = element.find(f"a:link[@rel='{rel}']", ATOM)
    return None if found is None else found.get("href")


def test_one_feed_in_each_format_and_one_of_each_topic() -> None:
    paths = [path for path, _ in feeds(hand_built.briefing())]
    topics = ["topics/weather.xml", "topics/severe-weather.xml", "topics/wildlife.xml"]
    assert paths == ["feed.xml", "feed.json", *topics]
    assert [link(entry, "alternate") for entry in entries(hand_built.briefing(), "topics/wildlife.xml")] == [
        "../articles/otters.html"
    ]


@pytest.mark.parametrize("path", ["feed.xml", "topics/weather.xml"])
@pytest.mark.parametrize("address", ["", ADDRESS])
def test_has_what_atom_requires_and_nothing_it_does_not_know(path: str, address: str) -> None:
    feed = atom(hand_built.briefing(site_url=address), path)
    elements = [feed, *feed.findall("a:entry", ATOM)]
    for element in elements:
        kind = element.tag.rpartition("}")[2]
        assert {child.tag.rpartition("}")[2] for child in element} <= PERMITTED[kind]
        assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", text(element, "id") or "")
        assert text(element, "title")
        assert datetime.fromisoformat(text(element, "updated") or "").tzinfo
        assert link(element, "alternate")
    assert len({text(element, "id") for element in elements}) == len(elements)
    assert text(feed, "updated") == max(text(entry, "updated") or "" for entry in elements[1:])
    assert link(feed, "self") == (ADDRESS + path if address else "../" * path.count("/") + path)


def test_newest_first_and_what_has_no_date_last() -> None:
    briefing = hand_built.briefing()
    links = ["articles/otters.html", "articles/harbour-closed.html", "articles/port-w-lodzi.html"]
    assert [link(entry, "alternate") for entry in entries(briefing)] == links
    harbour, otters, polish = briefing.articles
    undated = replace(briefing, articles=(replace(otters, reference_date=None), harbour, polish))
    assert [link(entry, "alternate") for entry in entries(undated)] == [links[1], links[2], links[0]]


def test_a_date_of_publication_is_claimed_only_where_it_is_known() -> None:
    otters, harbour, polish = entries(hand_built.briefing())
    assert (text(otters, "published"), text(otters, "updated")) == (None, "2024-03-09T00:00:00Z")
    assert text(harbour, "published") == text(harbour, "updated") == "2024-03-05T00:00:00Z"
    assert text(polish, "published") is None, "a month is no day of publication"
    assert text(polish, "updated") == "2024-02-01T00:00:00Z"
    items = json.loads(dict(feeds(hand_built.briefing()))["feed.json"])["items"]
    assert [item.get("date_published") for item in items] == [None, "2024-03-05T00:00:00Z", None]


@pytest.mark.parametrize(
    ("date", "published"),
    [
        ("2024-03-05T10:30:00+02:00", "2024-03-05T08:30:00Z"),
        ("2024-03-05T10:30", "2024-03-05T10:30:00Z"),
        ("2024-W10", None),
        ("2024", None),
    ],
)
def test_dates_of_every_precision_become_timestamps(date: str, published: str | None) -> None:
    briefing = hand_built.briefing()
    article = replace(briefing.articles[0], date=Known(date, "stated", Evidence("meta")), reference_date=None)
    (entry,) = entries(replace(briefing, articles=(article,)))
    assert text(entry, "published") == published
    assert (text(entry, "updated") or "").startswith("2024-")


def test_without_any_date_today_is_when_it_was_last_touched() -> None:
    briefing = hand_built.briefing()
    article = replace(briefing.articles[1], reference_date=None)
    (entry,) = entries(replace(briefing, articles=(article,)))
    assert text(entry, "updated") == "2024-04-01T00:00:00Z"


def test_a_correction_makes_an_entry_new_under_the_same_id() -> None:
    briefing = hand_built.briefing()
    article = briefing.articles[0]
    corrected = replace(article, edited=Edited(corrections=(Correction("2024-03-20", "The mayor is Ida Brandt."),)))
    renamed = replace(briefing, articles=(corrected,), slugs={**briefing.slugs, "harbour": "another-slug"})
    (before,), (after,) = entries(replace(briefing, articles=(article,))), entries(renamed)
    assert text(after, "id") == text(before, "id")
    assert text(after, "updated") == "2024-03-20T00:00:00Z"


def test_the_summary_says_whose_words_it_is_in() -> None:
    _, harbour, polish = entries(hand_built.briefing())
    assert text(harbour, "summary") == f"In the words of Lindow Post: {hand_built.FIRST}"
    assert (text(polish, "summary") or "").startswith("In the words of the text; source not stated: Port")
    briefing = hand_built.briefing()
    edited = replace(briefing.articles[0], summary_edited=True)
    summary = text(entries(replace(briefing, articles=(edited,)))[0], "summary")
    assert summary == f"In the editor’s words: {hand_built.FIRST}"


def test_the_editors_words_are_in_every_feed_and_said_to_be_the_editors() -> None:
    briefing = hand_built.briefing()
    said = Edited(bottom_line="The only link.", note="We asked.", corrections=(Correction("2024-03-20", "Ida."),))
    changed = replace(briefing, articles=(replace(briefing.articles[0], edited=said), *briefing.articles[1:]))
    lines = [
        "Correction, 20 March 2024: Ida.",
        "Why it matters, in the editor’s words: The only link.",
        "Editor’s note: We asked.",
        f"In the words of Lindow Post: {hand_built.FIRST}",
    ]
    for path in ("feed.xml", "topics/weather.xml"):
        (entry,) = [e for e in entries(changed, path) if "Harbour" in (text(e, "title") or "")]
        assert (text(entry, "summary") or "").split("\n") == lines
    items = json.loads(dict(feeds(changed))["feed.json"])["items"]
    (item,) = [item for item in items if "Harbour" in item["title"]]
    assert item["content_text"].split("\n") == lines
    assert item["_editor"]["note"] == "We asked."
    assert not [other for other in items if other is not item and other.get("_editor", {}).get("bottom_line")]


def test_without_a_summary_none_of_the_text_is_in_a_feed() -> None:
    briefing = hand_built.briefing()
    bare = replace(briefing.articles[0], summary=())
    for _, feed in feeds(replace(briefing, articles=(bare,))):
        assert "terraces" not in feed and "boats" not in feed


def test_hostile_text_stays_text() -> None:
    title = text(entries(hand_built.briefing())[0], "title") or ""
    assert title.replace(" ", "") == hand_built.HOSTILE.replace("\x07", "").replace(" ", "")
    briefing = hand_built.briefing(site_name="A \ud800 <b>&\x00\ufffe", site_url="https://x.example/?a&b")
    for path, feed in feeds(briefing):
        feed.encode("utf-8")
        if path.endswith(".xml"):
            ElementTree.fromstring(feed)


def test_only_web_addresses_are_linked_to() -> None:
    briefing = hand_built.briefing()
    article = briefing.articles[0]
    assert link(entries(briefing)[1], "via") == "https://lindow.example/harbour?a=1&b=2"
    hostile = replace(article, url=Known("javascript:alert(1)", "stated", Evidence("meta")))
    assert all("javascript" not in feed for _, feed in feeds(replace(briefing, articles=(hostile,))))


def test_copies_and_withdrawn_articles_have_no_entry() -> None:
    briefing = hand_built.briefing()
    copied = replace(briefing, duplicates={"port": "harbour"}, rights={**briefing.rights, "sub/otters": "withdrawn"})
    assert [link(entry, "alternate") for entry in entries(copied)] == ["articles/harbour-closed.html"]
    assert entries(copied, "topics/wildlife.xml") == []


def test_at_most_fifty_entries() -> None:
    briefing = hand_built.briefing()
    many = tuple(replace(briefing.articles[0], id=f"a{i}") for i in range(LIMIT + 5))
    ids = [article.id for article in many]
    topics = (replace(briefing.topics[0], articles=tuple(ids)),)
    slugs, rights = dict(zip(ids, ids, strict=True)), dict.fromkeys(ids, "full")
    large = replace(briefing, articles=many, slugs=slugs, rights=rights, topics=topics)
    assert len(entries(large)) == len(entries(large, "topics/weather.xml")) == LIMIT
    assert len(json.loads(dict(feeds(large))["feed.json"])["items"]) == LIMIT


def test_json_feed_says_the_same() -> None:
    feed = json.loads(dict(feeds(hand_built.briefing(site_url=ADDRESS)))["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == ADDRESS + "index.html" and feed["feed_url"] == ADDRESS + "feed.json"
    otters, harbour, _ = feed["items"]
    assert otters["title"] == hand_built.HOSTILE
    assert otters["content_text"] == "Editor’s note: Compare the ferry debate of last year."
    assert harbour == {
        "id": text(entries(hand_built.briefing(site_url=ADDRESS))[1], "id"),
        "url": ADDRESS + "articles/harbour-closed.html",
        "external_url": "https://lindow.example/harbour?a=1&b=2",
        "title": "Harbour closed after storm",
        "content_text": f"In the words of Lindow Post: {hand_built.FIRST}",
        "date_published": "2024-03-05T00:00:00Z",
        "authors": [{"name": "Uwe Stein"}],
        "tags": ["Severe weather"],
        "language": "en",
    }


def test_an_empty_briefing_has_valid_feeds() -> None:
    empty = replace(hand_built.briefing(), articles=(), topics=())
    assert text(atom(empty), "updated") == "2024-04-01T00:00:00Z"
    assert json.loads(dict(feeds(empty))["feed.json"])["items"] == []
