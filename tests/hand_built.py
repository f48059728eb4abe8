"""A published briefing of three articles, built by hand: what later stages see."""

from __future__ import annotations

from typing import Any

from briefing.model import (
    Article,
    ArticleTopic,
    Briefing,
    Edited,
    Entity,
    Event,
    Evidence,
    Figure,
    Known,
    Mention,
    Name,
    Paragraph,
    Quote,
    Reason,
    Related,
    Removed,
    Sentence,
    Settings,
    Story,
    TimeExpression,
    Topic,
)

FIRST = "The harbour of Lindow was closed on Monday after a storm tore two café terraces away."
SECOND = "Mayor Brandt said: “We shall open it again by Friday.” More than 40 boats wait outside."
HOSTILE = '<img src=x onerror="document.title=1"> & ]]> "Otters" \u0007return'
POLISH = "Port w Łodzi zamknięto wczoraj. 北京大学 wysłało list."


def stated(value: str) -> Known[str]:
    return Known(value, "stated", Evidence("front-matter", 2, value))


def harbour() -> Article:
    quote = "We shall open it again by Friday."
    at = SECOND.index(quote)
    return Article(
        id="harbour",
        file="seeds/harbour.txt",
        sha256="0" * 64,
        edited=Edited(),
        title=Known("Harbour closed after storm", "inferred", Evidence("first-line", 1)),
        language=Known("en", "inferred", Evidence("language")),
        direction="ltr",
        paragraphs=(Paragraph(1, 3, FIRST), Paragraph(2, 5, SECOND)),
        removed=(Removed(9, "Sharethispage now", "boilerplate"),),
        source=stated("Lindow Post"),
        date=stated("2024-03-05"),
        reference_date=stated("2024-03-05"),
        url=stated("https://lindow.example/harbour?a=1&b=2"),
        authors=Known(("Uwe Stein",), "stated", Evidence("front-matter", 3)),
        names=(Name("Brandt", "person", (Mention(2, 6, 12, "Brandt"),)), Name("Lindow", "place", ())),
        quotes=(Quote(quote, 2, at, at + len(quote), "Brandt", "said"),),
        figures=(Figure("More than 40 boats", 40.0, None, "boats", "more than", 2, 60, 78),),
        dates=(TimeExpression("Monday", "2024-03-04", 1, 36, 42), TimeExpression("Friday", None, 2, 40, 46)),
        topics=(ArticleTopic("medtop:2", 1.0, ("storm",)),),
        keyphrases=("boats",),
        summary=(Sentence(FIRST, 1),),
        words=31,
    )


def otters() -> Article:
    return Article(
        id="sub/otters",
        file="seeds/sub/otters.md",
        sha256="1" * 64,
        edited=Edited(note="Compare the ferry debate of last year."),
        title=stated(HOSTILE),
        language=Known("en", "inferred", Evidence("language")),
        direction="ltr",
        paragraphs=(Paragraph(1, 1, "Otters return to the river, says Ida Brandt. They like <b>stormy</b> days."),),
        names=(Name("Ida Brandt", "person", ()),),
        topics=(ArticleTopic("own:wildlife", 1.0),),
        reference_date=Known("2024-03-09", "edited", Evidence("sidecar", file="seeds/sub/otters.yml")),
    )


def polish() -> Article:
    return Article(
        id="port",
        file="seeds/port.txt",
        sha256="2" * 64,
        edited=Edited(),
        title=stated("Port w Łodzi"),
        language=Known("pl", "inferred", Evidence("language")),
        direction="ltr",
        paragraphs=(Paragraph(1, 1, POLISH),),
        date=stated("2024-02"),
        summary=(Sentence("Port w Łodzi zamknięto wczoraj.", 1),),
    )


def briefing(**settings: Any) -> Briefing:
    both = ("harbour", "sub/otters")
    reasons = (Reason("names", ("Ida Brandt",)), Reason("topics", ("medtop:1",)), Reason("days-apart", ("4",)))
    return Briefing(
        settings=Settings(**{"site_name": "The Lindow File", **settings}),
        today="2024-04-01",
        audience="local",
        articles=(harbour(), otters(), polish()),
        slugs={"harbour": "harbour-closed", "sub/otters": "otters", "port": "port-w-lodzi"},
        redirects={},
        rights={"harbour": "full", "sub/otters": "full", "port": "excerpt"},
        entities=(
            Entity("person/ida-brandt", "ida-brandt", "Ida Brandt", "person", ("Brandt",), ("Mayor",), both, True),
            Entity("place/lindow", "lindow", "Lindow", "place", (), (), ("harbour",), False),
        ),
        topics=(
            Topic("medtop:1", "weather", "Weather", None, None, ("harbour",)),
            Topic("medtop:2", "severe-weather", "Severe weather", "medtop:1", "Storms & floods", ("harbour",)),
            Topic("own:wildlife", "wildlife", "Wildlife", None, None, ("sub/otters",)),
        ),
        stories=(Story("story:1", "harbour", "Harbour closed after storm", ("harbour", "port"), "inferred"),),
        duplicates={},
        related={"harbour": (Related("sub/otters", 0.41, reasons),)},
        timeline=(Event("2024-03-04", FIRST, "Monday", "harbour", 1),),
    )
