"""Dates and figures in German, French and Spanish: what words and number formats alone tell."""

from __future__ import annotations

import pytest

from briefing.annotate.locales import find_figures_by_locale, find_times_by_locale
from briefing.model import Paragraph

DAY = "2024-04-28"

TIMES = [
    ("de", "Am 3. Mai 2023 brach der Damm.", [("3. Mai 2023", "2023-05-03")]),
    ("de", "Der Damm brach am 03.05.2023 und im März 2022.", [("03.05.2023", "2023-05-03"), ("März 2022", "2022-03")]),
    ("de", "Gestern tagte der Rat, heute morgen reist er ab.", [("Gestern", "2024-04-27"), ("heute morgen", DAY)]),
    ("de", "Der Rat tagt am 2. Mai; im Mai blüht der Flieder.", [("2. Mai", "2024-05-02"), ("Mai", None)]),
    ("de", "Der Rat tagte am 2. Oktober.", [("2. Oktober", "2023-10-02")]),
    ("de", "Die Kälte am 2. Oktober.", [("2. Oktober", None)]),
    ("fr", "Le barrage a cédé le 1er mai 2023.", [("1er mai 2023", "2023-05-01")]),
    ("fr", "Le conseil s’est réuni hier, aujourd’hui il partira.", [("hier", "2024-04-27"), ("aujourd’hui", DAY)]),
    ("fr", "Il est né en juillet 1998.", [("juillet 1998", "1998-07")]),
    ("es", "La presa cedió el 3 de mayo de 2023.", [("3 de mayo de 2023", "2023-05-03")]),
    (
        "es",
        "El consejo se reunió ayer; llegó en abril del 2019.",
        [("ayer", "2024-04-27"), ("abril del 2019", "2019-04")],
    ),
    ("es", "El consejo llega el 1 de mayo por la mañana.", [("1 de mayo", "2024-05-01")]),
    ("it", "La diga ha ceduto il 3 maggio 2023.", []),
    # the day of the article is a Sunday
    ("de", "Das teilte die Polizei am Freitag mit.", [("Freitag", "2024-04-26")]),
    ("de", "Am Freitag soll der Rat entscheiden.", [("Freitag", "2024-05-03")]),
    ("de", "Ein Stau am Freitag.", [("Freitag", None)]),
    ("de", "Die am Freitag vorgelegte Bilanz soll besser werden.", [("Freitag", "2024-04-26")]),
    ("de", "Die am Freitag geplante Sitzung entfällt.", [("Freitag", "2024-05-03")]),
    ("de", "Der Streik begann am vergangenen Dienstag und endet kommenden Montag.",
     [("vergangenen Dienstag", "2024-04-23"), ("kommenden Montag", "2024-04-29")]),
    ("de", "Von 2018 bis 2021 sank die Zahl, im ersten Halbjahr 2022 stieg sie.",
     [("2018 bis 2021", "2018/2021"), ("ersten Halbjahr 2022", "2022-01/2022-06")]),
    ("de", "Ende März wurde gebaut, vor drei Jahren war hier Wald.",
     [("März", "2024-03"), ("vor drei Jahren", "2021")]),
    ("de", "Im Vorjahr waren es weniger, in den 1990er-Jahren mehr.",
     [("Vorjahr", "2023"), ("1990er-Jahren", "1990/1999")]),
    ("de", "Im Jahr 2010 zog er um; im Mai begann er zu malen.", [("2010", "2010"), ("Mai", None)]),
    ("de", "„Heute haben wir gewonnen“, sagte er.", [("Heute", None)]),
    ("de", "Heute ist das anders.", [("Heute", None)]),
    ("fr", "L’avion s’est posé lundi dernier.", [("lundi dernier", "2024-04-22")]),
    ("fr", "La ministre, qui doit se rendre sur place mercredi, a promis une aide.", [("mercredi", "2024-05-01")]),
    ("fr", "Le rapport présenté vendredi sera débattu le mois prochain.",
     [("vendredi", "2024-04-26"), ("mois prochain", "2024-05")]),
    ("fr", "Le marché a lieu le samedi.", [("samedi", None)]),
    ("fr", "Il sera là du 11 au 13 juin.", [("11 au 13 juin", "2024-06-11/2024-06-13")]),
    ("fr", "L’an dernier, il y a deux ans et au premier trimestre 2023.",
     [("an dernier", "2023"), ("il y a deux ans", "2022"), ("premier trimestre 2023", "2023-01/2023-03")]),
    ("fr", "Ils ont été expulsés entre avril et octobre 2023.", [("avril et octobre 2023", "2023-04/2023-10")]),
    ("es", "La Policía detuvo este viernes a un vecino.", [("este viernes", "2024-04-26")]),
    ("es", "El pasado martes y el próximo sábado.",
     [("pasado martes", "2024-04-23"), ("próximo sábado", "2024-05-04")]),
    ("es", "El juez les tomará declaración el viernes.", [("viernes", "2024-05-03")]),
    ("es", "Hace dos años, el año pasado y la semana que viene.",
     [("Hace dos años", "2022"), ("año pasado", "2023"), ("semana que viene", "2024-W18")]),
    ("es", "Desde enero de 2012 hasta 2015.", [("enero de 2012", "2012-01"), ("2015", "2015")]),
    ("es", "Cosecharon 2015 kilos y 2020 toneladas.", []),
    ("de", "Am Donnerstag nächster Woche tagt der Rat.", [("Donnerstag nächster Woche", None)]),
    ("de", "Man rechnet in 2025 Fällen damit.", []),
    ("fr", "Le conseil se réunit lundi et le maire l’a dit.", [("lundi", None)]),
    ("fr", "Vendredi, le maire a annoncé une aide.", [("Vendredi", "2024-04-26")]),
    ("es", "El juez citó al alcalde para el lunes.", [("lunes", None)]),
    ("es", "Vive aquí desde hace dos años.", []),
    ("de", "Am Wochenende fiel der Strom aus, im Laufe des Montags soll er wiederkommen.",
     [("Wochenende", "2024-04-27/2024-04-28"), ("Montags", "2024-04-29")]),
    ("de", "Im Vormonat stieg der Wert, in der Vorwoche fiel er, gegenüber dem Vorjahr auch.",
     [("Vormonat", "2024-03"), ("Vorwoche", None), ("Vorjahr", "2023")]),
    ("de", "„Gut so“, so Minister Ott am Freitag vor der Presse.", [("Freitag", "2024-04-26")]),
    ("de", "Am gestrigen Samstag tagte der Rat.", [("gestrigen Samstag", "2024-04-27")]),
    ("de", "Sie hatte 2019 fast alles verloren. 2017 war es weniger, ein Jahr zuvor mehr.",
     [("2019", "2019"), ("2017", "2017"), ("ein Jahr zuvor", "2016")]),
    ("de", "Das Stück kam vor 2000 Zuschauern auf die Bühne, bis 1990 Plätze fehlten.", []),
    ("de", "Bis Jahresende sollen Stellen wegfallen, zum Jahresende war das anders.",
     [("Jahresende", "2024"), ("Jahresende", None)]),
    ("de", "Nach Angaben der Bahn soll es am Dienstag regnen.", [("Dienstag", "2024-04-30")]),
    ("fr", "Du 11 au 13 juin, le Rex projettera un film ; l’accès ouvrira à partir d’avril.",
     [("11 au 13 juin", "2024-06-11/2024-06-13"), ("avril", "2024-04")]),
    ("fr", "Quatre sont morts, dont un enfant, dans une collision lundi à Lens.", [("lundi", "2024-04-22")]),
    ("fr", "Samedi après-midi, vers 16 heures, un mur est tombé.", [("Samedi après-midi", "2024-04-27")]),
    ("fr", "Le film, que Jean aime mardi, plaît.", [("mardi", None)]),
    ("fr", "Plus de 2000 personnes ont défilé contre la loi de 2008.", [("2008", "2008")]),
    ("fr", "En 2017, il y avait 29 morts, contre 20 un an plus tôt.", [("2017", "2017"), ("un an plus tôt", "2016")]),
    ("fr", "Il a vu 1998 films ; deux ans plus tôt, aucun.", [("deux ans plus tôt", None)]),
    ("fr", "Le 3 mars dernier, un vote.", [("3 mars dernier", "2024-03-03")]),
    ("fr", "Il a été arrêté ce matin.", [("ce matin", DAY)]),
    ("es", "En 2012 cayó. Hace dos días subió. Hace dos años no.",
     [("2012", "2012"), ("Hace dos días", "2024-04-26"), ("Hace dos años", None)]),
    ("es", "Murió el sábado en Lima. Será en mayo.", [("sábado", "2024-04-27"), ("mayo", "2024-05")]),
    ("es", "Más de 2000 personas llegaron, una de 1990 vecinos.", []),
    ("es", "Lo ha dicho esta mañana. El fin de semana abre el museo.", [("esta mañana", DAY), ("fin de semana", None)]),
    ("es", "Un voto, el pasado 3 de marzo.", [("pasado 3 de marzo", "2024-03-03")]),
    ("de", "Der Prozess begann im März vergangenen Jahres, am 4. Juni nächsten Jahres endet er.",
     [("März vergangenen Jahres", "2023-03"), ("4. Juni nächsten Jahres", "2025-06-04")]),
    ("de", "Am Montag brannte es, am Tag darauf nicht mehr. Zwei Tage später kehrten sie am selben Tag zurück.",
     [("Montag", "2024-04-22"), ("Tag darauf", "2024-04-23"), ("Zwei Tage später", "2024-04-25"),
      ("selben Tag", "2024-04-25")]),
    ("de", "Der 2019 gegründete Verein gewann bereits 2021. Es stieg auf 1950 Euro, rund 1985 kamen.",
     [("2019", "2019"), ("2021", "2021")]),
    ("de", "Bei der Bundestagswahl 2021 verlor er.", [("2021", "2021")]),
    ("de", "Das Spiel soll morgen stattfinden, am Morgen war es kalt. Morgen tagt der Rat.",
     [("morgen", "2024-04-29"), ("Morgen", "2024-04-29")]),
    ("de", "Im Winter 2018/19 fiel Schnee, diesen Sommer soll gebaut werden.",
     [("Winter 2018/19", "2018-12/2019-02"), ("diesen Sommer", "2024-SU")]),
    ("de", "In den ersten neun Monaten 2022 fiel er, im ersten Quartal 2023 stieg er, nach 2 im Vorjahresquartal.",
     [("ersten neun Monaten 2022", "2022-01/2022-09"), ("ersten Quartal 2023", "2023-01/2023-03"),
      ("Vorjahresquartal", "2022-01/2022-03")]),
    ("de", "An Silvester starb er, vor Ostern 2023 schneite es.",
     [("Silvester", "2023-12-31"), ("Ostern 2023", "2023-04-09")]),
    ("de", "In den 90er-Jahren und im 19. Jahrhundert war hier Wald.",
     [("90er-Jahren", "1990/1999"), ("19. Jahrhundert", "1800/1899")]),
    ("de", "Die Zahl lag im März bei 30, im Februar bei 25.", [("März", "2024-03"), ("Februar", "2024-02")]),
    ("de", "Am 12.4. starb er, vor fast einem Jahr kam er, vor fast drei Wochen ging er. Karten gibt es ab Montag.",
     [("12.4.", "2024-04-12"), ("vor fast einem Jahr", "2023"), ("Montag", "2024-04-29")]),
    ("fr", "Élu en mai de l’année dernière, il a perdu le 3 juin de l’an dernier.",
     [("mai de l’année dernière", "2023-05"), ("3 juin de l’an dernier", "2023-06-03")]),
    ("fr", "Lundi, le feu a pris ; le lendemain, il était éteint. La veille du vote, il pleuvait.",
     [("Lundi", "2024-04-22"), ("lendemain", "2024-04-23")]),
    ("fr", "En 2015, il est parti ; cette année-là, il a perdu. L’année suivante, il est revenu.",
     [("2015", "2015"), ("cette année-là", "2015"), ("année suivante", "2016")]),
    ("fr", "Dans la nuit de jeudi à vendredi, deux hommes ont été tués.",
     [("jeudi", "2024-04-25"), ("vendredi", "2024-04-26")]),
    ("fr", "L’hiver 2018-2019 fut doux au XIXe siècle, dans les années 80.",
     [("hiver 2018-2019", "2018-12/2019-02"), ("XIXe siècle", "1800/1899"), ("années 80", "1980/1989")]),
    ("fr", "Les trois premiers mois de l’année ont été bons, contre 3 % sur la même période de l’an dernier.",
     [("trois premiers mois de l’année", "2024-01/2024-03"), ("même période de l’an dernier", "2023-01/2023-03")]),
    ("fr", "À Noël, il est parti. Le vote aura lieu fin juin, avant la fin de l’année.",
     [("Noël", "2023-12-25"), ("juin", "2024-06"), ("fin de l’année", "2024")]),
    ("es", "Fue elegido en mayo del año pasado. El pasado mes de marzo ganó.",
     [("mayo del año pasado", "2023-05"), ("pasado mes de marzo", "2024-03")]),
    ("es", "El lunes ardió; al día siguiente llovió. Dos días antes de la boda nevó.",
     [("lunes", "2024-04-22"), ("día siguiente", "2024-04-23")]),
    ("es", "En 2015 ganó; un año después perdió, y ese año se fue.",
     [("2015", "2015"), ("un año después", "2016"), ("ese año", "2016")]),
    ("es", "Mañana decidirá el consejo; por la mañana nevó.", [("Mañana", "2024-04-29")]),
    ("es", "El pasado invierno nevó; este verano lloverá.",
     [("pasado invierno", "2023-12/2024-02"), ("este verano", "2024-SU")]),
    ("es", "El Viernes Santo llovió. El próximo día 15 se reunirá el consejo, el día 3 votó.",
     [("Viernes Santo", "2024-03-29"), ("día 15", "2024-05-15"), ("día 3", "2024-04-03")]),
    ("es", "En el primer trimestre de 2023 subió, frente al mismo periodo del año anterior.",
     [("primer trimestre de 2023", "2023-01/2023-03"), ("mismo periodo del año anterior", "2022-01/2022-03")]),
    ("es", "Desde la década de 1990 y el siglo XIX, en los primeros seis meses de 2022.",
     [("década de 1990", "1990/1999"), ("siglo XIX", "1800/1899"), ("primeros seis meses de 2022", "2022-01/2022-06")]),
    ("de", "Der heute 61-Jährige kam nach dem Spiel vom Samstag. Es gilt seit dem 1. März, am 1. Juli endet es.",
     [("Samstag", "2024-04-27"), ("1. März", "2024-03-01"), ("1. Juli", "2024-07-01")]),
    ("de", "Am Rande eines Treffens Ende Februar hieß es, man wolle warten.", [("Februar", "2024-02")]),
    ("fr", "Les obsèques ont lieu mercredi. D’ici à la fin du mois, la loi changera.",
     [("mercredi", "2024-05-01"), ("mois", "2024-04")]),
    ("es", "Emigró en 1979. El pasado 20 de abril cumplió 57 años, a fin de mes se irá. Al cierre de marzo había 300.",
     [("1979", "1979"), ("pasado 20 de abril", "2024-04-20"), ("mes", "2024-04"), ("marzo", None)]),
    ("es", "El torneo comienza el viernes.", [("viernes", "2024-05-03")]),
    ("de", "Die Regierung kündigte am Montag an, bis Ende Juni zu berichten. In den siebziger Jahren fiel er.",
     [("Montag", "2024-04-22"), ("Juni", None), ("siebziger Jahren", "1970/1979")]),
    ("fr", "Le match devait se jouer vendredi. Le jour même, rien.", [("vendredi", None), ("Le jour même", None)]),
    ("es", "En los dos primeros meses de 2022 cayó.", [("dos primeros meses de 2022", "2022-01/2022-02")]),
]  # fmt: skip

