"""How the briefing is made: what it says of itself, counted, and the rules by which it selects."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from markupsafe import Markup

from briefing import __version__
from briefing.model import Article
from briefing.render.edition import ARTICLES
from briefing.render.links import Atlas
from briefing.render.selection import FIGURES, QUOTES, RECENT, TOPICS
from briefing.render.templates import page
from briefing.texts import number_text, say, say_count

_METADATA = ("title", "source", "date", "authors", "language")
_METHODS = ("how_found", "how_known", "how_names", "how_dates", "how_aside", "how_related")


class Count(NamedTuple):
    label: str
    number: str


def about_page(atlas: Atlas) -> tuple[str, str]:
    language = atlas.language
    articles = say_count(language, "site.articles", len(atlas.listed))
    made = say(language, "about.made", articles=articles)
    title = say(language, "about.title")
    rules = [
        say(language, "about.rule_lead", n=RECENT),
        say(language, "about.rule_sentences"),
        say(language, "about.rule_figures", n=FIGURES),
        say(language, "about.rule_quotes", n=QUOTES),
        say(language, "about.rule_topics", n=TOPICS),
    ]
    rules.append(say(language, "about.rule_edition", n=ARTICLES))
    contact = atlas.briefing.settings.contact
    return page(
        "about.md",
        "about",
        language,
        {"title": title, "description": made, "kind": "about"},
        title=title,
        made=made,
        methods=[Markup(say(language, f"about.{method}")) for method in _METHODS],
        counts=[
            ("counts", say(language, "about.counts"), "", _counts(atlas)),
            ("inferred", say(language, "about.inferred"), say(language, "about.inferred_dek"), _inferred(atlas)),
        ],
        rules=[Markup(rule) for rule in rules],
        pictures_data=Markup(say(language, "about.pictures_data")),
        machine_text=Markup(say(language, "about.machine_text")),
        version=say(language, "about.version", version=__version__),
        corrections=Markup(say(language, "about.corrections")),
        contact=say(language, "about.contact", contact=contact) if contact else "",
    )


def _counts(atlas: Atlas) -> list[Count]:
    briefing, articles = atlas.briefing, atlas.listed
    kinds = [entity.kind for entity in briefing.entities]
    numbers = {
        "articles": len(articles),
        "copies": len(briefing.duplicates),
        "sources": sum(1 for source in atlas.source_slugs if source is not None),
        "no_source": _number(articles, lambda a: a.source is None),
        "no_date": _number(articles, lambda a: a.date is None),
        "people": kinds.count("person"),
        "places": kinds.count("place"),
        "organisations": kinds.count("organisation"),
        "topics": len(briefing.topics),
        "quotes": sum(len(article.quotes) for article in articles),
        "figures": sum(len(article.figures) for article in articles),
        "events": len(briefing.timeline),
        "removed": sum(len(article.removed) for article in articles),
    }
    return [_count(f"count_{key}", number, atlas.language) for key, number in numbers.items()]


def _inferred(atlas: Atlas) -> list[Count]:
    counts = []
    for field in _METADATA:
        number = sum(1 for article in atlas.listed if _is_inferred(article, field))
        counts.append(_count(f"inferred_{field}", number, atlas.language))
    return counts


def _is_inferred(article: Article, field: str) -> bool:
    known = {
        "title": article.title,
        "source": article.source,
        "date": article.date,
        "authors": article.authors,
        "language": article.language if article.language.value != "und" else None,
    }[field]
    return known is not None and known.origin == "inferred"


def _number(articles: tuple[Article, ...], is_one: Callable[[Article], bool]) -> int:
    return sum(1 for article in articles if is_one(article))


def _count(key: str, number: int, language: str) -> Count:
    return Count(say(language, f"about.{key}"), number_text(number, language))
