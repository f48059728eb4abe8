"""Names as newswires write them: datelines, firms by part of their name, two surnames, what stands beside a name."""

from __future__ import annotations

import pytest

from tests.annotate.named import Expected, Read, check_names

CASES: list[tuple[str, str, Expected]] = [
    (
        "a clock before a firm",
        "Veldra Pharma AG said on Monday that it would sell. At 1015 GMT Veldra Pharma shares were up 2.8 percent.",
        {"organisation: Veldra Pharma": ["Veldra Pharma AG", "Veldra Pharma"], "GMT Veldra Pharma": None},
    ),
    (
        "names behind a sentence that ends with a name",
        "Ada Marlindo met the head of the World Bank. Marlindo said nothing. He accused Rwanda of arming the FLH. "
        "Kigali denied it. She later met Gen. Marlindo.",
        {"person: Ada Marlindo": ["Ada Marlindo", "Marlindo", "Marlindo"], "place: Kigali": ["Kigali"]},
    ),
    (
        "a nation that is given dollars, a currency, and a town after which somebody is called",
        "The fund lent Zambia $256 million. Firms of Austin, Texas, wait. Raymond Austin runs the Austin-based firm.",
        {"place: Zambia": ["Zambia"], "place: Austin": ["Austin", "Austin"]},
    ),
    (
        "firms of one name, and a body whose initials stand alone",
        "Torvald Heavy Industries Co. cut its forecast. His son runs Torvald Marine Engine in Norham. People close to "
        "the sale said it was Banco Comercial Marlindo of Portugal. BCM declined comment.",
        {
            "organisation: Torvald Marine Engine": ["Torvald Marine Engine"],
            "organisation: Banco Comercial Marlindo": ["Banco Comercial Marlindo", "BCM"],
        },
    ),
    (
        "what a body is beside its letters and behind whose arm it is",
        "Miners of the IG BDE union walked out. The bank's online arm, Frostvik, closed.",
        {
            "organisation: IG BDE": ["IG BDE"],
            "organisation: Frostvik": ["Frostvik"],
        },
    ),
    (
        "part of a firm's name is the firm",
        "Money went to Promociones Marlinda Azul SA. Marlinda Azul, which is building villas, said work would go on.",
        {"organisation: Promociones Marlinda Azul": ["Promociones Marlinda Azul SA", "Marlinda Azul"]},
    ),
    (
        "bodies of owners and numbered courts",
        "They appealed to the 8th U.S. Circuit Court of Appeals. The Ostvik Cod Fishers' Association had backed them.",
        {
            "organisation: 8th U.S. Circuit Court of Appeals": ["8th U.S. Circuit Court of Appeals"],
            "organisation: Ostvik Cod Fishers' Association": ["Ostvik Cod Fishers' Association"],
        },
    ),
    (
        "a dateline and a name without a space between them",
        "SEOUL--Torvik Group said Thursday that its founder would leave.",
        {"place: Seoul": ["SEOUL"], "organisation: Torvik Group": ["Torvik Group"]},
    ),
    (
        "legal forms of partnerships and of the north",
        "Marlowbridge Partners LP, which holds 11% of the stock, agreed. It will pay for Lindgaard & Moe A/S, brokers. "
        "Marlowbridge had said so in June.",
        {
            "organisation: Marlowbridge Partners": ["Marlowbridge Partners LP", "Marlowbridge"],
            "organisation: Lindgaard & Moe": ["Lindgaard & Moe A/S"],
        },
    ),
    (
        "a body that goes on with whose it is, a union's local",
        "She ran the bank Banco Marlindo do Algarve (BMA) until May. Ada Lind, treasurer of Teamsters Local 916, left.",
        {
            "organisation: Banco Marlindo do Algarve": ["Banco Marlindo do Algarve", "BMA"],
            "organisation: Teamsters Local 916": ["Teamsters Local 916"],
        },
    ),
    (
        "a dateline of two places with a day",
        "OSLO/LAGOS, March 3 - Two ships of a Norwegian line were held on Monday.",
        {"place: Oslo": ["OSLO"], "place: Lagos": ["LAGOS"]},
    ),
    (
        "a dateline of a town that no gazetteer has",
        "TIRSKEVO — Parliament voted to end price controls.",
        {"place: Tirskevo": ["TIRSKEVO"]},
    ),
    ("a word in capitals is no dateline", "WARNING — This story has pictures that may disturb.", {"Warning": None}),
    (
        "an agency in small letters",
        "OSLO, Norway, June 11 (Nordita) - The mayor was declared the loser.",
        {"organisation: Nordita": ["Nordita"]},
    ),
    (
        "a firm by its legal form behind a dateline",
        "CLEVELAND -- Tarleton Industries Inc. said third-quarter profit fell 38%, hurt by a charge for two plants.",
        {"organisation: Tarleton Industries": ["Tarleton Industries Inc."]},
    ),
    (
        "a firm by the first words of its name",
        "Torvik Cable & Wire Corp. will pay. Workers of Torvik Cable voted.",
        {"organisation: Torvik Cable & Wire Corp.": ["Torvik Cable & Wire Corp.", "Torvik Cable"]},
    ),
    (
        "a founder's firm by its shares",
        "Dan Torvik left Torvik Cable Corp. on Monday. Torvik said he was tired. Torvik rose 3 percent to $12.",
        {
            "person: Dan Torvik": ["Dan Torvik", "Torvik"],
            "organisation: Torvik Cable Corp.": ["Torvik Cable Corp.", "Torvik"],
        },
    ),
    (
        "a surname of several words, and its first alone",
        "The union's leader, Jaume Ferrer Puig de la Torre, met ministers. Puig de la Torre said talks would go on.",
        {"person: Jaume Ferrer Puig de la Torre": ["Jaume Ferrer Puig de la Torre", "Puig de la Torre"]},
    ),
    (
        "a particle that opens a sentence",
        "Pieter-Dirk van Nierop, Ports Party spokesman, accused the ANC. Van Nierop said so, the van driver said.",
        {"person: Pieter-Dirk van Nierop": ["Pieter-Dirk van Nierop", "Van Nierop"]},
    ),
    (
        "a nickname alone",
        'Bobby "Skeeter" Lundquist won. "Ask Skeeter," said his mother.',
        {'person: Bobby "Skeeter" Lundquist': ['Bobby "Skeeter" Lundquist', "Skeeter"]},
    ),
    (
        "a given name that is a title by itself",
        "Gov. Duke Torvik said no on Monday.",
        {"person: Duke Torvik": ["Duke Torvik"]},
    ),
    (
        "a name that the model takes for a work",
        '"The boards may not," Rebecca Thornquist, a partner at Corvus Point Capital, said after the meeting.',
        {"person: Rebecca Thornquist": ["Rebecca Thornquist"]},
    ),
    (
        "two names in one span",
        "Not so fast, answered Brent Aldous of Parents First. The Lakeland Ledger’s Dan Hume gave it four stars.",
        {
            "person: Brent Aldous": ["Brent Aldous"],
            "person: Dan Hume": ["Dan Hume"],
            "organisation: Lakeland Ledger": ["Lakeland Ledger"],
        },
    ),
    (
        "what quotes somebody, and a bank in apposition",
        "She was quoted by Prensa Libre as denying it. He sued a new state-owned bank, Nýja Torg, while others fled.",
        {"organisation: Prensa Libre": ["Prensa Libre"], "organisation: Nýja Torg": ["Nýja Torg"]},
    ),
    (
        "the town somebody of an age is of, and a town that is described",
        "Odd Lind, 41, of Cedar Forks, was charged. He fled to Bel Aro, the second city of the island.",
        {"place: Cedar Forks": ["Cedar Forks"], "place: Bel Aro": ["Bel Aro"]},
    ),
    (
        "one of a people is no name",
        "Police held the ferry's master, Abdallah bin Salim, a Comoran, who was seen ashore.",
        {"Comoran": None},
    ),
    (
        "a paper with its own article",
        "Ada Lind told The Atlantic that the ship had crossed the Atlantic twice.",
        {"organisation: The Atlantic": ["The Atlantic"], "place: Atlantic Ocean": ["Atlantic"]},
    ),
    (
        "a borough is no paper",
        "He moved to The Hague and Bath. She lives near The Atlantic.",
        {"The Atlantic": None},
    ),
    (
        "letters of a party in another order",
        "The mayor thanked the Socialist Party (PS). The PS will wait.",
        {"organisation: Socialist Party": ["Socialist Party", "PS", "PS"]},
    ),
    (
        "a national body with a hyphen",
        "On Monday Veldrameteo-France warned of storms. Veldrameteo-France expects rain.",
        {"France": None},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_of_wires(read: Read, text: str, expected: Expected) -> None:
    check_names(read(text), expected)
