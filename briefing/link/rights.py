"""Rights, decided once for each article and applied once: whatever comes after sees only what may be shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from briefing.link.differences import keep_shown
from briefing.model import (
    Article,
    Audience,
    Briefing,
    Edited,
    Entity,
    Event,
    Evidence,
    Kind,
    Known,
    Paragraph,
    Rights,
    Settings,
)

T = TypeVar("T")

# A word of an excerpt. Scripts without spaces are counted by their characters, and no run of letters is endless.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]{{1,40}}")
_EVIDENCE_WORDS = 7  # of the words that show how a value is known, where the text itself is not shown


def decide_rights(
    articles: Sequence[Article], settings: Settings, audience: Audience, today: str
) -> tuple[dict[str, Rights], dict[str, Evidence], dict[str, str]]:
    """What may be shown of each article, who stated that, and the licence note; each by the article's id.

    The sidecar overrules the source, the source the briefing. Unstated rights: full text in a local or internal
    build, an excerpt in a public one. A licence that has run out leaves the link, of what others may see at all.
    """
    rights: dict[str, Rights] = {}
    evidence: dict[str, Evidence] = {}
    licences: dict[str, str] = {}
    for article in articles:
        source = settings.sources.get(article.source.value) if article.source else None
        edited = article.edited
        if edited.rights:
            rights[article.id], evidence[article.id] = edited.rights, Evidence("sidecar", file=edited.file)
        elif source and source.rights:
            rights[article.id], evidence[article.id] = source.rights, Evidence("briefing-source", file="briefing.yml")
        elif settings.rights:
            rights[article.id], evidence[article.id] = settings.rights, Evidence("briefing-rights", file="briefing.yml")
        else:
            rights[article.id] = "excerpt" if audience == "public" else "full"
        has_ended = edited.rights_until is not None and edited.rights_until < today
        if has_ended and rights[article.id] not in ("internal", "withdrawn"):
            rights[article.id] = "link"
        licence = edited.licence or (source.licence if source else None)
        if licence:
            licences[article.id] = licence
    return rights, evidence, licences


def admit(articles: Sequence[Article], rights: dict[str, Rights], audience: Audience) -> tuple[Article, ...]:
    """The articles that this audience may know of; a withdrawn one is a tombstone from here on."""
    return tuple(
        _tombstone(article) if rights[article.id] == "withdrawn" else article
        for article in articles
        if audience == "internal" or rights[article.id] != "internal"
    )


def publish(briefing: Briefing) -> Briefing:
    """The briefing as it may be shown: each article cut to its rights, and every ledger to what is left of it."""
    articles = tuple(_cut(article, briefing.rights[article.id], briefing.settings) for article in briefing.articles)
    texts = {article.id: article.texts for article in articles}
    shown = {article.id: article for article in articles}
    stories = tuple(
        replace(
            story,
            title=story.title if story.origin == "edited" else shown[story.articles[0]].title.value,
            differences=keep_shown(story.differences, shown),
        )
        for story in briefing.stories
    )
    return replace(
        briefing,
        articles=articles,
        entities=_described_as_shown(briefing.entities, articles),
        stories=stories,
        timeline=tuple(event for event in briefing.timeline if _shows(event, texts[event.article])),
    )


def _described_as_shown(entities: Sequence[Entity], articles: Sequence[Article]) -> tuple[Entity, ...]:
    """The names with those of their roles that an article still has: a role is a phrase of its text."""
    shown: dict[tuple[str, Kind], set[str]] = {}
    for article in articles:
        for name in article.names:
            shown.setdefault((name.name, name.kind), set()).update(name.roles)
    return tuple(
        replace(entity, roles=tuple(role for role in entity.roles if role in shown.get((entity.name, entity.kind), ())))
        for entity in entities
    )


def _shows(event: Event, paragraphs: dict[int, str]) -> bool:
    return event.text in paragraphs.get(event.paragraph, "")


def _cut(article: Article, rights: Rights, settings: Settings) -> Article:
    if rights == "excerpt":
        return _excerpt(article, settings.excerpt_words)
    if rights == "link":
        return _link_only(article)
    return article


def _tombstone(article: Article) -> Article:
    """A withdrawn article: that it was here, why it is not any more, and nothing of it."""
    title = Known("Withdrawn", "edited", Evidence("sidecar", file=article.edited.file))
    return Article(
        id=article.id,
        file=article.file,
        sha256=article.sha256,
        edited=Edited(
            file=article.edited.file,
            rights="withdrawn",
            reason=article.edited.reason,
            slug=article.edited.slug,
            aliases=article.edited.aliases,
            corrections=article.edited.corrections,
        ),
        title=title,
        language=Known("und", "inferred", Evidence("withdrawn")),
        direction="ltr",
        paragraphs=(),
    )


def public_title(article: Article, rights: Rights, excerpt_words: int) -> Known[str]:
    """The headline that may be shown: one that we made from the article's words only where these may be shown too."""
    if rights not in ("link", "excerpt") or article.title.origin != "inferred":
        return article.title
    if rights == "excerpt" and _is_within(article, excerpt_words):
        return article.title
    source = article.source.value if article.source else "a source that is not stated"
    return Known(f"Report from {source}", "inferred", Evidence("rights-link"))


