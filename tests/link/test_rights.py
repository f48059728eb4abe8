"""Rights: what each mode lets through, and that nothing else gets past it."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import pytest

from briefing.link.rights import admit, decide_rights, publish
from briefing.model import (
    Article,
    ArticleTopic,
    Audience,
    Briefing,
    Edited,
    Entity,
    Event,
    Evidence,
    Figure,
    Known,
    Mention,
    Name,
    Paragraph,
    Quote,
    Removed,
    Rights,
    Sentence,
    Settings,
    SourceSettings,
    TimeExpression,
)

FIRST = "The harbour of Lindow was closed on Monday after a storm."
SECOND = "Mayor Ida Brandt said: “We shall open it again by Friday, and not a day later.” Some 40 boats wait outside."


def harbour(edited: Edited | None = None, title_origin: str = "stated") -> Article:
    quote = "We shall open it again by Friday, and not a day later."
    return Article(
        id="harbour",
        file="seeds/harbour.txt",
        sha256="0" * 64,
        edited=edited or Edited(),
        title=Known("Harbour closed", "inferred" if title_origin == "inferred" else "stated", Evidence("first-line")),
        language=Known("en", "inferred", Evidence("language")),
        direction="ltr",
        paragraphs=(Paragraph(1, 3, FIRST), Paragraph(2, 5, SECOND)),
        removed=(Removed(9, "Share this article", "share"),),
        source=Known("Lindow Post", "stated", Evidence("front-matter", 2)),
        names=(Name("Ida Brandt", "person", (Mention(2, 6, 16, "Ida Brandt"),), ("Mayor",)),),
        quotes=(Quote(quote, 2, SECOND.index(quote), SECOND.index(quote) + len(quote), "Ida Brandt", "said"),),
        figures=(
            Figure("Some 40 boats", 40, None, "boats", "some", 2, SECOND.index("Some"), SECOND.index("Some") + 13),
        ),
        dates=(TimeExpression("Monday", "2024-03-04", 1, FIRST.index("Monday"), FIRST.index("Monday") + 6),),
        topics=(ArticleTopic("medtop:1", 1.0, ("storm",)),),
        keyphrases=("boats",),
        summary=(Sentence(FIRST, 1),),
        words=31,
    )


def uncut(article: Article, rights: Rights, **settings: int) -> Briefing:
    """A briefing of one article, before it is cut to ``rights``."""
    entity = Entity("person/ida-brandt", "ida-brandt", "Ida Brandt", "person", (), ("Mayor",), (article.id,), True)
    return Briefing(
        settings=Settings(site_name="Test", **settings),
        today="2024-04-01",
        audience="public",
        articles=(article,),
        slugs={article.id: article.id},
        redirects={},
        rights={article.id: rights},
        entities=(entity,),
        topics=(),
        stories=(),
        duplicates={},
        related={},
        timeline=(Event("2024-03-04", FIRST, "Monday", article.id, 1),),
    )


def published(article: Article, rights: Rights, excerpt_words: int = 60) -> Article:
    return publish(uncut(article, rights, excerpt_words=excerpt_words)).articles[0]


def test_full_changes_nothing() -> None:
    assert published(harbour(), "full") == harbour()


@pytest.mark.parametrize("words", [0, 1, 5, 11, 12, 20, 60])
def test_an_excerpt_shows_no_word_beyond_its_budget(words: int) -> None:
    article = published(harbour(), "excerpt", words)
    shown = " ".join(paragraph.text.rstrip("…") for paragraph in article.paragraphs)
    everything = f"{FIRST} {SECOND}"
    assert len(shown.split()) == min(words, len(everything.split()))
    assert everything.startswith(shown)
    texts = {paragraph.number: paragraph.text for paragraph in article.paragraphs}
    for span in (*article.quotes, *article.figures, *article.dates):
        assert texts[span.paragraph][span.start : span.end] == span.text
    assert all(sentence.text in texts[sentence.paragraph] for sentence in article.summary)
    assert article.removed == ()


def test_link_only_shows_no_sentence_of_the_text() -> None:
    article = published(harbour(), "link")
    assert article.title.value == "Harbour closed"
    everything = json.dumps(asdict(article))
    for words in ("harbour of Lindow", "open it again", "40 boats", "Share this", "Mayor"):
        assert words not in everything
    assert [name.name for name in article.names] == ["Ida Brandt"]


def test_link_only_replaces_a_headline_that_we_made() -> None:
    assert published(harbour(title_origin="inferred"), "link").title.value == "Report from Lindow Post"


def test_the_timeline_loses_sentences_that_are_not_shown() -> None:
    base = uncut(harbour(), "full", excerpt_words=3)
    assert publish(base).timeline == base.timeline != ()
    assert publish(replace(base, rights={"harbour": "excerpt"})).timeline == ()
    assert publish(replace(base, rights={"harbour": "link"})).timeline == ()


@pytest.mark.parametrize(
    ("edited", "source", "whole", "audience", "expected"),
    [
        (None, None, None, "local", "full"),
        (None, None, None, "public", "excerpt"),
        (None, None, "link", "public", "link"),
        (None, "full", "link", "public", "full"),
        ("internal", "full", "link", "public", "internal"),
    ],
)
def test_the_sidecar_overrules_the_source_and_that_the_briefing(
    edited: Rights | None, source: Rights | None, whole: Rights | None, audience: Audience, expected: Rights
) -> None:
    article = harbour(Edited(file="seeds/harbour.yml", rights=edited))
    settings = Settings(site_name="", rights=whole, sources={"Lindow Post": SourceSettings(rights=source)})
    rights, evidence, _ = decide_rights([article], settings, audience, "2024-04-01")
    assert rights == {"harbour": expected}
    assert bool(evidence) == bool(edited or source or whole)


def test_a_licence_that_ran_out_leaves_the_link() -> None:
    article = harbour(Edited(rights="full", rights_until="2024-03-31"))
    assert decide_rights([article], Settings(site_name=""), "public", "2024-03-31")[0] == {"harbour": "full"}
    assert decide_rights([article], Settings(site_name=""), "public", "2024-04-01")[0] == {"harbour": "link"}


def test_a_tombstone_says_why_and_what_was_corrected() -> None:
    edited = Edited(reason="The picture was of another harbour.", note="Ours.", bottom_line="It matters.")
    (tombstone,) = admit([harbour(edited)], {"harbour": "withdrawn"}, "public")
    assert tombstone.edited.reason == "The picture was of another harbour."
    assert (tombstone.edited.note, tombstone.edited.bottom_line) == (None, None)


@pytest.mark.parametrize("rights", ["internal", "withdrawn", "link"])
def test_a_licence_that_ran_out_shows_nothing_that_was_hidden(rights: Rights) -> None:
    article = harbour(Edited(rights=rights, rights_until="2024-03-31"))
    assert decide_rights([article], Settings(site_name=""), "public", "2024-04-01")[0] == {"harbour": rights}


def test_internal_articles_are_unknown_to_others_and_withdrawn_ones_are_tombstones() -> None:
    article = harbour()
    assert admit([article], {"harbour": "internal"}, "public") == ()
    assert admit([article], {"harbour": "internal"}, "internal") == (article,)
    (tombstone,) = admit([article], {"harbour": "withdrawn"}, "public")
    assert "Lindow" not in json.dumps(asdict(tombstone))
    assert tombstone.paragraphs == ()


def test_what_is_internal_stays_internal_when_its_licence_has_run_out() -> None:
    edited = Edited(rights="internal", rights_until="2020-01-01")
    rights, _, _ = decide_rights([harbour(edited)], Settings(site_name="x"), "public", "2024-04-01")
    assert rights == {"harbour": "internal"}


@pytest.mark.parametrize(("rights", "roles"), [("full", ("Mayor",)), ("excerpt", ()), ("link", ())])
def test_a_name_is_described_in_words_of_texts_that_are_shown(rights: Rights, roles: tuple[str, ...]) -> None:
    assert publish(uncut(harbour(), rights, excerpt_words=5)).entities[0].roles == roles


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_evidence_is_no_way_around_the_rights(rights: Rights) -> None:
    line = "Reporting by Ann Brandt in Lindow and Ben Stone in Bergen; Editing by Carl Gray"
    article = replace(harbour(), source=Known("Lindow Post", "inferred", Evidence("source-staff", 9, line)))
    source = published(article, rights, excerpt_words=5).source
    assert source is not None
    assert source.evidence.text == "Reporting by Ann Brandt in Lindow and…"
    assert published(article, "full").source == article.source


@pytest.mark.parametrize(("text", "shown"), [("北京大学的学生今天", "北京大学的…"), ("a" * 500, "a" * 200 + "…")])
def test_an_excerpt_of_a_text_without_spaces_is_an_excerpt(text: str, shown: str) -> None:
    article = replace(harbour(), paragraphs=(Paragraph(1, 1, text),))
    assert published(article, "excerpt", excerpt_words=5).paragraphs[0].text == shown


def test_a_headline_made_of_words_beyond_the_excerpt_is_not_shown() -> None:
    article = replace(harbour(title_origin="inferred"), quotes=(), figures=(), dates=(), names=())
    text = (Paragraph(1, 1, "On Monday, the harbour, long shunned, closed for good."),)
    made = replace(article, title=replace(article.title, value="The harbour closed…"), paragraphs=text)
    assert published(made, "excerpt", excerpt_words=7).title.value == "The harbour closed…"
    assert published(made, "excerpt", excerpt_words=6).title.value == "Report from Lindow Post"
