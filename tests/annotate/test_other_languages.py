"""Articles in languages that no model reads: language, quotes, dates, figures and topics of each."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from briefing.annotate import annotate
from briefing.annotate.sentences import split_sentences
from briefing.model import Article, Edited, Evidence, Known, Line, Seed

DAY = Known("2024-04-28", "edited", Evidence("sidecar"))


def read(text: str) -> Article:
    lines = tuple(Line(number, line) for number, line in enumerate(text.split("\n"), 1))
    ((_, data),) = annotate([Seed("text", "seeds/text.txt", "", lines, edited=Edited(date=DAY))], jobs=1)
    return msgspec.msgpack.decode(data, type=Article)


def found(article: Article) -> dict[str, Any]:
    return {
        "language": article.language.value,
        "quotes": [(quote.text, quote.speaker) for quote in article.quotes],
        "dates": [(date.text, date.value) for date in article.dates],
        "figures": [(figure.text, figure.value, figure.unit) for figure in article.figures],
        "topics": [topic.id.removeprefix("medtop:") for topic in article.topics],
        "names": [name.name for name in article.names],
    }


QUOTES = [
    ("cue after", "de", "„Wir bauen die Brücke wieder auf“, sagte Bürgermeisterin Anna Holz am Abend im Rathaus.",
     [("Wir bauen die Brücke wieder auf", "Anna Holz")]),
    ("cue before", "de", "Anna Holz sagte: „Wir bauen die Brücke wieder auf.“ Der Rat stimmte danach zu.",
     [("Wir bauen die Brücke wieder auf.", "Anna Holz")]),
    ("marks of books", "de", "»Das Wasser kam in der Nacht«, erklärte der Feuerwehrchef Peter Lang den Reportern.",
     [("Das Wasser kam in der Nacht", "Peter Lang")]),
    ("surname later", "de", "Der Ingenieur Peter Lang leitet den Bau.\nDas dauert Jahre.\n"
     "„Uns fehlt vor allem das Geld dafür“, sagte Lang am Sonntag vor dem Rathaus.",
     [("Uns fehlt vor allem das Geld dafür", "Peter Lang")]),
    ("nobody", "de", "Auf dem Plakat an der Brücke stand in roter Farbe „Hier ist das Ende der Welt“ geschrieben.",
     [("Hier ist das Ende der Welt", None)]),
    ("somebody's", "de", "„Er hat mir nie etwas davon gesagt“, sagte die Frau von Peter Lang am Telefon.",
     [("Er hat mir nie etwas davon gesagt", None)]),
    ("spokesman", "de", "„Der Minister wird morgen nach Kiel reisen“, sagte der Sprecher von Peter Lang am Telefon.",
     [("Der Minister wird morgen nach Kiel reisen", None)]),
    ("small words", "de", "„Das Wasser kam in der ganzen Nacht“, sagte Ministerin Anna von der Marwitz dem Sender.",
     [("Das Wasser kam in der ganzen Nacht", "Anna von der Marwitz")]),
    ("cue after", "fr", "« Nous allons reconstruire le pont », a déclaré la maire Claire Petit devant les habitants.",
     [("Nous allons reconstruire le pont", "Claire Petit")]),
    ("cue before", "fr", "Claire Petit a affirmé : « Nous allons reconstruire le pont. » Le conseil a voté ensuite.",
     [("Nous allons reconstruire le pont.", "Claire Petit")]),
    ("inverted", "fr", "« L’eau est montée dans la nuit », explique le pompier Paul Martin, encore sous le choc.",
     [("L’eau est montée dans la nuit", "Paul Martin")]),
    ("pronoun", "fr", "« Il nous manque surtout de l’argent », a-t-elle ajouté avant de quitter la salle.",
     [("Il nous manque surtout de l’argent", None)]),
    ("according to", "fr", "« Le pont sera fermé pendant un an », selon Paul Martin, qui dirige les travaux.",
     [("Le pont sera fermé pendant un an", "Paul Martin")]),
    ("spokesman", "fr", "« Le pont sera fermé pendant un an », a dit le porte-parole du ministre Paul Martin hier.",
     [("Le pont sera fermé pendant un an", None)]),
    ("party", "fr", "« Le pont sera fermé pendant un an », a dit Paul Martin du Parti du fleuve, en colère.",
     [("Le pont sera fermé pendant un an", "Paul Martin")]),
    ("cue after", "es", "«Vamos a reconstruir el puente», dijo la alcaldesa Carmen Ruiz ante los vecinos.",
     [("Vamos a reconstruir el puente", "Carmen Ruiz")]),
    ("cue before", "es", "Carmen Ruiz afirmó: «Vamos a reconstruir el puente». El pleno votó después a favor.",
     [("Vamos a reconstruir el puente", "Carmen Ruiz")]),
    ("other marks", "es", "“El agua subió por la noche”, explicó el bombero Pablo Torres a los periodistas.",
     [("El agua subió por la noche", "Pablo Torres")]),
    ("source unnamed", "es", "«Nos falta sobre todo el dinero», aseguraron fuentes del ayuntamiento a este diario.",
     [("Nos falta sobre todo el dinero", None)]),
    ("lawyer", "es", "«Vamos a reconstruir el puente entero», dijo el abogado de Carmen Ruiz ante los vecinos.",
     [("Vamos a reconstruir el puente entero", None)]),
    ("office and surname", "de", "Peter Lang ist Minister in Kiel.\n"
     "„Das war wirklich knapp für uns alle“, sagte Innenminister Lang der Zeitung am Montag.",
     [("Das war wirklich knapp für uns alle", "Peter Lang")]),
    ("spoken to", "de", "„Das war wirklich knapp für uns alle“, sagte der Deutschen Presse-Agentur ein Mann in Kiel.",
     [("Das war wirklich knapp für uns alle", None)]),
    ("goes on", "de",
     "„Das war knapp für uns“, sagte Peter Lang am Montag. „Wir hatten alle sehr viel Glück.“ Er ging.",
     [("Das war knapp für uns", "Peter Lang"), ("Wir hatten alle sehr viel Glück.", "Peter Lang")]),
    ("in two parts", "de", "„Mit dem Geld“, rechnete Peter Lang vor, „bauen wir keine einzige neue Brücke im Tal.“",
     [("Mit dem Geld", "Peter Lang"), ("bauen wir keine einzige neue Brücke im Tal.", "Peter Lang")]),
    ("one meant", "de", "Peter Lang kam sehr spät ins Rathaus. „Wir bauen das alles wieder auf“, sagte er dem Rat.",
     [("Wir bauen das alles wieder auf", "Peter Lang")]),
    ("by age", "de", "Peter Lang lobte die Mannschaft. „Das war großartig von den Jungs“, sagte der 50-Jährige.",
     [("Das war großartig von den Jungs", "Peter Lang")]),
    ("nobody meant", "de", "Peter Lang kam mit Karl Holz ins Rathaus. „Wir bauen alles wieder auf“, sagte er dem Rat.",
     [("Wir bauen alles wieder auf", None)]),
    ("another's view", "de", "Peter Lang sagte, Anna Holz habe ihn „einen dummen alten Esel“ genannt und sei gegangen.",
     [("einen dummen alten Esel", None)]),
    ("body", "de", "„Der Fahrer war sehr müde und betrunken“, so die Polizei in einer Mitteilung am Montag.",
     [("Der Fahrer war sehr müde und betrunken", "die Polizei")]),
    ("the minister", "fr", "« Le pont sera fermé pendant un an », a ajouté la ministre devant les habitants.",
     [("Le pont sera fermé pendant un an", None)]),
    ("apposition", "fr",
     "« Le pont sera fermé un an », a dit à la presse la ministre des Ponts, Odile Fabrègue, hier soir.",
     [("Le pont sera fermé un an", "Odile Fabrègue")]),
    ("place in the office", "fr", "« Le pont sera fermé un an », a déclaré le maire de Lyon Paul Martin aux habitants.",
     [("Le pont sera fermé un an", "Paul Martin")]),
    ("within the marks", "fr",
     "« Le matin, raconte Paul Martin, je traverse le pont. À midi, il est déjà fermé. » Rien ne va.",
     [("Le matin, raconte Paul Martin, je traverse le pont. À midi, il est déjà fermé.", "Paul Martin")]),
    ("few words", "fr",
     "Paul Martin, le maire, a jugé le rapport « utile, mais daté » devant les habitants du quartier.",
     [("utile, mais daté", "Paul Martin")]),
    ("unnamed", "fr", "« Le pont sera fermé un an », a déclaré un porte-parole de la mairie aux habitants lundi.",
     [("Le pont sera fermé un an", "un porte-parole de la mairie")]),
    ("no subject", "es", "Ana Ruiz llegó muy tarde al pleno. «El puente se cerrará un año», dijo. Nadie aplaudió allí.",
     [("El puente se cerrará un año", "Ana Ruiz")]),
    ("no subject of two", "es",
     "Ana Ruiz y Juan Pérez llegaron tarde. «El puente se cerrará un año», dijo. Nadie aplaudió.",
     [("El puente se cerrará un año", None)]),
    ("spoken to", "es", "«El puente se cerrará un año», dijo a la agencia Europa Press el alcalde de la ciudad ayer.",
     [("El puente se cerrará un año", None)]),
    ("lawyer before", "es", "La abogada de Ana Ruiz afirmó: «El puente se cerrará un año». Nadie aplaudió en el pleno.",
     [("El puente se cerrará un año", None)]),
    ("those near", "es", "Fuentes cercanas a Juan Pérez dijeron: «El puente no se cerrará nunca». Nadie aplaudió allí.",
     [("El puente no se cerrará nunca", None)]),
    ("apposition", "es", "«El puente se cerrará», dijo el presidente de la Generalitat, Pere Aragonès, en Madrid ayer.",
     [("El puente se cerrará", "Pere Aragonès")]),
    ("no pattern", "it", "«Ricostruiremo il ponte entro un anno», ha detto la sindaca Anna Bianchi agli abitanti.",
     [("Ricostruiremo il ponte entro un anno", None)]),
]  # fmt: skip

DATES = [
    ("de", "Der Damm brach am 3. Mai 2023, und seit gestern steht das Wasser wieder in der Stadt.",
     [("3. Mai 2023", "2023-05-03"), ("gestern", "2024-04-27")]),
    ("de", "Der Stadtrat beschloss den Bau am 12.11.2021 und will im März 2026 fertig sein.",
     [("12.11.2021", "2021-11-12"), ("März 2026", "2026-03")]),
    ("fr", "Le barrage a cédé le 3 mai 2023 et, depuis hier, l’eau est de retour dans la ville.",
     [("3 mai 2023", "2023-05-03"), ("hier", "2024-04-27")]),
    ("fr", "Les travaux ont commencé le 1er mars 2022 et doivent finir en juin 2026.",
     [("1er mars 2022", "2022-03-01"), ("juin 2026", "2026-06")]),
    ("es", "La presa cedió el 3 de mayo de 2023 y desde ayer el agua ha vuelto a la ciudad.",
     [("3 de mayo de 2023", "2023-05-03"), ("ayer", "2024-04-27")]),
    ("es", "Las obras empezaron en marzo de 2022 y deben terminar el 15 de junio de 2026.",
     [("marzo de 2022", "2022-03"), ("15 de junio de 2026", "2026-06-15")]),
]  # fmt: skip

FIGURES = [
    ("de", "Der Wiederaufbau der Brücke kostet die Stadt 4,5 Millionen Euro, 12 Prozent mehr als geplant.",
     [("4,5 Millionen Euro", 4.5e6, "EUR"), ("12 Prozent", 12, "%")]),
    ("de", "Die Leitung ist 1.250 Kilometer lang und liefert dem Land jedes Jahr 30.000 Tonnen davon.",
     [("1.250 Kilometer", 1250, "km"), ("30.000 Tonnen", 30000, "t")]),
    ("fr", "La reconstruction du pont coûtera 4,5 millions d’euros à la ville, soit 12 % de plus que prévu.",
     [("4,5 millions d’euros", 4.5e6, "EUR"), ("12 %", 12, "%")]),
    ("fr", "La conduite mesure 1 250 kilomètres et fournit au pays 30 000 tonnes chaque année.",
     [("1 250 kilomètres", 1250, "km"), ("30 000 tonnes", 30000, "t")]),
    ("es", "La reconstrucción del puente costará 4,5 millones de euros, un 12 por ciento más de lo previsto.",
     [("4,5 millones de euros", 4.5e6, "EUR"), ("12 por ciento", 12, "%")]),
    ("es", "La tubería mide 1.250 kilómetros y suministra al país 30.000 toneladas cada año.",
     [("1.250 kilómetros", 1250, "km"), ("30.000 toneladas", 30000, "t")]),
]  # fmt: skip

TOPICS = [
    ("de", "Bundestagswahl: Kanzler verliert die Mehrheit\nDie Wähler haben der Koalition die Mehrheit genommen. Das "
     "Wahlergebnis traf die Partei des Kanzlers hart, die Kandidaten der Opposition jubelten.", "11000000"),
    ("de", "Hochwasser an der Elbe steigt weiter\nNach dem Deichbruch bei Wittenberg hat die Feuerwehr zwei Dörfer "
     "evakuiert. Das Hochwasser ist das schlimmste seit Jahren, die Rettungskräfte sind erschöpft.", "03000000"),
    ("de", "Bayern gewinnt das Pokalspiel im Elfmeterschießen\nDer Trainer lobte seine Mannschaft nach dem Sieg im "
     "Stadion, der Torwart hielt drei Elfmeter. In der Bundesliga führt der Verein.", "15000000"),
    ("de", "Notenbank senkt den Leitzins\nDie Inflation ist gesunken, die Konjunktur schwach. Die Zentralbank senkt "
     "deshalb die Zinsen, an der Börse stiegen die Aktien.", "04000000"),
    ("fr", "Élection présidentielle : la gauche en tête au premier tour\nLes électeurs ont voté en nombre. Le scrutin "
     "du second tour opposera deux candidats, selon le ministre de l’intérieur.", "11000000"),
    ("fr", "Le procès du meurtre de Nantes s’ouvre devant la cour d’assises\nL’accusé nie. Le procureur parle d’un "
     "assassinat, le tribunal entendra les enquêteurs de la police.", "02000000"),
    ("fr", "L’épidémie de rougeole gagne du terrain\nLes hôpitaux manquent de médecins et le vaccin manque aussi. La "
     "maladie touche surtout les enfants, selon les autorités sanitaires.", "07000000"),
    ("es", "El Gobierno pierde la moción de censura en el Congreso\nEl presidente del Gobierno perdió el apoyo de la "
     "coalición. La oposición pide elecciones y presenta a su candidata.", "11000000"),
    ("es", "Un ataque aéreo rompe el alto el fuego\nEl ejército bombardeó el frente y los soldados respondieron con "
     "misiles. La guerra dura ya dos años y la tregua ha terminado.", "16000000"),
    ("es", "La ola de calor deja temperaturas récord\nLa Aemet mantiene la alerta roja. Después del calor llegará una "
     "borrasca con tormentas y lluvia en el norte.", "17000000"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "expected"), [case[1:] for case in QUOTES], ids=[f"{case[1]}: {case[0]}" for case in QUOTES]
)
def test_quotes(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    article = found(read(text))
    assert (article["language"], article["quotes"]) == (language, expected)


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    article = found(read(text))
    assert (article["language"], article["dates"]) == (language, expected)


@pytest.mark.parametrize(("language", "text", "expected"), FIGURES)
def test_figures(language: str, text: str, expected: list[tuple[str, float, str]]) -> None:
    article = found(read(text))
    assert (article["language"], article["figures"]) == (language, expected)


@pytest.mark.parametrize(("language", "text", "expected"), TOPICS)
def test_topics(language: str, text: str, expected: str) -> None:
    article = found(read(text))
    assert (article["language"], article["topics"][:1]) == (language, [expected])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Am 3. Oktober tagte der Rat. Prof. Dr. Lang kam, z. B. mit Frau Holz. Er schwieg.", 3),
        ("M. Petit est venu. Mme Martin, elle, n’a pas parlé. « Non ! » a-t-il dit. C’est fini.", 4),
        ("El Sr. Ruiz llegó tarde. ¿Por qué? Nadie lo sabe. EE. UU. no comentó nada.", 4),
        ("Der 1. FC Köln stieg in die 2. Bundesliga ab. »Nein.« Er schwieg. Am 21. Juni ist Schluss.", 4),
        ("Né en 50 av. J.-C. à Rome. Le no. 5 et l'art. 49 restent. Mme. Petit est venue.", 3),
        ("Der Umsatz stieg um 3,5 Mio. Euro. Das sagte Dr. h. c. Lang. Mehr wollte er nicht sagen.", 3),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    assert len(split_sentences(text)) == sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Мэр города сказал в понедельник, что никто не погиб при наводнении, и обещал жителям помощь."),
        ("ja", "市長は月曜日、洪水による死者はいないと述べ、住民への支援を約束した。"),
        ("ar", "قال رئيس البلدية يوم الاثنين إن أحداً لم يمت في الفيضان ووعد السكان بالمساعدة."),
        ("pl", "Burmistrz powiedział w poniedziałek, że nikt nie zginął w powodzi, i obiecał mieszkańcom pomoc."),
    ],
)
def test_other_languages_are_left_alone(language: str, text: str) -> None:
    assert found(read(text)) == {
        "language": language,
        "quotes": [],
        "dates": [],
        "figures": [],
        "topics": [],
        "names": [],
    }
