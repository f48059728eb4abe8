"""Whole pages in which lines of the page stand around and between the article's, and lines that only look like them."""

from __future__ import annotations

import pytest

from briefing.annotate.layout import Layout, lay_out
from briefing.annotate.layout.boilerplate import Reach, boilerplate_reason, is_menu
from briefing.annotate.layout.captions import caption_reason
from briefing.annotate.layout.signed import read_signed
from briefing.model import Edited, Evidence, Known, Line, Seed, Stated

TITLE = "Mayor of flooded town to step down after the vote"
TOWN = "The mayor of the flooded town said on Sunday that she would step down as soon as the council had voted."
RIVER = "The river rose by three metres in a night and carried away the old bridge below the market, she said."
COUNCIL = "The council will vote on Thursday, and eleven of its nineteen members have promised to keep the mayor."
CLOSING = "Nobody in the market had heard of a mayor who stepped down because of a river, the baker said."
ARTICLE = (TOWN, "", RIVER, "", COUNCIL, "", CLOSING)


def laid_out(*lines: str) -> Layout:
    return lay_out(Seed("storm", "seeds/storm.txt", "", tuple(Line(n, line) for n, line in enumerate(lines, 1))))


def set_aside(*lines: str) -> list[str]:
    return [line.text for line in laid_out(*lines).removed]


@pytest.mark.parametrize(
    "line",
    [
        "You are here: Home / News / Council",
        "« The bridge again | Main | An apology »",
        "Continued on Page 14, Col. 2",
        "L’Écho de Valdemora – lundi 2 avril 2001 – page 2 sur 2",
        "You have 3 free articles remaining. Subscribe for unlimited access.",
        "View this email in your browser",
        "You received this email because you signed up for The Morning Ledger.",
        "Were you there? Did you film the flood? Ring the newsdesk on 555 0100.",
        "VOTE: Should the bridge be rebuilt?",
        "Posted by: Len | January 31, 2008 at 10:40 PM",
        "BC-DUNMARRA-QUAKE, 2nd Ld-Writethru",
        "AP-NY-06-11-98 1914EDT<",
        "LOAD-DATE: May 17, 1994",
        "(Adds quote in paragraph 4, share price)",
        "Corrections & Amplifications",
        "Fe de errores: en una versión anterior se dijo que el puente era de piedra.",
        "Über dieses Thema berichtete der Sender im Radio am 2. Januar 2024 um 7 Uhr.",
        "Mitarbeit: Anna Groß",
        "— With assistance from Ann Oh",
        "TAGS FARM BILL BRIDGE MAYOR",
        "Escuchar la noticia",
        "Your support makes all the difference.",
        "Únete a nuestro canal de Telegram y recibe las noticias al instante.",
        "An official website of the Harbour Islands government",
        "Wir und unsere 214 Partner speichern Informationen auf einem Gerät.",
        "Votre vie privée nous importe",
        "Can't see this message? Open it online.",
        "Si vous ne visualisez pas ce message, cliquez ici.",
        "Trade tulips like a banker. Your capital is at risk.",
        "Two goals or your money back. New customers only. 18+. T&Cs apply.",
        "Watch every match on any screen for just £7.50 a month. Ends in May.",
        "Already donated? Hide this box.",
        "The post Baker sues river appeared first on Harbour Wire.",
        "Der Beitrag Bäcker verklagt Fluss erschien zuerst auf Hafenblick.",
        "What we're reading",
        "The Harbour Times - Printer-friendly version - www.harbour.example/a?print",
        "-more-",
        "Wortzahl: 1.204",
        "Archives du Matin / Export / Notice n° 3 sur 40",
        "posted by admin2",
        "ZCZC HAR0417 4 I 0212 HBR /HBR-RIVER",
        "RIVER-BRIDGE 3RDLD",
        "eds: adds the baker",
        "Harbour Mail <news@harbour.example>",
        "(c) Harbour Press 1994",
        "TODAY'S LETTER IS BROUGHT TO YOU BY HARBOUR BREAD",
        "Hafenblick 3 Monate für nur 5 € lesen",
        "(Continued on page 6)",
        "Édition du mardi 12 mars 2013 - page 5",
        "Tous droits de reproduction réservés",
        "Seven nights at sea from £399. Call 0800 555 010 to book.",
        "You can unsubscribe from this list at any time.",
        "Need a quiet hour? Check out our new page of puzzles.",
        "Do you know the baker? Get in touch",
        "Your story continues below",
        "The Best of Harbour News",
        "Harbour › Val-de-Mer › Old-Town",
        "Recevez chaque matin le journal dans votre boîte mail. En vous inscrivant, vous acceptez nos conditions.",
        "Sign up to receive our weekly e-mail, in which the baker tells of his week.",
        "Print recipe",
        "[-] Text [+]",
        "May 2, 2013 7:40am EST -- Report as abuse",
        "Signaler un abus",
        "A version of this article appears in print on May 2, 2013, Section B, Page 3. Order Reprints | Today’s Paper",
        "La suite est réservée aux abonnés.",
        "Este contenido es exclusivo para suscriptores",
        "If you buy a loaf through our links we may earn a commission.",
        "Download this Press Release (PDF)",
        "Harbour Bread will host a conference call today. To access the call, dial 1-800-555-0100 and give ID 417.",
        "END 2:29 P.M. EDT",
        "This post may contain affiliate links, which means that the baker earns a little.",
    ],
)
def test_lines_of_the_page_wherever_they_stand(line: str) -> None:
    assert boilerplate_reason(line)


