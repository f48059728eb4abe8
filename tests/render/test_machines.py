"""For machines: what pages say of themselves, the guide for language models, the picture beside links."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import replace

import pytest

from briefing.front_matter import load
from briefing.model import Briefing, Evidence, Known, NameSettings
from briefing.render import preview_picture, render_pages
from briefing.render.llms import LIMIT, llms
from briefing.render.picture import HEIGHT, WIDTH
from tests import hand_built

ADDRESS = "https://lindow.example/file/"


def data_of(briefing: Briefing, path: str) -> dict[str, object]:
    found = load(dict(render_pages(briefing))[path])[0].get("linked_data", {})
    assert isinstance(found, dict)
    return found


def with_first(briefing: Briefing, **changes: object) -> Briefing:
    first, *others = briefing.articles
    return replace(briefing, articles=(replace(first, **changes), *others))


def test_an_article_s_page_is_based_on_what_is_stated_and_never_on_what_is_inferred() -> None:
    data = data_of(hand_built.briefing(), "articles/harbour-closed.md")
    assert (data["@type"], data["url"]) == ("WebPage", "../articles/harbour-closed.html")
    assert data["isBasedOn"] == {
        "@type": "NewsArticle",
        "url": "https://lindow.example/harbour?a=1&b=2",
        "datePublished": "2024-03-05",
        "author": [{"name": "Uwe Stein"}],
        "publisher": {"name": "Lindow Post"},
    }, "neither the headline nor the language, which are inferred"
    guessed = Known("2024-03-05", "inferred", Evidence("date-line", 2))
    source = Known("Lindow Post", "inferred", Evidence("byline", 2))
    found = data_of(with_first(hand_built.briefing(), date=guessed, source=source), "articles/harbour-closed.md")
    assert not {"datePublished", "publisher"} & {*found["isBasedOn"]}


def test_addresses_in_data_are_absolute_where_the_site_s_is_known() -> None:
    briefing = hand_built.briefing(site_url=ADDRESS)
    assert data_of(briefing, "articles/otters.md")["url"] == f"{ADDRESS}articles/otters.html"
    parts = data_of(briefing, "index.md")["hasPart"]
    assert [part["url"] for part in parts][:1] == [f"{ADDRESS}articles/harbour-closed.html"]


def test_a_withdrawn_article_is_based_on_nothing_and_a_name_is_what_the_editor_says() -> None:
    briefing = hand_built.briefing()
    withdrawn = replace(briefing, rights={**briefing.rights, "harbour": "withdrawn"})
    assert data_of(withdrawn, "articles/harbour-closed.md") == {}
    assert "about" not in data_of(briefing, "people/ida-brandt.md")
    entity, *others = briefing.entities
    settings = replace(briefing.settings, names={"Ida Brandt": NameSettings("person")})
    confirmed = replace(briefing, entities=(replace(entity, origin="edited"), *others), settings=settings)
    assert data_of(confirmed, "people/ida-brandt.md")["about"] == {"@type": "Person", "name": "Ida Brandt"}


def licensed(briefing: Briefing, *articles: str) -> Briefing:
    evidence = {article: Evidence("sidecar", file="x.yml") for article in articles}
    return replace(briefing, rights_evidence=evidence, licences=dict.fromkeys(articles, "CC BY 4.0"))


def test_only_texts_with_stated_rights_and_a_licence_are_in_full() -> None:
    briefing = hand_built.briefing()
    assert [path for path, _ in llms(briefing)] == ["llms.txt"], "full by default is not licensed"
    files = dict(llms(licensed(briefing, "harbour", "port")))
    assert hand_built.FIRST in files["llms-full.txt"] and "Licence: CC BY 4.0" in files["llms-full.txt"]
    assert "Łodzi" not in files["llms-full.txt"], "a licence does not make an excerpt whole"
    assert all(line.startswith("> ") for line in files["llms-full.txt"].splitlines() if "harbour of Lindow" in line)
    under, others = files["llms.txt"].split("## Other articles")
    assert "harbour-closed.html" in under and "port-w-lodzi.html" in others
    assert hand_built.SECOND not in files["llms.txt"]


def test_the_guide_for_language_models_is_finite_and_what_it_quotes_is_text() -> None:
    briefing = hand_built.briefing(site_url=ADDRESS)
    guide = dict(llms(briefing))["llms.txt"]
    assert guide.startswith("# The Lindow File\n")
    entries = [line for line in guide.splitlines() if line.startswith("- [")]
    assert all(re.match(rf"- \[(?:[^\]\\]|\\.)*\]\({re.escape(ADDRESS)}[\w/.-]+\): ", line) for line in entries)
    assert "<img" not in guide.replace("\\<img", "")
    many = tuple(replace(briefing.articles[0], id=f"a{n}") for n in range(LIMIT + 3))
    slugs, rights = {a.id: a.id for a in many}, {a.id: "full" for a in many}
    full = replace(briefing, articles=many, slugs=slugs, rights=rights, stories=(), related={}, timeline=())
    assert dict(llms(full))["llms.txt"].endswith("\n\n3 older articles are in briefing.json.\n")


def read_png(content: bytes) -> list[bytes]:
    """The rows of a picture, as a reader of PNG makes them; checks every sum on the way."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(content):
        length, kind = struct.unpack(">I4s", content[at : at + 8])
        data = content[at + 8 : at + 8 + length]
        assert content[at + 8 + length : at + 12 + length] == struct.pack(">I", zlib.crc32(kind + data))
        chunks[kind] = data
        at += 12 + length
    assert chunks[b"IHDR"] == struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    raw, rows = zlib.decompress(chunks[b"IDAT"]), [bytes(WIDTH)]
    for y in range(HEIGHT):
        line = raw[y * (WIDTH + 1) : (y + 1) * (WIDTH + 1)]
        assert line[0] == 2
        rows.append(bytes((a + b) & 255 for a, b in zip(line[1:], rows[-1], strict=True)))
    assert max(map(max, rows)) < len(chunks[b"PLTE"]) // 3
    return rows[1:]


def test_the_picture_shows_the_name_and_is_a_valid_file() -> None:
    picture = preview_picture(hand_built.briefing(site_url=ADDRESS, site_name="I"))
    assert picture is not None and len(picture) < 100_000
    rows = read_png(picture)
    inked = [y for y, row in enumerate(rows[40:300], 40) if any(row)]
    stem = rows[(inked[0] + inked[-1]) // 2]
    dark = [x for x, shade in enumerate(stem) if shade == 15]
    assert inked[-1] - inked[0] > 60, "a capital letter, as large as the largest size"
    assert 10 < len(dark) < 30 and dark[-1] - dark[0] == len(dark) - 1, "one stem, with no hole in it"


@pytest.mark.parametrize(("address", "name"), [("", "The Lindow File"), (ADDRESS, "ملف"), (ADDRESS, "新聞")])
def test_there_is_no_picture_that_nobody_could_be_told_of_or_that_could_not_be_read(address: str, name: str) -> None:
    assert preview_picture(hand_built.briefing(site_url=address, site_name=name)) is None


def test_no_line_of_the_picture_leaves_it_whatever_the_name() -> None:
    name = "Extraordinarily long " * 9 + "W" * 200
    picture = preview_picture(hand_built.briefing(site_url=ADDRESS, site_name=name))
    assert picture is not None
    rows = read_png(picture)
    assert not any(row[x] for row in rows[20:] for x in (*range(60), WIDTH - 1))
