"""``briefing.json`` and the front matter it shares with the pages."""

from __future__ import annotations

import json
from dataclasses import replace

from jsonschema import Draft202012Validator

from briefing.model import (
    Briefing,
    Correction,
    Difference,
    Edited,
    Entity,
    Evidence,
    Figure,
    FrontPage,
    Known,
    Quote,
    Told,
)
from briefing.render.article_data import FrontMatter, article_front_matter, by_article
from briefing.render.exports import briefing_json, exports
from tests import hand_built

CONTRACT = """
title description date reference_date source url authors language topics tags people places organisations summary
keyphrases quotes figures dates related story duplicate_of removed editor provenance seed
"""


def front_matter(briefing: Briefing, number: int = 0) -> FrontMatter:
    return article_front_matter(briefing, briefing.articles[number], by_article(briefing))


def validator() -> Draft202012Validator:
    schema = json.loads(dict(exports(hand_built.briefing()))["briefing.schema.json"])
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_a_figure_has_the_end_of_its_range_and_who_gave_it() -> None:
    briefing = hand_built.briefing()
    article = briefing.articles[0]
    figure = replace(article.figures[0], text="40 to 60 boats", last=60.0, giver="the harbour master", change="up")
    changed = replace(briefing, articles=(replace(article, figures=(figure,)), *briefing.articles[1:]))
    (row,) = front_matter(changed)["figures"]
    assert row == {
        "text": "40 to 60 boats",
        "value": 40,
        "last": 60,
        "counts": "boats",
        "giver": "the harbour master",
        "change": "up",
        "paragraph": 2,
    }
    validator().validate(json.loads(dict(exports(changed))["briefing.json"]))


def test_the_front_matter_follows_its_contract() -> None:
    assert front_matter(hand_built.briefing()) == {
        "title": "Harbour closed after storm",
        "description": hand_built.FIRST,
        "date": "2024-03-05",
        "reference_date": "2024-03-05",
        "source": "Lindow Post",
        "url": "https://lindow.example/harbour?a=1&b=2",
        "authors": ["Uwe Stein"],
        "language": "en",
        "topics": ["Severe weather"],
        "tags": ["Severe weather"],
        "people": ["Ida Brandt"],
        "places": ["Lindow"],
        "summary": [hand_built.FIRST],
        "keyphrases": ["boats"],
        "quotes": [
            {"text": "We shall open it again by Friday.", "speaker": "Ida Brandt", "cue": "said", "paragraph": 2}
        ],
        "figures": [{"text": "More than 40 boats", "value": 40, "counts": "boats", "paragraph": 2}],
        "dates": [{"text": "Monday", "value": "2024-03-04", "paragraph": 1}, {"text": "Friday", "paragraph": 2}],
        "related": [
            {
                "article": "otters",
                "score": 0.41,
                "reasons": [
                    {"kind": "names", "values": ["Ida Brandt"]},
                    {"kind": "topics", "values": ["Weather"]},
                    {"kind": "days-apart", "values": ["4"]},
                ],
            }
        ],
        "story": "harbour",
        "removed": [{"line": 9, "text": "Sharethispage now", "reason": "boilerplate"}],
        "provenance": {
            "title": {"origin": "inferred", "evidence": front_matter_evidence("title")},
            "date": {"origin": "stated", "evidence": front_matter_evidence("date")},
            "reference_date": {"origin": "stated", "evidence": front_matter_evidence("reference_date")},
            "source": {"origin": "stated", "evidence": front_matter_evidence("source")},
            "url": {"origin": "stated", "evidence": front_matter_evidence("url")},
            "authors": {"origin": "stated", "evidence": front_matter_evidence("authors")},
            "language": {"origin": "inferred", "evidence": front_matter_evidence("language")},
        },
        "seed": {"file": "seeds/harbour.txt", "sha256": "0" * 64},
    }


def front_matter_evidence(key: str) -> str:
    provenance = front_matter(hand_built.briefing())["provenance"]
    assert isinstance(provenance, dict)
    evidence = provenance[key]["evidence"]
    assert isinstance(evidence, str) and evidence
    return evidence


def test_keys_stand_in_the_order_of_the_contract_and_unknown_ones_are_absent() -> None:
    for number in range(3):
        keys = list(front_matter(hand_built.briefing(), number))
        assert keys == [key for key in CONTRACT.split() if key in keys]
    polish = front_matter(hand_built.briefing(), 2)
    assert not {"source", "url", "authors", "topics", "people", "quotes", "related", "duplicate_of"} & polish.keys()


def test_what_the_editor_wrote_says_so() -> None:
    briefing = hand_built.briefing()
    summary = Known(("A storm closed it.",), "edited", Evidence("sidecar", file="seeds/harbour.yml"))
    edited = replace(briefing.articles[0], summary_edited=True, edited=Edited(summary=summary))
    provenance = front_matter(replace(briefing, articles=(edited,)))["provenance"]
    assert isinstance(provenance, dict)
    assert provenance["summary"]["origin"] == "edited"