@pytest.mark.parametrize(
    "line",
    [
        "Something went wrong, he said, and nobody would say what.",
        "The company will host a conference call on Monday to discuss the merger.",
        "Her column appeared in print on Sundays only, she said.",
        "If you buy two, the baker said, the agent may get no commission at all, and he should know.",
        "Download sales of the record reached two million.",
        "« Une carte est une promesse qu’on fait à quelqu’un de perdu »",
        "WATCH THE SKIES",
        "Have your say on the new bypass, the council asked.",
        "Under Section 501(c)(3) of the code the group said that it pays no tax.",
        "In einer früheren Fassung des Gesetzes fehlte der Satz.",
        "Apoya la mayoría un candidato independiente para la alcaldía.",
        "Il vous reste un espoir, dit le maire aux pêcheurs.",
        "Umfrage: Wer soll die Stadt regieren?",
        "Thanks for reading the contract, said the judge, who had not.",
        "Terms apply to everybody, the mayor said.",
        "Watch the bridge for a month and you will see it move.",
        "The words: 14",
        "TORIES LEAD IN POLL",
        "WORLD CUP FINAL",
        "The bridge will take 3 months for the same money, he said.",
        "We value your privacy less than our roof, the baker told the inspector.",
        "Do you know the baker? Tell the harbour master.",
        "Escuchar primero al que no grita.",
        "Have you heard of the bridge? He had not, he said.",
        "Share prices fell and the report said why",
    ],
)
def test_what_only_looks_like_the_page_is_the_articles(line: str) -> None:
    assert boilerplate_reason(line) is None


@pytest.mark.parametrize(
    ("line", "reach", "reason"),
    [
        ("This draft needs a second review by an editor who did not write it.", 0, "end-note"),
        ("Page last edited: May 4, 10:12 UTC (history)", 0, "end-note"),
        ("The page last week had six mistakes, the baker said.", 0, None),
        ("Share your pictures to help our next issue!", 1, "page"),
        ("• Facebook", 1, "share"),
        ("Sign up for the baker's weekly letter", 1, "newsletter"),
        ("Sign up for the baker's weekly letter", 0, None),
        ("Ann Oh is a writer living in Lindow. Her last piece was about fog.", 2, "end-note"),
        ("Try Harbour Pro free for 14 days", 1, "page"),
        ("HBR 4,118.20 +0.41% | Bread 81.07 -1.2%", 1, "page"),
        ("Today: 54°F Partly Cloudy", 1, "page"),
        ("Avec vos partenaires, nous utilisons des cookies pour mesurer l’audience.", 1, "cookies"),
        ("“We use cookies,” said the baker, who did not know what they were.", 1, None),
        ("Share of those who left", 1, None),
        ("Visit the bridge while it stands, the baker said.", 1, None),
        ("Harbour Wire is the news division of Harbour Holdings and serves 94 towns.", 2, "page"),
        ("Harbour Wire is the news division of Harbour Holdings and serves 94 towns.", 1, None),
        ("Harbour College is an equal opportunity employer in all its programs.", 2, "press-release"),
    ],
)
def test_lines_of_the_page_by_where_they_stand(line: str, reach: Reach, reason: str | None) -> None:
    assert boilerplate_reason(line, reach) == reason


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Front Page | News | Sport | Weather", True),
        ("Home · About · Archives · RSS", True),
        ("Obituaries Sports Opinion Things to Do", True),
        ("MEDIO AMBIENTE · SANIDAD · EDUCACIÓN · IGUALDAD", True),
        ("Jane Doe | The Springfield Star", False),
        ("| News | Sport | Weather |", False),  # a table
        ("Harbour 3 | Springfield 1 | Lindow 0 | Valdemora 2", False),
        ("Sports and politics meet in the old harbour", False),
    ],
)
def test_menus_on_one_line(line: str, expected: bool) -> None:
    assert is_menu(line) is expected


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("(Image: Courier)", "credit"),
        ("[photo: the clock, this morning]", "caption"),
        ("The church before the fire. (Gazette file)", "caption"),
        ("Le gué des Mariées, planche 214 (DR)", "caption"),
        ("Die Fähre liegt auf Grund vor Hallmoor. | dna", "caption"),
        ("Hier soll die Leitung verlaufen. Grafik: Anzeiger/Mittelstrom", "caption"),
        ("Vecinos sacaron las mesas a la calle. Cortesía: Municipalidad", "caption"),
        ("A tower on fire Image: Mano B.a. (YouTube).", "caption"),
        ("Otter robots sort parcels at a depot. Photographer: Ann Oh/Harbour Wire", "caption"),
        ("A woman counts votes in the harbour | dpa", "caption"),
        ("Parents on the steps of the hall, Tuesday. © Radio Harbour - Ann Oh", "caption"),
        ("██ Territory held by the rebels", "caption"),
        ("The company said that it would merge with its rival (Harbour Steel).", None),
        ("He had read it in the old records of the town (see the archive).", None),
        ("Loaves before dawn in Quay Street. Imke Oyelade for The Harbour Times", "caption"),
        ("Le vieux lavoir, mardi. M. LEGRAND POUR « LE MATIN DU PORT »", "caption"),
        ("Das Wehr am Morgen danach. K. LINDNER", "caption"),
        ("La panadera en su horno. / A. R.-M.", "caption"),
        ("The bridge at noon. Photograph: Ann Lee/The Harbour", "caption"),
        ("Vergrößern", "credit"),
        ("Photo Luc MARTIN", "credit"),
        ("“We baked it in the rain.” Ann Lee", None),
        ("The loaves were gone by noon. Nobody had paid for them", None),
        ("The prize went to the baker. The Harbour Times paid for it.", None),
    ],
)
def test_forms_of_captions(line: str, reason: str | None) -> None:
    assert caption_reason(line) == reason


