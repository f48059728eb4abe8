"""The page of the data: every file for machines, how many rows each table has and what its columns hold."""

from __future__ import annotations

from markupsafe import Markup

from briefing.render.facts import trail
from briefing.render.links import Atlas
from briefing.render.tables import TABLES, column_text
from briefing.render.templates import page
from briefing.texts import number_text, say


def data_page(atlas: Atlas) -> tuple[str, str]:
    language, articles = atlas.language, atlas.briefing.articles
    numbers = {
        "articles": len(articles),
        "quotes": sum(len(article.quotes) for article in articles),
        "figures": sum(len(article.figures) for article in articles),
        "dates": sum(len(article.dates) for article in articles),
        "corrections": sum(len(article.edited.corrections) for article in articles),
    }
    title, dek = say(language, "data.title"), say(language, "data.dek")
    return page(
        "data/index.md",
        "data",
        language,
        {"title": title, "description": dek, "kind": "about"},
        trail=trail(language),
        title=title,
        dek=dek,
        whole=Markup(say(language, "data.whole")),
        place=Markup(say(language, "data.place")),
        safe=Markup(say(language, "data.safe")),
        tables=[
            (name, number_text(numbers[name], language), [(c, column_text(name, c, language)) for c in columns])
            for name, columns in TABLES.items()
        ],
    )