def _is_within(article: Article, excerpt_words: int) -> bool:
    """Whether the excerpt has every word of the headline, which may leave out words of the sentence it was made of."""
    text = (word for paragraph in article.paragraphs for word in _WORD.findall(paragraph.text))
    shown = {_bare(word) for word in islice(text, excerpt_words)}
    return all(_bare(word) in shown for word in _WORD.findall(article.title.value))


def _bare(word: str) -> str:
    return word.casefold().strip(".,;:…")


def _link_only(article: Article) -> Article:
    return replace(
        _with_brief_evidence(article),
        title=public_title(article, "link", 0),
        paragraphs=(),
        removed=(),
        names=tuple(replace(name, mentions=(), roles=()) for name in article.names),
        topics=tuple(replace(topic, terms=()) for topic in article.topics),
        quotes=(),
        figures=(),
        dates=(),
        keyphrases=(),
        dateline=None,
        summary=() if not article.summary_edited else article.summary,
    )


def _with_brief_evidence(article: Article) -> Article:
    """The article with no more of its words as evidence than a byline takes: lines set aside are not shown either."""
    return replace(
        article,
        title=_brief(article.title),
        language=_brief(article.language),
        source=article.source and _brief(article.source),
        authors=article.authors and _brief(article.authors),
        date=article.date and _brief(article.date),
        updated=article.updated and _brief(article.updated),
        reference_date=article.reference_date and _brief(article.reference_date),
        url=article.url and _brief(article.url),
        dateline=article.dateline and _brief(article.dateline),
    )


def _brief(known: Known[T]) -> Known[T]:
    words = list(_WORD.finditer(known.evidence.text))
    if len(words) <= _EVIDENCE_WORDS or known.origin == "edited":
        return known
    text = known.evidence.text[: words[_EVIDENCE_WORDS - 1].end()] + "…"
    return replace(known, evidence=replace(known.evidence, text=text))


def _excerpt(article: Article, budget: int) -> Article:
    """The first ``budget`` words, and what is known of them: one budget for the text and all that repeats it."""
    article = replace(_with_brief_evidence(article), title=public_title(article, "excerpt", budget), removed=())
    shown = _beginning(article.paragraphs, budget)
    return article if shown == article.paragraphs else _within(article, shown)


def _beginning(paragraphs: Sequence[Paragraph], budget: int) -> tuple[Paragraph, ...]:
    """The first ``budget`` words."""
    shown: list[Paragraph] = []
    for paragraph in paragraphs:
        words = list(_WORD.finditer(paragraph.text))
        if len(words) > budget:
            if budget:
                shown.append(replace(paragraph, text=paragraph.text[: words[budget - 1].end()] + "…"))
            break
        budget -= len(words)
        shown.append(paragraph)
    return tuple(shown)


def _within(article: Article, shown: tuple[Paragraph, ...]) -> Article:
    """The article with no more text than ``shown``, and with what is known from that."""
    ends = {paragraph.number: len(paragraph.text) - paragraph.text.endswith("…") for paragraph in shown}

    def inside(paragraph: int, end: int) -> bool:
        return end <= ends.get(paragraph, -1)

    texts = {paragraph.number: paragraph.text for paragraph in shown}
    words_shown = "\n".join(texts.values()).casefold()
    return replace(
        article,
        keyphrases=tuple(phrase for phrase in article.keyphrases if phrase.casefold() in words_shown),
        paragraphs=shown,
        names=tuple(
            replace(name, mentions=tuple(m for m in name.mentions if inside(m.paragraph, m.end)), roles=())
            for name in article.names
        ),
        topics=tuple(replace(topic, terms=()) for topic in article.topics),
        quotes=tuple(quote for quote in article.quotes if inside(quote.paragraph, quote.end)),
        figures=tuple(
            figure if figure.giver and figure.giver in texts[figure.paragraph] else replace(figure, giver=None)
            for figure in article.figures
            if inside(figure.paragraph, figure.end)
        ),
        dates=tuple(date for date in article.dates if inside(date.paragraph, date.end)),
        summary=article.summary
        if article.summary_edited
        else tuple(s for s in article.summary if s.text in texts.get(s.paragraph, "")),
    )