@pytest.mark.parametrize(
    ("line", "authors", "day"),
    [
        ("Posted by Maudie on Thursday, January 31, 2008 at 10:12 PM", ("Maudie",), "2008-01-31"),
        ("By Jane Doe May 5, 2024", ("Jane Doe",), "2024-05-05"),
        ("Valdemora - 14 OCT 2017 - 22:41 CEST", None, "2017-10-14"),
        ("Publié le 12/03/2024 à 18h03", None, "2024-03-12"),
        ("By the river on May 5, 2024", None, None),
        ("May 5, 2024 by Jane Doe", ("Jane Doe",), "2024-05-05"),
        ("Passed on May 5, 2024 by the council", None, None),
        ("The Lantern, Monday 12 May 2014 18.21 BST", None, "2014-05-12"),
        ("By Jane Doe | HarbourFacts | May 5, 2024", ("Jane Doe",), "2024-05-05"),
        ("by Jane Doe, Contributing Editor. Published May 5, 2024. Updated June 1, 2024", ("Jane Doe",), "2024-05-05"),
        ("By Jane Doe and Ann Otter | Posted on 5 May 2024 | 3 min read", ("Jane Doe", "Ann Otter"), "2024-05-05"),
        ("Jane Doe at Harbour Road | Sun 5 May 2024 18.05 BST", ("Jane Doe",), "2024-05-05"),
        ("Life in Paris | 5 May 2024", None, None),
    ],
)
def test_a_signed_date(line: str, authors: tuple[str, ...] | None, day: str | None) -> None:
    stamp, byline = read_signed(line, day_first=False) or (None, None)
    assert (byline.authors if byline else None, stamp.published if stamp else None) == (authors, day)


def test_a_list_ends_at_the_empty_line_that_parts_paragraphs() -> None:
    links = ["Read also", "Why the brewery buys barrels", "Pool to open in July"]
    verse = ["We stood before you came and went,", "we stand when you are gone."]
    assert set_aside(TITLE, "", *ARTICLE, "", *links, "", *verse, "", COUNCIL, "", "© 2024 Harbour News") == [
        *links,
        "© 2024 Harbour News",
    ]


COMMENTS = [
    "Comments",
    "My father wound that clock every Sunday for thirty-one years and never charged a penny for it.",
    "Posted by: Len | January 31, 2008 at 10:40 PM",
    "What will they do with the other forty-nine pounds, I would like to know?",
    "Posted by: owl | February 1, 2008 at 07:55 AM",
]


def test_what_stands_with_furniture_is_furniture_where_paragraphs_stand_apart() -> None:
    assert set_aside(TITLE, "", *ARTICLE, "", *COMMENTS) == COMMENTS


@pytest.mark.parametrize("known", [["Share"], ["March 3, 2024"]], ids=["one known line", "only a date"])
def test_a_table_below_the_text_stays(known: list[str]) -> None:
    table = [f"{place} {votes} votes" for votes, place in enumerate(("Harbour", "Lindow", "Valdemora") * 3)]
    assert not set(table[:6]) & set(set_aside(TITLE, "", *ARTICLE, "", *table, *known))


def test_a_paragraph_right_under_furniture_stays_between_paragraphs() -> None:
    mark = ["Story continues below", "ADVERTISEMENT"]
    assert set_aside(TITLE, "", *ARTICLE, "", *mark, CLOSING, "", COUNCIL) == mark


def test_a_note_of_other_things_far_below_is_the_pages() -> None:
    page = ["Most read", "Man rescued twice from same tree", "Team dismisses manager by text", "Share", "Print"]
    note = "Harbour Titles adheres to an independent code, under which readers may complain to its editors in writing."
    assert set_aside(TITLE, "", *ARTICLE, "", *page, "", note) == [*page, note]
    assert set_aside(TITLE, "", *ARTICLE, "", *page, "", COUNCIL) == page


MENU = ["Skip to content", "World", "Business", "Science", "Log in"]


