"""The briefing that ships with the project: what is known of its two articles, and how."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.front_matter import load

CALL = "president-biden-and-netanyahu-discuss-cease-fire-deal-humanitarian-aid"
STATEMENT = "us-president-joe-biden-spoke-on-thursday-with-prime-minister-benjamin-netanyahu"


def head(root: Path, slug: str) -> dict[str, object]:
    return load((root / "site_src" / "articles" / f"{slug}.md").read_text("utf-8"))[0]


def test_the_article_with_a_headline(shipped: Path) -> None:
    known = head(shipped, CALL)
    assert known["title"] == "President Biden and Netanyahu Discuss Cease-Fire Deal, Humanitarian Aid"
    assert known["provenance"]["title"]["origin"] == "stated"
    assert known["source"] == "Rolling Stone"
    assert known["provenance"]["source"] == {"origin": "inferred", "evidence": "line 17: “More from Rolling Stone”"}
    assert [line["text"] for line in known["removed"]] == ["More from Rolling Stone", "Best of Rolling Stone"]
    assert known["people"] == ["Joe Biden", "Benjamin Netanyahu", "Antony Blinken", "Bernie Sanders"]
    assert {quote["text"]: quote.get("speaker") for quote in known["quotes"]}["ethnic cleansing"] == "Bernie Sanders"
    assert [(figure["text"], figure["value"]) for figure in known["figures"]] == [("more than 33,000 people", 33000)]
    assert ("Sunday", "2024-04-28") in [(date["text"], date.get("value")) for date in known["dates"]]


def test_the_article_without_one(shipped: Path) -> None:
    known = head(shipped, STATEMENT)
    assert known["title"] == (
        "US President Joe Biden spoke on Thursday with Prime Minister Benjamin Netanyahu about the developments in Gaza"
    )
    assert known["provenance"]["title"]["origin"] == "inferred"
    assert "source" not in known
    assert [line["text"] for line in known["removed"]] == ["Biden and Netanyahu", "Biden and NetanyahuHaim Zach/GPO"]
    assert "Haim Zach" not in [*known["people"], *known["organisations"]]
    assert "John Kirby" in known["people"]
    speakers = [quote.get("speaker") for quote in known["quotes"]]
    assert speakers == ["White House"] * 6 + ["John Kirby"]
    assert ("last Friday", "2023-12-01") in [(date["text"], date.get("value")) for date in known["dates"]]


@pytest.mark.parametrize(("slug", "day"), [(CALL, "2024-04-28"), (STATEMENT, "2023-12-07")])
def test_the_day_of_reference_is_the_editors_and_no_date_of_publication_is_claimed(
    shipped: Path, slug: str, day: str
) -> None:
    known = head(shipped, slug)
    assert known["reference_date"] == day
    assert known["provenance"]["reference_date"]["origin"] == "edited"
    assert "date" not in known


def test_each_is_related_to_the_other_with_reasons(shipped: Path) -> None:
    for slug, other, days in ((CALL, STATEMENT, "-143"), (STATEMENT, CALL, "143")):
        (related,) = head(shipped, slug)["related"]
        assert related["article"] == other
        reasons = {reason["kind"]: reason["values"] for reason in related["reasons"]}
        assert {"Joe Biden", "Benjamin Netanyahu", "Gaza"} <= set(reasons["names"])
        assert reasons["days-apart"] == [days]
    assert json.loads((shipped / "site_src" / "briefing.json").read_text("utf-8"))["stories"] == []
