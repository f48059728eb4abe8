"""Forms of bylines, datelines, dates and captions, and lines that look like furniture but are the article's."""

from __future__ import annotations

import pytest

from briefing.annotate.layout import Layout, lay_out
from briefing.annotate.layout.bylines import read_byline
from briefing.annotate.layout.captions import caption_reason
from briefing.annotate.layout.datelines import read_dateline
from briefing.annotate.layout.stamps import read_stamp
from briefing.model import Line, Seed

BYLINES = [
    ("Par Agathe MARTIN-DUC", ("Agathe Martin-Duc",)),
    ("Par AgatheMartin", ("Agathe Martin",)),
    ("By John Smith REUTERS", None),
    ("By HATTIE COLE FOR THE HARBOUR PLANET", ("Hattie Cole",)),
    ("Von: Karin Holz", ("Karin Holz",)),
    ("By JANE HOLT jholt@paper.example", ("Jane Holt",)),
    ("by Lou Ibarra, The Open Page, and Tim Poole, Bay Watch", ("Lou Ibarra", "Tim Poole")),
    ("By Brent Halle Freedom Channel", ("Brent Halle",)),
    ("By Jane Doe, Staff Writer", ("Jane Doe",)),
    ("By Jane Doe Staff Writer", ("Jane Doe",)),
    ("JANE DOE | Staff Writer", ("Jane Doe",)),
    ("Story by Jane Doe", ("Jane Doe",)),
    ("Ein Gastbeitrag von Jana Groß", ("Jana Groß",)),
    ("Eine Analyse von Jana Groß, Berlin", ("Jana Groß",)),
    ("Par Léa Petit (avec AFP)", ("Léa Petit",)),
    ("Por Ana Ruiz (EFE)", ("Ana Ruiz",)),
    ("By Jane Doe, AP Science Writer", ("Jane Doe",)),
    ("By Jane Doe, Special to the Gazette", ("Jane Doe",)),
    ("By Jane Doe, M.D.", ("Jane Doe",)),
    ("By Jane Doe, PhD", ("Jane Doe",)),
    ("By Our Correspondent", ()),
    ("By News Desk", ()),
    ("By a staff reporter", ()),
    ("By Jane Doe and agencies", ("Jane Doe",)),
    ("By Staff and agencies", ()),
    ("By AFP", ()),
    ("Agence France-Presse", None),
    ("By Jane Doe, John Roe and Ann Oh", ("Jane Doe", "John Roe", "Ann Oh")),
    ("By Jane Doe & John Roe", ("Jane Doe", "John Roe")),
    ("Jane Doe and John Roe, Reuters", ("Jane Doe", "John Roe")),
    ("Jane Doe Political editor", ("Jane Doe",)),
    ("Jane Doe in Paris and John Roe in Rome", None),
    ("Written by Jane Doe, Senior Writer, Global Affairs", ("Jane Doe",)),
    ("By Jane Doe | The Springfield Star", ("Jane Doe",)),
    ("Jane Doe, The Springfield Star", ("Jane Doe",)),
    ("Anna Groß, Redakteurin", ("Anna Groß",)),
    ("Texte : Léa Petit", ("Léa Petit",)),
    ("Propos recueillis par Léa Petit", ("Léa Petit",)),
    ("By Jane Doe Associated Press", ("Jane Doe",)),
    ("By Jane Doe, Channel 6 News", ("Jane Doe",)),
    ("Reviewed by Jane Doe", None),
    ("By Jane Doe @janedoe", ("Jane Doe",)),
    ("By Ludwig van der Berg", ("Ludwig van der Berg",)),
    ("By JANE DOE, Associated Press", ("Jane Doe",)),
    ("By Jane Doe — BBC News", ("Jane Doe",)),
    ("By candlelight and by sea", None),
    ("Von Hamburg nach Berlin", None),
    ("By Monday Night", None),
]