@pytest.mark.parametrize(
    "above",
    [
        [*MENU, "Level crossing at Lindow closed until further notice", "Share"],
        [*MENU, f"{TITLE} | Valley Star", "", "Share", ""],
        ["The Kettle and the River", "notes on a small place", "« Swans | Main | Bins »", *MENU, ""],
        [*MENU, "This video is loaded from somebody else if you click on it.", ""],
    ],
    ids=["another headline", "the page's title", "a site's name", "a paragraph"],
)
def test_the_headline_is_what_the_text_takes_up(above: list[str]) -> None:
    layout = laid_out(*above, TITLE, "By Jane Doe", "", *ARTICLE, "", "Share", "© 2024 Harbour News")
    assert layout.title.value == TITLE
    assert not {line.text for line in layout.removed} & {TITLE, TOWN, RIVER, COUNCIL, CLOSING}
    assert {line.text for line in layout.removed} >= set(filter(None, above))


def test_a_headline_that_the_text_does_not_take_up_stays_above_its_subtitle() -> None:
    title, subtitle = "The woman who sold her umbrella", "Mayor of flooded town will step down after the vote"
    layout = laid_out(*MENU, "", title, subtitle, "By Jane Doe", "", *ARTICLE, "", "Share")
    assert layout.title.value == title


def test_a_pull_quote_is_said_twice() -> None:
    quote = "“The river gives and the river takes, and it never asks.”"
    long = f"{quote} That is what she told the baker when the bridge went, and he wrote it over his door."
    assert set_aside(TITLE, "", TOWN, "", long, "", quote, "", RIVER, "", COUNCIL) == [quote]


@pytest.mark.parametrize(
    ("line", "authors"), [("Oliver Standish", ("Oliver Standish",)), ("Final Thoughts", None), ("Jane Baker", None)]
)
def test_a_signature_below_the_text(line: str, authors: tuple[str, ...] | None) -> None:
    baker = "The baker’s name is Baker, as his father’s was, and he is not known to have told a lie."
    layout = laid_out(TITLE, "", *ARTICLE, "", baker, "", line, "", "She was born beside the river in the year 1950.")
    assert (layout.authors.value if layout.authors else None) == authors


def test_above_a_toggle_stand_caption_and_credit() -> None:
    caption = "Ada Lind at the lamp on Gannet Rock. She has kept it since 1974."
    aside = [caption, "Jane Doe/Harbour Wire", "hide caption", "toggle caption"]
    assert set_aside(*aside, TITLE, "", *ARTICLE) == aside


def test_a_list_between_paragraphs_is_told_by_its_first_line() -> None:
    links = ["Recommended", "How storms get their names", "Woman of ninety rides out storm in lighthouse"]
    assert set_aside(TITLE, "", TOWN, "", RIVER, "", COUNCIL, "", *links, "", CLOSING, "", "Share") == [*links, "Share"]


def test_a_subheading_under_a_list_without_links_stays() -> None:
    lines = (TITLE, "", TOWN, "", RIVER, "", "Related topics", "", "A nuisance for burglars", "", COUNCIL, "", CLOSING)
    assert set_aside(*lines, "", "Share", "© 2024 Harbour News") == ["Related topics", "Share", "© 2024 Harbour News"]


def test_a_sentence_before_a_credit_stays_and_a_name_with_its_place_does_not() -> None:
    sentence = "The baker sells his bread beside the bridge on most days."
    caption = "Mayor Jane Roe at the market beside the river on a quiet morning."
    lines = (TITLE, "", TOWN, "", sentence, "", "Ann Oh/Harbour Wire", "", caption, "", "Ann Oh/Harbour Wire")
    assert set_aside(*lines, "", RIVER, "", COUNCIL) == ["Ann Oh/Harbour Wire", caption, "Ann Oh/Harbour Wire"]


def test_a_headline_on_several_lines_is_not_taken_for_labels() -> None:
    title = ["Mill owners agree to", "talks as strike enters", "ninth week"]
    lines = ("Skip to content", "Log in", *title, "By Jane Doe", "", *ARTICLE, "", "Share")
    assert not set(title) & set(set_aside(*lines))


ABOUT = (
    "About the Harbour Bakers",
    "",
    "The Harbour Bakers have baked for the town since 1911 and employ forty people on two quays.",
)
PAGES = [
    ((), ("Harbour / New bridge", "Page 2 of 3"), ("Harbour / New bridge", "Page 3 of 3")),
    ((), ("Hafenblick vom 3. Mai", "Seite 7"), ("Hafenblick vom 3. Mai", "Seite 8")),
    ((), ("12",), ("13",)),
    (
        (),
        (
            "A message from our sponsor",
            "Sleep well. Pillows of goose down come with three years of guarantee and a free case.",
        ),
        (),
    ),
    ((), ("play", "1:04", "The bridge in thirty seconds", "Please use another browser to watch"), ()),
    ((), ("The mink, the minister and the missing minutes", "", "Read more"), ()),
    (("Pages: 1, 4", "Edition: Late", "Library record: 14", ""), (), ()),
    ((), ("THE HARBOUR OBSERVER, MAY 3, 1949", "7"), ("8", "THE HARBOUR OBSERVER, MAY 3, 1949")),
    (("Harbour Times", ""), (), ("© 2024 Harbour Times Ltd",)),
    ((), (), ("", *ABOUT, "", "Follow us: Facebook Twitter")),
]


