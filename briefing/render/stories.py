"""Stories: events that more than one article reports."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Story
from briefing.render.cards import day_of
from briefing.render.links import Atlas, Link, story_link
from briefing.render.members import Cards, Member, member_pages, summaries
from briefing.render.pagination import paginate
from briefing.render.templates import page
from briefing.texts import date_text, say, say_count


def story_pages(atlas: Atlas, cards: Cards) -> Iterator[tuple[str, str]]:
    language = atlas.language
    stories = atlas.briefing.stories
    title = say(language, "site.stories")
    dek = say_count(language, "index.stories_dek", len(stories)) if stories else say(language, "index.stories_empty")
    rows = [story_link(story, _extent(atlas, story)) for story in stories]
    head: dict[str, object] = {"title": title, "description": dek, "kind": "index"}
    for leaf in paginate("stories/index", rows):
        yield page(leaf.path, "index", language, head, title=title, dek=dek, leaf=leaf, titles=True)
    for story in stories:
        articles = say_count(language, "site.articles", len(story.articles))
        member = Member(
            path=f"stories/{story.slug}",
            title=story.title,
            dek=say(language, "member.story_dek", articles=articles),
            kicker=(Link(title, "stories/index.html"),),
            notes=(say(language, "member.story_edited"),) if story.origin == "edited" else (),
        )
        yield from member_pages(member, summaries(cards, story.articles), language)


def _extent(atlas: Atlas, story: Story) -> str:
    """``3 articles · 1 September 2019 to 3 September 2019``."""
    days = sorted(day[:10] for article in story.articles if (day := day_of(atlas.articles[article])))
    span = "/".join(dict.fromkeys([*days[:1], *days[-1:]]))
    articles = say_count(atlas.language, "site.articles", len(story.articles))
    return f"{articles} · {date_text(span, atlas.language)}" if span else articles
