"""Capitalised words that are no people, and people's names to their last word."""

from __future__ import annotations

import pytest

from tests.annotate.named import Expected, Read, check_names

CASES: list[tuple[str, str, Expected]] = [
    (
        "a nickname behind a title",
        'Mayor Teresa "Terry" Lindqvar broke the tie. Captain Peter "Buck" Marlow III did not vote.',
        {
            'person: Teresa "Terry" Lindqvar': ['Teresa "Terry" Lindqvar'],
            'person: Peter "Buck" Marlow III': ['Peter "Buck" Marlow III'],
        },
    ),
    (
        "a surname that is a firm's too",
        "Denise Ford and Ada Lind met on Monday. Freed and Ford have not spoken since the spring.",
        {"person: Denise Ford": ["Denise Ford", "Ford"]},
    ),
    (
        "a surname with its particles, wherever it stands",
        "Ada de Lindt will run the bank. Tom van der Marlow will leave. De Lindt said she would stay. Nobody asked "
        "about Norham, van der Marlow added. The bank is small, de Lindt said.",
        {
            "person: Ada de Lindt": ["Ada de Lindt", "De Lindt", "de Lindt"],
            "person: Tom van der Marlow": ["Tom van der Marlow", "van der Marlow"],
        },
    ),
    (
        "a surname of which the article Abu is a part",
        "Nadia Abu Lindal spoke first. Abu Lindal said the talks would go on.",
        {"person: Nadia Abu Lindal": ["Nadia Abu Lindal", "Abu Lindal"]},
    ),
    (
        "two surnames with a hyphen, before an office",
        "Rosalind Marlow-Torvik, secretary-treasurer of the union, spoke. Marlow-Torvik said little.",
        {"person: Rosalind Marlow-Torvik": ["Rosalind Marlow-Torvik", "Marlow-Torvik"]},
    ),
    (
        "a nickname and a generation",
        'Rodrigo "Jun" Marlindo Jr., who runs the line, said nothing. It was Alice Moon Hae-jin who spoke.',
        {
            'person: Rodrigo "Jun" Marlindo Jr.': ['Rodrigo "Jun" Marlindo Jr.'],
            "person: Alice Moon Hae-jin": ["Alice Moon Hae-jin"],
        },
    ),
    (
        "somebody of a town, a family",
        "I did what any Brackenfielder would do. Officials said the Trumps' 14-year-old son Barron was well.",
        {"Brackenfielder": None, "Trumps": None, "person: Barron": ["Barron"]},
    ),
    (
        "a word before a person that says what he is",
        "Broadcaster Piers Lindgren commented on it. Roman Catholic Bishop Emeritus Anselmo Ruiz of Norham died.",
        {"person: Piers Lindgren": ["Piers Lindgren"], "person: Anselmo Ruiz": ["Anselmo Ruiz"], "Emeritus": None},
    ),
    (
        "plurals and subjects",
        "The Democratic and Republican Parties vote. Tom Reyes of the Norham Center for Optics, who asked, left.",
        {"Parties": None, "Optics": None},
    ),
    (
        "the rest of a thing's name",
        "The mayor spoke on the talk show Evening Joe on Tuesday. The new Falk 737 Max was not airworthy.",
        {"Joe": None, "Evening Joe": None, "Max": None},
    ),
    (
        "a character and a costume",
        "She wore a costume based on the character Ada Moonlight. Dressed as Tony Steel, he smiled at Carla Reyes.",
        {"Ada Moonlight": None, "Tony Steel": None, "person: Carla Reyes": ["Carla Reyes"]},
    ),
    (
        "a minister for a region",
        "Minister for the Middle East Tobias Ellwell commented on the truce. Minister Ellwell said: “It must hold.”",
        {"person: Tobias Ellwell": ["Tobias Ellwell", "Ellwell"]},
    ),
    (
        "a team by its town",
        "The owner put the Tulsa Roughnecks up for sale. The Roughnecks lost $12.7 million last year.",
        {"person: Roughnecks": None, "Roughnecks": None},
    ),
    (
        "whose somebody is",
        "Labour’s Denise Hackford broke a deadlock at a stormy meeting. Coun Hackford hit back.",
        {"person: Denise Hackford": ["Denise Hackford", "Hackford"], "person: Labour": None},
    ),
    (
        "a chain called after somebody",
        "As for the pizza chain, Papa Gino Vitale’s, its social media team seems to be enjoying itself.",
        {"organisation: Papa Gino Vitale": ["Papa Gino Vitale"]},
    ),
    (
        "a commissioner for something, and an order",
        "European Commissioner for Competition Neelie Brant said so. He signed an Executive Order on it.",
        {"person: Neelie Brant": ["Neelie Brant"], "Order": None},
    ),
    (
        "an office-holder among relatives",
        "President Ruben Torv and Clara Torv were ill. Ida Torv was well.\n\nOn Monday Torv spoke on the radio.",
        {"person: Ruben Torv": ["Ruben Torv", "Torv"], "person: Clara Torv": ["Clara Torv"]},
    ),
    (
        "somebody who is told what he is",
        "Aner Shelov is a Norland mathematician and writer.",
        {"person: Aner Shelov": ["Aner Shelov"]},
    ),
    (
        "a verb of saying that opens the sentence",
        "Warned Harbour Board spokesman Erik Dahl, “It will not last.”",
        {"organisation: Harbour Board": ["Harbour Board"], "Warned Harbour Board": None},
    ),
    (
        "letters whom somebody told of another",
        "A former agent told CNN Ahmed al-Masri was dead. His son told NPR Omar bin Rashid had fled.",
        {
            "organisation: CNN": ["CNN"],
            "person: Ahmed al-Masri": ["Ahmed al-Masri"],
            "organisation: NPR": ["NPR"],
            "person: Omar bin Rashid": ["Omar bin Rashid"],
        },
    ),
    (
        "a last name that is a town too",
        "Paul Dorn was sentenced by Judge Amy Berman Jackson to 73 months. Jackson said the term was fair.",
        {"person: Amy Berman Jackson": ["Amy Berman Jackson", "Jackson"]},
    ),
    (
        "a last name that ends a holiday too",
        "Singer Doris Day died at home. Many loved Doris Day.",
        {"person: Doris Day": ["Doris Day", "Doris Day"]},
    ),
    (
        "a prize, an inhabitant",
        "She was nominated for the Oscar for the comedy. The rights of a Hong Konger's family were at stake.",
        {"Oscar": None, "Hong Konger": None},
    ),
    (
        "what somebody of a nation does, a group with a letter",
        "After the match, Hernan Dario Gomez, Panama coach, smiled. The first game of Group G was Belgium and Panama.",
        {"person: Hernan Dario Gomez": ["Hernan Dario Gomez"], "Group G": None},
    ),
    (
        "a surname with its article",
        "Minister Omar al-Rashidi left. According to al-Rashidi, it rains. A house fell on al-Rashidi.",
        {"person: Omar al-Rashidi": ["Omar al-Rashidi", "al-Rashidi", "al-Rashidi"]},
    ),
    (
        "a surname that is a city",
        "The man, identified as Torvik Amman, 20, was arrested. Amman, who was described as calm, said nothing.",
        {"person: Torvik Amman": ["Torvik Amman", "Amman"], "place: Amman": None},
    ),
    (
        "an office before a given name that is a town too, a chamber and its party",
        "Speaker of the House Nancy Lindqvar spoke. Mick Torv, the Republican Senate leader, left. The Senate met.",
        {
            "person: Nancy Lindqvar": ["Nancy Lindqvar"],
            "organisation: House": ["House"],
            "organisation: Senate": ["Senate", "Senate"],
        },
    ),
    (
        "letters of a degree, and a program",
        "Anna Lindqvar, PMP, is the head of design. It was drawn in InSketch, and the rest in InSketch.",
        {"person: Anna Lindqvar": ["Anna Lindqvar"], "PMP": None, "place: InSketch": None},
    ),
    (
        "two spellings from another script",
        "Osama bin Laden was killed in 2011. Usama bin Ladin had led al-Qa’ida. Al-Qaeda went on.",
        {
            "person: Osama bin Laden": ["Osama bin Laden", "Usama bin Ladin"],
            "organisation: Al-Qaeda": ["al-Qa’ida", "Al-Qaeda"],
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_names_of_people(read: Read, text: str, expected: Expected) -> None:
    check_names(read(text), expected)