DATELINES = [
    ("WASHINGTON, March 12 (Reuters) - The", ("WASHINGTON", "Reuters")),
    ("WASHINGTON (AP) — The", ("WASHINGTON", "Associated Press")),
    ("Paris (AFP) – The", ("Paris", "Agence France-Presse")),
    ("Paris, March 12, 2024 (AFP) - The", ("Paris", "Agence France-Presse")),
    ("Berlin (dpa) - Der", ("Berlin", "dpa")),
    ("Berlin/München (dpa) - Der", ("Berlin/München", "dpa")),
    ("Frankfurt/Main (dpa/lhe) - Der", ("Frankfurt/Main", "dpa")),
    ("BEIJING, March 12 (Xinhua) -- The", ("BEIJING", "Xinhua")),
    ("MOSCOW, March 12. /TASS/. The", ("MOSCOW", "TASS")),
    ("Madrid, 12 mar (EFE).- El", ("Madrid", "EFE")),
    ("MADRID, 12 Mar. (EUROPA PRESS) - El", ("MADRID", None)),
    ("Madrid (EFE).- El", ("Madrid", "EFE")),
    ("New Delhi, Mar 12 (PTI) The", ("New Delhi", "Press Trust of India")),
    ("New Delhi [India], March 12 (ANI): The", ("New Delhi", "Asian News International")),
    ("SEOUL, March 12 (Yonhap) -- The", ("SEOUL", "Yonhap")),
    ("MOSCOW. March 12 (Interfax) - The", ("MOSCOW", "Interfax")),
    ("March 12 (UPI) -- The", (None, "United Press International")),
    ("Wien (APA) - Der", ("Wien", "Austria Press Agency")),
    ("Wien/Graz (APA) – Der", ("Wien/Graz", "Austria Press Agency")),
    ("Paris, 12 mars 2024 (AFP) - Le", ("Paris", "Agence France-Presse")),
    ("(Reuters) - The", (None, "Reuters")),
    ("NEW YORK, March 12, 2024 (GLOBE NEWSWIRE) -- The", ("NEW YORK", None)),
    ("SAN FRANCISCO--(BUSINESS WIRE)--The", ("SAN FRANCISCO", None)),
    ("Washington CNN — The", ("Washington", "CNN")),
    ("New York CNN — The", ("New York", "CNN")),
    ("CNN — The", (None, "CNN")),
    ("(CNN) — The", (None, "CNN")),
    ("RIVER CITY, Ill. (KRVC) — The", ("RIVER CITY, Ill.", None)),
    ("TOKYO, March 12 (Kyodo) - The", ("TOKYO", "Kyodo News")),
    ("ROMA (ANSA) - Il", ("ROMA", "ANSA")),
    ("Bern (sda) - Der", ("Bern", "Keystone-SDA")),
    ("London (PA) — The", ("London", "PA Media")),
    ("KYIV, Ukraine (AP) — The", ("KYIV, Ukraine", "Associated Press")),
    ("BERLIN, 12. März (Reuters) - Der", ("BERLIN", "Reuters")),
    ("LIMA, Perú (AP) — El", ("LIMA, Perú", "Associated Press")),
    ("TEHRAN, Mar. 12 (MNA) – The", ("TEHRAN", None)),
    ("ISLAMABAD: The", None),
    ("NASA (the agency) - The", None),
    ("AUSTRALIA (News) we", None),
]

STAMPS = [
    ("Last Updated: 16/10/16 5:48pm", (None, None)),
    ("16/10/16", None),
    ("Yesterday at 9:04 p.m. EDT", (None, None)),
    ("Published On 4 Mar 20244 Mar 2024", ("2024-03-04", None)),
    ("March 3, 20242:41 PM GMT+1Updated 2 days ago", ("2024-03-03", None)),
    ("March 3, 2024 2:41 PM GMT+1 · Updated 2 hours ago", ("2024-03-03", None)),
    ("Published March 3, 2024Updated March 5, 2024, 4:12 p.m. ET", ("2024-03-03", "2024-03-05")),
    ("Posted at 6:10 PM, Mar 12, 2024 and last updated 10:44 PM, Mar 12, 2024", ("2024-03-12", "2024-03-12")),
    ("12/03/2024 - 18:40", (None, None)),
    ("vor 3 Stunden", (None, None)),
    ("Il y a 3 heures", (None, None)),
    ("Hace 3 horas", (None, None)),
    ("Publié hier à 18h03, mis à jour il y a 2 heures", (None, None)),
    ("Mis à jour aujourd’hui à 11h02", (None, None)),
    ("Tue 12 Mar 2024 18.22 GMT", ("2024-03-12", None)),
    ("Last modified on Tue 12 Mar 2024 19.21 GMT", (None, "2024-03-12")),
    ("UPDATED MAR 13, 2024 AT 10:12 AM", (None, "2024-03-13")),
    ("Actualizado:12 mar 2024 - 12:10 CET", (None, "2024-03-12")),
    ("Updated 12:05 GMT (20:05 HKT) March 12, 2024", (None, "2024-03-12")),
    ("Published 11:02 PM EDT, Tue March 12, 2024", ("2024-03-12", None)),
    ("Updated: Mar 12, 2024 10:02 PM MT", (None, "2024-03-12")),
    ("Last Updated : 12 Mar 2024 10:02 PM | IST", (None, "2024-03-12")),
    ("First Published: Mar 12 2024 | 10:02 PM IST", ("2024-03-12", None)),
    ("Created: 12 March 2024 18:00", ("2024-03-12", None)),
    ("This article was last updated on March 12, 2024 at 6 p.m.", (None, "2024-03-12")),
    ("Last updated on 12 March 2024 at 18:00", (None, "2024-03-12")),
    ("Updated Tuesday, March 12, 2024, 8:15 PM ET", (None, "2024-03-12")),
    ("Mise à jour : 12/03/2024 à 18:40", (None, "2024-03-12")),
    ("March 12, 5 a.m. EDT", (None, None)),
    ("3h ago", (None, None)),
    ("Updated an hour ago", (None, None)),
    ("2024/03/12 18:00 JST", ("2024-03-12", None)),
    ("Publicado el 12 de marzo de 2024 a las 18:40", ("2024-03-12", None)),
    ("Letzte Aktualisierung: 12. März 2024, 18:05 Uhr", (None, "2024-03-12")),
    ("Stand: 12. März 2024 | 18:05 Uhr", (None, "2024-03-12")),
    ("Update vom 12. März 2024, 18.05 Uhr", (None, "2024-03-12")),
    ("Today we met at 3", None),
    ("In 2024 the town", None),
    ("Sunday at 3 p.m.", None),
]

