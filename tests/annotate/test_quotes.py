"""Quotations are verbatim, and a speaker is given only where the text leaves no doubt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.annotate.quotes import correct_speakers, find_quotes
from briefing.model import Quote, SpeakerCorrection
from tests.annotate.quoted import Read, names_in, quotes_of

CASES = {
    "cue after": (
        "“The bridge will open before the summer,” Duarte told reporters on Monday.",
        [("The bridge will open before the summer,", "Maria Duarte", "told")],
    ),
    "cue after, inverted": (
        '"We have run out of patience with the builders," said Tom Becker.',
        [("We have run out of patience with the builders,", "Tom Becker", "said")],
    ),
    "cue before": (
        "Becker said: “Nobody asked the people who live here.”",
        [("Nobody asked the people who live here.", "Tom Becker", "said")],
    ),
    "cue in the middle": (
        "“We are ready,” Duarte said, “and we will not wait any longer.”",
        [("We are ready,", "Maria Duarte", "said"), ("and we will not wait any longer.", "Maria Duarte", "said")],
    ),
    "the sentence after a cued quotation": (
        "“We are ready,” Duarte said. “Nobody will wait any longer.”",
        [("We are ready,", "Maria Duarte", "said"), ("Nobody will wait any longer.", "Maria Duarte", None)],
    ),
    "a cue belongs to the quotation it introduces": (
        "Duarte said, “The old plan was a mistake.” Becker replied, “The new plan is worse.”",
        [
            ("The old plan was a mistake.", "Maria Duarte", "said"),
            ("The new plan is worse.", "Tom Becker", "replied"),
        ],
    ),
    "part of a sentence": (
        "Becker described the bridge as “hopeless” during a debate.",
        [("hopeless", "Tom Becker", "described")],
    ),
    "according to": (
        "The pier is “close to collapse,” according to the Harbour Board.",
        [("close to collapse,", "Harbour Board", None)],
    ),
    "the statement continued": (
        "In a statement, the Harbour Board said that “the pier is safe for walkers.”\n"
        "“Boats should keep away from it,” the statement added.",
        [
            ("the pier is safe for walkers.", "Harbour Board", "said"),
            ("Boats should keep away from it,", "Harbour Board", "added"),
        ],
    ),
    "a paragraph of nothing but quotation": (
        "“The pier is safe for walkers,” the Harbour Board said.\n“Boats should keep away from it for now.”",
        [
            ("The pier is safe for walkers,", "Harbour Board", "said"),
            ("Boats should keep away from it for now.", "Harbour Board", None),
        ],
    ),
    "over two paragraphs": (
        "“The pier is safe for walkers today.\n“Boats should keep away from it,” Duarte said.",
        [
            ("The pier is safe for walkers today.", "Maria Duarte", None),
            ("Boats should keep away from it,", "Maria Duarte", "said"),
        ],
    ),
    "a pronoun with one reading": (
        "Duarte opened the debate. “The bridge will be built,” she said.",
        [("The bridge will be built,", "Maria Duarte", "said")],
    ),
    "a pronoun with two readings": (
        "Maria Duarte met Anna Lind at the pier. “The bridge will be built,” she said.",
        [("The bridge will be built,", None, "said")],
    ),
    "a role that one person holds": (
        "Maria Duarte spoke at noon. “The bridge will be built,” the mayor said.",
        [("The bridge will be built,", "Maria Duarte", "said")],
    ),
    "a speaker without a name": (
        "“We heard a loud bang at midnight,” a fisherman said.",
        [("We heard a loud bang at midnight,", "a fisherman", "said")],
    ),
    "a title of a work": ("Duarte was seen reading “The Long Way Home” on the train.", []),
    "a so-called thing": ("The so-called “bridge tax” was dropped in May.", []),
    "a name given": ("The ship, called “Blue Star”, left the harbour.", []),
    "a scare quote": ("The “free” ferry costs four crowns.", []),
    "a block without marks": (
        "Maria Duarte said:\nThe pier is safe today.\nWe have seen to it.\nThe mayor left the port in May.",
        [("The pier is safe today.", "Maria Duarte", None), ("We have seen to it.", "Maria Duarte", None)],
    ),
    "words without marks behind a colon": (
        "Speaking at noon, Tom Becker said: The pier is safe and we are proud of it.\nThe mayor left the port in May.",
        [("The pier is safe and we are proud of it.", "Tom Becker", "said")],
    ),
    "a colon before what is nobody's words": (
        "Maria Duarte said two things were wrong:\nThe pier was closed.\nThe mayor left the port in May.",
        [],
    ),
    "a colon before what is reported in the end": (
        "Maria Duarte explained the plan:\nThe pier is closed.\nShe stressed the need to open our port soon.",
        [],
    ),
    "the first person before a colon": ("I mentioned the pier before:\nWe have seen to it.\nIt stands.", []),
    "a block of nobody's first person": (
        "Tom Becker said on Monday:\nThe pier is a disgrace to Norland.\nIt is vital that it opens.",
        [
            ("The pier is a disgrace to Norland.", "Tom Becker", None),
            ("It is vital that it opens.", "Tom Becker", None),
        ],
    ),
    "a block behind which the article goes on": (
        "Tom Becker said:\nThe pier is a disgrace to Norland.\nMr Becker returns to Norland on Friday.",
        [("The pier is a disgrace to Norland.", "Tom Becker", None)],
    ),
    "a block in capitals": (
        "TOM BECKER WENT TO NORLAND ON MONDAY.\n“THE PIER IS SAFE AND NOBODY NEED FEAR IT AGAIN.”",
        [("THE PIER IS SAFE AND NOBODY NEED FEAR IT AGAIN.", None, None)],
    ),
    "a block that goes on with marks": (
        "Maria Duarte said:\n“The pier is safe today.”",
        [("The pier is safe today.", "Maria Duarte", None)],
    ),
    "no cue, but long enough": (
        "The sign at the pier reads “no boats beyond this point” in red.",
        [("no boats beyond this point", "The sign at the pier", "reads")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_finds_quotations_and_their_speakers(read: Read, case: str) -> None:
    text, expected = CASES[case]
    assert quotes_of(read, text) == expected


def test_a_text_longer_than_its_parse_keeps_its_quotations_and_the_speakers_of_the_beginning(read: Read) -> None:
    end = "Becker said: “So are we.” He said: “We all are ready.”"
    text = "Duarte said: “We are ready.” " + "It rained. " * 2_500 + end
    assert quotes_of(read, text) == [("We are ready.", "Maria Duarte", "said"), ("We all are ready.", None, None)]


def test_an_editor_corrects_a_speaker_whatever_the_marks_around_the_text() -> None:
    quotes = (Quote("We are ready,", 1, 1, 14, "Tom Becker", "said"), Quote("No.", 2, 1, 4, None, "said"))
    corrected = correct_speakers(quotes, [SpeakerCorrection("“We are ready”", "Maria Duarte")])
    assert [quote.speaker for quote in corrected] == ["Maria Duarte", None]


def test_a_paragraph_set_as_a_quotation_is_one_behind_a_colon_whoever_it_speaks_of(read: Read) -> None:
    parsed = read("Maria Duarte writes that it was all for nothing:\nRepublicans sold the pier in April.")
    set_apart = (parsed.paragraphs[0], replace(parsed.paragraphs[1], kind="quote"))
    for paragraphs, said in ((set_apart, ["Republicans sold the pier in April."]), (parsed.paragraphs, [])):
        quotes = find_quotes(replace(parsed, paragraphs=paragraphs), names_in(parsed))
        assert [(quote.text, quote.speaker) for quote in quotes] == [(text, "Maria Duarte") for text in said]