@pytest.mark.parametrize(("above", "between", "below"), PAGES)
def test_lines_told_by_what_stands_beside_or_far_below_them(
    above: tuple[str, ...], between: tuple[str, ...], below: tuple[str, ...]
) -> None:
    lines = (*above, TITLE, "", TOWN, "", *between, "", RIVER, "", COUNCIL, "", CLOSING, "", *below)
    assert set_aside(*lines) == [line for line in (*above, *between, *below) if line]


@pytest.mark.parametrize(
    "between",
    [
        ("1", "", RIVER, "", "2"),  # chapters
        ("12", "", RIVER, "", "19"),
        ("Harbour and bridge", "Page 2 of 3"),
        ("About the bakers", "", "Nobody knows where they went, said a neighbour who had known them for years."),
        ("The mayor and the bridge", "", RIVER),
    ],
)
def test_lines_that_nothing_else_explains_stay(between: tuple[str, ...]) -> None:
    lines = (TITLE, "", TOWN, "", *between, "", COUNCIL, "", CLOSING)
    assert set_aside(*lines) == [line for line in between if line.startswith("Page")]


def test_a_line_under_the_byline_that_is_no_sentence_is_of_the_picture() -> None:
    caption = "The mayor on the bridge with her hat still on"
    assert set_aside(TITLE, "By Jane Doe", caption, "", *ARTICLE) == ["By Jane Doe", caption]
    assert caption not in set_aside(TITLE, "By Jane Doe", "", caption, "", *ARTICLE)


def test_a_list_above_the_signature_stays() -> None:
    songs = ['- "The river" (1952)', '- "The bridge" (1958)', '- "The baker" (1964)']
    assert set_aside(TITLE, "", *ARTICLE, *songs, "© 2024 Harbour Times Ltd") == ["© 2024 Harbour Times Ltd"]


WHALE = "A whale slept off Gannet Rock for nine hours, and the keeper rowed round it twice."
TAILS = [
    ("View comments", "More from Harbour News", "Whale sleeps", WHALE, "Coach is out", "© 2024 Harbour News"),
    ("Tags: river, bridge", "Comments are closed", "2 comments", WHALE, "Terms of use", "© 2024 Harbour News"),
    (
        "More reading",
        "Essay",
        "Salt",
        "Jon Pell",
        "Fiction",
        "Last dances",
        WHALE,
        "Two of them",
        WHALE,
        "Privacy policy",
    ),
    ("Comments (2)", "keeper61 wrote:", RIVER.replace("carried", "swept"), "Reply", "Ann O. says", COUNCIL, "Reply"),
]


@pytest.mark.parametrize("tail", TAILS)
def test_paragraphs_of_other_things_below_the_article_are_the_pages(tail: tuple[str, ...]) -> None:
    assert set_aside(TITLE, *ARTICLE[::2], *tail) == list(tail)


@pytest.mark.parametrize(
    "between", [("Advertisement",), ("Read more: Whale sleeps", "Read more: Coach is out"), ("Share", "Print")]
)
def test_a_last_paragraph_of_another_thing_under_a_few_links_stays(between: tuple[str, ...]) -> None:
    assert set_aside(TITLE, *ARTICLE[::2], *between, WHALE, "Terms of use", "© 2024 Harbour News")[:-2] == list(between)


def test_teasers_on_the_same_things_between_links_are_the_pages() -> None:
    links = zip(("Bridge to be rebuilt", "Council meets", "Mayor to go"), (RIVER, COUNCIL, TOWN), strict=True)
    tail = ("Comments are closed", "More news", *(line for link in links for line in (*link, "Full article")), "Log in")
    assert set_aside(TITLE, *ARTICLE[::2], *tail) == list(tail)


def test_a_last_paragraph_under_labels_of_which_one_is_known_stays() -> None:
    labels = ("Bean soup", "Two onions", "One ham bone", "Share", "Salt")
    assert WHALE not in set_aside(TITLE, *ARTICLE[::2], *labels, WHALE, "Terms of use", "© 2024 Harbour News")


def test_a_button_among_short_lines_is_no_subheading() -> None:
    assert "Share" in set_aside(TITLE, TOWN, RIVER, "Pin", "Share", "Yum", COUNCIL, CLOSING)
    assert "Share" not in set_aside(TITLE, TOWN, RIVER, "Share", COUNCIL, CLOSING)


@pytest.mark.parametrize(
    ("line", "aside"),
    [
        ("The Last Lamp: How a keeper lived by the light, and then without it.", True),
        ("Whale sleeps off Gannet Rock", True),
        ("THE PRICE", False),  # a subheading
        ("The council voted on these:", False),
        ("It was late: nobody had heard of the bridge.", False),
    ],
)
def test_entries_of_a_list_of_links_between_paragraphs(line: str, aside: bool) -> None:
    lines = (TITLE, TOWN, RIVER, "More from Harbour News", "Coach is out", line, COUNCIL, CLOSING, "Share", "Log in")
    assert (line in set_aside(*lines)) is aside


