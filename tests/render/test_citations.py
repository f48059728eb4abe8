"""The files to cite an original with: what is known of it, no more, and nothing of it as syntax."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import unquote

from briefing.model import Article, Evidence, Known
from briefing.render.citations import citation_downloads
from tests.render import fixtures


def files(article: Article) -> dict[str, str]:
    return {
        download.form: unquote(download.href.partition(",")[2])
        for download in citation_downloads(article, "marsh-bridge", "en")
    }


def test_all_that_is_known_is_said_and_a_date_that_is_not_known_is_none() -> None:
    cited = files(fixtures.bridge())
    assert cited["RIS"].split("\r\n") == [
        "TY  - NEWS",
        "ID  - marsh-bridge",
        "TI  - Marsh Bridge opens again after a year",
        "AU  - Nia Rees",
        "AU  - Tom Vale",
        "T2  - Bay Courier",
        "UR  - https://courier.example/bridge?a=1&b=2",
        "LA  - en",
        "N1  - source inferred",
        "N1  - publication date not stated",
        "ER  - ",
        "",
    ]
    assert "author = {{Nia Rees} and {Tom Vale}}" in cited["BibTeX"]
    assert "year = " not in cited["BibTeX"] and "issued" not in cited["CSL-JSON"]  # the day it reports is no such date
    assert json.loads(cited["CSL-JSON"])[0]["author"] == [{"literal": "Nia Rees"}, {"literal": "Tom Vale"}]


def test_a_date_is_as_exact_as_it_is_known() -> None:
    whole = files(replace(fixtures.bridge(), date=fixtures.stated("2024-04-28T10:00:00Z")))
    assert "DA  - 2024/04/28/\r\n" in whole["RIS"] and "  date = {2024-04-28},\n" in whole["BibTeX"]
    assert json.loads(whole["CSL-JSON"])[0]["issued"] == {"date-parts": [[2024, 4, 28]]}
    month = files(replace(fixtures.bridge(), date=fixtures.stated("2024-04")))
    assert "DA  - 2024/04//\r\n" in month["RIS"] and "PY  - 2024\r\n" in month["RIS"]
    inferred = replace(fixtures.bridge(), date=Known("2024-04-28", "inferred", Evidence("dateline", 1)))
    assert "N1  - date inferred" in files(inferred)["RIS"]


def test_a_headline_of_ours_stands_in_brackets_and_says_so() -> None:
    cited = files(fixtures.ferry())
    assert "TI  - [The ferry across Tiverton bay will stop on 7 December]\r\n" in cited["RIS"]
    assert "headline ours" in cited["BibTeX"] and "source not stated" in cited["CSL-JSON"]


def test_nothing_of_a_text_is_syntax() -> None:
    evil = 'A} @misc{x, \\input{y} 100% $ & # _ ~ ^\r\nER  - \nTY  - BOOK \u0007\u2028"],'
    article = replace(fixtures.bridge(), title=fixtures.stated(evil), source=fixtures.stated(evil))
    cited = files(replace(article, authors=Known((evil, "B and C"), "stated", Evidence("byline", 1)), url=None))
    tags = [line[:6] for line in cited["RIS"].split("\r\n") if line]
    assert tags.count("TY  - ") == tags.count("ER  - ") == 1 and all(tag[4:] == "- " for tag in tags)
    entry = cited["BibTeX"]
    assert entry.count("{") == entry.count("}") and len(entry.splitlines()) == 7
    assert entry.count("\n@") == 0 and "\\input{" not in entry and "and {B and C}" in entry
    depth = 0
    for sign in entry[:-3]:
        depth += (sign == "{") - (sign == "}")
        assert depth > 0 or sign in "@misc"
    assert json.loads(cited["CSL-JSON"])[0]["container-title"].startswith("A} @misc{x, \\input{y}")


def test_an_address_holds_no_sign_that_a_page_or_browser_reads() -> None:
    for download in citation_downloads(fixtures.bridge(), "marsh-bridge", "en"):
        assert download.href.partition(",")[2].replace("%", "").replace("-", "").replace(".", "").isalnum()
        assert download.file.startswith("marsh-bridge.")
