"""The words of the interface: complete, and dates, numbers and evidence as a reader expects them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import briefing
from briefing import texts
from briefing.annotate.layout import source
from briefing.model import Evidence, Figure
from briefing.texts import (
    date_text,
    evidence_text,
    language_text,
    languages,
    list_text,
    number_text,
    quoted,
    removed_text,
    say,
    say_count,
    section,
    speaks,
    untranslated,
)
from briefing.texts.figures import figure_text

PACKAGE = Path(briefing.__file__).parent


def figure(
    value: float, unit: str | None = None, qualifier: str | None = None, text: str = "33", counts: str | None = None
) -> Figure:
    return Figure(text, value, unit, counts, qualifier, 1, 0, 1)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-04-28", "28 April 2024"),
        ("2024-04-28T10:30:00Z", "28 April 2024"),
        ("2024-W18", "week of 29 April 2024"),
        ("2024-04", "April 2024"),
        ("2024", "2024"),
        ("2024-Q2", "second quarter of 2024"),
        ("2024-SU", "summer 2024"),
        ("2024-04-28/2024-05-04", "28 April to 4 May 2024"),
        ("2024-04-28/2024-04-30", "28 to 30 April 2024"),
        ("2023-12-28/2024-01-04", "28 December 2023 to 4 January 2024"),
        ("2024-02-30/2024-03-01", "2024-02-30 to 1 March 2024"),
        ("2024-04/2024-05-04", "April 2024 to 4 May 2024"),
        ("2024-02-30", "2024-02-30"),
        ("soon", "soon"),
    ],
)
def test_a_date_reads_as_a_date_and_anything_else_stands_as_it_is(value: str, words: str) -> None:
    assert date_text(value, "en") == words


def test_a_day_can_be_named_with_its_weekday() -> None:
    assert date_text("2024-04-28", "en", weekday=True) == "Sunday 28 April 2024"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (33000, "33,000"),
        (100, "100"),
        (0.5, "0.5"),
        (14.3e9, "14.3 billion"),
        (13471234, "13,471,234"),
        (2e12, "2 trillion"),
        (-3.25, "-3.25"),
        (348.8e9, "348.8 billion"),
        (691.06e9, "691.06 billion"),
        (1234567890, "1,234,567,890"),
        (1.666667, "1⅔"),
        (1333.333333, "1,333.333333"),
    ],
)
def test_a_number_is_short_only_where_that_loses_nothing(value: float, words: str) -> None:
    assert number_text(value, "en") == words


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (figure(33000, None, "more than"), "33,000+"),
        (figure(100, None, "some"), "~100"),
        (figure(14.3e9, "GBP"), "£14.3 billion"),
        (figure(40, "%", "up to"), "up to 40%"),
        (figure(5, "km"), "5 km"),
        (figure(1, "cents", None, "a one penny loss", "loss"), "1 cent"),
        (figure(1, "percentage points"), "1 percentage point"),
        (figure(1, "centuries"), "1 century"),
        (replace(figure(1, "years"), last=2.0), "1–2 years"),
        (figure(300, "CHF"), "CHF 300"),
        (figure(7, None, "exactly {x}"), "exactly x 7"),
        (figure(3e6, "USD", None, "$3 to $5 million"), "$3 to $5 million"),
        (figure(18250, None, "around", "around 18,250 to 63,000 visitors", "visitors"), "~18,250 to 63,000"),
        (figure(800, None, None, "800-1000 people", "people"), "800–1000"),
        (figure(60, "%", "almost", "almost 60 to 70% of the members", "members"), "~60 to 70%"),
        (figure(15, "%", None, "15 to 20 percent of the city", "city"), "15 to 20%"),
        (figure(15, "%", None, "15 to 20 percent chance", "chance"), "15 to 20%"),
        (figure(15, "%", None, "15 to 20 percent", "Turnout"), "15 to 20%"),
        (figure(60, "mph", None, "60-80 mph", "Winds"), "60–80 mph"),
        (figure(36, None, "between", "between 36 and 40 people", "people"), "between 36 and 40"),
        (
            figure(12e6, "USD", "between", "between $ 12 million and $ 20 million"),
            "between $12 million and $20 million",
        ),
        (figure(18, "ft", None, "18 to 23 foot"), "18 to 23 foot"),
        (figure(0.67, "USD", "about", "about $0.67 per share", "loss"), "~$0.67 per share"),
        (figure(45, "USD", None, "$45-a-barrel", "oil"), "$45 a barrel"),
        (figure(115, "mph", None, "115 miles an hour"), "115 mph"),
        (figure(0.5, "mi", None, "half a mile"), "half"),
        (figure(6, "%", None, "six per cent"), "6%"),
        (replace(figure(3, "%", "between", "between three and seven percent"), last=7), "3–7%"),
        (replace(figure(200, None, "about", "about two to three hundred cars", "cars"), last=300), "~200–300"),
        (replace(figure(3e6, "USD", None, "von 3 bis 5 Millionen Dollar"), last=5e6), "$3–5 million"),
        (figure(1 / 3, None, "nearly", "nearly a third of the staff", "staff"), "nearly a third"),
        (figure(2 / 3, None, None, "two-thirds majority", "majority"), "two-thirds"),
        (figure(3 / 4, None, None, "three quarters", None), "three quarters"),
        (figure(750_000, None, None, "three quarters of a million birds", "birds"), "750,000"),
        (figure(0.2, None, None, "One in five adults", "adults"), "One in five"),
        (figure(18, None, None, "18 777s", "777s"), "18"),
        (replace(figure(8, "%", "more than", "more than 8 percent", "Prices"), change="down"), "↓ 8%+"),
        (replace(figure(3, "%", None, "3% drop in prices", "drop in prices"), change="down"), "3%"),
        (replace(figure(1 / 3, None, None, "a third", "Sales"), change="up"), "↑ a third"),
        (figure(22, None, None, "22 new Boeing 787 Dreamliners", "Dreamliners"), "22"),
    ],
)
def test_a_figure_keeps_its_unit_and_what_qualifies_it(given: Figure, words: str) -> None:
    assert figure_text(given, "en") == words


def test_every_rule_of_evidence_that_the_program_names_has_words() -> None:
    sources = "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))
    rules = {*re.findall(r'\bEvidence\(\s*"([a-z-]+)"', sources), *source.RULES}
    missing = [rule for rule in sorted(rules) if evidence_text(Evidence(rule), "en") == rule.replace("-", " ")]
    assert len(rules) > 10
    assert missing == []


def test_every_reason_for_which_a_line_is_set_aside_has_words() -> None:
    annotators = "\n".join(path.read_text("utf-8") for path in sorted((PACKAGE / "annotate").glob("*.py")))
    assigned = re.findall(r'reasons\[[^\]]+\] = (?:head\.reasons\[[^\]]+\] = )?"([a-z-]+)"', annotators)
    lists = re.findall(
        r"^\[([a-z-]+) \d+\]$", (PACKAGE / "lexicon" / "boilerplate.txt").read_text("utf-8"), re.MULTILINE
    )
    assert len(lists) > 5
    reasons = {*assigned, *lists, "caption", "credit", "edited", "published"}
    with_words = {reason for reason in reasons if f"\n  {reason}:" in (PACKAGE / "texts" / "en.yml").read_text("utf-8")}
    assert reasons == with_words


def test_evidence_names_its_line_and_words_and_never_fails_on_braces() -> None:
    assert evidence_text(Evidence("byline", 3, "By {Ann} {0}"), "en") == "byline, line 3: “By {Ann} {0}”"
    assert evidence_text(Evidence("some-new-rule", 7, "x"), "en") == "some new rule, line 7: “x”"


def test_a_reason_without_words_still_reads() -> None:
    assert removed_text("newsletter", "en") == "call to subscribe to a newsletter"
    assert removed_text("some-new-reason", "en") == "some new reason"


def test_lists_counts_and_languages_are_worded() -> None:
    assert list_text(("A", "B", "C"), "en") == "A, B and C"
    assert list_text(("A",), "en") == "A"
    assert list_text((), "en") == ""
    assert say_count("en", "site.articles", 1) == "1 article"
    assert say_count("en", "site.articles", 2000) == "2,000 articles"
    assert language_text("pt-BR", "en") == "Portuguese"
    assert language_text("xx", "en") == "xx"


def test_a_language_without_a_file_speaks_english_and_no_language_reads_another_file() -> None:
    assert say("cy", "site.topics") == "Topics"
    assert say("../../secret", "site.topics") == "Topics"


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_text_with_the_same_places_to_fill(language: str) -> None:
    assert untranslated(language) == [], "`python -m briefing.texts` lists what is left to translate"


def test_a_text_that_a_language_lacks_is_said_in_english_and_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    german = {key: dict(said) if isinstance(said, dict) else said for key, said in texts._file("de").items()}
    del german["site"]["topics"]
    german["site"].update(people="Leute {n}", swans="Schwäne")
    german["qualifiers"] = {"{n}+": ["over"]}
    monkeypatch.setattr(texts, "_file", {"de": german, "en": texts._file("en")}.__getitem__)
    texts._words.cache_clear()
    texts.qualifiers.cache_clear()
    try:
        assert (say("de", "site.topics"), say("de", "site.places")) == ("Topics", "Orte")
        lines = untranslated("de")
        assert lines[:3] == [
            "missing: site.topics: Topics",
            "unknown: site.swans",
            "different: site.people: n instead of ",
        ]
        assert "missing: qualifiers: more than" in lines
    finally:
        monkeypatch.undo()
        texts._words.cache_clear()
        texts.qualifiers.cache_clear()


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        ("de", "2024-04-28", "Sonntag, 28. April 2024"),
        ("fr", "2024-04-01", "lundi 1er avril 2024"),
        ("fr", "2024-04-28", "dimanche 28 avril 2024"),
        ("es", "2024-04-28", "domingo, 28 de abril de 2024"),
        ("es", "2024-04", "abril de 2024"),
        ("de", "2024-W18", "Woche ab 29. April 2024"),
        ("de", "2024-04-28/2024-04-30", "28. bis 30. April 2024"),
        ("es", "2024-04-28/2024-05-01", "28 de abril – 1 de mayo de 2024"),
        ("fr", "2024-Q3", "troisième trimestre 2024"),
        ("fr", "2024-04-28/2024-05-01", "28 avril – 1er mai 2024"),
    ],
)
def test_a_date_reads_as_its_language_writes_it(language: str, value: str, words: str) -> None:
    assert date_text(value, language, weekday=True) == words


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        ("de", 33000, "33.000"),
        ("fr", 33000, "33\u202f000"),
        ("es", 3300, "3300"),
        ("es", 33000, "33.000"),
        ("de", 0.5, "0,5"),
        ("de", 1e6, "1 Million"),
        ("de", 14.3e9, "14,3 Milliarden"),
        ("fr", 1.5e6, "1,5 million"),
        ("fr", 2e6, "2 millions"),
        ("es", 14.3e9, "14.300 millones"),
        ("es", 1e6, "1 millón"),
    ],
)
def test_a_number_reads_as_its_language_writes_it(language: str, value: float, words: str) -> None:
    assert number_text(value, language) == words


@pytest.mark.parametrize(
    ("language", "given", "words"),
    [
        ("de", figure(14.3e9, "GBP"), "14,3 Milliarden\u00a0£"),
        ("fr", figure(40, "%", "up to"), "jusqu’à 40\u00a0%"),
        ("es", figure(300, "CHF"), "300\u00a0CHF"),
        ("de", figure(33000, None, "more than"), "33.000+"),
        ("de", replace(figure(3e6, "USD", None, "$3 to $5 million"), last=5e6), "3–5 Millionen\u00a0$"),
        (
            "fr",
            replace(figure(1500, None, "about", "about 1,500 to 2,000 jobs", "jobs"), last=2000),
            "~1\u202f500–2\u202f000",
        ),
        ("es", figure(1 / 3, None, "nearly", "nearly a third of the staff", "staff"), "~⅓"),
        ("de", figure(0.15, None, None, "15 hundredths of it"), "0,15"),
        ("fr", figure(12, None, "an average of"), "12 en moyenne"),
    ],
)
def test_a_figure_reads_as_its_language_writes_it(language: str, given: Figure, words: str) -> None:
    assert figure_text(given, language) == words


def test_nouns_lists_and_quotations_follow_the_language() -> None:
    said = {language: [say_count(language, "site.articles", n) for n in (0, 1, 2)] for language in ("en", "es", "fr")}
    assert said["en"] == ["0 articles", "1 article", "2 articles"]
    assert said["es"] == ["0 artículos", "1 artículo", "2 artículos"]
    assert said["fr"] == ["0 article", "1 article", "2 articles"]
    assert list_text(("Gaza", "Irán"), "es") == "Gaza e Irán"
    assert list_text(("Gaza", "Hierro"), "es") == "Gaza y Hierro"
    assert list_text(("Gaza", "Rafah", "Israel"), "de") == "Gaza, Rafah und Israel"
    assert [quoted("x", language) for language in ("de", "en", "es", "fr")] == ["„x“", "“x”", "«x»", "«\u202fx\u202f»"]


def test_a_page_speaks_the_language_of_its_words() -> None:
    assert [speaks(tag) for tag in ("de", "de-AT", "en-GB", "nl", "../x")] == ["de", "de-AT", "en-GB", "en", "en"]


def test_the_search_has_the_same_words_where_no_index_tells_it_others() -> None:
    script = (PACKAGE.parent / "overrides" / "assets" / "search.js").read_text("utf-8")
    block = script.partition("const WORDS = {")[2].partition("};")[0]
    assert dict(re.findall(r'(\w+): "([^"]*)"', block)) == section("en", "search")


def test_words_that_do_not_exist_are_an_error() -> None:
    with pytest.raises(KeyError):
        say("en", "site.nowhere")
