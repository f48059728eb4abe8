"""An article of given text, built by hand for the tests of linking."""

from __future__ import annotations

from briefing.model import (
    Article,
    ArticleTopic,
    Edited,
    Evidence,
    Known,
    Mention,
    Name,
    Paragraph,
    TimeExpression,
)

RULE = Evidence("front-matter")


def article(
    article_id: str,
    title: str,
    *texts: str,
    day: str | None = None,
    names: tuple[str, ...] = (),
    topics: tuple[ArticleTopic, ...] = (),
    language: str = "en",
    edited: Edited | None = None,
    dates: tuple[TimeExpression, ...] = (),
) -> Article:
    return Article(
        id=article_id,
        file=f"seeds/{article_id}.txt",
        sha256="0" * 64,
        edited=edited or Edited(),
        title=Known(title, "stated", RULE),
        language=Known(language, "inferred", RULE),
        direction="ltr",
        paragraphs=tuple(Paragraph(number, number, text) for number, text in enumerate(texts, 1)),
        date=Known(day, "stated", RULE) if day else None,
        names=tuple(Name(name, "person", (Mention(1, 0, 1, name),)) for name in names),
        topics=topics,
        dates=dates,
    )
