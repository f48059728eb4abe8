"""The best guess at who speaks, where nothing decides."""

from __future__ import annotations

import pytest

from briefing.annotate.quotes import find_quotes
from tests.annotate.quoted import Read, names_in


def test_who_it_may_be_is_told_to_the_editor_and_shown_to_nobody(read: Read) -> None:
    parsed = read("Maria Duarte and Anna Lind met on Monday. “It was a very long day for both of us,” she said.")
    (quote,) = find_quotes(parsed, names_in(parsed))
    assert (quote.speaker, quote.known) == (None, None) and quote.likely in {"Anna Lind", "Maria Duarte"}
    parsed = read("“Nobody asked the people who live here,” Becker said.")
    (quote,) = find_quotes(parsed, names_in(parsed))
    assert (quote.speaker, quote.likely) == ("Tom Becker", None)


LIKELY = {
    "whom the sentence is about": (
        "Tom Becker spoke. Anna Lind has sailed for two years, a passion that “stemmed from a love of the open sea”.",
        "Anna Lind",
    ),
    "the subject of the sentence before": (
        "Tom Becker said so. Anna Lind broke news of a plan to Jo Berg. “He is a man that nobody owns.”",
        "Anna Lind",
    ),
    "not whom the quotation names": (
        "Anna Lind left with Tom Becker. “Nobody in the port can replace Anna Lind.”",
        "Tom Becker",
    ),
    "the body that the sentence is about": (
        "Tom Becker left. The Harbour Board justified the move as “defensive” in kind: “We had no choice left.”",
        "Harbour Board",
    ),
    "he is not many": (
        "Tom Becker met Joe Fell. The pier shut. Sailors cried that it was late. “Not by any of us,” he said.",
        "Tom Becker",
    ),
    "whom the sentence before is about, and not whom it mentions": (
        "Rain fell. Tom Becker met Joe Fell. “Not by any of us will it be shut,” he said.",
        "Tom Becker",
    ),
    "they are no person": (
        "Sailors called it “bad”. Rain fell all day. The sun rose. They say that “the pier is lost for us all” now.",
        "Sailors",
    ),
}


@pytest.mark.parametrize("case", LIKELY)
def test_guesses_whom_the_text_is_about(read: Read, case: str) -> None:
    text, expected = LIKELY[case]
    parsed = read(text)
    quote = find_quotes(parsed, names_in(parsed))[-1]
    assert (quote.speaker, quote.likely) == (None, expected)


BESIDE_WORDS = {
    "whom the sentence names first": (
        "Tom Becker said so. The port shut. In private Anna Lind and Jo Berg had a plan for “a bridge to nowhere”.",
        "Anna Lind",
    ),
    "of the pronoun that the sentence is about, who was spoken of before": (
        "Anna Lind left. Tom Becker and Joe Fell slept late. She plans to spend it on “a small boat and gin”.",
        "Anna Lind",
    ),
    "somebody without a name": (
        "Tom Becker said so. The sun rose. For one minister it was “no more than a cry of wolf”.",
        "one minister",
    ),
    "not whom the writer addresses": (
        "Tom Becker said so. The sun rose. To sailors stuck with the ferry I say, “There is a boat for all of us.”",
        "Tom Becker",
    ),
    "no woman for 'he'": (
        "The attacker wrote letters. Rain fell. He trusts in his girlfriend and in “a plan to sink it all”.",
        "The attacker",
    ),
    "no person for 'it'": (
        "The Harbour Board and the High Court quarrelled. Tom Becker left. It said “the pier is lost for us all”.",
        "Harbour Board",
    ),
}


@pytest.mark.parametrize("case", BESIDE_WORDS)
def test_guesses_by_what_stands_around(read: Read, case: str) -> None:
    text, expected = BESIDE_WORDS[case]
    parsed = read(text)
    quote = find_quotes(parsed, names_in(parsed))[-1]
    assert (quote.speaker, quote.likely) == (None, expected)


def test_what_goes_on_is_likely_the_same_speakers(read: Read) -> None:
    parsed = read(
        "Anna Lind met Tom Becker and Joe Fell. “It is over for us,” he said. “We shall never see the pier again.”"
    )
    first, second = find_quotes(parsed, names_in(parsed))
    assert first.speaker is None and second.speaker is None and first.likely == second.likely != "Anna Lind"