def test_the_editors_words_stand_apart_from_the_texts() -> None:
    briefing = hand_built.briefing(front_page=FrontPage(intro="A word before."))
    said = Edited(
        bottom_line="Why.", note="A note.", reason="for the desk", corrections=(Correction("2024-03-06", "C."),)
    )
    changed = replace(briefing, articles=(replace(briefing.articles[0], edited=said), *briefing.articles[1:]))
    words = {"bottom_line": "Why.", "note": "A note.", "corrections": [{"date": "2024-03-06", "text": "C."}]}
    assert front_matter(changed)["editor"] == words
    export = json.loads(briefing_json(changed))
    validator().validate(export)
    assert export["intro"] == "A word before."
    assert [article.get("editor") for article in export["articles"]][::2] == [words, None]
    withdrawn = replace(briefing.articles[0], edited=replace(said, rights="withdrawn"))
    assert front_matter(replace(briefing, articles=(withdrawn,)))["editor"]["reason"] == "for the desk"


def test_a_copy_names_the_article_it_is_a_copy_of() -> None:
    briefing = replace(hand_built.briefing(), duplicates={"port": "harbour"})
    assert front_matter(briefing, 2)["duplicate_of"] == "harbour-closed"


def test_a_speaker_whom_two_names_fit_stays_as_the_text_has_it() -> None:
    briefing = hand_built.briefing()
    other = Entity("person/uwe-brandt", "uwe-brandt", "Uwe Brandt", "person", ("Brandt",), (), ("harbour",), False)
    quotes = front_matter(replace(briefing, entities=(*briefing.entities, other)))["quotes"]
    assert isinstance(quotes, list)
    assert quotes[0]["speaker"] == "Brandt"


def test_a_quote_without_a_speaker_and_a_figure_with_decimals() -> None:
    briefing = hand_built.briefing()
    figure = Figure("2.5 km", 2.5, "km", None, None, 1, 0, 6)
    article = replace(briefing.articles[0], quotes=(Quote("by Friday", 2, 1, 2),), figures=(figure,))
    front = front_matter(replace(briefing, articles=(article,)))
    assert front["quotes"] == [{"text": "by Friday", "paragraph": 2}]
    assert front["figures"] == [{"text": "2.5 km", "value": 2.5, "unit": "km", "paragraph": 1}]


def test_the_export_follows_its_schema() -> None:
    for briefing in (hand_built.briefing(), replace(hand_built.briefing(), articles=(), stories=(), timeline=())):
        validator().validate(json.loads(briefing_json(briefing)))


def test_a_story_exports_the_figures_that_differ() -> None:
    briefing = hand_built.briefing()
    figure = hand_built.harbour().figures[0]
    told = (Told("harbour", figure), Told("port", replace(figure, value=12.0)))
    story = replace(briefing.stories[0], differences=(Difference("boats", told),))
    export = json.loads(briefing_json(replace(briefing, stories=(story,))))
    assert validator().is_valid(export)
    assert [row["value"] for row in export["stories"][0]["differences"][0]["told"]] == [40.0, 12.0]


def test_the_schema_notices_what_it_does_not_describe() -> None:
    export = json.loads(briefing_json(hand_built.briefing()))
    export["articles"][0]["tittle"] = "x"
    assert not validator().is_valid(export)
    assert not validator().is_valid({**json.loads(briefing_json(hand_built.briefing())), "schema": 2})


def test_holds_the_permitted_text_and_what_links_it() -> None:
    export = json.loads(briefing_json(hand_built.briefing()))
    assert export["schema"] == 1
    assert [article["slug"] for article in export["articles"]] == ["harbour-closed", "otters", "port-w-lodzi"]
    first = export["articles"][0]
    assert first["paragraphs"][1] == {"number": 2, "line": 5, "kind": "text", "text": hand_built.SECOND}
    assert first["rights"] == "full"
    assert export["names"][0]["articles"] == ["harbour-closed", "otters"]
    assert export["topics"][1]["parent"] == "weather"
    assert export["stories"][0]["articles"] == ["harbour-closed", "port-w-lodzi"]
    assert export["timeline"][0]["article"] == "harbour-closed"


def test_one_article_a_line_readable_and_the_same_on_another_day() -> None:
    briefing = hand_built.briefing()
    text = briefing_json(briefing)
    assert sum('"id": "harbour", "slug": "harbour-closed"' in line for line in text.split("\n")) == 1
    assert "Łodzi" in text and "\x07" not in text
    assert text == briefing_json(replace(briefing, today="2024-05-01"))


def test_half_of_a_surrogate_pair_is_an_escape() -> None:
    briefing = hand_built.briefing()
    title = Known("a \ud83d b \u2028\u202e", "stated", Evidence("meta"))
    text = briefing_json(replace(briefing, articles=(replace(briefing.articles[0], title=title),)))
    text.encode("utf-8")
    assert len(text.splitlines()) == len(text.split("\n")) - 1
    assert json.loads(text)["articles"][0]["title"] == title.value
