"""Where everything of a briefing has its page. Addresses are written from the site's root, without a leading slash;
a page puts ``root_of(page)`` before them, so that every link is relative and works under any prefix and over file://.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from briefing.escape import html_attribute
from briefing.lexicon.names import known_names
from briefing.model import FOLDERS, Article, Briefing, Entity, Mention, Name, Story, Topic
from briefing.render.article_data import ByArticle, by_article
from briefing.render.pictures import whereabouts
from briefing.slug import short_hash, slugify
from briefing.texts import say, speaks

_AFTER = 60  # characters after a place in which the text may say which one is meant
NOT_STATED = "not-stated"  # the slug of the page of articles whose source is not known


class Link(NamedTuple):
    text: str
    href: str = ""  # from the site's root; empty where there is no page
    number: str = ""
    language: Markup = Markup("")  # attributes of words of an article in another language than the page


class Named(NamedTuple):
    """A name of one article: as the whole briefing knows it, and its mentions here in the order of the text."""

    entity: Entity
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Atlas:
    """The published briefing with what its pages look up, made once a run."""

    briefing: Briefing
    of: ByArticle
    articles: Mapping[str, Article]  # by id
    listed: tuple[Article, ...]  # in order, without the withdrawn
    originals: tuple[Article, ...]  # of these, without the copies of others
    copies: Mapping[str, tuple[str, ...]]  # of an article's id: the ids of its copies
    source_slugs: Mapping[str | None, str]  # None: not stated
    # Of an article's id: where the places that it names are, by the id of the name.
    spots: Mapping[str, Mapping[str, whereabouts.Spot]] = field(default_factory=dict)
    # Attributes of roles in another language than the page, by the id of the name and the role.
    role_languages: Mapping[tuple[str, str], Markup] = field(default_factory=dict)

    @property
    def language(self) -> str:
        return self.briefing.settings.language

    def article_href(self, article_id: str, paragraph: int | None = None) -> str:
        fragment = f"#p{paragraph}" if paragraph else ""
        return f"articles/{self.briefing.slugs[article_id]}.html{fragment}"

    def source_href(self, article: Article) -> str:
        return f"sources/{self.source_slugs[source_of(article)]}.html"


def map_briefing(briefing: Briefing) -> Atlas:
    copies: defaultdict[str, list[str]] = defaultdict(list)
    for article in briefing.articles:
        if original := briefing.duplicates.get(article.id):
            copies[original].append(article.id)
    listed = tuple(article for article in briefing.articles if briefing.rights[article.id] != "withdrawn")
    articles = {article.id: article for article in briefing.articles}
    atlas = Atlas(
        briefing=briefing,
        of=by_article(briefing),
        articles=articles,
        listed=listed,
        originals=tuple(a for a in listed if briefing.duplicates.get(a.id) not in articles),
        copies={original: tuple(ids) for original, ids in copies.items()},
        source_slugs=_source_slugs(listed),
    )
    named = {article.id: named_in(atlas, article) for article in listed}
    spots = {article.id: _spots(article, named[article.id]) for article in listed}
    return replace(atlas, spots=spots, role_languages=_role_languages(atlas, named))


def _role_languages(atlas: Atlas, named: Mapping[str, tuple[Named, ...]]) -> dict[tuple[str, str], Markup]:
    """A role that articles in several languages have is in the page's own, else in that of the first."""
    found: dict[tuple[str, str], Markup] = {}
    for article in atlas.listed:
        own = language_attributes(article, atlas.language)
        for entity, _, roles in named[article.id]:
            for role in roles:
                found[entity.id, role] = own and found.get((entity.id, role), own)
    return {key: own for key, own in found.items() if own}


def described_as(atlas: Atlas, entity: Entity, roles: Sequence[str]) -> Markup:
    """Roles with commas between, each with its language."""
    marked = ((role, atlas.role_languages.get((entity.id, role), Markup(""))) for role in roles)
    return Markup(", ".join(f"<bdi{own}>{html_attribute(role)}</bdi>" for role, own in marked))


def _spots(article: Article, named: Iterable[Named]) -> dict[str, whereabouts.Spot]:
    texts = article.texts
    places: dict[str, whereabouts.Named] = {}
    for entity, mentions, _ in named:
        if entity.kind == "place":
            known = known_names().get(entity.name)
            after = tuple(texts.get(m.paragraph, "")[m.end : m.end + _AFTER] for m in mentions)
            places[entity.id] = whereabouts.Named(known.name if known else entity.name, after)
    found = whereabouts.find_spots(tuple(places.values()))
    return {key: found[place.name] for key, place in places.items() if place.name in found}


def root_of(page: str) -> str:
    """The way from a page to the site's root: ``../`` for ``people/joe-biden.md``."""
    return "../" * page.count("/")


