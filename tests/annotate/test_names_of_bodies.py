"""Bodies and places: where their names begin and end, which of them are one, and what is none."""

from __future__ import annotations

import pytest

from tests.annotate.named import Expected, Read, check_names

CASES: list[tuple[str, str, Expected]] = [
    (
        "bodies of other languages, letters of a known one",
        "The Corte Suprema de Justicia ruled. It was told by the Fiscalía General. The Assemblée nationale rose. He "
        "spoke to RT on Monday. He read it on RT. RT said so.",
        {
            "organisation: Corte Suprema de Justicia": ["Corte Suprema de Justicia"],
            "organisation: Fiscalía General": ["Fiscalía General"],
            "organisation: Assemblée nationale": ["Assemblée nationale"],
            "organisation: RT": ["RT", "RT", "RT"],
        },
    ),
    (
        "all that a school is of, and who agrees with a ministry",
        "She is at the Kessler School of Marine and Atmospheric Science. "
        "He left the Department of Justice and Microsoft.",
        {
            "organisation: Kessler School of Marine and Atmospheric Science": [
                "Kessler School of Marine and Atmospheric Science"
            ],
            "organisation: Department of Justice": ["Department of Justice"],
            "organisation: Microsoft": ["Microsoft"],
        },
    ),
    (
        "a firm that bears its founder's name, by what it reports",
        "Bloomberg reported that the bank fell. Analysts polled by Bloomberg had hoped. Michael Bloomberg smiled. "
        "Bloomberg, 70, left.",
        {
            "organisation: Bloomberg": ["Bloomberg", "Bloomberg"],
            "person: Michael Bloomberg": ["Michael Bloomberg", "Bloomberg"],
        },
    ),
    (
        "a body for two things at the beginning, a firm with a sign, programs",
        "North Norland Fire and Rescue Service came. It was hard on Veldra and AT&T. "
        "The MacBook Air and Photoshop sell.",
        {
            "organisation: North Norland Fire and Rescue Service": ["North Norland Fire and Rescue Service"],
            "organisation: AT&T": ["AT&T"],
            "MacBook Air": None,
            "Photoshop": None,
        },
    ),
    (
        "a short form in brackets that is written like a word, and one that cites",
        "The Institute of Harbour Navigation (Ihanav) rose. Ihanav left. The National Search and Rescue Agency "
        "(Basarnas) came, Basarnas said. He cites the University of Norham (Torvik). Torvik is a poet.",
        {
            "organisation: Institute of Harbour Navigation": [
                "Institute of Harbour Navigation",
                "Ihanav",
                "Ihanav",
            ],
            "organisation: Basarnas": ["National Search and Rescue Agency", "Basarnas", "Basarnas"],
            "organisation: University of Norham": ["University of Norham"],
        },
    ),
    (
        "what a body is called by its trade",
        "She spoke on Norham TV. He died at Torvik Hospice Care. It was seen from the Kessler Planetarium in May.",
        {
            "organisation: Norham TV": ["Norham TV"],
            "organisation: Torvik Hospice Care": ["Torvik Hospice Care"],
            "organisation: Kessler Planetarium": ["Kessler Planetarium"],
        },
    ),
    (
        "places that the model takes for people and for words",
        "The ferry sank between Mindoro and Baracoa. The quake was felt in Sultan Kudarat on Monday.",
        {
            "place: Mindoro": ["Mindoro"],
            "place: Baracoa": ["Baracoa"],
            "place: Sultan Kudarat": ["Sultan Kudarat"],
            "Kudarat": None,
        },
    ),
    (
        "the only body of its sort, written great",
        "The Norlandic Fisheries Commission met in Oslo on Monday. The Commission said that no quota would rise.",
        {"organisation: Norlandic Fisheries Commission": ["Norlandic Fisheries Commission", "Commission"]},
    ),
    (
        "one of two bodies of its sort",
        "The Norlandic Fisheries Commission and the Harbour Safety Commission met. The Commission said nothing.",
        {"organisation: Norlandic Fisheries Commission": ["Norlandic Fisheries Commission"]},
    ),
    (
        "a body that the article writes small too",
        "The Norlandic Fisheries Commission met. Many wrote to the commission. The Commission said nothing.",
        {"organisation: Norlandic Fisheries Commission": ["Norlandic Fisheries Commission"]},
    ),
    (
        "what a body is stands first",
        "The debt is owed to Banco Veldra. Private station Radio Lion Mountain said that nobody paid.",
        {
            "organisation: Banco Veldra": ["Banco Veldra"],
            "organisation: Radio Lion Mountain": ["Radio Lion Mountain"],
        },
    ),
    (
        "a university by its first word",
        "Ada Lind teaches at Marlowe University. Her dean, said Marlowe, will stay until the spring of next year.",
        {"organisation: Marlowe University": ["Marlowe University", "Marlowe"]},
    ),
    (
        "a name behind the full stop of a firm",
        "Dennis Lindqvar is an analyst at Torvin & Co. Lindqvar cut his rating on Friday.",
        {"person: Dennis Lindqvar": ["Dennis Lindqvar", "Lindqvar"]},
    ),
    (
        "a court for one district",
        "A suit is pending before the U.S. District Court for the District of Delaware.",
        {
            "organisation: U.S. District Court for the District of Delaware": [
                "U.S. District Court for the District of Delaware"
            ]
        },
    ),
    (
        "an exchange where a price is told",
        "Shares of Veldra Inc. fell $2.25 to $43.50 on Nasdaq, while gold rose.",
        {"organisation: Nasdaq": ["Nasdaq"]},
    ),
    (
        "a council without what it does",
        "He sat on the Norlandic Foreshore Discernment Council. The Foreshore Council met on Monday in Oslo.",
        {
            "organisation: Norlandic Foreshore Discernment Council": [
                "Norlandic Foreshore Discernment Council",
                "Foreshore Council",
            ]
        },
    ),
    (
        "two committees of two chambers are two",
        "The Senate Oversight Committee met. The House Oversight and Reform Committee did not meet in May.",
        {
            "organisation: Senate Oversight Committee": ["Senate Oversight Committee"],
            "organisation: House Oversight and Reform Committee": ["House Oversight and Reform Committee"],
        },
    ),
    (
        "a committee on what it looks into",
        "She chaired the Senate Select Committee on Benghazi. It met in Oslo.",
        {
            "organisation: Senate Select Committee on Benghazi": ["Senate Select Committee on Benghazi"],
            "Benghazi": None,
        },
    ),
    (
        "a committee that sits somewhere",
        "The House Oversight Committee on Capitol Hill heard him.",
        {"organisation: House Oversight Committee": ["House Oversight Committee"]},
    ),
    (
        "a committee before its chairman",
        "The House Select Committee on Benghazi, Chairman Adam Lindqvist said, met in May.",
        {
            "organisation: House Select Committee on Benghazi": ["House Select Committee on Benghazi"],
            "person: Adam Lindqvist": ["Adam Lindqvist"],
        },
    ),
    (
        "a kingdom in a month",
        "She returned to the United Kingdom in March 2020.",
        {"place: United Kingdom": ["United Kingdom"]},
    ),
    (
        "a country in letters that end a sentence",
        "It sells in the U.S. Torvin Bank said profit fell.",
        {"place: United States": ["U.S."], "organisation: Torvin Bank": ["Torvin Bank"]},
    ),
    ("whoever is of a series of films", "Ada Torvik from the Harbour Nights series won fans.", {"Ada Torvik": None}),
    ("whose costumes they wear", "Fans in Ada Torvik costumes came.", {"Ada Torvik": None}),
    (
        "a town that a storm is called after",
        "Hurricane Florence moved on. They live in Florence.",
        {"place: Florence": ["Florence"]},
    ),
    (
        "a firm of whose things there are many",
        "Two ARMs were sold. ARM said its sales rose, and shares of ARM fell.",
        {"organisation: ARM": ["ARM", "ARM"]},
    ),
    (
        "a body called after a couple",
        "A grant came from the Bill and Melinda Lindqvist Foundation on Friday.",
        {"organisation: Bill and Melinda Lindqvist Foundation": ["Bill and Melinda Lindqvist Foundation"]},
    ),
    (
        "a mayor behind a town that nobody knows",
        "Mayor of Kalbyholm Peter Jedlinsky declared a day of mourning on Friday.",
        {"person: Peter Jedlinsky": ["Peter Jedlinsky"], "Kalbyholm Peter Jedlinsky": None},
    ),
    (
        "a firm of which a place is called, with its article and without",
        "Amazon said its sales rose. The fires in the Amazon rainforest went on.",
        {"place: Amazon": ["Amazon", "Amazon"]},
    ),
    (
        "a firm of which a place is called, alone",
        "I would never use an Amazon reader, and Amazon said its sales rose.",
        {"organisation: Amazon": ["Amazon", "Amazon"]},
    ),
    (
        "a firm whose handle the text gives",
        "We thank @kitforge for it. KitForge restored the files, and KitForge wrote to us. Users thanked KitForge.",
        {"organisation: KitForge": ["KitForge", "KitForge", "KitForge"]},
    ),
    (
        "a firm without what it makes",
        "The aircraft, a Boeing B-17 Flying Fortress, crashed on Monday.",
        {"organisation: Boeing": ["Boeing"]},
    ),
    (
        "a wife whose name the model takes for a body's",
        "In a statement, Maya Rockeymoore Cummings, his wife, thanked the hospital.",
        {"person: Maya Rockeymoore Cummings": ["Maya Rockeymoore Cummings"]},
    ),
    (
        "a co-developer is no firm",
        "Co-developer Jing Wang recounted how the coating was made.",
        {"person: Jing Wang": ["Jing Wang"]},
    ),
    (
        "a language is no place",
        "The tool is written in Python, and anybody can run it in Oslo.",
        {"Python": None, "place: Oslo": ["Oslo"]},
    ),
    (
        "what something is",
        "As a Level 1 Trauma Center, the hospital took them. It is a Foreign Terrorist Organization, he said.",
        {"Trauma Center": None, "Foreign Terrorist Organization": None},
    ),
    (
        "letters behind a time of day",
        "The aircraft landed at 7:38 pm IST in Oslo.",
        {"IST": None},
    ),
    (
        "letters of which there are many",
        "There were two PIs on the dig, he said. Ada Lind is the PI for Oslo, and PI of Bergen too.",
        {"PI": None},
    ),
    (
        "an office that the model takes for a body",
        "Greg Barton, Chair in Norse Politics at Oslo University, agreed.",
        {"Chair in Norse Politics": None},
    ),
    (
        "a team of a town with its nickname",
        "The majority owner of the Tulsa Roughnecks sold the team in Tulsa. The Roughnecks lost ten games.",
        {"organisation: Tulsa Roughnecks": ["Tulsa Roughnecks", "Roughnecks"]},
    ),
    (
        "a firm of which the model sees the first word",
        "The block went to London-listed Corran Petroleum, which stopped work.",
        {"organisation: Corran Petroleum": ["Corran Petroleum"]},
    ),
    (
        "whose a politician is",
        "Labour’s Denise Hackforth broke a deadlock at last night’s meeting.",
        {"person: Denise Hackforth": ["Denise Hackforth"]},
    ),
    (
        "towns that nobody knows",
        "The pool at nearby Brigsea was shut. Villagers at Karonga said on Sunday that catches fell.",
        {"place: Brigsea": ["Brigsea"], "place: Karonga": ["Karonga"]},
    ),
    (
        "a script for the air, in capitals",
        "TWO FACTIONS IN LIBERIA TOLD US THAT THE TRUCE HELD. A CONVOY OF THE UNITED NATIONS LEFT MONROVIA WEDNESDAY.",
        {
            "place: Liberia": ["LIBERIA"],
            "place: Monrovia": ["MONROVIA"],
            "organisation: United Nations": ["UNITED NATIONS"],
            "US": None,
        },
    ),
    (
        "letters whose long form goes on",
        "He is critical of DRM (digital rights management, the subject of the act). DRM is unjust, and so DRM must go.",
        {"DRM": None},
    ),
    (
        "a chamber behind its nation and before its speaker",
        "Yesterday, United States House of Representatives Speaker Ada Lindqvist agreed. The House met at noon.",
        {"organisation: House of Representatives": ["House of Representatives", "House"]},
    ),
    (
        "an airline by the nation that it is called after",
        "Airbus won an order from Qatar Airways for ten aircraft. Qatar has a previous order for two.",
        {"organisation: Qatar Airways": ["Qatar Airways", "Qatar"]},
    ),
    (
        "a nation beside its airline",
        "Airbus won an order from Qatar Airways. Qatar has a mild winter, and few live in Qatar.",
        {"place: Qatar": ["Qatar", "Qatar"]},
    ),
    (
        "a centre and what it is for",
        "The Norland Center for Investigative Journalism obtained the messages on Friday.",
        {"organisation: Norland Center for Investigative Journalism": ["Norland Center for Investigative Journalism"]},
    ),
    (
        "somebody whose office stands behind in capitals",
        "Knox Lindqvist, the Special Advisor to the President, spoke. K.C. Maurer, chief officer of it, agreed.",
        {"person: Knox Lindqvist": ["Knox Lindqvist"], "person: K.C. Maurer": ["K.C. Maurer"]},
    ),
    (
        "a boat",
        "The boat, Conception, caught fire. The Conception was built in Oslo.",
        {"Conception": None},
    ),
    (
        "a city called after a general",
        "There were ten in Davao and seven in General Santos City, officials said.",
        {"place: General Santos City": ["General Santos City"]},
    ),
    (
        "a speaker behind a chamber",
        "It named the Speaker of the House Linda Marlowe on Friday.",
        {"person: Linda Marlowe": ["Linda Marlowe"], "House Linda Marlowe": None},
    ),
    (
        "two bodies that each say what they are for",
        "The Center for Biological Diversity and Center for Food Safety requested protection in 2014.",
        {
            "organisation: Center for Biological Diversity": ["Center for Biological Diversity"],
            "organisation: Center for Food Safety": ["Center for Food Safety"],
        },
    ),
    (
        "two bodies with an article between, and one that has it in its name",
        "He wrote on Twitter the Federal Aviation Administration had closed it. The Bank of the West said so. "
        "She gave to Save the Children.",
        {
            "organisation: Twitter": ["Twitter"],
            "organisation: Federal Aviation Administration": ["Federal Aviation Administration"],
            "organisation: Bank of the West": ["Bank of the West"],
            "organisation: Save the Children": ["Save the Children"],
        },
    ),
    (
        "departments and ministries that say first or last what they are for",
        "The Department of Defense said no. The Defense Department said yes. The Ministry of Fisheries agreed with it. "
        "The Fisheries Ministry said so.",
        {
            "organisation: Department of Defense": ["Department of Defense", "Defense Department"],
            "organisation: Ministry of Fisheries": ["Ministry of Fisheries", "Fisheries Ministry"],
        },
    ),
    (
        "a regional government written small",
        "The Kurdistan regional government said so on Monday. In Kurdistan it rained.",
        {
            "organisation: Kurdistan regional government": ["Kurdistan regional government"],
            "place: Kurdistan": ["Kurdistan"],
        },
    ),
    (
        "a road that begins like a person",
        "Police closed Martine Avenue in Oslo. A bomb went off on Martine Avenue.",
        {"place: Martine Avenue": ["Martine Avenue", "Martine Avenue"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_of_bodies(read: Read, text: str, expected: Expected) -> None:
    check_names(read(text), expected)
