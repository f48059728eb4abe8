"""Speakers by pattern, where nothing is parsed."""

from __future__ import annotations

import pytest

from briefing.annotate.quotes import find_quotes_by_pattern
from briefing.model import Paragraph, Quote

PATTERNS = {
    "German, cue after": ("de", "„Wir haben lange genug gewartet“, sagte Ministerin Anna Berger.", "Anna Berger"),
    "German, a surname once known": (
        "de",
        "Anna Berger sagte: „Wir warten schon lange.“ „Jetzt müssen wir handeln“, so Berger.",
        "Anna Berger",
    ),
    "German, nobody named": ("de", "Die Sprecherin der Polizei sagte: „Es gab keine Verletzten gestern.“", None),
    "French, with a role": ("fr", "« Nous avons assez attendu », a déclaré le maire Paul Lenoir.", "Paul Lenoir"),
    "French, somebody else's wife": ("fr", "« Je ne sais rien de cela », a dit la femme de Paul Lenoir.", None),
    "French, cue before": ("fr", "Marie Dubois a expliqué : « Nous sommes prêts à partir. »", "Marie Dubois"),
    "Spanish, cue after": ("es", "«No vamos a esperar más tiempo», dijo la alcaldesa Ana Robledo.", "Ana Robledo"),
    "Spanish, cue before": ("es", "Pedro Campos afirmó: “No tenemos nada que ocultar”.", "Pedro Campos"),
    "another language": ("nl", "„Wij hebben lang genoeg gewacht”, zei Anna Visser.", None),
}


@pytest.mark.parametrize("case", PATTERNS)
def test_finds_speakers_by_pattern_where_nothing_is_parsed(case: str) -> None:
    language, text, speaker = PATTERNS[case]
    quotes = find_quotes_by_pattern((Paragraph(1, 1, text),), language)
    assert [quote.speaker for quote in quotes][-1:] == [speaker]


def test_without_a_language_model_long_quotations_have_no_speaker() -> None:
    paragraphs = (
        Paragraph(1, 1, "„Wir haben lange genug gewartet“, sagte sie und ging."),
        Paragraph(2, 2, "Das „freie“ Boot."),
    )
    assert find_quotes_by_pattern(paragraphs) == (Quote("Wir haben lange genug gewartet", 1, 1, 31, None, None),)
