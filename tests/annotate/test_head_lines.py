"""Bylines, datelines, dates, captions and boilerplate, one line at a time."""

from __future__ import annotations

import pytest

from briefing.annotate.boilerplate import boilerplate_reason
from briefing.annotate.bylines import read_byline
from briefing.annotate.captions import caption_reason
from briefing.annotate.datelines import read_dateline
from briefing.annotate.headline import infer_title
from briefing.annotate.stamps import read_stamp


@pytest.mark.parametrize(
    ("line", "authors", "outlet"),
    [
        ("By JANE MCDOE and JOHN ROE", ("Jane McDoe", "John Roe"), None),
        ("By Jane Doe, Political correspondent", ("Jane Doe",), None),
        ("Jane Doe, BBC News", ("Jane Doe",), "BBC News"),
        ("By Jane Doe, BBC News, Harbour Town", ("Jane Doe",), "BBC News"),
        ("By Jane Doe in Washington and John Roe in Paris", ("Jane Doe", "John Roe"), None),
        ("By Jane Doe for The Guardian", ("Jane Doe",), "The Guardian"),
        ("By The Associated Press", (), "Associated Press"),
        ("Von Anna Müller, Hamburg", ("Anna Müller",), None),
        ("Par Jean-Paul de la Tour", ("Jean-Paul de la Tour",), None),
        ("Por María López y Juan Pérez", ("María López", "Juan Pérez"), None),
    ],
)
def test_a_byline_gives_its_authors_and_outlet(line: str, authors: tuple[str, ...], outlet: str | None) -> None:
    byline = read_byline(line)
    assert byline
    assert (byline.authors, byline.outlet) == (authors, outlet)


@pytest.mark.parametrize(
    "line",
    [
        "By the river",
        "By land and by sea",
        "Boris Johnson",
        "Paris, London and Rome",
        "Joe Roe, President",
        "By accident.",
    ],
)
def test_what_is_no_byline_is_left_alone(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("text", "place", "agency", "date"),
    [
        ("WASHINGTON (Reuters) - The president", "WASHINGTON", "Reuters", None),
        ("PARIS, March 3, 2024 (AP) — The president", "PARIS", "Associated Press", "2024-03-03"),
        ("MOSCOW, March 3. /TASS/. The president", "MOSCOW", "TASS", None),
        ("Berlin (dpa) - Der Präsident", "Berlin", "dpa", None),
        ("Kabul, Afghanistan – The president", "Kabul, Afghanistan", None, None),
        ("WASHINGTON — The president", "WASHINGTON", None, None),
        ("CNN — The president", None, "CNN", None),
        ("LYON, le 14 mars 2024 – The president", "LYON", None, "2024-03-14"),
        ("Wien, 12. März 2024 – Der Präsident", "Wien", None, "2024-03-12"),
        ("VALDEMORA, 13 de marzo de 2024 – The president", "VALDEMORA", None, "2024-03-13"),
        ("(CNN)The president", None, "CNN", None),
    ],
)
def test_a_dateline_gives_place_agency_and_date(
    text: str, place: str | None, agency: str | None, date: str | None
) -> None:
    dateline = read_dateline(text)
    assert dateline
    assert (dateline.place, dateline.agency, dateline.date) == (place, agency, date)
    assert text[dateline.end :].startswith(("The", "Der"))


@pytest.mark.parametrize(
    ("text", "published", "written"),
    [
        ("JERUSALEM, Feb. 26 (AP) — The cabinet", "1998-02-27", "1998-02-26"),
        ("WASHINGTON, Dec. 31 — The president", "1998-01-02", "1997-12-31"),
        ("PARIS, 3 March 2024 (AFP) - The president", "2024-03-04", "2024-03-03"),
        ("JERUSALEM, Feb. 26 (AP) — The cabinet", "1998-02-26", None),
        ("JERUSALEM, Feb. 6 (AP) — The cabinet", "1998-02-27", None),
        ("JERUSALEM (AP) — The cabinet", "1998-02-27", None),
        ("JERUSALEM, Feb. 26 (AP) — The cabinet", "February 1998", None),
    ],
)
def test_a_dateline_names_the_day_of_writing_if_the_text_appeared_soon_after(
    text: str, published: str, written: str | None
) -> None:
    dateline = read_dateline(text)
    assert dateline
    assert dateline.written_on(published) == written


@pytest.mark.parametrize(
    "text",
    ["COVID-19 is back", "U.S. - China talks", "NASA — the agency", "However, Israel – which", "The storm – the first"],
)
def test_what_is_no_dateline_is_left_alone(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "published", "updated"),
    [
        ("Published 3:04 PM EDT, Sun April 28, 2024", "2024-04-28", None),
        ("Updated: 28.04.2024 14:00", None, "2024-04-28"),
        ("First published on Mon 3 Mar 2014 12.30 GMT", "2014-03-03", None),
        ("2024-04-28T14:00:00Z", "2024-04-28", None),
        ("Publié le 28 avril 2024 à 14h30, mis à jour le 29 avril 2024", "2024-04-28", "2024-04-29"),
        ("Published 03/04/2024", None, None),
        ("Published April 28", None, None),
        ("2 hours ago", None, None),
        ("Published 30 February 2024", None, None),
    ],
)
def test_a_stamp_gives_only_days_that_can_be_relied_on(line: str, published: str | None, updated: str | None) -> None:
    stamp = read_stamp(line, day_first=False)
    assert stamp
    assert (stamp.published, stamp.updated) == (published, updated)