CAPTIONS = [
    ("(Gail Forrest/The Capital Page)", "credit"),
    ("Senators leave on Tuesday. (Gail Forrest/The Capital Page)", "caption"),
    ("Crews clear a road. Dave Mink/The Springfield Page", "caption"),
    ("Ann Oh/Valley Radio", "credit"),
    ("Courtesy of Bluebird Pictures", "credit"),
    ("File photo of a school bus. (MGN)", "caption"),
    ("Pictured: the boat that the mayor sold", "caption"),
    ("View image in fullscreen", "caption"),
    ("Bild vergrößern", "caption"),
    ("Vecinos retiran el barro este domingo.ANDREU SOLER (EFE)", "caption"),
    ("This photo provided by the county shows the dam.", "caption"),
    ("In this image released by the navy, a ship burns.", "caption"),
    ("Reuters", "credit"),
    ("Getty Images", "credit"),
    ("Die Elbe bei Dresden. © Robert Michael/dpa", "caption"),
    ("Quelle: dpa", "credit"),
    ("Handout via Reuters", "credit"),
    ("Photos: Ann Oh", "credit"),
    ("Images of the war: a sequence", None),
    ("He played and/or sang (Guns/Roses)", None),
    ("Both sides met in Rome/Paris", None),
]

OWN = [
    "Background",
    "Analysis",
    "The latest",
    "What happens next",
    "What to know",
    "More by luck than judgement",
    "More on the way",
    "Video evidence",
    "Contact tracing",
    "Comments from the mayor",
    "About the fire",
    "Related cases",
    "A list of demands",
    "Follow the money",
    "Get out now",
    "Share and share alike",
    "Sign of the times",
    "Stay or go?",
    "What do you think he meant?",
    '"Read it again," she said.',
    '"I want more," he said.',
    '"Watch the video," he told them.',
    '"Follow us," the soldiers said.',
    "Further questions",
    "Listening to the river",
    "Top of the hill",
    "Previous attempts",
    "Next steps",
    "Support for the mayor",
    "Help for the homeless",
    "Terms of the deal",
    "Search and rescue",
    "Home at last",
    "Saving the story",
    "Most of them left.",
    "He subscribed to none of it.",
    "She has three children.",
    '"We may be next," he said.',
    "No comment",
    "The mayor declined to comment.",
    "Local news has suffered too.",
    "Readers of the paper disagree.",
    "The company receives grants from the state.",
    "The story has been updated many times over the centuries, and every version adds a monster.",
    "An earlier version of this bill failed in 2019.",
    "This story is about a river.",
    "Want to leave? You cannot.",
    "Sponsored by the bank",
    "Privacy rights",
    "Register of voters",
    "Our readers will remember him.",
    "Print is dead",
    "Legal notice",
    "Live music",
    "Photos of the dead",
    "Opinion: divided",
    "The jury is out: what we know",
    "Question: Did you see him?",
    "Q: Why did you leave?",
    "A: I had to.",
    "Source of the trouble",
    "Contact with the ship was lost at noon.",
    "Call us Ishmael",
    "Newsletter wars",
    "Order restored",
    "For more than a year",
    "Photo opportunity",
    "Two minutes",
    "Editor resigns",
    "Tip of the iceberg",
    "Story of a lake",
    "Play it again",
    "Download speeds",
    "Loading the ship",
    "Advertising pays",
    "Cookies and cream",
    "Copyright trouble",
    "Save our school",
    "Donate or die",
    "The comments were not moderated.",
    "Subscribe to nothing, he told his sons.",
    "Read the room",
    "Sponsors leave",
    "All rights and no duties",
    "Tags and collars",
    "3,000 dead",
    "12%",
    "Harbour Town",
]

