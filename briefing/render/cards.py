"""An article as it stands in a list: headline, where it is from, when, and in whose words it is summed up."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from briefing.lexicon.word_weights import words
from briefing.model import Article, Known, Sentence
from briefing.render.links import (
    Atlas,
    Link,
    Named,
    entity_link,
    language_attributes,
    named_in,
    narrowest_topics,
    source_of,
    topic_link,
)
from briefing.texts import date_text, list_text, say
from briefing.whole_words import whole_words

_WORDS_A_MINUTE = 220
_CHIPS = 5
_LEAD = 2  # paragraphs
_PASSING = 2  # neither in the headline nor in the lead
_EVERYWHERE, _FEW = 4, 10  # in more than each fourth article of more than ten
_LONG = 110  # letters of a headline that is set smaller
_GLANCE = 300  # letters
_NEXT_TO_NOTHING = 0.15  # of the words of a sentence: its day, an age, a bracket; whoever says so is more


@dataclass(frozen=True, slots=True)
class Card:
    headline: Link
    kicker: tuple[Link, ...]  # the first topic, if any
    language: Markup  # attributes of text in the article's own words
    is_long: bool  # of the headline
    summary: str
    source: str
    source_mark: str  # ``(inferred)`` where the text does not say it itself
    meta: tuple[str, ...]
    summary_by: str  # said where the summary is not in the article's own words
    why: str  # the editor's, like the note
    note: str
    chips: tuple[Link, ...]
    carried_by: str
    story: Link | None = None  # the page of its event, where that is to be shown


def card(atlas: Atlas, article: Article) -> Card:
    topics = narrowest_topics(atlas, article)
    return Card(
        headline=Link(article.title.value, atlas.article_href(article.id)),
        kicker=tuple(topic_link(topic) for topic in topics[:1]),
        language=language_attributes(article, atlas.language),
        is_long=is_long(article),
        summary=_opening([sentence.text for sentence in beyond_headline(article)]),
        source=source_text(article, atlas.language),
        source_mark=_mark(article.source, atlas.language),
        meta=_meta(atlas, article),
        summary_by=say(atlas.language, "article.summary_by_editor") if article.summary_edited else "",
        why=article.edited.bottom_line or "",
        note=article.edited.note or "",
        chips=tuple(entity_link(named.entity) for named in _telling_names(atlas, article)),
        carried_by=carried_by(atlas, article),
    )


def _telling_names(atlas: Atlas, article: Article) -> list[Named]:
    """Names with a page that tell what it is about: those of the headline, of the lead, then the most frequent. Its
    own source and what it mentions in passing are none; what most articles name stands last."""
    source, title = source_of(article), article.title.value.casefold()
    lead = [paragraph.number for paragraph in article.paragraphs if paragraph.kind != "heading"][:_LEAD]

    def rank(named: Named) -> tuple[bool, int, int]:
        near = {words for mention in named.mentions if (words := mention.text.casefold()) in title}
        in_headline = near and whole_words(near).search(title)
        in_lead = any(mention.paragraph in lead for mention in named.mentions)
        is_everywhere = len(named.entity.articles) * _EVERYWHERE > len(atlas.listed) > _FEW
        return is_everywhere, 0 if in_headline else 1 if in_lead else 2, -len(named.mentions)

    names = (named for named in named_in(atlas, article) if named.entity.page and named.entity.name != source)
    ranked = sorted(((rank(named), named) for named in names), key=lambda entry: entry[0])
    return [named for (_, place, mentions), named in ranked if place < _PASSING or mentions < -1][:_CHIPS]


def under_topic(card: Card, href: str) -> Card:
    """A card below the heading of a topic, which its kicker does not repeat; ``href`` is the topic's page."""
    return replace(card, kicker=tuple(link for link in card.kicker if link.href != href))


def source_text(article: Article, language: str) -> str:
    return article.source.value if article.source else say(language, "article.source_not_stated")


def beyond_headline(article: Article) -> tuple[Sentence, ...]:
    """The sentences of the summary that say a good deal more than the headline."""
    return tuple(sentence for sentence in article.summary if not _is_headline_again(sentence.text, article))


def _is_headline_again(sentence: str, article: Article) -> bool:
    """The very same letters; or the sentence that we made a headline of, if that left out next to nothing."""
    if _letters(sentence) == _letters(article.title.value):
        return True
    said = words(sentence)
    more = Counter(said) - Counter(words(article.title.value))
    return is_headline_ours(article) and more.total() <= _NEXT_TO_NOTHING * len(said)


def _opening(sentences: Sequence[str]) -> str:
    """The first sentence; with the next, where it only announces that: 'The minister said:'."""
    return " ".join(sentences[: 2 if sentences and sentences[0].endswith(":") else 1])


def briefs(articles: Iterable[Article]) -> dict[str, str]:
    """Of each article, by id, the first sentence of its summary that no article before it has said, and the next where
    both are read at a glance: what a source says above everything it publishes stands once.
    """
    said: set[str] = set()
    chosen: dict[str, str] = {}
    for article in articles:
        new = [sentence.text for sentence in beyond_headline(article) if sentence.text not in said][:2]
        chosen[article.id] = both if len(both := " ".join(new)) <= _GLANCE else _opening(new)
        said.update(new)
    return chosen


def minutes(article: Article, language: str) -> str:
    """The time it takes to read; empty where the text is not shown."""
    if not article.paragraphs:
        return ""
    return say(language, "article.minutes", n=max(1, math.ceil(article.words / _WORDS_A_MINUTE)))


def carried_by(atlas: Atlas, article: Article) -> str:
    """The sources of the copies of an article; empty where there are none."""
    copies = atlas.copies.get(article.id, ())
    unknown = say(atlas.language, "article.another_source")
    sources = [known.value if (known := atlas.articles[copy].source) else unknown for copy in copies]
    return list_text(tuple(dict.fromkeys(sources)), atlas.language)


def is_long(article: Article) -> bool:
    """Whether a headline would fill the window where it is set large."""
    return len(article.title.value) > _LONG


def is_headline_ours(article: Article) -> bool:
    return article.title.origin == "inferred"


def _meta(atlas: Atlas, article: Article) -> tuple[str, ...]:
    language = atlas.language
    parts = (
        _when(article, language),
        minutes(article, language),
        say(language, "article.headline_ours_short") if is_headline_ours(article) else "",
        say(language, "article.is_copy") if article.id in atlas.briefing.duplicates else "",
        _corrected(article, language),
    )
    return tuple(part for part in parts if part)


def _when(article: Article, language: str) -> str:
    """``28 April 2024`` is the date of publication; without one ``reports 28 April 2024``; empty when not known."""
    if article.date:
        return f"{date_text(article.date.value, language)} {_mark(article.date, language)}".rstrip()
    if article.reference_date:
        return say(language, "article.reports", date=date_text(article.reference_date.value, language))
    return ""


def _corrected(article: Article, language: str) -> str:
    """When the editor last corrected it in public; empty where nothing was."""
    days = [correction.date for correction in article.edited.corrections]
    return say(language, "article.corrected", date=date_text(max(days), language)) if days else ""


def _mark(known: Known[str] | None, language: str) -> str:
    return say(language, "article.inferred") if known and known.origin == "inferred" else ""


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