def test_a_picture_is_told_in_the_present_of_a_day() -> None:
    caption = "Orange barrels block the way to the bridge below the market on Monday."
    told = "The council voted on Monday and the mayor heard of it below the market."
    lines = (TITLE, "", TOWN, "", told, "", "Ann Oh/Harbour Wire", "", caption, "", "Ann Oh/Harbour Wire")
    assert set_aside(*lines, "", RIVER, "", COUNCIL) == ["Ann Oh/Harbour Wire", caption, "Ann Oh/Harbour Wire"]


def test_a_headline_with_a_colon_is_no_field_of_a_record() -> None:
    title = "Vote in the harbour: Mayor of flooded town to step down"
    lines = ("You are here: Home > News", title, "Updated: 14 October 2018", *ARTICLE[::2], "Share", "Log in")
    assert title not in set_aside(*lines)


def test_highlights_with_bullets_stay_above_the_article() -> None:
    lines = ("Log in", TITLE, "* Bridge gone", "* Shares up", *ARTICLE[::2], "Share", "Terms of use")
    assert set_aside(*lines) == ["Log in", "Share", "Terms of use"]
    long = ("* River carries away the old bridge", "* Mayor to step down after vote")
    lines = ("Log in", "Share", *long, "By Jane Doe", "Follow", TITLE, *ARTICLE[::2], "Privacy policy")
    assert not set(long) & set(set_aside(*lines))


SAID = "The baker said on Monday that the bridge was his and that he would mend it himself."


@pytest.mark.parametrize(
    ("sentence", "credit"),
    [
        (SAID, "(Photo: Ann Oh)"),
        (SAID, "Image: Ann Oh/Harbour Wire"),
        (SAID, "Photo by Ann Oh"),
        ("„Wir warten“, sagte die Bäckerin am Montag in Hallmoor.", "Foto: Ann Oh/dpa"),
        (" ".join([TOWN, RIVER, COUNCIL, CLOSING]), "Photo: Ann Oh"),
    ],
)
@pytest.mark.parametrize("gap", ["", " "])
def test_a_credit_glued_to_a_paragraph_is_set_aside_without_it(sentence: str, gap: str, credit: str) -> None:
    layout = laid_out(TITLE, "", TOWN, "", sentence + gap + credit, "", RIVER, "", COUNCIL)
    assert [(line.line, line.text, line.reason) for line in layout.removed] == [(5, credit, "credit")]
    assert sentence in [paragraph.text for paragraph in layout.paragraphs]


def test_a_paragraph_that_an_editor_keeps_keeps_its_credit() -> None:
    lines = (TITLE, "", TOWN, "", SAID + "Image: Ann Oh", "", RIVER)
    numbered = tuple(Line(n, line) for n, line in enumerate(lines, 1))
    layout = lay_out(Seed("storm", "seeds/storm.txt", "", numbered, edited=Edited(keep=(5,))))
    assert layout.removed == ()
    assert layout.paragraphs[1].text == lines[4]


def test_a_caption_goes_with_the_credit_that_is_glued_to_it() -> None:
    caption = "The mayor beside the bridge.Image: Ann Oh for Harbour Wire"
    assert set_aside(TITLE, "", TOWN, "", caption, "", RIVER) == [caption]


def test_a_list_of_the_article_under_a_row_of_buttons_stays() -> None:
    soup = ("Bean soup", "Serves six", "500 g of beans", "Two onions", "One ham bone", "Salt", WHALE)
    lines = (TITLE, *ARTICLE[::2], "Pin", "Share", "Print", "218 shares", *soup, "Terms of use", "© 2024 Harbour News")
    assert not set(soup) & set(set_aside(*lines))


def test_a_menu_whose_entry_is_latest_holds_no_headline() -> None:
    title = "What the clock knows"
    lines = ("Harbour", "Latest", "Ideas", "Log in", "Share", title, "By Jane Doe", *ARTICLE[::2], "Privacy policy")
    assert set_aside(*lines) == [line for line in lines if line not in {title, *ARTICLE}]


def test_a_name_over_its_paper_over_a_date_is_a_byline() -> None:
    layout = laid_out(TITLE, "Jane Doe-Roe", "Harbour Bend Courier", "Published 5:02 a.m. CT Sept. 18, 2025", *ARTICLE)
    assert layout.authors
    assert layout.authors.value == ("Jane Doe-Roe",)


MASTHEAD = ("Skip to content", "Harbour News", "Log in", "Fish & Chips", "Town Hall", "Tide", "61° Cloudy", "Print")


@pytest.mark.parametrize("title", [(), (TITLE,), ("Rain at last",)], ids=["no headline", "headline", "short headline"])
def test_labels_above_the_article_with_and_without_a_headline(title: tuple[str, ...]) -> None:
    lines = (*MASTHEAD, *title, "By Jane Doe", *ARTICLE[::2], "Share", "© 2024 Harbour News")
    assert set_aside(*lines) == [*MASTHEAD, "By Jane Doe", "Share", "© 2024 Harbour News"]
    assert laid_out(*lines).title.origin == ("stated" if title else "inferred")


