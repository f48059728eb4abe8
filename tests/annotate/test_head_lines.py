"""Bylines, datelines, dates, captions and boilerplate, one line at a time."""

from __future__ import annotations

import pytest

from briefing.annotate.layout.boilerplate import boilerplate_reason
from briefing.annotate.layout.bylines import read_byline
from briefing.annotate.layout.captions import caption_reason
from briefing.annotate.layout.datelines import read_dateline
from briefing.annotate.layout.stamps import read_stamp
from briefing.annotate.layout.stand_in import infer_title


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
        ("MARLOW HEIGHTS, Ga. — The storm", "MARLOW HEIGHTS, Ga.", None, None),
        ("LISBON, March 11 (Dow Jones) - The storm", "LISBON", "Dow Jones Newswires", None),
        ("MERIDA, Mexico, Sept 2 (AP) _ The storm", "MERIDA, Mexico", "Associated Press", None),
        ("DUBAI // The storm", "DUBAI", None, None),
        ("Marlow Heights, Georgia, United States The storm", "Marlow Heights, Georgia, United States", None, None),
        (f"KOLKATA (India): The storm{' and the rain' * 10}", "KOLKATA", None, None),
        (f"NEW DELHI: The storm{' and the rain' * 10}", "NEW DELHI", None, None),
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
    [
        "COVID-19 is back",
        "U.S. - China talks",
        "NASA — the agency",
        "However, Israel – which",
        "The storm – the first",
        "NEW DELHI: Storm kills 20",
        "In Kenya, Uganda The storm",
        "Brandt, Roe The storm",
        "Kenya On Saturday",
    ],
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
    ("The pier fell yesterday, the clerk said.", "The pier fell, the clerk said"),
    ("Late on Sunday evening, the pier fell.", "The pier fell"),
    ("On Monday the pier fell at about 7:30 p.m. local time.", "The pier fell"),
    ("The pier (PIR) stays closed until Friday.", "The pier stays closed until Friday"),
    ("The pier today became part of Friday prayers.", "The pier became part of Friday prayers"),
    ("The fair was moved from Saturday to Sunday.", "The fair was moved from Saturday to Sunday"),
    (
        "Maria Duarte, who was the first clerk of the harbour council to speak for the fishermen of the old town, "
        "gave up her office on Wednesday.",
        "Maria Duarte gave up her office",
    ),
    (  # day and hour go before what says of which pier it is
        "The harbour's oldest pier, the ``Long Arm'', fell into the sea at noon yesterday at 12:05 p.m. GMT.",
        "The harbour's oldest pier, the ``Long Arm'', fell into the sea at noon",
    ),
    (  # nobody's verb follows: the words after the aside are of what is in it
        "The harbour council honoured Maria Duarte, a former rower of the women's eight of the old town, known as the "
        "Gulls.",
        "The harbour council honoured Maria Duarte, a former rower of the women's eight of the old town, known as the "
        "Gulls",
    ),
    (
        "The harbour council voted on Monday to rebuild the fishing pier that the storm had carried away, after a "
        "debate of nine hours in which everyone spoke and some of the fishermen sang.",
        "The harbour council voted to rebuild the fishing pier that the storm had carried away",
    ),
    (
        "The wreck that divers saw last June off the southern coast is the ferry Albatross, a spokesman for "
        "the Long Pier Society said on Sunday.",
        "The wreck that divers saw last June off the southern coast is the ferry Albatross",
    ),
    (
        "Eleven wrecks that no chart of the seabed has shown lie before the harbour, according to divers from three "
        "towns and the northern coast.",
        "Eleven wrecks that no chart of the seabed has shown lie before the harbour, according to divers from three "
        "towns and the northern coast",  # 'lie' is no verb that is known: nothing is cut by guess
    ),
    (
        "In findings published last month in the yearbook of the Long Pier Society, divers from three towns and "
        "from the northern coast describe eleven wrecks that no chart of the seabed has ever shown.",
        "Divers from three towns and from the northern coast describe eleven wrecks that no chart of the seabed has "
        "ever shown",
    ),
    (  # of three parts before the comma only the last is the sentence
        "After a plan to rebuild the pier of the harbour failed in the council this week, the ministry has said that "
        "it is thinking of selling the beach.",
        "The ministry has said that it is thinking of selling the beach",
    ),
    (
        "Two days after the storm carried away the fishing pier of Lindow, Norland, the harbour council asked its "
        "engineers for a new one in stone.",
        "The harbour council asked its engineers for a new one in stone",
    ),
    (  # a condition and a denial stay with what they are of
        "The harbour council will not rebuild the fishing pier because of the storm but because the engineers of the "
        "old town have asked for it.",
        "The harbour council will not rebuild the fishing pier because of the storm but because the engineers of the "
        "old town have asked for it",
    ),
    (  # who somebody is stays, and what explains the last name goes
        "Maria Duarte, the first clerk of the harbour council for thirty years, died aged 79 in Lindow, the oldest of "
        "the towns of Norland.",
        "Maria Duarte, the first clerk of the harbour council for thirty years, died aged 79 in Lindow",
    ),
    (  # what would say too little goes on
        "Three divers were taken to hospital after a ferry of the Long Pier Society struck the harbour wall of Lindow "
        "in the fog, which lay over the coast.",
        "Three divers were taken to hospital after a ferry of the Long Pier Society struck the harbour wall of Lindow "
        "in the fog",
    ),
    (
        "The harbour council announced that from June on wearing a life jacket will become compulsory while riding in "
        "a ferry of the Long Pier Society.",
        "The harbour council announced that from June on wearing a life jacket will become compulsory while riding in "
        "a ferry of the Long Pier Society",
    ),
    (
        "The harbour council voted — for the third time since the storm took it away — to rebuild the fishing pier of "
        "the old town in oak.",
        "The harbour council voted to rebuild the fishing pier of the old town in oak",
    ),
    (  # before a verb stands its subject, which is no part of the front
        "In the old town of Lindow, on the quay of the harbour, Maria Duarte, thirty years a clerk of the council, "
        "set the last plank called the keystone of the pier, between the beacon and the chapel.",
        "In the old town of Lindow, on the quay of the harbour, Maria Duarte, thirty years a clerk of the council, set "
        "the last plank called the keystone of the pier…",
    ),
    (
        "Every household of the old town will pay for the new pier under plans that the harbour council has drawn up, "
        "one of its most senior clerks has admitted.",
        "Every household of the old town will pay for the new pier under plans that the harbour council has drawn up",
    ),
    (
        "Shares of the Long Pier Society fell 19% on Monday, the clerks of the harbour council and of the chapel said "
        "in the evening.",
        "Shares of the Long Pier Society fell 19%, the clerks of the harbour council and of the chapel said in the "
        "evening",
    ),
    (  # who 'we' are, no headline tells
        "We condemn the theft of oak planks in Lindow. On Monday, thieves carried off half of "
        "the new pier and all of its nails.",
        "Thieves carried off half of the new pier and all of its nails",
    ),
    ("We condemn the theft of planks in Lindow. They are ours.", "We condemn the theft of planks in Lindow"),
    ("The pier was yesterday closed by its clerks.", "The pier was closed by its clerks"),
    ("The match was yesterday.", "The match was yesterday"),
    ("In late December, the ferry Anna sank off Lindow.", "The ferry Anna sank off Lindow"),
    ("On Jan. 10, clerks of the council shut the pier.", "Clerks of the council shut the pier"),
    (
        "The harbour council announced the start of the next part of its long campaign to rebuild the old fishing pier "
        "of Lindow, Dec. 10.",
        "The harbour council announced the start of the next part of its long campaign to rebuild the old fishing pier "
        "of Lindow",
    ),
    ("The ferries stop from 6am tomorrow.", "The ferries stop from 6am tomorrow"),
    (  # a participle is no verb of a sentence
        "A fisherman accused of stealing oak planks from the ruins of the pier, which the storm had carried away, "
        "left the court a free man.",
        "A fisherman accused of stealing oak planks from the ruins of the pier left the court a free man",
    ),
    (  # no name is cut in two, and nothing ends in a preposition
        "Several fishermen of the old town who had hoped to speak at the hearing in the long hall were sent home by "
        "the clerk of the council Maria Duarte Ferreira before it had even begun to rain on the harbour and its boats.",
        "Several fishermen of the old town who had hoped to speak at the hearing in the long hall were sent home by "
        "the clerk of the council Maria Duarte Ferreira…",
    ),
    (  # nor within what belongs together: 'two articles of the harbour code'
        "The harbour council has confirmed that a vote will be held to decide whether the clerks are to submit two "
        "articles of the old harbour code to the judges of the northern valleys who sit in Lindow and to the bishop.",
        "The harbour council has confirmed that a vote will be held to decide whether the clerks are to submit two "
        "articles of the old harbour code…",
    ),
    (  # what a sentence goes on with goes as a whole, where what stands before it is one too
        "Engineers of the Long Pier Society bargained until dawn with the oak growers of the northern valleys in a "
        "dispute so bitter that nobody who sat at the long table of the chapel would shake hands before the bell rang.",
        "Engineers of the Long Pier Society bargained until dawn with the oak growers of the northern valleys",
    ),
    (
        "The oak growers of the northern valleys sold the last planks of the fishing pier to the Long Pier Society, "
        "and the clerks of the harbour council asked the engineers of the old town to come at once with nails.",
        "The oak growers of the northern valleys sold the last planks of the fishing pier to the Long Pier Society",
    ),
    (  # but not what is the lowest only 'in a decade'
        "Shares of the Long Pier Society and of the ferry owners of the northern valleys closed at their lowest price "
        "in a decade of trouble that began with a storm and went on with a fire and a flood on the quay and in it.",
        "Shares of the Long Pier Society and of the ferry owners of the northern valleys closed at their lowest price "
        "in a decade of trouble that began with a storm…",
    ),
    (  # what is answered tells the news
        "Question: Who will go to the talks on the pier? Answer: Two clerks of the harbour council will go to Lindow.",
        "Two clerks of the harbour council will go to Lindow",
    ),
    ("Question: Who will go to the talks on the pier?", ""),
    ("More than half of them were clerks, at 50.8 percent.", "More than half of them were clerks, at 50.8 percent"),
]


@pytest.mark.parametrize(("text", "title"), STAND_INS)
def test_a_stand_in_headline_reaches_the_news(text: str, title: str) -> None:
    assert infer_title(text) == title
