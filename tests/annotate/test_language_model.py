"""The English model: found whatever its package's name, known by its files, bounded on hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.annotate import language_model
from briefing.annotate.language_model import load, load_bare, model_digest, parse, parse_articles
from briefing.errors import EnvironmentFault
from briefing.model import Paragraph

TEXTS = (
    "Ana Lima met reporters in Oslo on Friday.",
    "“We will wait,” she said.",
    "",
    "The bank said it lost $3 million.",
)


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(number, number, text) for number, text in enumerate(texts, 1))


@pytest.fixture
def unchecked() -> Iterator[None]:
    language_model._checked_folder.cache_clear()
    yield
    language_model._checked_folder.cache_clear()


def package(folder: Path, name: str, weights: bytes) -> None:
    inner = folder / name / f"{name}-3.8.0"
    (inner / "ner").mkdir(parents=True)
    (inner / "ner" / "model").write_bytes(weights)
    (inner / "config.cfg").write_text("")
    (folder / name / "__init__.py").write_text("raise RuntimeError('the package itself must not be run')\n")


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize("name", ["model_of_its_makers", "copy_of_the_model"])
def test_the_model_is_found_inside_either_package_without_running_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package(tmp_path, name, b"weights")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(language_model, "PACKAGES", ("no_such_package", name))
    monkeypatch.setattr(language_model, "DIGEST", language_model._digest(tmp_path / name / f"{name}-3.8.0"))
    assert language_model._checked_folder() == tmp_path / name / f"{name}-3.8.0"


@pytest.mark.usefixtures("unchecked")
def test_other_weights_are_refused_with_the_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package(tmp_path, "another_model", b"other weights")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(language_model, "PACKAGES", ("another_model",))
    with pytest.raises(
        EnvironmentFault, match=r"another_model-3\.8\.0\) is not en_core_web_sm 3\.8\.0; install it with"
    ):
        model_digest()


@pytest.mark.usefixtures("unchecked")
def test_a_missing_model_is_one_message_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language_model, "PACKAGES", ("no_such_package",))
    with pytest.raises(EnvironmentFault, match="is not installed; install it with: pip install"):
        model_digest()


def test_a_parse_depends_on_its_own_article_alone() -> None:
    alone = parse(load(), paragraphs(*TEXTS))
    among = dict(parse_articles([("x", paragraphs(*TEXTS[::-1])), ("y", paragraphs(*TEXTS)), ("z", paragraphs("Hm."))]))
    assert [doc.to_bytes() for doc in among["y"].docs] == [doc.to_bytes() for doc in alone.docs]


def test_attribute_rules_that_are_remembered_say_what_the_rules_say() -> None:
    texts = (
        *TEXTS,
        "There is nothin’ that we ain't got to do, y'all said.  There was nothin' left; let's go.",
        "It had been told to wait, but it did so. You saw it; I did not see you or it. That which they have is theirs.",
        "It had been told to wait, and so had you. The ministers do not know that; which of them did?",
    )
    attributes = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
    bare = [doc.to_array(attributes).tolist() for doc in load_bare().pipe(texts)]
    for _ in ("looked up", "remembered"):
        assert [doc.to_array(attributes).tolist() for doc in load().pipe(texts)] == bare


def test_what_is_remembered_is_not_looked_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    load()("The bank waited.")
    monkeypatch.setattr(load().get_pipe("remembering_attribute_ruler"), "_ruler", None)
    assert [token.pos_ for token in load()("The bank waited.")] == ["DET", "NOUN", "VERB", "PUNCT"]


def test_every_paragraph_has_its_parse_in_order() -> None:
    parsed = parse(load(), paragraphs(*TEXTS))
    assert [doc.text for doc in parsed.docs] == [paragraph.text for paragraph in parsed.paragraphs] == list(TEXTS)


def test_a_very_long_paragraph_is_parsed_up_to_a_limit_and_keeps_its_offsets() -> None:
    text = "Nine words make a sentence that goes on here. " * 500
    doc = parse(load(), paragraphs(text)).docs[0]
    assert text.startswith(doc.text)
    assert language_model.LIMIT - 20 < len(doc.text) <= language_model.LIMIT


def test_a_run_without_white_space_stops_the_parse_before_it() -> None:
    doc = parse(load(), paragraphs("Ana Lima said " + "(" * 200_000)).docs[0]
    assert doc.text == "Ana Lima said "


def test_of_a_book_only_the_beginning_is_parsed_and_the_editor_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.annotate import _too_long
    from briefing.model import Seed

    monkeypatch.setattr(language_model, "ARTICLE_LIMIT", len(TEXTS[0] + TEXTS[1]))
    parsed = parse(load(), paragraphs(*TEXTS))
    assert [len(doc) > 0 for doc in parsed.docs] == [True, True, False, False]
    (doubt,) = _too_long(Seed("a", "seeds/a.txt", "", ()), parsed.paragraphs)
    assert "of its first 3 paragraphs only" in doubt.message  # the empty third one costs nothing
    assert _too_long(Seed("a", "seeds/a.txt", "", ()), parsed.paragraphs[:3]) == ()
