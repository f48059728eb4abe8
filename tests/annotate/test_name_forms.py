"""Short forms, buildings, publications, and spans of the language model that hold too much or too little."""

from __future__ import annotations

import pytest

from tests.annotate.named import Expected, Read, check_names

CASES: list[tuple[str, str, Expected]] = [
    (
        "the tail of a longer name",
        "The National Search and Rescue Agency sent boats. The Search and Rescue Agency found nobody.",
        {
            "organisation: National Search and Rescue Agency": [
                "National Search and Rescue Agency",
                "Search and Rescue Agency",
            ]
        },
    ),
    (
        "the tail of two longer names is neither",
        "The Norland Rescue Agency and the Coastal Rescue Agency met. The Rescue Agency has ten boats.",
        {"organisation: Norland Rescue Agency": ["Norland Rescue Agency"]},
    ),
    (
        "a party without the word",
        "The Alliance Party met on Friday in Oslo. Members of the Alliance said that the vote was close.",
        {"organisation: Alliance Party": ["Alliance Party", "Alliance"]},
    ),
    (
        "a body without what it is of",
        "The Port Authority of Ostby paid on Friday. The Port Authority has no funds.",
        {"organisation: Port Authority of Ostby": ["Port Authority of Ostby", "Port Authority"]},
    ),
    (
        "the parliament of a nation",
        "The Parliament of Iraq voted on Sunday. Parliament's decision was welcomed.",
        {"organisation: Parliament of Iraq": ["Parliament of Iraq", "Parliament"]},
    ),
    (
        "a court of a nation, shorter",
        "The Italian Supreme Court of Cassation ruled on Monday. The Supreme Court gave no reasons.",
        {"organisation: Italian Supreme Court of Cassation": ["Italian Supreme Court of Cassation", "Supreme Court"]},
    ),
    (
        "a short word within a name and in its initials",
        "The UN Security Council voted on Friday. Diplomats said the UNSC was split.",
        {"organisation: UN Security Council": ["UN Security Council", "UNSC"]},
    ),
    (
        "a firm by the word before its trade",
        "Kestrelva Capital Management bought the plant. Kestrelva paid in cash, and Kestrelva hired staff.",
        {"organisation: Kestrelva Capital Management": ["Kestrelva Capital Management", "Kestrelva", "Kestrelva"]},
    ),
    (
        "a province and its letters",
        "A baby was found in British Columbia (B.C.) on Monday. Police in B.C. said so.",
        {"place: British Columbia": ["British Columbia", "B.C.", "B.C."]},
    ),
    (
        "a system is no body",
        "Ships use the Automatic Harbour Identification System (AHIS). The AHIS was off.",
        {"AHIS": None, "Automatic Harbour Identification System": None},
    ),
    (
        "a benefit is no body, its letters first",
        "He said ARBX (Aid and Relief Benefit Xtra) payments had risen. Most ARBX money is spent.",
        {"ARBX": None},
    ),
    (
        "plain words are no body",
        "Researchers used rapid polymer testing (RPT). The RPT took an hour.",
        {"RPT": None},
    ),
    (
        "initials of another language after a union",
        "The Union of Teachers and Readers (UNDL) sued. The UNDL won.",
        {
            "organisation: Union of Teachers and Readers": [
                "Union of Teachers and Readers",
                "UNDL",
                "UNDL",
            ]
        },
    ),
    (
        "letters of another language after a party of two words",
        "The Free Citizens Movement (MLB) and the Liberal Alliance (PLX) met. The PLX left.",
        {"organisation: Liberal Alliance": ["Liberal Alliance", "PLX", "PLX"]},
    ),
    (
        "a station in space is a place",
        "The crew of the International Harbor Station (IHS) slept. The IHS was built in 1998.",
        {"place: International Harbor Station": ["International Harbor Station", "IHS", "IHS"]},
    ),
    (
        "an airport called after a person",
        "The plane is due at New York's John F. Kennedy airport at noon.",
        {"place: John F. Kennedy airport": ["John F. Kennedy airport"]},
    ),
    (
        "a base called after a general",
        "The soldiers live at General Bernardo O'Higgins Base in the far south.",
        {"place: General Bernardo O'Higgins Base": ["General Bernardo O'Higgins Base"]},
    ),
    (
        "a person at a known house is nobody's building",
        "Former Bill Clinton White House aide Joe Lockridge spoke.",
        {"person: Bill Clinton": ["Bill Clinton"], "organisation: White House": ["White House"]},
    ),
    (
        "a telescope called after a person",
        "Pictures of the James Webb space telescope were shown on Monday.",
        {"James Webb": None},
    ),
    (
        "a court with its district",
        "She was sued in the US District Court for the Western District of Virginia on Friday.",
        {
            "organisation: United States District Court for the Western District of Virginia": None,
            "organisation: US District Court for the Western District of Virginia": [
                "US District Court for the Western District of Virginia"
            ],
            "place: Virginia": None,
        },
    ),
    (
        "a prison, a mosque and a cemetery",
        "He was held at Corvane State Prison, prayed at the Sultan Karim Grand Mosque.",
        {
            "place: Corvane State Prison": ["Corvane State Prison"],
            "place: Sultan Karim Grand Mosque": ["Sultan Karim Grand Mosque"],
        },
    ),
    (
        "a school of law is no law",
        "Professor Ada Lind of Norham University School of Law writes.",
        {"organisation: Norham University School of Law": ["Norham University School of Law"]},
    ),
    (
        "a journal by what is published in it",
        "The findings were published on Tuesday in Nature Oceanography by a team of five.",
        {"organisation: Nature Oceanography": ["Nature Oceanography"]},
    ),
    (
        "proceedings and a bulletin",
        "The Proceedings of the Norland Academy of Sciences printed it, according to Maritime Bulletin.",
        {
            "organisation: Proceedings of the Norland Academy of Sciences": [
                "Proceedings of the Norland Academy of Sciences"
            ],
            "organisation: Maritime Bulletin": ["Maritime Bulletin"],
        },
    ),
    (
        "a person's body",
        "Donald Trump spoke on Friday. Although Trump's State Department asked for calm, nobody listened.",
        {"person: Donald Trump": ["Donald Trump", "Trump"], "organisation: State Department": ["State Department"]},
    ),
    (
        "a person before a body",
        "Protesters remembered the Brett Kavanaugh Supreme Court hearings.",
        {"person: Brett Kavanaugh": ["Brett Kavanaugh"], "organisation: Supreme Court": ["Supreme Court"]},
    ),
    (
        "a body before a person",
        "The director of the Council on American-Islamic Relations Alia Salem said so.",
        {"person: Alia Salem": ["Alia Salem"]},
    ),
    (
        "two people by surname",
        "Eva Harlow and William Barone were convicted. The case was about Harlow and Barone's convictions.",
        {
            "person: Eva Harlow": ["Eva Harlow", "Harlow"],
            "person: William Barone": ["William Barone", "Barone"],
        },
    ),
    (
        "a first name that the model takes for a place",
        "The party nominated Rocky Calderon. Some vote for Rocky because of his Hispanic name.",
        {"person: Rocky Calderon": ["Rocky Calderon", "Rocky"]},
    ),
    (
        "a surname that the model overlooks",
        "Attorney Robert Sarvik answered questions. Sarvik has garnered votes, and Sarvik notes he favors choice.",
        {"person: Robert Sarvik": ["Robert Sarvik", "Sarvik", "Sarvik"]},
    ),
    (
        "a name with particles whose last word is a word",
        "Qadur bin Said, the Sultan of Norland, died. Officials said Qadur was 79.",
        {"person: Qadur bin Said": ["Qadur bin Said", "Qadur"]},
    ),
    (
        "a credit is no part of a name",
        "Texas student Ahmed Mohamed Image: Twitter.",
        {"person: Ahmed Mohamed": ["Ahmed Mohamed"]},
    ),
    (
        "an office is no name",
        "Erwin Harlow, Dean of the School of Law, and whoever is eligible to the Office of President may vote.",
        {"Dean": None, "Office of President": None},
    ),
    (
        "an acronym of the text's own",
        "She won a game against Grand Master (GM) Alexander Huzman in June.",
        {"person: Alexander Huzman": ["Alexander Huzman"], "GM": None},
    ),
    ("an interviewer's label", "((WN)) What prompted your interest?\n((WN)) And then?", {"WN": None}),
    (
        "letters behind a person",
        "Ann Chiang of DABR and Paul Leung of BPAX lost.",
        {"organisation: BPAX": ["BPAX"]},
    ),
    (
        "places in a row",
        "The army pushed them out of Kobanya, Carmenta, Lanuza, and Cortesa.",
        {"place: Kobanya": ["Kobanya"], "place: Carmenta": ["Carmenta"]},
    ),
    (
        "a city is no club",
        "Tandag City, the capital of the province, lies in the south. Police in Tandag City said so.",
        {"place: Tandag City": ["Tandag City", "Tandag City"]},
    ),
    (
        "a place as its text spells it",
        "The firm is based in San Jose, California. The army left Raqqah.",
        {"place: San Jose": ["San Jose"], "place: Raqqah": ["Raqqah"]},
    ),
    (
        "a nation by its abbreviation",
        "The U.S. and the UK agreed.",
        {"place: United States": ["U.S."], "place: United Kingdom": ["UK"]},
    ),
    (
        "a centre where something stands",
        "He spoke at the Moscone Center in San Francisco on Monday.",
        {"place: Moscone Center": ["Moscone Center"]},
    ),
    (
        "a centre that says something",
        "The National Hurricane Center said on Monday that the storm was weak.",
        {"organisation: National Hurricane Center": ["National Hurricane Center"]},
    ),
    (
        "two agencies of a dateline",
        "OSTBY, July 16 (Xinhua-AFP) - Prosecutors have charged the owner of a shipyard.",
        {"organisation: Xinhua": ["Xinhua"], "organisation: AFP": ["AFP"]},
    ),
    (
        "an agency that is no abbreviation",
        "VIENNA (Dow Jones)--Austrian police have arrested Tomas Brevik, a trader.",
        {"organisation: Dow Jones": ["Dow Jones"], "person: Tomas Brevik": ["Tomas Brevik"]},
    ),
    (
        "the first of a couple, whom nothing else names",
        "Their hosts, Joanne and Edward Corrin, left early. “We were tired,” Joanne said.",
        {"person: Joanne": ["Joanne", "Joanne"], "person: Edward Corrin": ["Edward Corrin"]},
    ),
    (
        "who stands before a couple is whole",
        "The court freed Bridget Anne Kelly and William Baronel on Friday.",
        {"person: Bridget Anne Kelly": ["Bridget Anne Kelly"], "person: William Baronel": ["William Baronel"]},
    ),
    (
        "a surname whose particle opens a sentence",
        "Karel van Heusden whistled. Van Heusden had chartered a coach.",
        {"person: Karel van Heusden": ["Karel van Heusden", "Van Heusden"]},
    ),
    (
        "a firm with its form before it",
        "The gas company OAO Norvagas sold a field. Norvagas had no comment.",
        {"organisation: Norvagas": ["OAO Norvagas", "Norvagas"]},
    ),
    (
        "a firm without its form, which the model overlooks",
        "A contract went to Prairie Reclaim LLC, a company of his. Prairie Reclaim was sold last year.",
        {"organisation: Prairie Reclaim": ["Prairie Reclaim LLC", "Prairie Reclaim"]},
    ),
    (
        "a law firm of several partners",
        "A lawyer at Yoonsel, Hanverd & Partners read a statement.",
        {"organisation: Yoonsel, Hanverd & Partners": ["Yoonsel, Hanverd & Partners"]},
    ),
    (
        "a hospital called after a saint",
        "He spoke from St. Brendan's Hospital in Crewe.",
        {"organisation: St. Brendan's Hospital": ["St. Brendan's Hospital"]},
    ),
    (
        "a firm written as one word with capitals within",
        "Police held the head of Ukrainian gas trader NorvaGasTrans on Friday.",
        {"organisation: NorvaGasTrans": ["NorvaGasTrans"]},
    ),
    (
        "a nation whose name is somebody's surname too",
        "OSTBY, Jan 9 (AP) - Jordan urged its neighbours to talk. Senator Everett Jordan, who is to visit, agreed.",
        {"place: Jordan": ["Jordan"], "person: Everett Jordan": ["Everett Jordan"]},
    ),
    (
        "a body known by a word of its letters",
        "She told the Maritime Industry Authority, known as Marina, to explain it. Marina officials had left.",
        {"organisation: Maritime Industry Authority": ["Maritime Industry Authority", "Marina", "Marina"]},
    ),
    (
        "the district of an attorney's office is no place",
        "“Who won it?” asked U.S. Attorney Renata Kowal. The U.S. Senate had asked too.",
        {"person: Renata Kowal": ["Renata Kowal"], "United States": None, "U.S.": None},
    ),
    (
        "a firm's name goes on to its form",
        "The lessor Kilbrann Aviation Finance DAC of Dublin wants it back.",
        {"organisation: Kilbrann Aviation Finance": ["Kilbrann Aviation Finance DAC"]},
    ),
    (
        "a developer with a place's name for a surname",
        "It went to a company owned by developer Peter Lincoln. Lincoln pleaded guilty in June.",
        {"person: Peter Lincoln": ["Peter Lincoln", "Lincoln"]},
    ),
    (
        "a brother and a sister of one surname",
        "The court barred the elder son, Bae Ji-rok, from voting. His sister, Bae Soo-wen, smiled. “I want"
        " what he wants,” Ms. Bae said.",
        {"person: Bae Ji-rok": ["Bae Ji-rok"], "person: Bae Soo-wen": ["Bae Soo-wen", "Bae"]},
    ),
    (
        "the head of a firm is none",
        "Police arrested Valeriy Stepanovych Hirka, the former head of gas trader Norvaz, on Friday. Hirka was ill.",
        {"person: Valeriy Stepanovych Hirka": ["Valeriy Stepanovych Hirka", "Hirka"]},
    ),
    (
        "the first of a couple is nobody else of that first name",
        "Guests were Mark and Patricia Kessler of St. Louis. The chairman, Mark Brevik, left early.",
        {
            "person: Mark Brevik": ["Mark Brevik"],
            "person: Patricia Kessler": ["Patricia Kessler"],
            "person: Mark": ["Mark"],
        },
    ),
    (
        "a name that begins like a verb",
        "The builders are Don't Hug Cacti. They work under the name Don't Hug Cacti.",
        {"organisation: Don't Hug Cacti": ["Don't Hug Cacti", "Don't Hug Cacti"]},
    ),
    (
        "a place before a person",
        "Today, Chief Executive of Hong Kong Carrie Marlow delivered her policy speech.",
        {"person: Carrie Marlow": ["Carrie Marlow"], "place: Hong Kong": ["Hong Kong"]},
    ),
    (
        "a body that the model overlooks",
        "The Deseret News observed that the word was used a million times.",
        {"organisation: Deseret News": ["Deseret News"]},
    ),
    (
        "where a bus goes to",
        "A bus from Smolvik to Kalunga on Sunday overturned, according to the mayor of Yartsevo via an agency.",
        {"place: Kalunga": ["Kalunga"], "place: Yartsevo": ["Yartsevo"]},
    ),
    (
        "a firm by its form",
        "Norhamar Ltda said on Monday that it would build a mill near Lisbon. Norhamar made a loss last year.",
        {"organisation: Norhamar": ["Norhamar Ltda", "Norhamar"]},
    ),
    (
        "a firm by the word that it ends in",
        "The shares were sold to Lindqvist Capital on Friday, and to Orholm Photonics.",
        {
            "organisation: Lindqvist Capital": ["Lindqvist Capital"],
            "organisation: Orholm Photonics": ["Orholm Photonics"],
        },
    ),
    (
        "an index is none",
        "In Hong Kong the Hang Seng closed 2.1% higher, and the AEX slipped.",
        {"place: Hong Kong": ["Hong Kong"], "Hang Seng": None, "AEX": None},
    ),
    (
        "an embassy",
        "They left flowers at the US Embassy in Oslo.",
        {"organisation: US Embassy": ["US Embassy"], "place: Oslo": ["Oslo"]},
    ),
    (
        "a title of elsewhere",
        "It was said that Cde Mugara, the party's leader, would come.",
        {"person: Mugara": ["Mugara"]},
    ),
    (
        "a given name of elsewhere",
        "Inês Roriz, who runs the bank, wept.",
        {"person: Inês Roriz": ["Inês Roriz"]},
    ),
    (
        "a nickname within",
        "Rosa María “Chata” Bellmer, who runs a list, spoke. He saw Devraj “Dev” Marlow in Oslo.",
        {
            "person: Rosa María “Chata” Bellmer": ["Rosa María “Chata” Bellmer"],
            "person: Devraj “Dev” Marlow": ["Devraj “Dev” Marlow"],
        },
    ),
    (
        "two surnames with 'e' between",
        "The chairman, Duarte Vasconcelos e Marlow, told reporters that the bid was fair.",
        {"person: Duarte Vasconcelos e Marlow": ["Duarte Vasconcelos e Marlow"]},
    ),
    (
        "a court of a place",
        "The search had been authorised by the District Court of Reykjavik on Friday.",
        {"organisation: District Court of Reykjavik": ["District Court of Reykjavik"], "Reykjavik": None},
    ),
    (
        "where somebody works",
        "That came as a surprise, said Marcus Tillmark, a portfolio manager at Gable & Rowan in Lincoln, Nebraska.",
        {"organisation: Gable & Rowan": ["Gable & Rowan"]},
    ),
    (
        "what speaks of itself as of a thing",
        "Veldhaven said on Friday that its plant in Ohio would close. Veldhaven has nine plants.",
        {"organisation: Veldhaven": ["Veldhaven", "Veldhaven"]},
    ),
    (
        "a legal form behind the name",
        "Inspectors asked about the money that was lent to Blasker ehf. by the bank. Blasker said nothing.",
        {"organisation: Blasker": ["Blasker ehf.", "Blasker"]},
    ),
    (
        "a paper's day",
        "The Sunday Courier alleged in 1997 that he had lied.",
        {"organisation: Sunday Courier": ["Sunday Courier"]},
    ),
    (
        "a place with a particle",
        "They live near Viana do Castelmar, in Portugal.",
        {"place: Viana do Castelmar": ["Viana do Castelmar"], "place: Portugal": ["Portugal"]},
    ),
    (
        "a yacht",
        "A yacht, the Doña Marina, had been bought with the money. The Navy's supply ship Isla Verde left.",
        {"Doña Marina": None, "Marina": None, "Isla Verde": None},
    ),
    (
        "somebody's office within the model's span",
        "It was told in a statement by the Presidential Spokesperson Harry Marlow.",
        {"person: Harry Marlow": ["Harry Marlow"]},
    ),
    (
        "an index by its publisher's name",
        "The Dow Jones surged 200 points, and the Nasdaq was up nine. A Dow Jones reporter, Ada Lind, left.",
        {"Nasdaq": None, "organisation: Dow Jones": ["Dow Jones"]},
    ),
    (
        "the exchange",
        "Its shares began trading on the Nasdaq on Friday in New York.",
        {"organisation: Nasdaq": ["Nasdaq"]},
    ),
    (
        "a name at birth",
        "Robert Hunter died on Monday. Born Robert Kessler in Oslo, Hunter took his stepfather's name.",
        {"person: Robert Hunter": ["Robert Hunter", "Hunter"], "Robert Kessler": None},
    ),
    (
        "who took a picture",
        "Fire in the frame. Image: Mano Barth. It was put out by Paul Kessler of the fire brigade.",
        {"person: Paul Kessler": ["Paul Kessler"], "Mano Barth": None},
    ),
    (
        "a map's legend",
        "██ Tahrir al-Lind\nThe war goes on in Syria.",
        {"Tahrir al-Lind": None, "place: Syria": ["Syria"]},
    ),
    (
        "another language",
        "He wrote: “Nuestras acciones ilegales son justas.” Nobody agreed.",
        {"Nuestras": None},
    ),
    (
        "a party of no one's name",
        "He joined the Communist Party in 1990.",
        {"organisation: Communist Party": ["Communist Party"]},
    ),
    (
        "a person before a known body",
        "In 1984 Geraldine Kessler ran, making Kessler the Democratic Party's first candidate of all.",
        {"person: Geraldine Kessler": ["Geraldine Kessler", "Kessler"], "Kessler the Democratic Party": None},
    ),
    (
        "a post in brackets",
        "The Divisional Railway Manager (DRM) of Ostby came. The DRM spoke on Friday, and the DRM left.",
        {"Divisional Railway Manager": None, "DRM": None},
    ),
    (
        "an embassy's office",
        "The U.S. Embassy Chargé d’Affaires visited Baghdad. The US Embassy Spokesman said so.",
        {"place: Baghdad": ["Baghdad"], "U.S. Embassy Chargé d’Affaires": None},
    ),
    (
        "a secret project",
        "The troubles came from his part in Project Mindray, a programme to test drugs on citizens.",
        {"Project Mindray": None},
    ),
    (
        "believers in something",
        "He is a self-described Libertarian Socialist and lives in Boston.",
        {"place: Boston": ["Boston"], "Libertarian Socialist": None},
    ),
    (
        "an index beside its publisher",
        "The Dow Jones fell below 9,000. It was told by Dow Jones. The Dow Jones fell 678 points.",
        {"organisation: Dow Jones": ["Dow Jones"]},
    ),
    (
        "a rank without its full stop",
        "Maj. Gen. Gary Marlow and Navy Capt. Jeff Kessler spoke in Oslo.",
        {
            "person: Gary Marlow": ["Gary Marlow"],
            "person: Jeff Kessler": ["Jeff Kessler"],
            "Gen": None,
            "Navy Capt": None,
        },
    ),
    ("an order", "“Tell Josh I like him,” he said. Josh Lindqvist left.", {"Tell Josh": None}),
    (
        "an abbreviated state",
        "He is due in Youngstown on Saturday and in Erie, Pa., on Monday.",
        {"place: Pennsylvania": ["Pa."], "Pa": None},
    ),
    (
        "a developer of property",
        "Property developer Imran Marlow, a season-ticket holder since 1981, spoke in Leeds.",
        {"person: Imran Marlow": ["Imran Marlow"]},
    ),
    (
        "an authority that a title begins",
        "The General Authority for Statistics counted them in Norham.",
        {"organisation: General Authority for Statistics": ["General Authority for Statistics"]},
    ),
    (
        "two firms",
        "The judge approved it for Fournier Foods and Prairie Crust on Friday. Fournier Foods paid.",
        {
            "organisation: Fournier Foods": ["Fournier Foods", "Fournier Foods"],
            "Fournier Foods and Prairie Crust": None,
        },
    ),
    (
        "a given name that no lexicon has",
        "Nélidara Oranda was not charged. Police held Nélidara Oranda de Quispel in May.",
        {"person: Nélidara Oranda": ["Nélidara Oranda", "Nélidara Oranda"]},
    ),
    (
        "a surname with particles behind a given name",
        "Bram van den Oeverby said on Friday that he had won.",
        {"person: Bram van den Oeverby": ["Bram van den Oeverby"]},
    ),
    (
        "a given name in syllables, which stands behind",
        "The money was paid in Oslo by Moon Hae-jin, then a clerk.",
        {"person: Moon Hae-jin": ["Moon Hae-jin"]},
    ),
    (
        "a hyphen within a firm's name",
        "Gallow-Reyes Rubber Co. lost money. In Oslo, shares of Gallow-Reyes fell.",
        {"organisation: Gallow-Reyes Rubber Co.": ["Gallow-Reyes Rubber Co.", "Gallow-Reyes"]},
    ),
    (
        "an index",
        "The OVX index of leading stocks fell, and the OVX lost more later.",
        {"OVX": None},
    ),
    (
        "a place before what has an article",
        "In Oslo the Totalindeks shed 3.1 percent.",
        {"place: Oslo": ["Oslo"]},
    ),
    (
        "a race called after a country",
        "He won the tenth stage of the Tour de France on Monday.",
        {"France": None},
    ),
    (
        "somebody whose second name is a word for places",
        "But Ana Marina Tellorez, an opposition congresswoman from Norham who sits in the committee, left.",
        {"person: Ana Marina Tellorez": ["Ana Marina Tellorez"]},
    ),
    (
        "a ministry whose nation goes without saying",
        "The Foreign Ministry said so on Monday.",
        {"organisation: Foreign Ministry": ["Foreign Ministry"]},
    ),
    (
        "who answers in an interview",
        "((Perttula Aholander)) I wrote it in Oslo.\n((Perttula Aholander)) It was fun.",
        {"person: Perttula Aholander": ["Perttula Aholander", "Perttula Aholander"]},
    ),
    (
        "a member of parliament is no body",
        "Member of Parliament (MP) Ada Lindqvist spoke in Oslo.",
        {"Member of Parliament": None, "person: Ada Lindqvist": ["Ada Lindqvist"]},
    ),
    (
        "a body known by itself before somebody",
        "He thanked House of Representatives Darinko LaHoven on Monday.",
        {"organisation: House of Representatives": ["House of Representatives"]},
    ),
    (
        "letters that somebody leads",
        "MRTLO leader Nestor Lindqvist asked for the release of 300 comrades.",
        {"organisation: MRTLO": ["MRTLO"]},
    ),
    (
        "a tribe",
        "The Crowveld Tribe sued on Monday in Helena.",
        {"organisation: Crowveld Tribe": ["Crowveld Tribe"]},
    ),
    (
        "a surname in another spelling",
        "Yahya Sareva spoke on Monday. Sareve said that the port was shut.",
        {"person: Yahya Sareva": ["Yahya Sareva", "Sareve"]},
    ),
    (
        "a given name cut short",
        "Stanislav Orvelin wrote it. Stan Orvelin died in May.",
        {"person: Stanislav Orvelin": ["Stanislav Orvelin", "Stan Orvelin"]},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_forms_of_names(read: Read, text: str, expected: Expected) -> None:
    check_names(read(text), expected)