SOURCED = (
    "Bakers held on to the price of bread",
    "The bakers of Lindow held on to the price of bread on Monday, the guild said in a letter to the town.",
    "The price of flour rose by a fifth last winter, and that of bread did not, the guild said.",
    "Sources",
)


@pytest.mark.parametrize(
    ("below", "aside"),
    [
        (
            ("“Bread holds its price” — Lindow Mail, May 4, 2018", "A. Holt. “On flour” — Harbour Wire, May 5, 2018"),
            True,
        ),
        (("Letter of the guild, 2018", "https://guild.example/letters"), True),
        (("The guild did not say who had told it so. It has been wrong before, in 1996 and in 2001.",), False),
        (("“Bread holds its price” — Lindow Mail" + ", and so said the guild" * 30,), False),
        (
            ("“Bread holds its price” — Lindow Mail, May 4, 2018", "The mail, too, had it from the guild, it said."),
            False,
        ),
    ],
)
def test_the_sources_that_an_article_ends_in_are_no_part_of_it(below: tuple[str, ...], aside: bool) -> None:
    assert set_aside(*SOURCED, *below) == (["Sources", *below] if aside else [])


def test_a_text_that_was_pasted_twice_is_read_once() -> None:
    head = (TITLE, "By Ann Otter", "3 May 2021", "")
    found = laid_out(*head, *ARTICLE, "", *head, *ARTICLE)
    assert [paragraph.text for paragraph in found.paragraphs] == [TOWN, RIVER, COUNCIL, CLOSING]
    assert [line.reason for line in found.removed if line.line > len(head) + len(ARTICLE)] == ["pasted-twice"] * 7
    assert found.authors and found.authors.value == ("Ann Otter",)


def test_a_paragraph_that_comes_again_alone_stays() -> None:
    found = laid_out(TITLE, "", TOWN, "", RIVER, "", COUNCIL, "", TOWN, "", CLOSING)
    assert [paragraph.text for paragraph in found.paragraphs] == [TOWN, RIVER, COUNCIL, TOWN, CLOSING]


LABELLED = "Correction, May 9, 2031: The toll given in the first paragraph was 14. It was 12."


@pytest.mark.parametrize(
    "line",
    [
        "Correction: an earlier version said 14; it was 12.",
        "CORRECTION (9 May): This report originally stated that 41 people had died.",
        "Corrections & Clarifications: In an earlier version the mayor had another name. The fire began upstairs.",
        "This article was amended on 5 May 2031. An earlier version said that 14 people had been hurt.",
        "(This May 5 story has been corrected to say that 12 people were hurt, not 14, in paragraph 2)",
        "(Corrects number of those hurt in first paragraph to 12, not 14)",
        "This version CORRECTS the spelling of the mayor's name.",
        "In an earlier version of this article we said that 14 people were hurt. We regret the error.",
        "A correction was made on May 9, 2031: the toll was wrong.",
        "A correction has been made to this article.",
        "An earlier version of this story, published on Monday, misidentified the mayor.",
        "The original version of this report incorrectly gave the toll as 14.",
        "We have corrected this article, which gave the toll as 14.",
        "Editor's note: An earlier version of this story gave the toll as 14.",
        "Korrektur: In einer früheren Fassung hieß es, 14 Menschen seien verletzt worden.",
    ],
)
def test_what_a_publisher_corrects_is_set_aside_as_that(line: str) -> None:
    assert boilerplate_reason(line) == "correction"
    found = laid_out(TITLE, "", *ARTICLE, "", line)
    assert [(one.text, one.reason) for one in found.removed] == [(line, "correction")]


def test_a_bare_label_tells_of_a_correction_below_the_article_alone() -> None:
    assert (boilerplate_reason(LABELLED), boilerplate_reason(LABELLED, 1)) == (None, "correction")
    assert [one.reason for one in laid_out(TITLE, "", *ARTICLE, "", LABELLED).removed] == ["correction"]
    assert set_aside(TITLE, "", TOWN, "", LABELLED, "", RIVER, "", COUNCIL, "", CLOSING) == []


@pytest.mark.parametrize(
    "line",
    [
        "Correction officers said 14 people were hurt.",
        "The correction wiped 14 percent off the index.",
        "This version of the engine corrects 14 faults.",
        "An earlier version of the bill would have cost 14 million.",
        "Clarification came on Monday, when 14 ministers spoke.",
        "We have corrected the course of the river, the baker said.",
        "An earlier version of this map hung in the hall for two centuries.",
        "The original version of the story was told by sailors of the old port.",
        "The original version of the report, leaked in May, blamed the 14 bakers.",
        "An earlier version of the interview was heard in court on Monday.",
        "“We have amended this report,” the committee said on Monday.",
        "We have amended the report, said Ann Otter, who leads the committee.",
        "A correction was made to the tax law last year, the mayor said.",
        "This version of the report corrects 14 faults of the first, the inspector said.",
        "This version corrects a flaw in the brakes of 14 buses.",
    ],
)
def test_what_tells_of_other_corrections_is_the_articles(line: str) -> None:
    assert set_aside(TITLE, "", *ARTICLE, "", line) == []


