"""Stories: events that more than one article reports."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Difference, Story, Told
from briefing.render.cards import day_of, source_text
from briefing.render.front import FigureView, figure_view
from briefing.render.links import Atlas, Link, story_language, story_link
from briefing.render.members import Cards, Member, member_pages, summaries
from briefing.render.pagination import paginate
from briefing.render.templates import page
from briefing.texts import date_text, list_text, say, say_count


def story_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    language = atlas.language
    stories = atlas.briefing.stories
    title = say(language, "site.stories")
    dek = say_count(language, "index.stories_dek", len(stories)) if stories else say(language, "index.stories_empty")
    rows = [story_link(atlas, story, _extent(atlas, story)) for story in stories]
    head: dict[str, object] = {"title": title, "description": dek, "kind": "index"}
    for leaf in paginate("stories/index", rows):
        yield page(leaf.path, "index", language, head, title=title, dek=dek, leaf=leaf, titles=True)
    for story in stories:
        articles = say_count(language, "site.articles", len(story.articles))
        member = Member(
            path=f"stories/{story.slug}",
            title=story.title,
            attributes=story_language(atlas, story),
            dek=say(language, "member.story_dek", articles=articles),
            kicker=(Link(title, "stories/index.html"),),
            notes=(say(language, "member.story_edited"),) if story.origin == "edited" else _why(story, language),
            differences=tuple(_difference(atlas, difference) for difference in story.differences),
        )
        yield from member_pages(member, summaries(cards, story.articles), language)


def _extent(atlas: Atlas, story: Story) -> str:
    """``3 articles · 1 September 2019 to 3 September 2019``."""
    days = sorted(day[:10] for article in story.articles if (day := day_of(atlas.articles[article])))
    span = "/".join(dict.fromkeys([*days[:1], *days[-1:]]))
    articles = say_count(atlas.language, "site.articles", len(story.articles))
    return f"{articles} · {date_text(span, atlas.language)}" if span else articles


def _why(story: Story, language: str) -> tuple[str, ...]:
    """``They share Ida Brandt, Lindow and harbour · within 2 days``."""
    values = {reason.kind: reason.values for reason in story.reasons}
    shared = (*values.get("names", ()), *values.get("words", ()))
    said = [say(language, "member.story_shared", values=list_text(shared, language))] if shared else []
    if "days-apart" in values:
        days = int(values["days-apart"][0])
        said.append(say_count(language, "member.story_days", days) if days else say(language, "reasons.same_day"))
    return (" · ".join(said),) if said else ()


def _difference(atlas: Atlas, difference: Difference) -> tuple[str, tuple[FigureView, ...]]:
    return difference.counts, tuple(_told(atlas, told) for told in difference.told)


def _told(atlas: Atlas, told: Told) -> FigureView:
    article = atlas.articles[told.article]
    day = day_of(article)
    said = (source_text(article, atlas.language), date_text(day[:10], atlas.language) if day else "")
    return figure_view(atlas, article, told.figure, ", ".join(part for part in said if part))
