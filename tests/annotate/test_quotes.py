"""Quotations are verbatim, and a speaker is given only where the text leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.annotate.parsed import Parsed
from briefing.annotate.quote_marks import find_quotations
from briefing.annotate.quotes import correct_speakers, find_quotes, find_quotes_by_pattern
from briefing.model import Kind, Mention, Name, Paragraph, Quote, SpeakerCorrection

Read = Callable[[str], Parsed]

PEOPLE: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "Maria Duarte": ("person", ("Maria Duarte", "Duarte")),
    "Tom Becker": ("person", ("Tom Becker", "Becker")),
    "Harbour Board": ("organisation", ("Harbour Board",)),
    "Norland": ("place", ("Norland",)),
}


def names_in(parsed: Parsed) -> tuple[Name, ...]:
    found = []
    for name, (kind, surfaces) in PEOPLE.items():
        pattern = re.compile("|".join(map(re.escape, surfaces)))
        mentions = tuple(
            Mention(paragraph.number, match.start(), match.end(), match.group())
            for paragraph in parsed.paragraphs
            for match in pattern.finditer(paragraph.text)
        )
        if mentions:
            found.append(Name(name, kind, mentions, ("mayor",) if name == "Maria Duarte" else ()))
    return tuple(found)


def quotes_of(read: Read, text: str) -> list[tuple[str, str | None, str | None]]:
    parsed = read(text)
    quotes = find_quotes(parsed, names_in(parsed))
    for quote in quotes:
        assert quote.text == parsed.paragraphs[quote.paragraph - 1].text[quote.start : quote.end]
    return [(quote.text, quote.speaker, quote.cue) for quote in quotes]


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
        [("close to collapse,", "Harbour Board", "according")],
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
        "Duarte met Becker at the pier. “The bridge will be built,” she said.",
        [("The bridge will be built,", None, "said")],
    ),
    "a role that one person holds": (
        "Maria Duarte spoke at noon. “The bridge will be built,” the mayor said.",
        [("The bridge will be built,", "Maria Duarte", "said")],
    ),
    "a speaker without a name": (
        "“We heard a loud bang at midnight,” a fisherman said.",
        [("We heard a loud bang at midnight,", None, "said")],
    ),
    "a title of a work": ("Duarte was seen reading “The Long Way Home” on the train.", []),
    "a so-called thing": ("The so-called “bridge tax” was dropped in May.", []),
    "a name given": ("The ship, called “Blue Star”, left the harbour.", []),
    "a scare quote": ("The “free” ferry costs four crowns.", []),
    "no cue, but long enough": (
        "The sign at the pier reads “no boats beyond this point” in red.",
        [("no boats beyond this point", None, "reads")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_finds_quotations_and_their_speakers(read: Read, case: str) -> None:
    text, expected = CASES[case]
    assert quotes_of(read, text) == expected


MARKS = {
    "curly, straight and nested": (
        ['He said “we are ‘done’ here,” and "left".'],
        ["we are ‘done’ here,", "left"],
    ),
    "guillemets, spaced and reversed": (["« Oui », «non», »Ja« und „Nein“."], ["Oui", "non", "Ja", "Nein"]),
    "possessives and apostrophes": (["The farmers' market isn't the '90s dogs' den, 'tis true."], []),
    "single marks": (["‘Our sailors’ wives are waiting,’ he said."], ["Our sailors’ wives are waiting,"]),
    "double marks inside single ones": (["‘He told me “no” again,’ she said."], ["He told me “no” again,"]),
    "inches and minutes": (['A 6\'2" man and a 12" pipe.'], []),
    "an opening mark that never closes": (["“Open never closes. He left.", "The end."], []),
    "an unclosed mark before a whole quotation": (["“Open. He said “this is whole” and left."], ["this is whole"]),
    "opening marks repeated": (["“First part.", "“Second part,” she said."], ["First part.", "Second part,"]),
    "closed by the wrong mark": (['She said “so it is“ and “so" again.'], ["so it is", "so"]),
    "typists' marks": (["He `` did not '' agree."], ["did not"]),
}


@pytest.mark.parametrize("case", MARKS)
def test_marks_open_and_close(case: str) -> None:
    texts, expected = MARKS[case]
    assert [texts[found.index][found.start : found.end] for found in find_quotations(texts)] == expected


@given(st.lists(st.text(alphabet="ab .,'\"“”‘’«»„`\n", max_size=60), max_size=4))
def test_quotations_of_any_text_are_in_order_and_never_overlap(texts: list[str]) -> None:
    position = (0, 0)
    for found in find_quotations(texts):
        assert (found.index, found.outer_start) >= position
        assert found.outer_start < found.start < found.end <= found.outer_end <= len(texts[found.index])
        position = (found.index, found.outer_end)


def test_a_text_longer_than_its_parse_keeps_the_quotations_of_the_beginning(read: Read) -> None:
    text = "Duarte said: “We are ready.” " + "It rained. " * 2_500 + "Becker said: “So are we.”"
    assert quotes_of(read, text) == [("We are ready.", "Maria Duarte", "said")]


def test_without_a_language_model_long_quotations_have_no_speaker() -> None:
    paragraphs = (
        Paragraph(1, 1, "„Wir haben lange genug gewartet“, sagte sie und ging."),
        Paragraph(2, 2, "Das „freie“ Boot."),
    )
    assert find_quotes_by_pattern(paragraphs) == (Quote("Wir haben lange genug gewartet", 1, 1, 31, None, None),)


def test_an_editor_corrects_a_speaker_whatever_the_marks_around_the_text() -> None:
    quotes = (Quote("We are ready,", 1, 1, 14, "Tom Becker", "said"), Quote("No.", 2, 1, 4, None, "said"))
    corrected = correct_speakers(quotes, [SpeakerCorrection("“We are ready”", "Maria Duarte")])
    assert [quote.speaker for quote in corrected] == ["Maria Duarte", None]


def test_a_pronoun_after_somebody_unnamed_is_not_the_person_named_before(read: Read) -> None:
    text = (
        "Maria Duarte said the harbour was closed.\n"
        "One of the victims gave her name. She said there was “nothing to be ashamed of at all”."
    )
    assert [(quote, speaker) for quote, speaker, _ in quotes_of(read, text)] == [
        ("nothing to be ashamed of at all", None)
    ]
