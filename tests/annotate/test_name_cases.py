"""Names in short texts: which are found, of which kind, and which mentions are one name's."""

from __future__ import annotations

import pytest

from briefing.annotate.names import find_names, merge_spans
from briefing.annotate.names.acronyms import abbreviated
from tests.annotate.named import Expected, Read, check_names

CASES: list[tuple[str, str, Expected]] = [
    (
        "a firm in capitals by the first of them",
        "“We like MARLOW,” he said. The MARLOW-made car was late. Shares of MARLOW COMPUTER CORP fell.",
        {"organisation: MARLOW COMPUTER CORP": ["MARLOW", "MARLOW COMPUTER CORP"]},
    ),
    (
        "a namesake behind an office of a place",
        "Usman Khan attacked two people in London. Khan was shot. “I am in awe,” tweeted Mayor of London Sadiq Khan.",
        {"person: Usman Khan": ["Usman Khan", "Khan"], "person: Sadiq Khan": ["Sadiq Khan"]},
    ),
    (
        "a surname alone that speaks",
        "The harbour was shut at noon. “Nobody told us why,” Brevik said.",
        {"person: Brevik": ["Brevik"]},
    ),
    (
        "a well-known surname without a given name",
        "Voters were asked whether they would support Trump again.",
        {"person: Trump": ["Trump"]},
    ),
    (
        "a speaker by surname, after the full name",
        "Ingrid Soltvedt runs the quay. The boats were late, Soltvedt said.",
        {"person: Ingrid Soltvedt": ["Ingrid Soltvedt", "Soltvedt"]},
    ),
    (
        "a title is no part of the name",
        "Prime Minister Ane Dahlgren met Gen. Pablo Merino. Mr Merino thanked Dahlgren.",
        {"person: Ane Dahlgren": ["Ane Dahlgren", "Dahlgren"], "person: Pablo Merino": ["Pablo Merino", "Merino"]},
    ),
    (
        "a nickname",
        "William Hartnell resigned on Monday. Bill Hartnell had led the bank for years.",
        {"person: William Hartnell": ["William Hartnell", "Bill Hartnell"]},
    ),
    (
        "a given name misspelt once",
        "Katharine Dunmore won. Later Katherine Dunmore thanked the voters. Dunmore will leave.",
        {"person: Katharine Dunmore": ["Katharine Dunmore", "Katherine Dunmore", "Dunmore"]},
    ),
    (
        "two people of one surname stay two",
        "James Rusk and his sister Clara Rusk own the mill.",
        {"person: James Rusk": ["James Rusk"], "person: Clara Rusk": ["Clara Rusk"]},
    ),
    (
        "a given name that is a particle elsewhere",
        "Ben Whitlock spoke first, then Oscar Whitlock and Anna Whitlock answered.",
        {"person: Ben Whitlock": ["Ben Whitlock"], "person: Oscar Whitlock": ["Oscar Whitlock"]},
    ),
    (
        "a possessive is no part of the name",
        "Maria Keller's office was closed. Keller’s lawyer said so.",
        {"person: Maria Keller": ["Maria Keller", "Keller"]},
    ),
    (
        "a person whose age is given",
        "The driver, Tomasz Wierzba, 45, was not hurt.",
        {"person: Tomasz Wierzba": ["Tomasz Wierzba"]},
    ),
    (
        "king and one name",
        "In the spring King Harald opened the bridge.",
        {"person: King Harald": ["King Harald"]},
    ),
    (
        "a demonym is no name",
        "Norwegian officials met Danes and a Turkish delegation.",
        {"Norwegian": None, "Danes": None},
    ),
    (
        "a demonym with a prefix is no name",
        "A Pan-European group met. The neo-Nazi march was banned.",
        {"Pan-European": None, "Nazi": None},
    ),
    (
        "what somebody is for or against is no mention",
        "The pro-Beijing camp lost six seats.",
        {"Beijing": None},
    ),
    (
        "the body of a nation",
        "Two hundred people were saved by the Indonesian Navy on Friday.",
        {"organisation: Indonesian Navy": ["Indonesian Navy"]},
    ),
    (
        "a nation's body, then without the nation",
        "The U.S. Coast Guard sent a ship. The Coast Guard found nobody.",
        {"organisation: U.S. Coast Guard": ["U.S. Coast Guard", "Coast Guard"]},
    ),
    (
        "the senate of an island is not the one in Washington",
        "The Senate of the island voted first. Later the U.S. Senate took note.",
        {"organisation: Senate": ["Senate"], "organisation: U.S. Senate": ["U.S. Senate"]},
    ),
    (
        "an acronym in brackets",
        "The Harbour Workers Relief Fund (HWRF) paid. The HWRF has 30 members.",
        {"organisation: Harbour Workers Relief Fund": ["Harbour Workers Relief Fund", "HWRF", "HWRF"]},
    ),
    (
        "an acronym in brackets whose letters stand within the words",
        "The jet belongs to Singapore Airlines (SIA). SIA ordered ten.",
        {"organisation: Singapore Airlines": ["Singapore Airlines", "SIA", "SIA"]},
    ),
    (
        "an acronym that nothing explains",
        "The hearings of the CRTC end on Friday.",
        {"organisation: CRTC": ["CRTC"]},
    ),
    ("an era is no organisation", "The observatory was built around 1900 BC by farmers.", {"BC": None}),
    (
        "a firm and its trade",
        "Fiat Group lost money last year. Fiat will close two plants.",
        {"organisation: Fiat": ["Fiat Group", "Fiat"]},
    ),
    (
        "a firm told by what it is",
        "The Norwegian carmaker Veldra, a company founded in 1999, opened a plant.",
        {"organisation: Veldra": ["Veldra"]},
    ),
    (
        "a firm told by its spokeswoman",
        "A Harley-Davidson spokeswoman said the plant would close.",
        {"organisation: Harley-Davidson": ["Harley-Davidson"]},
    ),
    (
        "a list of firms is no single one",
        "Leaders of Tesla, Uber and Toyota met in private.",
        {"organisation: Tesla": ["Tesla"], "organisation: Uber": ["Uber"], "organisation: Toyota": ["Toyota"]},
    ),
    (
        "the owner of a work is cut off",
        "Reviewers tried Apple Computer's Mac OS on Friday. Apple was pleased.",
        {"organisation: Apple": ["Apple Computer", "Apple"]},
    ),
    (
        "a place by its country",
        "The talks were held in Brumlow, Canada, and in Estrel, Spain, last week.",
        {"place: Brumlow": ["Brumlow"], "place: Estrel": ["Estrel"]},
    ),
    (
        "a river that the model takes for a person",
        "The greater part of the Danube Delta lies here, and the Danube is deep.",
        {"place: Danube Delta": ["Danube Delta"], "place: Danube": ["Danube"]},
    ),
    (
        "a place with its kind before it",
        "The banks of the Republic of Estrelia were closed.",
        {"place: Republic of Estrelia": ["Republic of Estrelia"]},
    ),
    (
        "a city with and without its kind",
        "The mayor of the City of Oakland left. He had led Oakland for years.",
        {"place: Oakland": ["City of Oakland", "Oakland"]},
    ),
    (
        "a convention centre is a building",
        "The fair fills the Marlow Convention Center until Sunday.",
        {"place: Marlow Convention Center": ["Marlow Convention Center"]},
    ),
    (
        "a preposition is no part of a place",
        "Near Palmyra, one strike destroyed a bridge.",
        {"place: Palmyra": ["Palmyra"]},
    ),
    ("a title alone is no name", "The Sultan left early, and the Governor stayed.", {"Sultan": None, "Governor": None}),
    (
        "common nouns in capitals are nobody",
        "The paper appeared in Nature Astronomy. Civic Platform lost the vote.",
        {"person: Nature Astronomy": None, "person: Civic Platform": None},
    ),
    (
        "a storm, and its name alone afterwards",
        "Tropical Storm Aldona grew on Sunday. Aldona, now Hurricane Aldona, hit Bermuda. Aldona weakened.",
        {"Aldona": None, "Hurricane Aldona": None, "place: Bermuda": ["Bermuda"]},
    ),
    (
        "a winter storm",
        "Storm Edmund struck Ireland on Friday. The army said that Edmund might turn south.",
        {"Edmund": None, "place: Ireland": ["Ireland"]},
    ),
    (
        "a ship, and its name alone afterwards",
        "Divers found the U.S.S. Harrow near Okinawa. The Harrow sank in 1944. Harrow carried eighty men.",
        {"Harrow": None, "U.S.S. Harrow": None},
    ),
    (
        "a ship told by what it is",
        "The ferry Ingrid Brevik left Oslo at noon.",
        {"Ingrid Brevik": None, "place: Oslo": ["Oslo"]},
    ),
    (
        "a television show",
        "She was one of the stars on reality television show Tannery House. Fans of Tannery House wept.",
        {"Tannery House": None},
    ),
    (
        "an operating system",
        "The firm showed its new desktop operating system, Snow Heron, on Monday.",
        {"Snow Heron": None},
    ),
    (
        "a currency is no place",
        "The jet cost 300 million US dollars, or US$ 300 million.",
        {"United States": None, "US": None},
    ),
    (
        "a short form of equipment is no organisation",
        "The CCTV showed the door. The XML was lost.",
        {"CCTV": None, "XML": None},
    ),
    (
        "a conference is an event",
        "They met at the Harbour Engineers Conference in Oslo.",
        {"Harbour Engineers Conference": None, "place: Oslo": ["Oslo"]},
    ),
    (
        "counties",
        "Schools in County Mayo, County Kerry and County Limerick stay shut.",
        {
            "place: County Mayo": ["County Mayo"],
            "place: County Kerry": ["County Kerry"],
            "place: County Limerick": ["County Limerick"],
        },
    ),
    (
        "a given name of two parts",
        "Nils-Erik Haugstad of the harbour office said on Tuesday that nobody was hurt.",
        {"person: Nils-Erik Haugstad": ["Nils-Erik Haugstad"]},
    ),
    (
        "a role with its country before the name",
        "Current Prime Minister of India Narendra Modi wrote on Monday that he was sad.",
        {"person: Narendra Modi": ["Narendra Modi"]},
    ),
    (
        "a French form of address",
        "Emily Sandon left the court. Mme Sandon said nothing.",
        {"person: Emily Sandon": ["Emily Sandon", "Sandon"]},
    ),
    (
        "a body for two things",
        "In April, the Harbour Oversight and Reform Committee asked for papers. The papers came late.",
        {"organisation: Harbour Oversight and Reform Committee": ["Harbour Oversight and Reform Committee"]},
    ),
    (
        "two bodies stay two",
        "Officials of the Justice Department and Microsoft met on Friday.",
        {"organisation: Microsoft": ["Microsoft"]},
    ),
    (
        "a hospital for two things, and whose it is",
        "He died at the Army's Research and Referral Hospital, in New Delhi.",
        {"organisation: Research and Referral Hospital": ["Research and Referral Hospital"], "Referral Hospital": None},
    ),
    (
        "a country at the end of a firm's name",
        "Sky News reported that Netflix Japan had delayed the show. Japan was surprised.",
        {"place: Japan": ["Japan"]},
    ),
    (
        "a name that repeats its place",
        "Workers at the Norham Assembly of Norham went home.",
        {"Norham Assembly of Norham": None},
    ),
    (
        "the chamber without the rest of its name",
        "He left the U.S. House of Representatives in 2009. The House voted later.",
        {"organisation: U.S. House of Representatives": ["U.S. House of Representatives", "House"]},
    ),
    (
        "a party that is a congress",
        "She joined the Indian National Congress (INC) early. For the Congress, she was the helmsman.",
        {"organisation: Indian National Congress": ["Indian National Congress", "INC", "Congress"]},
    ),
    (
        "a surname that may be another bearer's is nobody's",
        "Hana Brevik has died. Hana Brevik was 22. Her mother is Kyoko Brevik.\nBrevik had many friends.",
        {"person: Hana Brevik": ["Hana Brevik", "Hana Brevik"], "person: Kyoko Brevik": ["Kyoko Brevik"]},
    ),
    (
        "a firm whose name without its form is a common word",
        "According to Wrestling Inc, she was sad. Wrestling Inc has thirty staff, and Wrestling Inc is old.",
        {"Wrestling": None},
    ),
    (
        "a firm with its legal form, and without",
        "Marlowe Motor Co Ltd shares rose in Oslo. Marlowe lost money. Marlowe's chief resigned.",
        {"organisation: Marlowe Motor Co": ["Marlowe Motor Co Ltd", "Marlowe", "Marlowe"]},
    ),
    (
        "a firm that the model takes for a person",
        "France's Alsten SA called off the talks. Alsten's shares fell, and Alsten closed a plant.",
        {"organisation: Alsten": ["Alsten SA", "Alsten", "Alsten"]},
    ),
    (
        "initials that count the small word",
        "The People's Bank of Norland held rates. The PBON has cut twice.",
        {"organisation: People's Bank of Norland": ["People's Bank of Norland", "PBON"]},
    ),
    (
        "an acronym between commas",
        "Norland Telecommunications Plc, or NT, lost money. NT is merging with a rival.",
        {"organisation: Norland Telecommunications": ["Norland Telecommunications Plc", "NT", "NT"]},
    ),
    (
        "an acronym in a body's own language",
        "The Norland Workers Party ( NKP ) met on Friday. The NKP has nine seats.",
        {"organisation: Norland Workers Party": ["Norland Workers Party", "NKP", "NKP"]},
    ),
    (
        "a series with an acronym is no body",
        "It was part of the Interview of the Month (IOTM) on Friday.",
        {"Interview of the Month": None, "IOTM": None},
    ),
    (
        "text that was cut into words",
        "Rebels held on in Khasevort . The army 's chief left .",
        {"place: Khasevort": ["Khasevort"]},
    ),
    (
        "the place of a dateline, and its agency",
        "DETROIT, Aug 22 (Reuters) - Marlowe Motor Co said on Monday that it would close a plant near Detroit.",
        {"place: Detroit": ["DETROIT", "Detroit"], "organisation: Reuters": ["Reuters"]},
    ),
    (
        "two places of a dateline",
        "BERLIN/PARIS (AP) — Talks began on Monday, officials in Paris said.",
        {"place: Berlin": ["BERLIN"], "place: Paris": ["PARIS", "Paris"], "organisation: AP": ["AP"]},
    ),
    (
        "a dateline that is a line with a date",
        "Police seize boats .\nBANGKOK 1996-12-02\nPolice said on Monday that they had two boats .",
        {"place: Bangkok": ["BANGKOK"]},
    ),
    (
        "a headline in capitals has the names of the text",
        "NORLAND LINES SUES BREVIK OVER PORT\nNorland Lines Plc sued Ingrid Brevik on Friday. Brevik left Oslo.",
        {
            "organisation: Norland Lines": ["NORLAND LINES", "Norland Lines Plc"],
            "person: Ingrid Brevik": ["BREVIK", "Ingrid Brevik", "Brevik"],
        },
    ),
    (
        "nations that play",
        "England beat Australia by five wickets on Sunday. Australia, who lead the series 2-1, were out for 224.",
        {"organisation: England": ["England"], "organisation: Australia": ["Australia", "Australia"]},
    ),
    (
        "a nation that is beaten in no game",
        "Norway beat Finland to the contract on Sunday. Talks in Finland went on.",
        {"place: Norway": ["Norway"], "place: Finland": ["Finland", "Finland"]},
    ),
    (
        "both sides of results",
        "Results of matches played on Friday: Bochum 2 Bayer Leverkusen 2; Karlsruhe 3 Freiburg 0.",
        {
            "organisation: Bochum": ["Bochum"],
            "organisation: Bayer Leverkusen": ["Bayer Leverkusen"],
            "organisation: Karlsruhe": ["Karlsruhe"],
            "organisation: Freiburg": ["Freiburg"],
        },
    ),
    (
        "a player by the nation in brackets",
        "1 - Tomas Enkvist ( Sweden ) beat Martin Dahm ( Czech Republic ) 6-4 6-2",
        {"person: Tomas Enkvist": ["Tomas Enkvist"], "person: Martin Dahm": ["Martin Dahm"]},
    ),
    (
        "a form of address tells husband and wife apart",
        "Bill Marlow and his wife, Hillary Marlow, came. Mrs. Marlow spoke first. Mr. Marlow waved.",
        {
            "person: Bill Marlow": ["Bill Marlow", "Marlow"],
            "person: Hillary Marlow": ["Hillary Marlow", "Marlow"],
        },
    ),
    (
        "a form of address that fits nobody named",
        "Robert Harlow left the court. Frau Harlow stayed at home.",
        {"person: Robert Harlow": ["Robert Harlow"]},
    ),
    (
        "two brothers in one paragraph",
        "John Brevik, 34, and his brother Peter Brevik, 29, were held.\nPolice said Brevik had confessed.",
        {"person: John Brevik": ["John Brevik"], "person: Peter Brevik": ["Peter Brevik"]},
    ),
    (
        "father and son told apart by their initials",
        "George W. Harlow met his father, George H.W. Harlow, in Maine.",
        {"person: George W. Harlow": ["George W. Harlow"], "person: George H.W. Harlow": ["George H.W. Harlow"]},
    ),
    (
        "with accents and without",
        "Jarosław Kaczmarski spoke. Jaroslaw Kaczmarski left, and Kaczmarski rested.",
        {"person: Jarosław Kaczmarski": ["Jarosław Kaczmarski", "Jaroslaw Kaczmarski", "Kaczmarski"]},
    ),
    (
        "Monsieur",
        "President Emmanuel Macron met her. M. Macron left early.",
        {"person: Emmanuel Macron": ["Emmanuel Macron", "M. Macron"]},
    ),
    (
        "a firm by its founder's surname",
        "H.J. Hartz Co. is in talks. Hartz shares rose, and Hartz hired a bank.",
        {"organisation: H.J. Hartz Co.": ["H.J. Hartz Co.", "Hartz", "Hartz"]},
    ),
    (
        "a surname that has meant the main bearer still does",
        "Elijah Brevik died. Brevik was 68.\n"
        "His parents, Robert Brevik and Ruth Brevik, were farmers. Brevik became a lawyer.",
        {
            "person: Elijah Brevik": ["Elijah Brevik", "Brevik", "Brevik"],
            "person: Ruth Brevik": ["Ruth Brevik"],
        },
    ),
    (
        "a firm by its analyst",
        "Brookvale Economics analyst Paul Nesbitt agreed. “It is over,” said Julian Marlow of Tarlow Economics.",
        {"organisation: Brookvale Economics": ["Brookvale Economics"], "person: Julian Marlow": ["Julian Marlow"]},
    ),
    (
        "a nation before a title",
        "United States Representative Elijah Brevik has died. Brevik was 68.",
        {"person: Elijah Brevik": ["Elijah Brevik", "Brevik"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_of_short_texts(read: Read, text: str, expected: Expected) -> None:
    check_names(read(text), expected)


def test_a_role_never_holds_somebody_elses_name(read: Read) -> None:
    text = "The poll has Party nominee Joan Biddle leading President Omar Trant. Trant laughed."
    roles = {name.name: name.roles for name in find_names(read(text))}
    assert not any("Biddle" in role for role in roles["Omar Trant"])


@pytest.mark.parametrize(
    ("text", "name", "roles"),
    [
        ("Sophie Obanda, another lawyer for the victim, wept.", "Sophie Obanda", ("lawyer for the victim",)),
        ("Tim Marlow, formerly a deputy administrator, left.", "Tim Marlow", ("formerly deputy administrator",)),
        ("The amateur researcher and systems engineer Anna Lindqvist found it.", "Anna Lindqvist", None),
        ("Fans adored star Anna Lindqvist in Oslo.", "Anna Lindqvist", ()),
    ],
)
def test_roles_say_what_somebody_is(read: Read, text: str, name: str, roles: tuple[str, ...] | None) -> None:
    found = {one.name: one.roles for one in find_names(read(text))}
    assert found[name] == roles if roles is not None else found[name] != ("engineer",)


def test_spans_found_elsewhere_are_merged_alike(read: Read) -> None:
    text = "Prime Minister Ane Dahlgren spoke. Dahlgren left Oslo."
    spans = [(1, 0, 27), (1, 35, 43)]
    names = merge_spans(read(text), [(*span, "person") for span in spans])
    assert [[mention.text for mention in name.mentions] for name in names] == [["Ane Dahlgren", "Dahlgren"]]


def test_two_letters_that_have_changed_places_are_a_slip(read: Read) -> None:
    text = "Chrysler will close. Chrysler is old. Unlike Chrylser, Chrystal pays."
    spans = [(1, 0, 8), (1, 21, 29), (1, 45, 53), (1, 55, 63)]
    names = merge_spans(read(text), [(*span, "organisation") for span in spans])
    assert [(name.name, len(name.mentions)) for name in names] == [("Chrysler", 3), ("Chrystal", 1)]


def test_spans_without_a_kind_are_given_one(read: Read) -> None:
    text = "GERMAN ships left Norland Lines Plc. Germany and Norland Lines waited."
    spans = [(1, 0, 6), (1, 18, 35), (1, 37, 44), (1, 49, 62)]
    names = merge_spans(read(text), [(*span, None) for span in spans])
    assert [(name.name, len(name.mentions)) for name in names] == [("Germany", 2), ("Norland Lines", 2)]


def test_a_dash_in_an_organisation_has_no_initial() -> None:
    assert abbreviated(["Alba Vey - Boro Oil"])["AVBO"] == "Alba Vey - Boro Oil"
