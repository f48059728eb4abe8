"""Acronyms are expanded as the text expands them, and not otherwise."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from briefing.render.acronyms import acronyms, uses
from briefing.render.body import body
from briefing.render.links import map_briefing
from tests.render import fixtures


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The National Hurricane Center (NHC) warned.", {"NHC": "National Hurricane Center"}),
        ("NATO (North Atlantic Treaty Organization) met.", {"NATO": "North Atlantic Treaty Organization"}),
        ("the Organisation of Islamic Cooperation (OIC)", {"OIC": "Organisation of Islamic Cooperation"}),
        ("Transport for London (TfL) said", {"TfL": "Transport for London"}),
        ("the Food & Drug Administration (FDA)", {"FDA": "Food & Drug Administration"}),
        ("the United Kingdom’s (UK) rivers", {"UK": "United Kingdom"}),
        ("Die Europäische Zentralbank (EZB) zögert.", {}),  # a letter of the acronym begins no word
        ("He joined the agency (AP).", {}),
        ("The mayor, Ada Okoye (Independent), spoke.", {}),
        ("a National. Hurricane Center (NHC)", {}),  # a sentence ends between
    ],
)
def test_an_acronym_stands_for_the_words_whose_first_letters_it_is(text: str, found: dict[str, str]) -> None:
    assert acronyms([text]) == found


def test_an_acronym_expanded_in_two_ways_is_not_expanded() -> None:
    assert acronyms(["the Harbour Trust (HT)", "the Hill Theatre (HT)", "the Bay Club (BC)"]) == {"BC": "Bay Club"}


def test_it_is_marked_once_a_paragraph_and_not_beside_its_own_expansion() -> None:
    known = {"HT": "Harbour Trust"}
    assert list(uses("The Harbour Trust (HT) pays.", known)) == []
    assert list(uses("The HT pays, says the HT; not HTML.", known)) == [(4, 6, "Harbour Trust")]


def test_a_text_of_nothing_but_acronyms_takes_no_time() -> None:
    letters = [f"{a}{b}{c}" for a in "ABCDEFGH" for b in "ABCDEFGHIJ" for c in "ABCDEFGHIJ"]
    texts = [f"{' '.join(f'{letter}ay' for letter in short)} ({short}) and then {short}." for short in letters] * 5
    started = time.process_time()
    known = acronyms(texts)
    assert len(known) == len(letters)
    assert all([use for _, _, use in uses(text, known)] for text in texts[:9])
    for text in texts:
        list(uses(text, known))
    assert time.process_time() - started < 3  # each text asks only for the acronyms that it has


def test_the_words_of_the_text_stand_in_the_page_escaped() -> None:
    texts = ("Trust & “Harbour” (TH) said.", "Then TH paid.", 'TH <b>x</b> (T{{ }} "onload=" H) there.')
    article = replace(
        fixtures.ferry(), paragraphs=fixtures.paragraphs(texts), names=(), quotes=(), figures=(), dates=()
    )
    assert "<abbr" not in body(map_briefing(fixtures.briefing()), article, ())
    texts = ("The Trust of the Harbour & Bay (THB) said.", "Then THB paid.")
    article = replace(article, paragraphs=fixtures.paragraphs(texts))
    written = body(map_briefing(fixtures.briefing()), article, ())
    assert 'Then <abbr title="Trust of the Harbour &amp; Bay">THB</abbr> paid.' in written