def test_the_head_of_a_table_is_no_menu() -> None:
    head = "District | Displaced people | Boats sent | Houses destroyed"
    table = (head, "Upper Wend | 41,200 | 27 | 5,310", "Lower Wend | 22,700 | 14 | 2,045")
    assert set_aside(TITLE, "", *ARTICLE[:3], "", *table, "", *ARTICLE[4:]) == []
    assert set_aside(TITLE, "", *ARTICLE, "", head) == [head]


def of_page(language: str, rule: str, title: str, *lines: str) -> Layout:
    stated = Stated(
        language=Known(language, "stated", Evidence(rule)), title=Known(title, "inferred", Evidence("html-title"))
    )
    return lay_out(Seed("a", "seeds/a.html", "", tuple(Line(n, line) for n, line in enumerate(lines, 1)), stated))


def test_a_page_that_is_marked_with_another_language_is_read_in_its_own() -> None:
    assert of_page("fr", "html-lang", TITLE, *ARTICLE).language.value == "en"
    assert of_page("fr", "front-matter", TITLE, *ARTICLE).language.value == "fr"
    assert of_page("en-GB", "html-lang", TITLE, *ARTICLE).language.value == "en-GB"


def test_of_the_title_of_a_window_only_what_stands_over_the_text_is_the_headline() -> None:
    page = of_page("en", "html-lang", f"{TITLE} – The Boulevard", TITLE, "The Boulevard, 12 May 2006", *ARTICLE)
    assert (page.title.value, page.title.origin, page.paragraphs[0].text) == (TITLE, "stated", TOWN)
    assert page.date is not None
    assert page.date.value == "2006-05-12"


def test_how_long_it_takes_to_read_stands_behind_who_wrote_it() -> None:
    page = laid_out(TITLE, "Posted on 21 November 2023 by Mira Holt 5 min read", *ARTICLE)
    assert page.authors is not None
    assert page.authors.value == ("Mira Holt",)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("'Empty shelves'", "heading"),
        ("“We don’t go home”", "heading"),
        ("« Pas un mot »", "heading"),
        ("“We don’t go home.”", "text"),
        ("“We don’t” and “we won’t”", "text"),
    ],
)
def test_a_few_words_in_quotation_marks_that_end_in_nothing_head_what_follows(line: str, kind: str) -> None:
    page = laid_out(TITLE, "", *ARTICLE[:3], "", line, "", *ARTICLE[4:])
    assert [paragraph.kind for paragraph in page.paragraphs if paragraph.text == line] == [kind]


PAPER = (
    "The Institute of Tides and of Everything that Comes and Goes with Them Paper 22",
    "",
    "The Sunk Bays",
    "",
    "Small ports carry a third of the fish of the bay and",
    "almost none of its debt. That is about to change: the",
    "paper looks at harbours with fewer than",
    "forty berths and finds that most will need new walls",
    "before the end of it, at a cost that none can bear.",
    "",
    "{head} 2",
    "",
    "Most of the walls were built for boats that nobody has",
    "seen for ninety years. They stand on piles, which rot",
    "when the water falls and float when it rises again.",
    "",
    "{head} 3",
    "",
    "Not every harbour can be saved, and somebody will have",
    "to say by the end of next year which of them will be.",
    "",
    "{head} 4",
)


def test_the_paragraphs_of_a_printed_paper_are_whole_and_the_heads_of_its_pages_set_aside() -> None:
    paper = laid_out(*(line.format(head="The Sunk Bays") for line in PAPER))
    assert [line.text for line in paper.removed] == ["The Sunk Bays 2", "The Sunk Bays 3", "The Sunk Bays 4"]
    bodies = [paragraph.text for paragraph in paper.paragraphs if paragraph.text.endswith(".")]
    assert [len(text.split()) for text in bodies] == [52, 31, 23]


def test_chapters_are_no_pages() -> None:
    assert laid_out(*(line.format(head="Bay") for line in PAPER)).removed == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("REASONS FOR THE JUDGMENT", "heading"),
        ("3. MINUTES OF THE LAST MEETING", "heading"),
        ("2.1 Evidence of the lock-keeper", "heading"),
        ("3. A ban on forced meters", "text"),
        ("NO.", "text"),
        ("“NEVER AGAIN”", "text"),
    ],
)
def test_a_line_in_capitals_or_with_the_number_of_a_section_heads_the_text_below_it(line: str, kind: str) -> None:
    short = "Nobody had asked for it."
    page = laid_out(TITLE, "", *ARTICLE[:2], "", short, "", line, "", *ARTICLE[2:])
    assert [paragraph.kind for paragraph in page.paragraphs if paragraph.text == line] == [kind]


def test_sections_of_a_report_follow_each_other_and_speakers_come_again() -> None:
    page = laid_out(TITLE, "", *ARTICLE, "", "PART TWO", "", "2.1 Evidence", "", TOWN.replace("Sunday", "Monday"))
    assert [p.text for p in page.paragraphs if p.kind == "heading"] == ["PART TWO", "2.1 Evidence"]
    turns = laid_out(TITLE, "", "ANN LIND", TOWN, "TOM FELL", RIVER, "ANN LIND", COUNCIL, "TOM FELL", CLOSING)
    assert [p.text for p in turns.paragraphs if p.kind == "heading"] == []