def entity_page(entity: Entity) -> str:
    """The page of a name, without extension."""
    return f"{FOLDERS[entity.kind]}/{entity.slug}"


def entity_link(entity: Entity, number: str = "") -> Link:
    return Link(entity.name, f"{entity_page(entity)}.html" if entity.page else "", number)


def also_called(entity: Entity) -> list[str]:
    """Its other names but those that its name already says: a surname alone."""
    said = f" {entity.name} ".casefold()
    return [name for name in entity.also if f" {name} ".casefold() not in said]


def topic_link(topic: Topic, number: str = "") -> Link:
    return Link(topic_name(topic), f"topics/{topic.slug}.html", number)


def topic_name(topic: Topic) -> str:
    """As a heading: the names of Media Topics are in lower case; the editor's stand as they are."""
    return topic.name[:1].upper() + topic.name[1:] if topic.id.startswith("medtop:") else topic.name


def narrowest_topics(atlas: Atlas, article: Article) -> list[Topic]:
    """The topics of an article that are not above another one of it; those of its first topic come first."""
    topics = [atlas.of.topics[topic.id] for topic in article.topics if topic.id in atlas.of.topics]
    paths = [topic_path(atlas, topic) for topic in topics]
    above = {step.id for path in paths for step in path[:-1]}
    leaves = [path for path in paths if path[-1].id not in above]
    leaves.sort(key=lambda path: topics[0] not in path)
    return [path[-1] for path in leaves]


def story_link(atlas: Atlas, story: Story, number: str = "") -> Link:
    return Link(story.title, f"stories/{story.slug}.html", number, story_language(atlas, story))


def story_language(atlas: Atlas, story: Story) -> Markup:
    """Of its title, which is its first article's unless the editor wrote it."""
    first = atlas.articles[story.articles[0]]
    return language_attributes(first, atlas.language) if story.title == first.title.value else Markup("")


def headline_link(atlas: Atlas, article: Article) -> Link:
    language = language_attributes(article, atlas.language)
    return Link(article.title.value, atlas.article_href(article.id), language=language)


def language_attributes(article: Article, interface: str) -> Markup:
    """`` lang="…" dir="…"`` where the text speaks another language than the page; ``lang=""`` where nobody knows."""
    language, page = article.language.value, speaks(interface)
    if language in (page, page.split("-")[0]) and article.direction == say(interface, "site.direction"):
        return Markup("")
    tag = "" if language == "und" else html_attribute(language)
    return Markup(f' lang="{tag}" dir="{article.direction}"')


def topic_path(atlas: Atlas, topic: Topic) -> tuple[Topic, ...]:
    """A topic with those above it, the widest first."""
    path = [topic]
    while (parent := atlas.of.topics.get(path[0].parent or "")) and parent not in path:
        path.insert(0, parent)
    return tuple(path)


def source_of(article: Article) -> str | None:
    return article.source.value if article.source else None


def named_in(atlas: Atlas, article: Article) -> tuple[Named, ...]:
    """The names of an article that the briefing knows, in the order in which the article has them."""
    known = {
        (entity.kind, surface): entity
        for entity in atlas.of.entities.get(article.id, ())
        for surface in (*entity.also, entity.name)
    }
    anywhere = {surface: entity for (_, surface), entity in known.items()}
    found: dict[str, list[Name]] = {}
    entities: dict[str, Entity] = {}
    for name in article.names:
        if entity := known.get((name.kind, name.name)) or anywhere.get(name.name):
            entities[entity.id] = entity
            found.setdefault(entity.id, []).append(name)
    return tuple(_named(entities[key], names) for key, names in found.items())


def _named(entity: Entity, names: list[Name]) -> Named:
    mentions = sorted((m for name in names for m in name.mentions), key=lambda m: (m.paragraph, m.start))
    return Named(entity, tuple(mentions), tuple(dict.fromkeys(role for name in names for role in name.roles)))


def web_host(url: str | None) -> str | None:
    """The host of a web address; None for anything that is not one: no other link leaves the site."""
    try:
        parts = urlsplit(url or "")
        return parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None


def _source_slugs(articles: tuple[Article, ...]) -> dict[str | None, str]:
    """A slug for every source; names that come to one slug, or to none, get a suffix of their own."""
    slugs: dict[str | None, str] = {None: NOT_STATED}
    wanted = {name: slugify(name) for name in sorted({a.source.value for a in articles if a.source})}
    taken = Counter([*wanted.values(), NOT_STATED, "index"])
    for name, slug in wanted.items():
        alone = slug and taken[slug] == 1
        slugs[name] = slug if alone else f"{slug or 'source'}-{short_hash(name)}"
    return slugs
