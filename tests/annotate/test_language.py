from __future__ import annotations

import pytest

from briefing.annotate.language import are_unlike, detect_language, direction_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mayor said on Monday that nobody had died in the flood.", "en"),
        ("Der Bürgermeister sagte am Montag, niemand sei gestorben.", "de"),
        ("Le maire a déclaré lundi que personne n’était mort dans la ville.", "fr"),
        ("El alcalde dijo el lunes que nadie había muerto en la ciudad.", "es"),
        ("Мэр сказал в понедельник, что никто не погиб при наводнении.", "ru"),
        ("قال رئيس البلدية يوم الاثنين إن أحداً لم يمت في المدينة.", "ar"),
        ("市長は死者はいないと述べた。", "ja"),
        ("市长周一表示没有人死亡", "zh"),
        ("Ο δήμαρχος", "el"),
        ("Biden", None),
        ("2024 !!!", None),
        ("", None),
    ],
)
def test_a_language_is_told_or_left_open(text: str, language: str | None) -> None:
    assert detect_language(text) == language


def test_two_halves_in_two_languages_are_neither() -> None:
    english = "The mayor said on Monday that nobody had died in the flood. " * 10
    french = "Le maire a déclaré lundi que personne n’était mort dans la ville. " * 10
    assert detect_language(english[:600] + french[:600]) is None
    assert detect_language(english + french[:100]) == "en"


@pytest.mark.parametrize(
    ("language", "direction"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("en", "ltr"), ("und", "ltr"), ("az-Arab", "rtl"), ("ur-Latn", "ltr")],
)
def test_direction_follows_language_and_script(language: str, direction: str) -> None:
    assert direction_of(language) == direction


@pytest.mark.parametrize(
    ("found", "marked", "unlike"),
    [("en", "fr-FR", True), ("de", "en", True), ("en", "en-US", False), ("nb", "no", False), ("en", "gd", False)],
)
def test_a_mark_is_doubted_where_no_reader_would_mistake_one_for_the_other(
    found: str, marked: str, unlike: bool
) -> None:
    assert are_unlike(found, marked) is unlike
