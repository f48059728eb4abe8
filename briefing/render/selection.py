"""What stands on the front page, by the rules that the page ``about`` publishes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.lexicon.headline_numbers import says_number
from briefing.lexicon.word_weights import singular, weight, words
from briefing.model import Article, Figure, Quote, Topic
from briefing.render.article_data import speaker_entity
from briefing.render.links import Atlas, source_of, topic_path
from briefing.render.tabular import is_table_row
from briefing.texts.figures import figure_text

STORIES = 13  # the lead and twelve others
RECENT = 7  # days up to the newest article in which the number of sources decides
BESIDE = 4  # of these beside the column of figures and quotes
FIGURES = 3
QUOTES = 3
TOPICS = 8
SHORTEST_SHARED = 3  # letters; words that are as short or shorter say nothing
_QUOTE_WORDS = range(6, 41)
_LARGE = 16  # letters of a figure that may be set large


class Section(NamedTuple):
    topic: Topic | None  # None: stories outside the editor's sections
    articles: tuple[Article, ...]


def front_articles(atlas: Atlas) -> tuple[Article, ...]:
    """One article an event: the lead, pinned articles, those that the editor put in order; then of the newest week what
    most sources report; then the order of the briefing. No copies, nothing withdrawn.
    """
    briefing = atlas.briefing
    front = briefing.settings.front_page
    first = _first_recent_day(atlas.originals)

    def weight(article: Article) -> int:
        return len(reporters(atlas, article)) if (article.day or "") >= first else 0

    chosen = {article.id: front.rank(article, briefing.today) for article in atlas.originals}
    ranked = sorted(atlas.originals, key=lambda article: (chosen[article.id], -weight(article)))
    unplaced = (True, True, len(front.order))
    by_editor = {a.id for a in ranked if chosen[a.id] != unplaced or a.edited.bottom_line}
    return tuple(_one_an_event(atlas, ranked, by_editor))


def event_by_event(atlas: Atlas) -> tuple[Article, ...]:
    """All articles but copies and what was withdrawn: in the order of the front page, each with the others of its
    event right behind it."""
    by_id = {article.id: article for article in atlas.originals}
    placed: dict[str, Article] = {}
    for article in front_articles(atlas):
        story = atlas.of.stories.get(article.id)
        event = (article.id, *(story.articles if story else ()))
        placed |= {one: by_id[one] for one in event if one in by_id and one not in placed}
    return tuple(placed.values())


def reporters(atlas: Atlas, article: Article) -> tuple[str | None, ...]:
    """The sources that report the event of an article, its own first, each once; None stands for those not stated."""
    story = atlas.of.stories.get(article.id)
    event = (article.id, *(story.articles if story else ()))
    ids = [one for told in event for one in (told, *atlas.copies.get(told, ()))]
    shown = (atlas.articles[one] for one in ids if atlas.briefing.rights.get(one, "withdrawn") != "withdrawn")
    return tuple(dict.fromkeys(map(source_of, shown)))


def front_sections(atlas: Atlas, articles: Sequence[Article]) -> tuple[Section, ...]:
    """The articles after the lead: first those of the editor's sections, each article once, then the rest."""
    wanted = atlas.briefing.settings.front_page.sections
    topics = {topic.name.casefold(): topic for topic in atlas.briefing.topics}
    left = list(articles[1:])
    room = STORIES - 1
    sections = []
    for topic in (topics[name.casefold()] for name in dict.fromkeys(wanted) if name.casefold() in topics):
        members = set(topic.articles)
        chosen = [article for article in left if article.id in members][: max(1, (STORIES - 1) // len(wanted))][:room]
        room -= len(chosen)
        placed = {article.id for article in chosen}
        left = [article for article in left if article.id not in placed]
        sections += [Section(topic, tuple(chosen))] if chosen else []
    return (*sections, *([Section(None, tuple(left[:room]))] if left[:room] else []))


def beside_and_below(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """The stories beside the column of figures and those under both, so that neither column is left standing alone.

    A section of the editor's is not split; nor are stories of which only one or two would be left.
    """
    beside: list[Section] = []
    below: list[Section] = []
    room = BESIDE
    for topic, articles in sections:
        if topic is None and 0 < room < len(articles) - 2:
            beside.append(Section(None, articles[:room]))
            below.append(Section(None, articles[room:]))
        else:
            (beside if room > 0 else below).append(Section(topic, articles))
        room -= len(articles)
    return beside, below


def front_figures(articles: Iterable[Article], language: str) -> list[tuple[Article, Figure]]:
    """Of each article the figure first that its headline says, then those of its summary, then in the order of its
    text; the same figure once.

    Those of which nothing says what they count are left out but for the headline's own, and so are those too long for
    large type and those in tables, which say nothing without their head.
    """
    ranked = []
    for place, article in enumerate(articles):
        in_tables = {paragraph.number for paragraph in article.paragraphs if is_table_row(paragraph)}
        title, told = article.title.value, " ".join(sentence.text for sentence in article.summary)
        telling = [f for f in article.figures if (f.counts or says_number(title, f)) and f.paragraph not in in_tables]
        by_weight = sorted(
            (figure for figure in telling if is_short(figure, language)),
            key=lambda f: (not says_number(title, f), not f.counts, f.text not in told, f.paragraph, f.start),
        )
        ranked += [(rank, place, article, figure) for rank, figure in enumerate(_distinct(by_weight)[:FIGURES])]
    ranked.sort(key=lambda entry: entry[:2])
    chosen: dict[tuple[float, str | None, str | None], tuple[Article, Figure]] = {}
    for *_, article, figure in ranked:
        chosen.setdefault((figure.value, figure.unit, figure.counts), (article, figure))
    return list(chosen.values())[:FIGURES]


def is_short(figure: Figure, language: str) -> bool:
    """Whether a figure may be set large: two thirds would be a row of sixes."""
    return len(figure_text(figure, language)) <= _LARGE and round(figure.value, 4) == figure.value


def front_quotes(atlas: Atlas, articles: Iterable[Article]) -> list[tuple[Article, Quote]]:
    """Of each article a quote of 6 to 40 words whose speaker is a person with a name: of the whole sentences the one
    that shares most with headline and summary. Those that share nothing, questions and parts of sentences stand after
    these. The same words once: reports of one event quote the same people."""
    chosen: dict[str, tuple[tuple[bool, bool], Article, Quote]] = {}
    for article in articles:
        told = [(quote, _about(article, quote)) for quote in article.quotes if _is_telling(atlas, article, quote)]
        ranks = {quote: (is_part(quote), quote.text.endswith("?") or not about) for quote, about in told}
        for quote, _ in sorted(told, key=lambda one: (ranks[one[0]], -one[1], not _has_role(article, one[0])))[:1]:
            chosen.setdefault(" ".join(words(quote.text)), (ranks[quote], article, quote))
    return [(article, quote) for _, article, quote in sorted(chosen.values(), key=lambda found: found[0])[:QUOTES]]


def _about(article: Article, quote: Quote) -> float:
    """How much the words say that a quote shares with the headline and with the summary of other paragraphs."""
    told = [article.title.value, *(one.text for one in article.summary if one.paragraph != quote.paragraph)]
    shared = {singular(word) for word in words(quote.text)} & {singular(word) for text in told for word in words(text)}
    return round(sum(weight(word) for word in shared if len(word) > SHORTEST_SHARED), 4)


def _has_role(article: Article, quote: Quote) -> bool:
    return any(name.name == quote.speaker and name.roles for name in article.names)


def is_part(quote: Quote) -> bool:
    """Whether it begins within a sentence."""
    return quote.text[:1].islower()


def front_topics(atlas: Atlas) -> list[Topic]:
    """Those with the most articles, none beside a topic that it belongs to; for one all of whose articles have one
    narrower topic this stands."""
    narrower = {(topic.parent, len(topic.articles)) for topic in atlas.briefing.topics}
    telling = [topic for topic in atlas.briefing.topics if (topic.id, len(topic.articles)) not in narrower]
    chosen: list[Topic] = []
    for topic in sorted(telling, key=lambda topic: (-len(topic.articles), topic.slug)):
        above = {step.id for step in topic_path(atlas, topic)}
        if not any(one.id in above for one in chosen):
            chosen.append(topic)
    return chosen[:TOPICS]


def _first_recent_day(articles: Iterable[Article]) -> str:
    """The first day of the newest week; empty where no article has a day: then all count."""
    newest = max((article.day or "" for article in articles), default="")
    try:
        return str(datetime.date.fromisoformat(newest[:10]) - datetime.timedelta(days=RECENT - 1))
    except ValueError:  # a month, a year or nothing
        return newest


def _one_an_event(atlas: Atlas, ranked: Iterable[Article], by_editor: set[str]) -> Iterator[Article]:
    """Of the articles of a story the first, and those that the editor placed or says why they matter."""
    told: set[str] = set()
    for article in ranked:
        story = atlas.of.stories.get(article.id)
        if story is None or story.id not in told or article.id in by_editor:
            yield article
        told |= {story.id} if story else set()


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    return list({(f.value, f.unit, f.counts): f for f in reversed(list(figures))}.values())[::-1]


def _is_telling(atlas: Atlas, article: Article, quote: Quote) -> bool:
    entity = speaker_entity(article, quote.speaker, atlas.of) if quote.speaker else None
    return entity is not None and entity.kind == "person" and len(quote.text.split()) in _QUOTE_WORDS