FIGURES = [
    ("de", "Der Bau kostet 3,2 Millionen Euro.", [("3,2 Millionen Euro", 3.2e6, "EUR", None)]),
    ("de", "Es sind 1.234,5 Kilometer und 45 Prozent.",
     [("1.234,5 Kilometer", 1234.5, "km", None), ("45 Prozent", 45, "%", None)]),
    ("de", "Rund 10 bis 15 Prozent fehlen.", [("Rund 10 bis 15 Prozent", 10, "%", 15)]),
    ("de", "Die Halle hat 300 Plätze und steht seit 2019.", [("300 Plätze", 300, None, None)]),
    ("fr", "Le pont coûte 3,2 millions d’euros.", [("3,2 millions d’euros", 3.2e6, "EUR", None)]),
    ("fr", "Il reste 12\u202f500 € et 4,5 %.", [("12\u202f500 €", 12500, "EUR", None), ("4,5 %", 4.5, "%", None)]),
    ("es", "El puente cuesta 2 mil millones de euros.", [("2 mil millones de euros", 2e9, "EUR", None)]),
    ("es", "Subió un 3,5 por ciento, de 1.200 a 1.300 toneladas.",
     [("3,5 por ciento", 3.5, "%", None), ("1.200", 1200, "t", None), ("1.300 toneladas", 1300, "t", None)]),
    ("de", "Zwölf Millionen Euro für 1.150 Menschen.",
     [("Zwölf Millionen Euro", 12e6, "EUR", None), ("1.150 Menschen", 1150, None, None)]),
    ("de", "Es kostet 50’000 Franken, 3.50 Franken oder € 40.",
     [("50’000 Franken", 50000, "CHF", None), ("3.50 Franken", 3.5, "CHF", None), ("€ 40", 40, "EUR", None)]),
    ("de", "Er ist 58 Jahre alt, wohnt seit 17 Tagen in Halle 12 und kam um 14 Uhr.", []),
    ("de", "Drei Tote und drei Gäste; ein Viertel der Häuser brannte.",
     [("Drei Tote", 3, None, None), ("ein Viertel der Häuser", 0.25, None, None)]),
    ("fr", "1,7 million de personnes, 1 240 logements et 58 ans.",
     [("1,7 million de personnes", 1.7e6, None, None), ("1 240 logements", 1240, None, None)]),
    ("fr", "Soit 312 cas pour 100 000 habitants, entre 9 et 11 % de plus.",
     [("312 cas", 312, None, None), ("9 et 11 %", 9, "%", 11)]),
    ("fr", "Un tiers de confiance, un quart d’heure.", []),
    ("fr", "Deux tiers des ménages, en 2012 et 15 % depuis.",
     [("Deux tiers des ménages", 0.666667, None, None), ("15 %", 15, "%", None)]),
    ("es", "Un millón de euros para once vecinos y 46.000 millones de pesos.",
     [("Un millón de euros", 1e6, "EUR", None), ("once vecinos", 11, None, None),
      ("46.000 millones de pesos", 46e9, "pesos", None)]),
    ("de", "Der Preis fiel von 92 auf zuletzt 41 Euro, die Quote um 3 auf 15 Prozent.",
     [("92", 92, "EUR", None), ("41 Euro", 41, "EUR", None), ("15 Prozent", 15, "%", None)]),
    ("de", "Böen von 171 Kilometern pro Stunde bei 30 Grad Celsius.",
     [("171 Kilometern pro Stunde", 171, "km/h", None), ("30 Grad Celsius", 30, "°C", None)]),
    ("de", "Rund 2000 Menschen kamen, im Jahr 2000 Häuser.", [("Rund 2000 Menschen", 2000, None, None)]),
    ("de", "Zwei Menschen kamen ums Leben. Zwei Menschen halfen, einer wurde verletzt.",
     [("Zwei Menschen", 2, None, None)]),
    ("de", "84 der 130 Plätze fehlen, 84 von 130 Euro.",
     [("84", 84, None, None), ("130 Plätze", 130, None, None), ("130 Euro", 130, "EUR", None)]),
    ("de", "Jede zehnte Stelle fehlt jeden zweiten Tag.", [("Jede zehnte Stelle", 0.1, None, None)]),
    ("fr", "Il a coûté 25,7 M€ pour 5 m.", [("25,7 M€", 25.7e6, "EUR", None)]),
    ("fr", "Un habitant sur douze et quatre femmes sur dix sont mortes, 24 heures sur 24.",
     [("Un habitant sur douze", 0.083333, None, None), ("quatre femmes sur dix", 0.4, None, None)]),
    ("fr", "Trois personnes ont suivi le concert des morts.", []),
    ("fr", "La part passe de 2012 à 15 %, de 12 à 15 %.",
     [("15 %", 15, "%", None), ("12", 12, "%", None), ("15 %", 15, "%", None)]),
    ("es", "Siete de cada diez niños, una de cada cinco desea más.", [("Siete de cada diez niños", 0.7, None, None)]),
    ("es", "Llegaron 1,250 personas en 12 horas por la carretera 45 norte.", []),
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
        ("es", "Cayó a 30 euros, hasta 20 euros.", ("30 euros", None)),
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
