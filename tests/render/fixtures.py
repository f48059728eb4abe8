"""A published briefing built by hand: two articles about one bridge, one in Arabic, a copy and a withdrawn one."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import (
    Article,
    ArticleTopic,
    Briefing,
    Correction,
    Edited,
    Entity,
    Event,
    Evidence,
    Figure,
    FrontPage,
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
    SourceSettings,
    TimeExpression,
    Topic,
)

BRIDGE = (
    "Mayor Ada Okoye reopened the Marsh Bridge in Tiverton on Sunday, a year after a barge struck its northern pier.",
    "“We promised that nobody would drive around the bay for two years, and nobody will,” Okoye said at the ceremony. "
    "The Harbour Trust counted more than 33,000 vehicles a day before the accident.",
    "Repairs",
    "The work cost £14.3 million, of which the Harbour Trust paid about 40%.",
    "a new northern pier",
    "radar for ships that pass this week",
    "No ship may pass at night.",
)
FERRY = (
    "The ferry across Tiverton bay will stop on 7 December, the Harbour Trust said in a statement.",
    "“It was never meant to stay, but people will miss the coffee,” said its captain, Jonas Lind.",
    "Mayor Ada Okoye had asked the Harbour Trust to keep one boat for about 100 pupils.",
)
ARABIC = ("أعلنت البلدية يوم الأحد افتتاح الجسر الجديد أمام السيارات.", "وقالت أدا أوكوي إن الجسر آمن.")


def stated(value: str, line: int = 1) -> Known[str]:
    return Known(value, "stated", Evidence("front-matter", line))


def paragraphs(texts: tuple[str, ...], kinds: dict[int, str] | None = None) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(n, 2 * n, text, (kinds or {}).get(n, "text")) for n, text in enumerate(texts, 1))


def place(texts: tuple[str, ...], paragraph: int, words: str) -> tuple[int, int, int]:
    """(paragraph, start, end) of words in a text."""
    start = texts[paragraph - 1].index(words)
    return paragraph, start, start + len(words)


def mention(texts: tuple[str, ...], paragraph: int, words: str) -> Mention:
    number, start, end = place(texts, paragraph, words)
    return Mention(number, start, end, words)


def bridge() -> Article:
    said = "We promised that nobody would drive around the bay for two years, and nobody will,"
    return Article(
        id="bridge",
        file="seeds/bridge.md",
        sha256="0" * 64,
        edited=Edited(
            file="seeds/bridge.yml",
            bottom_line="The detour of forty minutes is over.",
            note="The trust’s own count differs from the council’s.",
            corrections=(Correction("2024-04-30", "The bridge is 90 years old, not 80."),),
        ),
        title=stated("Marsh Bridge opens again after a year"),
        language=Known("en", "inferred", Evidence("language", text="en")),
        direction="ltr",
        paragraphs=paragraphs(BRIDGE, {3: "heading", 5: "item", 6: "item", 7: "quote"}),
        removed=(Removed(17, "More from Bay Courier", "more-from"), Removed(19, "Best of Bay Courier", "more-from")),
        source=Known("Bay Courier", "inferred", Evidence("more-from", 17, "More from Bay Courier")),
        authors=Known(("Nia Rees", "Tom Vale"), "stated", Evidence("byline", 2, "By Nia Rees and Tom Vale")),
        reference_date=Known("2024-04-28", "edited", Evidence("sidecar", file="seeds/bridge.yml")),
        url=stated("https://courier.example/bridge?a=1&b=2"),
        names=(
            Name("Ada Okoye", "person", (mention(BRIDGE, 1, "Ada Okoye"), mention(BRIDGE, 2, "Okoye")), ("Mayor",)),
            Name("Tiverton", "place", (mention(BRIDGE, 1, "Tiverton"),)),
            Name(
                "Harbour Trust",
                "organisation",
                (mention(BRIDGE, 2, "Harbour Trust"), mention(BRIDGE, 4, "Harbour Trust")),
            ),
        ),
        quotes=(Quote(said, *place(BRIDGE, 2, said), "Ada Okoye", "said"),),
        figures=(
            Figure(
                "more than 33,000 vehicles",
                33000.0,
                None,
                "vehicles a day",
                "more than",
                *place(BRIDGE, 2, "more than 33,000 vehicles"),
            ),
            Figure("£14.3 million", 14.3e6, "GBP", "cost of the work", None, *place(BRIDGE, 4, "£14.3 million")),
        ),
        dates=(
            TimeExpression("Sunday", "2024-04-28", *place(BRIDGE, 1, "Sunday")),
            TimeExpression("this week", "2024-W18", *place(BRIDGE, 6, "this week")),
            TimeExpression("two years", None, *place(BRIDGE, 2, "two years")),
        ),
        topics=(ArticleTopic("medtop:2", 0.9, ("bridge", "pier")), ArticleTopic("own:bay", 0.5)),
        keyphrases=("northern pier", "marsh bridge"),
        summary=(Sentence(BRIDGE[0], 1), Sentence(BRIDGE[3], 4)),
        words=480,
    )


def ferry() -> Article:
    said = "It was never meant to stay, but people will miss the coffee,"
    return Article(
        id="ferry",
        file="seeds/ferry.txt",
        sha256="1" * 64,
        edited=Edited(),
        title=Known("The ferry across Tiverton bay will stop on 7 December", "inferred", Evidence("first-sentence", 1)),
        language=Known("en", "inferred", Evidence("language")),
        direction="ltr",
        paragraphs=paragraphs(FERRY),
        reference_date=Known("2023-12-02", "edited", Evidence("sidecar", file="seeds/ferry.yml")),
        names=(
            Name("Ada Okoye", "person", (mention(FERRY, 3, "Ada Okoye"),), ("Mayor",)),
            Name("Jonas Lind", "person", (mention(FERRY, 2, "Jonas Lind"),), ("captain",)),
            Name("Tiverton", "place", (mention(FERRY, 1, "Tiverton"),)),
            Name("Harbour Trust", "organisation", (mention(FERRY, 1, "Harbour Trust"),)),
        ),
        quotes=(Quote(said, *place(FERRY, 2, said), "Jonas Lind", "said"),),
        figures=(Figure("about 100 pupils", 100.0, None, "pupils", "about", *place(FERRY, 3, "about 100 pupils")),),
        dates=(TimeExpression("7 December", "2023-12-07", *place(FERRY, 1, "7 December")),),
        topics=(ArticleTopic("medtop:2", 0.7, ("ferry", "boat")),),
        summary=(Sentence(FERRY[0], 1),),
        words=160,
    )


def arabic() -> Article:
    return Article(
        id="jisr",
        file="seeds/jisr.txt",
        sha256="2" * 64,
        edited=Edited(),
        title=stated("افتتاح الجسر الجديد"),
        language=Known("ar", "inferred", Evidence("language")),
        direction="rtl",
        paragraphs=paragraphs(ARABIC),
        date=stated("2024-04-29"),
        source=stated("صحيفة الخليج"),
        dates=(TimeExpression("يوم الأحد", "2024-04-28", *place(ARABIC, 1, "يوم الأحد")),),
        summary=(Sentence(ARABIC[0], 1),),
        words=16,
    )


def copy() -> Article:
    return replace(bridge(), id="copy", file="seeds/copy.txt", source=stated("Morning Wire"), edited=Edited())


def withdrawn() -> Article:
    return Article(
        id="gone",
        file="seeds/gone.txt",
        sha256="3" * 64,
        edited=Edited(rights="withdrawn", reason="asked by the agency"),
        title=Known("Withdrawn", "edited", Evidence("sidecar", file="seeds/gone.yml")),
        language=Known("und", "inferred", Evidence("withdrawn")),
        direction="ltr",
        paragraphs=(),
    )


def briefing() -> Briefing:
    both = ("bridge", "ferry", "copy")
    names = Reason("names", ("Ada Okoye", "Tiverton", "Harbour Trust"))
    return Briefing(
        settings=Settings(
            site_name="The Bay File",
            site_description="One bridge and what it took.",
            sources={"Bay Courier": SourceSettings(url="https://courier.example", rights="full", licence="CC BY 4.0")},
            front_page=FrontPage(intro="A bridge, a ferry and who pays for both."),
        ),
        today="2024-05-01",
        audience="local",
        articles=(bridge(), ferry(), arabic(), copy(), withdrawn()),
        slugs={"bridge": "marsh-bridge", "ferry": "ferry-stops", "jisr": "jisr", "copy": "copy", "gone": "gone"},
        redirects={"old-bridge": ("marsh-bridge",), "bay": ("ferry-stops", "marsh-bridge")},
        rights={"bridge": "full", "ferry": "full", "jisr": "full", "copy": "full", "gone": "withdrawn"},
        rights_evidence={"bridge": Evidence("briefing-source", file="briefing.yml")},
        licences={"bridge": "CC BY 4.0"},
        entities=(
            Entity("person/ada-okoye", "ada-okoye", "Ada Okoye", "person", ("Okoye",), ("Mayor",), both, True),
            Entity("person/jonas-lind", "jonas-lind", "Jonas Lind", "person", (), ("captain",), ("ferry",), False),
            Entity("place/tiverton", "tiverton", "Tiverton", "place", (), (), both, True),
            Entity(
                "organisation/harbour-trust",
                "harbour-trust",
                "Harbour Trust",
                "organisation",
                ("Trust",),
                (),
                both,
                True,
            ),
        ),
        topics=(
            Topic("medtop:1", "transport", "Transport", None, "How people and goods move.", both),
            Topic("medtop:2", "bridges", "Bridges and ferries", "medtop:1", None, both),
            Topic("own:bay", "the-bay", "The bay", None, None, ("bridge", "copy")),
        ),
        stories=(),
        duplicates={"copy": "bridge"},
        related={
            "bridge": (
                Related("ferry", 0.41, (names, Reason("topics", ("Bridges",)), Reason("days-apart", ("148",)))),
            ),
            "ferry": (Related("bridge", 0.41, (names, Reason("days-apart", ("148",)))),),
        },
        timeline=(
            Event("2023-12-07", FERRY[0], "7 December", "ferry", 1),
            Event("2024-04-28", BRIDGE[0], "Sunday", "bridge", 1),
            Event("2024-W18", BRIDGE[5], "this week", "bridge", 6),
        ),
    )
