"""Who speaks in interviews, and where a quotation goes on over several paragraphs."""

from __future__ import annotations

import pytest

from briefing.annotate.quotes import find_quotes
from tests.annotate.quoted import Read, names_in, quotes_of

CASES = {
    "labels in capitals": (
        "Duarte met Tom Becker.\nBECKER: Will it ever open?\n(Applause.)\nDUARTE: It will, next May.\nBecker left.",
        [("Will it ever open?", "Tom Becker", None), ("It will, next May.", "Maria Duarte", None)],
    ),
    "labels that come twice, and an answer in two paragraphs": (
        "((WN)) Will it?\n((Tom Becker)) The bridge will open.\nIt has to open soon.\nYes.\nDoes it pay anybody?\n"
        "((WN)) When?\n((Tom Becker)) Next month, I hope.",
        [
            ("The bridge will open.", "Tom Becker", None),
            ("It has to open soon.", "Tom Becker", None),
            ("Next month, I hope.", "Tom Becker", None),
        ],
    ),
    "labels with an office": (
        "Duarte met Tom Becker.\nTOM BECKER, HOST: Will it ever open?\n"
        "MARIA DUARTE (Mayor of Norland): It will, in May.\nBECKER: Are you sure of it?",
        [
            ("Will it ever open?", "Tom Becker", None),
            ("It will, in May.", "Maria Duarte", None),
            ("Are you sure of it?", "Tom Becker", None),
        ],
    ),
    "labels of a broadcast, with a title before the capitals; its reporter tells the story": (
        "Anna Lind reports. Duarte runs the ferry with Tom Becker.\nANNA LIND reporting: The ferry is flat and slow.\n"
        "Mr. TOM BECKER (Ferryman): It was six bits once.\nLIND: And so the county voted.\n"
        "Mayor DUARTE: They will charge me double.",
        [
            ("It was six bits once.", "Tom Becker", None),
            ("They will charge me double.", "Maria Duarte", None),
        ],
    ),
    "a broadcast whose reporter the host names": (
        "HOST: The bridge will open. Anna Lind of Norland Radio reports.\nLIND: It is quiet on the pier tonight.\n"
        "Tom Becker: I never thought I'd see it.\nLIND: The board says it needs time.\n"
        "Tom Becker: We want it to be safe.",
        [
            ("I never thought I'd see it.", "Tom Becker", None),
            ("We want it to be safe.", "Tom Becker", None),
        ],
    ),
    "an echo is not whoever answered": (
        "Asked by Tom Becker if she had sold her story, Anna Lind replied: “It was my agent.”\nFor how much?\n"
        "“Fifteen.”\n“Fifteen pounds and that is all?”",
        [
            ("It was my agent.", "Anna Lind", "replied"),
            ("Fifteen.", "Anna Lind", None),
            ("Fifteen pounds and that is all?", None, None),
        ],
    ),
    "a crosshead": (
        "Tom Becker said the town was calm.\n“TALKS NOT DEAD YET”\nA sailor came by.",
        [("TALKS NOT DEAD YET", None, None)],
    ),
    "an interview without labels": (
        "The paper spoke to Tom Becker.\nHow did you start?\nI began as a boy.\nTom Becker in 2010\n"
        "We went out each night.\nDo you still sail?\nYes, I do it every week.\nWhat is next?\nMy next ship is here.",
        [
            ("I began as a boy.", "Tom Becker", None),
            ("We went out each night.", "Tom Becker", None),
            ("Yes, I do it every week.", "Tom Becker", None),
            ("My next ship is here.", "Tom Becker", None),
        ],
    ),
    "questions that a paper answers itself": (
        "The paper spoke to Tom Becker.\nWhat is it?\nIt is a tax on ferries.\nWho pays?\nSailors pay it each year.\n"
        "When does it start?\nIt starts in May.",
        [],
    ),
    "a break within an answer, and rows of a list": (
        "((WN)) Why?\n((Anna Lind)) It is the way I would\nsee it.\nRoe deer, 5 per cent\n((WN)) Is it?\n"
        "((Anna Lind)) Who knows?",
        [("It is the way I would", "Anna Lind", None), ("see it.", "Anna Lind", None)],
    ),
    "question and answer": (
        "Anna Lind spoke with us.\nQ: Why sail?\nA: I never learned to drive.\nQ: Never?\nA: “I tried to, once.”",
        [("I never learned to drive.", "Anna Lind", None), ("I tried to, once.", "Anna Lind", None)],
    ),
    "a work that a question names": (
        "Tom Becker: “The Drowned Parish” lost money.\nAnna Lind: It lost a lot of it.\n"
        "Tom Becker: “The Long Road” did not.\nAnna Lind: It was never on a stage.",
        [("It lost a lot of it.", "Anna Lind", None), ("It was never on a stage.", "Anna Lind", None)],
    ),
    "what another said within a turn, or might say, is part of it": (
        "Anna Lind spoke with us.\nQ: Why sail?\nA: As Tom Becker said, “Nobody drowns on a road.” I drown “on land”.",
        [("As Tom Becker said, “Nobody drowns on a road.” I drown “on land”.", "Anna Lind", None)],
    ),
    "a list of candidates is no interview": ("Anna Lind: a sailor of 54 years.\nTom Becker: a lawyer of 40.", []),
    "the cue behind the last of three paragraphs": (
        "“Others think it is over.\n“I am not one of those.\n“It will be a long winter,” said Tom Becker.",
        [
            ("Others think it is over.", "Tom Becker", None),
            ("I am not one of those.", "Tom Becker", None),
            ("It will be a long winter,", "Tom Becker", "said"),
        ],
    ),
    "the cue in a line of its own": (
        "“It's ugly.\nEverybody knew it was due. ”\nsaid Bell Bank chief strategist, Tom Becker.",
        [("It's ugly.", "Tom Becker", None), ("Everybody knew it was due.", "Tom Becker", "said")],
    ),
    "the cue in the next line, and another quotation behind it": (
        "“How can it be over?”\nTom Becker remembered asking. Duarte sat down. “We had to act,” Duarte said.",
        [("How can it be over?", "Tom Becker", "remembered"), ("We had to act,", "Maria Duarte", "said")],
    ),
    "an answer to whoever wondered": (
        "“Did you know?” Duarte asked. “I did,” said Tom Becker.\n“Who told you?” Duarte wondered.\n“My lawyer did.”",
        [
            ("Did you know?", "Maria Duarte", "asked"),
            ("I did,", "Tom Becker", "said"),
            ("Who told you?", "Maria Duarte", "wondered"),
            ("My lawyer did.", "Tom Becker", None),
        ],
    ),
    "the cue in a line of its own, name first": (
        "Duarte said it would rain.\n“We are glad of it.”\nMr Becker said.",
        [("We are glad of it.", "Tom Becker", "said")],
    ),
    "signed in the next line": (
        "Duarte said it would rain.\n“We are glad of the rain.”\n— Tom Becker, sailor",
        [("We are glad of the rain.", "Tom Becker", None)],
    ),
    "no cue of the line before": (
        "Duarte said it would rain.\n“We are glad of it.”\nBecker said the sun would shine on all of us.",
        [("We are glad of it.", "Maria Duarte", None)],
    ),
    "a town in capitals is no label": ("BERG: Some 2,000 sailors came.\nJo Berg was there.", []),
}


@pytest.mark.parametrize("case", CASES)
def test_finds_who_speaks(read: Read, case: str) -> None:
    text, expected = CASES[case]
    assert quotes_of(read, text) == expected


def test_in_an_interview_i_is_whose_turn_it_is(read: Read) -> None:
    parsed = read(
        "Harbour News: Your website says the port is closed. Why do you say “the port is dead for ever”?\n"
        "Tom Becker: It is. I told the board, “You cannot sell what is not yours.”\n"
        "I mean it when I speak of the “free harbour”.\n"
        "Harbour News: And now?\n"
        "Tom Becker: Now we all wait."
    )
    quotes = find_quotes(parsed, names_in(parsed))
    assert [(quote.text, quote.speaker, quote.known) for quote in quotes] == [
        ("the port is dead for ever", "Tom Becker", "reference"),
        ("It is. I told the board, “You cannot sell what is not yours.”", "Tom Becker", "named"),
        ("I mean it when I speak of the “free harbour”.", "Tom Becker", "context"),
        ("Now we all wait.", "Tom Becker", "named"),
    ]