def test_the_language_decides_which_number_is_the_month() -> None:
    stamp = read_stamp("03/04/2024", day_first=True)
    assert stamp
    assert stamp.published == "2024-04-03"


@pytest.mark.parametrize(
    "line", ["Sunday", "April 28", "The May 5, 2024 election", "Stand", "2024", "March 5, 2024 was wet"]
)
def test_what_is_no_stamp_is_left_alone(line: str) -> None:
    assert read_stamp(line, day_first=False) is None


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Photo: Ann Oh/Reuters", "credit"),
        ("(AP Photo/Ann Oh)", "credit"),
        ("John Roe/AFP via Getty Images", "credit"),
        ("The mayor speaks on Monday. (AP Photo/Ann Oh)", "caption"),
        ("FILE PHOTO: The mayor speaks on Monday. REUTERS/Ann Oh", "caption"),
        ("People walk past the wall [Ann Oh/Reuters]", "caption"),
        ("The wall at dusk. Image: Ann Oh.", "caption"),
        ("Images of the war: a sequence", None),
        ("Photographs show the cracks.", None),
        ("The band played AC/DC (the old songs)", None),
        ("The talks on Monday/Tuesday failed", None),
    ],
)
def test_captions_and_credits_are_told_from_text(line: str, reason: str | None) -> None:
    assert caption_reason(line) == reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read more: Storm moves on", "navigation"),
        ("Sign up for our newsletter to get the best stories.", "newsletter"),
        ("Facebook Twitter WhatsApp", "share"),
        ("© 2024 The Gazette. All rights reserved", "copyright"),
        ("This article originally appeared on The Gazette", "reprint"),
        ("(Reporting by Jane Doe and John Roe; Editing by Ann Oh)", "end-note"),
        ("The Associated Press contributed to this report.", "end-note"),
        ("We use cookies to improve your experience.", "cookies"),
        ("Follow us on Twitter", "follow"),
        ("* * *", "separator"),
        ("Best of both worlds", None),
        ("More from the front", None),
        ("Reporting by the paper found that the minister lied.", None),
        ("We found cookies in the jar.", None),
        ("Find the report on Facebook.", None),
        ("Copyright law has changed since 1990.", None),
        ("Video players on public sites must have captions:", None),
        ("Do you have a tip for writing well? Tell the editor.", None),
    ],
)
def test_boilerplate_is_told_from_sentences(line: str, reason: str | None) -> None:
    assert boilerplate_reason(line) == reason


STAND_INS = [
    ("The pier fell on Monday. Nobody was hurt.", "The pier fell on Monday"),
    (
        "Maria Duarte, who was the first clerk of the harbour council to speak for the fishermen of the old town, "
        "gave up her office on Wednesday.",
        "Maria Duarte gave up her office on Wednesday",
    ),
    (
        "Joan Roe, a clerk of the harbour council for thirty years and the keeper of its archive, said (through her "
        "lawyer) that the pier is lost.",
        "Joan Roe, a clerk of the harbour council for thirty years and the keeper of its archive, said that the "
        "pier is lost",
    ),
    (
        "The Long Pier Society announced on Sunday that a wreck which its divers had found last June off the southern "
        "coast was the ferry Albatross.",
        "The Long Pier Society announced on Sunday that a wreck which its divers had found last June off the southern "
        "coast was the ferry Albatross",
    ),
    (
        "The harbour council voted on Monday to rebuild the fishing pier that the storm had carried away, after a "
        "debate of nine hours in which everyone spoke and some of the fishermen sang.",
        "The harbour council voted on Monday to rebuild the fishing pier that the storm had carried away…",
    ),
    (  # what follows a day, a place or an occasion is no aside, and a headline is more than these
        "In May, a chart of the seabed was drawn for the port, commissioned by the harbour council of Lindow and its "
        "many engineers, showing two wrecks, a cannon and one anchor.",
        "In May, a chart of the seabed was drawn for the port, commissioned by the harbour council of Lindow and its "
        "many…",
    ),
    (
        "In findings published last month in the yearbook of the Long Pier Society, divers from three towns and "
        "from the northern coast describe eleven wrecks that no chart of the seabed has ever shown.",
        "In findings published last month in the yearbook of the Long Pier Society, divers from three towns…",
    ),
    (  # no name is cut in two, and nothing ends in a preposition
        "Several fishermen of the old town who had hoped to speak at the hearing were sent home by the chairwoman "
        "Maria Duarte Ferreira before it had even begun to rain on the harbour.",
        "Several fishermen of the old town who had hoped to speak at the hearing were sent home by the chairwoman…",
    ),
    (
        "The Long Pier Society has for the first time in its long history of ninety years refused to take any part "
        "in the regatta or in the fair that ends it every single year.",
        "The Long Pier Society has for the first time in its long history of ninety years refused to take any part…",
    ),
]


@pytest.mark.parametrize(("text", "title"), STAND_INS)
def test_a_stand_in_headline_reaches_the_news(text: str, title: str) -> None:
    assert infer_title(text) == title