BODY = "Thousands of people fled their homes on Sunday as a storm pushed water into the streets of {}, the mayor said."
TITLE = "Mayor of flooded town to step down after the vote"
PAGE = ("Share this article", "© 2024 Harbour News", "More stories")


def laid_out(*lines: str) -> Layout:
    return lay_out(Seed("storm", "seeds/storm.txt", "", tuple(Line(n, line) for n, line in enumerate(lines, 1))))


def set_aside(*lines: str) -> list[str]:
    return [line.text for line in laid_out(*lines).removed]


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_bylines(line: str, authors: tuple[str, ...] | None) -> None:
    byline = read_byline(line)
    assert (byline.authors if byline else None) == authors


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_datelines(text: str, expected: tuple[str | None, str | None] | None) -> None:
    dateline = read_dateline(text)
    assert ((dateline.place, dateline.agency) if dateline else None) == expected


@pytest.mark.parametrize(("line", "expected"), STAMPS)
def test_stamps(line: str, expected: tuple[str | None, str | None] | None) -> None:
    stamp = read_stamp(line, day_first=False)
    assert ((stamp.published, stamp.updated) if stamp else None) == expected


@pytest.mark.parametrize(("line", "reason"), CAPTIONS)
def test_captions(line: str, reason: str | None) -> None:
    assert caption_reason(line) == reason


@pytest.mark.parametrize("line", OWN)
def test_between_two_paragraphs_a_line_that_may_be_the_articles_stays(line: str) -> None:
    lines = (TITLE, BODY.format("a town"), BODY.format("a city"), line, BODY.format("a village"), BODY.format("a port"))
    assert set_aside(*lines, *PAGE) == list(PAGE)


HEADS = [
    ("sections", ["Home", "World | Europe"], []),
    ("labels and counts", ["Democracy needs you", "Subscribe for $1 a week", "381", "Comments"], ["6 min", "Listen"]),
    ("a player's", ["Audio", "Live TV"], ["Share", "By", "Jane Doe", "and", "John Roe", "Jane Doe"]),
    ("caption and credit", [], ["Smoke rises over the port on Monday.", "Ann Oh/Harbour Wire"]),
    ("credit and caption", [], ["Reuters", "The dam at dusk on Sunday, hours before it gave way"]),
]
TAILS = [
    ("list of links", ["Related articles", "The day the dam broke", "What a dam is for and who must pay for it"]),
    ("vita", ["Share this article", "Doe covers ports and rivers for the paper from its office in the old town."]),
    (
        "correction",
        ["Correction: An earlier version of this story misspelled the name of the town.", "Comments", "Bing"],
    ),
    ("German", ["Mehr zum Thema", "Als der Damm brach", "Artikel teilen", "Zur Startseite"]),
    ("French", ["À lire aussi", "Le jour où la digue a cédé", "Partager :", "Vos commentaires"]),
    ("Spanish", ["Te puede interesar", "El día en que cedió la presa", "Síguenos en Google News", "Temas", "Lluvias"]),
]


@pytest.mark.parametrize(("above", "below"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_lines_around_the_headline(above: list[str], below: list[str]) -> None:
    layout = laid_out(*above, TITLE, *below, BODY.format("a town"), BODY.format("a city"), *PAGE)
    assert layout.title.value == TITLE
    assert [line.text for line in layout.removed] == [*above, *below, *PAGE]


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Harbour News, 4 March 2024", "Harbour News"),
        ("4 March 2024 - The Springfield Courier", "The Springfield Courier"),
        ("Springfield Wire | March 4, 2024", "Springfield Wire"),
        ("Lisbon, 4 March 2024", None),
    ],
)
def test_a_line_of_outlet_and_date(line: str, outlet: str | None) -> None:
    layout = laid_out(TITLE, line, BODY.format("a town"), BODY.format("a city"))
    assert layout.date is not None
    assert layout.date.value == "2024-03-04"
    assert (layout.source.value if layout.source else None) == outlet


