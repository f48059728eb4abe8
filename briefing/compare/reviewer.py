"""Two published briefings to a review."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefing.compare.articles import Moved, compare_article, page
from briefing.compare.review import Change, Json, Lists, Permalink, Review, Side, StoryChange, Value

_SITE = ("name", "description", "url", "language", "audience")
_SHOWN = {"withdrawn": 0, "internal": 0, "link": 1, "excerpt": 2, "full": 3}  # how much of a text rights show


def compare(base: Side, head: Side) -> Review:
    """What a reader of ``base`` finds changed in ``head``, in the order of the briefing."""
    before, after = _by_id(base.briefing), _by_id(head.briefing)
    pairs = _pairs(before, after)
    came_from = {new: old for old, new in pairs.items()}
    pages = {before[old]["slug"]: after[new]["slug"] for old, new in pairs.items()}
    moved = Moved(pages, _moved_stories(base, head, pairs))
    changes = tuple(compare_article(before[old], after[new], moved) for new in after if (old := came_from.get(new)))
    return Review(
        base=base.label,
        head=head.label,
        articles_before=len(before),
        articles_after=len(after),
        added=tuple(page(article) for key, article in after.items() if key not in came_from),
        removed=tuple(page(article) for key, article in before.items() if key not in pairs),
        renamed=tuple(Value(after[new]["title"], old, new) for old, new in pairs.items() if old != new),
        changed=tuple(change for change in changes if change),
        site=tuple(_site(base.briefing, head.briefing)),
        names=_lists(_names(base.briefing), _names(head.briefing)),
        topics=_lists(_titles(base.briefing, "topics"), _titles(head.briefing, "topics")),
        stories=tuple(_stories(base, head, pairs)),
        permalinks=tuple(_permalinks(before, head.briefing, pairs)),
        more_text=tuple(_more_text(changes)),
        doubts=_lists(base.doubts, head.doubts) if base.doubts is not None and head.doubts is not None else Lists(),
        look=_look(base.look, head.look),
    )


def _by_id(briefing: Json) -> dict[str, Json]:
    return {article["id"]: article for article in briefing["articles"]}


def _pairs(before: Mapping[str, Json], after: Mapping[str, Json]) -> dict[str, str]:
    """The id of each article before, and after: the same, or that of a new seed with the same bytes or address."""
    pairs = {key: key for key in before if key in after}
    for same in (_bytes_of, _slug_of):
        free = {same(article): key for key, article in after.items() if key not in pairs.values()}
        for key, article in before.items():
            if key not in pairs and (found := free.pop(same(article), None)):
                pairs[key] = found
    return {key: pairs[key] for key in before if key in pairs}


def _bytes_of(article: Json) -> str:
    return str(article["seed"]["sha256"])


def _slug_of(article: Json) -> str:
    return str(article["slug"])


def _site(before: Json, after: Json) -> Iterator[Value]:
    for key in _SITE:
        if before.get(key) != after.get(key):
            yield Value(key, before.get(key) or None, after.get(key) or None)


def _names(briefing: Json) -> list[str]:
    return [f"{name['name']} ({name['kind']})" for name in briefing["names"]]


def _titles(briefing: Json, key: str) -> list[str]:
    return [one["name"] for one in briefing[key]]


def _lists(before: Sequence[str], after: Sequence[str]) -> Lists:
    """A member that stands there twice and then once is not lost."""
    old, new = set(before), set(after)
    gained = tuple(dict.fromkeys(one for one in after if one not in old))
    return Lists(gained, tuple(dict.fromkeys(one for one in before if one not in new)))


@dataclass(frozen=True, slots=True)
class _Story:
    slug: str
    title: str
    members: tuple[str, ...]  # headlines
    articles: frozenset[str]  # ids after the change, of those that still are


def _read_stories(briefing: Json, pairs: Mapping[str, str] | None = None) -> list[_Story]:
    articles = {article["slug"]: article for article in briefing["articles"]}
    stories = []
    for story in briefing["stories"]:
        members = [articles[slug] for slug in story["articles"]]
        ids = frozenset(one["id"] if pairs is None else pairs.get(one["id"], f"gone {one['id']}") for one in members)
        stories.append(_Story(story["slug"], story["title"], tuple(one["title"] for one in members), ids))
    return stories


def _matched_stories(base: Side, head: Side, pairs: Mapping[str, str]) -> list[tuple[_Story | None, _Story | None]]:
    """Stories by the articles that they share, since a story is called after one of them; then those that ended."""
    left = _read_stories(base.briefing, pairs)
    matches: list[tuple[_Story | None, _Story | None]] = []
    for story in _read_stories(head.briefing):
        near = max(left, key=lambda one: (len(one.articles & story.articles), one.slug == story.slug), default=None)
        near = near if near and near.articles & story.articles else None
        if near:
            left.remove(near)
        matches.append((near, story))
    return [*matches, *((story, None) for story in left)]


def _moved_stories(base: Side, head: Side, pairs: Mapping[str, str]) -> dict[str, str]:
    return {old.slug: new.slug for old, new in _matched_stories(base, head, pairs) if old and new}


def _stories(base: Side, head: Side, pairs: Mapping[str, str]) -> Iterator[StoryChange]:
    for old, new in _matched_stories(base, head, pairs):
        if not (old and new and old.articles == new.articles):
            title = new.title if new else old.title if old else ""
            yield StoryChange(title, old.members if old else (), new.members if new else ())


def _permalinks(before: Mapping[str, Json], head: Json, pairs: Mapping[str, str]) -> Iterator[Permalink]:
    kept = {article["slug"] for article in head["articles"]} | {one["slug"] for one in head["redirects"]}
    for key, article in before.items():
        slug = article["slug"]
        if slug not in kept:
            now = pairs.get(key)
            yield Permalink(slug, article["title"], f"seeds/{now}.yml" if now else None, f"aliases: [{slug}]")


def _more_text(changes: Iterable[Change]) -> Iterator[Value]:
    for change in changes:
        rights = change.rights
        if rights and _SHOWN[str(rights.after)] > _SHOWN[str(rights.before)]:
            yield Value(change.after.title, rights.before, rights.after)
        elif not rights and change.after.rights == "excerpt" and change.after.words > change.before.words:
            yield Value(change.after.title, f"{change.before.words} words", f"{change.after.words} words")


def _look(before: Mapping[str, str] | None, after: Mapping[str, str] | None) -> tuple[str, ...]:
    if before is None or after is None:
        return ()
    return tuple(sorted(path for path in {*before, *after} if before.get(path) != after.get(path)))
