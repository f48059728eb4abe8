"""Dates and figures in German, French and Spanish: what words and number formats alone tell."""

from __future__ import annotations

import pytest

from briefing.annotate.locales import find_figures_by_locale, find_times_by_locale
from briefing.model import Paragraph

DAY = "2024-04-28"

TIMES = [
    ("de", "Am 3. Mai 2023 brach der Damm.", [("3. Mai 2023", "2023-05-03")]),
    ("de", "Der Damm brach am 03.05.2023 und im März 2022.", [("03.05.2023", "2023-05-03"), ("März 2022", "2022-03")]),
    ("de", "Gestern tagte der Rat, heute morgen reist er ab.", [("Gestern", "2024-04-27"), ("heute", DAY)]),
    ("de", "Der Rat tagt am 2. Mai; im Mai blüht der Flieder.", [("2. Mai", "2024-05-02")]),
    ("de", "Der Rat tagte am 2. Oktober.", [("2. Oktober", None)]),
    ("fr", "Le barrage a cédé le 1er mai 2023.", [("1er mai 2023", "2023-05-01")]),
    ("fr", "Le conseil s’est réuni hier, aujourd’hui il part.", [("hier", "2024-04-27"), ("aujourd’hui", DAY)]),
    ("fr", "Il est né en juillet 1998.", [("juillet 1998", "1998-07")]),
    ("es", "La presa cedió el 3 de mayo de 2023.", [("3 de mayo de 2023", "2023-05-03")]),
    (
        "es",
        "El consejo se reunió ayer; llegó en abril del 2019.",
        [("ayer", "2024-04-27"), ("abril del 2019", "2019-04")],
    ),
    ("es", "El consejo llega el 1 de mayo por la mañana.", [("1 de mayo", "2024-05-01")]),
    ("it", "La diga ha ceduto il 3 maggio 2023.", []),
]

FIGURES = [
    ("de", "Der Bau kostet 3,2 Millionen Euro.", [("3,2 Millionen Euro", 3.2e6, "EUR", None)]),
    ("de", "Es sind 1.234,5 Kilometer und 45 Prozent.",
     [("1.234,5 Kilometer", 1234.5, "km", None), ("45 Prozent", 45, "%", None)]),
    ("de", "Rund 10 bis 15 Prozent fehlen.", [("Rund 10 bis 15 Prozent", 10, "%", 15)]),
    ("de", "Die Halle hat 300 Plätze und steht seit 2019.", []),
    ("fr", "Le pont coûte 3,2 millions d’euros.", [("3,2 millions d’euros", 3.2e6, "EUR", None)]),
    ("fr", "Il reste 12\u202f500 € et 4,5 %.", [("12\u202f500 €", 12500, "EUR", None), ("4,5 %", 4.5, "%", None)]),
    ("es", "El puente cuesta 2 mil millones de euros.", [("2 mil millones de euros", 2e9, "EUR", None)]),
    ("es", "Subió un 3,5 por ciento, de 1.200 a 1.300 toneladas.",
     [("3,5 por ciento", 3.5, "%", None), ("1.300 toneladas", 1300, "t", None)]),
]  # fmt: skip


def _paragraphs(text: str) -> list[Paragraph]:
    return [Paragraph(1, 1, text)]


@pytest.mark.parametrize(("language", "text", "expected"), TIMES)
def test_resolves_dates(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    times = find_times_by_locale(_paragraphs(text), language, DAY)
    assert [(time.text, time.value) for time in times] == expected
    assert all(text[time.start : time.end] == time.text for time in times)


def test_resolves_nothing_near_without_a_date() -> None:
    (time,) = find_times_by_locale(_paragraphs("Gestern tagte der Rat."), "de", None)
    assert time.value is None


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Sie haben weniger als 950 Euro im Monat.", ("weniger als 950 Euro", "less than")),
        ("de", "Über 3 Millionen Euro fehlen.", ("Über 3 Millionen Euro", "more than")),
        ("fr", "Il coûte au moins 12 millions d’euros.", ("au moins 12 millions d’euros", "at least")),
        ("fr", "Environ 62 % des trains circulent.", ("Environ 62 %", "about")),
        ("es", "Cuesta casi 40 euros.", ("casi 40 euros", "about")),
        ("es", "Bajó de 40 a 30 euros, hasta 20 euros.", ("30 euros", None)),
    ],
)
def test_reads_what_qualifies_a_figure(language: str, text: str, found: tuple[str, str | None]) -> None:
    figure = find_figures_by_locale(_paragraphs(text), language)[0]
    assert (figure.text, figure.qualifier) == found


@pytest.mark.parametrize(("language", "text", "expected"), FIGURES)
def test_reads_figures(language: str, text: str, expected: list[tuple[str, float, str, float | None]]) -> None:
    figures = find_figures_by_locale(_paragraphs(text), language)
    assert [(figure.text, figure.value, figure.unit, figure.last) for figure in figures] == expected
    assert all(text[figure.start : figure.end] == figure.text for figure in figures)