@pytest.mark.parametrize("line", ["Anna Holt, 4 March 2024", "The flood of Springfield, 4 March 2024"])
def test_whatever_else_stands_before_a_date_is_no_outlet(line: str) -> None:
    layout = laid_out(TITLE, line, BODY.format("a town"), BODY.format("a city"))
    assert layout.source is None


@pytest.mark.parametrize("tail", [case[1] for case in TAILS], ids=[case[0] for case in TAILS])
def test_lines_below_the_article(tail: list[str]) -> None:
    lines = (TITLE, "By Jane Doe", BODY.format("a town"), BODY.format("a city"), "“We are done,” he said.")
    assert set_aside(*lines, *tail, "Share on Facebook") == ["By Jane Doe", *tail, "Share on Facebook"]


def test_short_lines_of_a_text_without_a_page_stay() -> None:
    lines = (TITLE, "Results", BODY.format("a town"), BODY.format("a city"), "First: Harbour", "Second: Springfield")
    assert set_aside(*lines) == []


TIDE = "The tide came in at noon on Tuesday and carried nine boats over the wall, the harbour master of the town said."
HEADS = {
    "embargo": ("EMBARGOED UNTIL 16:00 London time / 11:00 Eastern, Wednesday 17 January 2024", "press-release"),
    "whose release": ("UNIVERSITY OF KESTREL — NEWS RELEASE", "press-release"),
    "slug of an agency": ("BC-MARESIA-QUAKE/2ND LD (UPDATE 3, ADDS toll, quotes; EDITS throughout)", "page"),
    "bare slug with what is new": ("MARESIA-QUAKE (ADDS toll)", "page"),
}


@pytest.mark.parametrize("case", HEADS)
def test_what_a_desk_puts_over_a_text_is_no_headline(case: str) -> None:
    line, reason = HEADS[case]
    page = laid_out(line, "", "Nine boats carried over the wall", "", TIDE)
    assert page.title.value == "Nine boats carried over the wall"
    assert [(removed.text, removed.reason) for removed in page.removed] == [(line, reason)]


DATES = {
    "of a business wire": ("OSTERHAVN, Norland--(BUSINESS WIRE)--November 2, 2023--" + TIDE, "2023-11-02"),
    "of a broadcast": ("Broadcast 22 March 2024, 8:30 pm", "2024-03-22"),
    "of a weather office": ("245 PM EST Thu Jan 18 2024", "2024-01-18"),
    "with how long ago it was changed": ("21/02/2024 08h45 Atualizado há 3 horas", "2024-02-21"),
}


@pytest.mark.parametrize("case", DATES)
def test_more_forms_of_the_day_of_publication(case: str) -> None:
    line, day = DATES[case]
    date = laid_out("Nine boats carried over the wall", "", line, "", TIDE, "", TIDE, "", TIDE).date
    assert date is not None
    assert date.value == day


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Martha Vinge and Paul Ostrow", ("Martha Vinge", "Paul Ostrow")),
        ("Martha Vinge, Ann Lind and Paul Ostrow", ("Martha Vinge", "Ann Lind", "Paul Ostrow")),
        ("Upper Wend and Lower Wend", None),
    ],
)
def test_names_over_the_day_are_who_wrote_it(line: str, authors: tuple[str, ...] | None) -> None:
    page = laid_out("Nine boats carried over the wall", "", line, "Wed 6 Mar 2024 15.30 GMT", "", TIDE, "", TIDE)
    assert (page.authors and page.authors.value) == authors


def test_a_name_in_capitals_before_the_day_is_who_wrote_it_and_a_place_is_not() -> None:
    page = laid_out("Nine boats carried over the wall", "", "PELL MORROW 28 APRIL 2024", "", TIDE)
    assert page.authors is not None
    assert page.date is not None
    assert (page.authors.value, page.date.value) == (("Pell Morrow",), "2024-04-28")
    assert laid_out("Nine boats carried over the wall", "", "NEW DELHI 28 APRIL 2024", "", TIDE).authors is None


def test_a_paper_that_says_so_first_is_no_author() -> None:
    byline = read_byline("Por Luzia Farias — Jornal da Barra")
    assert byline is not None
    assert (byline.authors, byline.outlet) == (("Luzia Farias",), "Jornal da Barra")
