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


OFFICES = {
    "German, an office": (
        "de", "Ministerin Anna Berger kam. „Wir warten schon lange“, sagte die Ministerin.",
        "Anna Berger"),
    "German, the end of an office": (
        "de", "Umweltminister Dr. Karl Ott kam. „Wir warten schon lange“, so der Minister.",
        "Karl Ott"),
    "German, any verb": ("de", "Anna Berger kam. „Das ist ja ein tolles Ding“, grinst Anna Berger.", "Anna Berger"),
    "German, no verb": ("de", "„Das ist ja ein tolles Ding“, mit Anna Berger im Arm.", None),
    "German, toward somebody": (
        "de", "Anna Berger zu unserer Zeitung: „Das war ein sehr guter Tag.“",
        "Anna Berger"),
    "German, of those who held it": (
        "de", "Der frühere Trainer Max Lauer kam. „Wir haben viel gelernt“, sagte der Trainer.",
        None),
    "German, two with one office": (
        "de", "Minister Karl Ott traf Minister Max Lauer. „Wir haben viel vor“, sagte der Minister.",
        None),
    "German, of another body": (
        "de", "Sprecher Karl Ott kam. „Wir haben viel vor uns“, sagte der Sprecher der Polizei.",
        None),
    "German, a woman's office": (
        "de", "Minister Karl Ott kam. „Wir haben viel vor uns“, sagte die Ministerin.",
        None),
    "German, the one woman": ("de", "Eva Holm traf Karl Ott. „Wir haben viel vor uns“, sagte sie.", "Eva Holm"),
    "German, one of two women": ("de", "Eva Holm traf Anna Berger. „Wir haben viel vor uns“, sagte sie.", None),
    "German, any verb and a colon": ("de", "Eva Holm (SPD) widersprach: „Wir haben noch viel vor.“", "Eva Holm"),
    "German, a colon of no speech": ("de", "Das Motto stammt von Eva Holm und lautet: „Wir haben viel vor.“", None),
    "German, somebody from a place": ("de", "Ein Besucher aus Bonn meinte: „Ich komme immer wieder.“", "ein Besucher"),
    "German, in somebody's opinion": (
        "de", "Doch nach Ansicht von Landrat Otto Freyer ist der Streit „so überflüssig wie sonst nichts“.",
        "Otto Freyer"),
    "French, inverted and reflexive": (
        "fr", "Marie Dubois est venue. « Nous attendons ici », s’enthousiasme-t-elle.", "Marie Dubois"),
    "French, for somebody": (
        "fr", "Mais pour le président du club, Paul Lenoir, « tout cela n’est que du vent ».", "Paul Lenoir"),
    "German, a pronoun before": (
        "de", "„Das reicht uns nicht“, sagte Eva Holm. Sie fügte hinzu: „Wir haben noch viel vor.“",
        "Eva Holm"),
    "French, an office": (
        "fr", "La ministre du Travail, Marie Dubois, est venue. « Nous attendons ici », a souligné la ministre.",
        "Marie Dubois"),
    "French, of another place": (
        "fr", "Le maire Paul Lenoir est venu. « Nous attendons depuis longtemps », a dit le maire de Lyon.",
        None),
    "French, any verb": ("fr", "« Nous attendons depuis longtemps », s’étrangle Marie Dubois.", "Marie Dubois"),
    "French, no verb": ("fr", "« Nous attendons depuis longtemps », contre Marie Dubois.", None),
    "French, a quoted verb": ("fr", "Marie Dubois « regrette ce choix fait sans débat ».", "Marie Dubois"),
    "French, whom it was said to": (
        "fr", "Paul Lenoir est venu. « Nous attendons ici », a déclaré à l’ABC M. Lenoir.",
        "Paul Lenoir"),
    "French, inverted": (
        "fr", "Le maire, Paul Lenoir, est venu. « Nous attendons depuis longtemps », poursuit-il.",
        "Paul Lenoir"),
    "Spanish, an office": (
        "es", "La consejera de Medio Ambiente, Ana Robledo, calló. «Nadie debe volver hoy», dijo ayer la consejera.",
        "Ana Robledo"),
    "Spanish, who holds one": (
        "es", "La alcaldesa Ana Robledo llegó tarde. «No vamos a esperar más tiempo», agregó la regidora.",
        "Ana Robledo"),
}  # fmt: skip


@pytest.mark.parametrize("case", OFFICES)
def test_offices_and_pronouns_mean_the_one_person_named_before(case: str) -> None:
    language, text, speaker = OFFICES[case]
    quotes = find_quotes_by_pattern((Paragraph(1, 1, text),), language)
    assert [quote.speaker for quote in quotes][-1:] == [speaker]


def test_an_office_is_one_more_who_may_be_meant() -> None:
    paragraphs = (
        Paragraph(1, 1, "La alcaldesa Ana Robledo calló."),
        Paragraph(2, 2, "La alcaldesa habló con Pedro Campos: «No vamos a esperar más», zanjó."),
    )
    assert [quote.speaker for quote in find_quotes_by_pattern(paragraphs, "es")] == [None]
